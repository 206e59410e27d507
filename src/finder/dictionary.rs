//! Words and the entries that have them.

use super::gathered::Gathered;
use super::list::List;
use foldhash::fast::RandomState;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Words in order, each with its entries.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Dictionary {
    pub(super) words: Vec<(Box<str>, List)>,
}

impl Dictionary {
    /// The dictionary of entries that were read in several parts, those with lower numbers first.
    pub(super) fn of(parts: Vec<Gathered>) -> Self {
        let mut all: HashMap<Box<str>, List, RandomState> = HashMap::default();
        for (word, list) in parts.into_iter().flat_map(Gathered::into_words) {
            match all.entry(word) {
                Entry::Vacant(free) => {
                    free.insert(list);
                }
                Entry::Occupied(mut known) => known.get_mut().append(&list),
            }
        }
        let mut words: Vec<(Box<str>, List)> = all.into_iter().collect();
        words.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self { words }
    }

    /// The same of entries of which each has the number now that stands at the place of its old
    /// one; without those that have none.
    pub(super) fn moved(self, numbers: &[Option<u32>]) -> Self {
        let words = self.words.into_par_iter();
        let moved = words.filter_map(|(word, list)| Some((word, list.moved(numbers)?)));
        Self { words: moved.collect() }
    }

    /// Both together; no entry is in both.
    pub(super) fn with(self, other: Self) -> Self {
        if other.words.is_empty() {
            return self;
        }
        let mut words = Vec::with_capacity(self.words.len().max(other.words.len()));
        let mut here = self.words.into_iter().peekable();
        let mut there = other.words.into_iter().peekable();
        loop {
            let order = match (here.peek(), there.peek()) {
                (Some((one, _)), Some((other, _))) => one.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return Self { words },
            };
            match order {
                Ordering::Less => words.extend(here.next()),
                Ordering::Greater => words.extend(there.next()),
                Ordering::Equal => {
                    let both = here.next().zip(there.next());
                    words.extend(both.map(|((word, one), (_, other))| (word, one.with(&other))));
                }
            }
        }
    }

    /// The entries that have a word.
    pub(super) fn list(&self, word: &str) -> Option<&List> {
        let at = self.words.binary_search_by(|(known, _)| (**known).cmp(word)).ok()?;
        Some(&self.words[at].1)
    }

    /// The words that begin with `prefix`.
    pub(super) fn beginning<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = &'a (Box<str>, List)> {
        let start = self.words.partition_point(|(word, _)| &**word < prefix);
        self.words[start..].iter().take_while(move |(word, _)| word.starts_with(prefix))
    }
}
