//! What is told of places: towns that are not known, that may be several, or that are far from
//! where the entry says to be.

use super::words;
use super::{Asked, PlaceIn, WrittenTown, locations};
use crate::base::diagnostic::beginning;
use crate::base::fold::fold;
use crate::base::places::{FAR, Found, Gazetteer, Position, Town, is_anywhere};
use crate::base::{Code, Diagnostic, Place};
use crate::config::CONFIG_FILE;
use crate::edition::entries::Edition;
use crate::record::Location;
use std::collections::{BTreeMap, BTreeSet};

/// How many towns a message names.
const MOST_NAMED: usize = 4;

/// Says of places with `at:` that they are far from the town of the name beside it.
pub(super) fn far_from_town(edition: &Edition, gazetteer: &Gazetteer<'_>) -> Vec<Diagnostic> {
    let far = |((kind, index, key), place): (PlaceIn, &Location)| {
        let (at, town) = (place.at?, WrittenTown::of(place)?);
        let all = match gazetteer.find(town.sought()) {
            Found::Town(known) | Found::Largest(known, _) => vec![known],
            // Which of them is meant is said by `at:`, if it is in one.
            Found::Several(towns) => towns,
            Found::Elsewhere(_) | Found::Nothing(_) => return None,
        };
        let nearest = |at: Position| all.iter().min_by_key(|town| town.at.distance(at));
        let known = nearest(at)?;
        let away = known.at.distance(at);
        if away < FAR {
            return None;
        }
        let exchanged = at.exchanged();
        let is_swapped = nearest(exchanged)?.at.distance(exchanged) < FAR;
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

/// Says of each town once that it is not known or may be several.
pub(super) fn notes(
    edition: &Edition,
    asked: &BTreeMap<WrittenTown, Asked>,
    gazetteer: &Gazetteer<'_>,
) -> Vec<Diagnostic> {
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
        let shown = beginning(&town.city);
        match found {
            Found::Town(_) => {}
            Found::Largest(one, other) => largest.push(format!("{one}, and not {other}")),
            Found::Several(towns) if *key == words::KEY => {
                let message = format!("`{shown}` may be {}", named(towns));
                let region = [&towns[0].region, &towns[0].country];
                let region = region.into_iter().find(|it| !it.is_empty());
                let help = format!(
                    "write which one behind it: `{}, {}`",
                    towns[0].name,
                    region.map_or("", |it| it)
                );
                notes.push(Diagnostic::new(Code::AmbiguousTown, place, message).help(help));
            }
            found => notes.push(unsettled(found, &shown, place, town, gazetteer)),
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

/// Says of a town that it is not known, or may be several.
fn unsettled(
    found: &Found,
    shown: &str,
    place: Place,
    town: &WrittenTown,
    gazetteer: &Gazetteer<'_>,
) -> Diagnostic {
    match found {
        Found::Several(towns) => {
            let message = format!("`{shown}` may be {}", named(towns));
            let at = towns[0].at;
            Diagnostic::new(Code::AmbiguousTown, place, message).help(format!(
                "add `region:` or `country:`, or say where it is: `at: {at}` is {}",
                towns[0]
            ))
        }
        Found::Elsewhere(towns) => {
            let message = format!(
                "no `{shown}` is known in the country or region that is said, here or in `places:`; known is {}",
                named(towns)
            );
            let country = &towns[0].country;
            Diagnostic::new(Code::UnknownTown, place, message).help(format!(
                "say which is meant with its `region:` and `country: {country}`, or say where it is with `at:`"
            ))
        }
        Found::Nothing(near) => {
            let message = format!("no town is known by the name of `{shown}`");
            Diagnostic::new(Code::UnknownTown, place, message).help(match near {
                _ if is_anywhere(&town.city) => {
                    "write `remote: true`, and leave `city` out or name the town".to_owned()
                }
                _ if !gazetteer.with_region(&town.city).is_empty() => {
                    "it is a region: write it as `region:`, and the town as `city:`".to_owned()
                }
                Some(near) => format!(
                    "did you mean `{near}`? Else add its `country:`, or say where it is with `at:`"
                ),
                None => "add its `country:`, or say where it is: `at: [53.22, 6.57]`".to_owned(),
            })
        }
        Found::Town(_) | Found::Largest(..) => unreachable!("the town is known"),
    }
}
