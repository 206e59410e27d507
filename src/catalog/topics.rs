//! The vocabulary of topics: who has which word, what is broader than what.

use super::entries::{Topic, TopicId};
use super::names::{key, label};
use super::references::Mentions;
use crate::base::{Anchor, Code, Diagnostic, Language, Place};
use crate::record::{self, Record};
use std::collections::HashMap;

type Written = (String, Record<record::Topic, record::TopicText>);

/// The most steps from a topic to the top of its tree.
const MOST_DEPTH: usize = 5;

/// Gives every word of the written topics to its topic. In one language a word means one topic:
/// that of which it is the title, before those that have it for a synonym.
pub(super) fn words(written: &mut [Written], notes: &mut Vec<Diagnostic>) -> Mentions {
    let mut claims = Claims::default();
    for (index, (slug, record)) in written.iter().enumerate() {
        claims.mentions.names.slug(slug, index);
        for alias in &record.common.aliases {
            claims.mentions.names.alias(alias, index);
        }
        claims.title(index, None, Some(&record.file.title), &record.origin.anchor);
    }
    // Words of the default language first, so that they win where a word means something else in
    // another.
    for (index, (_, record)) in written.iter_mut().enumerate() {
        claims.synonyms(index, None, &mut record.file.synonyms, &record.origin.anchor);
    }
    for (index, (_, record)) in written.iter().enumerate() {
        for translation in &record.translations {
            let (text, language) = (&translation.text, Some(&translation.language));
            claims.title(index, language, text.title.as_ref(), &translation.anchor);
        }
    }
    for (index, (_, record)) in written.iter_mut().enumerate() {
        for translation in &mut record.translations {
            let language = Some(&translation.language);
            claims.synonyms(index, language, &mut translation.text.synonyms, &translation.anchor);
        }
    }
    notes.append(&mut claims.notes);
    claims.mentions.seal(written.len());
    claims.mentions
}

/// Who has which word.
#[derive(Default)]
struct Claims {
    mentions: Mentions,
    holders: HashMap<(Option<Language>, String), (usize, Place)>,
    notes: Vec<Diagnostic>,
}

impl Claims {
    fn title(
        &mut self,
        index: usize,
        language: Option<&Language>,
        title: Option<&String>,
        anchor: &Anchor,
    ) {
        if let Some(title) = title {
            self.claim(index, language, title, anchor.value("title"));
        }
    }

    /// Keeps of the synonyms of a topic those that are its own.
    fn synonyms(
        &mut self,
        index: usize,
        language: Option<&Language>,
        synonyms: &mut Vec<String>,
        anchor: &Anchor,
    ) {
        let mut at = 0;
        synonyms.retain(|word| {
            let place = anchor.value(format!("synonyms[{at}]"));
            at += 1;
            self.claim(index, language, word, place)
        });
    }

    /// Whether the topic has the word from now on.
    fn claim(
        &mut self,
        index: usize,
        language: Option<&Language>,
        word: &str,
        place: Place,
    ) -> bool {
        let (message, help, other) = match self.holders.get(&(language.cloned(), key(word))) {
            None => {
                self.mentions.names.name(word, index);
                self.holders.insert((language.cloned(), key(word)), (index, place));
                return true;
            }
            Some((holder, _)) if *holder == index => {
                let message = format!("the topic has the word `{word}` already");
                let note = Diagnostic::new(Code::LabelTwice, place, message);
                self.notes.push(note.help("delete it here"));
                return false;
            }
            Some((_, other)) => (
                format!("`{word}` is a word for two topics"),
                format!("leave it with one of them; {} has it too", label(other)),
                other.clone(),
            ),
        };
        let note = Diagnostic::new(Code::SameTopic, place, message);
        self.notes.push(note.help(help).and(other));
        false
    }
}

/// The written topics with their relations; those that are only mentioned follow later.
pub(super) fn relate(
    written: Vec<Written>,
    mentions: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::with_capacity(written.len());
    for (index, (slug, record)) in written.into_iter().enumerate() {
        let anchor = record.origin.anchor.clone();
        let mut find = |key: &str, names: &[String]| -> Vec<TopicId> {
            let mut found = Vec::new();
            for (at, name) in names.iter().enumerate() {
                let place = || anchor.value(format!("{key}[{at}]"));
                let Some(topic) = mentions.topic(name, place) else { continue };
                if topic.index() == index && key == "related" {
                    let note = Diagnostic::new(
                        Code::SelfRelation,
                        place(),
                        "the topic is related to itself",
                    );
                    notes.push(note.help("delete it here"));
                } else if !found.contains(&topic) {
                    found.push(topic);
                }
            }
            found
        };
        let broader = find("broader", &record.file.broader);
        let related = find("related", &record.file.related);
        topics.push(Topic {
            slug,
            title: record.file.title.clone(),
            record: Some(record),
            broader,
            related,
        });
    }
    for index in 0..topics.len() {
        break_cycles(&mut topics, index, notes);
    }
    for index in 0..topics.len() {
        part_relations(&mut topics, index, notes);
        note_depth(&topics, index, notes);
    }
    topics
}

