//! Words of entries that are read one after the other, each with the entries that have it.

use super::list::List;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// No word of the entry that is being read has this worth.
const NONE: u8 = u8::MAX;

/// Words and the entries that have them, in no order.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    places: HashMap<Box<str>, usize, RandomState>,
    lists: Vec<List>,
    /// What each word is worth in the entry that is being read, and which of them that has.
    best: Vec<u8>,
    here: Vec<usize>,
}

impl Gathered {
    /// Says a word of an entry; what is worth most there counts.
    pub(super) fn say(&mut self, word: &str, worth: u8) {
        let place = self.places.get(word).copied().unwrap_or_else(|| {
            self.places.insert(word.into(), self.lists.len());
            self.lists.push(List::default());
            self.best.push(NONE);
            self.lists.len() - 1
        });
        let best = &mut self.best[place];
        if *best == NONE {
            *best = worth;
            self.here.push(place);
        } else {
            *best = worth.max(*best);
        }
    }

    /// Ends an entry, whose number is higher than all before it.
    pub(super) fn end(&mut self, entry: u32) {
        for place in self.here.drain(..) {
            self.lists[place].push(entry, std::mem::replace(&mut self.best[place], NONE));
        }
    }

    /// The words with their entries, in no order.
    pub(super) fn into_words(mut self) -> impl Iterator<Item = (Box<str>, List)> {
        self.places.into_iter().map(move |(word, at)| (word, std::mem::take(&mut self.lists[at])))
    }
}
