//! A day, or a moment of a day as clocks in some place show it.

use super::Date;
use super::guess::without_weekday;
use super::moment_written::{without_fraction, without_offset};
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::{Code, Rejected};
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
    /// Minutes by which the clock was ahead of universal time, where that was written behind it.
    pub ahead: Option<i16>,
}

impl Moment {
    /// How a moment is best written.
    pub const PATTERN: &'static str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ] *[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?$";

    /// How a time alone is best written.
    pub const CLOCK_PATTERN: &'static str = "^[0-9]{1,2}[:.][0-9]{2}(:[0-9]{2})?$";

    /// A day, as a whole.
    pub fn whole(day: Date) -> Self {
        Self { day, time: None, ahead: None }
    }

    /// A time of a day on the clock of a place.
    pub fn at(day: Date, time: (u8, u8)) -> Self {
        Self { day, time: Some(time), ahead: None }
    }

    /// A time alone, of a day that is said elsewhere: `17:30`.
    pub fn of_clock(text: &str) -> Option<Self> {
        Some(Self::at(Date::year_of(1)?, time_of(text)?))
    }

    /// The moment itself; that of a time alone on `day`.
    #[must_use]
    pub fn on(self, day: Date) -> Self {
        let is_alone = self.day.day_of_month().is_none();
        if is_alone { Self { day, ..self } } else { self }
    }
}

/// The minutes of a day.
const DAY: i16 = 24 * 60;

impl Packed for Moment {
    fn pack(&self, into: &mut Packer<'_>) {
        // Numbers below zero are not packed.
        let ahead = self.ahead.map(|ahead| ahead.saturating_add(DAY).unsigned_abs());
        (self.day, (self.time, ahead)).pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (day, (time, ahead)) = <(Date, (Option<(u8, u8)>, Option<u16>))>::unpack(from)?;
        let below = |ahead| i16::try_from(ahead).ok()?.checked_sub(DAY);
        let ahead = ahead.and_then(below);
        Some(Self { day, time, ahead })
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
            let meant = meant(text).map(|meant| format!("did you mean {meant}?"));
            let help = meant.unwrap_or_else(|| help.to_owned());
            Rejected::new(format!("`{text}` is neither a day nor a day with a time"), help)
                .code(Code::BrokenDate)
        };
        let (written, ahead) = without_offset(text.trim());
        let (day, clock) = parted(written).unwrap_or((written, None));
        let time = clock.map(|clock| time_of(clock).ok_or_else(wrong)).transpose()?;
        let day = day.parse().ok().or_else(|| Date::in_any_form(day)).ok_or_else(wrong)?;
        day.day_of_month().ok_or_else(wrong)?;
        if ahead.is_some() && time.is_none() {
            return Err(wrong());
        }
        Ok(Self { day, time, ahead })
    }
}

/// What was most likely meant by a text that is not read: a year of two figures, or a word for
/// another day of the week than that of the date.
fn meant(text: &str) -> Option<String> {
    let (written, _) = without_offset(text.trim());
    let (day, clock) = parted(written).unwrap_or((written, None));
    let time = match clock {
        Some(clock) => Some(time_of(clock)?),
        None => None,
    };
    let plain = without_weekday(day).0;
    let short = || {
        let parts: Vec<u8> = plain.split(['/', '-', '.']).map_while(|it| it.parse().ok()).collect();
        let [day, month, year] = parts[..] else { return None };
        Date::day(2000 + i16::from(year), month, day)
    };
    let day = Date::in_any_form(plain).or_else(short)?;
    let day = day.day_of_month().map(|_| day)?;
    Some(Moment { day, time, ahead: None }.to_string().replace('T', " "))
}

