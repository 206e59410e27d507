//! `home`: the front page of a network.

use super::parts::{CardHtml, Counted, Phrase, Prose};
use serde::Serialize;

/// The front page of a network, as the variable `home`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView<'a> {
    /// What the network is there for.
    pub core_tasks: Option<Prose<'a>>,
    /// What it adds.
    pub added_value: Option<Prose<'a>>,
    /// Whom it serves.
    pub audience: Vec<Phrase<'a>>,
    /// Numbers of entries that may be seen.
    pub counts: Counts,
    /// Cards of projects that the network puts forward, or else its newest.
    pub featured: Vec<CardHtml>,
    /// Cards of open requests.
    pub requests: Vec<CardHtml>,
    /// Cards of the experts whose expertise was shown most recently.
    pub experts: Vec<CardHtml>,
    /// The topics with most experts.
    pub topics: Vec<Counted<'a>>,
}

/// Numbers of entries.
#[derive(Debug, Clone, Serialize)]
pub struct Counts {
    /// Experts.
    pub experts: usize,
    /// Projects.
    pub projects: usize,
    /// Organizations.
    pub organizations: usize,
    /// Topics.
    pub topics: usize,
    /// Open requests.
    pub requests: usize,
}
