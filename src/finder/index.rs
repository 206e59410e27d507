//! The index of a site in one language.

use super::dictionary::Dictionary;
use super::entry::{Entry, Field, entries, names, texts};
use super::topics::{TopicWords, freshness, recency, topics};
use super::words::{aliases, indexed};
use crate::base::Language;
use crate::base::fold::fold;
use crate::edition::Edition;
use pulldown_cmark::{Event, Parser};
use std::borrow::Cow;

/// A word that more than one of so many texts has tells nothing apart, and is not looked up in
/// texts; in small sites every word is.
const ONE_OF: usize = 10;
const SMALL: usize = 200;

/// By what entries are found in one language.
#[derive(Debug)]
pub struct Index {
    /// What can be found. The place in this list is the entry's number.
    pub entries: Vec<Entry>,
    /// Words of names and titles; whole titles of several words stand there too, with their spaces.
    pub(super) names: Dictionary,
    /// Words of everything else.
    pub(super) texts: Dictionary,
    /// Topics, in the order of the edition.
    pub(super) topics: Vec<TopicWords>,
}

/// Indexes what may be seen in a language.
pub fn index(edition: &Edition, language: &Language) -> Index {
    let entries = entries(edition);
    let names =
        Dictionary::of(entries.len(), |at, say| read_names(edition, entries[at], language, say));
    let mut texts =
        Dictionary::of(entries.len(), |at, say| read_texts(edition, entries[at], language, say));
    let most = (entries.len() / ONE_OF).max(SMALL);
    texts.words.retain(|(_, list)| list.count <= most);
    let topics = topics(edition, &entries, language);
    Index { entries, names, texts, topics }
}

fn read_names(edition: &Edition, entry: Entry, language: &Language, say: &mut dyn FnMut(&str, u8)) {
    let worth = worth(Field::Name, 7);
    for name in names(edition, entry, language) {
        indexed(name, |word| say(word, worth));
        let whole = fold(name);
        if whole.contains(' ') {
            say(&whole, worth);
        }
        if matches!(entry, Entry::Expert(_)) {
            for alias in aliases(name) {
                say(&alias, worth);
            }
        }
    }
}

fn read_texts(edition: &Edition, entry: Entry, language: &Language, say: &mut dyn FnMut(&str, u8)) {
    let points = match entry {
        Entry::Expert(id) => freshness(edition, id),
        Entry::Project(id) => recency(edition, id),
        Entry::Request(id) if edition.requests[id].closed => 0,
        Entry::Topic(_) | Entry::Organization(_) | Entry::Request(_) | Entry::Page(_) => 500,
    };
    let steps = u8::try_from(points.min(1000) * 7 / 1000).unwrap_or(7);
    for (field, text) in texts(edition, entry, language) {
        let worth = worth(field, steps);
        indexed(&plain(&text), |word| say(word, worth));
    }
}

/// Six bits: the field, best highest, and the strength from 0 to 7.
fn worth(field: Field, strength: u8) -> u8 {
    let at = Field::ALL.iter().position(|known| *known == field).unwrap_or_default();
    u8::try_from(Field::ALL.len() - 1 - at).unwrap_or(0) * 8 + strength
}

/// The points that six bits of worth stand for.
pub(super) fn points(worth: u8) -> u32 {
    let at = Field::ALL.len() - 1 - usize::from(worth / 8).min(Field::ALL.len() - 1);
    Field::ALL[at].points() * (9 + u32::from(worth % 8))
}

/// Markdown without addresses and marks.
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['[', '<', '`']) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            _ => plain.push(' '),
        }
    }
    Cow::Owned(plain)
}
