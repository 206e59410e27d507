//! The site's icon (SVG), and its web manifest (W3C Web Application Manifest).

use super::xml;
use crate::site::{Export, Lens, NoCards, Site};

pub(super) const EXPORT: Export = Export { name: "icon", paths, make };

const ICON: &str = "favicon.svg";
const MANIFEST: &str = "site.webmanifest";

fn paths(site: &Site, language: usize) -> Vec<String> {
    let free = |path: &&str| !site.statics.iter().any(|file| file.path == **path);
    let paths = [ICON, MANIFEST].into_iter().filter(|_| language == 0);
    paths.filter(free).map(str::to_owned).collect()
}

fn make(site: &Site, language: usize, path: &str) -> Vec<u8> {
    let title = Lens { site, language, cards: &NoCards }.site_view().title;
    let accent = site.theme.params.get("accent").and_then(serde_json::Value::as_str).unwrap_or("#1d5c63");
    if path == ICON {
        let letter: String = title.chars().find(|letter| letter.is_alphanumeric()).into_iter().collect();
        return format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"12\" \
             fill=\"{}\"/><text x=\"32\" y=\"46\" text-anchor=\"middle\" font-family=\"Georgia,serif\" \
             font-size=\"40\" font-weight=\"600\" fill=\"#fff\">{}</text></svg>\n",
            xml(accent),
            xml(&letter.to_uppercase()),
        )
        .into_bytes();
    }
    let base = &site.config.base_path;
    let manifest = serde_json::json!({
        "name": title,
        "lang": site.config.languages[language].to_string(),
        "start_url": base,
        "scope": base,
        "display": "browser",
        "icons": [{ "src": format!("{base}{ICON}"), "sizes": "any", "type": "image/svg+xml" }],
    });
    format!("{manifest:#}\n").into_bytes()
}
