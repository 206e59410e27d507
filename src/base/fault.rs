//! What serde said of a fault, in the words of somebody who edits a profile.

use super::codes::Code;
use super::date::Date;
use super::diagnostic::{Anchor, Consequence, Diagnostic, nearest};
use super::fault_meant::in_other_letters;
use super::guarded_keys::{Meant, meant, meant_by_value};
use super::other_words::called_here;
use serde_yaml::Value;

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

/// Where a fault is, by its path in the entry.
pub(super) enum At {
    Key(String),
    Value(String),
}

/// A fault of a document: what is wrong, where, and what has to be cut out so that the rest can be read.
pub(super) struct SerdeFault {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) at: At,
    /// What to cut out; none when the whole document is at fault.
    pub(super) cut: Option<Vec<Step>>,
    /// The key that is missing, if that is the fault.
    pub(super) missing: Option<String>,
    /// The key that decides who sees what, for which one was written that nobody reads.
    pub(super) meant: Option<Meant>,
    /// For a key that nobody reads: those that are read beside it.
    pub(super) known: Option<Vec<String>>,
    /// The key that was plainly meant, in other letters.
    pub(super) called: Option<String>,
    /// For a word that is not known: those that are.
    pub(super) words: Vec<String>,
    /// The value that was plainly meant, in the place of the one that is cut out.
    pub(super) instead: Option<Value>,
}

impl SerdeFault {
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
            if let Some(meant) = meant(&at, &known) {
                let message = if key == meant.key {
                    format!("the key `{key}` is not read in this place")
                } else {
                    format!("nothing reads the key `{key}`, which may be meant for `{}`", meant.key)
                };
                let help = format!("write `{}:`, or take it out; until then what it guards is closed", meant.key);
                let fault = Self::new(Code::UnclearPrivacy, message, Some(help), At::Key(dotted(&at)), Some(at));
                let known = known.into_iter().map(str::to_owned).collect();
                return Some(Self { meant: Some(meant), known: Some(known), ..fault });
            }
            let help = help_with_key(key, &known);
            let message = format!("nothing reads the key `{key}`");
            let known = known.into_iter().map(str::to_owned).collect();
            let fault = Self::new(Code::UnknownKey, message, Some(help), At::Key(dotted(&at)), Some(at));
            return Some(Self { known: Some(known), ..fault });
        }
        if let Some(key) = quoted(message, "missing field ") {
            let spot = At::Value(dotted(path));
            let message = format!("the key `{key}` is missing");
            let fault = Self::new(Code::MissingKey, message, Some(format!("add `{key}:`")), spot, whole(path));
            return Some(Self { missing: Some(key.to_owned()), ..fault });
        }
        let key = quoted(message, "duplicate field ")?;
        let at = below(key);
        let message = format!("the key `{key}` stands twice");
        let help = Some("keep one of the two".to_owned());
        Some(Self::new(Code::DuplicateKey, message, help, At::Key(dotted(&at)), Some(at)))
    }

    /// A fault of a value: of another type, not a date, not one of those that are known.
    fn of_value(message: &str, expected: Option<&str>, path: &[Step]) -> Self {
        let fault = |code, message, help| Self::new(code, message, help, At::Value(dotted(path)), whole(path));
        if let Some(word) = quoted(message, "unknown variant ") {
            let known = expected.map(names).unwrap_or_default();
            let help = match nearest(word, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? ({})", known.join(", ")),
                None => format!("one of: {}", known.join(", ")),
            };
            let words = known.into_iter().map(str::to_owned).collect();
            let fault = fault(Code::BrokenValue, format!("`{word}` is not known here"), Some(help));
            return Self { words, ..fault };
        }
        if let Some(found) = message.strip_prefix("invalid value: ") {
            let message = format!("{} does not fit here", plain(found));
            return fault(Code::BrokenValue, message, expected.map(|expected| format!("write {}", plain(expected))));
        }
        if let Some(what) = message.strip_prefix("not a date: ") {
            let (text, help) = what.split_once("; ").unwrap_or((what, "write 2026, 2026-03 or 2026-03-14"));
            return fault(Code::BrokenDate, format!("{text} is not a date"), Some(help.to_owned()));
        }
        if let Some(found) = message.strip_prefix("invalid type: ") {
            let expected = expected.unwrap_or("something else");
            let wanted = plain(expected);
            let comma = if wanted.contains(", ") { "," } else { "" };
            let message = format!("this is {}, where {wanted}{comma} is expected", plain(found));
            return fault(Code::WrongType, message, remedy(found, expected));
        }
        if message.contains("is not a language tag") {
            let (message, help) = message.split_once("; ").unwrap_or((message, "write nl, en, pt-BR, …"));
            return fault(Code::BrokenLanguage, message.to_owned(), Some(help.to_owned()));
        }
        if let Some((message, help)) = message.split_once("; ") {
            return fault(Code::BrokenValue, message.to_owned(), Some(help.to_owned()));
        }
        let help = expected.map(|expected| format!("expected {}", plain(expected)));
        fault(Code::BrokenValue, message.to_owned(), help)
    }

    fn new(code: Code, message: String, help: Option<String>, at: At, cut: Option<Vec<Step>>) -> Self {
        Self {
            code,
            message,
            help,
            at,
            cut,
            missing: None,
            meant: None,
            known: None,
            called: None,
            words: Vec::new(),
            instead: None,
        }
    }

    /// The fault when `value` is what is to be cut out: a key that nobody reads may stand for one that decides who sees
    /// what, by what stands under it.
    pub(super) fn of_what(self, value: Option<&Value>) -> Self {
        let (known, cut) = (self.known.as_ref(), self.cut.as_deref());
        if let (Some(known), Some([Step::Key(key)]), Some(value)) = (known, cut, value)
            && key == "consent"
            && !known.contains(key)
            && says_when(value)
        {
            // Whole front matters are copied into translations; that somebody agreed hides nobody.
            let message = format!("nothing reads the key `{key}`");
            return Self { code: Code::UnknownKey, message, help: None, meant: None, ..self };
        }
        let (Some(known), Some(cut), Some(value), None) = (&self.known, &self.cut, value, &self.meant) else {
            return self;
        };
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let Some(meant) = meant_by_value(cut, value, &known) else { return self };
        let key = match cut.last() {
            Some(Step::Key(key)) => key.as_str(),
            _ => "",
        };
        let message = format!("nothing reads the key `{key}`, and what stands there may be meant for `{}`", meant.key);
        let help = format!("write `{}:`, or take it out; until then what it guards is closed", meant.key);
        Self { code: Code::UnclearPrivacy, message, help: Some(help), meant: Some(meant), ..self }
    }

    /// The note on the fault.
    pub(super) fn note(self, anchor: &Anchor) -> Diagnostic {
        let place = match &self.at {
            At::Value(path) if path.is_empty() => anchor.here(),
            At::Value(path) => anchor.value(path),
            At::Key(path) => anchor.key(path),
        };
        let note = Diagnostic::new(self.code, place, self.message);
        if self.called.is_some() || self.instead.is_some() {
            return note.help(self.help.unwrap_or_default());
        }
        // What a key guards is closed; whatever else is at fault is left out.
        let closes_entry = self.meant.as_ref().is_some_and(Meant::closes_entry);
        let note = if closes_entry { note } else { note.consequence(Consequence::LeftOut) };
        match self.help {
            Some(help) => note.help(help),
            None => note,
        }
    }
}

