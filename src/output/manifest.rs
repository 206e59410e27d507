//! What a run made.

use super::sink::Changes;
use crate::base::EntryKind;
use serde::{Deserialize, Serialize};

/// What a run made.
#[derive(Debug, Clone, Default)]
pub struct Manifest {
    /// Outputs in all.
    pub files: usize,
    /// Bytes of all outputs.
    pub bytes: u64,
    /// Outputs that are new or not as they were.
    pub written: usize,
    /// Outputs that are as they were.
    pub unchanged: usize,
    /// Which outputs are new, other than they were, or gone.
    pub changes: Changes,
    /// Whether what was made stands in the output now.
    pub published: bool,
    /// Entries that were published.
    pub counts: Counts,
}

/// Numbers of entries that were published.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Entries of each kind, by the number of the kind; those included that are only mentioned,
    /// when they have a page.
    pub entries: [usize; EntryKind::ALL.len()],
    /// Rendered pages, in all languages.
    pub pages: usize,
}

impl Counts {
    /// Entries that somebody wrote: who and what is only mentioned is none.
    pub fn entries(&self) -> usize {
        let written = EntryKind::ALL.into_iter().filter(|kind| !kind.may_be_mentioned());
        let others = written.filter(|kind| *kind != EntryKind::Page);
        others.map(|kind| self.entries[kind.number()]).sum()
    }
}
