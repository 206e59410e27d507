//! Where somebody works from, and whether there is room for work.

use super::scalar::{ShortForm, or_text, read_either_form, short_form};
use crate::base::places::{Distance, Position};
use crate::base::{Date, Guarded, Switch};
use schemars::{JsonSchema, Schema, json_schema};
use serde::de::IntoDeserializer;
use serde::{Deserialize, Deserializer};

/// Where somebody works from: a town, or a group of keys.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, default)]
#[schemars(transform = or_text)]
pub struct Location {
    /// Town.
    pub city: Option<String>,
    /// Province or region.
    pub region: Option<String>,
    /// The two letters of the country (ISO 3166-1): NL.
    pub country: Option<String>,
    /// Where that is, in degrees north and east: `[53.22, 6.57]`. For a town that is not found by
    /// its name; two decimals are kept, which is a town and never a house.
    pub at: Option<Position>,
    /// How far the person goes for work, in kilometres: `40km`. Of a request: how far away whoever
    /// is asked may be.
    pub radius: Option<Distance>,
    /// Regions and towns for which the person works as well.
    pub areas: Vec<String>,
    /// Whether the person is on the map of the site; else it is so.
    pub on_map: Guarded<Switch>,
    /// Whether work from elsewhere is possible.
    pub remote: bool,
    /// How far the person travels, in their own words.
    pub travel: Option<String>,
}

short_form!(Location, "a town, or a group of keys with `city`", |city| Self {
    city: Some(city),
    ..Self::default()
});

impl Location {
    /// How far away work may be: as far as is asked, or as the person goes.
    pub fn reach(&self, within: Distance) -> Distance {
        self.radius.map_or(within, |radius| radius.max(within))
    }
}

/// Whether there is room for new work: a status, or a group of keys.
#[derive(Debug, Clone, Hash, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = or_status)]
pub struct AvailabilityFile {
    /// Open, limited or closed.
    pub status: Status,
    /// From when.
    #[serde(default)]
    pub from: Option<Date>,
    /// Hours a week.
    #[serde(default)]
    #[schemars(range(min = 1, max = 80))]
    pub hours: Option<u16>,
}

impl ShortForm for AvailabilityFile {
    const EXPECTING: &'static str = "open, limited or closed, or a group of keys with `status`";

    fn from_text<E: serde::de::Error>(text: String) -> Result<Self, E> {
        let status = Status::deserialize(text.into_deserializer())?;
        Ok(Self { status, from: None, hours: None })
    }

    fn from_keys<'de, D: Deserializer<'de>>(keys: D) -> Result<Self, D::Error> {
        Self::deserialize(keys)
    }
}

read_either_form!(AvailabilityFile);

/// Adds the short form to the schema of the long one.
fn or_status(schema: &mut Schema) {
    let long = std::mem::take(schema);
    *schema = json_schema!({ "anyOf": [{ "enum": ["open", "limited", "closed"] }, long] });
}

/// Whether there is room for new work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
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
    /// All of them, most room first.
    pub const ALL: [Self; 3] = [Self::Open, Self::Limited, Self::Closed];

    /// The word in `status:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Limited => "limited",
            Self::Closed => "closed",
        }
    }
}
