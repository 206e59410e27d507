//! `KEY.txt` (IndexNow): who has it may tell search engines which pages changed.

use crate::site::{Export, ExportResult, Make, SiteReader, Subject, Unmade};

pub(super) const EXPORT: Export = Export { name: "indexnow", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let key = site.config.indexnow.as_deref().filter(|_| language == 0);
    let path = key.map(|key| format!("{key}.txt")).filter(|path| !site.has_own(path));
    path.map(|path| (path, Subject::Whole)).into_iter().collect()
}

fn make(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    let key = site.config.indexnow.as_ref().ok_or(Unmade::NotPlanned)?;
    Ok(key.clone().into_bytes())
}
