//! The index as static files, which a browser fetches as it needs them.
//!
//! `manifest` says which files there are. Their names end in a hash of their content, so that they
//! may be cached for ever:
//!
//! - `names-N`, `titles-N`, `texts-N`: a word of a name (a whole name of several words, a word of a
//!   text), a tab and its list a line, in order; the manifest knows of each file with what its
//!   first word begins, after all words of the file before it;
//! - `pairs-N`: the number of two words that stand side by side, a tab and its list a line; which
//!   file it is follows from the number and how many files there are;
//! - `back-N`: words of names written backwards, a word a line, for typing errors at the beginning;
//! - `files-of-KIND`: which files there are of a kind that few questions need;
//! - `topics`: names, wider topics and slug of each topic; `lists-N`: a topic's list a line, topics
//!   that share a word side by side;
//! - `order`: the place of each expert in the order of names;
//! - `places`: all towns; `facets`: what else experts can be narrowed down to;
//! - `groups`: who is in which group, where there are any;
//! - `records-N`: what is shown of an entry; neighbours have one hash, of them all.

use super::entry::{Entry, names};
use super::facets::facets;
use super::files::{LEAST_BYTES, LEAST_BYTES_OF_SELDOM, NEIGHBOURS, Writer};
use super::groups::groups;
use super::index::Index;
use super::list::number;
use super::records::{first_topics, shown};
use super::topics::{TopicWords, all_names, side_by_side};
use crate::base::{Language, Slot, Spill};
use crate::edition::{Edition, ExpertId, TopicId};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// With more entries than this, more are in one file of records: hosts count files, and an answer
/// that asks for ten of them weighs a few KB more.
const MANY: usize = 20_000;
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
    let (names, titles): (Vec<_>, Vec<_>) =
        index.names.words.iter().partition(|(name, _)| !name.contains(' '));
    let names = writer.dictionary("names", LEAST_BYTES, names.into_iter());
    let titles = writer.dictionary("titles", LEAST_BYTES_OF_SELDOM, titles.into_iter());
    let texts = writer.dictionary("texts", LEAST_BYTES, index.texts.words.iter());
    let pairs = writer.pairs(&index.pairs);
    let back = writer.backwards(&index.names);
    let in_order = side_by_side(&index.topics);
    let lists = writer.lists(in_order.iter().map(|at| &index.topics[*at].list));
    let topics = writer.add_json("topics", &topics(edition, &index.topics, (language, languages)));
    let facets = facets(edition, &index.entries);
    let places = writer.add_json("places", &facets.places);
    let facets = writer.add_json("facets", &facets);
    let groups = groups(edition, &index.entries, language);
    let groups = groups.map(|groups| writer.add_json("groups", &groups));
    let order = writer.add("order", "txt", order(&index.entries).as_bytes());
    let chunk = if index.entries.len() > MANY { 32 } else { 16 };
    let records = writer.records(&index.entries, chunk, |entries| {
        let records: Vec<_> =
            entries.iter().map(|entry| record(edition, *entry, language, &photo)).collect();
        json!(records).to_string().into_bytes()
    });
    let kinds = Entry::KINDS.map(|kind| {
        let count = index.entries.iter().filter(|entry| entry.kind() == kind).count();
        (kind.folder(), count)
    });
    let mut tongues: Vec<&str> = languages.iter().map(Language::primary).collect();
    tongues.sort_unstable();
    tongues.dedup();
    let manifest = json!({
        "kinds": kinds,
        "names": names,
        "texts": texts,
        "lists": lists,
        "titles": writer.add_json("files-of-titles", &titles),
        "pairs": writer.add_json("files-of-pairs", &pairs),
        "back": writer.add_json("files-of-back", &back),
        "records": { "size": chunk, "neighbours": NEIGHBOURS, "hash": records },
        "topics": topics,
        "facets": facets,
        "places": places,
        "groups": groups,
        "order": order,
        "month": index.month,
        "tongues": tongues,
    });
    let hash = writer.add_json("manifest", &manifest);
    Dataset {
        manifest: format!("{folder}manifest-{hash}.json"),
        files: writer.files,
        spill: edition.spill.clone(),
    }
}

/// The topics: their names, how far before each its wider ones stand, and their slugs where they
/// are not as the script makes them of the first name.
fn topics(
    edition: &Edition,
    words: &[TopicWords],
    (language, languages): (&Language, &[Language]),
) -> Vec<serde_json::Value> {
    let topic = |(at, id): (usize, TopicId)| {
        let topic = &edition.topics[id];
        let names = all_names(edition, id, language, languages);
        let before = |wider: &TopicId| at.cast_signed() - wider.index().cast_signed();
        let wider: Vec<isize> = topic.broader.iter().map(before).collect();
        if words[at].names.first().is_some_and(|name| name.replace(' ', "-") == topic.slug) {
            json!([names, wider])
        } else {
            json!([names, wider, topic.slug])
        }
    };
    edition.listed_topics().enumerate().map(topic).collect()
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
