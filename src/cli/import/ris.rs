//! RIS, as reference managers and publishers write it.

use super::imported::Imported;
use super::works::of_groups;
use serde_json::{Map, Value};

/// What the tags mean; any other is read by nobody, and named.
const NAMES: [(&str, &str); 26] = [
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
    ("JF", "journaltitle"),
    ("T2", "journal"),
    ("JO", "container-title"),
    ("JA", "shortjournal"),
    ("J2", "shortjournal"),
    ("BT", "booktitle"),
    ("PB", "publisher"),
    ("TY", "type"),
    ("ID", "id"),
    ("KW", "keywords"),
    ("VL", "volume"),
    ("IS", "issue"),
    ("SP", "pages"),
    ("EP", "lastpage"),
    ("LA", "language"),
];

/// Reads RIS.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn ris(text: &str) -> Result<Imported, String> {
    let mut entries: Vec<(String, Value)> = Vec::new();
    let mut open: Option<Map<String, Value>> = None;
    let mut last: Option<&str> = None;
    let mut close = |group: Option<Map<String, Value>>| {
        // Lines that only look tagged, before or behind the entries.
        let Some(group) = group.filter(|group| group.contains_key("type")) else { return };
        let id = group.get("id").and_then(Value::as_str).map(str::to_owned);
        let name = id.unwrap_or_else(|| format!("entry {}", entries.len() + 1));
        entries.push((name, Value::Object(group)));
    };
    for line in text.lines() {
        let Some((tag, value)) = tagged(line) else {
            if let (Some(group), Some(key)) = (&mut open, last) {
                go_on(group, key, line.trim());
            }
            continue;
        };
        let key = NAMES.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, key)| *key);
        last = Some(key);
        match tag {
            "TY" => {
                // An entry that is not closed ends where the next one begins; some name the type
                // later.
                if open.as_ref().is_some_and(|group| group.contains_key(key)) {
                    close(open.take());
                }
                open.get_or_insert_default()
                    .insert(key.to_owned(), Value::String(value.to_owned()));
            }
            "ER" => close(open.take()),
            _ => {
                if !value.is_empty() {
                    add(open.get_or_insert_default(), key, value);
                }
            }
        }
    }
    close(open);
    if entries.is_empty() {
        return Err("it holds no entry that begins with `TY  -`".to_owned());
    }
    of_groups(entries)
}

/// The tag of a line, and what stands behind it. Programs differ in the spaces between.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{feff}').trim_end();
    let (tag, rest) = (line.get(..2)?, line.get(2..)?);
    let is_tag = tag.starts_with(|sign: char| sign.is_ascii_uppercase())
        && tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if line == "ER" {
        return Some((line, ""));
    }
    let value = rest.trim_start_matches([' ', '\t']).strip_prefix('-')?;
    (is_tag
        && rest.starts_with([' ', '\t'])
        && (value.is_empty() || value.starts_with([' ', '\t'])))
    .then(|| (tag, value.trim()))
}

fn add(group: &mut Map<String, Value>, key: &str, value: &str) {
    let value = match key {
        "author" => said(value),
        // `2020/03//` leaves the day out.
        "year" | "date" => {
            value.trim_end_matches('/').split("//").next().unwrap_or_default().to_owned()
        }
        _ => value.to_owned(),
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

/// A line without a tag goes on with what stood before it.
fn go_on(group: &mut Map<String, Value>, key: &str, line: &str) {
    let target = match group.get_mut(key) {
        Some(Value::Array(list)) => list.last_mut(),
        other => other,
    };
    if let (Some(Value::String(text)), false) = (target, line.is_empty()) {
        text.push(' ');
        text.push_str(line);
    }
}

/// `Vries, Jan de` as people say it; what stands behind a second comma stands behind the name.
fn said(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) => {
            let (first, suffix) = first.split_once(',').unwrap_or((first, ""));
            let parts = [first.trim(), last.trim(), suffix.trim()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
        None => name.to_owned(),
    }
}
