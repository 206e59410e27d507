//! The times of calendars: when something begins and ends, on the clock of its place.

use super::node::Node;
use super::vcard::all;
use crate::base::date::zone;
use crate::base::{Date, Moment};
use std::collections::HashMap;

/// What Windows calls time zones, with their registered names.
static OF_WINDOWS: &str = include_str!("windows_zones.tsv");

/// Hours and minutes, and whether they are universal time.
type Clock = ((u8, u8), bool);

/// The clocks of a calendar.
#[derive(Debug, Default)]
pub(super) struct Clocks {
    /// On which clock a moment in universal time is told.
    pub(super) own: String,
    /// Names of zones that the calendar itself explains.
    pub(super) explained: HashMap<String, String>,
}

/// A moment, and the zone of the clock that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct At {
    pub(super) moment: Moment,
    pub(super) zone: Option<String>,
    /// The name of a zone that nobody knows.
    pub(super) unknown: Option<String>,
}

impl Clocks {
    /// The registered name of what a calendar calls a zone: `W. Europe Standard Time`,
    /// `/citadel.org/20250101_1/Europe/Amsterdam`.
    pub(super) fn name(&self, called: &str) -> Option<String> {
        let called = called.trim().trim_matches('"');
        let windows = || {
            let mut rows = OF_WINDOWS.lines().filter_map(|row| row.split_once('\t'));
            rows.find(|(name, _)| name.eq_ignore_ascii_case(called)).map(|(_, to)| to.to_owned())
        };
        let below = || {
            let starts = called.match_indices('/').map(|(at, _)| &called[at + 1..]);
            starts.filter(|rest| rest.contains('/')).find_map(zone::registered)
        };
        zone::registered(called)
            .or_else(windows)
            .or_else(|| self.explained.get(called).and_then(|name| zone::registered(name)))
            .or_else(below)
    }

    /// The moment that a property says.
    pub(super) fn at(&self, node: &Node<'_>, value: &str) -> Option<At> {
        let (day, clock) = written(value)?;
        let Some((time, is_universal)) = clock else {
            return Some(At { moment: Moment::whole(day), zone: None, unknown: None });
        };
        let moment = Moment::at(day, time);
        if is_universal {
            let (instant, _) = zone::instant(moment, "UTC")?;
            let moment = zone::on_clock(instant.second, &self.own)?;
            return Some(At { moment, zone: Some(self.own.clone()), unknown: None });
        }
        let called = node.get("zone").peek();
        let name = called.as_deref().and_then(|called| self.name(called));
        let unknown = called.filter(|_| name.is_none());
        Some(At { moment, zone: name, unknown })
    }

    /// The end of what begins then: its last day, or a time on the same clock. One that lies
    /// before the start is not read.
    pub(super) fn end(&self, event: &Node<'_>, start: &At) -> Option<Moment> {
        let property = |name| all(event, name).into_iter().next();
        let (node, end) = match (property("DTEND"), property("DURATION")) {
            (Some((node, value)), _) => {
                let end = level(&self.at(&node, &value)?, start)?;
                (node, end)
            }
            (None, Some((node, value))) => {
                let end = later(start, duration(&value)?)?;
                (node, end)
            }
            (None, None) => return None,
        };
        let is_day = start.moment.time.is_none() && end.day == start.moment.day;
        if is_day || end > start.moment {
            node.read();
        }
        Some(end).filter(|end| *end > start.moment && !is_day)
    }
}

/// An end on the clock of the start.
fn level(end: &At, start: &At) -> Option<Moment> {
    Some(match (start.moment.time, end.moment.time, &end.zone, &start.zone) {
        // The end of whole days is the day after the last.
        (None, None | Some((0, 0)), ..) => whole_day(days_after(end.moment.day, -1)?),
        (None, Some(_), ..) => whole_day(end.moment.day),
        (Some(_), Some(_), Some(from), Some(to)) if from != to => {
            zone::on_clock(zone::instant(end.moment, from)?.0.second, to)?
        }
        _ => end.moment,
    })
}

fn whole_day(day: Date) -> Moment {
    Moment::whole(day)
}

