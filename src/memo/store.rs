//! Results kept on disk between runs, by the hash of their inputs.
//!
//! What lies there is never taken at its word: each result carries the hash of its key and its
//! bytes, and what does not fit is made anew. Files are replaced in one step, so that a run that is
//! killed leaves no half result.

use super::Key;
use std::collections::HashSet;
use std::fs;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

const HASH: usize = 32;
/// As much is written and hashed at once, in bytes.
const TOGETHER: usize = 64 * 1024;

/// A folder of results. Copies are the same folder.
#[derive(Debug, Clone)]
pub struct Store(Arc<Folder>);

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// What this run asked for or put.
    used: Mutex<HashSet<String>>,
    /// A folder that goes away with the process, where none can be kept.
    _passing: Option<tempfile::TempDir>,
}

impl Store {
    /// The results in the folder `path`, which is made. Where that cannot be, they last as long as
    /// the process.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: results are kept here")]
    pub fn open(path: &Path) -> Self {
        let ignore = path.join(".gitignore");
        let ignored =
            || ignore.exists() || (!ignore.is_symlink() && fs::write(&ignore, "*\n").is_ok());
        // The folder of the site is not made anew: it may have been moved away for a while.
        let made = |folder: &Path| folder.is_dir() || fs::create_dir(folder).is_ok();
        let can_be = path.parent().is_none_or(made) && made(path) && ignored();
        if !can_be && let Ok(passing) = Self::passing() {
            return passing;
        }
        Self(Arc::new(Folder { path: path.to_owned(), used: Mutex::default(), _passing: None }))
    }

    /// Results that last as long as the process; where no folder can be made for them, none is
    /// kept.
    pub fn passing_or_none() -> Self {
        let none = || {
            Self(Arc::new(Folder {
                path: PathBuf::from("\0"),
                used: Mutex::default(),
                _passing: None,
            }))
        };
        Self::passing().unwrap_or_else(|_| none())
    }

    /// Results that last as long as the process.
    ///
    /// # Errors
    /// What the system says.
    pub fn passing() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().to_owned();
        Ok(Self(Arc::new(Folder { path, used: Mutex::default(), _passing: Some(folder) })))
    }

    fn place(&self, key: &Key) -> PathBuf {
        let name = key.name();
        let place = self.0.path.join(&name);
        self.0.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
        place
    }

    /// Whether there is a result for `key`; whether it is whole shows when it is read.
    pub fn has(&self, key: &Key) -> bool {
        fs::metadata(self.place(key)).is_ok_and(|found| found.len() > HASH as u64)
    }

    /// The result for `key`; none when there is none, or not as it was put.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: results are kept here")]
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let mut kept = fs::read(self.place(key)).ok()?;
        let (sealed, bytes) = kept.split_at_checked(HASH)?;
        let is_whole = sealed == seal(key, bytes);
        kept.drain(..HASH);
        is_whole.then_some(kept)
    }

    /// Keeps the result for `key`.
    ///
    /// # Errors
    /// What the system says.
    pub fn put(&self, key: &Key, bytes: &[u8]) -> io::Result<()> {
        self.put_in_pieces(key, bytes.len(), |into| into.write_all(bytes))
    }

    /// Keeps the result for `key`, `length` bytes that `write` writes piece by piece, so that they
    /// are nowhere whole.
    ///
    /// # Errors
    /// What the system says.
    pub fn put_in_pieces(
        &self,
        key: &Key,
        length: usize,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let place = self.place(key);
        let mut file = tempfile::NamedTempFile::new_in(&self.0.path)?;
        file.write_all(&[0; HASH])?;
        // Pieces are a few bytes each, and a hash is the faster the more it is given at once.
        let sealing = Sealing { file, hash: Sealed::begin(key, length) };
        let mut waiting = BufWriter::with_capacity(TOGETHER, sealing);
        write(&mut waiting)?;
        let sealing = waiting.into_inner().map_err(io::IntoInnerError::into_error)?;
        let (seal, mut file) = (sealing.hash.end(), sealing.file);
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&seal)?;
        file.persist(place)?;
        Ok(())
    }

    /// Removes what this run neither asked for nor put, so that nothing is kept of what is
    /// withdrawn.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: results are kept here")]
    pub fn sweep(&self) {
        let used = self.0.used.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(entries) = fs::read_dir(&self.0.path) else { return };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name();
            let ours = name.to_str().is_some_and(Key::is_name);
            if ours && !used.contains(name.to_str().unwrap_or_default()) {
                // Another run may have been faster.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The hash of a result together with what it is the result of.
fn seal(key: &Key, bytes: &[u8]) -> [u8; HASH] {
    let mut sealed = Sealed::begin(key, bytes.len());
    sealed.0.update(bytes);
    sealed.end()
}

/// A seal in the making.
struct Sealed(blake3::Hasher);

impl Sealed {
    fn begin(key: &Key, length: usize) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(key.as_bytes()).update(&(length as u64).to_le_bytes());
        Self(hasher)
    }

    fn end(&self) -> [u8; HASH] {
        *self.0.finalize().as_bytes()
    }
}

/// A file whose bytes are sealed as they are written.
struct Sealing {
    file: tempfile::NamedTempFile,
    hash: Sealed,
}

impl Write for Sealing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.0.update(bytes);
        self.file.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test spoils what is kept")]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_not_taken_at_its_word() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path());
        let (one, other) = (Key::of(&[b"one"]), Key::of(&[b"other"]));
        assert_eq!(store.get(&one), None);
        store.put(&one, b"result").expect("kept");
        assert_eq!(store.get(&one).as_deref(), Some(&b"result"[..]));
        let pieces = |into: &mut dyn Write| {
            [&b"re"[..], b"sul", b"t"].into_iter().try_for_each(|piece| into.write_all(piece))
        };
        store.put_in_pieces(&other, 6, pieces).expect("kept");
        assert_eq!(store.get(&other), store.get(&one));
        store.put_in_pieces(&other, 7, pieces).expect("kept");
        assert_eq!(store.get(&other), None, "it is not as long as was said");
        let place = folder.path().join(one.name());
        // Half of it, something else in its place, and the result of another key.
        let whole = fs::read(&place).expect("kept");
        for wrong in [&whole[..whole.len() - 1], &whole[..20], b"", &[0; 60]] {
            fs::write(&place, wrong).expect("written");
            assert_eq!(store.get(&one), None);
        }
        fs::write(folder.path().join(other.name()), &whole).expect("written");
        assert_eq!(store.get(&other), None);
    }

    #[test]
    fn what_a_run_did_not_ask_for_is_swept_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, other) = (Key::of(&[b"one"]), Key::of(&[b"other"]));
        let first = Store::open(folder.path());
        first.put(&one, b"1").expect("kept");
        first.put(&other, b"2").expect("kept");
        fs::write(folder.path().join("mine.txt"), "x").expect("written");
        let second = Store::open(folder.path());
        assert!(second.has(&one));
        second.sweep();
        assert!(second.has(&one) && !second.has(&other) && folder.path().join("mine.txt").exists());
    }
}
