//! How many cards stand on one page of a list.

use std::ops::Range;

/// A list that would have more pages has longer ones: nobody turns so many.
const MOST_PAGES: usize = 4;

/// How many cards stand on one page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageSize {
    /// As many as somebody chose, and never more.
    Chosen(usize),
    /// As many as usual: twice that in long lists, and what would fill less than half of a last
    /// page stands on the one before.
    Usual,
}

impl PageSize {
    /// How many cards a page has where there are many.
    pub fn cards(self) -> usize {
        match self {
            Self::Chosen(cards) => cards,
            Self::Usual => 96,
        }
    }

    /// How many pages a list of `all` cards has, at least one.
    pub fn pages(self, all: usize) -> usize {
        let cards = self.cards_of(all);
        let (full, rest) = (all / cards, all % cards);
        let least = match self {
            Self::Chosen(_) => 1,
            Self::Usual => cards / 2,
        };
        (full + usize::from(rest >= least)).max(1)
    }

    /// The places of the cards of a list of `all` on a page; pages count from 0.
    pub fn on_page(self, number: usize, all: usize) -> Range<usize> {
        let cards = self.cards_of(all);
        let end = if number + 1 < self.pages(all) { (number + 1) * cards } else { all };
        (number * cards).min(end)..end
    }

    fn cards_of(self, all: usize) -> usize {
        let is_long = self == Self::Usual && all > MOST_PAGES * self.cards();
        if is_long { 2 * self.cards() } else { self.cards() }
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
                assert!(size == PageSize::Usual || most <= size.cards(), "{size:?}");
            }
        }
        let pages = |all: usize| PageSize::Usual.pages(all);
        assert_eq!([96, 143, 144, 384, 385].map(pages), [1, 1, 2, 4, 2]);
        assert_eq!([12, 13].map(|all| PageSize::Chosen(6).pages(all)), [2, 3]);
        assert!(PageSize::Usual.on_page(7, 100).is_empty());
    }
}
