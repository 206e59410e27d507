//! The keys of entries and of `vakwerk.yaml`, from their JSON Schemas.

use super::example::{Examples, flow};
use crate::test_site::vakwerk;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a page of the reference is about.
pub struct Subject {
    pub file: &'static str,
    pub title: &'static str,
    /// What `vakwerk schema` calls it.
    pub schema: &'static str,
    /// The folder of such entries; empty for `vakwerk.yaml`.
    pub folder: &'static str,
    /// Where it is read.
    about: &'static str,
}

pub const SUBJECTS: [Subject; 10] = [
    Subject {
        file: "vakwerk-yaml.md",
        title: "Keys of vakwerk.yaml",
        schema: "site",
        folder: "",
        about: "`vakwerk.yaml` stands at the top of the site's folder. No key is required, and a site without the file builds. \
            `vakwerk.LANG.yaml` holds the texts of the site in a further language: those that are marked *translated*.",
    },
    Subject {
        file: "expert.md",
        title: "Keys of an expert",
        schema: "expert",
        folder: "experts",
        about: "Read in `profile.md` of a portfolio; in a network in `experts/NAME.md` or `experts/NAME/profile.md`, as a row of \
            `experts.csv` ([columns](columns.md)), or as an item of `experts.yaml`.",
    },
    Subject {
        file: "project.md",
        title: "Keys of a project",
        schema: "project",
        folder: "projects",
        about: "Read in `projects/NAME.md` or `projects/NAME/index.md`, at the top of the site or in an expert's own folder; \
            and in `projects.csv` and `projects.yaml`.",
    },
    Subject {
        file: "organization.md",
        title: "Keys of an organization",
        schema: "organization",
        folder: "organizations",
        about: "Read in `organizations/NAME.md`, `organizations.csv` and `organizations.yaml`. An organization that is only \
            named somewhere has a page too.",
    },
    Subject {
        file: "topic.md",
        title: "Keys of a topic",
        schema: "topic",
        folder: "topics",
        about: "Read in `topics/NAME.md`, `topics.csv` and `topics.yaml`. A topic that is only named somewhere has a page too; \
            a file is for synonyms, wider topics and a shelf life of its own.",
    },
    Subject {
        file: "request.md",
        title: "Keys of a request",
        schema: "request",
        folder: "requests",
        about: "Read in `requests/NAME.md`, `requests.csv` and `requests.yaml`.",
    },
    Subject {
        file: "group.md",
        title: "Keys of a group",
        schema: "group",
        folder: "groups",
        about: "Read in `groups/NAME.md`, `groups.csv` and `groups.yaml` of a network. `docs/pages/groups.md` tells what \
            follows from them.",
    },
    Subject {
        file: "event.md",
        title: "Keys of an event",
        schema: "event",
        folder: "events",
        about: "Read in `events/NAME.md`, `events.csv` and `events.yaml`. `docs/pages/events.md` tells what follows from \
            them.",
    },
    Subject {
        file: "news.md",
        title: "Keys of news",
        schema: "news",
        folder: "news",
        about: "Read in `news/NAME.md`, `news.csv` and `news.yaml`, and in `news/` of an expert's own folder. \
            `docs/pages/news.md` tells what follows from them.",
    },
    Subject {
        file: "text-page.md",
        title: "Keys of a text page",
        schema: "page",
        folder: "pages",
        about: "Read in `pages/NAME.md` and in folders below it. A page whose Markdown begins with a heading (`# About us`) \
            needs no keys: that is its title. `index.md` of a folder is the page of the folder.",
    },
];

/// A group of keys: the paths at which it may stand, and its schema.
struct Group<'a> {
    paths: Vec<Vec<String>>,
    schema: &'a Value,
}

pub fn schema(arguments: &[&str]) -> Value {
    let output = vakwerk(&[&["schema"], arguments].concat());
    serde_json::from_slice(&output.stdout).expect("a schema is JSON")
}

/// The switches of formats.
pub fn formats() -> Vec<String> {
    let site = schema(&["site"]);
    let switches = site["$defs"]["Formats"]["properties"].as_object().expect("switches");
    switches.keys().cloned().collect()
}

