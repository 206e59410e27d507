//! What the disk tells of everything that a site is read from, without a byte of it being read.
//!
//! Of a file it tells size, mode, place on the disk, and when its bytes and when anything of it
//! last changed. The last of these nobody sets back, so that a file which is kept its time is seen
//! all the same. What is not told is a second change within one tick of the clock: as long as a
//! file is so young, nothing is concluded from it (git's rule for racy times).

use super::beside::is_of_system;
use super::lock::{cache_leads_elsewhere, cache_path};
use super::passed_over::is_elsewhere;
use crate::base::{EntryKind, Fingerprint};
use crate::config::{Origin, Project};
use crate::git;
use std::collections::HashMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use walkdir::{DirEntry, WalkDir};

/// Folders of a site whose files go out or make its look, whatever they are called.
pub const WHOLE: [&str; 5] = ["static", "templates", "assets", "themes", "strings"];
/// Where it is kept what was read of files. It holds all that they say, hidden people included, and
/// tells another machine nothing, as files have other places there: so it is apart from what runs
/// of CI hand on.
pub const RECORDS: &str = ".vakwerk/records";
/// How much a clock of a file system may move at once: ten milliseconds where it tells parts of a
/// second, with room.
const TICK: Duration = Duration::from_millis(50);
/// And where it tells whole seconds, at most two at once.
const COARSE: Duration = Duration::from_secs(3);

/// What the disk tells of what a site is read from.
#[derive(Debug, Default)]
pub struct Told {
    /// Of everything together. None where too little is told: a file is younger than the clock is
    /// precise, or something cannot be looked at.
    pub whole: Option<Fingerprint>,
    /// Of each file of which a further change would show, by where it is.
    files: HashMap<Fingerprint, Fingerprint>,
}

impl Told {
    /// What is told of a file: while it is the same, so are its bytes. None where it tells nothing.
    pub fn of(&self, location: &Path) -> Option<Fingerprint> {
        self.files.get(&by_place(location)).copied()
    }

    /// Whether the disk tells the same of a file again: it may have been another while it was read.
    pub fn is_same(&self, location: &Path) -> bool {
        let now = location.symlink_metadata().ok().map(|about| told_of("", &about));
        now.is_some() && now == self.of(location)
    }
}

fn by_place(location: &Path) -> Fingerprint {
    Fingerprint::of_bytes(location.as_os_str().as_encoded_bytes())
}

/// What the disk tells of `project` now. What stands at `but` is written by whoever asks, and is
/// left out. Whoever reads a file afterwards reads what this tells of, or something newer, of which
/// it will tell otherwise.
pub fn told_of_sources(project: &Project, but: &[&Path]) -> Told {
    let root = &project.root;
    let Some(before) = clock(root) else { return Told::default() };
    let mut look = Look { told: Vec::new(), files: HashMap::new(), before };
    let whole = look.everything(project, but).map(|()| Fingerprint::of_bytes(&look.told));
    Told { whole, files: look.files }
}

/// Whether a file stands there itself, and not a link to one.
pub fn is_plain_file(location: &Path) -> bool {
    location.symlink_metadata().is_ok_and(|about| about.is_file())
}

/// What the disk tells of a file, by its path in a folder.
pub fn told_of(path: &str, about: &Metadata) -> Fingerprint {
    let mut told = Vec::with_capacity(path.len() + 80);
    tell(&mut told, Path::new(path), about);
    Fingerprint::of_bytes(&told)
}

/// What becomes of files whose names begin with a dot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    /// They are none of the site's.
    Passed,
    /// They are like all others.
    Seen,
}

struct Look {
    told: Vec<u8>,
    files: HashMap<Fingerprint, Fingerprint>,
    /// When it began, by the clock of the file system.
    before: SystemTime,
}

impl Look {
    /// Looks at everything, also when something of it tells too little.
    fn everything(&mut self, project: &Project, but: &[&Path]) -> Option<()> {
        let root = &project.root;
        let mut told = vec![self.top(root, but)];
        for folder in EntryKind::ALL.map(EntryKind::folder) {
            told.push(self.below(&root.join(folder), Hidden::Passed, but));
        }
        for folder in WHOLE {
            told.push(self.below(&root.join(folder), Hidden::Seen, but));
        }
        for member in &project.config.members {
            let (folder, hidden) = match &member.origin {
                Origin::Folder(path) => (root.join(path).join(&member.folder), Hidden::Passed),
                Origin::Repository { .. } => (root.join(cache_path(member)), Hidden::Seen),
            };
            told.push(self.below(&folder, hidden, but));
        }
        self.put(git::mark(root)?.as_bytes());
        told.into_iter().collect()
    }

    fn put(&mut self, bytes: &[u8]) {
        self.told.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.told.extend_from_slice(bytes);
    }

