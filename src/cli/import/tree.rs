//! XML as the tree that importers read: an element is a group of what is in it, or its text.

use crate::base::xml::Element;
use serde_json::{Map, Value};

/// The most elements of a document.
pub(super) const MOST_ELEMENTS: usize = 300_000;

/// An element as a value: its text, or its attributes (`@name`) and children; several of a name are
/// a list.
pub(super) fn of(element: &Element) -> Value {
    let text = element.text.trim();
    if element.children.is_empty() && element.attributes.iter().all(|(name, _)| is_technical(name))
    {
        return Value::String(text.to_owned());
    }
    let mut group = Map::new();
    for (name, value) in element.attributes.iter().filter(|(name, _)| !is_technical(name)) {
        group.insert(format!("@{name}"), Value::String(value.clone()));
    }
    if !text.is_empty() {
        group.insert("content".to_owned(), Value::String(text.to_owned()));
    }
    for child in &element.children {
        let value = of(child);
        match group.get_mut(&child.name) {
            Some(Value::Array(items)) => items.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
            None => {
                group.insert(child.name.clone(), value);
            }
        }
    }
    Value::Object(group)
}

/// Attributes that say something of the document, and nothing of the person.
fn is_technical(name: &str) -> bool {
    [
        "schemaLocation",
        "schemeID",
        "schemeAgencyID",
        "schemeAgencyName",
        "schemeName",
        "schemeVersionID",
        "languageID",
    ]
    .contains(&name)
        || name.starts_with("xmlns")
}

/// Takes out of a tree, at whatever depth, what stands under these keys.
pub(super) fn without(value: &mut Value, keys: &[&str]) {
    match value {
        Value::Object(group) => {
            group.retain(|key, _| !keys.contains(&key.as_str()));
            group.values_mut().for_each(|value| without(value, keys));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| without(item, keys)),
        _ => {}
    }
}
