//! What is remembered of the last run into a place, so that what would come out the same is not
//! made again.
//!
//! An output follows from the frame of the site and the entries that were looked at on the way to
//! it. While both are as they were, and the output stands as it was put, it is neither made nor
//! written. What is remembered are hashes, the numbers of entries, and what was said on the way:
//! that is said again.

use super::links::{Asked, Fragment};
use crate::base::reads::Reads;
use crate::base::{Diagnostic, Fingerprint};
use crate::memo::{Key, Store};
use crate::site::Fingerprints;
use serde::{Deserialize, Serialize};
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
    ) -> Option<Self> {
        let mut last = 0;
        let distances =
            reads.numbers().iter().map(|number| number - std::mem::replace(&mut last, *number));
        let reads_packed = postcard::to_stdvec(&distances.collect::<Vec<u32>>()).ok()?;
        Some(Self { reads: reads_packed.into(), from: now.of(reads)?, bytes, said })
    }

    /// Whether the same would come out again.
    pub(super) fn is_current(&self, now: &Fingerprints) -> bool {
        let distances: Vec<u32> = postcard::from_bytes(&self.reads).unwrap_or_default();
        let mut last = 0;
        let numbers = distances.iter().map(|distance| {
            last = u32::wrapping_add(last, *distance);
            last
        });
        now.of(&Reads::from_numbers(numbers.collect())) == Some(self.from)
    }
}

/// What is remembered of a run: traces that are borrowed while it is written, and owned when it is
/// read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Remembered<T = OutputRecord> {
    shared: Fingerprint,
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
        (found.shared == now.shared).then_some(found)
    }

    /// Remembers a run. Where that cannot be, the next one makes everything.
    pub(super) fn keep(
        store: &Store,
        key: &Key,
        now: &Fingerprints,
        records: Vec<Option<&OutputRecord>>,
        (finder, asked): (Hashes, Vec<Asked>),
    ) {
        let all = Remembered {
            shared: now.shared,
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
