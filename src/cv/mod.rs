//! A CV of a profile: what it says (`show`), how that is laid out on pages (`lines`, `pages`), and
//! how it is written (`pdf`, `plain`).
//!
//! What it says is made of the view of the person's page, so nothing is in a CV that is not there.

mod beside;
mod breaks;
mod direction;
mod document;
mod docx;
mod docx_parts;
mod docx_styles;
mod docx_table;
mod drawn;
mod edge;
mod fit;
mod fonts;
mod glyphs;
mod html;
mod inflected;
mod leads;
mod letters;
mod lines;
mod own_name;
mod pages;
mod pdf;
mod plain;
mod portrait;
mod qr;
mod reach;
mod redaction;
mod sets;
mod shape;
mod show;
mod shown;
mod stand_in;
mod street;
mod style;
mod table;
mod tags;
mod unrolled;
mod waiting;
mod wish;

pub use document::Document;
pub use fit::Fitted;
pub use fonts::Fonts;
pub use leads::Unseen;
pub use pdf::{Made, pdf};
pub use plain::plain;
pub use portrait::small_photo;
pub use redaction::Redaction;
pub use show::{Colleague, document, team};
pub use style::{Look, Paper};
pub use wish::Wish;

use self::docx_styles::Typefaces;
use crate::base::{Code, Diagnostic, Place, Spot};
use crate::config::Config;
use crate::edition::ExpertId;
use crate::site::{Face, ViewContext};
use crate::theme::Theme;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The letters of a text that neither the fonts of a theme nor the site's own have.
pub fn lacking(text: &str, theme: &Theme, config: &Config) -> BTreeSet<char> {
    let text = document::tidy(text).replace('\u{a0}', " ");
    // Fonts are unpacked only for letters that the program's own typeface has not.
    let is_plain = |letter: char| {
        let code = u32::from(letter);
        let has = |face: Face| face.letters().iter().any(|(a, b)| (*a..=*b).contains(&code));
        Face::ALL.into_iter().any(has)
    };
    if text.chars().all(is_plain) {
        return BTreeSet::new();
    }
    fonts(theme, config).lacking(&text)
}

/// The fonts of CVs.
fn fonts(theme: &Theme, config: &Config) -> Arc<Fonts> {
    let look = theme.params.get("type").and_then(|it| it.as_str()).unwrap_or_default();
    Fonts::of(&theme.assets, look, &config.cv.fonts)
}

/// A CV as PDF, in the fonts of the site's theme and its own, on its paper.
///
/// # Errors
/// Why it cannot be written, in words.
pub fn made(context: ViewContext<'_>, document: &Document) -> Result<Made, String> {
    let site = context.site;
    let look = Look::of(&site.config.cv);
    let made = pdf(document, &fonts(&site.theme, &site.config), look);
    let Err(refused) = made else { return made };
    // A font of the site that looks whole may be broken inside: the CV does without.
    let mut without = site.config.clone();
    if std::mem::take(&mut without.cv.fonts).is_empty() {
        return Err(refused);
    }
    let made = pdf(document, &fonts(&site.theme, &without), look)?;
    Ok(Made { refused: Some(refused), ..made })
}

/// A CV for word processors, set as PDFs are.
///
/// # Errors
/// When it cannot be packed.
pub fn word(context: ViewContext<'_>, document: &Document) -> zip::result::ZipResult<Vec<u8>> {
    let site = context.site;
    let look = site.theme.params.get("type").and_then(|it| it.as_str()).unwrap_or_default();
    docx::word(document, Look::of(&site.config.cv), Typefaces::of(look, &document.language))
}

/// A CV without what was longer ago than is wanted, and how much that was.
pub fn aged(context: ViewContext<'_>, document: Document, wish: &Wish) -> (Document, usize) {
    let Some(months) = wish.months else { return (document, 0) };
    let fresh = document.since(context.site.edition.month().last_month(), months);
    let count = document.spares.len() - fresh.spares.len();
    (fresh, count)
}

/// A CV on the most pages that are wanted, in the fonts and on the paper of the site.
pub fn fitted(context: ViewContext<'_>, document: Document, wish: &Wish) -> Fitted {
    let site = context.site;
    let Some(most) = wish.pages else {
        return Fitted { document, shortened: 0, left_out: Vec::new(), pages: 0 };
    };
    let fonts = fonts(&site.theme, &site.config);
    fit::fit(document, most, (&fonts, Look::of(&site.config.cv)))
}

/// What there is to say of a PDF: that the site's fonts are not in it, and letters that none has.
pub fn said(
    context: ViewContext<'_>,
    id: ExpertId,
    (document, made): (&Document, &Made),
) -> Vec<Diagnostic> {
    let refused = made.refused.as_ref().map(|why| {
        let place = Place::value(crate::config::CONFIG_FILE, "cv.fonts");
        Diagnostic::new(Code::UnreadFont, place, format!("no CV can be set in these fonts: {why}"))
            .help("fetch the fonts again, or take others")
    });
    refused.into_iter().chain(missing(context, id, (document, &made.missing))).collect()
}

/// That a CV lacks letters that no font has.
fn missing(
    context: ViewContext<'_>,
    id: ExpertId,
    (document, missing): (&Document, &BTreeSet<char>),
) -> Option<Diagnostic> {
    let expert = context.site.edition.expert(id);
    let name = &expert.record.file.name;
    let message = format!("no font has {}, in the CV of {name}", told(missing));
    let here = expert.record.anchor.here();
    let mut places: Vec<Place> = Vec::new();
    let mut seen = Vec::new();
    for letter in missing.iter().take(MOST_TOLD) {
        // Where it is written first, once for each piece of text.
        let mut runs = document.blocks.iter().flat_map(|block| &block.runs);
        let run = runs.position(|run| run.text.contains(*letter));
        if let Some(run) = run.filter(|run| !seen.contains(run)) {
            seen.push(run);
            let spot = Spot::Text(letter.to_string());
            places.push(Place { file: here.file.clone(), spot });
        }
    }
    missing.first()?;
    let mut places = places.into_iter();
    let first = Diagnostic::new(Code::MissingGlyph, places.next().unwrap_or(here), message)
        .help("name a font that has them in vakwerk.yaml: cv: { fonts: [NAME.ttf] }");
    Some(places.fold(first, Diagnostic::and))
}

/// Whether a name would be another without letters that no font has.
pub fn is_misspelled(name: &str, missing: &BTreeSet<char>) -> bool {
    shown::is_misspelled(name, missing)
}

/// The most letters that are told.
const MOST_TOLD: usize = 5;

/// Letters as they are told: the first of them, and how many more.
pub fn told(letters: &BTreeSet<char>) -> String {
    let letter = |letter: &char| format!("{letter} (U+{:04X})", u32::from(*letter));
    let first: Vec<String> = letters.iter().take(MOST_TOLD).map(letter).collect();
    let more = match letters.len().saturating_sub(MOST_TOLD) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}", first.join(", "))
}
