//! The front matter of a topic.

use super::entry::{OwnKeys, entry};
use crate::config::ShelfLife;
use schemars::JsonSchema;
use serde::Deserialize;

entry! {
    /// A field of expertise.
    pub struct Topic {
        /// Title.
        pub title: String,
        /// Other words for it.
        #[serde(default)]
        pub synonyms: Vec<String>,
        /// Wider topics.
        #[serde(default)]
        pub broader: Vec<String>,
        /// Neighbouring topics.
        #[serde(default)]
        pub related: Vec<String>,
        /// The same concept elsewhere: ESCO, Wikidata.
        #[serde(default)]
        pub same_as: Vec<String>,
        /// How long expertise in it stays good.
        #[serde(default)]
        pub shelf_life: Option<ShelfLife>,
    }
}

impl OwnKeys for Topic {}

/// The texts of a topic in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TopicText {
    /// Title.
    pub title: Option<String>,
    /// Other words for it.
    pub synonyms: Vec<String>,
}
