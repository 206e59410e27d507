//! The pages of a list: their addresses, and what stands on each.

use super::lists::{Filter, List};
use crate::base::EntryKind;
use crate::config::{Config, PageSize};
use std::ops::Range;

impl List {
    /// The address of a page of the list below the language's home page; pages count from 0.
    pub fn route(&self, number: usize) -> String {
        numbered(&self.path, number)
    }

    /// The address by which a page of the list is to be known: that of the list for which it
    /// stands, where it is one by another name.
    pub fn canonical(&self, number: usize) -> String {
        match &self.filter {
            Filter::PlaceToo(_, Some(main)) => numbered(main, number),
            _ => self.route(number),
        }
    }

    /// Whether a page has rows instead of cards: of people or projects that are narrowed to
    /// something and still many, and of the whole list what comes after the first page. That one,
    /// and the page of what a list is narrowed to, show cards. Pages count from 0.
    pub fn has_rows(&self, number: usize, config: &Config) -> bool {
        self.is_in_rows() || (number > 0 && self.goes_on_in_rows(config))
    }

    /// How many pages it has, at least one.
    pub fn count_pages(&self, config: &Config) -> usize {
        if self.goes_on_in_rows(config) {
            1 + PageSize::UsualRows.pages(self.cards.len() - PageSize::Usual.entries())
        } else {
            self.page_size(config).pages(self.cards.len())
        }
    }

    /// The places of what stands on a page; pages count from 0.
    pub fn on_page(&self, number: usize, config: &Config) -> Range<usize> {
        if !self.goes_on_in_rows(config) {
            return self.page_size(config).on_page(number, self.cards.len());
        }
        let first = PageSize::Usual.entries();
        let Some(later) = number.checked_sub(1) else { return 0..first };
        let place = PageSize::UsualRows.on_page(later, self.cards.len() - first);
        place.start + first..place.end + first
    }

    /// What somebody chose counts for rows as well.
    fn page_size(&self, config: &Config) -> PageSize {
        match config.page_size {
            PageSize::Usual if self.is_in_rows() => PageSize::UsualRows,
            size => size,
        }
    }

    fn is_in_rows(&self) -> bool {
        self.filter != Filter::No && self.may_have_rows() && self.is_long()
    }

    /// What somebody chose to see on a page is seen in cards.
    fn goes_on_in_rows(&self, config: &Config) -> bool {
        let is_whole = self.filter == Filter::No && config.page_size == PageSize::Usual;
        is_whole && self.may_have_rows() && PageSize::Usual.pages(self.cards.len()) > 1
    }

    fn may_have_rows(&self) -> bool {
        matches!(self.of, EntryKind::Expert | EntryKind::Project)
    }

    fn is_long(&self) -> bool {
        self.cards.len() > PageSize::Usual.entries()
    }
}

fn numbered(path: &str, number: usize) -> String {
    if number == 0 { path.to_owned() } else { format!("{path}page/{}/", number + 1) }
}
