//! What was in a source, and where it is now: a table, field by field.

use super::account::Field;
use super::draft::PersonDraft;
use super::imported::Imported;
use super::node::date;
use crate::base::fold::fold;
use crate::base::word_list::is_among;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many values of a field are looked for.
const MOST_VALUES: usize = 200;
/// Fields of sources, in small letters, of which the values are written otherwise here; and the key
/// under which they then stand.
const WRITTEN_OTHERWISE: [(&str, &str); 5] = [
    ("pages page lastpage startpage endpage", "pages"),
    ("type kind", "type"),
    ("photo picture image avatar portrait", "photo"),
    ("title subtitle", "title"),
    ("author authors", "authors[]"),
];

/// Whether a field of that name may hold a month.
fn speaks_of_days(name: &str) -> bool {
    let name = name.to_lowercase();
    let last = name.rsplit('.').next().unwrap_or(&name);
    [
        "month", "day", "date", "year", "from", "to", "start", "end", "since", "until", "started",
        "finished",
    ]
    .iter()
    .any(|word| last.trim_end_matches("[]").contains(word))
}

/// The shortest text that is looked for inside others, in characters.
const SHORTEST: usize = 3;

/// Where values stand in what is written.
#[derive(Debug, Default)]
struct Places {
    /// The keys under which each text stands, folded.
    whole: BTreeMap<String, String>,
    /// Long texts, with their keys.
    texts: Vec<(String, String)>,
    /// Keys under which dates stand, for months that have a field of their own in the source.
    dates: Vec<String>,
    /// All keys under which anything stands.
    paths: BTreeSet<String>,
}

/// The lines of the table; none when nothing was in the source.
pub(super) fn table(imported: &Imported) -> Vec<String> {
    let places = Places::of(imported);
    let rows = imported.account.fields.iter().map(|(name, field)| {
        let count = field.read.len() + field.unread;
        (name.clone(), count.to_string(), places.fate(name, field))
    });
    let head =
        ("what was in the source".to_owned(), "values".to_owned(), "where it is now".to_owned());
    let rows: Vec<(String, String, String)> = std::iter::once(head).chain(rows).collect();
    if rows.len() == 1 {
        return Vec::new();
    }
    let width = |of: fn(&(String, String, String)) -> &String| {
        rows.iter().map(|row| of(row).chars().count()).max()
    };
    let (first, second) = (width(|row| &row.0).unwrap_or(0), width(|row| &row.1).unwrap_or(0));
    let line = |(name, count, fate): &(String, String, String)| {
        format!("{name:<first$}  {count:>second$}  {fate}")
    };
    rows.iter().map(line).collect()
}

impl Places {
    fn of(imported: &Imported) -> Self {
        let mut places = Self::default();
        imported.people.iter().for_each(|person| places.add_person(person));
        for group in &imported.groups {
            places.add("group".to_owned(), &serde_json::to_value(group).unwrap_or_default());
        }
        for work in &imported.works {
            let written = serde_json::to_value(&work.item).unwrap_or_default();
            places.add("publications[]".to_owned(), &written);
        }
        places
    }

    fn add_person(&mut self, person: &PersonDraft) {
        self.add(String::new(), &serde_json::to_value(&person.profile).unwrap_or_default());
        for project in &person.projects {
            self.add("project".to_owned(), &serde_json::to_value(project).unwrap_or_default());
        }
        self.add("the story".to_owned(), &Value::String(person.body.clone()));
        self.add("waits for a word".to_owned(), &Value::String(person.waiting.clone()));
    }

    fn add(&mut self, path: String, value: &Value) {
        match value {
            Value::Object(keys) => keys.iter().for_each(|(key, value)| {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                // The tag of a language is a key with its level behind it.
                if path.starts_with("languages") {
                    self.whole.entry(fold(key)).or_insert_with(|| path.clone());
                }
                self.add(below, value);
            }),
            Value::Array(items) => {
                for item in items {
                    self.add(format!("{path}[]"), item);
                }
            }
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => self.add_text(path, &number.to_string()),
            Value::String(text) => self.add_text(path, text),
        }
    }

    fn add_text(&mut self, path: String, text: &str) {
        let folded = fold(text);
        if folded.is_empty() {
            return;
        }
        self.paths.insert(path.clone());
        if folded.chars().count() > SHORTEST {
            self.texts.push((folded.clone(), path.clone()));
        }
        if date(text).is_some() && !self.dates.contains(&path) {
            self.dates.push(path.clone());
        }
        self.whole.entry(folded).or_insert(path);
    }

    /// Where the values of a field are.
    fn fate(&self, name: &str, field: &Field) -> String {
        let mut found: Vec<&str> = Vec::new();
        let mut elsewhere = 0;
        for value in field.read.iter().take(MOST_VALUES) {
            match self.find(value, speaks_of_days(name)).or_else(|| self.by_name(name)) {
                Some(path) if found.contains(&path) => {}
                Some(path) => found.push(path),
                None => elsewhere += 1,
            }
        }
        let mut fates: Vec<String> = Vec::new();
        if !found.is_empty() {
            fates.push(found.join(", "));
        } else if elsewhere > 0 {
            fates.push("read, and says nothing of its own".to_owned());
        }
        if field.unread > 0 {
            let all = field.read.is_empty();
            fates.push(if all {
                "not read".to_owned()
            } else {
                format!("{} not read", field.unread)
            });
        }
        fates.join("; ")
    }

    /// Where a field is read that is called so in the source, of which the values are written
    /// otherwise here: pages from and to, a word for a type, a picture.
    fn by_name(&self, name: &str) -> Option<&str> {
        let last = name.rsplit('.').next().unwrap_or(name).trim_end_matches("[]").to_lowercase();
        let (_, key) = WRITTEN_OTHERWISE.iter().find(|(names, _)| is_among(names, &last))?;
        let is_it = |path: &&String| path.rsplit('.').next() == Some(*key);
        self.paths.iter().find(is_it).map(String::as_str)
    }

    fn find(&self, value: &str, may_be_month: bool) -> Option<&str> {
        let folded = fold(value);
        let is_month = may_be_month
            && (date(&format!("{value} 2000")).is_some()
                || value.trim().parse().is_ok_and(|month: u8| month < 13));
        let day = || self.whole.get(&fold(&date(value)?.to_string()));
        if let Some(path) = self.whole.get(&folded).or_else(day) {
            return Some(path);
        }
        if folded.chars().count() < SHORTEST || is_month {
            return self.dates.first().filter(|_| is_month).map(String::as_str);
        }
        let inside = |text: &str| {
            text.contains(&folded) || (text.chars().count() > SHORTEST && folded.contains(text))
        };
        self.texts.iter().find(|(text, _)| inside(text)).map(|(_, path)| path.as_str())
    }
}
