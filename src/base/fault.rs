//! What serde said of a fault, in the words of somebody who edits a profile.

use super::codes::Code;
use super::diagnostic::{Consequence, Diagnostic, Place, Spot, nearest};
use std::sync::Arc;

/// One step on the way to a value in a document.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// The way to a value as one text: `team[1].expert`.
pub(super) fn dotted(path: &[Step]) -> String {
    let mut dotted = String::new();
    for step in path {
        match step {
            Step::Index(index) => dotted.push_str(&format!("[{index}]")),
            Step::Key(key) if key.contains(['.', '[', ']', '"']) => dotted.push_str(&format!("[{key:?}]")),
            Step::Key(key) => {
                if !dotted.is_empty() {
                    dotted.push('.');
                }
                dotted.push_str(key);
            }
        }
    }
    dotted
}

/// A fault of a document: what is wrong, where, and what has to be cut out so that the rest can be read.
pub(super) struct Fault {
    code: Code,
    message: String,
    help: Option<String>,
    spot: Spot,
    /// What to cut out; none when the whole document is at fault.
    pub(super) cut: Option<Vec<Step>>,
    /// The key that is missing, if that is the fault.
    pub(super) missing: Option<String>,
}

impl Fault {
    /// Reads serde's `message` about the value at `path`.
    pub(super) fn of(message: &str, path: &[Step]) -> Self {
        let (message, expected) = match message.split_once(", expected ") {
            Some((what, expected)) => (what, Some(expected)),
            None => (message, None),
        };
        Self::of_key(message, expected, path).unwrap_or_else(|| Self::of_value(message, expected, path))
    }

    /// A fault of a key: unknown, missing or doubled.
    fn of_key(message: &str, expected: Option<&str>, path: &[Step]) -> Option<Self> {
        let below = |key: &str| {
            let mut at = path.to_vec();
            if !matches!(at.last(), Some(Step::Key(last)) if last == key) {
                at.push(Step::Key(key.to_owned()));
            }
            at
        };
        if let Some(key) = quoted(message, "unknown field ") {
            let at = below(key);
            let known = expected.map(names).unwrap_or_default();
            let help = match nearest(key, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known here: {}; what a theme of your own needs goes under `extra:`", known.join(", ")),
            };
            let message = format!("nothing reads the key `{key}`");
            return Some(Self::new(Code::UnknownKey, message, Some(help), Spot::Key(dotted(&at)), Some(at)));
        }
        if let Some(key) = quoted(message, "missing field ") {
            let spot = if path.is_empty() { Spot::File } else { Spot::Value(dotted(path)) };
            let message = format!("the key `{key}` is missing");
            let fault = Self::new(Code::MissingKey, message, Some(format!("add `{key}:`")), spot, whole(path));
            return Some(Self { missing: Some(key.to_owned()), ..fault });
        }
        let key = quoted(message, "duplicate field ")?;
        let at = below(key);
        let message = format!("the key `{key}` stands twice");
        let help = Some("keep one of the two".to_owned());
        Some(Self::new(Code::DuplicateKey, message, help, Spot::Key(dotted(&at)), Some(at)))
    }

    /// A fault of a value: of another type, not a date, not one of those that are known.
    fn of_value(message: &str, expected: Option<&str>, path: &[Step]) -> Self {
        let fault = |code, message, help| Self::new(code, message, help, Spot::Value(dotted(path)), whole(path));
        if let Some(word) = quoted(message, "unknown variant ") {
            let known = expected.map(names).unwrap_or_default();
            let help = match nearest(word, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? ({})", known.join(", ")),
                None => format!("one of: {}", known.join(", ")),
            };
            return fault(Code::BrokenValue, format!("`{word}` is not known here"), Some(help));
        }
        if let Some(what) = message.strip_prefix("not a date: ") {
            let (text, help) = what.split_once("; ").unwrap_or((what, "write 2026, 2026-03 or 2026-03-14"));
            return fault(Code::BrokenDate, format!("{text} is not a date"), Some(help.to_owned()));
        }
        if let Some(found) = message.strip_prefix("invalid type: ") {
            let expected = plain(expected.unwrap_or("something else"));
            let help = expected.contains("text").then(|| "if it is meant as text, put it in quotes".to_owned());
            let message = format!("this is {}, where {expected} is expected", plain(found));
            return fault(Code::WrongType, message, help);
        }
        if let Some((message, help)) = message.split_once("; ") {
            return fault(Code::BrokenValue, message.to_owned(), Some(help.to_owned()));
        }
        let help = expected.map(|expected| format!("expected {}", plain(expected)));
        fault(Code::BrokenValue, message.to_owned(), help)
    }

    fn new(code: Code, message: String, help: Option<String>, spot: Spot, cut: Option<Vec<Step>>) -> Self {
        Self { code, message, help, spot, cut, missing: None }
    }

    /// The note on the fault.
    pub(super) fn note(self, file: &Arc<str>) -> Diagnostic {
        let note = Diagnostic::new(self.code, Place { file: file.clone(), spot: self.spot }, self.message)
            .consequence(Consequence::LeftOut);
        match self.help {
            Some(help) => note.help(help),
            None => note,
        }
    }
}

fn whole(path: &[Step]) -> Option<Vec<Step>> {
    (!path.is_empty()).then(|| path.to_vec())
}

fn quoted<'a>(message: &'a str, before: &str) -> Option<&'a str> {
    message.strip_prefix(before)?.split('`').nth(1)
}

fn names(expected: &str) -> Vec<&str> {
    expected.split('`').skip(1).step_by(2).collect()
}

/// Serde's words for kinds of values, in the words of a YAML file.
fn plain(kind: &str) -> String {
    let kind = match kind.split_once(" `") {
        Some((name, value)) => return format!("the {name} `{value}"),
        None => kind,
    };
    match kind {
        "map" | "a map" => "a group of keys".to_owned(),
        "sequence" | "a sequence" => "a list".to_owned(),
        "unit value" | "null" => "empty".to_owned(),
        "a string" | "string" => "a text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        other if other.starts_with("struct ") => "a group of keys".to_owned(),
        other => match other.strip_prefix("string ") {
            Some(text) => format!("the text {text}"),
            None => other.to_owned(),
        },
    }
}
