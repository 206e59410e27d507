//! Where experts and requests are, for a site that tells distances.

use super::entries::Edition;
use crate::base::fold::fold;
use crate::base::places::{Distance, Found, Gazetteer, Position, Sought, Town};
use crate::base::{Code, Diagnostic, EntryKind, Place};
use crate::config::{CONFIG_FILE, Config, Places};
use crate::record::Location;
use std::collections::{BTreeMap, BTreeSet};

/// How many towns a message names.
const MOST_NAMED: usize = 4;
/// From here on, what `at:` says is not in the town that stands beside it.
const FAR: Distance = Distance(500);

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
    fn of(place: &Location) -> Option<Self> {
        let city = place.city.clone()?;
        let (region, country) = (place.region.clone(), place.country.clone());
        (!city.trim().is_empty()).then_some(Self { city, region, country })
    }

    fn sought(&self) -> Sought<'_> {
        let (region, country) = (self.region.as_deref(), self.country.as_deref());
        Sought { city: &self.city, region, country }
    }
}

/// Where a written town stands: the entry's kind and place, and the key.
pub type PlaceIn = (EntryKind, usize, &'static str);

/// What was found for a town, where it was first written, and how often.
type Asked = (Found, PlaceIn, usize);

/// Every town that an entry in lists says without saying where it is, what is known of it, where it
/// is written first, and how many entries write it so.
pub fn written_towns(
    edition: &Edition,
    places: &Places,
) -> Vec<(WrittenTown, Found, PlaceIn, usize)> {
    let asked = ask(edition, &places.gazetteer());
    asked.into_iter().map(|(town, (found, place, count))| (town, found, place, count)).collect()
}

/// The location of each entry in lists that has one.
fn locations(edition: &Edition) -> impl Iterator<Item = (PlaceIn, &Location)> {
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

fn ask(edition: &Edition, gazetteer: &Gazetteer<'_>) -> BTreeMap<WrittenTown, Asked> {
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
    asked
}

/// Finds where experts and requests are, and says of each town once that it is not known or may be
/// several.
pub fn settle_places(edition: &mut Edition, places: &Places) -> Vec<Diagnostic> {
    let asked = ask(edition, &places.gazetteer());
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
            Found::Several(_) | Found::Nothing(_) => None,
        }
    };
    for expert in edition.experts.iter_mut().filter(|it| it.listed) {
        expert.spot = spot(expert.record.file.location.as_ref());
    }
    for request in edition.requests.iter_mut().filter(|it| it.listed) {
        request.spot = spot(request.record.file.place.as_ref());
    }
    let mut all = notes(edition, &asked);
    all.extend(far_from_town(edition, &places.gazetteer()));
    all
}

/// Says of places with `at:` that they are far from the town of the name beside it.
fn far_from_town(edition: &Edition, gazetteer: &Gazetteer<'_>) -> Vec<Diagnostic> {
    let far = |((kind, index, key), place): (PlaceIn, &Location)| {
        let (at, town) = (place.at?, WrittenTown::of(place)?);
        let (Found::Town(known) | Found::Largest(known, _)) = gazetteer.find(town.sought()) else {
            return None;
        };
        let away = known.at.distance(at);
        if away < FAR {
            return None;
        }
        let swapped = Position { north: at.east, east: at.north };
        let is_swapped = known.at.distance(swapped) < FAR;
        let message = format!("`at` is {} km from {known}", away.kilometres());
        let help = if is_swapped {
            "write how far north first, and how far east behind it".to_owned()
        } else {
            format!("write `at: {}`, or leave it out; another town needs its `country:`", known.at)
        };
        let files = edition.files_of(kind, index)?;
        let place = files.own.value(key.replace("city", "at"));
        Some(Diagnostic::new(Code::FarFromTown, place, message).help(help))
    };
    locations(edition).filter_map(far).collect()
}

fn notes(edition: &Edition, asked: &BTreeMap<WrittenTown, Asked>) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    let mut largest = Vec::new();
    // A town that is written in several ways is asked for once.
    let mut said: BTreeSet<(String, Option<&str>, Option<&str>)> = BTreeSet::new();
    for (town, (found, (kind, index, key), _)) in asked {
        let known = (fold(&town.city), town.region.as_deref(), town.country.as_deref());
        if !said.insert(known) {
            continue;
        }
        let Some(files) = edition.files_of(*kind, *index) else { continue };
        let place = files.own.value(key);
        let shown: String = town.city.chars().take(60).collect();
        match found {
            Found::Town(_) => {}
            Found::Largest(one, other) => largest.push(format!("{one}, and not {other}")),
            Found::Several(towns) => {
                let message = format!("`{shown}` may be {}", named(towns));
                let note = Diagnostic::new(Code::AmbiguousTown, place, message);
                let at = towns[0].at;
                notes.push(note.help(format!(
                    "add `region:` or `country:`, or say where it is: `at: {at}` is {}",
                    towns[0]
                )));
            }
            Found::Nothing(near) => {
                let note = Diagnostic::new(
                    Code::UnknownTown,
                    place,
                    format!("no town is known by the name of `{shown}`"),
                );
                notes.push(note.help(match near {
                    Some(near) => format!("did you mean `{near}`? Else add its `country:`, or say where it is with `at:`"),
                    None => "add its `country:`, or say where it is: `at: [53.22, 6.57]`".to_owned(),
                }));
            }
        }
    }
    if !largest.is_empty() {
        let more = largest.len().saturating_sub(MOST_NAMED);
        largest.truncate(MOST_NAMED);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        let message = format!(
            "towns in several countries are called so; meant are {}{more}",
            largest.join("; ")
        );
        let note = Diagnostic::new(Code::LargestTown, Place::file(CONFIG_FILE), message);
        notes.push(note.help("name the countries of the site: `places: { countries: [NL] }`"));
    }
    notes
}

/// The first of several towns, by name.
fn named(towns: &[Town]) -> String {
    let more = towns.len().saturating_sub(MOST_NAMED);
    let names: Vec<String> = towns.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    let more = if more > 0 { format!(", or one of {more} more") } else { String::new() };
    format!("{}{more}", names.join(", or "))
}
