//! The files of a source: one, those in a folder, or those in a ZIP, all within bounds.

use crate::base::archive::{Bounds, unpack};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use walkdir::WalkDir;

/// The largest file that is read.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// The most that is read of a folder or a ZIP.
const BOUNDS: Bounds = Bounds { files: 20_000, bytes: 256 * 1024 * 1024 };

/// The bytes of a file.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn file(path: &Path) -> Result<Vec<u8>, String> {
    let about = path.metadata().map_err(|error| error.to_string())?;
    if !about.is_file() {
        return Err("this is no file".to_owned());
    }
    if about.len() > MOST_BYTES {
        return Err(format!(
            "it has {} MB, and {} are the most",
            about.len() >> 20,
            MOST_BYTES >> 20
        ));
    }
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(path).map_err(|error| error.to_string())?;
    opened.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// The text of a file, without byte order mark; letters of Windows are understood.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn text(path: &Path) -> Result<String, String> {
    text_of(file(path)?)
}

/// The text that bytes are.
///
/// # Errors
/// Why they are none.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    crate::source::decode_text(bytes)
}

/// The files of a folder or of a ZIP that are `wanted` by their paths in it.
///
/// # Errors
/// Why they cannot be read.
pub(super) fn files(
    path: &Path,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>, String> {
    if !path.is_dir() {
        let bytes = file(path)?;
        if bytes.starts_with(b"PK") {
            return unpack(&bytes, BOUNDS, is_wanted);
        }
        return Err("it is neither a folder nor a ZIP file".to_owned());
    }
    let mut found = BTreeMap::new();
    let mut left = BOUNDS.bytes;
    // What Git and packages keep is nobody's content, and links are not followed.
    let ours = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name.starts_with('.') || name == "node_modules")
    };
    let walk = WalkDir::new(path).max_depth(12).sort_by_file_name().into_iter().filter_entry(ours);
    for entry in walk {
        let entry = entry.map_err(|error| error.to_string())?;
        if !entry.file_type().is_file() {
            continue;
        }
        let name = entry
            .path()
            .strip_prefix(path)
            .unwrap_or(entry.path())
            .to_string_lossy()
            .replace('\\', "/");
        if !is_wanted(&name) {
            continue;
        }
        if found.len() >= BOUNDS.files {
            return Err(format!("it holds more than {} files", BOUNDS.files));
        }
        let bytes = file(entry.path()).map_err(|why| format!("`{name}`: {why}"))?;
        left = left.checked_sub(bytes.len() as u64).ok_or("its files are too large together")?;
        found.insert(name, bytes);
    }
    Ok(found)
}
