//! Who works with whom, as a picture: a ring of people, or of topics where there are too many of
//! them.

use super::super::context::ViewContext;
use super::super::view::graph_view::{Graph, Line, Node};
use super::super::view::parts::Link;
use crate::asset::Format;
use crate::edition::{EditionReader, ExpertId, TopicId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::TAU;

/// How many people, and how many topics, stand in a ring.
const MOST_IN_RING: usize = 36;
const MOST_TOPICS: usize = 28;
const MOST_LETTERS: usize = 26;
/// How many have their labels upright.
const MOST_UPRIGHT: usize = 16;
/// Around a ring of 250 there is room for the longest label that is written, and above and below
/// for a line.
const SIDE: i32 = 940;
const HEIGHT_UPRIGHT: i32 = 620;

/// Who works with whom in a network, drawn in a ring: its people, those who work together beside
/// each other; when there are more than can be told apart, the topics of what they do, with a line
/// for what projects join. None for fewer than three.
pub(super) fn ring(context: ViewContext<'_>) -> Option<Graph<'_>> {
    let edition = context.site.edition;
    let connected = edition
        .experts()
        .iter()
        .filter(|expert| expert.listed && !expert.collaborators.is_empty())
        .count();
    if connected > MOST_IN_RING { topics(context) } else { people(context) }
}

fn people(context: ViewContext<'_>) -> Option<Graph<'_>> {
    let edition = context.site.edition;
    let order = ordered(edition);
    let places: BTreeMap<ExpertId, usize> =
        order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut lines = Vec::new();
    for (at, id) in order.iter().enumerate() {
        for other in &edition.expert(*id).collaborators {
            if let Some(there) = places.get(&other.expert).filter(|there| **there > at) {
                lines.push((at, *there, other.shared()));
            }
        }
    }
    let nodes = order.iter().map(|id| {
        let shared = edition.expert(*id).collaborators.len();
        Placed {
            link: context.expert(*id),
            shared,
            face: face(context, *id),
            initials: Some(edition.expert(*id).initials.clone()),
        }
    });
    in_ring("people", &nodes.collect::<Vec<_>>(), &lines)
}

/// The topics of most projects, a line between two for the projects about both.
fn topics(context: ViewContext<'_>) -> Option<Graph<'_>> {
    let edition = context.site.edition;
    let mut used: BTreeMap<TopicId, usize> = BTreeMap::new();
    let listed = || edition.projects().iter().filter(|project| project.listed);
    listed()
        .flat_map(|project| &project.topics)
        .for_each(|topic| *used.entry(*topic).or_default() += 1);
    let mut order: Vec<(TopicId, usize)> = used.into_iter().collect();
    order.sort_by_key(|(topic, count)| (Reverse(*count), *topic));
    order.truncate(MOST_TOPICS);
    let places: BTreeMap<TopicId, usize> =
        order.iter().enumerate().map(|(at, (topic, _))| (*topic, at)).collect();
    let mut joined: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for project in listed() {
        let mut here: Vec<usize> =
            project.topics.iter().filter_map(|topic| places.get(topic).copied()).collect();
        here.sort_unstable();
        for (index, first) in here.iter().enumerate() {
            here[index + 1..]
                .iter()
                .for_each(|second| *joined.entry((*first, *second)).or_default() += 1);
        }
    }
    let strongest = joined.values().copied().max().unwrap_or(1);
    let lines = joined
        .into_iter()
        .map(|((one, other), count)| (one, other, (count * 5).div_ceil(strongest)));
    let lines: Vec<_> = lines.filter(|(_, _, strength)| *strength > 1).collect();
    let nodes = order.iter().map(|(topic, count)| {
        let link = context.topic(*topic);
        Placed { link, shared: *count, face: None, initials: None }
    });
    in_ring("topics", &nodes.collect::<Vec<_>>(), &lines)
}

/// Somebody or something that gets a place in a ring.
struct Placed<'a> {
    link: Link<'a>,
    shared: usize,
    /// The address of a portrait, or initials; none of both for topics.
    face: Option<String>,
    initials: Option<String>,
}

/// Where things stand around the middle of a picture.
struct Ring {
    middle: (i32, i32),
    radius: f64,
    count: usize,
    /// The radius of a face; none where there are no faces.
    face: Option<i32>,
}

impl Ring {
    /// Labels of few stand upright, those of many along the spokes, so that each has room for the
    /// longest.
    fn of(nodes: &[Placed<'_>]) -> Self {
        let (count, is_faced) = (nodes.len(), nodes.iter().any(|one| one.face.is_some()));
        let (height, face) = if count <= MOST_UPRIGHT { (HEIGHT_UPRIGHT, 22) } else { (SIDE, 17) };
        Self {
            middle: (SIDE / 2, height / 2),
            radius: 250.0,
            count,
            face: is_faced.then_some(face),
        }
    }

    fn is_upright(&self) -> bool {
        self.count <= MOST_UPRIGHT
    }

    fn at(&self, number: usize, radius: f64) -> (i32, i32) {
        let angle = TAU * at_f64(number) / at_f64(self.count);
        (
            self.middle.0 + rounded(radius * angle.sin()),
            self.middle.1 - rounded(radius * angle.cos()),
        )
    }

    fn line(&self, (one, other, shared): (usize, usize, usize)) -> Line {
        let ((x1, y1), (x2, y2)) = (self.at(one, self.radius), self.at(other, self.radius));
        let (bend_x, bend_y) = ((x1 + x2 + self.middle.0) / 3, (y1 + y2 + self.middle.1) / 3);
        Line { x1, y1, x2, y2, bend_x, bend_y, strength: shared.min(5) }
    }

    fn place(&self, number: usize) -> Place {
        let degrees =
            360 * i32::try_from(number).unwrap_or(0) / i32::try_from(self.count).unwrap_or(1);
        let (x, y) = self.at(number, self.radius);
        let (text_x, text_y) =
            self.at(number, self.radius + self.face.map_or(16.0, |face| f64::from(face) + 10.0));
        let (anchor, turn) = match degrees {
            ..180 => ("start", degrees - 90),
            _ => ("end", degrees - 270),
        };
        if !self.is_upright() {
            return Place { x, y, text_x, text_y, anchor, turn };
        }
        // Right above and below its mark a label is in the middle; a line of letters is about 10
        // high.
        let (anchor, down) = match degrees {
            0..15 | 346.. => ("middle", 0),
            166..195 => ("middle", 10),
            _ => (anchor, 5),
        };
        Place { x, y, text_x, text_y: text_y + down, anchor, turn: 0 }
    }
}

fn in_ring<'a>(
    of: &'static str,
    nodes: &[Placed<'a>],
    lines: &[(usize, usize, usize)],
) -> Option<Graph<'a>> {
    if nodes.len() < 3 {
        return None;
    }
    let ring = Ring::of(nodes);
    let nodes = nodes.iter().enumerate().map(|(at, placed)| {
        let found = node(placed.link.clone(), placed.shared, &ring.place(at));
        let own = lines.iter().filter(|(one, other, _)| *one == at || *other == at);
        Node {
            radius: ring.face.unwrap_or(found.radius),
            own_lines: own.map(|found| path(&ring.line(*found))).collect(),
            face: placed.face.clone(),
            initials: placed
                .initials
                .clone()
                .filter(|_| ring.face.is_some() && placed.face.is_none()),
            ..found
        }
    });
    Some(Graph {
        of,
        width: SIDE,
        height: 2 * ring.middle.1,
        nodes: nodes.collect(),
        lines: lines.iter().map(|line| ring.line(*line)).collect(),
    })
}

/// The best connected people, each followed by whom they share most with of those who are left.
fn ordered(edition: EditionReader<'_>) -> Vec<ExpertId> {
    let connected = edition.listed_experts().filter(|(_, expert)| !expert.collaborators.is_empty());
    let mut all: Vec<ExpertId> = connected.map(|(id, _)| id).collect();
    all.sort_by_key(|id| (Reverse(edition.expert(*id).collaborators.len()), *id));
    all.truncate(MOST_IN_RING);
    let mut left: BTreeSet<ExpertId> = all.iter().copied().collect();
    let mut order = Vec::with_capacity(all.len());
    for first in all {
        let mut next = left.take(&first);
        while let Some(id) = next {
            order.push(id);
            let others = edition.expert(id).collaborators.iter();
            next = others.map(|other| other.expert).find(|other| left.contains(other));
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

fn node<'a>(link: Link<'a>, shared: usize, place: &Place) -> Node<'a> {
    let mut label: String = link.title.chars().take(MOST_LETTERS).collect();
    if label.len() < link.title.len() {
        label.push('…');
    }
    let Place { x, y, text_x, text_y, anchor, turn } = *place;
    let radius = 4 + i32::try_from(shared.min(6)).unwrap_or(6) / 2;
    let (face, initials, own_lines) = (None, None, String::new());
    Node {
        x,
        y,
        radius,
        face,
        initials,
        own_lines,
        text_x,
        text_y,
        anchor,
        turn,
        label,
        title: link.title,
        url: link.url,
        shared,
    }
}

/// A line as the data of a path.
fn path(line: &Line) -> String {
    let Line { x1, y1, x2, y2, bend_x, bend_y, .. } = line;
    format!("M{x1} {y1}Q{bend_x} {bend_y} {x2} {y2}")
}

/// The smallest portrait of an expert, in the smaller of its formats: a page shows dozens, and none
/// of them waits.
fn face(context: ViewContext<'_>, id: ExpertId) -> Option<String> {
    let photo = context.site.portrait(id)?;
    let (width, _) = photo.sizes.first()?;
    Some(format!("{}{}", context.site.config.base_path, photo.path(*width, Format::Webp)))
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen")]
fn at_f64(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a picture is smaller than that")]
fn rounded(length: f64) -> i32 {
    length.round() as i32
}
