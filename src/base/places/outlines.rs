//! The outlines of countries, as Natural Earth has them (public domain): in the program, simplified
//! for maps on which a country is about as wide as a hand.

use super::position::Position;
use super::unpack::{Bytes, contents, unpacked};

static DATA: &[u8] = include_bytes!("outlines.bin");

/// The outline of a country: closed lines around its land.
pub type Outline = Vec<Vec<Position>>;

/// The outlines of all countries that have a part within `north` and `east`, in the order of their
/// codes; of each only the lines that have.
pub fn outlines_within(north: (i32, i32), east: (i32, i32)) -> Vec<(&'static str, Outline)> {
    let is_within = |line: &Vec<Position>| {
        let (low, high) = bounds(line);
        low.north <= north.1 && high.north >= north.0 && low.east <= east.1 && high.east >= east.0
    };
    let outline = |(code, packed): (&'static str, &'static [u8])| {
        let lines = read(&unpacked(packed)).unwrap_or_default();
        (code, lines.into_iter().filter(is_within).collect::<Outline>())
    };
    contents(DATA).into_iter().map(outline).filter(|(_, lines)| !lines.is_empty()).collect()
}

/// The south-west and the north-east corner around some places.
pub fn bounds(places: &[Position]) -> (Position, Position) {
    let north = || places.iter().map(|it| it.north);
    let east = || places.iter().map(|it| it.east);
    let low = Position { north: north().min().unwrap_or(0), east: east().min().unwrap_or(0) };
    let high = Position { north: north().max().unwrap_or(0), east: east().max().unwrap_or(0) };
    (low, high)
}

fn read(bytes: &[u8]) -> Option<Outline> {
    let mut bytes = Bytes(bytes);
    let count = bytes.number(2)?;
    let lengths: Vec<usize> = (0..count).map_while(|_| bytes.number(2)).collect();
    let all = lengths.iter().sum();
    let (east, north) = (bytes.numbers(all)?, bytes.numbers(all)?);
    let place = |(east, north)| Position { north: north * 10, east: east * 10 };
    let mut places = east.into_iter().zip(north).map(place);
    Some(lengths.iter().map(|length| places.by_ref().take(*length).collect()).collect())
}
