//! From a question and its candidates to a team, with two alternatives.

use super::super::entries::{ExpertId, OrganizationId};
use super::candidate::Term;
use super::graph::Graph;
use super::likeness::Likeness;
use super::question::Question;
use super::rank::Ranking;
use super::supply::employer;
use super::team::{APART, Choice, Holder, LEAST_POINTS, MOST_NEEDS, Need, Search};
use crate::edition::entries::Edition;
use crate::edition::freshness::Label;

use std::cmp::Reverse;
use std::collections::HashMap;

/// How far from the centre the core team may be.
const CORE: u32 = 2;

/// A team for a question, and the next best two.
#[derive(Debug, Clone, Hash)]
pub struct Proposal {
    /// The best team.
    pub team: Team,
    /// Teams with somebody else in the core, best first, at most two.
    pub alternatives: Vec<Team>,
    /// Needs that somebody covers, for whom there is no place on a team of that size.
    pub left: Vec<usize>,
}

/// People who cover the needs together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Team {
    /// What the team costs: 1000 for each member, 300 for each step from the centre, half of what
    /// is lacking in quality.
    pub cost: u32,
    /// The members: the core first, by their distance from the centre.
    pub members: Vec<Member>,
}

/// Somebody on a proposed team.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Member {
    /// Who.
    pub expert: ExpertId,
    /// The needs that they cover, by their place in the question.
    pub needs: Vec<usize>,
    /// Steps from the centre of the team in the network of shared projects: 0 to 3, or 4 for not
    /// connected.
    pub distance: u32,
    /// How fresh they are in each of these.
    pub labels: Vec<Label>,
    /// Mean topic score over the needs that they cover.
    pub quality: u32,
    /// Who introduces them, from somebody who worked with them to the centre of the team.
    pub through: Vec<ExpertId>,
}

impl Member {
    /// Whether the member belongs to the core; else an expert from outside.
    pub fn is_core(&self) -> bool {
        self.distance <= CORE
    }
}

/// A team for a question, of those whom ranking found for it. None when nobody covers anything.
pub(super) fn propose(
    edition: &Edition,
    graph: &Graph,
    ranking: &Ranking,
    question: &Question,
) -> Option<Proposal> {
    let (holders, labels) = holders(ranking, question);
    let pool = Pool { edition, graph, question, holders, labels };
    let choice = pool.choose(None)?;
    let all = covered(&pool.holders, &choice);
    let best = pool.team(&choice);
    let wanted = pool.holders.iter().fold(0, |mask, holder| mask | holder.mask);
    let is_core = |at: &&usize| {
        let who = pool.holders[**at].who;
        let is_free = !pool.is_set(**at);
        is_free && best.members.iter().any(|one| one.expert.index() == who && one.is_core())
    };
    let mut others: Vec<Choice> = choice
        .members
        .iter()
        .filter(is_core)
        .filter_map(|member| pool.choose(Some(*member)))
        .filter(|other| covered(&pool.holders, other) == all && other.members != choice.members)
        .collect();
    others.sort();
    others.dedup_by(|a, b| a.members == b.members);
    let alternatives = others.iter().take(2).map(|other| pool.team(other)).collect();
    let left = (0..MOST_NEEDS).filter(|need| wanted & !all & 1 << need != 0).collect();
    Some(Proposal { team: best, alternatives, left })
}

/// How fresh everybody is in each need.
type Labels = HashMap<usize, [Option<Label>; MOST_NEEDS]>;

