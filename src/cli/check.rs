//! `vakwerk check`

use super::common::{Format, SiteOptions, Strictness, memory, report};
use super::exit::Exit;
use super::external::{self, ExternalOptions};
use super::out::eprintln;
use super::progress::Progress;
use super::reports::causes::Grouping;
use super::words::Speech;
use super::{completeness, reports::json, reports::summary};
use crate::base::{Checked, Consequence, Diagnostic, Report};
use crate::memo::Memo;
use crate::output::{Manifest, Nowhere};
use crate::pipeline;
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Do everything but writing, and say what is wrong
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// Believe nothing that earlier runs remember: read and make everything
    #[arg(long)]
    no_cache: bool,
    #[command(flatten)]
    strictness: Strictness,
    /// Say what each profile still lacks, for an editor who mails members
    #[arg(long, conflicts_with = "external")]
    report: bool,
    /// Say only what is wrong with this entry, as its author would want to know: experts/jan
    #[arg(long, value_name = "PATH", conflicts_with = "report")]
    only: Option<String>,
    #[command(flatten)]
    external: ExternalOptions,
    /// Look over what builds into DIR remember: make anew each page and export that the next build
    /// would leave as it stands there, read the files that are remembered, and name what comes out
    /// otherwise
    #[arg(long, value_name = "DIR", num_args = 0..=1, require_equals = true, default_missing_value = "public", conflicts_with_all = ["report", "only"])]
    verify_cache: Option<PathBuf>,
    /// List each message, those of one cause too
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    speech: Speech,
    /// For whom messages are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    if arguments.report {
        if !matches!(arguments.format, Format::Text | Format::Json | Format::Csv) {
            eprintln!("error: a report is written as text, json or csv; change --format");
            return Exit::Usage;
        }
        return run_report(arguments);
    }
    if arguments.format == Format::Csv {
        eprintln!("error: only a report is written as CSV; add --report");
        return Exit::Usage;
    }
    match &arguments.verify_cache {
        Some(out) => verify_cache(arguments, out),
        None => run_check(arguments),
    }
}

/// Says whether what is remembered of builds into `out`, a folder in that of the site or anywhere,
/// is what comes out.
fn verify_cache(arguments: &Arguments, out: &Path) -> Exit {
    let (project, notes) = arguments.site.open();
    let Some(project) = project else {
        unopened(arguments, &notes);
        return Exit::NotPublished;
    };
    let out = if out.is_absolute() { out.to_owned() } else { project.root.join(out) };
    let Ok(out) = out.canonicalize() else {
        eprintln!("error: there is no folder {}", out.display());
        return Exit::Usage;
    };
    let verified = pipeline::verify(&project, &out).value;
    for path in &verified.wrong {
        eprintln!("error: `{path}` comes out otherwise than it is remembered");
    }
    if !verified.wrong.is_empty() {
        eprintln!(
            "delete .vakwerk/cache and .vakwerk/records, build again, and tell the makers of Vakwerk \
             what was changed before"
        );
        return Exit::NotPublished;
    }
    if verified.believed == 0 {
        eprintln!(
            "error: nothing is remembered of builds into {} with these options; build, or give those of the build",
            out.display()
        );
        return Exit::Usage;
    }
    eprintln!(
        "{} outputs and {} files are remembered, and each comes out as it is remembered",
        verified.believed, verified.files
    );
    Exit::Published
}

#[expect(
    clippy::disallowed_methods,
    reason = "the outer ring: the command line measures its own time"
)]
fn run_check(arguments: &Arguments) -> Exit {
    let start = Instant::now();
    let tongue = arguments.speech.tongue();
    let (project, notes) = arguments.site.open_for(arguments.strictness.deny, None);
    let mut all = Report::default();
    all.keep(Checked::new((), notes));
    let mut manifest = Manifest::default();
    if let Some(project) = &project {
        let progress = Progress::over(&Nowhere, "reading");
        manifest = all.keep(pipeline::build(project, &memory(arguments.no_cache), &progress));
        progress.end();
        if arguments.external.external {
            all.keep(Checked::new((), external::check(project, &arguments.external)));
        }
    }
    let mut notes = all.close(()).notes;
    if let Some(only) = &arguments.only {
        let written =
            |path: &str| project.as_ref().is_some_and(|project| project.root.join(path).exists());
        if ![only.clone(), format!("{only}.md"), format!("{only}.yaml")]
            .iter()
            .any(|path| written(path))
        {
            eprintln!(
                "error: there is no `{only}` in the site; name a file or folder relative to it: experts/jan"
            );
            return Exit::Usage;
        }
        notes.retain(|note| is_about(note, only) || note.consequence == Consequence::NotPublished);
    }
    let exit = Exit::of(&notes, manifest.counts.entries(), &arguments.strictness);
    let root = project.map_or_else(|| arguments.site.dir.clone(), |project| project.root);
    let grouping = if arguments.all { Grouping::Each } else { Grouping::Causes };
    let exit = report(
        (arguments.format, grouping, tongue),
        &root,
        &notes,
        &json::Outcome { exit, manifest: Some(&manifest) },
    );
    if arguments.format == Format::Text {
        summary::print_checked(&manifest, &notes, start.elapsed(), tongue);
    }
    exit
}

/// Whether a note names a file of the entry at `path`: a file with or without its ending, or a
/// folder.
fn is_about(note: &Diagnostic, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    let within = |rest: &str| rest.is_empty() || rest.starts_with(['/', '.']);
    note.places.iter().any(|place| place.file.strip_prefix(path).is_some_and(within))
}

fn run_report(arguments: &Arguments) -> Exit {
    let (project, mut notes) = arguments.site.open();
    let Some(project) = project else {
        unopened(arguments, &notes);
        return Exit::NotPublished;
    };
    let reviewed = pipeline::review(&project, &Memo::forgetful());
    notes.extend(reviewed.notes);
    completeness::print(arguments.format, &reviewed.value, arguments.speech.tongue());
    Exit::of(&notes, reviewed.value.experts.len(), &arguments.strictness)
}

/// Says why the site cannot be opened.
fn unopened(arguments: &Arguments, notes: &[Diagnostic]) {
    let tongue = arguments.speech.tongue();
    super::reports::terminal::print_as(&arguments.site.dir, notes, Grouping::Causes, tongue);
}
