//! A shelf life: a number of months, or none.

use crate::base::Rejected;
use crate::base::packed::packed;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

/// How long expertise stays good without being shown again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShelfLife {
    /// That many months, at least one.
    Months(u32),
    /// It does not age.
    None,
}

packed! { ShelfLife: 0 = None, 1 = Months(months); }

impl ShelfLife {
    /// The months; none for what does not age.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::Months(months) => Some(months),
            Self::None => None,
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text == "none" {
            return Some(Self::None);
        }
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let number: u32 = digits.trim().parse().ok()?;
        let months = match &text[digits.len()..] {
            "m" => number,
            "y" => number.checked_mul(12)?,
            _ => return None,
        };
        (1..=1200).contains(&months).then_some(Self::Months(months))
    }
}

impl<'de> Deserialize<'de> for ShelfLife {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            let help = "write months or years, such as 18m or 3y, or none";
            Rejected::new(format!("`{text}` is no length of time"), help).error()
        })
    }
}

impl JsonSchema for ShelfLife {
    fn schema_name() -> Cow<'static, str> {
        "ShelfLife".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A time in months or years, or none: 18m, 3y, none.",
            "type": "string",
            "pattern": "^([0-9]+[my]|none)$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shelf_lives_are_months_years_or_none() {
        assert_eq!(ShelfLife::parse("18m"), Some(ShelfLife::Months(18)));
        assert_eq!(ShelfLife::parse("3y"), Some(ShelfLife::Months(36)));
        assert_eq!(ShelfLife::parse("none"), Some(ShelfLife::None));
        for wrong in ["", "3", "0m", "y", "3 weeks", "-1y", "999999999y"] {
            assert_eq!(ShelfLife::parse(wrong), None, "{wrong}");
        }
    }
}
