//! The front matter of a text page.

use super::entry::{OwnKeys, entry};
use schemars::JsonSchema;
use serde::Deserialize;

entry! {
    /// A text page.
    pub struct Page {
        /// Title; else the heading with which the Markdown begins.
        pub title: String,
        /// One or two sentences for search engines and previews.
        #[serde(default)]
        pub description: Option<String>,
        /// Its place among the pages of its folder, each of which leads to the one before and the
        /// one behind; those without a place stand last, by title.
        #[serde(default)]
        pub order: Option<u16>,
        /// Whether it begins with a list of its headings; else it does from five on.
        #[serde(default)]
        pub contents: Option<bool>,
    }
}

impl OwnKeys for Page {}

/// The texts of a text page in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PageText {
    /// Title.
    pub title: Option<String>,
    /// One or two sentences for search engines and previews.
    pub description: Option<String>,
}
