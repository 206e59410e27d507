//! What answers when nothing has all that was asked for.

use super::search::{Sums, Unit, both};
use std::collections::{BTreeSet, HashMap};

/// Of so many topics or more, nearly nobody has all.
const LEAST_TOPICS: usize = 3;
/// So many people who have everything are enough.
const ENOUGH: usize = 3;
/// What each further word counts more than any points.
const FURTHER: u32 = 40_000;

/// Whoever has any of several topics, where fewer than a few have all: the more, the further
/// before. `all` have everything, and stay.
pub(super) fn mostly(experts: u32, units: &[Unit], all: &Sums) -> Option<Sums> {
    let topics: BTreeSet<_> = units.iter().filter_map(|unit| unit.about).collect();
    let people = |sums: &Sums| sums.keys().filter(|entry| **entry < experts).count();
    if topics.len() < LEAST_TOPICS || people(all) >= ENOUGH {
        return None;
    }
    let mut counts: HashMap<u32, usize> = HashMap::new();
    let mut found = Sums::new();
    for unit in units {
        for (entry, sum) in &unit.sums {
            *counts.entry(*entry).or_default() += 1;
            found.entry(*entry).or_default().add(sum);
        }
    }
    let about = |entry: &u32| {
        units.iter().any(|unit| unit.about.is_some() && unit.sums.contains_key(entry))
    };
    found.retain(|entry, _| about(entry));
    for (entry, sum) in &mut found {
        let further = u32::try_from(counts[entry]).unwrap_or_default();
        sum.points = all.get(entry).map_or(sum.points, |all| all.points) + FURTHER * further;
    }
    (people(&found) > people(all)).then_some(found)
}

/// What has as many words as go together: topics and places before other names, and these before
/// what stands in a text, rare ones before common ones. Where there are people among what was
/// found, people must be left. Which of the words were kept is said by their places.
pub(super) fn loosely(
    experts: u32,
    units: &[Unit],
    only: impl Fn(Sums) -> Sums,
) -> (Sums, BTreeSet<usize>) {
    let mut order: Vec<usize> = (0..units.len()).filter(|at| !units[*at].sums.is_empty()).collect();
    order.sort_by_key(|at| (units[*at].rank, units[*at].sums.len()));
    let mut found = Sums::new();
    let mut kept = BTreeSet::new();
    let people = |sums: &Sums| sums.keys().any(|entry| *entry < experts);
    for at in order {
        let all = units[at].sums.clone();
        let all = only(if kept.is_empty() { all } else { both(found.clone(), &all) });
        if !all.is_empty() && (people(&all) || !people(&found)) {
            found = all;
            kept.insert(at);
        }
    }
    (found, kept)
}
