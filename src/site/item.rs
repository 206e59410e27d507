//! One output with an address.

use super::reader::SiteReader;
use crate::asset::Print;
use crate::base::{Diagnostic, EntryKind, Id, each_kind};
use crate::edition;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// One output with an address.
#[derive(Debug, Hash)]
pub struct Item {
    /// Path in the output: `experts/jan/index.html`.
    pub path: Arc<str>,
    /// The language, by its place in the configuration.
    pub language: usize,
    /// What is there.
    pub what: What,
}

/// What is at an address.
#[derive(Debug, Hash)]
pub enum What {
    /// A rendered page.
    Page(Page),
    /// A stub that leads to another address.
    Redirect(Box<Redirect>),
    /// An asset of the theme.
    Asset,
    /// A file of a picture: the picture's place in the album's order, and which of its files.
    Picture(usize, Print),
    /// A document beside an entry, by the path that it has among the sources.
    Document(Arc<str>),
    /// A file that is copied as it is: its place among the static files.
    Static(usize),
    /// A file that an export makes, and what it is about.
    Export(&'static Export, Subject),
}

/// A former address and where it leads, both below the base path.
#[derive(Debug, Clone, Hash)]
pub struct Redirect {
    /// The former address.
    pub from: String,
    /// The address now.
    pub to: String,
    /// Whether a file that names many addresses may name it: not that of an entry that is in no
    /// list.
    pub listed: bool,
}

macro_rules! pages {
    ($($kind:ident $name:ident $table:ident $ids:ident,)*) => {
        /// A rendered page, by what it is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Page {
            /// The front page of a network.
            Home,
            $(
                #[doc = concat!("One of the ", stringify!($table), ".")]
                $kind(Id<edition::$kind>),
            )*
            /// A page of a list: the list's place in the plan, and the number of the page from 0.
            Listing(usize, usize),
            /// The tree of topics.
            Topics,
            /// The network as a whole.
            Network,
            /// Where people are.
            Map,
            /// The finder: search and facets.
            Search,
            /// The form of a profile, for somebody who has none here.
            Join,
            /// The form of a profile, for whoever keeps their own.
            Edit,
            /// What is shown when there is no such page.
            NotFound,
        }

        impl Page {
            /// The entry that the page is about, by its kind and its place.
            pub fn entry(self) -> Option<(EntryKind, usize)> {
                match self {
                    $(Self::$kind(id) => Some((EntryKind::$kind, id.index())),)*
                    Self::Home
                    | Self::Listing(..)
                    | Self::Topics
                    | Self::Network
                    | Self::Map
                    | Self::Search
                    | Self::Join
                    | Self::Edit
                    | Self::NotFound => None,
                }
            }

            /// The page of an entry.
            pub fn of_entry(kind: EntryKind, index: usize) -> Self {
                match kind {
                    $(EntryKind::$kind => Self::$kind(Id::new(index)),)*
                }
            }
        }
    };
}
each_kind!(pages);

macro_rules! cards {
    ($($kind:ident)*) => {
        /// An entry that lists show as a card.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Card {
            $(
                #[doc = concat!("That of the page of the same name: ", stringify!($kind), ".")]
                $kind(Id<edition::$kind>),
            )*
        }

        impl Card {
            /// The card of an entry, when its kind has any.
            pub fn of_entry(kind: EntryKind, index: usize) -> Option<Self> {
                match kind {
                    $(EntryKind::$kind => Some(Self::$kind(Id::new(index))),)*
                    _ => None,
                }
            }

            /// The page of the entry.
            pub fn page(self) -> Page {
                match self {
                    $(Self::$kind(id) => Page::$kind(id),)*
                }
            }
        }
    };
}
cards! { Expert Project Organization Request Group Article Event }

/// A machine-readable format: which files it has, and what stands in each.
pub struct Export {
    /// Its name.
    pub name: &'static str,
    /// Its files in one language of the site, by the language's place in the configuration: the
    /// path of each, and what it is about.
    pub files: fn(&SiteReader<'_>, usize) -> Vec<(String, Subject)>,
    /// What stands in the file about a subject.
    pub make: Make,
}

/// How the file about a subject is made, in one language of the site.
pub enum Make {
    /// All can be said in it.
    Bytes(fn(&SiteReader<'_>, usize, Subject) -> ExportResult),
    /// What cannot is told.
    Told(fn(&SiteReader<'_>, usize, Subject) -> ToldResult),
}

/// The bytes of a file, or why it cannot be made.
pub type ExportResult = Result<Vec<u8>, Unmade>;

/// The bytes of a file with what is to be told of it, or why it cannot be made.
pub type ToldResult = Result<(Vec<u8>, Vec<Diagnostic>), Unmade>;

/// Why a file cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmade {
    /// The plan names no such file.
    NotPlanned,
    /// The library that makes it says why it cannot.
    Failed(String),
}

impl Unmade {
    /// What a library says.
    pub fn failed(error: impl fmt::Display) -> Self {
        Self::Failed(error.to_string())
    }
}

impl fmt::Display for Unmade {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPlanned => formatter.write_str("the plan names no such file"),
            Self::Failed(why) => formatter.write_str(why),
        }
    }
}

impl Hash for Export {
    /// Its name: where a function stands in memory tells nothing, and changes from run to run.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Debug for Export {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}

/// What a file of an export is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The whole site.
    Whole,
    /// What a page is about.
    Page(Page),
    /// A part of what is too large for one file, from 0.
    Part(usize),
}
