//! `event`: everything an event's page shows, and what its card does.

use super::expert_view::SpokenLanguage;
use super::map_view::SmallMap;
use super::parts::{Extra, Link, PersonRef, Phrase, Prose};
use serde::Serialize;

/// When an event is.
#[derive(Debug, Clone, Serialize)]
pub struct EventTime {
    /// The day on which it begins, ISO 8601.
    pub day: String,
    /// The day on which it ends, when that is another.
    pub last_day: Option<String>,
    /// From when to when on the clock of the place: `14:00–17:00`, `14:00`; none for whole days.
    pub hours: Option<String>,
    /// When it begins as machines read it, with the offset of the place where that is known.
    pub machine: String,
    /// The same of its end.
    pub machine_end: Option<String>,
}

/// An event's page, as the variable `event`.
#[derive(Debug, Clone, Serialize)]
pub struct EventView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// When it is.
    pub time: EventTime,
    /// The time zone of the place (IANA): `Europe/Amsterdam`.
    pub zone: Option<&'a str>,
    /// Whether its last day has passed.
    pub is_over: bool,
    /// Where.
    pub place: Option<&'a str>,
    /// The address at which it is online.
    pub online: Option<&'a str>,
    /// Whose event it is.
    pub group: Option<Link<'a>>,
    /// Who speaks.
    pub speakers: Vec<PersonRef<'a>>,
    /// What it is about.
    pub topics: Vec<Link<'a>>,
    /// Languages that are spoken.
    pub languages: Vec<SpokenLanguage<'a>>,
    /// The address at which one registers; none when it is over.
    pub register: Option<&'a str>,
    /// One or two sentences.
    pub summary: Option<Phrase<'a>>,
    /// The text.
    pub body: Option<Prose<'a>>,
    /// A small map of where it is, on a site that has a map.
    pub map: Option<SmallMap>,
    /// The calendar of this event alone; none when it is over.
    pub calendar: Option<String>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
}

/// The card of an event: `components/event-card.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EventCard<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// Root-relative address.
    pub url: String,
    /// When it is.
    pub time: EventTime,
    /// Whether its last day has passed.
    pub is_over: bool,
    /// Where.
    pub place: Option<&'a str>,
    /// Whether it is online.
    pub is_online: bool,
    /// Whose event it is.
    pub group: Option<Phrase<'a>>,
    /// The summary, or how the text begins, as plain text.
    pub summary: Option<String>,
    /// Language of `summary` when it is not the page's.
    pub summary_lang: Option<&'a str>,
}
