//! The themes that ship with the program.

use crate::source::ThemeFile;

#[derive(rust_embed::RustEmbed)]
#[folder = "themes/"]
struct Shipped;

/// The files of a theme that ships with the program; none when there is no such theme.
pub(super) fn files(theme: &str) -> Option<Vec<ThemeFile>> {
    let prefix = format!("{theme}/");
    let mut files: Vec<ThemeFile> = Shipped::iter()
        .filter_map(|path| {
            let within = path.strip_prefix(&prefix)?.to_owned();
            Some(ThemeFile { path: within, bytes: Shipped::get(&path)?.data.into_owned() })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    (!files.is_empty()).then_some(files)
}

/// The names of the themes that ship with the program.
pub(super) fn names() -> Vec<String> {
    let mut names: Vec<String> =
        Shipped::iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    names.sort();
    names.dedup();
    names
}
