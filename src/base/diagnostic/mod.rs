//! One message about the content: its code, place, sentence, help and consequence.

mod code_names;
pub mod codes;
pub mod rejected;
pub mod report;

use crate::base::gaps::Gaps;
pub use crate::base::nearest::nearest;
use crate::base::printable::printable;
use codes::Code;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

/// How serious a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Something is lost or wrong on the site.
    Error,
    /// The site is right, but not what the author meant.
    Warning,
    /// A suggestion.
    Hint,
}

/// What follows from a note for the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consequence {
    /// The site is as it would be without the note.
    Nothing,
    /// One field of one entry is left out.
    LeftOut,
    /// One entry is left out.
    HeldBack,
    /// There is no site.
    NotPublished,
}

impl Consequence {
    /// What follows, in words; none when nothing does.
    pub fn in_words(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::LeftOut => Some("this is left out"),
            Self::HeldBack => Some("the entry is held back"),
            Self::NotPublished => Some("nothing is published"),
        }
    }
}

/// Where in a file. The line and column of a place in the data are looked up when the report is
/// printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// Line and column, both from 1, counted in the whole file in characters.
    Position(usize, usize),
    /// A value in the file's data, by its path: `team[1].expert`.
    Value(String),
    /// A key in the file's data, by its path.
    Key(String),
    /// The first place where this text stands.
    Text(String),
}

impl Spot {
    /// Where the byte `at` of `text` stands, which begins on line `first_line` of its file (from
    /// 1).
    pub fn in_text(text: &str, at: usize, first_line: usize) -> Self {
        let before = &text[..at];
        let line = first_line + before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self::Position(line, column)
    }
}

/// A file, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Path relative to the site's folder, with forward slashes.
    pub file: Arc<str>,
    /// Where in the file.
    pub spot: Spot,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), spot: Spot::File }
    }

    /// A value in the file's data.
    pub fn value(file: impl Into<Arc<str>>, path: impl Into<String>) -> Self {
        Self { file: file.into(), spot: Spot::Value(path.into()) }
    }
}

/// Where an entry stands in its file: all of it, or one item of a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// Path of the file relative to the site's folder.
    pub file: Arc<str>,
    /// The way to the item in the file's data; empty for a file that is one entry.
    pub item: Arc<str>,
    /// What was left out of its lists.
    pub gaps: Gaps,
}

impl Anchor {
    /// An item of a file of many.
    pub fn item(file: Arc<str>, item: impl Into<Arc<str>>) -> Self {
        Self { file, item: item.into(), gaps: Gaps::default() }
    }

    /// A file that is one entry.
    pub fn file(file: Arc<str>) -> Self {
        static WHOLE: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from(""));
        Self { file, item: WHOLE.clone(), gaps: Gaps::default() }
    }

    /// Whether the entry has the file for itself.
    pub fn is_whole_file(&self) -> bool {
        self.item.is_empty()
    }

    /// The entry as a whole.
    pub fn here(&self) -> Place {
        let spot = if self.item.is_empty() { Spot::File } else { Spot::Key(self.item.to_string()) };
        Place { file: self.file.clone(), spot }
    }

    /// A value of the entry, by its path in the entry.
    pub fn value(&self, path: impl AsRef<str>) -> Place {
        Place { file: self.file.clone(), spot: Spot::Value(self.path(path.as_ref())) }
    }

    /// A key of the entry, by its path in the entry.
    pub fn key(&self, path: impl AsRef<str>) -> Place {
        Place { file: self.file.clone(), spot: Spot::Key(self.path(path.as_ref())) }
    }

    fn path(&self, path: &str) -> String {
        let path = &*self.gaps.path(path);
        match (self.item.is_empty(), path.is_empty(), path.starts_with('[')) {
            (true, ..) => path.to_owned(),
            (false, true, _) => self.item.to_string(),
            (false, false, true) => format!("{}{path}", self.item),
            (false, false, false) => format!("{}.{path}", self.item),
        }
    }
}

/// One message about the content.
///
/// Ordered by file, place and code, so that a report is the same whatever the threads did.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Where; the first is the one to mend, others explain. Empty when the note is about the whole
    /// site.
    pub places: Vec<Place>,
    /// What kind of message.
    pub code: Code,
    /// How serious it is.
    pub level: Level,
    /// One terse sentence.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What follows for the site.
    pub consequence: Consequence,
}

impl Diagnostic {
    /// A note with the level and consequence that are usual for `code`.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        let row = code.row();
        Self {
            places: vec![place],
            code,
            level: row.level,
            message: in_a_line(message.into()),
            help: None,
            consequence: row.consequence,
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(in_a_line(help.into()));
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn and(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Makes it a warning: the site is right, but not what the author meant.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.level = Level::Warning;
        self.consequence = Consequence::Nothing;
        self
    }

    /// Makes it a hint: nothing is wrong, but something could be better.
    #[must_use]
    pub fn as_hint(mut self) -> Self {
        self.level = Level::Hint;
        self.consequence = Consequence::Nothing;
        self
    }

    /// Sets what follows for the site.
    #[must_use]
    pub fn consequence(mut self, consequence: Consequence) -> Self {
        self.consequence = consequence;
        self
    }
}

/// A message quotes what strangers wrote: it stays in its line, wherever it is printed.
fn in_a_line(text: String) -> String {
    match printable(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(shown) => shown,
    }
}

/// Characters of a value that a message shows.
const SHOWN: usize = 60;

/// The beginning of what somebody wrote, for a message.
pub fn beginning(written: &str) -> String {
    written.chars().take(SHOWN).collect()
}

/// The same, with a sign where it goes on.
pub fn shown(written: &str) -> String {
    let mut shown = beginning(written);
    if shown.len() < written.len() {
        shown.push('…');
    }
    shown
}