/// The day, and what is said of the time: `2026-10-24T14:00`, `24 oktober 2026 om 14.00 uur`.
fn parted(text: &str) -> Option<(&str, Option<&str>)> {
    if let Some((day, clock)) = text.split_at_checked(10)
        && day.parse::<Date>().is_ok_and(|day| day.day_of_month().is_some())
        && let Some(clock) = clock.strip_prefix(['T', 't', ' '])
    {
        return Some((day, Some(clock.trim())));
    }
    // From the end, since a day may be several words, and a time two.
    let spaces = text.match_indices(' ').map(|(at, _)| at).rev().take(2);
    spaces.filter(|at| time_of(&text[at + 1..]).is_some()).last().map(|at| {
        let day = text[..at].trim_end_matches([' ', ',']);
        let before = [" om", " at", " um", " à"];
        let day = before.iter().find_map(|word| day.strip_suffix(word)).unwrap_or(day);
        (day, Some(&text[at + 1..]))
    })
}

/// A time of the day: `14:00`, `14.00 uur`, `2 pm`. A number alone is none.
fn time_of(text: &str) -> Option<(u8, u8)> {
    let text = text.trim().to_lowercase();
    let text = without_fraction(&text);
    let of = |words: &[&str]| words.iter().find_map(|word| text.strip_suffix(word));
    let (morning, evening) = (of(&["am", "a.m."]), of(&["pm", "p.m."]));
    let spoken = of(&["uur", "uhr", "hrs", "heures", "h"]).or(morning).or(evening);
    let mut parts = spoken.unwrap_or(text).trim().split([':', '.', 'h']);
    let mut number = |most: u8| {
        let part = parts.next()?;
        let is_short = (1..=2).contains(&part.len());
        let number = part.parse::<u8>().ok().filter(|_| is_short)?;
        (number <= most && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
    };
    let hour = number(23)?;
    let minute = number(59);
    // Seconds are read, and nobody is asked to be there by them.
    let second = |text: &str| text.len() == 2 && text.parse::<u8>().is_ok_and(|it| it < 61);
    if parts.next().is_some_and(|text| !second(text)) || parts.next().is_some() {
        return None;
    }
    let minute =
        minute.or_else(|| (spoken.is_some() && !text.contains([':', '.'])).then_some(0))?;
    let is_half = morning.is_some() || evening.is_some();
    match hour {
        _ if !is_half => Some((hour, minute)),
        1..=11 if evening.is_some() => Some((hour + 12, minute)),
        12 if morning.is_some() => Some((0, minute)),
        1..=12 => Some((hour, minute)),
        _ => None,
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
            "pattern": Self::PATTERN,
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
            ("24-10-2026 14:00", "2026-10-24T14:00"),
            ("24 oktober 2026 om 14.00 uur", "2026-10-24T14:00"),
            ("24 October 2026, 2 pm", "2026-10-24T14:00"),
            ("24 October 2026 at 12:15 AM", "2026-10-24T00:15"),
            ("2026-10-24 10am", "2026-10-24T10:00"),
            ("2026-10-24 14h30", "2026-10-24T14:30"),
            ("24. Oktober 2026 um 9 Uhr", "2026-10-24T09:00"),
            ("24.10.2026", "2026-10-24"),
            ("2026-10-24 14:00:30", "2026-10-24T14:00"),
            ("2026-10-24T14:00:00.000Z", "2026-10-24T14:00"),
            ("2026-10-24T14:00-05:00", "2026-10-24T14:00"),
            ("Sat, 24 Oct 2026 10:00:00 GMT", "2026-10-24T10:00"),
            ("zaterdag 24 oktober 2026 14:00", "2026-10-24T14:00"),
            ("samedi 24 octobre 2026 à 14h30", "2026-10-24T14:30"),
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
            "2026-10-24 14:00:70",
            "2026-10-24 14:00Q",
            "2026-10-24 10:00-12:00",
            "2026-10-24Z",
            "2026-10-24x14:00",
            "2026-10-24 +1:00",
            "24 October",
            "03/04/2026 10:00",
            "2026-10-24 13 pm",
            "2026-10-24 14: uur",
            "24 October 2026 14",
            "24 October 2026 25:00",
            "24 October 2026 10:00 CET",
            "2026-10-24T10:00:00+25:00",
            "2026/10/24 10:00 tomorrow",
            "24-10-2026T25:00",
            "Sun, 24 Oct 2026 10:00:00 GMT",
            "17/12/26 15h30",
        ] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
