//! Demand and supply that find each other: questions and experts, teams, offers and asks. Integers
//! only, every term kept, so that a page can show why one stands above another.

mod bonuses;
mod candidate;
mod cover;
mod exchange;
pub mod graph;
mod likeness;
mod proposal;
mod question;
mod rank;
mod supply;
pub mod team;

pub use candidate::{Bonus, Candidate, Term};
pub use exchange::{Exchange, Ring};
pub use likeness::Likeness;
pub use proposal::{Member, Proposal, Team};
pub use question::{Around, Question, Wanted};
pub use rank::{Away, Ranked, Ranking, rank};
pub use supply::Supply;

pub(super) use exchange::exchange;

use super::entries::{Edition, ExpertId};
use proposal::propose;
use rayon::prelude::*;
use std::cmp::Reverse;

/// How many candidates a request shows.
const MOST_CANDIDATES: usize = 10;
/// How many an open seat shows.
const MOST_FOR_A_SEAT: usize = 4;
/// How many are named who are near a need that nobody covers.
const MOST_NEAREST: usize = 3;

/// Finds who fits what is asked: by requests, and for open seats of groups.
pub(super) fn answer_all(edition: &mut Edition) {
    let supply = Supply::of(edition);
    answer_requests(edition, &supply);
    fill_seats(edition, &supply);
}

/// Finds the experts and teams who fit each open request.
fn answer_requests(edition: &mut Edition, supply: &Supply) {
    let answers: Vec<_> = edition
        .requests
        .par_entries()
        .map(|(_, request)| {
            if request.closed {
                return None;
            }
            let question = Question::of(request);
            Some(answer_from(edition, supply, &question, rank(edition, supply, &question)))
        })
        .collect();
    for (request, answer) in edition.requests.iter_mut().zip(answers) {
        let Some(answer) = answer else { continue };
        request.candidates = answer.candidates;
        request.gaps = answer.gaps;
        request.away = answer.away;
        request.proposal = answer.proposal;
    }
}

/// Finds who fits the open seats of groups that ask for something. Whoever is in the group already
/// is not asked.
fn fill_seats(edition: &mut Edition, supply: &Supply) {
    let fits: Vec<Vec<Vec<ExpertId>>> = edition
        .groups
        .par_entries()
        .map(|(_, group)| {
            let seats = group.seats.iter().filter(|_| group.listed);
            let fit = seats.map(|seat| {
                if seat.topics.is_empty() {
                    return Vec::new();
                }
                let question = Question::of_seat(group, seat);
                let ranking = rank(edition, supply, &question);
                ranking.ranked.iter().take(MOST_FOR_A_SEAT).map(|one| one.expert).collect()
            });
            fit.collect()
        })
        .collect();
    for (group, fits) in edition.groups.iter_mut().zip(fits) {
        for (seat, fits) in group.seats.iter_mut().zip(fits) {
            seat.candidates = fits;
        }
    }
}

/// What the network answers to a question.
#[derive(Debug)]
pub struct Answer {
    /// Experts who fit, best first.
    pub candidates: Vec<Candidate>,
    /// Needs that nobody covers, by their place in the question.
    pub gaps: Vec<usize>,
    /// Who would cover one of those, but is not available.
    pub away: Vec<Away>,
    /// Who is nearest to each of these, by a topic that is like it or by what they knew once; best
    /// first, at most three for a need.
    pub nearest: Vec<(ExpertId, Term)>,
    /// A team for it, when it takes more than one need.
    pub proposal: Option<Proposal>,
}

/// Answers a question.
pub fn answer(edition: &Edition, question: &Question) -> Answer {
    let supply = Supply::of(edition);
    let ranking = rank(edition, &supply, question);
    Answer { nearest: nearest(&ranking), ..answer_from(edition, &supply, question, ranking) }
}

/// What the network answers, but for who is nearest: no page shows that.
fn answer_from(
    edition: &Edition,
    supply: &Supply,
    question: &Question,
    ranking: Ranking,
) -> Answer {
    let proposal = (question.needs.len() > 1)
        .then(|| propose(edition, &supply.graph, &ranking, question))
        .flatten();
    let first = ranking.ranked.iter().take(MOST_CANDIDATES);
    Answer {
        candidates: first.map(|one| ranking.candidate(one, supply)).collect(),
        nearest: Vec::new(),
        gaps: ranking.gaps,
        away: ranking.away,
        proposal,
    }
}

fn nearest(ranking: &Ranking) -> Vec<(ExpertId, Term)> {
    let of_gap = |gap: &usize| {
        let term = |one: &Ranked| {
            let mut terms = ranking.terms(one);
            terms.find(|term| term.need == *gap).map(|term| (one.expert, term))
        };
        let mut near: Vec<(ExpertId, Term)> = ranking.ranked.iter().filter_map(term).collect();
        near.sort_by_key(|(_, term)| Reverse(term.points));
        near.truncate(MOST_NEAREST);
        near
    };
    ranking.gaps.iter().flat_map(of_gap).collect()
}
