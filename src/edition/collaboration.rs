//! Who worked with whom.

use super::entries::{Collaborator, Edition, Who};
use crate::base::{ExpertId, ProjectId};
use std::collections::BTreeMap;

/// A team of more people than this does not make each know each other, and pairs would grow with its square.
const MOST_TEAM: usize = 40;

/// Finds every expert's collaborators: those with whom they share the team of a project.
pub(super) fn connect(edition: &mut Edition) {
    let teams: Vec<Vec<ExpertId>> = edition
        .projects
        .iter()
        .map(|project| {
            let experts = project.team.iter().filter_map(|member| match member.who {
                Who::Expert(id) if edition.experts[id.index()].listed && project.listed => Some(id),
                _ => None,
            });
            let team: Vec<ExpertId> = experts.collect();
            if team.len() > MOST_TEAM { Vec::new() } else { team }
        })
        .collect();
    for index in 0..edition.experts.len() {
        let id = ExpertId::new(index);
        let mut shared: BTreeMap<ExpertId, Vec<ProjectId>> = BTreeMap::new();
        for project in &edition.experts[index].projects {
            let team = &teams[project.index()];
            if team.contains(&id) {
                for other in team.iter().filter(|other| **other != id) {
                    shared.entry(*other).or_default().push(*project);
                }
            }
        }
        let mut collaborators: Vec<_> =
            shared.into_iter().map(|(expert, projects)| Collaborator { expert, projects }).collect();
        collaborators.sort_by(|a, b| b.projects.len().cmp(&a.projects.len()).then(a.expert.cmp(&b.expert)));
        edition.experts[index].collaborators = collaborators;
    }
}
