//! By what items of a list and of its translation are known again.

use super::pairing::is_same;
use crate::base::slug::slug;
use crate::base::tidy::Tidy;
use crate::base::{Date, profile};
use std::fmt;

/// What an item is told from the others of its list by.
#[derive(Debug, Default)]
pub(super) struct Key<'a> {
    /// What it is called in both files, for nothing but this.
    pub(super) id: Option<&'a str>,
    /// What it is called; None where that is what is translated and not given.
    pub(super) title: Option<&'a str>,
    /// What it says that is the same in every language, each by its key.
    pub(super) facts: Vec<(&'static str, Fact<'a>)>,
    /// Whether it has words that could be translated.
    pub(super) has_words: bool,
}

/// What is the same in every language.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fact<'a> {
    Text(&'a str),
    /// A topic by its title or its slug.
    Topic(&'a str),
    Address(&'a str),
    Date(Date),
}

/// An item of a list.
pub(super) trait Keyed {
    fn key(&self) -> Key<'_>;
}

impl Key<'_> {
    pub(super) fn agrees(&self, key: &str, fact: &Fact<'_>) -> bool {
        self.facts.iter().any(|(had, value)| *had == key && value.agrees(fact))
    }

    /// What it says of itself, in words.
    pub(super) fn label(&self) -> String {
        if let Some(id) = self.id {
            return format!("the id or the title `{id}`");
        }
        let facts = self.facts.iter().map(|(key, fact)| format!("`{key}: {fact}`"));
        let title = self
            .title
            .filter(|_| self.facts.is_empty())
            .map(|title| format!("the title `{title}`"));
        facts.chain(title).collect::<Vec<_>>().join(" and ")
    }

    /// A line that would say which item it is.
    pub(super) fn as_yaml(&self) -> String {
        match (self.id, self.facts.first(), self.title) {
            (Some(id), ..) => format!("id: {id}"),
            (None, Some((key, fact)), _) => format!("{key}: {fact}"),
            (None, None, Some(title)) => format!("id: {title}"),
            (None, None, None) => "id: …".to_owned(),
        }
    }
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.title, self.facts.first()) {
            (Some(title), _) => f.write_str(title),
            (None, Some((_, fact))) => fact.fmt(f),
            (None, None) => f.write_str(self.id.unwrap_or("…")),
        }
    }
}

impl Fact<'_> {
    pub(super) fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => is_same(one, other),
            (Self::Topic(one), Self::Topic(other)) => slug(one) == slug(other),
            (Self::Date(one), Self::Date(other)) => {
                // 2014 and 2014-05 do not contradict each other.
                let (one, other) = (one.to_string(), other.to_string());
                one.starts_with(&other) || other.starts_with(&one)
            }
            (Self::Address(one), Self::Address(other)) => address(one) == address(other),
            _ => false,
        }
    }
}

/// An address in the form in which entries keep it.
fn address(written: &str) -> String {
    match profile::read_url(written) {
        Tidy::AsWritten(url) | Tidy::Tidied(url) => url,
        Tidy::Wrong { .. } => written.trim().to_owned(),
    }
}

impl fmt::Display for Fact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Topic(text) | Self::Address(text) => f.write_str(text),
            Self::Date(date) => date.fmt(f),
        }
    }
}
