//! Lists of cards: which there are, and what is on each.

use super::item::Card;
use super::town_lists::{topics_in_places, town_lists};
use super::towns::{Town, place_slug};
use crate::base::EntryKind;
use crate::base::alphabet::{Alphabet, Heading};
use crate::base::collation::Collation;
use crate::config::{Config, Kind};
use crate::edition::{Edition, GroupId, OrganizationId, Status, TopicId};
use std::collections::{BTreeMap, HashMap};

/// A list of cards, in pages.
#[derive(Debug, Hash)]
pub struct List {
    /// What is listed.
    pub of: EntryKind,
    /// What it is narrowed to.
    pub filter: Filter,
    /// Address of its first page below the language's home page.
    pub path: String,
    /// The entries, in order.
    pub cards: Vec<Card>,
}

/// What a list is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Nothing: everybody.
    No,
    /// Names that begin with a letter.
    Letter(String),
    /// People, or projects, in a town.
    Place(String),
    /// The same people by another name of their town, or all towns of a name: an address that
    /// stays, and no way to narrow people; with the address of the list that it stands for, where
    /// that is one.
    PlaceToo(String, Option<String>),
    /// Projects that went on in a year, or news or events of one.
    Year(i16),
    /// People who speak a language, by its primary tag.
    Language(String),
    /// People with room for work.
    Availability(Status),
    /// What a topic is about, or who.
    Topic(TopicId),
    /// What was done for an organization, or who worked for it.
    Organization(OrganizationId),
    /// Who is in a group or in one within it.
    Group(GroupId),
    /// Experts on a topic in a town.
    TopicIn(TopicId, String),
}

/// How many entries the page of something else shows in cards: what one sees at first.
pub(super) const BEGINNING: usize = 12;

/// How many of `total` entries the page of something else shows: all, or where there are so many
/// that they have a list of their own, what one sees at first.
pub(super) fn shown(total: usize, config: &Config) -> usize {
    let size = config.page_size.entries();
    if total > size { BEGINNING.min(size) } else { total }
}

/// The sections below `experts/` in which lists of people are.
pub(super) const SECTIONS: [&str; 4] = [LETTER, PLACE, LANGUAGE, AVAILABILITY];
const LETTER: &str = "letter";
pub(super) const PLACE: &str = "place";
const LANGUAGE: &str = "language";
const AVAILABILITY: &str = "availability";
/// The sections below `projects/` in which lists of projects are.
pub(super) const PROJECT_SECTIONS: [&str; 2] = [PLACE, YEAR];
const YEAR: &str = "year";

/// All lists of the site.
pub(super) fn lists(edition: &Edition, config: &Config) -> Vec<List> {
    let mut lists = Vec::new();
    if config.kind == Kind::Network {
        lists.extend(expert_lists(edition, config));
    }
    let whole = |of: EntryKind, cards: Vec<Card>| {
        let path = format!("{}/", of.folder());
        (!cards.is_empty()).then_some(List { of, filter: Filter::No, path, cards })
    };
    // What goes by stands last.
    let others = EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Article);
    for kind in others.chain([EntryKind::Article]).filter(|kind| *kind != EntryKind::Expert) {
        let cards = edition.listed(kind).filter_map(|index| Card::of_entry(kind, index));
        lists.extend(whole(kind, cards.collect()));
    }
    if config.kind == Kind::Network {
        lists.extend(project_lists(edition));
    }
    lists.extend(dated_lists(edition));
    lists.extend(everybody(edition));
    lists.extend(long_lists(edition).filter(|list| list.cards.len() > config.page_size.entries()));
    lists
}

/// The most people of groups within it that the page of a group names itself; more have a list.
pub(super) const MOST_BELOW: usize = 12;

/// All who are in a group or in one within it, where that is more than the group's own page shows.
fn everybody(edition: &Edition) -> impl Iterator<Item = List> {
    let groups = edition.listed_groups().filter(|(_, group)| !group.parts.is_empty());
    let groups = groups.filter(|(_, group)| group.only_below().nth(MOST_BELOW).is_some());
    groups.map(|(id, group)| {
        let cards = group.everybody.iter().copied().map(Card::Expert).collect();
        list_below(&format!("groups/{}/", group.slug), Filter::Group(id), EntryKind::Expert, cards)
    })
}

/// What pages of topics and organizations show the beginning of.
fn long_lists(edition: &Edition) -> impl Iterator<Item = List> {
    let topics = edition.listed_topics().flat_map(|id| {
        let topic = &edition.topics[id];
        let cards = [
            (EntryKind::Project, topic.projects.iter().copied().map(Card::Project).collect()),
            (EntryKind::Request, topic.requests.iter().copied().map(Card::Request).collect()),
            (EntryKind::Article, topic.news.iter().copied().map(Card::Article).collect()),
        ];
        let page = format!("topics/{}/", topic.slug);
        cards.map(|(of, cards)| list_below(&page, Filter::Topic(id), of, cards))
    });
    let organizations = edition.listed_organizations().flat_map(|id| {
        let organization = &edition.organizations[id];
        let cards = [
            (EntryKind::Expert, organization.people.iter().copied().map(Card::Expert).collect()),
            (
                EntryKind::Project,
                organization.projects.iter().copied().map(Card::Project).collect(),
            ),
            (
                EntryKind::Request,
                organization.requests.iter().copied().map(Card::Request).collect(),
            ),
        ];
        let page = format!("organizations/{}/", organization.slug);
        cards.map(|(of, cards)| list_below(&page, Filter::Organization(id), of, cards))
    });
    topics.chain(organizations)
}

