//! Events: whose each is, who speaks and what it is about.

use super::entries::{Event, Group, GroupId, Who};
use super::names::{Meaning, Names};
use super::news::author;
use super::reference_notes::{ambiguous, unknown};
use super::references::Mentions;
use super::team::Team;
use crate::base::{Anchor, Diagnostic};
use crate::record::{self, Record};

/// Links the events, which are in the order of their slugs.
pub(super) fn link(
    written: Vec<(String, Record<record::Event, record::EventText>)>,
    groups: &[Group],
    people: &Team<'_>,
    topics: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Event> {
    let names = names(groups);
    let each = written.into_iter().map(|(slug, record)| {
        topics.heed(&record.origin);
        let anchor = record.origin.anchor.clone();
        let file = &record.file;
        let group = file.group.as_deref().and_then(|it| group(it, &anchor, &names, groups, notes));
        let mut speakers: Vec<Who> = Vec::new();
        for (at, entry) in file.speakers.iter().enumerate() {
            let who = author(entry, (&anchor, "speakers", at, None), people, notes);
            speakers.extend(who.filter(|who| !speakers.contains(who)));
        }
        let topics = topics.topics(&file.topics, &anchor, || "topics".to_owned());
        Event { slug, record, group, speakers, topics }
    });
    each.collect()
}

/// By what groups are named.
fn names(groups: &[Group]) -> Names {
    let mut names = Names::default();
    for (index, Group { slug, record, .. }) in groups.iter().enumerate() {
        names.slug(slug, index);
        let translated = record.translations.iter().filter_map(|it| it.text.title.as_ref());
        let titles = std::iter::once(&record.file.title).chain(translated);
        titles.chain(&record.file.synonyms).for_each(|name| names.name(name, index));
        record.common.aliases.iter().for_each(|alias| names.alias(alias, index));
    }
    names
}

fn group(
    written: &str,
    anchor: &Anchor,
    names: &Names,
    groups: &[Group],
    notes: &mut Vec<Diagnostic>,
) -> Option<GroupId> {
    match names.meaning(written) {
        Meaning::One(index) => Some(GroupId::new(index)),
        Meaning::Several(several) => {
            let slugs: Vec<_> = several.iter().map(|index| groups[*index].slug.as_str()).collect();
            notes.push(ambiguous(anchor, "group", written, &slugs));
            None
        }
        Meaning::HeldBack | Meaning::Former(_) | Meaning::Nothing => {
            notes.push(unknown(anchor, "group", "group", written, names));
            None
        }
    }
}
