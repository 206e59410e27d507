//! Claims to topics.

use super::level::Level;
use super::scalar::{or_text, short_form};
use crate::base::Date;
use schemars::JsonSchema;
use serde::Deserialize;

/// A claim to a topic: its name, or a group of keys.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct ExpertiseClaim {
    /// The topic's slug, title or synonym.
    pub topic: String,
    /// How well.
    #[serde(default)]
    pub level: Level,
    /// Since when.
    #[serde(default)]
    pub since: Option<Date>,
    /// When it was last used; else that of the newest project that used it.
    #[serde(default)]
    pub last_used: Option<Date>,
    /// The person's remark.
    #[serde(default)]
    pub note: Option<String>,
}

short_form!(ExpertiseClaim, "a topic, or a group of keys with `topic`", |topic| Self {
    topic,
    level: Level::default(),
    since: None,
    last_used: None,
    note: None,
});
