//! The notes of all stages, gathered in one place.

use super::codes::Code;
use super::{Consequence, Diagnostic, Level};
use crate::base::checked::Checked;
use std::collections::HashSet;
use std::sync::Arc;

/// The notes of all stages of one run.
#[derive(Debug, Default)]
pub struct Report {
    notes: Vec<Diagnostic>,
}

impl Report {
    /// Keeps what a stage noticed and hands on what it made.
    pub fn keep<T>(&mut self, checked: Checked<T>) -> T {
        checked.note_in(&mut self.notes)
    }

    /// Keeps what a stage noticed that looks at all earlier notes, and hands on what it made.
    pub fn keep_after<T>(&mut self, stage: impl FnOnce(&[Diagnostic]) -> Checked<T>) -> T {
        let checked = stage(&self.notes);
        self.keep(checked)
    }

    /// Whether something was noticed that makes the whole site impossible.
    pub fn is_hopeless(&self) -> bool {
        self.notes.iter().any(|note| note.consequence == Consequence::NotPublished)
    }

    /// Ends the run: the last value, with all notes in their order (file, place, code), each once.
    pub fn close<T>(self, value: T) -> Checked<T> {
        let mut notes = self.notes;
        // Where a whole table cannot be read it goes without saying that nobody is left.
        let is_cause = |note: &Diagnostic| {
            note.consequence == Consequence::NotPublished && note.code != Code::NothingPublished
        };
        if notes.iter().any(is_cause) {
            notes.retain(|note| note.code != Code::NothingPublished);
        }
        notes.sort();
        notes.dedup();
        once_a_cause(&mut notes);
        Checked { value, notes }
    }
}

/// Takes out notes on links whose cause is told elsewhere: of a file that lies there and is not
/// read, and of the same link in the other languages of the site.
fn once_a_cause(notes: &mut Vec<Diagnostic>) {
    let is_of_link = |note: &Diagnostic| matches!(note.code, Code::BrokenLink | Code::BrokenAnchor);
    if !notes.iter().any(is_of_link) {
        return;
    }
    let told: HashSet<Arc<str>> = notes
        .iter()
        .filter(|note| {
            matches!(
                note.code,
                Code::BrokenImage | Code::ForeignImage | Code::UnknownFile | Code::FileTooLarge
            )
        })
        .filter_map(|note| Some(note.places.first()?.file.clone()))
        .collect();
    let key = |note: &Diagnostic| {
        let target = note.message.split('`').nth(1).unwrap_or_default().to_owned();
        (note.code, note.places.first().map(|place| place.file.clone()), target)
    };
    let links: HashSet<_> = notes.iter().filter(|note| is_of_link(note)).map(key).collect();
    notes.retain(|note| {
        if !is_of_link(note) {
            return true;
        }
        let (code, file, target) = key(note);
        let folder = file.as_deref().and_then(|file| Some(file.rsplit_once('/')?.0));
        let path = target.trim_start_matches('/');
        let lies_there = match folder {
            Some(folder) => told.contains(format!("{folder}/{path}").as_str()),
            None => told.contains(path),
        };
        let in_default = target.strip_prefix('/').and_then(|path| path.split_once('/'));
        let is_repeated = in_default
            .filter(|(tag, _)| tag.len() <= 3 || (tag.len() <= 11 && tag.contains('-')))
            .is_some_and(|(_, rest)| links.contains(&(code, file.clone(), format!("/{rest}"))));
        let is_told = lies_there && note.code == Code::BrokenLink;
        !is_told && !is_repeated
    });
}

/// How a run ended, counted from its notes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Notes at level error.
    pub errors: usize,
    /// Notes at level warning.
    pub warnings: usize,
    /// Notes at level hint.
    pub hints: usize,
    /// Entries that were held back.
    pub held_back: usize,
    /// Whether something made the whole site impossible.
    pub unpublished: bool,
}

impl Tally {
    /// Counts `notes`.
    pub fn of(notes: &[Diagnostic]) -> Self {
        let mut tally = Self::default();
        for note in notes {
            match note.level {
                Level::Error => tally.errors += 1,
                Level::Warning => tally.warnings += 1,
                Level::Hint => tally.hints += 1,
            }
            match note.consequence {
                Consequence::HeldBack => tally.held_back += 1,
                Consequence::NotPublished => tally.unpublished = true,
                Consequence::Nothing | Consequence::LeftOut => {}
            }
        }
        tally
    }
}
