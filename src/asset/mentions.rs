//! The files beside an entry that its Markdown names.

use crate::base::{EntryKind, Place, Spot, Text, each_kind};
use crate::edition::{Edition, Entry, Record};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::sync::Arc;

/// A file that a text names.
pub(super) struct Mention<'a> {
    /// The folder of the entry.
    pub(super) folder: &'a str,
    /// The file as it is written.
    pub(super) target: String,
    /// How it is named.
    pub(super) manner: Manner,
    /// Where.
    pub(super) place: Place,
}

/// How a text names a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// As a picture with a text alternative.
    Picture,
    /// As a picture without one.
    WordlessPicture,
    /// As something to open.
    Link,
}

/// All files that the Markdown of what may be seen names by a path beside the entry.
pub(super) fn mentions(edition: &Edition) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    for expert in &edition.experts {
        let record = &expert.record;
        let file = &record.file;
        let written = [&file.who, &file.can, &file.value, &file.flow].into_iter().flatten();
        let stations = file
            .experience
            .iter()
            .chain(&file.education)
            .filter_map(|station| station.text.as_ref());
        scan(&mut found, record, written.chain(stations), |text| {
            let answers = [&text.who, &text.can, &text.value, &text.flow].into_iter().flatten();
            let stations = text
                .experience
                .iter()
                .chain(&text.education)
                .filter_map(|station| station.text.as_ref());
            answers.chain(stations).collect()
        });
    }
    for project in &edition.projects {
        let file = &project.record.file;
        let written = [&file.question, &file.approach, &file.result].into_iter().flatten();
        scan(&mut found, &project.record, written, |text| {
            [&text.question, &text.approach, &text.result].into_iter().flatten().collect()
        });
    }
    for record in
        edition.organizations.iter().filter_map(|organization| organization.record.as_ref())
    {
        let written = [&record.file.core_tasks, &record.file.added_value].into_iter().flatten();
        scan(&mut found, record, written, |text| {
            [&text.core_tasks, &text.added_value].into_iter().flatten().collect()
        });
    }
    for group in &edition.groups {
        let file = &group.record.file;
        let written = [&file.purpose, &file.join].into_iter().flatten();
        scan(&mut found, &group.record, written, |text| {
            [&text.purpose, &text.join].into_iter().flatten().collect()
        });
    }
    stories(edition, &mut found);
    found
}

macro_rules! stories {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// Scans the stories of the kinds that name files nowhere else.
        fn stories<'a>(edition: &'a Edition, found: &mut Vec<Mention<'a>>) {
            $(match EntryKind::$kind {
                EntryKind::Expert
                | EntryKind::Project
                | EntryKind::Organization
                | EntryKind::Group => {}
                _ => {
                    for record in edition.$table.iter().filter_map(Entry::record) {
                        scan(found, record, [], |_| Vec::new());
                    }
                }
            })*
        }
    };
}
each_kind!(stories);

fn scan<'a, F, T>(
    found: &mut Vec<Mention<'a>>,
    record: &'a Record<F, T>,
    written: impl IntoIterator<Item = &'a String>,
    translated: impl Fn(&'a T) -> Vec<&'a String>,
) {
    let folder = &*record.folder;
    let file = &record.anchor.file;
    scan_story(found, folder, file, record.body.unlogged());
    for text in written {
        scan_text(found, folder, file, text);
    }
    for translation in &record.translations {
        scan_story(found, folder, &translation.anchor.file, translation.body.unlogged());
        for text in translated(&translation.text) {
            scan_text(found, folder, &translation.anchor.file, text);
        }
    }
}

/// Whether two stories name the same files in the same manner.
pub fn names_the_same(one: &Text, other: &Text) -> bool {
    let named = |story: &Text| {
        let mut found = Vec::new();
        scan_story(&mut found, "", &Arc::from(""), story);
        found.into_iter().map(|it| (it.target, it.manner)).collect::<Vec<_>>()
    };
    named(one) == named(other)
}

/// Scans a story, which is read only when it has links.
fn scan_story<'a>(found: &mut Vec<Mention<'a>>, folder: &'a str, file: &Arc<str>, story: &Text) {
    if story.has_links() {
        scan_text(found, folder, file, &story.read());
    }
}

fn scan_text<'a>(found: &mut Vec<Mention<'a>>, folder: &'a str, file: &Arc<str>, text: &str) {
    if !text.contains("](") && !text.contains("]:") {
        return;
    }
    let mut open: Option<(String, bool)> = None;
    let mut add = |target: String, manner: Manner| {
        let place = Place { file: file.clone(), spot: Spot::Text(target.clone()) };
        found.push(Mention { folder, target, manner, place });
    };
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) if open.is_none() => {
                open = Some((dest_url.to_string(), false));
            }
            Event::Start(Tag::Link { dest_url, .. }) => add(dest_url.to_string(), Manner::Link),
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, worded)) = &mut open {
                    *worded |= !words.trim().is_empty();
                }
            }
            Event::End(TagEnd::Image) => {
                if let Some((target, worded)) = open.take() {
                    add(target, if worded { Manner::Picture } else { Manner::WordlessPicture });
                }
            }
            _ => {}
        }
    }
}
