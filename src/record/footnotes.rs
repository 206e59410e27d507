//! Footnotes that are mentioned and not written, or written and mentioned nowhere.

use crate::base::{Code, Diagnostic, Place, Spot};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// The longest label, in bytes.
const LONGEST: usize = 60;

/// The most labels that are told of for one text, of either kind: where more are wrong, the text is
/// no text with footnotes, and each place costs a look through all that stands before it.
const MOST: usize = 20;

/// Notes the footnotes of `body` that lack their text or their mention.
pub(super) fn note_footnotes(
    body: &str,
    file: &Arc<str>,
    first_line: usize,
    notes: &mut Vec<Diagnostic>,
) {
    if !body.contains("[^") {
        return;
    }
    let found = Found::of(body);
    let mut note = |at: usize, message: String, help: String| {
        let place = Place { file: file.clone(), spot: Spot::in_text(body, at, first_line) };
        notes.push(Diagnostic::new(Code::BrokenFootnote, place, message).help(help));
    };
    let mut lacking = BTreeMap::new();
    for (at, label) in mentions(body) {
        if !found.is_elsewhere(at) && !found.written.contains_key(&label.to_lowercase()) {
            lacking.entry(label).or_insert(at);
        }
    }
    for (label, at) in lacking.into_iter().take(MOST) {
        let message = format!("there is no footnote `{label}`, and `[^{label}]` is shown as it is");
        note(at, message, format!("write it on a line of its own: `[^{label}]: …`"));
    }
    let unmentioned = found.written.iter().filter(|(label, _)| !found.mentioned.contains(*label));
    for (label, at) in unmentioned.take(MOST) {
        let message = format!("nothing mentions the footnote `{label}`");
        note(*at, message, format!("write `[^{label}]` where it belongs, or take it out"));
    }
}

/// What the parser made of the footnotes of a text; labels in small letters.
#[derive(Default)]
struct Found {
    written: BTreeMap<String, usize>,
    mentioned: BTreeSet<String>,
    /// Where no mention is looked for: code, HTML, links. In their order, none within another.
    elsewhere: Vec<Range<usize>>,
}

impl Found {
    fn of(body: &str) -> Self {
        let mut found = Self::default();
        let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_GFM | Options::ENABLE_TABLES;
        for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    found.written.entry(label.to_lowercase()).or_insert(range.start);
                }
                Event::FootnoteReference(label) => {
                    found.mentioned.insert(label.to_lowercase());
                }
                Event::Start(Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. })
                | Event::Code(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                    // The picture in a link, and its words, lie within it.
                    if found.elsewhere.last().is_none_or(|last| last.end <= range.start) =>
                {
                    found.elsewhere.push(range);
                }
                _ => {}
            }
        }
        found
    }

    /// Whether no mention is looked for at a byte of the text.
    fn is_elsewhere(&self, at: usize) -> bool {
        let next = self.elsewhere.get(self.elsewhere.partition_point(|range| range.end <= at));
        next.is_some_and(|range| range.start <= at)
    }
}

/// What looks like the mention of a footnote, with its label.
fn mentions(body: &str) -> impl Iterator<Item = (usize, &str)> {
    body.match_indices("[^").filter_map(|(at, _)| {
        let rest = &body[at + 2..];
        let end = rest.bytes().take(LONGEST + 1).position(|byte| byte == b']');
        let label = &rest[..end.filter(|end| *end > 0)?];
        let behind = &rest[label.len() + 1..];
        let is_label = !label.contains(|sign: char| sign.is_whitespace() || "[^".contains(sign));
        let is_escaped = body[..at].ends_with('\\');
        (is_label && !is_escaped && !behind.starts_with('(')).then_some((at, label))
    })
}

#[cfg(test)]
mod tests {
    use super::note_footnotes;

    fn told(body: &str) -> Vec<String> {
        let mut notes = Vec::new();
        note_footnotes(body, &"a.md".into(), 1, &mut notes);
        notes.into_iter().map(|note| note.message).collect()
    }

    #[test]
    fn footnotes_without_a_text_or_a_mention_are_told_once() {
        let said = told("It is so[^nope], and so[^nope]. But[^a].\n\n[^a]: A.\n[^B]: B.\n");
        assert_eq!(
            said,
            [
                "there is no footnote `nope`, and `[^nope]` is shown as it is",
                "nothing mentions the footnote `b`"
            ]
        );
    }

    #[test]
    fn a_text_full_of_brackets_is_read_once() {
        let open = "[^".repeat(200_000);
        assert!(told(&open).is_empty());
        let mentions: Vec<String> = (0..20_000).map(|n| format!("[^{n}] `[^c{n}]` ")).collect();
        let mentions = mentions.concat();
        assert_eq!(told(&mentions).len(), 20);
        let notes: Vec<String> = (0..5_000).map(|n| format!("[^{n}]: A note.\n\n")).collect();
        let notes = notes.concat();
        assert_eq!(told(&notes).len(), 20);
    }

    #[test]
    fn a_link_hides_what_stands_in_it_and_nothing_behind_it() {
        let said = told("[a ![b [^c]](d.jpg) `e` [^f]](https://x.example) and[^g], `[^h]`[^i]\n");
        let labels: Vec<_> = said.iter().filter_map(|told| told.split('`').nth(1)).collect();
        assert_eq!(labels, ["g", "i"]);
    }

    #[test]
    fn what_is_no_footnote_is_passed_over() {
        for body in [
            "So[^1] and[^Long-Label].\n\n[^1]: One.\n\n[^long-label]: Two.\n",
            "`[^a-z]` and\n\n    [^code]\n\n```\n[^x]\n```\n",
            "\\[^x] and [^x](https://x.example) and [^two words] and [^]\n",
        ] {
            assert!(told(body).is_empty(), "{body}: {:?}", told(body));
        }
    }
}
