//! Paths to values in a tree of YAML; by them values are looked up, cut out, called otherwise,
//! closed.

use super::tree::scalar;
use crate::base::guarded::DISTRUSTED;
use serde_yaml::Value;

/// One step on the way to a value in a document.
#[derive(Debug, Clone)]
pub(in crate::base) enum Step {
    Key(String),
    Index(usize),
}

/// The way to a value as one text: `team[1].expert`.
pub(super) fn dotted(path: &[Step]) -> String {
    let mut dotted = String::new();
    for step in path {
        match step {
            Step::Index(index) => dotted.push_str(&format!("[{index}]")),
            Step::Key(key) if key.contains(['.', '[', ']', '"']) => {
                dotted.push_str(&format!("[{key:?}]"));
            }
            Step::Key(key) => {
                if !dotted.is_empty() {
                    dotted.push('.');
                }
                dotted.push_str(key);
            }
        }
    }
    dotted
}

/// Whether the value at `path` stands for one that was distrusted.
pub(super) fn is_distrusted(tree: &Value, path: &[Step]) -> bool {
    look_up(tree, path).and_then(Value::as_str) == Some(DISTRUSTED)
}

/// What stands at `path`.
pub(super) fn look_up<'a>(tree: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(tree, |at, step| match step {
        Step::Key(key) => at.get(key.as_str()),
        Step::Index(index) => at.get(*index),
    })
}

/// The same, to be changed.
pub(super) fn look_up_mut<'a>(tree: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(tree, |at, step| match step {
        Step::Key(key) => at.get_mut(key.as_str()),
        Step::Index(index) => at.get_mut(*index),
    })
}

/// Closes what the key at `path` guards: puts a value there that nobody understands.
pub(super) fn distrust(tree: &mut Value, path: &[Step]) {
    let (mut at, mut above) = (tree, "");
    for step in path {
        let Step::Key(key) = step else { return };
        lengthen(at, above);
        let Value::Mapping(mapping) = at else { return };
        at = mapping.entry(Value::String(key.clone())).or_insert(Value::Null);
        above = key;
    }
    *at = Value::String(DISTRUSTED.to_owned());
}

/// What the text of a short form stands under in the long one.
const SHORT: [(&str, &str); 2] = [("location", "city"), ("place", "city")];

/// The key under which the text of a short form stands in the long one: `location: Assen` is
/// `location: { city: Assen }`.
pub fn long_form(key: &str) -> Option<&'static str> {
    SHORT.iter().find(|(short, _)| *short == key).map(|(_, long)| *long)
}

/// Writes what stands under `key` in its long form, into which another key can be put.
pub fn lengthen(value: &mut Value, key: &str) {
    if let (Value::String(text), Some(long)) = (&*value, long_form(key)) {
        let said = (Value::String(long.to_owned()), Value::String(text.clone()));
        *value = Value::Mapping([said].into_iter().collect());
    }
}

/// The path as it is in the file, of which the items `removed` are gone from the tree by now.
pub(super) fn as_written(
    path: &[Step],
    removed: &[(String, usize)],
    renamed: &[(String, String, String)],
) -> Vec<Step> {
    let mut written: Vec<Step> = Vec::with_capacity(path.len());
    for step in path {
        let step = match step {
            Step::Key(key) => {
                let at = dotted(&written);
                let old = renamed.iter().find(|(parent, new, _)| *parent == at && new == key);
                old.map_or_else(|| step.clone(), |(_, _, old)| Step::Key(old.clone()))
            }
            Step::Index(index) => {
                let list = dotted(&written);
                let mut index = *index;
                for (_, gone) in removed.iter().filter(|(of, _)| *of == list) {
                    if *gone <= index {
                        index += 1;
                    }
                }
                Step::Index(index)
            }
        };
        written.push(step);
    }
    written
}

/// Calls the key at `path` `name`.
pub(super) fn rename(tree: &mut Value, path: &[Step], name: &str) -> bool {
    let Some((_, parents)) = path.split_last() else { return false };
    let Some(value) = look_up(tree, path).cloned() else { return false };
    if !remove(tree, path) {
        return false;
    }
    let below = parents.iter().try_fold(tree, |at, step| match step {
        Step::Key(key) => at.get_mut(key.as_str()),
        Step::Index(index) => at.get_mut(*index),
    });
    let Some(Value::Mapping(mapping)) = below else { return false };
    mapping.insert(Value::String(name.to_owned()), value);
    true
}

pub(super) fn remove(tree: &mut Value, path: &[Step]) -> bool {
    let Some((last, parents)) = path.split_last() else { return false };
    let mut at = tree;
    for step in parents {
        let below = match step {
            Step::Key(key) => at.get_mut(key.as_str()),
            Step::Index(index) => at.get_mut(*index),
        };
        let Some(below) = below else { return false };
        at = below;
    }
    match (last, at) {
        (Step::Key(key), Value::Mapping(mapping)) => {
            let found = mapping.keys().find(|k| scalar(k).as_deref() == Some(key)).cloned();
            found.is_some_and(|found| mapping.shift_remove(&found).is_some())
        }
        (Step::Index(index), Value::Sequence(items)) if *index < items.len() => {
            items.remove(*index);
            true
        }
        _ => false,
    }
}

/// Puts a value in the place of the one at `path`.
pub(super) fn put(tree: &mut Value, path: &[Step], value: Value) -> bool {
    let found = path.iter().try_fold(tree, |at, step| match step {
        Step::Key(key) => at.get_mut(key.as_str()),
        Step::Index(index) => at.get_mut(*index),
    });
    let Some(found) = found else { return false };
    *found = value;
    true
}
