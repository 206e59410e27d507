//! `_redirects`, which several hosts read: former addresses of entries.

use crate::site::{Export, Redirect, Site, Subject};

pub(super) const EXPORT: Export = Export { name: "redirects", files, make };

fn files(site: &Site, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own("_redirects");
    if language > 0 || own || site.redirects().is_empty() {
        Vec::new()
    } else {
        vec![("_redirects".to_owned(), Subject::Whole)]
    }
}

fn make(site: &Site, _: usize, _: Subject) -> Vec<u8> {
    let base = &site.config.base_path;
    let lines = site.redirects().into_iter().map(|Redirect { from, to, .. }| format!("{base}{from} {base}{to} 301\n"));
    lines.collect::<String>().into_bytes()
}
