//! The files that lie beside entries: pictures, and documents to read.

use super::table_file::bare_name;
use crate::base::{Code, Consequence, Diagnostic, Place};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// The largest file beside an entry that is read, in bytes.
const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Endings of pictures, those included that are only known to be told what to do.
const PICTURES: [&str; 12] =
    ["jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "heif", "bmp", "tif", "tiff", "svg"];

/// Endings of documents: what a browser shows or saves, and never runs.
const DOCUMENTS: [&str; 12] =
    ["pdf", "epub", "ics", "docx", "odt", "rtf", "xlsx", "ods", "pptx", "odp", "zip", "mp3"];

/// Files and folders that file managers and version control leave behind, in small letters.
const LEFT_BEHIND: [&str; 14] = [
    ".ds_store",
    ".appledouble",
    ".spotlight-v100",
    ".trashes",
    ".fseventsd",
    "__macosx",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    ".directory",
    ".git",
    ".hg",
    ".svn",
    ".gitkeep",
];

/// A file that lies beside an entry. It is read when it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideFile {
    /// Path relative to the site's folder.
    pub path: Arc<str>,
    /// Where it is on this machine.
    pub location: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// Seconds and nanoseconds of its last change, to tell versions apart.
    pub changed: (u64, u32),
}

impl BesideFile {
    /// The bytes of the file.
    ///
    /// # Errors
    /// A note when the file is too large or cannot be read.
    #[expect(clippy::disallowed_methods, reason = "the outer ring: sources are read here")]
    pub fn read(&self) -> Result<Vec<u8>, Diagnostic> {
        if self.size > MOST_BYTES {
            let message = format!("the file has {} MB", self.size / 1024 / 1024);
            return Err(Diagnostic::new(
                Code::FileTooLarge,
                Place::file(self.path.clone()),
                message,
            )
            .help("20 MB is the most; a photo of 2000 pixels wide is plenty")
            .consequence(Consequence::LeftOut));
        }
        std::fs::read(&self.location).map_err(|error| {
            Diagnostic::new(
                Code::FileUnreadable,
                Place::file(self.path.clone()),
                format!("cannot be read: {error}"),
            )
            .help("check its permissions")
            .consequence(Consequence::LeftOut)
        })
    }

    /// The ending of a document that may be offered for reading, in small letters.
    pub fn document(&self) -> Option<&'static str> {
        let ending = ending(&self.path);
        DOCUMENTS.into_iter().find(|known| *known == ending)
    }
}

/// The files beside the entries of the site, by their path relative to the site's folder.
pub type Beside = BTreeMap<Arc<str>, BesideFile>;

/// Whether a file of that name may lie beside an entry.
pub fn may_lie_beside(name: &str) -> bool {
    let ending = ending(name);
    PICTURES.contains(&ending.as_str()) || DOCUMENTS.contains(&ending.as_str())
}

/// Whether a file of that name may lie in a folder of entries that are files: a text document there
/// is rather meant to be one.
pub(super) fn may_lie_among(name: &str) -> bool {
    may_lie_beside(name) && !["docx", "odt", "rtf"].contains(&ending(name).as_str())
}

/// Whether what stands in a file of that name is read where entries are: entries, tables, pictures,
/// documents.
pub fn may_be_read(name: &str) -> bool {
    let is_list = ["md", "markdown", "yaml", "yml"].contains(&ending(name).as_str());
    is_list || bare_name(name).is_some() || may_lie_beside(name)
}

/// Whether a file of that name is one that a system or a version control leaves in every folder,
/// and nobody wrote.
pub fn is_of_system(name: &str) -> bool {
    let lower = name.to_lowercase();
    LEFT_BEHIND.contains(&lower.as_str()) || lower.starts_with("._")
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}
