//! What belongs to the site as a whole: static files, templates, themes of its own.

use super::beside::is_of_system;
use crate::base::{Code, Consequence, Diagnostic, Place};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that is copied as it is.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// Path in the output, with forward slashes.
    pub path: String,
    /// Where it is on this machine.
    pub location: PathBuf,
}

/// A file of a theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Path within the theme: `templates/base.html`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What belongs to the site as a whole.
#[derive(Debug, Clone, Default)]
pub struct SiteFiles {
    /// Files under `static/`.
    pub statics: Vec<StaticFile>,
    /// Templates under `templates/`, what they show under `assets/` and interface strings under
    /// `strings/`, as files of a theme that lies over all others.
    pub templates: Vec<ThemeFile>,
    /// Files of the themes under `themes/`, by the theme's name.
    pub themes: std::collections::BTreeMap<String, Vec<ThemeFile>>,
}

/// Opens a file to be read piece by piece. Gives its length in bytes as well.
///
/// # Errors
/// What the system says.
pub fn open_file(path: &Path) -> std::io::Result<(std::fs::File, u64)> {
    let file = std::fs::File::open(path)?;
    let length = file.metadata()?.len();
    Ok((file, length))
}

/// The bytes of a file of the site.
///
/// # Errors
/// What the system says.
#[expect(clippy::disallowed_methods, reason = "the outer ring: sources are read here")]
pub fn read_file(location: &Path) -> std::io::Result<Vec<u8>> {
    // A pipe would be waited for without end.
    if !std::fs::metadata(location)?.is_file() {
        return Err(std::io::Error::other("this is not a file"));
    }
    std::fs::read(location)
}

/// The first bytes of a file of the site, `most` of them.
///
/// # Errors
/// What the system says.
pub(super) fn read_beginning(location: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    if !std::fs::metadata(location)?.is_file() {
        return Err(std::io::Error::other("this is not a file"));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(location)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Finds and reads what belongs to the site as a whole.
pub(super) fn site_files(root: &Path, notes: &mut Vec<Diagnostic>) -> SiteFiles {
    let mut site = SiteFiles::default();
    for (path, location) in files_below(root, "static", notes) {
        site.statics.push(StaticFile { path, location });
    }
    let own =
        ["templates", "assets", "strings"].map(|folder| (folder, files_below(root, folder, notes)));
    let themes = files_below(root, "themes", notes);
    let mut read = |path: String, location: &PathBuf| match read_file(location) {
        Ok(bytes) => Some(ThemeFile { path, bytes }),
        Err(error) => {
            let place = Place::file(
                location.strip_prefix(root).unwrap_or(location).to_string_lossy().into_owned(),
            );
            notes.push(Diagnostic::new(
                Code::BrokenTheme,
                place,
                format!("cannot be read: {error}"),
            ));
            None
        }
    };
    for (folder, files) in own {
        for (path, location) in files {
            site.templates.extend(read(format!("{folder}/{path}"), &location));
        }
    }
    for (path, location) in themes {
        if let Some((theme, path)) = path.split_once('/') {
            let files = site.themes.entry(theme.to_owned()).or_default();
            files.extend(read(path.to_owned(), &location));
        }
    }
    site
}

/// Whether files of that name are made to hold what nobody else may read.
fn holds_secrets(name: &str) -> bool {
    let lower = name.to_lowercase();
    let names = [
        ".env",
        ".htpasswd",
        ".netrc",
        ".npmrc",
        ".pypirc",
        ".git-credentials",
        "id_rsa",
        "id_ed25519",
    ];
    names.contains(&lower.as_str()) || lower.starts_with(".env.") || lower.ends_with(".kdbx")
}

/// The files below a folder of the site, each with its path there. What is no file, and what cannot
/// be read, is said.
fn files_below(root: &Path, folder: &str, notes: &mut Vec<Diagnostic>) -> Vec<(String, PathBuf)> {
    let dir = root.join(folder);
    if !dir.is_dir() {
        return Vec::new();
    }
    let mut files = Vec::new();
    let ours = |entry: &DirEntry| {
        entry.depth() == 0 || !is_of_system(&entry.file_name().to_string_lossy())
    };
    for entry in WalkDir::new(&dir).min_depth(1).sort_by_file_name().into_iter().filter_entry(ours)
    {
        let label = |path: &Path| {
            let path = path.strip_prefix(&dir).unwrap_or(path).to_string_lossy().replace('\\', "/");
            format!("{folder}/{path}")
        };
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry)
                if entry.file_type().is_file()
                    && holds_secrets(&entry.file_name().to_string_lossy()) =>
            {
                let message = "files of that name hold passwords or keys, so it is left out";
                let note =
                    Diagnostic::new(Code::UnknownFile, Place::file(label(entry.path())), message);
                notes.push(note.help(
                    "take it out of the folder; give it another name if everybody may read it",
                ));
            }
            Ok(entry) if entry.file_type().is_file() => {
                let path = label(entry.path())[folder.len() + 1..].to_owned();
                files.push((path, entry.into_path()));
            }
            Ok(entry) if entry.path_is_symlink() => {
                let message = "symbolic links are not followed, so the file is left out";
                let note =
                    Diagnostic::new(Code::UnknownFile, Place::file(label(entry.path())), message);
                notes.push(note.help("put the file itself here"));
            }
            Ok(entry) => {
                let message = "this is neither a file nor a folder";
                let note = Diagnostic::new(
                    Code::FileUnreadable,
                    Place::file(label(entry.path())),
                    message,
                );
                notes.push(
                    note.help("remove it, or put a file in its place")
                        .consequence(Consequence::LeftOut),
                );
            }
            Err(error) => {
                let place = Place::file(label(error.path().unwrap_or(&dir)));
                let note = Diagnostic::new(Code::FileUnreadable, place, error.to_string());
                notes.push(note.consequence(Consequence::LeftOut));
            }
        }
    }
    files
}
