//! `group`: everything a group's page shows.

use super::expert_view::{FormatLink, SpokenLanguage};
use super::map_view::SmallMap;
use super::parts::{CardHtml, Contact, Extra, Link, OutLink, Period, PersonRef, Phrase, Prose};
use serde::Serialize;

/// A group's page, as the variable `group`.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView<'a> {
    /// Name.
    pub title: Phrase<'a>,
    /// What it is: `circle`, `committee`, … (interface string `group_kind.<kind>`).
    pub kind: Option<&'static str>,
    /// The group that it is part of.
    pub part_of: Option<Link<'a>>,
    /// What it is there for.
    pub purpose: Option<Prose<'a>>,
    /// Languages that it works in.
    pub languages: Vec<SpokenLanguage<'a>>,
    /// Where.
    pub place: Option<&'a str>,
    /// A small map of where that is, on a site that has a map.
    pub map: Option<SmallMap>,
    /// From when to when there is such a group.
    pub period: Period,
    /// Whether its last day has passed.
    pub is_over: bool,
    /// What it is about.
    pub topics: Vec<Link<'a>>,
    /// Who is in it at present, in the order in which they were written.
    pub members: Vec<GroupMember<'a>>,
    /// Who will be.
    pub planned: Vec<GroupMember<'a>>,
    /// Who was, the last first.
    pub former: Vec<GroupMember<'a>>,
    /// Seats that nobody has.
    pub seats: Vec<OpenSeat<'a>>,
    /// Cards of the groups that are part of it, by title.
    pub parts: Vec<CardHtml>,
    /// Cards of its events, those to come first.
    pub events: Vec<CardHtml>,
    /// The calendar of its events.
    pub events_calendar: Option<String>,
    /// How many people are in it or in a group within it at present.
    pub everybody_total: usize,
    /// The list of them, when groups are part of it.
    pub everybody_url: Option<String>,
    /// How somebody joins it.
    pub join: Option<Prose<'a>>,
    /// How to reach it.
    pub contact: Option<Contact>,
    /// Sites elsewhere.
    pub links: Vec<OutLink<'a>>,
    /// The long story.
    pub body: Option<Prose<'a>>,
    /// Files that say the same in machine-readable formats.
    pub formats: Vec<FormatLink>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
}

/// One term of somebody in a group.
#[derive(Debug, Clone, Serialize)]
pub struct GroupMember<'a> {
    /// Who.
    pub person: PersonRef<'a>,
    /// What they are in it.
    pub role: Option<Phrase<'a>>,
    /// From when to when.
    pub period: Period,
}

/// Seats of one role that nobody has.
#[derive(Debug, Clone, Serialize)]
pub struct OpenSeat<'a> {
    /// What whoever has it is.
    pub role: Phrase<'a>,
    /// How many are open.
    pub number: usize,
    /// What they ask for.
    pub topics: Vec<Link<'a>>,
    /// Who fits that, and is not in the group, best first, at most four.
    pub candidates: Vec<PersonRef<'a>>,
}

/// One term of an expert in a group, on the expert's own page.
#[derive(Debug, Clone, Serialize)]
pub struct Membership<'a> {
    /// In which group.
    pub group: Link<'a>,
    /// The language of the group's name, when it is not the page's.
    pub lang: Option<&'a str>,
    /// What they are in it.
    pub role: Option<Phrase<'a>>,
    /// From when to when.
    pub period: Period,
    /// `present`, `planned` or `former` (interface string `group.<standing>`).
    pub standing: &'static str,
}
