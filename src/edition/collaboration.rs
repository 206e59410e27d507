//! Who worked with whom.

use super::collaborator::{Collaborator, Witness};
use super::entries::{Edition, ExpertId, ProjectId};
use super::team::{Standing, TeamMember, Who};
use super::works::{self, WorkId};
use std::collections::BTreeMap;

/// A team of more people than this does not make each know each other, and pairs would grow with
/// its square.
const MOST_TEAM: usize = 40;

/// Finds every expert's collaborators: those with whom they share the team of a project, or a
/// publication.
pub(super) fn connect(edition: &mut Edition) {
    let teams: Vec<Vec<ExpertId>> = edition
        .projects
        .iter()
        .map(|project| {
            let certain = project.team.iter().filter(|member| member.standing != Standing::Claimed);
            let experts = certain.filter_map(|member| match member.who {
                Who::Expert(id) if edition.experts[id].listed && project.listed => Some(id),
                _ => None,
            });
            let team: Vec<ExpertId> = experts.collect();
            if team.len() > MOST_TEAM { Vec::new() } else { team }
        })
        .collect();
    let works = works::shared(edition, MOST_TEAM);
    let mut of_expert: Vec<Vec<usize>> = edition.experts.iter().map(|_| Vec::new()).collect();
    for (at, (together, _)) in works.iter().enumerate() {
        for id in together {
            of_expert[id.index()].push(at);
        }
    }
    for id in edition.experts.ids() {
        let mut shared: BTreeMap<ExpertId, (Vec<ProjectId>, Vec<WorkId>)> = BTreeMap::new();
        for project in &edition.experts[id].projects {
            let team = &teams[project.index()];
            if team.contains(&id) {
                for other in team.iter().filter(|other| **other != id) {
                    shared.entry(*other).or_default().0.push(*project);
                }
            }
        }
        for (together, work) in of_expert[id.index()].iter().map(|at| &works[*at]) {
            for other in together.iter().filter(|other| **other != id) {
                let works = &mut shared.entry(*other).or_default().1;
                if !works.contains(work) {
                    works.push(*work);
                }
            }
        }
        let collaborator = |(expert, (projects, works))| Collaborator { expert, projects, works };
        let mut collaborators: Vec<_> = shared.into_iter().map(collaborator).collect();
        collaborators.sort_by(|a, b| b.shared().cmp(&a.shared()).then(a.expert.cmp(&b.expert)));
        edition.experts[id].collaborators = collaborators;
    }
}

/// Links those whom members name under testimonials, as far as they say themselves that they worked
/// together.
pub(super) fn link_witnesses(edition: &mut Edition) {
    name_witnesses(edition);
    for id in edition.experts.ids() {
        let expert = &edition.experts[id];
        let known = |id: ExpertId| expert.collaborators.iter().any(|other| other.expert == id);
        if expert.witnesses.iter().any(|witness| matches!(witness, Witness::Unconfirmed(_))) {
            let witnesses =
                expert.witnesses.iter().map(|witness| settled(*witness, known)).collect();
            edition.experts[id].witnesses = witnesses;
        }
    }
    for id in edition.projects.ids() {
        let project = &edition.projects[id];
        let sure = |id: ExpertId| {
            let named = |member: &TeamMember| {
                member.who == Who::Expert(id) && member.standing != Standing::Claimed
            };
            project.team.iter().any(named)
        };
        if matches!(project.witness, Witness::Unconfirmed(_)) {
            let witness = settled(project.witness, sure);
            edition.projects[id].witness = witness;
        }
    }
}

/// Calls those who speak by their names, where a slug stands.
fn name_witnesses(edition: &mut Edition) {
    let name_of = |edition: &Edition, witness: Witness, written: Option<&String>| {
        let (Witness::Expert(id) | Witness::Unconfirmed(id)) = witness else { return None };
        let expert = &edition.experts[id];
        let is_slug = written.is_some_and(|name| name.trim() == expert.slug);
        is_slug.then(|| expert.record.file.name.clone())
    };
    for id in edition.experts.ids() {
        let expert = &edition.experts[id];
        let said = expert.witnesses.iter().zip(&expert.record.file.testimonials).enumerate();
        let named: Vec<_> = said
            .filter_map(|(at, (who, it))| Some((at, name_of(edition, *who, it.name.as_ref())?)))
            .collect();
        for (at, name) in named {
            edition.experts[id].record.file.testimonials[at].name = Some(name);
        }
    }
    for id in edition.projects.ids() {
        let project = &edition.projects[id];
        let written = project.record.file.testimonial.as_ref().and_then(|it| it.name.as_ref());
        let name = name_of(edition, project.witness, written);
        if let (Some(name), Some(testimonial)) =
            (name, &mut edition.projects[id].record.file.testimonial)
        {
            testimonial.name = Some(name);
        }
    }
}

fn settled(witness: Witness, agrees: impl Fn(ExpertId) -> bool) -> Witness {
    match witness {
        Witness::Unconfirmed(id) if agrees(id) => Witness::Expert(id),
        Witness::Unconfirmed(_) => Witness::Named,
        other => other,
    }
}
