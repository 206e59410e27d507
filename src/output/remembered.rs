//! What is remembered of the last run into a place, so that what would come out the same is not
//! made again.
//!
//! An output follows from the frame of the site and the entries that were looked at on the way to
//! it. While both are as they were, and the output stands as it was put, it is neither made nor
//! written. What is remembered are hashes, the numbers of entries, what these are called, and what
//! was said on the way: that is said again.

use super::links::{Asked, Fragment};
use super::moves::Moves;
use super::questions::Questions;
use crate::base::reads::Reads;
use crate::base::{Diagnostic, Fingerprint, Names};
use crate::memo::{Key, Store};
use crate::site::Fingerprints;
use foldhash::fast::FixedState;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// Outputs by their paths, and their bytes in short.
pub(super) type Hashes = Vec<(Arc<str>, Fingerprint)>;

/// What there is to say of an output.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Messages {
    pub(super) notes: Vec<Diagnostic>,
    pub(super) fragments: Vec<Fragment>,
}

/// What one output followed from, and what came out.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct OutputRecord {
    /// The entries that were looked at: the numbers of [`Reads`], each as its distance from the one
    /// before.
    reads: Box<[u8]>,
    /// Their fingerprints together.
    from: Fingerprint,
    /// The bytes that came out.
    pub(super) bytes: Fingerprint,
    /// What was said of them; of most there is nothing.
    pub(super) said: Option<Box<Messages>>,
}

impl OutputRecord {
    /// What came out as `bytes` after looking at `reads`, with what was said of it.
    pub(super) fn new(
        reads: &Reads,
        (bytes, said): (Fingerprint, Option<Box<Messages>>),
        now: &Fingerprints,
        questions: &Questions,
    ) -> Option<Self> {
        let (numbers, asked) = questions.numbered(reads);
        let reads = packed(&numbers)?;
        let from = now.of(&Reads::from_numbers(numbers), |at| asked.get(&at).copied())?;
        Some(Self { reads, from, bytes, said })
    }

    /// Whether the same would come out again, where `questions` have the numbers that they had.
    pub(super) fn is_current(&self, now: &Fingerprints, questions: &[u64]) -> bool {
        now.of(&self.reads(), |at| questions.get(at).copied()) == Some(self.from)
    }

    /// The same of entries that have other places now; none when one of them is gone.
    fn moved(self, moves: &Moves) -> Option<Self> {
        let reads = packed(&moves.of(&self.reads())?)?;
        Some(Self { reads, ..self })
    }

    fn reads(&self) -> Reads {
        let distances: Vec<u32> = postcard::from_bytes(&self.reads).unwrap_or_default();
        let mut last = 0;
        let numbers = distances.iter().map(|distance| {
            last = u32::wrapping_add(last, *distance);
            last
        });
        Reads::from_numbers(numbers.collect())
    }
}

/// Numbers in order, each as its distance from the one before.
fn packed(numbers: &[u32]) -> Option<Box<[u8]>> {
    let mut last = 0;
    let distances = numbers.iter().map(|number| number - std::mem::replace(&mut last, *number));
    Some(postcard::to_stdvec(&distances.collect::<Vec<u32>>()).ok()?.into())
}

/// What is remembered of a run: traces that are borrowed while it is written, and owned when it is
/// read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Remembered<T = OutputRecord> {
    shared: Fingerprint,
    /// What entries and lists were called, in their order, and what each item of the plan was.
    names: Names,
    lists: Vec<Fingerprint>,
    items: Vec<u64>,
    /// What was asked of the plan, in the order of the numbers that outputs go by.
    pub(super) questions: Vec<u64>,
    /// One for each item of the plan; none for what is looked at again each time.
    pub(super) records: Vec<Option<T>>,
    /// All entries together, and the files of the finder that followed from them.
    pub(super) finder: (Fingerprint, Hashes),
    /// Which places pages have that links ask for.
    pub(super) asked: Vec<Asked>,
}

impl Remembered {
    /// What is remembered of the run before, when it is of use for this one.
    pub(super) fn recall(store: &Store, key: &Key, now: &Fingerprints) -> Option<Self> {
        let found: Self = postcard::from_bytes(&store.get(key)?).ok()?;
        if found.shared != now.shared {
            return None;
        }
        let moves = Moves::between((&found.names, &now.names), (&found.lists, &now.lists))?;
        Some(found.moved(&moves, now))
    }

    /// The same, with records in the order of the plan as it is now.
    fn moved(mut self, moves: &Moves, now: &Fingerprints) -> Self {
        if self.items != now.items {
            let records = std::mem::take(&mut self.records);
            let mut known: HashMap<u64, OutputRecord, FixedState> = self
                .items
                .iter()
                .copied()
                .zip(records)
                .filter_map(|(item, it)| Some((item, it?)))
                .collect();
            self.records = now.items.iter().map(|item| known.remove(item)).collect();
        }
        if !moves.is_nothing() {
            let records = std::mem::take(&mut self.records).into_par_iter();
            self.records = records.map(|record| record?.moved(moves)).collect();
        }
        self
    }

    /// Remembers a run. Where that cannot be, the next one makes everything.
    pub(super) fn keep(
        store: &Store,
        key: &Key,
        now: &Fingerprints,
        records: Vec<Option<&OutputRecord>>,
        (finder, asked): (Hashes, Vec<Asked>),
        questions: &Questions,
    ) {
        let all = Remembered {
            shared: now.shared,
            names: now.names.clone(),
            lists: now.lists.clone(),
            items: now.items.clone(),
            questions: questions.all(),
            records,
            finder: (now.of_everything(), finder),
            asked,
        };
        let Ok(length) = postcard::experimental::serialized_size(&all) else { return };
        let _ = store.put_in_pieces(key, length, |into| {
            postcard::to_io(&all, into).map(|_| ()).map_err(std::io::Error::other)
        });
    }
}
