//! Reading YAML into typed values, with every fault in one run instead of the first.
//!
//! The usual case is one typed pass. When that fails, the document is read as a tree, and what does
//! not fit is noted, cut out, and the rest tried again, until the rest fits.

use super::codes::Code;
use super::diagnostic::{Consequence, Diagnostic, Place, Spot};
use super::fault::{Fault, Step, dotted};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many faults of one file are reported before the file is given up.
const MOST_FAULTS: usize = 100;

/// Reads `text`, which begins at line `first_line` of `file` (from 1), as a `T`.
///
/// Gives the value as far as it can be read, or none when too much is missing, and all faults.
pub fn read<T: DeserializeOwned>(text: &str, file: &Arc<str>, first_line: usize) -> (Option<T>, Vec<Diagnostic>) {
    let text = if text.trim().is_empty() { "{}" } else { text };
    match serde_yaml::from_str::<T>(text) {
        Ok(value) => (Some(value), Vec::new()),
        Err(_) => peel(text, file, first_line),
    }
}

fn peel<T: DeserializeOwned>(text: &str, file: &Arc<str>, first_line: usize) -> (Option<T>, Vec<Diagnostic>) {
    let mut tree = match serde_yaml::from_str::<Value>(text) {
        Ok(Value::Null) => Value::Mapping(serde_yaml::Mapping::new()),
        Ok(tree) => tree,
        Err(error) => return (None, vec![broken(&error, file, first_line)]),
    };
    if !tree.is_mapping() {
        let note = Diagnostic::new(Code::BrokenYaml, Place::file(file.clone()), "these are not keys with values")
            .help("write `key: value`, one a line");
        return (None, vec![note]);
    }
    let mut notes = Vec::new();
    let mut removed: Vec<(String, usize)> = Vec::new();
    // What was cut out, and the note that says why.
    let mut cut_before: BTreeMap<String, usize> = BTreeMap::new();
    while notes.len() < MOST_FAULTS {
        let error = match serde_path_to_error::deserialize::<_, T>(tree.clone()) {
            Ok(value) => return (Some(value), notes),
            Err(error) => error,
        };
        let path: Vec<Step> = steps(error.path());
        let message = error.inner().to_string();
        let fault = Fault::of(&message, &path);
        let written = as_written(&path, &removed);
        // A key that was cut out for its own fault is not called missing as well.
        let own_doing = fault.missing.as_ref().and_then(|key| {
            let mut key_path = written.clone();
            key_path.push(Step::Key(key.clone()));
            cut_before.get(&dotted(&key_path)).copied()
        });
        let at = own_doing.unwrap_or_else(|| {
            notes.push(Fault::of(&message, &written).note(file));
            notes.len() - 1
        });
        let Some(cut) = fault.cut else {
            notes[at].consequence = Consequence::HeldBack;
            return (None, notes);
        };
        let cut_written = as_written(&cut, &removed);
        cut_before.insert(dotted(&cut_written), at);
        if let (Some(Step::Index(index)), Some((_, parents))) = (cut_written.last(), cut_written.split_last()) {
            removed.push((dotted(parents), *index));
            removed.sort();
        }
        if !remove(&mut tree, &cut) {
            return (None, notes);
        }
    }
    (None, notes)
}

fn broken(error: &serde_yaml::Error, file: &Arc<str>, first_line: usize) -> Diagnostic {
    let spot = error.location().map_or(Spot::File, |at| Spot::Position(at.line() + first_line - 1, at.column()));
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or(&message).to_owned();
    let place = Place { file: file.clone(), spot };
    if what.contains("duplicate entry") {
        let key = what.split("key ").nth(1).unwrap_or("a key").replace('"', "`");
        return Diagnostic::new(Code::DuplicateKey, place, format!("{key} stands twice")).help("keep one of the two");
    }
    Diagnostic::new(Code::BrokenYaml, place, format!("this is not valid YAML: {what}"))
        .help("put a text with a colon in quotes, and check the indentation (spaces, no tabs)")
}

fn steps(path: &Path) -> Vec<Step> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Seq { index } => Some(Step::Index(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// The path as it is in the file, of which the items `removed` are gone from the tree by now.
fn as_written(path: &[Step], removed: &[(String, usize)]) -> Vec<Step> {
    let mut written: Vec<Step> = Vec::with_capacity(path.len());
    for step in path {
        let step = match step {
            Step::Key(_) => step.clone(),
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

fn remove(tree: &mut Value, path: &[Step]) -> bool {
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

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null => Some("null".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        name: String,
        #[serde(default)]
        list: Vec<Item>,
        since: Option<Date>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Item {
        title: String,
    }

    #[test]
    fn all_faults_are_found_in_one_run_and_the_rest_is_kept() {
        let text = "name: Jan\nnmae: x\nsince: March\nlist:\n  - title: a\n  - titel: b\n  - 4\n  - title: [c]\n";
        let (value, notes) = read::<Sample>(text, &Arc::from("a.md"), 2);
        let value = value.expect("the rest can be read");
        assert_eq!((value.name.as_str(), value.list.len(), value.list[0].title.as_str()), ("Jan", 1, "a"));
        assert!(value.since.is_none());
        let codes: Vec<_> = notes.iter().map(|note| note.code.name()).collect();
        assert_eq!(codes, ["unknown-key", "broken-date", "unknown-key", "missing-key", "wrong-type", "wrong-type"]);
        assert_eq!(notes[0].help.as_deref(), Some("did you mean `name`?"));
        assert_eq!(notes[0].places[0].spot, Spot::Key("nmae".into()));
    }

    #[test]
    fn the_fault_that_costs_the_whole_entry_says_so() {
        let (value, notes) = read::<Sample>("name: 4\nsince: March\n", &Arc::from("a.md"), 2);
        assert!(value.is_none());
        let held: Vec<_> = notes.iter().map(|note| (note.code.name(), note.consequence)).collect();
        assert_eq!(held, [("wrong-type", Consequence::HeldBack), ("broken-date", Consequence::LeftOut)]);
    }
}
