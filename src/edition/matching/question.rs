//! What is asked of the network.

use super::super::entries::{ExpertId, OrganizationId, TopicId};
use crate::base::fold::fold;
use crate::base::{Date, Language};
use crate::edition::entries::{Edition, Request};
use crate::edition::group::{Group, Tenure};
use crate::edition::seats::OpenSeat;
use crate::record::{Level, Part};

/// What is asked of the network: a request, or a question that is not a file.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// What is needed.
    pub needs: Vec<Wanted>,
    /// Languages that are needed.
    pub languages: Vec<Language>,
    /// A town or region that experts must be in, or work for from elsewhere.
    pub near: Option<String>,
    /// Who asks.
    pub asker: Option<OrganizationId>,
    /// Who must be on the team.
    pub with: Vec<ExpertId>,
    /// Who must not be asked.
    pub without: Vec<ExpertId>,
    /// The day on which it begins: whoever has no room until later is not asked.
    pub from: Option<Date>,
    /// Hours a week that each must have; whoever says that they have fewer is not asked.
    pub hours: Option<u16>,
    /// How many the team has at most.
    pub size: Option<usize>,
    /// Whether no two of the team may work for one organization.
    pub apart: bool,
}

/// One topic that is needed.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The topic.
    pub topic: TopicId,
    /// The least level.
    pub level: Option<Level>,
    /// Core team, or drawn in from outside.
    pub part: Option<Part>,
    /// Weight, 1 to 3.
    pub weight: u32,
}

impl Question {
    /// The question of a request.
    pub fn of(request: &Request) -> Self {
        let needs = request.needs.iter().zip(&request.record.file.needs).map(|(topic, need)| {
            Wanted { topic: *topic, level: need.level, part: need.part, weight: need.weight }
        });
        Self {
            needs: needs.collect(),
            languages: request
                .record
                .file
                .languages
                .iter()
                .map(|language| language.tag.clone())
                .collect(),
            near: None,
            asker: request.organization,
            ..Self::default()
        }
    }

    /// The question of an open seat of a group: nothing is needed where it asks for nothing.
    pub(in crate::edition) fn of_seat(group: &Group, seat: &OpenSeat) -> Self {
        let needs = seat.topics.iter();
        let present = group.of(Tenure::Present).filter_map(|member| member.who.expert());
        Self {
            needs: needs
                .map(|topic| Wanted { topic: *topic, level: None, part: None, weight: 1 })
                .collect(),
            without: present.collect(),
            ..Self::default()
        }
    }

    /// Asks for what another question needs too.
    pub fn join(&mut self, other: Self) {
        self.needs.extend(other.needs);
        self.languages.extend(other.languages);
        self.asker = self.asker.or(other.asker);
    }

    /// Whether an expert may be asked at all.
    pub fn allows(&self, edition: &Edition, expert: ExpertId) -> bool {
        self.limits().allow(edition, expert)
    }

    /// What the order of those who fit equally well follows from: the month and the needs.
    pub(super) fn lot(&self, edition: &Edition) -> String {
        let needs = self.needs.iter().map(|need| edition.topics[need.topic].slug.as_str());
        let month = edition.date.to_month().to_string();
        std::iter::once(month.as_str()).chain(needs).collect::<Vec<_>>().join(" ")
    }

    /// The hard limits beside being willing to be matched: the languages and the place.
    pub(super) fn limits(&self) -> Limits<'_> {
        Limits {
            languages: &self.languages,
            near: self.near.as_deref().map(fold),
            without: &self.without,
            from: self.from,
            hours: self.hours,
        }
    }
}

/// What somebody must meet to be asked at all.
#[derive(Debug)]
pub(super) struct Limits<'a> {
    languages: &'a [Language],
    /// The place, folded.
    near: Option<String>,
    without: &'a [ExpertId],
    from: Option<Date>,
    hours: Option<u16>,
}

impl Limits<'_> {
    /// Whether somebody speaks the languages, as far as we know, and is near or works from
    /// elsewhere.
    pub(super) fn allow(&self, edition: &Edition, expert: ExpertId) -> bool {
        let file = &edition.experts[expert].record.file;
        let is_later = |wanted: Date| {
            let free = file.availability.as_ref().and_then(|it| it.from);
            free.is_some_and(|free| free.first_day() > wanted.last_day())
        };
        let has_fewer = |wanted: u16| {
            let hours = file.availability.as_ref().and_then(|it| it.hours);
            hours.is_some_and(|hours| hours < wanted)
        };
        let is_short = self.from.is_some_and(is_later) || self.hours.is_some_and(has_fewer);
        if self.without.contains(&expert) || is_short {
            return false;
        }
        if self.languages.is_empty() && self.near.is_none() {
            return true;
        }
        let speaks = |wanted: &Language| {
            file.languages.iter().any(|spoken| spoken.tag.primary() == wanted.primary())
        };
        let is_near = |near: &String| {
            let is =
                |place: &Option<String>| place.as_deref().is_some_and(|place| fold(place) == *near);
            file.location
                .as_ref()
                .is_some_and(|place| is(&place.city) || is(&place.region) || place.remote)
        };
        (file.languages.is_empty() || self.languages.iter().all(speaks))
            && self.near.as_ref().is_none_or(is_near)
    }
}
