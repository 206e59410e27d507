//! The fields of an entry that such a system can edit without losing anything.
//!
//! A system of this kind writes every field of its configuration in the one form that the field
//! has. So only keys of one form are fields: texts, dates (as texts, since a year alone is a date
//! here too), whole numbers, words of a closed list, lists of texts, and lists of groups of these.
//! A key that may be a text or a group, a switch (which such systems write as `false` where nothing
//! was written) and whatever decides who sees what is left to the file.

use super::{group, label};
use crate::base::EntryKind;
use crate::record::schema;
use serde_json::Value as Json;
use serde_yaml::Value;

/// A year, a month or a day.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

/// Keys that stand for themselves: addresses, which others refer to, and what only the file's
/// owner means.
const LEFT: [&str; 5] = ["slug", "aliases", "extra", "id", "former_names"];

/// The fields of entries of `kind`, with the Markdown below the keys as it is written.
pub(super) fn of(kind: EntryKind) -> Vec<Value> {
    let schema = schema(kind);
    let title = kind.title_key();
    let properties = schema["properties"].as_object().into_iter().flatten();
    let mut keys: Vec<(&String, &Json)> = properties.collect();
    // The title first, then as profiles have them; others by their names.
    keys.sort_by_key(|(key, _)| (*key != title, crate::edit::rank(key).unwrap_or(usize::MAX)));
    let mut fields = fields(&schema, &schema, &keys);
    fields.push(group([
        ("name", "body".into()),
        ("label", "Text".into()),
        ("widget", "text".into()),
        ("required", false.into()),
        ("hint", "Markdown".into()),
    ]));
    fields
}

fn fields(root: &Json, object: &Json, keys: &[(&String, &Json)]) -> Vec<Value> {
    let is_required = |key: &str| {
        object["required"].as_array().is_some_and(|keys| keys.iter().any(|one| one == key))
    };
    let kept = keys.iter().filter(|(key, _)| !LEFT.contains(&key.as_str()));
    kept.filter_map(|(key, property)| {
        let widget = widget(root, property)?;
        let hint = property["description"].as_str().unwrap_or_default();
        let hint = hint.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut field = group([
            ("name", key.as_str().into()),
            ("label", label(key).into()),
            ("required", is_required(key).into()),
            ("hint", hint.into()),
        ]);
        if let (Value::Mapping(field), Value::Mapping(widget)) = (&mut field, widget) {
            field.extend(widget);
        }
        Some(field)
    })
    .collect()
}

/// What a key is referred to as, without the nothing that it may be as well.
fn resolved<'a>(root: &'a Json, property: &'a Json) -> Option<(&'a Json, Option<&'a str>)> {
    if let Some(name) = property["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return Some((&root["$defs"][name], Some(name)));
    }
    let Some(choices) = property["anyOf"].as_array() else { return Some((property, None)) };
    let mut real = choices.iter().filter(|choice| choice["type"] != "null");
    let only = real.next().filter(|_| real.next().is_none())?;
    resolved(root, only)
}

/// How a key is edited; none when it cannot be without a loss.
fn widget(root: &Json, property: &Json) -> Option<Value> {
    if property["x-privacy"] == true {
        return None;
    }
    let (found, name) = resolved(root, property)?;
    if found["x-privacy"] == true {
        return None;
    }
    if name == Some("Date") {
        let pattern = vec![DATE.into(), "2026, 2026-03 or 2026-03-14".into()];
        return Some(group([("widget", "string".into()), ("pattern", Value::Sequence(pattern))]));
    }
    let is = |name: &str| match &found["type"] {
        Json::String(one) => one == name,
        Json::Array(several) => {
            several.iter().all(|one| one == name || one == "null")
                && several.iter().any(|one| one == name)
        }
        _ => false,
    };
    let told = property["description"].as_str().unwrap_or_default();
    if let Some(words) = found["enum"].as_array() {
        let words = words.iter().filter_map(Json::as_str).map(Value::from).collect();
        return Some(group([("widget", "select".into()), ("options", Value::Sequence(words))]));
    }
    if is("string") {
        let is_long = told.contains("Markdown") || told.ends_with('?');
        return Some(group([("widget", if is_long { "text" } else { "string" }.into())]));
    }
    if is("integer") {
        return Some(group([("widget", "number".into()), ("value_type", "int".into())]));
    }
    if is("array") {
        return list(root, &found["items"]);
    }
    None
}

/// How a list is edited: of texts, or of groups.
fn list(root: &Json, items: &Json) -> Option<Value> {
    let (item, _) = resolved(root, items)?;
    if item["type"] == "string" && item["enum"].is_null() {
        return Some(group([("widget", "list".into())]));
    }
    let properties = item["properties"].as_object()?;
    let keys: Vec<(&String, &Json)> = properties.iter().collect();
    // An item that is added there must be one that is read here.
    let required = item["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    let is_field = |key: &str| properties.get(key).is_some_and(|it| widget(root, it).is_some());
    if !required.iter().filter_map(Json::as_str).all(is_field) {
        return None;
    }
    let fields = fields(root, item, &keys);
    (!fields.is_empty())
        .then(|| group([("widget", "list".into()), ("fields", Value::Sequence(fields))]))
}
