//! From a question and its candidates to a team, with two alternatives.

use super::super::entries::ExpertId;
use super::candidate::Term;
use super::graph::Graph;
use super::likeness::Likeness;
use super::rank::Ranking;
use super::team::{APART, Choice, Holder, LEAST_POINTS, MOST_NEEDS, Need, Search};
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
pub(super) fn propose(graph: &Graph, ranking: &Ranking) -> Option<Proposal> {
    let covers = |term: &Term| term.need < MOST_NEEDS && term.likeness == Likeness::Within;
    let terms = |ranked| ranking.terms(ranked).filter(covers);
    let mut best_of = [0; MOST_NEEDS];
    for term in ranking.ranked.iter().flat_map(terms) {
        best_of[term.need] = term.score.max(best_of[term.need]);
    }
    let mut labels: HashMap<usize, [Option<Label>; MOST_NEEDS]> = HashMap::new();
    let mut holders: Vec<Holder> = Vec::new();
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
            holders.push(holder);
        }
    }
    holders.sort_unstable_by_key(|holder| holder.who);
    let team = |choice: &Choice, search: &mut Search<'_>| team(&holders, choice, search, &labels);
    let mut search = Search::new(&holders, graph);
    let choice = search.best(None)?;
    let best = team(&choice, &mut search);
    let all = covered(&holders, &choice);
    let is_core = |at: &usize| {
        best.members.iter().any(|one| one.expert.index() == holders[*at].who && one.is_core())
    };
    let mut others: Vec<Choice> = choice
        .members
        .iter()
        .filter(|member| is_core(member))
        .filter_map(|member| search.best(Some(*member)))
        .filter(|other| covered(&holders, other) == all)
        .collect();
    others.sort();
    others.dedup_by(|a, b| a.members == b.members);
    let alternatives = others.iter().take(2).map(|other| team(other, &mut search)).collect();
    Some(Proposal { team: best, alternatives })
}

fn covered(holders: &[Holder], choice: &Choice) -> Need {
    choice.members.iter().fold(0, |mask, member| mask | holders[*member].mask)
}

/// The mean of what is covered.
fn quality(mask: Need, worth: &[u32; MOST_NEEDS]) -> u32 {
    let covered = || (0..MOST_NEEDS).filter(|need| mask & 1 << need != 0).map(|need| worth[need]);
    covered().sum::<u32>() / u32::try_from(covered().count()).unwrap_or(1).max(1)
}

fn team(
    holders: &[Holder],
    choice: &Choice,
    search: &mut Search<'_>,
    labels: &HashMap<usize, [Option<Label>; MOST_NEEDS]>,
) -> Team {
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
                labels: needs.iter().map(|need| fresh[*need].unwrap_or(Label::Undated)).collect(),
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
