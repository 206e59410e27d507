//! Whether a value says what is wanted of it already.

use super::node::{Kind, Node, Style};
use crate::base::yaml::{self, Reading};
use crate::base::{Anchor, Limits};
use crate::record::Expert;
use serde_json::Value as Json;
use serde_yaml::{Mapping, Value};

/// Whether what is written is the value that is wanted, sign for sign.
pub(super) fn is_same(node: &Node, wanted: &Json) -> bool {
    match (&node.kind, wanted) {
        (_, Json::Null) => node.is_nothing(),
        (Kind::Scalar { text, style }, Json::String(wanted)) => {
            text == wanted && !(*style == Style::Plain && node.is_nothing())
        }
        (Kind::Scalar { style: Style::Plain, .. }, Json::Number(_) | Json::Bool(_)) => {
            serde_yaml::to_value(wanted).is_ok_and(|wanted| wanted == node.value())
        }
        (Kind::List { items, .. }, Json::Array(wanted)) => {
            items.len() == wanted.len()
                && items.iter().zip(wanted).all(|(item, wanted)| is_same(item, wanted))
        }
        (Kind::Group { entries, .. }, Json::Object(wanted)) => {
            let written = entries.iter().filter(|entry| !entry.value.is_nothing());
            let mut count = 0;
            let all = written.into_iter().all(|entry| {
                count += 1;
                wanted.get(&entry.name).is_some_and(|wanted| is_same(&entry.value, wanted))
            });
            all && count == wanted.len()
        }
        _ => false,
    }
}

/// What a value means as the value of `key` of a profile, in whatever form it is written: `2009`
/// and `"2009"`, `photo.jpg` and `{ file: photo.jpg }` are one. None when it is not all understood.
pub(super) fn meaning(key: &str, value: Value) -> Option<String> {
    let name = (Value::from("name"), Value::from("A"));
    let group: Mapping = [name, (Value::from(key), value)].into_iter().collect();
    let anchor = Anchor::file("".into());
    let Reading { value, notes, .. } =
        yaml::fit_entry::<Expert>(Value::Mapping(group), &anchor, &Limits::default());
    value.filter(|_| notes.is_empty()).map(|expert| format!("{expert:?}"))
}

/// Where in the value of a key something stands, so that what it means is asked of the whole.
pub(super) struct Place<'a> {
    pub(super) key: &'a str,
    /// The value of the key when this stands in that place.
    pub(super) whole: &'a dyn Fn(Value) -> Value,
}

impl Place<'_> {
    /// What a value in this place means.
    pub(super) fn meaning(&self, value: Value) -> Option<String> {
        meaning(self.key, (self.whole)(value))
    }

    /// Whether what is written says what is wanted.
    pub(super) fn is_same(&self, node: &Node, wanted: &Json) -> bool {
        if is_same(node, wanted) {
            return true;
        }
        let Ok(wanted) = serde_yaml::to_value(wanted) else { return false };
        let written = self.meaning(node.value());
        written.is_some() && written == self.meaning(wanted)
    }
}
