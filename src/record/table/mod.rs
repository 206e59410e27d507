//! Tables of entries: one row, one entry.

mod cells;
mod closing;
mod columns;
mod dates;
mod links;
mod lists;
mod names;
mod once;
mod swallowing;
mod words;

use super::list::{Item, meant};
use super::salvage::{self, Unread};
use crate::base::yaml::{self, Value};
use crate::base::{Anchor, Code, DISTRUSTED, Diagnostic, Language, closed_by};
use crate::config::Columns;
use crate::source::{Headings, Row, SourceFile, Table};
use cells::{Cells, content};
use columns::{Column, What, columns};
use names::Parts;
pub(super) use once::once_a_column;
use serde_yaml::Mapping;
use std::collections::BTreeSet;

/// What is known of a site when its tables are read.
#[derive(Debug, Clone, Hash)]
pub struct Tables {
    /// What the owner of the site says of columns.
    pub columns: Columns,
    /// The language that the site is written in.
    pub language: Language,
    /// The topics that are known from elsewhere, folded.
    pub topics: BTreeSet<String>,
}

/// How many rows at the end may sum up the others.
const MOST_BELOW: usize = 3;

/// Takes a table apart: one row, one entry. `location.city` is a key below another.
pub(super) fn of_table(
    file: &SourceFile,
    text: &str,
    tables: &Tables,
    unread: &mut Vec<Unread>,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Item> {
    let headings = Headings { kind: file.kind, columns: &tables.columns };
    let table = Table::of(text, headings);
    let mut decided = Vec::new();
    let columns = columns(&table, file, headings, &mut decided);
    if has_names(&table, &columns, file, notes) {
        notes.extend(decided);
    } else {
        unread.extend(table.rows.iter().map(|row| salvage::of_row(file, &row.cells)));
        return Vec::new();
    }
    let cells = Cells::new(&table, &columns, file, tables, notes);
    let guards = columns.iter().any(Column::guards);
    let mut items = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        let anchor = Anchor::item(file.path.clone(), format!("[{at}]"));
        if at + MOST_BELOW >= table.rows.len() && words::is_total(&row.cells) {
            let message = "the row sums up the others, and is read as nobody";
            let note = Diagnostic::new(Code::TableDecided, anchor.here(), message);
            notes.push(note.help("take it out, if that is what it is"));
            continue;
        }
        if !fits(&table, row, &columns, &anchor, notes) {
            unread.push(salvage::of_row(file, &row.cells));
            continue;
        }
        unread.extend(salvage::of_swallowed(file, &row.cells, table.header.len()));
        let may_have_slipped = row.cells.len() < table.header.len()
            || swallowing::says_swallowing(&table, row, &columns, &anchor, notes);
        let mut item = item(row, &columns, &cells, anchor, may_have_slipped && guards, notes);
        if let Value::Mapping(mapping) = &mut item.tree {
            (item.slug, item.called) = meant(file, mapping);
        }
        items.push(item);
    }
    items
}

/// Whether a row has no more cells than the table has columns. One that has fewer is noted where
/// that may be a mistake.
fn fits(
    table: &Table,
    row: &Row,
    columns: &[Column],
    anchor: &Anchor,
    notes: &mut Vec<Diagnostic>,
) -> bool {
    let (cells, names) = (row.cells.len(), table.header.len());
    if cells != names {
        let fields = if cells == 1 { "field" } else { "fields" };
        let message = format!("the row has {cells} {fields}, and the header {names}");
        let note = Diagnostic::new(Code::BrokenCsv, anchor.here(), message)
            .help("put a field that holds the separator or a line break in double quotes");
        let is_read = cells < names && !columns.iter().any(Column::guards);
        notes.push(if is_read { note.as_warning() } else { note });
    }
    cells <= names
}

/// The entry of a row. Where something may have `slipped` out of a column that decides who sees
/// what, nobody does.
fn item(
    row: &Row,
    columns: &[Column],
    cells: &Cells<'_>,
    anchor: Anchor,
    slipped: bool,
    notes: &mut Vec<Diagnostic>,
) -> Item {
    let mut mapping = Mapping::new();
    let mut distrusted: Vec<&str> = if slipped { vec!["visibility"] } else { Vec::new() };
    let mut body = String::new();
    let mut parts = Parts::default();
    let no_cell = String::new();
    for (at, column) in columns.iter().enumerate() {
        let cell = row.cells.get(at).unwrap_or(&no_cell).trim();
        if column.names && matches!(column.what, What::Unread(_) | What::Ignored) {
            parts.keep_other(cell);
        }
        match &column.what {
            What::Read(key, _) if key == "body" => {
                let words = content(column, cell).unwrap_or_default();
                if !words.is_empty() && !body.is_empty() {
                    body.push_str(column.rule.join.as_deref().unwrap_or("\n\n"));
                }
                body.push_str(&words);
            }
            What::Read(..) => match (cells.value(at, column, cell, &anchor, notes), &column.what) {
                (Some(Value::String(text)), What::Read(key, _))
                    if links::are_in(key) && column.rule.join.is_none() =>
                {
                    links::put(&mut mapping, key, &text);
                }
                (Some(value), _) => put(&mut mapping, column, value),
                (None, _) => {}
            },
            What::Part(part) => parts.keep(part, &content(column, cell).unwrap_or_default()),
            What::Distrusted(key) if !cell.is_empty() => distrusted.push(key),
            What::Unread(name) => {
                if let Some(key) = closed_by(name, cell) {
                    notes.push(closing::says_closed(name, cell, key, anchor.here()));
                    distrusted.push(key);
                }
            }
            What::Distrusted(_) | What::Ignored => {}
        }
    }
    let also = parts.into_name(&mut mapping);
    without_status(&mut mapping, &anchor, notes);
    for name in distrusted {
        mapping.insert(Value::String(name.to_owned()), Value::String(DISTRUSTED.to_owned()));
    }
    Item { anchor, slug: None, called: None, also, tree: Value::Mapping(mapping), body }
}

