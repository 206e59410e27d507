//! What people write, from the site under `tests/reference`: for each key a value.

use super::ROOT;
use super::keys::Subject;
use crate::schema::front_matter;
use crate::test_site::tree;
use serde_json::Value;
use std::path::Path;

/// The files of the site, with what stands in each.
pub struct Examples(Vec<(String, Value)>);

impl Examples {
    pub fn read() -> Self {
        let files = tree(&Path::new(ROOT).join("tests/reference"));
        let read = files.into_iter().filter_map(|(path, bytes)| {
            // A font is no text.
            let text = String::from_utf8(bytes).ok()?;
            let front = front_matter(&text, &path)?;
            Some((path, front))
        });
        Self(read.collect())
    }

    /// The files about a subject: the arguments of `vakwerk schema`, the path, what stands there.
    pub fn of(&self, subject: &Subject) -> Vec<(Vec<&'static str>, String, Value)> {
        let mut found = Vec::new();
        for (path, front) in &self.0 {
            let is_translation = path.contains(".nl.");
            let is_meant = match subject.folder {
                "" => path.ends_with("vakwerk.yaml"),
                folder => path.starts_with(&format!("{folder}/")),
            };
            if !is_meant {
                continue;
            }
            let mut arguments = vec![subject.schema];
            if is_translation {
                arguments.extend(["--shape", "translation"]);
            }
            found.push((arguments, path.clone(), front.clone()));
        }
        found
    }

    /// A value that somebody may write at `path`, in which a list stands for each of its items.
    pub fn value(&self, subject: &Subject, path: &[String]) -> Option<Value> {
        let own = self.of(subject).into_iter().filter(|(arguments, ..)| arguments.len() == 1);
        own.into_iter().find_map(|(_, _, front)| below(&front, path).cloned())
    }
}

fn below<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    let Some((first, rest)) = path.split_first() else { return Some(value) };
    match value {
        Value::Array(items) => items.iter().find_map(|item| below(item, path)),
        Value::Object(group) if first == "*" => group.values().find_map(|one| below(one, rest)),
        Value::Object(group) => below(group.get(first)?, rest),
        _ => None,
    }
}

/// A value as people write it in YAML, on one line.
pub fn flow(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", "))
        }
        Value::Object(group) => {
            let pairs: Vec<String> = group
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), flow(value)))
                .collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        other => other.to_string(),
    }
}

fn quoted(text: &str) -> String {
    let is_plain = !text.is_empty()
        && !text.contains([':', '#', ',', '[', ']', '{', '}', '"'])
        && !text.starts_with(['@', '*', '&', '!', '|', '>', '%', '`', '\'', '-', '?', '+'])
        && text.trim() == text;
    if is_plain { text.to_owned() } else { Value::from(text).to_string() }
}
