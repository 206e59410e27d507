//! Dates with the precision that was given: a year, a month or a day.

pub mod guess;
pub mod moment;
mod moment_written;
pub mod month;
pub mod zone;

use crate::base::packed::{Packed, Packer, Unpacker};
use guess::NotADate;
use month::Month;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A year, a month or a day of the Gregorian calendar (ISO 8601), nothing made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub(super) year: i16,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl Date {
    /// A day. None when there is no such day.
    pub fn day(year: i16, month: u8, day: u8) -> Option<Self> {
        jiff::civil::Date::new(year, month.cast_signed(), day.cast_signed()).ok()?;
        (year >= 1).then_some(Self { year, month, day })
    }

    /// A month. None when there is no such month.
    pub fn month_of(year: i16, month: u8) -> Option<Self> {
        (year >= 1 && (1..=12).contains(&month)).then_some(Self { year, month, day: 0 })
    }

    /// A year.
    pub fn year_of(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// The date that stands there in digits and hyphens, each in its place.
    fn of_digits(text: &[u8]) -> Option<Self> {
        let digit = |sign: u8| sign.is_ascii_digit().then(|| sign - b'0');
        let two = |first: u8, second: u8| Some(digit(first)? * 10 + digit(second)?);
        let (&[a, b, c, d], rest) = text.split_first_chunk()?;
        let year = i16::from(two(a, b)?) * 100 + i16::from(two(c, d)?);
        match *rest {
            [] => Self::year_of(year),
            [b'-', a, b] => Self::month_of(year, two(a, b)?),
            [b'-', a, b, b'-', c, d] => Self::day(year, two(a, b)?, two(c, d)?),
            _ => None,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month from 1 to 12, when it was given.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day from 1 to 31, when it was given.
    pub fn day_of_month(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The last month that the date can mean: December for a bare year.
    pub fn last_month(self) -> Month {
        Month(
            i32::from(self.year) * 12 + i32::from(if self.month == 0 { 12 } else { self.month })
                - 1,
        )
    }

    /// The first month that the date can mean: January for a bare year.
    pub fn first_month(self) -> Month {
        Month(i32::from(self.year) * 12 + i32::from(self.month.max(1)) - 1)
    }

    /// The day after the last one that the date can mean; that one itself at the end of the
    /// calendar.
    #[must_use]
    pub fn tomorrow(self) -> Self {
        let last = self.last_day();
        let day =
            jiff::civil::Date::new(last.year, last.month.cast_signed(), last.day.cast_signed());
        let next = day.and_then(jiff::civil::Date::tomorrow).ok();
        next.and_then(|next| {
            Self::day(next.year(), next.month().cast_unsigned(), next.day().cast_unsigned())
        })
        .unwrap_or(last)
    }

    /// The day so many months after the last one that the date can mean; where the month is too
    /// short for it, its last. None beyond the calendar.
    pub fn months_later(self, months: u32) -> Option<Self> {
        let last = self.last_day();
        let (year, month) = last.last_month().later(months).parts();
        let month = Self::month_of(i16::try_from(year).ok()?, u8::try_from(month).ok()?)?;
        (year <= 9999).then(|| Self { day: last.day.min(month.last_day().day), ..month })
    }

    /// A number in the order of days, for what has to be kept small.
    pub fn ordinal(self) -> u32 {
        (u32::try_from(self.year).unwrap_or(0) * 16 + u32::from(self.month)) * 32
            + u32::from(self.day)
    }

    /// The first day that the date can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The second (since 1970, UTC) with which its first day begins.
    pub fn second(self) -> i64 {
        let Date { year, month, day } = self.first_day();
        let day = jiff::civil::Date::new(year, month.cast_signed(), day.cast_signed());
        let begins = day.and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC));
        begins.map_or(0, |begins| begins.timestamp().as_second())
    }

    /// The last day that the date can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day > 0 {
            self.day
        } else {
            jiff::civil::Date::new(self.year, month.cast_signed(), 1)
                .map_or(31, |first| first.days_in_month().cast_unsigned())
        };
        Date { year: self.year, month, day }
    }
}

