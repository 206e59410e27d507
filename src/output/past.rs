//! The run before this one, into the same folder.

use super::make::Run;
use super::remembered::{Remembered, Trace};
use crate::base::Fingerprint;
use crate::base::reads::Reads;
use crate::memo::{Key, Store, program};
use crate::site::{Fingerprints, Site};
use std::path::Path;
use std::sync::Arc;

/// Where what is remembered of the runs into one folder is kept.
#[derive(Debug)]
pub struct Past {
    store: Store,
    key: Key,
}

impl Past {
    /// The runs into `folder`, remembered in `store`. Another program remembers nothing of this one's.
    pub fn new(store: Store, folder: &Path) -> Self {
        let key = Key::of(&[b"run 1", &program(), folder.as_os_str().as_encoded_bytes()]);
        Self { store, key }
    }

    /// What of it is of use for a run over `site`.
    pub(super) fn look(&self, site: &Site) -> Look<'_> {
        let now = site.fingerprints();
        Look { past: self, before: Remembered::recall(&self.store, &self.key, &now), now }
    }
}

/// A past run, seen from a run over the site as it is now.
pub(super) struct Look<'a> {
    past: &'a Past,
    now: Fingerprints,
    before: Option<Remembered>,
}

impl Look<'_> {
    /// What the item at this place of the plan followed from, when the same would come out of it again.
    pub(super) fn trace(&self, at: usize) -> Option<Trace> {
        let trace = self.before.as_ref()?.traces.get(at)?.as_ref()?;
        trace.holds(&self.now).then(|| trace.clone())
    }

    /// What an output with the bytes of `hash` followed from.
    pub(super) fn trace_of(&self, reads: &Reads, hash: Fingerprint) -> Option<Trace> {
        Trace::new(reads, hash, &self.now)
    }

    /// The finder's files, when they would be the same and all stand.
    pub(super) fn finder(&self, run: &Run<'_>) -> Option<Vec<(Arc<str>, Fingerprint)>> {
        let (from, files) = &self.before.as_ref()?.finder;
        let hold = *from == self.now.of_everything() && files.iter().all(|(path, hash)| run.stands(path, *hash));
        hold.then(|| files.clone())
    }

    /// Remembers the run that ends.
    pub(super) fn remember(&self, traces: Vec<Option<&Trace>>, finder: Vec<(Arc<str>, Fingerprint)>) {
        Remembered::keep(&self.past.store, &self.past.key, &self.now, traces, finder);
    }
}
