//! Words that stand side by side, for phrases in quotation marks.

use super::buckets::{Buckets, Run};
use super::question::split;
use super::small_words::is_stop;
use crate::base::Spill;
use crate::base::lot::{hash, mixed};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// Bits of a pair's number, of an entry's, and of the worth.
const PAIR: u32 = 30;
const ENTRY: u32 = 28;
const WORTH: u32 = 6;
/// The letters of a pair's number, in the order of their codes.
const LETTERS: &[u8; 64] = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// Which entries have which two words side by side. A pair is known by a number that is made of
/// its words: two pairs share one in a few of a thousand million cases.
#[derive(Default)]
pub(super) struct Pairs {
    /// Number, entry and worth in one, in order; what is worth most of each entry.
    packed: Buckets,
}

impl Pairs {
    /// Adds the pairs of an entry, each with its worth there; what is worth most of one counts.
    pub(super) fn add(to: &mut Vec<u64>, entry: u32, pairs: Vec<(u32, u8)>) {
        let packed = |(pair, worth): (u32, u8)| {
            u64::from(pair) << (ENTRY + WORTH) | u64::from(entry) << WORTH | u64::from(worth)
        };
        let mut packed: Vec<u64> = pairs.into_iter().map(packed).collect();
        packed.sort_unstable();
        packed.dedup_by(keep_best);
        to.append(&mut packed);
    }

    /// The pairs that were added in several parts.
    pub(super) fn of(parts: &[Run], spill: &Arc<Spill>) -> Self {
        Self { packed: Buckets::of(parts, spill) }
    }

    /// The same of entries of which each has the number now that stands at the place of its old
    /// one; without those that have none.
    pub(super) fn moved(self, numbers: &[Option<u32>]) -> Self {
        let now = |packed: &mut u64| {
            let (before, _) = entry(*packed);
            let Some(now) = numbers.get(before as usize).copied().flatten() else { return false };
            *packed = *packed - (u64::from(before) << WORTH) + (u64::from(now) << WORTH);
            true
        };
        Self { packed: self.packed.changed(|all| all.retain_mut(now)) }
    }

    /// Both together; no entry is in both.
    pub(super) fn with(self, other: Self) -> Self {
        Self { packed: self.packed.with(other.packed) }
    }

    /// The entries in which two words stand side by side, with their worth.
    pub(super) fn list(&self, one: &str, other: &str) -> impl Iterator<Item = (u32, u8)> + use<> {
        let pair = number(one, other);
        let near = self.packed.around(u64::from(pair) << (ENTRY + WORTH));
        let from = near.partition_point(|it| number_of(*it) < pair);
        let rest = near.into_iter().skip(from);
        rest.take_while(move |it| number_of(*it) == pair).map(entry)
    }

    /// Gives each pair with its entries to `to`, in the order of their numbers.
    pub(super) fn groups(&self, mut to: impl FnMut(u32, &[u64])) {
        for near in self.packed.each() {
            let groups = near.chunk_by(|one, other| number_of(*one) == number_of(*other));
            groups.for_each(|group| to(number_of(group[0]), group));
        }
    }

    /// How many entries all pairs have together.
    pub(super) fn len(&self) -> usize {
        self.packed.len()
    }
}

/// What they are, wherever they are kept.
impl fmt::Debug for Pairs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.packed.each().flatten()).finish()
    }
}

/// Each as its distance from the one before: most are short.
impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut last = 0;
        let mut into = serializer.serialize_seq(Some(self.len()))?;
        for one in self.packed.each().flatten() {
            into.serialize_element(&(one - std::mem::replace(&mut last, one)))?;
        }
        into.end()
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut sorted: Vec<u64> = Vec::deserialize(deserializer)?;
        let mut last = 0;
        for one in &mut sorted {
            last = u64::wrapping_add(last, *one);
            *one = last;
        }
        Ok(Self { packed: Buckets::of_sorted(&sorted) })
    }
}

/// Keeps what is worth more of two for one pair and entry.
fn keep_best(later: &mut u64, kept: &mut u64) -> bool {
    let is_same = *later >> WORTH == *kept >> WORTH;
    if is_same {
        *kept = (*later).max(*kept);
    }
    is_same
}

/// The entry of a pair, and its worth there.
pub(super) fn entry(packed: u64) -> (u32, u8) {
    let entry = packed >> WORTH & ((1 << ENTRY) - 1);
    let worth = packed & ((1 << WORTH) - 1);
    (u32::try_from(entry).unwrap_or(u32::MAX), u8::try_from(worth).unwrap_or(u8::MAX))
}

fn number_of(packed: u64) -> u32 {
    u32::try_from(packed >> (ENTRY + WORTH)).unwrap_or(u32::MAX)
}

/// The number of a pair.
fn number(one: &str, other: &str) -> u32 {
    let bytes = one.bytes().chain([b' ']).chain(other.bytes());
    mixed(hash(bytes)) >> (u32::BITS - PAIR)
}

/// The pair by which whoever has a slug is known: one with nothing before it.
pub(super) fn number_of_slug(slug: &str) -> u32 {
    number("", slug)
}

/// The numbers of the words that stand side by side in a text that was folded. Of two small words
/// nothing is known, as they stand everywhere; and pieces of a script without spaces are pairs
/// themselves.
pub(super) fn side_by_side(folded: &str, mut each: impl FnMut(u32)) {
    let mut before: Option<&str> = None;
    split(folded, |word, piece| {
        let whole = Some(word).filter(|_| !piece);
        if let (Some(one), Some(other)) = (std::mem::replace(&mut before, whole), whole)
            && tells(one, other)
        {
            each(number(one, other));
        }
    });
}

/// Whether it is known of two words where they stand side by side.
pub(super) fn tells(one: &str, other: &str) -> bool {
    !(is_stop(one) && is_stop(other))
}

/// In which of `count` files the pair with a number stands.
pub(super) fn place(number: u32, count: usize) -> usize {
    usize::try_from((u64::from(number) * count as u64) >> PAIR).unwrap_or_default()
}

/// A pair's number in five letters.
pub(super) fn code(number: u32) -> String {
    (0..5).rev().map(|at| char::from(LETTERS[(number >> (at * 6) & 63) as usize])).collect()
}
