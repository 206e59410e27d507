//! Tables in Markdown: how their columns are aligned is said by a class, since pages take no style
//! of their own.

use pulldown_cmark::Alignment;

/// The kind of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Cell {
    /// Of the head of the table.
    #[default]
    Head,
    /// Of its rows.
    Data,
}

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    columns: Vec<Alignment>,
    kind: Cell,
    at: usize,
}

impl Table {
    /// Begins a table with these columns.
    pub(super) fn begin(&mut self, columns: &[Alignment]) {
        columns.clone_into(&mut self.columns);
    }

    /// Begins a row of cells of one kind.
    pub(super) fn row(&mut self, kind: Cell) {
        self.kind = kind;
        self.at = 0;
    }

    /// What begins the next cell.
    pub(super) fn open(&mut self) -> String {
        let class = match self.columns.get(self.at) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        };
        self.at += 1;
        format!("<{}{class}>", self.name())
    }

    /// What ends a cell.
    pub(super) fn close(&self) -> String {
        format!("</{}>", self.name())
    }

    fn name(&self) -> &'static str {
        match self.kind {
            Cell::Head => "th",
            Cell::Data => "td",
        }
    }
}
