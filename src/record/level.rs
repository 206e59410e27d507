//! Levels of expertise, and the two parts of a team.

use crate::base::Rejected;
use crate::base::word_list::is_of_figures;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// How well somebody masters a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Knows what it is about.
    Aware,
    /// Does it.
    Practitioner,
    /// Is asked for it.
    Expert,
    /// Sets the standard.
    Authority,
}

impl Level {
    /// The word in `level:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Aware => "aware",
            Self::Practitioner => "practitioner",
            Self::Expert => "expert",
            Self::Authority => "authority",
        }
    }

    /// The level as a number from 1 to 4.
    pub fn number(self) -> u8 {
        match self {
            Self::Aware => 1,
            Self::Practitioner => 2,
            Self::Expert => 3,
            Self::Authority => 4,
        }
    }

    /// What a claim is weighed by whose level nobody gave: it says that somebody does it, and no
    /// more is shown of it.
    pub fn or_usual(claimed: Option<Self>) -> Self {
        claimed.unwrap_or(Self::Practitioner)
    }

    /// What the level counts in a topic score, in thousandths.
    pub fn permille(self) -> u32 {
        match self {
            Self::Aware => 250,
            Self::Practitioner => 500,
            Self::Expert => 800,
            Self::Authority => 1000,
        }
    }
}

/// A level as it was given: by its word, or by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GivenLevel {
    /// The level.
    pub level: Level,
    /// The number that was written for it.
    pub number: Option<u8>,
}

impl<'de> Deserialize<'de> for GivenLevel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const WORDS: &[&str] = &["aware", "practitioner", "expert", "authority"];
        const LEVELS: [Level; 4] =
            [Level::Aware, Level::Practitioner, Level::Expert, Level::Authority];
        struct LevelVisitor;
        impl Visitor<'_> for LevelVisitor {
            type Value = GivenLevel;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("aware, practitioner, expert, authority or a number from 1 to 4")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<GivenLevel, E> {
                let word = word.trim();
                if is_of_figures(word) {
                    return self.visit_u64(word.parse().unwrap_or(u64::MAX));
                }
                let found = WORDS.iter().position(|known| known.eq_ignore_ascii_case(word));
                let level =
                    found.map(|at| LEVELS[at]).ok_or_else(|| E::unknown_variant(word, WORDS))?;
                Ok(GivenLevel { level, number: None })
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<GivenLevel, E> {
                let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
                let level =
                    at.and_then(|at| LEVELS.get(at).copied()).ok_or_else(|| no_level(number))?;
                Ok(GivenLevel { level, number: Some(level.number()) })
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<GivenLevel, E> {
                Err(no_level(number))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<GivenLevel, E> {
                Err(no_level(format_args!("{number:?}")))
            }
        }
        deserializer.deserialize_any(LevelVisitor)
    }
}

/// A number that is no level.
fn no_level<E: de::Error>(number: impl fmt::Display) -> E {
    Rejected::new(format!("there is no level {number}"), "levels go from 1 to 4").error()
}

impl JsonSchema for GivenLevel {
    fn schema_name() -> Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "How well: aware, practitioner, expert, authority; or 1 to 4.",
            "anyOf": [
                { "enum": ["aware", "practitioner", "expert", "authority"] },
                { "type": "integer", "minimum": 1, "maximum": 4 },
            ],
        })
    }
}

/// The two parts of a project's team.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The small team that stays.
    #[default]
    Core,
    /// Expertise that was drawn in for the project.
    External,
}

impl Part {
    /// The word in `part:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::External => "external",
        }
    }
}
