//! Lists by towns: of one name however it is written, and of topics there.

use super::item::Card;
use super::lists::{Filter, List};
use crate::base::EntryKind;
use crate::base::slug::slug;
use crate::edition::{Edition, ExpertId, TopicId};
use std::collections::BTreeMap;

/// The slug of a town.
pub(super) fn place_slug(city: &str) -> String {
    slug(city)
}

/// A town, however people write it.
#[derive(Default)]
pub(super) struct Town<'a> {
    pub(super) people: usize,
    /// Its spellings, with how many people write it so.
    pub(super) spellings: BTreeMap<&'a str, usize>,
}

impl<'a> Town<'a> {
    pub(super) fn add(&mut self, spelling: &'a str) {
        self.people += 1;
        *self.spellings.entry(spelling.trim()).or_default() += 1;
    }

    /// The spelling of most people; of equals one that is not written in capitals alone, and the
    /// first of those by the order of signs, which puts capitals before.
    pub(super) fn name(&self) -> String {
        let most = self.spellings.values().max();
        let equals = self.spellings.iter().filter(|(_, count)| Some(*count) == most);
        let name = equals.min_by_key(|(name, _)| !name.chars().any(char::is_lowercase));
        name.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
    }
}

/// Fewer experts than this are no list.
const LEAST_IN_CROSSING: usize = 3;

/// Lists of experts on a topic in a town, for those who have no script; the longest, at most
/// `most`. A town that has all experts on a topic, or nobody but them, adds nothing.
pub(super) fn topics_in_places(edition: &Edition, most: usize) -> Vec<List> {
    let town = |expert: ExpertId| {
        let expert = &edition.experts[expert];
        expert
            .record
            .file
            .location
            .as_ref()
            .and_then(|place| place.city.as_deref())
            .filter(|_| expert.listed)
    };
    let mut towns: BTreeMap<String, Town<'_>> = BTreeMap::new();
    for city in edition.experts.ids().filter_map(town) {
        towns.entry(place_slug(city)).or_default().add(city);
    }
    let mut found: Vec<(usize, TopicId, String, Vec<Card>)> = Vec::new();
    for (id, topic) in edition.topics.entries() {
        let mut here: BTreeMap<String, Vec<Card>> = BTreeMap::new();
        for ranked in &topic.experts {
            if let Some(city) = town(ranked.expert) {
                here.entry(place_slug(city)).or_default().push(Card::Expert(ranked.expert));
            }
        }
        for (slug, cards) in here {
            let Some(known) = towns.get(&slug) else { continue };
            let whole = cards.len() == topic.experts.len() || known.people == cards.len();
            if cards.len() >= LEAST_IN_CROSSING && !whole {
                found.push((cards.len(), id, known.name(), cards));
            }
        }
    }
    found.sort_by(|one, other| {
        other.0.cmp(&one.0).then_with(|| (one.1, &one.2).cmp(&(other.1, &other.2)))
    });
    found.truncate(most);
    let list = |(_, topic, city, cards): (usize, TopicId, String, Vec<Card>)| {
        let path = format!("topics/{}/in/{}/", edition.topics[topic].slug, place_slug(&city));
        List { of: EntryKind::Expert, filter: Filter::TopicIn(topic, city), path, cards }
    };
    found.into_iter().map(list).collect()
}
