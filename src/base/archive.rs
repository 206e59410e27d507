//! ZIP files that strangers made: read within bounds, whatever they say of themselves.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How much of an archive is read.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Files in it.
    pub files: usize,
    /// Bytes of all of them together, unpacked.
    pub bytes: u64,
}

/// The files of an archive that `is_wanted` by their names, unpacked. Names that lead out of it are
/// refused.
///
/// # Errors
/// Why it cannot be read.
pub fn unpack(
    bytes: &[u8],
    bounds: Bounds,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    if archive.len() > bounds.files {
        return Err(format!("it holds {} files, and {} are the most", archive.len(), bounds.files));
    }
    let mut left = bounds.bytes;
    let mut found = BTreeMap::new();
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| error.to_string())?;
        let name = file.name().map_err(|error| error.to_string())?.replace('\\', "/");
        if file.is_dir() || !is_wanted(&name) {
            continue;
        }
        if name.starts_with('/') || name.contains(':') || name.split('/').any(|part| part == "..") {
            return Err(format!("it holds a file that would lie outside of it: `{name}`"));
        }
        let mut unpacked = Vec::new();
        // What the archive says of a file's size is not believed.
        file.take(left + 1)
            .read_to_end(&mut unpacked)
            .map_err(|error| format!("`{name}`: {error}"))?;
        let length = unpacked.len() as u64;
        if length > left {
            return Err(format!("unpacked it has more than {} MB", bounds.bytes / 1024 / 1024));
        }
        left -= length;
        found.insert(name, unpacked);
    }
    Ok(found)
}
