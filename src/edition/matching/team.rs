//! The smallest, freshest, best connected team for a set of needs: the cheapest of all.
//!
//! Lappas, Liu and Terzi (KDD 2009) state the problem; with the distances taken from one centre the
//! cost is a sum over members, so that a table over sets of needs finds the best team for that
//! centre. Centres are looked at in the order of what their team would cost at the least, and only
//! as far around them as that leaves open who is best.

use super::cover::{Cover, Price};
use super::graph::{Graph, Walk};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// A set of needs, one bit each.
pub type Need = u32;

/// What somebody costs a team, whoever it is.
const PERSON: u32 = 1000;
/// What each step from the centre costs.
const STEP: u32 = 300;
/// The distance of people who are not connected within three steps.
pub const APART: u32 = 4;
/// Points from which a need counts as covered.
pub const LEAST_POINTS: u32 = 300;
/// The most needs of one question; the table has two to that power rows.
pub const MOST_NEEDS: usize = 12;

/// Somebody who covers at least one need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who, by their number in the graph.
    pub who: usize,
    /// The needs that are covered.
    pub mask: Need,
    /// Mean points over the covered needs, 0 to 1000.
    pub quality: u32,
}

impl Holder {
    /// A holder from points per need; none when no need is covered.
    pub fn of(who: usize, points: &[u32]) -> Option<Self> {
        let covered: Vec<(usize, u32)> = points
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, points)| *points >= LEAST_POINTS)
            .collect();
        let count = u32::try_from(covered.len()).ok().filter(|count| *count > 0)?;
        let mask = covered.iter().fold(0, |mask, (need, _)| mask | 1 << need);
        let quality = covered.iter().map(|(_, points)| points).sum::<u32>() / count;
        Some(Self { who, mask, quality: quality.min(1000) })
    }

    /// What the holder costs a team at `distance` from its centre.
    pub fn cost(&self, distance: u32) -> u32 {
        PERSON + STEP * distance + (1000 - self.quality) / 2
    }
}

/// A team: its members by their place among the holders, and what it costs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    /// What the team costs.
    pub cost: u32,
    /// All members, the centre included, in ascending order.
    pub members: Vec<usize>,
    /// The centre, by its place among the holders.
    pub centre: usize,
}

/// Looks for teams among people who cover something.
#[derive(Debug)]
pub struct Search<'a> {
    holders: &'a [Holder],
    /// Everybody's place among the holders.
    places: Vec<Option<u32>>,
    walk: Walk<'a>,
}

impl<'a> Search<'a> {
    /// A search among `holders`, each of whom is there once, as people of `graph`.
    pub fn new(holders: &'a [Holder], graph: &'a Graph) -> Self {
        let people = holders.iter().map(|holder| holder.who + 1).max().unwrap_or_default();
        let mut places = vec![None; people];
        for (at, holder) in holders.iter().enumerate() {
            places[holder.who] = u32::try_from(at).ok();
        }
        Self { holders, places, walk: Walk::new(graph) }
    }

    /// For each of `members` near enough to a centre, who leads from them to it: nobody for the
    /// centre itself, the centre alone for who worked with it, and so on. Members are places among
    /// the holders, people their numbers.
    pub fn introductions(
        &mut self,
        centre: usize,
        members: &[usize],
    ) -> BTreeMap<usize, Vec<usize>> {
        let mut from: HashMap<usize, usize> = HashMap::new();
        let start = self.holders[centre].who;
        self.walk.within(start, APART - 1, |who, _, by| {
            from.insert(who, by);
        });
        let path = |at: usize| {
            let mut who = self.holders[at].who;
            let mut path = Vec::new();
            while who != start {
                who = *from.get(&who)?;
                path.push(who);
            }
            Some((at, path))
        };
        members.iter().filter_map(|at| path(*at)).collect()
    }

    /// The cheapest team that covers everything that the holders cover together.
    ///
    /// Of teams that cost the same, the one whose members come first.
    pub fn best(&mut self) -> Option<Choice> {
        let holders = self.holders;
        let all = holders.iter().fold(0, |mask, holder| mask | holder.mask);
        // Of all who cover the same needs at the same distance, only the cheapest matters.
        let mut cheapest: BTreeMap<Need, usize> = BTreeMap::new();
        for (at, holder) in holders.iter().enumerate() {
            let known = cheapest.entry(holder.mask).or_insert(at);
            if (holder.cost(0), at) < (holders[*known].cost(0), *known) {
                *known = at;
            }
        }
        let anywhere = Anywhere { holders, all, cheapest: cheapest.into_values().collect() };
        let mut cover = Cover::default();
        cover.fill(all, &anywhere.prices(1));
        let bounds = holders.iter().enumerate().filter_map(|(at, holder)| {
            let rest = cover.cost(all & !holder.mask)?;
            Some(Reverse((holder.cost(0) + rest, at, 0)))
        });
        // The centre whose team may be the cheapest comes first; around it we look one step further
        // each time.
        let mut open: BinaryHeap<Reverse<(u32, usize, u32)>> = bounds.collect();
        let mut best: Option<Choice> = None;
        while let Some(Reverse((bound, centre, radius))) = open.pop() {
            if best.as_ref().is_some_and(|best| bound > best.cost) {
                break;
            }
            let wanted = all & !holders[centre].mask;
            if wanted == 0 || radius == APART - 1 {
                let choice = self.around(centre, APART - 1, &anywhere, &mut cover)?.1;
                if best.as_ref().is_none_or(|best| choice < *best) {
                    best = Some(choice);
                }
                continue;
            }
            let (bound, _) = self.around(centre, radius + 1, &anywhere, &mut cover)?;
            open.push(Reverse((bound, centre, radius + 1)));
        }
        best
    }

    /// The cheapest team around a centre, when everybody beyond `radius` is as near as they can be,
    /// and its cost.
    fn around(
        &mut self,
        centre: usize,
        radius: u32,
        anywhere: &Anywhere<'_>,
        cover: &mut Cover,
    ) -> Option<(u32, Choice)> {
        let holders = self.holders;
        let wanted = anywhere.all & !holders[centre].mask;
        let mut prices = anywhere.prices(radius + 1);
        prices.retain(|price| price.mask & wanted != 0);
        let places = &self.places;
        self.walk.within(holders[centre].who, radius, |who, steps, _| {
            let Some(at) = places.get(who).copied().flatten().map(|at| at as usize) else { return };
            if holders[at].mask & wanted == 0 {
                return;
            }
            let cost = holders[at].cost(steps);
            let known = prices.iter_mut().find(|price| price.mask == holders[at].mask);
            let known = known.expect("everybody's needs have a price");
            if (cost, at) < (known.cost, known.at) {
                (known.cost, known.at) = (cost, at);
            }
        });
        cover.fill(wanted, &prices);
        let cost = holders[centre].cost(0) + cover.cost(wanted)?;
        let mut members = cover.members(wanted, &prices);
        members.push(centre);
        members.sort_unstable();
        Some((cost, Choice { cost, members, centre }))
    }
}

/// The cheapest holders of each set of needs, wherever they are.
struct Anywhere<'a> {
    holders: &'a [Holder],
    all: Need,
    cheapest: Vec<usize>,
}

impl Anywhere<'_> {
    fn prices(&self, distance: u32) -> Vec<Price> {
        let price = |at: &usize| Price {
            mask: self.holders[*at].mask,
            cost: self.holders[*at].cost(distance),
            at: *at,
        };
        self.cheapest.iter().map(price).collect()
    }
}
