//! iCalendar (RFC 5545), as Google, Outlook, Apple, Nextcloud and sites of events write it.

use super::draft::EventDraft;
use super::icalendar_time::Clocks;
use super::imported::Imported;
use super::node::{Ledger, Node};
use super::parts::plain_text;
use super::vcard::{all, value};
use super::vcard_text::{plain, property, split, unfolded};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What programs keep of an event for themselves.
const OF_PROGRAMS: [&str; 9] = [
    "UID",
    "DTSTAMP",
    "CREATED",
    "SEQUENCE",
    "TRANSP",
    "PRIORITY",
    "RECURRENCE-ID",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR",
];

/// Properties with the address of a room where people meet online.
const ROOMS: [&str; 4] = [
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
];

/// The most events of a calendar.
const MOST_EVENTS: usize = 20_000;

/// Reads the events of a calendar; `zone` is that of the site.
///
/// # Errors
/// Why there is none.
pub(super) fn read(text: &str, zone: Option<&str>) -> Result<Imported, String> {
    let calendar = Calendar::of(text);
    if calendar.events.is_empty() {
        return Err("it holds no event: `BEGIN:VEVENT`".to_owned());
    }
    if calendar.events.len() > MOST_EVENTS {
        let count = calendar.events.len();
        return Err(format!("it holds {count} events, and {MOST_EVENTS} are the most"));
    }
    let mut clocks = calendar.clocks;
    let own = clocks.name(&clocks.own).or_else(|| clocks.name(zone?));
    clocks.own = own.unwrap_or_else(|| "UTC".to_owned());
    let mut told = Told { site: zone, ..Told::default() };
    let mut imported = Imported::default();
    for (at, event) in calendar.events.iter().enumerate() {
        let place = format!("event {}", at + 1);
        let ledger = Ledger::default();
        let root = ledger.root(event, &place);
        match one(&root, &clocks, &mut told) {
            Ok(draft) => imported.events.push(draft),
            Err(why) => told.lines.push(format!("{place} is left out: {why}")),
        }
        imported.account.extend(ledger.account(event, &place));
    }
    imported.said = told.all();
    Ok(imported)
}

/// The parts of a file that are read here.
#[derive(Debug, Default)]
struct Calendar {
    events: Vec<Value>,
    clocks: Clocks,
}

impl Calendar {
    fn of(text: &str) -> Self {
        let mut calendar = Self::default();
        // What is open: a calendar, an event in it, an alarm in that.
        let mut open: Vec<String> = Vec::new();
        let mut event: Map<String, Value> = Map::new();
        let (mut zone, mut location) = (None, None);
        for line in unfolded(text) {
            let Some((name, found)) = property(&line) else { continue };
            let said = found["value"].as_str().unwrap_or_default().trim();
            match name.as_str() {
                "BEGIN" => open.push(said.to_uppercase()),
                "END" => match open.pop().as_deref() {
                    Some("VEVENT") => {
                        calendar.events.push(Value::Object(std::mem::take(&mut event)));
                    }
                    Some("VTIMEZONE") => {
                        let pair = zone.take().zip(location.take());
                        calendar.clocks.explained.extend(pair);
                    }
                    _ => {}
                },
                "X-WR-TIMEZONE" => said.clone_into(&mut calendar.clocks.own),
                "TZID" if open.last().is_some_and(|it| it == "VTIMEZONE") => {
                    zone = Some(said.to_owned());
                }
                "X-LIC-LOCATION" => location = Some(said.to_owned()),
                _ if open.last().is_some_and(|it| it == "VEVENT") => {
                    if let Value::Array(list) = event.entry(name).or_insert_with(|| json!([])) {
                        list.push(found);
                    }
                }
                _ => {}
            }
        }
        calendar
    }
}

/// What there is to say of a calendar, what many events share once.
#[derive(Debug, Default)]
struct Told<'a> {
    /// The zone of the site, which need not be written.
    site: Option<&'a str>,
    lines: Vec<String>,
    rooms: usize,
    guests: usize,
    zones: BTreeSet<String>,
}

