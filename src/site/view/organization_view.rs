//! `organization`: everything an organization's page shows.

use super::listing_view::Row;
use super::map_view::SmallMap;
use super::parts::{CardHtml, Extra, OutLink, Phrase, Picture, Prose};
use serde::Serialize;

/// An organization's page, as the variable `organization`.
#[derive(Debug, Clone, Serialize)]
pub struct OrganizationView<'a> {
    /// Name.
    pub title: Phrase<'a>,
    /// Its logo.
    pub logo: Option<Picture<'a>>,
    /// Where it is.
    pub place: Option<&'a str>,
    /// A small map of where that is, on a site that has a map.
    pub map: Option<SmallMap>,
    /// What it is there for.
    pub core_tasks: Option<Prose<'a>>,
    /// What it adds.
    pub added_value: Option<Prose<'a>>,
    /// Whom it serves.
    pub audience: Vec<Phrase<'a>>,
    /// Sites elsewhere.
    pub links: Vec<OutLink<'a>>,
    /// Description.
    pub body: Option<Prose<'a>>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
    /// Cards of the first of its projects, newest first.
    pub projects: Vec<CardHtml>,
    /// Those after them, in a line each; none where they have a list.
    pub more_projects: Vec<Row<'a>>,
    /// How many projects there are in all.
    pub projects_total: usize,
    /// The list of all of them, when there are more than `projects` shows.
    pub projects_url: Option<String>,
    /// Cards of its requests, open ones first.
    pub requests: Vec<CardHtml>,
    /// How many requests there are in all.
    pub requests_total: usize,
    /// The list of all of them, when there are more than `requests` shows.
    pub requests_url: Option<String>,
    /// Cards of the first experts whose profiles name it: as employer, client, school or otherwise.
    pub people: Vec<CardHtml>,
    /// Those after them, in a line each; none where they have a list.
    pub more_people: Vec<Row<'a>>,
    /// How many people there are in all.
    pub people_total: usize,
    /// The list of all of them, when there are more than `people` shows.
    pub people_url: Option<String>,
}
