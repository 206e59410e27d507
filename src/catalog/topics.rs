//! The vocabulary of topics: who has which word, what is broader than what.

use super::entries::Topic;
use super::references::Mentions;
use crate::base::{Code, Diagnostic, Place, TopicId};
use crate::record::{self, Record};

type Written = (String, Record<record::Topic, record::TopicText>);

/// Gives every word of the written topics to its topic.
pub(super) fn words(written: &[Written], notes: &mut Vec<Diagnostic>) -> Mentions {
    let mut mentions = Mentions::default();
    for (index, (slug, record)) in written.iter().enumerate() {
        mentions.names.slug(slug, index);
        let path = &record.origin.path;
        let mut claim = |word: &str, place: Place| {
            let holders = mentions.names.name(word, index);
            if let [first, ..] = holders
                && *first != index
            {
                let other = &written[*first].1.origin.path;
                notes.push(
                    Diagnostic::new(Code::SameTopic, place, format!("`{word}` is a word for two topics"))
                        .help(format!("leave it with one of them; `{other}` has it too"))
                        .and(Place::file(other.clone())),
                );
            }
        };
        claim(&record.file.title, Place::value(path.clone(), "title"));
        for (at, synonym) in record.file.synonyms.iter().enumerate() {
            claim(synonym, Place::value(path.clone(), format!("synonyms[{at}]")));
        }
        for translation in &record.translations {
            if let Some(title) = &translation.text.title {
                claim(title, Place::value(translation.path.clone(), "title"));
            }
            for (at, synonym) in translation.text.synonyms.iter().enumerate() {
                claim(synonym, Place::value(translation.path.clone(), format!("synonyms[{at}]")));
            }
        }
    }
    mentions.seal(written.len());
    mentions
}

/// The written topics with their relations; those that are only mentioned follow later.
pub(super) fn relate(written: Vec<Written>, mentions: &mut Mentions, notes: &mut Vec<Diagnostic>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::with_capacity(written.len());
    for (slug, record) in written {
        let broader = record.file.broader.iter().filter_map(|name| mentions.topic(name)).collect();
        let related = record.file.related.iter().filter_map(|name| mentions.topic(name)).collect();
        topics.push(Topic { slug, title: record.file.title.clone(), record: Some(record), broader, related });
    }
    for index in 0..topics.len() {
        let id = TopicId::new(index);
        let mut at = 0;
        while let Some(parent) = topics[index].broader.get(at).copied() {
            if reaches(&topics, parent, id) {
                topics[index].broader.remove(at);
                if let Some(record) = &topics[index].record {
                    let place = Place::value(record.origin.path.clone(), format!("broader[{at}]"));
                    let title = topics.get(parent.index()).map_or("itself", |topic| topic.title.as_str());
                    notes.push(
                        Diagnostic::new(
                            Code::TopicCycle,
                            place,
                            format!("`{title}` is not broader than this topic but narrower, or the same"),
                        )
                        .help("take it out of `broader:` here, or there"),
                    );
                }
            } else {
                at += 1;
            }
        }
        topics[index].broader.dedup();
    }
    topics
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
            open.extend(topics.get(topic.index()).into_iter().flat_map(|topic| topic.broader.iter().copied()));
        }
    }
    false
}

/// Closes `related` in both directions.
pub(super) fn close_related(topics: &mut [Topic]) {
    let pairs: Vec<(TopicId, TopicId)> = topics
        .iter()
        .enumerate()
        .flat_map(|(index, topic)| topic.related.iter().map(move |other| (TopicId::new(index), *other)))
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
