//! Groups: who is in each at present, who was, who will be; which seats are open; and what each has
//! together with the groups within it.
//!
//! A group names people in public, so nobody who is in no list is in it, neither by name nor as a
//! number. On their own page unlisted people have their groups too.

use super::entries::{Edition, ExpertId, GroupId, TopicId};
use super::event::EventId;
use super::kept::{Making, Publish, Selection};
use super::numbers::is_public;
use super::order;
use super::published::{GroupFile, GroupText, Record};
use super::seats::{OpenSeat, open_seats};
use super::spot::Spot;
use super::team::Who;
use super::visible::contact;
use crate::base::fold::key;
use crate::base::{Date, Id};
use crate::catalog;
use crate::record::{self, MemberEntry, Telling};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A group that may be seen.
#[derive(Debug, Hash)]
pub struct Group {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written, as far as it may be shown.
    pub record: Record<GroupFile, GroupText>,
    /// Whether it is in lists, search and feeds.
    pub listed: bool,
    /// Whether its last day has passed.
    pub is_over: bool,
    /// The group that it is part of.
    pub part_of: Option<GroupId>,
    /// Groups in lists that are part of it, by title.
    pub parts: Vec<GroupId>,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// Terms of those who are in lists: present ones in the order in which they were written, those
    /// that are planned, then former ones, the last first.
    pub members: Vec<GroupMember>,
    /// Seats that nobody has.
    pub seats: Vec<OpenSeat>,
    /// Whoever is in it or in a group within it at present, by sort name.
    pub everybody: Vec<ExpertId>,
    /// How many more there are, who have no profile.
    pub others: usize,
    /// Its events, in the order of the edition.
    pub events: Vec<EventId>,
    /// Where it is, as far as the site tells distances and the words of its place name a town.
    pub spot: Option<Spot>,
}

impl Group {
    /// The terms that go on, went by, or lie ahead.
    pub fn of(&self, tenure: Tenure) -> impl Iterator<Item = &GroupMember> {
        self.members.iter().filter(move |member| member.tenure == tenure)
    }
}

/// One term of somebody in a group.
#[derive(Debug, Clone, Hash)]
pub struct GroupMember {
    /// Who.
    pub who: Who,
    /// What they are in it, as it was written.
    pub role: Option<String>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
    /// Whether it goes on, went by, or lies ahead.
    pub tenure: Tenure,
}

/// One term of an expert, from the side of the expert.
#[derive(Debug, Clone, Hash)]
pub struct Membership {
    /// In which group.
    pub group: GroupId,
    /// What they are in it, as it was written.
    pub role: Option<String>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
    /// Whether it goes on, went by, or lies ahead.
    pub tenure: Tenure,
}

/// Whether a term goes on, went by, or lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tenure {
    /// It has begun, and its end has not passed.
    Present,
    /// It has yet to begin.
    Planned,
    /// Its end has passed, or that of the group, or nobody can tell when it was.
    Former,
}

impl Tenure {
    /// The word for it in templates and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Planned => "planned",
            Self::Former => "former",
        }
    }

    fn of(member: &MemberEntry, is_over: bool, today: Date) -> Self {
        let has_passed = match member.to {
            Some(to) => to.last_day() < today,
            None => is_over || member.lost.has(Telling::To),
        };
        if has_passed {
            Self::Former
        } else if member.from.is_some_and(|from| from.first_day() > today) {
            Self::Planned
        } else if is_over {
            Self::Former
        } else {
            Self::Present
        }
    }
}

/// Whether the last day of a group has passed.
pub(super) fn is_over(group: &record::Group, today: Date) -> bool {
    group.to.is_some_and(|to| to.last_day() < today)
}

impl Publish for catalog::Group {
    type As = Group;

    /// Groups that are at present first, by title.
    fn order(kept: &mut [Id<Self>], seen: &Selection<'_>) {
        order::groups(kept, seen.catalog, &seen.collation, seen.config.date);
    }

    fn publish(self, id: GroupId, making: &mut Making<'_>) -> Group {
        group(id, self, making)
    }
}

