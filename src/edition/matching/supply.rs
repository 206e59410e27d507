//! What every question needs to know of the experts, looked up once for all questions.

use super::super::entries::{ExpertId, OrganizationId};
use super::graph::Graph;
use crate::base::ListKind;

use crate::edition::entries::Edition;
use crate::record::Status;

/// What every question needs to know of the experts.
#[derive(Debug)]
pub struct Supply {
    /// Who worked with whom.
    pub(super) graph: Graph,
    /// Points for room for new work; none for those who are not to be asked.
    room: Vec<Option<u8>>,
}

impl Supply {
    /// The experts of an edition.
    pub fn of(edition: &Edition) -> Self {
        let room = edition.experts.iter().map(|expert| {
            let points = match expert.status() {
                Some(Status::Open) => 60,
                Some(Status::Limited) => 20,
                Some(Status::Closed) | None => 0,
            };
            expert.may_be_asked().then_some(points)
        });
        Self { room: room.collect(), graph: Graph::of(edition) }
    }

    /// Points for room for new work; none for those who are not to be asked.
    pub(super) fn room(&self, expert: ExpertId) -> Option<u32> {
        self.room[expert.index()].map(u32::from)
    }
}

/// Whether somebody who is not to be asked only lacks the time.
pub(super) fn is_away(edition: &Edition, expert: ExpertId) -> bool {
    let found = &edition.experts[expert];
    found.listed && found.matchable && found.status() == Some(Status::Closed)
}

/// Where somebody works now.
pub(super) fn employer(edition: &Edition, expert: ExpertId) -> Option<OrganizationId> {
    let expert = &edition.experts[expert];
    let employers =
        expert.organizations.of(ListKind::Experience).iter().zip(&expert.record.file.experience);
    employers.filter(|(_, position)| position.is_held).find_map(|(organization, _)| *organization)
}
