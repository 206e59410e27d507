//! One list made into another: items that stay are left as they are, wherever they go.

use super::change::{Spot, between_commas, change as change_value};
use super::lines::{Edits, Owner};
use super::node::{Kind, Node, Style};
use super::same::{Place, is_same};
use super::scalar::Within;
use super::write::{behind_dash, flow};
use serde_json::Value as Json;
use serde_yaml::Value;
use std::ops::Range;

/// The most comparisons of items; longer lists are compared from both ends only.
const MOST: usize = 40_000;

/// Which old item a new one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// It stands where it stood.
    Stays(usize),
    /// It is this one, changed.
    Changed(usize),
    New,
}

/// Changes the items of a list; None when it has to be written anew.
pub(super) fn change(
    edits: &mut Edits<'_>,
    spot: Spot<'_>,
    (items, flows): (&[Node], bool),
    wanted: &[Json],
    place: &Place<'_>,
) -> Option<()> {
    let alone = |item: Value| (place.whole)(Value::Sequence(vec![item]));
    let place = Place { key: place.key, whole: &alone };
    let from = pairs(items, wanted, &place);
    let stays: Vec<bool> = (0..items.len())
        .map(|at| {
            from.iter()
                .any(|from| matches!(from, From::Stays(old) | From::Changed(old) if *old == at))
        })
        .collect();
    let within = if flows { Within::Flow } else { Within::Block };
    for (from, wanted) in from.iter().zip(wanted) {
        let From::Changed(old) = from else { continue };
        let node = &items[*old];
        let (indent, after) = if flows { (0, node.range.start) } else { dash(edits, node)? };
        let spot = Spot { indent, after, within, is_item: true, ..spot };
        change_value(edits, spot, node, wanted, &place);
    }
    if flows {
        return in_brackets(edits, spot, items, &stays, (&from, wanted));
    }
    with_dashes(edits, spot, items, &stays, (&from, wanted))
}

/// The column of the dash before an item, and the byte behind it; None when it stands elsewhere
/// than on the line of the item.
fn dash(edits: &Edits<'_>, item: &Node) -> Option<(usize, usize)> {
    let start = edits.line_start(item.range.start);
    let before = &edits.text[start..item.range.start];
    let indent = before.len() - before.trim_start().len();
    (before.trim() == "-").then_some((indent, start + indent + 1))
}

fn in_brackets(
    edits: &mut Edits<'_>,
    spot: Spot<'_>,
    items: &[Node],
    stays: &[bool],
    (from, wanted): (&[From], &[Json]),
) -> Option<()> {
    let parts: Vec<_> =
        items.iter().zip(stays).map(|(item, stays)| (item.range.clone(), *stays)).collect();
    // What comes before everything that stays is put there by itself.
    let lead = from.iter().take_while(|from| **from == From::New).count();
    let first = stays.iter().position(|stays| *stays)?;
    let text = |at: usize| flow(&wanted[at], spot.key, Within::Flow, Style::Plain);
    let start = items[first].range.start;
    for at in 0..lead {
        edits.put(start..start, format!("{}, ", text(at)));
    }
    let mut behind = items[first].range.end;
    for (at, from) in from.iter().enumerate().skip(lead) {
        match from {
            From::Stays(old) | From::Changed(old) => behind = items[*old].range.end,
            From::New => edits.put(behind..behind, format!(", {}", text(at))),
        }
    }
    between_commas(edits, &parts, &[])
}

