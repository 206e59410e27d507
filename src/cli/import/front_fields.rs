//! What front matter of other generators says of a person.

use super::draft::{ClaimDraft, ItemDraft, LanguageDraft};
use super::front::{OF_PAGES, PROFILES};
use super::node::{Node, end};
use super::parts::{self, keep_link, titled};
use super::site_closing::{closed_by as closed_by_keys, closing_key};
use crate::base::fold;
use crate::base::{Date, speaks_of_privacy};
use serde_json::Value;
use std::collections::BTreeMap;

/// By what the page is not meant to be seen: whatever speaks of that and is not plainly open
/// closes it.
pub(super) fn closed_by(root: &Node<'_>, value: &Value, today: Date) -> Option<String> {
    root.read_all(&OF_PAGES);
    let found = closed_by_keys(value, today);
    let spoken = root.keys().into_iter().filter(|key| speaks_of_privacy(key));
    let closing = closing_key(value, today);
    spoken.chain(closing).for_each(|key| root.get(key).read());
    found
}

pub(super) fn contact(root: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut contact = BTreeMap::new();
    for node in [root.clone(), root.get("contact")] {
        parts::put(&mut contact, "email", &node.get("email"));
        parts::put(&mut contact, "phone", &node.get("phone"));
    }
    if let Some(email) = contact.get_mut("email") {
        *email = email.trim_start_matches("mailto:").to_owned();
    }
    contact
}

pub(super) fn location(root: &Node<'_>) -> BTreeMap<&'static str, String> {
    let mut location = BTreeMap::new();
    for node in [root.clone(), root.get("location"), root.get("address")] {
        parts::put(&mut location, "city", &node.get("city"));
        parts::put(&mut location, "region", &node.get("region"));
        parts::put(&mut location, "country", &node.get("country"));
    }
    parts::put(&mut location, "city", &root.get("location"));
    location
}

pub(super) fn languages(root: &Node<'_>) -> Vec<LanguageDraft> {
    let language = |node: Node<'_>| {
        let read = parts::language(&node.peek()?, None)?;
        node.read();
        Some(read)
    };
    root.get("languages").items().into_iter().filter_map(language).collect()
}

pub(super) fn expertise(root: &Node<'_>) -> Vec<ClaimDraft> {
    let mut claims: Vec<ClaimDraft> = Vec::new();
    for key in
        ["expertise", "interests", "skills", "topics", "tags", "research_interests", "keywords"]
    {
        for node in root.get(key).items() {
            let found = node.text().or_else(|| node.first(&["name", "title", "topic"]));
            let topics = found.iter().flat_map(|found| found.split([',', ';'])).map(str::trim);
            for topic in topics.filter(|topic| !topic.is_empty()) {
                if !claims.iter().any(|known| fold::key(&known.topic) == fold::key(topic)) {
                    claims.push(ClaimDraft::of(topic));
                }
            }
        }
    }
    claims
}

pub(super) fn education(root: &Node<'_>) -> Vec<ItemDraft> {
    let node = root.get("education");
    let courses =
        if node.get("courses").is_nothing() { node.items() } else { node.get("courses").items() };
    let item = |one: &Node<'_>| {
        let title = one.first(&["course", "degree", "title", "area"]);
        let (title, organization) =
            titled(title, one.first(&["institution", "school", "organization"]))?;
        let to = end(one, &["year", "date_end", "end", "to"]);
        Some(ItemDraft {
            title,
            organization,
            from: one.first_date(&["date_start", "start", "from"]),
            to,
            ..ItemDraft::default()
        })
    };
    courses.iter().filter_map(item).collect()
}

pub(super) fn links(root: &Node<'_>) -> BTreeMap<String, String> {
    let mut links = BTreeMap::new();
    for (key, before) in PROFILES {
        let node = root.get(key);
        let Some(found) = node.peek() else { continue };
        let url = if found.contains("://") {
            found
        } else {
            format!("{before}{}", found.trim_start_matches('@'))
        };
        if keep_link(&mut links, None, &url) {
            node.read();
        }
    }
    for key in ["website", "url", "homepage", "blog", "link"] {
        let node = root.get(key);
        if node.peek().is_some_and(|url| keep_link(&mut links, Some(key), &url)) {
            node.read();
        }
    }
    for key in ["social", "links", "profiles", "socials"] {
        let group = root.get(key);
        for one in group.items() {
            let label = ["icon", "name", "label", "platform", "title"]
                .iter()
                .find_map(|key| one.get(key).peek());
            for key in ["link", "url", "href"] {
                let node = one.get(key);
                if node.peek().is_some_and(|url| {
                    url.starts_with("mailto:") || keep_link(&mut links, label.as_deref(), &url)
                }) {
                    one.read();
                }
            }
        }
        for name in group.keys() {
            let node = group.get(name);
            if node.peek().is_some_and(|url| keep_link(&mut links, Some(name), &url)) {
                node.read();
            }
        }
    }
    links
}
