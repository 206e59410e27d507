//! Lists of entries in YAML, as a list or as a group by slug.

use super::salvage::{self, Unread};
use crate::base::yaml::{self, Value};
use crate::base::{Anchor, Code, Consequence, Diagnostic};
use crate::source::SourceFile;
use serde_yaml::Mapping;
use std::sync::Arc;

/// One entry of a list, not yet read.
pub(super) struct Item {
    /// Where it is.
    pub(super) anchor: Anchor,
    /// The key that it stands under, when the list is a group by slug.
    pub(super) slug: Option<String>,
    /// Of a translation: the name of the entry that is meant.
    pub(super) called: Option<String>,
    /// What else a table calls the person.
    pub(super) also: Vec<String>,
    /// Its keys.
    pub(super) tree: Value,
    /// Its Markdown: what stands under `body`.
    pub(super) body: String,
}

/// Takes a list in YAML apart.
pub(super) fn of_yaml(
    file: &SourceFile,
    text: &str,
    unread: &mut Vec<Unread>,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Item> {
    let tree = match yaml::tree(text, &file.path, 1) {
        Ok((tree, odd)) => {
            notes.extend(odd);
            tree
        }
        Err(note) => {
            // A list of many is not one entry: who of them is hidden is not known.
            notes.push(note.consequence(Consequence::NotPublished));
            unread.extend(salvage::of_entry(file, text));
            return Vec::new();
        }
    };
    let items = parts(tree, &file.path, notes);
    let mut found = Vec::with_capacity(items.len());
    for (path, slug, mut tree) in items {
        let anchor = Anchor::item(file.path.clone(), path);
        let Some(mapping) = tree.as_mapping_mut() else {
            let names = tree.as_str().map(str::to_owned).into_iter().collect();
            unread.push(Unread::of(file, slug.as_deref().unwrap_or_default(), names));
            notes.push(no_keys(&tree, file.kind.title_key(), &anchor));
            continue;
        };
        let (own_slug, called) = meant(file, mapping);
        let slug = slug.or(own_slug);
        let body = mapping.shift_remove("body");
        let body = body.and_then(|body| body.as_str().map(str::to_owned)).unwrap_or_default();
        let body = body.trim().to_owned();
        found.push(Item { anchor, slug, called, also: Vec::new(), tree, body });
    }
    found
}

/// The path of an entry in its list, the slug that it stands under, and the entry.
type Part = (String, Option<String>, Value);

/// The entries of a list, or of a group by slug.
fn parts(tree: Value, file: &Arc<str>, notes: &mut Vec<Diagnostic>) -> Vec<Part> {
    let by_slug = |(key, tree): (Value, Value)| {
        let key = key.as_str()?.to_owned();
        let has_signs = key.contains(['.', '[', ']', '"']);
        let path = if has_signs { format!("[{key:?}]") } else { key.clone() };
        Some((path, Some(key), tree))
    };
    match tree {
        Value::Sequence(items) => {
            let items = items.into_iter().enumerate();
            items.map(|(at, tree)| (format!("[{at}]"), None, tree)).collect()
        }
        Value::Mapping(entries) => entries.into_iter().filter_map(by_slug).collect(),
        Value::Null => Vec::new(),
        _ => {
            let here = Anchor::file(file.clone()).here();
            let note = Diagnostic::new(Code::BrokenYaml, here, "this is not a list of entries")
                .help("write each entry as an item that begins with a dash, or under its slug");
            notes.push(note.consequence(Consequence::NotPublished));
            Vec::new()
        }
    }
}

fn no_keys(tree: &Value, title: &str, anchor: &Anchor) -> Diagnostic {
    let what = if tree.is_null() { "is empty" } else { "has no keys" };
    Diagnostic::new(Code::WrongType, anchor.here(), format!("an entry of the list {what}"))
        .help(format!("write its keys below it, indented: `{title}: …`"))
        .consequence(Consequence::HeldBack)
}

/// Takes out of an item of a translated list which entry it is about: its slug, or its name.
pub(super) fn meant(file: &SourceFile, item: &mut Mapping) -> (Option<String>, Option<String>) {
    if file.language.is_none() {
        return (None, None);
    }
    let mut take = |key: &str| {
        let written = item.shift_remove(key)?;
        let text =
            written.as_str().map(str::to_owned).or_else(|| Some(written.as_i64()?.to_string()))?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    (take("slug"), take("name"))
}
