//! Whether the theme's stylesheets can be read, and whether the files that they name are there.

use super::inside::walk;
use super::plan::Site;
use crate::base::{Code, Diagnostic, Place, Spot, percent};
use crate::theme::read_style;

/// What is wrong with the stylesheets of a site.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for (path, bytes) in site.theme.assets.iter().filter(|(path, _)| path.ends_with(".css")) {
        let text = String::from_utf8_lossy(bytes);
        let origin = site.theme.asset_origins.get(path).map_or(path.as_str(), String::as_str);
        let note = |at: usize, message: String| {
            let place = Place { file: origin.into(), spot: Spot::in_text(&text, at, 1) };
            Diagnostic::new(Code::BrokenStyle, place, message)
        };
        let (links, fault) = read_style(&text);
        for link in links {
            if let Some(help) = missing(site, path, &link.target) {
                let message = format!("there is no file `{}`", link.target);
                notes.push(note(link.at, message).help(help));
            }
        }
        if let Some(fault) = fault {
            notes.push(
                note(fault.at, fault.message)
                    .help("correct it; browsers leave out what they cannot read"),
            );
        }
    }
    notes
}

/// What to do about a file that a stylesheet names and that is not there; none when it is.
fn missing(site: &Site, sheet: &str, target: &str) -> Option<String> {
    let bare = target.split(['#', '?']).next().unwrap_or_default();
    if let Some(asset) = bare.strip_prefix("asset:") {
        let there = site.theme.assets.contains_key(asset);
        return (!there).then(|| format!("put it into the theme as assets/{asset}"));
    }
    // What lies elsewhere, or in the address itself, is no file of the site.
    if bare.is_empty() || bare.contains(':') || bare.starts_with("//") {
        return None;
    }
    let path = if bare.starts_with('/') {
        bare.strip_prefix(site.config.base_path.as_str()).map(str::to_owned)
    } else {
        let whole =
            site.theme.bundles.iter().find(|(_, parts)| parts.iter().any(|part| part == sheet));
        let own = site.bundle.paths.get(whole.map_or(sheet, |(whole, _)| whole))?;
        walk(own.rsplit_once('/').map_or("", |(folder, _)| folder), bare)
    };
    if path.is_some_and(|path| site.has(&percent::decoded(&path))) {
        return None;
    }
    let own = bare.trim_start_matches("../").trim_start_matches("./");
    Some(match site.theme.assets.keys().find(|asset| asset.ends_with(own)) {
        Some(asset) => format!("the theme's files get names of their own when they go out; write `url(asset:{asset})`"),
        None => "put the file into static/, or into the assets/ of the theme and write `url(asset:PATH)`".to_owned(),
    })
}
