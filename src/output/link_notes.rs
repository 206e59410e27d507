//! What is said of links that lead nowhere.

use super::links::below_own;
use crate::base::address::unescape;
use crate::base::{Code, Diagnostic, Language, Place, Spot};
use crate::config::MenuTarget;
use crate::site::{Item, Page, Site, SiteReader};

/// Endings of files that are shown or offered where they lie beside an entry.
const LYING_BESIDE: [&str; 17] = [
    "jpg", "jpeg", "png", "webp", "gif", "pdf", "epub", "ics", "docx", "odt", "rtf", "xlsx", "ods",
    "pptx", "odp", "zip", "mp3",
];

/// The note on a link that leads to nothing inside the site.
pub(super) fn leads_nowhere(
    site: &SiteReader<'_>,
    page: Page,
    item: &Item,
    target: &str,
) -> Diagnostic {
    let place = place_of(site, page, item, target);
    let name = written(site, target);
    let name = name.split(['?', '#']).next().unwrap_or_default().to_owned();
    // What stands behind the last dot may be a language.
    let is_language = |language: &Language| name.ends_with(&format!(".{}", language.as_str()));
    let is_file = names_a_file(&name) && !site.config.languages.iter().any(is_language);
    let what = if is_file { "file" } else { "page" };
    let message = format!("the link `{}` leads to no {what}", unescape(target));
    let beside = is_file
        .then(|| site.source_in(page, item.language))
        .flatten()
        .filter(|file| *file == place.file);
    let note = Diagnostic::new(Code::BrokenLink, place, message);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match (site.nearest_file(page, &name), beside) {
        (Some(near), _) => note.help(format!("did you mean `{near}`?")),
        (None, Some(_)) if is_file && !LYING_BESIDE.contains(&ending.as_str()) => {
            note.help(format!("put the file under static/ as {name}, or correct the name"))
        }
        (None, Some(file)) if !name.contains('/') => note.help(format!(
            "put the file `{name}` beside {file}, or under static/, or correct the name"
        )),
        (None, _) if is_file => {
            note.help(format!("put the file at static/{name}, or correct the name"))
        }
        (None, _) => note.help("correct the address, or write the page that it names"),
    }
}

/// Whether a link is to a file that is no page: by an ending that pages do not have.
fn names_a_file(link: &str) -> bool {
    let last = link.split(['?', '#']).next().unwrap_or(link).rsplit('/').next().unwrap_or(link);
    let ending = last.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending =
        (2..=5).contains(&ending.len()) && ending.chars().all(|sign| sign.is_ascii_alphanumeric());
    is_ending && !["html", "htm", "md", "php"].contains(&ending.to_ascii_lowercase().as_str())
}

pub(super) fn no_such_place(place: Place, target: &str) -> Diagnostic {
    let target = unescape(target);
    Diagnostic::new(Code::BrokenAnchor, place, format!("the page has no place `{target}`"))
        .help("correct what stands behind the #; headings are named by their words: `## My work` is #my-work")
}

/// A link as its author wrote it, below the base path and without slashes around it.
pub(super) fn written(site: &Site, target: &str) -> String {
    let target = unescape(target);
    let below = below_own(&target, site.config.base_url.as_deref());
    let below = below.or_else(|| target.strip_prefix(site.config.base_path.as_str()));
    let bare = below.unwrap_or(&target).trim_matches('/');
    (if bare.is_empty() { &*target } else { bare }).to_owned()
}

/// Which entry of the menu leads there.
fn in_menu(site: &Site, target: &str) -> Option<usize> {
    let inside = target.strip_prefix(site.config.base_path.as_str());
    site.config.menu.iter().flatten().position(|entry| match &entry.target {
        MenuTarget::Address(address) => {
            address == target
                || inside.is_some_and(|inside| address.strip_prefix('/') == Some(inside))
        }
        MenuTarget::Page(_) => false,
    })
}

/// Where a link comes from: the template that holds it, else the content file that the page is
/// about.
pub(super) fn place_of(site: &Site, page: Page, item: &Item, target: &str) -> Place {
    let written = written(site, target);
    let target = unescape(target);
    if let Some(at) = in_menu(site, &target) {
        return site.config.place(&format!("menu[{at}]"));
    }
    let in_quotes = |text: &str| {
        ['"', '\''].iter().any(|quote| {
            text.contains(&format!("{quote}{target}{quote}"))
                || text.contains(&format!("/{written}{quote}"))
        })
    };
    let template = site.theme.templates.iter().find(|(_, text)| in_quotes(text));
    let file = match template {
        Some((name, _)) => {
            let name: &str = name.as_ref();
            site.theme.origins.get(name).cloned().unwrap_or_else(|| name.to_owned()).into()
        }
        None => site.source_in(page, item.language).unwrap_or_else(|| item.path.clone()),
    };
    Place { file, spot: Spot::Text(written) }
}