/// Who covers what, and those who must be on the team; in the order of lots.
fn holders(ranking: &Ranking, question: &Question) -> (Vec<Holder>, Labels) {
    let covers = |term: &Term| term.need < MOST_NEEDS && term.likeness == Likeness::Within;
    let terms = |ranked| ranking.terms(ranked).filter(covers);
    let mut best_of = [0; MOST_NEEDS];
    for term in ranking.ranked.iter().flat_map(terms) {
        best_of[term.need] = term.score.max(best_of[term.need]);
    }
    let mut labels = Labels::new();
    let mut holders: Vec<(u32, Holder)> = Vec::new();
    for ranked in &ranking.ranked {
        let (mut points, mut worth, mut fresh) =
            ([0; MOST_NEEDS], [0; MOST_NEEDS], [None; MOST_NEEDS]);
        for term in terms(ranked) {
            // Where nobody is good enough now, whoever once was is better than nobody.
            let is_scarce = best_of[term.need] < LEAST_POINTS;
            points[term.need] = if is_scarce { LEAST_POINTS } else { term.score };
            (worth[term.need], fresh[term.need]) = (term.score, Some(term.label));
        }
        if let Some(mut holder) = Holder::of(ranked.expert.index(), &points) {
            holder.quality = quality(holder.mask, &worth);
            labels.insert(holder.who, fresh);
            holders.push((ranked.lot, holder));
        }
    }
    for expert in &question.with {
        let who = expert.index();
        if holders.iter().all(|(_, holder)| holder.who != who) {
            labels.insert(who, [None; MOST_NEEDS]);
            holders.push((0, Holder { who, mask: 0, quality: 0 }));
        }
    }
    holders.sort_unstable_by_key(|(lot, holder)| (*lot, holder.who));
    (holders.into_iter().map(|(_, holder)| holder).collect(), labels)
}

/// Everybody who may be on the team.
struct Pool<'a> {
    edition: &'a Edition,
    graph: &'a Graph,
    question: &'a Question,
    holders: Vec<Holder>,
    labels: Labels,
}

