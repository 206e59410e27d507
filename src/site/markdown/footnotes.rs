//! Footnotes: numbered by their first mention, gathered below the text, each with ways back to
//! where it is mentioned.

use crate::base::address::escape;
use crate::site::places;
use pulldown_cmark::{Event, TagEnd};
use std::collections::HashMap;

/// How many mentions a footnote leads back to.
const MOST_BACK: usize = 9;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    known: HashMap<String, Known>,
    written: Vec<(String, Vec<Event<'a>>)>,
}

/// What is known of a footnote before it is written.
struct Known {
    number: usize,
    mentions: usize,
}

impl<'a> Footnotes<'a> {
    fn known(&mut self, label: &str) -> &mut Known {
        let number = self.known.len() + 1;
        self.known.entry(label.to_owned()).or_insert(Known { number, mentions: 0 })
    }

    /// The number of a footnote where the text `text` mentions it.
    pub(super) fn mention(&mut self, text: &str, label: &str) -> String {
        let known = self.known(label);
        known.mentions += 1;
        let number = known.number;
        let from = back(number, known.mentions);
        let id = if known.mentions > MOST_BACK {
            String::new()
        } else {
            format!(" id=\"{}\"", places::id(text, &from))
        };
        let to = places::address(text, &format!("fn-{number}"));
        format!("<sup class=\"footnote-reference\"{id}><a href=\"{to}\">{number}</a></sup>")
    }

    /// Keeps what a footnote says.
    pub(super) fn keep(&mut self, label: String, note: Vec<Event<'a>>) {
        self.written.push((label, note));
    }

    /// All footnotes as they stand below the text; `word` says where the ways back lead.
    pub(super) fn below(mut self, text: &str, word: &str) -> Vec<Event<'a>> {
        let written = std::mem::take(&mut self.written);
        let mut numbered: Vec<_> = written
            .into_iter()
            .map(|(label, note)| (self.known(&label).number, label, note))
            .collect();
        numbered.sort_by_key(|(number, _, _)| *number);
        let mut all = Vec::new();
        for (number, label, mut note) in numbered {
            let id = places::id(text, &format!("fn-{number}"));
            let opening = format!(
                "<div class=\"footnote-definition\" id=\"{id}\"><sup class=\"footnote-definition-label\">{number}</sup><div>"
            );
            all.push(Event::Html(opening.into()));
            let ways = ways_back(text, number, self.known(&label).mentions, word);
            let at = if let Some(Event::End(TagEnd::Paragraph)) = note.last() {
                note.len() - 1
            } else {
                note.len()
            };
            note.insert(at, Event::InlineHtml(ways.into()));
            all.append(&mut note);
            all.push(Event::Html("</div></div>\n".into()));
        }
        all
    }
}

/// The name of the place where a footnote is mentioned.
fn back(number: usize, mention: usize) -> String {
    if mention == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{mention}") }
}

fn ways_back(text: &str, number: usize, mentions: usize, word: &str) -> String {
    let way = |mention: usize| {
        let to = places::address(text, &back(number, mention));
        let (mark, which) = if mention == 1 {
            (String::new(), String::new())
        } else {
            (format!("<sup>{mention}</sup>"), format!(" ({mention})"))
        };
        format!(
            " <a class=\"footnote-back\" href=\"{to}\" aria-label=\"{} {number}{which}\">↩{mark}</a>",
            escape(word)
        )
    };
    (1..=mentions.min(MOST_BACK)).map(way).collect()
}
