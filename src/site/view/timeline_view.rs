//! When expertise was shown, and until when it is good, as a picture.

use super::parts::Link;
use serde::Serialize;

/// A timeline: a lane for each claim, over one axis of years.
#[derive(Debug, Clone, Serialize)]
pub struct Timeline<'a> {
    /// The lanes, best topic score first, at most twelve.
    pub lanes: Vec<Lane<'a>>,
    /// Years on the axis.
    pub ticks: Vec<Tick>,
    /// Where today is, in per cent of the width.
    pub today: String,
}

/// One claim over time.
#[derive(Debug, Clone, Serialize)]
pub struct Lane<'a> {
    /// The topic.
    pub topic: Link<'a>,
    /// Freshness label.
    pub freshness: &'static str,
    /// When it was last shown, ISO 8601 (year and month).
    pub last: String,
    /// The month in which it passes its shelf life, ISO 8601; none when that lies beyond the
    /// picture.
    pub good_until: Option<String>,
    /// When it was shown, in the order of time.
    pub shown: Vec<Stretch<'a>>,
    /// From when it was last shown until it passes its shelf life.
    pub good: Stretch<'a>,
}

/// A stretch of the axis.
#[derive(Debug, Clone, Serialize)]
pub struct Stretch<'a> {
    /// Where it begins, in per cent of the width.
    pub x: String,
    /// How long it is, in per cent of the width.
    pub width: String,
    /// What showed it.
    pub title: Option<&'a str>,
    /// Its number, from 1, where several lanes show it.
    pub number: Option<usize>,
    /// Whether a lane before this one shows it.
    pub again: bool,
}

/// A year on the axis.
#[derive(Debug, Clone, Serialize)]
pub struct Tick {
    /// Where it begins, in per cent of the width.
    pub x: String,
    /// The year.
    pub year: i32,
}