/// Where the written topic says `key`, item `at` of it.
fn place_of(topics: &[Topic], index: usize, key: &str, at: usize) -> Option<Place> {
    let record = topics[index].record.as_ref()?;
    Some(record.origin.anchor.value(format!("{key}[{at}]")))
}

fn break_cycles(topics: &mut [Topic], index: usize, notes: &mut Vec<Diagnostic>) {
    let id = TopicId::new(index);
    let mut at = 0;
    while let Some(parent) = topics[index].broader.get(at).copied() {
        if !reaches(topics, parent, id) {
            at += 1;
            continue;
        }
        topics[index].broader.remove(at);
        let title = topics.get(parent.index()).map_or("", |topic| topic.title.as_str());
        let message = format!("`{title}` is not broader than this topic but narrower, or the same");
        let label = |name: &String| key(name) == key(title);
        let written = topics[index]
            .record
            .as_ref()
            .and_then(|record| record.file.broader.iter().position(label));
        if let Some(place) = place_of(topics, index, "broader", written.unwrap_or(at)) {
            let note = Diagnostic::new(Code::TopicCycle, place, message);
            notes.push(note.help("take it out of `broader:` here, or there"));
        }
    }
}

/// Takes out what is related and at the same time broader or narrower (SKOS S27).
fn part_relations(topics: &mut [Topic], index: usize, notes: &mut Vec<Diagnostic>) {
    let id = TopicId::new(index);
    let mut at = 0;
    let mut written = 0;
    while let Some(other) = topics[index].related.get(at).copied() {
        if reaches(topics, id, other) || reaches(topics, other, id) {
            topics[index].related.remove(at);
            let names = topics[index].record.as_ref().map(|record| &record.file.related);
            let title = names.and_then(|names| names.get(written)).map_or("", String::as_str);
            let message = format!(
                "`{title}` is related to this topic, and one of the two is broader than the other"
            );
            if let Some(place) = place_of(topics, index, "related", written) {
                let note = Diagnostic::new(Code::RelatedIsBroader, place, message);
                notes.push(note.help("keep `broader:` and delete it here"));
            }
        } else {
            at += 1;
        }
        written += 1;
    }
}

fn note_depth(topics: &[Topic], index: usize, notes: &mut Vec<Diagnostic>) {
    let mut depth = 0;
    let mut level = topics[index].broader.clone();
    while !level.is_empty() && depth <= MOST_DEPTH {
        depth += 1;
        let above = level.iter().filter_map(|id| topics.get(id.index()));
        level = above.flat_map(|topic| topic.broader.iter().copied()).collect();
    }
    if depth > MOST_DEPTH
        && let Some(record) = &topics[index].record
    {
        let place = record.origin.anchor.value("broader");
        let message = format!("the topic lies more than {MOST_DEPTH} steps below the top");
        notes.push(
            Diagnostic::new(Code::DeepTopic, place, message)
                .help("leave out a step between it and the top"),
        );
    }
}

/// Whether `from` is `to`, or has it among its wider topics.
fn reaches(topics: &[Topic], from: TopicId, to: TopicId) -> bool {
    let mut open = vec![from];
    let mut seen = std::collections::HashSet::new();
    while let Some(topic) = open.pop() {
        if topic == to {
            return true;
        }
        if seen.insert(topic) {
            open.extend(
                topics
                    .get(topic.index())
                    .into_iter()
                    .flat_map(|topic| topic.broader.iter().copied()),
            );
        }
    }
    false
}

/// Closes `related` in both directions.
pub(super) fn close_related(topics: &mut [Topic]) {
    let pairs: Vec<(TopicId, TopicId)> = topics
        .iter()
        .enumerate()
        .flat_map(|(index, topic)| {
            topic.related.iter().map(move |other| (TopicId::new(index), *other))
        })
        .filter(|(one, other)| one != other)
        .collect();
    for topic in topics.iter_mut() {
        topic.related.clear();
    }
    for (one, other) in pairs {
        topics[one.index()].related.push(other);
        topics[other.index()].related.push(one);
    }
    for topic in topics {
        topic.related.sort();
        topic.related.dedup();
    }
}
