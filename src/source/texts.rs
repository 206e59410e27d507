//! Texts of files that notes are about, read when a report is shown.

use super::locate::{Location, Places};
use super::site_files::{read_file, text_of};
use crate::base::{Diagnostic, Place};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Texts of files that notes are about, each read once.
#[derive(Default)]
pub struct Texts(HashMap<Arc<str>, Option<Places>>);

impl Texts {
    fn places(&mut self, root: &Path, file: &Arc<str>) -> Option<&mut Places> {
        let read = || {
            let bytes = read_file(&root.join(&**file)).ok()?;
            let text = text_of(bytes.clone()).unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned());
            Some(Places::of(file, text))
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
        let location = places.locate(&place.spot)?;
        Some((location, places.text()))
    }

    /// Notes in the order of their places: file, line, column, code.
    pub fn in_order<'n>(&mut self, root: &Path, notes: &'n [Diagnostic]) -> Vec<&'n Diagnostic> {
        let mut order: Vec<_> = notes
            .iter()
            .map(|note| {
                let place = note.places.first();
                let found = place.and_then(|place| self.locate(root, place)).map(|(at, _)| (at.line, at.column));
                ((place.map(|place| &place.file), found, note.code), note)
            })
            .collect();
        order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        order.into_iter().map(|(_, note)| note).collect()
    }
}
