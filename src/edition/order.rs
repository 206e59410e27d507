//! The order in which entries are shown. Ids follow it, so that sorting by id is sorting for show.

use super::group::is_over;
use crate::base::Date;
use crate::base::Id;
use crate::base::collation::Collation;
use crate::catalog::{self, Catalog, Request};
use crate::record::{Project, Telling};
use std::cmp::Reverse;

/// The places of `kept` in the order of `name`, with `slug` where names are equal.
pub(super) fn by_name<'a, T>(
    kept: &mut [Id<T>],
    collation: &Collation,
    name: impl Fn(Id<T>) -> &'a str,
    slug: impl Fn(Id<T>) -> &'a str,
) {
    kept.sort_by_cached_key(|id| (collation.key(name(*id)), slug(*id).to_owned()));
}

/// Newest first: by the end (a running project ends today), then the start, then the slug.
pub(super) fn projects(kept: &mut [Id<catalog::Project>], catalog: &Catalog, date: Date) {
    // What has yet to begin or to end comes no earlier for it.
    let begun = |project: &Project| project.period.filter(|period| period.from.first_day() <= date);
    let when = |project: &Project| {
        begun(project).map(|period| {
            // One of which the end is not known stands where it began.
            let is_lost = period.lost.has(Telling::To);
            let open = if is_lost { period.from.last_day().min(date) } else { date };
            (period.to.map_or(open, |to| to.last_day().min(date)), period.from)
        })
    };
    kept.sort_by_cached_key(|id| {
        let project = &catalog.projects[*id];
        (Reverse(when(&project.record.file)), project.slug.clone())
    });
}

/// Groups that are at present first, by title.
pub(super) fn groups(
    kept: &mut [Id<catalog::Group>],
    catalog: &Catalog,
    collation: &Collation,
    date: Date,
) {
    let of = |id: Id<catalog::Group>| &catalog.groups[id];
    by_name(kept, collation, |id| &of(id).record.file.title, |id| &of(id).slug);
    kept.sort_by_key(|id| is_over(&of(*id).record.file, date));
}

/// Whether a request's last day has passed.
pub(super) fn is_closed(request: &Request, date: Date) -> bool {
    request.record.file.until.is_some_and(|until| until.last_day() < date)
}

/// Open ones first, those that close soonest first; closed ones, the latest first.
pub(super) fn requests(kept: &mut [Id<Request>], catalog: &Catalog, date: Date) {
    kept.sort_by_cached_key(|id| {
        let request = &catalog.requests[*id];
        let until = request.record.file.until.map(Date::last_day);
        let key = if is_closed(request, date) {
            (true, None, Some(Reverse(until)))
        } else {
            (false, Some((until.is_none(), until)), None)
        };
        (key, request.slug.clone())
    });
}
