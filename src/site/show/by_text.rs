//! Who fits what a request says.

use super::super::contact::contact;
use super::super::context::{ViewContext, iso};
use super::super::view::request_view::{Alike, ByText, Distance, Known};
use super::card::availability;
use crate::base::places as base;
use crate::edition::{Expert, Request, TopicId};
use crate::finder::{Fit, Fitting};

/// How many are shown at most.
const MOST: usize = 10;
/// Whoever has less than this part of the points of the best is not shown.
const LEAST_SHARE: u32 = 5;

/// The experts who fit, best first.
pub(super) fn people<'a>(
    context: ViewContext<'a>,
    request: &'a Request,
    fitting: &'a Fitting,
) -> Vec<ByText<'a>> {
    let best = fitting.people.first().map_or(0, |fit| fit.points);
    let counts = fitting.people.iter().filter(|fit| fit.points * LEAST_SHARE >= best);
    counts.take(MOST).map(|fit| person(context, request, fit)).collect()
}

/// How far away somebody is from where a request is.
pub(super) fn away(away: Option<base::Distance>, request: &Request) -> Option<Distance<'_>> {
    let (away, spot) = away.zip(request.spot.as_ref())?;
    // Whoever is in that town says so already.
    (away.0 > 0).then(|| Distance { km: away.in_kilometres(), town: &spot.town.name })
}

fn person<'a>(context: ViewContext<'a>, request: &'a Request, fit: &'a Fit) -> ByText<'a> {
    let expert = context.site.edition.expert(fit.expert);
    let file = &expert.record.file;
    let known = |topic: &TopicId| {
        let claim = expert.claims.iter().find(|claim| claim.topic == *topic);
        Known {
            topic: context.topic(*topic),
            freshness: claim.map(|claim| claim.freshness.label.as_str()),
            last: claim.and_then(|claim| iso(claim.stated)),
        }
    };
    let cases = fit.cases.iter().map(|(case, words)| Alike {
        project: context.project(*case),
        words: words.iter().map(String::as_str).collect(),
    });
    ByText {
        person: context.person(fit.expert),
        availability: availability(expert),
        place: context.place_of_expert(expert),
        away: away(distance(expert, request), request),
        contact: file.contact.as_ref().map(contact),
        topics: fit.topics.iter().map(known).collect(),
        cases: cases.collect(),
        words: fit.words.iter().map(String::as_str).collect(),
        parts: fit.parts,
        points: fit.points,
    }
}

fn distance(expert: &Expert, request: &Request) -> Option<base::Distance> {
    Some(expert.spot.as_ref()?.distance(&request.spot.as_ref()?.town))
}
