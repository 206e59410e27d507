//! `home`: the front page of a network.

use super::parts::{CardHtml, Counted, PersonRef, Phrase, Prose};
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
    /// Cards of the experts whose expertise was shown most recently; of some experts, where
    /// nobody's was in the last two years.
    pub experts: Vec<CardHtml>,
    /// Whether it was shown in the last two years.
    pub experts_are_recent: bool,
    /// The topics with most experts.
    pub topics: Vec<Counted<'a>>,
    /// Faces of the same experts and more, those with a portrait first, at most eight.
    pub faces: Vec<PersonRef<'a>>,
    /// The list of all experts.
    pub experts_url: Option<String>,
    /// The list of all projects.
    pub projects_url: Option<String>,
    /// The list of all requests.
    pub requests_url: Option<String>,
    /// Cards of the events that come next.
    pub events: Vec<CardHtml>,
    /// The list of all events.
    pub events_url: Option<String>,
    /// Cards of the newest pieces of news.
    pub news: Vec<CardHtml>,
    /// The list of all news.
    pub news_url: Option<String>,
    /// The tree of all topics.
    pub topics_url: Option<String>,
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
