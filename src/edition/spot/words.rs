//! Where cases, events, groups and organizations are: their places are words, in which a town may
//! stand. Words that name none say where something is all the same, and nothing is told of them.

use super::{PlaceIn, Spot};
use crate::base::EntryKind;
use crate::base::places::{Found, Gazetteer, Town};
use crate::edition::entries::Edition;
use std::collections::{BTreeMap, BTreeSet};

/// The key under which the words stand.
pub(super) const KEY: &str = "place";

/// Which towns the words of places name: the words that are the town's own, and what is known of
/// it.
pub(super) type InWords = BTreeMap<String, (String, Found)>;

/// The words of each entry in lists that says so where it is.
pub(super) fn places(edition: &Edition) -> impl Iterator<Item = (PlaceIn, &str)> {
    let projects = edition.projects.entries().filter(|(_, it)| it.listed);
    let projects =
        projects.map(|(id, it)| (EntryKind::Project, id.index(), it.record.file.place.as_deref()));
    let events = edition.events.entries().filter(|(_, it)| it.listed);
    let events =
        events.map(|(id, it)| (EntryKind::Event, id.index(), it.record.file.place.as_deref()));
    let groups = edition.groups.entries().filter(|(_, it)| it.listed);
    let groups =
        groups.map(|(id, it)| (EntryKind::Group, id.index(), it.record.file.place.as_deref()));
    let listed = |id: &_| edition.lists_organization(*id);
    let organizations = edition.organizations.entries().filter(move |(id, _)| listed(id));
    let organizations = organizations.map(|(id, it)| {
        let place = it.record.as_ref().and_then(|record| record.file.place.as_deref());
        (EntryKind::Organization, id.index(), place)
    });
    let all = projects.chain(events).chain(groups).chain(organizations);
    all.filter_map(|(kind, index, words)| Some(((kind, index, KEY), words?)))
}

/// What is known of the towns in the words of all places. Where the site says no countries, towns
/// are looked for in those where its people are: in the whole world, some village has the name of
/// any hall.
pub(super) fn in_words(
    edition: &Edition,
    gazetteer: &Gazetteer<'_>,
    known: &BTreeSet<String>,
) -> InWords {
    let mut all = InWords::new();
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    let is_here = |town: &Town| !gazetteer.countries.is_empty() || known.contains(&*town.country);
    for (_, words) in places(edition) {
        if !asked.insert(words) {
            continue;
        }
        let Some((city, found)) = gazetteer.in_words(words) else { continue };
        let found = match found {
            Found::Town(town) if is_here(&town) => Found::Town(town),
            Found::Several(mut towns) => {
                towns.retain(is_here);
                match &towns[..] {
                    [] => continue,
                    [one] => Found::Town(one.clone()),
                    _ => Found::Several(towns),
                }
            }
            found @ Found::Largest(..) => found,
            _ => continue,
        };
        all.insert(words.to_owned(), (city, found));
    }
    all
}

/// Puts each entry in lists where its words say that it is.
pub(super) fn settle(edition: &mut Edition, known: &InWords) {
    let spot = |words: Option<&str>| match &known.get(words?)?.1 {
        Found::Town(town) | Found::Largest(town, _) => Some(Spot { town: town.clone() }),
        _ => None,
    };
    for project in edition.projects.iter_mut().filter(|it| it.listed) {
        project.spot = spot(project.record.file.place.as_deref());
    }
    for event in edition.events.iter_mut().filter(|it| it.listed) {
        event.spot = spot(event.record.file.place.as_deref());
    }
    for group in edition.groups.iter_mut().filter(|it| it.listed) {
        group.spot = spot(group.record.file.place.as_deref());
    }
    let listed: Vec<_> =
        edition.organizations.ids().filter(|id| edition.lists_organization(*id)).collect();
    for id in listed {
        let organization = &mut edition.organizations[id];
        let record = organization.record.as_ref();
        let found = spot(record.and_then(|record| record.file.place.as_deref()));
        organization.spot = found;
    }
}
