//! Tables of other programs as lists of groups: the header names the keys.

use serde_json::{Map, Value};

/// The rows of a table, each as a group by what `key_of` makes of the header's names.
pub(super) fn objects(text: &str, key_of: impl Fn(&str) -> String) -> Vec<Value> {
    let text = without_preface(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(key_of).collect(),
        Err(_) => return Vec::new(),
    };
    let row = |row: csv::StringRecord| {
        let mut group = Map::new();
        for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let key = header
                .get(at)
                .filter(|key| !key.is_empty())
                .cloned()
                .unwrap_or_else(|| format!("column{}", at + 1));
            group.entry(key).or_insert_with(|| Value::String(cell.trim().to_owned()));
        }
        Value::Object(group)
    };
    reader.records().filter_map(Result::ok).map(row).collect()
}

/// That a quote is still open where the table `name` ends, so that rows may stand in a cell.
pub(super) fn says_open(name: &str, text: &str) -> Option<String> {
    let is_open = text.matches('"').count() % 2 == 1;
    is_open.then(|| {
        format!(
            "`{name}` ends within a quote: rows behind it may stand in a cell, and are not read"
        )
    })
}

/// Some exports explain themselves above the header, in lines that end with an empty one: `Notes:`
fn without_preface(text: &str) -> &str {
    match text.split_once("\n\n") {
        Some((before, rest)) if text.starts_with("Notes:") && before.lines().count() < 20 => rest,
        _ => text,
    }
}
