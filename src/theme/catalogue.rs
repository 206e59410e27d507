//! The themes that a site can choose.

use super::embedded;
use super::manifest::ThemeManifest;
use crate::base::yaml;
use crate::source::ThemeFile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A theme that a site can choose.
#[derive(Debug)]
pub struct Described {
    /// What it says of itself.
    pub manifest: ThemeManifest,
    /// Whether it ships with the program.
    pub shipped: bool,
    /// The paths of its files, fonts left out.
    pub files: Vec<String>,
}

/// The themes that ship with the program, and those in `own`; what cannot be read is left out.
pub fn catalogue(own: &BTreeMap<String, Vec<ThemeFile>>) -> Vec<Described> {
    let shipped =
        embedded::names().into_iter().filter_map(|name| Some((embedded::files(&name)?, true)));
    let own = own.values().map(|files| (files.clone(), false));
    shipped.chain(own).filter_map(|(files, shipped)| described(&files, shipped)).collect()
}

fn described(files: &[ThemeFile], shipped: bool) -> Option<Described> {
    let file = files.iter().find(|file| file.path == "theme.yaml")?;
    let text = crate::source::text_of(file.bytes.clone())?;
    let path: Arc<str> = "theme.yaml".into();
    let manifest = yaml::read::<ThemeManifest>(&text, &path, 1).value?;
    let paths = files.iter().map(|file| file.path.clone()).filter(|path| !path.contains("/fonts/"));
    Some(Described { manifest, shipped, files: paths.collect() })
}
