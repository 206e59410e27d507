//! What a profile says, for a form.

use super::node::{self, Kind, Node};
use super::{BY_HAND, Fault, is_called, parts};
use crate::edit::order::ORDER;
use serde_json::{Map, Value as Json, json};

/// The values of a profile, as a submission would hold them: `changes` the keys as they are
/// written, hidden ones too, `sections` the story. For the owner of the file alone.
///
/// # Errors
/// Why it cannot be read here.
pub fn values(text: &str) -> Result<Json, Fault> {
    let parts = parts(text)?;
    // What would take too much time or memory is told by the reader that is bounded.
    super::check::readable(parts.yaml)?;
    let mut changes = Map::new();
    if let Some(document) = node::document(parts.yaml) {
        let Kind::Group { entries, .. } = &document.kind else { return Err(Fault::whole(BY_HAND)) };
        for entry in entries.iter().filter(|entry| !entry.value.is_nothing()) {
            let known = ORDER.into_iter().find(|key| is_called(&entry.name, key));
            let name = known.map_or_else(|| entry.name.clone(), str::to_owned);
            changes.entry(name).or_insert_with(|| json_of(&entry.value));
        }
    }
    Ok(json!({ "changes": changes, "sections": { "story": parts.body.trim() } }))
}

/// The values in the one form that fields have: what is written in a short form, as the group of
/// keys that it means.
pub fn long_forms(changes: &mut Json) {
    for (key, long) in [("location", "city"), ("photo", "file"), ("availability", "status")] {
        if changes[key].is_string() {
            changes[key] = json!({ long: changes[key] });
        }
    }
    if let Some(contact) = changes["contact"].as_str() {
        let long = if contact.contains('@') { "email" } else { "url" };
        changes["contact"] = json!({ long: contact });
    }
    let radius = changes["location"]["radius"]
        .as_str()
        .and_then(|radius| radius.trim().strip_suffix("km")?.trim().parse::<u32>().ok());
    if let Some(kilometres) = radius {
        changes["location"]["radius"] = kilometres.into();
    }
    if let Some(changes) = changes.as_object_mut() {
        changes.retain(|_, value| !value.is_null());
    }
}

fn json_of(node: &Node) -> Json {
    match &node.kind {
        _ if node.is_nothing() => Json::Null,
        Kind::Scalar { .. } => serde_json::to_value(node.value()).unwrap_or_default(),
        Kind::List { items, .. } => items.iter().map(json_of).collect(),
        Kind::Group { entries, .. } => {
            let pair = |entry: &super::Entry| (entry.name.clone(), json_of(&entry.value));
            Json::Object(entries.iter().map(pair).collect())
        }
        Kind::Alias => Json::Null,
    }
}
