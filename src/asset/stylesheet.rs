//! The theme's assets under names that change with their content.

use super::tight::{tight_script, tight_sheet};
use crate::theme::Theme;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What a style sheet has where the parameters of the theme are to stand as custom properties.
const PROPERTIES: &str = "/*! parameters */";

/// The theme's assets as they go out.
#[derive(Debug, Default)]
pub struct Bundle {
    /// From the asset's path in the theme to its path in the output.
    pub paths: BTreeMap<String, String>,
    /// From the path in the output to the bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// From the asset's path in the theme to the hash of its bytes, as browsers check it (W3C
    /// Subresource Integrity).
    pub integrity: BTreeMap<String, String>,
}

/// Names the assets of `theme` by their content, with those put together that the theme wants
/// together. In style sheets, `asset:PATH` becomes the address of that asset, and the parameters of
/// the theme become custom properties.
pub fn bundle(theme: &Theme) -> Bundle {
    let mut bundle = Bundle::default();
    let is_sheet = |path: &str| path.ends_with(".css");
    let whole: BTreeSet<&String> = theme.assets.keys().chain(theme.bundles.keys()).collect();
    let whole: Vec<&String> = whole.into_iter().filter(|path| !theme.is_part(path)).collect();
    for path in whole.iter().filter(|path| !is_sheet(path)) {
        bundle.add(path, bytes(theme, path));
    }
    for path in whole.iter().filter(|path| is_sheet(path)) {
        let mut sheet = String::from_utf8_lossy(&bytes(theme, path)).into_owned();
        let up = "../".repeat(path.matches('/').count() + 1);
        for (from, to) in &bundle.paths {
            sheet = sheet.replace(&format!("asset:{from}"), &format!("{up}{to}"));
        }
        let properties: Vec<String> =
            theme.properties.iter().map(|(name, value)| format!("{name}:{value};")).collect();
        bundle.add(path, sheet.replace(PROPERTIES, &properties.concat()).into_bytes());
    }
    bundle
}

/// The bytes of an asset: its own, or those of its parts, without what is there for people.
fn bytes(theme: &Theme, path: &str) -> Vec<u8> {
    let Some(parts) = theme.bundles.get(path) else {
        return theme.assets.get(path).cloned().unwrap_or_default();
    };
    let parts = parts.iter().filter_map(|part| theme.assets.get(part));
    let texts: Vec<_> = parts.map(|bytes| String::from_utf8_lossy(bytes)).collect();
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => texts.iter().map(|text| tight_sheet(text)).collect::<String>().into_bytes(),
        Some("js") => {
            let modules: String = texts.iter().map(|text| tight_script(text)).collect();
            format!("(() => {{\n'use strict';\n{modules}}})();\n").into_bytes()
        }
        _ => texts.concat().into_bytes(),
    }
}

impl Bundle {
    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let hash = blake3::hash(&bytes).to_hex();
        let named = match path.rsplit_once('.') {
            Some((stem, ending)) if !ending.contains('/') => {
                format!("assets/{stem}.{}.{ending}", &hash[..10])
            }
            _ => format!("assets/{path}.{}", &hash[..10]),
        };
        let checked = BASE64_STANDARD.encode(Sha256::digest(&bytes));
        self.integrity.insert(path.to_owned(), format!("sha256-{checked}"));
        self.paths.insert(path.to_owned(), named.clone());
        self.files.insert(named, bytes);
    }
}
