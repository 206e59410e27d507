//! Diagnostics for programs: one JSON object on standard output.

use crate::base::{Diagnostic, Tally, seen_in_json};
use crate::cli::exit::Exit;
use crate::output::Manifest;
use crate::source::Texts;
use serde::Serialize;
use std::path::Path;

/// What a run came to.
pub(in crate::cli) struct Outcome<'a> {
    pub(in crate::cli) exit: Exit,
    pub(in crate::cli) manifest: Option<&'a Manifest>,
}

#[derive(Serialize)]
struct Document<'a> {
    /// Version of this format.
    version: u32,
    status: &'static str,
    errors: usize,
    warnings: usize,
    held_back: usize,
    files: usize,
    /// Of all files.
    bytes: u64,
    written: usize,
    unchanged: usize,
    removed: usize,
    diagnostics: Vec<Note<'a>>,
}

#[derive(Serialize)]
struct Note<'a> {
    code: &'static str,
    level: crate::base::Level,
    message: String,
    help: Option<&'a str>,
    consequence: crate::base::Consequence,
    #[serde(flatten)]
    place: Option<Spot<'a>>,
    also: Vec<Spot<'a>>,
}

#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_column: Option<usize>,
    /// In a table: the cell, `F14`.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

/// The object.
pub(in crate::cli) fn text(root: &Path, notes: &[Diagnostic], outcome: &Outcome<'_>) -> String {
    let tally = Tally::of(notes);
    let mut texts = Texts::default();
    let diagnostics = texts
        .in_order(root, notes)
        .into_iter()
        .map(|note| {
            let message = texts.message(root, note);
            let mut spots = note.places.iter().map(|place| {
                let location = texts.locate(root, place).map(|(location, _)| location);
                Spot {
                    file: &place.file,
                    line: location.map(|location| location.line),
                    column: location.map(|location| location.column),
                    end_column: location.map(|location| location.column + location.length),
                    cell: location
                        .and_then(|location| location.cell)
                        .map(|cell| format!("{}{}", cell.letters(), cell.row)),
                }
            });
            Note {
                code: note.code.name(),
                level: note.level,
                message,
                help: note.help.as_deref(),
                consequence: note.consequence,
                place: spots.next(),
                also: spots.collect(),
            }
        })
        .collect();
    let manifest = outcome.manifest.cloned().unwrap_or_default();
    let document = Document {
        version: 1,
        status: if outcome.exit == Exit::HeldBack && tally.held_back == 0 {
            "left-out"
        } else {
            outcome.exit.as_str()
        },
        errors: tally.errors,
        warnings: tally.warnings,
        held_back: tally.held_back,
        files: manifest.files,
        bytes: manifest.bytes,
        written: manifest.written,
        unchanged: manifest.unchanged,
        removed: manifest.changes.removed.len(),
        diagnostics,
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("the document holds nothing that JSON cannot");
    seen_in_json(&text).into_owned() + "\n"
}
