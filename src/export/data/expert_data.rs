//! What `expert.json` says. The comments here are the descriptions in `expert.schema.json`; see
//! `docs/pages/formats.md`.

use schemars::JsonSchema;
use serde::Serialize;

/// The version of the format. It changes only when a program that reads the former one would
/// misunderstand the new one; keys that are added do not change it.
pub(super) const VERSION: u32 = 1;

/// An expert as open data.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ExpertData<'a> {
    /// Version of this format: 1.
    pub(super) version: u32,
    /// The part of the address that is the expert's own.
    pub(super) id: &'a str,
    /// BCP 47 tag of the language of the texts.
    pub(super) language: &'a str,
    /// Absolute address of the profile, or root-relative when the site does not know its own.
    pub(super) url: String,
    /// The name as the person writes it.
    pub(super) name: &'a str,
    /// The name as it is sorted.
    pub(super) sort_name: &'a str,
    /// Pronouns as the person writes them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pronouns: Option<&'a str>,
    /// One line about the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headline: Option<&'a str>,
    /// Where the person works from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) location: Option<LocationData<'a>>,
    /// Languages that the person works in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) languages: Vec<LanguageData<'a>>,
    /// Whether there is room for new work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) availability: Option<AvailabilityData>,
    /// What the person is asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) roles: Vec<&'a str>,
    /// Whom the person works for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) audience: Vec<&'a str>,
    /// Answers to the four questions, in Markdown.
    pub(super) answers: Answers<'a>,
    /// Claims to topics, the first the one that counts most.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) expertise: Vec<ClaimData<'a>>,
    /// What the person brings to others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) offers: Vec<OfferData<'a>>,
    /// What the person looks for from others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) asks: Vec<OfferData<'a>>,
    /// Projects, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) projects: Vec<Reference<'a>>,
    /// Terms in groups: present ones, those that are planned, then former ones, the last first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) groups: Vec<GroupData<'a>>,
    /// News that the person wrote, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) news: Vec<NewsData<'a>>,
    /// Events at which the person speaks: those to come first, the soonest before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) events: Vec<EventData<'a>>,
    /// Those with whom projects were shared, most shared first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) collaborators: Vec<Reference<'a>>,
    /// Profiles and sites elsewhere, by their kind.
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub(super) links: std::collections::BTreeMap<&'a str, &'a str>,
    /// Mail address, when the person lets machines read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<&'a str>,
    /// Telephone number, when the person lets machines read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<&'a str>,
    /// A page with a form or a calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contact_url: Option<&'a str>,
    /// The last change: a year, a month or a day (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) updated: Option<String>,
}

/// Where somebody works from.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LocationData<'a> {
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<&'a str>,
    /// Province or region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<&'a str>,
    /// ISO 3166-1 alpha-2 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<&'a str>,
    /// Degrees north and east, where the profile says them; to a hundredth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<[f64; 2]>,
    /// How far the person goes for work, in kilometres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) radius_km: Option<u32>,
    /// Regions and towns for which the person works as well.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) areas: &'a [String],
    /// Whether work from elsewhere is possible.
    pub(super) remote: bool,
}

/// A language that somebody works in.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LanguageData<'a> {
    /// BCP 47 tag.
    pub(super) tag: &'a str,
    /// CEFR level: A1 to C2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<&'a str>,
}

/// Whether there is room for new work.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AvailabilityData {
    /// `open`, `limited` or `closed`.
    pub(super) status: &'static str,
    /// From when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<String>,
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hours: Option<u16>,
}

/// Answers to the four questions, in Markdown.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answers<'a> {
    /// Who am I?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) who: Option<&'a str>,
    /// What can I do?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) can: Option<&'a str>,
    /// Where is my added value?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<&'a str>,
    /// What brings me into flow?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) flow: Option<&'a str>,
}

/// A claim to a topic.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ClaimData<'a> {
    /// The topic.
    pub(super) topic: Reference<'a>,
    /// `aware`, `practitioner`, `expert` or `authority`; left out when nobody claimed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<&'static str>,
    /// `current`, `fresh`, `past`, `dormant`, `undated` or `evergreen`.
    pub(super) freshness: &'static str,
    /// `evidenced`, `declared` or `undated`.
    pub(super) basis: &'static str,
    /// The month in which it was last shown, or the year where no month is known: `2026-03`,
    /// `2018`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_shown: Option<String>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<String>,
}

/// A term in a group.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GroupData<'a> {
    /// The group.
    pub(super) group: Reference<'a>,
    /// What the person is in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<&'a str>,
    /// Since when: a year, a month or a day (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<String>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<String>,
    /// `present`, `planned` or `former`.
    pub(super) standing: &'static str,
}

/// A piece of news.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NewsData<'a> {
    /// The piece.
    pub(super) article: Reference<'a>,
    /// Its day: a year, a month or a day (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<String>,
}

/// An event.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EventData<'a> {
    /// The event.
    pub(super) event: Reference<'a>,
    /// When it begins: a day, or a day and a time, with the offset of the place where that is known
    /// (ISO 8601).
    pub(super) start: String,
    /// When it ends, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<&'a str>,
}

/// An offer or an ask.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OfferData<'a> {
    /// Its title.
    pub(super) title: &'a str,
    /// What it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<Reference<'a>>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) until: Option<String>,
}

/// Something else on the site.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Reference<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its address.
    pub(super) url: String,
}
