//! The front matter of an event.

use super::entry::{OwnKeys, entry};
use super::inspector::Inspector;
use super::keyed::Overlay;
use super::spoken::Language;
use super::verify::Verify;
use super::worded::{Each, Worded};
use super::work::AuthorEntry;
use crate::base::date::zone;
use crate::base::packed::packed;
use crate::base::{Code, Moment};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::IntoDeserializer;
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

entry! {
    /// An event: a meeting, a talk, a day.
    pub struct Event {
        /// Title.
        pub title: String,
        /// When it begins: a day, or a day and the time on the clock of the place.
        pub start: Moment,
        /// When it ends; without a time, the last day; without a day, on that of the start.
        #[serde(default, deserialize_with = "end")]
        #[schemars(with = "Option<End>")]
        pub end: Option<Moment>,
        /// The time zone of the place, by its registered name (IANA).
        #[serde(default)]
        pub zone: Option<String>,
        /// Where.
        #[serde(default)]
        pub place: Option<String>,
        /// The address at which it is online.
        #[serde(default)]
        pub online: Option<String>,
        /// Slug or title of the group whose event it is.
        #[serde(default)]
        pub group: Option<String>,
        /// Who speaks.
        #[serde(default)]
        pub speakers: Vec<AuthorEntry>,
        /// What it is about.
        #[serde(default)]
        pub topics: Vec<String>,
        /// Languages that are spoken.
        #[serde(default)]
        pub languages: Vec<Language>,
        /// The address at which one registers.
        #[serde(default)]
        pub register: Option<String>,
        /// One or two sentences for lists, feeds and previews.
        #[serde(default)]
        pub summary: Option<String>,
    }
}

impl OwnKeys for Event {}

/// An end, of which the time alone may be written.
struct End(Moment);

impl<'de> Deserialize<'de> for End {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let alone = Moment::of_clock(&text).map(Ok);
        alone.unwrap_or_else(|| Moment::deserialize(text.into_deserializer())).map(Self)
    }
}

impl JsonSchema for End {
    fn schema_name() -> Cow<'static, str> {
        "End".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, a day and a time on the clock of the place, or a time alone: 2026-10-24, \
                            2026-10-24 17:00 or 17:00.",
            "type": "string",
            "pattern": format!("{}|{}", Moment::PATTERN, Moment::CLOCK_PATTERN),
        })
    }
}

fn end<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Moment>, D::Error> {
    Ok(Option::<End>::deserialize(deserializer)?.map(|end| end.0))
}

/// The texts of an event in a further language.
#[derive(Debug, Clone, Hash, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EventText {
    /// Title.
    pub title: Option<String>,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
}

packed! {
    EventText { title, summary }
}

impl Overlay<Event> for EventText {}

impl Worded for Event {
    fn words(&mut self, each: Each<'_>) {
        each(&mut self.title);
        self.summary.iter_mut().for_each(each);
    }
}

impl Worded for EventText {
    fn words(&mut self, each: Each<'_>) {
        [&mut self.title, &mut self.summary].into_iter().flatten().for_each(each);
    }
}

impl Verify for Event {
    fn verify(&mut self, inspector: &mut Inspector<'_>) -> bool {
        inspector.url(&mut self.online, "online");
        inspector.url(&mut self.register, "register");
        inspector.named(&mut self.place, "place");
        inspector.filled(&mut self.topics, "topics", |topic| topic);
        inspector.filled_all(&mut self.speakers, "speakers", AuthorEntry::is_empty);
        self.order(inspector);
        self.level_ends(inspector);
        self.settle_zone(inspector);
        inspector.name(&mut self.title, "title")
    }
}

impl Event {
    /// Leaves out an end that lies before the start. Of two clocks nobody knows yet which is ahead.
    fn order(&mut self, inspector: &mut Inspector<'_>) {
        let Some(end) = self.end.map(|end| end.on(self.start.day)) else { return };
        self.end = Some(end);
        if end.ahead == self.start.ahead && is_backwards(self.start, end) {
            self.end = None;
            let (message, help) = BACKWARDS;
            inspector.note(Code::BrokenDate, "end", message, help);
        }
    }

    /// Gives the end a time when the start has one, and none when it has none: the end of a day is
    /// its last minute, and that a talk ends on its own day says nothing.
    fn level_ends(&mut self, inspector: &mut Inspector<'_>) {
        let (start, Some(end)) = (self.start, self.end) else { return };
        if start.time.is_none() && end.time.is_some() {
            let message = "the end has a time and the start has none, so that it is not shown";
            let help = "write the time at which it begins as well, or leave that of the end out";
            inspector.note(Code::BrokenDate, "end", message, help);
        }
        self.end = match (start.time, end.time) {
            (Some(_), None) if end.day == start.day => None,
            (Some(_), None) => Some(Moment { time: Some((23, 59)), ..end }),
            (None, Some(_)) => Some(Moment { time: None, ..end }),
            _ => Some(end),
        };
    }

    /// Takes the registered name of the zone. One that is none stays as it is written, so that no
    /// other takes its place.
    fn settle_zone(&mut self, inspector: &mut Inspector<'_>) {
        let Some(written) = &self.zone else { return };
        if let Some(known) = zone::registered(written) {
            self.zone = Some(known);
        } else {
            let (message, help) = zone::unknown(written);
            inspector.note(Code::UnknownZone, "zone", message, help);
        }
    }
}

/// What is said of an end that lies before the start, and what to do.
pub const BACKWARDS: (&str, &str) =
    ("the end lies before the start", "exchange the two, or correct one");

/// Whether an end lies before the start, on one clock.
pub fn is_backwards(start: Moment, end: Moment) -> bool {
    match (start.time, end.time) {
        (Some(_), Some(_)) => (end.day, end.time) < (start.day, start.time),
        _ => end.day < start.day,
    }
}
