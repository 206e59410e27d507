//! What all entries have in common.

use crate::base::InCv;
use crate::base::guarded::{Closing, Guard, Unclear, Written};
use crate::base::{Anchor, Date, Guarded, Language, Rank, Text, strays};
use schemars::JsonSchema;
use std::sync::Arc;

/// Who may see an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Whoever knows the address: a page, but in no list, search or feed.
    Unlisted,
    /// Nobody: no output at all.
    Hidden,
}

impl Guard for Visibility {
    const VALUES: &'static str = "public, unlisted or hidden";

    fn understand(written: Written<'_>) -> Option<Self> {
        let Written::Text(text) = written else { return None };
        match text.to_lowercase().as_str() {
            "public" => Some(Self::Public),
            "unlisted" => Some(Self::Unlisted),
            "hidden" => Some(Self::Hidden),
            _ => None,
        }
    }
}

/// A key of an entry that is not understood and decides who sees what.
pub(super) struct UnclearKey {
    /// Its path in the entry.
    pub(super) path: String,
    pub(super) unclear: Unclear,
    /// The values that would be understood.
    pub(super) values: String,
    /// What is closed.
    pub(super) closes: Closes,
}

/// What is closed because a key is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closes {
    /// The entry is hidden.
    Entry,
    /// What the key speaks of is left out.
    Part,
    /// There is no CV.
    Cv,
    /// CVs have no portrait.
    Portrait,
}

impl UnclearKey {
    /// The key at `path`, when it is not understood.
    pub(super) fn of<T: Guard>(path: &str, value: &Guarded<T>, closes: Closes) -> Option<Self> {
        let unclear = value.unclear()?;
        Some(Self { path: path.to_owned(), unclear, values: T::VALUES.to_owned(), closes })
    }

    /// Keys of the entry that stand among the keys of one's own in `group`.
    pub(super) fn strayed<'a>(
        group: &'a str,
        keys: impl Iterator<Item = &'a String> + 'a,
    ) -> impl Iterator<Item = Self> + 'a {
        keys.filter(|key| strays(key)).map(move |key| Self {
            path: format!("{group}.{key}"),
            unclear: Unclear::Strayed,
            values: "it at the top of the entry, or call it otherwise".to_owned(),
            closes: Closes::Entry,
        })
    }

    /// The key at `path` that says in which CVs something stands, when it is not understood.
    pub(super) fn of_cv(path: &str, value: &InCv) -> Option<Self> {
        let (unclear, values) = (value.unclear()?, InCv::VALUES.to_owned());
        Some(Self { path: path.to_owned(), unclear, values, closes: Closes::Part })
    }
}

/// The keys that every entry may have.
#[derive(Debug, Clone, Hash, Default)]
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
#[derive(Debug, Clone, Hash)]
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
    /// What else a table calls the person: with initials, by a name before a marriage. It is shown
    /// nowhere, and whoever is hidden is hidden under these names too.
    pub also: Vec<String>,
}

/// An entry as it was written, with its translations.
#[derive(Debug, Clone, Hash)]
pub struct Record<F, T> {
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it may go on: false when it lacks something that it cannot do without. It is looked
    /// over all the same.
    pub whole: bool,
    /// What every entry may say.
    pub common: Common,
    /// The keys of its front matter. Apart, as records are moved from list to list until they are
    /// linked: two of these lists at once were the most memory that a build took.
    pub file: Box<F>,
    /// The Markdown below the front matter.
    pub body: Text,
    /// Its texts in further languages, in the order of the tags.
    pub translations: Vec<Translation<T>>,
}

/// The texts of an entry in a further language.
#[derive(Debug, Clone, Hash)]
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

    /// The keys that every entry may have, that are not understood, and that decide who sees it.
    fn unclear(&self) -> Vec<UnclearKey>;

    /// Hides the entry, for a reason that has been said.
    fn close(&mut self);
}

/// Keys of one kind of entry alone that decide who sees what.
pub(super) trait OwnKeys {
    /// Those that are not understood.
    fn own_unclear(&self) -> Vec<UnclearKey> {
        Vec::new()
    }
}

/// Defines the front matter of an entry: the given keys, and those that every entry may have.
macro_rules! entry {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Hash, serde::Deserialize, schemars::JsonSchema)]
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
            draft: crate::base::Guarded<crate::base::Switch>,
            /// The day from which it is seen.
            #[serde(default)]
            publish: crate::base::Guarded<crate::base::Date>,
            /// The day after which it is not seen any more.
            #[serde(default)]
            expires: crate::base::Guarded<crate::base::Date>,
            /// When it was last changed; else the day of the file's last commit.
            #[serde(default)]
            updated: Option<crate::base::Date>,
            /// Who may see it: public, unlisted (a page, but in no list) or hidden; else public.
            #[serde(default)]
            visibility: crate::base::Guarded<crate::record::Visibility>,
            /// Whatever a theme of one's own wants.
            #[serde(default, deserialize_with = "crate::base::yaml::unique_keys")]
            pub extra: std::collections::BTreeMap<String, serde_json::Value>,
        }

        crate::base::packed::packed! {
            $name {
                $($field,)* slug, aliases, draft, publish, expires, updated, visibility, extra,
            }
        }

        impl crate::record::entry::FrontMatter for $name {
            fn take_common(&mut self) -> crate::record::Common {
                use crate::record::Visibility::{Hidden, Public};
                let closed = self.unclear().iter().any(|key| key.closes == crate::record::entry::Closes::Entry);
                crate::record::Common {
                    slug: self.slug.take(),
                    aliases: std::mem::take(&mut self.aliases),
                    draft: self.draft.or(crate::base::Switch(false), crate::base::Switch(true)).0,
                    publish: self.publish.value(),
                    expires: self.expires.value(),
                    updated: self.updated,
                    visibility: if closed { Hidden } else { self.visibility.or(Public, Hidden) },
                }
            }

            fn unclear(&self) -> Vec<crate::record::entry::UnclearKey> {
                use crate::record::entry::{Closes, OwnKeys, UnclearKey};
                let mut unclear = OwnKeys::own_unclear(self);
                unclear.extend(UnclearKey::of("draft", &self.draft, Closes::Entry));
                unclear.extend(UnclearKey::of("publish", &self.publish, Closes::Entry));
                unclear.extend(UnclearKey::of("expires", &self.expires, Closes::Entry));
                unclear.extend(UnclearKey::of("visibility", &self.visibility, Closes::Entry));
                unclear.extend(UnclearKey::strayed("extra", self.extra.keys()));
                unclear
            }

            fn close(&mut self) {
                use crate::base::guarded::Unclear;
                self.visibility = crate::base::Guarded::Closed(Unclear::Said);
            }
        }
    };
}
pub(super) use entry;
