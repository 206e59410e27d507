//! How far topics and organizations go into public.
//!
//! Those in lists stand first, so that a list of them ends where the others begin. What only
//! unlisted entries mention has no page: it stands as words on their pages, and nowhere else.

use super::article::{Article, ArticleId};
use super::entries::{
    Edition, Expert, ExpertId, GroupId, OrganizationId, Project, ProjectId, Request, RequestId,
    TopicId,
};
use super::event::{Event, EventId};
use super::group::Group;
use crate::base::{EntryKind, Id};

/// How many entries of a kind are in lists, and how many have a page. They stand in this order.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extent {
    /// In lists, search and feeds.
    pub listed: usize,
    /// With a page, those in lists included.
    pub paged: usize,
}

/// How far one entry goes into public; the furthest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Standing {
    /// In lists, search and feeds.
    Listed,
    /// A page, but in no list.
    Unlisted,
    /// Words on the pages of unlisted entries.
    Words,
}

impl Extent {
    /// Puts entries in the order of their standing, and otherwise leaves their order.
    pub(super) fn arrange<T>(places: &mut [Id<T>], standing: impl Fn(Id<T>) -> Standing) -> Self {
        places.sort_by_key(|at| standing(*at));
        let count = |most: Standing| places.iter().filter(|at| standing(**at) <= most).count();
        Self { listed: count(Standing::Listed), paged: count(Standing::Unlisted) }
    }
}

impl Edition {
    /// The experts in lists.
    pub fn listed_experts(&self) -> impl DoubleEndedIterator<Item = (ExpertId, &Expert)> {
        self.experts.entries().filter(|(_, expert)| expert.listed)
    }

    /// The projects in lists.
    pub fn listed_projects(&self) -> impl DoubleEndedIterator<Item = (ProjectId, &Project)> {
        self.projects.entries().filter(|(_, project)| project.listed)
    }

    /// The groups in lists.
    pub fn listed_groups(&self) -> impl DoubleEndedIterator<Item = (GroupId, &Group)> {
        self.groups.entries().filter(|(_, group)| group.listed)
    }

    /// The requests in lists.
    pub fn listed_requests(&self) -> impl DoubleEndedIterator<Item = (RequestId, &Request)> {
        self.requests.entries().filter(|(_, request)| request.listed)
    }

    /// The news in lists.
    pub fn listed_news(&self) -> impl DoubleEndedIterator<Item = (ArticleId, &Article)> {
        self.news.entries().filter(|(_, article)| article.listed)
    }

    /// The events in lists.
    pub fn listed_events(&self) -> impl DoubleEndedIterator<Item = (EventId, &Event)> {
        self.events.entries().filter(|(_, event)| event.listed)
    }

    /// How many entries of a kind have a page: those that are only mentioned by what is in no list
    /// have none.
    pub fn count_paged(&self, kind: EntryKind) -> usize {
        match kind {
            EntryKind::Organization => self.organization_extent.paged,
            EntryKind::Topic => self.topic_extent.paged,
            _ => self.count(kind),
        }
    }

    /// Whether an entry of a kind that others may mention is in lists.
    pub(super) fn is_among_listed(&self, kind: EntryKind, index: usize) -> bool {
        let extent = match kind {
            EntryKind::Organization => self.organization_extent.listed,
            EntryKind::Topic => self.topic_extent.listed,
            kind => self.count(kind),
        };
        index < extent
    }

    /// The topics in lists.
    pub fn listed_topics(&self) -> impl DoubleEndedIterator<Item = TopicId> + use<> {
        self.topics.ids().take(self.topic_extent.listed)
    }

    /// Whether a topic is in lists.
    pub fn lists_topic(&self, id: TopicId) -> bool {
        id.index() < self.topic_extent.listed
    }

    /// The organizations in lists.
    pub fn listed_organizations(&self) -> impl Iterator<Item = OrganizationId> + use<> {
        self.organizations.ids().take(self.organization_extent.listed)
    }

    /// Whether an organization is in lists.
    pub fn lists_organization(&self, id: OrganizationId) -> bool {
        id.index() < self.organization_extent.listed
    }
}
