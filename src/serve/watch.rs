//! Waiting for somebody to save a file.

use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Saves that follow one another within this time are one change.
const QUIET: Duration = Duration::from_millis(20);

/// An editor that saves one file touches fewer.
const MANY: usize = 4;

/// When many files changed, nothing has to change for so long until they are one change.
const STILL: Duration = Duration::from_secs(1);

/// Tells when something below a folder changes.
pub(super) struct Watcher {
    /// How many files changed, each time.
    changes: Receiver<usize>,
    _debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

/// Watches the folder `dir`.
pub(super) fn watch(dir: &Path) -> io::Result<Watcher> {
    let (sender, changes) = channel();
    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: paths of the watcher are compared with the folder's"
    )]
    let root = std::fs::canonicalize(dir)?;
    let base = root.clone();
    let on_event = move |events: DebounceEventResult| {
        let Ok(events) = events else { return };
        let changed = events.iter().filter(|event| !matches!(event.kind, EventKind::Access(_)));
        let paths: BTreeSet<&PathBuf> =
            changed.flat_map(|event| &event.paths).filter(|path| matters(&base, path)).collect();
        let count = paths.len();
        if count > 0 {
            // Nobody listens any more when the server stops.
            let _ = sender.send(count);
        }
    };
    let mut debouncer = new_debouncer(QUIET, None, on_event).map_err(io::Error::other)?;
    debouncer.watch(&root, RecursiveMode::Recursive).map_err(io::Error::other)?;
    Ok(Watcher { changes, _debouncer: debouncer })
}

/// Whether a path is content: not the output, not hidden, not an editor's own.
fn matters(root: &Path, path: &Path) -> bool {
    let Ok(within) = path.strip_prefix(root) else { return false };
    let parts: Vec<PathBuf> = within.components().map(|part| PathBuf::from(part.as_os_str())).collect();
    let hidden = parts.iter().any(|part| part.to_string_lossy().starts_with('.'));
    let output = parts.first().is_some_and(|first| first == Path::new("public") || first == Path::new("target"));
    let swap = within.to_string_lossy().ends_with('~');
    !hidden && !output && !swap
}

impl Watcher {
    /// Waits for a change, and takes all that are there as one. False when there will be none any more.
    pub(super) fn wait(&self) -> bool {
        let Ok(mut changed) = self.changes.recv() else { return false };
        loop {
            // One saved file is shown at once; many files come from a program that is not done yet.
            let patience = if changed < MANY { QUIET } else { STILL };
            match self.changes.recv_timeout(patience) {
                Ok(more) => changed += more,
                Err(_) => return true,
            }
        }
    }
}
