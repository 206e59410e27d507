//! Yes or no, as people write it where it guards somebody.

use super::{Guard, Guarded, Written, plain};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// On or off, in any of the words that people use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Switch(pub bool);

impl Guarded<Switch> {
    /// Whether it is on: `unset` without the key, off when it is not understood.
    pub fn is_on(self, unset: bool) -> bool {
        self.or(Switch(unset), Switch(false)).0
    }
}

impl Guard for Switch {
    const VALUES: &'static str = "true or false";

    fn understand(written: Written<'_>) -> Option<Self> {
        match written {
            Written::Truth(truth) => Some(Self(truth)),
            Written::Number(number) => match number {
                1 => Some(Self(true)),
                0 => Some(Self(false)),
                _ => None,
            },
            Written::Text(text) => match plain(text).as_str() {
                "true" | "yes" | "y" | "on" | "ja" | "aan" | "an" | "oui" | "sí" | "si" | "1" => {
                    Some(Self(true))
                }
                "false" | "no" | "n" | "off" | "nee" | "uit" | "nein" | "aus" | "non" | "0" => {
                    Some(Self(false))
                }
                _ => None,
            },
        }
    }
}

impl JsonSchema for Switch {
    fn schema_name() -> Cow<'static, str> {
        "Switch".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        bool::json_schema(generator)
    }
}