impl Told<'_> {
    fn all(self) -> Vec<String> {
        let mut lines = self.lines;
        for zone in self.zones {
            lines.push(format!(
                "nobody knows the time zone `{zone}`: its times stand as they are written, and want \
                 a `zone:`"
            ));
        }
        if self.rooms > 0 {
            lines.push(format!(
                "{} of these events have an address at which one calls in, which everybody can \
                 read: take `online:` out where it is not for all",
                self.rooms
            ));
        }
        if self.guests > 0 {
            lines.push(format!(
                "left out: {} who were invited, as these are others' data",
                self.guests
            ));
        }
        lines
    }
}

/// Reads an event.
///
/// # Errors
/// Why it is none that can be shown.
fn one(event: &Node<'_>, clocks: &Clocks, told: &mut Told<'_>) -> Result<EventDraft, String> {
    event.read_all(&OF_PROGRAMS);
    let guests = event.get("ATTENDEE");
    told.guests += guests.items().len();
    guests.read();
    let title = value(event, "SUMMARY").map(|title| plain_text(&title)).filter(|it| !it.is_empty());
    let title = title.ok_or("it has no title (`SUMMARY`)")?.replace('\n', " ");
    if value(event, "STATUS").is_some_and(|it| it.eq_ignore_ascii_case("cancelled")) {
        return Err(format!("`{title}` was called off"));
    }
    let starts = all(event, "DTSTART").into_iter().next();
    let start = starts.and_then(|(node, value)| clocks.at(&node, &value));
    let start =
        start.ok_or_else(|| format!("nobody can read when `{title}` begins (`DTSTART`)"))?;
    told.zones.extend(start.unknown.clone());
    if let Some(rule) = value(event, "RRULE") {
        let day = start.moment.day;
        told.lines.push(format!(
            "`{title}` repeats ({rule}) and stands once, on its first day, {day}: write a file for \
             each day that counts"
        ));
    }
    let end = clocks.end(event, &start);
    let (place, online, register) = whereabouts(event);
    told.rooms += usize::from(online.is_some());
    Ok(EventDraft {
        title,
        start: shown(start.moment),
        end: end.map(shown),
        zone: start.zone.filter(|zone| told.site != Some(zone)),
        place,
        online,
        topics: topics(event),
        register,
        // What somebody marked as their own is nobody else's.
        visibility: value(event, "CLASS")
            .filter(|class| !class.eq_ignore_ascii_case("public"))
            .map(|_| "hidden"),
        updated: updated(event),
        body: value(event, "DESCRIPTION").map(|text| plain_text(&text)).unwrap_or_default(),
    })
}

fn shown(moment: crate::base::Moment) -> String {
    moment.to_string().replace('T', " ")
}

/// Where it is, at which address online, and where one learns more of it.
fn whereabouts(event: &Node<'_>) -> (Option<String>, Option<String>, Option<String>) {
    let is_address = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    let rooms = ROOMS.iter().filter_map(|name| value(event, name));
    let mut online = rooms.into_iter().find(|room| is_address(room));
    let mut place = value(event, "LOCATION").map(|place| plain_text(&place).replace('\n', ", "));
    if let Some(address) = place.take_if(|place| is_address(place)) {
        online.get_or_insert(address);
    }
    let register =
        value(event, "URL").filter(|url| is_address(url) && Some(url) != online.as_ref());
    (place, online, register)
}

fn topics(event: &Node<'_>) -> Vec<String> {
    let mut topics = Vec::new();
    for (node, found) in all(event, "CATEGORIES") {
        node.read();
        for topic in split(&found, ',').into_iter().filter(|topic| !topic.is_empty()) {
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
    }
    topics
}

fn updated(event: &Node<'_>) -> Option<crate::base::Date> {
    let (node, found) = all(event, "LAST-MODIFIED").into_iter().next()?;
    let day = super::node::date(plain(&found).get(..8)?)?;
    node.read();
    Some(day)
}
