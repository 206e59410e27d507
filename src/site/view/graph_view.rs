//! Who works with whom, as a picture.

use serde::Serialize;

/// People and what they share, laid out: lengths are units of the picture.
#[derive(Debug, Clone, Serialize)]
pub struct Graph<'a> {
    /// Width of the picture.
    pub width: i32,
    /// Height of the picture.
    pub height: i32,
    /// What is there: `people` or `topics`.
    pub of: &'static str,
    /// Who or what is there.
    pub nodes: Vec<Node<'a>>,
    /// Who shares something with whom.
    pub lines: Vec<Line>,
}

/// Somebody or something in the picture.
#[derive(Debug, Clone, Serialize)]
pub struct Node<'a> {
    /// Where, from the left.
    pub x: i32,
    /// Where, from the top.
    pub y: i32,
    /// Radius of its mark.
    pub radius: i32,
    /// Address of a small portrait.
    pub face: Option<String>,
    /// Their initials, for a person without a portrait.
    pub initials: Option<String>,
    /// Its own lines, as the data of a path: to show them alone.
    pub own_lines: String,
    /// Where its name stands, from the left.
    pub text_x: i32,
    /// Where its name stands, from the top.
    pub text_y: i32,
    /// By which end the name stands there: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// By how many degrees the name is turned around that place.
    pub turn: i32,
    /// Its name, cut when it is long.
    pub label: String,
    /// Its whole name.
    pub title: &'a str,
    /// Address of its page.
    pub url: Option<String>,
    /// What stands beside the name for those who hear the picture: with whom, how often.
    pub shared: usize,
}

/// A line between two nodes.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Line {
    /// Its beginning, from the left.
    pub x1: i32,
    /// Its beginning, from the top.
    pub y1: i32,
    /// Its end, from the left.
    pub x2: i32,
    /// Its end, from the top.
    pub y2: i32,
    /// The point that it bends towards, from the left.
    pub bend_x: i32,
    /// The point that it bends towards, from the top.
    pub bend_y: i32,
    /// How strong, 1 to 5: how much is shared.
    pub strength: usize,
}
