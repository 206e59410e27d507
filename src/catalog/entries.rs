//! The entries of the catalog: records with their references resolved.

use super::tables::{Entry, written};
use crate::base::InCv;
use crate::base::{Date, Id, PerItem};
use crate::record::{self, Record};

/// An expert of the catalog.
pub type ExpertId = Id<Expert>;
/// An organization of the catalog.
pub type OrganizationId = Id<Organization>;
/// A topic of the catalog.
pub type TopicId = Id<Topic>;

/// A group of the catalog.
pub type GroupId = Id<Group>;

written! {
    Expert of ExpertText, |it| {
        it.expertise.iter().map(|(_, id)| id).chain(it.topics.all().flatten()).copied().collect()
    };
    Project of ProjectText, |it| it.topics.clone();
    Request of RequestText, |it| it.needs.clone();
    Group of GroupText, |it| it.topics.iter().chain(it.seats.iter().flatten()).copied().collect();
    Page of PageText, |_| Vec::new();
    Article of ArticleText, |it| it.topics.clone();
    Event of EventText, |it| it.topics.clone();
}

/// An expert.
#[derive(Debug, Hash)]
pub struct Expert {
    /// The part of the address that is theirs.
    pub slug: String,
    /// What was written.
    pub record: Record<record::Expert, record::ExpertText>,
    /// The topics of `expertise`: the item and its topic.
    pub expertise: Vec<(usize, TopicId)>,
    /// The topics of each list that has topics: `offers`, `asks`, …; item by item.
    pub topics: PerItem<Vec<TopicId>>,
    /// Who said each of `testimonials`, as far as it is told.
    pub witnesses: Vec<Option<Who>>,
    /// The organizations of each list that has organizations: `experience`; item by item.
    pub organizations: PerItem<Option<OrganizationId>>,
    /// Who is called as a body is that such a list names and nothing else mentions; item by item.
    pub bearers: PerItem<Option<Who>>,
    /// Who made what stands in `publications`, `talks` and `awards`, item by item.
    pub authors: PerItem<Vec<Author>>,
}

/// Somebody who made something that a profile lists.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Author {
    /// Somebody who is meant for certain, as far as it is told.
    Reference(Who),
    /// Somebody who is only called so.
    Name(Who),
    /// A body, its entry where one has that name, and who it is if a person is called so.
    Organization(String, Option<OrganizationId>, Who),
    /// Others, whom nobody names: `et al.`
    Others,
}

/// A project.
#[derive(Debug, Hash)]
pub struct Project {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written.
    pub record: Record<record::Project, record::ProjectText>,
    /// The experts in whose folders it is told; empty when only the network tells it.
    pub authors: Vec<ExpertId>,
    /// Whether the network itself tells it.
    pub curated: bool,
    /// The client.
    pub client: Option<OrganizationId>,
    /// What it was about.
    pub topics: Vec<TopicId>,
    /// Who did it, authors included.
    pub team: Vec<TeamMember>,
    /// Who said the testimonial, as far as it is told.
    pub witness: Option<Who>,
    /// The organization of whoever said it.
    pub speaker: Option<OrganizationId>,
    /// Who is called as that is, where nothing else mentions it.
    pub bearer: Option<Who>,
    /// What the items of the written team say of CVs, with their places.
    pub own_cvs: Vec<(usize, InCv)>,
}

/// Somebody on a team.
#[derive(Debug, Clone, Hash)]
pub struct TeamMember {
    /// Who.
    pub who: Who,
    /// Their part in the project.
    pub role: Option<String>,
    /// Core team, or drawn in from outside.
    pub part: record::Part,
    /// What they brought; what the project was about, when nothing is said.
    pub topics: Vec<TopicId>,
    /// In which of their CVs it stands.
    pub cv: InCv,
    /// Who says so.
    pub source: Source,
    /// The name as a member wrote it, in the form in which names are compared: so many are counted
    /// where nobody may tell who of them has a profile. Empty where the site itself wrote it.
    pub written: String,
}

/// Who says that somebody was on a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The network, in a case of its own.
    ByNetwork,
    /// The expert whose telling of the case leads.
    ByAuthor,
    /// Another expert who tells the case.
    ByOther,
}