fn with_dashes(
    edits: &mut Edits<'_>,
    spot: Spot<'_>,
    items: &[Node],
    stays: &[bool],
    (from, wanted): (&[From], &[Json]),
) -> Option<()> {
    let (indent, _) = dash(edits, items.first()?)?;
    // New items look like those that are there.
    let flows = !items.iter().any(|item| matches!(item.kind, Kind::Group { flow: false, .. }));
    for (at, item) in items.iter().enumerate().filter(|(at, _)| !stays[*at]) {
        let owner = if at == 0 { Owner::FirstItem } else { Owner::Item };
        let lines = edits.own_lines(item.range.start, item.range.end, owner)?;
        edits.put(lines, "");
    }
    let mut at = edits.line_start(items[0].range.start);
    for (from, wanted) in from.iter().zip(wanted) {
        match from {
            From::Stays(old) | From::Changed(old) => at = edits.next_line(items[*old].range.end),
            From::New => edits.put_lines(at, &behind_dash(wanted, spot.key, indent, flows)),
        }
    }
    Some(())
}

/// Which old items the new ones are: the longest run of equal ones in the same order, and between
/// them, those that stand in one another's place.
fn pairs(items: &[Node], wanted: &[Json], place: &Place<'_>) -> Vec<From> {
    let written: Vec<_> = items.iter().map(|item| place.meaning(item.value())).collect();
    let meant: Vec<_> =
        wanted.iter().map(|item| place.meaning(serde_yaml::to_value(item).ok()?)).collect();
    let same = |old: usize, new: usize| {
        is_same(&items[old], &wanted[new]) || (written[old].is_some() && written[old] == meant[new])
    };
    let (m, n) = (items.len(), wanted.len());
    let start = (0..m.min(n)).take_while(|at| same(*at, *at)).count();
    let rest = m.min(n) - start;
    let end = (1..=rest).take_while(|back| same(m - back, n - back)).count();
    let mut kept: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    kept.extend(common(start..m - end, start..n - end, &same));
    kept.extend((1..=end).rev().map(|back| (m - back, n - back)));
    let mut from = vec![From::New; n];
    let (mut old, mut new) = (0, 0);
    for (kept_old, kept_new) in kept.into_iter().chain([(m, n)]) {
        for (old, new) in alike(items, wanted, old..kept_old, new..kept_new) {
            from[new] = From::Changed(old);
        }
        if kept_new < n {
            from[kept_new] = From::Stays(kept_old);
        }
        (old, new) = (kept_old + 1, kept_new + 1);
    }
    from
}

/// Which of several old items became which new ones: those of one title, and else those that stand
/// in one another's place.
fn alike(
    items: &[Node],
    wanted: &[Json],
    old: Range<usize>,
    new: Range<usize>,
) -> Vec<(usize, usize)> {
    let same = |old: usize, new: usize| {
        ["id", "topic", "title", "expert", "name", "quote"].iter().any(|key| {
            let Kind::Group { entries, .. } = &items[old].kind else { return false };
            let wanted = wanted[new].get(key);
            let is_it = |value: &Json| {
                entries.iter().any(|entry| entry.name == *key && is_same(&entry.value, value))
            };
            wanted.is_some_and(is_it)
        })
    };
    let mut found = Vec::new();
    let (mut from_old, mut from_new) = (old.start, new.start);
    for (to_old, to_new) in
        common(old.clone(), new.clone(), &same).into_iter().chain([(old.end, new.end)])
    {
        found.extend((from_old..to_old).zip(from_new..to_new));
        if to_old < old.end && to_new < new.end {
            found.push((to_old, to_new));
        }
        (from_old, from_new) = (to_old + 1, to_new + 1);
    }
    found
}

/// The longest common run of two stretches.
fn common(
    old: Range<usize>,
    new: Range<usize>,
    same: &impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let (rows, columns) = (old.len(), new.len());
    if rows == 0 || columns == 0 || rows * columns > MOST {
        return Vec::new();
    }
    let mut length = vec![vec![0_u32; columns + 1]; rows + 1];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            length[row][column] = if same(old.start + row, new.start + column) {
                length[row + 1][column + 1] + 1
            } else {
                length[row + 1][column].max(length[row][column + 1])
            };
        }
    }
    let mut found = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        if same(old.start + row, new.start + column) {
            found.push((old.start + row, new.start + column));
            (row, column) = (row + 1, column + 1);
        } else if length[row + 1][column] >= length[row][column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    found
}
