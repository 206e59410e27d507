//! From a paragraph to lines: of all ways to end them, the one with the quietest edge.

use super::breaks::{Ending, addresses, breaks};
use super::fonts::Fonts;
use super::shape::Paragraph;
use std::ops::Range;

/// A line: what of the text stands on it, and whether a hyphen ends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) range: Range<usize>,
    pub(super) is_hyphenated: bool,
}

/// What a hyphen costs, beside the square of the share of a line that stays empty.
const HYPHEN: f32 = 0.02;
/// What one costs below another.
const HYPHENS: f32 = 0.06;
/// What a last line of one short word costs.
const RUNT: f32 = 0.03;
/// What each line costs, so that a text is not longer than it need be.
const LINE: f32 = 0.002;

/// Breaks a paragraph into lines of `width` points. `languages` are those of its runs, in which
/// words may be parted; none where they stay whole.
pub(super) fn broken(
    paragraph: &Paragraph<'_>,
    fonts: &Fonts,
    width: f32,
    languages: &[(Range<usize>, Option<&str>)],
) -> Vec<Broken> {
    let advances = paragraph.advances(fonts);
    let hyphen = if languages.is_empty() { 0.0 } else { paragraph.hyphen(fonts) };
    let text = paragraph.text;
    let ends = narrow(text, breaks(text, languages), &advances, width);
    let mut ways: Vec<Way> = vec![Way { cost: 0.0, from: 0, is_hyphenated: false }];
    for (at, (end, ending)) in ends.iter().enumerate() {
        let seen = text[..*end].trim_end().len();
        let more = if *ending == Ending::Hyphen { hyphen } else { 0.0 };
        let mut best: Option<Way> = None;
        for from in (0..=at).rev() {
            let start = if from == 0 { 0 } else { ends[from - 1].0 };
            let is_over = from > 0 && from <= at && ends[from - 1].1 == Ending::Hard;
            let length = advances[seen.max(start)] - advances[start] + more;
            if length > width + 0.01 && best.is_some() {
                break;
            }
            let is_last = *ending == Ending::Hard;
            let mut cost =
                ways[from].cost + cost(length / width, *ending, ways[from].is_hyphenated);
            if *ending == Ending::Soft && text[..*end].ends_with('-') {
                cost += HYPHEN;
            }
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                best = Some(Way { cost, from, is_hyphenated: *ending == Ending::Hyphen });
            }
            if is_over || (is_last && length > width) {
                break;
            }
        }
        ways.push(best.expect("a line begins somewhere"));
    }
    let mut lines = Vec::new();
    let mut at = ends.len();
    while at > 0 {
        let from = ways[at].from;
        let start = if from == 0 { 0 } else { ends[from - 1].0 };
        lines.push(Broken { range: start..ends[at - 1].0, is_hyphenated: ways[at].is_hyphenated });
        at = from;
    }
    lines.reverse();
    lines
}

struct Way {
    cost: f32,
    /// How many places to end a line were before the line began.
    from: usize,
    is_hyphenated: bool,
}

fn cost(filled: f32, ending: Ending, after_hyphen: bool) -> f32 {
    let empty = 1.0 - filled;
    // What does not fit is worse than anything.
    let ragged = if filled > 1.0005 { 100.0 * filled } else { empty * empty };
    let below = if after_hyphen { HYPHENS } else { 0.0 };
    LINE + match ending {
        Ending::Soft => ragged,
        Ending::Hyphen => ragged + HYPHEN + below,
        Ending::Hard if filled > 1.0005 => ragged,
        Ending::Hard if filled < 0.12 => RUNT,
        Ending::Hard => 0.0,
    }
}

/// Ends lines in an address where its parts begin, if each part then has room.
fn narrow_address(
    text: &str,
    piece: Range<usize>,
    advances: &[f32],
    width: f32,
    narrow: &mut Vec<(usize, Ending)>,
) -> bool {
    if !addresses(&text[piece.clone()]).iter().any(|found| found.start == 0) {
        return false;
    }
    let parts = text[piece.clone()].match_indices(['/', '?', '&']);
    let ends = parts.map(|(at, sign)| piece.start + at + sign.len());
    let is_end = |at: &usize| *at < piece.end && !text[*at..].starts_with('/');
    let ends: Vec<usize> = ends.filter(is_end).collect();
    let starts = std::iter::once(piece.start).chain(ends.iter().copied());
    let mut rooms = starts.zip(ends.iter().copied().chain(std::iter::once(piece.end)));
    if !rooms.all(|(start, end)| advances[end] - advances[start] <= width) {
        return false;
    }
    narrow.extend(ends.into_iter().map(|at| (at, Ending::Soft)));
    true
}

/// More places to end a line in what is wider than one: an address, or a word without end.
fn narrow(
    text: &str,
    ends: Vec<(usize, Ending)>,
    advances: &[f32],
    width: f32,
) -> Vec<(usize, Ending)> {
    let mut narrow = Vec::with_capacity(ends.len());
    let mut from = 0;
    for (end, ending) in ends {
        let seen = from + text[from..end].trim_end().len();
        if advances[seen] - advances[from] > width {
            if narrow_address(text, from..seen, advances, width, &mut narrow) {
                narrow.push((end, ending));
                from = end;
                continue;
            }
            // Between two glyphs only: a mark stays with its letter.
            let inside = text[from..seen].char_indices().map(|(at, _)| from + at).skip(1);
            let apart = inside.filter(|at| advances[*at + 1] > advances[*at]);
            narrow.extend(apart.map(|at| (at, Ending::Soft)));
        }
        narrow.push((end, ending));
        from = end;
    }
    narrow
}
