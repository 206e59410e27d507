//! Looking at the files again and again, where the system tells nothing of changes: network mounts,
//! or too many folders.

use super::own_log::OwnLog;
use super::scope::{Change, Folder, heeds, watched};
use super::watch::Happened;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// How long it takes at least from one look to the next.
const PAUSE: Duration = Duration::from_millis(400);
/// How much longer the pause is than the look before it, so that looking costs little whatever the
/// size of the site.
const TIMES: u32 = 5;

/// Files that are looked at again and again.
pub(super) struct Poll {
    folders: Arc<Mutex<Vec<Folder>>>,
}

/// What tells one version of a file from the next: its size and the time of its change. None for a
/// file of which only its being there matters.
type Version = Option<(u64, Option<SystemTime>)>;

impl Poll {
    /// Begins to look. Ends by itself when nobody listens any more.
    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: the pause follows from the time that a look takes"
    )]
    pub(super) fn start(folders: Vec<Folder>, own_log: OwnLog, sender: Sender<Happened>) -> Self {
        let mut before = template_history(&folders, &own_log);
        let folders = Arc::new(Mutex::new(folders));
        let shared = Arc::clone(&folders);
        let work = move || {
            let mut pause = PAUSE;
            loop {
                std::thread::sleep(pause);
                let start = Instant::now();
                let folders = shared.lock().unwrap_or_else(PoisonError::into_inner).clone();
                let now = template_history(&folders, &own_log);
                for (path, change) in differences(&before, &now) {
                    if sender.send(Some((path, change))).is_err() {
                        return;
                    }
                }
                before = now;
                pause = PAUSE.max(start.elapsed() * TIMES);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("poll".to_owned()).spawn(work) {
            panic!("no thread can be started: {error}");
        }
        Self { folders }
    }

    /// Looks at `folders` from here on.
    pub(super) fn follow(&self, folders: &[Folder]) {
        *self.folders.lock().unwrap_or_else(PoisonError::into_inner) = folders.to_vec();
    }
}

/// Every file that matters, and its version.
#[expect(clippy::disallowed_methods, reason = "the outer ring: folders are looked at here")]
fn template_history(folders: &[Folder], own_log: &OwnLog) -> BTreeMap<PathBuf, Version> {
    let mut found = BTreeMap::new();
    for folder in watched(folders) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if !heeds(folders, &path, Change::Name) || own_log.is(&path) {
                continue;
            }
            let reads = heeds(folders, &path, Change::Contents);
            let about = reads
                .then(|| std::fs::metadata(&path).ok())
                .flatten()
                .filter(std::fs::Metadata::is_file);
            found.insert(path, about.map(|about| (about.len(), about.modified().ok())));
        }
    }
    found
}

fn differences(
    before: &BTreeMap<PathBuf, Version>,
    now: &BTreeMap<PathBuf, Version>,
) -> Vec<(PathBuf, Change)> {
    let gone = before
        .keys()
        .filter(|path| !now.contains_key(*path))
        .map(|path| (path.clone(), Change::Name));
    let come = now.iter().filter_map(|(path, version)| match before.get(path) {
        None => Some((path.clone(), Change::Name)),
        Some(earlier) if earlier != version => Some((path.clone(), Change::Contents)),
        Some(_) => None,
    });
    gone.chain(come).collect()
}
