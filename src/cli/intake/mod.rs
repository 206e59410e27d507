//! `vakwerk intake`

mod issue_form;
mod mail;
mod merge;
mod received;
mod right;
mod told;

pub(super) use issue_form::template;

use super::diff;
use super::exit::Exit;
use super::out::eprintln;
use crate::base::{Date, Diagnostic, EntryKind};
use crate::config::{Kind, Overrides, Project};
use crate::edit::{Fault, Submission, apply};
use crate::form::{groups, is_field};
use crate::memo::Memo;
use crate::pipeline;
use crate::site::Site;
use crate::source::read_file;
use clap::Args;
use received::{Received, file_of};
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
    let site = pipeline::plan(project, &Memo::forgetful()).value;
    let found = match &submission.expert {
        None => new_file(project, &submission),
        Some(slug) => known_file(project, &site, slug),
    };
    let (file, before) = match found {
        Ok(found) => found,
        Err(outcome) => return *outcome,
    };
    let mut submission = submission;
    if let Some(slug) = submission.expert.clone() {
        match right::of(received, &before) {
            Right::Own | Right::Approved => {}
            Right::Unknown(why) => return Outcome::to_approve(&file, why),
        }
        merge_into(&mut submission, &site, &slug, &before);
    }
    let text = match apply(&before, &submission, project.config.date) {
        Ok(text) => text,
        Err(faults) => return Outcome::refused(faults),
    };
    let is_new = submission.expert.is_none();
    let changes = diff::between(if is_new { "" } else { &before }, &text);
    let mut outcome = Outcome { file: Some(file.clone()), changes, ..Outcome::default() };
    outcome.is_new = is_new;
    if text == before {
        outcome.status = Status::Same;
    } else if is_dry {
        outcome.status = Status::WouldWrite;
    } else {
        write_checked(project, &mut outcome, (&file, &before, &text));
    }
    outcome
}

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
        .map(|key| told::at(key, "the form does not ask for this; it is not taken from there"))
        .collect();
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

type Found = Result<(String, String), Box<Outcome>>;

/// The file of somebody new, and how it begins.
fn new_file(project: &Project, submission: &Submission) -> Found {
    let name = submission.changes.get("name").and_then(Value::as_str).unwrap_or_default();
    let file = file_of(name);
    let folder = file.trim_end_matches(".md");
    let is_there = |path: &str| project.root.join(path).symlink_metadata().is_ok();
    // Whether somebody of this name is hidden is nobody's business: it is told as of any other.
    if is_there(&file) || is_there(folder) {
        return Err(Box::new(Outcome::to_approve(
            &file,
            "this name cannot be taken without somebody who keeps the site",
        )));
    }
    Ok((file, "---\n---\n".to_owned()))
}

/// The file of somebody whose profile may be seen.
fn known_file(project: &Project, site: &Site, slug: &str) -> Found {
    let refused = |why: &str| Err(Box::new(Outcome::refused(vec![told::at("expert", why)])));
    let Some(path) = pipeline::form::file_of(site, slug) else {
        return refused("there is no such profile on the site");
    };
    let is_own = path.starts_with(EntryKind::Expert.folder()) && path.ends_with(".md");
    let whole = project.root.join(&*path);
    if !is_own || !is_in_place(&whole) {
        return refused("the profile lives elsewhere, and is changed there");
    }
    match read_file(&whole).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(text) => Ok((path.to_string(), text)),
        None => refused("the file of the profile is not UTF-8"),
    }
}

/// Whether no link leads from a path of the site's folder to elsewhere.
#[expect(clippy::disallowed_methods, reason = "the outer ring: where a file is is asked here")]
fn is_in_place(path: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|real| real == path)
}

/// Lays what was sent over what the file says, so that only what was touched changes.
fn merge_into(submission: &mut Submission, site: &Site, slug: &str, before: &str) {
    let base = pipeline::form::profile(site, slug);
    let ours = crate::edit::values(before).unwrap_or_default();
    for (key, theirs) in &mut submission.changes {
        *theirs = merge::merged(key, &base[key.as_str()], theirs, &ours["changes"][key.as_str()]);
    }
}

/// Writes the file, and takes it back when the program could not read it as it is.
fn write_checked(
    project: &Project,
    outcome: &mut Outcome,
    (file, before, text): (&str, &str, &str),
) {
    let path = project.root.join(file);
    let undo = |outcome: &mut Outcome| {
        let done = if outcome.is_new { remove(&path) } else { replace(&path, before) };
        outcome.status = Status::Refused;
        if let Err(error) = done {
            outcome.problems.push(told::whole(format!("{file} cannot be put back: {error}")));
        }
    };
    let written =
        if outcome.is_new { super::scaffold::write(&path, text) } else { replace(&path, text) };
    if let Err(error) = written {
        outcome.problems.push(told::whole(format!("{file} cannot be written: {error}")));
        outcome.status = Status::Refused;
        return;
    }
    let notes = pipeline::plan(project, &Memo::forgetful()).notes;
    let is_about = |note: &Diagnostic| note.places.first().is_some_and(|at| &*at.file == file);
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

/// Puts a text in the place of a file, whole or not at all.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut beside, text.as_bytes())?;
    fs::set_permissions(beside.path(), fs::metadata(path)?.permissions())?;
    beside.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: what was written is taken back")]
fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

#[expect(clippy::disallowed_methods, reason = "the outer ring: the answer is written here")]
fn write_comment(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}
