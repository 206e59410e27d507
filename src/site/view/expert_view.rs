//! `expert`: everything an expert's page shows.

use super::group_view::Membership;
use super::listing_view::Row;
use super::map_view::SmallMap;
use super::parts::{
    CardHtml, Contact, Extra, Link, OutLink, Period, PersonRef, Phrase, Picture, Place, Prose,
};
use super::timeline_view::Timeline;
use serde::Serialize;

/// An expert's page, as the variable `expert`.
#[derive(Debug, Clone, Serialize)]
pub struct ExpertView<'a> {
    /// Name as the person writes it.
    pub name: &'a str,
    /// Given names, when the name has several parts.
    pub given_name: Option<String>,
    /// Family name with its particles, when the name has several parts.
    pub family_name: Option<String>,
    /// One to three letters that stand in for a photo.
    pub initials: String,
    /// One line about the person.
    pub headline: Option<Phrase<'a>>,
    /// Pronouns as the person writes them.
    pub pronouns: Option<&'a str>,
    /// Portrait.
    pub photo: Option<Picture<'a>>,
    /// Where the person works from.
    pub place: Option<Place<'a>>,
    /// A small map of where that is, on a site that has a map; none of whoever is on no map.
    pub map: Option<SmallMap>,
    /// Languages that the person works in.
    pub languages: Vec<SpokenLanguage<'a>>,
    /// Whether there is room for new work.
    pub availability: Option<Availability>,
    /// What the person is asked for: project lead, advisor, …
    pub roles: Vec<Phrase<'a>>,
    /// Whom the person works for.
    pub audience: Vec<Phrase<'a>>,
    /// The answered ones of the four questions, in order.
    pub questions: Vec<Question<'a>>,
    /// Claims to topics, the freshest and strongest first.
    pub expertise: Vec<Claim<'a>>,
    /// Cards of the person's projects, newest first; in a network of the first three.
    pub projects: Vec<CardHtml>,
    /// The projects after those, in a line each.
    pub more_projects: Vec<Row<'a>>,
    /// People with whom projects were shared, most shared first.
    pub collaborators: Vec<Collaborator<'a>>,
    /// Terms in groups: present ones, those that are planned, then former ones, the last first.
    pub groups: Vec<Membership<'a>>,
    /// Cards of events at which the expert speaks, those to come first.
    pub events: Vec<CardHtml>,
    /// Cards of news that the expert wrote, newest first.
    pub news: Vec<CardHtml>,
    /// What the person brings to others.
    pub offers: Vec<Offer<'a>>,
    /// What the person looks for from others.
    pub asks: Vec<Offer<'a>>,
    /// Positions held, newest first.
    pub experience: Vec<Position<'a>>,
    /// Studies, newest first.
    pub education: Vec<Position<'a>>,
    /// Certificates, newest first.
    pub certificates: Vec<Credit<'a>>,
    /// Publications, newest first.
    pub publications: Vec<Credit<'a>>,
    /// Talks, newest first.
    pub talks: Vec<Credit<'a>>,
    /// Awards, newest first.
    pub awards: Vec<Credit<'a>>,
    /// What others say.
    pub testimonials: Vec<Testimonial<'a>>,
    /// Profiles and sites elsewhere.
    pub links: Vec<OutLink<'a>>,
    /// How to reach the person, as far as they allow.
    pub contact: Option<Contact>,
    /// The long story.
    pub body: Option<Prose<'a>>,
    /// When the expertise was shown, and until when it is good, as a picture.
    pub timeline: Option<Timeline<'a>>,
    /// Experts with expertise in the same topics, most alike first, at most four.
    pub related: Vec<PersonRef<'a>>,
    /// Files that say the same in machine-readable formats.
    pub formats: Vec<FormatLink>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
}

/// A file that says what a page says in a machine-readable format.
#[derive(Debug, Clone, Serialize)]
pub struct FormatLink {
    /// `card`, `card4`, `qr`, `resume`, `jcard`, `jscontact`, `data` or `murmurations` (interface
    /// string `format.<key>`).
    pub key: &'static str,
    /// Media type.
    pub media_type: &'static str,
    /// Root-relative address.
    pub url: String,
}

/// A language that a person works in.
#[derive(Debug, Clone, Serialize)]
pub struct SpokenLanguage<'a> {
    /// BCP 47 tag.
    pub tag: &'a str,
    /// Name of the language in the page's language, else in its own.
    pub name: String,
    /// CEFR level: A1 to C2.
    pub level: Option<&'a str>,
}

/// Whether there is room for new work.
#[derive(Debug, Clone, Serialize)]
pub struct Availability {
    /// `open`, `limited` or `closed`.
    pub status: &'static str,
    /// From when, ISO 8601.
    pub from: Option<String>,
    /// Hours a week.
    pub hours: Option<u16>,
}

/// An answer to one of the four questions.
#[derive(Debug, Clone, Serialize)]
pub struct Question<'a> {
    /// `who`, `can`, `value` or `flow`; the question itself is the interface string
    /// `question.<key>`.
    pub key: &'static str,
    /// The answer.
    pub answer: Prose<'a>,
}

