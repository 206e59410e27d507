//! `listing`: a list of cards, in pages.

use super::expert_view::Availability;
use super::parts::{CardHtml, Counted, Period, Phrase};
use serde::Serialize;

/// A page of a list, as the variable `listing`.
#[derive(Debug, Clone, Serialize)]
pub struct ListingView<'a> {
    /// What is listed: `experts`, `projects`, `organizations`, `groups` or `requests`.
    pub of: &'static str,
    /// What the list is narrowed to, such as a letter or a town; none for the whole list.
    pub filter: Option<String>,
    /// The cards of this page; none where it has rows.
    pub cards: Vec<CardHtml>,
    /// The rows of this page: what a long list of experts or projects that is narrowed to
    /// something has instead of cards.
    pub rows: Vec<Row<'a>>,
    /// Cards of closed requests, or of groups that are no more, shown apart.
    pub closed: Vec<CardHtml>,
    /// How many there are on all pages.
    pub total: usize,
    /// The pages of the list; empty when there is one.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Ways to narrow the list: `topics`, `places`, `languages`, `availability`, `clients`, `years`
    /// (interface string `facet.<key>`).
    pub facets: Vec<Facet<'a>>,
    /// A–Z: first letters of names that occur.
    pub letters: Vec<Letter>,
}

/// An expert or a project in a line.
#[derive(Debug, Clone, Serialize)]
pub struct Row<'a> {
    /// Name or title.
    pub title: Phrase<'a>,
    /// Root-relative address.
    pub url: Option<String>,
    /// The line about an expert.
    pub headline: Option<Phrase<'a>>,
    /// How fresh an expert's knowledge of the topic is, on a list of a topic.
    pub freshness: Option<&'static str>,
    /// Whether an expert has room for new work.
    pub availability: Option<Availability>,
    /// Town.
    pub place: Option<&'a str>,
    /// For whom a project was done.
    pub client: Option<&'a str>,
    /// From when to when a project went on.
    pub period: Period,
}

/// One page of a list.
#[derive(Debug, Clone, Serialize)]
pub struct PageLink {
    /// Its number, from 1; 0 stands for a gap.
    pub number: usize,
    /// Root-relative address.
    pub url: String,
    /// Whether it is this page.
    pub current: bool,
}

/// One way to narrow a list.
#[derive(Debug, Clone, Serialize)]
pub struct Facet<'a> {
    /// Interface string `facet.<key>`.
    pub key: &'static str,
    /// The values, most frequent first.
    pub options: Vec<Counted<'a>>,
}

/// A letter of the alphabet with names behind it.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    /// The letter, or `#` for everything that is none.
    pub letter: String,
    /// Root-relative address.
    pub url: String,
    /// Whether it is this page.
    pub current: bool,
}
