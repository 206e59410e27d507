//! Where something is on the earth, and how far that is from elsewhere.

use super::distance::Distance;
use crate::base::Rejected;
use crate::base::packed::{Packed, Packer, Unpacker};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A place, in thousandths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// How far north.
    pub north: i32,
    /// How far east.
    pub east: i32,
}

/// As `at:` has it, to a hundredth of a degree.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [north, east] = self.degrees().map(|degrees| (degrees * 100.0).round() / 100.0);
        write!(f, "[{north:.2}, {east:.2}]")
    }
}

impl Packed for Position {
    fn pack(&self, into: &mut Packer<'_>) {
        (self.north.cast_unsigned(), self.east.cast_unsigned()).pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (north, east) = <(u32, u32)>::unpack(from)?;
        Some(Self { north: north.cast_signed(), east: east.cast_signed() })
    }
}

/// The half axes of the earth are as 1 to 1 minus this (WGS 84).
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// Half the axis through the equator, in kilometres.
const EQUATOR: f64 = 6378.137;

impl Position {
    /// The place at so many degrees north and east, to a hundredth of one: a town, never a house.
    /// None where there is no such place.
    pub fn of_town(north: f64, east: f64) -> Option<Self> {
        let is_there = (-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east);
        let thousandths = |degrees: f64| rounded(degrees * 100.0) * 10;
        is_there.then(|| Self { north: thousandths(north), east: thousandths(east) })
    }

    /// Degrees north and east.
    pub fn degrees(self) -> [f64; 2] {
        [self.north, self.east].map(|thousandths| f64::from(thousandths) / 1000.0)
    }

    /// The place that is meant where north and east are exchanged.
    #[must_use]
    pub fn exchanged(self) -> Self {
        Self { north: self.east, east: self.north }
    }

    /// How far another place is, over the ground.
    ///
    /// By Lambert's formula, which knows that the earth is flattened. Nothing but sums, products,
    /// quotients and roots is in it: their results are the same on all machines, while those of the
    /// sines in libraries are not, and pages follow from distances.
    pub fn distance(self, other: Self) -> Distance {
        let (one, two) = (Reduced::of(self), Reduced::of(other));
        let chord: f64 =
            one.vector().iter().zip(two.vector()).map(|(a, b)| (a - b) * (a - b)).sum();
        // The square of the sine of half the angle between both, seen from the centre.
        let half = (chord / 4.0).clamp(0.0, 1.0);
        let angle = 2.0 * arcsine(half.sqrt());
        if half == 0.0 {
            return Distance(0);
        }
        let sine = 2.0 * (half * (1.0 - half)).sqrt();
        let (sum, difference) = (
            one.cosine * two.cosine - one.sine * two.sine,
            one.cosine * two.cosine + one.sine * two.sine,
        );
        let (sine_p, cosine_p) = ((1.0 - sum) / 2.0, f64::midpoint(1.0, sum));
        let (sine_q, cosine_q) = ((1.0 - difference) / 2.0, f64::midpoint(1.0, difference));
        // Opposite each other, all ways are about equally long, and the formula has no answer.
        let flattened = if half > 0.999 {
            0.0
        } else {
            (angle - sine) * sine_p * cosine_q / (1.0 - half)
                + (angle + sine) * cosine_p * sine_q / half
        };
        let kilometres = EQUATOR * (angle - FLATTENING / 2.0 * flattened);
        Distance(u32::try_from(rounded(kilometres * 10.0)).unwrap_or(0))
    }
}

/// A place as the flattened earth has it.
struct Reduced {
    sine: f64,
    cosine: f64,
    east: (f64, f64),
}

impl Reduced {
    fn of(place: Position) -> Self {
        let (sine, cosine) = sine_and_cosine(place.north);
        let sine = (1.0 - FLATTENING) * sine;
        let length = (sine * sine + cosine * cosine).sqrt();
        let (sine, cosine) = (sine / length, cosine / length);
        Self { sine, cosine, east: sine_and_cosine(place.east) }
    }

