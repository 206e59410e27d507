//! Every translation to its entry.

use super::Visibility;
use super::content::Content;
use super::entry::{Record, Translation};
use super::keyed::Overlay;
use super::kinds::each_record;
use super::pairing::Lists;
use super::parse::Records;
use crate::base::fold::key;
use crate::base::slug::slug;
use crate::base::{Anchor, Code, Diagnostic, EntryKind, Language, Rank, Text};
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
    /// What an item of a list calls its entry, when it gives no slug.
    called: Option<String>,
    rank: Rank,
    /// Whether it says who may see its entry, which is hidden then.
    closes: bool,
}

/// How a translation's entry is found: by the file's name without language and ending, and the slug
/// in a list.
type Name = (EntryKind, String, String);

impl Translated<'_> {
    pub(super) fn owned(
        self,
        slug_in_list: Option<String>,
        called: Option<String>,
        closes: bool,
    ) -> Unmatched {
        let own = slug_in_list.filter(|name| !name.is_empty());
        let called = called.filter(|_| own.is_none());
        let (kind, rank) = (self.file.kind, self.file.rank);
        let named = own.or_else(|| called.clone()).map(|name| slug(&name)).unwrap_or_default();
        let entry = (kind, base(&self.file.path, Some(&self.language)), named);
        Unmatched { language: self.language, anchor: self.anchor, entry, called, rank, closes }
    }
}

/// The path of a file without its ending and its language, which letters with marks are written in
/// as one.
fn base(path: &str, language: Option<&Language>) -> String {
    let bare = path.rsplit_once('.').map_or(path, |(bare, _)| bare);
    let bare = language.and_then(|_| bare.rsplit_once('.')).map_or(bare, |(bare, _)| bare);
    bare.nfc().collect()
}

impl Records {
    /// Puts every translation with its entry; notes those that have none.
    pub(super) fn translate(
        &mut self,
        translations: Vec<(Unmatched, Option<Content>)>,
        notes: &mut Vec<Diagnostic>,
    ) {
        if translations.is_empty() {
            return;
        }
        let names = self.translatable();
        for (unmatched, content) in translations {
            let found = match names.get(&unmatched.entry).copied() {
                Some(at) if unmatched.called.is_none() => Ok(at),
                _ => self.listed(&unmatched),
            };
            let at = match found {
                Ok(at) => at,
                Err(number) => {
                    if unmatched.closes {
                        self.close_alike(&unmatched.entry);
                    }
                    notes.push(unmatched.stray(number));
                    continue;
                }
            };
            let Unmatched { language, anchor, closes, .. } = unmatched;
            if closes {
                *self.visibility(unmatched.entry.0, at) = Visibility::Hidden;
            }
            let Some(content) = content else { continue };
            self.put_text(at, language, anchor, content, notes);
        }
    }
}

macro_rules! translated {
    ($($number:literal $kind:ident $list:ident $title:ident; $of_text:literal $text:ident,)*) => {
        impl Records {
            /// The places of all records, by what a translation may name them by.
            fn translatable(&self) -> HashMap<Name, usize> {
                let mut names = HashMap::new();
                $(index(&self.$list, EntryKind::$kind, |file| &file.$title, &mut names);)*
                names
            }

            /// Puts a translation with the record at that place.
            fn put_text(
                &mut self,
                at: usize,
                language: Language,
                anchor: Anchor,
                content: Content,
                notes: &mut Vec<Diagnostic>,
            ) {
                match content {
                    $(Content::$text(text, body) => {
                        put(&mut self.$list[at], language, anchor, *text, body, notes);
                    })*
                    $(Content::$kind(..))|* => {
                        unreachable!("a file with a language is a translation")
                    }
                }
            }

            /// The one record that is meant by its slug or its name; else how many.
            fn meant(&self, unmatched: &Unmatched) -> Result<usize, usize> {
                match unmatched.entry.0 {
                    $(EntryKind::$kind => meant(&self.$list, unmatched, |file| &file.$title),)*
                }
            }

            /// The places of records of `kind` that are called `wanted`.
            fn alike(&self, kind: EntryKind, wanted: &str) -> Vec<usize> {
                match kind {
                    $(EntryKind::$kind => alike(&self.$list, wanted, |file| &file.$title),)*
                }
            }

            /// Who may see the record of `kind` at that place.
            fn visibility(&mut self, kind: EntryKind, at: usize) -> &mut Visibility {
                match kind {
                    $(EntryKind::$kind => &mut self.$list[at].common.visibility,)*
                }
            }
        }
    };
}
each_record!(translated);

