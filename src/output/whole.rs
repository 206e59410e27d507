//! A run that would change nothing, known before a file is read: everything that the site is read
//! from is as it was, so is everything that stands in the output, and no day lies between on which
//! anything begins or ends. Then there is nothing to do but to say what the run before said.

use super::manifest::{Counts, Manifest};
use super::previous::key_of_place;
use super::sink::Sink;
use crate::base::{Checked, Date, Diagnostic, Fingerprint, Shard};
use crate::memo::{Key, Store};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What is remembered of the last whole run into a place.
#[derive(Debug)]
pub struct WholeRun {
    store: Store,
    key: Key,
    /// What this run is made from, but for the day.
    inputs: Fingerprint,
    today: Date,
}

/// What a run came to that published everything.
#[derive(Serialize, Deserialize)]
struct Kept {
    inputs: Fingerprint,
    /// The ordinals of the day of the run, and of the first on which another one may come to
    /// something else.
    days: (u32, u32),
    /// Who had which address after it: whoever has one now had it then.
    addresses: Fingerprint,
    /// What stood in the folder then.
    outputs: Fingerprint,
    counts: Counts,
    files: usize,
    bytes: u64,
    notes: Vec<Diagnostic>,
}

impl WholeRun {
    /// The runs into `folder`, or into none, of a part of all outputs that `shard` names; one made
    /// from `inputs` on the day `today` begins. Another program remembers nothing of this one's.
    pub fn new(
        store: Store,
        folder: Option<&Path>,
        shard: Option<Shard>,
        (inputs, today): (Fingerprint, Date),
    ) -> Self {
        Self { store, key: key_of_place(b"whole 4", folder, shard), inputs, today }
    }

    /// What the run before came to, when this one would come to the same and all of it stands in
    /// `sink`.
    pub fn recall(&self, sink: &dyn Sink, addresses: Fingerprint) -> Option<Checked<Manifest>> {
        let kept: Kept = postcard::from_bytes(&self.store.get(&self.key)?).ok()?;
        let (from, until) = kept.days;
        let is_of_today = (from..until).contains(&self.today.ordinal());
        let is_same = kept.inputs == self.inputs && kept.addresses == addresses;
        if !is_same || !is_of_today || kept.outputs != sink.told_before()? {
            return None;
        }
        let Kept { counts, files, bytes, notes, .. } = kept;
        let manifest = Manifest {
            counts,
            files,
            bytes,
            unchanged: files,
            published: true,
            ..Manifest::default()
        };
        Some(Checked::new(manifest, notes))
    }

    /// Remembers what this run came to, which another may come to up to the day before `until`.
    /// Where that cannot be, the next one looks at everything.
    pub fn keep(
        &self,
        sink: &dyn Sink,
        (addresses, until): (Fingerprint, Date),
        made: &Checked<Manifest>,
    ) {
        let (manifest, notes) = (&made.value, &made.notes);
        if !manifest.published {
            return;
        }
        let Some(outputs) = sink.told() else { return };
        let Manifest { counts, files, bytes, .. } = *manifest;
        let days = (self.today.ordinal(), until.ordinal());
        let kept = Kept {
            inputs: self.inputs,
            addresses,
            days,
            outputs,
            counts,
            files,
            bytes,
            notes: notes.clone(),
        };
        if let Ok(kept) = postcard::to_stdvec(&kept) {
            let _ = self.store.put(&self.key, &kept);
        }
    }
}
