//! The theme's assets under names that change with their content.

use crate::theme::Theme;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;

/// The theme's assets as they go out.
#[derive(Debug, Default)]
pub struct Bundle {
    /// From the asset's path in the theme to its path in the output.
    pub paths: BTreeMap<String, String>,
    /// From the path in the output to the bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// From the asset's path in the theme to the hash of its bytes, as browsers check it (W3C Subresource Integrity).
    pub integrity: BTreeMap<String, String>,
}

/// Names the assets of `theme` by their content. In stylesheets, `asset:PATH` becomes the address of that asset,
/// and the site's accent colour is set.
pub fn bundle(theme: &Theme) -> Bundle {
    let mut bundle = Bundle::default();
    let is_sheet = |path: &str| path.ends_with(".css");
    for (path, bytes) in theme.assets.iter().filter(|(path, _)| !is_sheet(path)) {
        bundle.add(path, bytes.clone());
    }
    for (path, bytes) in theme.assets.iter().filter(|(path, _)| is_sheet(path)) {
        let mut sheet = String::from_utf8_lossy(bytes).into_owned();
        let up = "../".repeat(path.matches('/').count() + 1);
        for (from, to) in &bundle.paths {
            sheet = sheet.replace(&format!("asset:{from}"), &format!("{up}{to}"));
        }
        if path == "css/style.css"
            && let Some(accent) = theme.params.get("accent").and_then(serde_json::Value::as_str)
        {
            sheet.push_str(&format!("\n:root{{--accent:{accent}}}\n"));
        }
        bundle.add(path, sheet.into_bytes());
    }
    bundle
}

impl Bundle {
    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let hash = blake3::hash(&bytes).to_hex();
        let named = match path.rsplit_once('.') {
            Some((stem, ending)) if !ending.contains('/') => format!("assets/{stem}.{}.{ending}", &hash[..10]),
            _ => format!("assets/{path}.{}", &hash[..10]),
        };
        let checked = BASE64_STANDARD.encode(Sha384::digest(&bytes));
        self.integrity.insert(path.to_owned(), format!("sha384-{checked}"));
        self.paths.insert(path.to_owned(), named.clone());
        self.files.insert(named, bytes);
    }
}
