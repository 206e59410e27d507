//! A map, drawn: which part of the earth it shows, where things stand on it, and the land.

use super::view::map_view::{MapLabel, MapTown};
use crate::base::places::{Position, bounds, outlines_within, shrinking};
use std::cmp::Reverse;

/// Width of a map, and between which heights it is.
const WIDTH: i32 = 720;
const LOWEST: i32 = 420;
const HIGHEST: i32 = 900;
/// Room around the towns.
const ROOM: i32 = 60;
/// No map shows less than this much of the earth from north to south, in thousandths of a degree:
/// around the North Sea, in Europe, and elsewhere. Coasts are known as finely as that, and would be
/// wrong on a map of less (`packaging/places/convert.py`).
const LEAST: [i32; 3] = [900, 1800, 4000];
/// All the way around, in thousandths of a degree.
const AROUND: i32 = 360_000;
/// How far land is drawn beyond the edge, so that no coast runs along it.
const BEYOND: i32 = 4;
/// Points of a coast that are nearer than this are one.
const STEP: i32 = 2;
/// How far apart they are at most, on a map that has to be light.
const COARSEST: i32 = 8;
/// How much more of the earth a map of one town shows than the least.
const AROUND_ONE: i64 = 3;
/// How many towns have their names in the picture, and how large a letter is there.
const MOST_LABELS: usize = 9;
const LETTER: (i32, i32) = (16, 28);

/// The part of the earth that a map shows.
#[derive(Debug)]
pub(super) struct Frame {
    west: i32,
    north: i32,
    /// Thousandths of a degree to the south for each unit of the picture, in thousandths.
    scale: i64,
    /// How much shorter a degree is from west to east, in thousandths.
    shrunk: i64,
    width: i32,
    height: i32,
    /// Places that are not as far east as this are reached by going on to the east.
    cut: i32,
}

impl Frame {
    /// A frame with all of these places in it.
    pub(super) fn around(places: &[Position]) -> Self {
        let cut = cut_of(places);
        let turned = |at: &Position| Position { east: turned(at.east, cut), ..*at };
        let (low, high) = bounds(&places.iter().map(turned).collect::<Vec<_>>());
        let least = least(low, high);
        let shrunk = shrinking(i32::midpoint(low.north, high.north));
        let tall = i64::from((high.north - low.north).max(least));
        let wide = i64::from(high.east - low.east).max(i64::from(least)) * shrunk / 1000;
        let inner = |length: i32| i64::from(length - 2 * ROOM);
        // As wide as the towns are; when they are further from north to south, as high as may be.
        let scale = (wide * 1000 / inner(WIDTH)).max(tall * 1000 / inner(HIGHEST)).max(1);
        let units = |length: i64| i32::try_from(length * 1000 / scale).unwrap_or(HIGHEST);
        let height = (units(tall) + 2 * ROOM).clamp(LOWEST, HIGHEST);
        let degrees = |units: i32| i64::from(units) * scale / 1000;
        let middle = i32::midpoint(low.north, high.north);
        let north = i64::from(middle) + degrees(height) / 2;
        let centre = i64::from(i32::midpoint(low.east, high.east));
        let west = centre - degrees(WIDTH) * 1000 / shrunk / 2;
        let whole = |value: i64| i32::try_from(value).unwrap_or(0);
        let (west, north) = (whole(west), whole(north));
        Self { west, north, scale, shrunk, width: WIDTH, height, cut }
    }

    /// A frame of a size with a place in the middle of the land around it.
    pub(super) fn beside(place: Position, (width, height): (i32, i32)) -> Self {
        let shown = i64::from(least(place, place)) * AROUND_ONE;
        let shrunk = shrinking(place.north);
        let wide = shown * i64::from(width) / i64::from(height) * 1000 / shrunk;
        let whole = |value: i64| i32::try_from(value).unwrap_or(0);
        let west = whole(i64::from(place.east) - wide / 2);
        let north = whole(i64::from(place.north) + shown / 2);
        let scale = (shown * 1000 / i64::from(height)).max(1);
        Self { west, north, scale, shrunk, width, height, cut: i32::MIN }
    }

    pub(super) fn size(&self) -> (i32, i32) {
        (self.width, self.height)
    }

