//! What a run came to, on one screen.

use super::exit::Exit;
use crate::base::{Diagnostic, Tally};
use crate::output::{Manifest, megabytes};
use anstream::eprintln;
use std::path::Path;
use std::time::Duration;

/// `3 experts`, `1 expert`.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn entries(manifest: &Manifest) -> String {
    let counts = &manifest.counts;
    [
        (counts.experts, "expert", "experts"),
        (counts.projects, "project", "projects"),
        (counts.organizations, "organization", "organizations"),
        (counts.topics, "topic", "topics"),
        (counts.requests, "request", "requests"),
        (counts.pages, "page", "pages"),
    ]
    .into_iter()
    .filter(|(number, _, _)| *number > 0)
    .map(|(number, one, many)| count(number, one, many))
    .collect::<Vec<_>>()
    .join(", ")
}

fn faults(notes: &[Diagnostic]) -> String {
    let tally = Tally::of(notes);
    let mut parts = Vec::new();
    if tally.errors > 0 {
        parts.push(count(tally.errors, "error", "errors"));
    }
    if tally.warnings > 0 {
        parts.push(count(tally.warnings, "warning", "warnings"));
    }
    if tally.held_back > 0 {
        parts.push(format!("{} held back", tally.held_back));
    }
    parts.join(", ")
}

/// Prints what a build came to.
pub(super) fn print(
    manifest: &Manifest,
    notes: &[Diagnostic],
    exit: Exit,
    out: &Path,
    time: Duration,
) {
    if !manifest.published {
        eprintln!(
            "not published: {}. What stood in {} is as it was.",
            faults(notes),
            out.display()
        );
        return;
    }
    eprintln!("{}", entries(manifest));
    let gone = manifest.changes.removed.len();
    let removed = if gone > 0 { format!(", {gone} removed") } else { String::new() };
    let (written, unchanged) = (count(manifest.written, "file", "files"), manifest.unchanged);
    let all = format!("{}, {}", count(manifest.files, "file", "files"), megabytes(manifest.bytes));
    let (out, time) = (out.display(), time.as_secs_f64());
    eprintln!("{written} written, {unchanged} unchanged{removed} in {out}: {all} ({time:.2} s)");
    let faults = faults(notes);
    if !faults.is_empty() {
        let after = match exit {
            Exit::NotPublished => "; nothing is published",
            Exit::HeldBack => "; the rest is published",
            Exit::Published | Exit::Usage => "",
        };
        eprintln!("{faults}{after}");
    }
    let hints = Tally::of(notes).hints;
    if hints > 0 {
        eprintln!("{}; `vakwerk check` shows them", count(hints, "hint", "hints"));
    }
}

/// Prints what a check came to.
pub(super) fn print_checked(manifest: &Manifest, notes: &[Diagnostic], time: Duration) {
    let faults = faults(notes);
    let verdict = if faults.is_empty() { "all well".to_owned() } else { faults };
    let hints = Tally::of(notes).hints;
    let hints =
        if hints > 0 { format!(", {}", count(hints, "hint", "hints")) } else { String::new() };
    let entries = entries(manifest);
    let what = if entries.is_empty() { String::new() } else { format!("{entries}: ") };
    eprintln!("{what}{verdict}{hints} ({:.2} s)", time.as_secs_f64());
}
