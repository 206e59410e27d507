//! A story told anew in a site that is there: for who writes, and looks at each word.

use super::plan::Site;
use crate::asset::names_the_same;
use crate::base::{EntryKind, Fingerprint, Language, Text};
use crate::edition::{Edition, Story};
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
    let mut stories = edition.stories_mut();
    let (kind, _, anchor, language, story) =
        stories.find(|(_, _, anchor, ..)| *anchor.file == *file)?;
    // A file of several entries tells no story of one alone.
    anchor.is_whole_file().then(|| (kind, language.cloned(), story))
}
