//! `project`: everything a project's page shows.

use super::expert_view::Testimonial;
use super::listing_view::Row;
use super::map_view::SmallMap;
use super::parts::{Contact, Extra, Link, Period, PersonRef, Phrase, Picture, Prose};
use serde::Serialize;

/// A project's page, as the variable `project`.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// What the client asked.
    pub question: Option<Prose<'a>>,
    /// How it was done.
    pub approach: Option<Prose<'a>>,
    /// What came of it.
    pub result: Option<Prose<'a>>,
    /// Results in figures.
    pub outcomes: Vec<Outcome<'a>>,
    /// The client.
    pub client: Option<Link<'a>>,
    /// Branch of industry.
    pub sector: Option<&'a str>,
    /// Where.
    pub place: Option<&'a str>,
    /// A small map of where that is, on a site that has a map.
    pub map: Option<SmallMap>,
    /// From when to when; no `to`: still running.
    pub period: Period,
    /// The core team.
    pub core: Vec<TeamMember<'a>>,
    /// Experts drawn in from outside.
    pub external: Vec<TeamMember<'a>>,
    /// How many more were on the team, who are not shown.
    pub unnamed: usize,
    /// What it was about.
    pub topics: Vec<Link<'a>>,
    /// Pictures.
    pub images: Vec<Picture<'a>>,
    /// What the client says of it.
    pub testimonial: Option<Testimonial<'a>>,
    /// Whether the network curates the case; else an expert tells it.
    pub curated: bool,
    /// The expert who tells it.
    pub author: Option<Link<'a>>,
    /// Whom to ask about it: the expert who tells it, or else the first of the team with a profile
    /// here.
    pub ask: Option<Ask<'a>>,
    /// The story.
    pub body: Option<Prose<'a>>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
    /// Projects about the same topics, in a line each.
    pub related: Vec<Row<'a>>,
}

/// Somebody to ask about a project.
#[derive(Debug, Clone, Serialize)]
pub struct Ask<'a> {
    /// Who.
    pub person: PersonRef<'a>,
    /// How to reach them, as far as they allow.
    pub contact: Option<Contact>,
}

/// A result in one figure.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome<'a> {
    /// What is counted.
    pub label: Phrase<'a>,
    /// The figure, as written.
    pub value: &'a str,
}

/// One person on a team.
#[derive(Debug, Clone, Serialize)]
pub struct TeamMember<'a> {
    /// Who.
    pub person: PersonRef<'a>,
    /// Their part in the project.
    pub role: Option<&'a str>,
    /// What they brought.
    pub topics: Vec<Link<'a>>,
    /// `confirmed` (the network curates the case, or both sides say it), `claimed` (only the author
    /// says it) or `own` (the author).
    pub standing: &'static str,
}
