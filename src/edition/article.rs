//! News: what of a piece may be seen, and whose pages show it.

use super::entries::{Edition, TopicId};
use super::numbers::{Kept, Numbers, is_public};
use super::people::shown;
use super::published::{ArticleFile, ArticleText, Record};
use super::relations::with_ancestors;
use super::spoken::{Speaks, Spoken};
use super::team::Who;
use crate::base::{Code, Date, Diagnostic, Id, Language, kinds};
use crate::catalog::{self, Catalog};
use std::cmp::Reverse;

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

kinds! { Article }

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

/// Whether a piece is in lists: not when only somebody who is in none tells it.
pub(super) fn is_listed(article: &catalog::Article, listed_experts: &[bool]) -> bool {
    is_public(&article.record.common)
        && article.owner.is_none_or(|owner| listed_experts[owner.index()])
}

/// Newest first; what has no day, last.
pub(super) fn order(kept: &mut [Id<catalog::Article>], catalog: &Catalog) {
    kept.sort_by_cached_key(|id| {
        let article = &catalog.news[*id];
        (Reverse(article.date.map(Date::last_day)), article.slug.clone())
    });
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

/// The topics that the news among `kept` is about.
pub(super) fn topics<'a>(
    catalog: &'a Catalog,
    kept: &'a Kept,
) -> impl Iterator<Item = &'a catalog::TopicId> {
    kept.news.iter().flat_map(|id| &catalog.news[*id].topics)
}

impl Numbers {
    /// A piece of news, as far as it may be seen. In what a member wrote nobody signs but the
    /// member.
    pub(super) fn article(&self, article: catalog::Article) -> Article {
        let listed = is_listed(&article, &self.listed_experts);
        let rank = article.record.origin.rank;
        let owner = article.owner.and_then(|id| self.experts.of(id)).map(Who::Expert);
        let authors = article.authors.into_iter().filter_map(|who| shown(&self.experts, rank, who));
        let signs = |who: &Who| !rank.is_member() || Some(who) == owner.as_ref();
        Article {
            listed,
            authors: authors.filter(signs).collect(),
            topics: self.topic_ids(&article.topics),
            slug: article.slug,
            date: article.date,
            record: Record::of(article.record),
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