    /// Where a place stands in the picture.
    pub(super) fn point(&self, place: Position) -> (i32, i32) {
        self.turned_point(Position { east: turned(place.east, self.cut), ..place })
    }

    fn turned_point(&self, place: Position) -> (i32, i32) {
        let east = i64::from(place.east - self.west) * self.shrunk / 1000;
        let units = |thousandths: i64| i32::try_from(thousandths * 1000 / self.scale).unwrap_or(0);
        (units(east), units(i64::from(self.north - place.north)))
    }

    /// The land in the picture, country by country, as the data of paths.
    pub(super) fn land(&self) -> Vec<String> {
        self.coasts(STEP)
    }

    /// The land in the picture as one path, drawn as finely as so many bytes are enough for.
    pub(super) fn land_within(&self, most: usize) -> String {
        let mut drawn = (1..=COARSEST).map(|step| self.coasts(step).concat());
        drawn.find(|path| path.len() <= most).unwrap_or_default()
    }

    /// The land, with points of its coasts that are nearer than `step` as one.
    fn coasts(&self, step: i32) -> Vec<String> {
        let degrees = |units: i32| i64::from(units) * self.scale / 1000;
        let south = i64::from(self.north) - degrees(self.height);
        let east = i64::from(self.west) + degrees(self.width) * 1000 / self.shrunk;
        let whole = |value: i64| i32::try_from(value).unwrap_or(i32::MAX);
        let (south, east) = (whole(south), whole(east));
        // Where the map goes on beyond the end of degrees, so does the land.
        let paths = [-AROUND, 0, AROUND].into_iter().flat_map(|turn| {
            let (from, to) = (self.west.saturating_sub(turn), east.saturating_sub(turn));
            let outlines = outlines_within((south, self.north), (from, to));
            outlines.into_iter().map(move |lines| self.path(&lines, turn, step))
        });
        paths.filter(|path| !path.is_empty()).collect()
    }

    fn path(&self, lines: &[&[Position]], turn: i32, step: i32) -> String {
        let mut path = String::new();
        for line in lines {
            let turned = |at: &Position| Position { east: at.east + turn, ..*at };
            let points = line.iter().map(|at| self.turned_point(turned(at))).collect();
            let points = thinned(&self.clipped(points), step);
            if points.len() < 3 {
                continue;
            }
            let (mut x, mut y) = points[0];
            path.push_str(&format!("M{x} {y}l"));
            for (at, point) in points[1..].iter().enumerate() {
                let (right, down) = (point.0 - x, point.1 - y);
                let (before, between) =
                    (if at > 0 && right >= 0 { " " } else { "" }, if down >= 0 { " " } else { "" });
                path.push_str(&format!("{before}{right}{between}{down}"));
                (x, y) = *point;
            }
            path.push('z');
        }
        path
    }

    /// What of a closed line is in the picture (Sutherland and Hodgman): a side after the other.
    fn clipped(&self, points: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
        let (right, below) = (self.width + BEYOND, self.height + BEYOND);
        let points =
            cut(points, |point| point.0 >= -BEYOND, |a, b| (-BEYOND, cross(a, b, -BEYOND)));
        let points = cut(points, |point| point.0 <= right, |a, b| (right, cross(a, b, right)));
        let turned = |(x, y): (i32, i32)| (y, x);
        let down = |a, b, at| (cross(turned(a), turned(b), at), at);
        let points = cut(points, |point| point.1 >= -BEYOND, |a, b| down(a, b, -BEYOND));
        cut(points, |point| point.1 <= below, |a, b| down(a, b, below))
    }
}

/// How far east, counted on beyond the end of degrees.
fn turned(east: i32, cut: i32) -> i32 {
    if east < cut { east + AROUND } else { east }
}

/// Where the earth is cut open for a map: behind the widest gap between places, seen from west to
/// east, so that Fiji and Samoa are neighbours.
fn cut_of(places: &[Position]) -> i32 {
    let mut east: Vec<i32> = places.iter().map(|it| it.east).collect();
    east.sort_unstable();
    let gap = east.windows(2).map(|pair| (pair[1] - pair[0], pair[1])).max();
    let around = east.first().zip(east.last()).map_or(0, |(first, last)| first + AROUND - last);
    gap.filter(|(gap, _)| *gap > around).map_or(i32::MIN, |(_, from)| from)
}

