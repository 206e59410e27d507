//! Outputs kept in memory, for tests.

use super::sink::{Changes, Put, Sink, Standing};
use crate::base::Fingerprint;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Outputs kept in memory.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// The outputs by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Memory {
    fn begin(&self, _: &mut dyn Iterator<Item = &str>) -> io::Result<()> {
        Ok(())
    }

    fn folder(&self) -> Option<&Path> {
        None
    }

    fn stands(&self, _: &Arc<str>) -> Option<Standing> {
        None
    }

    fn put(&self, path: &Arc<str>, bytes: &[u8], _: Fingerprint) -> io::Result<Put> {
        self.files
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(path.to_string(), bytes.to_vec());
        Ok(Put::Written)
    }

    fn abandon(&self) -> io::Result<()> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clear();
        Ok(())
    }

    fn end(&self) -> io::Result<Changes> {
        Ok(Changes::default())
    }
}
