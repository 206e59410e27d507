//! What is shown of something that was found; also for search engines that take records.

use super::entry::{Entry, names, slug, spoken, topic_title};
use super::entry_texts::texts;
use crate::base::Language;
use crate::edition::{Claim, Edition, TopicId};
use serde::Serialize;
use std::collections::BTreeSet;

/// Topics that are shown of an entry.
const MOST_TOPICS: usize = 5;

/// An entry for a search engine of somebody's own.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    /// `experts/jan-de-vries`; unique in a language.
    pub id: String,
    /// `experts`, `projects`, `topics`, `organizations`, `groups`, `requests` or `pages`.
    pub kind: &'static str,
    /// The part of the address that is its own.
    pub slug: &'a str,
    /// BCP 47 tag of the language of the texts.
    pub language: String,
    /// Name or title.
    pub title: &'a str,
    /// Other names.
    pub other_names: Vec<&'a str>,
    /// The line below the title.
    pub headline: Option<&'a str>,
    /// Everything else that is written, one text after the other.
    pub text: String,
    /// The topics.
    pub topics: Vec<RecordTopic<'a>>,
    /// The town.
    pub place: Option<&'a str>,
    /// Whether an expert works from elsewhere.
    pub remote: Option<bool>,
    /// Languages that an expert speaks, BCP 47.
    pub languages: Vec<&'a str>,
    /// `open`, `limited` or `none`.
    pub availability: Option<&'static str>,
    /// Slugs of the groups that an expert is in at present, and of those around them.
    pub groups: Vec<&'a str>,
    /// Day, month or year of the last change.
    pub updated: Option<String>,
}

/// A topic of a record.
#[derive(Debug, Serialize)]
pub struct RecordTopic<'a> {
    /// The part of the topic's address that is its own.
    pub slug: &'a str,
    /// Its title.
    pub title: &'a str,
    /// How fresh the expert's claim is: `current`, `fresh`, `past`, `dormant`, `undated`,
    /// `evergreen`.
    pub freshness: Option<&'static str>,
    /// Topic score of the expert, 0 to 1000.
    pub score: Option<u32>,
}

/// The record of an entry in a language.
pub fn record<'a>(edition: &'a Edition, entry: Entry, language: &Language) -> Record<'a> {
    let shown = shown(edition, entry, language);
    let mut names = names(edition, entry, language).into_iter();
    let title = names.next().unwrap_or_default();
    let kind = entry.kind().folder();
    let text: Vec<_> = texts(edition, entry, language).into_iter().map(|(_, text)| text).collect();
    let expert = match entry {
        Entry::Expert(id) => Some(&edition.experts[id]),
        _ => None,
    };
    let groups = match entry {
        Entry::Expert(id) => edition.groups_with(id),
        _ => BTreeSet::new(),
    };
    let (of, index) = entry.place();
    let updated = match entry {
        Entry::Topic(_) | Entry::Organization(_) => None,
        _ => edition.files_of(of, index).and_then(|files| files.updated),
    };
    let topic = |(id, claim): (TopicId, Option<&Claim>)| RecordTopic {
        slug: &edition.topics[id].slug,
        title: topic_title(edition, id, language),
        freshness: claim.map(|claim| claim.freshness.label.as_str()),
        score: claim.map(|claim| claim.score),
    };
    let file = expert.map(|expert| &expert.record.file);
    Record {
        id: format!("{kind}/{}", shown.slug),
        kind,
        slug: shown.slug,
        language: language.to_string(),
        title,
        other_names: names.collect(),
        headline: shown.line,
        text: text.join("\n\n"),
        topics: topic_ids(edition, entry).into_iter().map(topic).collect(),
        place: shown.place,
        remote: file.and_then(|file| file.location.as_ref()).map(|place| place.remote),
        languages: file
            .into_iter()
            .flat_map(|file| &file.languages)
            .map(|one| one.tag.as_str())
            .collect(),
        availability: file.and_then(|file| file.availability.as_ref()).map(|it| it.status.as_str()),
        groups: groups.into_iter().map(|id| &*edition.groups[id].slug).collect(),
        updated: updated.map(|date| date.to_string()),
    }
}

/// What a result shows.
pub(super) struct Shown<'a> {
    pub(super) slug: &'a str,
    pub(super) line: Option<&'a str>,
    pub(super) place: Option<&'a str>,
    /// The years of a project.
    pub(super) years: Option<String>,
}

pub(super) fn shown<'a>(edition: &'a Edition, entry: Entry, language: &Language) -> Shown<'a> {
    let spoken = spoken(edition, entry, language);
    let period = match entry {
        Entry::Project(id) => edition.projects[id].record.file.period,
        _ => None,
    };
    let years = period.map(|period| match period.to {
        Some(to) if to.year() == period.from.year() => to.year().to_string(),
        Some(to) => format!("{}–{}", period.from.year(), to.year()),
        None if period.runs => format!("{}–", period.from.year()),
        None => period.from.year().to_string(),
    });
    Shown { slug: slug(edition, entry), line: spoken.line, place: spoken.place, years }
}

/// The topics of an entry that can be found; of an expert in the order of the claims, each with its
/// claim.
fn topic_ids(edition: &Edition, entry: Entry) -> Vec<(TopicId, Option<&Claim>)> {
    let mut topics: Vec<_> = match entry {
        Entry::Expert(id) => {
            edition.experts[id].claims.iter().map(|claim| (claim.topic, Some(claim))).collect()
        }
        entry => {
            let (kind, index) = entry.place();
            edition.topics_of(kind, index).iter().map(|id| (*id, None)).collect()
        }
    };
    topics.retain(|(id, _)| edition.lists_topic(*id));
    topics
}

/// The first topics of an entry, and how fresh an expert's claim to each is.
pub(super) fn first_topics(edition: &Edition, entry: Entry) -> Vec<(TopicId, &'static str)> {
    let first = topic_ids(edition, entry).into_iter().take(MOST_TOPICS);
    first
        .map(|(id, claim)| (id, claim.map_or("", |claim| claim.freshness.label.as_str())))
        .collect()
}
