//! People of another site: al-folio and other Jekyll sites, HugoBlox, Hugo, Zola and Eleventy, by
//! their front matter and data files.

use super::bibtex;
use super::draft::{ItemDraft, PersonDraft, ProfileDraft};
use super::front::{self, Front};
use super::front_fields;
use super::imported::Imported;
use super::input;
use super::node::Ledger;
use super::parts::{self, titled};
use super::site_folders::closed_around;
use super::site_groups::memberships;
use super::site_owner::owner;
use super::site_photo;
use super::sorted::Stated;
use super::terms::Groups;
use crate::base::Date;
use crate::base::name::is_of_particles;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Folders and data files in which sites keep people.
const PEOPLE: [&str; 17] = [
    "people",
    "members",
    "team",
    "authors",
    "staff",
    "person",
    "persons",
    "profiles",
    "experts",
    "leden",
    "mensen",
    "medewerkers",
    "deskundigen",
    "mitglieder",
    "mitarbeiter",
    "equipe",
    "membres",
];

/// Endings of the files that are looked at.
const WANTED: [&str; 12] = [
    ".md",
    ".markdown",
    ".yaml",
    ".yml",
    ".json",
    ".toml",
    ".bib",
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".gif",
];

/// Folders of what others wrote, and of what was made.
const UNWANTED: [&str; 4] = ["node_modules/", "_site/", "public/", "vendor/"];

/// Files of a site, by their paths in it.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

fn is_wanted(name: &str) -> bool {
    let lower = name.to_lowercase();
    WANTED.iter().any(|ending| lower.ends_with(ending))
        && !UNWANTED.iter().any(|folder| lower.starts_with(folder))
}

/// Reads the people of a site, whose own keys mean what `map` says.
///
/// # Errors
/// Why there is nobody.
pub(super) fn read(
    path: &Path,
    map: &BTreeMap<String, String>,
    today: Date,
) -> Result<Imported, String> {
    let files = input::files(path, is_wanted)?;
    let mut imported = Imported::default();
    let mut found = entries(&files, &mut imported);
    if found.is_empty() {
        found.extend(owner(&files, today));
    }
    if files.contains_key("assets/json/resume.json") {
        imported.said.push(
            "`assets/json/resume.json` is a CV: `vakwerk import json-resume` reads it".to_owned(),
        );
    }
    if files.contains_key("_data/cv.yml") {
        imported.said.push("`_data/cv.yml` is not read".to_owned());
    }
    let mut groups = Groups::default();
    for (name, mut front) in found {
        front::rename(&mut front.value, map);
        let ledger = Ledger::default();
        let root = ledger.root(&front.value, &name);
        match person(&root, &front.body, &name, &files) {
            Some(mut person) => {
                let by_keys = front_fields::closed_by(&root, &front.value, today);
                let why = by_keys.map(|found| format!("`{found}`"));
                let why = why.or_else(|| closed_around(&name, &files, today));
                if let Some(why) = why {
                    person.profile.visibility = Some("hidden");
                    imported.said.push(format!("`{name}` is hidden here: {why} says so there"));
                }
                memberships(&root, imported.people.len(), &mut groups);
                imported.people.push(person);
            }
            None => imported.said.push(format!("`{name}` names nobody")),
        }
        imported.account.extend(ledger.account(&front.value, &name));
    }
    if imported.people.is_empty() {
        return Err(
            "it holds no people: neither a folder such as `_people` or `content/authors` nor `_data/people.yml`"
                .to_owned(),
        );
    }
    imported.groups = groups.all;
    add_works(&files, &mut imported);
    Ok(imported)
}

/// The front matter in which people stand, with the names of its files.
fn entries(files: &Files, imported: &mut Imported) -> Vec<(String, Front)> {
    let mut found = Vec::new();
    for (name, bytes) in files {
        let Some(kind) = kind_of(name) else { continue };
        let front = input::text_of(bytes.clone()).and_then(|text| front::of(name, &text));
        match front {
            Ok(front) if kind == FileKind::Entry => found.push((name.clone(), front)),
            Ok(front) => found.extend(several(name, front.value)),
            Err(why) => imported.said.push(format!("`{name}` is not read: {why}")),
        }
    }
    found
}

/// Adds the publications of the site's lists of references.
fn add_works(files: &Files, imported: &mut Imported) {
    for (name, bytes) in files.iter().filter(|(name, _)| name.to_lowercase().ends_with(".bib")) {
        match input::text_of(bytes.clone()).and_then(|text| bibtex::bibtex(&text)) {
            Ok(more) => {
                imported.works.extend(more.works);
                let mut account = more.account;
                account.unread.iter_mut().for_each(|line| *line = format!("{name}: {line}"));
                imported.account.extend(account);
                imported.said.extend(more.said.into_iter().map(|line| format!("{name}: {line}")));
            }
            Err(why) => imported.said.push(format!("`{name}` is not read: {why}")),
        }
    }
}

