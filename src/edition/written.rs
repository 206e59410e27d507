//! What was written of an entry, without what follows from others: most that speak of an entry say
//! no more of it.

use super::entries::{Edition, ExpertId, GroupId, OrganizationId, ProjectId, TopicId};
use super::published::{
    ExpertText, GroupFile, GroupText, OrganizationFile, OrganizationText, Profile, ProjectFile,
    ProjectText, Record, TopicFile, TopicText,
};
use super::reader::EditionReader;
use crate::base::{EntryKind, Id};
use crate::config::ShelfLife;

/// What was written of an expert.
#[derive(Debug, Clone, Copy, Hash)]
pub struct WrittenExpert<'a> {
    /// The name as it is sorted.
    pub sort_name: &'a str,
    /// The initials of the name.
    pub initials: &'a str,
    /// What was written, as far as it may be shown.
    pub record: &'a Record<Profile, ExpertText>,
    /// Whether the expert is in lists, search and feeds.
    pub listed: bool,
}

/// What was written of a project.
#[derive(Debug, Clone, Copy, Hash)]
pub struct WrittenProject<'a> {
    /// What was written, as far as it may be shown.
    pub record: &'a Record<ProjectFile, ProjectText>,
}

/// What was written of an organization, or how those call it who mention it.
#[derive(Debug, Clone, Copy, Hash)]
pub struct WrittenOrganization<'a> {
    /// Its name.
    pub title: &'a str,
    /// What was written of it; none when it is only mentioned.
    pub record: Option<&'a Record<OrganizationFile, OrganizationText>>,
    /// Whether it is in lists.
    pub listed: bool,
}

/// What was written of a topic, or how those call it who mention it.
#[derive(Debug, Clone, Copy, Hash)]
pub struct WrittenTopic<'a> {
    /// Its title.
    pub title: &'a str,
    /// What was written of it; none when it is only mentioned.
    pub record: Option<&'a Record<TopicFile, TopicText>>,
    /// Whether it is in lists.
    pub listed: bool,
    /// How long expertise in it stays good.
    pub shelf_life: ShelfLife,
}

/// What was written of a group.
#[derive(Debug, Clone, Copy, Hash)]
pub struct WrittenGroup<'a> {
    /// What was written, as far as it may be shown.
    pub record: &'a Record<GroupFile, GroupText>,
    /// The group that it is a part of.
    pub part_of: Option<GroupId>,
    /// Whether it is in lists.
    pub listed: bool,
}

impl Edition {
    /// What was written of a group.
    pub fn written_group(&self, id: GroupId) -> WrittenGroup<'_> {
        let group = &self.groups[id];
        WrittenGroup { record: &group.record, part_of: group.part_of, listed: group.listed }
    }

    /// What was written of an expert.
    pub fn written_expert(&self, id: ExpertId) -> WrittenExpert<'_> {
        let expert = &self.experts[id];
        let (sort_name, initials) = (&expert.sort_name, &expert.initials);
        WrittenExpert { sort_name, initials, record: &expert.record, listed: expert.listed }
    }

    /// What was written of a project.
    pub fn written_project(&self, id: ProjectId) -> WrittenProject<'_> {
        WrittenProject { record: &self.projects[id].record }
    }

    /// What was written of an organization.
    pub fn written_organization(&self, id: OrganizationId) -> WrittenOrganization<'_> {
        let organization = &self.organizations[id];
        let (title, record) = (&organization.title, organization.record.as_ref());
        WrittenOrganization { title, record, listed: self.lists_organization(id) }
    }

    /// What was written of a topic.
    pub fn written_topic(&self, id: TopicId) -> WrittenTopic<'_> {
        let topic = &self.topics[id];
        WrittenTopic {
            title: &topic.title,
            record: topic.record.as_ref(),
            listed: self.lists_topic(id),
            shelf_life: topic.shelf_life,
        }
    }
}

impl<'a> EditionReader<'a> {
    /// Looks at what was written of a group.
    pub fn written_group(self, id: GroupId) -> WrittenGroup<'a> {
        self.note_written(EntryKind::Group, id);
        self.behind().written_group(id)
    }

    /// Looks at what was written of an expert.
    pub fn written_expert(self, id: ExpertId) -> WrittenExpert<'a> {
        self.note_written(EntryKind::Expert, id);
        self.behind().written_expert(id)
    }

    /// Looks at what was written of a project.
    pub fn written_project(self, id: ProjectId) -> WrittenProject<'a> {
        self.note_written(EntryKind::Project, id);
        self.behind().written_project(id)
    }

    /// Looks at what was written of an organization.
    pub fn written_organization(self, id: OrganizationId) -> WrittenOrganization<'a> {
        self.note_written(EntryKind::Organization, id);
        self.behind().written_organization(id)
    }

    /// Looks at what was written of a topic.
    pub fn written_topic(self, id: TopicId) -> WrittenTopic<'a> {
        self.note_written(EntryKind::Topic, id);
        self.behind().written_topic(id)
    }

    /// Whether a topic is in lists.
    pub fn lists_topic(self, id: TopicId) -> bool {
        self.written_topic(id).listed
    }

    /// Whether an organization is in lists.
    pub fn lists_organization(self, id: OrganizationId) -> bool {
        self.written_organization(id).listed
    }

    fn note_written<T>(self, kind: EntryKind, id: Id<T>) {
        self.log().into_iter().for_each(|log| log.written(kind, id.index()));
    }
}
