//! Addresses that answered lately and need not be asked again.

use crate::base::put_in_folder;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// An address that answered is believed for so many days.
const BELIEVED_DAYS: i64 = 7;

/// Addresses that answered, with the day: a count of days since 1970.
#[derive(Debug, Default)]
pub struct Known {
    file: PathBuf,
    days: BTreeMap<String, i64>,
}

impl Known {
    /// What is remembered in `file`; nothing when there is no such file, or not one of ours.
    #[expect(
        clippy::disallowed_methods,
        reason = "the outer ring: the memory of answers is a file"
    )]
    pub fn open(file: &Path) -> Self {
        let days = fs::read(file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        Self { file: file.to_owned(), days }
    }

    /// Whether `url` answered within the last days.
    pub(super) fn answered_lately(&self, url: &str, today: i64) -> bool {
        self.days.get(url).is_some_and(|day| (today - BELIEVED_DAYS..=today).contains(day))
    }

    pub(super) fn note(&mut self, url: &str, today: i64) {
        self.days.insert(url.to_owned(), today);
    }

    /// Writes what is still believed.
    ///
    /// # Errors
    /// What the system says.
    pub fn save(&self, today: i64) -> io::Result<()> {
        let kept: BTreeMap<_, _> =
            self.days.iter().filter(|(_, day)| **day + BELIEVED_DAYS >= today).collect();
        put_in_folder(&self.file, &serde_json::to_vec(&kept).map_err(io::Error::other)?)
    }
}