/// A group as it may be seen. The terms of experts in it are added to theirs.
fn group(id: GroupId, mut group: catalog::Group, making: &mut Making<'_>) -> Group {
    let (numbers, config) = (making.numbers, making.config);
    let written = std::mem::take(&mut group.record.file.members);
    let is_over = is_over(&group.record.file, config.date);
    let tenure = |item: usize| Tenure::of(&written[item], is_over, config.date);
    let seats = open_seats(&group, numbers, (&written, &tenure), making.notes);
    let listed = is_public(&group.record.common);
    let in_lists = |id: catalog::ExpertId| numbers.is_listed(id);
    let mut members = Vec::with_capacity(group.members.len());
    for (item, who) in &group.members {
        let MemberEntry { role, from, to, .. } = written[*item].clone();
        let tenure = tenure(*item);
        if let catalog::Who::Expert(who) = who
            && let Some(expert) = numbers.experts.of(*who)
            && listed
        {
            let role = role.clone();
            let term = Membership { group: id, role, from, to, tenure };
            making.terms.entry(expert).or_default().push(term);
        }
        if !who.may_be_named(in_lists) {
            continue;
        }
        let who = match who {
            catalog::Who::Expert(id) => numbers.experts.of(*id).map(Who::Expert),
            catalog::Who::Named(name)
            | catalog::Who::Unclear(name, _)
            | catalog::Who::Speaks(name, _) => Some(Who::Named(name.clone())),
        };
        members.extend(who.map(|who| GroupMember { who, role, from, to, tenure }));
    }
    members.sort_by_key(|member| order_of(member.tenure, member.from, member.to));
    let contact = contact(group.record.file.contact.take(), config.privacy);
    let mut record: Record<GroupFile, _> = Record::of(group.record);
    record.file.contact = contact;
    Group {
        slug: group.slug,
        record,
        listed,
        is_over,
        part_of: group.part_of.and_then(|id| numbers.groups.of(id)),
        parts: Vec::new(),
        topics: numbers.topic_ids(&group.topics),
        members,
        seats: if is_over { Vec::new() } else { seats },
        everybody: Vec::new(),
        others: 0,
        events: Vec::new(),
        spot: None,
    }
}

/// The order of terms: present ones as they were written, planned ones by when they begin, former
/// ones by when they ended, the last first.
fn order_of(tenure: Tenure, from: Option<Date>, to: Option<Date>) -> impl Ord + use<> {
    let begins = from.map(Date::first_day);
    let ends = to.map(Date::last_day).or(begins);
    match tenure {
        Tenure::Present => (tenure, None, None),
        Tenure::Planned => (tenure, begins, None),
        Tenure::Former => (tenure, None, Some((ends.is_none(), Reverse(ends), Reverse(begins)))),
    }
}

/// Puts the terms of an expert in the order in which they are shown.
pub(super) fn in_order(mut terms: Vec<Membership>) -> Vec<Membership> {
    terms.sort_by_key(|term| order_of(term.tenure, term.from, term.to));
    terms
}

impl Edition {
    /// The groups in lists that somebody is in at present, those around them included.
    pub fn groups_with(&self, id: ExpertId) -> BTreeSet<GroupId> {
        let terms = self.experts[id].memberships.iter();
        let own = terms.filter(|term| term.tenure == Tenure::Present).map(|term| term.group);
        let around = own.flat_map(|id| std::iter::successors(Some(id), |id| self.tells(*id)));
        around.filter(|id| self.groups[*id].listed && !self.groups[*id].is_over).collect()
    }

    /// The group in which whoever is in a group is, too.
    fn tells(&self, id: GroupId) -> Option<GroupId> {
        let group = &self.groups[id];
        // What is in no list is told nowhere but on its own page.
        group.part_of.filter(|_| group.listed && !group.is_over)
    }
}

/// Gives each group those within it, and all who are in them at present.
pub(super) fn roll_up(edition: &mut Edition) {
    let mut everybody: Vec<BTreeSet<ExpertId>> = vec![BTreeSet::new(); edition.groups.len()];
    let mut others: Vec<BTreeSet<String>> = vec![BTreeSet::new(); edition.groups.len()];
    for id in edition.groups.ids() {
        let (mut experts, mut named) = (Vec::new(), Vec::new());
        for member in edition.groups[id].of(Tenure::Present) {
            match &member.who {
                Who::Expert(id) => experts.push(*id),
                Who::Named(name) => named.push(key(name)),
            }
        }
        let mut within = Some(id);
        while let Some(at) = within {
            everybody[at.index()].extend(&experts);
            others[at.index()].extend(named.iter().cloned());
            within = edition.tells(at);
        }
        let group = &edition.groups[id];
        if let Some(part_of) = group.part_of.filter(|_| group.listed) {
            edition.groups[part_of].parts.push(id);
        }
    }
    for id in edition.groups.ids() {
        // Nor does another group speak of it.
        let above = edition.groups[id].part_of;
        if above.is_some_and(|above| edition.groups[id].listed && !edition.groups[above].listed) {
            edition.groups[id].part_of = None;
        }
    }
    for ((group, everybody), others) in edition.groups.iter_mut().zip(everybody).zip(others) {
        group.everybody = everybody.into_iter().collect();
        group.others = others.len();
    }
}
