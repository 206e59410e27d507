//! Options that several commands have.

use super::exit::Exit;
use super::reports::causes::Grouping;
use super::words::Tongue;
use super::{reports::github, reports::gitlab, reports::json, reports::sarif, reports::terminal};
use crate::base::{Allowance, Date, Diagnostic, Shard};
use crate::config::{self, Overrides, Project};
use crate::edition::Edition;
use crate::memo::Memo;
use crate::pipeline;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Which site, and what the command line says over its configuration.
#[derive(Debug, Args)]
pub(super) struct SiteOptions {
    /// The folder of the site
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// The address under which the site will stand, instead of the one in vakwerk.yaml
    #[arg(long, value_name = "URL", value_parser = config::given_address)]
    pub base_url: Option<String>,
    /// The address under which the site will stand, when vakwerk.yaml names none: that of a host
    #[arg(long, value_name = "URL", value_parser = usual_address)]
    pub usual_base_url: Option<String>,
    /// The day that counts as today: 2026-03-14
    #[arg(long, value_parser = day)]
    pub date: Option<Date>,
}

/// The address that a host gives; some give none.
fn usual_address(url: &str) -> Result<String, String> {
    if url.trim().is_empty() { Ok(String::new()) } else { config::given_address(url) }
}

/// What counts as failure.
#[derive(Debug, Args)]
pub(super) struct Strictness {
    /// Let errors, or warnings and errors, fail the run, so that nothing is published
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// Let the run succeed although entries were held back: all of them, a number, or a share of
    /// all entries (2%)
    #[arg(long, value_name = "N|%", num_args = 0..=1, require_equals = true, default_missing_value = "100%")]
    pub allow_held_back: Option<Allowance>,
}

/// What else fails a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Errors, also those that hold nothing back.
    Errors,
    /// Warnings and errors.
    Warnings,
}

/// For whom messages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs: one object.
    Json,
    /// For GitHub, Forgejo and Gitea: annotations beside the lines of a pull request.
    Github,
    /// For GitLab: a Code Quality report, shown in merge requests.
    Gitlab,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For spreadsheets; only of a report.
    Csv,
}

/// For whom an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// For people.
    Text,
    /// For programs: one object.
    Json,
}

/// Opens a site and publishes what may be seen of it; says what is wrong when it cannot be opened.
pub(super) fn publish(dir: &Path, overrides: Overrides) -> Result<(Project, Edition), Exit> {
    let opened = Project::open(dir, overrides);
    let Some(project) = opened.value else {
        terminal::print(dir, &opened.notes);
        return Err(Exit::NotPublished);
    };
    let edition = pipeline::edition(&project, &Memo::forgetful()).value;
    Ok((project, edition))
}

/// The memory of a process that builds once; with `--no-cache`, one that believes nothing of
/// earlier ones.
pub(super) fn memory(doubting: bool) -> Memo {
    if doubting { Memo::doubting() } else { Memo::forgetful() }
}

/// Reads a day.
pub(super) fn day(text: &str) -> Result<Date, String> {
    match text.parse::<Date>() {
        Ok(date) if date.day_of_month().is_some() => Ok(date),
        _ => Err("write a day: 2026-03-14".to_owned()),
    }
}

impl SiteOptions {
    /// Opens the site, with all that was noticed.
    pub(super) fn open(&self) -> (Option<Project>, Vec<Diagnostic>) {
        self.open_for(None, None)
    }

    /// Opens the site for a run that fails for more than errors, or makes a part of the outputs.
    pub(super) fn open_for(
        &self,
        deny: Option<Deny>,
        shard: Option<Shard>,
    ) -> (Option<Project>, Vec<Diagnostic>) {
        let deny = match deny {
            Some(Deny::Warnings) => config::Deny::Warnings,
            Some(Deny::Errors) => config::Deny::Errors,
            None => config::Deny::Nothing,
        };
        let opened = Project::open(&self.dir, Overrides { shard, ..self.overrides(deny) });
        (opened.value, opened.notes)
    }

    /// Opens the site and publishes what may be seen of it; says what is wrong when it cannot be
    /// opened.
    pub(super) fn publish(&self) -> Result<(Project, Edition), Exit> {
        publish(&self.dir, self.overrides(config::Deny::Nothing))
    }

    pub(super) fn overrides(&self, deny: config::Deny) -> Overrides {
        Overrides {
            base_url: self.base_url.clone(),
            usual_base_url: self.usual_base_url.clone().filter(|url| !url.is_empty()),
            date: self.date,
            deny,
            ..Overrides::default()
        }
    }
}

/// Prints notes for people (to standard error) or programs (to standard output). Gives how the run
/// ended.
pub(super) fn report(
    (format, grouping, tongue): (Format, Grouping, Tongue),
    root: &Path,
    notes: &[Diagnostic],
    outcome: &json::Outcome,
) -> Exit {
    let text = match format {
        Format::Text | Format::Csv => {
            terminal::print_as(root, notes, grouping, tongue);
            return outcome.exit;
        }
        Format::Json => json::text(root, notes, outcome),
        Format::Github => github::text(root, notes),
        Format::Gitlab => gitlab::text(root, notes),
        Format::Sarif => sarif::text(root, notes),
    };
    super::out::print!("{text}");
    outcome.exit
}
