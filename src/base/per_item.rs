//! Something for each item of each list of an entry.

use super::list_kind::ListKind;

/// Something for each item of each list of an entry. Most entries have few
/// lists, so that a row is smaller than a map.
#[derive(Debug, Hash)]
pub struct PerItem<T>(Vec<(ListKind, Vec<T>)>);

impl<T> PerItem<T> {
    /// Adds a list; one without items is left out. Each list is added once.
    pub fn add(&mut self, list: ListKind, items: Vec<T>) {
        if !items.is_empty() {
            self.0.reserve_exact(1);
            self.0.push((list, items));
        }
    }

    /// What the items of a list have, in its order.
    pub fn of(&self, list: ListKind) -> &[T] {
        self.0.iter().find(|(known, _)| *known == list).map_or(&[], |(_, items)| items)
    }

    /// The same, to be changed.
    pub fn of_mut(&mut self, list: ListKind) -> &mut [T] {
        self.0.iter_mut().find(|(known, _)| *known == list).map_or(&mut [], |(_, items)| items)
    }

    /// The same; a list that is not there has first `count` items that have nothing.
    pub fn of_or_empty(&mut self, list: ListKind, count: usize) -> &mut [T]
    where
        T: Default,
    {
        if self.of(list).is_empty() {
            self.add(list, (0..count).map(|_| T::default()).collect());
        }
        self.of_mut(list)
    }

    /// What the items of all lists have.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flat_map(|(_, items)| items)
    }

    /// What the items of the lists have in which a person speaks of themselves: not what others
    /// say, who may be hidden.
    pub fn own(&self) -> impl Iterator<Item = &T> {
        let own = self.0.iter().filter(|(list, _)| *list != ListKind::Testimonials);
        own.flat_map(|(_, items)| items)
    }

    /// The same lists with something else for each item.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> PerItem<U> {
        PerItem(
            self.0
                .into_iter()
                .map(|(list, items)| (list, items.into_iter().map(&change).collect()))
                .collect(),
        )
    }
}

impl<T> Default for PerItem<T> {
    /// No lists.
    fn default() -> Self {
        Self(Vec::new())
    }
}
