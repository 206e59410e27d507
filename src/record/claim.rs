//! Claims to topics.

use super::level::GivenLevel;
use super::scalar::{Scalar, or_text, short_form};
use crate::base::Date;
use crate::base::InCv;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

/// A claim to a topic: its name, or a group of keys.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_text)]
pub struct ExpertiseClaim {
    /// The topic's slug, title or synonym.
    pub topic: String,
    /// How well.
    #[serde(default)]
    pub level: Option<GivenLevel>,
    /// Since when.
    #[serde(default)]
    pub since: Option<Date>,
    /// When it was last used, or `current`; else when the newest project that used it ended.
    #[serde(default)]
    pub last_used: Option<LastUsed>,
    /// The person's remark.
    #[serde(default)]
    pub note: Option<String>,
    /// What a CV that has to be short says of it, instead of level, evidence and remark: `twelve
    /// networks`.
    #[serde(default)]
    pub short: Option<String>,
    /// In which CVs it stands: in none (`false`), or in those of some variants alone: `[water]`.
    #[serde(default)]
    pub cv: InCv,
}

short_form!(ExpertiseClaim, "a topic, or a group of keys with `topic`", |topic| Self {
    topic,
    level: None,
    since: None,
    last_used: None,
    note: None,
    short: None,
    cv: InCv::All,
});

/// When somebody last used a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LastUsed {
    /// Then.
    On(Date),
    /// Now, as far as the profile was confirmed: it ages from the day on which the profile was last
    /// changed.
    Current,
}

impl LastUsed {
    /// The date, when there is one.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::On(date) => Some(date),
            Self::Current => None,
        }
    }
}

impl<'de> Deserialize<'de> for LastUsed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Scalar::deserialize(deserializer)?;
        match written.0.trim() {
            "current" | "now" => Ok(Self::Current),
            date => date.parse().map(Self::On).map_err(D::Error::custom),
        }
    }
}

impl JsonSchema for LastUsed {
    fn schema_name() -> Cow<'static, str> {
        "LastUsed".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<Date>();
        json_schema!({ "anyOf": [date, { "const": "current" }] })
    }
}
