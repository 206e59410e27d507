//! From a question and its candidates to a team, with two alternatives.

use super::candidate::{Candidate, Term};
use super::likeness::Likeness;
use super::question::Question;
use super::team::{APART, Choice, Holder, MOST_NEEDS, best};
use crate::base::ExpertId;
use crate::edition::entries::Edition;
use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};

/// Networks up to this size try every candidate as the centre.
const SMALL: usize = 10_000;
/// How many centres of each sort are tried above that.
const MOST_CENTRES: usize = 300;
/// How far from the centre the core team may be.
const CORE: u32 = 2;

/// A team for a question, and the next best two.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The best team.
    pub team: Team,
    /// Teams with somebody else in the core, best first, at most two.
    pub alternatives: Vec<Team>,
}

/// People who cover the needs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// What the team costs: 1000 for each member, 300 for each step from the centre, half of what is lacking in quality.
    pub cost: u32,
    /// The members: the core first, by their distance from the centre.
    pub members: Vec<Member>,
}

/// Somebody on a proposed team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub expert: ExpertId,
    /// The needs that they cover, by their place in the question.
    pub needs: Vec<usize>,
    /// Steps from the centre of the team in the network of shared projects: 0 to 3, or 4 for not connected.
    pub distance: u32,
    /// Mean points over the needs that they cover.
    pub quality: u32,
}

impl Member {
    /// Whether the member belongs to the core; else an expert from outside.
    pub fn is_core(&self) -> bool {
        self.distance <= CORE
    }
}

/// A team for `question`, of those whom ranking found. None when nobody covers anything.
pub(super) fn propose(edition: &Edition, question: &Question, candidates: &[Candidate]) -> Option<Proposal> {
    let needs = question.needs.len().min(MOST_NEEDS);
    let mut holders: Vec<Holder> = candidates
        .iter()
        .filter_map(|candidate| {
            let mut points = vec![0; needs];
            let covers = |term: &&Term| term.need < needs && term.likeness == Likeness::Within;
            for term in candidate.terms.iter().filter(covers) {
                points[term.need] = term.points;
            }
            Holder::of(candidate.expert.index(), &points)
        })
        .collect();
    holders.sort_by_key(|holder| holder.who);
    let places: HashMap<usize, usize> = holders.iter().enumerate().map(|(at, holder)| (holder.who, at)).collect();
    let mut distances = |centre: usize| distances(edition, &holders, &places, centre);
    let centres = centres(edition, &holders);
    let choice = best(&holders, &centres, &mut distances, None)?;
    let team = team(&holders, &choice, &mut distances);
    let all = covered(&holders, &choice);
    let mut alternatives: Vec<Team> = Vec::new();
    let mut others: Vec<Choice> = choice
        .members
        .iter()
        .filter(|member| team.members.iter().any(|one| one.expert.index() == holders[**member].who && one.is_core()))
        .filter_map(|member| best(&holders, &centres, &mut distances, Some(*member)))
        .filter(|other| covered(&holders, other) == all)
        .collect();
    others.sort_by(|a, b| (a.cost, &a.members).cmp(&(b.cost, &b.members)));
    others.dedup_by(|a, b| a.members == b.members);
    alternatives.extend(others.iter().take(2).map(|other| self::team(&holders, other, &mut distances)));
    Some(Proposal { team, alternatives })
}

fn covered(holders: &[Holder], choice: &Choice) -> u32 {
    choice.members.iter().fold(0, |mask, member| mask | holders[*member].mask)
}

fn team(holders: &[Holder], choice: &Choice, distances: &mut dyn FnMut(usize) -> Vec<u32>) -> Team {
    let far = distances(choice.centre);
    let mut members: Vec<Member> = choice
        .members
        .iter()
        .map(|at| Member {
            expert: ExpertId::new(holders[*at].who),
            needs: (0..MOST_NEEDS).filter(|need| holders[*at].mask & 1 << need != 0).collect(),
            distance: far[*at],
            quality: holders[*at].quality,
        })
        .collect();
    members.sort_by_key(|member| (member.distance, Reverse(member.needs.len()), member.expert));
    Team { cost: choice.cost, members }
}

/// Whom to try as the centre: everybody, or in a large network the best and the holders of the rarest need.
fn centres(edition: &Edition, holders: &[Holder]) -> Vec<usize> {
    let all: Vec<usize> = (0..holders.len()).collect();
    if edition.experts.len() <= SMALL {
        return all;
    }
    let count = |need: usize| holders.iter().filter(|holder| holder.mask & 1 << need != 0).count();
    let rarest = (0..MOST_NEEDS).filter(|need| count(*need) > 0).min_by_key(|need| count(*need)).unwrap_or_default();
    let mut by_worth = all.clone();
    by_worth.sort_by_key(|at| Reverse(holders[*at].mask.count_ones() * holders[*at].quality));
    let rare = all.into_iter().filter(|at| holders[*at].mask & 1 << rarest != 0).take(MOST_CENTRES);
    let mut centres: Vec<usize> = by_worth.into_iter().take(MOST_CENTRES).chain(rare).collect();
    centres.sort_unstable();
    centres.dedup();
    centres
}

/// The distance of every holder from one of them, along shared projects.
fn distances(edition: &Edition, holders: &[Holder], places: &HashMap<usize, usize>, centre: usize) -> Vec<u32> {
    let mut far = vec![APART; holders.len()];
    far[centre] = 0;
    let start = holders[centre].who;
    let mut seen = std::collections::HashSet::from([start]);
    let mut open = VecDeque::from([(start, 0)]);
    while let Some((who, distance)) = open.pop_front() {
        if distance + 1 >= APART {
            break;
        }
        for other in &edition.experts[who].collaborators {
            let other = other.expert.index();
            if seen.insert(other) {
                if let Some(at) = places.get(&other) {
                    far[*at] = distance + 1;
                }
                open.push_back((other, distance + 1));
            }
        }
    }
    far
}
