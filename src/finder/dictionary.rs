//! Words and the entries that have them.

use super::list::List;
use foldhash::fast::RandomState;
use rayon::prelude::*;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Entries that are read together.
const BATCH: usize = 512;

/// Words in order, each with its entries.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    pub(super) words: Vec<(Box<str>, List)>,
}

impl Dictionary {
    /// The dictionary of `count` entries. `read` says the words of an entry, with what each is
    /// worth there; what is worth most counts.
    pub(super) fn of(count: usize, read: impl Fn(usize, &mut dyn FnMut(&str, u8)) + Sync) -> Self {
        let starts: Vec<usize> = (0..count).step_by(BATCH).collect();
        let batches = starts.par_chunks(16).map(|starts| {
            let batch = |start: &usize| batch(*start..(*start + BATCH).min(count), &read);
            starts.iter().map(batch).collect::<Vec<_>>()
        });
        let mut all: HashMap<Box<str>, List, RandomState> = HashMap::default();
        for batch in batches.collect::<Vec<_>>().into_iter().flatten() {
            for (word, list) in batch {
                match all.entry(word) {
                    Entry::Vacant(free) => {
                        free.insert(list);
                    }
                    Entry::Occupied(mut known) => known.get_mut().append(&list),
                }
            }
        }
        let mut words: Vec<(Box<str>, List)> = all.into_iter().collect();
        words.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self { words }
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

fn batch(
    entries: std::ops::Range<usize>,
    read: &impl Fn(usize, &mut dyn FnMut(&str, u8)),
) -> HashMap<Box<str>, List, RandomState> {
    let mut all: HashMap<Box<str>, List, RandomState> = HashMap::default();
    let mut here: HashMap<Box<str>, u8, RandomState> = HashMap::default();
    for entry in entries {
        let number =
            u32::try_from(entry).expect("an index has fewer than four thousand million entries");
        read(entry, &mut |word, worth| match here.get_mut(word) {
            Some(known) => *known = worth.max(*known),
            None => {
                here.insert(word.into(), worth);
            }
        });
        for (word, worth) in here.drain() {
            all.entry(word).or_default().push(number, worth);
        }
    }
    all
}
