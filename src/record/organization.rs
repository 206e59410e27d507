//! The front matter of an organization.

use super::entry::{OwnKeys, UnclearKey, entry};
use super::project::Image;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

entry! {
    /// A client, an employer, a partner.
    pub struct Organization {
        /// Its name.
        pub title: String,
        /// Other names for it.
        #[serde(default)]
        pub synonyms: Vec<String>,
        /// Its logo, beside the file.
        #[serde(default)]
        pub logo: Option<Image>,
        /// Where it is.
        #[serde(default)]
        pub place: Option<String>,
        /// Branch of industry.
        #[serde(default)]
        pub sector: Option<String>,
        /// What it is there for (Markdown).
        #[serde(default)]
        pub core_tasks: Option<String>,
        /// What it adds (Markdown).
        #[serde(default)]
        pub added_value: Option<String>,
        /// Whom it serves.
        #[serde(default)]
        pub audience: Vec<String>,
        /// Sites elsewhere.
        #[serde(default, deserialize_with = "crate::base::yaml::filled_keys")]
        pub links: BTreeMap<String, String>,
    }
}

impl OwnKeys for Organization {
    fn own_unclear(&self) -> Vec<UnclearKey> {
        UnclearKey::strayed("links", self.links.keys()).collect()
    }
}

/// The texts of an organization in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OrganizationText {
    /// Its name.
    pub title: Option<String>,
    /// What it is there for.
    pub core_tasks: Option<String>,
    /// What it adds.
    pub added_value: Option<String>,
    /// Whom it serves.
    pub audience: Vec<String>,
}
