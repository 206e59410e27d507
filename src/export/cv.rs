//! `cv.pdf` beside each profile: the CV as tagged PDF (PDF/UA-1), in each language of the site.

use super::{about, person_files};
use crate::cv;
use crate::site::{
    Export, Make, NoCards, PersonFile, SiteReader, Subject, ToldResult, Unmade, ViewContext,
};

pub(super) const EXPORT: Export = Export { name: "cv", files, make: Make::Told(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::Cv)
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ToldResult {
    let id = about(subject)?;
    let context = ViewContext { site, language, cards: &NoCards };
    let document = cv::document(context, id, &[]);
    let made = cv::made(context, &document).map_err(Unmade::Failed)?;
    let notes = cv::missing(context, id, (&document, &made)).into_iter().collect();
    Ok((made.bytes, notes))
}
