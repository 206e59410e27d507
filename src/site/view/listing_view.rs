//! `listing`: a list of cards, in pages.

use super::parts::{CardHtml, Counted};
use serde::Serialize;

/// A page of a list, as the variable `listing`.
#[derive(Debug, Clone, Serialize)]
pub struct ListingView<'a> {
    /// What is listed: `experts`, `projects`, `organizations`, `groups` or `requests`.
    pub of: &'static str,
    /// What the list is narrowed to, such as a letter or a town; none for the whole list.
    pub filter: Option<String>,
    /// The cards of this page.
    pub cards: Vec<CardHtml>,
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
