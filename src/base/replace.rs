//! Files that are changed whole.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Puts `bytes` in the place of a file that is there, all of them or none; who may read it stays.
///
/// # Errors
/// What the system says; then the file is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    // A name with a dot in front is none that a site is read from.
    let mut file = tempfile::Builder::new().prefix(".vakwerk-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    fs::set_permissions(file.path(), fs::metadata(path)?.permissions())?;
    file.persist(path)?;
    Ok(())
}
