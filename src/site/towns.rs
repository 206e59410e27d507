//! Towns by how people write them.

use crate::base::slug::slug;
use std::collections::BTreeMap;

/// The slug of a town.
pub(super) fn place_slug(city: &str) -> String {
    slug(city)
}

/// A town, however people write it.
#[derive(Default)]
pub(super) struct Town<'a> {
    pub(super) people: usize,
    /// Its spellings, with how many people write it so.
    pub(super) spellings: BTreeMap<&'a str, usize>,
}

impl<'a> Town<'a> {
    pub(super) fn add(&mut self, spelling: &'a str) {
        self.people += 1;
        *self.spellings.entry(spelling.trim()).or_default() += 1;
    }

    /// The spelling of most people; of equals one that is not written in capitals alone, and the
    /// first of those by the order of signs, which puts capitals before.
    pub(super) fn name(&self) -> String {
        let most = self.spellings.values().max();
        let equals = self.spellings.iter().filter(|(_, count)| Some(*count) == most);
        let name = equals.min_by_key(|(name, _)| !name.chars().any(char::is_lowercase));
        name.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
    }
}
