//! Whether what is remembered of a run is what comes out: everything is made anew and compared.

use super::bytes::bytes_of;
use super::previous::PreviousBuild;
use super::remembered::{Messages, OutputRecord};
use crate::base::Fingerprint;
use crate::base::read_log::ReadLog;
use crate::render::Templates;
use crate::site::{Item, Site};
use rayon::prelude::*;

/// What became of what is remembered.
#[derive(Debug, Default)]
pub struct Verified {
    /// Outputs of which it is said that they would come out as they did.
    pub believed: usize,
    /// Files of which it is said that they would be read as they were.
    pub files: usize,
    /// The paths of all of these that come out otherwise.
    pub wrong: Vec<String>,
}

/// Makes every output of `site` that `previous` would not make, and looks whether it is the one
/// that it says.
pub fn verify(site: &Site, previous: &PreviousBuild) -> Verified {
    let templates = Templates::new(site).value;
    let (comparison, records) = previous.compare(site);
    let believed: Vec<_> = site
        .items
        .iter()
        .zip(&records)
        .filter_map(|(item, record)| {
            Some((item, record.as_ref().filter(|record| comparison.is_current(record))?))
        })
        .collect();
    let is_wrong = |item: &Item, record: &OutputRecord| {
        let log = ReadLog::default();
        let Ok(made) = bytes_of(&site.read_by(&log), &templates, item) else { return true };
        let said = Messages { notes: made.notes, fragments: made.fragments };
        let remembered = record.said.as_deref().cloned().unwrap_or_default();
        Fingerprint::of_bytes(&made.bytes) != record.bytes || said != remembered
    };
    let wrong = believed.par_iter().filter(|(item, record)| is_wrong(item, record));
    Verified {
        believed: believed.len(),
        files: 0,
        wrong: wrong.map(|(item, _)| item.path.to_string()).collect(),
    }
}
