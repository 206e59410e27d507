//! Events: when each is in the time of the world, whether it is over, and whose pages show it.

use super::entries::{Edition, GroupId, TopicId};
use super::entry::entry;
use super::kept::{Making, Publish, Selection};
use super::numbers::is_public;
use super::people::shown;
use super::published::Record;
use super::relations::with_ancestors;
use super::spoken::{Speaks, Spoken};
use super::spot::Spot;
use super::team::Who;
use crate::base::date::zone::{self, Certainty, Instant};
use crate::base::{Code, Date, Diagnostic, Id, Language, Moment};
use crate::catalog;
use crate::config::Config;
use crate::record::{self, SpokenLanguage};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// An event of the edition.
pub type EventId = Id<Event>;

/// When something begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// The day, and the time on the clock of the place.
    pub clock: Moment,
    /// The moment in the time of the world, where day, time and zone are known.
    pub instant: Option<Instant>,
}

impl When {
    /// The day and the time as machines read them (ISO 8601), with the offset of the place where
    /// that is known.
    pub fn machine(self) -> String {
        self.instant.map_or_else(|| self.clock.to_string(), |at| at.with_offset(self.clock))
    }

    fn is_before(self, start: Self) -> bool {
        match (self.instant, start.instant) {
            (Some(end), Some(start)) => end.second < start.second,
            _ => record::is_backwards(start.clock, self.clock),
        }
    }
}

/// An event that may be seen.
#[derive(Debug, Hash)]
pub struct Event {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written, as far as it may be shown.
    pub record: Record<EventFile, EventText>,
    /// Whether it is in lists, search and feeds.
    pub listed: bool,
    /// When it begins.
    pub start: When,
    /// When it ends.
    pub end: Option<When>,
    /// Whether its last day has passed.
    pub is_over: bool,
    /// Whose event it is.
    pub group: Option<GroupId>,
    /// Who speaks, as far as they may be named.
    pub speakers: Vec<Who>,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// Where it is, as far as the site tells distances and the words of its place name a town.
    pub spot: Option<Spot>,
}

entry! { Event of EventFile EventText; }

impl Event {
    /// When it ends, for programs: to them it ends after it began. An hour that clocks leave out
    /// when they are put forward may be all that there was.
    pub fn end_for_programs(&self) -> Option<When> {
        self.end.filter(|end| end.clock.time.is_none() || self.start.is_before(*end))
    }
}

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

impl Speaks for Event {
    fn spoken<'a>(&'a self, _: &'a Edition, language: &Language) -> Spoken<'a> {
        Spoken {
            place: self.record.file.place.as_deref(),
            ..Spoken::titled(
                &self.record,
                language,
                |file| (&file.title, file.summary.as_deref()),
                |text| (text.title.as_deref(), text.summary.as_deref()),
            )
        }
    }

    fn topics(&self) -> &[TopicId] {
        &self.topics
    }
}

/// The last day of an event.
pub(super) fn last_day(event: &record::Event) -> Date {
    event.end.map_or(event.start.day, |end| end.day).max(event.start.day)
}

impl Publish for catalog::Event {
    type As = Event;

    /// Those to come first, the soonest before; then those that are over, the latest before.
    fn order(kept: &mut [Id<Self>], seen: &Selection<'_>) {
        kept.sort_by_cached_key(|id| {
            let event = &seen.catalog.events[*id];
            let file = &event.record.file;
            let start = zone::on_own_clock(file.start, zone_of(file, seen.config));
            let key = if last_day(file) < seen.config.date {
                (true, None, Some(Reverse(start)))
            } else {
                (false, Some(start), None)
            };
            (key, event.slug.clone())
        });
    }

