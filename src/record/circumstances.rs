//! Where somebody works from, and whether there is room for work.

use crate::base::Date;
use serde::Deserialize;

/// Where somebody works from.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Location {
    /// Town.
    pub city: Option<String>,
    /// Province or region.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Whether work from elsewhere is possible.
    pub remote: bool,
    /// How far the person travels, in their own words.
    pub travel: Option<String>,
}

/// Whether there is room for new work.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AvailabilityFile {
    /// Open, limited or closed.
    pub status: Status,
    /// From when.
    #[serde(default)]
    pub from: Option<Date>,
    /// Hours a week.
    #[serde(default)]
    pub hours: Option<u16>,
}

/// Whether there is room for new work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Room.
    Open,
    /// Some room.
    Limited,
    /// No room.
    Closed,
}

impl Status {
    /// The word in `status:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Limited => "limited",
            Self::Closed => "closed",
        }
    }
}
