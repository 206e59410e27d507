//! Front matter and data files of other sites, and what their keys mean.

use crate::base::EntryKind;
use crate::base::yaml;
use crate::config::Columns;
use crate::source::Headings;
use serde_json::Value;
use std::collections::BTreeMap;

/// Front matter, and the text below it.
#[derive(Debug)]
pub(super) struct Front {
    pub(super) value: Value,
    pub(super) body: String,
}

/// Reads a file: YAML between lines of dashes, TOML between lines of plus signs, or data as a
/// whole.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn of(name: &str, text: &str) -> Result<Front, String> {
    let lower = name.to_lowercase();
    let whole = |value| Ok(Front { value, body: String::new() });
    if lower.ends_with(".json") {
        return whole(serde_json::from_str(text).map_err(|error| error.to_string())?);
    }
    if lower.ends_with(".toml") {
        return whole(toml_of(text)?);
    }
    if lower.ends_with(".yaml") || lower.ends_with(".yml") {
        return whole(yaml_of(name, text)?);
    }
    for (sign, is_toml) in [("---", false), ("+++", true)] {
        let Some(rest) = text
            .trim_start()
            .strip_prefix(sign)
            .and_then(|rest| rest.split_once('\n'))
            .map(|(_, rest)| rest)
        else {
            continue;
        };
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == sign {
                let (front, body) = (&rest[..at], rest[at + line.len()..].trim().to_owned());
                let value = if is_toml { toml_of(front)? } else { yaml_of(name, front)? };
                return Ok(Front { value, body });
            }
            at += line.len();
        }
        return Err("its front matter does not end".to_owned());
    }
    Err("it has no front matter".to_owned())
}

fn toml_of(text: &str) -> Result<Value, String> {
    let mut value = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    dates_as_text(&mut value);
    Ok(value)
}

/// TOML has a type of its own for days and moments, which comes as a group of one key.
fn dates_as_text(value: &mut Value) {
    match value {
        Value::Object(keys) if keys.len() == 1 && keys.contains_key(TOML_DATE) => {
            *value = keys.remove(TOML_DATE).unwrap_or_default();
        }
        Value::Object(keys) => keys.values_mut().for_each(dates_as_text),
        Value::Array(items) => items.iter_mut().for_each(dates_as_text),
        _ => {}
    }
}

/// The key of such a group.
const TOML_DATE: &str = "$__toml_private_datetime";

fn yaml_of(name: &str, text: &str) -> Result<Value, String> {
    let read = yaml::read::<Value>(text, &name.into(), 1);
    read.value.ok_or_else(|| {
        read.notes.first().map_or("it is no YAML".to_owned(), |note| note.message.clone())
    })
}

/// Keys that say how a page is made, and nothing of the person.
pub(super) const OF_PAGES: [&str; 24] = [
    "layout",
    "permalink",
    "weight",
    "type",
    "slug",
    "nav",
    "nav_order",
    "order",
    "template",
    "date",
    "lastmod",
    "aliases",
    "redirect_from",
    "superuser",
    "authors",
    "highlight_name",
    "user_groups",
    "cms_exclude",
    "outputs",
    "menu",
    "cascade",
    "eleventyNavigation",
    "sitemap",
    "css",
];

/// Gives keys the names that are read here: by what the user says, then by the words of four
/// languages.
pub(super) fn rename(value: &mut Value, map: &BTreeMap<String, String>) {
    let Some(group) = value.as_object_mut() else { return };
    let columns = Columns::default();
    let headings = Headings { kind: EntryKind::Expert, columns: &columns };
    let names: Vec<String> = group.keys().cloned().collect();
    for name in names {
        // Zola keeps keys of one's own under `extra`, others under `params`.
        if ["extra", "params"].contains(&name.as_str())
            && let Some(Value::Object(below)) = group.remove(&name)
        {
            // What stands at both places is neither believed nor lost.
            let (twice, once): (Vec<_>, Vec<_>) =
                below.into_iter().partition(|(key, _)| group.contains_key(key));
            group.extend(once);
            if !twice.is_empty() {
                group.insert(name, Value::Object(twice.into_iter().collect()));
            }
        }
    }
    let names: Vec<String> = group.keys().cloned().collect();
    for name in names {
        let by_words = || {
            headings
                .key_of(&name)
                .filter(|key| !KEPT.contains(key) && !OWN.contains(&name.as_str()))
        };
        let known = map.get(&name).map(String::as_str).or_else(by_words);
        let Some(key) = known else { continue };
        let key = key.rsplit('.').next().unwrap_or(key).to_owned();
        let is_free = key != name && (map.contains_key(&name) || !group.contains_key(&key));
        if let Some(value) = is_free.then(|| group.remove(&name)).flatten() {
            group.insert(key, value);
        }
    }
}

/// Keys of the words of tables that are read by their own names here.
const KEPT: [&str; 7] =
    ["visibility", "draft", "publish", "expires", "consent", "withdrawn", "body"];

/// Keys that are read here by their own names, in whatever sense the words have in tables.
const OWN: [&str; 29] = [
    "profile",
    "role",
    "roles",
    "position",
    "job_title",
    "title",
    "name",
    "description",
    "summary",
    "about",
    "bio",
    "url",
    "tags",
    "skills",
    "topics",
    "keywords",
    "interests",
    "location",
    "address",
    "education",
    "image",
    "picture",
    "photo",
    "avatar",
    "social",
    "links",
    "email",
    "phone",
    "tagline",
];

/// Keys under which somebody names the own profile elsewhere, and the address before the name.
pub(super) const PROFILES: [(&str, &str); 14] = [
    ("github", "https://github.com/"),
    ("github_username", "https://github.com/"),
    ("gitlab", "https://gitlab.com/"),
    ("gitlab_username", "https://gitlab.com/"),
    ("linkedin", "https://www.linkedin.com/in/"),
    ("linkedin_username", "https://www.linkedin.com/in/"),
    ("twitter", "https://twitter.com/"),
    ("twitter_username", "https://twitter.com/"),
    ("orcid", "https://orcid.org/"),
    ("orcid_id", "https://orcid.org/"),
    ("scholar_userid", "https://scholar.google.com/citations?user="),
    ("googlescholar", "https://scholar.google.com/citations?user="),
    ("bluesky_url", "https://bsky.app/profile/"),
    ("mastodon", "https://mastodon.social/@"),
];
