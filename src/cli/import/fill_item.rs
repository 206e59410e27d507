//! Whether an item of a list that stands says what a source says of it.

use super::fill::is_empty;
use crate::base::doi;
use crate::base::fold::key as same;
use serde_yaml::{Mapping, Value};

/// What an item is the same by as another that says more or less of it.
pub(super) const TITLES: [&str; 3] = ["title", "topic", "quote"];

/// An item as a group of keys: a bare text is its title.
fn keyed(item: &Value, like: &Value) -> Value {
    let key = TITLES.into_iter().find(|key| like.get(key).is_some());
    match (item, key) {
        (Value::String(_), Some(key)) => {
            let mut group = Mapping::new();
            group.insert(Value::String(key.to_owned()), item.clone());
            Value::Mapping(group)
        }
        _ => item.clone(),
    }
}

fn title(item: &Value) -> String {
    let key = TITLES.into_iter().find_map(|key| item.get(key)?.as_str());
    match (key, item) {
        (Some(title), _) => same(title),
        (None, Value::String(text)) => same(text),
        (None, Value::Mapping(one)) => one.keys().filter_map(Value::as_str).map(same).collect(),
        _ => String::new(),
    }
}

/// Whether two items are about one thing: one title, and nothing else by which they are two.
/// Somebody may hold one position at two employers, and a report comes out each year.
pub(super) fn is_same(a: &Value, b: &Value) -> bool {
    let text = |item: &Value, key: &str| {
        item.get(key).and_then(Value::as_str).map(same).filter(|text| !text.is_empty())
    };
    let year = |item: &Value| {
        let date = ["date", "from", "year"].into_iter().find_map(|key| item.get(key))?;
        let text = date
            .as_str()
            .map_or_else(|| serde_yaml::to_string(date).unwrap_or_default(), str::to_owned);
        text.trim().get(..4).map(str::to_owned)
    };
    let differ = |a: Option<String>, b: Option<String>| a.is_some() && b.is_some() && a != b;
    if let (Some(a), Some(b)) = (doi_of(a), doi_of(b)) {
        return a == b;
    }
    // Of one without a date nobody can tell whether it is another.
    let are_dated = year(a).is_some() && year(b).is_some();
    title(a) == title(b)
        && !(are_dated && differ(text(a, "organization"), text(b, "organization")))
        && !differ(year(a), year(b))
}

/// The address of an item's DOI, however it is written, and where its address is one too.
fn doi_of(item: &Value) -> Option<String> {
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    let url = text("url").filter(|url| url.contains("doi.org/"));
    text("doi").and_then(doi::address).or_else(|| doi::address(url?))
}

/// Whether a key says the same in two items: `volume: 12` is `volume: '12'`.
pub(super) fn is_alike(key: &str, own: &Value, other: &Value) -> bool {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    };
    let is_text = |(own, other): (String, String)| {
        let same_doi = || doi::address(&own).is_some_and(|own| Some(own) == doi::address(&other));
        own == other || (key == "doi" && same_doi())
    };
    own == other || text(own).zip(text(other)).is_some_and(is_text)
}

/// What an item says under a key of another: a year may stand where a date does.
fn under<'a>(own: &'a Mapping, key: &str) -> Option<&'a Value> {
    own.get(key).or_else(|| own.get("year").filter(|_| key == "date"))
}

/// An item with what the source says of it.
pub(super) fn merged(stands: &Value, comes: &Value) -> Value {
    match (keyed(stands, comes), keyed(comes, stands)) {
        (Value::Mapping(mut own), Value::Mapping(other)) => {
            let differs = |key: &Value, value: &Value| {
                let key = key.as_str().unwrap_or_default();
                under(&own, key).is_none_or(|known| !is_alike(key, known, value))
            };
            let more: Mapping =
                other.into_iter().filter(|(key, value)| differs(key, value)).collect();
            own.extend(more);
            Value::Mapping(own)
        }
        (_, other) => other,
    }
}

/// Whether an item says all that the source says.
pub(super) fn covers(stands: &Value, comes: &Value) -> bool {
    match (keyed(stands, comes), keyed(comes, stands)) {
        (Value::Mapping(own), Value::Mapping(other)) => other.iter().all(|(key, value)| {
            let key = key.as_str().unwrap_or_default();
            is_empty(value) || under(&own, key).is_some_and(|known| is_alike(key, known, value))
        }),
        // A language without a level says less than one with it.
        (Value::Mapping(_), Value::String(_)) => true,
        (own, other) => {
            own == other || (own.is_string() && title(&own) == title(&other) && other.is_string())
        }
    }
}
