//! Groups: who is in each, and what each is part of.

use super::entries::{Group, GroupId, Who};
use super::names::{Meaning, Names, key};
use super::reference_notes::{ambiguous, unknown};
use super::references::Mentions;
use super::team::{Referred, Team, Written, who};
use crate::base::slug::slug;
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
    let names = names(&written);
    let slugs: Vec<String> = written.iter().map(|(slug, _)| slug.clone()).collect();
    let each = written.into_iter().map(|(slug, record)| {
        topics.heed(&record.origin);
        let anchor = record.origin.anchor.clone();
        let file = &record.file;
        let seats = file.seats.iter().enumerate().map(|(at, seat)| {
            topics.topics(&seat.topics, &anchor, || format!("seats[{at}].topics"))
        });
        let seats = seats.collect();
        Group {
            part_of: part_of(&record, &names, &slugs, notes),
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

/// By what groups are named.
fn names(written: &[(String, Account)]) -> Names {
    let mut names = Names::default();
    for (index, (slug, record)) in written.iter().enumerate() {
        names.slug(slug, index);
        let translated = record.translations.iter().filter_map(|it| it.text.title.as_ref());
        for name in std::iter::once(&record.file.title).chain(translated) {
            names.name(name, index);
        }
        record.file.synonyms.iter().for_each(|name| names.name(name, index));
        record.common.aliases.iter().for_each(|alias| names.alias(alias, index));
    }
    names
}

fn part_of(
    record: &Account,
    names: &Names,
    slugs: &[String],
    notes: &mut Vec<Diagnostic>,
) -> Option<GroupId> {
    let written = record.file.part_of.as_deref()?;
    let anchor = &record.origin.anchor;
    match names.meaning(written) {
        Meaning::One(index) => Some(GroupId::new(index)),
        Meaning::Several(several) => {
            let slugs: Vec<_> = several.iter().map(|index| slugs[*index].as_str()).collect();
            notes.push(ambiguous(anchor, "part_of", written, &slugs));
            None
        }
        Meaning::HeldBack | Meaning::Former(_) | Meaning::Nothing => {
            notes.push(unknown(anchor, "part_of", "group", written, names));
            None
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
    let term = |item: usize| {
        let entry = &written[item];
        (entry.role.as_deref().map(key), entry.from, entry.to)
    };
    let mut seen = HashMap::new();
    let mut of_role: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, entry) in written.iter().enumerate() {
        let Some(who) = member(entry, (anchor, at), people, notes) else { continue };
        let known = match &who {
            Who::Expert(id) => Some(format!("{}", id.index())),
            Who::Named(name) => Some(format!("={}", key(name))),
            // Of whom nobody may know, nobody may know either whether they are one.
            Who::Unclear(..) | Who::Speaks(..) => None,
        };
        let first = known.clone().map(|known| *seen.entry((known, term(at))).or_insert(at));
        if let Some(first) = first.filter(|first| *first != at) {
            let place = anchor.value(format!("members[{at}]"));
            let message = "this term stands here twice: one person, one role, one time";
            let note = Diagnostic::new(Code::MembershipTwice, place, message);
            let note = note.and(anchor.value(format!("members[{first}]")));
            notes.push(note.help("delete one of the two, or correct the dates"));
            continue;
        }
        if let Some(known) = known {
            let earlier = of_role.entry((known, term(at).0)).or_default();
            let other = earlier.iter().find(|other| overlap(&written[**other], entry));
            notes.extend(other.map(|other| overlapping(anchor, at, *other)));
            earlier.push(at);
        }
        members.push((at, who));
    }
    members
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
    let place = anchor.value(format!("members[{at}]"));
    let message = "two terms of one person in one role go on at the same time";
    let note = Diagnostic::new(Code::TermsOverlap, place, message);
    let note = note.and(anchor.value(format!("members[{other}]")));
    note.help("write `to:` where the first has ended, or make one term of the two")
}

fn member(
    entry: &MemberEntry,
    (anchor, at): (&Anchor, usize),
    people: &Team<'_>,
    notes: &mut Vec<Diagnostic>,
) -> Option<Who> {
    let written = Written { anchor, teller: None };
    if let Some(reference) = &entry.expert {
        let (reference, path) =
            ((reference.as_str(), entry.name.as_deref()), format!("members[{at}].expert"));
        return match people.referred(reference, written, &path, notes) {
            Referred::Member(id) => Some(Who::Expert(id)),
            Referred::Mentioned(who) => Some(who),
            Referred::HeldBack => Some(Who::Unclear(String::new(), Vec::new())),
            Referred::Nobody => None,
        };
    }
    let name = entry.name.as_deref()?;
    if !entry.is_reference {
        return Some(people.outsider(name, written, &format!("members[{at}].name"), notes));
    }
    match who(people.names, name, None) {
        // What is written as slugs are is no name.
        Who::Named(_) if name.contains('-') && name == slug(name) => {
            notes.push(unknown(anchor, &format!("members[{at}]"), "expert", name, people.names));
            None
        }
        who => Some(who),
    }
}
