//! News: what of a piece may be seen, and whose pages show it.

use super::entries::{Edition, TopicId};
use super::entry::entry;
use super::kept::{Making, Publish, Selection};
use super::numbers::is_public;
use super::people::shown;
use super::published::Record;
use super::relations::with_ancestors;
use super::spoken::{Speaks, Spoken};
use super::team::Who;
use crate::base::{Code, Date, Diagnostic, Id, Language};
use crate::catalog;
use crate::record::{self, Image};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A piece of news of the edition.
pub type ArticleId = Id<Article>;

/// A piece of news that may be seen.
#[derive(Debug, Hash)]
pub struct Article {
    /// The part of the address that is its own.
    pub slug: String,
    /// What was written, as far as it may be shown.
    pub record: Record<ArticleFile, ArticleText>,
    /// Whether it is in lists, search and feeds.
    pub listed: bool,
    /// The day of the news.
    pub date: Option<Date>,
    /// Who wrote it, as far as they may be named.
    pub authors: Vec<Who>,
    /// What it is about.
    pub topics: Vec<TopicId>,
}

entry! { Article of ArticleFile ArticleText; }

/// What may go out of a piece of news.
#[derive(Debug, Hash)]
pub struct ArticleFile {
    /// Title.
    pub title: String,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
    /// A picture, beside the entry.
    pub image: Option<Image>,
    /// Whatever a theme of one's own wants.
    pub extra: BTreeMap<String, Value>,
}

impl From<record::Article> for ArticleFile {
    fn from(written: record::Article) -> Self {
        let record::Article { title, summary, image, extra, .. } = written;
        Self { title, summary, image, extra }
    }
}

/// The texts of a piece of news.
#[derive(Debug, Hash)]
pub struct ArticleText {
    /// Title.
    pub title: Option<String>,
    /// One or two sentences for lists, feeds and previews.
    pub summary: Option<String>,
}

impl From<record::ArticleText> for ArticleText {
    fn from(written: record::ArticleText) -> Self {
        let record::ArticleText { title, summary } = written;
        Self { title, summary }
    }
}

impl Speaks for Article {
    fn spoken<'a>(&'a self, _: &'a Edition, language: &Language) -> Spoken<'a> {
        Spoken::titled(
            &self.record,
            language,
            |file| (&file.title, file.summary.as_deref()),
            |text| (text.title.as_deref(), text.summary.as_deref()),
        )
    }

    fn topics(&self) -> &[TopicId] {
        &self.topics
    }
}

/// Says which news lies ahead: it is not published before.
pub(super) fn note_later(article: &catalog::Article, today: Date, notes: &mut Vec<Diagnostic>) {
    if let Some(day) = article.date.filter(|day| day.first_day() > today) {
        let message = format!("{day} lies in the future: the news is not published before");
        let place = article.record.origin.anchor.value("date");
        let note = Diagnostic::new(Code::Planned, place, message);
        notes.push(note.help("correct the date, if it is a slip"));
    }
}

impl Publish for catalog::Article {
    type As = Article;

    /// A piece in the folder of somebody who may not be seen, may not be seen either.
    fn stands(&self, seen: &Selection<'_>) -> bool {
        self.owner.is_none_or(|owner| seen.seen_experts[owner.index()])
    }

    /// Not when only somebody who is in no list tells it.
    fn is_listed(&self, is_listed: &[bool]) -> bool {
        is_public(&self.record.common) && self.owner.is_none_or(|owner| is_listed[owner.index()])
    }

    /// Newest first; what has no day, last.
    fn order(kept: &mut [Id<Self>], seen: &Selection<'_>) {
        kept.sort_by_cached_key(|id| {
            let article = &seen.catalog.news[*id];
            (Reverse(article.date.map(Date::last_day)), article.slug.clone())
        });
    }

    /// In what a member wrote nobody signs but the member.
    fn publish(self, _: ArticleId, making: &mut Making<'_>) -> Article {
        let numbers = making.numbers;
        let listed = self.is_listed(&numbers.listed_experts);
        let rank = self.record.origin.rank;
        let owner = self.owner.and_then(|id| numbers.experts.of(id)).map(Who::Expert);
        let authors = self.authors.into_iter().filter_map(|who| shown(&numbers.experts, rank, who));
        let signs = |who: &Who| !rank.is_member() || Some(who) == owner.as_ref();
        Article {
            listed,
            authors: authors.filter(signs).collect(),
            topics: numbers.topic_ids(&self.topics),
            slug: self.slug,
            date: self.date,
            record: Record::of(self.record),
        }
    }
}

/// Puts each piece on the pages of those who wrote it, and of its topics.
pub(super) fn relate(edition: &mut Edition) {
    for (id, article) in edition.news.entries().filter(|(_, article)| article.listed) {
        for topic in with_ancestors(&edition.topics, &article.topics) {
            edition.topics[topic].news.push(id);
        }
        for expert in article.authors.iter().filter_map(Who::expert) {
            edition.experts[expert].news.push(id);
        }
    }
}
