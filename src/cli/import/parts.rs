//! Pieces that several formats have: languages with levels, links by what they lead to, texts in
//! paragraphs.

use super::draft::LanguageDraft;
use super::node::Node;
use crate::base::Language;
use crate::base::phone;
use crate::base::xml::reference;
use std::collections::BTreeMap;

/// A language by its name or tag, with the level that words beside it name.
pub(super) fn language(name: &str, fluency: Option<&str>) -> Option<LanguageDraft> {
    let bare = name.split(['(', ',']).next().unwrap_or(name);
    let tag = Language::by_name(name).or_else(|| Language::by_name(bare))?.to_string();
    let fluency = fluency.unwrap_or_default().to_uppercase();
    let level =
        ["A1", "A2", "B1", "B2", "C1", "C2"].into_iter().find(|level| fluency.contains(level));
    Some(match level {
        Some(level) => LanguageDraft::Level(BTreeMap::from([(tag, level.to_owned())])),
        None => LanguageDraft::Tag(tag),
    })
}

/// The level that a word for mastery means.
pub(super) fn level(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "aware" | "beginner" | "novice" | "basic" => Some("aware"),
        "practitioner" | "intermediate" | "competent" => Some("practitioner"),
        "expert" | "advanced" | "senior" | "proficient" | "master" => Some("expert"),
        "authority" => Some("authority"),
        _ => None,
    }
}

/// Hosts of profiles elsewhere, and the key under which such a link stands.
const HOSTS: [(&str, &str); 19] = [
    ("linkedin.com", "linkedin"),
    ("github.com", "github"),
    ("gitlab.com", "gitlab"),
    ("orcid.org", "orcid"),
    ("twitter.com", "twitter"),
    ("x.com", "twitter"),
    ("facebook.com", "facebook"),
    ("instagram.com", "instagram"),
    ("youtube.com", "youtube"),
    ("bsky.app", "bluesky"),
    ("mastodon.social", "mastodon"),
    ("xing.com", "xing"),
    ("researchgate.net", "researchgate"),
    ("scholar.google.com", "scholar"),
    ("stackoverflow.com", "stackoverflow"),
    ("medium.com", "medium"),
    ("vimeo.com", "vimeo"),
    ("codeberg.org", "codeberg"),
    ("dribbble.com", "dribbble"),
];

/// Keeps a link under the key of its host, else under that of its label, else as a website.
pub(super) fn keep_link(
    links: &mut BTreeMap<String, String>,
    label: Option<&str>,
    url: &str,
) -> bool {
    let url = url.trim();
    let url = if url.starts_with("www.") { format!("https://{url}") } else { url.to_owned() };
    let Some((_, rest)) = url
        .split_once("://")
        .filter(|(way, _)| way.eq_ignore_ascii_case("https") || way.eq_ignore_ascii_case("http"))
    else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
    let host = host.trim_start_matches("www.");
    let is_at = |known: &str| host == known || host.ends_with(&format!(".{known}"));
    let by_host = HOSTS.iter().find(|(known, _)| is_at(known)).map(|(_, key)| (*key).to_owned());
    let by_label =
        || label.map(key_of).filter(|key| !key.is_empty() && !GENERAL.contains(&key.as_str()));
    let key = by_host.or_else(by_label).unwrap_or_else(|| "website".to_owned());
    if links.values().any(|known| known.trim_end_matches('/') == url.trim_end_matches('/')) {
        return true;
    }
    let free =
        (1..100).map(|number| if number == 1 { key.clone() } else { format!("{key}{number}") });
    let Some(key) = free.into_iter().find(|key| !links.contains_key(key)) else { return false };
    links.insert(key, url);
    true
}

/// Labels that say of a link only that it is one.
const GENERAL: [&str; 12] = [
    "website",
    "url",
    "web",
    "site",
    "homepage",
    "home",
    "work",
    "other",
    "link",
    "personal",
    "portfolio",
    "company",
];

/// A label as a key.
pub(super) fn key_of(label: &str) -> String {
    label.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// Texts as paragraphs; none when there is none.
pub(super) fn paragraphs(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let parts: Vec<String> =
        parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// What there is of the parts of a name or a number, with spaces between; none when there is none.
pub(super) fn joined(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Lines as a list in Markdown; none when there is none.
pub(super) fn bullets(lines: &[String]) -> Option<String> {
    (!lines.is_empty())
        .then(|| lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"))
}

/// A title, and who stands for it where there is none: the employer of a job without a name.
pub(super) fn titled(
    title: Option<String>,
    organization: Option<String>,
) -> Option<(String, Option<String>)> {
    match (title, organization) {
        (Some(title), organization) => Some((title, organization)),
        (None, Some(organization)) => Some((organization, None)),
        (None, None) => None,
    }
}

/// Words of HTML in a text that another program exported: breaks are lines, letters are letters,
/// other tags are left out.
pub(super) fn plain_text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_owned();
    }
    let broken = html
        .replace("<br>", "\n")
        .replace("<br/>", "\n")
        .replace("<br />", "\n")
        .replace("</p>", "\n\n");
    let mut text = String::with_capacity(broken.len());
    let mut rest = broken.as_str();
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let taken = if from.starts_with('<') { tag(from) } else { entity(from) };
        let (letters, length) = taken.unwrap_or((from[..1].to_owned(), 1));
        text.push_str(&letters);
        rest = &from[length..];
    }
    text.push_str(rest);
    text.trim().to_owned()
}

/// A tag at the beginning, which is left out, and its length in bytes.
fn tag(from: &str) -> Option<(String, usize)> {
    let end = from.find('>')?;
    let is_tag =
        from[1..].starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '/') && end < 300;
    let item = if from[..end].eq_ignore_ascii_case("<li") { "- " } else { "" };
    is_tag.then(|| (item.to_owned(), end + 1))
}

/// The letter that an entity at the beginning stands for, and its length in bytes.
fn entity(from: &str) -> Option<(String, usize)> {
    let end = from.find(';').filter(|end| *end < 10)?;
    let letter = match &from[1..end] {
        "nbsp" => ' ',
        name => reference(name).filter(|letter| !letter.is_control() || *letter == '\n')?,
    };
    Some((letter.to_string(), end + 1))
}

/// Puts a text under a key of a group.
pub(super) fn put(group: &mut BTreeMap<&'static str, String>, key: &'static str, node: &Node<'_>) {
    let Some(text) = node.peek().filter(|_| !group.contains_key(key)) else { return };
    let (text, more) = if key == "phone" { phone::of_uri(&text) } else { (text, None) };
    if more.is_none() {
        node.read();
    }
    group.insert(key, text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stand_under_what_they_lead_to() {
        let mut links = BTreeMap::new();
        for (label, url) in [
            (None, "https://www.linkedin.com/in/jan"),
            (Some("Blog"), "https://jan.example/blog"),
            (Some("Personal"), "www.jan.example"),
            (None, "https://other.example/"),
            (None, "https://other.example"),
        ] {
            assert!(keep_link(&mut links, label, url));
        }
        assert!(!keep_link(&mut links, None, "javascript:alert(1)"));
        let keys: Vec<&str> = links.keys().map(String::as_str).collect();
        assert_eq!(keys, ["blog", "linkedin", "website", "website2"]);
    }

    #[test]
    fn words_of_html_are_text() {
        assert_eq!(
            plain_text("R&amp;D <b>at</b> A<br>5 < 6 &#233; & &bogus;"),
            "R&D at A\n5 < 6 é & &bogus;"
        );
    }
}
