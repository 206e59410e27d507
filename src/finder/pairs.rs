//! Words that stand side by side, for phrases in quotation marks.

use super::question::words;
use super::speech::is_stop;
use crate::base::lot::{hash, mixed};
use rayon::prelude::*;

/// Bits of a pair's number, of an entry's, and of the worth.
const PAIR: u32 = 30;
const ENTRY: u32 = 28;
const WORTH: u32 = 6;
/// The letters of a pair's number, in the order of their codes.
const LETTERS: &[u8; 64] = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// Which entries have which two words side by side. A pair is known by a number that is made of
/// its words: two pairs share one in a few of a thousand million cases.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Number, entry and worth in one, in order; what is worth most of each entry.
    sorted: Vec<u64>,
}

impl Pairs {
    /// The pairs of `count` entries. `read` says the texts of an entry, with what each is worth;
    /// whoever has a `slug` is known by it too, as a pair with nothing before it.
    pub(super) fn of<'a>(
        count: usize,
        slug: impl Fn(usize) -> Option<&'a str> + Sync,
        read: impl Fn(usize, &mut dyn FnMut(&str, u8)) + Sync,
    ) -> Self {
        let of_entry = |entry: usize| {
            let slug = slug(entry).map(|slug| u64::from(number("", slug)) << (ENTRY + WORTH));
            let mut found: Vec<u64> =
                slug.map(|it| it | (entry as u64) << WORTH).into_iter().collect();
            read(entry, &mut |text, worth| {
                let rest = (entry as u64) << WORTH | u64::from(worth);
                let pairs = side_by_side(text).into_iter();
                found.extend(pairs.map(|pair| u64::from(pair) << (ENTRY + WORTH) | rest));
            });
            found.sort_unstable();
            found.dedup_by(keep_best);
            found
        };
        let mut sorted: Vec<u64> = (0..count).into_par_iter().flat_map_iter(of_entry).collect();
        sorted.par_sort_unstable();
        Self { sorted }
    }

    /// The entries in which two words stand side by side, with their worth.
    pub(super) fn list(&self, one: &str, other: &str) -> impl Iterator<Item = (u32, u8)> + '_ {
        let pair = number(one, other);
        let from = self.sorted.partition_point(|it| number_of(*it) < pair);
        let rest = self.sorted[from..].iter().copied();
        rest.take_while(move |it| number_of(*it) == pair).map(entry)
    }

    /// The pairs by their numbers, each with its entries.
    pub(super) fn groups(&self) -> impl Iterator<Item = (u32, &[u64])> {
        let groups = self.sorted.chunk_by(|one, other| number_of(*one) == number_of(*other));
        groups.map(|group| (number_of(group[0]), group))
    }

    /// How many entries all pairs have together.
    pub(super) fn len(&self) -> usize {
        self.sorted.len()
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

/// The numbers of the words that stand side by side in a text. Of two small words nothing is
/// known, as they stand everywhere; and pieces of a script without spaces are pairs themselves.
fn side_by_side(text: &str) -> Vec<u32> {
    let words = words(text);
    let both = words.windows(2).filter(|both| {
        let [(one, piece), (other, other_piece)] = both else { return false };
        !piece && !other_piece && tells(one, other)
    });
    both.map(|both| number(&both[0].0, &both[1].0)).collect()
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