/// What to do about a key that nothing reads, where `known` are read.
fn help_with_key(key: &str, known: &[&str]) -> String {
    if let Some(same) = in_other_letters(key, known.iter().copied()) {
        return format!("`{same}:` stands here too; keep one of the two");
    }
    if let Some(meaning) = called_here(key, known) {
        return meaning.in_yaml();
    }
    let own = if known.contains(&"extra") { "; what a theme of your own needs goes under `extra:`" } else { "" };
    match nearest(key, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "take it out: no keys stand here".to_owned(),
        None => format!("known here: {}{own}", known.join(", ")),
    }
}

/// Whether a value is a day, a month or a year.
fn says_when(value: &Value) -> bool {
    match value {
        Value::String(text) => Date::in_any_form(text.trim()).is_some(),
        Value::Number(number) => number.as_i64().is_some_and(|year| (1000..=9999).contains(&year)),
        _ => false,
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

/// What to do about a value of another type.
fn remedy(found: &str, expected: &str) -> Option<String> {
    let text = found.strip_prefix("string ").map(|text| text.trim_matches('"'));
    let is_number = expected.starts_with('u') || expected.starts_with('i') || expected.contains("number");
    match (text, expected) {
        (Some(text), "a boolean") => {
            let truth = match text.to_lowercase().as_str() {
                "yes" | "y" | "ja" | "on" | "oui" | "1" => "true",
                "no" | "n" | "nee" | "off" | "nein" | "non" | "0" => "false",
                _ => return Some("write true or false, without quotes".to_owned()),
            };
            Some(format!("write {truth}"))
        }
        (Some(text), _) if is_number && text.trim().parse::<f64>().is_ok() => {
            Some(format!("write {} without quotes", text.trim()))
        }
        (Some(_), "a sequence") => Some("write a list: one a line with a dash before it, or [one, another]".to_owned()),
        (None, _) if found.starts_with("map") && expected == "a sequence" => {
            Some("write a list: each item begins with a dash".to_owned())
        }
        (None, _) if found.starts_with("map") && (expected == "a string" || expected == "string") => {
            Some("write one text; one with a colon in it goes in quotes, one in another language in a file of its own (jan.en.md)".to_owned())
        }
        (None, _) if found.starts_with("sequence") && (expected == "a string" || expected == "string") => {
            Some("write one text; if it begins with [ and is meant as text, put it in quotes".to_owned())
        }
        (None, _) if plain(expected).contains("text") || (is_scalar(found) && is_text(expected)) => Some("if it is meant as text, put it in quotes".to_owned()),
        (Some(_), _) if plain(expected) == "a group of keys" => {
            Some("write the keys below it, indented, each with its value".to_owned())
        }
        _ => None,
    }
}

/// Whether a number or a truth was found.
fn is_scalar(found: &str) -> bool {
    ["integer", "floating point", "boolean"].iter().any(|kind| found.starts_with(kind))
}

/// Whether a short form is expected: a text, or a group of keys.
fn is_text(expected: &str) -> bool {
    expected.contains(" or a group of keys")
}

/// Serde's words for kinds of values, in the words of a YAML file.
fn plain(kind: &str) -> String {
    let kind = match kind.split_once(" `") {
        // What is expected, in our own words.
        Some(_) if kind.contains(", or ") => return kind.to_owned(),
        Some(("integer" | "floating point", value)) => return format!("the number `{value}"),
        Some(("boolean", value)) => return format!("the word `{value}"),
        Some((name, value)) if !name.contains(' ') => return format!("the {name} `{value}"),
        _ => kind,
    };
    match kind {
        "map" | "a map" => "a group of keys".to_owned(),
        "sequence" | "a sequence" => "a list".to_owned(),
        "unit value" | "null" => "empty".to_owned(),
        "a string" | "string" => "a text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" | "i64" => "a number".to_owned(),
        other if other.starts_with("struct ") => "a group of keys".to_owned(),
        other => match other.strip_prefix("string ") {
            Some(text) => format!("the text {text}"),
            None => other.to_owned(),
        },
    }
}
