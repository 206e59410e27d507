//! The finder's files on their way to the output.

use super::make::{Outcome, Run};
use super::remembered::Hashes;
use crate::base::Fingerprint;
use rayon::prelude::*;
use std::sync::Arc;

/// The finder's files: to be made, or standing as they were put because nothing changed that they
/// follow from.
pub(super) enum FinderFiles<'a> {
    /// The paths.
    Made(Vec<&'a Arc<str>>),
    /// Path, and the bytes in short; and how many they are.
    Standing(Hashes, Vec<u64>),
}

impl FinderFiles<'_> {
    /// The paths.
    pub(super) fn paths(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Self::Made(paths) => Box::new(paths.iter().map(|path| &***path)),
            Self::Standing(files, _) => Box::new(files.iter().map(|(path, _)| &**path)),
        }
    }

    /// Puts what does not stand. Gives what became of each, and all paths with the bytes in short.
    pub(super) fn put(self, run: &Run<'_>) -> (Vec<Outcome>, Hashes) {
        match self {
            Self::Made(paths) => {
                let put = |path: &&Arc<str>| {
                    let bytes =
                        run.site.finder_file(path).expect("the path is one of the finder's");
                    let hash = Fingerprint::of_bytes(&bytes);
                    (run.put(path, &bytes, hash), (Arc::clone(path), hash))
                };
                paths.par_iter().map(put).unzip()
            }
            Self::Standing(files, sizes) => {
                (sizes.into_iter().map(|bytes| Outcome::unchanged(None, bytes)).collect(), files)
            }
        }
    }
}
