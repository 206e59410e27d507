//! Tables: CSV (RFC 4180) with a header, separated by commas, semicolons or tabs, or by what a
//! first line `sep=;` names.

use super::headings::{Headings, NAME_PARTS};
use super::locate::{CellPlace, Location};
use std::ops::Range;

/// A table, with the place of every cell.
#[derive(Debug)]
pub struct Table {
    /// The names of the columns, tidied.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    pub(super) columns: Vec<Range<usize>>,
    /// The sign between cells.
    pub(super) separator: char,
    /// The row of the header, as the spreadsheet counts.
    header_row: usize,
    /// Whether a quote opens a cell of the last row and nothing closes it: nobody knows what of
    /// that cell are rows of their own.
    pub is_open: bool,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// What stands in the cells, without quotes.
    pub cells: Vec<String>,
    /// Which row it is, as the spreadsheet counts: from 1, rows without anything included.
    pub number: usize,
    /// Where each cell is in the text, in bytes, quotes included.
    places: Vec<Range<usize>>,
}

/// How many rows may stand above the header: a title, a day, an empty line.
const MOST_ABOVE: usize = 15;

impl Table {
    /// Reads a table. Rows without any text are left out, and so is what stands above the header.
    pub fn of(text: &str, headings: Headings<'_>) -> Self {
        let (start, separator) = match named_separator(text) {
            // The line that names the separator is no row.
            Some(named) => (text.find('\n').map_or(text.len(), |end| end + 1), named),
            None => (0, separator(text)),
        };
        let (mut records, is_open) = records(text, start, separator);
        let names = |row: &Row| row.cells.iter().any(|cell| headings.names(cell));
        let known =
            |row: &Row| row.cells.iter().filter(|cell| headings.key_of(cell).is_some()).count();
        let further = records.iter().take(MOST_ABOVE).position(|row| names(row) && known(row) > 1);
        let first = if records.first().is_some_and(names) { 0 } else { further.unwrap_or(0) };
        let mut rows = records.split_off(first.min(records.len()));
        let header_row = rows.first().map_or(1, |row| row.number);
        let header = if rows.is_empty() { None } else { Some(rows.remove(0)) };
        let (header, columns) = header.map_or_else(Default::default, |row| (row.cells, row.places));
        let mut header: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
        // Cells beyond the last name are no columns when nothing stands there.
        while header.last().is_some_and(String::is_empty) {
            header.pop();
        }
        let width = header.len();
        for row in &mut rows {
            while row.cells.len() > width
                && row.cells.last().is_some_and(|cell| cell.trim().is_empty())
            {
                row.cells.pop();
                row.places.pop();
            }
        }
        // The header stands again at the top of each printed page.
        rows.retain(|row| {
            !row.cells.iter().map(|cell| cell.trim()).eq(header.iter().map(String::as_str))
        });
        Self { header, rows, columns, separator, header_row, is_open }
    }

    /// Where a value is, by its path: `[3].location.city` is the column `location.city` of the
    /// fourth row, whatever it is called; `header[2]` the name of the third column.
    pub fn locate(&self, text: &str, path: &str, headings: Headings<'_>) -> Option<Location> {
        if let Some(column) = path.strip_prefix("header[").and_then(|rest| rest.strip_suffix(']')) {
            let column = column.parse::<usize>().ok()?;
            let cell = CellPlace { row: self.header_row, column };
            return Some(place(text, self.columns.get(column)?, cell));
        }
        let (row, below) = path.strip_prefix('[')?.split_once(']')?;
        let row = self.rows.get(row.parse::<usize>().ok()?)?;
        let below = below.trim_start_matches('.');
        // The column of the value, or of what holds it; else the row as a whole.
        let holds = |key: &str| {
            below
                .strip_prefix(key)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let length = |name: &String| match headings.key_of(name) {
            Some(key) if holds(key) => key.len(),
            Some(key) if NAME_PARTS.contains(&key) && holds("name") => 1,
            _ if !name.is_empty() && holds(name) => name.len(),
            _ => 0,
        };
        let filled =
            |column: &usize| row.cells.get(*column).is_some_and(|cell| !cell.trim().is_empty());
        let lengths = self.header.iter().map(length).enumerate().filter(|(_, length)| *length > 0);
        // Of several columns of one key, the first in which something stands.
        let found =
            lengths.max_by_key(|(column, length)| (filled(column), *length, usize::MAX - column));
        let found = found.map_or(0, |(column, _)| column);
        let found = if found < row.places.len() { found } else { 0 };
        let cell = CellPlace { row: row.number, column: found };
        row.places.get(found).map(|range| place(text, range, cell))
    }
}

/// The separator that the first line names, as spreadsheets write it: `sep=;`.
fn named_separator(text: &str) -> Option<char> {
    let first = text.lines().next()?.trim_matches(|sign| sign == '"' || sign == ' ');
    let sign =
        first.get(..4).filter(|name| name.eq_ignore_ascii_case("sep=")).map(|_| &first[4..])?;
    let mut signs = sign.chars();
    signs.next().filter(|sign| [',', ';', '\t', '|'].contains(sign) && signs.next().is_none())
}

/// The sign between cells: the one that the first lines have most of, outside of quotes.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [('|', 0), (',', 0), (';', 0), ('\t', 0)];
    let mut lines = 0;
    for sign in text.chars() {
        match sign {
            '"' => quoted = !quoted,
            '\n' if !quoted => lines += usize::from(counts.iter().any(|(_, count)| *count > 0)),
            _ if quoted => {}
            sign => counts
                .iter_mut()
                .filter(|(known, _)| *known == sign)
                .for_each(|(_, count)| *count += 1),
        }
        // A header alone tells more than cells do, in which commas part words.
        if lines > 0 {
            break;
        }
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| *count > 0).map_or(',', |(sign, _)| sign)
}

