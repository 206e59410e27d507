//! A day, or a moment of a day as clocks in some place show it.

use super::packed::{Packed, Packer, Unpacker};
use super::{Code, Date, Rejected};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A day, or a moment of it on the clock of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// Hours and minutes; none for the whole day.
    pub time: Option<(u8, u8)>,
}

impl Packed for Moment {
    fn pack(&self, into: &mut Packer<'_>) {
        (self.day, self.time).pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (day, time) = <(Date, Option<(u8, u8)>)>::unpack(from)?;
        Some(Self { day, time })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        self.time.map_or(Ok(()), |(hour, minute)| write!(f, "T{hour:02}:{minute:02}"))
    }
}

impl FromStr for Moment {
    type Err = Rejected;

    fn from_str(text: &str) -> Result<Self, Rejected> {
        let help = "write a day, and a time on the clock of the place: 2026-10-24 14:00";
        let wrong = || {
            Rejected::new(format!("`{text}` is neither a day nor a day with a time"), help)
                .code(Code::BrokenDate)
        };
        let written = text.trim();
        let (day, rest) = written.split_at_checked(10).ok_or_else(wrong)?;
        let day: Date = day.parse().map_err(|_| wrong())?;
        day.day_of_month().ok_or_else(wrong)?;
        if rest.is_empty() {
            return Ok(Self { day, time: None });
        }
        let clock = rest.strip_prefix(['T', 't', ' ']).ok_or_else(wrong)?.trim();
        let mut parts = clock.split(':');
        let mut number = |most: u8| {
            let part = parts.next()?;
            let is_short = (1..=2).contains(&part.len());
            let number = part.parse::<u8>().ok().filter(|_| is_short)?;
            (number <= most && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
        };
        let (hour, minute) = number(23).zip(number(59)).ok_or_else(wrong)?;
        // Seconds are read, and nobody is asked to be there by them.
        if parts.next().is_some_and(|second| second != "00") || parts.next().is_some() {
            return Err(wrong());
        }
        Ok(Self { day, time: Some((hour, minute)) })
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MomentVisitor;
        impl Visitor<'_> for MomentVisitor {
            type Value = Moment;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day, or a day and a time: 2026-10-24 or 2026-10-24 14:00")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Moment, E> {
                text.parse().map_err(Rejected::error)
            }
        }
        deserializer.deserialize_any(MomentVisitor)
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, or a day and a time on the clock of the place: 2026-10-24 or 2026-10-24 14:00.",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ] *[0-9]{1,2}:[0-9]{2}(:00)?)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_or_a_time_of_a_day_is_read_and_nothing_else() {
        for (text, shown) in [
            ("2026-10-24", "2026-10-24"),
            ("2026-10-24 14:00", "2026-10-24T14:00"),
            (" 2026-10-24T9:05 ", "2026-10-24T09:05"),
            ("2026-10-24 23:59:00", "2026-10-24T23:59"),
        ] {
            assert_eq!(text.parse::<Moment>().map(|it| it.to_string()), Ok(shown.to_owned()));
        }
        for text in [
            "",
            "2026",
            "2026-10",
            "2026-10-24 24:00",
            "2026-10-24 14",
            "2026-10-24 14:60",
            "2026-02-30",
            "2026-10-24 14:00:30",
            "2026-10-24 14:00Z",
            "2026-10-24x14:00",
            "2026-10-24 +1:00",
            "24 October",
        ] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
