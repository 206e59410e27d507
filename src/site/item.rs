//! One output with an address.

use super::reader::SiteReader;
use crate::asset::Print;
use crate::base::{EntryKind, Id};
use crate::edition::{
    ArticleId, EventId, ExpertId, GroupId, OrganizationId, PageId, ProjectId, RequestId, TopicId,
};

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

/// A rendered page, by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// The front page of a network.
    Home,
    /// An expert.
    Expert(ExpertId),
    /// A project.
    Project(ProjectId),
    /// An organization.
    Organization(OrganizationId),
    /// A topic.
    Topic(TopicId),
    /// A request.
    Request(RequestId),
    /// A group.
    Group(GroupId),
    /// A piece of news.
    Article(ArticleId),
    /// An event.
    Event(EventId),
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
    /// A text page.
    Text(PageId),
    /// What is shown when there is no such page.
    NotFound,
}

impl Page {
    /// The entry that the page is about, by its kind and its place.
    pub fn entry(self) -> Option<(EntryKind, usize)> {
        Some(match self {
            Self::Expert(id) => (EntryKind::Expert, id.index()),
            Self::Project(id) => (EntryKind::Project, id.index()),
            Self::Organization(id) => (EntryKind::Organization, id.index()),
            Self::Topic(id) => (EntryKind::Topic, id.index()),
            Self::Request(id) => (EntryKind::Request, id.index()),
            Self::Group(id) => (EntryKind::Group, id.index()),
            Self::Article(id) => (EntryKind::Article, id.index()),
            Self::Event(id) => (EntryKind::Event, id.index()),
            Self::Text(id) => (EntryKind::Page, id.index()),
            Self::Home
            | Self::Listing(..)
            | Self::Topics
            | Self::Network
            | Self::Map
            | Self::Search
            | Self::NotFound => return None,
        })
    }

    /// The page of an entry.
    pub fn of_entry(kind: EntryKind, index: usize) -> Self {
        match kind {
            EntryKind::Expert => Self::Expert(Id::new(index)),
            EntryKind::Project => Self::Project(Id::new(index)),
            EntryKind::Organization => Self::Organization(Id::new(index)),
            EntryKind::Topic => Self::Topic(Id::new(index)),
            EntryKind::Request => Self::Request(Id::new(index)),
            EntryKind::Group => Self::Group(Id::new(index)),
            EntryKind::Article => Self::Article(Id::new(index)),
            EntryKind::Event => Self::Event(Id::new(index)),
            EntryKind::Page => Self::Text(Id::new(index)),
        }
    }
}

/// An entry that lists show as a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Card {
    /// An expert's.
    Expert(ExpertId),
    /// A project's.
    Project(ProjectId),
    /// An organization's.
    Organization(OrganizationId),
    /// A request's.
    Request(RequestId),
    /// A group's.
    Group(GroupId),
    /// That of a piece of news.
    Article(ArticleId),
    /// An event's.
    Event(EventId),
}

impl Card {
    /// The page of the entry.
    pub fn page(self) -> Page {
        match self {
            Self::Expert(id) => Page::Expert(id),
            Self::Project(id) => Page::Project(id),
            Self::Organization(id) => Page::Organization(id),
            Self::Request(id) => Page::Request(id),
            Self::Group(id) => Page::Group(id),
            Self::Article(id) => Page::Article(id),
            Self::Event(id) => Page::Event(id),
        }
    }
}

/// A machine-readable format: which files it has, and what stands in each.
pub struct Export {
    /// Its name.
    pub name: &'static str,
    /// Its files in one language of the site, by the language's place in the configuration: the
    /// path of each, and what it is about.
    pub files: fn(&SiteReader<'_>, usize) -> Vec<(String, Subject)>,
    /// The bytes of the file about a subject.
    pub make: fn(&SiteReader<'_>, usize, Subject) -> ExportResult,
}

/// The bytes of a file, or why it cannot be made.
pub type ExportResult = Result<Vec<u8>, Unmade>;

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
