//! What pages said when they were last told of.

use crate::base::Fingerprint;
use crate::source::read_file;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

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
    #[expect(clippy::disallowed_methods, reason = "the outer ring: what was told is kept here")]
    pub(super) fn forget(root: &Path) -> io::Result<()> {
        match fs::remove_file(root.join(Self::FILE)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the outer ring: what was told is kept here")]
    pub(super) fn save(&self, root: &Path) -> io::Result<()> {
        let file = root.join(Self::FILE);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let lines = self.0.iter().map(|(url, words)| format!("{url:032x} {words:032x}\n"));
        let beside = file.with_extension("new");
        fs::write(&beside, lines.collect::<String>())?;
        fs::rename(beside, file)
    }
}
