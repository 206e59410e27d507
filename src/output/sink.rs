//! Where outputs go.

use std::io;

/// What became of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It is new, or not as it was.
    Written,
    /// It is as it was.
    Unchanged,
}

/// A place for outputs. Called by many threads at once, with each path once.
pub trait Sink: Sync {
    /// Announces all outputs of the run, before the first.
    ///
    /// # Errors
    /// What the system says.
    fn begin(&self, paths: &mut dyn Iterator<Item = &str>) -> io::Result<()>;

    /// Whether the output of an earlier run stands there still. Asked of outputs whose names follow from their
    /// bytes, and those that stand need not be made again.
    fn stands(&self, path: &str) -> bool;

    /// Puts an output.
    ///
    /// # Errors
    /// What the system says.
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Put>;

    /// Gives the run up: what stood before the run stands after it.
    ///
    /// # Errors
    /// What the system says.
    fn abandon(&self) -> io::Result<()>;

    /// Ends the run: what was put stands from here on, all at once. Removes what earlier runs put and this one did not. Gives how many were removed.
    ///
    /// # Errors
    /// What the system says.
    fn end(&self) -> io::Result<usize>;
}

/// No place: everything is made, and nothing kept. For `check`.
#[derive(Debug, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn begin(&self, _: &mut dyn Iterator<Item = &str>) -> io::Result<()> {
        Ok(())
    }

    fn stands(&self, _: &str) -> bool {
        false
    }

    fn put(&self, _: &str, _: &[u8]) -> io::Result<Put> {
        Ok(Put::Unchanged)
    }

    fn abandon(&self) -> io::Result<()> {
        Ok(())
    }

    fn end(&self) -> io::Result<usize> {
        Ok(0)
    }
}