impl Pool<'_> {
    /// Whether somebody must be on the team.
    fn is_set(&self, at: usize) -> bool {
        self.question.with.iter().any(|expert| expert.index() == self.holders[at].who)
    }

    /// Where somebody works, when no two of one organization may be on the team.
    fn employer(&self, at: usize) -> Option<OrganizationId> {
        let who = ExpertId::new(self.holders[at].who);
        self.question.apart.then(|| employer(self.edition, who)).flatten()
    }

    /// The cheapest team of those who must be on it and whoever covers the rest, without
    /// `forbidden`, within the limits of the question.
    fn choose(&self, forbidden: Option<usize>) -> Option<Choice> {
        let set: Vec<usize> = (0..self.holders.len()).filter(|at| self.is_set(*at)).collect();
        let had = set.iter().fold(0, |mask, at| mask | self.holders[*at].mask);
        let mut lost: Vec<usize> = forbidden.into_iter().chain(set.iter().copied()).collect();
        let colleague = |at: &usize| {
            let works = self.employer(*at);
            works.is_some() && set.iter().any(|other| self.employer(*other) == works)
        };
        lost.extend((0..self.holders.len()).filter(|at| !set.contains(at)).filter(colleague));
        loop {
            let choice = self.cheapest(&set, had, &lost)?;
            match self.twice(&choice, &set) {
                Some(at) => lost.push(at),
                None => return Some(self.within_size(choice, &set, &lost)),
            }
        }
    }

    /// Of two on a team who work for one organization, the one who masters less.
    fn twice(&self, choice: &Choice, set: &[usize]) -> Option<usize> {
        let free = choice.members.iter().copied().filter(|at| !set.contains(at));
        free.filter(|at| {
            let works = self.employer(*at);
            let better = |other: &usize| {
                let worth = |at: usize| (self.holders[at].quality, Reverse(at));
                self.employer(*other) == works && worth(*other) > worth(*at)
            };
            works.is_some() && choice.members.iter().any(better)
        })
        .min()
    }

    fn cheapest(&self, set: &[usize], had: Need, lost: &[usize]) -> Option<Choice> {
        let mut places = Vec::new();
        let mut free = Vec::new();
        for (at, holder) in self.holders.iter().enumerate().filter(|(at, _)| !lost.contains(at)) {
            if holder.mask & !had != 0 {
                places.push(at);
                free.push(Holder { mask: holder.mask & !had, ..holder.clone() });
            }
        }
        let found = Search::new(&free, self.graph).best();
        let found = found.map(|choice| Choice {
            cost: choice.cost,
            members: choice.members.iter().map(|at| places[*at]).collect(),
            centre: places[choice.centre],
        });
        let Some(first) = set.first() else { return found };
        let members = found.map(|choice| choice.members).unwrap_or_default();
        Some(self.around(*first, [set, &members].concat()))
    }

    /// A team around one of its members, and what it costs.
    fn around(&self, centre: usize, mut members: Vec<usize>) -> Choice {
        members.sort_unstable();
        members.dedup();
        let introductions = Search::new(&self.holders, self.graph).introductions(centre, &members);
        let cost = members.iter().map(|at| {
            let distance = introductions.get(at).and_then(|by| u32::try_from(by.len()).ok());
            self.holders[*at].cost(distance.unwrap_or(APART))
        });
        Choice { cost: cost.sum(), members, centre }
    }

    /// The team, or the few of all who cover most when it is too large.
    fn within_size(&self, choice: Choice, set: &[usize], lost: &[usize]) -> Choice {
        let size = self.question.size.unwrap_or(usize::MAX).max(set.len()).max(1);
        if choice.members.len() <= size {
            return choice;
        }
        let mut members = set.to_vec();
        let mut had = set.iter().fold(0, |mask, at| mask | self.holders[*at].mask);
        let free: Vec<usize> = (0..self.holders.len()).filter(|at| !lost.contains(at)).collect();
        while members.len() < size {
            let is_free = |at: &&usize| {
                let works = self.employer(**at);
                !members.contains(*at)
                    && (works.is_none() || members.iter().all(|one| self.employer(*one) != works))
            };
            let gain = |at: &&usize| {
                let holder = &self.holders[**at];
                ((holder.mask & !had).count_ones(), holder.quality, Reverse(**at))
            };
            let Some(next) = free.iter().filter(is_free).max_by_key(gain).copied() else { break };
            if self.holders[next].mask & !had == 0 {
                break;
            }
            had |= self.holders[next].mask;
            members.push(next);
        }
        let centre = members.first().copied().unwrap_or(choice.centre);
        self.around(centre, members)
    }

    fn team(&self, choice: &Choice) -> Team {
        let Self { holders, labels, .. } = self;
        let mut search = Search::new(holders, self.graph);
        let mut introductions = search.introductions(choice.centre, &choice.members);
        let mut members: Vec<Member> = choice
            .members
            .iter()
            .map(|at| {
                let through = introductions.remove(at);
                let distance = through
                    .as_ref()
                    .map_or(APART, |through| u32::try_from(through.len()).unwrap_or(APART));
                let needs: Vec<usize> =
                    (0..MOST_NEEDS).filter(|need| holders[*at].mask & 1 << need != 0).collect();
                let fresh = labels[&holders[*at].who];
                Member {
                    expert: ExpertId::new(holders[*at].who),
                    labels: needs
                        .iter()
                        .map(|need| fresh[*need].unwrap_or(Label::Undated))
                        .collect(),
                    needs,
                    distance,
                    quality: holders[*at].quality,
                    through: through.into_iter().flatten().map(ExpertId::new).collect(),
                }
            })
            .collect();
        // The centre first, and whoever has shown nothing of it lately last.
        members.sort_by_key(|member| {
            let is_past = member.labels.iter().all(|label| label.is_past());
            let after = (member.distance > 0 && is_past, member.distance);
            (!member.is_core(), after, Reverse(member.needs.len()), member.expert)
        });
        Team { cost: choice.cost, members }
    }
}

fn covered(holders: &[Holder], choice: &Choice) -> Need {
    choice.members.iter().fold(0, |mask, member| mask | holders[*member].mask)
}

/// The mean of what is covered.
fn quality(mask: Need, worth: &[u32; MOST_NEEDS]) -> u32 {
    let covered = || (0..MOST_NEEDS).filter(|need| mask & 1 << need != 0).map(|need| worth[need]);
    covered().sum::<u32>() / u32::try_from(covered().count()).unwrap_or(1).max(1)
}
