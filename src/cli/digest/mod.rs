//! `vakwerk digest`

mod told;

use super::common::{SiteOptions, publish};
use super::exit::Exit;
use super::out::{eprintln, print};
use super::words::{Speech, Tongue};
use crate::base::Date;
use crate::config::{Config, Member, Origin, Overrides};
use crate::edition::{self, Digest, Edition};
use crate::git;
use crate::source::cache_path;
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use told::Told;

/// Tell what came to the network since a day: people, requests, projects, groups, news, events
///
/// Compared is what may be seen now with what was to be seen then, so it tells nothing that the
/// site does not show, and nobody who left. How it was comes from the history of the repository,
/// or from a folder (`--old`).
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// Since which day: 2026-03-14
    #[arg(long, value_name = "DATE", value_parser = super::common::day)]
    since: Date,
    /// The folder of the site as it was on that day, instead of the history of the repository
    #[arg(long, value_name = "DIR")]
    old: Option<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Md)]
    format: Format,
    #[command(flatten)]
    speech: Speech,
}

/// How a digest is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown.
    Md,
    /// HTML for a mail or a page, complete in itself.
    Html,
    /// For programs: one object.
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let (project, new) = match arguments.site.publish() {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let since = arguments.since;
    let spoken = arguments.speech.tongue();
    if since >= new.date {
        let with = [("since", &*since.to_string()), ("today", &new.date.to_string())];
        eprintln!("{}", spoken.say("digest.not_before", &with));
        return Exit::Usage;
    }
    let old = match &arguments.old {
        Some(folder) => open(folder, since),
        None => of_history(&project.root, since, spoken),
    };
    let (old_config, old) = match old {
        Ok(old) => old,
        Err(exit) => return exit,
    };
    let unknown = unknown_folders(&project.config, &old_config, &old);
    let is_elsewhere = |file: &str| unknown.iter().any(|folder| file.starts_with(folder));
    let digest: Digest = edition::digest(&old, &new, &is_elsewhere);
    let site = project.config.languages.iter().find_map(Tongue::of);
    let tongue = arguments.speech.asked().or(site).unwrap_or(Tongue::English);
    let told = Told { digest: &digest, edition: &new, config: &project.config, since, tongue };
    print!(
        "{}",
        match arguments.format {
            Format::Md => told.as_markdown(),
            Format::Html => told.as_html(),
            Format::Json => told.as_json(),
        }
    );
    if digest.unknown > 0 {
        eprintln!("{}", spoken.count("digest.unknown", digest.unknown));
    }
    Exit::Published
}

/// The site in `folder` as of a day.
fn open(folder: &Path, date: Date) -> Result<(Config, Edition), Exit> {
    let overrides = Overrides { date: Some(date), ..Overrides::default() };
    publish(folder, overrides).map(|(project, edition)| (project.config, edition))
}

/// The site in `root` as it was at the beginning of a day, by the history of its repository.
fn of_history(root: &Path, since: Date, spoken: Tongue) -> Result<(Config, Edition), Exit> {
    let failed = |problem: &str| {
        let with = [("since", &*since.to_string()), ("why", problem)];
        eprintln!("{}", spoken.say("digest.no_history", &with));
        Exit::NotPublished
    };
    let folder = tempfile::Builder::new().prefix("vakwerk-digest-").tempdir();
    let folder = folder.map_err(|error| failed(&error.to_string()))?;
    match git::texts_before(root, since.second(), folder.path()) {
        Ok(true) => open(folder.path(), since),
        Ok(false) => Err(failed(&spoken.say("digest.begins_later", &[]))),
        Err(problem) => Err(failed(&problem)),
    }
}

/// The folders of members who were members then, of whose files nothing is known of that time: the
/// history of the site does not have what lies elsewhere.
fn unknown_folders(now: &Config, then: &Config, old: &Edition) -> Vec<String> {
    let before: BTreeSet<String> = then.members.iter().map(Member::cache_name).collect();
    let stayed = now.members.iter().filter(|member| before.contains(&member.cache_name()));
    let folders = stayed.map(|member| match &member.origin {
        Origin::Folder(path) => format!("{path}/"),
        Origin::Repository { .. } => format!("{}/", cache_path(member)),
    });
    let is_known = |folder: &String| {
        old.experts.iter().any(|expert| expert.record.anchor.file.starts_with(folder.as_str()))
    };
    folders.filter(|folder| !is_known(folder)).collect()
}
