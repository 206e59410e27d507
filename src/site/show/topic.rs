//! A topic's page, and the tree of topics.

use super::super::context::{ViewContext, extra, iso};
use super::super::item::{Card, Page};
use super::super::lists::{BEGINNING, shown};
use super::super::view::expert_view::Offer;
use super::super::view::listing_view::Row;
use super::super::view::parts::{CardHtml, Counted, Phrase};
use super::super::view::topic_view::{TopicExpert, TopicView, Year};
use super::super::view::topics_view::{TopicRow, TopicsView};
use super::event;
use super::expert::offer;
use super::listing::{topics_in_places, whole_list};
use super::row;
use crate::base::{EntryKind, ListKind};

use crate::edition::{ExpertId, Level, ProjectId, Topic, TopicId};
use std::collections::BTreeMap;

/// Years further back than this are not drawn.
const MOST_YEARS: i16 = 30;

pub(super) fn view(context: ViewContext<'_>, id: TopicId) -> TopicView<'_> {
    let edition = context.site.edition;
    let topic = edition.topic(id);
    let most = |total: usize| shown(total, &context.site.config);
    let record = topic.record.as_ref();
    let synonyms = context.synonyms(id);
    let people = &topic.experts[..most(topic.experts.len())];
    let experts = people.iter().take(BEGINNING).map(|ranked| {
        let claim = &edition.expert(ranked.expert).claims[ranked.claim as usize];
        TopicExpert {
            card: context.card(Card::Expert(ranked.expert)),
            score: ranked.score,
            level: claim.level.map(Level::as_str),
            freshness: claim.freshness.label.as_str(),
            last: iso(claim.stated),
            via: (claim.topic != id).then(|| context.topic(claim.topic)),
        }
    });
    let more_experts = people.iter().enumerate().skip(BEGINNING);
    let projects = &topic.projects[..most(topic.projects.len())];
    let requests = &topic.requests[..most(topic.requests.len())];
    let news = &topic.news[..most(topic.news.len())];
    let all = |of: EntryKind| whole_list(context, Page::Topic(id), of);
    TopicView {
        title: title(context, id, topic),
        synonyms: synonyms.iter().map(String::as_str).collect(),
        broader: context.topics(&topic.broader),
        narrower: topic.narrower.iter().map(|id| counted(context, *id)).collect(),
        related: context.topics(&topic.related),
        body: record.and_then(|record| context.body(record, 2)),
        extra: record.and_then(|record| extra(&record.file.extra)),
        shelf_life_months: topic.shelf_life.months(),
        experts: experts.collect(),
        more_experts: more_experts
            .map(|(place, one)| row::expert(context, one.expert, Some((id, place))))
            .collect(),
        experts_total: topic.experts.len(),
        places: topics_in_places(context, |topic, town| (topic == id).then_some(town)).collect(),
        experts_url: all(EntryKind::Expert),
        projects: cards_of(context, projects),
        more_projects: rows_of(context, projects),
        projects_total: topic.projects.len(),
        projects_url: all(EntryKind::Project),
        offers: signed(context, ListKind::Offers, &topic.offers),
        asks: signed(context, ListKind::Asks, &topic.asks),
        requests: requests.iter().map(|id| context.card(Card::Request(*id))).collect(),
        requests_total: topic.requests.len(),
        groups: topic.groups.iter().map(|id| context.card(Card::Group(*id))).collect(),
        requests_url: all(EntryKind::Request),
        events: event::cards(context, &topic.events),
        news: news.iter().map(|id| context.card(Card::Article(*id))).collect(),
        news_total: topic.news.len(),
        news_url: all(EntryKind::Article),
        years: years(context, topic),
    }
}

/// The cards of the first projects.
pub(super) fn cards_of(context: ViewContext<'_>, projects: &[ProjectId]) -> Vec<CardHtml> {
    projects.iter().take(BEGINNING).map(|id| context.card(Card::Project(*id))).collect()
}

/// Those after them, in a line each.
pub(super) fn rows_of<'a>(context: ViewContext<'a>, projects: &[ProjectId]) -> Vec<Row<'a>> {
    projects.iter().skip(BEGINNING).map(|id| row::project(context, *id)).collect()
}

fn title<'a>(context: ViewContext<'a>, id: TopicId, topic: &'a Topic) -> Phrase<'a> {
    let text = context.topic_title(id);
    let translated = topic
        .record
        .as_ref()
        .and_then(|record| context.translation(record))
        .is_some_and(|text| text.title.is_some());
    Phrase { text, lang: if translated { None } else { context.fallback() } }
}

pub(super) fn counted(context: ViewContext<'_>, id: TopicId) -> Counted<'_> {
    Counted {
        title: context.topic_title(id),
        url: context.url(Page::Topic(id)),
        count: context.site.edition.topic(id).experts.len(),
    }
}

/// An offer or ask with the name of its expert.
fn signed<'a>(
    context: ViewContext<'a>,
    list: ListKind,
    items: &[(ExpertId, usize)],
) -> Vec<Offer<'a>> {
    let one = |(id, item): &(ExpertId, usize)| {
        let expert = context.site.edition.expert(*id);
        Some(Offer { expert: Some(context.expert(*id)), ..offer(context, expert, list, *item)? })
    };
    items.iter().filter_map(one).collect()
}

/// Projects a year, without gaps.
fn years(context: ViewContext<'_>, topic: &Topic) -> Vec<Year> {
    let edition = context.site.edition;
    let today = edition.month().year();
    let mut counts: BTreeMap<i16, usize> = BTreeMap::new();
    for id in &topic.projects {
        let Some(period) = edition.project(*id).record.file.period else { continue };
        let first = period.from.year().max(today - MOST_YEARS);
        let open = if period.runs { today } else { period.from.year() };
        let last = period.to.map_or(open, crate::base::Date::year).min(today);
        for year in first..=last {
            *counts.entry(year).or_default() += 1;
        }
    }
    let (Some(first), Some(most)) = (counts.keys().next().copied(), counts.values().max().copied())
    else {
        return Vec::new();
    };
    (first..=today)
        .map(|year| {
            let projects = counts.get(&year).copied().unwrap_or(0);
            Year { year, projects, share: share(projects, most) }
        })
        .collect()
}

/// `part` as a share of `whole`, 0 to 100.
pub(super) fn share(part: usize, whole: usize) -> u32 {
    u32::try_from(part * 100 / whole.max(1)).unwrap_or(100)
}

/// The tree of topics in reading order. A topic with several wider ones stands below each.
pub(super) fn tree(context: ViewContext<'_>) -> TopicsView<'_> {
    let topics = context.site.edition.topics();
    let mut rows = Vec::with_capacity(topics.len());
    let roots =
        context.site.edition.listed_topics().rev().filter(|id| topics[*id].broader.is_empty());
    let mut open: Vec<(TopicId, usize)> = roots.map(|id| (id, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        let topic = &topics[id];
        rows.push(TopicRow {
            title: context.topic_title(id),
            url: context.url(Page::Topic(id)),
            depth,
            experts: topic.experts.len(),
            projects: topic.projects.len(),
        });
        open.extend(topic.narrower.iter().rev().map(|below| (*below, depth + 1)));
    }
    TopicsView { rows }
}
