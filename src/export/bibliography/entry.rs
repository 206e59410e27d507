//! A publication as reference managers know it.

use crate::base::name::parts;
use crate::base::slug::slug;
use crate::base::{Date, doi};
use crate::edition::{Author, EditionReader, ExpertId, Publication, WorkId};
use std::collections::HashMap;

/// A publication as reference managers know it.
pub(super) struct Entry<'a> {
    /// What it is called in the file.
    pub(super) key: String,
    pub(super) work: &'a Publication,
    pub(super) authors: Vec<Writer>,
    /// Whether there are others, who may not be named.
    pub(super) others: bool,
    /// The DOI itself: `10.1000/xyz`.
    pub(super) doi: Option<String>,
}

/// An author.
pub(super) enum Writer {
    /// Somebody with a family name.
    Person {
        /// What stands before the family name, and sorts behind it: `de`.
        particle: String,
        /// The family name without that.
        family: String,
        /// Given names.
        given: String,
    },
    /// A name that is one, or that of a body.
    Whole(String),
}

impl Writer {
    fn of_person(sort_name: &str) -> Self {
        let named = parts(sort_name);
        if named.given.is_empty() {
            return Self::Whole(named.family);
        }
        let core = sort_name.split_once(',').map_or(sort_name, |(core, _)| core).trim();
        let particle = named.family.strip_suffix(core).unwrap_or_default().to_owned();
        let family = named.family[particle.len()..].to_owned();
        Self::Person { particle, family, given: named.given }
    }

    fn family(&self) -> &str {
        match self {
            Self::Person { family, .. } | Self::Whole(family) => family,
        }
    }
}

/// Publications as reference managers know them. Whoever may not be named is one of others.
pub(super) fn entries<'a>(
    edition: EditionReader<'a>,
    works: &[WorkId],
    may_be_named: &dyn Fn(ExpertId) -> bool,
) -> Vec<Entry<'a>> {
    let mut keys = HashMap::new();
    let one = |id: &WorkId| {
        let work = edition.work(*id);
        let named = edition.named_authors(*id);
        let mut others = edition.authors(*id).is_some_and(|authors| authors.others);
        let mut authors = Vec::with_capacity(named.len());
        for author in &*named {
            match author {
                Author::Expert(id) | Author::Unconfirmed(id) if may_be_named(*id) => {
                    authors.push(Writer::of_person(&edition.expert(*id).sort_name));
                }
                Author::Expert(_) | Author::Unconfirmed(_) => others = true,
                Author::Named { sort_name, .. } => authors.push(Writer::of_person(sort_name)),
                Author::Organization(name) => authors.push(Writer::Whole(name.clone())),
            }
        }
        let key = key(work, authors.first(), &mut keys);
        Entry {
            key,
            work,
            authors,
            others,
            doi: edition.doi(*id).map(|address| doi::bare(&address)),
        }
    };
    works.iter().map(one).collect()
}

/// `vries2024heat`, and behind it a number where another has it already.
fn key(work: &Publication, first: Option<&Writer>, taken: &mut HashMap<String, usize>) -> String {
    let bare = |text: &str| slug(text).replace('-', "");
    let family = first.map(|author| bare(author.family())).filter(|name| !name.is_empty());
    let year = work.date.map(|date| Date::year(date).to_string()).unwrap_or_default();
    let words = slug(&work.title);
    let word = words
        .split('-')
        .find(|word| word.len() > 3)
        .or(words.split('-').next())
        .unwrap_or_default();
    let whole = format!("{}{year}{word}", family.as_deref().unwrap_or("work"));
    // No key has a dash of its own, so numbered ones meet none.
    let count = taken.entry(whole.clone()).or_default();
    *count += 1;
    if *count == 1 { whole } else { format!("{whole}-{count}") }
}
