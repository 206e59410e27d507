//! Tables in Markdown: how their columns are aligned is said by a class, since pages take no style
//! of their own.

use crate::base::address::escape;
use pulldown_cmark::{Alignment, Event};

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
    start: usize,
    /// What the tables before it are called.
    names: Vec<String>,
}

impl Table {
    /// Begins a table with these columns at an event.
    pub(super) fn begin(&mut self, columns: &[Alignment], start: usize) {
        columns.clone_into(&mut self.columns);
        self.start = start;
    }

    /// The event at which it begins.
    pub(super) fn starts_at(&self) -> usize {
        self.start
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

    /// What ends a cell, behind the events so far. Without a word a cell is no heading, and becomes
    /// one of the others.
    pub(super) fn close(&self, events: &mut [Event<'_>]) -> &'static str {
        if let Some(Event::Html(tag)) = events.last_mut()
            && let Some(rest) = tag.strip_prefix("<th")
        {
            *tag = format!("<td{rest}").into();
            return "</td>";
        }
        match self.kind {
            Cell::Head => "</th>",
            Cell::Data => "</td>",
        }
    }

    fn name(&self) -> &'static str {
        match self.kind {
            Cell::Head => "th",
            Cell::Data => "td",
        }
    }

    /// What begins a table whose head has cells with these words. A wide one is moved sideways, by
    /// keys too: so it takes the focus, and whoever hears the page hears which table that is.
    pub(super) fn opening(&mut self, head: &[String]) -> String {
        let words = head.iter().map(|cell| cell.trim());
        let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
        if words.is_empty() {
            return "<div class=\"table\" tabindex=\"0\">".to_owned();
        }
        let mut name = escape(&words.join(", "));
        self.names.push(name.clone());
        let number = self.names.iter().filter(|other| **other == name).count();
        if number > 1 {
            name.push_str(&format!(" ({number})"));
        }
        format!("<div class=\"table\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">")
    }
}

/// The words of each cell of the head of a table.
pub(super) fn cells_of(events: &[Event<'_>]) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for event in events {
        match (event, cells.last_mut()) {
            (Event::Html(tag), _) if tag.starts_with("<th") => cells.push(String::new()),
            (Event::Text(text) | Event::Code(text), Some(cell)) => cell.push_str(text),
            _ => {}
        }
    }
    cells
}
