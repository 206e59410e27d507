//! Diagnostics as a Code Quality report, which GitLab shows in a merge request: those that are new.

use super::github::prefix;
use super::repeated::Repeated;
use crate::base::{Diagnostic, Level, seen_in_json};
use crate::source::{CellPlace, Texts, is_workbook};
use serde_json::{Value, json};
use std::path::Path;

/// The report.
pub(in crate::cli) fn text(root: &Path, notes: &[Diagnostic]) -> String {
    let prefix = prefix(root, "CI_PROJECT_DIR");
    let mut texts = Texts::default();
    let mut repeated = Repeated::default();
    let issues: Vec<Value> = texts
        .in_order(root, notes)
        .into_iter()
        .map(|note| issue(root, &prefix, note, &mut repeated, &mut texts))
        .collect();
    let text = serde_json::to_string_pretty(&issues).expect("the report is JSON");
    seen_in_json(&text).into_owned() + "\n"
}

fn issue(
    root: &Path,
    prefix: &Path,
    note: &Diagnostic,
    repeated: &mut Repeated,
    texts: &mut Texts,
) -> Value {
    let severity = match note.level {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Hint => "info",
    };
    let message = texts.message(root, note);
    let fingerprint = repeated.name(note, &message);
    let (mut file, mut line, mut cell) = ("vakwerk.yaml".to_owned(), 1, None);
    if let Some(place) = note.places.first() {
        file = place.file.to_string();
        let found = texts.locate(root, place).map(|(at, _)| at);
        cell = found.and_then(|at| at.cell).map(CellPlace::in_words);
        line = found.filter(|_| !is_workbook(&place.file)).map_or(1, |at| at.line);
    }
    let path = prefix.join(file).to_string_lossy().replace('\\', "/");
    let mut said = cell.map_or_else(|| message.clone(), |cell| format!("{cell}: {message}"));
    for more in [note.help.as_deref(), note.consequence.in_words()].into_iter().flatten() {
        said.push_str(&format!("; {more}"));
    }
    json!({
        "description": said,
        "check_name": note.code.name(),
        "fingerprint": fingerprint,
        "severity": severity,
        "location": { "path": path, "lines": { "begin": line } },
    })
}
