//! What a run made.

use super::sink::Changes;
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
    /// Experts.
    pub experts: usize,
    /// Projects.
    pub projects: usize,
    /// Organizations, those included that are only mentioned.
    pub organizations: usize,
    /// Topics, those included that are only mentioned.
    pub topics: usize,
    /// Requests.
    pub requests: usize,
    /// Rendered pages, in all languages.
    pub pages: usize,
}

impl Counts {
    /// Entries that somebody wrote: who and what is only mentioned is none.
    pub fn entries(&self) -> usize {
        self.experts + self.projects + self.requests
    }
}
