//! `favicon.svg`: the site's initial on its accent.

use super::xml;
use crate::site::{Drawn, Export, ExportResult, Make, NoCards, SiteReader, Subject, ViewContext};

pub(super) const EXPORT: Export = Export { name: "icon", files, make: Make::Bytes(make) };

/// Where the icon is.
pub(super) const PATH: &str = "favicon.svg";

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own(PATH);
    if language > 0 || own { Vec::new() } else { vec![(PATH.to_owned(), Subject::Whole)] }
}

fn make(site: &SiteReader<'_>, language: usize, _: Subject) -> ExportResult {
    let title = ViewContext { site, language, cards: &NoCards }.site_view().title;
    let (mark, letters) = (site.theme.drawn(Drawn::Mark), site.theme.drawn(Drawn::OnMark));
    let letter: String =
        title.chars().find(|letter| letter.is_alphanumeric()).into_iter().collect();
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"12\" \
         fill=\"{}\"/><text x=\"32\" y=\"46\" text-anchor=\"middle\" font-family=\"Georgia,serif\" \
         font-size=\"40\" font-weight=\"600\" fill=\"{}\">{}</text></svg>\n",
        xml(mark.unwrap_or("#000")),
        xml(letters.unwrap_or("#fff")),
        xml(&letter.to_uppercase()),
    )
    .into_bytes())
}
