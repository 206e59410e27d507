//! What experts can be narrowed down to, as columns of the experts in their order.

use super::entry::Entry;
use super::list::{letter, number};
use super::topics::freshness;
use crate::base::places::Position;
use crate::base::slug::slug;
use crate::edition::{Edition, Label, Status};
use serde::Serialize;
use std::collections::BTreeMap;

/// The words for freshness, in the order of their letters.
const LABELS: [Label; 6] =
    [Label::Evergreen, Label::Current, Label::Fresh, Label::Past, Label::Dormant, Label::Undated];

/// The part of a town's address, and its name; where it is, in thousandths of a degree north and
/// east, on a site that tells distances. Two towns of one name have one address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Town {
    Known(String, String, i32, i32),
    Named(String, String),
}

/// Values, and for each expert which. A letter or number of 0 stands for none, others for the value
/// before that place.
#[derive(Debug, Default, Serialize)]
pub(super) struct Facets {
    /// Towns. They are a file of their own, since whoever types asks for them, and for nothing else
    /// of this.
    #[serde(skip)]
    pub(super) places: Vec<Town>,
    /// Languages, by their primary tags.
    languages: Vec<String>,
    /// Kinds of availability.
    availability: Vec<&'static str>,
    /// Words for freshness.
    freshness: Vec<&'static str>,
    /// The town of each expert, a number.
    place: String,
    /// How many languages, and which; numbers.
    language: String,
    /// A letter for availability, one for the freshest claim, one for who works from elsewhere
    /// (`B`).
    marks: String,
    /// Freshness points, a number.
    points: String,
}

/// The facets of the experts among `entries`.
pub(super) fn facets(edition: &Edition, entries: &[Entry]) -> Facets {
    let mut facets = Facets {
        availability: Status::ALL.iter().map(|status| status.as_str()).collect(),
        freshness: LABELS.iter().map(|label| label.as_str()).collect(),
        ..Facets::default()
    };
    let mut places: BTreeMap<(String, Option<Position>), usize> = BTreeMap::new();
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        let Entry::Expert(id) = entry else { break };
        let expert = &edition.experts[*id];
        let file = &expert.record.file;
        let city = file.location.as_ref().and_then(|place| place.city.as_deref());
        let place = city.map_or(0, |city| {
            let (key, at) = (slug(city), expert.spot.as_ref().map(|spot| spot.town.at));
            *places.entry((key.clone(), at)).or_insert_with(|| {
                let name = city.to_owned();
                facets.places.push(match at {
                    Some(at) => Town::Known(key, name, at.north, at.east),
                    None => Town::Named(key, name),
                });
                facets.places.len()
            })
        });
        number(&mut facets.place, small(place));
        let mut spoken: Vec<usize> = Vec::new();
        for language in &file.languages {
            let tag = language.tag.primary();
            let next = languages.len() + 1;
            let known = *languages.entry(tag).or_insert(next);
            if known == next {
                facets.languages.push(tag.to_owned());
            }
            if !spoken.contains(&known) {
                spoken.push(known);
            }
        }
        number(&mut facets.language, small(spoken.len()));
        for language in spoken {
            number(&mut facets.language, small(language));
        }
        let available = file
            .availability
            .as_ref()
            .and_then(|it| Status::ALL.iter().position(|known| *known == it.status));
        facets.marks.push(letter(place_of(available)));
        let labels = expert
            .claims
            .iter()
            .filter_map(|claim| LABELS.iter().position(|label| *label == claim.freshness.label));
        facets.marks.push(letter(place_of(labels.min())));
        facets
            .marks
            .push(letter(u8::from(file.location.as_ref().is_some_and(|place| place.remote))));
        number(&mut facets.points, freshness(edition, *id));
    }
    facets
}

fn place_of(at: Option<usize>) -> u8 {
    at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
