//! iCalendar (RFC 5545), as Google, Outlook, Apple, Nextcloud and sites of events write it.

use super::draft::EventDraft;
use super::icalendar_parts::{calendars, joined};
use super::icalendar_place::{Whereabouts, calls_in};
use super::icalendar_text::markdown;
use super::icalendar_time::Clocks;
use super::imported::Imported;
use super::input;
use super::node::{Ledger, Node};
use super::parts::plain_text;
use super::vcard::{all, value};
use super::vcard_text::{plain, split};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

/// What programs keep of an event for themselves.
const OF_PROGRAMS: [&str; 10] = [
    "UID",
    "DTSTAMP",
    "CREATED",
    "SEQUENCE",
    "TRANSP",
    "PRIORITY",
    "RECURRENCE-ID",
    "LAST-MODIFIED",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR",
];

/// The most events of a file.
const MOST_EVENTS: usize = 20_000;

/// Reads the events of a file; `zone` is that of the site.
///
/// # Errors
/// Why there is none.
pub(super) fn read(path: &Path, zone: Option<&str>) -> Result<Imported, String> {
    let text = input::text_of(joined(input::file(path)?))?;
    let (calendars, cut) = calendars(&text);
    let count: usize = calendars.iter().map(|calendar| calendar.events.len()).sum();
    if count == 0 {
        return Err(cut.unwrap_or_else(|| "it holds no event: `BEGIN:VEVENT`".to_owned()));
    }
    if count > MOST_EVENTS {
        return Err(format!("it holds {count} events, and {MOST_EVENTS} are the most"));
    }
    let mut told = Told { site: zone, lines: cut.into_iter().collect(), ..Told::default() };
    let mut imported = Imported::default();
    let mut number = 0;
    for calendar in calendars {
        let mut clocks = calendar.clocks;
        let own = clocks.name(&clocks.own).or_else(|| clocks.name(zone?));
        clocks.own = own.unwrap_or_else(|| "UTC".to_owned());
        let moved = moved(&calendar.events);
        let newest = newest(&calendar.events);
        for (at, event) in calendar.events.iter().enumerate() {
            number += 1;
            let place = format!("event {number}");
            let (ledger, uid) = (Ledger::default(), identity(event));
            if uid.as_ref().is_some_and(|uid| newest[uid] != at) {
                told.lines.push(format!(
                    "{place} is left out: a later version of it stands below or above"
                ));
                continue;
            }
            let root = ledger.root(event, &place);
            match one(&root, &clocks, &moved, &mut told) {
                Ok(draft) => {
                    let is_off = calendar.is_cancelled || draft.is_off;
                    imported.events.push(EventDraft { uid, is_off, ..draft });
                }
                Err(why) => told.lines.push(format!("{place} is left out: {why}")),
            }
            imported.account.extend(ledger.account(event, &place));
        }
    }
    imported.said = told.all();
    Ok(imported)
}

fn first<'a>(event: &'a Value, name: &str) -> Option<&'a str> {
    event.get(name)?.get(0)?.get("value")?.as_str().map(str::trim)
}

/// What tells an event from others: its UID, and which one of a series it is.
fn identity(event: &Value) -> Option<String> {
    let uid = first(event, "UID").filter(|uid| !uid.is_empty())?;
    let bare: String = uid.chars().filter(|sign| !sign.is_control()).take(200).collect();
    Some(match first(event, "RECURRENCE-ID") {
        Some(day) => format!("{bare} {day}"),
        None => bare,
    })
}

/// Of each event its place among the events; of several versions that of the last.
fn newest(events: &[Value]) -> BTreeMap<String, usize> {
    let version = |event: &Value| {
        let sequence: u64 = first(event, "SEQUENCE").and_then(|it| it.parse().ok()).unwrap_or(0);
        (sequence, first(event, "LAST-MODIFIED").unwrap_or_default().to_owned())
    };
    let mut newest: BTreeMap<String, usize> = BTreeMap::new();
    for (at, event) in events.iter().enumerate() {
        let Some(uid) = identity(event) else { continue };
        let known = newest.entry(uid).or_insert(at);
        if version(event) >= version(&events[*known]) {
            *known = at;
        }
    }
    newest
}

