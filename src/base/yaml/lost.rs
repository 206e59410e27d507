//! What cannot be read, and without which the rest would say something that nobody wrote: a
//! position without its end is held still, a publication without authors is its owner's.

use super::path::{Step, look_up_mut};
use crate::base::date::Date;
use crate::base::other_words::means;
use serde_yaml::{Mapping, Value};

/// The key beside those of an item under which stands what was lost of it.
const LOST: &str = "\0lost";

/// The lists of items, and the key of theirs that may not be lost.
const TELLING: [(&str, &str); 8] = [
    ("experience", "to"),
    ("education", "to"),
    ("period", "to"),
    ("members", "to"),
    ("certificates", "until"),
    ("publications", "authors"),
    ("talks", "authors"),
    ("awards", "authors"),
];

/// Whether a key is one of those that nobody writes.
pub(super) fn is_mark(key: &str) -> bool {
    key == LOST
}

/// What is lost when the value at `path` goes: the way to the item, and the key.
pub(super) struct Loss {
    item: Vec<Step>,
    key: &'static str,
}

impl Loss {
    /// What is lost when `value` at `path` of `tree` is cut out.
    pub(super) fn of(tree: &Value, path: &[Step], value: Option<&Value>) -> Option<Self> {
        let depth = usize::from(matches!(path.get(1), Some(Step::Index(_))));
        let Some(Step::Key(written)) = path.get(depth + 1) else { return None };
        let item = path[..=depth].to_vec();
        let key = telling(&item)?;
        let stands = || super::path::look_up(tree, &item).and_then(|item| item.get(key)).is_some();
        let is_it = written == key || (!stands() && may_mean(written, key, value));
        is_it.then_some(Self { item, key })
    }

    /// Notes it where it is lost.
    pub(super) fn mark(self, tree: &mut Value) {
        let Some(Value::Mapping(item)) = look_up_mut(tree, &self.item) else { return };
        add(item, self.key);
    }
}

/// The key that the item at `path` may not lose.
pub(super) fn telling(path: &[Step]) -> Option<&'static str> {
    let ([Step::Key(list)] | [Step::Key(list), Step::Index(_)]) = path else { return None };
    TELLING.iter().find(|(known, _)| known == list).map(|(_, key)| *key)
}

/// Whether a key that nobody reads may have been meant for one that stands nowhere.
fn may_mean(written: &str, key: &str, value: Option<&Value>) -> bool {
    if key == "authors" {
        return means(written, "author");
    }
    let is_date = match value {
        Some(Value::String(text)) => Date::in_any_form(text.trim()).is_some(),
        Some(Value::Number(number)) => number.as_i64().is_some_and(|year| year >= 1000),
        _ => false,
    };
    is_date || means(written, "end")
}

/// Notes that the value of `key` of an item is lost.
pub(super) fn add(item: &mut Mapping, key: &str) {
    let lost = item.entry(Value::String(LOST.to_owned())).or_insert(Value::Sequence(Vec::new()));
    if let Value::Sequence(lost) = lost {
        lost.push(Value::String(key.to_owned()));
    }
}
