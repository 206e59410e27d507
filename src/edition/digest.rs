//! What came to a network between two days: told of two editions, so that nothing is told that may
//! not be seen, and nobody who left.

use super::article::ArticleId;
use super::entries::{Edition, Expert, ExpertId, GroupId, ProjectId, RequestId, Topic, TopicId};
use super::event::{Event, EventId};
use super::turnover::{Between, Turnover};
use crate::base::{Id, ListKind, Table};
use crate::record::Status;
use std::collections::{BTreeMap, BTreeSet};

/// The lists of a profile of which new items are told.
const NEWSWORTHY: [ListKind; 7] = [
    ListKind::Offers,
    ListKind::Asks,
    ListKind::Publications,
    ListKind::Talks,
    ListKind::Awards,
    ListKind::Certificates,
    ListKind::Experience,
];

/// What came to a network between two days.
#[derive(Debug, Default)]
pub struct Digest {
    /// People who are new, by sort name.
    pub people: Vec<ExpertId>,
    /// Open requests that are new, those that close soonest first.
    pub requests: Vec<RequestId>,
    /// Projects that are new, newest first.
    pub projects: Vec<ProjectId>,
    /// Groups that are new, by title.
    pub groups: Vec<GroupId>,
    /// News, newest first.
    pub news: Vec<ArticleId>,
    /// Events to come that are new, the soonest before.
    pub events: Vec<EventId>,
    /// Groups that were there, with who joined and who left.
    pub turnovers: Vec<Turnover>,
    /// Topics that somebody has and nobody had, by title.
    pub topics: Vec<TopicId>,
    /// People who were there, with what is new of them.
    pub changed: Vec<(ExpertId, Vec<News>)>,
    /// How many people cannot be compared, as nothing is known of how their profile was.
    pub unknown: usize,
}

/// Something that is new of somebody.
#[derive(Debug, PartialEq, Eq)]
pub enum News {
    /// Another line about them.
    Headline(String),
    /// They have room for work, which they had not, or did not say.
    Open,
    /// A topic.
    Topic(TopicId),
    /// A title in one of the lists.
    Item(ListKind, String),
}

impl Digest {
    /// Whether nothing is new.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
            && self.requests.is_empty()
            && self.projects.is_empty()
            && self.groups.is_empty()
            && self.news.is_empty()
            && self.events.is_empty()
            && self.turnovers.is_empty()
            && self.topics.is_empty()
            && self.changed.is_empty()
    }
}

/// What came to `new` since `old`. Of people whose profiles lie in files for which `is_elsewhere`
/// holds, nothing is known of earlier days: those who are not in `old` are not called new.
pub fn digest(old: &Edition, new: &Edition, is_elsewhere: &dyn Fn(&str) -> bool) -> Digest {
    let mut digest = Digest::default();
    let people = former(&old.experts, |expert| (&expert.slug, &expert.record.aliases[..]));
    let topics = former(&old.topics, names_of_topic);
    for (id, expert) in new.reader().listed_experts() {
        let before = found(&people, &expert.slug, &expert.record.aliases);
        match before.map(|id| &old.experts[id]).filter(|before| before.listed) {
            Some(before) => {
                let news = news(&topics, before, new, expert);
                if !news.is_empty() {
                    digest.changed.push((id, news));
                }
            }
            None if is_elsewhere(&expert.record.anchor.file) => digest.unknown += 1,
            None => digest.people.push(id),
        }
    }
    let projects = former(&old.projects, |it| (&it.slug, &it.record.aliases[..]));
    for (id, project) in new.reader().listed_projects() {
        let before = found(&projects, &project.slug, &project.record.aliases);
        let was_there = before.is_some_and(|id| old.projects[id].listed);
        if !was_there && !is_elsewhere(&project.record.anchor.file) {
            digest.projects.push(id);
        }
    }
    let requests = former(&old.requests, |it| (&it.slug, &it.record.aliases[..]));
    for (id, request) in new.reader().listed_requests().filter(|(_, request)| !request.closed) {
        let before = found(&requests, &request.slug, &request.record.aliases);
        if !before.is_some_and(|id| old.requests[id].listed) {
            digest.requests.push(id);
        }
    }
    let pieces = former(&old.news, |it| (&it.slug, &it.record.aliases[..]));
    for (id, piece) in new.listed_news() {
        let before = found(&pieces, &piece.slug, &piece.record.aliases);
        let was_there = before.is_some_and(|id| old.news[id].listed);
        if !was_there && !is_elsewhere(&piece.record.anchor.file) {
            digest.news.push(id);
        }
    }
    digest.events = new_events(old, new);
    (digest.groups, digest.turnovers) =
        Between { old, new, is_elsewhere, people: &people }.groups();
    let shown = |edition: &Edition, id: TopicId| !edition.topics[id].experts.is_empty();
    let had: BTreeSet<TopicId> = old.listed_topics().filter(|id| shown(old, *id)).collect();
    let is_new = |id: &TopicId| {
        let before = found_topic(&topics, new, *id);
        shown(new, *id) && !before.is_some_and(|id| had.contains(&id))
    };
    // Where people cannot be compared, neither can what they have.
    if digest.unknown == 0 {
        digest.topics = new.listed_topics().filter(is_new).collect();
    }
    digest
}

