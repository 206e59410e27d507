//! Whether an edited file says what was wanted, read by the program's own reader.

use super::same::{is_same, meaning};
use super::{BY_HAND, Fault, is_called, node, parts};
use crate::base::diagnostic::nearest;
use crate::base::yaml;
use crate::edit::node::Kind;
use crate::edit::order::ORDER;
use serde_json::{Map, Value as Json};
use serde_yaml::{Mapping, Value};
use std::sync::Arc;

/// The keys that no profile has.
pub(super) fn unknown(wanted: &Map<String, Json>) -> Vec<Fault> {
    let unknown = wanted.keys().filter(|key| !ORDER.contains(&key.as_str()));
    unknown
        .map(|key| {
            let meant = nearest(key, ORDER)
                .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            Fault::at(key, format!("no profile has this key{meant}"))
        })
        .collect()
}

/// Whether front matter can be read at all, within the bounds of what is read.
pub(super) fn readable(yaml: &str) -> Result<(), Fault> {
    match yaml::tree(yaml, &Arc::from(""), 1) {
        Ok(_) => Ok(()),
        Err(note) => {
            let help = note.help.map(|help| format!("; {help}")).unwrap_or_default();
            Err(Fault::whole(format!("the file cannot be read: {}{help}", note.message)))
        }
    }
}

/// Compares the file as it was with the edited one: what was wanted is there, and all else as it
/// was.
pub(super) fn checked(
    before: &str,
    after: &str,
    wanted: &Map<String, Json>,
    story: Option<&str>,
) -> Result<(), Vec<Fault>> {
    let by_hand = |key: &str| vec![Fault::at(key, BY_HAND)];
    let (old, new) =
        (parts(before).map_err(|fault| vec![fault])?, parts(after).map_err(|fault| vec![fault])?);
    let same_body = old.body == new.body;
    let wants = |story: &str| {
        new.body.trim().replace("\r\n", "\n")
            == super::clean(story.trim().into()).as_str().unwrap_or_default()
    };
    if !story.map_or(same_body, wants) {
        return Err(by_hand("story"));
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let whole = || vec![Fault::whole(BY_HAND)];
    let (old_tree, new_tree) =
        (tree(old.yaml).ok_or_else(whole)?, tree(new.yaml).ok_or_else(whole)?);
    let written = match node::document(new.yaml).map(|document| document.kind) {
        Some(Kind::Group { entries, .. }) => entries,
        None => Vec::new(),
        Some(_) => return Err(whole()),
    };
    for (key, value) in wanted {
        let found: Vec<_> = written.iter().filter(|entry| is_called(&entry.name, key)).collect();
        let is_there = match (found.as_slice(), value) {
            ([], Json::Null) => true,
            ([entry], value) if !value.is_null() => {
                let read = new_tree.get(entry.name.as_str()).cloned().unwrap_or_default();
                says(&entry.value, read, key, value)
            }
            _ => false,
        };
        if !is_there {
            return Err(by_hand(key));
        }
    }
    let others = |tree: &Mapping| -> Vec<(Value, Value)> {
        let is_other = |name: &Value| {
            !wanted.keys().any(|key| name.as_str().is_some_and(|name| is_called(name, key)))
        };
        tree.iter()
            .filter(|(name, _)| is_other(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    if others(&old_tree) == others(&new_tree) { Ok(()) } else { Err(whole()) }
}

/// Whether a value is the wanted one, sign for sign, or else in what it means; and whether the
/// reader means the same by it.
fn says(written: &node::Node, read: Value, key: &str, wanted: &Json) -> bool {
    let meant = serde_yaml::to_value(wanted).ok().and_then(|wanted| meaning(key, wanted));
    let is_it =
        is_same(written, wanted) || (meant.is_some() && meaning(key, written.value()) == meant);
    is_it && (meant.is_none() || meaning(key, read) == meant)
}

fn tree(text: &str) -> Option<Mapping> {
    match yaml::tree(text, &Arc::from(""), 1) {
        Ok((Value::Mapping(mapping), _)) => Some(mapping),
        Ok((Value::Null, _)) => Some(Mapping::new()),
        Ok(_) | Err(_) => None,
    }
}
