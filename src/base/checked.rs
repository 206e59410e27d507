//! A value together with what was noticed while making it.

use super::diagnostic::Diagnostic;

/// What a stage made, and everything it noticed on the way. Stages never abort.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// What could be made.
    pub value: T,
    /// What was noticed.
    pub notes: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value that nothing is to be said about.
    pub fn clean(value: T) -> Self {
        Self { value, notes: Vec::new() }
    }

    /// A value with notes.
    pub fn new(value: T, notes: Vec<Diagnostic>) -> Self {
        Self { value, notes }
    }

    /// Moves the notes to `notes` and gives the value.
    pub fn note_in(self, notes: &mut Vec<Diagnostic>) -> T {
        notes.extend(self.notes);
        self.value
    }
}