/// How much a map shows at least from north to south.
fn least(low: Position, high: Position) -> i32 {
    let middle = |one, other| i32::midpoint(one, other);
    let (north, east) = (middle(low.north, high.north), middle(low.east, high.east));
    let is_in = |north_of: (i32, i32), east_of: (i32, i32)| {
        (north_of.0..=north_of.1).contains(&north) && (east_of.0..=east_of.1).contains(&east)
    };
    if is_in((49_000, 55_500), (2_000, 12_000)) {
        LEAST[0]
    } else if is_in((35_000, 72_000), (-11_000, 32_000)) {
        LEAST[1]
    } else {
        LEAST[2]
    }
}

/// How far down the line from `a` to `b` is where it is `x` from the left.
fn cross(a: (i32, i32), b: (i32, i32), x: i32) -> i32 {
    let (width, height) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
    let down = if width == 0 { 0 } else { height * i64::from(x - a.0) / width };
    a.1 + i32::try_from(down).unwrap_or(0)
}

fn cut(
    points: Vec<(i32, i32)>,
    is_in: impl Fn((i32, i32)) -> bool,
    edge: impl Fn((i32, i32), (i32, i32)) -> (i32, i32),
) -> Vec<(i32, i32)> {
    let mut kept = Vec::with_capacity(points.len());
    let Some(mut before) = points.last().copied() else { return kept };
    for point in points {
        if is_in(point) != is_in(before) {
            kept.push(edge(before, point));
        }
        if is_in(point) {
            kept.push(point);
        }
        before = point;
    }
    kept
}

/// A line without points that nobody tells apart.
fn thinned(points: &[(i32, i32)], step: i32) -> Vec<(i32, i32)> {
    let mut kept: Vec<(i32, i32)> = Vec::with_capacity(points.len());
    for point in points {
        let is_near = |other: &(i32, i32)| {
            (point.0 - other.0).abs() <= step && (point.1 - other.1).abs() <= step
        };
        if !kept.last().is_some_and(is_near) {
            kept.push(*point);
        }
    }
    kept
}

/// Gives the towns with most people their names in the picture, where nothing is in the way.
pub(super) fn label(towns: &mut [MapTown], frame: &Frame) {
    let mut order: Vec<usize> = (0..towns.len()).collect();
    order.sort_by(|one, other| {
        let key = |at: usize| (Reverse(towns[at].count), &towns[at].title, towns[at].x);
        key(*one).cmp(&key(*other))
    });
    let marks: Vec<Area> = towns.iter().map(Area::of_mark).collect();
    let mut labels: Vec<Area> = Vec::new();
    for at in order {
        if labels.len() == MOST_LABELS {
            break;
        }
        let town = &towns[at];
        let length = i32::try_from(town.title.chars().count()).unwrap_or(i32::MAX / 100);
        let wide = length.saturating_mul(LETTER.0);
        let (right, left) = (town.x + town.radius + 4, town.x - town.radius - 4);
        let sides = [(right, right, "start"), (left, left - wide, "end")];
        let is_free = |area: &Area| {
            let is_inside = area.left >= 0 && area.left + area.width <= frame.size().0;
            let others = marks.iter().enumerate().filter(|(other, _)| *other != at);
            is_inside && !others.map(|(_, mark)| mark).chain(&labels).any(|it| it.meets(area))
        };
        let found = sides.into_iter().find_map(|(x, left, anchor)| {
            let area = Area { left, top: town.y - LETTER.1 / 2, width: wide, height: LETTER.1 };
            is_free(&area).then_some((area, MapLabel { x, y: town.y, anchor }))
        });
        if let Some((area, label)) = found {
            labels.push(area);
            towns[at].label = Some(label);
        }
    }
}

/// A part of the picture in which something stands.
struct Area {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

impl Area {
    fn of_mark(town: &MapTown) -> Self {
        let side = 2 * town.radius;
        Self { left: town.x - town.radius, top: town.y - town.radius, width: side, height: side }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }
}