/// Days of series that were called off or moved: the UID with the day.
fn moved(events: &[Value]) -> HashSet<(String, String)> {
    let mut moved = HashSet::new();
    for event in events {
        let Some(uid) = first(event, "UID") else { continue };
        let days =
            ["RECURRENCE-ID", "EXDATE"].into_iter().filter_map(|name| event.get(name)?.as_array());
        let values = days.flatten().filter_map(|one| one["value"].as_str());
        for day in values.flat_map(|value| value.split(',')) {
            moved.insert((uid.to_owned(), day.trim().to_owned()));
        }
    }
    moved
}

/// What there is to say of a file, what many events share once.
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
                "{} of these events say where one calls in, which everybody can read then: take it out \
                 of `online:`, the place and the text where it is not for all",
                self.rooms
            ));
        }
        if self.guests > 0 {
            let guests = self.guests;
            lines.push(format!("left out: {guests} who were invited, as these are others' data"));
        }
        lines
    }
}

/// Reads an event.
///
/// # Errors
/// Why it is none that can be shown.
fn one(
    event: &Node<'_>,
    clocks: &Clocks,
    moved: &HashSet<(String, String)>,
    told: &mut Told<'_>,
) -> Result<EventDraft, String> {
    let guests = event.get("ATTENDEE");
    told.guests += guests.items().len();
    guests.read();
    let title = value(event, "SUMMARY").map(|title| plain_text(&title)).filter(|it| !it.is_empty());
    let title = title.ok_or("it has no title (`SUMMARY`)")?.replace('\n', " ");
    let starts = all(event, "DTSTART").into_iter().next();
    let start = starts.as_ref().and_then(|(node, value)| clocks.at(node, value));
    let start =
        start.ok_or_else(|| format!("nobody can read when `{title}` begins (`DTSTART`)"))?;
    if let Some((node, _)) = &starts {
        node.read();
    }
    told.zones.extend(start.unknown.clone());
    if let Some(rule) = value(event, "RRULE") {
        let written = starts.map(|(_, value)| value.trim().to_owned()).unwrap_or_default();
        let day = start.moment.day;
        if value(event, "UID").is_some_and(|uid| moved.contains(&(uid, written))) {
            return Err(format!(
                "`{title}` repeats ({rule}), and its first day, {day}, was called off or moved"
            ));
        }
        told.lines.push(format!(
            "`{title}` repeats ({rule}) and stands once, on its first day, {day}: write a file for \
             each day that counts"
        ));
    }
    let updated = updated(event);
    event.read_all(&OF_PROGRAMS);
    let status = value(event, "STATUS").unwrap_or_default().to_uppercase();
    if status == "TENTATIVE" {
        told.lines.push(format!("`{title}` is not certain yet (`STATUS:TENTATIVE`)"));
    }
    let (end, place) = (clocks.end(event, &start), Whereabouts::of(event));
    let body = value(event, "DESCRIPTION").unwrap_or_default();
    let says = [place.place.as_deref().unwrap_or_default(), &body].into_iter().any(calls_in);
    told.rooms += usize::from(place.online.is_some() || says);
    Ok(EventDraft {
        title,
        start: shown(start.moment),
        end: end.map(shown),
        zone: start.zone.filter(|zone| told.site != Some(zone)),
        place: place.place,
        online: place.online,
        topics: topics(event),
        register: place.register,
        visibility: is_closed(event).then_some("hidden"),
        updated,
        body: markdown(&body),
        uid: None,
        is_off: status == "CANCELLED",
    })
}

/// Whether somebody marked it as their own: then it is nobody else's.
fn is_closed(event: &Node<'_>) -> bool {
    let marks = ["CLASS", "X-CALENDARSERVER-ACCESS"].map(|name| all(event, name));
    let mut is_closed = false;
    for (node, mark) in marks.into_iter().flatten() {
        node.read();
        is_closed |= !mark.trim().eq_ignore_ascii_case("public");
    }
    is_closed
}

fn shown(moment: crate::base::Moment) -> String {
    moment.to_string().replace('T', " ")
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
    let (_, found) = all(event, "LAST-MODIFIED").into_iter().next()?;
    super::node::date(plain(&found).get(..8)?)
}
