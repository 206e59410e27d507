//! Waiting for somebody to save a file.

use super::own_log::OwnLog;
use super::poll::Poll;
use super::scope::{Change, Folder, heeds, watched};
use notify::event::{EventKind, ModifyKind};
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Saves that follow one another within this time are one change.
const QUIET: Duration = Duration::from_millis(30);

/// An editor that saves one file touches fewer.
const MANY: usize = 4;

/// When many files changed, nothing has to change for so long until they are one change.
const STILL: Duration = Duration::from_secs(1);

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// The system tells.
    Told,
    /// The files are looked at again and again, for folders of whose changes the system tells
    /// nothing.
    Polled,
}

/// What came of waiting for a change.
pub(super) enum Waited {
    /// Something changed: these files, or nobody knows what.
    Changed(Option<BTreeSet<PathBuf>>),
    /// Something changed, and files are polled from here on, for this reason.
    PolledFromHere(String),
    /// Nothing will change any more.
    End,
}

/// Something that may have happened to a file; none when something happened, and nobody knows to
/// which.
pub(super) type Happened = Option<(PathBuf, Change)>;

/// Tells when something changes that the site is read from.
pub(super) struct Watcher {
    folders: Vec<Folder>,
    own_log: OwnLog,
    happened: Receiver<Happened>,
    sender: Sender<Happened>,
    means: Means,
}

enum Means {
    Told(RecommendedWatcher, BTreeSet<PathBuf>),
    Polled(Poll),
}

impl Watcher {
    /// Watches `folders`. Gives the reason as well when the system cannot tell of changes, so that
    /// files are polled.
    pub(super) fn new(folders: Vec<Folder>, watching: Watching) -> (Self, Option<String>) {
        let (sender, happened) = channel();
        let own_log = OwnLog::find();
        let answer = match watching {
            Watching::Polled => None,
            Watching::Told => Some(told_by_system(sender.clone())),
        };
        let (means, reason) = match answer {
            Some(Ok(watcher)) => (Means::Told(watcher, BTreeSet::new()), None),
            Some(Err(error)) => (poll(&folders, &own_log, &sender), Some(reason(&error))),
            None => (poll(&folders, &own_log, &sender), None),
        };
        let mut watcher = Self { folders, own_log, happened, sender, means };
        let reason = reason.or_else(|| watcher.sync());
        (watcher, reason)
    }

    /// Watches `folders` from here on. Gives the reason when files are polled from here on.
    pub(super) fn follow(&mut self, folders: Vec<Folder>) -> Option<String> {
        if folders == self.folders {
            return None;
        }
        self.folders = folders;
        self.sync()
    }

    /// Brings what is watched in line with what there is.
    fn sync(&mut self) -> Option<String> {
        let (watcher, known) = match &mut self.means {
            Means::Told(watcher, known) => (watcher, known),
            Means::Polled(poll) => {
                poll.follow(&self.folders);
                return None;
            }
        };
        // What is made in a new folder before it is watched is found by looking once more.
        for _ in 0..16 {
            let wanted = watched(&self.folders);
            let gone: Vec<PathBuf> = known.difference(&wanted).cloned().collect();
            for folder in gone {
                // A folder that is gone is not watched any more by itself.
                let _ = watcher.unwatch(&folder);
                known.remove(&folder);
            }
            let new: Vec<PathBuf> = wanted.difference(known).cloned().collect();
            if new.is_empty() {
                return None;
            }
            for folder in new {
                match watcher.watch(&folder, RecursiveMode::NonRecursive) {
                    Ok(()) => {}
                    Err(error) if is_gone(&error) => continue,
                    Err(error) => {
                        let reason = reason(&error);
                        self.means = poll(&self.folders, &self.own_log, &self.sender);
                        return Some(reason);
                    }
                }
                known.insert(folder);
            }
        }
        None
    }

    /// Waits for a change, and takes all that are there as one.
    pub(super) fn wait(&mut self) -> Waited {
        let mut changed = BTreeSet::new();
        let mut anything = false;
        while changed.is_empty() && !anything {
            let Ok(happened) = self.happened.recv() else { return Waited::End };
            anything |= self.take(happened, &mut changed);
        }
        loop {
            // One saved file is shown at once; many files come from a program that is not done yet.
            let patience = if changed.len() < MANY && !anything { QUIET } else { STILL };
            match self.happened.recv_timeout(patience) {
                Ok(happened) => anything |= self.take(happened, &mut changed),
                Err(_) => break,
            }
        }
        let files = (!anything).then(|| changed.clone());
        let Means::Told(watcher, known) = &mut self.means else { return Waited::Changed(files) };
        let mut is_other = anything;
        for path in &changed {
            // A folder that went and came again is another one.
            if known.remove(path) {
                let _ = watcher.unwatch(path);
                is_other = true;
            }
            is_other |= path.is_dir();
        }
        match is_other.then(|| self.sync()).flatten() {
            Some(reason) => Waited::PolledFromHere(reason),
            None => Waited::Changed(files),
        }
    }

    /// Notes what happened when it matters. True when everything may be another.
    fn take(&self, happened: Happened, changed: &mut BTreeSet<PathBuf>) -> bool {
        let Some((path, change)) = happened else { return true };
        if heeds(&self.folders, &path, change) && !self.own_log.is(&path) {
            changed.insert(path);
        }
        false
    }
}

fn poll(folders: &[Folder], own_log: &OwnLog, sender: &Sender<Happened>) -> Means {
    Means::Polled(Poll::start(folders.to_vec(), own_log.clone(), sender.clone()))
}

fn told_by_system(sender: Sender<Happened>) -> notify::Result<RecommendedWatcher> {
    notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Nobody listens any more when the server stops.
        let Ok(event) = event else {
            let _ = sender.send(None);
            return;
        };
        let change = match event.kind {
            EventKind::Access(_) => return,
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => Change::Contents,
            _ => Change::Name,
        };
        if event.need_rescan() {
            let _ = sender.send(None);
        }
        for path in event.paths {
            let _ = sender.send(Some((path, change)));
        }
    })
}

/// Whether a folder went before it could be watched.
fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
        ErrorKind::Io(error) => {
            matches!(
                error.kind(),
                io::ErrorKind::NotFound
                    | io::ErrorKind::PermissionDenied
                    | io::ErrorKind::NotADirectory
            )
        }
        ErrorKind::Generic(_) | ErrorKind::InvalidConfig(_) | ErrorKind::MaxFilesWatch => false,
    }
}

fn reason(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            "the system watches no more folders (fs.inotify.max_user_watches)".to_owned()
        }
        ErrorKind::Io(error) => format!("the system does not tell of changes: {error}"),
        _ => format!("the system does not tell of changes: {error}"),
    }
}