/// The moment so many days and seconds later: days are those of the calendar, whatever clocks do
/// between them. Of whole days, the last.
fn later(start: &At, (days, seconds): (i64, i64)) -> Option<Moment> {
    if start.moment.time.is_none() {
        let days = days.checked_add(seconds / 86_400 - 1)?;
        return Some(whole_day(days_after(start.moment.day, days)?));
    }
    let moment = Moment { day: days_after(start.moment.day, days)?, ..start.moment };
    if seconds == 0 {
        return Some(moment);
    }
    // Without a zone, a clock on which no hour is lost.
    let zone = start.zone.as_deref().unwrap_or("UTC");
    let (instant, _) = zone::instant(moment, zone)?;
    zone::on_clock(instant.second.checked_add(seconds)?, zone)
}

fn days_after(day: Date, days: i64) -> Option<Date> {
    let (noon, _) = zone::instant(Moment::at(day, (12, 0)), "UTC")?;
    Some(zone::on_clock(noon.second.checked_add(days.checked_mul(86_400)?)?, "UTC")?.day)
}

/// `20261217`, `20261217T153000`, `20261217T153000Z`: the day, the time, and whether it is
/// universal.
fn written(value: &str) -> Option<(Date, Option<Clock>)> {
    let value = value.trim();
    let (day, clock) = match value.split_once(['T', 't']) {
        Some((day, clock)) => (day, Some(clock)),
        None => (value, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let day = day.replace('-', "");
    if day.len() != 8 || !digits(&day) {
        return None;
    }
    let day: Date = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse().ok()?;
    let Some(clock) = clock else { return Some((day, None)) };
    let bare = clock.trim_end_matches(['Z', 'z']).replace(':', "");
    if bare.len() < 4 || !digits(&bare) {
        return None;
    }
    let (hour, minute): (u8, u8) = (bare[..2].parse().ok()?, bare[2..4].parse().ok()?);
    (hour < 24 && minute < 60)
        .then_some((day, Some(((hour, minute), clock.len() > 4 && clock.ends_with(['Z', 'z'])))))
}

/// Days and seconds of `P1DT2H30M` or `P2W`.
fn duration(value: &str) -> Option<(i64, i64)> {
    let mut rest = value.trim().trim_start_matches('+').strip_prefix('P')?;
    let (mut days, mut seconds): (i64, i64) = (0, 0);
    while !rest.is_empty() {
        rest = rest.trim_start_matches('T');
        let end = rest.find(|sign: char| !sign.is_ascii_digit())?;
        let number: i64 = rest[..end].parse().ok()?;
        let (sum, unit) = match rest.as_bytes()[end] {
            b'W' => (&mut days, 7),
            b'D' => (&mut days, 1),
            b'H' => (&mut seconds, 3_600),
            b'M' => (&mut seconds, 60),
            b'S' => (&mut seconds, 1),
            _ => return None,
        };
        *sum = sum.checked_add(number.checked_mul(unit)?)?;
        rest = &rest[end + 1..];
    }
    Some((days, seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_the_names_that_programs_give_them() {
        let clocks = Clocks::default();
        for (called, name) in [
            ("Europe/Amsterdam", Some("Europe/Amsterdam")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("/freeassociation.sourceforge.net/Europe/Amsterdam", Some("Europe/Amsterdam")),
            ("/softwarestudio.org/Tzfile/America/Argentina/Salta", Some("America/Argentina/Salta")),
            ("Customized Time Zone", None),
        ] {
            assert_eq!(clocks.name(called).as_deref(), name, "{called}");
        }
        for row in OF_WINDOWS.lines().filter(|row| !row.starts_with('#')) {
            let (windows, name) = row.split_once('\t').expect("two columns");
            assert_eq!(zone::registered(name).as_deref(), Some(name), "{windows}");
        }
    }

    #[test]
    fn durations_are_read() {
        let read = ["PT1H30M", "P1D", "P2W", "P1DT12H", "+PT15M", "PT", "1H", "P1X"].map(duration);
        let seconds = [(0, 5400), (1, 0), (14, 0), (1, 43_200), (0, 900)].map(Some);
        assert_eq!(read[..5], seconds);
        assert_eq!(read[6..], [None, None]);
    }
}
