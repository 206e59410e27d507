//! Diagnostics as SARIF 2.1.0 (OASIS), for code scanning and editors.

use super::repeated::Repeated;
use crate::base::{Code, Diagnostic, Level, Place, seen_in_json};
use crate::source::{Texts, is_workbook};
use serde_json::{Value, json};
use std::path::Path;

/// One SARIF log.
pub(in crate::cli) fn text(root: &Path, notes: &[Diagnostic]) -> String {
    let mut texts = Texts::default();
    let mut rules: Vec<Code> = notes.iter().map(|note| note.code).collect();
    rules.sort();
    rules.dedup();
    let mut repeated = Repeated::default();
    let results: Vec<Value> = texts
        .in_order(root, notes)
        .into_iter()
        .map(|note| {
            let mut result = result(root, note, &rules, &mut texts);
            let name = repeated.name(note, &texts.message(root, note));
            result["partialFingerprints"] = json!({ "vakwerk/v1": name });
            result
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Vakwerk",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "SITE": { "uri": folder_uri(root) } },
            "results": results,
        }],
    });
    let text = serde_json::to_string_pretty(&log).expect("the log holds nothing that JSON cannot");
    seen_in_json(&text).into_owned() + "\n"
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "note",
    }
}

fn rule(code: Code) -> Value {
    let row = code.row();
    let first = row.meaning.split_inclusive(". ").next().unwrap_or(row.meaning).trim();
    json!({
        "id": row.name,
        "shortDescription": { "text": first },
        "fullDescription": { "text": row.meaning },
        "defaultConfiguration": { "level": level(row.level) },
    })
}

fn result(root: &Path, note: &Diagnostic, rules: &[Code], texts: &mut Texts) -> Value {
    let mut text = texts.message(root, note);
    for more in [note.help.as_deref(), note.consequence.in_words()].into_iter().flatten() {
        text.push_str(&format!("; {more}"));
    }
    let places: Vec<Value> = note.places.iter().map(|place| location(root, place, texts)).collect();
    let mut result = json!({
        "ruleId": note.code.name(),
        "ruleIndex": rules.binary_search(&note.code).unwrap_or_default(),
        "level": level(note.level),
        "message": { "text": text },
        "locations": places.first().into_iter().collect::<Vec<_>>(),
    });
    if places.len() > 1 {
        result["relatedLocations"] = places[1..].into();
    }
    result
}

fn location(root: &Path, place: &Place, texts: &mut Texts) -> Value {
    let mut physical =
        json!({ "artifactLocation": { "uri": uri(&place.file), "uriBaseId": "SITE" } });
    let found = texts.locate(root, place);
    if let Some(cell) = found.as_ref().and_then(|(at, _)| at.cell) {
        physical["artifactLocation"]["description"] = json!({ "text": cell.in_words() });
    }
    // A workbook has no lines.
    if let Some((at, text)) = found.filter(|_| !is_workbook(&place.file)) {
        let line = text.lines().nth(at.line - 1).unwrap_or_default();
        physical["region"] = json!({
            "startLine": at.line,
            "startColumn": at.column,
            "endColumn": at.column + at.length,
            "snippet": { "text": line },
        });
    }
    json!({ "physicalLocation": physical })
}

fn folder_uri(root: &Path) -> String {
    let path = root.to_string_lossy().replace('\\', "/");
    format!("file:///{}/", uri(path.trim_matches('/')))
}

/// A path as a relative URI: everything that is not plain is percent-encoded (RFC 3986).
fn uri(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
        uri
    })
}
