//! What an entry says of itself in one language, whatever its kind: its names, the line below,
//! where it is and what it is about. Whoever shows entries of all kinds side by side asks for this.

use super::entries::{Edition, Expert, Organization, Page, Project, Request, Topic, TopicId};
use super::entry::Entry;
use super::group::Group;
use super::published::Record;
use crate::base::{EntryKind, Id, Language, each_kind};

/// What an entry says of itself in a language; what is not translated, as it was written.
#[derive(Debug, Default)]
pub struct Spoken<'a> {
    /// Its names, the one that is shown first.
    pub names: Vec<&'a str>,
    /// The line below the name.
    pub line: Option<&'a str>,
    /// Where it is, or for whom.
    pub place: Option<&'a str>,
    /// Whether its first name and its line are in the language that was asked for because somebody
    /// translated them.
    pub is_translated: (bool, bool),
}

impl<'a> Spoken<'a> {
    /// What an entry says that has a title and a line below it, each as it is translated, else as
    /// it was written.
    pub(super) fn titled<F, T>(
        record: &'a Record<F, T>,
        language: &Language,
        written: impl Fn(&'a F) -> (&'a str, Option<&'a str>),
        translated: impl Fn(&'a T) -> (Option<&'a str>, Option<&'a str>),
    ) -> Self {
        let (title, line) = written(&record.file);
        let (own_title, own_line) =
            text(Some(record), language).map(translated).unwrap_or_default();
        let names = vec![own_title.unwrap_or(title)];
        let is_translated = (own_title.is_some(), own_line.is_some());
        Self { names, line: own_line.or(line), place: None, is_translated }
    }
}

/// An entry that says something of itself.
pub trait Speaks: Entry {
    /// What it says in a language.
    fn spoken<'a>(&'a self, edition: &'a Edition, language: &Language) -> Spoken<'a>;

    /// What it is about, in its own order; an expert's topics are claims.
    fn topics(&self) -> &[TopicId] {
        &[]
    }
}

macro_rules! of_every_kind {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        impl Edition {
            /// What an entry says of itself in a language.
            pub fn spoken(&self, kind: EntryKind, index: usize, language: &Language) -> Spoken<'_> {
                match kind {
                    $(EntryKind::$kind => self.$table[Id::new(index)].spoken(self, language),)*
                }
            }

            /// What an entry is about, in its own order; an expert's topics are claims.
            pub fn topics_of(&self, kind: EntryKind, index: usize) -> &[TopicId] {
                match kind {
                    $(EntryKind::$kind => self.$table[Id::new(index)].topics(),)*
                }
            }
        }
    };
}
each_kind!(of_every_kind);

/// The translation of a record into a language.
fn text<'a, F, T>(record: Option<&'a Record<F, T>>, language: &Language) -> Option<&'a T> {
    record?.translation(language).map(|found| &found.text)
}

impl Speaks for Expert {
    fn spoken<'a>(&'a self, _: &'a Edition, language: &Language) -> Spoken<'a> {
        let file = &self.record.file;
        Spoken {
            place: file.location.as_ref().and_then(|place| place.city.as_deref()),
            ..Spoken::titled(
                &self.record,
                language,
                |file| (&file.name, file.headline.as_deref()),
                |text| (None, text.headline.as_deref()),
            )
        }
    }
}

impl Speaks for Project {
    fn spoken<'a>(&'a self, edition: &'a Edition, language: &Language) -> Spoken<'a> {
        Spoken {
            place: self.client.map(|id| edition.organizations[id].title.as_str()),
            ..Spoken::titled(
                &self.record,
                language,
                |file| (&file.title, file.question.as_deref()),
                |text| (text.title.as_deref(), text.question.as_deref()),
            )
        }
    }

    fn topics(&self) -> &[TopicId] {
        &self.topics
    }
}

impl Speaks for Topic {
    fn spoken<'a>(&'a self, _: &'a Edition, language: &Language) -> Spoken<'a> {
        let translated = text(self.record.as_ref(), language);
        let title = translated.and_then(|text| text.title.as_deref()).unwrap_or(&self.title);
        let mut names = vec![title];
        names.extend(translated.into_iter().flat_map(|text| &text.synonyms).map(String::as_str));
        let own = self.record.iter().flat_map(|record| &record.file.synonyms);
        names.extend(own.map(String::as_str));
        Spoken { names, ..Spoken::default() }
    }
}

impl Speaks for Organization {
    fn spoken<'a>(&'a self, _: &'a Edition, language: &Language) -> Spoken<'a> {
        let translated = text(self.record.as_ref(), language);
        let title = translated.and_then(|text| text.title.as_deref()).unwrap_or(&self.title);
        let file = self.record.as_ref().map(|record| &record.file);
        let others = file.into_iter().flat_map(|file| &file.synonyms).map(String::as_str);
        Spoken {
            names: std::iter::once(title).chain(others).collect(),
            place: file.and_then(|file| file.place.as_deref()),
            ..Spoken::default()
        }
    }
}

impl Speaks for Request {
    fn spoken<'a>(&'a self, edition: &'a Edition, language: &Language) -> Spoken<'a> {
        Spoken {
            place: self.organization.map(|id| edition.organizations[id].title.as_str()),
            ..Spoken::titled(
                &self.record,
                language,
                |file| (&file.title, None),
                |text| (text.title.as_deref(), None),
            )
        }
    }

    fn topics(&self) -> &[TopicId] {
        &self.needs
    }
}

impl Speaks for Group {
    fn spoken<'a>(&'a self, _: &'a Edition, language: &Language) -> Spoken<'a> {
        let file = &self.record.file;
        let mut spoken = Spoken::titled(
            &self.record,
            language,
            |file| (&file.title, file.purpose.as_deref()),
            |text| (text.title.as_deref(), text.purpose.as_deref()),
        );
        spoken.names.extend(file.synonyms.iter().map(String::as_str));
        Spoken { place: file.place.as_deref(), ..spoken }
    }

    fn topics(&self) -> &[TopicId] {
        &self.topics
    }
}

impl Speaks for Page {
    fn spoken<'a>(&'a self, _: &'a Edition, language: &Language) -> Spoken<'a> {
        Spoken::titled(
            &self.record,
            language,
            |file| (&file.title, file.description.as_deref()),
            |text| (text.title.as_deref(), text.description.as_deref()),
        )
    }
}
