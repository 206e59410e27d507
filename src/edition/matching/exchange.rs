//! Offers and asks: who could help whom, and where it goes both ways or around.

use super::super::entries::{ExpertId, TopicId};
use super::likeness::likeness;
use crate::base::ListKind;

use crate::edition::entries::{Edition, Expert};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many matches an ask and an offer show.
const MOST: usize = 5;
/// What a topic of an offer is worth when the expert claims no expertise in it: practitioner,
/// without a date.
const UNCLAIMED: u32 = 75;

/// An offer that answers an ask.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exchange {
    /// Who asks, and which item of `asks`.
    pub ask: (ExpertId, usize),
    /// Who offers, and which item of `offers`.
    pub offer: (ExpertId, usize),
    /// The topics of the ask that the offer answers.
    pub topics: Vec<TopicId>,
    /// Mean points over the topics of the ask, 0 to 1000; when it goes both ways, the harmonic mean
    /// of both.
    pub score: u32,
    /// Whether the one who offers asks for something that the other offers.
    pub mutual: bool,
}

impl Edition {
    /// Offers of others that answer what an expert asks; by item, reciprocal ones first, then the
    /// best.
    pub fn answers_to(&self, id: ExpertId) -> &[Exchange] {
        let from = self.exchanges.partition_point(|one| one.ask.0 < id);
        let rest = &self.exchanges[from..];
        &rest[..rest.partition_point(|one| one.ask.0 == id)]
    }

    /// What others ask that the offers of an expert answer; by item.
    pub fn answers_of(&self, id: ExpertId) -> impl Iterator<Item = &Exchange> {
        let from = self.by_offer.partition_point(|at| self.exchanges[*at].offer.0 < id);
        let rest = &self.by_offer[from..];
        let of = rest.partition_point(|at| self.exchanges[*at].offer.0 == id);
        rest[..of].iter().map(|at| &self.exchanges[*at])
    }
}

/// Three people, each of whom has an offer that answers an ask of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ring(pub [ExpertId; 3]);

/// An item that may be matched: who, which, and its topics.
struct Item<'a> {
    expert: ExpertId,
    place: usize,
    topics: &'a [TopicId],
}

fn open_items(edition: &Edition, list: ListKind) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    for (id, expert) in edition.listed_experts() {
        if !expert.matchable {
            continue;
        }
        let file = &expert.record.file;
        let written = file.offers_in(list);
        let topics = expert.topics.of(list);
        for (item, (topics, written)) in topics.iter().zip(written).enumerate() {
            let open = written.until.is_none_or(|until| until.last_day() >= edition.date);
            if open && !topics.is_empty() {
                items.push(Item { expert: id, place: item, topics });
            }
        }
    }
    items
}

/// The offers that answer asks, best first, reciprocal ones before all; and rings of three.
pub(in crate::edition) fn exchange(edition: &Edition) -> (Vec<Exchange>, Vec<Ring>) {
    let offers = open_items(edition, ListKind::Offers);
    let asks = open_items(edition, ListKind::Asks);
    // An offer can answer an ask when they share a topic, or when one lies within or beside the
    // other.
    let mut by_topic: BTreeMap<TopicId, Vec<usize>> = BTreeMap::new();
    for (at, offer) in offers.iter().enumerate() {
        let reach: BTreeSet<TopicId> = offer
            .topics
            .iter()
            .flat_map(|topic| {
                let of = &edition.topics[*topic];
                std::iter::once(topic).chain(&of.ancestors).chain(&of.narrower).chain(&of.related)
            })
            .copied()
            .collect();
        for topic in reach {
            by_topic.entry(topic).or_default().push(at);
        }
    }
    let mut found: Vec<Exchange> = Vec::new();
    for ask in &asks {
        let near: BTreeSet<usize> = ask
            .topics
            .iter()
            .flat_map(|topic| by_topic.get(topic).into_iter().flatten())
            .copied()
            .collect();
        let mut answers: Vec<Exchange> = near
            .into_iter()
            .filter(|at| offers[*at].expert != ask.expert)
            .filter_map(|at| one(edition, ask, &offers[at]))
            .collect();
        answers.sort_by_key(|one| (Reverse(one.score), one.offer));
        answers.truncate(MOST * 4);
        found.extend(answers);
    }
    let rings = rings(&found);
    reciprocate(&mut found);
    found.sort_by_key(|one| (one.ask, Reverse(one.mutual), Reverse(one.score), one.offer));
    (found, rings)
}

fn one(edition: &Edition, ask: &Item<'_>, offer: &Item<'_>) -> Option<Exchange> {
    let expert = &edition.experts[offer.expert];
    let mut topics = Vec::new();
    let mut points = 0;
    for needed in ask.topics {
        let best = offer
            .topics
            .iter()
            .filter_map(|had| {
                likeness(edition, *needed, *had)
                    .map(|like| like.permille() * worth(expert, *had) / 1000)
            })
            .max()
            .unwrap_or_default();
        if best > 0 {
            topics.push(*needed);
            points += best;
        }
    }
    let score = points / u32::try_from(ask.topics.len()).ok()?.max(1);
    (score > 0).then_some(Exchange {
        ask: (ask.expert, ask.place),
        offer: (offer.expert, offer.place),
        topics,
        score,
        mutual: false,
    })
}

fn worth(expert: &Expert, topic: TopicId) -> u32 {
    let claim = expert.claims.iter().find(|claim| claim.topic == topic);
    claim.map_or(UNCLAIMED, |claim| claim.score.max(UNCLAIMED))
}

/// Marks what goes both ways, and gives it the harmonic mean of both directions.
fn reciprocate(found: &mut [Exchange]) {
    let mut best: BTreeMap<(ExpertId, ExpertId), u32> = BTreeMap::new();
    for one in found.iter() {
        let score = best.entry((one.ask.0, one.offer.0)).or_default();
        *score = one.score.max(*score);
    }
    for one in found {
        if let Some(back) = best.get(&(one.offer.0, one.ask.0)) {
            one.mutual = true;
            one.score = 2 * one.score * back / (one.score + back).max(1);
        }
    }
}

/// Rings of three: each answers an ask of the next. Each ring is named once, from its first member
/// on.
fn rings(found: &[Exchange]) -> Vec<Ring> {
    let mut answers: BTreeMap<ExpertId, BTreeSet<ExpertId>> = BTreeMap::new();
    for one in found {
        let known = answers.entry(one.ask.0).or_default();
        if known.len() < MOST {
            known.insert(one.offer.0);
        }
    }
    let none = BTreeSet::new();
    let helped = |who: ExpertId| answers.get(&who).unwrap_or(&none);
    let mut rings = BTreeSet::new();
    for first in answers.keys() {
        for second in helped(*first).iter().filter(|second| *second > first) {
            for third in helped(*second).iter().filter(|third| *third > first && *third != second) {
                let straight = helped(*second).contains(first)
                    || helped(*third).contains(second)
                    || helped(*first).contains(third);
                if helped(*third).contains(first) && !straight {
                    rings.insert(Ring([*first, *second, *third]));
                }
            }
        }
    }
    rings.into_iter().collect()
}
