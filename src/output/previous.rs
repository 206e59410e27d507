//! The run before this one, into the same folder.

use super::links::Asked;
use super::make::Run;
use super::questions::Questions;
use super::remembered::{Hashes, Messages, OutputRecord, Remembered};
use crate::base::reads::Reads;
use crate::base::{Fingerprint, Shard};
use crate::memo::{Key, Store, program};
use crate::site::{Fingerprints, Site};
use std::path::Path;
use std::sync::Arc;

/// Whether what earlier runs remember is believed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Trust {
    /// As far as the disk and the seals say that nothing changed since.
    #[default]
    Believed,
    /// Not at all: everything is made, and compared with what stands.
    Doubted,
}

/// Where what is remembered of the runs into one folder is kept.
#[derive(Debug)]
pub struct PreviousBuild {
    store: Store,
    key: Key,
    trust: Trust,
}

/// By what it is found what is remembered of the runs into `folder`, or into none, of a part of
/// all outputs: another program, and another part, remembers nothing of it.
pub(super) fn key_of_place(kind: &[u8], folder: Option<&Path>, shard: Option<Shard>) -> Key {
    let place = folder.map_or(&b""[..], |folder| folder.as_os_str().as_encoded_bytes());
    let part = shard.map(|shard| format!("{shard:?}")).unwrap_or_default();
    Key::of(&[kind, &program(), place, part.as_bytes()])
}

impl PreviousBuild {
    /// The runs into `folder` that made this part of all outputs, remembered in `store`. Another
    /// program remembers nothing of this one's.
    pub fn new(store: Store, folder: &Path, shard: Option<Shard>, trust: Trust) -> Self {
        Self { store, key: key_of_place(b"run 4", Some(folder), shard), trust }
    }

    /// What of it is of use for a run over `site`, and what each item of the plan followed from;
    /// none when nothing is remembered.
    pub(super) fn compare(&self, site: &Site) -> (Comparison<'_>, Vec<Option<OutputRecord>>) {
        let now = site.fingerprints();
        let before = match self.trust {
            Trust::Believed => Remembered::recall(&self.store, &self.key, &now),
            Trust::Doubted => None,
        };
        let (records, finder, asked, questions) = match before {
            Some(it) => (it.records, Some(it.finder), it.asked, it.questions),
            None => (Vec::new(), None, Vec::new(), Vec::new()),
        };
        let questions = Questions::new(questions);
        (Comparison { previous: self, now, finder, asked, questions }, records)
    }
}

/// A past run, seen from a run over the site as it is now.
pub(super) struct Comparison<'a> {
    previous: &'a PreviousBuild,
    now: Fingerprints,
    /// The finder's files, and all entries that they followed from.
    finder: Option<(Fingerprint, Hashes)>,
    asked: Vec<Asked>,
    questions: Questions,
}

impl Comparison<'_> {
    /// Whether what stands in the output may be taken for what this run would make.
    pub(super) fn trust(&self) -> Trust {
        self.previous.trust
    }

    /// Which places pages had that links ask for.
    pub(super) fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// Whether the same would come out of an item that followed from this.
    pub(super) fn is_current(&self, record: &OutputRecord) -> bool {
        record.is_current(&self.now, self.questions.known())
    }

    /// What an output with the bytes of `hash`, of which something may have been said, followed
    /// from.
    pub(super) fn record_of(
        &self,
        reads: &Reads,
        hash: Fingerprint,
        said: Option<Box<Messages>>,
    ) -> Option<OutputRecord> {
        OutputRecord::new(reads, (hash, said), &self.now, &self.questions)
    }

    /// The finder's files, when they would be the same and all stand, and how many bytes each has.
    pub(super) fn finder(&self, run: &Run<'_>) -> Option<(Hashes, Vec<u64>)> {
        let (from, files) = self.finder.as_ref()?;
        if *from != self.now.of_everything() {
            return None;
        }
        let sizes: Option<Vec<u64>> =
            files.iter().map(|(path, hash)| run.stands(path, *hash)).collect();
        Some((files.clone(), sizes?))
    }

    /// The paths of the finder's files of that run.
    pub(super) fn finder_before(&self) -> impl Iterator<Item = &Arc<str>> {
        self.finder.iter().flat_map(|(_, files)| files).map(|(path, _)| path)
    }

    /// Remembers the run that ends.
    pub(super) fn remember(
        &self,
        records: Vec<Option<&OutputRecord>>,
        finder: Hashes,
        asked: Vec<Asked>,
    ) {
        Remembered::keep(
            &self.previous.store,
            &self.previous.key,
            &self.now,
            records,
            (finder, asked),
            &self.questions,
        );
    }
}
