//! The front matter of a piece of news.

use super::Image;
use super::entry::{Closes, OwnKeys, UnclearKey, entry};
use super::inspector::Inspector;
use super::keyed::Overlay;
use super::verify::Verify;
use super::worded::{Each, Worded};
use super::work::AuthorEntry;
use crate::base::packed::packed;
use crate::base::{Date, Guarded};
use schemars::JsonSchema;
use serde::Deserialize;

entry! {
    /// A piece of news.
    pub struct Article {
        /// Title.
        pub title: String,
        /// The day of the news, from which it is seen; else the day with which the file's name
        /// begins: `2026-03-14-title.md`.
        #[serde(default)]
        pub date: Guarded<Date>,
        /// Who wrote it; in an expert's own folder, the expert when nothing is said.
        #[serde(default)]
        pub authors: Vec<AuthorEntry>,
        /// What it is about.
        #[serde(default)]
        pub topics: Vec<String>,
        /// One or two sentences for lists, feeds and previews.
        #[serde(default)]
        pub summary: Option<String>,
        /// A picture, beside the entry.
        #[serde(default)]
        pub image: Option<Image>,
    }
}

impl OwnKeys for Article {
    /// The date decides from when it is seen.
    fn own_unclear(&self) -> Vec<UnclearKey> {
        UnclearKey::of("date", &self.date, Closes::Entry).into_iter().collect()
    }
}

/// The texts of a piece of news in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ArticleText {
    /// Title.
    pub title: Option<String>,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
}

packed! {
    ArticleText { title, summary }
}

impl Overlay<Article> for ArticleText {}

impl Worded for Article {
    fn words(&mut self, each: Each<'_>) {
        each(&mut self.title);
        let picture = self.image.iter_mut().flat_map(|it| it.alt.iter_mut().chain(&mut it.caption));
        self.summary.iter_mut().chain(picture).for_each(each);
    }
}

impl Worded for ArticleText {
    fn words(&mut self, each: Each<'_>) {
        [&mut self.title, &mut self.summary].into_iter().flatten().for_each(each);
    }
}

impl Verify for Article {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        inspector.filled(&mut self.topics, "topics", |topic| topic);
        inspector.filled_all(&mut self.authors, "authors", AuthorEntry::is_empty);
        inspector.name(&mut self.title, "title")
    }
}
