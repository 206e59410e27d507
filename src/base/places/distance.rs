//! How far something is.

use super::position::short;
use crate::base::Rejected;
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::word_list::is_of_figures;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// How far something is, in tenths of a kilometre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Distance(pub u32);

impl Packed for Distance {
    fn pack(&self, into: &mut Packer<'_>) {
        self.0.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        u32::unpack(from).map(Self)
    }
}

impl Distance {
    /// The furthest that anything can be, in kilometres.
    pub const MOST: u32 = 20_000;

    /// So many whole kilometres, from 1 to 20,000.
    pub fn of_kilometres(kilometres: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&kilometres).then(|| Self(kilometres * 10))
    }

    /// Reads a number of kilometres: `40`, `40 km`, `40km`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let number = ["kilometers", "kilometres", "kilometer", "kilometre", "km"]
            .iter()
            .find_map(|unit| text.strip_suffix(unit))
            .unwrap_or(&text)
            .trim();
        if number.len() > 9 || !is_of_figures(number) {
            return None;
        }
        Self::of_kilometres(number.parse().ok()?)
    }

    /// Kilometres, with a decimal.
    pub fn in_kilometres(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// Whole kilometres.
    pub fn kilometres(self) -> u32 {
        self.0.div_ceil(10)
    }
}

impl fmt::Display for Distance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} km", self.0 / 10, self.0 % 10)
    }
}

const HOW_FAR: &str = "write whole kilometres from 1 to 20000, such as 40km";

impl<'de> Deserialize<'de> for Distance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| {
            Rejected::new(format!("`{}` is no distance", short(&text)), HOW_FAR).error()
        })
    }
}

impl JsonSchema for Distance {
    fn schema_name() -> Cow<'static, str> {
        "Distance".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A distance in whole kilometres: 40km, or 40.",
            "anyOf": [
                { "type": "integer", "minimum": 1, "maximum": Self::MOST },
                { "type": "string", "pattern": "^ *[0-9]{1,5} *([kK][mM]|[kK]ilomet(er|re)s?)? *$" },
            ],
        })
    }
}
