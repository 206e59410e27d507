//! Long texts set aside: kept in a file without a name, and read when somebody wants them.
//!
//! A network's stories are most of what people write, and each is wanted once or twice in a run.
//! Memory holds where they are, not what they say. The file has no name where the system allows
//! that, only this process's user can open it, and it is gone with the process. A few texts need no
//! file, and where none can be written they stay in memory.

use super::Fingerprint;
use super::file_at::{read_at, write_at};
use super::packed::{Packed, Packer, Unpacker};
use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Shorter texts are not worth the way, in bytes.
const LEAST: usize = 64;
/// As much as this waits in memory until it is written, in bytes.
const MOST_WAITING: usize = 1024 * 1024;

/// A place for texts. They can be put and read by many threads at once.
#[derive(Default)]
pub struct Spill {
    folder: PathBuf,
    file: OnceLock<Option<File>>,
    /// How much is in the file, in bytes. What is there is read without a lock.
    written: AtomicU64,
    waiting: Mutex<Waiting>,
}

/// What comes after all that is in the file.
#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    /// Whether the disk took no more; from then on all stays here.
    full: bool,
}

/// Where something was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    at: u64,
    length: u32,
}

impl Slot {
    /// How long it is, in bytes.
    pub fn length(self) -> usize {
        self.length as usize
    }
}

impl Spill {
    /// A place in `folder`, which is made when it is needed; where that cannot be, in the system's
    /// folder for such files.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..Self::default() }
    }

    /// Sets bytes aside.
    ///
    /// # Panics
    /// When they are more than four gigabytes.
    pub fn put(&self, bytes: &[u8]) -> Slot {
        let length = u32::try_from(bytes.len()).expect("what is set aside is small");
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let written = self.written.load(Ordering::Acquire);
        let at = written + waiting.bytes.len() as u64;
        waiting.bytes.extend_from_slice(bytes);
        if waiting.bytes.len() >= MOST_WAITING && !waiting.full {
            match self.file.get_or_init(|| open(&self.folder)) {
                Some(file) if write_at(file, &waiting.bytes, written).is_ok() => {
                    self.written.store(written + waiting.bytes.len() as u64, Ordering::Release);
                    waiting.bytes.clear();
                }
                Some(file) => {
                    // What was half written is given back, so that the outputs find room.
                    let _ = file.set_len(written);
                    waiting.full = true;
                }
                None => waiting.full = true,
            }
        }
        Slot { at, length }
    }

    /// What was set aside.
    ///
    /// # Panics
    /// When the system does not give back what was written into the process's own file.
    pub fn get(&self, slot: Slot) -> Vec<u8> {
        let length = slot.length as usize;
        if slot.at >= self.written.load(Ordering::Acquire) {
            let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            // It may have been written while we waited for our turn.
            if let Some(start) = slot.at.checked_sub(self.written.load(Ordering::Acquire)) {
                let start = usize::try_from(start).expect("what waits is in memory");
                return waiting.bytes[start..start + length].to_vec();
            }
        }
        let mut bytes = vec![0; length];
        let file = self.file.get().and_then(Option::as_ref).expect("something was written");
        read_at(file, &mut bytes, slot.at).expect("the process's own file can be read");
        bytes
    }

    /// A text that was set aside.
    ///
    /// # Panics
    /// Like [`Spill::get`], and when it was no text.
    pub fn get_text(&self, slot: Slot) -> String {
        String::from_utf8(self.get(slot)).expect("a text was set aside")
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "memory by other means: what is put here never leaves the process"
)]
fn open(folder: &Path) -> Option<File> {
    let own = || {
        std::fs::create_dir_all(folder).ok()?;
        tempfile::tempfile_in(folder).ok()
    };
    if folder.as_os_str().is_empty() { None } else { own() }.or_else(|| tempfile::tempfile().ok())
}

impl fmt::Debug for Spill {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Aside")
    }
}

/// A text that may have been set aside.
#[derive(Clone)]
pub struct Text(Place);

#[derive(Clone)]
enum Place {
    Here(Box<str>),
    Spill { spill: Arc<Spill>, slot: Slot, about: About },
}

/// What is known of a text without reading it.
#[derive(Debug, Clone, Copy)]
struct About {
    fingerprint: Fingerprint,
    has_links: bool,
}

