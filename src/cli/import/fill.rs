//! Filling what is empty in a profile that stands: keys that it does not have, and items that its lists do not have.
//! What stands stays as it is, comments included.

use crate::base::fold::key as same;
use serde_yaml::{Mapping, Value};

/// What a profile would become.
#[derive(Debug, Default)]
pub(super) struct Filled {
    /// Its text; none when nothing changes.
    pub(super) text: Option<String>,
    /// What is new in it, a line each.
    pub(super) added: Vec<String>,
    /// Keys under which something else stands, which stays.
    pub(super) kept: Vec<String>,
}

/// Fills `text`, a file of front matter and Markdown (or of YAML alone), from a draft.
///
/// # Errors
/// Why what stands cannot be read.
pub(super) fn fill(text: &str, draft: &Mapping, body: &str) -> Result<Filled, String> {
    let (before, yaml, after) = parts(text).ok_or("its front matter does not end")?;
    let standing: Mapping = match serde_yaml::from_str(yaml) {
        Ok(Value::Mapping(mapping)) => mapping,
        Ok(Value::Null) => Mapping::new(),
        _ => return Err("its front matter cannot be read".to_owned()),
    };
    let mut yaml = yaml.to_owned();
    let mut filled = Filled::default();
    for (key, value) in draft {
        let Some(name) = key.as_str() else { continue };
        match standing.get(name) {
            Some(stands) if stands == value => {}
            None => {
                yaml.push_str(&one(name, value));
                filled.added.push(shown(name, value));
            }
            Some(stands) if is_empty(stands) => {
                yaml = without_line(&yaml, name);
                yaml.push_str(&one(name, value));
                filled.added.push(shown(name, value));
            }
            Some(Value::Sequence(stands)) => list(name, stands, value, &mut yaml, &mut filled),
            Some(Value::Mapping(stands)) => group(name, stands, value, &mut filled),
            Some(_) => filled.kept.push(name.to_owned()),
        }
    }
    let mut after = after.to_owned();
    let (stands, comes) = (body_of(&after), body.trim());
    if stands.is_empty() && !comes.is_empty() && !before.is_empty() {
        after = format!("---\n\n{comes}\n");
        filled.added.push(format!("the story ({} characters)", comes.chars().count()));
    } else if !comes.is_empty() && stands != comes {
        filled.kept.push("the story".to_owned());
    }
    if !filled.added.is_empty() {
        filled.text = Some(format!("{before}{yaml}{after}"));
    }
    Ok(filled)
}

/// The line before the front matter, the front matter, and what follows, its closing line first.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let Some(rest) = text.strip_prefix("---\n") else { return Some(("", text, "")) };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&text[..4], &rest[..at], &rest[at..]));
        }
        at += line.len();
    }
    None
}

fn body_of(after: &str) -> &str {
    after.split_once('\n').map_or("", |(_, body)| body).trim()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Sequence(items) => items.is_empty(),
        Value::Mapping(group) => group.is_empty(),
        _ => false,
    }
}

/// A key with its value, as lines.
fn one(name: &str, value: &Value) -> String {
    let mut mapping = Mapping::new();
    mapping.insert(Value::String(name.to_owned()), value.clone());
    serde_yaml::to_string(&mapping).unwrap_or_default()
}

fn shown(name: &str, value: &Value) -> String {
    match value {
        Value::Sequence(items) if items.len() > 3 => format!("{name}: {} items", items.len()),
        _ => one(name, value).trim_end().to_owned(),
    }
}

/// The lines without the one on which an empty key stands.
fn without_line(yaml: &str, name: &str) -> String {
    let is_it = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(':'));
    yaml.split_inclusive('\n').filter(|line| !is_it(line)).collect()
}

/// The title of an item, by which it is the same as another that says more or less of it.
fn title(item: &Value) -> String {
    let key = ["title", "topic", "quote"].into_iter().find_map(|key| item.get(key)?.as_str());
    match (key, item) {
        (Some(title), _) => same(title),
        (None, Value::String(text)) => same(text),
        (None, Value::Mapping(one)) => one.keys().filter_map(Value::as_str).map(same).collect(),
        _ => String::new(),
    }
}

