//! Reading `forgotten.yaml`.

use super::site_files::{read_file, text_of};
use crate::base::{Diagnostic, Forgotten, yaml};
use std::path::Path;

/// The people who were removed from the site in `root`; nobody when there is no list.
pub(super) fn forgotten(root: &Path, notes: &mut Vec<Diagnostic>) -> Forgotten {
    let Ok(bytes) = read_file(&root.join(Forgotten::FILE)) else { return Forgotten::default() };
    let Some(text) = text_of(bytes) else { return Forgotten::default() };
    let yaml::Reading { value, notes: faults, .. } = yaml::read(&text, &Forgotten::FILE.into(), 1);
    notes.extend(faults);
    value.unwrap_or_default()
}
