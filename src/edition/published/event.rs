//! What may go out of an event. Whose it is, who speaks and what it is about are ids of the
//! edition.

use crate::record::{self, SpokenLanguage};
use serde_json::Value;
use std::collections::BTreeMap;

/// What may go out of an event.
#[derive(Debug, Hash)]
pub struct EventFile {
    /// Title.
    pub title: String,
    /// The time zone of the place (IANA).
    pub zone: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The address at which it is online.
    pub online: Option<String>,
    /// Languages that are spoken.
    pub languages: Vec<SpokenLanguage>,
    /// The address at which one registers.
    pub register: Option<String>,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Event> for EventFile {
    fn from(written: record::Event) -> Self {
        let record::Event {
            title, zone, place, online, languages, register, summary, extra, ..
        } = written;
        Self { title, zone, place, online, languages, register, summary, extra }
    }
}

/// The texts of an event.
#[derive(Debug, Hash)]
pub struct EventText {
    /// Title.
    pub title: Option<String>,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
}

impl From<record::EventText> for EventText {
    fn from(written: record::EventText) -> Self {
        let record::EventText { title, summary } = written;
        Self { title, summary }
    }
}
