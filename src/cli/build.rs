//! `vakwerk build`

use super::common::{Format, SiteOptions, Strictness, report};
use super::exit::Exit;
use super::progress::Progress;
use super::{json, summary};
use crate::base::{Checked, Level, Report};
use crate::memo::Memo;
use crate::output::{Disk, Manifest};
use crate::pipeline;
use clap::Args;
use std::path::PathBuf;
use std::time::Instant;

/// Build the site into a folder
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// The output folder [default: DIR/public]
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
    /// For whom messages are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the command line measures its own time")]
pub(super) fn run(arguments: &Arguments) -> Exit {
    if arguments.format == Format::Csv {
        anstream::eprintln!("error: only `vakwerk check --report` is written as CSV");
        return Exit::Usage;
    }
    let start = Instant::now();
    let (project, notes) = arguments.site.open_strictly(arguments.strictness.deny);
    let mut all = Report::default();
    all.keep(Checked::new((), notes));
    let out = arguments.out.clone().unwrap_or_else(|| arguments.site.dir.join("public"));
    let mut manifest = Manifest::default();
    if let Some(project) = &project
        && let Some(disk) = all.keep(Disk::open(&out, &project.root))
    {
        let progress = Progress::over(&disk, "reading");
        manifest = all.keep(pipeline::build(project, &Memo::forgetful(), &progress));
        progress.end();
    }
    let notes = all.close(()).notes;
    let exit = Exit::of(&notes, &arguments.strictness);
    let root = project.map_or_else(|| arguments.site.dir.clone(), |project| project.root);
    let outcome = json::Outcome { exit, manifest: Some(&manifest) };
    // Hints are for those who look: `check` shows them.
    let shown: Vec<_> = match arguments.format {
        Format::Text | Format::Csv => notes.iter().filter(|note| note.level < Level::Hint).cloned().collect(),
        Format::Json | Format::Github | Format::Sarif => notes.clone(),
    };
    report(arguments.format, &root, &shown, &outcome);
    if arguments.format == Format::Text {
        summary::print(&manifest, &notes, exit, &out, start.elapsed());
    }
    exit
}
