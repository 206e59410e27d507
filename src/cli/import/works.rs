//! Publications of reference managers: what BibTeX, RIS and CSL-JSON have in common, and CSL-JSON
//! itself.

use super::draft::{AuthorDraft, ItemDraft};
use super::imported::{Imported, WorkDraft};
use super::node::{Ledger, Node};
use crate::base::author_name::{letters_behind, with_others};
use crate::base::doi;
use serde_json::{Map, Value};

/// Reads CSL-JSON, as reference managers and Crossref write it.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn csl(value: &Value) -> Result<Imported, String> {
    let message = value.get("message").unwrap_or(value);
    let list = message.as_array().or_else(|| message.get("items")?.as_array());
    let alone = message.get("title").map(|_| std::slice::from_ref(message));
    let list = list.map(Vec::as_slice).or(alone).ok_or("it is no list of entries")?;
    let entry = |(at, one): (usize, &Value)| {
        let mut one = one.clone();
        let id = one.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        csl_authors(&mut one);
        if let Some(date) = one.get("issued").and_then(csl_date) {
            one["issued"] = Value::String(date);
        }
        // What this format calls an article is what came before one.
        let kind = match one.get("type").and_then(Value::as_str) {
            Some("article") => Some("preprint"),
            Some("article-journal" | "article-magazine" | "article-newspaper") => Some("article"),
            _ => None,
        };
        if let Some(kind) = kind {
            one["type"] = Value::String(kind.to_owned());
        }
        (id.unwrap_or_else(|| format!("entry {}", at + 1)), one)
    };
    of_groups(list.iter().enumerate().map(entry).collect())
}

/// The keys of a name.
const OF_NAME: [&str; 8] = [
    "given",
    "dropping-particle",
    "non-dropping-particle",
    "family",
    "suffix",
    "literal",
    "name",
    "sequence",
];

/// Names of authors in place of their parts. What else is said of an author stands beside them.
fn csl_authors(entry: &mut Value) {
    let Some(written) = entry.get("author").and_then(Value::as_array).cloned() else { return };
    let names: Vec<Value> = written.iter().map(csl_name).filter(|name| !is_nobody(name)).collect();
    let more: Vec<Value> = written
        .into_iter()
        .filter_map(|author| match author {
            Value::Object(mut keys) => {
                keys.retain(|key, _| !OF_NAME.contains(&key.as_str()));
                (!keys.is_empty()).then_some(Value::Object(keys))
            }
            _ => None,
        })
        .collect();
    entry["author"] = Value::Array(names);
    if !more.is_empty() {
        entry["author-also"] = Value::Array(more);
    }
}

fn is_nobody(name: &Value) -> bool {
    name.as_str().is_some_and(str::is_empty)
}

/// A name as text; that of a body as a group, as others write it too.
fn csl_name(name: &Value) -> Value {
    let part = |key: &str| {
        name.get(key).and_then(Value::as_str).map(str::trim).filter(|part| !part.is_empty())
    };
    if let Some(body) = part("literal").or_else(|| part("name")) {
        return body_or_name(body);
    }
    let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"];
    let joined = parts.into_iter().filter_map(part).collect::<Vec<_>>().join(" ");
    Value::String(if joined.is_empty() {
        name.as_str().unwrap_or_default().to_owned()
    } else {
        joined
    })
}

/// A name that its source calls one: of several words it is that of a body.
pub(super) fn body_or_name(name: &str) -> Value {
    if name.contains(' ') && with_others(name).0.is_some() {
        return Value::Object(Map::from_iter([(
            "organization".to_owned(),
            Value::String(name.to_owned()),
        )]));
    }
    Value::String(name.to_owned())
}

fn csl_date(issued: &Value) -> Option<String> {
    let text = |key: &str| issued.get(key).and_then(Value::as_str).map(str::to_owned);
    let Some(parts) = issued.get("date-parts").and_then(|parts| parts.get(0)?.as_array()) else {
        return text("raw").or_else(|| text("literal"));
    };
    // Crossref writes what it does not know as null.
    let known = parts.iter().take_while(|part| !part.is_null() && part.as_str() != Some(""));
    let numbers: Option<Vec<u64>> =
        known.map(|part| part.as_u64().or_else(|| part.as_str()?.trim().parse().ok())).collect();
    Some(match numbers?.as_slice() {
        [year] => format!("{year:04}"),
        [year, month] => format!("{year:04}-{month:02}"),
        [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
        _ => return None,
    })
}

/// Publications from groups of texts.
///
/// # Errors
/// When there is none.
pub(super) fn of_groups(entries: Vec<(String, Value)>) -> Result<Imported, String> {
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
        imported.account.extend(ledger.account(&group, &name));
    }
    Ok(imported)
}

/// The text under the first of these keys that has one; of a list its first.
fn one(entry: &Node<'_>, keys: &[&str]) -> Option<String> {
    entry.first(keys).or_else(|| keys.iter().find_map(|key| entry.get(key).items().first()?.text()))
}

