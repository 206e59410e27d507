//! What all entries have in common.

use crate::base::{Anchor, Date, Language, Rank, Text};
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

/// Who may see an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Whoever knows the address: a page, but in no list, search or feed.
    Unlisted,
    /// Nobody: no output at all.
    Hidden,
}

/// The keys that every entry may have.
#[derive(Debug, Clone, Default)]
pub struct Common {
    /// Address of one's own choice, instead of the file's name.
    pub slug: Option<String>,
    /// Former slugs, which lead here.
    pub aliases: Vec<String>,
    /// Whether it is not meant to be seen yet.
    pub draft: bool,
    /// The day from which it is seen.
    pub publish: Option<Date>,
    /// The day after which it is not seen any more.
    pub expires: Option<Date>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// Where an entry comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Its file, and where in it.
    pub anchor: Anchor,
    /// The folder of its pictures, relative to the site's folder.
    pub folder: Arc<str>,
    /// The name that the slug follows from; empty for the profile of a portfolio.
    pub stem: String,
    /// For a project in an expert's folder, and for that expert's profile: the path of that folder.
    pub owner: Option<Arc<str>>,
    /// Who wrote it.
    pub rank: Rank,
    /// The slug that the owner of the site gave to the member whose profile it is: it binds.
    pub given_slug: Option<Arc<str>>,
}

/// An entry as it was written, with its translations.
#[derive(Debug, Clone)]
pub struct Record<F, T> {
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it may go on: false when it lacks something that it cannot do without. It is looked over all the same.
    pub whole: bool,
    /// What every entry may say.
    pub common: Common,
    /// The keys of its front matter.
    pub file: F,
    /// The Markdown below the front matter.
    pub body: Text,
    /// Its texts in further languages, in the order of the tags.
    pub translations: Vec<Translation<T>>,
}

impl<F, T> Record<F, T> {
    /// The translation into a language.
    pub fn translation(&self, language: &Language) -> Option<&Translation<T>> {
        self.translations.iter().find(|translation| translation.language == *language)
    }

    /// The Markdown below the front matter in a language; none when it is not translated.
    pub fn translated_story(&self, language: &Language) -> Option<&Text> {
        self.translation(language).map(|translation| &translation.body).filter(|body| !body.is_empty())
    }
}

/// The texts of an entry in a further language.
#[derive(Debug, Clone)]
pub struct Translation<T> {
    /// Into which language.
    pub language: Language,
    /// Its file, and where in it.
    pub anchor: Anchor,
    /// The texts of its front matter.
    pub text: T,
    /// The Markdown below the front matter.
    pub body: Text,
}

/// A kind of front matter: it can hand over the keys that every entry may have.
pub(super) trait FrontMatter: serde::de::DeserializeOwned {
    fn take_common(&mut self) -> Common;
}

/// Defines the front matter of an entry: the given keys, and those that every entry may have.
macro_rules! entry {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// Address of one's own choice, instead of the file's name.
            #[serde(default)]
            slug: Option<String>,
            /// Former slugs, which lead here.
            #[serde(default)]
            aliases: Vec<String>,
            /// Not meant to be seen yet.
            #[serde(default)]
            draft: bool,
            /// The day from which it is seen.
            #[serde(default)]
            publish: Option<crate::base::Date>,
            /// The day after which it is not seen any more.
            #[serde(default)]
            expires: Option<crate::base::Date>,
            /// When it was last changed; else the day of the file's last commit.
            #[serde(default)]
            updated: Option<crate::base::Date>,
            /// Who may see it: public, unlisted (a page, but in no list) or hidden.
            #[serde(default)]
            visibility: crate::record::Visibility,
            /// Whatever a theme of one's own wants.
            #[serde(default, deserialize_with = "crate::base::yaml::unique_keys")]
            pub extra: std::collections::BTreeMap<String, serde_json::Value>,
        }

        impl crate::record::entry::FrontMatter for $name {
            fn take_common(&mut self) -> crate::record::Common {
                crate::record::Common {
                    slug: self.slug.take(),
                    aliases: std::mem::take(&mut self.aliases),
                    draft: self.draft,
                    publish: self.publish,
                    expires: self.expires,
                    updated: self.updated,
                    visibility: self.visibility,
                }
            }
        }
    };
}
pub(super) use entry;
