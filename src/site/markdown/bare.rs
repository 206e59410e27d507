//! Text between the marks of Markdown, in which bare addresses become links.

use super::autolink::{Part, addresses, left_to_right};
use super::embed::LINK_OUT;
use crate::base::address::escape;
use crate::site::context::ViewContext;
use pulldown_cmark::{CowStr, Event};

/// Text that is gathered, since the parser gives it in pieces.
pub(super) struct Bare<'a> {
    pieces: Vec<Piece<'a>>,
    /// Whether pages of the site, and so texts on them, run from right to left.
    runs_both_ways: bool,
}

/// A piece of text as it is shown, and as it was written: quotation marks and dashes become those
/// of print.
struct Piece<'a> {
    shown: CowStr<'a>,
    written: Option<&'a str>,
}

impl Piece<'_> {
    fn written(&self) -> &str {
        self.written.unwrap_or(&self.shown)
    }
}

impl<'a> Bare<'a> {
    /// For a text of the site.
    pub(super) fn in_site(context: &ViewContext<'_>) -> Self {
        let mut languages = context.site.config.languages.iter();
        Self {
            pieces: Vec::new(),
            runs_both_ways: languages.any(|language| language.direction() == "rtl"),
        }
    }

    /// Adds a piece, which was written as `source`.
    pub(super) fn add(&mut self, shown: CowStr<'a>, source: &'a str) {
        let printed = shown.chars().all(|sign| "‘’“”–—…".contains(sign))
            && source.is_ascii()
            && !source.starts_with('&');
        self.pieces.push(Piece { written: printed.then_some(source), shown });
    }

    /// Writes what was gathered.
    pub(super) fn write(&mut self, events: &mut Vec<Event<'a>>) {
        if self.pieces.is_empty() {
            return;
        }
        let pieces = std::mem::take(&mut self.pieces);
        let written: String = pieces.iter().map(Piece::written).collect();
        let mut parts = addresses(&written);
        if self.runs_both_ways {
            let runs = left_to_right(&written).into_iter();
            parts.extend(runs.map(|range| (range, Part::LeftToRight)));
            parts.sort_by_key(|(range, _)| range.start);
        }
        if parts.is_empty() {
            events.extend(pieces.into_iter().map(|piece| Event::Text(piece.shown)));
            return;
        }
        let mut from = 0;
        for (range, part) in parts {
            if range.start < from {
                continue;
            }
            events.extend(between(&pieces, from, range.start));
            let (opening, closing) = match part {
                Part::Address(address) => {
                    let ltr = if self.runs_both_ways { " dir=\"ltr\"" } else { "" };
                    (format!("<a href=\"{}\"{LINK_OUT}{ltr}>", escape(&address)), "</a>")
                }
                Part::LeftToRight => ("<bdi dir=\"ltr\">".to_owned(), "</bdi>"),
            };
            events.push(Event::InlineHtml(opening.into()));
            events.push(Event::Text(written[range.clone()].to_owned().into()));
            events.push(Event::InlineHtml(closing.into()));
            from = range.end;
        }
        events.extend(between(&pieces, from, written.len()));
    }
}

/// What is shown of the text as it was written from one place to another.
fn between<'a>(pieces: &[Piece<'a>], from: usize, to: usize) -> Vec<Event<'a>> {
    let mut events = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let (start, end) = (at, at + piece.written().len());
        at = end;
        if end <= from || start >= to {
            continue;
        }
        if start >= from && end <= to {
            events.push(Event::Text(piece.shown.clone()));
        } else if piece.written.is_none() {
            let part = &piece.shown[from.max(start) - start..to.min(end) - start];
            events.push(Event::Text(part.to_owned().into()));
        }
    }
    events
}
