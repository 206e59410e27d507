//! Claims to topics.

use super::level::Level;
use super::scalar::{LongForm, short_or_long};
use crate::base::Date;
use serde::{Deserialize, Deserializer};

/// A claim to a topic: its name, or a group of keys.
#[derive(Debug, Clone)]
pub struct ExpertiseClaim {
    /// The topic's slug, title or synonym.
    pub topic: String,
    /// How well.
    pub level: Level,
    /// Since when.
    pub since: Option<Date>,
    /// When it was last used.
    pub last_used: Option<Date>,
    /// The person's remark.
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LongClaim {
    topic: String,
    #[serde(default)]
    level: Level,
    #[serde(default)]
    since: Option<Date>,
    #[serde(default)]
    last_used: Option<Date>,
    #[serde(default)]
    note: Option<String>,
}

impl From<String> for ExpertiseClaim {
    fn from(topic: String) -> Self {
        Self { topic, level: Level::default(), since: None, last_used: None, note: None }
    }
}

impl From<LongClaim> for ExpertiseClaim {
    fn from(long: LongClaim) -> Self {
        let LongClaim { topic, level, since, last_used, note } = long;
        Self { topic, level, since, last_used, note }
    }
}

impl LongForm for ExpertiseClaim {
    type Long = LongClaim;
}

impl<'de> Deserialize<'de> for ExpertiseClaim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short_or_long(deserializer, "a topic, or a group of keys with `topic`")
    }
}
