//! The index as static files, which a browser fetches as it needs them.
//!
//! `manifest` says which files there are. Their names end in a hash of their content, so that they
//! may be cached for ever:
//!
//! - `names-N`, `texts-N`: a word, a tab and its list a line, in order; the manifest knows the
//!   first word of each file;
//! - `pairs-N`: the number of two words that stand side by side, a tab and its list a line; which
//!   file it is follows from the number and how many files there are;
//! - `back-N`: words of names written backwards, a word a line, for typing errors at the beginning;
//! - `topics`: slug, names and wider topics of each topic; `lists-N`: a topic's list a line;
//! - `order`: the place of each expert in the order of names;
//! - `places`: all towns; `facets`: what else experts can be narrowed down to;
//! - `records-N`: what is shown of an entry.

use super::dictionary::Dictionary;
use super::entry::{Entry, names};
use super::facets::facets;
use super::index::Index;
use super::list::{List, letter, number};
use super::near::LEAST_LETTERS;
use super::pairs::{self, Pairs};
use super::records::{first_topics, shown};
use super::topics::all_names;
use crate::base::{Language, Slot, Spill};
use crate::edition::{Edition, ExpertId};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bytes of a file of words at least, and how many files there are at most.
const LEAST_BYTES: usize = 8 * 1024;
const MOST_FILES: usize = 512;
/// What an entry of a pair takes, more or less, in bytes.
const BYTES_OF_PAIR: usize = 6;
/// With more entries than this, more are in one file of records.
const MANY: usize = 100_000;
/// Letters of a hash in a name.
const HASH: usize = 4;

/// The files of the index in one language.
#[derive(Debug)]
pub struct Dataset {
    /// The path of the manifest.
    pub manifest: String,
    files: BTreeMap<Arc<str>, Slot>,
    /// Where their bytes are.
    spill: Arc<Spill>,
}

impl Dataset {
    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &Arc<str>> {
        self.files.keys()
    }

    /// The bytes of a file.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.files.get(path).map(|kept| self.spill.get(*kept))
    }
}

/// Files of one kind: with what each begins, and their hashes in a row.
struct Shards<T> {
    first: Vec<T>,
    hashes: String,
}

/// Writes the index of a language as files below `folder`. `photo` says where the smallest picture
/// of an expert is.
pub fn dataset(
    edition: &Edition,
    index: &Index,
    (language, languages): (&Language, &[Language]),
    folder: &str,
    photo: impl Fn(ExpertId) -> Option<String>,
) -> Dataset {
    let mut writer = Writer { folder, files: BTreeMap::new(), spill: &edition.spill };
    let names = writer.dictionary("names", &index.names);
    let texts = writer.dictionary("texts", &index.texts);
    let pairs = writer.pairs(&index.pairs);
    let back = writer.backwards(&index.names);
    let lists = writer.lists(index);
    let topics =
        writer.add("topics", "json", topics(edition, language, languages).to_string().as_bytes());
    let facets = facets(edition, &index.entries);
    let places = writer.add("places", "json", json!(facets.places).to_string().as_bytes());
    let facets =
        writer.add("facets", "json", &serde_json::to_vec(&facets).expect("facets are JSON"));
    let order = writer.add("order", "txt", order(&index.entries).as_bytes());
    let chunk = if index.entries.len() > MANY { 64 } else { 32 };
    let records = index.entries.chunks(chunk).enumerate().map(|(at, entries)| {
        let records = entries
            .iter()
            .map(|entry| record(edition, *entry, language, &photo))
            .collect::<Vec<_>>();
        writer.add(&format!("records-{at}"), "json", json!(records).to_string().as_bytes())
    });
    let records: String = records.collect();
    let kinds = Entry::KINDS.map(|kind| {
        let count = index.entries.iter().filter(|entry| entry.kind() == kind).count();
        (kind.folder(), count)
    });
    let mut tongues: Vec<&str> = languages.iter().map(Language::primary).collect();
    tongues.sort_unstable();
    tongues.dedup();
    let manifest = json!({
        "kinds": kinds,
        "names": { "first": names.first, "hash": names.hashes },
        "texts": { "first": texts.first, "hash": texts.hashes },
        "pairs": pairs,
        "back": { "first": back.first, "hash": back.hashes },
        "lists": { "first": lists.first, "hash": lists.hashes },
        "records": { "size": chunk, "hash": records },
        "topics": topics,
        "facets": facets,
        "places": places,
        "order": order,
        "month": index.month,
        "tongues": tongues,
    });
    let hash = writer.add("manifest", "json", manifest.to_string().as_bytes());
    Dataset {
        manifest: format!("{folder}manifest-{hash}.json"),
        files: writer.files,
        spill: edition.spill.clone(),
    }
}

fn topics(edition: &Edition, language: &Language, languages: &[Language]) -> serde_json::Value {
    let topic = |id: crate::edition::TopicId| {
        let topic = &edition.topics[id];
        let names = all_names(edition, id, language, languages);
        let wider: Vec<usize> = topic.broader.iter().map(|id| id.index()).collect();
        json!([topic.slug, names, wider])
    };
    edition.listed_topics().map(topic).collect()
}

