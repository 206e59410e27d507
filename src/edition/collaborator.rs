//! Who stands beside an expert: those with whom work was shared, and who speaks of them.

use super::entries::{ExpertId, ProjectId};
use super::works::WorkId;

/// Who said a testimonial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Witness {
    /// Somebody without a profile, by the name that is written.
    Named,
    /// Somebody with a profile.
    Expert(ExpertId),
    /// Somebody with a profile, who has not said so: the name is not linked.
    Unconfirmed(ExpertId),
    /// Somebody whose profile may not be seen any more; the name is left out.
    Gone,
}

/// Somebody with whom projects or publications were shared.
#[derive(Debug, Hash)]
pub struct Collaborator {
    /// The other expert.
    pub expert: ExpertId,
    /// The shared projects, newest first.
    pub projects: Vec<ProjectId>,
    /// The shared publications, each once.
    pub works: Vec<WorkId>,
}

impl Collaborator {
    /// How many projects and publications were shared; at least one.
    pub fn shared(&self) -> usize {
        self.projects.len() + self.works.len()
    }
}
