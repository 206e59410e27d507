//! What shows expertise, and how strongly.

use super::entries::{ExpertId, ProjectId, TopicId};
use super::evidence::Proof;
use super::freshness::points;
use super::published::{Certificate, Position, Publication};
use super::reader::EditionReader;
use super::team::Who;
use crate::base::{Date, ListKind, Month};
use crate::config::ShelfLife;
use crate::record::Part;

/// A list whose items show something: the weight and date of each, and the proof that it is.
type Dated = (ListKind, u32, Vec<Option<Date>>, fn(usize) -> Proof);

pub(super) struct Evidence {
    pub(super) topic: TopicId,
    pub(super) from: Month,
    pub(super) month: Month,
    /// The date from which the month follows, no more precisely than to the month.
    pub(super) stated: Date,
    pub(super) proof: Proof,
    pub(super) weight: u32,
}

pub(super) fn evidence_of(edition: EditionReader<'_>, id: ExpertId, today: Month) -> Vec<Evidence> {
    let expert = edition.expert(id);
    let file = &expert.record.file;
    let mut evidence = Vec::new();
    for project in &expert.projects {
        evidence.extend(evidence_of_project(edition, id, *project, today));
    }
    let valid = |item: &Certificate| {
        let is_over = item.until.is_some_and(|until| until.last_month() < today);
        item.date.filter(|_| !is_over && !item.is_end_lost && !item.is_planned)
    };
    let published = |item: &Publication| item.date.filter(|_| !item.is_planned);
    let publications = file.publications.iter().map(published).collect();
    let talks = file.talks.iter().map(published).collect();
    let certificates = file.certificates.iter().map(valid).collect();
    let position = |item: &Position| match item.from {
        _ if item.is_planned => None,
        Some(from) if item.is_held || item.to.is_some() => {
            Some(last_seen(from, item.to, expert.confirmed, today))
        }
        _ => item.to,
    };
    let experience = file.experience.iter().map(position).collect();
    let lists: [Dated; 4] = [
        (ListKind::Publications, 500, publications, Proof::Publication),
        (ListKind::Talks, 400, talks, Proof::Talk),
        (ListKind::Certificates, 600, certificates, Proof::Certificate),
        (ListKind::Experience, 700, experience, Proof::Experience),
    ];
    for (list, weight, dates, proof) in lists {
        let items = expert.topics.of(list).iter().zip(dates).enumerate();
        for (item, (topics, date)) in items {
            let Some(date) = date.filter(|date| date.first_month() <= today) else { continue };
            let (month, stated) = (date.last_month().min(today), date.to_month());
            let proof = proof(item);
            let shown = |topic| Evidence { topic, from: month, month, stated, proof, weight };
            evidence.extend(topics.iter().copied().map(shown));
        }
    }
    evidence
}

/// The date as of which what began on `from` shows something: its end, when that has come; else
/// when it was last `confirmed` since it began.
fn last_seen(from: Date, to: Option<Date>, confirmed: Option<Date>, today: Month) -> Date {
    let month = |date: Date| date.last_month().min(today);
    let since = || confirmed.filter(|date| month(*date) > month(from));
    to.filter(|to| to.first_month() <= today).or_else(since).unwrap_or(from)
}

/// What a project shows of somebody on its team: of one that runs, as far as it was confirmed.
fn evidence_of_project(
    edition: EditionReader<'_>,
    id: ExpertId,
    project_id: ProjectId,
    today: Month,
) -> Vec<Evidence> {
    let project = edition.project(project_id);
    let begun = project.record.file.period.filter(|period| !period.is_planned);
    let Some(period) = begun else { return Vec::new() };
    let updated = || project.record.updated.or(edition.expert(id).confirmed);
    let confirmed = project.record.file.confirmed_on.or_else(updated);
    if period.to.is_none() && !period.runs {
        return Vec::new();
    }
    let stated = last_seen(period.from, period.to, confirmed, today);
    let member = project.team.iter().find(|member| member.who == Who::Expert(id));
    let weight = member.map_or(700, |member| if member.part == Part::Core { 1000 } else { 700 });
    let topics = member.map_or(&project.topics, |member| &member.topics);
    let shown = |topic: &TopicId| Evidence {
        topic: *topic,
        from: period.from.first_month(),
        month: stated.last_month().min(today),
        stated: stated.to_month(),
        proof: Proof::Project(project_id),
        weight,
    };
    topics.iter().map(shown).collect()
}

/// `1000·(1 − 2^(−U/1000))` by a table, with U the sum of the weights of all evidence, each by its
/// freshness.
pub(super) fn strength(evidence: &[&Evidence], today: Month, shelf_life: ShelfLife) -> u32 {
    const TABLE: [(u32, u32); 6] =
        [(0, 0), (500, 293), (1000, 500), (2000, 750), (3000, 875), (6000, 984)];
    let mut proofs: Vec<(Proof, u32)> = evidence
        .iter()
        .map(|item| {
            let age = u32::try_from(today.0 - item.month.0).unwrap_or(0);
            let fresh = shelf_life.months().map_or(1000, |months| points(age, months));
            (item.proof, item.weight * fresh / 1000)
        })
        .collect();
    proofs.sort();
    proofs.dedup_by_key(|(proof, _)| *proof);
    let sum: u32 = proofs.iter().map(|(_, weight)| weight).sum::<u32>().min(6000);
    let above = TABLE.iter().position(|(u, _)| *u >= sum).unwrap_or(TABLE.len() - 1);
    let (u1, v1) = TABLE[above];
    let Some((u0, v0)) = above.checked_sub(1).map(|below| TABLE[below]) else { return v1 };
    v0 + (v1 - v0) * (sum - u0) / (u1 - u0)
}
