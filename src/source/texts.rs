//! Texts of files that notes are about, read when a report is shown.

use super::locate::{Location, Places};
use super::site_files::read_file;
use super::table_file::{self, bare_name, is_workbook};
use crate::base::{Diagnostic, EntryKind, Place, Spot, in_other_encoding, text_of};
use crate::config::Columns;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Texts of files that notes are about, each read once.
#[derive(Default)]
pub struct Texts(HashMap<Arc<str>, Option<Places>>);

/// What the entries of a table are that is called `bare`: `experts`, `experts.en`; of a list of
/// members, nothing.
fn of_list(bare: &str) -> EntryKind {
    let stem = bare.split('.').next().unwrap_or(bare).to_lowercase();
    EntryKind::of_folder(&stem).unwrap_or(EntryKind::Page)
}

impl Texts {
    fn places(&mut self, root: &Path, file: &Arc<str>) -> Option<&mut Places> {
        let read = || {
            let bytes = read_file(&root.join(&**file)).ok()?;
            if let Some(kind) = bare_name(file).map(of_list) {
                let text = table_file::read(file, bytes, &mut Vec::new()).ok()?;
                return Some(Places::of_table(text, kind, Columns::of_site(root)));
            }
            let text = text_of(bytes.clone())
                .or_else(|| in_other_encoding(&bytes))
                .unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned());
            Some(Places::of(text))
        };
        self.0.entry(file.clone()).or_insert_with(read).as_mut()
    }

    /// The text of a file of the site in `root`.
    pub fn get(&mut self, root: &Path, file: &Arc<str>) -> Option<&str> {
        self.places(root, file).map(|places| places.text())
    }

    /// Where a place is, with the text of its file.
    pub fn locate(&mut self, root: &Path, place: &Place) -> Option<(Location, &str)> {
        let places = self.places(root, &place.file)?;
        let mut location = places.locate(&place.spot)?;
        // Of a workbook there are no lines, but rows.
        if let Some(cell) = location.cell.filter(|_| is_workbook(&place.file)) {
            location =
                Location { line: cell.row, column: cell.column + 1, length: 1, cell: Some(cell) };
        }
        Some((location, places.text()))
    }

    /// What a note says, with the rows of tables counted as spreadsheets show them.
    pub fn message(&mut self, root: &Path, note: &Diagnostic) -> String {
        let mut message = note.message.clone();
        for place in &note.places {
            let (Spot::Key(path) | Spot::Value(path)) = &place.spot else { continue };
            let item = path.split_inclusive(']').next().unwrap_or(path);
            let named = format!("`{item}` in `{}`", place.file);
            if !item.starts_with('[') || !message.contains(&named) {
                continue;
            }
            let row = Place { file: place.file.clone(), spot: Spot::Key(item.to_owned()) };
            let found = self.locate(root, &row).and_then(|(at, _)| Some((at, at.cell?.row)));
            if let Some((at, row)) = found {
                let has_lines = place.file.to_lowercase().ends_with(".csv");
                let line = if row == at.line || !has_lines {
                    String::new()
                } else {
                    format!(" (line {})", at.line)
                };
                message = message.replace(&named, &format!("row {row}{line} of `{}`", place.file));
            }
        }
        message
    }

    /// Notes in the order of their places: file, line, column, code.
    pub fn in_order<'n>(&mut self, root: &Path, notes: &'n [Diagnostic]) -> Vec<&'n Diagnostic> {
        let file = |note: &Diagnostic| note.places.first().map(|place| place.file.clone());
        let mut order: Vec<_> = notes.iter().map(|note| (file(note), None, note)).collect();
        order.sort_by(|a, b| a.0.cmp(&b.0));
        // Where it is matters only beside other notes on the same file, and to tell it the file is
        // read anew.
        for of_file in order.chunk_by_mut(|one, other| one.0 == other.0) {
            if of_file.len() == 1 {
                continue;
            }
            for (_, found, note) in of_file.iter_mut() {
                let place = note.places.first().and_then(|place| self.locate(root, place));
                *found = place.map(|(at, _)| (at.line, at.column));
            }
            of_file
                .sort_by(|a, b| (a.1, a.2.code).cmp(&(b.1, b.2.code)).then_with(|| a.2.cmp(b.2)));
        }
        order.into_iter().map(|(_, _, note)| note).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_as_spreadsheets_do() {
        let text = "name,who\nJan,\"two\nlines\"\n\nPiet,\n";
        let mut places = Places::of_table(text.to_owned(), EntryKind::Expert, Columns::default());
        let mut row = |spot: &str| {
            let at = places.locate(&Spot::Key(spot.to_owned())).expect("a place");
            (at.line, at.cell.map(|cell| cell.row))
        };
        assert_eq!(
            [row("header[0]"), row("[0]"), row("[1]")],
            [(1, Some(1)), (2, Some(2)), (5, Some(4))]
        );
    }
}
