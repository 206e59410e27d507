//! The pictures that lie beside entries.

use crate::base::{Code, Diagnostic, Place};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// The largest picture file that is read, in bytes.
pub(super) const MOST_PICTURE_BYTES: u64 = 20 * 1024 * 1024;

/// A picture that lies beside an entry. It is read when it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Path relative to the site's folder.
    pub path: Arc<str>,
    /// Where it is on this machine.
    pub location: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// Seconds and nanoseconds of its last change, to tell versions apart.
    pub changed: (u64, u32),
}

impl PictureFile {
    /// The bytes of the file.
    ///
    /// # Errors
    /// A note when the file is too large or cannot be read.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: sources are read here")]
    pub fn read(&self) -> Result<Vec<u8>, Diagnostic> {
        if self.size > MOST_PICTURE_BYTES {
            let message = format!("the picture has {} MB", self.size / 1024 / 1024);
            return Err(Diagnostic::new(Code::FileTooLarge, Place::file(self.path.clone()), message)
                .help("20 MB is the most; a photo of 2000 pixels wide is plenty"));
        }
        std::fs::read(&self.location).map_err(|error| {
            Diagnostic::new(Code::FileUnreadable, Place::file(self.path.clone()), format!("cannot be read: {error}"))
        })
    }
}

/// The pictures of the site, by their path relative to the site's folder.
pub type Pictures = BTreeMap<Arc<str>, PictureFile>;