/// The place of each expert in the order of names, a number.
fn order(entries: &[Entry]) -> String {
    let id = |entry: &Entry| match entry {
        Entry::Expert(id) => Some(*id),
        _ => None,
    };
    let ids: Vec<ExpertId> = entries.iter().map_while(id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    let mut order = String::new();
    for id in ids {
        let place = sorted.partition_point(|other| *other < id);
        number(&mut order, u32::try_from(place).unwrap_or(u32::MAX));
    }
    order
}

/// Slug, title, line, place (or client), years, availability, topics with freshness, picture.
fn record(
    edition: &Edition,
    entry: Entry,
    language: &Language,
    photo: &impl Fn(ExpertId) -> Option<String>,
) -> serde_json::Value {
    let shown = shown(edition, entry, language);
    let title = names(edition, entry, language).into_iter().next();
    let topics =
        first_topics(edition, entry).into_iter().map(|(id, label)| json!([id.index(), label]));
    let (available, picture) = match entry {
        Entry::Expert(id) => {
            let file = &edition.experts[id].record.file;
            (file.availability.as_ref().map(|it| it.status.as_str()), photo(id))
        }
        Entry::Request(id) if edition.requests[id].closed => (Some("closed"), None),
        _ => (None, None),
    };
    json!([
        shown.slug,
        title,
        shown.line,
        shown.place,
        shown.years,
        available,
        topics.collect::<Vec<_>>(),
        picture
    ])
}

struct Writer<'a> {
    folder: &'a str,
    files: BTreeMap<Arc<str>, Slot>,
    spill: &'a Spill,
}

impl Writer<'_> {
    /// Adds a file, and gives the hash in its name.
    fn add(&mut self, name: &str, ending: &str, bytes: &[u8]) -> String {
        let hash = blake3::hash(bytes);
        let hash: String = hash.as_bytes().iter().take(HASH).map(|byte| letter(*byte)).collect();
        self.files
            .insert(format!("{}{name}-{hash}.{ending}", self.folder).into(), self.spill.put(bytes));
        hash
    }

    fn dictionary(&mut self, name: &str, dictionary: &Dictionary) -> Shards<String> {
        let total: usize =
            dictionary.words.iter().map(|(word, list)| word.len() + list.len()).sum();
        let line = |(word, list): &(Box<str>, List), into: &mut String| {
            into.push_str(word);
            into.push('\t');
            list.encoded(into);
        };
        self.shards(name, total, dictionary.words.iter(), |(word, _)| word.to_string(), line)
    }

    /// Writes the pairs to files, and gives their hashes in a row.
    fn pairs(&mut self, pairs: &Pairs) -> String {
        let count = (pairs.len() * BYTES_OF_PAIR / LEAST_BYTES).clamp(1, MOST_FILES);
        let mut files = vec![String::new(); count];
        for (number, group) in pairs.groups() {
            let mut list = List::default();
            for (entry, worth) in group.iter().copied().map(pairs::entry) {
                list.push(entry, worth);
            }
            let file = &mut files[pairs::place(number, count)];
            file.push_str(&pairs::code(number));
            file.push('\t');
            list.encoded(file);
            file.push('\n');
        }
        let named = files.iter().enumerate();
        named.map(|(at, text)| self.add(&format!("pairs-{at}"), "txt", text.as_bytes())).collect()
    }

    fn backwards(&mut self, names: &Dictionary) -> Shards<String> {
        let words = names.words.iter().map(|(word, _)| word).filter(|word| !word.contains(' '));
        let mut words: Vec<String> = words
            .filter(|word| word.chars().count() + 1 >= LEAST_LETTERS)
            .map(|word| word.chars().rev().collect())
            .collect();
        words.sort_unstable();
        let total = words.iter().map(String::len).sum();
        self.shards(
            "back",
            total,
            words.iter(),
            |word| (*word).clone(),
            |word, into| into.push_str(word),
        )
    }

    fn lists(&mut self, index: &Index) -> Shards<usize> {
        let total = index.topics.iter().map(|topic| topic.list.len()).sum();
        let lines = index.topics.iter().enumerate();
        self.shards(
            "lists",
            total,
            lines,
            |(at, _)| *at,
            |(_, topic), into| topic.list.encoded(into),
        )
    }

    /// Writes lines to files, and remembers with what each file begins.
    fn shards<T, K>(
        &mut self,
        name: &str,
        total: usize,
        lines: impl Iterator<Item = T>,
        key: impl Fn(&T) -> K,
        write: impl Fn(T, &mut String),
    ) -> Shards<K>
    where
        T: Copy,
    {
        let target = (total / MOST_FILES).max(LEAST_BYTES);
        let mut shards = Shards { first: Vec::new(), hashes: String::new() };
        let mut text = String::new();
        for line in lines {
            if text.len() >= target {
                let full = std::mem::take(&mut text);
                let name = format!("{name}-{}", shards.first.len() - 1);
                shards.hashes.push_str(&self.add(&name, "txt", full.as_bytes()));
            }
            if text.is_empty() {
                shards.first.push(key(&line));
            }
            write(line, &mut text);
            text.push('\n');
        }
        if !text.is_empty() {
            shards.hashes.push_str(&self.add(
                &format!("{name}-{}", shards.first.len() - 1),
                "txt",
                text.as_bytes(),
            ));
        }
        shards
    }
}
