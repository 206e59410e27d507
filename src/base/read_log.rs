//! The log in which whoever makes an output notes what it looks at.

use super::date::Date;
use super::kind::EntryKind;
use super::reads::{
    ALL, ASPECTS, Aspect, DAYS, INDEX_BITS, LISTS, Reads, STORIES, WRITTEN, packed,
};
use std::cell::RefCell;

/// The log of one maker: it is not for other threads, so that nothing that is made looks at entries
/// from there.
#[derive(Debug, Default)]
pub struct ReadLog {
    numbers: RefCell<Vec<u32>>,
    /// Questions to the plan, each with the entry whose own address it is about.
    asked: RefCell<Vec<(u64, u32)>>,
}

impl ReadLog {
    /// Notes that one entry was looked at, by its index.
    ///
    /// # Panics
    /// When a kind has 2^26 entries or more.
    pub fn one(&self, kind: EntryKind, index: usize) {
        self.note(packed(kind as u32, index));
    }

    /// Notes that what was written of one entry was looked at, and nothing that follows from
    /// others.
    pub fn written(&self, kind: EntryKind, index: usize) {
        self.note(packed(kind as u32 + WRITTEN, index));
    }

    /// Notes that the story of one entry was read, by the entry's index.
    pub fn story(&self, kind: EntryKind, index: usize) {
        self.note(packed(kind as u32 + STORIES, index));
    }

    /// Notes that every entry of a kind was looked at.
    pub fn all(&self, kind: EntryKind) {
        self.note((kind as u32) << INDEX_BITS | ALL);
    }

    /// Notes that a list of the plan was looked at, by its place.
    pub fn list(&self, place: usize) {
        self.note(packed(LISTS, place));
    }

    /// Notes that something is shown that many entries come to.
    pub fn aspect(&self, aspect: Aspect) {
        self.note(packed(ASPECTS, aspect.number()));
    }

    /// Notes a question to the plan, whatever the answer; when it is whether the page of an entry
    /// is there, whose.
    pub fn asked(&self, question: u64, of: Option<(EntryKind, usize)>) {
        let owner = of.map_or(u32::MAX, |(kind, index)| packed(kind as u32, index));
        self.asked.borrow_mut().push((question, owner));
    }

    /// Notes that it was asked whether a day has passed.
    pub fn day(&self, day: Date) {
        self.note(DAYS << INDEX_BITS | day.ordinal());
    }

    /// Notes that something is used that followed from every entry, from the whole plan, and from
    /// the day that counts as today.
    pub fn everything(&self) {
        self.note(DAYS << INDEX_BITS | ALL);
        self.note(LISTS << INDEX_BITS | ALL);
        Aspect::all().for_each(|aspect| self.aspect(aspect));
        for kind in EntryKind::ALL {
            self.all(kind);
            self.note((kind as u32 + STORIES) << INDEX_BITS | ALL);
        }
    }

    /// Notes that something is used that was made before, with these reads.
    pub fn include(&self, reads: &Reads) {
        self.numbers.borrow_mut().extend_from_slice(&reads.numbers);
        self.asked.borrow_mut().extend(reads.asked.iter().map(|question| (*question, u32::MAX)));
    }

    /// What was looked at.
    pub fn into_reads(self) -> Reads {
        Reads::tidied(self.numbers.into_inner(), self.asked.into_inner())
    }

    fn note(&self, number: u32) {
        let mut log = self.numbers.borrow_mut();
        if log.last() != Some(&number) {
            log.push(number);
        }
    }
}