/// What a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    /// One person.
    Entry,
    /// Several.
    List,
}

fn kind_of(name: &str) -> Option<FileKind> {
    let lower = name.to_lowercase();
    let parts: Vec<&str> = lower.split('/').collect();
    let (file, folders) = parts.split_last()?;
    let (stem, ending) = file.rsplit_once('.')?;
    let is_people = |word: &&str| PEOPLE.contains(&word.trim_start_matches('_'));
    let in_data = folders.iter().any(|folder| ["data", "_data"].contains(folder));
    let is_data = ["yaml", "yml", "json", "toml"].contains(&ending);
    if in_data && is_data {
        let listed = is_people(&stem) && folders.len() <= 2;
        return if listed {
            Some(FileKind::List)
        } else {
            folders.last().filter(|last| is_people(last)).map(|_| FileKind::Entry)
        };
    }
    if !["md", "markdown"].contains(&ending) {
        return None;
    }
    let is_index = ["index", "_index", "readme"].contains(&stem);
    let at = folders.iter().rposition(is_people)?;
    // A folder for each, or a file; what lies deeper is something else of theirs.
    let depth = folders.len() - 1 - at;
    (is_index && depth == 1 || !is_index && depth == 0).then_some(FileKind::Entry)
}

/// The people of a data file: a list, or a group by their keys.
fn several(name: &str, value: Value) -> Vec<(String, Front)> {
    let entry = |place: String, value: Value| (place, Front { value, body: String::new() });
    match value {
        Value::Array(items) => {
            let items = items.into_iter().enumerate().filter(|(_, item)| item.is_object());
            items.map(|(at, item)| entry(format!("{name}[{at}]"), item)).collect()
        }
        Value::Object(group) => {
            let is_list = |value: &Value| {
                value.as_array().is_some_and(|items| items.iter().all(Value::is_object))
            };
            // `members: [ … ]`
            if group.len() == 1 && group.values().all(is_list) {
                let (_, items) = group.into_iter().next().expect("there is one");
                return several(name, items);
            }
            let named = |(key, mut value): (String, Value)| {
                let fields = value.as_object_mut()?;
                // `jan: { email: … }` in a list of authors.
                fields.entry("name").or_insert_with(|| Value::String(key.clone()));
                Some(entry(format!("{name}.{key}"), value))
            };
            group.into_iter().filter_map(named).collect()
        }
        _ => Vec::new(),
    }
}

fn person(
    root: &super::node::Node<'_>,
    body: &str,
    name: &str,
    files: &Files,
) -> Option<PersonDraft> {
    let parts = [
        root.first(&["first", "first_name", "firstname"]),
        root.first(&["infix", "middle_name"]),
        root.first(&["last", "last_name", "lastname"]),
    ];
    let [given, infix, family] = parts.clone();
    let stated = Stated::of(given, parts::joined([infix.filter(|it| is_of_particles(it)), family]));
    let joined = parts::joined(parts).unwrap_or_default();
    let called = root.first(&["name", "full_name", "fullname", "display_name", "title", "author"]);
    let name_of_person =
        called.filter(|called| joined.is_empty() || called.contains(' ')).unwrap_or(joined);
    if name_of_person.is_empty() {
        return None;
    }
    let headline =
        root.first(&["headline", "role", "position", "job_title", "subtitle", "tagline"]);
    let mut experience: Vec<ItemDraft> = Vec::new();
    for one in root.get("organizations").items().into_iter().chain(root.get("employer").items()) {
        let organization = one.text().or_else(|| one.first(&["name"]));
        if let Some((title, organization)) = titled(headline.clone(), organization) {
            one.get("url").read();
            experience.push(ItemDraft { title, organization, ..ItemDraft::default() });
        }
    }
    let photo = site_photo::photo(root, name, files);
    let profile = ProfileDraft {
        headline,
        photo: photo.as_ref().map(|(name, _)| name.clone()),
        pronouns: root.first(&["pronouns"]),
        languages: front_fields::languages(root),
        location: front_fields::location(root),
        who: root.first(&["who", "bio", "short_bio", "description", "summary", "about"]),
        expertise: front_fields::expertise(root),
        experience,
        education: front_fields::education(root),
        links: front_fields::links(root),
        contact: front_fields::contact(root),
        name: name_of_person,
        ..ProfileDraft::default()
    };
    Some(PersonDraft {
        profile,
        body: body.to_owned(),
        stated,
        photo: photo.map(|(_, bytes)| bytes),
        ..PersonDraft::default()
    })
}
