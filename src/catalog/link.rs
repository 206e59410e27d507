//! From records to the catalog: slugs, references, relations.

use super::addresses::{Addressed, Addresses};
use super::assign::{Register, assign};
use super::entries::{Page, Request, Topic};
use super::experts::experts;
use super::mentioned::OnlyMentioned;
use super::people::{self, People};
use super::projects;
use super::references::Mentions;
use super::slugs::Reserved;
use super::tables::Catalog;
use super::team::Team;
use super::whose::Whose;
use super::{
    aliases, closed_twice, events, groups, identity, news, organizations, topics, vocabulary,
};
use crate::base::{Checked, Diagnostic, Forgotten};
use crate::record::{self, Record, Records};

/// Links `records`. What refers to nothing is noted and left out, and so are topics of a member
/// beyond `new_topics` that nobody else names. Who had which address says `before`.
pub fn link(
    mut records: Records,
    new_topics: usize,
    whose: Whose<'_>,
    before: &Addresses,
) -> Checked<Catalog> {
    let (mut notes, mut addresses) = (Vec::new(), Addresses::default());
    let mut register = Register { before, now: &mut addresses, notes: &mut notes };
    settle(&mut records, register.notes);
    let (mut topics, mut topic_mentions) = topics_of(records.topics, new_topics, &mut register);
    let mut written = of_site(records.organizations, &mut register);
    let mut organization_mentions = organizations::words(&mut written, whose, register.notes);
    let forgotten = records.forgotten.clone();
    let People { profiles, names, folders } = profiles(
        people::register(records.experts, &records.unread, records.forgotten, &mut register),
        whose,
        register.notes,
    );
    let slugs: Vec<String> = profiles.iter().map(|(slug, _)| slug.clone()).collect();
    let people = Team::new(&names, &slugs, &folders, whose);
    let mut projects = projects::link(
        records.projects,
        &Reserved::of(&records.unread, "projects"),
        &people,
        &mut topic_mentions,
        &mut organization_mentions,
        register.notes,
    );
    let mut experts =
        experts(profiles, &people, &mut topic_mentions, &mut organization_mentions, register.notes);
    let requests = of_site(records.requests, &mut register);
    let requests = requests_of(requests, &mut topic_mentions, &mut organization_mentions);
    let groups = of_site(records.groups, &mut register);
    let groups = groups::link(groups, &people, &mut topic_mentions, register.notes);
    let events = of_site(records.events, &mut register);
    let events = events::link(events, &groups, &people, &mut topic_mentions, register.notes);
    let reserved = Reserved::of(&records.unread, "news");
    let news = news::link(records.news, &reserved, &people, &mut topic_mentions, &mut register);
    let pages = of_site(records.pages, &mut register);

    add_mentioned(&mut topics, topic_mentions, &mut register);
    topics::close_related(&mut topics);
    let organizations = organizations::all(
        written,
        (&mut experts, &mut projects),
        organization_mentions,
        &names,
        &mut register,
    );
    let referrals = people.referrals.into_inner();
    let catalog = Catalog {
        experts: experts.into(),
        projects: projects.into(),
        organizations: organizations.into(),
        topics: topics.into(),
        requests: requests.into(),
        groups: groups.into(),
        pages: pages.into_iter().map(|(slug, record)| Page { slug, record }).collect(),
        news: news.into(),
        events: events.into(),
        addresses,
        referrals,
        forgotten,
        spill: records.spill,
    };
    note_orphans(&catalog, &mut notes);
    Checked::new(catalog, notes)
}

/// Decides who is hidden and which aliases lead somewhere, before anything has an address.
fn settle(records: &mut Records, notes: &mut Vec<Diagnostic>) {
    closed_twice::close(&mut records.experts, notes);
    aliases::settle(records, notes);
}

/// Entries of which only the site itself writes, with their slugs: nobody could take the place of
/// one that cannot be read.
fn of_site<F: Addressed, T>(
    records: Vec<Record<F, T>>,
    register: &mut Register<'_>,
) -> Vec<(String, Record<F, T>)> {
    assign(records, &Reserved::default(), |_| true, register).taken
}

/// The topics that somebody wrote about, and the words by which they are known.
fn topics_of(
    records: Vec<Record<record::Topic, record::TopicText>>,
    most_new: usize,
    register: &mut Register<'_>,
) -> (Vec<Topic>, Mentions) {
    let mut written = of_site(records, register);
    let mut mentions = topics::words(&mut written, register.notes);
    let topics = topics::relate(written, &mut mentions, register.notes);
    // What the site itself names of topics counts for nobody.
    mentions.limit(most_new);
    (topics, mentions)
}

/// Gives every profile what it is known again by.
fn profiles(mut people: People, whose: Whose<'_>, notes: &mut Vec<Diagnostic>) -> People {
    if let (Whose::Portfolio(folder), [_]) = (whose, people.profiles.as_slice()) {
        // In a network the folder's name would be the slug.
        people.names.alias(folder, 0);
    }
    let is_written = |record: &Record<_, _>| *record.origin.anchor.file != *Forgotten::FILE;
    let real = people.profiles.iter().take_while(|(_, record)| is_written(record)).count();
    identity::keep_identities(&mut people.profiles[..real], notes);
    identity::note_identities(&people.profiles[..real], notes);
    people
}

/// Adds the topics that entries name and nobody writes about.
fn add_mentioned(topics: &mut Vec<Topic>, mentions: Mentions, register: &mut Register<'_>) {
    mentions.note_excess(register.notes);
    mentions.note_spellings("topic", register.notes);
    let mentioned = mentions.into_mentioned("topics/", register);
    vocabulary::note_near_duplicates(topics, &mentioned, register.notes);
    topics.extend(mentioned.into_iter().map(bare));
}

/// A topic that is only mentioned.
fn bare(found: OnlyMentioned) -> Topic {
    Topic {
        slug: found.slug,
        title: found.title,
        record: None,
        broader: Vec::new(),
        related: Vec::new(),
    }
}

/// Notes the topics that nobody and nothing names.
fn note_orphans(catalog: &Catalog, notes: &mut Vec<Diagnostic>) {
    let mut used = vec![false; catalog.topics.len()];
    let of_teams = catalog.projects.iter().flat_map(|project| &project.team);
    let of_teams = of_teams.flat_map(|member| member.topics.iter().copied());
    for topic in catalog.named_topics().chain(of_teams) {
        used[topic.index()] = true;
    }
    vocabulary::note_orphans(&catalog.topics, &used, notes);
}

fn requests_of(
    written: Vec<(String, Record<record::Request, record::RequestText>)>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
) -> Vec<Request> {
    written.into_iter().map(|(slug, it)| request(slug, it, topics, organizations)).collect()
}

fn request(
    slug: String,
    record: Record<record::Request, record::RequestText>,
    topics: &mut Mentions,
    organizations: &mut Mentions,
) -> Request {
    topics.heed(&record.origin);
    organizations.heed(&record.origin);
    let anchor = &record.origin.anchor;
    let organization = record.file.organization.as_deref();
    let organization = organization
        .and_then(|name| organizations.organization(name, || anchor.value("organization")));
    let needs = record.file.needs.iter().enumerate();
    let needs = needs.filter_map(|(at, need)| {
        topics.topic(&need.topic, || anchor.value(format!("needs[{at}]")))
    });
    Request { needs: needs.collect(), slug, organization, record }
}
