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

    /// Whether it has rows instead of cards: people or projects, narrowed to something and still
    /// many. The whole list and the page of what it is narrowed to show cards.
    pub fn has_rows(&self) -> bool {
        let is_narrowed = self.filter != Filter::No;
        let in_rows = matches!(self.of, EntryKind::Expert | EntryKind::Project);
        is_narrowed && in_rows && self.cards.len() > PageSize::Usual.entries()
    }

    /// How many pages it has, at least one.
    pub fn count_pages(&self, config: &Config) -> usize {
        self.page_size(config).pages(self.cards.len())
    }

    /// The places of what stands on a page; pages count from 0.
    pub fn on_page(&self, number: usize, config: &Config) -> Range<usize> {
        self.page_size(config).on_page(number, self.cards.len())
    }

    /// What somebody chose counts for rows as well.
    fn page_size(&self, config: &Config) -> PageSize {
        match config.page_size {
            PageSize::Usual if self.has_rows() => PageSize::UsualRows,
            size => size,
        }
    }
}

fn numbered(path: &str, number: usize) -> String {
    if number == 0 { path.to_owned() } else { format!("{path}page/{}/", number + 1) }
}