fn list_below(page: &str, filter: Filter, of: EntryKind, cards: Vec<Card>) -> List {
    List { of, filter, path: format!("{page}{}/", of.folder()), cards }
}

fn expert_lists(edition: &Edition, config: &Config) -> Vec<List> {
    let collation = Collation::new(&config.languages[0]);
    let mut all = Vec::new();
    let alphabet = Alphabet::new(&config.languages[0]);
    let mut letters: HashMap<Heading, Vec<Card>> = HashMap::new();
    let mut languages: BTreeMap<String, Vec<Card>> = BTreeMap::new();
    let mut availability: BTreeMap<Status, Vec<Card>> = BTreeMap::new();
    for (id, expert) in edition.listed_experts() {
        let card = Card::Expert(id);
        all.push(card);
        letters.entry(alphabet.heading(&expert.sort_name)).or_default().push(card);
        let file = &expert.record.file;
        for language in &file.languages {
            let cards = languages.entry(language.tag.primary().to_owned()).or_default();
            if cards.last() != Some(&card) {
                cards.push(card);
            }
        }
        if let Some(available) = &file.availability {
            availability.entry(available.status).or_default().push(card);
        }
    }
    let list = |filter, path: String, cards| List { of: EntryKind::Expert, filter, path, cards };
    let everybody = all.len();
    let mut lists = vec![list(Filter::No, "experts/".to_owned(), all)];
    let mut letters: Vec<_> = letters.into_iter().collect();
    letters
        .sort_by_cached_key(|(heading, _)| (collation.key(&heading.label), heading.label.clone()));
    for (heading, cards) in letters {
        let path = format!("experts/{LETTER}/{}/", heading.address);
        lists.push(list(Filter::Letter(heading.label), path, cards));
    }
    lists.extend(town_lists(edition));
    // What all speak narrows nothing down.
    for (tag, cards) in languages.into_iter().filter(|(_, cards)| cards.len() < everybody) {
        lists.push(list(
            Filter::Language(tag.clone()),
            format!("experts/{LANGUAGE}/{tag}/"),
            cards,
        ));
    }
    for (status, cards) in availability {
        let path = format!("experts/{AVAILABILITY}/{}/", status.as_str());
        lists.push(list(Filter::Availability(status), path, cards));
    }
    lists.extend(long_topics(edition, config.page_size.entries()));
    lists.extend(topics_in_places(edition, config.topics_in_places));
    lists
}

/// The experts of each topic of which a page has no room for all.
fn long_topics(edition: &Edition, page_size: usize) -> impl Iterator<Item = List> + '_ {
    let long = edition.topics.entries().filter(move |(_, it)| it.experts.len() > page_size);
    long.map(|(id, topic)| {
        let cards = topic.experts.iter().map(|ranked| Card::Expert(ranked.expert)).collect();
        let page = format!("topics/{}/", topic.slug);
        list_below(&page, Filter::Topic(id), EntryKind::Expert, cards)
    })
}

/// How many years back and ahead of this one projects have lists by year.
const MOST_YEARS: i16 = 40;

/// The projects of a town, and those of a year, the last first. What all are in narrows nothing
/// down.
fn project_lists(edition: &Edition) -> impl Iterator<Item = List> {
    let mut places: BTreeMap<String, (Town<'_>, Vec<Card>)> = BTreeMap::new();
    let mut years: BTreeMap<i16, Vec<Card>> = BTreeMap::new();
    let this_year = edition.date.year();
    let mut all = 0;
    for (id, project) in edition.listed_projects() {
        all += 1;
        let file = &project.record.file;
        if let Some(city) = file.place.as_deref() {
            let (town, cards) = places.entry(place_slug(city)).or_default();
            town.add(city);
            cards.push(Card::Project(id));
        }
        if let Some(period) = file.period {
            let last = period.last(edition.date).year().max(period.from.year());
            for year in
                period.from.year().max(this_year - MOST_YEARS)..=last.min(this_year + MOST_YEARS)
            {
                years.entry(year).or_default().push(Card::Project(id));
            }
        }
    }
    let places = places
        .into_iter()
        .map(|(slug, (town, cards))| (Filter::Place(town.name()), PLACE, slug, cards));
    let years = years
        .into_iter()
        .rev()
        .map(|(year, cards)| (Filter::Year(year), YEAR, year.to_string(), cards));
    places.chain(years).filter(move |(.., cards)| cards.len() < all).map(
        |(filter, section, address, cards)| List {
            of: EntryKind::Project,
            filter,
            path: format!("projects/{section}/{address}/"),
            cards,
        },
    )
}

/// The news of each year, the last first, and the events.
fn dated_lists(edition: &Edition) -> impl Iterator<Item = List> {
    let news =
        edition.listed_news().filter_map(|(id, it)| Some((it.date?.year(), Card::Article(id))));
    let events =
        edition.listed_events().map(|(id, it)| (it.start.clock.day.year(), Card::Event(id)));
    by_year(EntryKind::Article, news).chain(by_year(EntryKind::Event, events))
}

fn by_year(of: EntryKind, cards: impl Iterator<Item = (i16, Card)>) -> impl Iterator<Item = List> {
    let mut years: BTreeMap<i16, Vec<Card>> = BTreeMap::new();
    for (year, card) in cards {
        years.entry(year).or_default().push(card);
    }
    years.into_iter().rev().map(move |(year, cards)| List {
        of,
        filter: Filter::Year(year),
        path: format!("{}/{year}/", of.folder()),
        cards,
    })
}
