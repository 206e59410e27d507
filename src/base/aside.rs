//! Long texts set aside: kept in a file without a name, and read when somebody wants them.
//!
//! A network's stories are most of what people write, and each is wanted once or twice in a run. Memory holds where they
//! are, not what they say. The file is the process's own: nobody else can open it, and it is gone with the process. A few
//! texts need no file, and where none can be written they stay in memory.

use super::Fingerprint;
use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Shorter texts are not worth the way, in bytes.
const LEAST: usize = 64;
/// As much as this waits in memory until it is written, in bytes.
const MOST_WAITING: usize = 1024 * 1024;

/// A place for texts. They can be put and read by many threads at once.
#[derive(Default)]
pub struct Aside {
    file: OnceLock<Option<File>>,
    waiting: Mutex<Waiting>,
}

/// What comes after all that is in the file.
#[derive(Default)]
struct Waiting {
    /// How much is in the file, in bytes.
    written: u64,
    bytes: Vec<u8>,
}

/// Where a text was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    at: u64,
    length: u32,
}

impl Aside {
    /// Sets bytes aside.
    ///
    /// # Panics
    /// When they are more than four gigabytes.
    pub fn put(&self, bytes: &[u8]) -> Spot {
        let length = u32::try_from(bytes.len()).expect("what is set aside is small");
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let at = waiting.written + waiting.bytes.len() as u64;
        waiting.bytes.extend_from_slice(bytes);
        if waiting.bytes.len() >= MOST_WAITING
            && let Some(file) = self.file.get_or_init(|| tempfile::tempfile().ok())
            // Where the disk is full, what waits goes on waiting; what was half written is written over.
            && write_at(file, &waiting.bytes, waiting.written).is_ok()
        {
            waiting.written += waiting.bytes.len() as u64;
            waiting.bytes.clear();
        }
        Spot { at, length }
    }

    /// A text that was set aside.
    ///
    /// # Panics
    /// Like [`Aside::get`], and when it was no text.
    pub fn get_text(&self, spot: Spot) -> String {
        String::from_utf8(self.get(spot)).expect("a text was set aside")
    }

    /// What was set aside.
    ///
    /// # Panics
    /// When the system does not give back what was written into the process's own file.
    pub fn get(&self, spot: Spot) -> Vec<u8> {
        let length = spot.length as usize;
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(start) = spot.at.checked_sub(waiting.written) {
            let start = usize::try_from(start).expect("what waits is in memory");
            return waiting.bytes[start..start + length].to_vec();
        }
        drop(waiting);
        let mut bytes = vec![0; length];
        let file = self.file.get().and_then(Option::as_ref).expect("something was written");
        read_at(file, &mut bytes, spot.at).expect("the process's own file can be read");
        bytes
    }
}

#[cfg(unix)]
fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, at)
}

#[cfg(windows)]
fn write_at(file: &File, mut bytes: &[u8], mut at: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = std::os::windows::fs::FileExt::seek_write(file, bytes, at)?;
        bytes = &bytes[written..];
        at += written as u64;
    }
    Ok(())
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut at: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, at)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = &mut bytes[read..];
        at += read as u64;
    }
    Ok(())
}

impl fmt::Debug for Aside {
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
    Aside { aside: Arc<Aside>, spot: Spot, fingerprint: Fingerprint },
}

impl Text {
    /// Sets `text` aside when it is long.
    pub fn new(text: String, aside: &Arc<Aside>) -> Self {
        if text.len() < LEAST {
            return Self(Place::Here(text.into()));
        }
        let fingerprint = Fingerprint::of_bytes(text.as_bytes());
        Self(Place::Aside { aside: aside.clone(), spot: aside.put(text.as_bytes()), fingerprint })
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        matches!(&self.0, Place::Here(text) if text.is_empty())
    }

    /// What is written.
    pub fn read(&self) -> Cow<'_, str> {
        match &self.0 {
            Place::Here(text) => Cow::Borrowed(text),
            Place::Aside { aside, spot, .. } => Cow::Owned(aside.get_text(*spot)),
        }
    }
}

impl Default for Text {
    /// Nothing.
    fn default() -> Self {
        Self(Place::Here(Box::default()))
    }
}

impl fmt::Debug for Text {
    /// What tells it from others: the text itself when it is short, its fingerprint when it is long.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Here(text) => text.fmt(formatter),
            Place::Aside { fingerprint, .. } => fingerprint.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_comes_back_from_memory_and_from_the_file() {
        let aside = Arc::new(Aside::default());
        let written = |number: usize| format!("{number} ").repeat(20_000);
        let texts: Vec<Text> = (0..300).map(|number| Text::new(written(number), &aside)).collect();
        assert!(aside.file.get().is_some(), "more than fits in memory");
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(text.read(), written(number));
        }
        assert_eq!(Text::new("short".to_owned(), &aside).read(), "short");
        assert_eq!(format!("{:?}", texts[7]), format!("{:?}", Text::new(written(7), &Arc::default())));
    }

    #[test]
    fn where_no_file_can_be_made_all_stays_in_memory() {
        let aside = Arc::new(Aside { file: OnceLock::from(None), ..Aside::default() });
        let texts: Vec<Text> = (0..9).map(|number| Text::new(number.to_string().repeat(1 << 20), &aside)).collect();
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(text.read(), number.to_string().repeat(1 << 20));
        }
    }
}