impl Unmatched {
    /// The note on a translation that so many entries could be meant by.
    fn stray(&self, number: usize) -> Diagnostic {
        let note =
            |message: String| Diagnostic::new(Code::StrayTranslation, self.anchor.here(), message);
        let (_, _, named) = &self.entry;
        match &self.called {
            _ if self.anchor.item.is_empty() => note("this translates no entry".to_owned()).help(
                "give it the name of the entry's file with the language before the ending: jan.en.md beside jan.md",
            ),
            Some(name) if number > 1 => {
                note(format!("{number} entries are called `{name}`")).help("say in `slug` which one is meant")
            }
            Some(name) => note(format!("no entry is called `{name}`"))
                .help("write the name as it stands in the entry's own file, or its slug in `slug`"),
            None if named.is_empty() => note("nothing says which entry this translates".to_owned())
                .help("write the entry's `slug`, or its name in the language of its own file in `name`"),
            None => note(format!("no entry has the slug `{named}`"))
                .help("write the slug that the entry's address ends with, or its name in `name`"),
        }
    }
}

impl Records {
    /// The entry that an item of a translated list is about; else how many it could be.
    fn listed(&self, unmatched: &Unmatched) -> Result<usize, usize> {
        if unmatched.anchor.item.is_empty() || unmatched.entry.2.is_empty() {
            return Err(0);
        }
        self.meant(unmatched)
    }

    /// Hides whoever is meant by a translation that belongs to no entry, by the name of its file or
    /// folder.
    fn close_alike(&mut self, (kind, path, slug_in_list): &Name) {
        let mut parts = path.rsplit('/');
        let last = parts.next().unwrap_or_default();
        let named = if matches!(last, "profile" | "index") {
            parts.next().unwrap_or_default()
        } else {
            last
        };
        let wanted = if slug_in_list.is_empty() { slug(named) } else { slug_in_list.clone() };
        for at in self.alike(*kind, &wanted) {
            *self.visibility(*kind, at) = Visibility::Hidden;
        }
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
        // Of two files of one name, `jan.md` and `jan.yaml`, the first is translated.
        names.entry((kind, base(&anchor.file, None), slug)).or_insert(at);
    }
}

/// The one record of the same owner that an item of a translated list means by its slug or its
/// name; else how many.
fn meant<F, T>(
    records: &[Record<F, T>],
    item: &Unmatched,
    title: impl Fn(&F) -> &str,
) -> Result<usize, usize> {
    let is_meant = |record: &&Record<F, T>| {
        if let Some(name) = &item.called {
            return key(title(&record.file)) == key(name);
        }
        let own = record.common.slug.as_deref().unwrap_or(&record.origin.stem);
        slug(if own.is_empty() { title(&record.file) } else { own }) == item.entry.2
    };
    let of_owner = records.iter().enumerate().filter(|(_, record)| record.origin.rank == item.rank);
    let found: Vec<usize> =
        of_owner.filter(|(_, record)| is_meant(record)).map(|(at, _)| at).collect();
    if let [one] = found[..] { Ok(one) } else { Err(found.len()) }
}

fn put<F, T: Overlay<F>>(
    record: &mut Record<F, T>,
    language: Language,
    anchor: Anchor,
    mut text: T,
    body: Text,
    notes: &mut Vec<Diagnostic>,
) {
    if let Some(first) = record.translations.iter().find(|known| known.language == language) {
        let message = format!("the entry is translated into `{language}` already");
        let note = Diagnostic::new(Code::StrayTranslation, anchor.here(), message)
            .and(first.anchor.here());
        notes.push(note.help("put both in one file; until then the first one counts"));
        return;
    }
    text.align(
        &record.file,
        &mut Lists { anchor: &anchor, entry: &record.origin.anchor.file, notes },
    );
    record.translations.push(Translation { language, anchor, text, body });
    record.translations.sort_by(|a, b| a.language.cmp(&b.language));
}

/// The places of records that are called `wanted` by their slug, their file or their name.
fn alike<F, T>(records: &[Record<F, T>], wanted: &str, title: impl Fn(&F) -> &str) -> Vec<usize> {
    let is_meant = |record: &Record<F, T>| {
        let own = record.common.slug.as_deref().unwrap_or(&record.origin.stem);
        [own, &record.origin.stem, title(&record.file)].into_iter().any(|name| slug(name) == wanted)
    };
    (0..records.len()).filter(|at| is_meant(&records[*at])).collect()
}
