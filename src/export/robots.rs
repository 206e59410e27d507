//! `robots.txt` (RFC 9309).

use crate::site::{Export, Site, Subject};

pub(super) const EXPORT: Export = Export { name: "robots", files, make };

fn files(site: &Site, language: usize) -> Vec<(String, Subject)> {
    let own = site.statics.iter().any(|file| file.path == "robots.txt");
    if language > 0 || own { Vec::new() } else { vec![("robots.txt".to_owned(), Subject::Whole)] }
}

fn make(site: &Site, _: usize, _: Subject) -> Vec<u8> {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &site.config.base_url {
        text.push_str(&format!("\nSitemap: {base}sitemap.xml\n"));
    }
    text.into_bytes()
}
