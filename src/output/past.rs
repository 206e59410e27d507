//! The run before this one, into the same folder.

use super::make::Run;
use super::remembered::{Hashes, Remembered, Trace};
use crate::base::reads::Reads;
use crate::base::{Fingerprint, Shard};
use crate::memo::{Key, Store, program};
use crate::site::{Fingerprints, Site};
use std::path::Path;

/// Where what is remembered of the runs into one folder is kept.
#[derive(Debug)]
pub struct Past {
    store: Store,
    key: Key,
}

impl Past {
    /// The runs into `folder` that made this part of all outputs, remembered in `store`. Another program remembers nothing of this one's.
    pub fn new(store: Store, folder: &Path, shard: Option<Shard>) -> Self {
        // One part of the outputs remembers nothing of another.
        let part = shard.map(|shard| format!("{shard:?}")).unwrap_or_default();
        let key = Key::of(&[b"run 1", &program(), folder.as_os_str().as_encoded_bytes(), part.as_bytes()]);
        Self { store, key }
    }

    /// What of it is of use for a run over `site`, and what each item of the plan followed from; none when nothing is
    /// remembered.
    pub(super) fn look(&self, site: &Site) -> (Look<'_>, Vec<Option<Trace>>) {
        let now = site.fingerprints();
        let (traces, finder) = match Remembered::recall(&self.store, &self.key, &now) {
            Some(before) => (before.traces, Some(before.finder)),
            None => (Vec::new(), None),
        };
        (Look { past: self, now, finder }, traces)
    }
}

/// A past run, seen from a run over the site as it is now.
pub(super) struct Look<'a> {
    past: &'a Past,
    now: Fingerprints,
    /// The finder's files, and all entries that they followed from.
    finder: Option<(Fingerprint, Hashes)>,
}

impl Look<'_> {
    /// Whether the same would come out of an item that followed from this.
    pub(super) fn holds(&self, trace: &Trace) -> bool {
        trace.holds(&self.now)
    }

    /// What an output with the bytes of `hash` followed from.
    pub(super) fn trace_of(&self, reads: &Reads, hash: Fingerprint) -> Option<Trace> {
        Trace::new(reads, hash, &self.now)
    }

    /// The finder's files, when they would be the same and all stand.
    pub(super) fn finder(&self, run: &Run<'_>) -> Option<Hashes> {
        let (from, files) = self.finder.as_ref()?;
        let hold = *from == self.now.of_everything() && files.iter().all(|(path, hash)| run.stands(path, *hash));
        hold.then(|| files.clone())
    }

    /// Remembers the run that ends.
    pub(super) fn remember(&self, traces: Vec<Option<&Trace>>, finder: Hashes) {
        Remembered::keep(&self.past.store, &self.past.key, &self.now, traces, finder);
    }
}
