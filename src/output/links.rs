//! Whether every link inside the site arrives.

use crate::base::{Code, Diagnostic, Place};
use crate::site::{Item, Page, Site};
use std::collections::BTreeSet;

/// Notes on links of a page that lead to nothing inside the site.
pub(super) fn broken_links(site: &Site, page: Page, item: &Item, html: &str) -> Vec<Diagnostic> {
    let base = site.config.base_path.as_str();
    let mut broken = BTreeSet::new();
    for attribute in ["href=\"", "src=\""] {
        for (at, _) in html.match_indices(attribute) {
            let rest = &html[at + attribute.len()..];
            let target = &rest[..rest.find('"').unwrap_or(rest.len())];
            if !target.starts_with('/') || target.starts_with("//") {
                continue;
            }
            let path = target.split(['?', '#']).next().unwrap_or_default();
            let arrives = path.strip_prefix(base).is_some_and(|path| arrives(site, path));
            if !arrives {
                broken.insert(target);
            }
        }
    }
    broken
        .into_iter()
        .map(|target| {
            let file = site.source(page).unwrap_or_else(|| item.path.as_str().into());
            Diagnostic::new(
                Code::BrokenLink,
                Place::file(file),
                format!("the link `{target}` leads to no page (seen on /{})", item.path),
            )
            .help("correct the address, or write the page that it names")
        })
        .collect()
}

fn arrives(site: &Site, path: &str) -> bool {
    if path.is_empty() || path.ends_with('/') {
        return site.paths.contains_key(&format!("{path}index.html"));
    }
    site.paths.contains_key(path) || site.paths.contains_key(&format!("{path}/index.html"))
}
