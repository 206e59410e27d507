//! What became of a source.

use super::draft::{ItemDraft, PersonDraft};

/// What became of a source.
#[derive(Debug, Default)]
pub(super) struct Imported {
    /// Whom it is about.
    pub(super) people: Vec<PersonDraft>,
    /// Publications of several authors, who have to be found among the people of the site.
    pub(super) works: Vec<WorkDraft>,
    /// What was not read, each with its place and its value.
    pub(super) unread: Vec<String>,
    /// What its reader should know.
    pub(super) said: Vec<String>,
}

/// A publication.
#[derive(Debug, Default)]
pub(super) struct WorkDraft {
    /// Its authors, by their names as people say them.
    pub(super) authors: Vec<String>,
    /// The publication.
    pub(super) item: ItemDraft,
    /// Where it stands in the source.
    pub(super) place: String,
}
