//! Whether a folder may be written into, and that nobody else writes there meanwhile.

use crate::base::EntryKind;
use crate::source::WHOLE;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// Folders of a site that are never an output, beside those of entries and of the look: what
/// Vakwerk and Git keep.
const KEPT: [&str; 2] = [".vakwerk", ".git"];

/// A folder that no other run writes into as long as this is held. It is let go when the process
/// ends, however it does.
#[derive(Debug)]
pub(super) struct Hold {
    _file: Option<File>,
}

impl Hold {
    /// Takes hold of `folder`; when another run has it, calls `waiting` and waits for that one to
    /// end.
    pub(super) fn of(folder: &Path, waiting: &dyn Fn()) -> Self {
        // Where a folder is no file, or cannot be locked, as on some network mounts, runs are not
        // kept apart.
        let Ok(file) = File::open(folder) else { return Self { _file: None } };
        let held = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => {
                waiting();
                file.lock().is_ok()
            }
            Err(TryLockError::Error(_)) => false,
        };
        Self { _file: held.then_some(file) }
    }
}

/// Whether the output folder `out` would hold the site in `source`, or be part of it.
pub(super) fn meets(out: &Path, source: &Path) -> bool {
    let out = resolved(out);
    let mut kept = KEPT.into_iter().chain(WHOLE).chain(EntryKind::ALL.map(EntryKind::folder));
    source.starts_with(&out) || kept.any(|name| out.starts_with(resolved(&source.join(name))))
}

/// The path without links as far as it exists, and what is to come behind it.
#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
pub fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut coming = Vec::new();
    for above in absolute.ancestors() {
        if let Ok(mut found) = fs::canonicalize(above) {
            for part in coming.into_iter().rev() {
                // `..` behind what is not there yet.
                if part == std::ffi::OsStr::new("..") {
                    found.pop();
                } else {
                    found.push(part);
                }
            }
            return found;
        }
        coming.push(
            above
                .components()
                .next_back()
                .map_or_else(Default::default, |part| part.as_os_str().to_owned()),
        );
    }
    absolute
}