/// The text of a page; what a key lacks is added to `lacking`.
pub fn told(subject: &Subject, examples: &Examples, lacking: &mut Vec<String>) -> String {
    let root = schema(&[subject.schema]);
    let translated = translated(subject);
    let mut groups = vec![Group { paths: vec![Vec::new()], schema: &root }];
    let mut at = 0;
    let mut text = format!(
        "{}\n\nWritten from the types by a test. Every example is from a site that builds without a message. \
         A key is there since version 0.1.0, the first, where no other is named.\n",
        subject.about.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    while at < groups.len() {
        let (paths, of) = (groups[at].paths.clone(), groups[at].schema);
        text += &heading(&paths);
        text += "\n| key | what it is | type | without it | example |\n|---|---|---|---|---|\n";
        let required: BTreeSet<&str> =
            of["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (name, property) in of["properties"].as_object().into_iter().flatten() {
            let path =
                |parent: &Vec<String>| [parent.as_slice(), std::slice::from_ref(name)].concat();
            let here: Vec<Vec<String>> = paths.iter().map(path).collect();
            let label = here[0].join(".");
            let about = property["description"].as_str().unwrap_or_default();
            if about.is_empty() {
                lacking.push(format!("{}: `{label}` has no description", subject.file));
            }
            let example = here.iter().find_map(|path| examples.value(subject, path));
            if example.is_none() {
                lacking.push(format!(
                    "tests/reference has no example of `{label}` ({})",
                    subject.file
                ));
            }
            let below = groups_in(&root, property);
            let mut notes = String::new();
            if property["x-privacy"] == Value::Bool(true) {
                notes += " Decides who sees what: what is not understood closes.";
            }
            if here.iter().any(|path| translated.contains(&path.join("."))) {
                notes += " *Translated.*";
            }
            text += &row(&[
                format!("`{name}`"),
                format!("{}{notes}", about.replace('\n', " ")),
                kind(&root, property),
                default(property, required.contains(name.as_str())),
                example.map(|value| shown(&value, !below.is_empty())).unwrap_or_default(),
            ]);
            for (marks, schema) in below {
                let paths =
                    here.iter().map(|path| [path.as_slice(), &marks].concat()).collect::<Vec<_>>();
                match groups.iter_mut().find(|group| group.schema == schema) {
                    Some(group) => group.paths.extend(paths),
                    None => groups.push(Group { paths, schema }),
                }
            }
        }
        at += 1;
    }
    text
}

fn heading(paths: &[Vec<String>]) -> String {
    if paths[0].is_empty() {
        return String::new();
    }
    let mut names: Vec<String> = paths
        .iter()
        .map(|path| {
            format!(
                "`{}`",
                path.iter().filter(|step| *step != "*").cloned().collect::<Vec<_>>().join(".")
            )
        })
        .collect();
    names.dedup();
    format!("\n## Below {}\n", names.join(", "))
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn shown(value: &Value, has_keys_below: bool) -> String {
    let text = flow(value);
    if text.chars().count() > 60 && has_keys_below {
        "see below".to_owned()
    } else {
        format!("`{text}`")
    }
}

fn default(property: &Value, is_required: bool) -> String {
    if is_required {
        return "**required**".to_owned();
    }
    match &property["default"] {
        Value::Null => String::new(),
        Value::Array(items) if items.is_empty() => String::new(),
        Value::Object(keys) if keys.is_empty() => String::new(),
        other => format!("`{}`", flow(other)),
    }
}

/// A schema, references in it followed.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        Some(name) => resolved(root, &root["$defs"][name]),
        None => schema,
    }
}

fn choices(schema: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf"].into_iter().flat_map(|key| schema[key].as_array().into_iter().flatten())
}

/// The groups of keys that a property may be, with the steps to each.
fn groups_in<'a>(root: &'a Value, property: &'a Value) -> Vec<(Vec<String>, &'a Value)> {
    let found = resolved(root, property);
    let mut groups = Vec::new();
    if !found.is_object() {
        return groups;
    }
    if found["properties"].is_object() {
        groups.push((Vec::new(), found));
    }
    for choice in choices(found).chain([&found["items"]]) {
        groups.extend(groups_in(root, choice));
    }
    let each = &found["additionalProperties"];
    let named = groups_in(root, each).into_iter();
    groups.extend(named.map(|(path, schema)| ([vec!["*".to_owned()], path].concat(), schema)));
    groups
}

