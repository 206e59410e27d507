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
use crate::edition::{Edition, Expert, ExpertId, Location, Request, Spot};
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

/// Where the list of a town is that has a namesake, below the lists of people.
fn namesake_path(city: &str, town: &places::Town) -> Option<String> {
    let of = [&town.region, &town.country].into_iter().find(|of| !of.is_empty())?;
    Some(format!("experts/{PLACE}/{}-{}/", place_slug(city), slug(of)))
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
        let namesake = spot.and_then(|it| namesake_path(city, &it.town));
        let all = format!("experts/{PLACE}/{}/", place_slug(city));
        namesake.and_then(|path| self.standing(&path)).or_else(|| self.standing(&all))
    }
}

/// The lists of all towns.
pub(super) fn town_lists(edition: &Edition) -> Vec<List> {
    let mut towns: BTreeMap<Key, Here<'_>> = BTreeMap::new();
    // By each way of writing: the towns, and the people.
    let mut written: BTreeMap<String, (BTreeSet<Key>, BTreeSet<ExpertId>)> = BTreeMap::new();
    for (id, expert) in edition.listed_experts() {
        let place = expert.record.file.location.as_ref();
        let Some(city) = place.and_then(|place| place.city.as_deref()) else { continue };
        let spelling = place_slug(city);
        let spot = expert.spot.as_ref();
        let key = spot.map_or_else(|| Key::Written(spelling.clone()), |it| Key::At(it.town.at));
        let here = towns.entry(key.clone()).or_default();
        here.town.add(city);
        here.spot = spot;
        here.people.push(id);
        let (keys, people) = written.entry(spelling).or_default();
        keys.insert(key);
        people.insert(id);
    }
    let mut lists: BTreeMap<String, List> = BTreeMap::new();
    for here in towns.values() {
        let name = here.town.name();
        let has_namesake = written.get(&place_slug(&name)).is_some_and(|it| it.0.len() > 1);
        let Some(spot) = here.spot.filter(|_| has_namesake) else {
            if !has_namesake {
                let path = format!("experts/{PLACE}/{}/", place_slug(&name));
                lists.insert(path.clone(), list(Filter::Place(name), path, &here.people));
            }
            continue;
        };
        let Some(path) = namesake_path(&name, &spot.town) else { continue };
        let of = if spot.town.region.is_empty() { &spot.town.country } else { &spot.town.region };
        let shown = list(Filter::Place(format!("{name} ({of})")), path.clone(), &here.people);
        // Towns of one name in one region are one list.
        match lists.get_mut(&path) {
            Some(known) => known.cards.extend(shown.cards),
            None => _ = lists.insert(path, shown),
        }
    }
    for (spelling, (keys, people)) in &written {
        let path = format!("experts/{PLACE}/{spelling}/");
        let one = keys.first().filter(|_| keys.len() == 1).and_then(|key| towns.get(key));
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
        let filter = if is_unsettled { Filter::Place(name) } else { Filter::PlaceToo(name) };
        lists.entry(path.clone()).or_insert_with(|| list(filter, path, &same));
    }
    lists.into_values().collect()
}

fn list(filter: Filter, path: String, people: &[ExpertId]) -> List {
    let cards = people.iter().copied().map(Card::Expert).collect();
    List { of: EntryKind::Expert, filter, path, cards }
}
