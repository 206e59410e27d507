//! The run before this one, into the same folder.

use super::make::Run;
use super::remembered::{Hashes, OutputRecord, Remembered};
use crate::base::reads::Reads;
use crate::base::{Fingerprint, Shard};
use crate::memo::{Key, Store, program};
use crate::site::{Fingerprints, Site};
use std::path::Path;

/// Where what is remembered of the runs into one folder is kept.
#[derive(Debug)]
pub struct PreviousBuild {
    store: Store,
    key: Key,
}

impl PreviousBuild {
    /// The runs into `folder` that made this part of all outputs, remembered in `store`. Another program remembers nothing of this one's.
    pub fn new(store: Store, folder: &Path, shard: Option<Shard>) -> Self {
        // One part of the outputs remembers nothing of another.
        let part = shard.map(|shard| format!("{shard:?}")).unwrap_or_default();
        let key = Key::of(&[b"run 1", &program(), folder.as_os_str().as_encoded_bytes(), part.as_bytes()]);
        Self { store, key }
    }

    /// What of it is of use for a run over `site`, and what each item of the plan followed from; none when nothing is
    /// remembered.
    pub(super) fn compare(&self, site: &Site) -> (Comparison<'_>, Vec<Option<OutputRecord>>) {
        let now = site.fingerprints();
        let (records, finder) = match Remembered::recall(&self.store, &self.key, &now) {
            Some(before) => (before.records, Some(before.finder)),
            None => (Vec::new(), None),
        };
        (Comparison { previous: self, now, finder }, records)
    }
}

/// A past run, seen from a run over the site as it is now.
pub(super) struct Comparison<'a> {
    previous: &'a PreviousBuild,
    now: Fingerprints,
    /// The finder's files, and all entries that they followed from.
    finder: Option<(Fingerprint, Hashes)>,
}

impl Comparison<'_> {
    /// Whether the same would come out of an item that followed from this.
    pub(super) fn is_current(&self, record: &OutputRecord) -> bool {
        record.is_current(&self.now)
    }

    /// What an output with the bytes of `hash` followed from.
    pub(super) fn record_of(&self, reads: &Reads, hash: Fingerprint) -> Option<OutputRecord> {
        OutputRecord::new(reads, hash, &self.now)
    }

    /// The finder's files, when they would be the same and all stand.
    pub(super) fn finder(&self, run: &Run<'_>) -> Option<Hashes> {
        let (from, files) = self.finder.as_ref()?;
        let hold = *from == self.now.of_everything() && files.iter().all(|(path, hash)| run.stands(path, *hash));
        hold.then(|| files.clone())
    }

    /// Remembers the run that ends.
    pub(super) fn remember(&self, records: Vec<Option<&OutputRecord>>, finder: Hashes) {
        Remembered::keep(&self.previous.store, &self.previous.key, &self.now, records, finder);
    }
}
