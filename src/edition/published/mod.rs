//! What may go out of what was written: types of their own, so that behind the edition nobody can
//! name a record, and a key that is added to a file goes nowhere before somebody writes it here
//! too.
//!
//! References that were written (topics, employers, clients, teams) are not among them: they may
//! name what is hidden. The entries of the edition hold them as ids of what may be seen.

mod entries;
mod item;
mod profile;
mod text;

pub use entries::{
    OrganizationFile, Outcome, PageFile, Period, ProjectFile, RequestFile, RequestNeed, TopicFile,
};
pub use item::{
    Certificate, Claimed, Contact, Offer, Position, Publication, Reachable, Testimonial,
};
pub use profile::{Availability, Profile};
pub use text::{
    ExpertText, ItemText, OrganizationText, PageText, ProjectText, RequestText, TopicText,
};

use crate::base::{Anchor, Date, Language, Rank, Text};
use crate::record;
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
    /// The keys of its front matter.
    pub file: F,
    /// The Markdown below the front matter.
    pub body: Text,
    /// Its texts in further languages, in the order of the tags.
    pub translations: Vec<Translation<T>>,
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
            file: written.file.into(),
            body: written.body,
            translations: translations.collect(),
        }
    }

    /// The translation into a language.
    pub fn translation(&self, language: &Language) -> Option<&Translation<T>> {
        self.translations.iter().find(|translation| translation.language == *language)
    }

    /// The Markdown below the front matter in a language; none when it is not translated.
    pub fn translated_story(&self, language: &Language) -> Option<&Text> {
        self.translation(language)
            .map(|translation| &translation.body)
            .filter(|body| !body.is_empty())
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
    pub body: Text,
}

impl<T> Translation<T> {
    fn of<U: Into<T>>(written: record::Translation<U>) -> Self {
        let record::Translation { language, anchor, text, body } = written;
        Self { language, anchor, text: text.into(), body }
    }
}

/// Each item of a list as what may go out of it.
fn all<T: Into<U>, U>(written: Vec<T>) -> Vec<U> {
    written.into_iter().map(Into::into).collect()
}
