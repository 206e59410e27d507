//! Outputs on disk: written only when they change, removed only when an earlier run of ours put them.

use super::sink::{Changes, Put, Sink};
use super::written::{self, Written, beside, short};
use crate::base::{Checked, Code, Diagnostic, Fingerprint, Place};
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
    now: Mutex<Vec<Done>>,
    /// Whether an output could not be written, so that a piece of it may stand.
    broke: AtomicBool,
    folders: Mutex<HashSet<PathBuf>>,
}

/// An output of this run.
#[derive(Debug)]
struct Done {
    path: Arc<str>,
    hash: Fingerprint,
    state: State,
}

/// Where an output of this run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It stands there from an earlier run.
    Standing,
    /// It waits beside the one that it replaces until the run ends.
    Waiting,
    /// It stands where none stood before.
    Fresh,
}

impl Disk {
    /// Opens the folder `out` for the outputs of the site in `source`. None when it is not one to write into.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
    pub fn open(out: &Path, source: &Path) -> Checked<Option<Self>> {
        let refuse = |why: String, help: &str| {
            let note = Diagnostic::new(Code::OutputRefused, Place::file(out.display().to_string()), why).help(help);
            Checked::new(None, vec![note])
        };
        if let Err(error) = fs::create_dir_all(out) {
            return refuse(format!("the output folder cannot be made: {error}"), "choose another with `-o DIR`");
        }
        let (Ok(root), Ok(source)) = (fs::canonicalize(out), fs::canonicalize(source)) else {
            return refuse("the output folder cannot be read".to_owned(), "choose another with `-o DIR`");
        };
        let content =
            ["experts", "projects", "organizations", "topics", "requests", "pages", "static", "templates", "themes"];
        if source.starts_with(&root) || content.iter().any(|name| root.starts_with(source.join(name))) {
            return refuse(
                "the output folder would hold the source, or be part of it".to_owned(),
                "choose a folder beside the content, such as `-o public`",
            );
        }
        let empty = fs::read_dir(&root).is_ok_and(|mut entries| entries.next().is_none());
        let Some(before) = written::read(&root).or_else(|| empty.then(Written::new)) else {
            return refuse(
                "the output folder holds files that Vakwerk did not make".to_owned(),
                "choose another with `-o DIR`, or empty it yourself",
            );
        };
        Checked::clean(Some(Self {
            root,
            before,
            now: Mutex::default(),
            broke: AtomicBool::new(false),
            folders: Mutex::default(),
        }))
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Removes the folders above `path` as far as they are empty, so that nothing of somebody else's is lost.
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
        let done = Done { path: path.clone(), hash, state };
        self.now.lock().unwrap_or_else(PoisonError::into_inner).push(done);
    }

    /// The outputs of this run so far, in the order of their paths.
    fn taken(&self) -> Vec<Done> {
        let mut done = std::mem::take(&mut *self.now.lock().unwrap_or_else(PoisonError::into_inner));
        done.sort_by(|a, b| a.path.cmp(&b.path));
        // What was found standing and then put all the same is noted twice, by one thread; the later note is true.
        done.dedup_by(|later, kept| {
            let same = later.path == kept.path;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        done
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

/// Whether `path` holds `bytes` already, as far as what an earlier run put there tells.
#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
fn is_there(path: &Path, bytes: &[u8], before: Option<&Option<Fingerprint>>, hash: Fingerprint) -> bool {
    match before {
        Some(Some(old)) => *old == hash && fs::metadata(path).is_ok_and(|found| found.len() == bytes.len() as u64),
        Some(None) => fs::read(path).is_ok_and(|found| found == bytes),
        None => false,
    }
}

impl Sink for Disk {
    fn begin(&self, paths: &mut dyn Iterator<Item = &str>) -> io::Result<()> {
        // What a killed run may have put stays known until a run has ended, whatever becomes of this one.
        let mut all: Vec<Fingerprint> = self.unsure().collect();
        let unsure = all.len();
        all.extend(paths.flat_map(|path| [short(path), short(&format!("{path}.vakwerk-new"))]));
        self.now.lock().unwrap_or_else(PoisonError::into_inner).reserve_exact((all.len() - unsure) / 2);
        all.sort_unstable();
        written::begin(&self.root, all.into_iter())
    }

    fn folder(&self) -> Option<&Path> {
        Some(&self.root)
    }

    fn stands(&self, path: &Arc<str>) -> Option<Fingerprint> {
        // Only the manifest of a run that ended vouches for what stands there.
        let hash = self.before.get(&short(path)).copied().flatten()?;
        fs::metadata(self.root.join(&**path)).ok()?;
        self.note(path, hash, State::Standing);
        Some(hash)
    }

    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written here")]
    fn put(&self, path: &Arc<str>, bytes: &[u8], hash: Fingerprint) -> io::Result<Put> {
        let place = self.root.join(&**path);
        let before = self.before.get(&short(path));
        if is_there(&place, bytes, before, hash) {
            self.note(path, hash, State::Standing);
            return Ok(Put::Unchanged);
        }
        if let Some(folder) = place.parent() {
            self.make_folder(folder)?;
        }
        let (state, target) = if before.is_some() { (State::Waiting, beside(&place)) } else { (State::Fresh, place) };
        if let Err(error) = fs::write(target, bytes) {
            self.broke.store(true, Ordering::Relaxed);
            return Err(error);
        }
        self.note(path, hash, state);
        Ok(Put::Written)
    }

    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are removed here")]
    fn abandon(&self) -> io::Result<()> {
        for output in self.taken() {
            let place = self.root.join(&*output.path);
            match output.state {
                State::Standing => {}
                State::Waiting => fs::remove_file(beside(&place))?,
                State::Fresh => {
                    fs::remove_file(place)?;
                    self.remove_empty_folders(&output.path);
                }
            }
        }
        // The next run has to know of pieces that this one or a killed one left.
        let is_sure = self.unsure().next().is_none() && !self.broke.load(Ordering::Relaxed);
        if is_sure { written::end(&self.root) } else { Ok(()) }
    }

    #[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are written and removed here")]
    fn end(&self) -> io::Result<Changes> {
        let now = self.taken();
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
            for path in written::find(&self.root, |path| self.before.contains_key(&path) && !stays.contains(&path)) {
                if fs::remove_file(self.root.join(&path)).is_ok() {
                    self.remove_empty_folders(&path);
                    changes.removed.push(path.into());
                }
            }
        }
        written::keep(&self.root, now.iter().map(|output| (&*output.path, output.hash)))?;
        written::end(&self.root)?;
        Ok(changes)
    }
}
