//! `cv.pdf` beside each profile: the CV as tagged PDF (PDF/UA-1), in each language of the site.

use super::{about, person_files};
use crate::base::{Checked, Code, Diagnostic};
use crate::config::{Config, Format, Kind};
use crate::cv;
use crate::edition::{Edition, ExpertId};
use crate::site::{
    Export, Make, NoCards, PersonFile, SiteReader, Subject, ToldResult, Unmade, ViewContext,
};
use crate::theme::Theme;
use std::borrow::Cow;

pub(super) const EXPORT: Export = Export { name: "cv", files, make: Make::Told(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::Cv)
}

/// `cv.docx` beside it, where the site wants one: the same, for word processors.
pub(super) const WORD: Export =
    Export { name: "cv-word", files: word_files, make: Make::Told(make_word) };

fn word_files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::Word)
}

fn make_word(site: &SiteReader<'_>, language: usize, subject: Subject) -> ToldResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let made = cv::word(context, &document(context, about(subject)?));
    made.map(|bytes| (bytes, Vec::new())).map_err(|problem| Unmade::Failed(problem.to_string()))
}

/// A person's CV, on the most pages that the site wants.
fn document(context: ViewContext<'_>, id: ExpertId) -> cv::Document {
    let wish = cv::Wish::of(&context.site.config.cv);
    cv::fitted(context, cv::document(context, id, &wish), &wish).document
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ToldResult {
    let id = about(subject)?;
    let context = ViewContext { site, language, cards: &NoCards };
    let document = document(context, id);
    let made = cv::made(context, &document).map_err(Unmade::Failed)?;
    let notes = cv::said(context, id, (&document, &made)).into_iter();
    // What nobody asked for is no reason to stop.
    let notes = notes.map(|note| if is_asked(site, id) { note } else { note.as_hint() });
    Ok((made.bytes, notes.collect()))
}

fn is_asked(site: &SiteReader<'_>, id: ExpertId) -> bool {
    let own = site.edition.written_expert(id).record.file.formats.get(Format::Cv);
    own == Some(true) || site.config.formats.get(Format::Cv) == Some(true)
}

/// The configuration, without a CV that nobody asked for and that would begin with part of a name,
/// and without those that would misspell one.
pub fn without_unset<'a>(
    edition: &Edition,
    theme: &Theme,
    config: &'a Config,
) -> Checked<Cow<'a, Config>> {
    let mut config = Cow::Borrowed(config);
    let asked = config.formats.get(Format::Cv);
    let is_off = asked == Some(false) || (config.kind != Kind::Portfolio && asked.is_none());
    let mut notes = Vec::new();
    if is_off {
        return Checked::new(config, notes);
    }
    let is_silent = config.kind == Kind::Portfolio && asked.is_none();
    for (_, expert) in edition.experts.entries() {
        let file = &expert.record.file;
        let letters = cv::lacking(&file.name, theme, &config);
        let own = file.formats.get(Format::Cv);
        if letters.is_empty() || own == Some(false) {
            continue;
        }
        let (is_pdf, help) = if cv::is_misspelled(&file.name, &letters) {
            config.to_mut().cv.misspelled.insert(expert.slug.clone());
            (true, "name a font that has them in vakwerk.yaml: cv: { fonts: [NAME.ttf] }")
        } else if is_silent && own.is_none() {
            config.to_mut().formats.close(Format::Cv);
            (
                false,
                "name a font that has them in vakwerk.yaml: cv: { fonts: [NAME.ttf] }; \
                 for a CV without them write formats: { cv: true }, for none formats: { cv: false }",
            )
        } else {
            continue;
        };
        let letters = cv::told(&letters);
        let message = if is_pdf {
            format!("no font has {letters} of the name, so no CV in PDF is made")
        } else {
            format!("no font has {letters} of the name, so no CV is made")
        };
        let place = expert.record.anchor.value("name");
        notes.push(Diagnostic::new(Code::NoCv, place, message).help(help));
    }
    Checked::new(config, notes)
}
