//! Reading YAML into typed values, with every fault in one run instead of the first.
//!
//! The usual case is one typed pass. When that fails, the document is read as a tree, and what does
//! not fit is noted, cut out, and the rest tried again, until the rest fits.

use super::budget;
use super::codes::Code;
use super::diagnostic::{Anchor, Consequence, Diagnostic, Place, Spot};
use super::fault::{SerdeFault, Step, dotted};
use super::guarded_keys::{is_guarded, is_of_part};
use super::limits::Limits;
use super::mend::{self, Mended};
use super::yaml_numbers;
use super::yaml_path::{as_written, distrust, is_distrusted, look_up, look_up_mut, put, remove, rename};
use super::yaml_quotes;
use super::yaml_scalars;
use super::yaml_tree::{self, Oddity};
use super::yaml_words;
use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde_path_to_error::{Path, Segment};
pub use serde_yaml::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// How many faults of one entry are reported before it is given up.
const MOST_FAULTS: usize = 100;

/// What could be read of an entry.
#[derive(Debug)]
pub struct Reading<T> {
    /// The value as far as it can be read.
    pub value: Option<T>,
    /// Whether the value can stand: false when a key is missing that it cannot do without. Such a value has an empty
    /// text there, so that the rest of it can be looked over.
    pub whole: bool,
    /// All faults.
    pub notes: Vec<Diagnostic>,
}

/// Reads `text`, which begins at line `first_line` of `file` (from 1), as a `T`.
pub fn read<T: DeserializeOwned>(text: &str, file: &Arc<str>, first_line: usize) -> Reading<T> {
    let anchor = Anchor::file(file.clone());
    if budget::is_suspicious(text, &Limits::default())
        && let Some(what) = budget::too_costly(text, Some(text.len()))
    {
        return Reading { value: None, whole: false, notes: vec![over_budget(anchor.here(), what)] };
    }
    typed(text).unwrap_or_else(|| in_parts(text, file, first_line, fit))
}

/// Reads the front matter of one entry, within the bounds of an entry.
pub fn read_entry<T: DeserializeOwned>(text: &str, file: &Arc<str>, first_line: usize, limits: &Limits) -> Reading<T> {
    // What a theme is given is of no type of ours; all else that is a text is read as it is written.
    let is_untyped = text.contains("extra") && yaml_numbers::has_own_forms(text);
    if !is_untyped
        && !budget::is_suspicious(text, limits)
        && !mend::may_have_quotes(text)
        && let Some(reading) = typed(text)
    {
        return reading;
    }
    if let Some(what) = budget::too_costly(text, None) {
        let note = over_budget(Place::file(file.clone()), what);
        return Reading { value: None, whole: false, notes: vec![note] };
    }
    in_parts(text, file, first_line, |tree, anchor| fit_entry(tree, anchor, limits))
}

/// The usual case: everything fits. Where nothing is written as a word, a tree tells it from a text.
fn typed<T: DeserializeOwned>(text: &str) -> Option<Reading<T>> {
    if yaml_words::may_say_nothing(text) {
        return None;
    }
    let text = if text.trim().is_empty() { "{}" } else { text };
    let value = serde_yaml::from_str::<T>(text).ok()?;
    Some(Reading { value: Some(value), whole: true, notes: Vec::new() })
}

/// Reads `text` as a tree, of which `fit` takes what fits.
fn in_parts<T>(
    text: &str,
    file: &Arc<str>,
    first_line: usize,
    fit: impl FnOnce(Value, &Anchor) -> Reading<T>,
) -> Reading<T> {
    let text = if text.trim().is_empty() { "{}" } else { text };
    let anchor = Anchor::file(file.clone());
    let (tree, mut notes) = match counted_tree(text, file, first_line) {
        Ok(found) => found,
        Err(note) => return Reading { value: None, whole: false, notes: vec![note] },
    };
    if !tree.is_mapping() {
        let note = Diagnostic::new(Code::BrokenYaml, anchor.here(), "these are not keys with values")
            .help("write `key: value`, one a line");
        return Reading { value: None, whole: false, notes: vec![note] };
    }
    let mut reading = fit(tree, &anchor);
    notes.append(&mut reading.notes);
    Reading { notes, ..reading }
}

