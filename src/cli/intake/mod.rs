//! `vakwerk intake`

mod agreed;
mod issue_form;
mod mail;
mod merge;
mod place;
mod received;
mod right;
mod told;

pub(super) use issue_form::template;

use super::diff;
use super::exit::Exit;
use super::out::eprintln;
use crate::base::{Checked, Date, Diagnostic, replace};
use crate::config::{Kind, Overrides, Project};
use crate::edit::{Fault, Submission, apply};
use crate::form::{groups, is_field};
use crate::memo::Memo;
use crate::pipeline;
use crate::site::Site;
use clap::Args;
use received::Received;
use right::Right;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use told::{Outcome, Status};

/// Take in a profile that somebody sent with the form, and write its file
///
/// What was sent is an issue (the event's payload of GitHub, as JSON), a letter (`.eml`), or what
/// the form saved (`.json`). Where it goes follows from the name of the person, and who may change
/// whom from the account on GitHub under `links:` of the profile; what nobody may decide by
/// themselves is left to whoever keeps the site. Nothing is published by this: it writes one file,
/// and says in words what differs.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What was sent
    file: PathBuf,
    /// The folder of the site
    #[arg(short = 'C', value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// You know that the person sent it, or stand for it yourself
    #[arg(long)]
    approved: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Answer with one JSON object
    #[arg(long)]
    json: bool,
    /// Write the answer as Markdown into a file too, for a comment: what strangers wrote stands in
    /// it as text that does nothing
    #[arg(long, value_name = "FILE")]
    comment: Option<PathBuf>,
    /// The day that counts as today: 2026-03-14
    #[arg(long, value_parser = super::common::day)]
    date: Option<Date>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let overrides = Overrides { date: arguments.date, ..Overrides::default() };
    let Some(project) = Project::open(&arguments.dir, overrides).value else {
        eprintln!("error: {} holds no site that can be read", arguments.dir.display());
        return Exit::Usage;
    };
    if project.config.kind == Kind::Portfolio {
        eprintln!("error: a portfolio is one expert's site; nobody joins it");
        return Exit::Usage;
    }
    let outcome = match received::read(&arguments.file, &project) {
        Ok(mut received) => {
            received.is_approved |= arguments.approved;
            taken_in(&project, &received, arguments.dry_run)
        }
        Err(problem) => Outcome::refused(vec![told::whole(problem)]),
    };
    outcome.tell(arguments.json);
    if let Some(path) = &arguments.comment
        && let Err(error) = write_comment(path, &outcome.markdown())
    {
        eprintln!("error: {} cannot be written: {error}", path.display());
        return Exit::NotPublished;
    }
    outcome.exit()
}

/// What comes of a submission; its file is written unless it is only to be said.
fn taken_in(project: &Project, received: &Received, is_dry: bool) -> Outcome {
    let submission = match Submission::read(&received.json) {
        Ok(submission) => submission,
        Err(faults) => return Outcome::refused(faults),
    };
    let faults = unasked(project, &submission);
    if !faults.is_empty() {
        return Outcome::refused(faults);
    }
    let Checked { value: site, notes: known } = pipeline::plan(project, &Memo::forgetful());
    let found = match &submission.expert {
        None => place::new_file(project, &submission, received),
        Some(_) => place::known_file(project, &site, &submission, received),
    };
    let (file, before) = match found {
        Ok(found) => found,
        Err(outcome) => return *outcome,
    };
    if let Some(why) = doubt(project, &site, received, (&submission, &before)) {
        return Outcome::to_approve(&file, why);
    }
    let mut submission = submission;
    let mut told_by_key = Vec::new();
    if let Some(slug) = submission.expert.clone() {
        told_by_key = merge_into(&mut submission, &site, (&slug, &before), received.is_partial);
    }
    let text = match apply(&before, &submission, project.config.date) {
        Ok(text) => text,
        Err(faults) => return Outcome::refused(faults),
    };
    let is_new = submission.expert.is_none();
    let changes = diff::between(if is_new { "" } else { &before }, &text);
    let mut outcome =
        Outcome { file: Some(file.clone()), changes, told_by_key, ..Outcome::default() };
    outcome.is_new = is_new;
    if text == before {
        outcome.status = Status::Same;
    } else if is_dry {
        outcome.status = Status::WouldWrite;
    } else {
        write_checked(project, &mut outcome, (&file, &before, &text), &known);
    }
    outcome
}

const UNASKED: &str = "the form does not ask for this; it is not taken from there";

