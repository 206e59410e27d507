//! A CV of a profile: what it says (`show`), how that is laid out on pages (`lines`, `pages`), and
//! how it is written (`pdf`, `plain`).
//!
//! What it says is made of the view of the person's page, so nothing is in a CV that is not there.

mod breaks;
mod document;
mod fonts;
mod html;
mod lines;
mod pages;
mod pdf;
mod plain;
mod shape;
mod show;
mod style;
mod tags;

pub use document::Document;
pub use fonts::Fonts;
pub use pdf::{Made, pdf};
pub use plain::plain;
pub use show::document;
pub use style::Paper;

use crate::base::{Code, Diagnostic, Place, Spot};
use crate::config::CvPaper;
use crate::edition::ExpertId;
use crate::site::ViewContext;

/// A CV as PDF, in the fonts of the site's theme and its own, on its paper.
///
/// # Errors
/// Why it cannot be written, in words.
pub fn made(context: ViewContext<'_>, document: &Document) -> Result<Made, String> {
    let site = context.site;
    let look = site.theme.params.get("type").and_then(|it| it.as_str()).unwrap_or_default();
    let fonts = Fonts::of(&site.theme.assets, look, &site.config.cv.fonts);
    let paper = match site.config.cv.paper {
        CvPaper::A4 => Paper::A4,
        CvPaper::Letter => Paper::Letter,
    };
    pdf(document, &fonts, paper)
}

/// That a CV lacks letters that no font has.
pub fn missing(
    context: ViewContext<'_>,
    id: ExpertId,
    (document, made): (&Document, &Made),
) -> Option<Diagnostic> {
    /// The most letters that are told.
    const MOST: usize = 5;
    let expert = context.site.edition.expert(id);
    let count = made.missing.len();
    let letter = |letter: &char| format!("{letter} (U+{:04X})", u32::from(*letter));
    let letters: Vec<String> = made.missing.iter().take(MOST).map(letter).collect();
    let more = if count > MOST { format!(" and {} more", count - MOST) } else { String::new() };
    let name = &expert.record.file.name;
    let message = format!("no font has {}{more}, in the CV of {name}", letters.join(", "));
    // Where the first of them is written, when it is written there as it is shown.
    let first = made.missing.first().copied()?;
    let mut runs = document.blocks.iter().flat_map(|block| &block.runs);
    let run = runs.find(|run| run.text.contains(first));
    let place = match run {
        Some(run) => {
            let file = expert.record.anchor.here().file;
            Place { file, spot: Spot::Text(run.text.trim().to_owned()) }
        }
        None => expert.record.anchor.here(),
    };
    Some(
        Diagnostic::new(Code::MissingGlyph, place, message)
            .help("name a font that has them in vakwerk.yaml: cv: { fonts: [NAME.ttf] }"),
    )
}
