//! `site.webmanifest` (W3C Web Application Manifest).

use super::icon;
use crate::site::{Export, ExportResult, Make, NoCards, SiteReader, Subject, ViewContext};

pub(super) const EXPORT: Export = Export { name: "web manifest", files, make: Make::Bytes(make) };

const PATH: &str = "site.webmanifest";

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let own = site.has_own(PATH);
    if language > 0 || own { Vec::new() } else { vec![(PATH.to_owned(), Subject::Whole)] }
}

fn make(site: &SiteReader<'_>, language: usize, _: Subject) -> ExportResult {
    let base = &site.config.base_path;
    let manifest = serde_json::json!({
        "name": ViewContext { site, language, cards: &NoCards }.site_view().title,
        "lang": site.config.languages[language].to_string(),
        "start_url": base,
        "scope": base,
        "display": "browser",
        "icons": [{ "src": format!("{base}{}", icon::PATH), "sizes": "any", "type": "image/svg+xml" }],
    });
    Ok(format!("{manifest:#}\n").into_bytes())
}