/// Reads `text` as a tree, with what is odd in it. Keys without a value are as good as absent.
///
/// # Errors
/// A note when it is not YAML.
pub fn tree(text: &str, file: &Arc<str>, first_line: usize) -> Result<(Value, Vec<Diagnostic>), Diagnostic> {
    // A list of many entries is looked at only where it could be more than it seems.
    if budget::is_suspicious(text, &Limits::default())
        && let Some(what) = budget::too_costly(text, Some(text.len()))
    {
        return Err(over_budget(Place::file(file.clone()), what));
    }
    counted_tree(text, file, first_line)
}

/// The tree of a text whose cost is known.
fn counted_tree(text: &str, file: &Arc<str>, first_line: usize) -> Result<(Value, Vec<Diagnostic>), Diagnostic> {
    let at = Anchor::file(file.clone());
    let quotes = mend::may_have_quotes(text);
    let read = yaml_tree::read(text);
    let mended = if quotes || read.is_err() { mend::mended(text) } else { Mended::nothing(text) };
    let read = if mended.slips.is_empty() { read } else { yaml_tree::read(&mended.text) };
    let (tree, odd) = read.map_err(|error| broken(&error, text, file, first_line))?;
    let slips = mended.slips.into_iter().map(|slip| {
        let spot = Spot::Position(slip.line + first_line - 1, slip.column);
        Diagnostic::new(Code::Mended, Place { file: file.clone(), spot }, slip.message).help(slip.help)
    });
    let odd = odd.into_iter().map(|oddity| match oddity {
        Oddity::Doubled(path) => {
            let key = last_key(&path);
            let note =
                Diagnostic::new(Code::DuplicateKey, at.key(dotted(&path)), format!("the key `{key}` stands twice"));
            let note = note.consequence(Consequence::LeftOut);
            if is_guarded(&key) {
                let note = note.help("keep one of the two; until then what it guards is closed");
                if is_of_part(&path) { note } else { note.consequence(Consequence::HeldBack) }
            } else {
                note.help("keep one of the two; until then the first one counts")
            }
        }
        Oddity::NotText(path) => {
            let key = last_key(&path);
            Diagnostic::new(
                Code::WrongType,
                at.key(dotted(&path)),
                format!("the key is read as the number or word `{key}`"),
            )
            .help("put the key in quotes, so that it stays as it is written")
            .as_warning()
        }
        Oddity::Tagged(path, tag) => {
            Diagnostic::new(Code::WrongType, at.value(dotted(&path)), format!("the tag `{tag}` means nothing here"))
                .help("put the text in quotes, or take the tag out")
                .as_warning()
        }
    });
    Ok((tree, slips.chain(odd).collect()))
}

fn last_key(path: &[Step]) -> String {
    match path.last() {
        Some(Step::Key(key)) => key.clone(),
        Some(Step::Index(index)) => index.to_string(),
        None => String::new(),
    }
}

/// Reads the entry at `anchor` as a `T`, within the bounds of an entry.
pub fn fit_entry<T: DeserializeOwned>(mut tree: Value, anchor: &Anchor, limits: &Limits) -> Reading<T> {
    let excess = budget::prune(&mut tree, limits).into_iter();
    let note = |excess: budget::Excess| {
        if excess.unseen {
            let note = Diagnostic::new(Code::ControlCharacter, anchor.value(dotted(&excess.path)), excess.what);
            return note.help("take it out of the file, or write it as words");
        }
        over_budget(anchor.value(dotted(&excess.path)), excess.what).consequence(Consequence::LeftOut)
    };
    let mut notes: Vec<Diagnostic> = excess.map(note).collect();
    let mut reading = fit(tree, anchor);
    notes.append(&mut reading.notes);
    Reading { notes, ..reading }
}

