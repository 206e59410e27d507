//! A request's page.

use super::super::contact::contact;
use super::super::context::{ViewContext, extra, iso};
use super::super::view::parts::Link;
use super::super::view::request_view::{
    Away, Bonus, Candidate, Covered, Introduction, Member, Need, RequestView, Team, Term,
};
use super::by_text;
use super::card::availability;
use super::expert::{evidence, languages};
use crate::edition::RequestId;

use crate::edition;

pub(super) fn view(context: ViewContext<'_>, id: RequestId) -> RequestView<'_> {
    let request = context.site.edition.request(id);
    let record = &request.record;
    let file = &record.file;
    let fitting = context.site.fitting(id);
    let title = context.phrase(record, Some(&file.title), |text| text.title.as_deref());
    RequestView {
        title: title.expect("a request has a title"),
        organization: request.organization.map(|id| context.organization(id)),
        needs: request
            .needs
            .iter()
            .zip(&file.needs)
            .map(|(topic, need)| Need {
                topic: context.topic(*topic),
                level: need.level.map(edition::Level::as_str),
                part: need.part.map(crate::edition::Part::as_str),
                weight: need.weight,
            })
            .collect(),
        languages: languages(context, &file.languages),
        place: context.place_of_request(request),
        unplaced: request.is_unplaced(),
        from: iso(file.from),
        until: iso(file.until),
        closed: request.closed,
        hours: file.hours,
        contact: file.contact.as_ref().map(contact),
        body: context.body(record, 2),
        extra: extra(&record.file.extra),
        candidates: request
            .candidates
            .iter()
            .map(|found| candidate(context, request, found))
            .collect(),
        about: fitting.map(|fitting| context.topics(&fitting.topics)).unwrap_or_default(),
        by_text: fitting
            .map(|fitting| by_text::people(context, request, fitting))
            .unwrap_or_default(),
        gaps: request
            .gaps
            .iter()
            .filter(|need| request.away.iter().all(|away| away.need != **need))
            .map(|need| context.topic(request.needs[*need]))
            .collect(),
        away: request.away.iter().map(|away| self::away(context, request, away)).collect(),
        team: request.proposal.as_ref().map(|proposal| team(context, request, &proposal.team)),
        alternatives: request
            .proposal
            .iter()
            .flat_map(|proposal| &proposal.alternatives)
            .map(|other| alternative(context, request, other))
            .collect(),
    }
}

/// A need that only people cover who are not available.
fn away<'a>(
    context: ViewContext<'a>,
    request: &edition::Request,
    found: &edition::Away,
) -> Away<'a> {
    /// How many are named.
    const MOST: usize = 5;
    let people = found.experts.iter().take(MOST).map(|id| context.expert(*id));
    Away { topic: context.topic(request.needs[found.need]), people: people.collect() }
}

fn team<'a>(
    context: ViewContext<'a>,
    request: &'a edition::Request,
    found: &edition::Team,
) -> Team<'a> {
    let covered = |need: usize, label: edition::Label| {
        let Link { title, url } = context.topic(request.needs[need]);
        let freshness = (!label.is_good()).then(|| label.as_str());
        Covered { title, url, freshness, label: label.as_str() }
    };
    let member = |member: &edition::Member| Member {
        person: context.person(member.expert),
        topics: member
            .needs
            .iter()
            .zip(&member.labels)
            .map(|(need, label)| covered(*need, *label))
            .collect(),
        distance: member.distance,
        quality: member.quality,
        through: introductions(context, member),
    };
    let (core, external): (Vec<_>, Vec<_>) =
        found.members.iter().partition(|member| member.is_core());
    Team {
        cost: found.cost,
        core: core.into_iter().map(member).collect(),
        external: external.into_iter().map(member).collect(),
        uncovered: (0..request.needs.len())
            .filter(|need| found.members.iter().all(|member| !member.needs.contains(need)))
            .map(|need| context.topic(request.needs[need]))
            .collect(),
        instead: Vec::new(),
        without: Vec::new(),
    }
}

/// A team with what is different in it from the first one.
fn alternative<'a>(
    context: ViewContext<'a>,
    request: &'a edition::Request,
    found: &edition::Team,
) -> Team<'a> {
    let first = request.proposal.as_ref().map_or(&[][..], |proposal| &proposal.team.members);
    let only = |these: &[edition::Member], those: &[edition::Member]| -> Vec<Link<'a>> {
        let alone = these.iter().filter(|one| those.iter().all(|other| other.expert != one.expert));
        alone.map(|member| context.expert(member.expert)).collect()
    };
    Team {
        instead: only(&found.members, first),
        without: only(first, &found.members),
        ..team(context, request, found)
    }
}

/// How well somebody fits, in a word and in steps of five.
fn fit(found: &edition::Candidate) -> (&'static str, u32) {
    // What was shown long ago fits in part at best.
    let most = if found.is_past { 2 } else { 5 };
    let steps = found.cover.div_ceil(200).clamp(1, most);
    (["partial", "partial", "good", "strong", "strong"][steps as usize - 1], steps)
}

/// By whom, and through which shared project, a member of a team is known to the first of it.
fn introductions<'a>(context: ViewContext<'a>, member: &edition::Member) -> Vec<Introduction<'a>> {
    let edition = context.site.edition;
    let mut from = member.expert;
    let mut steps = Vec::new();
    for by in &member.through {
        let shared = edition.expert(from).collaborators.iter().find(|other| other.expert == *by);
        let project = shared
            .and_then(|shared| shared.projects.first())
            .map(|project| context.project(*project));
        steps.push(Introduction { person: context.expert(*by), project });
        from = *by;
    }
    steps
}

fn candidate<'a>(
    context: ViewContext<'a>,
    request: &'a edition::Request,
    found: &'a edition::Candidate,
) -> Candidate<'a> {
    let expert = context.site.edition.expert(found.expert);
    let covered = |need: usize| found.terms.iter().any(|term| term.need == need);
    Candidate {
        person: context.person(found.expert),
        past: found.is_past,
        score: found.score,
        cover: found.cover,
        fit: fit(found).0,
        steps: fit(found).1,
        availability: availability(expert),
        place: context.place_of_expert(expert),
        contact: expert.record.file.contact.as_ref().map(contact).filter(|_| expert.listed),
        terms: found
            .terms
            .iter()
            .map(|term| {
                let claim = &expert.claims[term.claim];
                let needed = request.needs[term.need];
                Term {
                    topic: context.topic(needed),
                    via: (claim.topic != needed).then(|| context.topic(claim.topic)),
                    likeness: term.likeness.as_str(),
                    likeness_permille: term.likeness.permille(),
                    level: claim.level.map(edition::Level::as_str),
                    freshness: claim.freshness.label.as_str(),
                    last: iso(claim.stated),
                    evidence: claim.proof.map(|proof| evidence(context, expert, proof)),
                    score: term.score,
                    weight: request.record.file.needs[term.need].weight,
                    level_permille: claim.weighed_level().permille(),
                    freshness_permille: claim.freshness.points,
                    evidence_permille: claim.evidence_permille(),
                    points: term.points,
                }
            })
            .collect(),
        away: by_text::away(found.away, request),
        bonuses: found
            .bonuses
            .iter()
            .map(|(bonus, points)| Bonus { reason: bonus.as_str(), points: *points })
            .collect(),
        missing: (0..request.needs.len())
            .filter(|need| !covered(*need))
            .map(|need| context.topic(request.needs[need]))
            .collect(),
    }
}
