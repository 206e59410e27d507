//! Every translation to its entry.

use super::Visibility;
use super::content::Content;
use super::entry::{Record, Translation};
use super::parse::Records;
use crate::base::EntryKind;
use crate::base::slug::slug;
use crate::base::{Anchor, Code, Diagnostic, Language, Text};
use crate::source::SourceFile;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A translation on its way to its entry.
pub(super) struct Translated<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) language: Language,
    pub(super) anchor: Anchor,
}

/// A translation, and what it names its entry by.
pub(super) struct Unmatched {
    language: Language,
    anchor: Anchor,
    entry: Name,
    /// Whether it says who may see its entry, which is hidden then.
    closes: bool,
}

/// How a translation's entry is found: by the file's name without language and ending, and the slug in a list.
type Name = (EntryKind, String, String);

impl Translated<'_> {
    pub(super) fn owned(self, slug_in_list: Option<String>, closes: bool) -> Unmatched {
        let entry = (
            self.file.kind,
            base(&self.file.path, Some(&self.language)),
            slug_in_list.map(|name| slug(&name)).unwrap_or_default(),
        );
        Unmatched { language: self.language, anchor: self.anchor, entry, closes }
    }
}

/// The path of a file without its ending and its language, which letters with marks are written in as one.
fn base(path: &str, language: Option<&Language>) -> String {
    let bare = path.rsplit_once('.').map_or(path, |(bare, _)| bare);
    let bare = language.and_then(|_| bare.rsplit_once('.')).map_or(bare, |(bare, _)| bare);
    bare.nfc().collect()
}

impl Records {
    /// Puts every translation with its entry; notes those that have none.
    pub(super) fn translate(&mut self, translations: Vec<(Unmatched, Option<Content>)>, notes: &mut Vec<Diagnostic>) {
        if translations.is_empty() {
            return;
        }
        let mut names: HashMap<Name, usize> = HashMap::new();
        index(&self.experts, EntryKind::Expert, |file| &file.name, &mut names);
        index(&self.projects, EntryKind::Project, |file| &file.title, &mut names);
        index(&self.organizations, EntryKind::Organization, |file| &file.title, &mut names);
        index(&self.topics, EntryKind::Topic, |file| &file.title, &mut names);
        index(&self.requests, EntryKind::Request, |file| &file.title, &mut names);
        index(&self.pages, EntryKind::Page, |file| &file.title, &mut names);
        for (unmatched, content) in translations {
            let Some(at) = names.get(&unmatched.entry).copied() else {
                if unmatched.closes {
                    self.close_alike(&unmatched.entry);
                }
                notes.push(
                    Diagnostic::new(Code::StrayTranslation, unmatched.anchor.here(), "this translates no entry")
                        .help("give it the name of the entry's file with the language before the ending: jan.en.md beside jan.md"),
                );
                continue;
            };
            let Unmatched { language, anchor, closes, .. } = unmatched;
            if closes {
                *self.visibility(unmatched.entry.0, at) = Visibility::Hidden;
            }
            let Some(content) = content else { continue };
            match content {
                Content::ExpertText(text, body) => put(&mut self.experts[at], language, anchor, *text, body),
                Content::ProjectText(text, body) => put(&mut self.projects[at], language, anchor, *text, body),
                Content::OrganizationText(text, body) => {
                    put(&mut self.organizations[at], language, anchor, *text, body);
                }
                Content::TopicText(text, body) => put(&mut self.topics[at], language, anchor, *text, body),
                Content::RequestText(text, body) => put(&mut self.requests[at], language, anchor, *text, body),
                Content::PageText(text, body) => put(&mut self.pages[at], language, anchor, *text, body),
                _ => unreachable!("a file with a language is a translation"),
            }
        }
    }
}

impl Records {
    /// Hides whoever is meant by a translation that belongs to no entry, by the name of its file or folder.
    fn close_alike(&mut self, (kind, path, slug_in_list): &Name) {
        let mut parts = path.rsplit('/');
        let last = parts.next().unwrap_or_default();
        let named = if matches!(last, "profile" | "index") { parts.next().unwrap_or_default() } else { last };
        let wanted = if slug_in_list.is_empty() { slug(named) } else { slug_in_list.clone() };
        let meant = match kind {
            EntryKind::Expert => alike(&self.experts, &wanted),
            EntryKind::Project => alike(&self.projects, &wanted),
            EntryKind::Organization => alike(&self.organizations, &wanted),
            EntryKind::Topic => alike(&self.topics, &wanted),
            EntryKind::Request => alike(&self.requests, &wanted),
            EntryKind::Page => alike(&self.pages, &wanted),
        };
        for at in meant {
            *self.visibility(*kind, at) = Visibility::Hidden;
        }
    }

    /// Who may see the record of `kind` at that place.
    fn visibility(&mut self, kind: EntryKind, at: usize) -> &mut Visibility {
        let common = match kind {
            EntryKind::Expert => &mut self.experts[at].common,
            EntryKind::Project => &mut self.projects[at].common,
            EntryKind::Organization => &mut self.organizations[at].common,
            EntryKind::Topic => &mut self.topics[at].common,
            EntryKind::Request => &mut self.requests[at].common,
            EntryKind::Page => &mut self.pages[at].common,
        };
        &mut common.visibility
    }
}

fn index<F, T>(
    records: &[Record<F, T>],
    kind: EntryKind,
    title: impl Fn(&F) -> &str,
    names: &mut HashMap<Name, usize>,
) {
    for (at, record) in records.iter().enumerate() {
        let anchor = &record.origin.anchor;
        let slug = if anchor.item.is_empty() {
            String::new()
        } else {
            let own = record.common.slug.as_deref().unwrap_or(&record.origin.stem);
            slug(if own.is_empty() { title(&record.file) } else { own })
        };
        names.insert((kind, base(&anchor.file, None), slug), at);
    }
}

fn put<F, T>(record: &mut Record<F, T>, language: Language, anchor: Anchor, text: T, body: Text) {
    record.translations.push(Translation { language, anchor, text, body });
    record.translations.sort_by(|a, b| a.language.cmp(&b.language));
}

/// The places of records that are called `wanted` by their slug or their file.
fn alike<F, T>(records: &[Record<F, T>], wanted: &str) -> Vec<usize> {
    let is_meant = |record: &Record<F, T>| {
        let own = record.common.slug.as_deref().unwrap_or(&record.origin.stem);
        slug(own) == wanted || slug(&record.origin.stem) == wanted
    };
    (0..records.len()).filter(|at| is_meant(&records[*at])).collect()
}
