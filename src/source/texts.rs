//! Texts of files that notes are about, read when a report is shown.

use super::locate::{Location, locate};
use super::site_files::{read_file, text_of};
use crate::base::Place;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Texts of files that notes are about, each read once.
#[derive(Default)]
pub struct Texts(HashMap<Arc<str>, Option<String>>);

impl Texts {
    /// The text of a file of the site in `root`.
    pub fn get(&mut self, root: &Path, file: &Arc<str>) -> Option<&str> {
        let read = || {
            read_file(&root.join(&**file))
                .ok()
                .map(|bytes| text_of(bytes.clone()).unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned()))
        };
        self.0.entry(file.clone()).or_insert_with(read).as_deref()
    }

    /// Where a place is, with the text of its file.
    pub fn locate(&mut self, root: &Path, place: &Place) -> Option<(Location, &str)> {
        let text = self.get(root, &place.file)?;
        Some((locate(text, &place.spot)?, text))
    }
}
