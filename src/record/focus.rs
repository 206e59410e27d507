//! The point of a picture that must stay in sight when it is cut.

use crate::base::Rejected;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};
use std::borrow::Cow;

/// A point of a picture, in thousandths of its width and height, from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Focus {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
}

/// A number, however it is written: `.50` may have come as a text.
struct Part(f64);

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = serde_json::Value::deserialize(deserializer)?;
        let number = written.as_f64().or_else(|| written.as_str()?.trim().parse().ok());
        number.map(Self).ok_or_else(|| {
            Rejected::new("this is not a number", "write a number from 0 to 1").error()
        })
    }
}

impl<'de> Deserialize<'de> for Focus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || {
            Rejected::new(
                "a focus is two numbers from 0 to 1, from the left and from the top",
                "write [0.5, 0.3]",
            )
            .error()
        };
        let [Part(x), Part(y)] = <[Part; 2]>::deserialize(deserializer).map_err(|_| wrong())?;
        if !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
            return Err(wrong());
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 1000"
        )]
        let thousandths = |part: f64| (part * 1000.0).round() as u16;
        Ok(Self { x: thousandths(x), y: thousandths(y) })
    }
}

impl JsonSchema for Focus {
    fn schema_name() -> Cow<'static, str> {
        "Focus".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The point that must stay in sight: from the left and from the top, each 0 to 1.",
            "type": "array",
            "items": { "type": "number", "minimum": 0, "maximum": 1 },
            "minItems": 2,
            "maxItems": 2,
        })
    }
}
