//! The themes that ship with the program.

use crate::base::Fingerprint;
use crate::source::ThemeFile;
use std::collections::HashSet;
use std::sync::LazyLock;

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

/// Whether a file of these bytes ships with the program: it was there before any site, and says
/// nothing of anybody, whatever its bytes happen to spell.
pub fn is_shipped(bytes: &[u8]) -> bool {
    static FONTS: LazyLock<HashSet<Fingerprint>> = LazyLock::new(|| {
        let fonts = Shipped::iter().filter(|path| path.ends_with(".woff2"));
        let bytes = fonts.filter_map(|path| Shipped::get(&path));
        bytes.map(|font| Fingerprint::of_bytes(&font.data)).collect()
    });
    bytes.starts_with(b"wOF2") && FONTS.contains(&Fingerprint::of_bytes(bytes))
}

/// The names of the themes that ship with the program.
pub(super) fn names() -> Vec<String> {
    let mut names: Vec<String> =
        Shipped::iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    names.sort();
    names.dedup();
    names
}
