//! Groups: who is in each, and what each is part of.

use super::entries::{Group, GroupId, Who};
use super::names::{Meaning, Names, key};
use super::reference_notes::{ambiguous, unknown};
use super::references::Mentions;
use super::team::{Person, Team, Written};
use crate::base::{Anchor, Code, Date, Diagnostic};
use crate::record::{self, MemberEntry, Record, Telling};
use std::collections::HashMap;

type Account = Record<record::Group, record::GroupText>;

/// Links the groups, which are in the order of their slugs.
pub(super) fn link(
    written: Vec<(String, Account)>,
    people: &Team<'_>,
    topics: &mut Mentions,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Group> {
    let named = Named::of(written.iter().map(|(slug, record)| (slug.as_str(), record)));
    let each = written.into_iter().map(|(slug, record)| {
        topics.heed(&record.origin);
        let anchor = record.origin.anchor.clone();
        let file = &record.file;
        let seats = file.seats.iter().enumerate().map(|(at, seat)| {
            topics.topics(&seat.topics, &anchor, || format!("seats[{at}].topics"))
        });
        let seats = seats.collect();
        Group {
            part_of: file
                .part_of
                .as_deref()
                .and_then(|written| named.meant(written, (&anchor, "part_of"), notes)),
            topics: topics.topics(&file.topics, &anchor, || "topics".to_owned()),
            members: members(&record, people, notes),
            seats,
            slug,
            record,
        }
    });
    let mut groups: Vec<Group> = each.collect();
    for index in 0..groups.len() {
        break_cycle(&mut groups, index, notes);
    }
    groups
}

/// Groups by their slugs, titles and synonyms.
pub(super) struct Named {
    names: Names,
    slugs: Vec<String>,
}

impl Named {
    /// The groups, in the order of their ids.
    pub(super) fn of<'a>(groups: impl Iterator<Item = (&'a str, &'a Account)>) -> Self {
        let mut named = Self { names: Names::default(), slugs: Vec::new() };
        for (index, (slug, record)) in groups.enumerate() {
            named.slugs.push(slug.to_owned());
            let names = &mut named.names;
            names.slug(slug, index);
            let translated = record.translations.iter().filter_map(|it| it.text.title.as_ref());
            let titles = std::iter::once(&record.file.title).chain(translated);
            titles.chain(&record.file.synonyms).for_each(|name| names.name(name, index));
            record.common.aliases.iter().for_each(|alias| names.alias(alias, index));
        }
        named
    }

    /// The group that is meant by what is written under `key`; none when nobody can tell, which is
    /// said.
    pub(super) fn meant(
        &self,
        written: &str,
        (anchor, key): (&Anchor, &str),
        notes: &mut Vec<Diagnostic>,
    ) -> Option<GroupId> {
        match self.names.meaning(written) {
            Meaning::One(index) => Some(GroupId::new(index)),
            Meaning::Several(several) => {
                let slugs: Vec<_> =
                    several.iter().map(|index| self.slugs[*index].as_str()).collect();
                notes.push(ambiguous(anchor, key, written, &slugs));
                None
            }
            Meaning::HeldBack | Meaning::Former(_) | Meaning::Nothing => {
                notes.push(unknown(anchor, key, "group", written, &self.names));
                None
            }
        }
    }
}

/// Cuts the ring on which a group lies, at the group: the first of the ring in the order of slugs,
/// whatever the order of files.
fn break_cycle(groups: &mut [Group], index: usize, notes: &mut Vec<Diagnostic>) {
    let mut above = groups[index].part_of;
    // A ring that the group hangs below, and does not lie on, is cut where it begins.
    for _ in 0..groups.len() {
        let Some(id) = above else { return };
        if id.index() == index {
            let parent = groups[index].part_of.take().map_or(index, GroupId::index);
            let message = if parent == index {
                "the group is part of itself".to_owned()
            } else {
                format!("`{}` is part of this group itself", groups[parent].record.file.title)
            };
            let place = groups[index].record.origin.anchor.value("part_of");
            let note = Diagnostic::new(Code::GroupCycle, place, message);
            notes.push(note.help("take `part_of:` out here, or there"));
            return;
        }
        above = groups[id.index()].part_of;
    }
}

/// Who each term is of. One that says nothing beside another is left out.
fn members(record: &Account, people: &Team<'_>, notes: &mut Vec<Diagnostic>) -> Vec<(usize, Who)> {
    let anchor = &record.origin.anchor;
    let written = &record.file.members;
    let mut members: Vec<(usize, Who)> = Vec::with_capacity(written.len());
    let mut of_role: HashMap<_, Vec<usize>> = HashMap::with_capacity(written.len());
    for (at, entry) in written.iter().enumerate() {
        let person = Person {
            expert: entry.expert.as_deref(),
            name: entry.name.as_deref(),
            is_bare: entry.is_reference,
        };
        let whose = Written { anchor, teller: None, rank: record.origin.rank };
        let Some(who) = people.person(person, whose, ("members", at), notes) else { continue };
        let known = match &who {
            Who::Expert(id) => Some((Some(id.index()), String::new())),
            Who::Named(name) => Some((None, key(name))),
            // Of whom nobody may know, nobody may know either whether they are one.
            Who::Unclear(..) | Who::Speaks(..) => None,
        };
        if let Some(known) = known {
            let role = entry.role.as_deref().map(key);
            let earlier = of_role.entry((known, role)).or_default();
            let time = |item: usize| (written[item].from, written[item].to);
            if let Some(first) = earlier.iter().find(|other| time(**other) == time(at)) {
                notes.push(twice(anchor, at, *first));
                continue;
            }
            let other = earlier.iter().find(|other| overlap(&written[**other], entry));
            notes.extend(other.map(|other| overlapping(anchor, at, *other)));
            earlier.push(at);
        }
        members.push((at, who));
    }
    members
}

fn twice(anchor: &Anchor, at: usize, first: usize) -> Diagnostic {
    let message = "this term stands here twice: one person, one role, one time";
    of_two(Code::MembershipTwice, message, (anchor, at, first))
        .help("delete one of the two, or correct the dates")
}

/// Whether two terms go on at one time for certain; that one begins when the other ends is no slip.
fn overlap(one: &MemberEntry, other: &MemberEntry) -> bool {
    if [one, other].iter().any(|term| term.lost.has(Telling::To)) {
        return false;
    }
    let Some(end) = one.to.into_iter().chain(other.to).map(Date::first_day).min() else {
        return true;
    };
    let begins = [one.from, other.from].map(|from| from.map(|from| from.last_day() < end));
    begins == [Some(true); 2]
}

fn overlapping(anchor: &Anchor, at: usize, other: usize) -> Diagnostic {
    let message = "two terms of one person in one role go on at the same time";
    of_two(Code::TermsOverlap, message, (anchor, at, other))
        .help("write `to:` where the first has ended, or make one term of the two")
}

/// A note on one term, for the sake of another.
fn of_two(code: Code, message: &str, (anchor, at, other): (&Anchor, usize, usize)) -> Diagnostic {
    let place = |at: usize| anchor.value(format!("members[{at}]"));
    Diagnostic::new(code, place(at), message).and(place(other))
}
