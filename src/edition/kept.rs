//! How entries of the catalog become entries of the edition, whatever their kind: which of them may
//! be seen, which are in lists, in which order they are shown, and as what.

use super::entries::{self, ExpertId};
use super::group::Membership;
use super::numbers::{Numbers, is_public};
use super::published::Record;
use super::visible::may_be_seen;
use super::{order, people};
use crate::base::collation::Collation;
use crate::base::{Diagnostic, Id, Table, each_kind};
use crate::catalog::{self, Catalog, Entry};
use crate::config::Config;
use std::collections::BTreeMap;

/// What decides who and what may be seen.
pub(super) struct Selection<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) config: &'a Config,
    pub(super) collation: Collation,
    /// The experts who may be seen, by name.
    pub(super) experts: Vec<catalog::ExpertId>,
    /// Which experts of the catalog these are.
    pub(super) seen_experts: Vec<bool>,
    /// Which experts of the catalog are in lists.
    pub(super) listed_experts: Vec<bool>,
}

/// What entries of the edition are made with.
pub(super) struct Making<'a> {
    pub(super) numbers: &'a Numbers,
    pub(super) config: &'a Config,
    /// By which name each expert is sorted.
    pub(super) sort_names: Vec<String>,
    /// The terms of experts in groups.
    pub(super) terms: BTreeMap<ExpertId, Vec<Membership>>,
    pub(super) notes: &'a mut Vec<Diagnostic>,
}

/// An entry of the catalog that may become one of the edition. What is said here of no kind holds
/// of each that does not say otherwise.
pub(super) trait Publish: Entry + Sized {
    /// What it becomes.
    type As;

    /// Whether somebody stands for it who may be seen.
    fn stands(&self, _: &Selection<'_>) -> bool {
        true
    }

    /// Whether it is in lists, when it may be seen; `is_listed` says it of the experts of the
    /// catalog.
    fn is_listed(&self, _is_listed: &[bool]) -> bool {
        self.common().is_some_and(is_public)
    }

    /// Puts those that may be seen in the order in which they are shown: by slug, when nothing else
    /// is said.
    fn order(_: &mut [Id<Self>], _: &Selection<'_>) {}

    /// Those of a table that may be seen, in the order in which they are shown.
    fn kept(table: &Table<Self>, seen: &Selection<'_>) -> Vec<Id<Self>> {
        let may = |it: &Self| it.common().is_some_and(|common| may_be_seen(common, seen.config));
        let kept = table.entries().filter(|(_, it)| may(it) && it.stands(seen));
        let mut kept: Vec<_> = kept.map(|(id, _)| id).collect();
        Self::order(&mut kept, seen);
        kept
    }

    /// What may go out of it, when it may be seen.
    fn publish(self, id: Id<Self::As>, making: &mut Making<'_>) -> Self::As;
}

macro_rules! kept {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// The ids in the catalog of what may be seen, in the order in which it is shown.
        pub(super) struct Kept {
            $(pub(super) $table: Vec<Id<catalog::$kind>>,)*
        }

        impl Kept {
            /// What may be seen; of topics and organizations, none yet: they follow from the rest.
            pub(super) fn of(seen: &Selection<'_>) -> Self {
                Self { $($table: Publish::kept(&seen.catalog.$table, seen),)* }
            }

            /// Those that are in lists.
            pub(super) fn listed(&self, seen: &Selection<'_>) -> Self {
                Self {
                    $($table: {
                        let is_listed = |id: &Id<catalog::$kind>| {
                            seen.catalog.$table[*id].is_listed(&seen.listed_experts)
                        };
                        self.$table.iter().copied().filter(is_listed).collect()
                    },)*
                }
            }

            /// The topics that they name, each as often as it is named.
            pub(super) fn topics<'a>(
                &'a self,
                catalog: &'a Catalog,
            ) -> impl Iterator<Item = catalog::TopicId> + 'a {
                let all = std::iter::empty();
                $(
                    let of = |id: &Id<catalog::$kind>| catalog.$table[*id].topics();
                    let all = all.chain(self.$table.iter().flat_map(of));
                )*
                all
            }
        }
    };
}
each_kind!(kept);

impl Publish for catalog::Expert {
    type As = entries::Expert;

    fn kept(_: &Table<Self>, seen: &Selection<'_>) -> Vec<Id<Self>> {
        seen.experts.clone()
    }

    fn publish(self, id: ExpertId, making: &mut Making<'_>) -> entries::Expert {
        let sort_name = std::mem::take(&mut making.sort_names[id.index()]);
        making.numbers.expert(id, self, sort_name, making.config)
    }
}

impl Publish for catalog::Project {
    type As = entries::Project;

    /// A case in the words of somebody who may not be seen, may not be seen either.
    fn stands(&self, seen: &Selection<'_>) -> bool {
        let told = self.authors.first().is_some_and(|author| seen.seen_experts[author.index()]);
        self.curated || told
    }

    /// One that only unlisted people tell is not: it would name them there.
    fn is_listed(&self, is_listed: &[bool]) -> bool {
        let told = self.authors.iter().any(|author| is_listed[author.index()]);
        (self.curated || told) && is_public(&self.record.common)
    }

    fn order(kept: &mut [Id<Self>], seen: &Selection<'_>) {
        order::projects(kept, seen.catalog, seen.config.date);
    }

    fn publish(mut self, _: Id<entries::Project>, making: &mut Making<'_>) -> entries::Project {
        let team = people::team(&making.numbers.experts, &mut self, making.config.kind);
        making.numbers.project(self, team, making.config.date)
    }
}

impl Publish for catalog::Organization {
    type As = entries::Organization;

    fn kept(_: &Table<Self>, _: &Selection<'_>) -> Vec<Id<Self>> {
        Vec::new()
    }

    fn publish(self, _: Id<entries::Organization>, _: &mut Making<'_>) -> entries::Organization {
        entries::Organization {
            spot: None,
            slug: self.slug,
            title: self.title,
            record: self.record.map(Record::of),
            projects: Vec::new(),
            requests: Vec::new(),
            people: Vec::new(),
        }
    }
}

impl Publish for catalog::Topic {
    type As = entries::Topic;

    fn kept(_: &Table<Self>, _: &Selection<'_>) -> Vec<Id<Self>> {
        Vec::new()
    }

    fn publish(self, _: Id<entries::Topic>, making: &mut Making<'_>) -> entries::Topic {
        making.numbers.topic(self)
    }
}

impl Publish for catalog::Request {
    type As = entries::Request;

    fn order(kept: &mut [Id<Self>], seen: &Selection<'_>) {
        order::requests(kept, seen.catalog, seen.config.date);
    }

    fn publish(self, _: Id<entries::Request>, making: &mut Making<'_>) -> entries::Request {
        making.numbers.request(self, making.config)
    }
}

impl Publish for catalog::Page {
    type As = entries::Page;

    fn publish(self, _: Id<entries::Page>, _: &mut Making<'_>) -> entries::Page {
        entries::Page {
            listed: is_public(&self.record.common),
            slug: self.slug,
            record: Record::of(self.record),
        }
    }
}