/// A person on a team.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Who {
    /// Somebody with a profile.
    Expert(ExpertId),
    /// Somebody without.
    Named(String),
    /// A name that several have or had, or somebody who is held back: to be named only when one of
    /// these may be seen.
    Unclear(String, Vec<ExpertId>),
    /// A text in which the names of these people stand: shown as long as all of them may be.
    Speaks(String, Vec<ExpertId>),
}

impl Who {
    /// Whether they may be named, given who may be seen.
    pub fn may_be_named(&self, is_seen: impl Fn(ExpertId) -> bool) -> bool {
        match self {
            Self::Named(_) => true,
            Self::Expert(id) => is_seen(*id),
            Self::Unclear(_, them) => them.iter().copied().any(is_seen),
            Self::Speaks(_, them) => them.iter().copied().all(is_seen),
        }
    }
}

/// An organization.
#[derive(Debug, Hash)]
pub struct Organization {
    /// The part of the address that is its own.
    pub slug: String,
    /// Its name.
    pub title: String,
    /// What was written of it; none when it is only mentioned.
    pub record: Option<Record<record::Organization, record::OrganizationText>>,
    /// Who is called so, or has their name in it; only of one that is only mentioned.
    pub bearer: Option<Who>,
}

/// A topic.
#[derive(Debug, Hash)]
pub struct Topic {
    /// The part of the address that is its own.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What was written of it; none when it is only mentioned.
    pub record: Option<Record<record::Topic, record::TopicText>>,
    /// Wider topics; free of cycles.
    pub broader: Vec<TopicId>,
    /// Neighbouring topics, in both directions.
    pub related: Vec<TopicId>,
}

/// A request.
#[derive(Debug, Hash)]
pub struct Request {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written.
    pub record: Record<record::Request, record::RequestText>,
    /// Who asks.
    pub organization: Option<OrganizationId>,
    /// The topics of `needs`, in its order.
    pub needs: Vec<TopicId>,
}

/// A group.
#[derive(Debug, Hash)]
pub struct Group {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written.
    pub record: Record<record::Group, record::GroupText>,
    /// The group that it is part of; free of cycles.
    pub part_of: Option<GroupId>,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// Who each term is of: the item of `members`, and the person.
    pub members: Vec<(usize, Who)>,
    /// The topics of each of `seats`.
    pub seats: Vec<Vec<TopicId>>,
}

/// A text page.
#[derive(Debug, Hash)]
pub struct Page {
    /// Its address below the home page, which may have slashes.
    pub slug: String,
    /// What was written.
    pub record: Record<record::Page, record::PageText>,
}

/// A piece of news.
#[derive(Debug, Hash)]
pub struct Article {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written.
    pub record: Record<record::Article, record::ArticleText>,
    /// The day of the news.
    pub date: Option<Date>,
    /// In whose folder it lies.
    pub owner: Option<ExpertId>,
    /// Who wrote it, as far as it is told.
    pub authors: Vec<Who>,
    /// What it is about.
    pub topics: Vec<TopicId>,
}

/// An event.
#[derive(Debug, Hash)]
pub struct Event {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written.
    pub record: Record<record::Event, record::EventText>,
    /// Whose event it is.
    pub group: Option<GroupId>,
    /// Who speaks, as far as it is told.
    pub speakers: Vec<Who>,
    /// What it is about.
    pub topics: Vec<TopicId>,
}

impl Entry for Organization {
    type File = record::Organization;
    type Text = record::OrganizationText;

    fn record(&self) -> Option<&Record<record::Organization, record::OrganizationText>> {
        self.record.as_ref()
    }

    fn record_mut(
        &mut self,
    ) -> Option<&mut Record<record::Organization, record::OrganizationText>> {
        self.record.as_mut()
    }

    fn topics(&self) -> Vec<TopicId> {
        Vec::new()
    }
}

impl Entry for Topic {
    type File = record::Topic;
    type Text = record::TopicText;

    fn record(&self) -> Option<&Record<record::Topic, record::TopicText>> {
        self.record.as_ref()
    }

    fn record_mut(&mut self) -> Option<&mut Record<record::Topic, record::TopicText>> {
        self.record.as_mut()
    }

    /// None: what stands beside a topic is no mention of it.
    fn topics(&self) -> Vec<TopicId> {
        Vec::new()
    }
}
