//! One file in which somebody wrote about an entry.

use crate::base::{Date, Language};
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

impl EntryKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Expert, Self::Project, Self::Organization, Self::Topic, Self::Request, Self::Page];

    /// The folder of such entries.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Expert => "experts",
            Self::Project => "projects",
            Self::Organization => "organizations",
            Self::Topic => "topics",
            Self::Request => "requests",
            Self::Page => "pages",
        }
    }

    /// The kind of the entries in `folder`.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }
}

/// How many entries a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// One.
    Entry,
    /// A list of them, as YAML.
    List,
    /// A table of them, as CSV.
    Table,
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
    /// The name that the slug follows from: of the file, or of its folder. Empty for the profile of a portfolio.
    pub stem: String,
    /// The folder of the entry's pictures, relative to the site's folder.
    pub folder: Arc<str>,
    /// For a translation: into which language.
    pub language: Option<Language>,
    /// For a project in an expert's folder: the path of that folder.
    pub owner: Option<Arc<str>>,
    /// The day of its last commit, when the site is in a Git repository and the file is committed.
    pub committed: Option<Date>,
    /// What stands in it: UTF-8, without byte order mark, lines ended by `\n`.
    pub text: String,
}
