//! Which entries were looked at while something was made.
//!
//! An output follows from the entries that were looked at on the way to it. Who makes one carries a
//! log of them, and need not make it again while they are as they were.

use super::kind::EntryKind;

pub(super) const INDEX_BITS: u32 = 26;
/// How many kinds of entry there are.
#[allow(clippy::cast_possible_truncation, reason = "there are a few")]
const KINDS: u32 = EntryKind::ALL.len() as u32;
/// Instead of an index: every entry of the kind.
pub(super) const ALL: u32 = (1 << INDEX_BITS) - 1;
/// Beyond the number of a kind: the story of the entry, or every story of the kind.
pub(super) const STORIES: u32 = KINDS;
/// Beyond the number of a kind: what was written of it, without what follows from others.
pub(super) const WRITTEN: u32 = STORIES + KINDS;
/// Instead of a kind: a list of the plan.
pub(super) const LISTS: u32 = WRITTEN + KINDS;
/// Instead of a kind: one of the [`Aspect`]s.
pub(super) const ASPECTS: u32 = LISTS + 1;
/// Instead of a kind: a question to the plan.
const QUESTIONS: u32 = ASPECTS + 1;
/// Instead of a kind: whether a day has passed, or, with [`ALL`], which day today is.
pub(super) const DAYS: u32 = QUESTIONS + 1;

// All groups of numbers fit beside an index.
const _: () = assert!(DAYS < 1 << (u32::BITS - INDEX_BITS));

/// What many entries, or the whole plan, come to, of which an output shows no more than that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// Which entries of a kind there are and which are in lists, in their order.
    Ids(EntryKind),
    /// Which lists of a kind there are, and how long each is.
    Lists(EntryKind),
    /// Which letters names begin with.
    Letters,
    /// Which topics have lists by town, and how long each is.
    TopicsInPlaces,
    /// Every output of the plan.
    Items,
    /// Every former address.
    Former,
    /// Every picture and document that goes out.
    Pictures,
}

impl Aspect {
    /// How many numbers there are.
    pub const COUNT: usize = Self::OTHERS + 5;

    /// The number of the first that is of no kind.
    const OTHERS: usize = 2 * EntryKind::ALL.len();

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_kinds = EntryKind::ALL.into_iter().flat_map(|it| [Self::Ids(it), Self::Lists(it)]);
        let others = [Self::Letters, Self::TopicsInPlaces, Self::Items, Self::Former];
        of_kinds.chain(others).chain([Self::Pictures])
    }

    /// The number, below [`Aspect::COUNT`].
    pub const fn number(self) -> usize {
        match self {
            Self::Ids(kind) => kind.number(),
            Self::Lists(kind) => EntryKind::ALL.len() + kind.number(),
            Self::Letters => Self::OTHERS,
            Self::TopicsInPlaces => Self::OTHERS + 1,
            Self::Items => Self::OTHERS + 2,
            Self::Former => Self::OTHERS + 3,
            Self::Pictures => Self::OTHERS + 4,
        }
    }
}

/// What was looked at: each a number, in order; and what was asked of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reads {
    pub(super) numbers: Vec<u32>,
    pub(super) asked: Vec<u64>,
}

/// What was looked at: one entry of a kind, by its index, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// One entry.
    One(usize, usize),
    /// Every entry of a kind, but not its story.
    All(usize),
    /// What was written of one entry: nothing of what follows from others.
    Written(usize, usize),
    /// The story of one entry.
    Story(usize, usize),
    /// Every story of a kind.
    Stories(usize),
    /// One list of the plan.
    List(usize),
    /// Every list of the plan.
    Lists,
    /// The aspect of that number.
    Aspect(usize),
    /// What the plan says to the question of that number.
    Answer(usize),
    /// Whether a day has passed, by its [`Date::ordinal`](super::Date::ordinal).
    Passed(u32),
    /// Which day today is.
    Today,
}

impl Reads {
    /// What `numbers` stand for, as [`Reads::numbered`] gave them.
    pub fn from_numbers(numbers: Vec<u32>) -> Self {
        Self { numbers, asked: Vec::new() }
    }

