//! `text`: a page written in Markdown.

use super::parts::{Extra, Link, Phrase, Prose};
use serde::Serialize;

/// A page written in Markdown, as the variable `text`.
#[derive(Debug, Clone, Serialize)]
pub struct TextView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// The text.
    pub body: Option<Prose<'a>>,
    /// The headings of the text, when it begins with a list of them.
    pub contents: Vec<TextHeading>,
    /// The page before it in its folder; before the first one, that of the folder.
    pub previous: Option<Link<'a>>,
    /// The page behind it in its folder.
    pub next: Option<Link<'a>>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
}

/// A heading of a text, with the headings below it.
#[derive(Debug, Clone, Serialize)]
pub struct TextHeading {
    /// Its words, as safe HTML.
    pub html: String,
    /// Where it stands on the page: `#words`.
    pub url: String,
    /// Whether it is one of the widest; else it stands below the last of these.
    pub is_wide: bool,
}
