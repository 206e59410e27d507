//! What pages said when they were last told of.

use crate::base::{Fingerprint, put_in_folder, remove};
use crate::source::read_file;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// What pages said when they were last told of: hashes of addresses, and of words.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<u128, u128>);

fn mark(text: &str) -> u128 {
    Fingerprint::of_bytes(text.as_bytes()).number()
}

impl Known {
    /// The file, relative to the site's folder.
    pub(super) const FILE: &str = ".vakwerk/announced";

    /// What is remembered; nothing where nothing can be read.
    pub(super) fn open(root: &Path) -> Self {
        let bytes = read_file(&root.join(Self::FILE)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let number = |text: &str| u128::from_str_radix(text, 16).ok();
        let pairs = text.lines().filter_map(|line| line.split_once(' '));
        Self(pairs.filter_map(|(url, words)| Some((number(url)?, number(words)?))).collect())
    }

    /// What a page said.
    pub(super) fn of(&self, url: &str) -> Option<u128> {
        self.0.get(&mark(url)).copied()
    }

    pub(super) fn note(&mut self, url: &str, words: u128) {
        self.0.insert(mark(url), words);
    }

    /// Forgets all of it: an address is easily guessed by its hash, and so is whoever has left.
    pub(super) fn forget(root: &Path) -> io::Result<()> {
        remove(&root.join(Self::FILE))
    }

    pub(super) fn save(&self, root: &Path) -> io::Result<()> {
        let lines = self.0.iter().map(|(url, words)| format!("{url:032x} {words:032x}\n"));
        put_in_folder(&root.join(Self::FILE), lines.collect::<String>().as_bytes())
    }
}
