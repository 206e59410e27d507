//! Events: whose each is, who speaks and what it is about.

use super::entries::{Event, Group};
use super::groups::Named;
use super::references::Mentions;
use super::team::{Team, Written};
use crate::base::Diagnostic;
use crate::record::{self, Record};
use std::cell::LazyCell;

/// Links the events, which are in the order of their slugs.
pub(super) fn link(
    written: Vec<(String, Record<record::Event, record::EventText>)>,
    groups: &[Group],
    people: &Team<'_>,
    topics: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Event> {
    // Most networks have no events.
    let named = LazyCell::new(|| Named::of(groups.iter().map(|it| (it.slug.as_str(), &it.record))));
    let each = written.into_iter().map(|(slug, record)| {
        topics.heed(&record.origin);
        let anchor = record.origin.anchor.clone();
        let file = &record.file;
        let group = file.group.as_deref();
        let group = group.and_then(|written| named.meant(written, (&anchor, "group"), notes));
        let written = Written { anchor: &anchor, teller: None, rank: record.origin.rank };
        let speakers = people.people(&file.speakers, written, "speakers", notes);
        let topics = topics.topics(&file.topics, &anchor, || "topics".to_owned());
        Event { slug, record, group, speakers, topics }
    });
    each.collect()
}
