//! `article`: everything the page of a piece of news shows, and what its card does.

use super::parts::{Extra, Link, PersonRef, Phrase, Picture, Prose};
use serde::Serialize;

/// The page of a piece of news, as the variable `article`.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// Its day, ISO 8601.
    pub date: Option<String>,
    /// Who wrote it.
    pub authors: Vec<PersonRef<'a>>,
    /// What it is about.
    pub topics: Vec<Link<'a>>,
    /// One or two sentences.
    pub summary: Option<Phrase<'a>>,
    /// The picture.
    pub image: Option<Picture<'a>>,
    /// The text.
    pub body: Option<Prose<'a>>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
}

/// The card of a piece of news: `components/article-card.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleCard<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// Root-relative address.
    pub url: String,
    /// Its day, ISO 8601.
    pub date: Option<String>,
    /// The names of those who wrote it, as far as they are in lists.
    pub authors: Vec<&'a str>,
    /// The summary, or how the text begins, as plain text.
    pub summary: Option<String>,
    /// Language of `summary` when it is not the page's.
    pub summary_lang: Option<&'a str>,
    /// The picture.
    pub image: Option<Picture<'a>>,
}
