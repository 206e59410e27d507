//! What a run wrote, as a whole: taken back, made certain, and told from what other parts of the
//! same outputs put.

use super::{Disk, Done, State, read};
use crate::base::Fingerprint;
use crate::output::durable::{Syncing, sync_files};
use crate::output::written::{self, beside, short};
use std::fs;
use std::io;
use std::sync::atomic::Ordering;

impl Disk {
    /// Takes everything away that this run put.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are removed here")]
    pub(super) fn take_back(&self, outputs: &[Done]) -> io::Result<()> {
        let mut all = Ok(());
        for output in outputs {
            let place = self.root.join(&*output.path);
            let removed = match output.state {
                State::Standing => continue,
                State::Waiting => fs::remove_file(beside(&place)),
                State::Fresh => fs::remove_file(place),
            };
            if output.state == State::Fresh {
                self.remove_empty_folders(&output.path);
            }
            if removed.is_err() {
                all = removed;
            }
        }
        all?;
        // The next run has to know of pieces that this one or a killed one left.
        let is_sure = self.unsure().next().is_none() && !self.left.load(Ordering::Relaxed);
        if is_sure { written::end(&self.root) } else { Ok(()) }
    }

    /// What other parts of the same outputs put here, which stays: path and bytes in short.
    pub(super) fn of_other_parts(&self) -> io::Result<Vec<(Fingerprint, Fingerprint)>> {
        let Some(shard) = self.manner.shard else { return Ok(Vec::new()) };
        let mut others = Vec::new();
        for path in written::find(&self.root, |path| self.before.contains_key(&path)) {
            let short = short(&path);
            if shard.has(&path) {
                continue;
            }
            let bytes = match self.before.get(&short).copied().flatten() {
                Some(bytes) => bytes,
                None => Fingerprint::of_bytes(&read(&self.root.join(&path))?),
            };
            others.push((short, bytes));
        }
        Ok(others)
    }

    /// Whether a run of this part may remove what stands at `path`.
    pub(super) fn may_remove(&self, path: &str) -> bool {
        self.manner.shard.is_none_or(|shard| shard.has(path))
    }

    /// Waits until everything that this run wrote is on the disk, as it lies there now.
    pub(super) fn sync(&self, now: &[Done]) -> io::Result<()> {
        if self.manner.syncing == Syncing::Hasty {
            return Ok(());
        }
        let written = now.iter().filter_map(|output| {
            let place = self.root.join(&*output.path);
            match output.state {
                State::Standing => None,
                State::Waiting => Some(beside(&place)),
                State::Fresh => Some(place),
            }
        });
        sync_files(&self.root, &written.collect::<Vec<_>>())
    }
}
