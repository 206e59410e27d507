//! Publications of reference managers: BibTeX, RIS and CSL-JSON.

use super::draft::ItemDraft;
use super::imported::{Imported, WorkDraft};
use super::node::{Ledger, Node};
use biblatex::{Bibliography, ChunksExt, Entry, Person};
use serde_json::{Map, Value};

/// Reads BibTeX or BibLaTeX.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn bibtex(text: &str) -> Result<Imported, String> {
    let bibliography = Bibliography::parse(text).map_err(|error| {
        let line = text.get(..error.span.start).unwrap_or_default().matches('\n').count() + 1;
        format!("line {line}: {}", error.kind)
    })?;
    let entries = bibliography.iter().map(|entry| (entry.key.clone(), group_of(entry)));
    of_groups(entries.collect())
}

/// An entry as a group of texts, its authors as people say them.
fn group_of(entry: &Entry) -> Value {
    let mut group = Map::new();
    for (key, chunks) in &entry.fields {
        group.insert(key.clone(), Value::String(chunks.format_verbatim()));
    }
    let people = |people: Vec<Person>| Value::Array(people.iter().map(|one| Value::String(name_of(one))).collect());
    if let Ok(authors) = entry.author() {
        group.insert("author".to_owned(), people(authors));
    }
    Value::Object(group)
}

fn name_of(person: &Person) -> String {
    let parts = [&person.given_name, &person.prefix, &person.name, &person.suffix];
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// Reads RIS.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn ris(text: &str) -> Result<Imported, String> {
    const NAMES: [(&str, &str); 20] = [
        ("TI", "title"),
        ("T1", "title"),
        ("CT", "title"),
        ("AU", "author"),
        ("A1", "author"),
        ("PY", "year"),
        ("Y1", "year"),
        ("DA", "date"),
        ("DO", "doi"),
        ("UR", "url"),
        ("L2", "url"),
        ("JO", "journal"),
        ("JF", "journal"),
        ("T2", "journal"),
        ("JA", "shortjournal"),
        ("BT", "booktitle"),
        ("PB", "publisher"),
        ("TY", "type"),
        ("ID", "id"),
        ("KW", "keywords"),
    ];
    let mut entries: Vec<(String, Value)> = Vec::new();
    let mut open: Option<Map<String, Value>> = None;
    for line in text.lines() {
        let Some((tag, value)) = line.split_once("  -").map(|(tag, value)| (tag.trim(), value.trim())) else {
            continue;
        };
        match (tag, &mut open) {
            ("TY", _) => open = Some(Map::from_iter([("type".to_owned(), Value::String(value.to_owned()))])),
            ("ER", _) => {
                if let Some(group) = open.take() {
                    let id = group.get("id").and_then(Value::as_str).map(str::to_owned);
                    let name = id.unwrap_or_else(|| format!("entry {}", entries.len() + 1));
                    entries.push((name, Value::Object(group)));
                }
            }
            (tag, Some(group)) if !value.is_empty() => {
                let key = NAMES.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, key)| key);
                let value = if key == "author" {
                    said(value)
                } else {
                    value.replace("///", "").trim_end_matches('/').to_owned()
                };
                let value = Value::String(value);
                match group.get_mut(key) {
                    Some(Value::Array(list)) => list.push(value),
                    Some(first) if *first != value => *first = Value::Array(vec![first.take(), value]),
                    Some(_) => {}
                    None => {
                        group.insert(key.to_owned(), value);
                    }
                }
            }
            _ => {}
        }
    }
    if entries.is_empty() {
        return Err("it holds no entry that begins with `TY  -` and ends with `ER  -`".to_owned());
    }
    of_groups(entries)
}

/// `Vries, Jan de` as people say it.
fn said(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) => {
            format!("{} {}", first.split(',').next().unwrap_or(first).trim(), last.trim()).trim().to_owned()
        }
        None => name.to_owned(),
    }
}

/// Reads CSL-JSON.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn csl(value: &Value) -> Result<Imported, String> {
    let list = value.as_array().or_else(|| value.get("items")?.as_array()).ok_or("it is no list of entries")?;
    let entry = |(at, one): (usize, &Value)| {
        let mut one = one.clone();
        let id = one.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        if let Some(authors) = one.get_mut("author") {
            let names: Vec<Value> = authors.as_array().into_iter().flatten().map(csl_name).map(Value::String).collect();
            *authors = Value::Array(names);
        }
        if let Some(date) = one.get("issued").and_then(csl_date) {
            one["issued"] = Value::String(date);
        }
        (id.unwrap_or_else(|| format!("entry {}", at + 1)), one)
    };
    of_groups(list.iter().enumerate().map(entry).collect())
}

fn csl_name(name: &Value) -> String {
    let part = |key: &str| name.get(key).and_then(Value::as_str);
    let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"];
    let joined = parts.into_iter().filter_map(part).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    part("literal").map_or(joined, str::to_owned)
}

fn csl_date(issued: &Value) -> Option<String> {
    let parts = issued.get("date-parts")?.get(0)?.as_array()?;
    let numbers: Option<Vec<u64>> =
        parts.iter().map(|part| part.as_u64().or_else(|| part.as_str()?.parse().ok())).collect();
    Some(match numbers?.as_slice() {
        [year] => format!("{year:04}"),
        [year, month] => format!("{year:04}-{month:02}"),
        [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
        _ => return None,
    })
}

fn of_groups(entries: Vec<(String, Value)>) -> Result<Imported, String> {
    if entries.is_empty() {
        return Err("it holds no entry".to_owned());
    }
    let mut imported = Imported::default();
    for (name, group) in entries {
        let ledger = Ledger::default();
        let root = ledger.root(&group, &name);
        match work(&root, &name) {
            Some(work) => imported.works.push(work),
            None => imported.said.push(format!("{name} has no title")),
        }
        root.read_all(&["id", "type", "language", "langid"]);
        imported.unread.extend(ledger.unread(&group, &name));
    }
    Ok(imported)
}

fn work(entry: &Node<'_>, place: &str) -> Option<WorkDraft> {
    let title = entry.first(&["title"])?;
    let subtitle = entry.first(&["subtitle"]);
    let doi = entry.first(&["doi", "DOI"]).map(|doi| {
        let bare = doi.trim_start_matches("doi:").trim().to_owned();
        if bare.starts_with("http") { bare } else { format!("https://doi.org/{bare}") }
    });
    let url = entry.first(&["url", "URL"]);
    let venue = entry.first(&[
        "journaltitle",
        "journal",
        "container-title",
        "booktitle",
        "eventtitle",
        "event",
        "school",
        "institution",
        "publisher",
        "howpublished",
    ]);
    Some(WorkDraft {
        authors: entry.get("author").texts(),
        item: ItemDraft {
            title: subtitle.map_or_else(|| title.clone(), |sub| format!("{title}: {sub}")),
            venue,
            date: date(entry),
            url: doi.or(url),
            ..ItemDraft::default()
        },
        place: place.to_owned(),
    })
}

/// The date of a work: in one field, or its year and month in two.
fn date(entry: &Node<'_>) -> Option<crate::base::Date> {
    if let Some(date) = entry.first_date(&["date", "issued", "eventdate"]) {
        entry.get("year").read();
        return Some(date);
    }
    let (year, month) = (entry.get("year"), entry.get("month"));
    if let Some(both) = month.peek().and_then(|month| super::node::date(&format!("{month} {}", year.peek()?))) {
        year.read();
        month.read();
        return Some(both);
    }
    year.date()
}
