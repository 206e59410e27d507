//! Which entries were looked at while something was made.
//!
//! An output follows from the entries that were looked at on the way to it. Who makes one carries a
//! log of them, and need not make it again while they are as they were.

use super::date::Date;
use super::kind::EntryKind;
use std::cell::RefCell;

const INDEX_BITS: u32 = 28;
/// Instead of an index: every entry of the kind.
const ALL: u32 = (1 << INDEX_BITS) - 1;
/// Beyond the number of a kind: the story of the entry, or every story of the kind.
const STORIES: u32 = 8;
/// Instead of a kind: whether a day has passed, or, with [`ALL`], which day today is.
const DAYS: u32 = 15;

/// The entries that were looked at: kind and index of each in one number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reads(Vec<u32>);

/// What was looked at: one entry of a kind, by its index, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// One entry.
    One(usize, usize),
    /// Every entry of a kind, but not its story.
    All(usize),
    /// The story of one entry.
    Story(usize, usize),
    /// Every story of a kind.
    Stories(usize),
    /// Whether a day has passed, by its [`Date::ordinal`].
    Passed(u32),
    /// Which day today is.
    Today,
}

impl Reads {
    /// What `numbers` stand for, as [`Reads::numbers`] gave them.
    pub fn from_numbers(numbers: Vec<u32>) -> Self {
        Self(numbers)
    }

    /// A number for each entry.
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// What was looked at; a kind of which all was looked at is not named one by one as well.
    pub fn iter(&self) -> impl Iterator<Item = Read> {
        self.0.iter().map(|number| {
            let (kind, index) = (number >> INDEX_BITS, number & ALL);
            match (kind, index) {
                (DAYS, ALL) => Read::Today,
                (DAYS, day) => Read::Passed(day),
                (kind @ STORIES.., ALL) => Read::Stories((kind - STORIES) as usize),
                (kind @ STORIES.., index) => Read::Story((kind - STORIES) as usize, index as usize),
                (kind, ALL) => Read::All(kind as usize),
                (kind, index) => Read::One(kind as usize, index as usize),
            }
        })
    }

    fn tidied(mut self) -> Self {
        self.0.sort_unstable();
        self.0.dedup();
        let whole: Vec<u32> = self
            .0
            .iter()
            .filter(|number| **number & ALL == ALL)
            .map(|all| all >> INDEX_BITS)
            .collect();
        self.0.retain(|number| *number & ALL == ALL || !whole.contains(&(number >> INDEX_BITS)));
        self.0.shrink_to_fit();
        self
    }
}

/// The log of one maker: it is not for other threads, so that nothing that is made looks at entries
/// from there.
#[derive(Debug, Default)]
pub struct ReadLog(RefCell<Vec<u32>>);

impl ReadLog {
    /// Notes that one entry was looked at, by its index.
    ///
    /// # Panics
    /// When a kind has 2^28 entries or more.
    pub fn one(&self, kind: EntryKind, index: usize) {
        let index = u32::try_from(index)
            .ok()
            .filter(|index| *index < ALL)
            .expect("fewer than 2^28 entries of a kind");
        self.note((kind as u32) << INDEX_BITS | index);
    }

    /// Notes that the story of one entry was read, by the entry's index.
    pub fn story(&self, kind: EntryKind, index: usize) {
        let index = u32::try_from(index)
            .ok()
            .filter(|index| *index < ALL)
            .expect("fewer than 2^28 entries of a kind");
        self.note((kind as u32 + STORIES) << INDEX_BITS | index);
    }

    /// Notes that every entry of a kind was looked at.
    pub fn all(&self, kind: EntryKind) {
        self.note((kind as u32) << INDEX_BITS | ALL);
    }

    /// Notes that it was asked whether a day has passed.
    pub fn day(&self, day: Date) {
        self.note(DAYS << INDEX_BITS | day.ordinal());
    }

    /// Notes that something is used that followed from every entry, and from the day that counts as
    /// today.
    pub fn everything(&self) {
        self.note(DAYS << INDEX_BITS | ALL);
        for kind in EntryKind::ALL {
            self.all(kind);
            self.note((kind as u32 + STORIES) << INDEX_BITS | ALL);
        }
    }

    /// Notes that something is used that was made before, with these reads.
    pub fn include(&self, reads: &Reads) {
        self.0.borrow_mut().extend_from_slice(&reads.0);
    }

    /// What was looked at.
    pub fn into_reads(self) -> Reads {
        Reads(self.0.into_inner()).tidied()
    }

    fn note(&self, number: u32) {
        let mut log = self.0.borrow_mut();
        if log.last() != Some(&number) {
            log.push(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_is_noted_once() {
        let inner = ReadLog::default();
        for index in [3, 3, 1] {
            inner.one(EntryKind::Topic, index);
        }
        let inner = inner.into_reads();
        assert_eq!(inner.iter().collect::<Vec<_>>(), [Read::One(3, 1), Read::One(3, 3)]);
        let outer = ReadLog::default();
        outer.include(&inner);
        outer.one(EntryKind::Expert, 2);
        outer.all(EntryKind::Expert);
        for day in ["2026-12-31", "2026-12"] {
            let day: crate::base::Date = day.parse().expect("a date");
            outer.day(day.last_day());
        }
        let all = outer.into_reads();
        let days = all.iter().filter(|read| matches!(read, Read::Passed(_)));
        assert_eq!(days.count(), 1, "both ask for one day");
        let entries = all.iter().filter(|read| !matches!(read, Read::Passed(_)));
        assert_eq!(entries.collect::<Vec<_>>(), [Read::All(0), Read::One(3, 1), Read::One(3, 3)]);
        let stories = ReadLog::default();
        stories.one(EntryKind::Topic, 4);
        stories.story(EntryKind::Topic, 4);
        stories.all(EntryKind::Topic);
        let stories = stories.into_reads();
        assert_eq!(stories.iter().collect::<Vec<_>>(), [Read::All(3), Read::Story(3, 4)]);
        let everything = ReadLog::default();
        everything.day(crate::base::Date::day(2026, 12, 31).expect("a day"));
        everything.everything();
        let everything = everything.into_reads();
        assert!(everything.iter().any(|read| read == Read::Today));
        assert!(
            !everything.iter().any(|read| matches!(read, Read::Passed(_))),
            "today says all of it"
        );
    }
}
