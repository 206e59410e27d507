//! What may go out of a group. Who is in it and what it is part of are ids of the edition.

use super::item::Contact;
use crate::base::Date;
use crate::base::fold::key;
use crate::record::{self, GroupKind, SpokenLanguage};
use serde_json::Value;
use std::collections::BTreeMap;

/// What may go out of a group.
#[derive(Debug, Hash)]
pub struct GroupFile {
    /// Its name.
    pub title: String,
    /// What it is.
    pub kind: Option<GroupKind>,
    /// Other names for it.
    pub synonyms: Vec<String>,
    /// What it is there for (Markdown).
    pub purpose: Option<String>,
    /// Languages that it works in.
    pub languages: Vec<SpokenLanguage>,
    /// Where.
    pub place: Option<String>,
    /// Since when there has been such a group.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
    /// How to reach it, as far as that may be known.
    pub contact: Option<Contact>,
    /// How somebody joins it (Markdown).
    pub join: Option<String>,
    /// Sites elsewhere.
    pub links: BTreeMap<String, String>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Group> for GroupFile {
    /// But for `contact`, which the site's own choice decides too.
    fn from(written: record::Group) -> Self {
        Self {
            title: written.title,
            kind: written.kind,
            synonyms: written.synonyms,
            purpose: written.purpose,
            languages: written.languages,
            place: written.place,
            from: written.from,
            to: written.to,
            contact: None,
            join: written.join,
            links: written.links,
            extra: written.extra,
        }
    }
}

/// The texts of a group.
#[derive(Debug, Hash)]
pub struct GroupText {
    /// Its name.
    pub title: Option<String>,
    /// What it is there for.
    pub purpose: Option<String>,
    /// How somebody joins it.
    pub join: Option<String>,
    /// What roles are called, by the key of what they are called in the group's own file.
    roles: BTreeMap<String, String>,
}

impl GroupText {
    /// What a role is called.
    pub fn role(&self, written: &str) -> Option<&str> {
        self.roles.get(&key(written)).map(String::as_str)
    }
}

impl From<record::GroupText> for GroupText {
    fn from(written: record::GroupText) -> Self {
        let record::GroupText { title, purpose, join, roles } = written;
        let roles = roles.into_iter().map(|(role, called)| (key(&role), called)).collect();
        Self { title, purpose, join, roles }
    }
}
