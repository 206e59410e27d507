//! Tables of entries as they are compared: each row an entry, by the words above its cells.

use crate::base::EntryKind;
use crate::config::Columns;
use crate::source::{Headings, NAME_PARTS, Table, bare_table_name, table_text};
use serde_yaml::{Mapping, Value};

/// Whether a file of that name is a table.
pub(super) fn is_table(name: &str) -> bool {
    bare_table_name(name).is_some()
}

/// The rows of the table `name`.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn rows(name: &str, bytes: Vec<u8>) -> Result<Value, String> {
    let text = table_text(name, bytes)?;
    let bare = bare_table_name(name).unwrap_or(name).to_lowercase();
    let kind = EntryKind::of_folder(&bare).unwrap_or(EntryKind::Expert);
    let columns = Columns::default();
    let headings = Headings { kind, columns: &columns };
    let table = Table::of(&text, headings);
    if table.is_open {
        return Err("a quote opens a cell, and nothing closes it".to_owned());
    }
    let keys: Vec<&str> =
        table.header.iter().map(|name| headings.key_of(name).unwrap_or(name)).collect();
    let rows = table.rows.iter().map(|row| Value::Mapping(entry(&keys, &row.cells)));
    Ok(Value::Sequence(rows.collect()))
}

/// A row as an entry; whose name stands in parts has it whole.
fn entry(keys: &[&str], cells: &[String]) -> Mapping {
    let mut entry = Mapping::new();
    let filled = |cell: &&String| !cell.trim().is_empty();
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| filled(cell)) {
        let key = keys.get(at).filter(|key| !key.is_empty());
        let key = key.map_or_else(|| format!("column {}", at + 1), |key| (*key).to_owned());
        entry.entry(key.into()).or_insert_with(|| cell.trim().into());
    }
    if !entry.contains_key("name") && !entry.contains_key("title") {
        let parts = NAME_PARTS.iter().filter_map(|part| entry.get(*part)?.as_str());
        let name = parts.collect::<Vec<_>>().join(" ");
        if !name.is_empty() {
            entry.insert("name".into(), name.into());
        }
    }
    entry
}