/// The rows of a table, and whether a quote is still open where it ends.
fn records(text: &str, beginning: usize, separator: char) -> (Vec<Row>, bool) {
    let mut rows = Vec::new();
    let mut row = Row { cells: Vec::new(), number: 1, places: Vec::new() };
    let (mut cell, mut start, mut quoted) = (String::new(), beginning, false);
    let mut signs = text[beginning..].char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let at = at + beginning;
        if quoted {
            match sign {
                '"' if signs.next_if(|(_, next)| *next == '"').is_some() => cell.push('"'),
                '"' => quoted = false,
                other => cell.push(other),
            }
            continue;
        }
        match sign {
            '"' if cell.is_empty() => quoted = true,
            '\n' => {
                row.end_cell(&mut cell, start..at);
                row.end(&mut rows);
                start = at + 1;
            }
            sign if sign == separator => {
                row.end_cell(&mut cell, start..at);
                start = at + sign.len_utf8();
            }
            other => cell.push(other),
        }
    }
    if start < text.len() {
        row.end_cell(&mut cell, start..text.len());
    }
    row.end(&mut rows);
    (rows, quoted)
}

impl Row {
    fn end_cell(&mut self, cell: &mut String, place: Range<usize>) {
        self.cells.push(std::mem::take(cell));
        self.places.push(place);
    }

    /// Ends the row and begins the next.
    fn end(&mut self, rows: &mut Vec<Row>) {
        let next = Row { cells: Vec::new(), number: self.number + 1, places: Vec::new() };
        let done = std::mem::replace(self, next);
        if done.cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(done);
        }
    }
}

fn place(text: &str, range: &Range<usize>, cell: CellPlace) -> Location {
    let before = &text[..range.start];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let shown = text[range.clone()].lines().next().unwrap_or_default();
    Location {
        line: before.matches('\n').count() + 1,
        column: before[start..].chars().count() + 1,
        length: shown.chars().count().max(1),
        cell: Some(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::EntryKind;
    use crate::config::Columns;

    #[test]
    fn a_table_is_read_with_the_place_of_every_cell() {
        let text =
            "name;location.city\nJan;Groningen\n\n\"Lies; \"\"de\"\" Smet\";Gent\nÉmile;Paris";
        let columns = Columns::default();
        let headings = Headings { kind: EntryKind::Expert, columns: &columns };
        let table = Table::of(text, headings);
        assert_eq!(table.header, ["name", "location.city"]);
        let cells: Vec<_> = table.rows.iter().map(|row| row.cells.join("|")).collect();
        assert_eq!(cells, ["Jan|Groningen", "Lies; \"de\" Smet|Gent", "Émile|Paris"]);
        let at = |path: &str| {
            table.locate(text, path, headings).map(|at| (at.line, at.column, at.length))
        };
        assert_eq!(at("[0].location.city"), Some((2, 5, 9)));
        assert_eq!(at("[1].location"), Some((4, 1, 19)));
        assert_eq!(at("[2].location.city[0]"), Some((5, 7, 5)));
        assert_eq!(at("header[1]"), Some((1, 6, 13)));
        assert_eq!(at("[9].name"), None);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does_and_what_stands_above_the_header_is_no_row() {
        let text = "sep=;\nLedenlijst\n\n;Naam;E-mail;;\n;\"Jan\nde Vries\";j@a.nl;;\n;;;\n;Naam;E-mail;;\n;Bo;b@a.nl\n";
        let columns = Columns::default();
        let headings = Headings { kind: EntryKind::Expert, columns: &columns };
        let table = Table::of(text, headings);
        assert_eq!(table.header, ["", "Naam", "E-mail"]);
        let rows: Vec<_> = table.rows.iter().map(|row| (row.number, row.cells.len())).collect();
        assert_eq!(rows, [(4, 3), (7, 3)]);
        let at = table.locate(text, "[1].contact.email", headings).expect("a place");
        assert_eq!((at.line, at.column), (9, 5));
        assert_eq!(at.cell.map(CellPlace::in_words).as_deref(), Some("row 7, column C"));
    }
}
