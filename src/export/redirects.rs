//! `_redirects`, which several hosts read: former addresses of entries. Anybody may read it where a
//! host takes it for a file like others, so it names no entry that is in no list; a stub leads to
//! such an entry all the same.

use crate::site::{Export, ExportResult, Make, Redirect, SiteReader, Subject};

pub(super) const EXPORT: Export = Export { name: "redirects", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own("_redirects");
    if language > 0 || own || !site.has_former_addresses() {
        Vec::new()
    } else {
        vec![("_redirects".to_owned(), Subject::Whole)]
    }
}

fn make(site: &SiteReader<'_>, _: usize, _: Subject) -> ExportResult {
    let base = &site.config.base_path;
    let listed = site.redirects().filter(|redirect| redirect.listed);
    let lines = listed.map(|Redirect { from, to, .. }| format!("{base}{from} {base}{to} 301\n"));
    Ok(lines.collect::<String>().into_bytes())
}
