//! The edition as it is read by whoever makes one output.

use super::entries::{
    Edition, Expert, ExpertId, OrganizationId, Project, ProjectId, Request, RequestId, TopicId,
};
use super::entry::EntryFiles;
use super::matching::{Exchange, Ring};
use super::published::Story;
use super::spoken::Spoken;
use crate::base::read_log::ReadLog;
use crate::base::reads::{Aspect, Reads};
use crate::base::{Date, EntryKind, Id, Language, Table, Text, each_kind};
use std::ops::Range;

/// The edition as it is read by whoever makes one output: every entry that is looked at is noted in
/// a log, when there is one.
#[derive(Debug, Clone, Copy)]
pub struct EditionReader<'a> {
    edition: &'a Edition,
    log: Option<&'a ReadLog>,
}

macro_rules! readers {
    ($($kind:ident $entry:ident $table:ident $ids:ident,)*) => {
        impl<'a> EditionReader<'a> {
            $(
                #[doc = concat!("Looks at one of the ", stringify!($table), ".")]
                pub fn $entry(self, id: Id<super::$kind>) -> &'a super::$kind {
                    if let Some(log) = self.log {
                        log.one(EntryKind::$kind, id.index());
                    }
                    &self.edition.$table[id]
                }

                #[doc = concat!("Looks at all ", stringify!($table), ".")]
                pub fn $table(self) -> &'a Table<super::$kind> {
                    if let Some(log) = self.log {
                        log.all(EntryKind::$kind);
                    }
                    &self.edition.$table
                }

                #[doc = concat!("The ids of the ", stringify!($table), ", at none of which it looks.")]
                pub fn $ids(
                    self,
                ) -> impl DoubleEndedIterator<Item = Id<super::$kind>> + ExactSizeIterator + use<> {
                    self.note(Aspect::Ids(EntryKind::$kind));
                    self.edition.$table.ids()
                }
            )*
        }
    };
}
each_kind!(readers);

impl Edition {
    /// The edition, read without a log.
    pub fn reader(&self) -> EditionReader<'_> {
        EditionReader { edition: self, log: None }
    }

    /// The edition, read by somebody who keeps `log`.
    pub fn read_by<'a>(&'a self, log: &'a ReadLog) -> EditionReader<'a> {
        EditionReader { edition: self, log: Some(log) }
    }
}

impl<'a> EditionReader<'a> {
    /// The log that is kept.
    pub fn log(self) -> Option<&'a ReadLog> {
        self.log
    }

    /// The edition, for whoever notes what it looks at.
    pub(super) fn behind(self) -> &'a Edition {
        self.edition
    }

    /// Looks whether an entry is in lists.
    pub fn is_listed(self, kind: EntryKind, index: usize) -> bool {
        self.log.into_iter().for_each(|log| log.one(kind, index));
        self.edition.is_listed(kind, index)
    }

    /// The places of all entries of a kind, at none of which it looks.
    pub fn places(self, kind: EntryKind) -> Range<usize> {
        self.note(Aspect::Ids(kind));
        0..self.edition.count(kind)
    }

    /// The places of the entries of a kind that are in lists, in their order.
    pub fn listed(self, kind: EntryKind) -> impl Iterator<Item = usize> {
        self.places(kind).filter(move |index| self.is_listed(kind, *index))
    }

    /// Looks at what an entry says of itself in a language. Where it is may follow from another
    /// entry, and is not told here.
    pub fn spoken(self, kind: EntryKind, index: usize, language: &Language) -> Spoken<'a> {
        self.log.into_iter().for_each(|log| log.one(kind, index));
        Spoken { place: None, ..self.edition.spoken(kind, index, language) }
    }

    /// Looks at what an entry is about.
    pub fn topics_of(self, kind: EntryKind, index: usize) -> &'a [TopicId] {
        self.log.into_iter().for_each(|log| log.one(kind, index));
        self.edition.topics_of(kind, index)
    }

    /// Looks at the files of an entry; none when it is only mentioned.
    pub fn files_of(self, kind: EntryKind, index: usize) -> Option<EntryFiles<'a>> {
        self.log.into_iter().for_each(|log| log.one(kind, index));
        self.edition.files_of(kind, index)
    }

    /// Looks when an entry was last changed.
    pub fn updated(self, kind: EntryKind, index: usize) -> Option<Date> {
        self.log.into_iter().for_each(|log| log.one(kind, index));
        self.edition.files_of(kind, index)?.updated
    }

    fn note(self, aspect: Aspect) {
        self.log.into_iter().for_each(|log| log.aspect(aspect));
    }

    /// The whole edition, with all that it says.
    pub fn whole(self) -> &'a Edition {
        self.log.into_iter().for_each(ReadLog::everything);
        self.edition
    }

    /// Reads a story.
    pub fn story(self, story: &'a Story) -> &'a Text {
        match (self.log, story.of) {
            (Some(log), Some((kind, index))) => log.story(kind, index),
            (Some(log), None) => log.everything(),
            (None, _) => {}
        }
        story.unlogged()
    }

    /// Notes that something is used that was made before, with these reads.
    pub fn include(self, reads: &Reads) {
        if let Some(log) = self.log {
            log.include(reads);
        }
    }

    /// The month that counts as this one. Whoever shows something of it changes with it, and not
    /// from day to day.
    pub fn month(self) -> Date {
        self.edition.date.to_month()
    }

    /// Whether the last day that `until` can mean has passed; that is all that anybody may know of
    /// today.
    pub fn has_passed(self, until: Date) -> bool {
        let day = until.last_day();
        if let Some(log) = self.log {
            log.day(day);
        }
        day < self.edition.date
    }

    /// The experts in lists.
    pub fn listed_experts(self) -> impl DoubleEndedIterator<Item = (ExpertId, &'a Expert)> {
        self.experts().entries().filter(|(_, expert)| expert.listed)
    }

    /// The projects in lists.
    pub fn listed_projects(self) -> impl DoubleEndedIterator<Item = (ProjectId, &'a Project)> {
        self.projects().entries().filter(|(_, project)| project.listed)
    }

    /// The requests in lists.
    pub fn listed_requests(self) -> impl DoubleEndedIterator<Item = (RequestId, &'a Request)> {
        self.requests().entries().filter(|(_, request)| request.listed)
    }

    /// The topics in lists.
    pub fn listed_topics(self) -> impl DoubleEndedIterator<Item = TopicId> + use<> {
        self.note(Aspect::Ids(EntryKind::Topic));
        self.edition.listed_topics()
    }

    /// Organizations that are in lists, by name.
    pub fn listed_organizations(self) -> impl Iterator<Item = OrganizationId> + use<> {
        self.note(Aspect::Ids(EntryKind::Organization));
        self.edition.listed_organizations()
    }

    /// Offers of others that answer what an expert asks; by item, reciprocal ones first, then the
    /// best.
    pub fn answers_to(self, id: ExpertId) -> &'a [Exchange] {
        self.expert(id);
        self.edition.answers_to(id)
    }

    /// What others ask that the offers of an expert answer; by item.
    pub fn answers_of(self, id: ExpertId) -> impl Iterator<Item = &'a Exchange> {
        self.expert(id);
        self.edition.answers_of(id)
    }

    /// Three people each of whom could help the next.
    pub fn rings(self) -> &'a [Ring] {
        &self.whole().rings
    }
}
