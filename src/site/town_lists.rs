//! Where people are, and lists of the people of a town: one for all who are in a town that is
//! known, however they write it, and one for each of several towns of a name.

use super::context::ViewContext;
use super::item::Card;
use super::lists::{Filter, List, PLACE};
use super::towns::{Town, place_slug};
use super::view::parts::Place;
use crate::base::EntryKind;
use crate::base::places::{self, Distance, Position};
use crate::base::slug::slug;
use crate::edition::{Edition, Expert, ExpertId, Location, Request, Spot, TopicId};
use std::collections::{BTreeMap, BTreeSet};

/// What makes people be in one town: where it is, or else how they write it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    At(Position),
    Written(String),
}

/// The people of a town.
#[derive(Default)]
struct Here<'a> {
    town: Town<'a>,
    spot: Option<&'a Spot>,
    people: Vec<ExpertId>,
}

/// The slug of a town that has a namesake: with its region.
fn namesake(city: &str, town: &places::Town) -> Option<String> {
    let of = [&town.region, &town.country].into_iter().find(|of| !of.is_empty())?;
    Some(format!("{}-{}", place_slug(city), slug(of)))
}

/// That of one that has a namesake in its region: with where it is, too.
fn neighbour(city: &str, town: &places::Town) -> Option<String> {
    Some(format!("{}-{}", namesake(city, town)?, slug(&town.at.to_string())))
}

/// Where the list of a town is, by its slug.
fn path_of(slug: &str) -> String {
    format!("experts/{PLACE}/{slug}/")
}

