//! The finder's files on their way to the output.

use super::make::{One, Run};
use crate::base::Fingerprint;
use rayon::prelude::*;

/// The finder's files: made, or standing as they were put because nothing changed that they follow from.
pub(super) enum FinderFiles<'a> {
    /// Path and bytes.
    Made(Vec<(&'a str, &'a [u8])>),
    /// Path, and the bytes in short.
    Standing(Vec<(String, Fingerprint)>),
}

impl FinderFiles<'_> {
    /// The paths.
    pub(super) fn paths(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Self::Made(files) => Box::new(files.iter().map(|(path, _)| *path)),
            Self::Standing(files) => Box::new(files.iter().map(|(path, _)| path.as_str())),
        }
    }

    /// Puts what does not stand.
    pub(super) fn put(&self, run: &Run<'_>) -> Vec<One> {
        match self {
            Self::Made(files) => {
                files.par_iter().map(|(path, bytes)| run.put(path, bytes, Fingerprint::of_bytes(bytes))).collect()
            }
            Self::Standing(files) => files.iter().map(|_| One::unchanged(None)).collect(),
        }
    }

    /// Path, and the bytes in short.
    pub(super) fn hashes(&self) -> Vec<(String, Fingerprint)> {
        match self {
            Self::Made(files) => {
                files.par_iter().map(|(path, bytes)| ((*path).to_owned(), Fingerprint::of_bytes(bytes))).collect()
            }
            Self::Standing(files) => files.clone(),
        }
    }
}
