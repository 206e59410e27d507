//! What may go out of a piece of news. Who wrote it and what it is about are ids of the edition.

use crate::record::{self, Image};
use serde_json::Value;
use std::collections::BTreeMap;

/// What may go out of a piece of news.
#[derive(Debug, Hash)]
pub struct ArticleFile {
    /// Title.
    pub title: String,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
    /// A picture, beside the entry.
    pub image: Option<Image>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Article> for ArticleFile {
    fn from(written: record::Article) -> Self {
        let record::Article { title, summary, image, extra, .. } = written;
        Self { title, summary, image, extra }
    }
}

/// The texts of a piece of news.
#[derive(Debug, Hash)]
pub struct ArticleText {
    /// Title.
    pub title: Option<String>,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
}

impl From<record::ArticleText> for ArticleText {
    fn from(written: record::ArticleText) -> Self {
        let record::ArticleText { title, summary } = written;
        Self { title, summary }
    }
}
