//! The front matter of a request.

use super::contact::ContactFile;
use super::entry::{Closes, OwnKeys, UnclearKey, entry};
use super::level::{GivenLevel, Part};
use super::scalar::{or_text, short_form};
use super::spoken::Language;
use crate::base::Date;
use crate::record::Location;
use schemars::JsonSchema;
use serde::Deserialize;

entry! {
    /// A client's open question.
    pub struct Request {
        /// Title.
        pub title: String,
        /// Slug or name of who asks.
        #[serde(default)]
        pub organization: Option<String>,
        /// What is needed.
        #[serde(default)]
        pub needs: Vec<Need>,
        /// Languages that are needed.
        #[serde(default)]
        pub languages: Vec<Language>,
        /// Where.
        #[serde(default)]
        pub place: Option<Location>,
        /// From when.
        #[serde(default)]
        pub from: Option<Date>,
        /// Until when; after this day the request is closed.
        #[serde(default)]
        pub until: Option<Date>,
        /// Hours a week.
        #[serde(default)]
        pub hours: Option<u16>,
        /// How to answer.
        #[serde(default)]
        pub contact: Option<ContactFile>,
    }
}

impl OwnKeys for Request {
    fn own_unclear(&self) -> Vec<UnclearKey> {
        let visibility = self.contact.as_ref().map(|contact| &contact.visibility);
        visibility
            .and_then(|key| UnclearKey::of("contact.visibility", key, Closes::Part))
            .into_iter()
            .collect()
    }
}

/// The texts of a request in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RequestText {
    /// Title.
    pub title: Option<String>,
}

/// One topic that a request needs: its name, or a group of keys.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct Need {
    /// The topic's slug, title or synonym.
    pub topic: String,
    /// The least level.
    #[serde(default)]
    pub level: Option<GivenLevel>,
    /// Core team, or drawn in from outside.
    #[serde(default)]
    pub part: Option<Part>,
    /// Weight, 1 to 3.
    #[serde(default)]
    #[schemars(range(min = 1, max = 3))]
    pub weight: Option<u32>,
}

short_form!(Need, "a topic, or a group of keys with `topic`", |topic| Self {
    topic,
    level: None,
    part: None,
    weight: None,
});
