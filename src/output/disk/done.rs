//! What a run did with an output, and how it writes.

use crate::base::{Fingerprint, Shard};
use crate::output::durable::Syncing;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// How a run writes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// The part of all outputs that it makes; those of other parts stay as they are.
    pub shard: Option<Shard>,
    /// Whether it waits until what it wrote lies on the disk.
    pub syncing: Syncing,
}

/// An output of this run.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) path: Arc<str>,
    pub(super) hash: Fingerprint,
    pub(super) state: State,
    /// What the disk told of it, of one that stands.
    pub(super) told: Option<Fingerprint>,
}

/// Where an output of this run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It stands there from an earlier run.
    Standing,
    /// It waits beside the one that it replaces until the run ends.
    Waiting,
    /// It stands where none stood before.
    Fresh,
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: outputs are read here")]
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}
