//! `vakwerk check`

use super::common::{Format, SiteOptions, Strictness, report};
use super::exit::Exit;
use super::progress::Progress;
use super::{json, summary};
use crate::base::{Checked, Report};
use crate::memo::Memo;
use crate::output::{Manifest, Nowhere};
use crate::pipeline;
use clap::Args;
use std::time::Instant;

/// Do everything but writing, and say what is wrong
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    #[command(flatten)]
    strictness: Strictness,
    /// For whom messages are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the command line measures its own time")]
pub(super) fn run(arguments: &Arguments) -> Exit {
    let start = Instant::now();
    let (project, notes) = arguments.site.open();
    let mut all = Report::default();
    all.keep(Checked::new((), notes));
    let mut manifest = Manifest::default();
    if let Some(project) = &project {
        let progress = Progress::over(&Nowhere, "reading");
        manifest = all.keep(pipeline::build(project, &Memo::forgetful(), &progress));
        progress.end();
    }
    let notes = all.close(()).notes;
    let exit = Exit::of(&notes, &arguments.strictness);
    let root = project.map_or_else(|| arguments.site.dir.clone(), |project| project.root);
    report(arguments.format, &root, &notes, &json::Outcome { exit, manifest: Some(&manifest) });
    if arguments.format == Format::Text {
        summary::print_checked(&manifest, &notes, start.elapsed());
    }
    exit
}
