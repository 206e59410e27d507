//! From the path of an output to its place in the plan.

use super::item::Item;
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use std::hash::BuildHasher;

/// From the path of an output to its place in the plan. The paths themselves stand in the items
/// only.
#[derive(Debug, Default)]
pub(super) struct Paths {
    table: HashTable<u32>,
    hasher: RandomState,
}

/// The path as an address: `experts/jan/` for `experts/jan/index.html`.
pub(super) fn address(path: &str) -> &str {
    path.strip_suffix("index.html")
        .filter(|rest| rest.is_empty() || rest.ends_with('/'))
        .unwrap_or(path)
}

impl Paths {
    /// The place in `items` of the output at `path`, which may end in a slash instead of
    /// `/index.html`.
    pub(super) fn find(&self, items: &[Item], path: &str) -> Option<usize> {
        let path = address(path);
        let hash = self.hasher.hash_one(path);
        let found = self.table.find(hash, |at| address(&items[*at as usize].path) == path)?;
        Some(*found as usize)
    }

    /// Adds the last of `items`. Gives the place of an earlier one that has its path.
    pub(super) fn add_last(&mut self, items: &[Item]) -> Option<usize> {
        let last = items.len() - 1;
        let path = address(&items[last].path);
        let hash_of = |at: &u32| self.hasher.hash_one(address(&items[*at as usize].path));
        let entry = self.table.entry(
            self.hasher.hash_one(path),
            |at| address(&items[*at as usize].path) == path,
            hash_of,
        );
        match entry {
            Entry::Occupied(taken) => Some(*taken.get() as usize),
            Entry::Vacant(free) => {
                free.insert(u32::try_from(last).expect("fewer than four thousand million outputs"));
                None
            }
        }
    }
}
