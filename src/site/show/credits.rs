//! What a profile lists with a date: certificates, talks, awards.

use super::super::citation::links;
use super::super::context::{ViewContext, iso};
use super::super::view::expert_view::Credit;
use crate::base::{Date, ListKind};
use crate::edition::{Expert, ExpertId};
use std::cmp::Reverse;

pub(super) fn certificates<'a>(context: ViewContext<'a>, expert: &'a Expert) -> Vec<Credit<'a>> {
    let record = &expert.record;
    let list = &record.file.certificates;
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by_key(|at| (Reverse(list[*at].date.map(Date::last_day)), *at));
    order
        .into_iter()
        .map(|at| {
            let written = &list[at];
            let title = context.phrase(record, Some(&written.title), |text| {
                text.certificates.get(at)?.title.as_deref()
            });
            Credit {
                title: title.expect("a certificate has a title"),
                venue: written.organization.as_deref(),
                venue_url: page_of(context, expert, ListKind::Certificates, at),
                date: iso(written.date),
                until: iso(written.until),
                url: written.url.clone(),
                planned: written.is_planned,
                authors: Vec::new(),
                others: false,
                citation: Vec::new(),
                item: Some(at),
            }
        })
        .collect()
}

pub(super) fn credits(context: ViewContext<'_>, id: ExpertId, list: ListKind) -> Vec<Credit<'_>> {
    let expert = context.site.edition.expert(id);
    let record = &expert.record;
    let credits = record.file.credits_in(list);
    let mut order: Vec<usize> = (0..credits.len()).collect();
    order.sort_by_key(|at| (Reverse(credits[*at].date.map(Date::last_day)), *at));
    order
        .into_iter()
        .map(|at| {
            let written = &credits[at];
            let title =
                context.phrase(record, Some(&written.title), move |text| text.title(list, at));
            let authors = expert.authors.of(list).get(at);
            Credit {
                title: title.expect("a credit has a title"),
                venue: written.place(),
                // A venue is none of the organizations.
                venue_url: page_of(context, expert, list, at).filter(|_| written.venue.is_none()),
                date: iso(written.date),
                until: None,
                url: written.url.clone(),
                planned: written.is_planned,
                authors: authors.map_or_else(Vec::new, |authors| links(context, id, authors)),
                others: authors.is_some_and(|authors| authors.others),
                citation: Vec::new(),
                item: Some(at),
            }
        })
        .collect()
}

/// The page of the organization that an item names.
fn page_of(context: ViewContext<'_>, expert: &Expert, list: ListKind, at: usize) -> Option<String> {
    let named = expert.organizations.of(list).get(at).copied().flatten();
    named.and_then(|id| context.organization(id).url)
}
