//! What can be done with an entry of the edition whatever its kind.

use super::article::Article;
use super::entries::{Edition, Expert, Organization, Page, Project, Request, Topic};
use super::event::Event;
use super::group::Group;
use super::published::{
    ArticleFile, ArticleText, EventFile, EventText, ExpertText, GroupFile, GroupText,
    OrganizationFile, OrganizationText, PageFile, PageText, Profile, ProjectFile, ProjectText,
    Record, RequestFile, RequestText, Story, TopicFile, TopicText,
};
use crate::base::{Anchor, Date, EntryKind, Id, Kinded, Language, Table, each_kind};

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

macro_rules! entries {
    ($($entry:ident of $file:ident $text:ident, $shared:expr, $changed:expr, $listed:expr;)*) => {
        $(impl Entry for $entry {
            type File = $file;
            type Text = $text;

            fn slug(&self) -> &str {
                &self.slug
            }

            fn record(&self) -> Option<&Record<$file, $text>> {
                let shared: fn(&Self) -> Option<&Record<$file, $text>> = $shared;
                shared(self)
            }

            fn record_mut(&mut self) -> Option<&mut Record<$file, $text>> {
                let changed: fn(&mut Self) -> Option<&mut Record<$file, $text>> = $changed;
                changed(self)
            }

            fn listed(&self) -> Option<bool> {
                let listed: fn(&Self) -> Option<bool> = $listed;
                listed(self)
            }
        })*
    };
}
entries! {
    Expert of Profile ExpertText, |it| Some(&it.record), |it| Some(&mut it.record),
        |it| Some(it.listed);
    Project of ProjectFile ProjectText, |it| Some(&it.record), |it| Some(&mut it.record),
        |it| Some(it.listed);
    Organization of OrganizationFile OrganizationText,
        |it| it.record.as_ref(), |it| it.record.as_mut(), |_| None;
    Topic of TopicFile TopicText, |it| it.record.as_ref(), |it| it.record.as_mut(), |_| None;
    Request of RequestFile RequestText, |it| Some(&it.record), |it| Some(&mut it.record),
        |it| Some(it.listed);
    Group of GroupFile GroupText, |it| Some(&it.record), |it| Some(&mut it.record),
        |it| Some(it.listed);
    Page of PageFile PageText, |it| Some(&it.record), |it| Some(&mut it.record),
        |it| Some(it.listed);
    Article of ArticleFile ArticleText, |it| Some(&it.record), |it| Some(&mut it.record),
        |it| Some(it.listed);
    Event of EventFile EventText, |it| Some(&it.record), |it| Some(&mut it.record),
        |it| Some(it.listed);
}

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
            updated: record.updated,
        }
    }
}
