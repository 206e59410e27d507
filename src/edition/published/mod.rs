//! What may go out of what was written: types of their own, so that behind the edition nobody can
//! name a record, and a key that is added to a file goes nowhere before somebody writes it here
//! too.
//!
//! References that were written (topics, employers, clients, teams) are not among them: they may
//! name what is hidden. The entries of the edition hold them as ids of what may be seen.

mod entries;
mod group;
mod item;
mod profile;
mod text;

pub use entries::{
    OrganizationFile, Outcome, PageFile, Period, ProjectFile, RequestFile, RequestNeed, TopicFile,
};
pub use group::{GroupFile, GroupText};
pub use item::{
    Certificate, Claimed, Contact, Offer, Position, Publication, Reachable, Testimonial,
};
pub use profile::{Availability, Profile};
pub use text::{
    ExpertText, ItemText, OrganizationText, PageText, ProjectText, RequestText, TopicText,
};

use crate::base::{Anchor, Date, EntryKind, Language, Rank, Text};
use crate::record;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What may go out of an entry's file and of its translations.
#[derive(Debug, Hash)]
pub struct Record<F, T> {
    /// Its file, and where in it; for messages.
    pub anchor: Anchor,
    /// Who wrote it.
    pub(in crate::edition) rank: Rank,
    /// The folder of its pictures, relative to the site's folder.
    pub folder: Arc<str>,
    /// Former addresses, which lead here: slugs, or addresses from the root.
    pub aliases: Vec<String>,
    /// The day from which it is seen.
    pub publish: Option<Date>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// The keys of its front matter. Apart, as it was read.
    pub file: Box<F>,
    /// The Markdown below the front matter.
    pub body: Story,
    /// Its texts in further languages, in the order of the tags.
    pub translations: Vec<Translation<T>>,
}

/// The Markdown of an entry, or of its translation. Whoever looks at an entry has not looked at its
/// story: that is read through [`EditionReader::story`](super::EditionReader::story), which notes
/// it, so that a change of words touches only what tells them.
#[derive(Debug)]
pub struct Story {
    text: Text,
    /// Whose it is.
    pub(in crate::edition) of: Option<(EntryKind, usize)>,
}

impl Story {
    fn of(text: Text) -> Self {
        Self { text, of: None }
    }

    /// Whether nothing is told.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text, for whoever looks at all of them and keeps no log.
    pub fn unlogged(&self) -> &Text {
        &self.text
    }

    /// Tells something else.
    pub fn retell(&mut self, text: Text) {
        self.text = text;
    }
}

impl Hash for Story {
    /// Whether there is one shows without its being read.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.is_empty().hash(state);
    }
}

impl<F, T> Record<F, T> {
    /// What may go out of a record that may be seen.
    pub(in crate::edition) fn of<G: Into<F>, U: Into<T>>(written: record::Record<G, U>) -> Self {
        let translations = written.translations.into_iter().map(Translation::of);
        Self {
            anchor: written.origin.anchor,
            rank: written.origin.rank,
            folder: written.origin.folder,
            aliases: written.common.aliases,
            publish: written.common.publish,
            updated: written.common.updated,
            file: Box::new((*written.file).into()),
            body: Story::of(written.body),
            translations: translations.collect(),
        }
    }

    /// The translation into a language.
    pub fn translation(&self, language: &Language) -> Option<&Translation<T>> {
        self.translations.iter().find(|translation| translation.language == *language)
    }

    /// The Markdown below the front matter in a language; none when it is not translated.
    pub fn translated_story(&self, language: &Language) -> Option<&Story> {
        self.translation(language)
            .map(|translation| &translation.body)
            .filter(|body| !body.is_empty())
    }

    /// The stories: its own, and those of its translations.
    pub fn stories(&self) -> impl Iterator<Item = &Story> {
        std::iter::once(&self.body).chain(self.translations.iter().map(|it| &it.body))
    }
}

/// The texts of an entry in a further language.
#[derive(Debug, Hash)]
pub struct Translation<T> {
    /// Into which language.
    pub language: Language,
    /// Its file, and where in it; for messages.
    pub anchor: Anchor,
    /// The texts of its front matter.
    pub text: T,
    /// The Markdown below the front matter.
    pub body: Story,
}

impl<T> Translation<T> {
    fn of<U: Into<T>>(written: record::Translation<U>) -> Self {
        let record::Translation { language, anchor, text, body } = written;
        Self { language, anchor, text: text.into(), body: Story::of(body) }
    }
}

/// Each item of a list as what may go out of it, in a list of its own: collected, they would stay
/// in the room that the larger ones had, and that was made to grow.
fn all<T: Into<U>, U>(written: Vec<T>) -> Vec<U> {
    let mut all = Vec::with_capacity(written.len());
    all.extend(written.into_iter().map(Into::into));
    all
}
