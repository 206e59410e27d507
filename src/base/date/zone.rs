//! Time zones: what clocks show in a place, and which moment that is. The data are in the program,
//! so that a site is the same wherever it is built.

use super::moment::Moment;
use crate::base::diagnostic::nearest;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use std::sync::LazyLock;

static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A moment in the time of the world, and how far the clock of the place was from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    /// Seconds since 1970 in universal time.
    pub second: i64,
    /// Seconds by which the clock of the place is ahead.
    pub offset: i32,
}

/// How sure it is which moment a clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// There is one such moment.
    Certain,
    /// There is none: clocks were put forward. The moment is that of the clock before.
    Skipped,
    /// There are two: clocks were put back. The moment is the first.
    Twice,
}

/// The name of a zone as it is registered (IANA): `Europe/Amsterdam`; whatever the case of its
/// letters.
pub fn registered(name: &str) -> Option<String> {
    let name = name.trim();
    let zone = ZONES.get(name).ok()?;
    zone.iana_name().filter(|known| known.eq_ignore_ascii_case(name)).map(str::to_owned)
}

/// The registered name that is most like `name`: the same town, or the nearest spelling.
pub fn nearest_name(name: &str) -> Option<String> {
    let all: Vec<String> = ZONES.available().map(|known| known.as_str().to_owned()).collect();
    let town = name.trim().replace(' ', "_").to_lowercase();
    let of_town = all.iter().find(|known| {
        let known = known.to_lowercase();
        known.rsplit('/').next() == town.rsplit('/').next() && known.contains('/')
    });
    of_town
        .cloned()
        .or_else(|| nearest(name.trim(), all.iter().map(String::as_str)).map(str::to_owned))
}

/// That what is written is no time zone, and what to write.
pub fn unknown(written: &str) -> (String, String) {
    let help = match nearest_name(written) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write a registered name, such as Europe/Amsterdam".to_owned(),
    };
    (format!("`{written}` is no time zone"), help)
}

/// Which moment a clock in `zone` shows; none when nobody knows the zone, or for a whole day. How
/// far the clock was ahead says of two moments which it is.
pub fn instant(moment: Moment, zone: &str) -> Option<(Instant, Certainty)> {
    let (hour, minute) = moment.time?;
    let zone: TimeZone = ZONES.get(zone).ok()?;
    if let Some(second) = universal_second(moment) {
        let offset = zone.to_offset(jiff::Timestamp::from_second(second).ok()?).seconds();
        return Some((Instant { second, offset }, Certainty::Certain));
    }
    let day = moment.day;
    let (month, of_month) = (day.month()?, day.day_of_month()?);
    let day = civil::Date::new(day.year(), month.cast_signed(), of_month.cast_signed()).ok()?;
    let clock = day.at(hour.cast_signed(), minute.cast_signed(), 0, 0);
    let ambiguous = zone.to_ambiguous_timestamp(clock);
    let certainty = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => Certainty::Certain,
        AmbiguousOffset::Gap { .. } => Certainty::Skipped,
        AmbiguousOffset::Fold { .. } => Certainty::Twice,
    };
    let at = ambiguous.compatible().ok()?;
    let offset = zone.to_offset(at).seconds();
    Some((Instant { second: at.as_second(), offset }, certainty))
}

/// What a clock in `zone` shows at a second since 1970 in universal time; none when nobody knows
/// the zone, or the year is beyond counting.
pub fn on_clock(second: i64, zone: &str) -> Option<Moment> {
    let zone: TimeZone = ZONES.get(zone).ok()?;
    let clock = zone.to_datetime(jiff::Timestamp::from_second(second).ok()?);
    let day = format!("{:04}-{:02}-{:02}", clock.year(), clock.month(), clock.day());
    let time = (clock.hour().unsigned_abs(), clock.minute().unsigned_abs());
    Some(Moment::at(day.parse().ok()?, time))
}

/// What a clock in `zone` shows at a moment that was written with how far its own clock was ahead,
/// and how far that one is; without it, or a zone, the moment as it was written.
pub fn on_own_clock(moment: Moment, zone: Option<&str>) -> Moment {
    let shown = || {
        let (zone, second) = (zone?, universal_second(moment)?);
        let clock = on_clock(second, zone)?;
        let offset = instant(moment, zone)?.0.offset;
        // In former times clocks were ahead by seconds too.
        let ahead = (offset % 60 == 0).then(|| i16::try_from(offset / 60).ok()).flatten();
        Some(Moment { ahead, ..clock })
    };
    shown().unwrap_or(Moment { ahead: None, ..moment })
}

/// The second since 1970 of a moment that was written with how far its clock was ahead.
fn universal_second(moment: Moment) -> Option<i64> {
    let ahead = moment.ahead?;
    let (at, _) = instant(Moment { ahead: None, ..moment }, "UTC")?;
    Some(at.second - i64::from(ahead) * 60)
}

impl Instant {
    /// As ISO 8601 has it, on the clock of the place: `2026-10-24T14:00:00+02:00`.
    pub fn with_offset(self, clock: Moment) -> String {
        let minutes = self.offset.unsigned_abs() / 60;
        let sign = if self.offset < 0 { '-' } else { '+' };
        format!("{clock}:00{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// In universal time, as iCalendar has it: `20261024T120000Z`.
    pub fn universal(self) -> String {
        let at = jiff::Timestamp::from_second(self.second).unwrap_or_default();
        let clock = TimeZone::UTC.to_datetime(at);
        format!(
            "{:04}{:02}{:02}T{:02}{:02}{:02}Z",
            clock.year(),
            clock.month(),
            clock.day(),
            clock.hour(),
            clock.minute(),
            clock.second()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_read_over_two_changes() {
        for (zone, clock, universal, certainty) in [
            ("Europe/Amsterdam", "2026-03-28 20:00", "20260328T190000Z", Certainty::Certain),
            ("Europe/Amsterdam", "2026-03-29 20:00", "20260329T180000Z", Certainty::Certain),
            ("Europe/Amsterdam", "2026-03-29 02:30", "20260329T013000Z", Certainty::Skipped),
            ("Europe/Amsterdam", "2026-10-24 20:00", "20261024T180000Z", Certainty::Certain),
            ("Europe/Amsterdam", "2026-10-25 02:30", "20261025T003000Z", Certainty::Twice),
            ("Europe/Amsterdam", "2026-10-25 20:00", "20261025T190000Z", Certainty::Certain),
            ("Asia/Kolkata", "2026-07-01 09:00", "20260701T033000Z", Certainty::Certain),
            ("America/New_York", "2026-11-01 01:30", "20261101T053000Z", Certainty::Twice),
        ] {
            let clock: Moment = clock.parse().expect("a moment");
            let (at, how) = instant(clock, zone).expect("a zone");
            assert_eq!((at.universal().as_str(), how), (universal, certainty), "{zone} {clock}");
        }
    }

    #[test]
    fn zones_have_registered_names_and_slips_are_understood() {
        assert_eq!(registered("europe/amsterdam").as_deref(), Some("Europe/Amsterdam"));
        assert_eq!(registered("Europe/Amsterdm"), None);
        assert_eq!(nearest_name("Amsterdam").as_deref(), Some("Europe/Amsterdam"));
        assert_eq!(nearest_name("Europe/Amsterdm").as_deref(), Some("Europe/Amsterdam"));
    }
}
