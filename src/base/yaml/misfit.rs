//! Why a value does not fit the type that it is read as: what serde finds, as data instead of an
//! English sentence.

use crate::base::diagnostic::rejected::Rejected;
use crate::base::{Code, Diagnostic};
use serde::de::{self, Unexpected};
use std::fmt;

/// Why a value does not fit.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Misfit {
    /// Nothing reads the key; these are read beside it.
    UnknownKey(String, &'static [&'static str]),
    /// The key has to be there.
    MissingKey(&'static str),
    /// The key stands twice.
    DoubledKey(String),
    /// The word is none of these.
    UnknownWord(String, &'static [&'static str]),
    /// Another kind of value.
    Kind(Found, Expected),
    /// The right kind of value, and not one of those that fit.
    Value(Found, Expected),
    /// Refused by a type of ours.
    Rejected(Rejected),
    /// Refused by somebody else's type, in its words.
    Other(String),
}

/// A value that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    Truth(bool),
    Number(String),
    Text(String),
    Nothing,
    List,
    Group,
    Other(String),
}

/// What fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expected {
    Truth,
    Number,
    Text,
    List,
    Group,
    /// What a type says of itself: `a topic, or a group of keys with ‘topic’`.
    Said(String),
}

impl Misfit {
    /// The same where one of these was asked for, if that is not known more closely.
    pub(super) fn where_asked_for(self, asked: &Expected) -> Self {
        match self {
            Self::Kind(found, Expected::Said(_)) => Self::Kind(found, asked.clone()),
            Self::Value(found, Expected::Said(_)) => Self::Value(found, asked.clone()),
            other => other,
        }
    }
}

impl Found {
    fn of(found: Unexpected<'_>) -> Self {
        match found {
            Unexpected::Bool(truth) => Self::Truth(truth),
            Unexpected::Unsigned(number) => Self::Number(number.to_string()),
            Unexpected::Signed(number) => Self::Number(number.to_string()),
            Unexpected::Float(number) => {
                let text = number.to_string();
                let is_whole = !text.contains(['.', 'e', 'n', 'N']);
                Self::Number(if is_whole { format!("{text}.0") } else { text })
            }
            Unexpected::Str(text) => Self::Text(text.to_owned()),
            Unexpected::Unit | Unexpected::Option => Self::Nothing,
            Unexpected::Seq => Self::List,
            Unexpected::Map => Self::Group,
            other => Self::Other(other.to_string()),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truth(truth) => write!(f, "the word `{truth}`"),
            Self::Number(number) => write!(f, "the number `{number}`"),
            Self::Text(text) => write!(f, "the text {text:?}"),
            Self::Nothing => f.write_str("empty"),
            Self::List => f.write_str("a list"),
            Self::Group => f.write_str("a group of keys"),
            Self::Other(what) => f.write_str(what),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Truth => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Group => "a group of keys",
            Self::Said(words) => words,
        })
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey(key, _) => write!(f, "nothing reads the key `{key}`"),
            Self::MissingKey(key) => write!(f, "the key `{key}` is missing"),
            Self::DoubledKey(key) => write!(f, "the key `{key}` stands twice"),
            Self::UnknownWord(word, _) => write!(f, "`{word}` is not known here"),
            Self::Kind(found, expected) => {
                write!(f, "this is {found}, where {expected} is expected")
            }
            Self::Value(found, expected) => {
                write!(f, "{found} does not fit here; write {expected}")
            }
            Self::Rejected(rejected) => rejected.fmt(f),
            Self::Other(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let text = format!("{message:#}");
        Rejected::received(&text).map_or(Self::Other(text), Self::Rejected)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::Kind(Found::of(found), Expected::Said(expected.to_string()))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::Value(Found::of(found), Expected::Said(expected.to_string()))
    }

    fn unknown_variant(word: &str, expected: &'static [&'static str]) -> Self {
        Self::UnknownWord(word.to_owned(), expected)
    }

    fn unknown_field(key: &str, expected: &'static [&'static str]) -> Self {
        Self::UnknownKey(key.to_owned(), expected)
    }

    fn missing_field(key: &'static str) -> Self {
        Self::MissingKey(key)
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self::DoubledKey(key.to_owned())
    }
}

/// Around the key that is missing, in what is advised.
const ADD: &str = "add `";
const COLON: &str = ":`";

/// What is advised where `key` is missing.
pub(super) fn add(key: &str) -> String {
    format!("{ADD}{key}{COLON}")
}

/// The key that is missing, when that is what a note says.
pub fn missing_key(note: &Diagnostic) -> Option<&str> {
    let help = note.help.as_deref().filter(|_| note.code == Code::MissingKey)?;
    help.strip_prefix(ADD)?.strip_suffix(COLON)
}
