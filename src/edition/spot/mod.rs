//! Where entries are, for a site that tells distances.

mod notes;
mod words;

use crate::base::places::{Distance, Found, Gazetteer, Sought, Town};
use crate::base::{Diagnostic, EntryKind};
use crate::config::{Config, Places};
use crate::edition::areas::areas;
use crate::edition::entries::Edition;
use crate::record::Location;
use notes::{far_from_town, notes};
use std::collections::BTreeMap;
use words::{InWords, in_words, places as worded_places, settle};

/// Where somebody or something is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The town.
    pub town: Town,
}

impl Spot {
    /// How far the town of another is.
    pub fn distance(&self, other: &Town) -> Distance {
        self.town.at.distance(other.at)
    }
}

/// Whether anything of a site follows from distances; else no town is looked for.
pub(super) fn tells_distances(edition: &Edition, config: &Config) -> bool {
    let says =
        |place: &Location| place.at.is_some() || place.radius.is_some() || !place.areas.is_empty();
    let says = |place: Option<&Location>| place.is_some_and(says);
    config.map
        || config.places.is_said()
        || edition.experts.iter().any(|it| it.listed && says(it.record.file.location.as_ref()))
        || edition.requests.iter().any(|it| it.listed && says(it.record.file.place.as_ref()))
}

/// A town as entries write it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WrittenTown {
    /// Its name.
    pub city: String,
    /// Its region, when that is said.
    pub region: Option<String>,
    /// Its country, when that is said.
    pub country: Option<String>,
}

impl WrittenTown {
    pub(super) fn of(place: &Location) -> Option<Self> {
        let city = place.city.clone()?;
        let (region, country) = (place.region.clone(), place.country.clone());
        (!city.trim().is_empty()).then_some(Self { city, region, country })
    }

    pub(super) fn sought(&self) -> Sought<'_> {
        let (region, country) = (self.region.as_deref(), self.country.as_deref());
        Sought { city: &self.city, region, country }
    }
}

/// Where a written town stands: the entry's kind and place, and the key.
pub type PlaceIn = (EntryKind, usize, &'static str);

/// What was found for a town, where it was first written, and how often.
pub(super) type Asked = (Found, PlaceIn, usize);

/// Every town that an entry in lists says without saying where it is, what is known of it, where it
/// is written first, and how many entries write it so.
pub fn written_towns(
    edition: &Edition,
    places: &Places,
) -> Vec<(WrittenTown, Found, PlaceIn, usize)> {
    let (asked, _) = ask(edition, &places.gazetteer());
    asked.into_iter().map(|(town, (found, place, count))| (town, found, place, count)).collect()
}

/// The location of each entry in lists that has one.
pub(super) fn locations(edition: &Edition) -> impl Iterator<Item = (PlaceIn, &Location)> {
    let experts = edition.experts.entries().filter(|(_, it)| it.listed).filter_map(|(id, it)| {
        let place = it.record.file.location.as_ref()?;
        Some(((EntryKind::Expert, id.index(), "location.city"), place))
    });
    let requests = edition.requests.entries().filter(|(_, it)| it.listed).filter_map(|(id, it)| {
        let place = it.record.file.place.as_ref()?;
        Some(((EntryKind::Request, id.index(), "place.city"), place))
    });
    experts.chain(requests)
}

/// What is known of each town, by how entries write it, and of those in the words of places.
fn ask(edition: &Edition, gazetteer: &Gazetteer<'_>) -> (BTreeMap<WrittenTown, Asked>, InWords) {
    let mut asked: BTreeMap<WrittenTown, Asked> = BTreeMap::new();
    for (place_in, place) in locations(edition).filter(|(_, place)| place.at.is_none()) {
        let Some(town) = WrittenTown::of(place) else { continue };
        if let Some((_, _, count)) = asked.get_mut(&town) {
            *count += 1;
        } else {
            let found = gazetteer.find(town.sought());
            asked.insert(town, (found, place_in, 1));
        }
    }
    let towns = asked.values().filter_map(|(found, ..)| match found {
        Found::Town(town) | Found::Largest(town, _) => Some(town.country.to_string()),
        _ => None,
    });
    let in_words = in_words(edition, gazetteer, &towns.collect());
    for (place_in, words) in worded_places(edition) {
        let Some((city, found)) = in_words.get(words) else { continue };
        let town = WrittenTown { city: city.clone(), region: None, country: None };
        asked.entry(town).or_insert_with(|| (found.clone(), place_in, 0)).2 += 1;
    }
    (asked, in_words)
}

/// Finds where entries are, and says of each town once that it is not known or may be
/// several.
pub fn settle_places(edition: &mut Edition, places: &Places) -> Vec<Diagnostic> {
    let (asked, in_words) = ask(edition, &places.gazetteer());
    let spot = |place: Option<&Location>| {
        let place = place?;
        if let Some(at) = place.at {
            let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().into();
            let (name, region, country) =
                (text(&place.city), text(&place.region), text(&place.country));
            return Some(Spot { town: Town { name, region, country, at } });
        }
        match &asked.get(&WrittenTown::of(place)?)?.0 {
            Found::Town(town) | Found::Largest(town, _) => Some(Spot { town: town.clone() }),
            Found::Several(_) | Found::Elsewhere(_) | Found::Nothing(_) => None,
        }
    };
    for expert in edition.experts.iter_mut().filter(|it| it.listed) {
        expert.spot = spot(expert.record.file.location.as_ref());
    }
    for request in edition.requests.iter_mut().filter(|it| it.listed) {
        request.spot = spot(request.record.file.place.as_ref());
    }
    settle(edition, &in_words);
    let mut all = notes(edition, &asked, &places.gazetteer());
    all.extend(far_from_town(edition, &places.gazetteer()));
    all.extend(areas(edition, &places.gazetteer()));
    all
}
