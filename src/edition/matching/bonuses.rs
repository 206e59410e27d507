//! What counts beside the topics.

use super::super::entries::{ExpertId, OrganizationId};
use super::candidate::Bonus;
use super::question::{Around, Question};
use super::rank::Ranked;
use super::supply::Supply;
use crate::base::places::Distance;
use crate::edition::entries::Edition;
use crate::edition::team::Standing;
use std::collections::{BTreeMap, BTreeSet};

/// The reasons of a question for points beside the topics.
#[derive(Debug)]
pub(super) struct Bonuses {
    /// Experts with an offer on a topic that is needed.
    offering: BTreeSet<ExpertId>,
    /// Experts who worked for whoever asks, or with somebody who did.
    acquainted: BTreeMap<ExpertId, u32>,
    /// How far away experts are, and what that counts.
    pub(super) near: BTreeMap<ExpertId, (Distance, u32)>,
}

impl Bonuses {
    pub(super) fn of_question(edition: &Edition, question: &Question, ranked: &[Ranked]) -> Self {
        let needed = question.needs.iter().map(|need| &edition.topics[need.topic]);
        Self {
            offering: needed
                .flat_map(|topic| topic.offers.iter().map(|(expert, _)| *expert))
                .collect(),
            acquainted: question.asker.map(|asker| acquainted(edition, asker)).unwrap_or_default(),
            near: question.around.iter().flat_map(|around| near(edition, around, ranked)).collect(),
        }
    }

    pub(super) fn of<'a>(
        &'a self,
        expert: ExpertId,
        supply: &Supply,
    ) -> impl Iterator<Item = (Bonus, u32)> + use<'a> {
        let room = supply
            .room(expert)
            .filter(|points| *points > 0)
            .map(|points| (Bonus::Availability, points));
        let offer = self.offering.contains(&expert).then_some((Bonus::Offer, 60));
        let acquainted = self.acquainted.get(&expert).map(|points| (Bonus::Acquainted, *points));
        let near = self.near.get(&expert).map(|(_, points)| (Bonus::Near, *points));
        let near = near.filter(|(_, points)| *points > 0);
        room.into_iter().chain(offer).chain(acquainted).chain(near)
    }
}

/// How far those who fit are from a town, and what that counts.
fn near<'a>(
    edition: &'a Edition,
    around: &'a Around,
    ranked: &'a [Ranked],
) -> impl Iterator<Item = (ExpertId, (Distance, u32))> + 'a {
    ranked.iter().filter_map(|one| {
        let expert = &edition.experts[one.expert];
        let away = around.away(expert)?;
        let radius = expert.record.file.location.as_ref().and_then(|place| place.radius);
        Some((one.expert, (away, around.points(away, radius))))
    })
}

/// Experts who worked for an organization (40 points), and those who worked with them (20).
fn acquainted(edition: &Edition, asker: OrganizationId) -> BTreeMap<ExpertId, u32> {
    let mut points = BTreeMap::new();
    let direct: BTreeSet<ExpertId> = edition.organizations[asker]
        .projects
        .iter()
        .flat_map(|project| edition.projects[*project].team.iter())
        .filter(|member| member.standing != Standing::Claimed)
        .filter_map(|member| member.who.expert())
        .collect();
    for id in &direct {
        for other in &edition.experts[*id].collaborators {
            points.insert(other.expert, 20);
        }
    }
    points.extend(direct.into_iter().map(|id| (id, 40)));
    points
}
