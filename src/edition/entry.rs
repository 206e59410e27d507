//! What can be done with an entry of the edition whatever its kind.

use super::entries::{Edition, Expert, Organization, Page, Project, Request, Topic};
use super::group::Group;
use super::published::{
    ExpertText, GroupFile, GroupText, OrganizationFile, OrganizationText, PageFile, PageText,
    Profile, ProjectFile, ProjectText, Record, RequestFile, RequestText, Story, TopicFile,
    TopicText,
};
use crate::base::{Anchor, Date, EntryKind, Id, Kinded, Language, Table, each_kind, kinds};

/// An entry of the edition, whatever its kind.
pub trait Entry: Kinded {
    /// What may go out of its file.
    type File;
    /// What may go out of its translations.
    type Text;

    /// The part of the address that is its own.
    fn slug(&self) -> &str;

    /// What was written of it; none when it is only mentioned.
    fn record(&self) -> Option<&Record<Self::File, Self::Text>>;

    /// The same, to be changed.
    fn record_mut(&mut self) -> Option<&mut Record<Self::File, Self::Text>>;

    /// Whether it is in lists; none when that follows from its place.
    fn listed(&self) -> Option<bool>;
}

/// Says of kinds of which each entry was written what may go out of their files, and of which.
macro_rules! entry {
    ($($entry:ident of $file:ident $text:ident;)*) => {
        $(impl crate::edition::Entry for $entry {
            type File = $file;
            type Text = $text;

            fn slug(&self) -> &str {
                &self.slug
            }

            fn record(&self) -> Option<&Record<$file, $text>> {
                Some(&self.record)
            }

            fn record_mut(&mut self) -> Option<&mut Record<$file, $text>> {
                Some(&mut self.record)
            }

            fn listed(&self) -> Option<bool> {
                Some(self.listed)
            }
        })*
    };
}
pub(super) use entry;

entry! {
    Expert of Profile ExpertText;
    Project of ProjectFile ProjectText;
    Request of RequestFile RequestText;
    Group of GroupFile GroupText;
    Page of PageFile PageText;
}

/// The same of kinds of which an entry may be there because others mention it.
macro_rules! mentioned {
    ($($entry:ident of $file:ident $text:ident;)*) => {
        $(impl Entry for $entry {
            type File = $file;
            type Text = $text;

            fn slug(&self) -> &str {
                &self.slug
            }

            fn record(&self) -> Option<&Record<$file, $text>> {
                self.record.as_ref()
            }

            fn record_mut(&mut self) -> Option<&mut Record<$file, $text>> {
                self.record.as_mut()
            }

            fn listed(&self) -> Option<bool> {
                None
            }
        })*
    };
}
mentioned! {
    Organization of OrganizationFile OrganizationText;
    Topic of TopicFile TopicText;
}

each_kind!(kinds);

macro_rules! of_every_kind {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        impl Edition {
            /// How many entries of a kind there are.
            pub fn count(&self, kind: EntryKind) -> usize {
                match kind {
                    $(EntryKind::$kind => self.$table.len(),)*
                }
            }

            /// Whether an entry is in lists.
            pub fn is_listed(&self, kind: EntryKind, index: usize) -> bool {
                let own = match kind {
                    $(EntryKind::$kind => self.$table[Id::new(index)].listed(),)*
                };
                own.unwrap_or_else(|| self.is_among_listed(kind, index))
            }

            /// The places of the entries of a kind that are in lists, in their order.
            pub fn listed(&self, kind: EntryKind) -> impl Iterator<Item = usize> {
                (0..self.count(kind)).filter(move |index| self.is_listed(kind, *index))
            }

            /// The part of the address that is an entry's own.
            pub fn slug(&self, kind: EntryKind, index: usize) -> &str {
                match kind {
                    $(EntryKind::$kind => self.$table[Id::new(index)].slug(),)*
                }
            }

            /// The files of an entry; none when it is only mentioned.
            pub fn files_of(&self, kind: EntryKind, index: usize) -> Option<EntryFiles<'_>> {
                match kind {
                    $(EntryKind::$kind => {
                        self.$table[Id::new(index)].record().map(EntryFiles::of)
                    })*
                }
            }

            /// The story of an entry in a language, else as it was written; none when it is only
            /// mentioned.
            pub fn story_in(
                &self,
                kind: EntryKind,
                index: usize,
                language: &Language,
            ) -> Option<&Story> {
                match kind {
                    $(EntryKind::$kind => {
                        let record = self.$table[Id::new(index)].record()?;
                        Some(record.translated_story(language).unwrap_or(&record.body))
                    })*
                }
            }

            /// Every story with what it is about, and into which language it was translated.
            pub fn stories_mut(
                &mut self,
            ) -> impl Iterator<Item = (EntryKind, usize, &Anchor, Option<&Language>, &mut Story)> {
                let all = std::iter::empty();
                $(let all = all.chain(stories_of(&mut self.$table));)*
                all
            }
        }
    };
}
each_kind!(of_every_kind);

fn stories_of<E: Entry>(
    table: &mut Table<E>,
) -> impl Iterator<Item = (EntryKind, usize, &Anchor, Option<&Language>, &mut Story)> {
    let records = table.iter_mut().enumerate().filter_map(|(at, it)| Some((at, it.record_mut()?)));
    records.flat_map(|(at, record)| {
        let own = std::iter::once((E::KIND, at, &record.anchor, None, &mut record.body));
        own.chain(
            record
                .translations
                .iter_mut()
                .map(move |it| (E::KIND, at, &it.anchor, Some(&it.language), &mut it.body)),
        )
    })
}

/// Where an entry was written.
#[derive(Debug, Clone)]
pub struct EntryFiles<'a> {
    /// The folder of its pictures.
    pub folder: &'a str,
    /// Former addresses, which lead to it.
    pub aliases: &'a [String],
    /// Its own file, and where in it.
    pub own: &'a Anchor,
    /// Those of its translations.
    pub translations: Vec<(&'a Language, &'a Anchor)>,
    /// The day from which it is seen.
    pub publish: Option<Date>,
    /// When it was last changed.
    pub updated: Option<Date>,
}

impl<'a> EntryFiles<'a> {
    fn of<F, T>(record: &'a Record<F, T>) -> Self {
        let translations = record.translations.iter();
        Self {
            folder: &record.folder,
            aliases: &record.aliases,
            own: &record.anchor,
            translations: translations.map(|it| (&it.language, &it.anchor)).collect(),
            publish: record.publish,
            updated: record.updated,
        }
    }
}
