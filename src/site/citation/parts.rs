//! The parts of a reference that styles put in their own orders.

use super::Reference;
use super::writer::Writer;
use crate::base::Date;
use crate::edition::WorkKind;

pub(super) fn year(writer: &Writer<'_>, reference: &Reference<'_>) -> String {
    reference.work.date.map_or_else(|| writer.word("undated"), |date| Date::year(date).to_string())
}

/// Where it appeared, or who published it.
pub(super) fn venue<'a>(reference: &Reference<'a>) -> Option<&'a str> {
    reference.work.place()
}

pub(super) fn volume<'a>(reference: &Reference<'a>) -> Option<&'a str> {
    reference.work.volume.as_deref()
}

pub(super) fn issue<'a>(reference: &Reference<'a>) -> Option<&'a str> {
    reference.work.issue.as_deref()
}

/// Pages with a dash between them that is as long as it should be.
pub(super) fn pages(reference: &Reference<'_>) -> Option<String> {
    let written = reference.work.pages.as_deref()?;
    let ends: Vec<&str> =
        written.split(['-', '–', '—']).map(str::trim).filter(|end| !end.is_empty()).collect();
    let is_range =
        ends.len() == 2 && ends.iter().all(|end| end.bytes().any(|byte| byte.is_ascii_digit()));
    Some(if is_range { ends.join("–") } else { written.to_owned() })
}

/// The same with `p.` or `pp.` before them.
pub(super) fn counted_pages(writer: &Writer<'_>, reference: &Reference<'_>) -> Option<String> {
    let pages = pages(reference)?;
    let several = pages.contains(['–', '-', ',']);
    Some(format!("{} {pages}", writer.word(if several { "pages" } else { "page" })))
}

/// Volume, issue and pages of what appeared in nothing that has a name: `vol. 2, no. 3, pp. 4–9`.
pub(super) fn whereabouts(writer: &Writer<'_>, reference: &Reference<'_>) -> Option<String> {
    let volume = volume(reference).map(|volume| format!("{} {volume}", writer.word("volume")));
    let issue = issue(reference).map(|issue| format!("{} {issue}", writer.word("number")));
    let all: Vec<String> =
        [volume, issue, counted_pages(writer, reference)].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The same where a sentence begins.
pub(super) fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// What kind of thing it is, where the style says so.
pub(super) fn medium(writer: &Writer<'_>, reference: &Reference<'_>) -> Option<String> {
    match reference.work.kind? {
        WorkKind::Thesis => Some(writer.word("thesis")),
        WorkKind::Dataset => Some(writer.word("dataset")),
        WorkKind::Software => Some(writer.word("software")),
        _ => None,
    }
}

/// Where it is to be found: the address that its DOI stands for, else its own.
pub(super) fn address<'a>(reference: &'a Reference<'_>) -> Option<&'a str> {
    reference.doi.as_deref().or(reference.work.url.as_deref())
}
