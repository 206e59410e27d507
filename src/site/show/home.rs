//! The front page of a network.

use super::super::context::ViewContext;
use super::super::item::Card;
use super::super::view::home_view::{Counts, HomeView};
use super::super::view::parts::{CardHtml, Counted, PersonRef, Phrase, Prose};
use super::about::{cut, how_many};
use super::topic::counted;
use crate::base::{EntryKind, Month};
use crate::edition::{EventId, Expert, ExpertId, ProjectId};
use std::cmp::Reverse;

/// Work in so many months is recent.
const RECENT: i32 = 24;

pub(super) fn view(context: ViewContext<'_>) -> HomeView<'_> {
    let edition = context.site.edition;
    let freshest = freshest(context);
    let (experts, experts_are_recent) = recent(context, &freshest);
    let list = |kind: EntryKind| context.standing(&format!("{}/", kind.folder()));
    HomeView {
        core_tasks: own(context, |about| about.core_tasks.as_deref()),
        added_value: own(context, |about| about.added_value.as_deref()),
        audience: audience(context),
        counts: counts(context),
        featured: featured(context).into_iter().map(|id| context.card(Card::Project(id))).collect(),
        requests: edition
            .listed_requests()
            .filter(|(_, request)| !request.closed)
            .take(6)
            .map(|(id, _)| context.card(Card::Request(id)))
            .collect(),
        experts: experts.iter().take(6).map(|id| context.card(Card::Expert(*id))).collect(),
        experts_are_recent,
        topics: topics(context),
        faces: faces(context, &freshest),
        experts_url: list(EntryKind::Expert),
        projects_url: list(EntryKind::Project),
        requests_url: list(EntryKind::Request),
        events: events(context),
        events_url: list(EntryKind::Event),
        news: news(context),
        news_url: list(EntryKind::Article),
        topics_url: list(EntryKind::Topic),
    }
}

/// Cards of the events that come next.
fn events(context: ViewContext<'_>) -> Vec<CardHtml> {
    /// How many.
    const MOST: usize = 3;
    let edition = context.site.edition;
    let is_next = |id: &EventId| {
        let event = edition.event(*id);
        event.listed && !event.is_over
    };
    let next = edition.event_ids().filter(is_next).take(MOST);
    next.map(|id| context.card(Card::Event(id))).collect()
}

/// Cards of the newest pieces of news.
fn news(context: ViewContext<'_>) -> Vec<CardHtml> {
    /// How many.
    const MOST: usize = 3;
    let edition = context.site.edition;
    let listed = edition.article_ids().filter(|id| edition.article(*id).listed);
    listed.take(MOST).map(|id| context.card(Card::Article(id))).collect()
}

/// What the network says of itself: in this language, else in the default one.
fn own<'a>(
    context: ViewContext<'a>,
    text: impl Fn(&'a crate::config::About) -> Option<&'a str>,
) -> Option<Prose<'a>> {
    let texts = &context.site.config.texts;
    let phrase = match text(&texts[context.language].about) {
        Some(text) => Phrase { text, lang: None },
        None => Phrase { text: text(&texts[0].about)?, lang: context.fallback() },
    };
    Some(context.markdown(&phrase, None))
}

fn audience(context: ViewContext<'_>) -> Vec<Phrase<'_>> {
    let texts = &context.site.config.texts;
    let here = &texts[context.language].about.audience;
    let (lines, lang) =
        if here.is_empty() { (&texts[0].about.audience, context.fallback()) } else { (here, None) };
    lines.iter().map(|text| Phrase { text, lang }).collect()
}

/// What the page is about where the site has no words for it: how many experts, in what.
pub(super) fn description(context: ViewContext<'_>) -> Option<String> {
    /// How many topics are named.
    const MOST: usize = 8;
    let experts = context.site.edition.listed_experts().count();
    let count = how_many(context, EntryKind::Expert, experts);
    let topics = topics(context);
    let titles: Vec<_> = topics.iter().take(MOST).map(|topic| topic.title).collect();
    let end = if titles.is_empty() { String::new() } else { format!(": {}", titles.join(", ")) };
    cut(&format!("{} · {count}{end}", context.site_title()))
}

pub(super) fn counts(context: ViewContext<'_>) -> Counts {
    let edition = context.site.edition;
    Counts {
        experts: edition.listed_experts().count(),
        projects: edition.listed_projects().count(),
        organizations: edition.listed_organizations().count(),
        topics: edition.listed_topics().count(),
        requests: edition.listed_requests().filter(|(_, request)| !request.closed).count(),
    }
}

fn featured(context: ViewContext<'_>) -> Vec<ProjectId> {
    let listed = || context.site.edition.listed_projects();
    let featured = listed().filter(|(_, project)| project.record.file.featured).map(|(id, _)| id);
    let chosen: Vec<_> = featured.take(6).collect();
    if chosen.is_empty() { listed().map(|(id, _)| id).take(3).collect() } else { chosen }
}

/// Faces for the top of the page: of those with a portrait, whoever showed their expertise most
/// recently.
fn faces<'a>(context: ViewContext<'a>, freshest: &[ExpertId]) -> Vec<PersonRef<'a>> {
    const MOST: usize = 8;
    let has_face = |id: &&ExpertId| context.portrait(**id).is_some();
    let without = freshest.iter().filter(|id| !has_face(id));
    freshest
        .iter()
        .filter(has_face)
        .chain(without)
        .take(MOST)
        .map(|id| context.person(*id))
        .collect()
}

/// The month in which an expert last showed anything; none when nothing has a date.
fn last_shown(expert: &Expert) -> Option<Month> {
    expert.claims.iter().filter_map(|claim| claim.last).max()
}

/// The experts who were at work recently. Where nobody was, or nothing has a date, some experts,
/// and false.
fn recent<'a>(context: ViewContext<'_>, freshest: &'a [ExpertId]) -> (&'a [ExpertId], bool) {
    let edition = context.site.edition;
    let since = edition.month().last_month().0 - RECENT;
    let is_recent =
        |id: &&ExpertId| last_shown(edition.expert(**id)).is_some_and(|month| month.0 >= since);
    match freshest.iter().take_while(is_recent).count() {
        0 => (freshest, false),
        recent => (&freshest[..recent], true),
    }
}

/// The experts who showed their expertise most recently, the strongest claims first among equals.
fn freshest(context: ViewContext<'_>) -> Vec<ExpertId> {
    let mut experts: Vec<_> = context.site.edition.listed_experts().collect();
    experts.sort_by_cached_key(|(id, expert)| {
        let score: u32 = expert.claims.iter().take(3).map(|claim| claim.score).sum();
        (Reverse((last_shown(expert), score)), *id)
    });
    experts.into_iter().take(24).map(|(id, _)| id).collect()
}

fn topics(context: ViewContext<'_>) -> Vec<Counted<'_>> {
    let all = context.site.edition.listed_topics();
    let mut topics: Vec<_> =
        all.map(|id| counted(context, id)).filter(|topic| topic.count > 0).collect();
    topics.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.url.cmp(&b.url)));
    topics.truncate(24);
    topics
}