/// What may stand there, in words.
fn kind(root: &Value, schema: &Value) -> String {
    let found = resolved(root, schema);
    let name = schema["$ref"].as_str().unwrap_or_default();
    if name.ends_with("/Date") {
        return "date".to_owned();
    }
    if let Some(one) = found["const"].as_str() {
        return format!("`{one}`");
    }
    if let Some(words) = found["enum"].as_array() {
        return words
            .iter()
            .filter_map(Value::as_str)
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ");
    }
    let mut kinds: Vec<String> = Vec::new();
    for choice in choices(found).filter(|choice| choice["type"] != "null") {
        let one = kind(root, choice);
        if !kinds.contains(&one) {
            kinds.push(one);
        }
    }
    if !kinds.is_empty() {
        let is_date = found["anyOf"][0]["pattern"]
            .as_str()
            .is_some_and(|rule| rule.starts_with("^[0-9]{4}(-"));
        // Words among which one is chosen need nothing between them.
        let words = kinds.iter().all(|kind| kind.starts_with('`'));
        let between = if words { ", " } else { ", or " };
        return if is_date { "date".to_owned() } else { kinds.join(between) };
    }
    let types = match &found["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let of = |name: &str| match name {
        "string" if found["pattern"].as_str().is_some_and(|rule| rule.contains("[my]")) => {
            Some("a time: `18m`, `3y`, `none`".to_owned())
        }
        "string"
            if found["pattern"].as_str().is_some_and(|rule| rule.starts_with("^[A-Za-z]{2,3}")) =>
        {
            Some("language tag".to_owned())
        }
        "string" => Some("text".to_owned()),
        "boolean" => Some("`true` or `false`".to_owned()),
        "integer" | "number" => Some(number(found)),
        "array" => Some(format!("list of {}", plural(&kind(root, &found["items"])))),
        "object" => Some(group(root, found)),
        _ => None,
    };
    types.into_iter().filter_map(of).collect::<Vec<_>>().join(", or ")
}

fn group(root: &Value, found: &Value) -> String {
    let each = &found["additionalProperties"];
    if each.is_object() {
        return format!("keys of your own, each {}", kind(root, each));
    }
    if found["properties"].is_object() {
        "keys (below)".to_owned()
    } else {
        "keys of your own".to_owned()
    }
}

fn number(found: &Value) -> String {
    let least = found["minimum"].as_f64().filter(|least| *least > 0.0);
    let most = found["maximum"].as_f64().filter(|most| *most < 65_535.0);
    match (least, most) {
        (Some(least), Some(most)) => format!("number, {least} to {most}"),
        (None, Some(most)) => format!("number, up to {most}"),
        _ => "number".to_owned(),
    }
}

fn plural(kind: &str) -> String {
    match kind {
        "text" => "texts".to_owned(),
        "date" => "dates".to_owned(),
        "keys (below)" => "groups of keys (below)".to_owned(),
        other => other.replace("text, or keys (below)", "texts, or of groups of keys (below)"),
    }
}

/// The paths of keys that a translation may have, but those that only say which item is meant.
fn translated(subject: &Subject) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if subject.folder.is_empty() {
        return ["title", "description", "about.core_tasks", "about.added_value", "about.audience"]
            .map(str::to_owned)
            .into();
    }
    let root = schema(&[subject.schema, "--shape", "translation"]);
    let mut open = vec![(String::new(), &root)];
    while let Some((prefix, of)) = open.pop() {
        for (name, property) in of["properties"].as_object().into_iter().flatten() {
            let about = property["description"].as_str().unwrap_or_default();
            let path = format!("{prefix}{name}");
            let below = groups_in(&root, property);
            if below.is_empty() && !about.contains(" that is meant: ") {
                found.insert(path.clone());
            }
            open.extend(below.into_iter().map(|(_, schema)| (format!("{path}."), schema)));
        }
    }
    found
}
