//! BibTeX, in UTF-8, with fields that BibLaTeX and all reference managers know.

use super::entry::{Entry, Writer};
use crate::base::Date;
use crate::base::uri::uri;
use crate::edition::WorkKind;
use std::fmt::Write;

/// Months as BibTeX calls them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn written(entries: &[Entry<'_>]) -> String {
    let mut out = String::new();
    for entry in entries {
        one(entry, &mut out);
    }
    out
}

/// What an entry is called, and the field in which its venue stands.
fn kind(entry: &Entry<'_>) -> (&'static str, &'static str) {
    match entry.work.kind {
        Some(WorkKind::Article) => ("article", "journal"),
        Some(WorkKind::Book) => ("book", "publisher"),
        Some(WorkKind::Chapter) => ("incollection", "booktitle"),
        Some(WorkKind::Conference) => ("inproceedings", "booktitle"),
        Some(WorkKind::Report) => ("techreport", "institution"),
        Some(WorkKind::Thesis) => ("thesis", "institution"),
        Some(WorkKind::Dataset) => ("dataset", "publisher"),
        Some(WorkKind::Software) => ("software", "publisher"),
        None if entry.work.volume.as_deref().is_some() => ("article", "journal"),
        Some(WorkKind::Preprint | WorkKind::Other) | None => ("misc", "howpublished"),
    }
}

fn one(entry: &Entry<'_>, out: &mut String) {
    let work = entry.work;
    let (kind, place) = kind(entry);
    let mut names: Vec<String> = entry.authors.iter().map(name).collect();
    if entry.others && !names.is_empty() {
        names.push("others".to_owned());
    }
    let month =
        work.date.and_then(Date::month).map(|month| MONTHS[usize::from(month) - 1].to_owned());
    let venue = work.place();
    let pages =
        work.pages.as_deref().map(|pages| pages.replace(['–', '—'], "-").replace('-', "--"));
    let braced = |text: String| format!("{{{text}}}");
    let fields: [(&str, Option<String>); 11] = [
        ("author", (!names.is_empty()).then(|| braced(names.join(" and ")))),
        // In braces of its own, so that no style changes its capitals.
        ("title", Some(format!("{{{{{}}}}}", escaped(&work.title)))),
        (place, venue.map(|venue| braced(escaped(venue)))),
        ("type", (work.kind == Some(WorkKind::Thesis)).then(|| "{Thesis}".to_owned())),
        ("year", work.date.map(|date| braced(date.year().to_string()))),
        ("month", month),
        ("volume", work.volume.as_deref().map(|volume| braced(escaped(volume)))),
        ("number", work.issue.as_deref().map(|issue| braced(escaped(issue)))),
        ("pages", pages.map(|pages| braced(escaped(&pages.replace("----", "--"))))),
        ("doi", entry.doi.as_deref().map(|doi| braced(verbatim(doi)))),
        ("url", work.url.as_deref().map(|url| braced(uri(url).into_owned()))),
    ];
    let _ = write!(out, "@{kind}{{{}", entry.key);
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        let _ = write!(out, ",\n  {name} = {value}");
    }
    out.push_str("\n}\n\n");
}

fn name(author: &Writer) -> String {
    match author {
        Writer::Person { particle, family, given } => {
            format!("{}{}, {}", escaped(particle), guarded(family), guarded(given))
        }
        // In braces, so that no program takes it apart.
        Writer::Whole(name) => format!("{{{}}}", escaped(name)),
    }
}

/// A part of a name in which a comma or an `and` would part names.
fn guarded(part: &str) -> String {
    let escaped = escaped(part);
    let parts =
        part.contains(',') || part.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if parts { format!("{{{escaped}}}") } else { escaped }
}

/// Text in which nothing is a command.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', sign]),
            // Braces would have to be in pairs.
            '{' => escaped.push('('),
            '}' => escaped.push(')'),
            '\\' => escaped.push_str("\\textbackslash "),
            '~' => escaped.push_str("\\textasciitilde "),
            '^' => escaped.push_str("\\textasciicircum "),
            sign if sign.is_whitespace() => escaped.push(' '),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// A DOI, which programs read as it stands; braces would have to be in pairs.
fn verbatim(doi: &str) -> String {
    doi.replace('{', "%7B")
        .replace('}', "%7D")
        .replace('\\', "%5C")
        .replace(char::is_whitespace, "%20")
}
