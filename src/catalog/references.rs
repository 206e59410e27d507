//! From what people wrote to the entry that they meant.

use super::names::{Meaning, Names, key};
use crate::base::diagnostic::nearest;
use crate::base::slug::slug;
use crate::base::{Code, Diagnostic, OrganizationId, Place, TopicId};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Entries of a kind that exist as soon as they are mentioned: organizations and topics.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    pub(super) names: Names,
    /// Slugs of those that are only mentioned, by the key of their name, with the name as first written.
    mentioned: HashMap<String, (usize, String)>,
    written: usize,
}

impl Mentions {
    /// Ends the list of those that somebody wrote about: `written` in number.
    pub(super) fn seal(&mut self, written: usize) {
        self.written = written;
    }

    /// The entry that `name` means; a new one when nobody wrote about it.
    pub(super) fn find(&mut self, name: &str) -> Option<usize> {
        let tidy = name.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.names.meaning(&tidy) {
            Meaning::One(index) => Some(index),
            Meaning::Several(several) => several.first().copied(),
            Meaning::HeldBack => None,
            Meaning::Nothing if tidy.is_empty() => None,
            Meaning::Nothing => {
                let next = self.written + self.mentioned.len();
                Some(self.mentioned.entry(key(&tidy)).or_insert((next, tidy)).0)
            }
        }
    }

    pub(super) fn topic(&mut self, name: &str) -> Option<TopicId> {
        self.find(name).map(TopicId::new)
    }

    pub(super) fn organization(&mut self, name: &str) -> Option<OrganizationId> {
        self.find(name).map(OrganizationId::new)
    }

    /// Those that are only mentioned, in the order of their ids: slug and title.
    ///
    /// Of names with one slug, the one that reads like the slug has it; the others carry a mark that follows
    /// from their name alone, so that no address depends on the order of files.
    pub(super) fn into_mentioned(self) -> Vec<(String, String)> {
        let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
        for (_, title) in self.mentioned.values() {
            *wanted.entry(slug(title)).or_default() += 1;
        }
        let mut list: Vec<_> = self.mentioned.into_iter().collect();
        list.sort_by_key(|(_, (index, _))| *index);
        list.into_iter()
            .map(|(name, (_, title))| {
                let plain = slug(&title);
                let alone = wanted.get(&plain) == Some(&1) && !self.names.has_slug(&plain);
                let own = key(&plain) == name && !self.names.has_slug(&plain);
                let slug = if alone || own {
                    plain
                } else {
                    format!("{plain}-{}", &blake3::hash(name.as_bytes()).to_hex()[..6])
                };
                (slug, title)
            })
            .collect()
    }
}

/// The note on a reference that matches nothing.
pub(super) fn unknown(file: &Arc<str>, path: &str, what: &str, name: &str, names: &Names) -> Diagnostic {
    let note = Diagnostic::new(
        Code::UnknownReference,
        Place::value(file.clone(), path),
        format!("there is no {what} `{}`", name.chars().take(80).collect::<String>()),
    );
    match nearest(&slug(name), names.slugs()) {
        Some(near) => note.help(format!("did you mean `{near}`?")),
        None => note.help(format!("write the slug or the full name of a {what}")),
    }
}

/// The note on a reference that matches several entries.
pub(super) fn ambiguous(file: &Arc<str>, path: &str, name: &str, slugs: &[&str]) -> Diagnostic {
    Diagnostic::new(
        Code::AmbiguousReference,
        Place::value(file.clone(), path),
        format!("`{name}` is the name of more than one"),
    )
    .help(format!("write the slug: {}", slugs.iter().map(|slug| format!("`{slug}`")).collect::<Vec<_>>().join(" or ")))
}
