//! Requests and the experts who fit them, every term of the score kept.

use super::entries::{Edition, Request};
use super::freshness::Label;
use crate::base::{ExpertId, TopicId};
use crate::record::Status;
use std::collections::BTreeMap;

/// How many candidates a request shows.
const MOST_CANDIDATES: usize = 10;

/// An expert who fits a request.
#[derive(Debug)]
pub struct Candidate {
    /// Who.
    pub expert: ExpertId,
    /// Cover plus bonuses.
    pub score: u32,
    /// Weighted mean of the topic points, 0 to 1000.
    pub cover: u32,
    /// What the expert covers, in the order of the needs.
    pub terms: Vec<Term>,
    /// Points beside the topics.
    pub bonuses: Vec<(Bonus, u32)>,
}

/// One need that an expert covers.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The need, by its place in `needs`.
    pub need: usize,
    /// The claim that covers it, by its place in the expert's claims.
    pub claim: usize,
    /// The claim's topic score.
    pub points: u32,
}

/// A reason for points beside the topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bonus {
    /// There is room for new work: 60, or 20 when it is limited.
    Availability,
    /// An offer on a topic that is needed: 60.
    Offer,
}

impl Bonus {
    /// The word for templates and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Availability => "availability",
            Self::Offer => "offer",
        }
    }
}

/// Finds the experts who fit each open request.
pub(super) fn answer_requests(edition: &mut Edition) {
    let answers: Vec<_> = edition
        .requests
        .iter()
        .map(|request| if request.closed { (Vec::new(), Vec::new()) } else { answer(edition, request) })
        .collect();
    for (request, (candidates, gaps)) in edition.requests.iter_mut().zip(answers) {
        request.candidates = candidates;
        request.gaps = gaps;
    }
}

fn answer(edition: &Edition, request: &Request) -> (Vec<Candidate>, Vec<usize>) {
    let needs = &request.record.file.needs;
    let mut terms: BTreeMap<ExpertId, Vec<Term>> = BTreeMap::new();
    let mut gaps = Vec::new();
    for (need, (topic, wanted)) in request.needs.iter().zip(needs).enumerate() {
        let mut covered = false;
        for ranked in &edition.topics[topic.index()].experts {
            let expert = &edition.experts[ranked.expert.index()];
            let claim = &expert.claims[ranked.claim];
            let stale = claim.freshness.label == Label::Dormant || ranked.score == 0;
            if stale
                || wanted.level.is_some_and(|least| claim.level < least)
                || !may_be_asked(edition, request, ranked.expert)
            {
                continue;
            }
            covered = true;
            terms.entry(ranked.expert).or_default().push(Term { need, claim: ranked.claim, points: ranked.score });
        }
        if !covered {
            gaps.push(need);
        }
    }
    let weight = |need: usize| needs[need].weight.unwrap_or(1);
    let total: u32 = (0..needs.len()).map(weight).sum::<u32>().max(1);
    let mut candidates: Vec<Candidate> = terms
        .into_iter()
        .map(|(expert, terms)| {
            let cover = terms.iter().map(|term| weight(term.need) * term.points).sum::<u32>() / total;
            let bonuses = bonuses(edition, expert, &request.needs);
            let score = cover + bonuses.iter().map(|(_, points)| points).sum::<u32>();
            Candidate { expert, score, cover, terms, bonuses }
        })
        .collect();
    candidates.sort_by(|a, b| (b.score, b.terms.len()).cmp(&(a.score, a.terms.len())).then(a.expert.cmp(&b.expert)));
    candidates.truncate(MOST_CANDIDATES);
    (candidates, gaps)
}

/// Hard limits: room for work, and a language in common with what is asked.
fn may_be_asked(edition: &Edition, request: &Request, expert: ExpertId) -> bool {
    let file = &edition.experts[expert.index()].record.file;
    let closed = file.availability.as_ref().is_some_and(|availability| availability.status == Status::Closed);
    let wanted = &request.record.file.languages;
    let speaks = |wanted: &crate::record::SpokenLanguage| {
        file.languages.iter().any(|spoken| spoken.tag.primary() == wanted.tag.primary())
    };
    !closed && (file.languages.is_empty() || wanted.iter().all(speaks))
}

fn bonuses(edition: &Edition, expert: ExpertId, needs: &[TopicId]) -> Vec<(Bonus, u32)> {
    let expert = &edition.experts[expert.index()];
    let mut bonuses = Vec::new();
    match expert.record.file.availability.as_ref().map(|availability| availability.status) {
        Some(Status::Open) => bonuses.push((Bonus::Availability, 60)),
        Some(Status::Limited) => bonuses.push((Bonus::Availability, 20)),
        Some(Status::Closed) | None => {}
    }
    if expert.topics.get("offers").into_iter().flatten().flatten().any(|topic| needs.contains(topic)) {
        bonuses.push((Bonus::Offer, 60));
    }
    bonuses
}
