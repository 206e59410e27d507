//! CSL-JSON: publications as citation managers write them.

use super::imported::Imported;
use super::works::{ALSO, OF_NAME, body_or_name, of_groups};
use serde_json::Value;

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

/// Names of authors in place of their parts. What else is said of an author stands beside them.
fn csl_authors(entry: &mut Value) {
    let Some(written) = entry.get("author").and_then(Value::as_array).cloned() else { return };
    let names: Vec<Value> = written.iter().map(csl_name).filter(|name| !is_nobody(name)).collect();
    let more: Vec<Value> = written
        .into_iter()
        .map(|author| match author {
            Value::Object(mut keys) => {
                keys.retain(|key, _| !OF_NAME.contains(&key.as_str()));
                Value::Object(keys)
            }
            _ => Value::Null,
        })
        .collect();
    entry["author"] = Value::Array(names);
    if more.iter().any(|keys| keys.as_object().is_some_and(|keys| !keys.is_empty())) {
        entry[ALSO] = Value::Array(more);
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
