//! When an expert's expertise was shown, and until when it is good, as a picture.

use super::super::context::{ViewContext, iso};
use super::super::view::timeline_view::{Lane, Stretch, Tick, Timeline};
use super::expert::evidence;
use crate::base::Month;
use crate::config::ShelfLife;
use crate::edition::{Expert, ExpertId, shown};
use std::collections::HashMap;

/// How many claims the picture shows.
const MOST_LANES: usize = 12;
/// The furthest that it looks back and ahead, in months.
const BACK: i32 = 15 * 12;
const AHEAD: i32 = 3 * 12;

/// The timeline of an expert; none when fewer than two claims have a date.
pub(super) fn timeline<'a>(
    context: ViewContext<'a>,
    id: ExpertId,
    expert: &'a Expert,
) -> Option<Timeline<'a>> {
    let edition = context.site.edition;
    let today = edition.month().last_month();
    let dated = expert.claims.iter().filter(|claim| claim.last.is_some()).take(MOST_LANES);
    let claims: Vec<_> = dated.map(|claim| (claim, shown(edition, id, claim))).collect();
    if claims.len() < 2 {
        return None;
    }
    let first = claims
        .iter()
        .flat_map(|(claim, shown)| shown.iter().map(|one| one.from).chain(claim.last))
        .min()?;
    // Whole years, so that the axis begins and ends at a line.
    let from = first.0.max(today.0 - BACK).div_euclid(12) * 12;
    let scale = Scale { from, to: (today.0 + AHEAD).div_euclid(12) * 12 + 12 };
    let lanes = claims.iter().map(|(claim, shown)| {
        let last = claim.last.expect("claims without a date are left out");
        let (good_until, passes) = match edition.written_topic(claim.topic).shelf_life {
            ShelfLife::Months(months) => {
                let until = Month(last.0.saturating_add(i32::try_from(months).unwrap_or(i32::MAX)));
                (until, claim.passes(months))
            }
            ShelfLife::None => (Month(scale.to), None),
        };
        Lane {
            topic: context.topic(claim.topic),
            freshness: claim.freshness.label.as_str(),
            last: iso(claim.stated).unwrap_or_default(),
            good_until: iso(passes.filter(|_| good_until.0 < scale.to)),
            shown: shown
                .iter()
                .filter(|one| one.to.0 >= scale.from)
                .map(|one| {
                    scale.stretch(
                        one.from.0,
                        one.to.0 + 1,
                        Some(evidence(context, expert, one.proof).title),
                    )
                })
                .collect(),
            good: scale.stretch(last.0 + 1, good_until.0 + 1, None),
        }
    });
    let years = (scale.to - scale.from) / 12;
    let step = if years > 9 { 3 } else { 2 };
    let ticks = (scale.from / 12..scale.to / 12)
        .step_by(step)
        .map(|year| Tick { x: scale.at(year * 12), year });
    let mut lanes: Vec<Lane<'a>> = lanes.collect();
    number_shared(&mut lanes);
    Some(Timeline { lanes, ticks: ticks.collect(), today: scale.at(today.0 + 1) })
}

/// Numbers what several lanes show, so that it need be drawn but once.
fn number_shared(lanes: &mut [Lane<'_>]) {
    let key = |one: &Stretch<'_>| (one.x.clone(), one.width.clone(), one.title.map(str::to_owned));
    let mut times: HashMap<_, usize> = HashMap::new();
    for one in lanes.iter().flat_map(|lane| &lane.shown) {
        *times.entry(key(one)).or_default() += 1;
    }
    times.retain(|_, times| *times > 1);
    let mut numbers = HashMap::new();
    for one in lanes.iter_mut().flat_map(|lane| &mut lane.shown) {
        let key = key(one);
        if times.contains_key(&key) {
            let next = numbers.len() + 1;
            let number = *numbers.entry(key).or_insert(next);
            (one.number, one.again) = (Some(number), number != next);
        }
    }
}

/// From months to per cent of the picture's width.
struct Scale {
    from: i32,
    to: i32,
}

impl Scale {
    fn at(&self, month: i32) -> String {
        let tenths = (month.clamp(self.from, self.to) - self.from) * 1000 / (self.to - self.from);
        format!("{}.{}", tenths / 10, tenths % 10)
    }

    fn stretch<'a>(&self, from: i32, to: i32, title: Option<&'a str>) -> Stretch<'a> {
        let (from, to) = (from.clamp(self.from, self.to), to.clamp(self.from, self.to));
        let (x, width) = (self.at(from), self.at(self.from + to - from));
        Stretch { x, width, title, number: None, again: false }
    }
}
