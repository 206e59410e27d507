//! New values as YAML, in the forms that scaffolded profiles have.

use super::scalar::{Within, block, on_one_line};
use crate::edit::node::Style;
use serde_json::{Map, Value};

/// How wide a list or group on one line may be, with its key.
const WIDE: usize = 100;

/// A value as it is written behind a key or a dash: what stands on that line, and the lines below,
/// which are indented as they are to stand, without line ends.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) head: String,
    pub(super) lines: Vec<String>,
}

impl Written {
    fn line(head: String) -> Self {
        Self { head, lines: Vec::new() }
    }
}

/// The order in which the keys of a group stand; others follow by name.
const ORDER: [&str; 46] = [
    "id",
    "expert",
    "topic",
    "title",
    "quote",
    "name",
    "file",
    "alt",
    "caption",
    "focus",
    "role",
    "status",
    "hours",
    "level",
    "organization",
    "website",
    "linkedin",
    "github",
    "orcid",
    "email",
    "phone",
    "visibility",
    "city",
    "region",
    "country",
    "remote",
    "radius",
    "travel",
    "areas",
    "at",
    "on_map",
    "since",
    "last_used",
    "type",
    "authors",
    "venue",
    "date",
    "year",
    "from",
    "to",
    "until",
    "url",
    "topics",
    "text",
    "short",
    "cv",
];

/// The keys of a group, in the order in which they are written.
pub(super) fn in_order(group: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut pairs: Vec<_> = group.iter().collect();
    let rank = |key: &str| ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len());
    pairs.sort_by_key(|(key, _)| rank(key));
    pairs
}

/// The value on one line, between brackets where it is a list or a group.
pub(super) fn flow(value: &Value, key: &str, within: Within, like: Style) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> =
                items.iter().map(|item| flow(item, key, Within::Flow, Style::Plain)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(group) => {
            let pair = |(key, value): (&String, &Value)| {
                let value = flow(value, key, Within::Flow, Style::Plain);
                format!("{}: {value}", key_of(key))
            };
            let pairs: Vec<String> = in_order(group).into_iter().map(pair).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        other => on_one_line(other, key, within, like),
    }
}

/// A key as it is written.
pub(super) fn key_of(key: &str) -> String {
    on_one_line(&Value::from(key), "", Within::Flow, Style::Plain)
}

/// The value behind a key of which the column is `indent`.
pub(super) fn behind_key(value: &Value, key: &str, indent: usize, like: Style) -> Written {
    match value {
        Value::String(text) => text_below(text, key, indent, like),
        Value::Array(items) => {
            let one = flow(value, key, Within::Block, like);
            let has_groups = items.iter().any(Value::is_object) && key != "languages";
            if !has_groups && fits(&one, key, indent) && !has_lines(value) {
                return Written::line(one);
            }
            Written { head: String::new(), lines: items_below(items, key, indent + 2) }
        }
        Value::Object(group) => {
            let one = flow(value, key, Within::Block, like);
            if fits(&one, key, indent) && !has_lines(value) {
                return Written::line(one);
            }
            Written { head: String::new(), lines: keys_below(group, indent + 2) }
        }
        other => Written::line(other.to_string()),
    }
}

fn fits(one: &str, key: &str, indent: usize) -> bool {
    indent + key.chars().count() + 2 + one.chars().count() <= WIDE
}

/// Whether a text in the value has several lines.
pub(super) fn has_lines(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\n'),
        Value::Array(items) => items.iter().any(has_lines),
        Value::Object(group) => group.values().any(has_lines),
        _ => false,
    }
}

fn text_below(text: &str, key: &str, indent: usize, like: Style) -> Written {
    let Some((sign, lines)) = block(text) else {
        let like = if like == Style::Block { Style::Plain } else { like };
        return Written::line(on_one_line(&Value::from(text), key, Within::Block, like));
    };
    let below = |line: &str| {
        if line.is_empty() { String::new() } else { format!("{}{line}", " ".repeat(indent + 2)) }
    };
    Written { head: sign.to_owned(), lines: lines.into_iter().map(below).collect() }
}

fn items_below(items: &[Value], key: &str, indent: usize) -> Vec<String> {
    items.iter().flat_map(|item| behind_dash(item, key, indent, true)).collect()
}

/// An item of a list of which the dashes stand in column `indent`: on one line where `flows` and it
/// fits.
pub(super) fn behind_dash(item: &Value, key: &str, indent: usize, flows: bool) -> Vec<String> {
    let dash = format!("{}- ", " ".repeat(indent));
    match item {
        Value::Object(group) if !group.is_empty() => {
            let one = flow(item, key, Within::Block, Style::Plain);
            if flows && indent + 2 + one.chars().count() <= WIDE && !has_lines(item) {
                return vec![format!("{dash}{one}")];
            }
            let mut lines = keys_below(group, indent + 2);
            lines[0] = format!("{dash}{}", lines[0].trim_start());
            lines
        }
        Value::String(text) => {
            let Written { head, lines } = text_below(text, key, indent, Style::Plain);
            std::iter::once(format!("{dash}{head}")).chain(lines).collect()
        }
        other => vec![format!("{dash}{}", flow(other, key, Within::Block, Style::Plain))],
    }
}

fn keys_below(group: &Map<String, Value>, indent: usize) -> Vec<String> {
    in_order(group).into_iter().flat_map(|(key, value)| pair(key, value, indent)).collect()
}

/// A key in column `indent` with its value.
pub(super) fn pair(key: &str, value: &Value, indent: usize) -> Vec<String> {
    let Written { head, lines } = behind_key(value, key, indent, Style::Plain);
    let space = if head.is_empty() { "" } else { " " };
    let first = format!("{}{}:{space}{head}", " ".repeat(indent), key_of(key));
    std::iter::once(first).chain(lines).collect()
}
