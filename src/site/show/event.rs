//! An event's page, and its card.

use super::super::EVENT_FILE;
use super::super::context::{ViewContext, extra};
use super::super::item::{Card, Page};
use super::super::view::event_view::{EventCard, EventTime, EventView};
use super::super::view::parts::{CardHtml, Phrase};
use super::about::{About, of_entry};
use super::card::{SUMMARY, in_short, who};
use super::expert::languages;
use crate::base::{EntryKind, Moment};
use crate::edition::{Event, EventId, When};
use crate::site::markdown::plain::shortened;

pub(super) fn view(context: ViewContext<'_>, id: EventId) -> EventView<'_> {
    let event = context.site.edition.event(id);
    let record = &event.record;
    let file = &record.file;
    let calendar = context.site.route(Page::Event(id)) + EVENT_FILE;
    let calendar = context.standing(&calendar);
    EventView {
        title: context.event_title(id),
        time: time(event),
        zone: file.zone.as_deref().filter(|_| event.start.instant.is_some()),
        is_over: event.is_over,
        place: file.place.as_deref(),
        map: context.small_map(event.spot.as_ref()),
        online: file.online.as_deref(),
        group: event.group.map(|id| context.group(id)),
        speakers: event.speakers.iter().map(|one| who(context, one)).collect(),
        topics: context.topics(&event.topics),
        languages: languages(context, &file.languages),
        register: file.register.as_deref().filter(|_| !event.is_over),
        summary: context.phrase(record, file.summary.as_deref(), |text| text.summary.as_deref()),
        body: context.body(record, 2),
        calendar: calendar.filter(|_| !event.is_over),
        extra: extra(&file.extra),
    }
}

pub(super) fn card(context: ViewContext<'_>, id: EventId) -> EventCard<'_> {
    let event = context.site.edition.event(id);
    let record = &event.record;
    let file = &record.file;
    let summary = file.summary.as_deref();
    let own = context.phrase(record, summary, |text| text.summary.as_deref());
    let own = own.map(|phrase| (shortened(phrase.text, SUMMARY), phrase.lang));
    let (summary, summary_lang) = in_short(context, record, own);
    let listed = |id: &_| context.site.edition.written_group(*id).listed;
    EventCard {
        title: context.event_title(id),
        url: context.url(Page::Event(id)),
        time: time(event),
        is_over: event.is_over,
        place: file.place.as_deref(),
        is_online: file.online.is_some(),
        group: event.group.filter(listed).map(|id| context.group_title(id)),
        summary,
        summary_lang,
    }
}

/// Cards of events, in their order.
pub(super) fn cards(context: ViewContext<'_>, ids: &[EventId]) -> Vec<CardHtml> {
    ids.iter().map(|id| context.card(Card::Event(*id))).collect()
}

fn time(event: &Event) -> EventTime {
    let (start, end) = (event.start.clock, event.end.map(|it| it.clock));
    let clock = |moment: Moment| moment.time.map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
    let last = end.filter(|end| end.day != start.day);
    let hours = clock(start).map(|from| match end.filter(|_| last.is_none()).and_then(clock) {
        Some(to) => format!("{from}–{to}"),
        None => from,
    });
    EventTime {
        day: start.day.to_string(),
        last_day: last.map(|end| end.day.to_string()),
        hours,
        machine: event.start.machine(),
        machine_end: event.end_for_programs().map(When::machine),
    }
}

/// What the layout knows of an event's page.
pub(super) fn about(context: ViewContext<'_>, id: EventId) -> About {
    let event = context.site.edition.event(id);
    let record = &event.record;
    let summary = record.file.summary.as_deref();
    let summary = context.phrase(record, summary, |text| text.summary.as_deref());
    let told = (context.event_title(id).text, summary.map(|it| it.text));
    of_entry(context, ("event", EntryKind::Event), told, (record, event.listed))
}

impl<'a> ViewContext<'a> {
    /// The title of an event.
    pub fn event_title(self, id: EventId) -> Phrase<'a> {
        let record = &self.site.edition.event(id).record;
        self.phrase(record, Some(&record.file.title), |text| text.title.as_deref())
            .expect("an event has a title")
    }
}
