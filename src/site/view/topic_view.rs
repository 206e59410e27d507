//! `topic`: everything a topic's page shows.

use super::expert_view::Offer;
use super::listing_view::Row;
use super::parts::{CardHtml, Counted, Extra, Link, Phrase, Prose};
use serde::Serialize;

/// A topic's page, as the variable `topic`.
#[derive(Debug, Clone, Serialize)]
pub struct TopicView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// Other words for it.
    pub synonyms: Vec<&'a str>,
    /// Wider topics.
    pub broader: Vec<Link<'a>>,
    /// Narrower topics, with their experts counted (those of still narrower topics included).
    pub narrower: Vec<Counted<'a>>,
    /// Neighbouring topics.
    pub related: Vec<Link<'a>>,
    /// Description.
    pub body: Option<Prose<'a>>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
    /// Shelf life in months; none for knowledge that does not age.
    pub shelf_life_months: Option<u32>,
    /// The first experts, by topic score.
    pub experts: Vec<TopicExpert<'a>>,
    /// Those after them, in a line each; none where they have a list.
    pub more_experts: Vec<Row<'a>>,
    /// How many experts there are in all.
    pub experts_total: usize,
    /// The list of all of them, when there are more than `experts` shows.
    pub experts_url: Option<String>,
    /// Towns with experts on it, each with a list of its own; the most frequent of the site.
    pub places: Vec<Counted<'a>>,
    /// Cards of the first projects, newest first.
    pub projects: Vec<CardHtml>,
    /// Those after them, in a line each; none where they have a list.
    pub more_projects: Vec<Row<'a>>,
    /// How many projects there are in all.
    pub projects_total: usize,
    /// The list of all of them, when there are more than `projects` shows.
    pub projects_url: Option<String>,
    /// Offers about it.
    pub offers: Vec<Offer<'a>>,
    /// Asks about it.
    pub asks: Vec<Offer<'a>>,
    /// Cards of groups about it or a narrower topic, by title.
    pub groups: Vec<CardHtml>,
    /// Cards of open requests that need it.
    pub requests: Vec<CardHtml>,
    /// How many open requests there are in all.
    pub requests_total: usize,
    /// The list of all of them, when there are more than `requests` shows.
    pub requests_url: Option<String>,
    /// Cards of events about it or a narrower topic, those to come first.
    pub events: Vec<CardHtml>,
    /// Cards of news about it or a narrower topic, newest first.
    pub news: Vec<CardHtml>,
    /// How many pieces of news there are in all.
    pub news_total: usize,
    /// The list of all of them, when there are more than `news` shows.
    pub news_url: Option<String>,
    /// Projects a year, without gaps, oldest first.
    pub years: Vec<Year>,
}

/// An expert in the order of a topic.
#[derive(Debug, Clone, Serialize)]
pub struct TopicExpert<'a> {
    /// The expert's card.
    pub card: CardHtml,
    /// Topic score from 0 to 1000.
    pub score: u32,
    /// `aware`, `practitioner`, `expert` or `authority`; none when nobody claimed one.
    pub level: Option<&'static str>,
    /// Freshness label.
    pub freshness: &'static str,
    /// When it was last shown, ISO 8601: a month, or a year where no month is known.
    pub last: Option<String>,
    /// The narrower topic through which the expert is found, if any.
    pub via: Option<Link<'a>>,
}

/// How many projects touched the topic in a year.
#[derive(Debug, Clone, Serialize)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Projects that ran in it.
    pub projects: usize,
    /// `projects` as a share of the busiest year, 0 to 100.
    pub share: u32,
}
