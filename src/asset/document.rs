//! A document that lies beside an entry and goes out as it is, to be read and never run.

use crate::base::slug::slug;
use crate::base::{Diagnostic, media_type};
use crate::source::BesideFile;

/// A document that goes out as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Where it comes from.
    pub file: BesideFile,
    /// Its path in the output: a hash of its bytes and the name that its author gave it.
    pub path: String,
    /// Its ending in small letters: `pdf`.
    pub ending: &'static str,
}

impl Document {
    /// Reads the document of the kind `ending`.
    pub(super) fn read(file: &BesideFile, ending: &'static str) -> Result<Self, Diagnostic> {
        let hash = blake3::hash(&file.read()?).to_hex();
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let path = format!("files/{}/{}.{ending}", &hash[..10], slug(stem));
        Ok(Self { file: file.clone(), path, ending })
    }

    /// The media type (RFC 6838).
    pub fn media_type(&self) -> &'static str {
        // What the encoding of a text is stands in the document itself.
        media_type::of_ending(self.ending).split(';').next().unwrap_or_default()
    }

    /// Its size as people say it: `340 kB`, `2 MB`.
    pub fn size_in_words(&self) -> String {
        let size = self.file.size;
        if size < 1_000_000 {
            format!("{} kB", size.div_ceil(1000))
        } else {
            format!("{} MB", (size + 500_000) / 1_000_000)
        }
    }
}
