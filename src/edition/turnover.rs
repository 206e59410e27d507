//! What is new of groups between two days: which came and which are no more, and who joined or left
//! those that were there. Whoever left is named where the group's page names them still.

use super::digest::{former, found};
use super::entries::{Edition, Expert, ExpertId, GroupId};
use super::group::{Group, GroupMember, Tenure};
use super::team::Who;
use crate::base::fold::key;
use std::collections::{BTreeMap, BTreeSet};

/// What is new of a group that was there.
#[derive(Debug)]
pub struct Turnover {
    /// Which group.
    pub group: GroupId,
    /// The first term of each who is in it and was not.
    pub joined: Vec<GroupMember>,
    /// The last term of each who was in it and is not.
    pub left: Vec<GroupMember>,
    /// Whether the group is no more.
    pub has_ended: bool,
}

/// Two editions, and whose past nobody knows.
pub(super) struct Between<'a> {
    pub(super) old: &'a Edition,
    pub(super) new: &'a Edition,
    pub(super) is_elsewhere: &'a dyn Fn(&str) -> bool,
    /// The experts of the old edition, by their addresses.
    pub(super) people: &'a BTreeMap<&'a str, ExpertId>,
}

/// Whoever is in a group at present.
#[derive(Default)]
struct Circle {
    experts: BTreeSet<ExpertId>,
    /// The names of all of them.
    names: BTreeSet<String>,
    /// The names of those who have no profile.
    outsiders: BTreeSet<String>,
}

impl Circle {
    fn of(edition: &Edition, group: GroupId) -> Self {
        let mut circle = Self::default();
        for member in edition.groups[group].of(Tenure::Present) {
            match &member.who {
                Who::Expert(id) => {
                    circle.experts.insert(*id);
                    circle.names.insert(key(&edition.experts[*id].record.file.name));
                }
                Who::Named(name) => {
                    circle.names.insert(key(name));
                    circle.outsiders.insert(key(name));
                }
            }
        }
        circle
    }
}

impl Between<'_> {
    /// The groups that are new, and what is new of the others.
    pub(super) fn groups(&self) -> (Vec<GroupId>, Vec<Turnover>) {
        let before = former(&self.old.groups, |it| (&it.slug, &it.record.aliases[..]));
        let (mut added, mut turnovers) = (Vec::new(), Vec::new());
        for (id, now) in self.new.listed_groups() {
            let then = found(&before, &now.slug, &now.record.aliases)
                .filter(|then| self.old.groups[*then].listed);
            match then {
                Some(then) => turnovers.extend(self.turnover(then, (id, now))),
                None if now.is_over || (self.is_elsewhere)(&now.record.anchor.file) => {}
                None => added.push(id),
            }
        }
        (added, turnovers)
    }

    fn turnover(&self, then: GroupId, (id, now): (GroupId, &Group)) -> Option<Turnover> {
        let circle = Circle::of(self.old, then);
        let today = Circle::of(self.new, id);
        let has_ended = now.is_over && !self.old.groups[then].is_over;
        let joined = once(now.of(Tenure::Present), |who| !self.was_in(then, &circle, who));
        let left = once(now.of(Tenure::Former), |who| {
            let is_in = match who {
                Who::Expert(id) => today.experts.contains(id),
                Who::Named(name) => today.names.contains(&key(name)),
            };
            !has_ended && !is_in && self.was_in(then, &circle, who) && !self.is_unknown(who)
        });
        let is_news = has_ended || !joined.is_empty() || !left.is_empty();
        is_news.then_some(Turnover { group: id, joined, left, has_ended })
    }

    /// Whether somebody of today was in a group, or nobody can tell.
    fn was_in(&self, group: GroupId, circle: &Circle, who: &Who) -> bool {
        match who {
            Who::Expert(id) => {
                let expert = &self.new.experts[*id];
                let name = key(&expert.record.file.name);
                // Of those who stood in no list, only their own page told it.
                let told = |then: ExpertId| {
                    let mut terms = self.old.experts[then].memberships.iter();
                    terms.any(|term| term.group == group && term.tenure == Tenure::Present)
                };
                self.before(expert).is_some_and(told)
                    || circle.outsiders.contains(&name)
                    || self.is_unknown(who)
            }
            Who::Named(name) => circle.names.contains(&key(name)),
        }
    }

    /// Whether somebody has a profile of whose past nothing is known.
    fn is_unknown(&self, who: &Who) -> bool {
        let Who::Expert(id) = who else { return false };
        let expert = &self.new.experts[*id];
        self.before(expert).is_none() && (self.is_elsewhere)(&expert.record.anchor.file)
    }

    fn before(&self, expert: &Expert) -> Option<ExpertId> {
        found(self.people, &expert.slug, &expert.record.aliases)
    }
}

/// The first term of each person of whom something holds.
fn once<'a>(
    terms: impl Iterator<Item = &'a GroupMember>,
    holds: impl Fn(&Who) -> bool,
) -> Vec<GroupMember> {
    let mut seen = BTreeSet::new();
    let mut is_new = |who: &Who| match who {
        Who::Expert(id) => seen.insert(Err(*id)),
        Who::Named(name) => seen.insert(Ok(key(name))),
    };
    terms.filter(|term| holds(&term.who) && is_new(&term.who)).cloned().collect()
}
