//! The parts of a file of iCalendar: calendars, and the events in them.

use super::icalendar_time::Clocks;
use super::vcard_text::{property, unfolded};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// A calendar of a file.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    pub(super) events: Vec<Value>,
    pub(super) clocks: Clocks,
    /// Whether all of it was called off (`METHOD:CANCEL`).
    pub(super) is_cancelled: bool,
}

/// Bytes of a file with its lines put together, as some programs break them within a letter.
pub(super) fn joined(bytes: Vec<u8>) -> Vec<u8> {
    // Of letters of two bytes, a line ends otherwise.
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return bytes;
    }
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = &bytes[..];
    while let [first, more @ ..] = rest {
        let after = match (first, more) {
            (b'\r', [b'\n', b' ' | b'\t', after @ ..]) | (b'\n', [b' ' | b'\t', after @ ..]) => {
                Some(after)
            }
            _ => None,
        };
        rest = after.unwrap_or(more);
        if after.is_none() {
            whole.push(*first);
        }
    }
    whole
}

/// The calendars of a file, and what its reader should know of its form.
pub(super) fn calendars(text: &str) -> (Vec<Calendar>, Option<String>) {
    let mut all = Vec::new();
    let mut calendar = Calendar::default();
    // What is open: a calendar, an event in it, an alarm in that.
    let mut open: Vec<String> = Vec::new();
    let mut event: Map<String, Value> = Map::new();
    let mut zone: HashMap<&str, String> = HashMap::new();
    let mut is_cut = false;
    for line in unfolded(text) {
        let Some((name, found)) = property(&line) else { continue };
        let said = found["value"].as_str().unwrap_or_default().trim();
        let within = open.last().map_or("", String::as_str);
        match (name.as_str(), within) {
            ("BEGIN", _) => open.push(said.to_uppercase()),
            ("END", _) => {
                let ended = said.to_uppercase();
                let Some(at) = open.iter().rposition(|part| *part == ended) else { continue };
                // What ends with something that is open in it was cut off there.
                if open[at + 1..].iter().any(|part| part == "VEVENT") {
                    (is_cut, event) = (true, Map::new());
                }
                open.truncate(at);
                match ended.as_str() {
                    "VEVENT" => calendar.events.push(Value::Object(std::mem::take(&mut event))),
                    "VTIMEZONE" => {
                        let pair = zone.remove("TZID").zip(zone.remove("X-LIC-LOCATION"));
                        calendar.clocks.explained.extend(pair);
                    }
                    "VCALENDAR" => all.push(std::mem::take(&mut calendar)),
                    _ => {}
                }
            }
            ("X-WR-TIMEZONE", _) => said.clone_into(&mut calendar.clocks.own),
            ("METHOD", _) => calendar.is_cancelled = said.eq_ignore_ascii_case("CANCEL"),
            ("TZID", "VTIMEZONE") => _ = zone.insert("TZID", said.to_owned()),
            ("X-LIC-LOCATION", "VTIMEZONE") => _ = zone.insert("X-LIC-LOCATION", said.to_owned()),
            (_, "VEVENT") => {
                if let Value::Array(list) = event.entry(name).or_insert_with(|| json!([])) {
                    list.push(found);
                }
            }
            _ => {}
        }
    }
    is_cut |= open.iter().any(|part| part == "VEVENT");
    let cut = is_cut.then(|| "the file ends within an event, which is left out".to_owned());
    all.push(calendar);
    (all, cut)
}
