//! Where outputs go.

use crate::base::Fingerprint;
use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// What became of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It is new, or not as it was.
    Written,
    /// It is as it was.
    Unchanged,
}

/// What stands at a path since an earlier run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its bytes in short.
    pub hash: Fingerprint,
    /// How many they are.
    pub bytes: u64,
}

/// What a run changed, for who publishes no more than that; paths in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Outputs that are new, or not as they were.
    pub written: Vec<Arc<str>>,
    /// Outputs of earlier runs that are gone.
    pub removed: Vec<Arc<str>>,
    /// What stands at the top of the folder and is no output.
    pub foreign: Vec<String>,
}

/// Whether an error of this kind is one of the disk as a whole, so that no other output can be
/// written either.
pub(super) fn is_of_disk(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
    matches!(kind, StorageFull | QuotaExceeded | ReadOnlyFilesystem | FileTooLarge)
}

/// A place for outputs. Called by many threads at once, with each path once.
pub trait Sink: Sync {
    /// Announces all outputs of the run, before the first.
    ///
    /// # Errors
    /// What the system says.
    fn begin(&self, paths: &mut dyn Iterator<Item = &str>) -> io::Result<()>;

    /// The folder, when what was put there can be remembered by it.
    fn folder(&self) -> Option<&Path>;

    /// Whether what is put here goes nowhere, so that nothing has to be made for whoever looks
    /// here.
    fn keeps_nothing(&self) -> bool {
        false
    }

    /// What an earlier run put at `path`, when it stands there still. It need not be put again, and
    /// stays.
    fn stands(&self, path: &Arc<str>) -> Option<Standing>;

    /// Puts an output, whose bytes have the fingerprint `hash`.
    ///
    /// # Errors
    /// What the system says.
    fn put(&self, path: &Arc<str>, bytes: &[u8], hash: Fingerprint) -> io::Result<Put>;

    /// Tells paths of outputs that an earlier run put, as far as they are remembered: those need
    /// not be looked for.
    fn remind(&self, _paths: &mut dyn Iterator<Item = &Arc<str>>) {}

    /// What the disk tells of the outputs of the run before, when all of them stand as it left
    /// them.
    fn told_before(&self) -> Option<Fingerprint> {
        None
    }

    /// The same of the outputs of this run, once it has ended.
    fn told(&self) -> Option<Fingerprint> {
        None
    }

    /// Announces which outputs of the run are pages of people, one for each.
    fn keep_people(&self, _pages: &mut dyn Iterator<Item = &str>) {}

    /// The pages of people that earlier runs put, in short; none where nothing stays from one run
    /// to the next.
    fn people_before(&self) -> Option<&HashSet<Fingerprint>> {
        None
    }

    /// The paths of outputs that stand here, of those that are `wanted`.
    fn paths_of(&self, _wanted: &HashSet<Fingerprint>) -> Vec<String> {
        Vec::new()
    }

    /// Gives the run up: what stood before the run stands after it.
    ///
    /// # Errors
    /// What the system says.
    fn abandon(&self) -> io::Result<()>;

    /// Ends the run: what was put stands from here on, all at once. Removes what earlier runs put
    /// and this one did not.
    ///
    /// # Errors
    /// What the system says.
    fn end(&self) -> io::Result<Changes>;
}

/// No place: everything is made, and nothing kept. For `check`.
#[derive(Debug, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn keeps_nothing(&self) -> bool {
        true
    }

    fn begin(&self, _: &mut dyn Iterator<Item = &str>) -> io::Result<()> {
        Ok(())
    }

    fn folder(&self) -> Option<&Path> {
        None
    }

    fn told_before(&self) -> Option<Fingerprint> {
        Some(Fingerprint::of_bytes(b"nothing is written"))
    }

    fn told(&self) -> Option<Fingerprint> {
        self.told_before()
    }

    fn stands(&self, _: &Arc<str>) -> Option<Standing> {
        None
    }

    fn put(&self, _: &Arc<str>, _: &[u8], _: Fingerprint) -> io::Result<Put> {
        Ok(Put::Unchanged)
    }

    fn abandon(&self) -> io::Result<()> {
        Ok(())
    }

    fn end(&self) -> io::Result<Changes> {
        Ok(Changes::default())
    }
}