    /// The files at the top, and the names of folders: some are said to be called otherwise than
    /// they are meant. Files there are read through links too.
    fn top(&mut self, root: &Path, but: &[&Path]) -> Option<()> {
        let all = WalkDir::new(root).min_depth(1).max_depth(1).follow_links(true);
        let mut told = Some(());
        for entry in all.sort_by_file_name() {
            let Ok(entry) = entry else {
                told = None;
                continue;
            };
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if but.contains(&entry.path()) || name.starts_with('.') || is_foreign(&name) {
                continue;
            }
            if entry.file_type().is_dir() {
                self.put(entry.file_name().as_encoded_bytes());
                if is_elsewhere(&name) {
                    told = self.below(entry.path(), Hidden::Passed, but).and(told);
                }
            } else {
                told = self.file((root, root), &entry).and(told);
            }
        }
        told
    }

    fn below(&mut self, folder: &Path, hidden: Hidden, but: &[&Path]) -> Option<()> {
        self.put(folder.as_os_str().as_encoded_bytes());
        let Ok(about) = folder.symlink_metadata() else {
            self.put(b"nothing");
            return Some(());
        };
        self.put(if about.is_dir() { b"folder" } else { b"other" });
        let is_ours = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            let is_seen = hidden == Hidden::Seen || !name.starts_with('.');
            entry.depth() == 0 || (is_seen && !is_of_system(&name) && !but.contains(&entry.path()))
        };
        // A member's folder may be reached through a link.
        let real = folder.canonicalize().ok()?;
        let mut told = Some(());
        for entry in WalkDir::new(&real).sort_by_file_name().into_iter().filter_entry(is_ours) {
            let found = entry.ok().and_then(|entry| self.file((folder, &real), &entry));
            told = found.and(told);
        }
        told
    }

    /// What is told of a file or folder below a folder: as it is called, and as it is really.
    fn file(&mut self, (folder, real): (&Path, &Path), entry: &DirEntry) -> Option<()> {
        let about = entry.metadata().ok()?;
        let path = entry.path().strip_prefix(real).ok()?;
        if about.is_dir() {
            // When names in it came and went shows in those that are there.
            self.put(path.as_os_str().as_encoded_bytes());
            self.put(&mode(&about).to_le_bytes());
            return Some(());
        }
        if !self.is_settled(&about) {
            return None;
        }
        tell(&mut self.told, path, &about);
        self.files.insert(by_place(&folder.join(path)), told_of("", &about));
        Some(())
    }

    /// Whether a further change of a file would show.
    fn is_settled(&self, about: &Metadata) -> bool {
        let (seconds, parts) = changed(about);
        let tick = if parts == 0 { COARSE } else { TICK };
        let Ok(seconds) = u64::try_from(seconds) else { return true };
        let parts = u32::try_from(parts).unwrap_or(0);
        let changed = SystemTime::UNIX_EPOCH + Duration::new(seconds, parts);
        changed.checked_add(tick).is_some_and(|later| later < self.before)
    }
}

/// Whether a file at the top is nobody's that is read, by its name: notes, logs, and what runs
/// before wrote.
fn is_foreign(name: &str) -> bool {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_plain = ["txt", "log"].contains(&ending);
    is_plain && EntryKind::of_folder(stem).is_none()
}

/// The time by the clock of the file system, which may be another than this machine's.
fn clock(root: &Path) -> Option<SystemTime> {
    let folder: PathBuf = root.join(RECORDS);
    if cache_leads_elsewhere(root, &folder) {
        return None;
    }
    let probe = tempfile::NamedTempFile::new_in(folder).ok()?;
    probe.as_file().metadata().ok()?.modified().ok()
}

fn tell(told: &mut Vec<u8>, path: &Path, about: &Metadata) {
    let path = path.as_os_str().as_encoded_bytes();
    told.extend_from_slice(&(path.len() as u64).to_le_bytes());
    told.extend_from_slice(path);
    let kind = u64::from(about.is_file()) + 2 * u64::from(about.is_symlink());
    let (seconds, parts) = changed(about);
    let written =
        about.modified().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    let written = written.unwrap_or_default();
    let numbers = [
        kind,
        about.len(),
        seconds.cast_unsigned(),
        parts.cast_unsigned(),
        written.as_secs(),
        u64::from(written.subsec_nanos()),
        place(about),
        mode(about),
    ];
    for number in numbers {
        told.extend_from_slice(&number.to_le_bytes());
    }
}

/// Seconds and parts of one, by the clock of the file system.
pub type Moment = (i64, i64);

/// When anything of a file last changed: where the system tells that, also by whoever sets the time
/// of its bytes back.
pub fn changed(about: &Metadata) -> Moment {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (about.ctime(), about.ctime_nsec())
    }
    #[cfg(not(unix))]
    {
        let written =
            about.modified().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        let written = written.unwrap_or_default();
        (i64::try_from(written.as_secs()).unwrap_or(i64::MAX), i64::from(written.subsec_nanos()))
    }
}

/// Where a file is on its disk.
fn place(about: &Metadata) -> u64 {
    #[cfg(unix)]
    {
        std::os::unix::fs::MetadataExt::ino(about)
    }
    #[cfg(not(unix))]
    {
        let _ = about;
        0
    }
}

/// Who may do what with a file.
fn mode(about: &Metadata) -> u64 {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        u64::from(about.mode()) << 32 | u64::from(about.uid())
    }
    #[cfg(not(unix))]
    {
        u64::from(about.permissions().readonly())
    }
}
