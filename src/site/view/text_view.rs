//! `text`: a page written in Markdown.

use super::parts::{Extra, Phrase, Prose};
use serde::Serialize;

/// A page written in Markdown, as the variable `text`.
#[derive(Debug, Clone, Serialize)]
pub struct TextView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// The text.
    pub body: Option<Prose<'a>>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
}