/// Takes hours and days out of which nobody can tell whether they are of somebody with room for
/// work.
fn without_status(mapping: &mut Mapping, anchor: &Anchor, notes: &mut Vec<Diagnostic>) {
    let Some(availability) = mapping.get("availability").and_then(Value::as_mapping) else {
        return;
    };
    if availability.contains_key("status") {
        return;
    }
    if let Some(key) = availability.keys().find_map(Value::as_str) {
        let message =
            "hours or a day say nothing where no column says whether there is room for work";
        let note = Diagnostic::new(
            Code::TableDecided,
            anchor.value(format!("availability.{key}")),
            message,
        );
        notes.push(note.help("fill the column with open, limited or closed (ja, beperkt, nee)"));
    }
    mapping.shift_remove("availability");
}

/// Puts a value under the key of its column: beside what an earlier column of the same key said.
fn put(mapping: &mut Mapping, column: &Column, value: Value) {
    let What::Read(name, _) = &column.what else { return };
    let (parent, last) = match name.split_once('.') {
        Some((first, last)) => {
            let Some(group) = below(mapping, first) else { return };
            (group, last)
        }
        None => (mapping, name.as_str()),
    };
    if let Some((first, rest)) = last.split_once('.') {
        if let Some(group) = below(parent, first) {
            group.insert(Value::String(rest.to_owned()), value);
        }
        return;
    }
    match (parent.get_mut(last), value) {
        (Some(Value::Sequence(before)), Value::Sequence(more)) => {
            for item in more {
                if !before.contains(&item) {
                    before.push(item);
                }
            }
        }
        (Some(Value::String(before)), Value::String(more)) => {
            if let Some(join) = &column.rule.join {
                before.push_str(join);
                before.push_str(&more);
            }
        }
        (Some(Value::Mapping(group)), text @ Value::String(_)) => {
            if let Some(long) = yaml::long_form(last) {
                group.entry(Value::String(long.to_owned())).or_insert(text);
            }
        }
        (Some(_), _) => {}
        (None, value) => {
            parent.insert(Value::String(last.to_owned()), value);
        }
    }
}

/// The group of keys under `key`, which an earlier column may have given in its short form.
fn below<'a>(mapping: &'a mut Mapping, key: &str) -> Option<&'a mut Mapping> {
    let group = mapping.entry(key.into()).or_insert_with(|| Mapping::new().into());
    yaml::lengthen(group, key);
    group.as_mapping_mut()
}

/// Whether the table names its entries; noted when it does not, since then none of it can be read.
fn has_names(
    table: &Table,
    columns: &[Column],
    file: &SourceFile,
    notes: &mut Vec<Diagnostic>,
) -> bool {
    let key = file.kind.title_key();
    let is_translation = file.language.is_some();
    let is_name = |column: &Column| match &column.what {
        What::Read(name, _) if is_translation => matches!(name.as_str(), "slug" | "name"),
        What::Read(name, _) => name == key,
        What::Part(_) => true,
        _ => false,
    };
    if table.is_open {
        let last = format!("[{}]", table.rows.len().saturating_sub(1));
        let place = Anchor::item(file.path.clone(), last).here();
        let message = "a quote opens a cell here, and nothing closes it";
        let note = Diagnostic::new(Code::TableNotRead, place, message);
        notes.push(
            note.help("close the quote, or take it out; a quote within a cell is written twice"),
        );
        return false;
    }
    if is_parted_otherwise(table) {
        let place = Anchor::item(file.path.clone(), "[0]").here();
        let note = Diagnostic::new(
            Code::TableNotRead,
            place,
            "other signs part the cells of the rows than those of the header",
        );
        notes.push(note.help("let the same sign stand between all cells, in the header too"));
        return false;
    }
    let named = columns.iter().any(is_name) || table.rows.is_empty();
    if !named {
        let place = Anchor::item(file.path.clone(), "header").value("[0]");
        if is_translation {
            let note =
                Diagnostic::new(Code::BrokenCsv, place, "the table has no column `slug` or `name`");
            notes.push(
                note.help("a translation says in `slug` or `name` which entry each row is about"),
            );
            return false;
        }
        let note =
            Diagnostic::new(Code::TableNotRead, place, format!("the table has no column `{key}`"));
        notes.push(note.help(format!(
            "the first line holds the names of the columns: {key}, …; `columns:` in vakwerk.yaml says which one it is"
        )));
    }
    named
}

/// Whether all rows are one cell each in which a sign stands that parts cells, below a header of
/// several.
fn is_parted_otherwise(table: &Table) -> bool {
    let whole = |row: &Row| row.cells.len() == 1 && row.cells[0].contains([',', ';', '\t', '|']);
    table.header.len() > 1 && !table.rows.is_empty() && table.rows.iter().all(whole)
}
