//! What a run came to, on one screen.

use crate::base::{Diagnostic, EntryKind, Tally};
use crate::cli::exit::Exit;
use crate::cli::out::eprintln;
use crate::cli::words::Tongue;
use crate::output::{Manifest, megabytes};
use std::path::Path;
use std::time::Duration;

fn entries(manifest: &Manifest, tongue: Tongue) -> String {
    let counts = &manifest.counts;
    let kinds = EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Page);
    let entries = kinds.map(|kind| (counts.entries[kind.number()], kind.folder()));
    let counted = entries.chain([(counts.pages, "pages")]).filter(|(number, _)| *number > 0);
    let told = counted.map(|(number, of)| tongue.count(&format!("summary.{of}"), number));
    told.collect::<Vec<_>>().join(", ")
}

fn faults(notes: &[Diagnostic], tongue: Tongue) -> String {
    let tally = Tally::of(notes);
    let mut parts = Vec::new();
    if tally.errors > 0 {
        parts.push(tongue.count("summary.errors", tally.errors));
    }
    if tally.warnings > 0 {
        parts.push(tongue.count("summary.warnings", tally.warnings));
    }
    if tally.held_back > 0 {
        parts.push(tongue.count("summary.held_back", tally.held_back));
    }
    parts.join(", ")
}

/// Prints what a build came to: how it ended, where its output stands, and how long it took.
pub(in crate::cli) fn print(
    manifest: &Manifest,
    notes: &[Diagnostic],
    (exit, out, time): (Exit, &Path, Duration),
    tongue: Tongue,
) {
    let (out, faults) = (out.display().to_string(), faults(notes, tongue));
    if !manifest.published {
        let with = [("faults", &*faults), ("out", &out)];
        eprintln!("{}", tongue.say("summary.not_published", &with));
        return;
    }
    eprintln!("{}", entries(manifest, tongue));
    let gone = manifest.changes.removed.len();
    let gone = gone.to_string();
    let removed = tongue.say("summary.removed", &[("n", &gone)]);
    let with = [
        ("written", &*tongue.count("summary.files", manifest.written)),
        ("unchanged", &manifest.unchanged.to_string()),
        ("removed", if gone == "0" { "" } else { &removed }),
        ("out", &out),
        ("files", &tongue.count("summary.files", manifest.files)),
        ("size", &megabytes(manifest.bytes)),
        ("time", &format!("{:.2}", time.as_secs_f64())),
    ];
    eprintln!("{}", tongue.say("summary.written", &with));
    if !faults.is_empty() {
        let after = match exit {
            Exit::NotPublished => tongue.say("summary.nothing", &[]),
            Exit::HeldBack => tongue.say("summary.the_rest", &[]),
            Exit::Published | Exit::Usage => String::new(),
        };
        eprintln!("{faults}{after}");
    }
    let hints = Tally::of(notes).hints;
    if hints > 0 {
        let hints = tongue.count("summary.hints", hints);
        eprintln!("{}", tongue.say("summary.see_hints", &[("hints", &hints)]));
    }
}

/// Prints what a check came to.
pub(in crate::cli) fn print_checked(
    manifest: &Manifest,
    notes: &[Diagnostic],
    time: Duration,
    tongue: Tongue,
) {
    let faults = faults(notes, tongue);
    let verdict = if faults.is_empty() { tongue.say("summary.well", &[]) } else { faults };
    let hints = Tally::of(notes).hints;
    let hints = if hints > 0 {
        format!(", {}", tongue.count("summary.hints", hints))
    } else {
        String::new()
    };
    let entries = entries(manifest, tongue);
    let what = if entries.is_empty() { String::new() } else { format!("{entries}: ") };
    eprintln!("{what}{verdict}{hints} ({:.2} s)", time.as_secs_f64());
}
