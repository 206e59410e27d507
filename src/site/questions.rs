//! What whoever makes an output may ask the plan: whether something is at an address, which page a
//! file has, what lies beside an entry. Each question has a number, so that it can be asked again.

use super::fingerprints::Marks;
use super::item::{Subject, What};
use super::paths::address;
use super::plan::Site;
use crate::base::{EntryKind, Fingerprint, Names};
use foldhash::quality::FixedState;
use std::collections::HashMap;
use std::hash::BuildHasher;

/// The number of a question about `path`.
pub(super) fn question(about: &str, path: &str) -> u64 {
    FixedState::default().hash_one((about, path))
}

/// Whether something is at the path of an output, and what.
pub(super) fn of_output(path: &str) -> u64 {
    question("output", address(path))
}

/// The entry whose page something is, or of which a file beside its page is: where one is, so is
/// the other.
pub(super) fn owner(what: &What) -> Option<(EntryKind, usize)> {
    match what {
        What::Page(page) | What::Export(_, Subject::Page(page)) => page.entry(),
        _ => None,
    }
}

/// A number for each kind of output.
pub(super) fn kind(what: &What) -> u64 {
    match what {
        What::Page(_) => 1,
        What::Redirect(_) => 2,
        What::Asset => 3,
        What::Picture(..) => 4,
        What::Document(_) => 5,
        What::Static(_) => 6,
        What::Export(..) => 7,
    }
}

impl Site {
    /// What the plan answers, by the numbers of questions. To all others it has no answer.
    pub(super) fn answers(
        &self,
        names: &Names,
        beside: &Marks<'_>,
    ) -> HashMap<u64, u64, foldhash::fast::FixedState> {
        let mut answers = HashMap::default();
        answers.extend(self.items.iter().map(|item| (of_output(&item.path), kind(&item.what))));
        answers.extend(
            self.files.iter().map(|(file, page)| {
                (question("file", file), Fingerprint::named(page, names).half())
            }),
        );
        answers.extend(beside.iter().map(|(path, mark)| (question("beside", path), mark.half())));
        let nearest = self.album.nearest_files();
        answers.extend(nearest.map(|(path, near)| {
            (question("nearest", path), Fingerprint::of_bytes(near.as_bytes()).half())
        }));
        answers
    }
}
