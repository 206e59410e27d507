//! How much expertise in one topic says about another.

use super::super::entries::TopicId;
use crate::edition::entries::Edition;

/// How a topic that somebody has is like the one that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// It is the same, or a narrower one, which implies it.
    Within,
    /// It is one step wider.
    Wider,
    /// It is two steps wider.
    MuchWider,
    /// It is a neighbour.
    Related,
}

impl Likeness {
    /// What it counts, in thousandths.
    pub fn permille(self) -> u32 {
        match self {
            Self::Within => 1000,
            Self::Wider => 500,
            Self::Related => 300,
            Self::MuchWider => 250,
        }
    }

    /// The word for templates and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Wider => "wider",
            Self::MuchWider => "much-wider",
            Self::Related => "related",
        }
    }
}

/// The topics that say something about `topic` without lying within it.
pub(super) fn around(edition: &Edition, topic: TopicId) -> Vec<(TopicId, Likeness)> {
    let of = |id: TopicId| &edition.topics[id];
    let mut around: Vec<(TopicId, Likeness)> = Vec::new();
    let mut add = |id: TopicId, likeness: Likeness| {
        if id != topic && around.iter().all(|(known, _)| *known != id) {
            around.push((id, likeness));
        }
    };
    for wider in &of(topic).broader {
        add(*wider, Likeness::Wider);
    }
    for neighbour in &of(topic).related {
        add(*neighbour, Likeness::Related);
    }
    for wider in of(topic).broader.iter().flat_map(|wider| of(*wider).broader.iter()) {
        add(*wider, Likeness::MuchWider);
    }
    around
}

/// How a topic that somebody has is like the one that is needed; none when it says nothing about
/// it.
pub(super) fn likeness(edition: &Edition, needed: TopicId, had: TopicId) -> Option<Likeness> {
    if needed == had || edition.topics[had].ancestors.binary_search(&needed).is_ok() {
        return Some(Likeness::Within);
    }
    around(edition, needed)
        .into_iter()
        .find(|(topic, _)| *topic == had)
        .map(|(_, likeness)| likeness)
}
