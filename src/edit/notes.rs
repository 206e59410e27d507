//! What the reader says of an edited file, by field.

use super::Fault;
use crate::base::{Diagnostic, EntryKind, Level, Limits, Spot};
use crate::record::look_over;
use std::sync::Arc;

/// What is to be said of an edited file: what keeps it from being saved, and the rest.
#[derive(Debug, Default)]
pub struct Said {
    /// Errors that were not there before.
    pub faults: Vec<Fault>,
    /// Warnings that were not there before.
    pub warnings: Vec<Fault>,
}

/// Compares what the reader says of a file about an entry of `kind` before and after it was edited.
/// What was wrong before keeps nobody from changing something else.
pub fn said(kind: EntryKind, path: &str, before: &str, after: &str, limits: &Limits) -> Said {
    let path: Arc<str> = path.into();
    let known: Vec<Diagnostic> =
        if before.is_empty() { Vec::new() } else { look_over(kind, &path, before, limits) };
    let mut said = Said::default();
    for note in look_over(kind, &path, after, limits) {
        let is_known = known.iter().any(|old| old.code == note.code && old.message == note.message);
        match note.level {
            _ if is_known => {}
            Level::Error => said.faults.push(in_words(&note)),
            Level::Warning => said.warnings.push(in_words(&note)),
            Level::Hint => {}
        }
    }
    said
}

fn in_words(note: &Diagnostic) -> Fault {
    let field = match note.places.first().map(|place| &place.spot) {
        Some(Spot::Value(path) | Spot::Key(path)) => {
            path.split(['.', '[']).next().map(str::to_owned)
        }
        Some(_) | None => None,
    };
    let help = note.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    Fault { field, message: format!("{}{help}", note.message) }
}