impl<'a> ViewContext<'a> {
    /// Where an expert is.
    pub(super) fn place_of_expert(self, expert: &'a Expert) -> Option<Place<'a>> {
        let location = expert.record.file.location.as_ref()?;
        Some(self.place(location, expert.spot.as_ref()))
    }

    /// Where a request is.
    pub(super) fn place_of_request(self, request: &'a Request) -> Option<Place<'a>> {
        let place = request.record.file.place.as_ref()?;
        Some(self.place(place, request.spot.as_ref()))
    }

    /// A place as it is written, and as it is known.
    fn place(self, location: &'a Location, spot: Option<&Spot>) -> Place<'a> {
        let url = location.city.as_deref().and_then(|city| self.town_url(city, spot));
        Place {
            city: location.city.as_deref(),
            region: location.region.as_deref(),
            country: location.country.as_deref(),
            remote: location.remote,
            travel: location.travel.as_deref(),
            radius: location.radius.map(Distance::kilometres),
            areas: &location.areas,
            url,
        }
    }

    /// The list of everybody in a town.
    pub(super) fn town_url(self, city: &str, spot: Option<&Spot>) -> Option<String> {
        let town = spot.map(|it| &it.town);
        let slugs =
            [town.and_then(|it| neighbour(city, it)), town.and_then(|it| namesake(city, it))];
        let slugs = slugs.into_iter().flatten().chain([place_slug(city)]);
        slugs.into_iter().find_map(|slug| self.standing(&path_of(&slug)))
    }
}

/// The people of each town, and which towns are written in a way.
struct Everywhere<'a> {
    towns: BTreeMap<Key, Here<'a>>,
    /// By each way of writing: the towns, and the people.
    written: BTreeMap<String, (BTreeSet<Key>, BTreeSet<ExpertId>)>,
}

/// Where an expert in lists is, and how they write it.
fn whereabouts(expert: &Expert) -> Option<(Key, &str)> {
    let city = expert.record.file.location.as_ref()?.city.as_deref().filter(|_| expert.listed)?;
    let spot = expert.spot.as_ref();
    Some((spot.map_or_else(|| Key::Written(place_slug(city)), |it| Key::At(it.town.at)), city))
}

impl<'a> Everywhere<'a> {
    fn of(edition: &'a Edition) -> Self {
        let mut all = Self { towns: BTreeMap::new(), written: BTreeMap::new() };
        for (id, expert) in edition.listed_experts() {
            let Some((key, city)) = whereabouts(expert) else { continue };
            let here = all.towns.entry(key.clone()).or_default();
            here.town.add(city);
            here.spot = expert.spot.as_ref();
            here.people.push(id);
            let (keys, people) = all.written.entry(place_slug(city)).or_default();
            keys.insert(key);
            people.insert(id);
        }
        all
    }

    /// The slug of a town that nobody else's is, and what it is called there: with its region, when
    /// others are called so; with where it is, when one of these is in that region.
    fn own(&self, here: &Here<'_>) -> Option<(String, String)> {
        let name = here.town.name();
        let spelling = place_slug(&name);
        let keys = self.written.get(&spelling).map(|it| &it.0);
        let Some(keys) = keys.filter(|keys| keys.len() > 1) else { return Some((spelling, name)) };
        let town = &here.spot?.town;
        let of = if town.region.is_empty() { &town.country } else { &town.region };
        let slug = namesake(&name, town)?;
        let spots = keys.iter().filter_map(|key| self.towns.get(key)?.spot);
        let same = spots.filter(|it| namesake(&name, &it.town).as_ref() == Some(&slug)).count();
        if same > 1 {
            return Some((neighbour(&name, town)?, format!("{name} ({of}, {})", town.at)));
        }
        Some((slug, format!("{name} ({of})")))
    }
}

/// The lists of all towns.
pub(super) fn town_lists(edition: &Edition) -> Vec<List> {
    let all = Everywhere::of(edition);
    let mut lists: BTreeMap<String, List> = BTreeMap::new();
    let mut shared: BTreeMap<String, (String, Vec<ExpertId>)> = BTreeMap::new();
    for here in all.towns.values() {
        let Some((slug, name)) = all.own(here) else { continue };
        let path = path_of(&slug);
        let filter = Filter::Place(name);
        lists.insert(path.clone(), list(filter, path, &here.people));
        let name = here.town.name();
        if let Some(slug) = here.spot.and_then(|spot| namesake(&name, &spot.town)) {
            shared.entry(slug).or_insert_with(|| (name, Vec::new())).1.extend(&here.people);
        }
    }
    for (spelling, (keys, people)) in &all.written {
        let path = path_of(spelling);
        let one = keys.first().filter(|_| keys.len() == 1).and_then(|key| all.towns.get(key));
        let same: Vec<ExpertId> = match one {
            Some(here) => here.people.clone(),
            None => people.iter().copied().collect(),
        };
        let spelled = people
            .first()
            .and_then(|id| edition.experts[*id].record.file.location.as_ref()?.city.as_deref());
        let name = one.map(|here| here.town.name()).or(spelled.map(|it| it.trim().to_owned()));
        let name = name.unwrap_or_default();
        // Of whom nobody knows in which of several towns of the name they are.
        let is_unsettled = one.is_none() && keys.iter().any(|it| matches!(it, Key::Written(_)));
        let main = one.and_then(|here| all.own(here)).map(|(slug, _)| path_of(&slug));
        let filter = if is_unsettled { Filter::Place(name) } else { Filter::PlaceToo(name, main) };
        lists.entry(path.clone()).or_insert_with(|| list(filter, path, &same));
    }
    // Where towns of one name in one region were one list, that address stays.
    for (slug, (name, mut people)) in shared {
        let is_split =
            all.towns.values().filter_map(|here| neighbour(&here.town.name(), &here.spot?.town));
        let is_split = is_split
            .filter(|it| it.starts_with(&format!("{slug}-")))
            .any(|it| lists.contains_key(&path_of(&it)));
        if is_split {
            people.sort_unstable();
            let path = path_of(&slug);
            lists
                .entry(path.clone())
                .or_insert_with(|| list(Filter::PlaceToo(name, None), path, &people));
        }
    }
    lists.into_values().collect()
}

/// Fewer experts than this are no list.
const LEAST_IN_CROSSING: usize = 3;

/// How many are on a topic in a town: the topic, the slug and the name of the town, and who.
type Crossing = (usize, TopicId, (String, String), Vec<Card>);

/// Lists of experts on a topic in a town, for those who have no script; the longest, at most
/// `most`. A town that has all experts on a topic, or nobody but them, adds nothing.
pub(super) fn topics_in_places(edition: &Edition, most: usize) -> Vec<List> {
    let all = Everywhere::of(edition);
    let mut found: Vec<Crossing> = Vec::new();
    for (id, topic) in edition.topics.entries() {
        let mut here: BTreeMap<Key, Vec<Card>> = BTreeMap::new();
        for ranked in &topic.experts {
            if let Some((key, _)) = whereabouts(&edition.experts[ranked.expert]) {
                here.entry(key).or_default().push(Card::Expert(ranked.expert));
            }
        }
        for (key, cards) in here {
            let Some(town) = all.towns.get(&key) else { continue };
            let whole = cards.len() == topic.experts.len() || town.people.len() == cards.len();
            if cards.len() < LEAST_IN_CROSSING || whole {
                continue;
            }
            let own = all.own(town);
            let own = own.unwrap_or_else(|| (place_slug(&town.town.name()), town.town.name()));
            found.push((cards.len(), id, own, cards));
        }
    }
    found.sort_by(|one, other| {
        other.0.cmp(&one.0).then_with(|| (one.1, &one.2).cmp(&(other.1, &other.2)))
    });
    found.truncate(most);
    let list = |(_, topic, (slug, name), cards): Crossing| {
        let path = format!("topics/{}/in/{slug}/", edition.topics[topic].slug);
        List { of: EntryKind::Expert, filter: Filter::TopicIn(topic, name), path, cards }
    };
    found.into_iter().map(list).collect()
}

fn list(filter: Filter, path: String, people: &[ExpertId]) -> List {
    let cards = people.iter().copied().map(Card::Expert).collect();
    List { of: EntryKind::Expert, filter, path, cards }
}