    fn vector(&self) -> [f64; 3] {
        [self.cosine * self.east.1, self.cosine * self.east.0, self.sine]
    }
}

/// Sine and cosine of thousandths of a degree, by their series.
fn sine_and_cosine(thousandths: i32) -> (f64, f64) {
    let quarters = (f64::from(thousandths) / 90_000.0).round();
    let rest =
        (f64::from(thousandths) - quarters * 90_000.0) / 1000.0 * (std::f64::consts::PI / 180.0);
    let square = rest * rest;
    let (mut sine, mut cosine, mut odd, mut even) = (0.0, 0.0, rest, 1.0);
    for step in 0..10 {
        let at = f64::from(2 * step);
        sine += odd;
        cosine += even;
        odd *= -square / ((at + 2.0) * (at + 3.0));
        even *= -square / ((at + 1.0) * (at + 2.0));
    }
    match rounded(quarters).rem_euclid(4) {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

/// How much shorter a degree from west to east is than one from south to north, in thousandths, so
/// far from the equator; at least a tenth, as no map shows a pole.
pub fn shrinking(north: i32) -> i64 {
    i64::from(rounded(sine_and_cosine(north).1 * 1000.0)).max(100)
}

/// The angle whose sine is `sine`, from 0 to 1.
fn arcsine(sine: f64) -> f64 {
    if sine > 0.5 {
        return std::f64::consts::FRAC_PI_2 - 2.0 * arcsine(((1.0 - sine) / 2.0).sqrt());
    }
    let square = sine * sine;
    let (mut sum, mut term) = (0.0, sine);
    for step in 0..30 {
        let at = f64::from(2 * step);
        sum += term / (at + 1.0);
        term *= square * (at + 1.0) / (at + 2.0);
    }
    sum
}

#[expect(clippy::cast_possible_truncation, reason = "nothing on the earth is further")]
fn rounded(number: f64) -> i32 {
    number.round() as i32
}

/// The beginning of a value, for a message.
pub(super) fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

const WHERE: &str = "write degrees north and east, such as [53.22, 6.57]; north is from -90 to 90, \
                     east from -180 to 180";

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pair;
        impl<'de> Visitor<'de> for Pair {
            type Value = Position;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("degrees north and east: [53.22, 6.57]")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Position, E> {
                position(&text.split([',', ';']).map(str::to_owned).collect::<Vec<_>>())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Position, A::Error> {
                let mut written = Vec::new();
                while let Some(item) = items.next_element::<String>()? {
                    if written.len() < 3 {
                        written.push(item);
                    }
                }
                position(&written)
            }
        }
        deserializer.deserialize_any(Pair)
    }
}

fn position<E: de::Error>(written: &[String]) -> Result<Position, E> {
    let number = |text: &String| text.trim().parse::<f64>().ok();
    let found = match written {
        [north, east] => number(north).zip(number(east)),
        _ => None,
    };
    found.and_then(|(north, east)| Position::of_town(north, east)).ok_or_else(|| {
        let shown = short(&written.join(", "));
        Rejected::new(format!("`{shown}` is no place on the earth"), WHERE).error()
    })
}

impl JsonSchema for Position {
    fn schema_name() -> Cow<'static, str> {
        "Position".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Degrees north and east: [53.22, 6.57]. Two decimals are kept.",
            "anyOf": [
                {
                    "type": "array",
                    "prefixItems": [
                        { "type": "number", "minimum": -90, "maximum": 90 },
                        { "type": "number", "minimum": -180, "maximum": 180 },
                    ],
                    "items": false,
                    "minItems": 2,
                },
                { "type": "string", "pattern": "^ *-?[0-9.]+ *[,;] *-?[0-9.]+ *$" },
            ],
        })
    }
}