/// Reads what is at `anchor` as a `T`: what does not fit is noted, cut out, and the rest tried again.
pub fn fit<T: DeserializeOwned>(mut tree: Value, anchor: &Anchor) -> Reading<T> {
    let mut notes: Vec<Diagnostic> = Vec::new();
    let mut removed: Vec<(String, usize)> = Vec::new();
    // Keys that were written otherwise: where they stand, as they are called, as they were written.
    let mut renamed: Vec<(String, String, String)> = Vec::new();
    // What was cut out, and the note that says why.
    let mut cut_before: BTreeMap<String, usize> = BTreeMap::new();
    let mut placeholders = Vec::new();
    let mut retried: Vec<String> = Vec::new();
    while notes.len() < MOST_FAULTS {
        let error = match serde_path_to_error::deserialize::<_, T>(tree.clone()) {
            Ok(value) => return Reading { value: Some(value), whole: placeholders.is_empty(), notes },
            Err(error) => error,
        };
        let path: Vec<Step> = steps(error.path());
        let message = error.inner().to_string();
        let at_written = dotted(&as_written(&path, &removed, &renamed));
        if !retried.contains(&at_written)
            && let Some(value) = look_up_mut(&mut tree, &path)
            && yaml_scalars::as_expected(value, &message)
        {
            retried.push(at_written);
            continue;
        }
        let fault = SerdeFault::of(&message, &path);
        let value = fault.cut.as_ref().and_then(|cut| look_up(&tree, cut)).cloned();
        let seen = |fault: SerdeFault| {
            fault.of_what(value.as_ref()).in_tree(&tree, &path).of_value_meant(value.as_ref(), &path)
        };
        let fault = seen(fault);
        let written = as_written(&path, &removed, &renamed);
        // A key that was cut out for its own fault is not called missing as well.
        let own_doing = fault.missing.as_ref().and_then(|key| {
            let mut key_path = written.clone();
            key_path.push(Step::Key(key.clone()));
            cut_before.get(&dotted(&key_path)).copied()
        });
        let at = own_doing.unwrap_or_else(|| {
            notes.push(seen(SerdeFault::of(&message, &written)).note(anchor));
            notes.len() - 1
        });
        let Some(cut) = fault.cut else {
            notes[at].consequence = Consequence::HeldBack;
            // The entry cannot stand, but the rest of it is looked over all the same.
            match (fault.missing, &mut tree) {
                (Some(key), Value::Mapping(mapping)) if !placeholders.contains(&key) => {
                    mapping.insert(Value::String(key.clone()), Value::String(String::new()));
                    placeholders.push(key);
                    continue;
                }
                _ => return Reading { value: None, whole: false, notes },
            }
        };
        let cut_written = as_written(&cut, &removed, &renamed);
        if let (Some(key), Some((Step::Key(old), parents))) = (&fault.called, cut_written.split_last())
            && rename(&mut tree, &cut, key)
        {
            renamed.push((dotted(parents), key.clone(), old.clone()));
            continue;
        }
        if let Some(instead) = fault.instead
            && put(&mut tree, &cut, instead)
        {
            continue;
        }
        cut_before.insert(dotted(&cut_written), at);
        if let (Some(Step::Index(index)), Some((_, parents))) = (cut_written.last(), cut_written.split_last()) {
            removed.push((dotted(parents), *index));
            removed.sort();
        }
        if is_distrusted(&tree, &cut) {
            // It was put there, and that has been said.
            notes.pop();
        }
        if !remove(&mut tree, &cut) {
            return Reading { value: None, whole: false, notes };
        }
        if let Some(closed) = fault.meant.and_then(|meant| meant.closes) {
            distrust(&mut tree, &closed);
        }
    }
    let too_many =
        Diagnostic::new(Code::BrokenYaml, anchor.here(), format!("there are more than {MOST_FAULTS} faults here"))
            .help("mend these first");
    notes.push(too_many);
    Reading { value: None, whole: false, notes }
}

/// The note on what is beyond its bound.
pub fn over_budget(place: Place, what: String) -> Diagnostic {
    Diagnostic::new(Code::OverBudget, place, what)
        .help("shorten it; long texts go below the front matter, long documents in static/")
}

