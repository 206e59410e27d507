//! What can be found, and the words by which.

use crate::base::{EntryKind, Language};
use crate::edition::{
    Edition, ExpertId, GroupId, OrganizationId, PageId, ProjectId, Record, RequestId, TopicId,
};

/// Something that can be found. Unlisted and hidden entries cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    /// A person.
    Expert(ExpertId),
    /// A project.
    Project(ProjectId),
    /// A topic.
    Topic(TopicId),
    /// An organization.
    Organization(OrganizationId),
    /// A request.
    Request(RequestId),
    /// A group.
    Group(GroupId),
    /// A text page.
    Page(PageId),
}

impl Entry {
    /// The kinds of what can be found, in the order in which [`entries`] has them.
    pub const KINDS: [EntryKind; EntryKind::ALL.len()] = EntryKind::SHOWN;

    /// The kind.
    pub fn kind(self) -> EntryKind {
        match self {
            Self::Expert(_) => EntryKind::Expert,
            Self::Project(_) => EntryKind::Project,
            Self::Topic(_) => EntryKind::Topic,
            Self::Organization(_) => EntryKind::Organization,
            Self::Request(_) => EntryKind::Request,
            Self::Group(_) => EntryKind::Group,
            Self::Page(_) => EntryKind::Page,
        }
    }
}

/// Where a word stands, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In the name or title.
    Name,
    /// In the line below it.
    Headline,
    /// In the town, region or country.
    Place,
    /// In an offer.
    Offer,
    /// In the name of a language that somebody speaks.
    Language,
    /// In the title or question of a project that somebody worked on.
    Project,
    /// In the story.
    Story,
}

impl Field {
    pub(super) const ALL: [Self; 7] = [
        Self::Name,
        Self::Headline,
        Self::Place,
        Self::Offer,
        Self::Language,
        Self::Project,
        Self::Story,
    ];

    /// The word for exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Headline => "headline",
            Self::Place => "place",
            Self::Offer => "offer",
            Self::Language => "language",
            Self::Project => "project",
            Self::Story => "story",
        }
    }

    /// What a word counts there.
    pub(super) fn points(self) -> u32 {
        match self {
            Self::Name => 100,
            Self::Headline => 50,
            Self::Place => 44,
            Self::Offer => 40,
            Self::Language => 36,
            Self::Project => 30,
            Self::Story => 16,
        }
    }
}

/// Everything that can be found, in the order of the edition, kind after kind.
pub fn entries(edition: &Edition) -> Vec<Entry> {
    let mut all: Vec<Entry> = edition.listed_experts().map(|(id, _)| Entry::Expert(id)).collect();
    all.extend(edition.listed_projects().map(|(id, _)| Entry::Project(id)));
    all.extend(edition.listed_topics().map(Entry::Topic));
    all.extend(edition.listed_organizations().map(Entry::Organization));
    all.extend(edition.listed_groups().map(|(id, _)| Entry::Group(id)));
    all.extend(edition.listed_requests().map(|(id, _)| Entry::Request(id)));
    let pages = edition.pages.entries().filter(|(_, page)| page.listed);
    all.extend(pages.map(|(id, _)| Entry::Page(id)));
    all
}

/// Everything that can be found, as it is numbered: experts in an order that says nothing of their
/// names, so that what is written first in the alphabet is not found first.
pub(super) fn numbered(edition: &Edition) -> Vec<Entry> {
    let mut all = entries(edition);
    let experts = all.iter().take_while(|entry| matches!(entry, Entry::Expert(_))).count();
    all[..experts].sort_by_cached_key(|entry| match entry {
        Entry::Expert(id) => {
            let slug = &edition.experts[*id].slug;
            (*blake3::hash(slug.as_bytes()).as_bytes(), slug.clone())
        }
        _ => unreachable!("experts come first"),
    });
    all
}

/// The address of an entry among those of its kind.
pub(super) fn slug(edition: &Edition, entry: Entry) -> &str {
    match entry {
        Entry::Expert(id) => &edition.experts[id].slug,
        Entry::Project(id) => &edition.projects[id].slug,
        Entry::Topic(id) => &edition.topics[id].slug,
        Entry::Organization(id) => &edition.organizations[id].slug,
        Entry::Request(id) => &edition.requests[id].slug,
        Entry::Group(id) => &edition.groups[id].slug,
        Entry::Page(id) => &edition.pages[id].slug,
    }
}

/// The translation of a record into a language of the site other than its first.
pub(super) fn translation<'a, F, T>(
    record: &'a Record<F, T>,
    language: &Language,
) -> Option<&'a T> {
    record.translation(language).map(|found| &found.text)
}

/// The title of a topic in a language.
pub(super) fn topic_title<'a>(edition: &'a Edition, id: TopicId, language: &Language) -> &'a str {
    let topic = &edition.topics[id];
    let translated = topic.record.as_ref().and_then(|record| translation(record, language));
    translated.and_then(|text| text.title.as_deref()).unwrap_or(&topic.title)
}

/// The title of a project in a language.
pub(super) fn project_title<'a>(
    edition: &'a Edition,
    id: ProjectId,
    language: &Language,
) -> &'a str {
    let record = &edition.projects[id].record;
    translation(record, language)
        .and_then(|text| text.title.as_deref())
        .unwrap_or(&record.file.title)
}

/// The names of an entry, the one that is shown first.
pub fn names<'a>(edition: &'a Edition, entry: Entry, language: &Language) -> Vec<&'a str> {
    match entry {
        Entry::Expert(id) => vec![edition.experts[id].record.file.name.as_str()],
        Entry::Project(id) => vec![project_title(edition, id, language)],
        Entry::Topic(id) => {
            let record = edition.topics[id].record.as_ref();
            let translated = record.and_then(|record| translation(record, language));
            let mut names = vec![topic_title(edition, id, language)];
            names
                .extend(translated.into_iter().flat_map(|text| &text.synonyms).map(String::as_str));
            names.extend(
                record.into_iter().flat_map(|record| &record.file.synonyms).map(String::as_str),
            );
            names
        }
        Entry::Organization(id) => {
            let organization = &edition.organizations[id];
            let record = organization.record.as_ref();
            let translated = record.and_then(|record| translation(record, language));
            let title =
                translated.and_then(|text| text.title.as_deref()).unwrap_or(&organization.title);
            let synonyms =
                record.into_iter().flat_map(|record| &record.file.synonyms).map(String::as_str);
            [title].into_iter().chain(synonyms).collect()
        }
        Entry::Request(id) => {
            let record = &edition.requests[id].record;
            let translated = translation(record, language).and_then(|text| text.title.as_deref());
            vec![translated.unwrap_or(&record.file.title)]
        }
        Entry::Group(id) => {
            let record = &edition.groups[id].record;
            let translated = translation(record, language).and_then(|text| text.title.as_deref());
            let synonyms = record.file.synonyms.iter().map(String::as_str);
            [translated.unwrap_or(&record.file.title)].into_iter().chain(synonyms).collect()
        }
        Entry::Page(id) => {
            let record = &edition.pages[id].record;
            let translated = translation(record, language).and_then(|text| text.title.as_deref());
            vec![translated.unwrap_or(&record.file.title)]
        }
    }
}