/// What a submission says that the form of this site does not ask for.
fn unasked(project: &Project, submission: &Submission) -> Vec<Fault> {
    let fields = project.config.join.as_ref().map_or(&[][..], |join| &join.fields);
    let asked: Vec<String> =
        groups(fields).into_iter().flat_map(|group| group.fields).map(|it| it.key).collect();
    let is_asked = |key: &String| is_field(key) && asked.contains(key) && key != "photo";
    let mut faults: Vec<Fault> = submission
        .changes
        .keys()
        .filter(|key| !is_asked(key))
        .map(|key| told::at(key, UNASKED))
        .collect();
    if submission.changes.get("location").is_some_and(|place| !place["at"].is_null()) {
        faults.push(told::at("location.at", UNASKED));
    }
    let today = project.config.date;
    if submission.expert.is_none() {
        let name = submission.changes.get("name").and_then(Value::as_str).unwrap_or_default();
        if !name.chars().any(char::is_alphabetic) {
            faults.push(told::at("name", "a new profile needs a name"));
        }
        if submission.withdraw || submission.nothing_changed {
            faults.push(told::at("expert", "it does not say whose profile it is about"));
        }
        match &submission.consent {
            None => faults.push(told::at("consent", "without consent nobody is published")),
            Some(consent) if consent.on > today.tomorrow() => {
                faults.push(told::at("consent", "this day has yet to come"));
            }
            Some(_) => {}
        }
    } else if submission.consent.is_some() {
        faults.push(told::at("consent", "the profile has it already; it is given when one joins"));
    }
    faults
}

/// Why somebody who keeps the site has to decide; none when nobody has to.
fn doubt(
    project: &Project,
    site: &Site,
    received: &Received,
    (submission, before): (&Submission, &str),
) -> Option<&'static str> {
    if received.is_approved {
        return None;
    }
    let Some(slug) = &submission.expert else {
        if right::names_another_account(received, submission) {
            return Some(
                "the account that sent it is not the one under `links: { github: … }`, who could \
                 change the profile from then on; ask whose it is, then say --approved",
            );
        }
        let consent = submission.consent.as_ref()?;
        return agreed::doubt(consent, &pipeline::form::wordings(site), project);
    };
    if let Right::Unknown(why) = right::of(received, &right::links_in(before)) {
        return Some(why);
    }
    let now = pipeline::form::profile(site, slug);
    let is_stale = submission.base.iter().any(|(key, was)| {
        submission.changes.contains_key(key) && !merge::is_as_it_was(key, was, &now[key.as_str()])
    });
    is_stale.then_some(
        "the form was filled with what the profile said before it was changed in another way; \
         open the form again, or say --approved: what was not touched in it then stays",
    )
}

/// Lays what was sent over what the file says, so that only what was touched changes. Answers which
/// keys hold more than the page shows: their values are told to nobody else.
fn merge_into(
    submission: &mut Submission,
    site: &Site,
    (slug, before): (&str, &str),
    is_partial: bool,
) -> Vec<String> {
    let shown = pipeline::form::profile(site, slug);
    let ours = crate::edit::values(before).unwrap_or_default();
    let mut hidden = Vec::new();
    for (key, theirs) in &mut submission.changes {
        let ours = &ours["changes"][key.as_str()];
        if !merge::is_as_it_was(key, &shown[key.as_str()], ours) {
            hidden.push(key.clone());
        }
        let base = submission.base.get(key).unwrap_or(&shown[key.as_str()]);
        *theirs = if is_partial {
            merge::added(key, theirs, ours)
        } else {
            merge::merged(key, base, theirs, ours)
        };
    }
    hidden
}

/// Writes the file, and takes it back when the program could not read it as it is. What was wrong
/// before keeps nobody from changing something else, or from going.
fn write_checked(
    project: &Project,
    outcome: &mut Outcome,
    (file, before, text): (&str, &str, &str),
    known: &[Diagnostic],
) {
    let path = project.root.join(file);
    let undo = |outcome: &mut Outcome| {
        let done = if outcome.is_new { remove(&path) } else { replace(&path, before.as_bytes()) };
        outcome.status = Status::Refused;
        if let Err(error) = done {
            outcome.problems.push(told::whole(format!("{file} cannot be put back: {error}")));
        }
    };
    let written = if outcome.is_new {
        super::scaffold::write(&path, text)
    } else {
        replace(&path, text.as_bytes())
    };
    if let Err(error) = written {
        outcome.problems.push(told::whole(format!("{file} cannot be written: {error}")));
        outcome.status = Status::Refused;
        return;
    }
    let notes = pipeline::plan(project, &Memo::forgetful()).notes;
    let is_new = |note: &Diagnostic| {
        !known.iter().any(|old| old.code == note.code && old.message == note.message)
    };
    let is_about =
        |note: &Diagnostic| note.places.first().is_some_and(|at| &*at.file == file) && is_new(note);
    let about: Vec<_> = notes.iter().filter(|note| is_about(note)).collect();
    outcome
        .problems
        .extend(about.iter().filter(|note| told::is_error(note)).map(|note| told::note(note)));
    outcome
        .remarks
        .extend(about.iter().filter(|note| !told::is_error(note)).map(|note| told::note(note)));
    if outcome.problems.is_empty() {
        outcome.status = Status::Written;
    } else {
        undo(outcome);
    }
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: what was written is taken back")]
fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the answer is written here")]
fn write_comment(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}
