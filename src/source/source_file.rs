//! One file in which somebody wrote about an entry.

use crate::base::Language;
use std::path::PathBuf;
use std::sync::Arc;

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A person.
    Expert,
    /// A case.
    Project,
    /// A client, an employer, a partner.
    Organization,
    /// A field of expertise.
    Topic,
    /// A client's open question.
    Request,
    /// A text page.
    Page,
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
    /// The name that the slug follows from: of the file, or of its folder. Empty for the profile of a portfolio.
    pub stem: String,
    /// The folder of the entry's pictures, relative to the site's folder.
    pub folder: Arc<str>,
    /// For a translation: into which language.
    pub language: Option<Language>,
    /// For a project in an expert's folder: the path of that folder.
    pub owner: Option<Arc<str>>,
    /// What stands in it: UTF-8, without byte order mark, lines ended by `\n`.
    pub text: String,
}
