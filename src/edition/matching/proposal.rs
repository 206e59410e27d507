//! From a question and its candidates to a team, with two alternatives.

use super::super::entries::ExpertId;
use super::candidate::Term;
use super::graph::Graph;
use super::likeness::Likeness;
use super::question::Question;
use super::rank::Ranking;
use super::team::{APART, Choice, Holder, MOST_NEEDS, Need, Search};

use std::cmp::Reverse;

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
    /// What the team costs: 1000 for each member, 300 for each step from the centre, half of what is lacking in quality.
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
    /// Steps from the centre of the team in the network of shared projects: 0 to 3, or 4 for not connected.
    pub distance: u32,
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

/// A team for `question`, of those whom ranking found. None when nobody covers anything.
pub(super) fn propose(graph: &Graph, question: &Question, ranking: &Ranking) -> Option<Proposal> {
    let needs = question.needs.len().min(MOST_NEEDS);
    let mut holders: Vec<Holder> = ranking
        .ranked
        .iter()
        .filter_map(|ranked| {
            let mut points = [0; MOST_NEEDS];
            let covers = |term: &Term| term.need < needs && term.likeness == Likeness::Within;
            for term in ranking.terms(ranked).filter(covers) {
                points[term.need] = term.score;
            }
            Holder::of(ranked.expert.index(), &points)
        })
        .collect();
    holders.sort_unstable_by_key(|holder| holder.who);
    let mut search = Search::new(&holders, graph);
    let choice = search.best(None)?;
    let best = team(&holders, &choice, &mut search);
    let all = covered(&holders, &choice);
    let is_core = |at: &usize| best.members.iter().any(|one| one.expert.index() == holders[*at].who && one.is_core());
    let mut others: Vec<Choice> = choice
        .members
        .iter()
        .filter(|member| is_core(member))
        .filter_map(|member| search.best(Some(*member)))
        .filter(|other| covered(&holders, other) == all)
        .collect();
    others.sort();
    others.dedup_by(|a, b| a.members == b.members);
    let alternatives = others.iter().take(2).map(|other| team(&holders, other, &mut search)).collect();
    Some(Proposal { team: best, alternatives })
}

fn covered(holders: &[Holder], choice: &Choice) -> Need {
    choice.members.iter().fold(0, |mask, member| mask | holders[*member].mask)
}

fn team(holders: &[Holder], choice: &Choice, search: &mut Search<'_>) -> Team {
    let mut introductions = search.introductions(choice.centre, &choice.members);
    let mut members: Vec<Member> = choice
        .members
        .iter()
        .map(|at| {
            let through = introductions.remove(at);
            let distance = through.as_ref().map_or(APART, |through| u32::try_from(through.len()).unwrap_or(APART));
            Member {
                expert: ExpertId::new(holders[*at].who),
                needs: (0..MOST_NEEDS).filter(|need| holders[*at].mask & 1 << need != 0).collect(),
                distance,
                quality: holders[*at].quality,
                through: through.into_iter().flatten().map(ExpertId::new).collect(),
            }
        })
        .collect();
    members.sort_by_key(|member| (member.distance, Reverse(member.needs.len()), member.expert));
    Team { cost: choice.cost, members }
}
