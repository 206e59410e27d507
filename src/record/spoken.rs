//! Languages that somebody works in.

use crate::base::{Language as Tag, Rejected};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// A language that somebody works in: `nl`, or `en: C1`.
#[derive(Debug, Clone, Hash)]
pub struct Language {
    /// Which language.
    pub tag: Tag,
    /// CEFR level: A1 to C2.
    pub level: Option<String>,
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LanguageVisitor;
        impl<'de> Visitor<'de> for LanguageVisitor {
            type Value = Language;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a language, `nl` or `en: C1`")
            }

            fn visit_str<E: de::Error>(self, tag: &str) -> Result<Language, E> {
                tag.parse().map(|tag| Language { tag, level: None }).map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Language, A::Error> {
                let wrong = || {
                    Rejected::new("this is not a language with its level", "write `en: C1`").error()
                };
                let (tag, level) = map.next_entry::<Tag, String>()?.ok_or_else(wrong)?;
                if map.next_key::<String>()?.is_some() {
                    return Err(wrong());
                }
                let upper = level.trim().to_uppercase();
                if ["A1", "A2", "B1", "B2", "C1", "C2"].contains(&upper.as_str()) {
                    Ok(Language { tag, level: Some(upper) })
                } else {
                    let message = format!("`{level}` is not a level of the CEFR");
                    Err(Rejected::new(message, "write A1, A2, B1, B2, C1 or C2").error())
                }
            }
        }
        deserializer.deserialize_any(LanguageVisitor)
    }
}

impl JsonSchema for Language {
    fn schema_name() -> Cow<'static, str> {
        "SpokenLanguage".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let tag = generator.subschema_for::<Tag>();
        json_schema!({
            "description": "A language, with its CEFR level if you like: nl, or en: C1.",
            "anyOf": [
                tag,
                {
                    "type": "object",
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": { "enum": ["A1", "A2", "B1", "B2", "C1", "C2"] },
                },
            ],
        })
    }
}
