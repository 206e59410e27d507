//! One file in which somebody wrote about an entry.

use super::site_files::{read_beginning, read_file};
use super::table_file;
use crate::base::{
    Code, Consequence, Date, Diagnostic, EntryKind, Language, Place, Rank, read_text,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many entries a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// One.
    Entry,
    /// A list of them, as YAML.
    List,
    /// A table of them, as CSV.
    Table,
    /// A file that is not read, though it lies among them: only whom it names is known.
    Unread,
}

/// One file in which somebody wrote about an entry, with its text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path relative to the site's folder, with forward slashes.
    pub path: Arc<str>,
    /// Where it is on this machine.
    pub location: PathBuf,
    /// What the entry is about.
    pub kind: EntryKind,
    /// One entry, or a list of them.
    pub shape: Shape,
    /// The name that the slug follows from: of the file, or of its folder. Empty for the profile of
    /// a portfolio.
    pub stem: String,
    /// The folder of the entry's pictures, relative to the site's folder.
    pub folder: Arc<str>,
    /// For a translation: into which language.
    pub language: Option<Language>,
    /// For a project in an expert's folder: the path of that folder.
    pub owner: Option<Arc<str>>,
    /// Who wrote it.
    pub rank: Rank,
    /// The slug that the owner of the site gave to the member whose profile it is.
    pub given_slug: Option<Arc<str>>,
    /// The day of its last commit, when the site is in a Git repository and the file is committed.
    pub committed: Option<Date>,
    /// What stands in it, once it has been read: UTF-8, without byte order mark, lines ended by
    /// `\n`.
    pub text: Option<String>,
}

/// The largest text of one entry that is read, in bytes.
const MOST_ENTRY_BYTES: u64 = 1024 * 1024;

/// How much of a file that cannot be read is looked through for the names of its person, in bytes.
const BEGINNING: u64 = 16 * 1024 * 1024;

/// The largest list of entries that is read, in bytes.
const MOST_LIST_BYTES: u64 = 256 * 1024 * 1024;

impl SourceFile {
    /// A file that holds one entry, of which nothing is known but where it is and who wrote it.
    pub fn new(path: Arc<str>, location: &Path, kind: EntryKind, rank: Rank) -> Self {
        Self {
            path,
            location: location.to_owned(),
            kind,
            shape: Shape::Entry,
            stem: String::new(),
            folder: Arc::default(),
            language: None,
            owner: None,
            rank,
            given_slug: None,
            committed: None,
            text: None,
        }
    }

    /// The first part of a file that cannot be read as it should be, whatever its encoding.
    pub fn beginning(&self) -> String {
        let bytes = read_beginning(&self.location, BEGINNING).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Hands over the text of a table, whatever program saved it. Notes what was decided on the
    /// way.
    ///
    /// # Errors
    /// A note when it cannot be read: then nothing is published.
    pub fn take_table(&mut self, notes: &mut Vec<Diagnostic>) -> Result<String, Diagnostic> {
        if let Some(text) = self.text.take() {
            return Ok(text);
        }
        let bytes = self.bytes().map_err(|note| note.consequence(Consequence::NotPublished))?;
        table_file::read(&self.path, bytes, notes)
    }

    /// Hands over what stands in it: read now, unless it has been before. So no more than a few
    /// texts are in memory. Notes when the text is read though its encoding is an old one.
    ///
    /// # Errors
    /// A note when the file cannot be read, is too large, or is no text.
    pub fn take_text(&mut self, notes: &mut Vec<Diagnostic>) -> Result<String, Diagnostic> {
        if let Some(text) = self.text.take() {
            return Ok(text);
        }
        let bytes = self.bytes()?;
        let (text, note) = read_text(bytes, &self.path)?;
        notes.extend(note);
        Ok(text)
    }

    fn bytes(&self) -> Result<Vec<u8>, Diagnostic> {
        let place = || Place::file(self.path.clone());
        let size = self.location.metadata().map_or(0, |metadata| metadata.len());
        let most = if self.shape == Shape::Entry { MOST_ENTRY_BYTES } else { MOST_LIST_BYTES };
        if size > most {
            return Err(Diagnostic::new(
                Code::FileTooLarge,
                place(),
                format!("the text has {} KB", size / 1024),
            )
            .help(format!(
                "{} MB is the most; put long documents in static/ and link to them",
                most / 1024 / 1024
            )));
        }
        read_file(&self.location).map_err(|error| {
            Diagnostic::new(Code::FileUnreadable, place(), format!("cannot be read: {error}"))
        })
    }
}
