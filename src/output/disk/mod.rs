//! Outputs on disk: written only when they change, removed only when an earlier run of ours put
//! them.

mod done;
mod foreign;
mod open;
mod part;
mod told;

use crate::base::Fingerprint;
use crate::output::durable::{Syncing, sync_folders_of};
use crate::output::hold::Hold;
use crate::output::sink::{Changes, Put, Sink, Standing, is_of_disk};
use crate::output::written::{self, Written, beside, short};
use crate::source::{Moment, changed, told_of};
pub use done::Manner;
use done::{Done, State, read};
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A folder for outputs.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    /// What earlier runs put.
    before: Written,
    /// Which of it were pages of people.
    people_before: HashSet<Fingerprint>,
    /// Which outputs of this run are.
    people: Mutex<HashSet<Fingerprint>>,
    /// When the list of that was written: what changed later, somebody else changed.
    vouched: Option<Moment>,
    manner: Manner,
    now: Mutex<Vec<Done>>,
    /// What is wrong with the disk, once an output could not be written because of it.
    broke: Mutex<Option<(io::ErrorKind, String)>>,
    /// Whether a piece of an output may stand that could not be taken away.
    left: AtomicBool,
    folders: Mutex<HashSet<PathBuf>>,
    /// Paths that an earlier run put, as far as somebody remembers.
    reminded: Mutex<Vec<Arc<str>>>,
    /// What the disk tells of the outputs of this run, once it has ended.
    told: Mutex<Option<Fingerprint>>,
    _hold: Hold,
}

impl Disk {
    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Removes the folders above `path` as far as they are empty, so that nothing of somebody
    /// else's is lost.
    fn remove_empty_folders(&self, path: &str) {
        let mut folder = Path::new(path).parent();
        while let Some(above) = folder.filter(|above| !above.as_os_str().is_empty()) {
            if fs::remove_dir(self.root.join(above)).is_err() {
                break;
            }
            folder = above.parent();
        }
    }

    /// What a killed run may have put.
    fn unsure(&self) -> impl Iterator<Item = Fingerprint> {
        self.before.iter().filter(|(_, hash)| hash.is_none()).map(|(path, _)| *path)
    }

    fn note(&self, path: &Arc<str>, hash: Fingerprint, state: State) {
        self.note_told(path, hash, state, None);
    }

    fn note_told(
        &self,
        path: &Arc<str>,
        hash: Fingerprint,
        state: State,
        told: Option<Fingerprint>,
    ) {
        let done = Done { path: path.clone(), hash, state, told };
        self.now.lock().unwrap_or_else(PoisonError::into_inner).push(done);
    }

