//! Who works with whom, as pictures: one person and those around, or a ring of people.

use super::super::lens::Lens;
use super::super::view::constellation_view::{Constellation, Line, Star};
use crate::base::ExpertId;
use crate::edition::Edition;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::TAU;

/// How many stand around one person, and how many in a ring.
const MOST_AROUND: usize = 10;
const MOST_IN_RING: usize = 36;
const MOST_LETTERS: usize = 26;

/// An expert and those with whom most projects were shared; none when there are fewer than two.
pub(super) fn around(lens: Lens<'_>, id: ExpertId) -> Option<Constellation<'_>> {
    let expert = &lens.site.edition.experts[id.index()];
    let others = &expert.collaborators[..expert.collaborators.len().min(MOST_AROUND)];
    if others.len() < 2 {
        return None;
    }
    let (width, height) = (680, 360);
    let (x, y) = (width / 2, height / 2);
    let mut picture = Constellation { width, height, stars: Vec::new(), lines: Vec::new() };
    for (at, other) in others.iter().enumerate() {
        // Half a step off the vertical, so that no name lies over the middle.
        let angle = TAU * (at_f64(at) + 0.5) / at_f64(others.len());
        let (star_x, star_y) = (x + rounded(170.0 * angle.sin()), y - rounded(140.0 * angle.cos()));
        let (anchor, text_x) = if angle.sin() >= 0.0 { ("start", star_x + 14) } else { ("end", star_x - 14) };
        let shared = other.projects.len();
        picture.lines.push(Line {
            x1: x,
            y1: y,
            x2: star_x,
            y2: star_y,
            bend_x: i32::midpoint(x, star_x),
            bend_y: i32::midpoint(y, star_y),
            strength: shared.min(5),
        });
        let place = Place { x: star_x, y: star_y, text_x, text_y: star_y + 5, anchor, turn: 0 };
        picture.stars.push(star(lens, other.expert, shared, &place));
    }
    let place = Place { x, y, text_x: x, text_y: y + 32, anchor: "middle", turn: 0 };
    let mut own = star(lens, id, others.len(), &place);
    (own.radius, own.url) = (12, None);
    picture.stars.push(own);
    Some(picture)
}

/// The best connected people of a network in a ring, those who work together beside each other; none for fewer
/// than three.
pub(super) fn ring(lens: Lens<'_>) -> Option<Constellation<'_>> {
    let edition = &lens.site.edition;
    let order = ordered(edition);
    if order.len() < 3 {
        return None;
    }
    let side = 720;
    let middle = side / 2;
    let place = |at: usize, radius: f64| {
        let angle = TAU * at_f64(at) / at_f64(order.len());
        (middle + rounded(radius * angle.sin()), middle - rounded(radius * angle.cos()))
    };
    let places: BTreeMap<ExpertId, usize> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut picture = Constellation { width: side, height: side, stars: Vec::new(), lines: Vec::new() };
    for (at, id) in order.iter().enumerate() {
        let degrees = 360 * i32::try_from(at).unwrap_or(0) / i32::try_from(order.len()).unwrap_or(1);
        let right = degrees < 180;
        let (x, y) = place(at, 190.0);
        let (text_x, text_y) = place(at, 206.0);
        let (anchor, turn) = if right { ("start", degrees - 90) } else { ("end", degrees - 270) };
        let shared = edition.experts[id.index()].collaborators.len();
        picture.stars.push(star(lens, *id, shared, &Place { x, y, text_x, text_y, anchor, turn }));
        for other in &edition.experts[id.index()].collaborators {
            let Some(there) = places.get(&other.expert).filter(|there| **there > at) else { continue };
            let (x2, y2) = place(*there, 190.0);
            picture.lines.push(Line {
                x1: x,
                y1: y,
                x2,
                y2,
                bend_x: (x + x2 + middle) / 3,
                bend_y: (y + y2 + middle) / 3,
                strength: other.projects.len().min(5),
            });
        }
    }
    Some(picture)
}

/// The best connected people, each followed by whom they share most with of those who are left.
fn ordered(edition: &Edition) -> Vec<ExpertId> {
    let connected = |at: &usize| edition.experts[*at].listed && !edition.experts[*at].collaborators.is_empty();
    let mut all: Vec<usize> = (0..edition.experts.len()).filter(connected).collect();
    all.sort_by_key(|at| (Reverse(edition.experts[*at].collaborators.len()), *at));
    all.truncate(MOST_IN_RING);
    let mut left: BTreeSet<usize> = all.iter().copied().collect();
    let mut order = Vec::with_capacity(all.len());
    for first in all {
        let mut next = left.take(&first);
        while let Some(at) = next {
            order.push(ExpertId::new(at));
            let others = edition.experts[at].collaborators.iter();
            next = others.map(|other| other.expert.index()).find(|other| left.contains(other));
            if let Some(other) = next {
                left.remove(&other);
            }
        }
    }
    order
}

struct Place {
    x: i32,
    y: i32,
    text_x: i32,
    text_y: i32,
    anchor: &'static str,
    turn: i32,
}

fn star<'a>(lens: Lens<'a>, id: ExpertId, shared: usize, place: &Place) -> Star<'a> {
    let link = lens.expert(id);
    let mut label: String = link.title.chars().take(MOST_LETTERS).collect();
    if label.len() < link.title.len() {
        label.push('…');
    }
    let Place { x, y, text_x, text_y, anchor, turn } = *place;
    let radius = 4 + i32::try_from(shared.min(6)).unwrap_or(6) / 2;
    Star { x, y, radius, text_x, text_y, anchor, turn, label, title: link.title, url: link.url, shared }
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen")]
fn at_f64(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a picture is smaller than that")]
fn rounded(length: f64) -> i32 {
    length.round() as i32
}
