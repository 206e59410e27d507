//! Cells that seem to hold other rows.

use super::columns::{Column, What};
use crate::base::{Anchor, Code, Diagnostic};
use crate::source::{Row, Table};

/// Says which cell of a row looks as if it held other rows, if one does.
pub(super) fn says_swallowing(
    table: &Table,
    row: &Row,
    columns: &[Column],
    anchor: &Anchor,
    notes: &mut Vec<Diagnostic>,
) -> bool {
    let Some(at) = table.swallowing(row) else { return false };
    let place = match columns.get(at).map(|column| &column.what) {
        Some(What::Read(key, _)) => anchor.value(key),
        _ => anchor.here(),
    };
    let message = "the cell seems to hold other rows of the table, between two stray quotes";
    let help = "take the quotes out; a quote within a cell is written twice, in a cell in quotes";
    notes.push(Diagnostic::new(Code::BrokenCsv, place, message).help(help).as_warning());
    true
}
