//! The smallest, freshest, best connected team for a set of needs: exact for a given centre.
//!
//! Lappas, Liu and Terzi (KDD 2009) state the problem; with the distances taken from one centre the cost is a sum over
//! members, so that a table over sets of needs finds the best team for that centre, and the best centre is the answer.

use std::collections::BTreeMap;

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
    /// Who, by a number of the caller's.
    pub who: usize,
    /// The needs that are covered, one bit each.
    pub mask: u32,
    /// Mean points over the covered needs, 0 to 1000.
    pub quality: u32,
}

impl Holder {
    /// A holder from points per need; none when no need is covered.
    pub fn of(who: usize, points: &[u32]) -> Option<Self> {
        let covered: Vec<(usize, u32)> =
            points.iter().copied().enumerate().filter(|(_, points)| *points >= LEAST_POINTS).collect();
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

/// A team: its members by their place among the holders, the centre first, and what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the team costs.
    pub cost: u32,
    /// The centre, by its place among the holders.
    pub centre: usize,
    /// All members, the centre included, in ascending order.
    pub members: Vec<usize>,
}

/// The best team that covers everything that `holders` cover together, with one of `centres` as its centre.
///
/// `distances(centre)` gives the distance of every holder, in their order, at most `APART`.
pub fn best(
    holders: &[Holder],
    centres: &[usize],
    distances: &mut dyn FnMut(usize) -> Vec<u32>,
    forbidden: Option<usize>,
) -> Option<Choice> {
    let allowed = |at: &usize| Some(*at) != forbidden;
    let all = holders.iter().enumerate().filter(|(at, _)| allowed(at)).fold(0, |mask, (_, one)| mask | one.mask);
    let mut best: Option<Choice> = None;
    for centre in centres.iter().copied().filter(allowed) {
        let far = distances(centre);
        // Of all who cover the same needs, only the cheapest matters.
        let mut cheapest: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
        for (at, holder) in holders.iter().enumerate().filter(|(at, _)| allowed(at) && *at != centre) {
            let cost = (holder.cost(far[at]), at);
            let known = cheapest.entry(holder.mask).or_insert(cost);
            *known = cost.min(*known);
        }
        let choice = cover(holders, centre, all, &cheapest, best.as_ref().map(|best| best.cost));
        if let Some(choice) = choice
            && best.as_ref().is_none_or(|best| (choice.cost, &choice.members) < (best.cost, &best.members))
        {
            best = Some(choice);
        }
    }
    best
}

/// The cheapest team around a centre, by a table over sets of covered needs.
fn cover(
    holders: &[Holder],
    centre: usize,
    all: u32,
    cheapest: &BTreeMap<u32, (u32, usize)>,
    limit: Option<u32>,
) -> Option<Choice> {
    let own = &holders[centre];
    let start = own.cost(0);
    if limit.is_some_and(|limit| start > limit) {
        return None;
    }
    let size = usize::try_from(all).unwrap_or_default() + 1;
    let mut table: Vec<Option<(u32, Vec<usize>)>> = vec![None; size];
    let index = |mask: u32| usize::try_from(mask & all).unwrap_or_default();
    table[index(own.mask)] = Some((start, Vec::new()));
    for mask in 0..size {
        let Some((cost, members)) = table[mask].clone() else { continue };
        for (more, (price, at)) in cheapest {
            let reached = mask | index(*more);
            if reached == mask || limit.is_some_and(|limit| cost + price > limit) {
                continue;
            }
            let mut team = members.clone();
            team.push(*at);
            team.sort_unstable();
            let found = (cost + price, team);
            if table[reached].as_ref().is_none_or(|known| found < *known) {
                table[reached] = Some(found);
            }
        }
    }
    let (cost, mut members) = table[index(all)].take()?;
    members.push(centre);
    members.sort_unstable();
    Some(Choice { cost, centre, members })
}
