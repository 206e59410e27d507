//! What differs between two versions of an entry, in words:
//! `added topic *heat networks*, expert, last used 2026-03`.

use crate::base::tidy::single_spaced;
use serde_yaml::{Mapping, Value};

/// Keys of an item in a list that say which one it is, the first that is there.
const NAMES: [&str; 9] =
    ["topic", "title", "name", "expert", "organization", "file", "claim", "quote", "role"];

/// Keys that say when and where something is: what stands otherwise there has moved.
const MOVES: [&str; 2] = ["start", "place"];

/// The word for one item of a list.
fn one_of(key: &str) -> &str {
    match key {
        "expertise" | "topics" => "topic",
        "aliases" => "alias",
        "entries" => "entry",
        "audience" => "audience",
        "team" => "team member",
        "alternatives" => "alternative",
        "testimonials" => "testimonial",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}

/// How an entry is called.
pub(super) fn name(front: &Value) -> String {
    let called = ["name", "title", "label"].iter().find_map(|key| front.get(key)?.as_str());
    called.unwrap_or("an entry without a name").to_owned()
}

/// What differs between two front matters, a line each.
pub(super) fn changes(old: &Value, new: &Value) -> Vec<String> {
    let empty = Mapping::new();
    let mut lines = Vec::new();
    if old == new {
        return lines;
    }
    // A file of many entries is a list of them.
    if let [Value::Sequence(old), Value::Sequence(new)] = [old, new] {
        lists("entries", old, new, &mut lines);
        return lines;
    }
    let (old, new) = (old.as_mapping().unwrap_or(&empty), new.as_mapping().unwrap_or(&empty));
    mappings("", old, new, &mut lines);
    lines
}

/// That a longer text differs.
pub(super) fn text(key: &str, old: &str, new: &str) -> String {
    let count = |text: &str| text.split_whitespace().count();
    match (old.trim().is_empty(), new.trim().is_empty()) {
        (true, _) => format!("added {key}, {} words", count(new)),
        (_, true) => format!("removed {key}"),
        _ => format!("changed {key}, {} words, before {}", count(new), count(old)),
    }
}

fn mappings(within: &str, old: &Mapping, new: &Mapping, lines: &mut Vec<String>) {
    let added = new.keys().filter(|key| !old.contains_key(*key));
    for key in old.keys().chain(added) {
        let rest = key.as_str().map_or_else(|| plain(key), |key| key.replace('_', " "));
        let path = if within.is_empty() { rest } else { format!("{within} {rest}") };
        values(
            &path,
            old.get(key).unwrap_or(&Value::Null),
            new.get(key).unwrap_or(&Value::Null),
            lines,
        );
    }
}

fn values(path: &str, old: &Value, new: &Value, lines: &mut Vec<String>) {
    if old == new {
        return;
    }
    let empty = Mapping::new();
    match (old, new) {
        (Value::Sequence(_), Value::Sequence(_) | Value::Null)
        | (Value::Null, Value::Sequence(_)) => {
            let list = |value: &Value| value.as_sequence().cloned().unwrap_or_default();
            lists(path, &list(old), &list(new), lines);
        }
        (Value::Mapping(old), Value::Mapping(new)) => mappings(path, old, new, lines),
        (Value::Mapping(old), Value::Null) => mappings(path, old, &empty, lines),
        (Value::Null, Value::Mapping(new)) => mappings(path, &empty, new, lines),
        // When and where an event is.
        (Value::String(old), Value::String(new)) if MOVES.contains(&path) => {
            lines.push(format!("moved to {}, before {}", single_spaced(new), single_spaced(old)));
        }
        (Value::Null, new) => lines.push(format!("added {path}: {}", plain(new))),
        (old, Value::Null) => lines.push(format!("removed {path}: {}", plain(old))),
        (Value::String(old), Value::String(new)) if old.len() + new.len() > 120 => {
            lines.push(text(path, old, new));
        }
        (old, new) => lines.push(format!("changed {path}: {}, before {}", plain(new), plain(old))),
    }
}

fn lists(path: &str, old: &[Value], new: &[Value], lines: &mut Vec<String>) {
    let before = lines.len();
    let word = one_of(path);
    let mut gone: Vec<&Value> = old.iter().collect();
    let mut take = |wanted: &dyn Fn(&Value) -> bool| {
        gone.iter().position(|item| wanted(item)).map(|at| gone.remove(at))
    };
    // What stayed as it was is nobody else's past: who has two terms has two items of one name.
    let other: Vec<&Value> =
        new.iter().filter(|item| take(&|earlier| earlier == *item).is_none()).collect();
    for item in other {
        let key = called(item);
        match take(&|earlier| called(earlier) == key) {
            None => lines.push(format!("added {word} {}", described(item))),
            Some(earlier) if end_alone(item, earlier) => lines.push(ends(word, item, earlier)),
            Some(Value::Mapping(earlier)) if path == "entries" && item.is_mapping() => {
                let now = item.as_mapping().unwrap_or(earlier);
                mappings(&format!("*{key}*"), earlier, now, lines);
            }
            Some(earlier) => {
                let about = rest(item);
                let about = if about.is_empty() { "nothing more".to_owned() } else { about };
                let was = rest(earlier);
                let was = if was.is_empty() { "nothing more".to_owned() } else { was };
                lines.push(format!("changed {word} *{key}*: {about}, before {was}"));
            }
        }
    }
    for item in gone {
        lines.push(format!("removed {word} {}", described(item)));
    }
    if lines.len() == before {
        lines.push(format!("changed the order of {path}"));
    }
}

/// Whether nothing differs of two items but when they end.
fn end_alone(item: &Value, earlier: &Value) -> bool {
    let without = |item: &Value| {
        let mut rest = item.as_mapping()?.clone();
        rest.shift_remove("to");
        Some(rest)
    };
    item.get("to") != earlier.get("to")
        && without(item).is_some_and(|rest| Some(rest) == without(earlier))
}

/// What is said of a term, a position or a study that ends now, or otherwise than it did.
fn ends(word: &str, item: &Value, earlier: &Value) -> String {
    let mut rest = item.clone();
    if let Some(keys) = rest.as_mapping_mut() {
        keys.shift_remove("to");
    }
    let to = |item: &Value| item.get("to").filter(|to| !to.is_null()).map(plain);
    let says = match (to(item), to(earlier)) {
        (Some(to), None) => format!("ends {to}"),
        (Some(to), Some(before)) => format!("ends {to}, before {before}"),
        (None, before) => format!("has no end any more, before {}", before.unwrap_or_default()),
    };
    format!("{word} {}: {says}", described(&rest))
}

/// Which one an item is.
fn called(item: &Value) -> String {
    let Some(mapping) = item.as_mapping() else { return plain(item) };
    let named = NAMES.iter().find_map(|name| Some(plain(mapping.get(*name)?)));
    // `en: C1` names itself by its key.
    named.or_else(|| mapping.keys().next().map(plain)).unwrap_or_default()
}

fn described(item: &Value) -> String {
    let rest = rest(item);
    if rest.is_empty() {
        format!("*{}*", called(item))
    } else {
        format!("*{}*, {rest}", called(item))
    }
}

/// What an item says beside its name.
fn rest(item: &Value) -> String {
    let Some(mapping) = item.as_mapping() else { return String::new() };
    let named = NAMES.iter().find(|name| mapping.contains_key(**name));
    let Some(named) = named else {
        return mapping.values().next().map(plain).unwrap_or_default();
    };
    let others = mapping.iter().filter(|(key, _)| key.as_str() != Some(named));
    let rest = others.map(|(key, value)| match key.as_str() {
        Some("level" | "role" | "status") | None => plain(value),
        Some(key) => format!("{} {}", key.replace('_', " "), plain(value)),
    });
    rest.collect::<Vec<_>>().join(", ")
}

/// A value as it is read aloud.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(value) => (if *value { "yes" } else { "no" }).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => {
            let line = single_spaced(text);
            match line.char_indices().nth(80) {
                Some((end, _)) => format!("{}…", &line[..end]),
                None => line,
            }
        }
        Value::Sequence(items) => items.iter().map(called).collect::<Vec<_>>().join(", "),
        Value::Mapping(pairs) => pairs
            .iter()
            .map(|(key, value)| format!("{} {}", plain(key), plain(value)))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Tagged(tagged) => plain(&tagged.value),
    }
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn differences_are_said_in_words() {
        let old = "name: Jan\nheadline: Advisor\nexpertise: [wind, {topic: heat, level: aware}]\nlocation: {city: Assen}";
        let new = "name: Jan\nheadline: Builder\nexpertise: [{topic: heat, level: expert}, {topic: geothermal energy, \
                   level: expert, last_used: 2026-03}]\nlocation: {city: Groningen, remote: true}\nlanguages: [nl, {en: C1}]";
        let read = |text: &str| serde_yaml::from_str(text).expect("yaml");
        assert_eq!(
            changes(&read(old), &read(new)),
            [
                "changed headline: Builder, before Advisor",
                "changed topic *heat*: expert, before aware",
                "added topic *geothermal energy*, expert, last used 2026-03",
                "removed topic *wind*",
                "changed location city: Groningen, before Assen",
                "added location remote: yes",
                "added language *nl*",
                "added language *en*, C1",
            ]
        );
        assert_eq!(changes(&read("a: [x, y]"), &read("a: [y, x]")), ["changed the order of a"]);
        assert!(changes(&read(old), &read(old)).is_empty());
    }
}
