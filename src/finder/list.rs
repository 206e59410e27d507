//! A list of entries with what each is worth, as text.

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Entries by rising number, each with six bits of worth. Written as text, so that hosts compress
/// it: the step from the entry before as a base 64 number of variable length (five bits a letter,
/// the sixth says that more follow), then a letter for the worth.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct List {
    code: String,
    /// How many entries there are.
    pub(super) count: usize,
    first: Option<(u32, u8)>,
    last: u32,
}

impl List {
    /// Adds an entry, whose number is higher than all before it. `worth` is less than 64.
    pub(super) fn push(&mut self, entry: u32, worth: u8) {
        if self.first.is_none() {
            self.first = Some((entry, worth));
        } else {
            number(&mut self.code, entry - self.last);
            self.code.push(letter(worth));
        }
        self.last = entry;
        self.count += 1;
    }

    /// Adds a list whose entries all come after those here.
    pub(super) fn append(&mut self, other: &Self) {
        let Some((entry, worth)) = other.first else { return };
        self.push(entry, worth);
        self.code.push_str(&other.code);
        self.last = other.last;
        self.count += other.count - 1;
    }

    /// A list of entries in whatever order.
    pub(super) fn of(mut all: Vec<(u32, u8)>) -> Self {
        all.sort_unstable();
        let mut list = Self::default();
        for (entry, worth) in all {
            list.push(entry, worth);
        }
        list
    }

    /// The same of entries of which each has the number now that stands at the place of its old
    /// one, without those that have none; None when no entry is left.
    pub(super) fn moved(self, numbers: &[Option<u32>]) -> Option<Self> {
        let now = |entry: u32| numbers.get(entry as usize).copied().flatten();
        if self.iter().all(|(entry, _)| now(entry) == Some(entry)) {
            return Some(self);
        }
        let all: Vec<_> = self.iter().filter_map(|(entry, it)| Some((now(entry)?, it))).collect();
        (!all.is_empty()).then(|| Self::of(all))
    }

    /// Both together; no entry is in both.
    pub(super) fn with(mut self, other: &Self) -> Self {
        if other.first.is_some_and(|(entry, _)| entry > self.last) {
            self.append(other);
            return self;
        }
        Self::of(self.iter().chain(other.iter()).collect())
    }

    /// The list as text.
    pub(super) fn encoded(&self, into: &mut String) {
        if let Some((entry, worth)) = self.first {
            number(into, entry);
            into.push(letter(worth));
            into.push_str(&self.code);
        }
    }

    /// The length of the list as text, in bytes.
    pub(super) fn len(&self) -> usize {
        self.code.len() + 4
    }

    /// The entries with their worth.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u8)> + '_ {
        let mut letters = self.code.bytes().map(value);
        let mut entry = self.first.map_or(0, |(entry, _)| entry);
        let rest = std::iter::from_fn(move || {
            let (mut step, mut shift) = (0, 0);
            loop {
                let bits = u32::from(letters.next()?);
                step |= (bits & 31) << shift;
                shift += 5;
                if bits < 32 {
                    break;
                }
            }
            entry += step;
            Some((entry, letters.next()?))
        });
        self.first.into_iter().chain(rest)
    }
}

/// Writes a number, five bits a letter, the lowest first.
pub(super) fn number(into: &mut String, mut number: u32) {
    while number >= 32 {
        into.push(char::from(DIGITS[(number & 31 | 32) as usize]));
        number >>= 5;
    }
    into.push(char::from(DIGITS[number as usize]));
}

/// The letter of a value below 64.
pub(super) fn letter(value: u8) -> char {
    char::from(DIGITS[usize::from(value & 63)])
}

fn value(letter: u8) -> u8 {
    match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        _ => 63,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_put_in_comes_out(steps in prop::collection::vec((1u32..100_000, 0u8..64), 0..60), cut in 0usize..60) {
            let mut entry = 0;
            let all: Vec<(u32, u8)> = steps.into_iter().map(|(step, worth)| { entry += step; (entry, worth) }).collect();
            let (mut whole, mut tail) = (List::default(), List::default());
            for (at, (entry, worth)) in all.iter().enumerate() {
                if at < cut { whole.push(*entry, *worth) } else { tail.push(*entry, *worth) }
            }
            whole.append(&tail);
            prop_assert_eq!(whole.count, all.len());
            prop_assert_eq!(whole.iter().collect::<Vec<_>>(), all);
        }
    }
}
