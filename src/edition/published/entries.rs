//! What may go out of projects, organizations, topics, requests and text pages.

use super::all;
use super::item::{Contact, Testimonial};
use crate::base::Date;
use crate::config::ShelfLife;
use crate::record::{self, Image, Level, Location, Part, SpokenLanguage, Telling};
use serde_json::Value;
use std::collections::BTreeMap;

/// What may go out of a dated case.
#[derive(Debug, Hash)]
pub struct ProjectFile {
    /// Title.
    pub title: String,
    /// Branch of industry.
    pub sector: Option<String>,
    /// From when to when.
    pub period: Option<Period>,
    /// The day on which somebody confirmed that it is still running.
    pub confirmed_on: Option<Date>,
    /// Where.
    pub place: Option<String>,
    /// What the client asked (Markdown).
    pub question: Option<String>,
    /// How it was done (Markdown).
    pub approach: Option<String>,
    /// What came of it (Markdown).
    pub result: Option<String>,
    /// Results in figures.
    pub outcomes: Vec<Outcome>,
    /// Pictures beside the case.
    pub images: Vec<Image>,
    /// What the client says of it.
    pub testimonial: Option<Testimonial>,
    /// Whether the network puts it forward.
    pub featured: bool,
    /// What a CV that has to be short says of it.
    pub short: Option<String>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Project> for ProjectFile {
    fn from(written: record::Project) -> Self {
        Self {
            title: written.title,
            sector: written.sector,
            period: written.period.map(Into::into),
            confirmed_on: written.confirmed_on,
            place: written.place,
            question: written.question,
            approach: written.approach,
            result: written.result,
            outcomes: all(written.outcomes),
            images: written.images,
            testimonial: written.testimonial.map(Into::into),
            featured: written.featured,
            short: written.short,
            extra: written.extra,
        }
    }
}

/// From when to when.
#[derive(Debug, Clone, Copy, Hash)]
pub struct Period {
    /// Since when.
    pub from: Date,
    /// Until when.
    pub to: Option<Date>,
    /// Whether it goes on: it has begun, and no end is written, nor one that cannot be read.
    pub runs: bool,
    /// Whether it has yet to begin.
    pub is_planned: bool,
}

impl Period {
    /// The last date of it: its end, today while it runs, or else what is known of it, its
    /// beginning.
    pub fn last(&self, today: Date) -> Date {
        self.to.unwrap_or(if self.runs { today } else { self.from })
    }
}

impl From<record::Period> for Period {
    fn from(written: record::Period) -> Self {
        let record::Period { from, to, lost } = written;
        Self { from, to, runs: to.is_none() && !lost.has(Telling::To), is_planned: false }
    }
}

/// A result in one figure.
#[derive(Debug, Hash)]
pub struct Outcome {
    /// What is counted.
    pub label: String,
    /// The figure, as written.
    pub value: String,
}

impl From<record::Outcome> for Outcome {
    fn from(written: record::Outcome) -> Self {
        Self { label: written.label, value: written.value.0 }
    }
}

/// What may go out of an organization.
#[derive(Debug, Hash)]
pub struct OrganizationFile {
    /// Other names for it.
    pub synonyms: Vec<String>,
    /// Its logo, beside the file.
    pub logo: Option<Image>,
    /// Where it is.
    pub place: Option<String>,
    /// Branch of industry.
    pub sector: Option<String>,
    /// What it is there for (Markdown).
    pub core_tasks: Option<String>,
    /// What it adds (Markdown).
    pub added_value: Option<String>,
    /// Whom it serves.
    pub audience: Vec<String>,
    /// Sites elsewhere.
    pub links: BTreeMap<String, String>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Organization> for OrganizationFile {
    fn from(written: record::Organization) -> Self {
        Self {
            synonyms: written.synonyms,
            logo: written.logo,
            place: written.place,
            sector: written.sector,
            core_tasks: written.core_tasks,
            added_value: written.added_value,
            audience: written.audience,
            links: written.links,
            extra: written.extra,
        }
    }
}

/// What may go out of a topic.
#[derive(Debug, Hash)]
pub struct TopicFile {
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// The same concept elsewhere: ESCO, Wikidata.
    pub same_as: Vec<String>,
    /// How long expertise in it stays good, as it was written for the topic itself.
    pub(in crate::edition) shelf_life: Option<ShelfLife>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Topic> for TopicFile {
    fn from(written: record::Topic) -> Self {
        Self {
            synonyms: written.synonyms,
            same_as: written.same_as,
            shelf_life: written.shelf_life,
            extra: written.extra,
        }
    }
}

/// What may go out of a client's question.
#[derive(Debug, Hash)]
pub struct RequestFile {
    /// Title.
    pub title: String,
    /// What is needed, but for the topics: those are ids, in the same order.
    pub needs: Vec<RequestNeed>,
    /// Languages that are needed.
    pub languages: Vec<SpokenLanguage>,
    /// Where.
    pub place: Option<Location>,
    /// From when.
    pub from: Option<Date>,
    /// Until when; after this day the request is closed.
    pub until: Option<Date>,
    /// Hours a week.
    pub hours: Option<u16>,
    /// How to answer, as far as that may be known.
    pub contact: Option<Contact>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Request> for RequestFile {
    /// But for `contact`, which the site's own choice decides too.
    fn from(written: record::Request) -> Self {
        Self {
            title: written.title,
            needs: all(written.needs),
            languages: written.languages,
            place: written.place,
            from: written.from,
            until: written.until,
            hours: written.hours,
            contact: None,
            extra: written.extra,
        }
    }
}

/// How much of a topic a request needs.
#[derive(Debug, Hash)]
pub struct RequestNeed {
    /// The least level.
    pub level: Option<Level>,
    /// Core team, or drawn in from outside.
    pub part: Option<Part>,
    /// Weight, 1 to 3.
    pub weight: u32,
}

impl From<record::Need> for RequestNeed {
    fn from(written: record::Need) -> Self {
        let record::Need { topic: _, level, part, weight } = written;
        Self { level: level.map(|given| given.level), part, weight: weight.unwrap_or(1) }
    }
}

/// What may go out of a text page.
#[derive(Debug, Hash)]
pub struct PageFile {
    /// Title.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: Option<String>,
    /// Its place among the pages of its folder.
    pub order: Option<u16>,
    /// Whether it begins with a list of its headings, when its author says so.
    pub contents: Option<bool>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Page> for PageFile {
    fn from(written: record::Page) -> Self {
        Self {
            title: written.title,
            description: written.description,
            order: written.order,
            contents: written.contents,
            extra: written.extra,
        }
    }
}
