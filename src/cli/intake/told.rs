//! What came of a submission, for people, for programs and for a comment.

use crate::base::{Diagnostic, printable};
use crate::cli::exit::Exit;
use crate::cli::out::println;
use crate::edit::Fault;
use serde_json::json;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Status {
    /// Its file is written.
    Written,
    /// Its file would be written.
    WouldWrite,
    /// The file says it already.
    Same,
    /// Somebody who keeps the site has to decide.
    ToApprove,
    /// It is not taken in.
    #[default]
    Refused,
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::WouldWrite => "would-be-written",
            Self::Same => "nothing-differs",
            Self::ToApprove => "to-be-approved",
            Self::Refused => "refused",
        }
    }
}

/// What came of a submission.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) status: Status,
    pub(super) is_new: bool,
    /// The file, below the site's folder.
    pub(super) file: Option<String>,
    /// What differs, in words.
    pub(super) changes: Vec<String>,
    /// Keys that hold more than everybody may see.
    pub(super) told_by_key: Vec<String>,
    /// Why it is not taken in.
    pub(super) problems: Vec<Fault>,
    /// What else the program says of the file.
    pub(super) remarks: Vec<Fault>,
}

pub(super) fn whole(message: impl Into<String>) -> Fault {
    Fault { field: None, message: message.into() }
}

pub(super) fn at(field: &str, message: &str) -> Fault {
    Fault { field: Some(field.to_owned()), message: message.to_owned() }
}

/// A message of the program about the file, as one about a field.
pub(super) fn note(note: &Diagnostic) -> Fault {
    let help = note.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    whole(format!("{}{help}", note.message))
}

pub(super) fn is_error(note: &Diagnostic) -> bool {
    note.level == crate::base::Level::Error
}

/// A message in one line, with the field that it is about.
fn line(fault: &Fault) -> String {
    let field = fault.field.as_ref().map(|field| format!("{field}: ")).unwrap_or_default();
    printable(&format!("{field}{}", fault.message)).into_owned()
}

impl Outcome {
    pub(super) fn refused(problems: Vec<Fault>) -> Self {
        Self { problems, ..Self::default() }
    }

    pub(super) fn to_approve(file: &str, why: &str) -> Self {
        Self {
            status: Status::ToApprove,
            file: Some(file.to_owned()),
            problems: vec![whole(why)],
            ..Self::default()
        }
    }

    pub(super) fn exit(&self) -> Exit {
        match self.status {
            Status::Written | Status::WouldWrite | Status::Same => Exit::Published,
            Status::ToApprove => Exit::HeldBack,
            Status::Refused => Exit::NotPublished,
        }
    }

    /// What is said, a line each.
    fn lines(&self) -> Vec<String> {
        self.lines_with(&self.changes)
    }

    /// What differs, for whoever reads an issue: of what the page hides, only that it differs.
    fn changes_for_all(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for line in &self.changes {
            let is_about = |key: &&String| {
                let word = match key.as_str() {
                    "expertise" => "topic".to_owned(),
                    key => key.strip_suffix('s').unwrap_or(key).replace('_', " "),
                };
                line.split_once(' ').is_some_and(|(_, rest)| rest.starts_with(&word))
            };
            let hidden = self.told_by_key.iter().find(is_about);
            let line = hidden.map_or_else(|| line.clone(), |key| format!("changed {key}"));
            if !all.contains(&line) {
                all.push(line);
            }
        }
        all
    }

    fn lines_with(&self, changes: &[String]) -> Vec<String> {
        let head = match (self.status, &self.file) {
            (Status::Written, Some(file)) if self.is_new => format!("wrote {file}"),
            (Status::Written, Some(file)) => format!("changed {file}"),
            (Status::WouldWrite, Some(file)) => format!("would write {file}"),
            (Status::Same, Some(file)) => format!("nothing differs in {file}"),
            (Status::ToApprove, _) => {
                "not taken in: somebody who keeps the site has to look at it".to_owned()
            }
            _ => "not taken in".to_owned(),
        };
        let below = changes.iter().map(|change| printable(change).into_owned());
        let problems = self.problems.iter().chain(&self.remarks).map(line);
        let below = below.chain(problems).map(|line| format!("  {line}"));
        [head].into_iter().chain(below).collect()
    }

    pub(super) fn tell(&self, is_json: bool) {
        if is_json {
            let answer = json!({
                "version": 1,
                "status": self.status.word(),
                "new": self.is_new,
                "file": self.file,
                "changes": self.changes,
                "problems": self.problems,
                "remarks": self.remarks,
            });
            println!("{answer:#}");
            return;
        }
        for line in self.lines() {
            println!("{line}");
        }
    }

    /// The same as Markdown. It stands between fences, where nobody is mentioned, nothing is a link
    /// or a picture, and no sign of it can end the fence.
    pub(super) fn markdown(&self) -> String {
        let lines = self.lines_with(&self.changes_for_all());
        let lines: Vec<String> = lines.iter().map(|line| line.replace('`', "'")).collect();
        format!("````text\n{}\n````\n", lines.join("\n"))
    }
}