/// One expert's claim to one topic.
#[derive(Debug, Clone, Serialize)]
pub struct Claim<'a> {
    /// The topic.
    pub topic: Link<'a>,
    /// `aware`, `practitioner`, `expert` or `authority`; none when nobody claimed one.
    pub level: Option<&'static str>,
    /// The level as a number from 1 to 4.
    pub level_number: Option<u8>,
    /// Since when, ISO 8601.
    pub since: Option<String>,
    /// `current`, `fresh`, `past`, `dormant`, `undated` or `evergreen` (interface string
    /// `freshness.<label>`).
    pub freshness: &'static str,
    /// Freshness points from 0 to 1000.
    pub points: u32,
    /// Months until the claim passes its shelf life, when that is within six months.
    pub expires_in: Option<u32>,
    /// When it was last shown, ISO 8601: a month, or a year where no month is known.
    pub last: Option<String>,
    /// `evidenced`, `declared` or `undated`.
    pub basis: &'static str,
    /// The newest evidence: a project, publication or certificate.
    pub evidence: Option<Link<'a>>,
    /// The expert's own remark.
    pub note: Option<Phrase<'a>>,
}

/// Somebody with whom projects or publications were shared.
#[derive(Debug, Clone, Serialize)]
pub struct Collaborator<'a> {
    /// The other person.
    pub person: PersonRef<'a>,
    /// The titles of the shared publications.
    pub publications: Vec<Phrase<'a>>,
    /// The shared projects, newest first.
    pub projects: Vec<Link<'a>>,
    /// The last year of the newest of them.
    pub last: Option<i16>,
}

/// An offer or an ask.
#[derive(Debug, Clone, Serialize)]
pub struct Offer<'a> {
    /// Its title.
    pub title: Phrase<'a>,
    /// Its text.
    pub text: Option<Prose<'a>>,
    /// The topics that it is about.
    pub topics: Vec<Link<'a>>,
    /// Until when, ISO 8601.
    pub until: Option<String>,
    /// The expert whose offer or ask it is; left out on the expert's own page.
    pub expert: Option<Link<'a>>,
    /// Whose asks an offer answers, or whose offers answer an ask; reciprocal ones first, at most
    /// five.
    pub matches: Vec<Match<'a>>,
}

/// An offer that answers an ask, seen from one of the two.
#[derive(Debug, Clone, Serialize)]
pub struct Match<'a> {
    /// The other one.
    pub person: Link<'a>,
    /// The title of their ask or offer.
    pub title: Phrase<'a>,
    /// The topics on which they meet.
    pub topics: Vec<Link<'a>>,
    /// Points from 0 to 1000.
    pub score: u32,
    /// Whether the other way round there is a match too.
    pub mutual: bool,
}

/// A position held or a study followed.
#[derive(Debug, Clone, Serialize)]
pub struct Position<'a> {
    /// Function or degree.
    pub title: Phrase<'a>,
    /// Employer or school.
    pub organization: Option<Link<'a>>,
    /// From when to when.
    pub period: Period,
    /// A few words about it.
    pub text: Option<Prose<'a>>,
    /// Its place in the list as it was written, for CVs.
    #[serde(skip)]
    pub(crate) item: usize,
}

/// A piece of a citation: words, which may stand out, or lead somewhere.
#[derive(Debug, Clone, Serialize)]
pub struct CitePart<'a> {
    /// Plain text; the template escapes it.
    pub text: String,
    /// BCP 47 tag to mark the text with, when it differs from the page's language.
    pub lang: Option<&'a str>,
    /// Whether it stands out: the title of a book, the name of a journal.
    pub emphasis: bool,
    /// Where it leads.
    pub url: Option<String>,
    /// Whether that is outside the site.
    pub outside: bool,
}

/// A certificate, publication, talk or award.
#[derive(Debug, Clone, Serialize)]
pub struct Credit<'a> {
    /// Its title.
    pub title: Phrase<'a>,
    /// Issuer, publisher, event.
    pub venue: Option<&'a str>,
    /// The page of that organization.
    pub venue_url: Option<String>,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Whether that has yet to come.
    pub planned: bool,
    /// Until when it is valid, ISO 8601.
    pub until: Option<String>,
    /// Where to find it.
    pub url: Option<String>,
    /// Who made it, in order, as far as they may be named; empty when only the person is known.
    pub authors: Vec<Link<'a>>,
    /// Whether there are others, who may not be named.
    pub others: bool,
    /// The publication as it is cited, piece by piece; empty when it is not.
    pub citation: Vec<CitePart<'a>>,
    /// Its place in the person's list as it was written, for CVs; none of what others list.
    #[serde(skip)]
    pub(crate) item: Option<usize>,
}

/// What somebody says about a person or a project.
#[derive(Debug, Clone, Serialize)]
pub struct Testimonial<'a> {
    /// The words.
    pub quote: Phrase<'a>,
    /// Who said them, as written.
    pub name: Option<&'a str>,
    /// Their profile, when they have one here.
    pub url: Option<String>,
    /// Whether it was somebody whose profile is here no more.
    pub gone: bool,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Their function.
    pub role: Option<&'a str>,
    /// Where they work.
    pub organization: Option<Link<'a>>,
}