fn broken(error: &serde_yaml::Error, text: &str, file: &Arc<str>, first_line: usize) -> Diagnostic {
    let at = error.location().map(|at| (at.line(), at.column()));
    let place = |(line, column): (usize, usize)| Place {
        file: file.clone(),
        spot: Spot::Position(line + first_line - 1, column),
    };
    if let Some(quote) = at.and_then(|(line, _)| yaml_quotes::open_quote(text, line)) {
        return Diagnostic::new(Code::BrokenYaml, place((quote.line, quote.column)), quote.message).help(quote.help);
    }
    let group = at.and_then(|(line, _)| Some((line, mend::group_on_a_line(text.lines().nth(line - 1)?)?)));
    if let Some((line, (column, help))) = group {
        let message = "keys of a group stand here on the line of the group, without braces";
        return Diagnostic::new(Code::BrokenYaml, place((line, column)), message).help(help);
    }
    let sign = at.and_then(|(line, column)| text.lines().nth(line - 1)?.chars().nth(column - 1));
    let (message, help) = yaml_words::in_words(&error.to_string(), sign);
    let place = at.map_or_else(|| Place::file(file.clone()), place);
    Diagnostic::new(Code::BrokenYaml, place, message).help(help)
}

/// Reads a group of keys that may be any, none of them twice, with texts; what stands empty is as good as absent.
///
/// # Errors
/// A doubled key, or a value that is no text.
pub fn filled_keys<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let keys = unique_keys::<Option<String>, D>(deserializer)?;
    let filled = keys.into_iter().filter_map(|(key, text)| Some((key, text?)));
    Ok(filled.filter(|(_, text)| !text.trim().is_empty()).collect())
}

/// Reads a group of keys that may be any, none of them twice.
///
/// # Errors
/// A doubled key, or a value that is not a `V`.
pub fn unique_keys<'de, V, D>(deserializer: D) -> Result<BTreeMap<String, V>, D::Error>
where
    V: serde::Deserialize<'de>,
    D: Deserializer<'de>,
{
    struct Keys<V>(PhantomData<V>);
    impl<'de, V: serde::Deserialize<'de>> Visitor<'de> for Keys<V> {
        type Value = BTreeMap<String, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = entries.next_key::<String>()? {
                if map.contains_key(&key) {
                    return Err(A::Error::custom(format!("duplicate field `{key}`")));
                }
                map.insert(key, entries.next_value()?);
            }
            Ok(map)
        }
    }
    deserializer.deserialize_map(Keys(PhantomData))
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
        let Reading { value, whole, notes } = read::<Sample>(text, &Arc::from("a.md"), 2);
        let value = value.expect("the rest can be read");
        assert!(whole);
        assert_eq!((value.name.as_str(), value.list.len(), value.list[0].title.as_str()), ("Jan", 1, "a"));
        assert!(value.since.is_none());
        let codes: Vec<_> = notes.iter().map(|note| note.code.name()).collect();
        assert_eq!(codes, ["unknown-key", "broken-date", "unknown-key", "missing-key", "wrong-type", "wrong-type"]);
        assert_eq!(notes[0].help.as_deref(), Some("did you mean `name`?"));
        assert_eq!(notes[0].places[0].spot, Spot::Key("nmae".into()));
    }

    #[test]
    fn the_fault_that_costs_the_whole_entry_says_so_and_the_rest_is_looked_over() {
        let reading = read::<Sample>("name: [4]\nsince: March\n", &Arc::from("a.md"), 2);
        assert!(!reading.whole);
        assert_eq!(reading.value.map(|sample| sample.name), Some(String::new()));
        let held: Vec<_> = reading.notes.iter().map(|note| (note.code.name(), note.consequence)).collect();
        assert_eq!(held, [("wrong-type", Consequence::HeldBack), ("broken-date", Consequence::LeftOut)]);
    }

    #[test]
    fn a_doubled_key_costs_itself_and_an_empty_one_nothing() {
        let reading = read::<Sample>("name: Jan\nname: Piet\nlist:\nsince: 2020\n", &Arc::from("a.md"), 2);
        assert_eq!(reading.value.map(|sample| sample.name).as_deref(), Some("Jan"));
        let codes: Vec<_> = reading.notes.iter().map(|note| note.code.name()).collect();
        assert_eq!(codes, ["duplicate-key"]);
    }
}
