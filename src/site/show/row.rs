//! Rows: what long lists have instead of cards.

use super::super::context::{ViewContext, period};
use super::super::item::{Card, Page};
use super::super::lists::{Filter, List};
use super::super::view::listing_view::Row;
use super::super::view::parts::Phrase;
use super::card::availability;
use crate::edition::{ExpertId, ProjectId, TopicId};
use std::ops::Range;

/// The rows of the entries of a list at these places.
pub(super) fn rows<'a>(
    context: ViewContext<'a>,
    list: &'a List,
    places: Range<usize>,
) -> Vec<Row<'a>> {
    let of_topic = match list.filter {
        Filter::Topic(topic) => Some(topic),
        _ => None,
    };
    let cards = list.cards[places.clone()].iter().zip(places);
    let row = |(card, place): (&Card, usize)| match card {
        Card::Expert(id) => Some(expert(context, *id, of_topic.map(|topic| (topic, place)))),
        Card::Project(id) => Some(project(context, *id)),
        _ => None,
    };
    cards.filter_map(row).collect()
}

/// A person; on a list of a topic, whose order is the topic's own, with how fresh it is.
pub(super) fn expert(
    context: ViewContext<'_>,
    id: ExpertId,
    on: Option<(TopicId, usize)>,
) -> Row<'_> {
    let edition = context.site.edition;
    let (expert, link) = (edition.expert(id), context.expert(id));
    let freshness = on.map(|(topic, place)| {
        let ranked = &edition.topic(topic).experts[place];
        expert.claims[ranked.claim as usize].freshness.label.as_str()
    });
    Row {
        title: Phrase { text: link.title, lang: None },
        url: link.url,
        headline: context.headline(id),
        freshness,
        availability: availability(expert),
        place: expert.record.file.location.as_ref().and_then(|it| it.city.as_deref()),
        client: None,
        period: period(None),
    }
}

pub(super) fn project(context: ViewContext<'_>, id: ProjectId) -> Row<'_> {
    let project = context.site.edition.project(id);
    let file = &project.record.file;
    Row {
        title: context.project_title(id),
        url: Some(context.url(Page::Project(id))),
        headline: None,
        freshness: None,
        availability: None,
        place: file.place.as_deref(),
        client: project.client.map(|id| context.organization(id).title),
        period: period(file.period),
    }
}
