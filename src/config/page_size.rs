//! How many entries stand on one page of a list.

use std::ops::Range;

/// How many entries stand on one page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageSize {
    /// As many as somebody chose, and never more.
    Chosen(usize),
    /// As many as usual: what would fill less than half of a last page stands on the one before.
    /// (More on a page would be fewer files, and take a phone a third of a second to lay out.)
    Usual,
    /// The same for rows, of which a phone lays out three in the time of a card.
    UsualRows,
}

impl PageSize {
    /// How many entries a page has where there are many.
    pub fn entries(self) -> usize {
        match self {
            Self::Chosen(entries) => entries,
            Self::Usual => 96,
            Self::UsualRows => 288,
        }
    }

    /// How many pages a list of `all` entries has, at least one.
    pub fn pages(self, all: usize) -> usize {
        let entries = self.entries();
        let (full, rest) = (all / entries, all % entries);
        let least = match self {
            Self::Chosen(_) => 1,
            Self::Usual | Self::UsualRows => entries / 2,
        };
        (full + usize::from(rest >= least)).max(1)
    }

    /// The places of what a list of `all` has on a page; pages count from 0.
    pub fn on_page(self, number: usize, all: usize) -> Range<usize> {
        let entries = self.entries();
        let end = if number + 1 < self.pages(all) { (number + 1) * entries } else { all };
        (number * entries).min(end)..end
    }
}

#[cfg(test)]
mod tests {
    use super::PageSize;

    #[test]
    fn all_cards_stand_on_a_page_and_what_is_chosen_is_kept() {
        for all in 0..1500 {
            for size in [PageSize::Usual, PageSize::Chosen(6), PageSize::Chosen(7)] {
                let pages: Vec<_> = (0..size.pages(all)).map(|at| size.on_page(at, all)).collect();
                let places: Vec<usize> = pages.iter().cloned().flatten().collect();
                assert_eq!(places, (0..all).collect::<Vec<_>>(), "{size:?}");
                let most = pages.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
                assert!(size == PageSize::Usual || most <= size.entries(), "{size:?}");
            }
        }
        let pages = |all: usize| PageSize::Usual.pages(all);
        assert_eq!([96, 143, 144, 384, 385].map(pages), [1, 1, 2, 4, 4]);
        assert_eq!([12, 13].map(|all| PageSize::Chosen(6).pages(all)), [2, 3]);
        assert!(PageSize::Usual.on_page(7, 100).is_empty());
    }
}
