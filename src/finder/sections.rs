//! What was found, kind by kind: people first, unless what was asked for is the name of something
//! else.

use super::entry::{Entry, names};
use super::index::Index;
use super::search::Hit;
use super::signs::folded;
use crate::base::{EntryKind, Language};
use crate::edition::Edition;

/// What was found of one kind, best first.
#[derive(Debug)]
pub struct Section<'a> {
    /// The kind.
    pub kind: EntryKind,
    /// What was found.
    pub hits: Vec<&'a Hit>,
}

/// The sections of an answer, in the order in which they are shown.
pub fn sections<'a>(
    edition: &Edition,
    index: &Index,
    hits: &'a [Hit],
    question: &str,
    language: &Language,
) -> Vec<Section<'a>> {
    let of_kind = |kind: EntryKind| {
        let hits = hits.iter().filter(move |hit| index.entries[hit.entry].kind() == kind);
        Section { kind, hits: hits.collect() }
    };
    let mut sections: Vec<Section<'a>> = Entry::KINDS.into_iter().map(of_kind).collect();
    sections.retain(|section| !section.hits.is_empty());
    let asked = folded(question);
    let is_called_so = |section: &Section<'_>| {
        let entry = index.entries[section.hits[0].entry];
        let is_name = names(edition, entry, language).first().is_some_and(|it| folded(it) == asked);
        // Who asks for a topic asks for people.
        is_name && section.kind != EntryKind::Topic
    };
    sections.sort_by_key(|section| !is_called_so(section));
    sections
}
