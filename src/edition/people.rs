//! Who is shown on a team and under a testimonial, and by whose word.

use super::collaborator::Witness;
use super::entries::{Expert, ExpertId};
use super::team::{Standing, TeamMember, Who};
use super::visible::Renumbered;
use crate::base::Rank;
use crate::catalog::{self, Source};
use crate::config::Kind;
use crate::record::TestimonialFile;
use std::collections::HashSet;

/// The experts who may be seen, by their old numbers.
type Experts = Renumbered<catalog::Expert, Expert>;

/// A team, as far as it may be seen.
pub(super) struct Team {
    /// Whoever may be seen, with the topics that they brought, by their old numbers.
    pub(super) members: Vec<(TeamMember, Vec<catalog::TopicId>)>,
    /// The experts who tell the case.
    pub(super) told_by: Vec<ExpertId>,
    /// How many more there are.
    pub(super) unnamed: usize,
    /// Who said the testimonial.
    pub(super) witness: Witness,
}

/// The team of a project.
///
/// In a case that only a member tells, nobody without a profile is named. Whether they are hidden,
/// were removed or are not known at all cannot be told apart: each is one more contributor.
pub(super) fn team(experts: &Experts, project: &mut catalog::Project, kind: Kind) -> Team {
    let rank = project.record.origin.rank;
    let witness = match &mut project.record.file.testimonial {
        Some(testimonial) => witness(experts, rank, project.witness.take(), testimonial),
        None => Witness::Named,
    };
    let told_by: Vec<ExpertId> = project.authors.iter().filter_map(|id| experts.of(*id)).collect();
    let mut team =
        Team { members: Vec::with_capacity(project.team.len()), told_by, unnamed: 0, witness };
    let mut unseen = HashSet::new();
    for member in std::mem::take(&mut project.team) {
        match shown(experts, rank, member.who) {
            Some(who) => {
                let known = team.members.iter_mut().find(|(known, _)| known.who == who);
                if let Some((known, _)) = known {
                    known.cv = std::mem::take(&mut known.cv).and(&member.cv);
                    continue;
                }
                // On one's own portfolio everybody is there by the word of its owner.
                let source =
                    if kind == Kind::Portfolio { Source::ByNetwork } else { member.source };
                let standing = team.standing(&who, source, project.curated);
                let shown = TeamMember {
                    who,
                    role: member.role,
                    part: member.part,
                    topics: Vec::new(),
                    cv: member.cv,
                    standing,
                };
                team.members.push((shown, member.topics));
            }
            // What a member adds to the case of another, counts for those only who may be seen.
            None if member.source == Source::ByOther && !member.written.is_empty() => {}
            None => {
                team.unnamed +=
                    usize::from(member.written.is_empty() || unseen.insert(member.written));
            }
        }
    }
    team
}

impl Team {
    fn standing(&self, who: &Who, source: Source, curated: bool) -> Standing {
        let own = matches!(who, Who::Expert(id) if self.told_by.contains(id));
        match (source, own) {
            (Source::ByNetwork, _) => Standing::Confirmed,
            (_, true) if curated || self.told_by.len() > 1 => Standing::Confirmed,
            (_, true) => Standing::Own,
            (_, false) => Standing::Claimed,
        }
    }
}

/// The person as they may be shown in what somebody of that rank wrote; none when they may not.
pub(super) fn shown(experts: &Experts, rank: Rank, who: catalog::Who) -> Option<Who> {
    if !who.may_be_named(|id| experts.of(id).is_some()) {
        return None;
    }
    match who {
        catalog::Who::Expert(id) => experts.of(id).map(Who::Expert),
        catalog::Who::Named(name)
        | catalog::Who::Unclear(name, _)
        | catalog::Who::Speaks(name, _) => (!rank.is_member()).then_some(Who::Named(name)),
    }
}

/// Who said a testimonial; whoever may not be seen is not named. A member names only people who
/// have a profile.
pub(super) fn witness(
    experts: &Experts,
    rank: Rank,
    who: Option<catalog::Who>,
    testimonial: &mut TestimonialFile,
) -> Witness {
    let Some(who) = who else { return Witness::Named };
    match (shown(experts, rank, who), rank) {
        (Some(Who::Expert(id)), Rank::Own) => Witness::Expert(id),
        (Some(Who::Expert(id)), Rank::Member(_)) => Witness::Unconfirmed(id),
        (Some(Who::Named(_)), _) => Witness::Named,
        (None, Rank::Member(_)) => {
            testimonial.name = None;
            Witness::Named
        }
        (None, Rank::Own) => {
            testimonial.name = None;
            testimonial.role = None;
            testimonial.organization = None;
            Witness::Gone
        }
    }
}
