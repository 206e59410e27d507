//! `text`: a page written in Markdown.

use super::parts::{Phrase, Prose};
use serde::Serialize;

/// A page written in Markdown, as the variable `text`.
#[derive(Debug, Clone, Serialize)]
pub struct TextView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// The text.
    pub body: Option<Prose<'a>>,
}
