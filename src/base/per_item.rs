//! Something for each item of each list of an entry.

/// Something for each item of each list of an entry, by the key of the list: `offers`, `asks`, … Most entries have few
/// lists, so that a row is smaller than a map.
#[derive(Debug, Hash)]
pub struct PerItem<T>(Vec<(&'static str, Vec<T>)>);

impl<T> PerItem<T> {
    /// Adds a list; one without items is left out. Each key is added once.
    pub fn add(&mut self, key: &'static str, items: Vec<T>) {
        if !items.is_empty() {
            self.0.reserve_exact(1);
            self.0.push((key, items));
        }
    }

    /// What the items of the list `key` have, in its order.
    pub fn of(&self, key: &str) -> &[T] {
        self.0.iter().find(|(known, _)| *known == key).map_or(&[], |(_, items)| items)
    }

    /// What the items of all lists have.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flat_map(|(_, items)| items)
    }

    /// The same lists with something else for each item.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> PerItem<U> {
        PerItem(self.0.into_iter().map(|(key, items)| (key, items.into_iter().map(&change).collect())).collect())
    }
}

impl<T> Default for PerItem<T> {
    /// No lists.
    fn default() -> Self {
        Self(Vec::new())
    }
}
