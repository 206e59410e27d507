//! Files that are changed whole.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Puts `bytes` in the place of a file that is there, all of them or none; who may read it stays.
///
/// # Errors
/// What the system says; then the file is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    // A name with a dot in front is none that a site is read from.
    let file = tempfile::Builder::new().prefix(".vakwerk-").tempfile_in(folder)?;
    fs::set_permissions(file.path(), fs::metadata(path)?.permissions())?;
    filled(file, path, bytes)
}

/// Fills a file and gives it its name once it is on the disk.
fn filled(mut file: NamedTempFile, path: &Path, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Puts `bytes` into a file, whether it is there or not, all of them or none: on a full disk, what
/// was there stays. A link stays one.
///
/// # Errors
/// What the system says; then what was there is as it was.
#[expect(clippy::disallowed_methods, reason = "a link is written through, wherever it leads")]
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return replace(&fs::canonicalize(path)?, bytes);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vakwerk-");
    // As for any new file: who may read it is up to the system.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    filled(builder.tempfile_in(folder.unwrap_or(Path::new(".")))?, path, bytes)
}

/// Puts `bytes` into a file, as [`put`] does, and makes the folder that it stands in.
///
/// # Errors
/// What the system says; then what was there is as it was.
#[expect(clippy::disallowed_methods, reason = "whoever asks writes there, and says so")]
pub fn put_in_folder(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    put(path, bytes)
}

/// Removes a file; one that is not there is removed already.
///
/// # Errors
/// What the system says; then the file stands.
#[expect(clippy::disallowed_methods, reason = "whoever asks removes there, and says so")]
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
