//! `map`: where people are; and small maps of one town.

use serde::Serialize;

/// The map of a network, as the variable `map`: lengths are units of the picture.
#[derive(Debug, Clone, Serialize)]
pub struct MapView {
    /// Width of the picture.
    pub width: i32,
    /// Height of the picture.
    pub height: i32,
    /// The land of each country that is in the picture, as the data of a path.
    pub land: Vec<String>,
    /// The towns, by name.
    pub towns: Vec<MapTown>,
    /// How many people are in them.
    pub people: usize,
    /// How many people in lists are in no town that is known.
    pub elsewhere: usize,
    /// Whom the towns and outlines are from.
    pub sources: &'static str,
}

/// A town on the map.
#[derive(Debug, Clone, Serialize)]
pub struct MapTown {
    /// Its name, as most people there write it.
    pub title: String,
    /// Its region or country, where another town on the map has the same name.
    pub of: Option<String>,
    /// The list of everybody there.
    pub url: Option<String>,
    /// How many people are there.
    pub count: usize,
    /// Where its mark is, from the left.
    pub x: i32,
    /// Where its mark is, from the top.
    pub y: i32,
    /// Radius of its mark.
    pub radius: i32,
    /// Where its name stands in the picture; none where there is no room for it.
    pub label: Option<MapLabel>,
}

/// The name of a town in the picture.
#[derive(Debug, Clone, Serialize)]
pub struct MapLabel {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// By which end it stands there: `start` or `end`.
    pub anchor: &'static str,
}

/// A map of one town, on the page of what is there: lengths are units of the picture.
#[derive(Debug, Clone, Serialize)]
pub struct SmallMap {
    /// Width of the picture.
    pub width: i32,
    /// Height of the picture.
    pub height: i32,
    /// The land in the picture, as the data of a path.
    pub land: String,
    /// Where the mark is, from the left.
    pub x: i32,
    /// Where the mark is, from the top.
    pub y: i32,
    /// The town, with its region.
    pub title: String,
    /// The map of the network, where it has one.
    pub url: Option<String>,
    /// Whom the towns and outlines are from.
    pub sources: &'static str,
}
