//! Areas for which people say to work, and that nobody knows.

use super::entries::Edition;
use super::spot::locations;
use crate::base::diagnostic::beginning;
use crate::base::fold::fold;
use crate::base::places::{Found, Gazetteer, Sought};
use crate::base::{Code, Diagnostic, Tidy, country};
use std::collections::BTreeSet;

/// Names of fewer letters are too much alike.
const SHORTEST: usize = 6;
/// From here on, two slips are one name; `Sauerland` is not `Saarland`.
const LONG: usize = 11;
/// No name of an area is longer, in bytes, and no more of one entry are looked at.
const LONGEST: usize = 120;
const MOST: usize = 50;

/// Says of areas that they are almost the name of a region, or of a place that somebody names. An
/// area may be anything that people call one (`Randstad`, `Ruhrgebiet`, `Benelux`), so nothing is
/// said of what is like nothing.
pub(super) fn areas(edition: &Edition, gazetteer: &Gazetteer<'_>) -> Vec<Diagnostic> {
    if !locations(edition).any(|(_, place)| !place.areas.is_empty()) {
        return Vec::new();
    }
    let said = |text: &Option<String>| text.as_deref().map(fold).unwrap_or_default();
    let named: BTreeSet<String> = locations(edition)
        .flat_map(|(_, place)| [said(&place.city), said(&place.region)])
        .filter(|name| !name.is_empty())
        .collect();
    let regions: BTreeSet<(String, &str)> =
        gazetteer.regions().map(|name| (fold(name), name)).collect();
    // What many say is looked at once.
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut notes = Vec::new();
    for ((kind, index, key), place) in locations(edition) {
        for (at, area) in place.areas.iter().enumerate().take(MOST) {
            let folded = fold(area);
            let is_long = area.len() > LONGEST;
            if is_long || named.contains(&folded) || !seen.insert(folded.clone()) {
                continue;
            }
            let near = regions.iter().map(|(folded, name)| (folded.as_str(), *name));
            let near = near.chain(named.iter().map(|name| (name.as_str(), name.as_str())));
            let Some((_, near)) = near.into_iter().find(|(name, _)| is_slip(&folded, name)) else {
                continue;
            };
            if is_known(area, gazetteer) {
                continue;
            }
            let Some(files) = edition.files_of(kind, index) else { continue };
            let shown = beginning(area);
            let path = key.replace("city", &format!("areas[{at}]"));
            let message = format!("no region or town is known by the name of `{shown}`");
            let note = Diagnostic::new(Code::UnknownArea, files.own.value(path), message);
            notes.push(note.help(format!("did you mean `{near}`?")));
        }
    }
    notes
}

/// Whether an area is a region, a country or a town of the world.
fn is_known(area: &str, gazetteer: &Gazetteer<'_>) -> bool {
    let sought = Sought { city: area, region: None, country: None };
    !matches!(country::read(area), Tidy::Wrong { .. })
        || !gazetteer.with_region(area).is_empty()
        || !matches!(gazetteer.find(sought), Found::Nothing(_))
}

/// Whether one name may have been written for another.
fn is_slip(written: &str, name: &str) -> bool {
    let length = written.chars().count().min(name.chars().count());
    let most = if length >= LONG { 2 } else { 1 };
    // A digit or a word more is another name.
    let words = |text: &str| text.split(' ').count();
    length >= SHORTEST
        && written != name
        && words(written) == words(name)
        && strsim::osa_distance(written, name) <= most
}
