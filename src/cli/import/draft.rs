//! What an import writes: the front matter of a profile and of its projects, in the order in which
//! people read it.

use super::sorted::Stated;
use super::terms::Term;
use crate::base::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Somebody, as read from another program's file.
#[derive(Debug, Default)]
pub(super) struct PersonDraft {
    /// The front matter of the profile.
    pub(super) profile: ProfileDraft,
    /// The story below it, in Markdown.
    pub(super) body: String,
    /// The projects.
    pub(super) projects: Vec<ProjectDraft>,
    /// What waits for somebody's word before it may be shown: lines that stand in the front matter
    /// as comments.
    pub(super) waiting: String,
    /// Given names and family name, where the source says them apart.
    pub(super) stated: Option<Stated>,
    /// The bytes of the portrait that `profile.photo` names.
    pub(super) photo: Option<Vec<u8>>,
}

/// The front matter of a profile.
#[derive(Debug, Default, Serialize)]
pub(super) struct ProfileDraft {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sort_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) photo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pronouns: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) languages: Vec<LanguageDraft>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) location: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) roles: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) who: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) expertise: Vec<ClaimDraft>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) experience: Vec<ItemDraft>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) education: Vec<ItemDraft>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) certificates: Vec<ItemDraft>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) publications: Vec<ItemDraft>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) talks: Vec<ItemDraft>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) awards: Vec<ItemDraft>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) testimonials: Vec<BTreeMap<&'static str, String>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) links: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) contact: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) visibility: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) draft: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) updated: Option<Date>,
}

/// A language, with its level when that is known.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum LanguageDraft {
    /// `nl`
    Tag(String),
    /// `en: C1`
    Level(BTreeMap<String, String>),
}

/// A claim to a topic.
#[derive(Debug, Default, Serialize)]
pub(super) struct ClaimDraft {
    pub(super) topic: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_used: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
}

impl ClaimDraft {
    /// A claim to a topic of which the source says no more.
    pub(super) fn of(topic: impl Into<String>) -> Self {
        Self { topic: topic.into(), ..Self::default() }
    }
}

/// A position, study, certificate, publication, talk or award.
#[derive(Debug, Default, Clone, Serialize)]
pub(super) struct ItemDraft {
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) authors: Vec<AuthorDraft>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) organization: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) venue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) volume: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) issue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pages: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<EndDraft>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) until: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) doi: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<String>,
}

/// When something ended.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum EndDraft {
    /// On this date.
    Date(Date),
    /// At some time: what the source says, which nobody can read. It stands in the profile as it
    /// is, as without it the thing would go on.
    Unread(String),
}

impl From<Date> for EndDraft {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// Who wrote a publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum AuthorDraft {
    /// A person by name, as people say it, or by the slug of a profile.
    Person(String),
    /// A body.
    Body {
        /// Its name.
        organization: String,
    },
}

/// The front matter of a project.
#[derive(Debug, Default, Serialize)]
pub(super) struct ProjectDraft {
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) client: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) period: BTreeMap<&'static str, Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) question: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) result: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) team: Vec<MemberDraft>,
}

/// The front matter of a group.
#[derive(Debug, Default, Serialize)]
pub(super) struct GroupDraft {
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    /// The slug of the group that it is part of, which that has when it is placed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) part_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) purpose: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<EndDraft>,
    /// Those who are in it, as they are called when they are placed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) members: Vec<TermDraft>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) contact: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) links: BTreeMap<String, String>,
    /// Terms of those who are in it, as the source has them.
    #[serde(skip)]
    pub(super) terms: Vec<Term>,
    /// The place, among the groups of the source, of the one that it is part of.
    #[serde(skip)]
    pub(super) above: Option<usize>,
}

/// The front matter of an event, and the text below it.
#[derive(Debug, Default, Serialize)]
pub(super) struct EventDraft {
    pub(super) title: String,
    pub(super) start: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) zone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) online: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) register: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) visibility: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) updated: Option<Date>,
    #[serde(skip)]
    pub(super) body: String,
    /// What the calendar knows it by.
    #[serde(skip)]
    pub(super) uid: Option<String>,
    /// Whether it was called off.
    #[serde(skip)]
    pub(super) is_off: bool,
}

/// Who is in a group, as it is written.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum TermDraft {
    /// `jan-de-vries`
    Slug(String),
    /// `{ expert: jan-de-vries, role: chair, from: 2025 }`
    Term {
        #[serde(skip_serializing_if = "Option::is_none")]
        expert: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<Date>,
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<EndDraft>,
    },
}

/// The expert's own place on the team of a project.
#[derive(Debug, Serialize)]
pub(super) struct MemberDraft {
    pub(super) expert: String,
    pub(super) role: String,
}
