//! What is wrong, drawn over the last good page; and the script that reloads it.

use super::shown::Age;
use crate::base::Diagnostic;
use crate::base::address::escape;
use crate::source::{Location, Texts, is_workbook};
use std::path::Path;

/// Where the server's own files are. No slug begins with two underscores.
pub(super) const OWN: &str = "/__vakwerk/";

/// The script of every page: reloads on a change, keeps the place on the page, shows what is wrong.
pub(super) const SCRIPT: &str = include_str!("live.js");
/// The look of the overlay.
pub(super) const STYLE: &str = include_str!("live.css");

/// A note as the overlay shows it.
#[derive(Debug, Clone)]
pub(super) struct PageFault {
    place: String,
    message: String,
    line: Option<String>,
    help: Option<String>,
    consequence: Option<&'static str>,
}

impl PageFault {
    pub(super) fn of(note: &Diagnostic, root: &Path, texts: &mut Texts) -> Self {
        let first = note.places.first();
        let message = texts.message(root, note);
        let located = first.and_then(|place| texts.locate(root, place));
        let is_text = first.is_some_and(|place| !is_workbook(&place.file));
        let line = located
            .filter(|_| is_text)
            .map(|(at, text)| text.lines().nth(at.line - 1).unwrap_or_default().to_owned());
        let place = match (first, located) {
            (Some(place), Some((Location { cell: Some(cell), .. }, _))) => {
                format!("{}, {}", place.file, cell.in_words())
            }
            (Some(place), Some((at, _))) => format!("{}:{}:{}", place.file, at.line, at.column),
            (Some(place), None) => place.file.to_string(),
            (None, _) => String::new(),
        };
        Self {
            place,
            message,
            line,
            help: note.help.clone(),
            consequence: note.consequence.in_words(),
        }
    }
}

/// The overlay as HTML; empty when nothing is wrong.
fn overlay(faults: &[PageFault], age: Age) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let mut html = String::from(
        "<aside id=\"vakwerk-overlay\" role=\"alert\" lang=\"en\"><button type=\"button\" aria-label=\"Close\">×</button>",
    );
    let title = match age {
        Age::LastGood => "This page is the last good one. To mend:",
        Age::Newest => "To mend:",
    };
    html.push_str(&format!("<p class=\"vakwerk-title\">{title}</p><ol>"));
    for fault in faults.iter().take(20) {
        html.push_str(&format!(
            "<li><code>{}</code><p>{}</p>",
            escape(&fault.place),
            escape(&fault.message)
        ));
        if let Some(line) = &fault.line {
            html.push_str(&format!("<pre>{}</pre>", escape(line)));
        }
        // A remedy may be a question, so what follows from the fault stands apart.
        for said in [fault.help.as_deref(), fault.consequence].into_iter().flatten() {
            html.push_str(&format!("<p class=\"vakwerk-help\">{}</p>", escape(said)));
        }
        html.push_str("</li>");
    }
    html.push_str("</ol>");
    if faults.len() > 20 {
        html.push_str(&format!("<p>… and {} more</p>", faults.len() - 20));
    }
    html.push_str("</aside>");
    html
}

/// The page with the overlay and the script put in.
pub(super) fn inject(page: &str, faults: &[PageFault], age: Age, version: u64) -> String {
    let head = format!(
        "<link rel=\"stylesheet\" href=\"{OWN}live.css\"><script src=\"{OWN}live.js\" data-version=\"{version}\" defer></script>"
    );
    let body = overlay(faults, age);
    let with_head = match page.find("</head>") {
        Some(at) => format!("{}{head}{}", &page[..at], &page[at..]),
        None => format!("{head}{page}"),
    };
    match with_head.rfind("</body>") {
        Some(at) => format!("{}{body}{}", &with_head[..at], &with_head[at..]),
        None => format!("{with_head}{body}"),
    }
}

/// A page for when there is no last good one.
pub(super) fn alone(faults: &[PageFault], version: u64) -> String {
    inject(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Vakwerk</title></head><body></body></html>",
        faults,
        Age::Newest,
        version,
    )
}
