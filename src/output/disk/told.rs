//! What the disk tells of the outputs, without a byte of them being read, and which of earlier runs
//! are to go.

use super::{Disk, Done, State};
use crate::base::Fingerprint;
use crate::output::written::{self, short};
use crate::source::told_of;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::PoisonError;

/// The name of the list of outputs where the disk tells of it.
const LIST: &str = "list";

impl Disk {
    /// What is told of all outputs that an earlier run put here. None where one of them is gone, or
    /// was changed after that run vouched for it. Of what somebody else put here, only the names
    /// at the top count, since they are said.
    pub(super) fn told_of_folder(&self) -> Option<Fingerprint> {
        // What a killed run may have put is compared byte for byte.
        if self.unsure().next().is_some() {
            return None;
        }
        let list = written::about(&self.root)?;
        let mut told = vec![told_of(LIST, &list)];
        let mut tops: HashSet<String> = HashSet::new();
        let walk = walkdir::WalkDir::new(&self.root).min_depth(1);
        for entry in walk {
            let entry = entry.ok()?;
            if entry.file_type().is_dir() {
                continue;
            }
            let path = entry.path().strip_prefix(&self.root).ok()?;
            let Some(path) = path.to_str() else { continue };
            let path = path.replace(std::path::MAIN_SEPARATOR, "/");
            if !self.before.contains_key(&short(&path)) {
                continue;
            }
            let about = entry.metadata().ok()?;
            if self.is_later(&about) {
                return None;
            }
            told.push(told_of(&path, &about));
            let top = path.split('/').next().unwrap_or_default();
            if !tops.contains(top) {
                tops.insert(top.to_owned());
            }
        }
        let is_whole = told.len() == self.before.len() + 1;
        let foreign = || self.foreign(tops.iter().map(String::as_str));
        is_whole.then(|| together(told, &foreign()))
    }

    /// The same of the outputs of this run, which has ended and found these `foreign` names at the
    /// top. None of a part of all outputs, as others stand beside it.
    pub(super) fn told_of_run(&self, now: &[Done], foreign: &[String]) -> Option<Fingerprint> {
        if self.manner.shard.is_some() {
            return None;
        }
        let mut told = vec![told_of(LIST, &written::about(&self.root)?)];
        for output in now {
            let standing = output.told.filter(|_| output.state == State::Standing);
            let place = || fs::symlink_metadata(self.root.join(&*output.path)).ok();
            let one = match standing {
                Some(told) => told,
                None => told_of(&output.path, &place()?),
            };
            told.push(one);
        }
        Some(together(told, foreign))
    }

    /// The paths of outputs that an earlier run put and that are not among those that stay, in
    /// order. The folder is looked through only for those of which nobody remembers the path.
    pub(super) fn gone(&self, stays: &HashSet<Fingerprint>) -> Vec<String> {
        let is_gone = |path: &Fingerprint| self.before.contains_key(path) && !stays.contains(path);
        let reminded = self.reminded.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known: Vec<String> =
            reminded.iter().filter(|path| is_gone(&short(path))).map(ToString::to_string).collect();
        known.sort_unstable();
        known.dedup();
        let all = self.before.keys().filter(|path| is_gone(path)).count();
        if known.len() == all && known.iter().all(|path| self.is_inside(path)) {
            return known;
        }
        written::find(&self.root, |path| is_gone(&path))
    }

    /// Whether no link leads elsewhere on the way to `path`.
    fn is_inside(&self, path: &str) -> bool {
        let above = Path::new(path).ancestors().skip(1);
        above.filter(|folder| !folder.as_os_str().is_empty()).all(|folder| {
            let about = fs::symlink_metadata(self.root.join(folder));
            about.is_ok_and(|about| about.is_dir())
        })
    }
}

/// Of several, in whatever order.
fn together(mut told: Vec<Fingerprint>, foreign: &[String]) -> Fingerprint {
    told.push(Fingerprint::of(foreign));
    told.sort_unstable();
    Fingerprint::of_all(told)
}
