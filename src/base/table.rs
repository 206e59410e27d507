//! Entries of one kind, and the ids that find them.

use super::kind::EntryKind;
use rayon::prelude::*;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::slice;

/// The place of a `T` in its [`Table`]. The same entry has one place in the catalog and another in
/// the edition; since those hold different types, nobody can take one for the other.
pub struct Id<T> {
    place: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the entry at `place`, from 0.
    ///
    /// # Panics
    /// When the place is above four thousand million.
    pub fn new(place: usize) -> Self {
        Self {
            place: u32::try_from(place).expect("fewer than four thousand million entries"),
            of: PhantomData,
        }
    }

    /// The place of the entry in its table, from 0.
    pub fn index(self) -> usize {
        self.place as usize
    }
}

// Derived, these would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place)
    }
}

/// Entries that have a kind, so that their ids can be told apart where only a number is left.
pub trait Kinded {
    /// The kind.
    const KIND: EntryKind;
}

/// Says of the entries of the room, which are called as their kinds are, which kinds they are of:
/// `each_kind!(kinds)`.
macro_rules! kinds {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        $(impl crate::base::Kinded for super::$kind {
            const KIND: crate::base::EntryKind = crate::base::EntryKind::$kind;
        })*
    };
}

pub(crate) use kinds;

impl<T: Kinded> Hash for Id<T> {
    /// One number with the kind in its upper half. Nothing else that is hashed has such a number:
    /// so a [`Fingerprint`](super::Fingerprint) can take the entry's name in its stead, and does
    /// not change when others come before it.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i128(i128::from(T::KIND as u8) << 64 | i128::from(self.place));
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.place)
    }
}

/// Entries of one kind, in the order of their ids.
#[derive(Debug)]
pub struct Table<T>(Vec<T>);

impl<T> Table<T> {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first entry.
    pub fn first(&self) -> Option<&T> {
        self.0.first()
    }

    /// The entry of that id; none when the id is of a longer table.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.0.get(id.index())
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.0.len()).map(Id::new)
    }

    /// The entries, in the order of their ids.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The entries to be changed, in the order of their ids.
    pub fn iter_mut(&mut self) -> slice::IterMut<'_, T> {
        self.0.iter_mut()
    }

    /// Each entry with its id, in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(place, entry)| (Id::new(place), entry))
    }

    /// The id of the first entry of which `is` holds.
    pub fn find(&self, is: impl FnMut(&T) -> bool) -> Option<Id<T>> {
        self.0.iter().position(is).map(Id::new)
    }
}

impl<T: Sync> Table<T> {
    /// Each entry with its id, on all threads.
    pub fn par_entries(&self) -> impl IndexedParallelIterator<Item = (Id<T>, &T)> {
        self.0.par_iter().enumerate().map(|(place, entry)| (Id::new(place), entry))
    }
}

impl<T> Default for Table<T> {
    /// Without entries.
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T> From<Vec<T>> for Table<T> {
    fn from(entries: Vec<T>) -> Self {
        Self(entries)
    }
}

impl<T> Index<Id<T>> for Table<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.0[id.index()]
    }
}

impl<T> IndexMut<Id<T>> for Table<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.0[id.index()]
    }
}

impl<T> IntoIterator for Table<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Table<T> {
    type Item = &'a mut T;
    type IntoIter = slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}
