//! Columns in which links stand: one a cell, or several, each under the key of the service that it
//! leads to.

use crate::base::profile;
use crate::base::tidy::Tidy;
use crate::base::yaml::Value;
use serde_yaml::Mapping;

/// Words between two addresses.
const BETWEEN: [&str; 9] = ["-", "–", "/", "&", "+", "en", "and", "und", "et"];

/// Whether a column of that key holds links.
pub(super) fn are_in(key: &str) -> bool {
    key == "links" || key.starts_with("links.")
}

/// Puts what stands in a cell of the column `key` under the links of an entry.
pub(super) fn put(mapping: &mut Mapping, key: &str, cell: &str) {
    let own = key.strip_prefix("links.");
    let below = mapping
        .entry(Value::String("links".to_owned()))
        .or_insert_with(|| Value::Mapping(Mapping::new()));
    let Some(links) = below.as_mapping_mut() else { return };
    let found = several(cell).filter(|found| found.len() > 1 || own.is_none());
    let Some(found) = found else {
        let name = own.unwrap_or("website");
        // `jan-bos` is an address where the key says of which service.
        let whole = match profile::read(name, cell) {
            Tidy::AsWritten(address) | Tidy::Tidied(address) => Some(address),
            Tidy::Wrong { .. } => None,
        };
        let host = whole.as_deref().map(host_of);
        let numbered = (2..20).map(|number| format!("{name} {number}"));
        // Under another key, the address stands in full.
        let written = |as_called| if as_called { cell } else { whole.as_deref().unwrap_or(cell) };
        let names = std::iter::once(name.to_owned()).chain(host).chain(numbered);
        stand(links, names.map(|one| (written(one == name), one)));
        return;
    };
    for (label, address) in found {
        let service = profile::service_of(address).map(str::to_owned).or(label);
        let names = [service.clone(), own.or(Some("website")).map(str::to_owned)];
        let names = if service.is_some() { &names[..1] } else { &names[1..] };
        let host = host_of(address);
        let numbered = (2..20).map(|number| format!("{host} {number}"));
        let all = names.iter().flatten().cloned().chain([host.clone()]).chain(numbered);
        stand(links, all.map(|name| (address, name)));
    }
}

/// Puts a link under the first of its names under which no other stands, so that none is lost; one
/// that stands there already is the same.
fn stand<'a>(links: &mut Mapping, names: impl Iterator<Item = (&'a str, String)>) {
    let in_full = |name: &str, written: &str| match profile::read(name, written) {
        Tidy::AsWritten(address) | Tidy::Tidied(address) => profile::key_of(&address),
        Tidy::Wrong { .. } => written.to_owned(),
    };
    for (address, name) in names {
        let known = links.get(name.as_str()).and_then(Value::as_str);
        match known.map(|known| in_full(&name, known) == in_full(&name, address)) {
            Some(true) => return,
            Some(false) => {}
            None => {
                links.insert(Value::String(name), Value::String(address.to_owned()));
                return;
            }
        }
    }
}

/// The addresses in a cell, each with what is written before it; None when something else stands
/// there too.
fn several(cell: &str) -> Option<Vec<(Option<String>, &str)>> {
    let mut found = Vec::new();
    let mut label: Option<String> = None;
    for word in cell.split(|sign: char| sign.is_whitespace() || matches!(sign, ';' | '|')) {
        for part in parts(word) {
            let (before, address) = match part.find("http") {
                Some(at) if part[..at].ends_with(':') => part.split_at(at),
                _ => ("", part),
            };
            let before = before.trim_end_matches(':');
            if BETWEEN.contains(&address) {
                continue;
            }
            if !before.is_empty() {
                label = Some(before.to_lowercase());
            }
            if matches!(profile::read_url(address), Tidy::Wrong { .. }) {
                // One word before an address says where it leads.
                let name = address.trim_end_matches(':');
                if label.is_some() || !name.chars().all(char::is_alphanumeric) {
                    return None;
                }
                label = Some(name.to_lowercase());
                continue;
            }
            found.push((label.take(), address));
        }
    }
    (label.is_none() && !found.is_empty()).then_some(found)
}

/// What commas part in a word; an address may hold some itself.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.match_indices(',').map(|(at, _)| at).find(|at| {
            let behind = &rest[at + 1..];
            ["", "http", "www."].iter().any(|begin| match *begin {
                "" => behind.is_empty(),
                begin => behind.starts_with(begin),
            })
        });
        let (part, behind) = end.map_or((rest, ""), |at| (&rest[..at], &rest[at + 1..]));
        rest = behind;
        Some(part)
    })
    .filter(|part| !part.is_empty())
}

/// The host of an address, as people say it.
fn host_of(address: &str) -> String {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest).to_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(key: &str, cell: &str) -> String {
        of_row(&[(key, cell)])
    }

    fn of_row(cells: &[(&str, &str)]) -> String {
        let mut mapping = Mapping::new();
        for (key, cell) in cells {
            put(&mut mapping, key, cell);
        }
        let links = mapping.get("links").and_then(Value::as_mapping).expect("links");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        links
            .iter()
            .map(|(key, value)| format!("{}={}", text(key), text(value)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn each_link_of_a_cell_stands_under_the_service_that_it_leads_to() {
        for (key, cell, found) in [
            ("links.website", "https://a.example", "website=https://a.example"),
            ("links.website", "a.example/x,y", "website=a.example/x,y"),
            (
                "links.website",
                "https://a.example, https://www.linkedin.com/in/jan",
                "website=https://a.example linkedin=https://www.linkedin.com/in/jan",
            ),
            (
                "links",
                "github.com/jan; b.example | c.example",
                "github=github.com/jan website=b.example c.example=c.example",
            ),
            (
                "links",
                "https://a.example,https://orcid.org/0000-0002-1825-0097",
                "website=https://a.example orcid=https://orcid.org/0000-0002-1825-0097",
            ),
            (
                "links",
                "Blog: https://a.example\nLinkedIn https://linkedin.com/in/jan",
                "blog=https://a.example linkedin=https://linkedin.com/in/jan",
            ),
            ("links", "https://a.example en https://a.example/", "website=https://a.example"),
            ("links", "see my site", "website=see my site"),
            ("links.linkedin", "jan-bos", "linkedin=jan-bos"),
        ] {
            assert_eq!(links(key, cell), found, "{cell}");
        }
    }

    #[test]
    fn no_column_takes_the_link_of_another() {
        for (cells, found) in [
            (
                [("links", "https://a.example https://b.example"), ("links.website", "c.example")],
                "website=https://a.example b.example=https://b.example c.example=https://c.example",
            ),
            (
                [("links.website", "a.example"), ("links.website", "https://b.example/x")],
                "website=a.example b.example=https://b.example/x",
            ),
            (
                [("links", "https://www.linkedin.com/in/jan"), ("links.linkedin", "jan")],
                "linkedin=https://www.linkedin.com/in/jan",
            ),
            (
                [("links.website", "a.example"), ("links.website", "https://a.example/")],
                "website=a.example",
            ),
            (
                [("links.github", "jan"), ("links.github", "kim")],
                "github=jan github.com=https://github.com/kim",
            ),
            (
                [("links.website", "a.example"), ("links.website", "see me")],
                "website=a.example website 2=see me",
            ),
        ] {
            assert_eq!(of_row(&cells), found);
        }
    }
}
