//! What somebody changed, laid over what their file says. The form knew only what the site shows:
//! so what it was filled with (*base*), what it sent (*theirs*) and what stands in the file
//! (*ours*) are compared, and only what the person touched becomes otherwise. What is hidden, or is
//! not asked for, stays.

use serde_json::{Map, Value};

/// Keys that say which item of a list is meant, the first that both have.
const NAMES: [&str; 6] = ["topic", "title", "quote", "tag", "name", "organization"];

/// The value of the key `key` in the file: `theirs` where it differs from `base`, else `ours`.
pub(super) fn merged(key: &str, base: &Value, theirs: &Value, ours: &Value) -> Value {
    let [base, theirs, ours] = [base, theirs, ours].map(|value| opened(key, value));
    closed(key, value(&base, &theirs, &ours))
}

/// The value of a key to which was added what somebody filled in where nothing of it was shown:
/// nothing is taken away by that.
pub(super) fn added(key: &str, theirs: &Value, ours: &Value) -> Value {
    let [theirs, ours] = [theirs, ours].map(|value| opened(key, value));
    closed(key, over(&theirs, &ours))
}

fn over(theirs: &Value, ours: &Value) -> Value {
    match (theirs, ours) {
        (Value::Null, ours) => ours.clone(),
        (Value::Array(new), Value::Array(old)) => {
            let is_new = |item: &&Value| !old.iter().any(|one| is_it(one, item));
            old.iter().chain(new.iter().filter(is_new)).cloned().collect()
        }
        (Value::Object(new), Value::Object(old)) => {
            let mut all = old.clone();
            for (key, value) in new {
                let value = over(value, old.get(key).unwrap_or(&Value::Null));
                all.insert(key.clone(), value);
            }
            Value::Object(all)
        }
        (theirs, _) => theirs.clone(),
    }
}

/// Whether two values of a key say the same.
pub(super) fn is_as_it_was(key: &str, one: &Value, other: &Value) -> bool {
    is_same(&opened(key, one), &opened(key, other))
}

fn value(base: &Value, theirs: &Value, ours: &Value) -> Value {
    if is_same(base, theirs) {
        return ours.clone();
    }
    match (theirs, ours) {
        (Value::Array(new), Value::Array(old)) if old.iter().chain(new).any(Value::is_object) => {
            list(base.as_array().map_or(&[], Vec::as_slice), new, old)
        }
        (Value::Object(new), Value::Object(old)) => {
            let empty = Map::new();
            group(base.as_object().unwrap_or(&empty), new, old)
        }
        // Somebody who empties a group takes away what they saw of it.
        (Value::Null, Value::Object(old)) => {
            let empty = Map::new();
            group(base.as_object().unwrap_or(&empty), &empty, old)
        }
        (theirs, _) => theirs.clone(),
    }
}

fn group(
    base: &Map<String, Value>,
    theirs: &Map<String, Value>,
    ours: &Map<String, Value>,
) -> Value {
    let mut all = ours.clone();
    for key in base.keys().chain(theirs.keys()) {
        let [was, now, here] = [base, theirs, ours].map(|of| of.get(key).unwrap_or(&Value::Null));
        match value(was, now, here) {
            Value::Null => drop(all.remove(key)),
            value => drop(all.insert(key.clone(), value)),
        }
    }
    if all.is_empty() { Value::Null } else { Value::Object(all) }
}

fn list(base: &[Value], theirs: &[Value], ours: &[Value]) -> Value {
    let mut taken = vec![false; ours.len()];
    let mut find = |item: &Value| {
        let at = (0..ours.len()).find(|at| !taken[*at] && is_it(item, &ours[*at]))?;
        taken[at] = true;
        Some(at)
    };
    // What stands in the file as it did in the form is known by that, before what was renamed.
    let kept: Vec<Option<(usize, Option<usize>)>> = theirs
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let was = base.iter().position(|one| is_same(one, item));
            let was = was.or_else(|| base.iter().position(|one| is_it(one, item)));
            // An item under another name, in its old place among as many, is the old one.
            let moved = || (base.len() == theirs.len()).then_some(at);
            let was = was.or_else(moved);
            was.map(|was| (was, find(&base[was]).or_else(|| find(item))))
        })
        .collect();
    let mut all = Vec::new();
    for (item, kept) in theirs.iter().zip(&kept) {
        all.push(match kept {
            Some((was, Some(here))) => value(&base[*was], item, &ours[*here]),
            _ => match find(item) {
                Some(here) => value(&Value::Null, item, &ours[here]),
                None => item.clone(),
            },
        });
    }
    // What the form did not show cannot have been taken away there.
    for (at, item) in ours.iter().enumerate() {
        if !taken[at] && !base.iter().any(|was| is_it(was, item)) {
            all.push(item.clone());
        }
    }
    if all.is_empty() { Value::Null } else { Value::Array(all) }
}

/// Whether two items are the same one.
fn is_it(one: &Value, other: &Value) -> bool {
    let folded = |value: &Value| value.as_str().map(crate::base::slug::slug);
    for name in NAMES {
        if let (Some(one), Some(other)) = (folded(&one[name]), folded(&other[name])) {
            return one == other;
        }
    }
    match (folded(one), folded(other)) {
        (Some(one), Some(other)) if !one.is_empty() => one == other,
        _ => is_same(one, other),
    }
}

