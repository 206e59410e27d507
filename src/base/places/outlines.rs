//! The outlines of countries, as Natural Earth has them (public domain): in the program, simplified
//! for maps on which a country is about as wide as a hand.

use super::position::Position;
use super::unpack::{Bytes, contents, unpacked};
use std::sync::LazyLock;

static DATA: &[u8] = include_bytes!("outlines.bin");

/// A closed line around land, with the corners between which it is.
struct Line {
    low: Position,
    high: Position,
    places: Vec<Position>,
}

/// The outlines of all countries, in the order of their codes: unpacked for the first map.
static COUNTRIES: LazyLock<Vec<Vec<Line>>> = LazyLock::new(|| {
    let outline = |(_, packed)| read(&unpacked(packed)).unwrap_or_default();
    contents(DATA).into_iter().map(outline).collect()
});

/// The outlines of all countries that have a part within `north` and `east`, in the order of their
/// codes; of each only the lines that have.
pub fn outlines_within(north: (i32, i32), east: (i32, i32)) -> Vec<Vec<&'static [Position]>> {
    let is_within = move |line: &&Line| {
        let (low, high) = (line.low, line.high);
        low.north <= north.1 && high.north >= north.0 && low.east <= east.1 && high.east >= east.0
    };
    let within = |lines: &'static Vec<Line>| {
        lines.iter().filter(is_within).map(|line| line.places.as_slice()).collect::<Vec<_>>()
    };
    COUNTRIES.iter().map(within).filter(|lines| !lines.is_empty()).collect()
}

/// The south-west and the north-east corner around some places.
pub fn bounds(places: &[Position]) -> (Position, Position) {
    let north = || places.iter().map(|it| it.north);
    let east = || places.iter().map(|it| it.east);
    let low = Position { north: north().min().unwrap_or(0), east: east().min().unwrap_or(0) };
    let high = Position { north: north().max().unwrap_or(0), east: east().max().unwrap_or(0) };
    (low, high)
}

fn read(bytes: &[u8]) -> Option<Vec<Line>> {
    let mut bytes = Bytes(bytes);
    let count = bytes.number(2)?;
    let lengths: Vec<usize> = (0..count).map_while(|_| bytes.number(2)).collect();
    let all = lengths.iter().sum();
    let (east, north) = (bytes.numbers(all)?, bytes.numbers(all)?);
    let place = |(east, north)| Position { north: north * 10, east: east * 10 };
    let mut places = east.into_iter().zip(north).map(place);
    let line = |length: &usize| {
        let places: Vec<Position> = places.by_ref().take(*length).collect();
        let (low, high) = bounds(&places);
        Line { low, high, places }
    };
    Some(lengths.iter().map(line).collect())
}
