//! What does not fit, in the words of somebody who edits a profile.

use super::lost::is_mark;
use super::meant::in_other_letters;
use super::misfit::{Expected, Found, Misfit, add};
use super::number_fault;
use super::path::{Step, dotted};
use crate::base::date::Date;
use crate::base::diagnostic::codes::Code;
use crate::base::diagnostic::{Anchor, Consequence, Diagnostic, nearest};
use crate::base::guarded::keys::{Meant, meant, meant_by_value};
use crate::base::guarded::stray::meant_by_item;
use crate::base::other_words::called_here;
use serde_yaml::Value;

/// Where a fault is, by its path in the entry.
pub(super) enum At {
    Key(String),
    Value(String),
}

/// A fault of a document: what is wrong, where, and what has to be cut out so that the rest can be
/// read.
pub(super) struct Fault {
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
    pub(super) known: Option<&'static [&'static str]>,
    /// The key that was plainly meant, in other letters.
    pub(super) called: Option<String>,
    /// The word that is not known, and those that are.
    pub(super) unknown: Option<(String, &'static [&'static str])>,
    /// Whether a text is wanted.
    pub(super) wants_text: bool,
    /// The value that was plainly meant, in the place of the one that is cut out.
    pub(super) instead: Option<Value>,
}

impl Fault {
    /// The fault of the value at `path` that does not fit.
    pub(super) fn of(misfit: &Misfit, path: &[Step]) -> Self {
        let below = |key: &str| {
            let mut at = path.to_vec();
            if !matches!(at.last(), Some(Step::Key(last)) if last == key) {
                at.push(Step::Key(key.to_owned()));
            }
            at
        };
        match misfit {
            Misfit::UnknownKey(key, known) => Self::of_unknown_key(key, known, below(key)),
            Misfit::MissingKey(key) => {
                let (at, help) = (At::Value(dotted(path)), Some(add(key)));
                let fault = Self::new(Code::MissingKey, misfit.to_string(), help, at, whole(path));
                Self { missing: Some((*key).to_owned()), ..fault }
            }
            Misfit::DoubledKey(key) => {
                let (at, help) = (below(key), Some("keep one of the two".to_owned()));
                Self::new(
                    Code::DuplicateKey,
                    misfit.to_string(),
                    help,
                    At::Key(dotted(&at)),
                    Some(at),
                )
            }
            _ => Self::of_value(misfit, path),
        }
    }

