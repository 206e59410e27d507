//! Who is in which group. For the browser it is a file of its own, fetched by whoever asks for a
//! group.

use super::entry::{Entry, names};
use super::index::Index;
use super::list::List;
use super::search::{Answer, Hit};
use super::signs::folded;
use super::ties;
use super::topics::freshness;
use crate::base::Language;
use crate::edition::{Edition, ExpertId, GroupId};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// The groups to which people can be narrowed down, in the order of the edition: those in lists
/// that somebody is in at present, or is in a group within.
pub fn narrowing(edition: &Edition) -> impl Iterator<Item = GroupId> + '_ {
    let groups = edition.listed_groups();
    groups.filter(|(_, it)| !it.is_over && !it.everybody.is_empty()).map(|(id, _)| id)
}

/// The group of that slug, or of that name in a language.
pub fn narrowing_to(edition: &Edition, written: &str, language: &Language) -> Option<GroupId> {
    let is_called = |id: &GroupId| {
        let mut names = names(edition, Entry::Group(*id), language).into_iter();
        names.any(|name| folded(name) == folded(written))
    };
    narrowing(edition)
        .find(|id| edition.groups[*id].slug == written)
        .or_else(|| narrowing(edition).find(is_called))
}

/// Leaves, of what was found, whoever is in one of the groups or in a group within it.
pub fn narrow(edition: &Edition, index: &Index, groups: &[GroupId], hits: &mut Vec<Hit>) {
    let inside: BTreeSet<ExpertId> =
        groups.iter().flat_map(|id| edition.groups[*id].everybody.iter().copied()).collect();
    hits.retain(|hit| match index.entries[hit.entry] {
        Entry::Expert(id) => inside.contains(&id),
        _ => false,
    });
}

/// Everybody, the freshest first: what answers when nothing is asked.
pub fn everybody(edition: &Edition, index: &Index) -> Answer {
    let seed = ties::seed(&index.month, "");
    let experts = index.entries.iter().zip(0..).filter_map(|(entry, number)| match entry {
        Entry::Expert(id) => Some((Reverse(freshness(edition, *id)), ties::place(seed, number))),
        _ => None,
    });
    let mut order: Vec<_> = experts.zip(0..).collect();
    order.sort_unstable();
    let hit = |(_, entry)| Hit { entry, points: 0, through: None, why: Vec::new() };
    Answer { hits: order.into_iter().map(hit).collect(), ..Answer::default() }
}

/// Slug, name, the place here of the group that it is part of, and the list of whoever is in it or
/// in a group within it; nothing where there are none.
pub(super) fn groups(edition: &Edition, entries: &[Entry], language: &Language) -> Option<Value> {
    let all: Vec<GroupId> = narrowing(edition).collect();
    if all.is_empty() {
        return None;
    }
    let numbers: HashMap<Entry, u32> = entries.iter().copied().zip(0..).collect();
    let row = |id: &GroupId| {
        let group = &edition.groups[*id];
        let number = |id: &ExpertId| Some((*numbers.get(&Entry::Expert(*id))?, 0));
        let mut inside = String::new();
        List::of(group.everybody.iter().filter_map(number).collect()).encoded(&mut inside);
        let above = group.part_of.and_then(|above| all.binary_search(&above).ok());
        let name = names(edition, Entry::Group(*id), language).into_iter().next();
        json!([group.slug, name, above, inside])
    };
    Some(all.iter().map(row).collect())
}
