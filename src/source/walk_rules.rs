//! What files are taken for by where they lie.

use super::beside::BesideFile;
use super::file_name::{is_entry, read_fixed};
use crate::base::{Code, Consequence, Diagnostic, EntryKind, Place};
use std::time::UNIX_EPOCH;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

/// How deep folders that only group entries may stand in each other.
const MOST_GROUPS: usize = 4;

/// The note on a folder of an expert's that holds files like those of entries.
pub(super) fn nothing_below(path: String) -> Diagnostic {
    Diagnostic::new(Code::UnknownFile, Place::file(path), "nothing is read in this folder")
        .help("an expert's own cases are read in `projects/` beside profile.md, and their news in `news/`")
}

/// The note on a second profile in one folder: who of the two is hidden stands open in the other.
pub(super) fn second_profile(path: String, first: &str) -> Diagnostic {
    let message =
        format!("`{first}` stands beside it, and nobody can tell which of the two counts");
    Diagnostic::new(Code::SameUrl, Place::file(path), message)
        .help("keep the one that you write in, and take the other away")
        .consequence(Consequence::NotPublished)
}

/// Whether a file tells of its folder, as forges show it there, and is no entry.
pub(super) fn is_about_the_folder(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let stem = name.split('.').next().unwrap_or(&name);
    ["readme", "license", "licence", "changelog", "contributing"].contains(&stem)
}

/// Whether `files` of a folder are entries, or lie in folders with entries, and the folder is none
/// itself: none of them is called as one of `fixed`.
pub(super) fn is_group(files: &[DirEntry], fixed: &[&str]) -> bool {
    let lower = |file: &DirEntry| file.file_name().to_string_lossy().to_lowercase();
    let is_own = |file: &DirEntry| {
        let name = lower(file);
        read_fixed(&name).is_some_and(|(stem, _)| fixed.contains(&stem))
            || (EntryKind::told_in(&name).is_some() && file.file_type().is_dir())
    };
    let holds = |file: &DirEntry| file.file_type().is_file() && is_entry(&lower(file));
    let is_above = |folder: &DirEntry| {
        let below = WalkDir::new(folder.path()).min_depth(1).max_depth(MOST_GROUPS - 1).into_iter();
        folder.file_type().is_dir() && below.filter_map(Result::ok).any(|file| holds(&file))
    };
    !files.iter().any(is_own) && (files.iter().any(holds) || files.iter().any(is_above))
}

/// A file that lies beside entries, as the disk tells of it.
pub(super) fn beside_file(entry: &DirEntry, path: String) -> BesideFile {
    let (size, changed) = entry.metadata().map_or((0, (0, 0)), |metadata| {
        let changed = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        (metadata.len(), changed.map_or((0, 0), |at| (at.as_secs(), at.subsec_nanos())))
    });
    // A file system may keep letters and marks apart. Where both forms stand, the composed one
    // comes last, and counts.
    let path = if path.is_ascii() { path.into() } else { path.nfc().collect::<String>().into() };
    BesideFile { path, location: entry.path().to_owned(), size, changed }
}
