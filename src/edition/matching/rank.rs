//! From a question to experts, best first.

use super::candidate::{Bonus, Candidate, Term};
use super::likeness::{Likeness, around};
use super::question::Question;
use crate::base::{ExpertId, Month, OrganizationId};
use crate::edition::entries::{Edition, Who};
use crate::edition::freshness::Label;
use crate::record::Status;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Among the first so many, no organization stands more often than `MOST_OF_ONE` times.
const FIRST: usize = 10;
const MOST_OF_ONE: usize = 3;

/// The experts who fit a question, best first, and the needs that nobody covers.
///
/// Per need the best of an expert's claims counts, by how its topic is like the needed one; the weighted mean of
/// these points is the cover, to which the bonuses are added. Nothing else about a person has any influence.
pub fn rank(edition: &Edition, question: &Question) -> (Vec<Candidate>, Vec<usize>) {
    let mut terms: BTreeMap<ExpertId, Vec<Term>> = BTreeMap::new();
    let mut gaps = Vec::new();
    for need in 0..question.needs.len() {
        let mut best: BTreeMap<ExpertId, Term> = BTreeMap::new();
        for (expert, term) in terms_of(edition, question, need) {
            let known = best.entry(expert).or_insert(term);
            if (term.points, Reverse(term.claim)) > (known.points, Reverse(known.claim)) {
                *known = term;
            }
        }
        best.retain(|expert, _| question.may_ask(edition, *expert));
        // A neighbouring topic is worth points, but covers nothing.
        if best.values().all(|term| term.likeness != Likeness::Within) {
            gaps.push(need);
        }
        for (expert, term) in best {
            terms.entry(expert).or_default().push(term);
        }
    }
    let total: u32 = question.needs.iter().map(|need| need.weight).sum::<u32>().max(1);
    let acquainted = question.asker.map(|asker| acquainted(edition, asker)).unwrap_or_default();
    let mut candidates: Vec<Candidate> = terms
        .into_iter()
        .map(|(expert, terms)| {
            let points: u32 = terms.iter().map(|term| question.needs[term.need].weight * term.points).sum();
            let cover = points / total;
            let bonuses = bonuses(edition, question, expert, &acquainted);
            let score = cover + bonuses.iter().map(|(_, points)| points).sum::<u32>();
            Candidate { expert, score, cover, terms, bonuses }
        })
        .collect();
    candidates.sort_by_cached_key(|candidate| {
        let claims = &edition.experts[candidate.expert.index()].claims;
        let used = candidate.terms.iter().map(|term| &claims[term.claim]);
        let freshest: Option<Month> = used.clone().filter_map(|claim| claim.last).max();
        let strength: u32 = used.map(|claim| claim.strength).sum();
        Reverse((candidate.score, candidate.terms.len(), freshest, strength, Reverse(candidate.expert)))
    });
    (spread(edition, candidates), gaps)
}

/// What the experts' claims are worth for one need.
fn terms_of<'a>(
    edition: &'a Edition,
    question: &'a Question,
    need: usize,
) -> impl Iterator<Item = (ExpertId, Term)> + 'a {
    let wanted = question.needs[need];
    let near = around(edition, wanted.topic);
    let topics = std::iter::once((wanted.topic, Likeness::Within)).chain(near);
    topics.flat_map(move |(topic, likeness)| {
        edition.topics[topic.index()].experts.iter().filter_map(move |ranked| {
            let claim = &edition.experts[ranked.expert.index()].claims[ranked.claim];
            let points = likeness.permille() * ranked.score / 1000;
            let counts = points > 0
                && claim.freshness.label != Label::Dormant
                && wanted.level.is_none_or(|least| claim.level >= least)
                // Of a wider or neighbouring topic, only the topic itself says something about this one.
                && (likeness == Likeness::Within || claim.topic == topic);
            counts.then_some((ranked.expert, Term { need, claim: ranked.claim, likeness, points }))
        })
    })
}

/// Experts who worked for an organization (40 points), and those who worked with them (20).
fn acquainted(edition: &Edition, asker: OrganizationId) -> BTreeMap<ExpertId, u32> {
    let mut points = BTreeMap::new();
    let direct: BTreeSet<ExpertId> = edition.organizations[asker.index()]
        .projects
        .iter()
        .flat_map(|project| edition.projects[project.index()].team.iter())
        .filter_map(|member| match member.who {
            Who::Expert(id) => Some(id),
            Who::Named(_) => None,
        })
        .collect();
    for id in &direct {
        for other in &edition.experts[id.index()].collaborators {
            points.insert(other.expert, 20);
        }
    }
    points.extend(direct.into_iter().map(|id| (id, 40)));
    points
}

fn bonuses(
    edition: &Edition,
    question: &Question,
    id: ExpertId,
    acquainted: &BTreeMap<ExpertId, u32>,
) -> Vec<(Bonus, u32)> {
    let expert = &edition.experts[id.index()];
    let mut bonuses = Vec::new();
    match expert.record.file.availability.as_ref().map(|availability| availability.status) {
        Some(Status::Open) => bonuses.push((Bonus::Availability, 60)),
        Some(Status::Limited) => bonuses.push((Bonus::Availability, 20)),
        Some(Status::Closed) | None => {}
    }
    let needed = |topic| question.needs.iter().any(|need| need.topic == topic);
    let today = edition.date;
    let offers = expert.topics.get("offers").into_iter().flatten().zip(&expert.record.file.offers);
    let mut open = offers.filter(|(_, offer)| offer.until.is_none_or(|until| until.last_day() >= today));
    if open.any(|(topics, _)| topics.iter().any(|topic| needed(*topic))) {
        bonuses.push((Bonus::Offer, 60));
    }
    bonuses.extend(acquainted.get(&id).map(|points| (Bonus::Acquainted, *points)));
    bonuses
}

/// Moves people down, never out, when more than three of one employer stand among the first ten.
fn spread(edition: &Edition, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut first = Vec::with_capacity(candidates.len());
    let mut later = Vec::new();
    let mut seen: BTreeMap<OrganizationId, usize> = BTreeMap::new();
    for candidate in candidates {
        let employer = (first.len() < FIRST).then(|| employer(edition, candidate.expert)).flatten();
        let times = employer.map_or(0, |employer| {
            let times = seen.entry(employer).or_default();
            *times += 1;
            *times
        });
        if times > MOST_OF_ONE { later.push(candidate) } else { first.push(candidate) }
    }
    let rest = first.split_off(first.len().min(FIRST));
    let mut rest: Vec<Candidate> = later.into_iter().chain(rest).collect();
    rest.sort_by_key(|candidate| Reverse(candidate.score));
    first.extend(rest);
    first
}

/// Where somebody works now.
fn employer(edition: &Edition, expert: ExpertId) -> Option<OrganizationId> {
    let expert = &edition.experts[expert.index()];
    let employers = expert.organizations.get("experience")?.iter().zip(&expert.record.file.experience);
    employers.filter(|(_, position)| position.to.is_none()).find_map(|(organization, _)| *organization)
}