    /// The key at `at`, which nobody reads, where `known` are read.
    fn of_unknown_key(key: &str, known: &'static [&'static str], at: Vec<Step>) -> Self {
        let fault = if let Some(meant) = meant(&at, known) {
            let message = if key == meant.key {
                format!("the key `{key}` is not read in this place")
            } else {
                format!("nothing reads the key `{key}`, which may be meant for `{}`", meant.key)
            };
            let help = meant.remedy(key, known);
            let place = At::Key(dotted(&at));
            let fault = Self::new(Code::UnclearPrivacy, message, Some(help), place, Some(at));
            Self { meant: Some(meant), ..fault }
        } else {
            let message = format!("nothing reads the key `{key}`");
            let help = Some(help_with_key(key, known));
            Self::new(Code::UnknownKey, message, help, At::Key(dotted(&at)), Some(at))
        };
        Self { known: Some(known), ..fault }
    }

    /// A fault of a value: of another kind, refused, not one of those that are known.
    fn of_value(misfit: &Misfit, path: &[Step]) -> Self {
        let fault = |code, message, help| {
            Self::new(code, message, help, At::Value(dotted(path)), whole(path))
        };
        match misfit {
            Misfit::UnknownWord(word, known) => {
                let help = match nearest(word, known.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`? ({})", known.join(", ")),
                    None => format!("one of: {}", known.join(", ")),
                };
                let unknown = Some((word.clone(), *known));
                Self { unknown, ..fault(Code::BrokenValue, misfit.to_string(), Some(help)) }
            }
            Misfit::Value(found, expected) => {
                let message = format!("{found} does not fit here");
                fault(Code::BrokenValue, message, Some(format!("write {expected}")))
            }
            Misfit::Kind(found, expected) => {
                if let Some((message, help)) = number_fault::of(found, expected) {
                    return fault(Code::WrongType, message, Some(help));
                }
                let wanted = expected.to_string();
                let comma = if wanted.contains(", ") { "," } else { "" };
                let message = format!("this is {found}, where {wanted}{comma} is expected");
                let wants_text = *expected == Expected::Text;
                Self { wants_text, ..fault(Code::WrongType, message, remedy(found, expected)) }
            }
            Misfit::Rejected(rejected) => {
                let (code, message, help) = rejected.clone().into_parts();
                fault(code, message, Some(help))
            }
            other => fault(Code::BrokenValue, other.to_string(), None),
        }
    }

    fn new(
        code: Code,
        message: String,
        help: Option<String>,
        at: At,
        cut: Option<Vec<Step>>,
    ) -> Self {
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
            unknown: None,
            wants_text: false,
            instead: None,
        }
    }

    /// The fault when `value` is what is to be cut out: a key that nobody reads may stand for one
    /// that decides who sees what, by what stands under it.
    pub(super) fn of_what(self, value: Option<&Value>) -> Self {
        let (known, cut) = (self.known, self.cut.as_deref());
        if let (Some(known), Some([Step::Key(key)]), Some(value)) = (known, cut, value)
            && key == "consent"
            && !known.contains(&"consent")
            && says_when(value)
        {
            // Whole front matters are copied into translations; that somebody agreed hides nobody.
            let message = format!("nothing reads the key `{key}`");
            return Self { code: Code::UnknownKey, message, help: None, meant: None, ..self };
        }
        let (Some(known), Some(cut), Some(value), None) =
            (self.known, &self.cut, value, &self.meant)
        else {
            return self;
        };
        let Some(meant) = meant_by_value(cut, value, known) else { return self };
        let key = match cut.last() {
            Some(Step::Key(key)) => key.as_str(),
            _ => "",
        };
        let message = format!(
            "nothing reads the key `{key}`, and what stands there may be meant for `{}`",
            meant.key
        );
        let help = Some(meant.remedy(key, known));
        Self { code: Code::UnclearPrivacy, message, help, meant: Some(meant), ..self }
    }

    /// The fault when `value` is an item with nothing but keys that decide who sees the entry.
    pub(super) fn of_item(self, value: Option<&Value>) -> Self {
        let is_item = matches!(self.cut.as_deref(), Some([.., Step::Index(_)]));
        let meant = value.filter(|_| is_item && self.meant.is_none()).and_then(meant_by_item);
        let Some(meant) = meant else { return self };
        let message = format!("the key `{}` is not read in a list", meant.key);
        let help = "write it at the top of the entry; until then what it guards is closed";
        let (code, help) = (Code::UnclearPrivacy, Some(help.to_owned()));
        Self { code, message, help, meant: Some(meant), ..self }
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
    let known: Vec<&str> = known.iter().copied().filter(|known| !is_mark(known)).collect();
    let known = known.as_slice();
    if let Some(same) = in_other_letters(key, known.iter().copied()) {
        return format!("`{same}:` stands here too; keep one of the two");
    }
    if let Some(meaning) = called_here(key, known) {
        return meaning.in_yaml();
    }
    let own = if known.contains(&"extra") {
        "; what a theme of your own needs goes under `extra:`"
    } else {
        ""
    };
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

/// What to do about a value of another kind.
fn remedy(found: &Found, expected: &Expected) -> Option<String> {
    let speaks_of = |part: &str| matches!(expected, Expected::Said(words) if words.contains(part));
    let wants_number = *expected == Expected::Number || speaks_of("number");
    let is_scalar = matches!(found, Found::Number(_) | Found::Truth(_));
    let help = match (found, expected) {
        (Found::Text(text), Expected::Truth) => match text.to_lowercase().as_str() {
            "yes" | "y" | "ja" | "on" | "oui" | "1" => "write true",
            "no" | "n" | "nee" | "off" | "nein" | "non" | "0" => "write false",
            _ => "write true or false, without quotes",
        },
        (Found::Text(text), _) if wants_number && text.trim().parse::<f64>().is_ok() => {
            return Some(format!("write {} without quotes", text.trim()));
        }
        (Found::Text(text), Expected::Number)
            if text.contains(|sign: char| sign.is_ascii_digit()) =>
        {
            "write the number alone; what else there is to say goes into a text"
        }
        (Found::Text(_), Expected::List) => {
            "write a list: one a line with a dash before it, or [one, another]"
        }
        (Found::Text(_), Expected::Group) => {
            "write the keys below it, indented, each with its value"
        }
        (Found::Text(_), _) => return None,
        (Found::Group, Expected::List) => "write a list: each item begins with a dash",
        (Found::Group, Expected::Text) => {
            "write one text; one with a colon in it goes in quotes, one in another language in a file of its own \
             (jan.en.md)"
        }
        (Found::List, Expected::Text) => {
            "write one text; if it begins with [ and is meant as text, put it in quotes"
        }
        _ if *expected == Expected::Text
            || speaks_of("text")
            || (is_scalar && speaks_of(" or a group of keys")) =>
        {
            "if it is meant as text, put it in quotes"
        }
        _ => return None,
    };
    Some(help.to_owned())
}
