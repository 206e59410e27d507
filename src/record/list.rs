//! Lists of entries: YAML, as a list or as a group by slug, and tables.

use super::columns::{Column, columns, has_names, says_hidden};
use super::header::mend_header;
use super::salvage::{self, Unread};
use super::schema::KeyKind;
use crate::base::yaml::{self, Value};
use crate::base::{Anchor, Code, Consequence, DISTRUSTED, Diagnostic, says_nobody};
use crate::source::{SourceFile, Table};
use serde_yaml::Mapping;

/// One entry of a list, not yet read.
pub(super) struct Item {
    /// Where it is.
    pub(super) anchor: Anchor,
    /// The key that it stands under, when the list is a group by slug.
    pub(super) slug: Option<String>,
    /// Of a translation: the name of the entry that is meant.
    pub(super) called: Option<String>,
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
            notes.push(note);
            unread.extend(salvage::of_entry(file, text));
            return Vec::new();
        }
    };
    let items: Vec<(String, Option<String>, Value)> = match tree {
        Value::Sequence(items) => {
            items.into_iter().enumerate().map(|(at, tree)| (format!("[{at}]"), None, tree)).collect()
        }
        Value::Mapping(entries) => entries
            .into_iter()
            .filter_map(|(key, tree)| {
                let key = key.as_str()?.to_owned();
                let path = if key.contains(['.', '[', ']', '"']) { format!("[{key:?}]") } else { key.clone() };
                Some((path, Some(key), tree))
            })
            .collect(),
        Value::Null => Vec::new(),
        _ => {
            let anchor = Anchor::file(file.path.clone());
            notes.push(
                Diagnostic::new(Code::BrokenYaml, anchor.here(), "this is not a list of entries")
                    .help("write each entry as an item that begins with a dash, or under its slug"),
            );
            Vec::new()
        }
    };
    let mut found = Vec::with_capacity(items.len());
    for (path, slug, mut tree) in items {
        let anchor = Anchor { file: file.path.clone(), item: path.into() };
        let Some(mapping) = tree.as_mapping_mut() else {
            let name = tree.as_str().map(str::to_owned);
            unread.push(Unread::of(file, slug.as_deref().unwrap_or_default(), name.into_iter().collect()));
            let what =
                if tree.is_null() { "an entry of the list is empty" } else { "an entry of the list has no keys" };
            notes.push(
                Diagnostic::new(Code::WrongType, anchor.here(), what)
                    .help("write its keys below it, indented: `name: …`")
                    .consequence(Consequence::HeldBack),
            );
            continue;
        };
        let (own_slug, called) = meant(file, mapping);
        let slug = slug.or(own_slug);
        let body = mapping.shift_remove("body").and_then(|body| body.as_str().map(str::to_owned)).unwrap_or_default();
        found.push(Item { anchor, slug, called, tree, body: body.trim().to_owned() });
    }
    found
}

/// Takes a table apart: one row, one entry. `location.city` is a key below another; lists are separated by `;` or `|`.
pub(super) fn of_table(
    file: &SourceFile,
    text: &str,
    unread: &mut Vec<Unread>,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Item> {
    let mut table = Table::of(text);
    mend_header(&mut table, file, notes);
    if !has_names(&table, file, notes) {
        unread.extend(table.rows.iter().map(|row| salvage::of_row(file, &row.cells)));
        return Vec::new();
    }
    let columns = columns(&table, file, notes);
    let guarded = columns.iter().flatten().any(Column::guards);
    let mut items = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        let anchor = Anchor { file: file.path.clone(), item: format!("[{at}]").into() };
        if row.cells.len() != table.header.len() {
            let (cells, names) = (row.cells.len(), table.header.len());
            let message = format!("the row has {cells} fields, and the header {names}");
            let note = Diagnostic::new(Code::BrokenCsv, anchor.here(), message)
                .help("put a field that holds the separator or a line break in double quotes");
            let is_read = cells < names && !guarded;
            notes.push(if is_read { note.as_warning() } else { note });
            if cells > names {
                unread.push(salvage::of_row(file, &row.cells));
                continue;
            }
        }
        unread.extend(salvage::of_swallowed(file, &row.cells, table.header.len()));
        let mut mapping = Mapping::new();
        let mut distrusted: Vec<&str> = Vec::new();
        if row.cells.len() < table.header.len() && guarded {
            // Whatever was meant to be in that column may stand in another one.
            distrusted.push("visibility");
        }
        let mut body = String::new();
        for (column, cell) in columns.iter().zip(&row.cells) {
            let Some(column) = column.as_ref().filter(|_| !cell.trim().is_empty()) else { continue };
            match column {
                Column::Read(name, _) if name == "body" => cell.trim().clone_into(&mut body),
                Column::Read(name, kind) => insert(&mut mapping, name, value_of(cell, *kind)),
                Column::Distrusted(key) => distrusted.push(key),
                Column::Unread(name) if says_nobody(cell) => {
                    notes.push(says_hidden(name, cell, anchor.here()));
                    distrusted.push("visibility");
                }
                Column::Unread(_) => {}
            }
        }
        for name in distrusted {
            mapping.insert(Value::String(name.to_owned()), Value::String(DISTRUSTED.to_owned()));
        }
        let (slug, called) = meant(file, &mut mapping);
        items.push(Item { anchor, slug, called, tree: Value::Mapping(mapping), body });
    }
    items
}

/// Takes out of an item of a translated list which entry it is about: its slug, or its name.
fn meant(file: &SourceFile, item: &mut Mapping) -> (Option<String>, Option<String>) {
    if file.language.is_none() {
        return (None, None);
    }
    let mut take = |key: &str| {
        let written = item.shift_remove(key)?;
        let text = written.as_str().map(str::to_owned).or_else(|| Some(written.as_i64()?.to_string()))?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    (take("slug"), take("name"))
}

fn value_of(cell: &str, kind: KeyKind) -> Value {
    match kind {
        KeyKind::Text => Value::String(cell.trim().to_owned()),
        KeyKind::Plain => match cell.trim().to_lowercase().as_str() {
            "yes" | "ja" | "x" | "true" => Value::Bool(true),
            "no" | "nee" | "false" => Value::Bool(false),
            number => number.parse::<u64>().map_or_else(|_| Value::String(cell.trim().to_owned()), Value::from),
        },
        KeyKind::List => {
            let items = cell.split([';', '|', '\n']).map(str::trim).filter(|item| !item.is_empty());
            Value::Sequence(items.map(list_item).collect())
        }
    }
}

/// `en: C1` is a language with its level; everything else a text.
fn list_item(item: &str) -> Value {
    if let Some((tag, level)) = item.split_once(':')
        && tag.trim().parse::<crate::base::Language>().is_ok()
    {
        let mut mapping = Mapping::new();
        mapping.insert(Value::String(tag.trim().to_owned()), Value::String(level.trim().to_owned()));
        return Value::Mapping(mapping);
    }
    Value::String(item.to_owned())
}

fn insert(mapping: &mut Mapping, name: &str, value: Value) {
    let Some((first, rest)) = name.split_once('.') else {
        mapping.insert(Value::String(name.to_owned()), value);
        return;
    };
    let below = mapping.entry(Value::String(first.to_owned())).or_insert_with(|| Value::Mapping(Mapping::new()));
    // `location` beside `location.city`: the short form is what the long one calls by its first key.
    if let Some(below) = below.as_mapping_mut() {
        insert(below, rest, value);
    }
}