/// Whether two values say the same: a year as a number, and one as a text, do.
fn is_same(one: &Value, other: &Value) -> bool {
    let nothing = |value: &Value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(group) => group.is_empty(),
        _ => false,
    };
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => one.keys().chain(other.keys()).all(|key| {
            is_same(one.get(key).unwrap_or(&Value::Null), other.get(key).unwrap_or(&Value::Null))
        }),
        (Value::Number(number), Value::String(text))
        | (Value::String(text), Value::Number(number)) => number.to_string() == *text,
        _ => one == other || (nothing(one) && nothing(other)),
    }
}

/// The word for which a value of one text stands, in keys that have a short form.
fn short_of(key: &str) -> Option<&'static str> {
    match key {
        "expertise" => Some("topic"),
        "offers" | "asks" => Some("title"),
        "location" => Some("city"),
        "availability" => Some("status"),
        _ => None,
    }
}

/// A value in its long form: every item a group of keys.
fn opened(key: &str, value: &Value) -> Value {
    let one = |value: &Value| match (value, short_of(key)) {
        (Value::String(text), Some(word)) => {
            Value::Object(Map::from_iter([(word.to_owned(), text.as_str().into())]))
        }
        (Value::String(text), None) if key == "contact" => {
            let word = if text.contains('@') { "email" } else { "url" };
            Value::Object(Map::from_iter([(word.to_owned(), text.as_str().into())]))
        }
        (Value::String(tag), None) if key == "languages" => {
            Value::Object(Map::from_iter([("tag".to_owned(), tag.as_str().into())]))
        }
        (Value::Object(group), None) if key == "languages" && group.len() == 1 => {
            let (tag, level) = group.iter().next().expect("it has one");
            Value::Object(Map::from_iter([
                ("tag".to_owned(), tag.as_str().into()),
                ("level".to_owned(), level.clone()),
            ]))
        }
        (value, _) => value.clone(),
    };
    match value {
        Value::Array(items) => items.iter().map(one).collect(),
        value => one(value),
    }
}

/// A value as a profile writes it.
fn closed(key: &str, value: Value) -> Value {
    let one = |value: Value| match (key, &value) {
        ("languages", Value::Object(group)) => {
            let tag = group.get("tag").and_then(Value::as_str).unwrap_or_default().to_owned();
            match group.get("level") {
                Some(level) => Value::Object(Map::from_iter([(tag, level.clone())])),
                None => tag.into(),
            }
        }
        ("expertise", Value::Object(group)) if group.len() == 1 => {
            group.get("topic").cloned().unwrap_or(value)
        }
        _ => value,
    };
    match value {
        Value::Array(items) => items.into_iter().map(one).collect(),
        value => one(value),
    }
}

#[cfg(test)]
mod tests {
    use super::merged;
    use serde_json::json;

    #[test]
    fn what_the_form_did_not_show_stays_and_what_was_touched_changes() {
        // The file has a mail address that the page encodes; the form sends a telephone number.
        let found = merged(
            "contact",
            &json!({ "url": "https://x.example/" }),
            &json!({ "phone": "+31 50 1", "url": "https://x.example/" }),
            &json!({ "email": "jan@example.org", "url": "https://x.example/" }),
        );
        assert_eq!(
            found,
            json!({ "email": "jan@example.org", "phone": "+31 50 1", "url": "https://x.example/" })
        );
        // Topics of a position are not in the form; one item is renamed, one is new, one goes.
        let base = json!([{ "title": "Engineer", "from": "2014" }, { "title": "Painter" }]);
        let ours = json!([
            { "title": "Engineer", "from": 2014, "topics": ["heat"] },
            { "title": "Painter", "id": "p" },
            { "title": "Hidden" },
        ]);
        let theirs = json!([{ "title": "Chief", "from": "2014" }, { "title": "Painter" }]);
        let found = merged("experience", &base, &theirs, &ours);
        assert_eq!(found[0], json!({ "title": "Chief", "from": 2014, "topics": ["heat"] }));
        assert_eq!(found[1], json!({ "title": "Painter", "id": "p" }));
        assert_eq!(found[2], json!({ "title": "Hidden" }));
        let gone = merged("experience", &base, &json!([{ "title": "Painter" }]), &ours);
        assert_eq!(gone, json!([{ "title": "Painter", "id": "p" }, { "title": "Hidden" }]));
        let same = merged("experience", &base, &base, &ours);
        assert_eq!(same, ours);
    }

    #[test]
    fn short_forms_stay_short_where_they_can() {
        let ours = json!(["heat", { "topic": "wells", "level": "expert" }]);
        let base = json!([{ "topic": "Heat" }, { "topic": "Wells", "level": "expert" }]);
        let theirs = json!([{ "topic": "Heat" }, { "topic": "Wells", "level": "authority" }]);
        let found = merged("expertise", &base, &theirs, &ours);
        assert_eq!(found, json!(["heat", { "topic": "wells", "level": "authority" }]));
        let found =
            merged("languages", &json!(["nl"]), &json!(["nl", { "en": "C1" }]), &json!(["nl"]));
        assert_eq!(found, json!(["nl", { "en": "C1" }]));
        assert_eq!(merged("headline", &json!("a"), &json!("b"), &json!("a")), json!("b"));
        assert_eq!(merged("headline", &json!("a"), &json!(null), &json!("a")), json!(null));
    }
}
