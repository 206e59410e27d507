//! The pages of an output folder that search engines may know: those of its sitemap.

use super::words::Passing;
use crate::base::percent::decoded;
use crate::base::xml::{Step, walk};
use crate::site::output_path;
use crate::source::read_file;
use std::path::Path;

/// A page that search engines may know.
#[derive(Debug)]
pub(super) struct Published {
    /// Its address.
    pub(super) url: String,
    /// Its file, in the output folder.
    pub(super) path: String,
    /// What it says, in short.
    pub(super) words: u128,
}

/// The pages that the sitemap in `out` names, that stand there, name themselves as their address,
/// and want to be found.
///
/// # Errors
/// Why there are none.
pub(super) fn published(
    out: &Path,
    base_url: &str,
    passing: &Passing,
) -> Result<Vec<Published>, String> {
    let mut urls = addresses(&out.join("sitemap.xml")).map_err(|problem| {
        format!(
            "{problem}; build the site with its address, and see `crawlers:` and `formats:` when it has no sitemap"
        )
    })?;
    // Sitemaps of large sites name their parts.
    if urls.iter().all(|url| has_ending(url, "xml")) {
        let parts = std::mem::take(&mut urls);
        for part in parts {
            let name = part.rsplit('/').next().unwrap_or_default().to_owned();
            urls.extend(addresses(&out.join(name))?);
        }
    }
    let pages = urls.into_iter().filter_map(|url| {
        let route = decoded(url.strip_prefix(base_url)?).into_owned();
        if route.split('/').any(|part| part == "..") {
            return None;
        }
        let path = output_path(&route);
        let html = String::from_utf8(read_file(&out.join(&path)).ok()?).ok()?;
        is_itself(&html, &url).then(|| Published { words: passing.without(&html), url, path })
    });
    Ok(pages.collect())
}

fn has_ending(url: &str, ending: &str) -> bool {
    url.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(ending))
}

/// Every `loc` of a sitemap, or of a list of sitemaps.
fn addresses(file: &Path) -> Result<Vec<String>, String> {
    let (mut urls, mut inside): (Vec<String>, bool) = (Vec::new(), false);
    let read = walk(&text_in(file)?, |step| {
        match step {
            Step::Begin(name, _) => {
                inside = name == "loc";
                if inside {
                    urls.push(String::new());
                }
            }
            Step::Text(part) if inside => {
                if let Some(url) = urls.last_mut() {
                    url.push_str(part);
                }
            }
            Step::Text(_) => {}
            Step::End(_) => inside = false,
        }
        true
    });
    read.map_err(|error| format!("{} is no sitemap: {error}", file.display()))?;
    Ok(urls)
}

/// The text of a file.
///
/// # Errors
/// That it cannot be read, or is no text.
pub(super) fn text_in(file: &Path) -> Result<String, String> {
    let shown = file.display();
    let bytes = read_file(file).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    String::from_utf8(bytes).map_err(|_| format!("{shown} is not UTF-8"))
}

/// Whether a page names `url` as its own address, and does not ask to be left out.
fn is_itself(html: &str, url: &str) -> bool {
    let head = html.split_once("</head>").map_or(html, |(head, _)| head);
    let tags = || head.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    let left_out = tags()
        .any(|tag| tag.starts_with("meta") && tag.contains("robots") && tag.contains("noindex"));
    let canonical = tags().find(|tag| tag.starts_with("link") && tag.contains("canonical"));
    let is_own = |tag: &str| {
        let href = tag.split_once("href=").map_or("", |(_, href)| href);
        let href = href.trim_start_matches(['"', '\'']);
        let end = href.find(['"', '\'', ' ']).unwrap_or(href.len());
        href[..end].replace("&amp;", "&") == url
    };
    !left_out && canonical.is_none_or(is_own)
}