fn work(entry: &Node<'_>, place: &str) -> Option<WorkDraft> {
    let title = one(entry, &["title"])?;
    let subtitle = one(entry, &["subtitle"]);
    let (doi, address) = identified(entry);
    let url =
        one(entry, &["url", "URL"]).filter(|url| doi::address(url).is_none() || doi.is_none());
    let venue = one(
        entry,
        &[
            "journaltitle",
            "journal",
            "container-title",
            "booktitle",
            "eventtitle",
            "event-title",
            "event",
            "school",
            "institution",
            "publisher",
            "howpublished",
            "shortjournal",
        ],
    );
    let range = |first: Option<String>, last: Option<String>| match (first, last) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}-{last}")),
        (first, last) => first.or(last),
    };
    let pages = range(one(entry, &["pages", "page"]), one(entry, &["lastpage"]));
    let item = ItemDraft {
        title: subtitle.map_or_else(|| title.clone(), |sub| format!("{title}: {sub}")),
        authors: authors(&entry.get("author")),
        kind: entry.get("type").text().and_then(|kind| kind_of(&kind)),
        venue,
        volume: one(entry, &["volume"]),
        issue: one(entry, &["issue", "number"]),
        pages: pages.map(|pages| pages.replace(['–', '—'], "-").replace("--", "-")),
        date: date(entry),
        doi,
        url: address.or(url),
        ..ItemDraft::default()
    };
    Some(WorkDraft { item, place: place.to_owned() })
}

/// The DOI, or an address that something like one stands for. It may stand where an address or a
/// note should.
fn identified(entry: &Node<'_>) -> (Option<String>, Option<String>) {
    for key in ["doi", "DOI", "url", "URL", "M3", "note", "howpublished"] {
        let found = entry.get(key).items().into_iter().find(|node| {
            let is_doi = |text: &str| doi::address(text).is_some();
            let is_marked =
                |text: &str| key.eq_ignore_ascii_case("doi") || text.to_lowercase().contains("doi");
            node.peek().is_some_and(|text| is_doi(&text) && is_marked(&text))
        });
        if let Some(address) = found.and_then(|node| doi::address(&node.text()?)) {
            return (Some(doi::bare(&address)), None);
        }
    }
    let loose = one(entry, &["doi", "DOI"]);
    let address = loose.map(|text| match text.trim_start_matches("doi:").trim() {
        bare if bare.starts_with("http") => bare.to_owned(),
        bare => format!("https://doi.org/{bare}"),
    });
    (None, address)
}

/// The most authors of a publication that are read; the rest is named as what was not.
const MOST_AUTHORS: usize = 100;

/// What is written for authors whom nobody names.
const OTHERS: &str = "et al.";

/// The authors in order; of those whom the source does not name, or too many, that there are others.
fn authors(written: &Node<'_>) -> Vec<AuthorDraft> {
    let author = |one: &Node<'_>| {
        if let Some(organization) = one.get("organization").text() {
            return Some(AuthorDraft::Body { organization });
        }
        let name = one.peek()?;
        one.read();
        match with_others(&name) {
            (None, _) => Some(AuthorDraft::Person(OTHERS.to_owned())),
            (Some(_), true) => Some(AuthorDraft::Person(name)),
            (Some(_), false) => Some(AuthorDraft::Person(initials_first(&name))),
        }
    };
    let items = written.items();
    let mut authors: Vec<AuthorDraft> =
        items.iter().take(MOST_AUTHORS).filter_map(author).collect();
    if items.len() > MOST_AUTHORS {
        authors.push(AuthorDraft::Person(OTHERS.to_owned()));
    }
    authors
}

/// `de Vries JP`, as medical indexes write it, in the order in which it is said: `JP de Vries`.
fn initials_first(name: &str) -> String {
    letters_behind(name)
        .map_or_else(|| name.to_owned(), |(letters, family)| format!("{letters} {family}"))
}

/// What the word for a type means here; none for what is something else everywhere.
pub(super) fn kind_of(word: &str) -> Option<&'static str> {
    let kinds: [(&str, &str); 9] = [
        (
            "article",
            "article jour jfull ejour mgzn news journal-article magazine-article newspaper-article review",
        ),
        ("book", "book mvbook collection proceedings ebook edbook edited-book monograph"),
        (
            "chapter",
            "inbook incollection suppbook bookinbook chap echap chapter book-chapter book-section",
        ),
        (
            "conference",
            "inproceedings conference conf cpaper paper-conference conference-paper proceedings-article",
        ),
        ("report", "techreport report manual rprt working-paper white-paper posted-report"),
        (
            "thesis",
            "phdthesis mastersthesis thesis thes dissertation dissertation-thesis supervised-student-publication",
        ),
        ("preprint", "preprint posted-content"),
        ("dataset", "dataset data data-set"),
        ("software", "software comp computer_program"),
    ];
    let word = word.trim().to_lowercase();
    kinds
        .into_iter()
        .find(|(_, words)| words.split(' ').any(|known| known == word))
        .map(|(kind, _)| kind)
}

/// The date of a work: in one field, or its year and month in two.
fn date(entry: &Node<'_>) -> Option<crate::base::Date> {
    let (year, month) = (entry.get("year"), entry.get("month"));
    if let Some(date) = entry.first_date(&["date", "issued", "eventdate"]) {
        if year.date().is_some_and(|year| year.year() == date.year()) {
            month.read();
        }
        return Some(date);
    }
    let both = |month: &str| {
        let number = month.trim().parse::<u8>().ok().filter(|number| (1..=12).contains(number));
        let year = year.peek()?;
        let text = number
            .map_or_else(|| format!("{month} {year}"), |number| format!("{year}-{number:02}"));
        super::node::date(&text)
    };
    if let Some(both) = month.peek().and_then(|month| both(&month)) {
        year.read();
        month.read();
        return Some(both);
    }
    year.items().first()?.date()
}
