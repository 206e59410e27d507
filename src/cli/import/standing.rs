//! The front matter of a profile that stands, changed key by key: every other line stays as it is,
//! comments included.

use crate::base::front_matter::{Missing, front_matter};
use serde_yaml::{Mapping, Value};
use std::borrow::Cow;

/// What stands before the front matter, the front matter, and what follows, its closing line
/// first; none where it does not end. A file without front matter is YAML alone.
pub(super) fn parts(text: &str) -> Option<(&str, &str, &str)> {
    match front_matter(text) {
        Ok(found) => {
            let above = text.split_inclusive('\n').take(found.first_line - 1);
            let (before, rest) = text.split_at(above.map(str::len).sum());
            let (yaml, after) = rest.split_at(found.yaml.len());
            Some((before, yaml, after))
        }
        Err(Missing::Beginning) => Some(("", text, "")),
        Err(Missing::End) => None,
    }
}

/// A text whose lines end as those of `like` do, which editors on Windows end with a return too.
pub(super) fn with_ends_of(like: &str, text: &str) -> String {
    if is_returned(like) { text.replace('\n', "\r\n") } else { text.to_owned() }
}

/// The text with plain ends of lines, where each has a return; a text with both stays as it is.
pub(super) fn plain_ends(text: &str) -> Cow<'_, str> {
    if is_returned(text) { text.replace("\r\n", "\n").into() } else { text.into() }
}

fn is_returned(text: &str) -> bool {
    text.contains('\n') && text.matches('\n').count() == text.matches("\r\n").count()
}

/// A key with its value, as lines.
pub(super) fn one(name: &str, value: &Value) -> String {
    let mut mapping = Mapping::new();
    mapping.insert(Value::String(name.to_owned()), value.clone());
    serde_yaml::to_string(&mapping).unwrap_or_default()
}

/// The text with a key that it does not have.
pub(super) fn with_key(yaml: &str, name: &str, value: &Value) -> String {
    let end = if yaml.is_empty() || yaml.ends_with('\n') { "" } else { "\n" };
    format!("{yaml}{end}{}", one(name, value))
}

/// The text with another value under a key that it has; none when the lines of the key cannot be
/// told from the others.
pub(super) fn with_value(yaml: &str, name: &str, value: &Value) -> Option<String> {
    let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
    let (from, to) = block(&lines, name)?;
    let text = format!("{}{}{}", lines[..from].concat(), one(name, value), lines[to..].concat());
    is_only_changed(yaml, &text, name, value).then_some(text)
}

/// The text with further items at the end of a list, or further keys at the end of a group, that
/// stands there in lines; what stands in one line is written anew. None when that cannot be done
/// without touching anything else.
pub(super) fn with_more(yaml: &str, name: &str, more: &Value, whole: &Value) -> Option<String> {
    let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
    let (from, to) = block(&lines, name)?;
    let behind_colon = lines[from].split_once(':').map_or("", |(_, rest)| rest.trim());
    if behind_colon.is_empty() || behind_colon.starts_with('#') {
        let is_content =
            |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        let first = lines[from + 1..to].iter().find(is_content)?;
        let indent = &first[..first.len() - first.trim_start().len()];
        let mut text: String = lines[..to].concat();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let written = serde_yaml::to_string(more).ok()?;
        written.lines().for_each(|line| text.push_str(&format!("{indent}{line}\n")));
        text.push_str(&lines[to..].concat());
        return is_only_changed(yaml, &text, name, whole).then_some(text);
    }
    // A remark in the line would be lost.
    if behind_colon.contains('#') { None } else { with_value(yaml, name, whole) }
}

/// The lines of a key: from the one on which it stands to the one behind its value.
fn block(lines: &[&str], name: &str) -> Option<(usize, usize)> {
    let is_key = |line: &&str| {
        line.strip_prefix(name)
            .and_then(|rest| rest.trim_start().strip_prefix(':'))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '\r', '\t']))
    };
    let from = lines.iter().position(is_key)?;
    let below =
        |line: &&&str| line.trim().is_empty() || line.starts_with([' ', '\t', '-', '#', '}', ']']);
    let mut to = from + 1 + lines[from + 1..].iter().take_while(below).count();
    // What is said above the next key belongs to that.
    while to > from + 1 && (lines[to - 1].trim().is_empty() || lines[to - 1].starts_with('#')) {
        to -= 1;
    }
    Some((from, to))
}

/// Whether the texts say the same but for one key, which has that value in the second.
fn is_only_changed(before: &str, after: &str, name: &str, value: &Value) -> bool {
    let read = |text: &str| serde_yaml::from_str::<Mapping>(text).ok();
    let (Some(before), Some(after)) = (read(before), read(after)) else { return false };
    after.len() == before.len()
        && after.iter().all(|(key, found)| {
            if key.as_str() == Some(name) { found == value } else { before.get(key) == Some(found) }
        })
}