    fn publish(self, _: EventId, making: &mut Making<'_>) -> Event {
        let Self { slug, mut record, group, speakers, topics } = self;
        on_own_clock(&mut record.file, making.config);
        record.file.zone = settled_zone(&record, making);
        let numbers = making.numbers;
        let rank = record.origin.rank;
        let file = &record.file;
        let zone = file.zone.as_deref();
        let when = |clock: Moment| When {
            clock,
            instant: zone.and_then(|zone| zone::instant(clock, zone)).map(|it| it.0),
        };
        let start = when(file.start);
        let end = file.end.map(when).filter(|end| {
            // On one clock it was looked at where it was read.
            let is_sure = start.clock.ahead.is_none() && end.clock.ahead.is_none();
            let is_after = is_sure || !end.is_before(start);
            if !is_after {
                let (message, help) = record::BACKWARDS;
                let place = record.origin.anchor.value("end");
                making.notes.push(Diagnostic::new(Code::BrokenDate, place, message).help(help));
            }
            is_after
        });
        Event {
            listed: is_public(&record.common),
            start,
            end,
            is_over: last_day(file) < making.config.date,
            group: group.and_then(|id| numbers.groups.of(id)),
            speakers: speakers
                .into_iter()
                .filter_map(|who| shown(&numbers.experts, rank, who))
                .collect(),
            topics: numbers.topic_ids(&topics),
            spot: None,
            slug,
            record: Record::of(record),
        }
    }
}

/// The zone that an event names, else the site.
fn zone_of<'a>(file: &'a record::Event, config: &'a Config) -> Option<&'a str> {
    file.zone.as_deref().or(config.zone.as_deref())
}

/// Puts moments that programs wrote, with how far their clock was ahead, on the clock of the place.
/// Where nobody says which that is, universal time is on its own.
fn on_own_clock(file: &mut record::Event, config: &Config) {
    if zone_of(file, config).is_none() && file.start.ahead == Some(0) {
        file.zone = Some("UTC".to_owned());
    }
    let zone = zone_of(file, config).map(str::to_owned);
    for moment in [Some(&mut file.start), file.end.as_mut()].into_iter().flatten() {
        *moment = zone::on_own_clock(*moment, zone.as_deref());
    }
}

/// The zone on whose clock the times of an event are: its own, else that of the site; none when it
/// has no time, and when what it names is no zone. Says which times are none in it.
fn settled_zone(
    record: &crate::record::Record<record::Event, record::EventText>,
    making: &mut Making<'_>,
) -> Option<String> {
    let file = &record.file;
    let moments = [("start", Some(file.start)), ("end", file.end)].into_iter();
    let timed = moments.filter_map(|(key, it)| Some((key, it.filter(|it| it.time.is_some())?)));
    let timed: Vec<(&str, Moment)> = timed.collect();
    let Some(zone) = file.zone.as_ref().or(making.config.zone.as_ref()) else {
        if let Some((key, _)) = timed.first() {
            let message = "the event has a time, and nothing says in which time zone";
            let note = Diagnostic::new(Code::NoZone, record.origin.anchor.value(key), message);
            let help = "add `zone: Europe/Amsterdam`, here or for all events in vakwerk.yaml";
            making.notes.push(note.help(help));
        }
        return None;
    };
    for (key, moment) in &timed {
        let message = match zone::instant(*moment, zone) {
            Some((_, Certainty::Skipped)) => {
                format!("clocks in {zone} are put forward then: there is no such time")
            }
            Some((_, Certainty::Twice)) => {
                format!("clocks in {zone} are put back then: there are two such times")
            }
            Some((_, Certainty::Certain)) | None => continue,
        };
        let note = Diagnostic::new(Code::OddTime, record.origin.anchor.value(key), message);
        making.notes.push(note.help("write a time an hour earlier or later"));
    }
    zone::registered(zone).filter(|_| file.zone.is_some() || !timed.is_empty())
}

/// Puts each event on the pages of those who speak, of its group and of its topics.
pub(super) fn relate(edition: &mut Edition) {
    // A group that is in no list is named by nothing that is.
    for event in &mut edition.events {
        event.group = event.group.filter(|id| edition.groups[*id].listed);
    }
    for (id, event) in edition.events.entries().filter(|(_, event)| event.listed) {
        for topic in with_ancestors(&edition.topics, &event.topics) {
            edition.topics[topic].events.push(id);
        }
        for expert in event.speakers.iter().filter_map(Who::expert) {
            edition.experts[expert].events.push(id);
        }
        if let Some(group) = event.group {
            edition.groups[group].events.push(id);
        }
    }
}
