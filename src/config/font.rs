//! The fonts that stand beside the configuration.

use crate::base::font::name::named;
use crate::base::font::{fault, unpacked};
use std::path::Path;

/// What is wrong with a font, and what to do.
type Wrong = (&'static str, &'static str);

/// A font beside the configuration, unpacked.
pub(super) fn read(root: &Path, name: &str) -> Result<Vec<u8>, Wrong> {
    const OTHER: &str = "take another font, such as one of Noto (SIL Open Font License)";
    let bytes = bytes(root, name)?;
    let begins: [&[u8]; 5] = [b"\0\x01\0\0", b"OTTO", b"true", b"ttcf", b"wOF2"];
    if !begins.iter().any(|begin| bytes.starts_with(begin)) {
        return Err(("is no font that a CV can be set in", "take a font as TTF, OTF or WOFF2"));
    }
    let again = ("is broken, or no font", "fetch the font again, or take another");
    let font = unpacked(&bytes).ok_or(again)?.into_owned();
    match fault(&font) {
        None => {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            Ok(named(font, stem))
        }
        Some(what) if what.starts_with("is ") => Err((what, again.1)),
        Some(what) => Err((what, OTHER)),
    }
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: fonts are read from files")]
fn bytes(root: &Path, name: &str) -> Result<Vec<u8>, Wrong> {
    /// A font of all Han letters has 20 MB.
    const MOST: u64 = 64 << 20;
    if name.contains(['/', '\\']) || name.starts_with('.') {
        return Err((
            "is not a file beside vakwerk.yaml",
            "name the file only: NotoSansArabic.ttf",
        ));
    }
    let path = root.join(name);
    let gone = ("is not there", "put the font beside vakwerk.yaml");
    let file = std::fs::metadata(&path).map_err(|_| gone)?;
    // Whoever opens a pipe waits for somebody to write into it.
    if !file.is_file() {
        return Err(("is no file", "put the font itself beside vakwerk.yaml"));
    }
    if file.len() > MOST {
        return Err(("is larger than 64 MB", "take a font of fewer letters"));
    }
    std::fs::read(&path).map_err(|_| gone)
}