    /// A number for everything that was looked at, in order, with what was asked by the number that
    /// `number_of` gives to each question.
    ///
    /// # Panics
    /// When there are 2^26 questions or more.
    pub fn numbered(&self, number_of: impl FnOnce(&[u64]) -> Vec<u32>) -> Vec<u32> {
        let mut all = self.numbers.clone();
        if !self.asked.is_empty() {
            all.extend(number_of(&self.asked).into_iter().map(|at| packed(QUESTIONS, at as usize)));
            all.sort_unstable();
        }
        all
    }

    /// What was looked at; a kind of which all was looked at is not named one by one as well.
    pub fn iter(&self) -> impl Iterator<Item = Read> {
        self.numbers.iter().map(|number| unpacked(*number))
    }

    /// The same of entries and lists that have other places now, which `entry` and `list` tell;
    /// none when one of them is gone.
    pub fn moved(
        &self,
        entry: impl Fn(usize, usize) -> Option<usize>,
        list: impl Fn(usize) -> Option<usize>,
    ) -> Option<Vec<u32>> {
        let one = |number: &u32| {
            let group = number >> INDEX_BITS;
            Some(match unpacked(*number) {
                Read::One(kind, at) | Read::Written(kind, at) | Read::Story(kind, at) => {
                    packed(group, entry(kind, at)?)
                }
                Read::List(at) => packed(group, list(at)?),
                _ => *number,
            })
        };
        let mut moved = self.numbers.iter().map(one).collect::<Option<Vec<u32>>>()?;
        moved.sort_unstable();
        Some(moved)
    }

    pub(super) fn tidied(numbers: Vec<u32>, mut asked: Vec<(u64, u32)>) -> Self {
        let mut sorted = numbers;
        sorted.sort_unstable();
        sorted.dedup();
        let numbers = &*sorted;
        let has =
            |group: u32, index: u32| numbers.binary_search(&(group << INDEX_BITS | index)).is_ok();
        let is_said = |number: u32| {
            let (group, index) = (number >> INDEX_BITS, number & ALL);
            let is_written = (WRITTEN..LISTS).contains(&group);
            let whole = if is_written { group - WRITTEN } else { group };
            index != ALL && (has(whole, ALL) || (is_written && has(whole, index)))
        };
        // Where an entry is there, so is its page, and what stands beside that.
        asked.retain(|(_, owner)| {
            let (group, index) = (owner >> INDEX_BITS, owner & ALL);
            *owner == u32::MAX || !(has(group, index) || has(group, ALL))
        });
        let mut asked: Vec<u64> = asked.into_iter().map(|(question, _)| question).collect();
        asked.sort_unstable();
        asked.dedup();
        asked.shrink_to_fit();
        let numbers = numbers.iter().copied().filter(|number| !is_said(*number)).collect();
        Self { numbers, asked }
    }
}

pub(super) fn packed(group: u32, index: usize) -> u32 {
    let index = u32::try_from(index).ok().filter(|index| *index < ALL);
    group << INDEX_BITS | index.expect("fewer than 2^26 entries of a kind")
}

fn unpacked(number: u32) -> Read {
    let (group, index) = (number >> INDEX_BITS, number & ALL);
    let at = index as usize;
    match (group, index) {
        (DAYS, ALL) => Read::Today,
        (DAYS, day) => Read::Passed(day),
        (QUESTIONS, _) => Read::Answer(at),
        (ASPECTS, _) => Read::Aspect(at),
        (LISTS, ALL) => Read::Lists,
        (LISTS, _) => Read::List(at),
        (group @ WRITTEN.., _) => Read::Written((group - WRITTEN) as usize, at),
        (group @ STORIES.., ALL) => Read::Stories((group - STORIES) as usize),
        (group @ STORIES.., _) => Read::Story((group - STORIES) as usize, at),
        (group, ALL) => Read::All(group as usize),
        (group, _) => Read::One(group as usize, at),
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_log::ReadLog;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_aspect_has_a_number_of_its_own() {
        let numbers: Vec<usize> = Aspect::all().map(Aspect::number).collect();
        let different: BTreeSet<usize> = numbers.iter().copied().collect();
        assert_eq!((numbers.len(), different.len()), (Aspect::COUNT, Aspect::COUNT));
        assert_eq!(different.last(), Some(&(Aspect::COUNT - 1)));
    }

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
