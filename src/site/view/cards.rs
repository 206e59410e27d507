//! `card`: what the card of an entry shows. A card is rendered once per language.

use super::expert_view::Availability;
use super::parts::{Link, Period, PersonRef, Phrase, Picture, Place};
use serde::Serialize;

/// The card of an expert: `components/expert-card.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ExpertCard<'a> {
    /// Name, headline, portrait and address.
    pub person: PersonRef<'a>,
    /// Where the person works from.
    pub place: Option<Place<'a>>,
    /// Whether there is room for new work.
    pub availability: Option<Availability>,
    /// Up to four topics, the freshest and strongest first.
    pub topics: Vec<CardTopic<'a>>,
}

/// A topic on an expert's card.
#[derive(Debug, Clone, Serialize)]
pub struct CardTopic<'a> {
    /// The topic's title.
    pub title: &'a str,
    /// Freshness label.
    pub freshness: &'static str,
}

/// The card of a project: `components/project-card.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectCard<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// Root-relative address.
    pub url: String,
    /// The first sentences of the client's question, as plain text.
    pub summary: Option<String>,
    /// Language of `summary` when it is not the page's.
    pub summary_lang: Option<&'a str>,
    /// The client.
    pub client: Option<&'a str>,
    /// From when to when.
    pub period: Period,
    /// Where.
    pub place: Option<&'a str>,
    /// First picture.
    pub image: Option<Picture<'a>>,
    /// Up to five people of the team.
    pub team: Vec<PersonRef<'a>>,
    /// Up to three topics.
    pub topics: Vec<&'a str>,
}

/// The card of an organization: `components/organization-card.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OrganizationCard<'a> {
    /// Name and address.
    pub organization: Link<'a>,
    /// Where.
    pub place: Option<&'a str>,
    /// How many projects it had done.
    pub projects: usize,
    /// How many experts name it in their profiles, or worked for it.
    pub people: usize,
}

/// The card of a request: `components/request-card.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RequestCard<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// Root-relative address.
    pub url: String,
    /// Who asks.
    pub organization: Option<&'a str>,
    /// What is needed.
    pub topics: Vec<&'a str>,
    /// From when, ISO 8601.
    pub from: Option<String>,
    /// Until when, ISO 8601.
    pub until: Option<String>,
    /// Whether its last day has passed.
    pub closed: bool,
    /// Where.
    pub place: Option<Place<'a>>,
}

/// The card of a group: `components/group-card.html`.
#[derive(Debug, Clone, Serialize)]
pub struct GroupCard<'a> {
    /// Its name.
    pub title: Phrase<'a>,
    /// Root-relative address.
    pub url: String,
    /// What it is: `circle`, `committee`, … (interface string `group_kind.<kind>`).
    pub kind: Option<&'static str>,
    /// The group that it is part of.
    pub part_of: Option<Phrase<'a>>,
    /// Where.
    pub place: Option<&'a str>,
    /// The first sentences of what it is there for, as plain text.
    pub summary: Option<String>,
    /// Language of `summary` when it is not the page's.
    pub summary_lang: Option<&'a str>,
    /// How many people are in it or in a group within it at present.
    pub people: usize,
    /// How many groups are part of it.
    pub parts: usize,
    /// How many seats are open.
    pub open_seats: usize,
    /// Whether its last day has passed.
    pub is_over: bool,
    /// From when to when.
    pub period: Period,
}
