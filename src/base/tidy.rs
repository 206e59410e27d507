//! What becomes of a value that people write in several ways.

use std::borrow::Cow;

/// A value as it should be, and whether that is how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tidy {
    /// It was written well; at most spaces around it are gone.
    AsWritten(String),
    /// It was understood, and is written otherwise from here on.
    Tidied(String),
    /// It cannot be understood.
    Wrong {
        /// What is wrong, as half a sentence that follows the value: `is not a mail address`.
        what: String,
        /// What to do.
        help: String,
    },
}

impl Tidy {
    /// `value`, which was `written` so.
    pub(super) fn of(value: String, written: &str) -> Self {
        if value == written.trim() { Self::AsWritten(value) } else { Self::Tidied(value) }
    }

    pub(super) fn wrong(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Wrong { what: what.into(), help: help.into() }
    }
}

/// What was written of a value that is copied from elsewhere, without the signs that nobody sees:
/// telephones put marks of direction around numbers, and editors spaces of no width into addresses.
pub(super) fn without_unseen(written: &str) -> Cow<'_, str> {
    if written.is_ascii() {
        written.into()
    } else {
        super::seen(written).collect::<String>().into()
    }
}

/// The words of a text with single spaces between them, and none around them.
pub fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}
