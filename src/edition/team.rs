//! Who was on the team of a project, as far as it may be seen.

use super::entries::{Edition, ExpertId, TopicId};
use crate::base::InCv;
use crate::record::Part;

/// Somebody on a team.
#[derive(Debug, Hash)]
pub struct TeamMember {
    /// Who.
    pub who: Who,
    /// Their part in the project.
    pub role: Option<String>,
    /// Core team, or drawn in from outside.
    pub part: Part,
    /// What they brought.
    pub topics: Vec<TopicId>,
    /// In which of their CVs it stands.
    pub cv: InCv,
    /// Who says that they were on it.
    pub standing: Standing,
}

/// A person on a team.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Who {
    /// Somebody with a profile.
    Expert(ExpertId),
    /// Somebody without.
    Named(String),
}

impl Who {
    /// The profile, of whoever has one.
    pub fn expert(&self) -> Option<ExpertId> {
        match self {
            Self::Expert(id) => Some(*id),
            Self::Named(_) => None,
        }
    }

    /// The name, as the profile writes it where there is one.
    pub fn name<'a>(&'a self, edition: &'a Edition) -> &'a str {
        match self {
            Self::Expert(id) => &edition.experts[*id].record.file.name,
            Self::Named(name) => name,
        }
    }

    /// As programs know them: by the slug of the profile, else by the name.
    pub fn key<'a>(&'a self, edition: &'a Edition) -> &'a str {
        match self {
            Self::Expert(id) => &edition.experts[*id].slug,
            Self::Named(name) => name,
        }
    }
}

/// Who says that somebody was on a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The expert: it is told in their own folder.
    Own,
    /// The network, or both sides.
    Confirmed,
    /// Only the project's author.
    Claimed,
}
