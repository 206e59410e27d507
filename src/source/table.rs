//! Tables: CSV (RFC 4180) with a header, separated by commas, semicolons or tabs, or by what a first line `sep=;` names.

use super::locate::Location;
use std::ops::Range;

/// A table, with the place of every cell.
#[derive(Debug)]
pub struct Table {
    /// The names of the columns, tidied.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    columns: Vec<Range<usize>>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// What stands in the cells, without quotes.
    pub cells: Vec<String>,
    /// Where each cell is in the text, in bytes, quotes included.
    places: Vec<Range<usize>>,
}

impl Table {
    /// Reads a table. Lines without any text are left out.
    pub fn of(text: &str) -> Self {
        let named = named_separator(text);
        let separator = named.unwrap_or_else(|| separator(text));
        // The line that names the separator is no row.
        let mut records = records(text, separator).into_iter().skip(usize::from(named.is_some()));
        let first = records.next();
        let (header, columns) = first.map_or_else(Default::default, |row| (row.cells, row.places));
        let header = header.iter().map(|name| name.trim().to_owned()).collect();
        Self { header, columns, rows: records.collect() }
    }

    /// Where a value is, by its path: `[3].location.city` is the column `location.city` of the fourth row;
    /// `header[2]` the name of the third column.
    pub fn locate(&self, text: &str, path: &str) -> Option<Location> {
        if let Some(column) = path.strip_prefix("header[").and_then(|rest| rest.strip_suffix(']')) {
            return Some(place(text, self.columns.get(column.parse::<usize>().ok()?)?));
        }
        let (row, below) = path.strip_prefix('[')?.split_once(']')?;
        let row = self.rows.get(row.parse::<usize>().ok()?)?;
        let below = below.trim_start_matches('.');
        // The column of the value, or of what holds it; else the row as a whole.
        let holds = |name: &&String| {
            below.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let column = self.header.iter().filter(|name| !name.is_empty()).filter(holds).max_by_key(|name| name.len());
        let column = column.and_then(|name| self.header.iter().position(|known| known == name)).unwrap_or(0);
        row.places.get(column).or(row.places.first()).map(|range| place(text, range))
    }
}

/// The separator that the first line names, as spreadsheets write it: `sep=;`.
fn named_separator(text: &str) -> Option<char> {
    let first = text.lines().next()?.trim_matches(|sign| sign == '"' || sign == ' ');
    let sign = first.get(..4).filter(|name| name.eq_ignore_ascii_case("sep=")).map(|_| &first[4..])?;
    let mut signs = sign.chars();
    signs.next().filter(|sign| [',', ';', '\t', '|'].contains(sign) && signs.next().is_none())
}

/// The sign between cells: the one that the first line has most of.
fn separator(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let count = |sign: char| line.matches(sign).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign)).filter(|sign| count(*sign) > 0).unwrap_or(',')
}

fn records(text: &str, separator: char) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = Row { cells: Vec::new(), places: Vec::new() };
    let (mut cell, mut start, mut quoted) = (String::new(), 0, false);
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
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
    rows
}

impl Row {
    fn end_cell(&mut self, cell: &mut String, place: Range<usize>) {
        self.cells.push(std::mem::take(cell));
        self.places.push(place);
    }

    /// Ends the row and begins the next.
    fn end(&mut self, rows: &mut Vec<Row>) {
        let done = std::mem::replace(self, Row { cells: Vec::new(), places: Vec::new() });
        if done.cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(done);
        }
    }
}

fn place(text: &str, range: &Range<usize>) -> Location {
    let before = &text[..range.start];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let shown = text[range.clone()].lines().next().unwrap_or_default();
    Location {
        line: before.matches('\n').count() + 1,
        column: before[start..].chars().count() + 1,
        length: shown.chars().count().max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_the_place_of_every_cell() {
        let text = "name;location.city\nJan;Groningen\n\n\"Lies; \"\"de\"\" Smet\";Gent\nÉmile;Paris";
        let table = Table::of(text);
        assert_eq!(table.header, ["name", "location.city"]);
        let cells: Vec<_> = table.rows.iter().map(|row| row.cells.join("|")).collect();
        assert_eq!(cells, ["Jan|Groningen", "Lies; \"de\" Smet|Gent", "Émile|Paris"]);
        let at = |path: &str| table.locate(text, path).map(|at| (at.line, at.column, at.length));
        assert_eq!(at("[0].location.city"), Some((2, 5, 9)));
        assert_eq!(at("[1].location"), Some((4, 1, 19)));
        assert_eq!(at("[2].location.city[0]"), Some((5, 7, 5)));
        assert_eq!(at("header[1]"), Some((1, 6, 13)));
        assert_eq!(at("[9].name"), None);
    }
}
