//! What is asked of the network.

use super::super::entries::{ExpertId, OrganizationId, TopicId};
use crate::base::fold::fold;
use crate::base::places::{Distance, Gazetteer, Town};
use crate::base::{Date, Language};
use crate::edition::entries::{Edition, Expert, Request};
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
    /// The town around which they are, where that is known.
    pub around: Option<Around>,
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

/// A town around which experts are looked for.
#[derive(Debug, Clone)]
pub struct Around {
    /// The town.
    pub town: Town,
    /// How far from it they may be; whoever goes as far from their own town may be further. None
    /// where nearer is only better.
    pub within: Option<Distance>,
    /// Whether a name in common counts for nothing with whoever is known to be further.
    pub is_strict: bool,
}

impl Around {
    /// Where nearer is only better, nothing counts from 50 km on.
    const FAR: u32 = 500;
    /// The most that being near counts.
    const MOST: u32 = 40;

    /// How far an expert's town is from this one, where it is known.
    pub(super) fn away(&self, expert: &Expert) -> Option<Distance> {
        Some(expert.spot.as_ref()?.distance(&self.town))
    }

    /// What being so near counts: less with every kilometre, and half of it for whoever goes as far
    /// as that.
    pub(super) fn points(&self, away: Distance, radius: Option<Distance>) -> u32 {
        let far = self.within.map_or(Self::FAR, |within| within.0).max(1);
        let near = Self::MOST * far.saturating_sub(away.0) / far;
        let goes = radius.is_some_and(|radius| away <= radius);
        if goes { near.max(Self::MOST / 2) } else { near }
    }
}

impl Question {
    /// The question of a request.
    pub fn of(request: &Request) -> Self {
        let place = request.record.file.place.as_ref();
        let is_remote = place.is_some_and(|place| place.remote);
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
            around: request.spot.as_ref().map(|spot| Around {
                town: spot.town.clone(),
                within: place.and_then(|place| place.radius).filter(|_| !is_remote),
                is_strict: true,
            }),
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
        if self.around.is_none() && self.near.is_none() {
            self.around = other.around;
        }
    }

    /// Whether an expert may be asked at all.
    pub fn allows(&self, edition: &Edition, expert: ExpertId) -> bool {
        self.limits().allow(edition, expert)
    }

    /// How far an expert's town is from that of the question, where both are known.
    pub fn away(&self, expert: &Expert) -> Option<Distance> {
        self.around.as_ref()?.away(expert)
    }

    /// The end of a line on somebody: `  12.7 km from Groningen`; nothing where nobody knows.
    pub fn distance_in_words(&self, away: Option<Distance>) -> String {
        let known = away.zip(self.around.as_ref());
        known
            .map(|(away, around)| format!("  {away} from {}", around.town.name))
            .unwrap_or_default()
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
            around: self.around.as_ref(),
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
    around: Option<&'a Around>,
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
        let speaks = |wanted: &Language| {
            file.languages.iter().any(|spoken| spoken.tag.primary() == wanted.primary())
        };
        (file.languages.is_empty() || self.languages.iter().all(speaks))
            && self.is_near(&edition.experts[expert])
    }

    /// Whether somebody is near, goes that far, works there, or works from elsewhere.
    fn is_near(&self, expert: &Expert) -> bool {
        let within = self.around.and_then(|around| Some((around, around.within?)));
        if self.near.is_none() && within.is_none() {
            return true;
        }
        let Some(place) = &expert.record.file.location else { return false };
        if place.remote {
            return true;
        }
        let away = within.and_then(|(around, _)| around.away(expert));
        if let Some((around, within)) = within {
            if away.is_some_and(|away| away <= place.reach(within))
                || place.areas.iter().any(|area| Gazetteer::is_in(&around.town, area))
            {
                return true;
            }
            // Of whoever is known to be elsewhere, nothing but the distance counts.
            if away.is_some() && around.is_strict {
                return false;
            }
        }
        let town = within.map(|(around, _)| fold(&around.town.name));
        let is = |said: &str| {
            let said = fold(said);
            self.near.as_ref() == Some(&said) || town.as_ref() == Some(&said)
        };
        let in_region = |near: &String| {
            expert.spot.as_ref().is_some_and(|spot| Gazetteer::is_in(&spot.town, near))
        };
        if self.near.as_ref().is_some_and(in_region) && within.is_none() {
            return true;
        }
        // A town elsewhere may have the same name.
        let city = place.city.iter().filter(|_| away.is_none());
        let mut said = place.areas.iter().chain(city).chain(&place.region);
        said.any(|place| is(place))
    }
}
