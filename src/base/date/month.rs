//! Months, counted.

use super::Date;
use std::fmt;

/// A count of months since the year 0, for arithmetic on shelf lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i32);

impl Month {
    /// The month as a date; or its year, where that is all that is known of what it was reckoned
    /// from.
    pub fn as_precise_as(self, known: Date) -> Date {
        let (year, month) = self.parts();
        let year = i16::try_from(year).unwrap_or(i16::MAX);
        Date {
            year,
            month: if known.month == 0 { 0 } else { u8::try_from(month).unwrap_or(12) },
            day: 0,
        }
    }

    /// The month so many months later.
    #[must_use]
    pub fn later(self, months: u32) -> Self {
        Self(self.0.saturating_add_unsigned(months))
    }

    /// The year and the month from 1 to 12.
    pub fn parts(self) -> (i32, i32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.parts();
        write!(f, "{year:04}-{month:02}")
    }
}
