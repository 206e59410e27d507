//! The index of a site in one language.

use super::dictionary::Dictionary;
use super::entry::{Entry, Field, names, numbered, slug};
use super::entry_texts::texts;
use super::facts::{facts, other_places};
use super::list::List;
use super::pairs::Pairs;
use super::small_words::Speaking;
use super::speech::{Tongue, tongues};
use super::topics::{TopicWords, freshness, recency, topics};
use super::written::{Said, Written};
use crate::base::{Fingerprint, Language};
use crate::edition::Edition;
use crate::memo::{Key, Store, program};
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
    /// Words that stand side by side, in names and everything else.
    pub(super) pairs: Pairs,
    /// Topics, in the order of the edition.
    pub(super) topics: Vec<TopicWords>,
    /// How many experts there are, which come first.
    pub(super) experts: u32,
    /// How words change in the languages of the site.
    pub(super) tongues: Vec<&'static Tongue>,
    /// What small words mean there.
    pub(super) speaking: Speaking,
    /// The month as of which it is.
    pub(super) month: String,
}

/// Indexes what may be seen in a language, one of `languages`, which are those of the site.
pub fn index(edition: &Edition, language: &Language, languages: &[Language]) -> Index {
    indexed(edition, (language, languages), None)
}

/// The same, with what an earlier run left in `store` of the entries that say what they said then.
pub fn index_again(
    edition: &Edition,
    language: &Language,
    languages: &[Language],
    store: &Store,
) -> Index {
    indexed(edition, (language, languages), Some((store, key_of_index(language, languages))))
}

/// By what it is found what was read of a site in a language, one of `languages`.
pub fn key_of_index(language: &Language, languages: &[Language]) -> Key {
    let all: Vec<&str> = languages.iter().map(Language::as_str).collect();
    let all = all.join(" ");
    Key::of(&[b"finder 1", &program(), language.as_str().as_bytes(), all.as_bytes()])
}

fn indexed(
    edition: &Edition,
    (language, languages): (&Language, &[Language]),
    kept: Option<(&Store, Key)>,
) -> Index {
    let entries = numbered(edition);
    let entry = |at: usize| {
        let entry = entries[at];
        Fingerprint::of(&(entry.kind().name(), slug(edition, entry)))
    };
    let say = |at: usize| said(edition, entries[at], language, languages);
    let Written { names, mut texts, pairs, .. } =
        Written::recalled(entries.len(), entry, say, kept, &edition.spill);
    let most = (entries.len() / ONE_OF).max(SMALL);
    for (_, list) in texts.words.iter_mut().filter(|(_, list)| list.count > most) {
        *list = telling(list, most);
    }
    texts.words.retain(|(_, list)| list.count > 0);
    let topics = topics(edition, &entries, language, languages);
    let experts = entries.iter().take_while(|entry| matches!(entry, Entry::Expert(_))).count();
    Index {
        experts: u32::try_from(experts).expect("there are fewer entries than numbers"),
        tongues: tongues(languages),
        speaking: Speaking::of(language, languages),
        month: edition.date.to_month().to_string(),
        entries,
        names,
        texts,
        pairs,
        topics,
    }
}

/// Of a word that many have, what it says of where they are and what they speak; all of it when few
/// others have it.
fn telling(list: &List, most: usize) -> List {
    let is_fact = |worth: u8| matches!(field(worth), Field::Place | Field::Free | Field::Language);
    let mut kept = List::default();
    for (entry, worth) in list.iter().filter(|(_, worth)| is_fact(*worth)) {
        kept.push(entry, worth);
    }
    if list.count - kept.count <= most { list.clone() } else { kept }
}

/// The strength of what is written of an entry, from 0 to 7.
fn strength(edition: &Edition, entry: Entry) -> u8 {
    let points = match entry {
        Entry::Expert(id) => freshness(edition, id),
        Entry::Project(id) => recency(edition, id),
        Entry::Request(id) if edition.requests[id].closed => 0,
        Entry::Group(id) if edition.groups[id].is_over => 0,
        Entry::Event(id) if edition.events[id].is_over => 0,
        _ => 500,
    };
    u8::try_from(points.min(1000) * 7 / 1000).unwrap_or(7)
}

/// What an entry says: its names, its texts, and facts in words.
fn said<'a>(
    edition: &'a Edition,
    entry: Entry,
    language: &Language,
    languages: &[Language],
) -> Said<'a> {
    let steps = strength(edition, entry);
    let texts =
        texts(edition, entry, language).into_iter().map(|(field, text)| (field, bare(text)));
    let all = texts.chain(facts(edition, entry, languages));
    let others = other_places(edition, entry).into_iter();
    let others = others.map(|name| (worth(Field::Place, 0), name.into()));
    Said {
        slug: matches!(entry, Entry::Expert(_)).then(|| slug(edition, entry)),
        names: (worth(Field::Name, 7), names(edition, entry, language)),
        texts: all.map(|(field, text)| (worth(field, steps), text)).chain(others).collect(),
    }
}

/// The same as [`plain`] of a text that is not needed any more.
fn bare(text: Cow<'_, str>) -> Cow<'_, str> {
    match plain(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(plain) => Cow::Owned(plain),
    }
}

/// Six bits: the field, best highest, and the strength from 0 to 7.
fn worth(field: Field, strength: u8) -> u8 {
    let at = Field::ALL.iter().position(|known| *known == field).unwrap_or_default();
    u8::try_from(Field::ALL.len() - 1 - at).unwrap_or(0) * 8 + strength
}

/// Where a word stands, by its six bits of worth.
pub(super) fn field(worth: u8) -> Field {
    Field::ALL[Field::ALL.len() - 1 - usize::from(worth / 8).min(Field::ALL.len() - 1)]
}

/// The points that six bits of worth stand for.
pub(super) fn points(worth: u8) -> u32 {
    field(worth).points() * (9 + u32::from(worth % 8))
}

/// Markdown without addresses and marks.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
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
