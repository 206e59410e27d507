//! What is filled into a profile, in the words in which it is said.

use super::fill_item::TITLES;
use super::standing::one;
use crate::base::without_harmful;
use serde_yaml::Value;

/// A story, as far as a line goes.
pub(super) fn story(text: &str) -> String {
    format!("the story: {}", line_of(text))
}

fn line_of(text: &str) -> String {
    const MOST: usize = 100;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        line
    } else {
        format!("{}…", line.chars().take(MOST).collect::<String>())
    }
}

pub(super) fn shown(name: &str, value: &Value) -> String {
    match value {
        Value::Sequence(items) if items.len() > 3 => format!("{name}: {} items", items.len()),
        _ => one(name, value).trim_end().to_owned(),
    }
}

pub(super) fn said(item: &Value) -> String {
    let text = TITLES.into_iter().find_map(|key| item.get(key)?.as_str());
    let text = text.map_or_else(|| serde_yaml::to_string(item).unwrap_or_default(), str::to_owned);
    text.trim().to_owned()
}

/// An item of a list, in one line.
pub(super) fn in_a_line(name: &str, item: &Value) -> String {
    // What JSON escapes, YAML reads; what neither shows may not stand in a document.
    let text = without_harmful(&serde_json::to_string(item).unwrap_or_default(), ' ');
    format!("{name}: {}", line_of(&text))
}
