//! The notes of all stages, gathered in one place.

use super::checked::Checked;
use super::codes::Code;
use super::diagnostic::{Consequence, Diagnostic, Level};

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
        Checked { value, notes }
    }
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