impl Date {
    /// The same, no more precisely than to the month.
    #[must_use]
    pub fn to_month(self) -> Self {
        Self { day: 0, ..self }
    }
}

impl Packed for Date {
    fn pack(&self, into: &mut Packer<'_>) {
        (self.year.cast_unsigned(), (self.month, self.day)).pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (year, (month, day)) = <(u16, (u8, u8))>::unpack(from)?;
        Some(Self { year: year.cast_signed(), month, day })
    }
}

/// A date as it is written: `2026-03-14`.
struct Written {
    signs: [u8; 10],
    length: usize,
}

impl Written {
    /// Dates stand on most pages several times: this takes no more than writing the digits.
    fn of(date: Date) -> Self {
        let mut signs = *b"0000-00-00";
        let mut year = date.year.unsigned_abs();
        for sign in signs[..4].iter_mut().rev() {
            *sign += (year % 10).to_le_bytes()[0];
            year /= 10;
        }
        for (at, number) in [(5, date.month), (8, date.day)] {
            signs[at] += number / 10;
            signs[at + 1] += number % 10;
        }
        let length = match (date.month, date.day) {
            (_, 1..) => 10,
            (1.., 0) => 7,
            (0, 0) => 4,
        };
        Self { signs, length }
    }

    fn as_str(&self) -> &str {
        str::from_utf8(&self.signs[..self.length]).unwrap_or_default()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Written::of(*self).as_str())
    }
}

/// The day of a moment, as exports of other programs write it: `2018-05-01T10:00:00+02:00`; else
/// the text as it is.
fn day_of(text: &str) -> &str {
    let is_time = |rest: &str| {
        let mut parts = rest.splitn(2, ':');
        let hour = parts
            .next()
            .is_some_and(|hour| hour.len() == 2 && hour.parse::<u8>().is_ok_and(|hour| hour < 25));
        hour && parts
            .next()
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || ":.+-Zz ".contains(c)))
    };
    let split = text.split_at_checked(10).filter(|(_, rest)| rest.get(1..).is_some_and(is_time));
    split.filter(|(_, rest)| rest.starts_with(['T', 't', ' '])).map_or(text, |(day, _)| day)
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        Self::of_digits(day_of(text.trim()).as_bytes()).ok_or_else(|| NotADate::of(text))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Written::of(*self).as_str())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;
        impl Visitor<'_> for DateVisitor {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date: 2026, 2026-03 or 2026-03-14")
            }

            fn visit_u64<E: de::Error>(self, year: u64) -> Result<Date, E> {
                year.to_string().parse().map_err(E::custom)
            }

            fn visit_i64<E: de::Error>(self, year: i64) -> Result<Date, E> {
                year.to_string().parse().map_err(E::custom)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_any(DateVisitor)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year, a month or a day: 2026, 2026-03 or 2026-03-14.",
            "anyOf": [
                { "type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$" },
                { "type": "integer", "minimum": 1000, "maximum": 9999 },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        for (date, months, later) in [
            ("2024-01-31", 1, "2024-02-29"),
            ("2024-03-15", 24, "2026-03-15"),
            ("2024-02", 12, "2025-02-28"),
            ("2024", 6, "2025-06-30"),
        ] {
            let date: Date = date.parse().expect("a date");
            assert_eq!(
                date.months_later(months).map(|date| date.to_string()).as_deref(),
                Some(later)
            );
        }
        assert_eq!("9999-12".parse::<Date>().expect("a date").months_later(1), None);
    }

    #[test]
    fn dates_keep_their_precision() {
        for text in ["2026", "2026-03", "2026-03-14", "2024-02-29"] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for text in
            ["", "26", "2026-13", "2026-02-30", "2026-3-1", "14-03-2026", "2026-03-14-1", "-001"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_bare_year_means_its_last_month_at_most() {
        let year = Date::year_of(2024).expect("a year");
        assert_eq!(year.last_month().to_string(), "2024-12");
        assert_eq!(year.last_day().to_string(), "2024-12-31");
        assert_eq!(Date::month_of(2024, 2).expect("a month").last_day().to_string(), "2024-02-29");
    }
}
