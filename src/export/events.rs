//! `events/events.ics` in each language, one for each group, and one for each event by itself:
//! events (iCalendar, RFC 5545).
//!
//! Times stand in universal time, which is right over changes of the clock and asks no reader to
//! know a zone; whole days are days, and a time of which nobody knows the zone is that of any
//! clock.

use super::content_line::{push, text};
use super::icalendar::{begin, calendar, compact, place};
use crate::edition::{EventId, GroupId, When};
use crate::site::{
    EVENT_FILE, EVENTS_FILE, Export, ExportResult, Make, NoCards, Page, SiteReader, Subject,
    Unmade, ViewContext,
};

pub(super) const EXPORT: Export = Export { name: "events", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let mut files = Vec::new();
    if all(site).next().is_some() {
        files.push((site.output(language, &format!("events/{EVENTS_FILE}")), Subject::Whole));
    }
    let has_events = |id: &GroupId| {
        let group = site.edition.group(*id);
        group.listed && !group.events.is_empty()
    };
    files.extend(site.edition.group_ids().filter(has_events).map(|id| {
        let path = format!("{}{EVENTS_FILE}", site.route(Page::Group(id)));
        (site.output(language, &path), Subject::Page(Page::Group(id)))
    }));
    files.extend(site.edition.event_ids().map(|id| {
        let path = format!("{}{EVENT_FILE}", site.route(Page::Event(id)));
        (site.output(language, &path), Subject::Page(Page::Event(id)))
    }));
    files
}

fn all(site: &SiteReader<'_>) -> impl Iterator<Item = EventId> {
    let edition = site.edition;
    edition.event_ids().filter(move |id| edition.event(*id).listed)
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let (name, events): (String, Vec<EventId>) = match subject {
        Subject::Whole => (context.word("menu.events"), all(site).collect()),
        Subject::Page(Page::Group(id)) => {
            (context.group_title(id).text.to_owned(), site.edition.group(id).events.clone())
        }
        Subject::Page(Page::Event(id)) => (context.event_title(id).text.to_owned(), vec![id]),
        _ => return Err(Unmade::NotPlanned),
    };
    Ok(calendar(context, &name, |out| events.into_iter().for_each(|id| event(out, context, id))))
}

fn event(out: &mut String, context: ViewContext<'_>, id: EventId) {
    let event = context.site.edition.event(id);
    let record = &event.record;
    let file = &record.file;
    let page = Page::Event(id);
    begin(out, context, page, (record.updated, event.start.clock.day));
    push(out, &format!("DTSTART{}", begins(event.start)));
    if let Some(end) = event.end_for_programs() {
        push(out, &format!("DTEND{}", ends(end)));
    }
    push(out, &format!("SUMMARY:{}", text(context.event_title(id).text)));
    let line = context.phrase(record, file.summary.as_deref(), |text| text.summary.as_deref());
    let lines = [line.map(|phrase| phrase.text), file.online.as_deref(), file.register.as_deref()];
    let told: Vec<&str> = lines.into_iter().flatten().collect();
    if !told.is_empty() {
        push(out, &format!("DESCRIPTION:{}", text(&told.join("\n"))));
    }
    if let Some(at) = file.place.as_deref().or(file.online.as_deref()) {
        push(out, &format!("LOCATION:{}", text(at)));
    }
    place(out, context, page, &event.topics);
    push(out, "END:VEVENT");
}

/// When an event begins, behind the name of the property.
fn begins(when: When) -> String {
    match (when.instant, when.clock.time) {
        (Some(at), _) => format!(":{}", at.universal()),
        (None, Some((hour, minute))) => {
            format!(":{}T{hour:02}{minute:02}00", compact(when.clock.day))
        }
        (None, None) => format!(";VALUE=DATE:{}", compact(when.clock.day)),
    }
}

/// When it ends, in the form in which it begins; whole days end before the day behind them.
fn ends(end: When) -> String {
    if end.clock.time.is_some() {
        begins(end)
    } else {
        format!(";VALUE=DATE:{}", compact(end.clock.day.tomorrow()))
    }
}
