//! One value made into another, with everything in it left alone that stays.

use super::lines::{Edits, Owner};
use super::node::{Entry, Kind, Node, Style};
use super::same::Place;
use super::scalar::Within;
use super::write::{Written, behind_dash, behind_key, flow, has_lines, in_order, key_of, pair};
use serde_json::{Map, Value as Json};
use serde_yaml::Value;

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// Its key; of an item, that of the list.
    pub(super) key: &'a str,
    /// The column of the key, or of the dash.
    pub(super) indent: usize,
    /// The byte behind the colon, or behind the dash.
    pub(super) after: usize,
    pub(super) within: Within,
    pub(super) is_item: bool,
}

/// Makes what stands at `spot` the value that is wanted.
pub(super) fn change(
    edits: &mut Edits<'_>,
    spot: Spot<'_>,
    node: &Node,
    wanted: &Json,
    place: &Place<'_>,
) {
    if place.is_same(node, wanted) {
        return;
    }
    let before = edits.count();
    let done = match (&node.kind, wanted) {
        (Kind::List { items, flow }, Json::Array(wanted)) if !items.is_empty() => {
            super::list::change(edits, spot, (items, *flow), wanted, place)
        }
        (Kind::Group { entries, flow }, Json::Object(wanted)) if !entries.is_empty() => {
            keys(edits, spot, (entries, *flow), wanted, place)
        }
        _ => None,
    };
    if done.is_none() {
        edits.back_to(before);
        replace(edits, spot, node, wanted);
    }
}

/// Changes the keys of a group; None when it has to be written anew.
pub(super) fn keys(
    edits: &mut Edits<'_>,
    spot: Spot<'_>,
    (entries, flows): (&[Entry], bool),
    wanted: &Map<String, Json>,
    place: &Place<'_>,
) -> Option<()> {
    let within = if flows { Within::Flow } else { Within::Block };
    let written = Value::Mapping(
        entries
            .iter()
            .map(|entry| (Value::from(entry.name.as_str()), entry.value.value()))
            .collect(),
    );
    for entry in entries {
        let Some(value) = wanted.get(&entry.name) else { continue };
        let whole = |below: Value| {
            let mut group = written.clone();
            if let Value::Mapping(group) = &mut group {
                group.insert(Value::from(entry.name.as_str()), below);
            }
            (place.whole)(group)
        };
        let spot = Spot {
            key: &entry.name,
            indent: edits.column(entry.key.start),
            after: after_colon(edits.text, entry.key.end)?,
            within,
            is_item: false,
        };
        change(edits, spot, &entry.value, value, &Place { key: place.key, whole: &whole });
    }
    let new = in_order(wanted)
        .into_iter()
        .filter(|(key, _)| entries.iter().all(|entry| entry.name != **key));
    let stays = |entry: &Entry| wanted.contains_key(&entry.name) || entry.value.is_nothing();
    if flows {
        let new = new.map(|(key, value)| {
            format!("{}: {}", key_of(key), flow(value, key, Within::Flow, Style::Plain))
        });
        let parts: Vec<_> = entries
            .iter()
            .map(|entry| (entry.key.start..entry.value.range.end, stays(entry)))
            .collect();
        return between_commas(edits, &parts, &new.collect::<Vec<_>>());
    }
    for entry in entries.iter().filter(|entry| !stays(entry)) {
        let lines = edits.own_lines(entry.key.start, entry.value.range.end, Owner::Key)?;
        edits.put(lines, "");
    }
    let last = entries.last()?;
    // Keys behind a removed one that shares a line with a dash would be torn from it.
    let indent = edits.column(entries[0].key.start);
    let lines: Vec<String> = new.flat_map(|(key, value)| pair(key, value, indent)).collect();
    let at = edits.next_line(last.value.range.end);
    edits.put_lines(at, &lines);
    let _ = spot;
    Some(())
}

