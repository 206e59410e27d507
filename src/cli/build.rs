//! `vakwerk build`

use super::common::{Format, SiteOptions, Strictness, memory, report};
use super::exit::Exit;
use super::progress::Progress;
use super::reports::causes::Grouping;
use super::words::Speech;
use super::{members, reports::json, reports::summary};
use crate::base::{Allowance, Checked, Diagnostic, Level, Report, Shard};
use crate::member::Aim;
use crate::output::{Changes, Disk, Manifest, Manner, Syncing};
use crate::pipeline;
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{fs, io};

/// Build the site into a folder
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// The output folder [default: DIR/public]
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Fetch what is new of members whose profiles live in repositories; without it no network is
    /// asked
    #[arg(long)]
    update: bool,
    /// Make one part of the outputs: 3/8 is the third of eight; all parts together are the whole
    #[arg(long, value_name = "PART/OF")]
    shard: Option<Shard>,
    /// Write which outputs are new, changed or gone into this file, one a line
    #[arg(long, value_name = "FILE")]
    changes: Option<PathBuf>,
    /// Do not wait until the outputs lie on the disk: faster, and a loss of power may cost the
    /// output
    #[arg(long)]
    no_sync: bool,
    /// Let people go who stand in the output: all of them, a number, or a share of those who stand
    /// there; without it at most 10 %, and three at any rate
    #[arg(long, value_name = "N|%", num_args = 0..=1, require_equals = true, default_missing_value = "100%")]
    allow_removal: Option<Allowance>,
    /// Believe nothing that earlier runs remember: read and make everything
    #[arg(long)]
    no_cache: bool,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    speech: Speech,
    /// For whom messages are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the command line measures its own time"
)]
pub(super) fn run(arguments: &Arguments) -> Exit {
    if arguments.format == Format::Csv {
        super::out::eprintln!("error: only `vakwerk check --report` is written as CSV");
        return Exit::Usage;
    }
    let start = Instant::now();
    let tongue = arguments.speech.tongue();
    let (project, notes) = arguments.site.open_for(arguments.strictness.deny, arguments.shard);
    let project = project.map(|mut project| {
        project.config.removal = arguments.allow_removal;
        project
    });
    let mut all = Report::default();
    all.keep(Checked::new((), notes));
    if let Some(project) = project.as_ref().filter(|_| arguments.update) {
        match members::refresh(project, Aim::Newest, &|_| true) {
            Ok(update) => {
                all.keep(Checked::new((), members::notes(&update)));
            }
            Err(problem) => {
                super::out::eprintln!("error: {problem}");
                return Exit::NotPublished;
            }
        }
    }
    let out = arguments.out.clone().unwrap_or_else(|| arguments.site.dir.join("public"));
    let mut manifest = Manifest::default();
    if let Some(project) = &project
        && let Some(disk) = all.keep(open(arguments, &out, &project.root))
    {
        let progress = Progress::over(&disk, "reading");
        manifest = all.keep(pipeline::build(project, &memory(arguments.no_cache), &progress));
        progress.end();
    }
    let notes = all.close(()).notes;
    let exit = Exit::of(&notes, manifest.counts.entries(), &arguments.strictness);
    let root = project.map_or_else(|| arguments.site.dir.clone(), |project| project.root);
    let outcome = json::Outcome { exit, manifest: Some(&manifest) };
    let shown = shown(arguments.format, &notes);
    let told = arguments.changes.as_ref().map_or(Ok(()), |file| tell(file, &manifest.changes));
    let exit = report((arguments.format, Grouping::Causes, tongue), &root, &shown, &outcome);
    if arguments.format == Format::Text {
        summary::print(&manifest, &notes, (exit, &out, start.elapsed()), tongue);
    }
    match (told, &arguments.changes) {
        (Err(error), Some(file)) => {
            super::out::eprintln!(
                "error: {} cannot be written: {error}; the site is built",
                file.display()
            );
            Exit::NotPublished
        }
        _ => exit,
    }
}

/// What is shown of the notes: hints are for those who look, to whom `check` shows them, and for
/// programs.
fn shown(format: Format, notes: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_for_people = matches!(format, Format::Text | Format::Csv);
    let are_shown = notes.iter().filter(|note| !is_for_people || note.level < Level::Hint);
    are_shown.cloned().collect()
}

/// Opens the output folder, when no other run writes into it.
fn open(arguments: &Arguments, out: &Path, root: &Path) -> Checked<Option<Disk>> {
    let syncing = if arguments.no_sync { Syncing::Hasty } else { Syncing::Waits };
    let manner = Manner { shard: arguments.shard, syncing };
    Disk::open_for(out, root, manner, &|| {
        super::out::eprintln!("another run writes into {}; waiting for it to end", out.display());
    })
}

/// Writes which outputs changed: `+` before those that are new or changed, `-` before those that
/// are gone.
#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the list that was asked for is written here"
)]
fn tell(file: &Path, changes: &Changes) -> io::Result<()> {
    let written = changes.written.iter().map(|path| format!("+ {path}\n"));
    let removed = changes.removed.iter().map(|path| format!("- {path}\n"));
    fs::write(file, written.chain(removed).collect::<String>())
}
