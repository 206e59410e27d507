//! Entries of one kind, in the order of their ids, that note who looks at them.

use super::reads::{Entries, note_all, note_one};
use std::ops::{Deref, DerefMut, Index, IndexMut};
use std::slice;

/// Entries of one kind, in the order of their ids. Looking at one is noted for [`watch`](super::reads::watch), and so is
/// looking at all; how many there are is not.
#[derive(Debug)]
pub struct Shelf<T> {
    kind: Entries,
    entries: Vec<T>,
}

impl<T> Shelf<T> {
    /// A shelf of `entries`.
    pub fn new(kind: Entries, entries: impl Iterator<Item = T>) -> Self {
        Self { kind, entries: entries.collect() }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The first entry.
    pub fn first(&self) -> Option<&T> {
        (!self.is_empty()).then(|| &self[0])
    }
}

impl<T> Index<usize> for Shelf<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        note_one(self.kind, index);
        &self.entries[index]
    }
}

impl<T> IndexMut<usize> for Shelf<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.entries[index]
    }
}

impl<T> Deref for Shelf<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        note_all(self.kind);
        &self.entries
    }
}

impl<T> DerefMut for Shelf<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.entries
    }
}

impl<'a, T> IntoIterator for &'a Shelf<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Shelf<T> {
    type Item = &'a mut T;
    type IntoIter = slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::super::reads::{Read, reuse, watch};
    use super::*;

    #[test]
    fn looking_is_noted_once_for_whoever_watches() {
        let topics = Shelf::new(Entries::Topics, 0..5);
        let experts = Shelf::new(Entries::Experts, 0..3);
        let (_, inner) = watch(|| topics[3] + topics[3] + topics[1]);
        assert_eq!(inner.iter().collect::<Vec<_>>(), [Read::One(3, 1), Read::One(3, 3)]);
        let (_, outer) = watch(|| {
            reuse(&inner);
            experts[2] + experts.iter().sum::<i32>() + i32::try_from(topics.len()).expect("five")
        });
        assert_eq!(outer.iter().collect::<Vec<_>>(), [Read::All(0), Read::One(3, 1), Read::One(3, 3)]);
    }
}
