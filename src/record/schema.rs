//! The front matter of every kind as JSON Schema (draft 2020-12), from the types that read it.

use super::kinds::each_record;
use crate::base::EntryKind;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

macro_rules! schemas {
    ($($number:literal $kind:ident $list:ident $title:ident; $of_text:literal $text:ident,)*) => {
        /// The JSON Schema of the front matter of `kind`.
        pub fn schema(kind: EntryKind) -> Value {
            let mut schema = match kind {
                $(EntryKind::$kind => of::<super::$kind>(),)*
            };
            // The title of a text page may stand as a heading above its text.
            if let (EntryKind::Page, Some(required)) = (kind, schema["required"].as_array_mut()) {
                required.retain(|key| key != "title");
            }
            schema
        }

        /// The JSON Schema of the front matter of a translation of `kind`.
        pub fn translation_schema(kind: EntryKind) -> Value {
            match kind {
                $(EntryKind::$kind => of::<super::$text>(),)*
            }
        }
    };
}
each_record!(schemas);

/// The JSON Schema of a list of entries of `kind`: a list, or a group by slug. Each may have its
/// Markdown under `body`.
pub fn list_schema(kind: EntryKind) -> Value {
    let mut entry = schema(kind);
    let version = entry["$schema"].take();
    let definitions = entry["$defs"].take();
    if let Some(object) = entry.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    entry["properties"]["body"] =
        json!({ "description": "The long story, in Markdown.", "type": "string" });
    json!({
        "$schema": version,
        "title": kind.folder(),
        "anyOf": [
            { "type": "array", "items": entry.clone() },
            { "type": "object", "additionalProperties": entry },
        ],
        "$defs": definitions,
    })
}

fn of<T: JsonSchema>() -> Value {
    SchemaGenerator::default().into_root_schema_for::<T>().to_value()
}

/// A key of an entry, as far as a table needs to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyKind {
    /// A list: `heat networks; cooperative law`.
    List,
    /// A number or true or false.
    Plain,
    /// A text, a date, or a group of keys.
    Text,
}

/// Keys by their names.
pub(super) type Keys = HashMap<String, KeyKind>;

static KEYS: LazyLock<HashMap<EntryKind, Keys>> = LazyLock::new(|| {
    EntryKind::ALL.into_iter().map(|kind| (kind, keys_of(&schema(kind)))).collect()
});

/// The keys that `kind` knows, at its top and one level down (`location.city`).
pub(super) fn keys(kind: EntryKind) -> &'static Keys {
    &KEYS[&kind]
}

static TEXT_KEYS: LazyLock<HashMap<EntryKind, Keys>> = LazyLock::new(|| {
    EntryKind::ALL.into_iter().map(|kind| (kind, keys_of(&translation_schema(kind)))).collect()
});

/// The keys that a translation of `kind` knows.
pub(super) fn text_keys(kind: EntryKind) -> &'static Keys {
    &TEXT_KEYS[&kind]
}

/// Every key that `kind` knows, at whatever depth.
static ALL_KEYS: LazyLock<HashMap<EntryKind, HashSet<String>>> = LazyLock::new(|| {
    let all = |kind| {
        let mut names = HashSet::new();
        gather_names(&schema(kind), &mut names);
        (kind, names)
    };
    EntryKind::ALL.into_iter().map(all).collect()
});

/// Whether `kind` knows `key` anywhere.
pub(super) fn is_key(kind: EntryKind, key: &str) -> bool {
    ALL_KEYS[&kind].contains(key)
}

fn gather_names(schema: &Value, names: &mut HashSet<String>) {
    match schema {
        Value::Object(object) => {
            names.extend(properties(schema).map(|(name, _)| name.clone()));
            object.values().for_each(|below| gather_names(below, names));
        }
        Value::Array(items) => items.iter().for_each(|below| gather_names(below, names)),
        _ => {}
    }
}

fn keys_of(schema: &Value) -> Keys {
    let mut keys = Keys::new();
    for (name, property) in properties(schema) {
        keys.insert(name.clone(), key_kind(property));
        for (below, property) in properties(resolved(schema, property)) {
            keys.insert(format!("{name}.{below}"), key_kind(property));
        }
    }
    keys
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}

/// The group of keys that a property may be.
fn resolved<'a>(root: &'a Value, property: &'a Value) -> &'a Value {
    if let Some(name) = property["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return resolved(root, &root["$defs"][name]);
    }
    let choices = property["anyOf"].as_array().into_iter().flatten();
    choices
        .map(|choice| resolved(root, choice))
        .find(|choice| choice["properties"].is_object())
        .unwrap_or(property)
}

fn key_kind(property: &Value) -> KeyKind {
    let is = |name: &str| match &property["type"] {
        Value::String(one) => one == name,
        Value::Array(several) => several.iter().any(|one| one == name),
        _ => false,
    };
    if is("array") {
        KeyKind::List
    } else if is("boolean") || is("integer") {
        KeyKind::Plain
    } else {
        KeyKind::Text
    }
}
