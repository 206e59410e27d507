//! A story told anew in a site that is there: for who writes, and looks at each word.

use super::plan::Site;
use crate::asset::names_the_same;
use crate::base::{EntryKind, Fingerprint, Language, Text};
use crate::edition::{Edition, Record, Story};
use std::sync::OnceLock;

impl Site {
    /// What the entry is about whose story, or its translation into a language, stands in `file`
    /// alone; None when the site shows no such entry.
    pub fn teller(&mut self, file: &str) -> Option<(EntryKind, Option<Language>)> {
        find(&mut self.edition, file).map(|(kind, language, _)| (kind, language))
    }

    /// Tells the story in `file` as it is now. False when it was another than `before`, or when
    /// more than words follows from it: then all is to be planned anew.
    pub fn retell(&mut self, file: &str, before: &Text, after: Text) -> bool {
        let Some((_, _, story)) = find(&mut self.edition, file) else { return false };
        let is_same = |one: &Text, other: &Text| Fingerprint::of(one) == Fingerprint::of(other);
        let stays = is_same(story.unlogged(), before)
            && before.is_empty() == after.is_empty()
            && names_the_same(before, &after);
        if stays {
            story.retell(after);
            // The finder knows the words of every story, and so does whoever fits a text.
            self.datasets.iter_mut().for_each(|dataset| *dataset = OnceLock::new());
            self.fittings = OnceLock::new();
        }
        stays
    }
}

fn find<'a>(
    edition: &'a mut Edition,
    file: &str,
) -> Option<(EntryKind, Option<Language>, &'a mut Story)> {
    let Edition { experts, projects, organizations, topics, requests, pages, .. } = edition;
    let of = |kind: EntryKind| move |(language, story)| (kind, language, story);
    let mut experts = experts.iter_mut().map(|it| &mut it.record);
    let mut projects = projects.iter_mut().map(|it| &mut it.record);
    let mut organizations = organizations.iter_mut().filter_map(|it| it.record.as_mut());
    let mut topics = topics.iter_mut().filter_map(|it| it.record.as_mut());
    let mut requests = requests.iter_mut().map(|it| &mut it.record);
    let mut pages = pages.iter_mut().map(|it| &mut it.record);
    (experts.find_map(|it| story(it, file)).map(of(EntryKind::Expert)))
        .or_else(|| projects.find_map(|it| story(it, file)).map(of(EntryKind::Project)))
        .or_else(|| organizations.find_map(|it| story(it, file)).map(of(EntryKind::Organization)))
        .or_else(|| topics.find_map(|it| story(it, file)).map(of(EntryKind::Topic)))
        .or_else(|| requests.find_map(|it| story(it, file)).map(of(EntryKind::Request)))
        .or_else(|| pages.find_map(|it| story(it, file)).map(of(EntryKind::Page)))
}

/// The story of an entry in `file`, when that is its file or one of a translation, and holds
/// nothing else.
fn story<'a, F, T>(
    record: &'a mut Record<F, T>,
    file: &str,
) -> Option<(Option<Language>, &'a mut Story)> {
    if *record.anchor.file == *file {
        return record.anchor.is_whole_file().then_some((None, &mut record.body));
    }
    let mut translations = record.translations.iter_mut();
    let found = translations.find(|it| *it.anchor.file == *file && it.anchor.is_whole_file())?;
    Some((Some(found.language.clone()), &mut found.body))
}
