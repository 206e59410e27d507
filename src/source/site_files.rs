//! What belongs to the site as a whole: static files, templates, themes of its own.

use std::path::{Path, PathBuf};

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
    /// Templates under `templates/`, as files of a theme that lies over all others.
    pub templates: Vec<ThemeFile>,
    /// Files of the themes under `themes/`, by the theme's name.
    pub themes: std::collections::BTreeMap<String, Vec<ThemeFile>>,
}

/// The bytes of a file of the site.
///
/// # Errors
/// What the system says.
#[expect(clippy::disallowed_methods, reason = "the outer ring: sources are read here")]
pub fn read_file(location: &Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(location)
}

/// The text of a file as it is parsed: without byte order mark, lines ended by `\n`. None when it is not UTF-8.
pub fn text_of(bytes: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(bytes).ok()?;
    let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Some(if bare.contains('\r') {
        bare.replace("\r\n", "\n").replace('\r', "\n")
    } else if bare.len() == text.len() {
        text
    } else {
        bare.to_owned()
    })
}
