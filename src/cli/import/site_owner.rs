//! The owner of a site of one person, by its configuration and its first page: al-folio,
//! academicpages.

use super::front::{self, Front};
use super::input;
use super::site::Files;
use super::site_closing::closing_key;
use crate::base::Date;
use serde_json::{Map, Value};

/// Where a site is configured.
const CONFIG: [&str; 7] = [
    "_config.yml",
    "_config.yaml",
    "hugo.yaml",
    "config.yaml",
    "hugo.toml",
    "config.toml",
    "zola.toml",
];

/// The page about the owner.
const ABOUT: [&str; 4] = ["_pages/about.md", "_pages/about.markdown", "about.md", "index.md"];

/// What is taken of a configuration.
const KNOWN: [&str; 22] = [
    "first_name",
    "middle_name",
    "last_name",
    "email",
    "location",
    "avatar",
    "bio",
    "employer",
    "keywords",
    "github_username",
    "linkedin_username",
    "twitter_username",
    "gitlab_username",
    "orcid_id",
    "scholar_userid",
    "mastodon_username",
    "bluesky_url",
    "github",
    "linkedin",
    "twitter",
    "orcid",
    "googlescholar",
];

/// The front matter of one of `files`.
fn front(files: &Files, name: &str) -> Option<Front> {
    let text = input::text_of(files.get(name)?.clone()).ok()?;
    front::of(name, &text).ok()
}

/// What is known of the owner, and where it stands; none when nobody is named.
pub(super) fn owner(files: &Files, today: Date) -> Option<(String, Front)> {
    let name = *CONFIG.iter().find(|name| files.contains_key(**name))?;
    let settings = front(files, name)?.value;
    let page = ABOUT.iter().find(|name| files.contains_key(**name));
    let page = page.and_then(|name| front(files, name));
    let mut group = known(&settings);
    for file in ["_data/socials.yml", "_data/socials.yaml"] {
        if let Some(Value::Object(socials)) = front(files, file).map(|front| front.value) {
            group.extend(socials);
        }
    }
    if group.get("first_name").is_none() {
        let author =
            settings.get("author").and_then(|author| author.get("name").unwrap_or(author).as_str());
        let title = author.or_else(|| settings.get("title").and_then(Value::as_str))?;
        group.insert("name".to_owned(), Value::String(title.to_owned()));
    }
    let body = page.as_ref().map(|page| page.body.clone()).unwrap_or_default();
    if let Some(Value::Object(of_page)) = page.map(|page| page.value) {
        let of_page = Value::Object(of_page);
        let closing = closing_key(&of_page, today).map(str::to_owned);
        let wanted = |key: &String| {
            ["subtitle", "profile"].contains(&&**key) || closing.as_ref() == Some(key)
        };
        let Value::Object(of_page) = of_page else { return None };
        group.extend(of_page.into_iter().filter(|(key, _)| wanted(key)));
    }
    Some((name.to_owned(), Front { value: Value::Object(group), body }))
}

/// What a configuration says of its owner: at its top, under `author` or under `params`.
fn known(settings: &Value) -> Map<String, Value> {
    let mut group = Map::new();
    let places = [Some(settings), settings.get("author"), settings.get("params")];
    for source in places.into_iter().flatten().filter_map(Value::as_object) {
        for (key, value) in source.iter().filter(|(key, _)| KNOWN.contains(&key.as_str())) {
            group.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
    group
}