/// Whether something in Markdown may lead somewhere.
pub fn may_lead(text: &str) -> bool {
    memchr::memchr_iter(b']', text.as_bytes())
        .any(|at| matches!(text.as_bytes().get(at + 1), Some(b'(' | b':')))
}

impl Text {
    /// Sets `text` aside when it is long.
    pub fn new(text: String, spill: &Arc<Spill>) -> Self {
        if text.len() < LEAST {
            return Self(Place::Here(text.into()));
        }
        let fingerprint = Fingerprint::of_bytes(text.as_bytes());
        let about = About { fingerprint, has_links: may_lead(&text) };
        Self(Place::Spill { spill: spill.clone(), slot: spill.put(text.as_bytes()), about })
    }

    /// Whether something in it may lead somewhere: a link, or a picture, that says where.
    pub fn has_links(&self) -> bool {
        match &self.0 {
            Place::Here(text) => may_lead(text),
            Place::Spill { about, .. } => about.has_links,
        }
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        matches!(&self.0, Place::Here(text) if text.is_empty())
    }

    /// What is written.
    pub fn read(&self) -> Cow<'_, str> {
        match &self.0 {
            Place::Here(text) => Cow::Borrowed(text),
            Place::Spill { spill, slot, .. } => Cow::Owned(spill.get_text(*slot)),
        }
    }
}

impl Packed for Text {
    /// With the hash of what is long, so that it need not be worked out again.
    fn pack(&self, into: &mut Packer<'_>) {
        let about = match &self.0 {
            Place::Here(_) => None,
            Place::Spill { about, .. } => Some((about.fingerprint, about.has_links)),
        };
        about.pack(into);
        into.bytes(self.read().as_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let about = Option::<(Fingerprint, bool)>::unpack(from)?;
        let text = from.text()?;
        let Some((fingerprint, has_links)) = about else {
            return Some(Self(Place::Here(text.into())));
        };
        let spill = from.spill().clone();
        let slot = spill.put(text.as_bytes());
        Some(Self(Place::Spill { spill, slot, about: About { fingerprint, has_links } }))
    }
}

impl Default for Text {
    /// Nothing.
    fn default() -> Self {
        Self(Place::Here(Box::default()))
    }
}

impl Hash for Text {
    /// The same for the same text, wherever it is.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let fingerprint = match &self.0 {
            Place::Here(text) => Fingerprint::of_bytes(text.as_bytes()),
            Place::Spill { about, .. } => about.fingerprint,
        };
        fingerprint.hash(state);
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.read().fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_comes_back_from_memory_and_from_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let spill = Arc::new(Spill::in_folder(&folder.path().join("made/when/needed")));
        let written = |number: usize| format!("{number} ").repeat(20_000);
        let texts: Vec<Text> = (0..300).map(|number| Text::new(written(number), &spill)).collect();
        assert!(spill.written.load(Ordering::Acquire) > 0, "more than fits in memory");
        std::thread::scope(|threads| {
            for thread in 0..4 {
                let texts = &texts;
                threads.spawn(move || {
                    for (number, text) in texts.iter().enumerate().skip(thread) {
                        assert_eq!(text.read(), written(number));
                    }
                });
            }
        });
        assert_eq!(Text::new("short".to_owned(), &spill).read(), "short");
        assert_eq!(
            format!("{:?}", texts[7]),
            format!("{:?}", Text::new(written(7), &Arc::default()))
        );
        assert_ne!(format!("{:?}", texts[7]), format!("{:?}", texts[8]));
    }

    #[test]
    fn where_nothing_can_be_written_all_stays_in_memory() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let only_read = File::open(file.path()).expect("it is there");
        for file in [None, Some(only_read)] {
            let spill = Arc::new(Spill { file: OnceLock::from(file), ..Spill::default() });
            let texts: Vec<Text> = (0..9)
                .map(|number| Text::new(number.to_string().repeat(1 << 20), &spill))
                .collect();
            for (number, text) in texts.iter().enumerate() {
                assert_eq!(text.read(), number.to_string().repeat(1 << 20));
            }
            assert_eq!(spill.written.load(Ordering::Acquire), 0);
        }
    }
}
