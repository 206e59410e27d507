//! Whether what was written outlives a loss of power: bytes lie in memory until the system is told
//! to keep them.

use rayon::prelude::*;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Whether a run waits until what it wrote lies on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Syncing {
    /// It waits: after a loss of power, the output is that of before or after the run, or the next
    /// run repairs it.
    #[default]
    Waits,
    /// It does not wait.
    Hasty,
}

/// Of more files than this, the whole file system is synced at once.
#[cfg(any(target_os = "linux", target_os = "android"))]
const MANY: usize = 2000;

/// Waits until the bytes of `files`, which lie below `root`, are on the disk.
pub(super) fn sync_files(root: &Path, files: &[PathBuf]) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if files.len() > MANY {
        return Ok(rustix::fs::syncfs(File::open(root)?)?);
    }
    let _ = root;
    files.par_iter().try_for_each(|file| OpenOptions::new().write(true).open(file)?.sync_all())
}

/// Waits until the names in the folders of `files` are on the disk, up to `root`.
pub(super) fn sync_folders_of<'a>(
    root: &Path,
    files: impl Iterator<Item = &'a Path>,
) -> io::Result<()> {
    let mut folders: HashSet<&OsStr> = HashSet::new();
    let mut last = None;
    for folder in files.filter_map(Path::parent) {
        // Files of one folder follow one another.
        if last.replace(folder) != Some(folder) {
            let above = folder.ancestors().take_while(|folder| folder.starts_with(root));
            // Above a folder that is known, all are.
            above.take_while(|folder| folders.insert(folder.as_os_str())).for_each(drop);
        }
    }
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if folders.len() > MANY {
        return Ok(rustix::fs::syncfs(File::open(root)?)?);
    }
    // One that became empty is gone by now.
    folders.into_iter().map(Path::new).filter(|folder| folder.is_dir()).try_for_each(sync_folder)
}

/// Waits until the names in `folder` are on the disk.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    // Systems other than Unix keep names by themselves, and open no folder as a file.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