fn list(name: &str, stands: &[Value], value: &Value, yaml: &mut String, filled: &mut Filled) {
    let Value::Sequence(items) = value else { return filled.kept.push(name.to_owned()) };
    let known = |item: &Value| stands.contains(item) || stands.iter().any(|one| title(one) == title(item));
    let changed = items.iter().filter(|item| known(item) && !stands.contains(item)).count();
    if changed > 0 {
        filled.kept.push(format!("{name} ({changed} of its items)"));
    }
    let new: Vec<&Value> = items.iter().filter(|item| !known(item)).collect();
    if new.is_empty() {
        return;
    }
    match appended(yaml, name, &new) {
        Some(text) => {
            *yaml = text;
            filled.added.extend(new.iter().map(|item| format!("{name}: {}", said(item))));
        }
        None => filled.kept.push(format!("{name} ({} more items: write them below it by hand)", new.len())),
    }
}

fn said(item: &Value) -> String {
    let title = ["title", "topic", "quote"].into_iter().find_map(|key| item.get(key)?.as_str());
    let text = title.map_or_else(|| serde_yaml::to_string(item).unwrap_or_default(), str::to_owned);
    text.trim().to_owned()
}

/// The text with further items at the end of a list that stands there in lines; none when it stands in one.
fn appended(yaml: &str, name: &str, new: &[&Value]) -> Option<String> {
    let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
    let is_key = |line: &&str| {
        let rest = line.strip_prefix(name).and_then(|rest| rest.trim_start().strip_prefix(':'));
        rest.is_some_and(|rest| rest.trim().is_empty() || rest.trim().starts_with('#'))
    };
    let key = lines.iter().position(is_key)?;
    let below = |line: &&str| line.trim().is_empty() || line.starts_with([' ', '-', '#']);
    let mut end = key + 1 + lines[key + 1..].iter().take_while(|line| below(line)).count();
    while end > key + 1 && (lines[end - 1].trim().is_empty() || lines[end - 1].starts_with('#')) {
        end -= 1;
    }
    let first = lines[key + 1..end].iter().find(|line| line.trim_start().starts_with('-'))?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let items = serde_yaml::to_string(&new).ok()?;
    let mut text: String = lines[..end].concat();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    items.lines().for_each(|line| text.push_str(&format!("{indent}{line}\n")));
    text.push_str(&lines[end..].concat());
    // What was put in has to be what comes out.
    let read: Mapping = serde_yaml::from_str(&text).ok()?;
    let found = read.get(name)?.as_sequence()?;
    new.iter().all(|item| found.contains(item)).then_some(text)
}

fn group(name: &str, stands: &Mapping, value: &Value, filled: &mut Filled) {
    let Value::Mapping(comes) = value else { return filled.kept.push(name.to_owned()) };
    for (key, value) in comes.iter().filter(|(key, value)| stands.get(key) != Some(value)) {
        filled.kept.push(format!("{name}.{}: {}", key.as_str().unwrap_or_default(), said(value)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDS: &str = "---\nname: Jan # as people say it\nheadline:\nlinks: { github: jan }\npublications:\n  # mine\n  - title: On heat\n    date: 2024\nexpertise: [law]\n---\nMy story\n";

    #[test]
    fn what_is_empty_is_filled_and_what_stands_stays() {
        let draft = "name: Jan Bos\nheadline: Lead\nroles: [adviser]\nlinks: { github: jan, orcid: x }\npublications:\n- { title: On Heat, date: 2024-03 }\n- { title: 'On: water' }\nexpertise: [law, heat]\n";
        let draft: Mapping = serde_yaml::from_str(draft).expect("YAML");
        let filled = fill(STANDS, &draft, "Another story").expect("readable");
        let text = filled.text.expect("something new");
        assert_eq!(
            text,
            "---\nname: Jan # as people say it\nlinks: { github: jan }\npublications:\n  # mine\n  - title: On heat\n    date: 2024\n  - title: 'On: water'\nexpertise: [law]\nheadline: Lead\nroles:\n- adviser\n---\nMy story\n"
        );
        assert_eq!(filled.kept.len(), 5, "{:?}", filled.kept);
        let again = fill(&text, &draft, "Another story").expect("readable");
        assert!(again.text.is_none() && again.added.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_not_touched() {
        for text in ["---\nname: Jan\n", "---\nname: [\n---\n", "---\n- a\n---\n"] {
            assert!(fill(text, &Mapping::new(), "").is_err(), "{text}");
        }
    }
}
