//! The jobs and studies of an expert.

use super::super::context::{ViewContext, iso};
use super::super::view::expert_view::Position;
use super::super::view::parts::{Link, Period};
use crate::base::{Date, ListKind};
use crate::edition::{self, Expert, OrganizationId};
use std::cmp::Reverse;

/// Newest first: by the end (what still runs ends last), then the start.
fn newest(position: &edition::Position) -> impl Ord + use<> {
    let (from, to) = (position.from, position.to);
    // One of which the end is not known stands where it began.
    let to = to.or(from.filter(|_| !position.is_held));
    (!position.is_held, Reverse(to.map(Date::last_day)), Reverse(from.map(Date::first_day)))
}

pub(super) fn positions<'a>(
    context: ViewContext<'a>,
    expert: &'a Expert,
    list: ListKind,
) -> Vec<Position<'a>> {
    let record = &expert.record;
    let positions = record.file.positions_in(list);
    let linked = expert.organizations.of(list);
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by_key(|at| (newest(&positions[*at]), *at));
    order
        .into_iter()
        .map(|at| {
            let written = &positions[at];
            let translated = move |text: &'a edition::ExpertText| text.item(list, at);
            let title = context
                .phrase(record, Some(&written.title), |text| translated(text)?.title.as_deref());
            let page: Option<OrganizationId> = linked.get(at).copied().flatten();
            Position {
                title: title.expect("a position has a title"),
                organization: match page {
                    Some(id) => Some(context.organization(id)),
                    None => written.organization.as_deref().map(|title| Link { title, url: None }),
                },
                period: Period {
                    from: iso(written.from),
                    to: iso(written.to),
                    runs: written.is_held,
                    planned: written.is_planned,
                },
                text: context.prose(record, written.text.as_deref(), |text| {
                    translated(text)?.text.as_deref()
                }),
                item: at,
            }
        })
        .collect()
}
