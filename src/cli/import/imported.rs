//! What became of a source.

use super::account::Account;
use super::draft::{EventDraft, GroupDraft, ItemDraft, PersonDraft};

/// What became of a source.
#[derive(Debug, Default)]
pub(super) struct Imported {
    /// Whom it is about.
    pub(super) people: Vec<PersonDraft>,
    /// Groups of these people.
    pub(super) groups: Vec<GroupDraft>,
    /// Events.
    pub(super) events: Vec<EventDraft>,
    /// Publications of several authors, who have to be found among the people of the site.
    pub(super) works: Vec<WorkDraft>,
    /// What there was in the source, and what of it was read.
    pub(super) account: Account,
    /// What its reader should know.
    pub(super) said: Vec<String>,
}

/// A publication.
#[derive(Debug, Default)]
pub(super) struct WorkDraft {
    /// The publication, with its authors by their names as people say them.
    pub(super) item: ItemDraft,
    /// Where it stands in the source.
    pub(super) place: String,
}
