//! What holds for a whole column is said once.

use crate::base::{Code, Diagnostic, Level, Spot};
use std::collections::HashMap;

/// The notes on a table, of which those that are mere hints are said once for a column.
pub(in crate::record) fn once_a_column(notes: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(notes.len());
    let mut firsts: HashMap<(Code, String), (usize, usize)> = HashMap::new();
    for note in notes {
        let column = match note.places.first().map(|place| &place.spot) {
            Some(Spot::Value(path)) if note.level == Level::Hint => {
                path.split_once("].").map(|(_, below)| below)
            }
            _ => None,
        };
        // Items of a list are of one column.
        let column = column.map(|below| below.split('[').next().unwrap_or(below).to_owned());
        match column.map(|column| firsts.entry((note.code, column)).or_insert((kept.len(), 0))) {
            Some((_, more)) if *more > 0 => *more += 1,
            first => {
                if let Some((_, more)) = first {
                    *more = 1;
                }
                kept.push(note);
            }
        }
    }
    for (first, count) in firsts.into_values().filter(|(_, count)| *count > 1) {
        let others =
            if count == 2 { "one more row".to_owned() } else { format!("{} more rows", count - 1) };
        kept[first].message.push_str(&format!(", and likewise in {others} of the column"));
    }
    kept
}