/// The byte behind the colon of a key that ends at `end`.
pub(super) fn after_colon(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let blank = rest.len() - rest.trim_start().len();
    rest[blank..].starts_with(':').then_some(end + blank + 1)
}

/// Takes parts between brackets out, and puts new ones behind the last that stays. None when none
/// stays.
pub(super) fn between_commas(
    edits: &mut Edits<'_>,
    parts: &[(std::ops::Range<usize>, bool)],
    new: &[String],
) -> Option<()> {
    let last = parts.iter().rposition(|(_, stays)| *stays)?;
    let first = parts.iter().position(|(_, stays)| *stays)?;
    if first > 0 {
        edits.put(parts[0].0.start..parts[first].0.start, "");
    }
    for at in first + 1..parts.len() {
        let (range, stays) = &parts[at];
        if *stays {
            continue;
        }
        let from = parts[at - 1].0.end;
        if edits.text[from..range.start].contains('#') {
            // A comment there is about what stands before it.
            return None;
        }
        edits.put(from..range.end, "");
    }
    let end = parts[last].0.end;
    for part in new {
        edits.put(end..end, format!(", {part}"));
    }
    Some(())
}

/// Writes a value anew.
fn replace(edits: &mut Edits<'_>, spot: Spot<'_>, node: &Node, wanted: &Json) {
    let like = match &node.kind {
        Kind::Scalar { style, .. } => *style,
        _ => Style::Plain,
    };
    let range = node.range.clone();
    if spot.within == Within::Flow {
        let text = flow(wanted, spot.key, Within::Flow, like);
        let space = if node.is_empty() { " " } else { "" };
        return edits.put(range, format!("{space}{text}"));
    }
    let Written { head, lines } = written(spot, wanted, like);
    if node.is_empty() {
        if !head.is_empty() {
            edits.put(spot.after..spot.after, format!(" {head}"));
        }
        let at = edits.next_line(spot.after);
        return edits.put_lines(at, &lines);
    }
    if edits.line_start(range.start) > spot.after {
        return below(edits, spot, range, &head, lines);
    }
    if like == Style::Block {
        // What stands behind the sign is a comment on the text.
        let sign = edits.text[range.clone()].split_whitespace().next().map_or(1, str::len);
        let first = edits.next_line(range.start).min(range.end);
        let next = edits.next_line(range.end);
        edits.put(range.start..range.start + sign, head);
        edits.put(first..next, "");
        return edits.put_lines(next, &lines);
    }
    let from = if head.is_empty() { spot.after } else { range.start };
    let at = edits.next_line(range.end);
    edits.put(from..range.end, head);
    edits.put_lines(at, &lines);
}

/// Writes a value anew that begins on a line below its key: what stands beside the key stays.
fn below(
    edits: &mut Edits<'_>,
    spot: Spot<'_>,
    range: std::ops::Range<usize>,
    head: &str,
    mut lines: Vec<String>,
) {
    if !head.is_empty() {
        lines.insert(0, format!("{}{head}", " ".repeat(spot.indent + 2)));
    }
    let from = edits.line_start(range.start);
    // What is written on one line keeps the comment behind it.
    let ends_open = lines.len() == 1;
    let to = if ends_open {
        range.end
    } else {
        edits.text[..edits.next_line(range.end)].trim_end().len()
    };
    let new = edits.joined(&lines);
    edits.put(from..to.max(range.end), new);
}

/// The value as it is written at `spot`.
fn written(spot: Spot<'_>, wanted: &Json, like: Style) -> Written {
    if !spot.is_item {
        return behind_key(wanted, spot.key, spot.indent, like);
    }
    if !wanted.is_object() && !has_lines(wanted) {
        return Written { head: flow(wanted, spot.key, Within::Block, like), lines: Vec::new() };
    }
    let mut lines = behind_dash(wanted, spot.key, spot.indent, true);
    let head = lines.remove(0)[spot.indent + 2..].to_owned();
    Written { head, lines }
}