    /// The outputs of this run so far, in the order of their paths.
    fn taken(&self) -> Vec<Done> {
        let mut done =
            std::mem::take(&mut *self.now.lock().unwrap_or_else(PoisonError::into_inner));
        done.sort_by(|a, b| a.path.cmp(&b.path));
        // What was found standing and then put all the same is noted twice, by one thread; the
        // later note is true.
        done.dedup_by(|later, kept| {
            let same = later.path == kept.path;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        done
    }

    /// Whether somebody else may have changed the output at `place` since a run of ours put it
    /// there.
    fn is_doubtful(&self, place: &Path) -> bool {
        let Ok(about) = fs::symlink_metadata(place) else { return true };
        !about.is_file() || self.is_later(&about)
    }

    /// Whether a file was changed after a run of ours vouched for it.
    fn is_later(&self, about: &fs::Metadata) -> bool {
        self.vouched.is_none_or(|vouched| changed(about) > vouched)
    }

    /// Whether `path` holds `bytes` already, as far as what an earlier run put there tells.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
    fn is_there(
        &self,
        place: &Path,
        bytes: &[u8],
        before: Option<&Option<Fingerprint>>,
        hash: Fingerprint,
    ) -> bool {
        match before {
            Some(Some(old)) if !self.is_doubtful(place) => {
                *old == hash
                    && fs::metadata(place).is_ok_and(|found| found.len() == bytes.len() as u64)
            }
            Some(_) => {
                fs::symlink_metadata(place).is_ok_and(|about| about.is_file())
                    && fs::read(place).is_ok_and(|found| found == bytes)
            }
            None => false,
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }
}

impl Sink for Disk {
    fn begin(&self, paths: &mut dyn Iterator<Item = &str>) -> io::Result<()> {
        // What a killed run may have put stays known until a run has ended, whatever becomes of
        // this one.
        let mut all: Vec<Fingerprint> = self.unsure().collect();
        let unsure = all.len();
        all.extend(paths.flat_map(|path| [short(path), short(&format!("{path}.vakwerk-new"))]));
        self.now
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .reserve_exact((all.len() - unsure) / 2);
        all.sort_unstable();
        written::begin(&self.root, all.into_iter(), self.manner.syncing)
    }

    fn folder(&self) -> Option<&Path> {
        Some(&self.root)
    }

    fn stands(&self, path: &Arc<str>) -> Option<Standing> {
        // Only the manifest of a run that ended vouches for what stands there.
        let hash = self.before.get(&short(path)).copied().flatten()?;
        let place = self.root.join(&**path);
        let about = fs::symlink_metadata(&place).ok().filter(fs::Metadata::is_file)?;
        if self.is_later(&about) {
            read(&place).ok().filter(|bytes| Fingerprint::of_bytes(bytes) == hash)?;
        }
        self.note_told(path, hash, State::Standing, Some(told_of(path, &about)));
        Some(Standing { hash, bytes: about.len() })
    }

    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
    fn put(&self, path: &Arc<str>, bytes: &[u8], hash: Fingerprint) -> io::Result<Put> {
        let place = self.root.join(&**path);
        let before = self.before.get(&short(path));
        if let Some((kind, why)) = &*self.broke.lock().unwrap_or_else(PoisonError::into_inner) {
            // What could not be written before will not be now: the run is given up.
            return Err(io::Error::new(*kind, why.clone()));
        }
        if self.is_there(&place, bytes, before, hash) {
            self.note(path, hash, State::Standing);
            return Ok(Put::Unchanged);
        }
        let (state, target) = if before.is_some() {
            (State::Waiting, beside(&place))
        } else {
            (State::Fresh, place.clone())
        };
        let made = place.parent().map_or(Ok(()), |folder| self.make_folder(folder));
        if let Err(error) = made.and_then(|()| fs::write(&target, bytes)) {
            let gone = fs::remove_file(&target);
            if gone.is_err_and(|error| error.kind() != io::ErrorKind::NotFound) {
                self.left.store(true, Ordering::Relaxed);
            }
            self.remove_empty_folders(path);
            if is_of_disk(error.kind()) {
                let mut broke = self.broke.lock().unwrap_or_else(PoisonError::into_inner);
                broke.get_or_insert_with(|| (error.kind(), error.to_string()));
            }
            return Err(error);
        }
        self.note(path, hash, state);
        Ok(Put::Written)
    }

    fn remind(&self, paths: &mut dyn Iterator<Item = &Arc<str>>) {
        self.reminded.lock().unwrap_or_else(PoisonError::into_inner).extend(paths.cloned());
    }

    fn told_before(&self) -> Option<Fingerprint> {
        self.told_of_folder()
    }

    fn told(&self) -> Option<Fingerprint> {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep_people(&self, pages: &mut dyn Iterator<Item = &str>) {
        self.people.lock().unwrap_or_else(PoisonError::into_inner).extend(pages.map(short));
    }

    fn people_before(&self) -> Option<&HashSet<Fingerprint>> {
        Some(&self.people_before)
    }

    fn paths_of(&self, wanted: &HashSet<Fingerprint>) -> Vec<String> {
        written::find(&self.root, |path| wanted.contains(&path))
    }

    fn abandon(&self) -> io::Result<()> {
        self.take_back(&self.taken())
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: outputs are written and removed here"
    )]
    fn end(&self) -> io::Result<Changes> {
        let now = self.taken();
        // All that needs space is written before the first output is replaced: a full disk leaves
        // what stood.
        let prepared = self.of_other_parts().and_then(|others| {
            let own = now.iter().map(|output| (short(&output.path), output.hash));
            let people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
            written::prepare(
                &self.root,
                own.chain(others).collect(),
                &people,
                self.manner.syncing,
            )?;
            self.sync(&now)
        });
        if let Err(error) = prepared {
            written::forget_prepared(&self.root);
            self.take_back(&now)?;
            return Err(error);
        }
        let mut changes = Changes::default();
        for output in &now {
            if output.state == State::Waiting {
                let place = self.root.join(&*output.path);
                fs::rename(beside(&place), place)?;
            }
            if output.state != State::Standing {
                changes.written.push(output.path.clone());
            }
        }
        let stays: HashSet<Fingerprint> = now.iter().map(|output| short(&output.path)).collect();
        // Looking through the whole folder is worth its time only when something has to go.
        if self.before.keys().any(|path| !stays.contains(path)) {
            for path in self.gone(&stays) {
                if self.may_remove(&path) && fs::remove_file(self.root.join(&path)).is_ok() {
                    self.remove_empty_folders(&path);
                    changes.removed.push(path.into());
                }
            }
        }
        if self.manner.syncing == Syncing::Waits {
            let touched = changes.written.iter().chain(&changes.removed);
            let places: Vec<PathBuf> = touched.map(|path| self.root.join(&**path)).collect();
            sync_folders_of(&self.root, places.iter().map(PathBuf::as_path))?;
        }
        written::keep(&self.root, self.manner.syncing)?;
        written::end(&self.root)?;
        changes.foreign = self.foreign(now.iter().map(|output| &*output.path));
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) =
            self.told_of_run(&now, &changes.foreign);
        Ok(changes)
    }
}