/// The events to come that are new.
fn new_events(old: &Edition, new: &Edition) -> Vec<EventId> {
    let events = former(&old.events, |it| (&it.slug, &it.record.aliases[..]));
    let was_there = |slug: &str, aliases: &[String]| {
        found(&events, slug, aliases).is_some_and(|id| old.events[id].listed)
    };
    let coming = new.listed_events().filter(|(_, event)| !event.is_over);
    let is_new = |event: &Event| !was_there(&event.slug, &event.record.aliases);
    coming.filter(|(_, event)| is_new(event)).map(|(id, _)| id).collect()
}

/// Entries by their address, and by those that they had.
pub(super) fn former<'a, T>(
    table: &'a Table<T>,
    names: impl Fn(&'a T) -> (&'a String, &'a [String]),
) -> BTreeMap<&'a str, Id<T>> {
    let mut all = BTreeMap::new();
    for (id, entry) in table.entries() {
        let (slug, aliases) = names(entry);
        for alias in aliases {
            all.entry(alias.as_str()).or_insert(id);
        }
        all.insert(slug.as_str(), id);
    }
    all
}

fn names_of_topic(topic: &Topic) -> (&String, &[String]) {
    (&topic.slug, topic.record.as_ref().map_or(&[], |record| &record.aliases))
}

/// The topic that a topic of today was.
fn found_topic(before: &BTreeMap<&str, TopicId>, new: &Edition, id: TopicId) -> Option<TopicId> {
    let (slug, aliases) = names_of_topic(&new.topics[id]);
    found(before, slug, aliases)
}

/// Who had one of these addresses.
pub(super) fn found<T: Copy>(
    before: &BTreeMap<&str, T>,
    slug: &str,
    aliases: &[String],
) -> Option<T> {
    let aliases = aliases.iter().map(String::as_str);
    std::iter::once(slug).chain(aliases).find_map(|name| before.get(name).copied())
}

/// What is new of somebody who was there, when these were the `topics`.
fn news(
    topics: &BTreeMap<&str, TopicId>,
    before: &Expert,
    new: &Edition,
    now: &Expert,
) -> Vec<News> {
    let mut news = Vec::new();
    let headline = now.record.file.headline.as_ref();
    if let Some(headline) =
        headline.filter(|line| before.record.file.headline.as_ref() != Some(line))
    {
        news.push(News::Headline(headline.clone()));
    }
    if now.status() == Some(Status::Open) && before.status() != Some(Status::Open) {
        news.push(News::Open);
    }
    let had: BTreeSet<TopicId> = before.claims.iter().map(|claim| claim.topic).collect();
    let is_new = |id: &TopicId| {
        let before = found_topic(topics, new, *id);
        !before.is_some_and(|id| had.contains(&id))
    };
    news.extend(now.claims.iter().map(|claim| claim.topic).filter(is_new).map(News::Topic));
    for list in NEWSWORTHY {
        let had: BTreeSet<&str> = titles(before, list).into_iter().collect();
        let titles = titles(now, list).into_iter().filter(|title| !had.contains(title));
        news.extend(titles.map(|title| News::Item(list, title.to_owned())));
    }
    news
}

/// The titles of a list of somebody's.
fn titles(expert: &Expert, list: ListKind) -> Vec<&str> {
    let file = &expert.record.file;
    match list {
        ListKind::Offers | ListKind::Asks => {
            file.offers_in(list).iter().map(|item| item.title.as_str()).collect()
        }
        ListKind::Experience | ListKind::Education => {
            file.positions_in(list).iter().map(|item| item.title.as_str()).collect()
        }
        ListKind::Certificates => file.certificates.iter().map(|it| it.title.as_str()).collect(),
        ListKind::Publications | ListKind::Talks | ListKind::Awards => {
            file.credits_in(list).iter().map(|item| item.title.as_str()).collect()
        }
        ListKind::Testimonials => Vec::new(),
    }
}
