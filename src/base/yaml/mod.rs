//! Reading YAML into typed values, with every fault in one run instead of the first.
//!
//! The usual case is one typed pass. When that fails, the document is read as a tree, and what does
//! not fit is noted, cut out, and the rest tried again, until the rest fits.

mod budget;
mod comma;
mod comment;
mod deserializer;
mod fault;
mod fit;
mod keys;
mod lost;
mod meant;
mod mend;
mod mend_line;
mod misfit;
mod number_fault;
mod numbers;
mod own_words;
mod parse;
mod path;
mod places;
mod prune;
mod quotes;
mod scalars;
mod spaces;
mod tree;
mod typographic;
mod words;

pub use self::comment::cut_short;
pub use self::fit::fit;
pub use self::keys::{filled_keys, one_or_several, unique_keys};
pub use self::meant::in_other_letters;
pub use self::mend::mended;
pub use self::misfit::missing_key;
pub(super) use self::path::Step;
pub use self::path::{lengthen, long_form};
pub use serde_yaml::Value;

use self::path::dotted;
use self::prune::Kind;
use super::comments::{CLOSE_COMMENT, may_hold_comments};
use super::diagnostic::codes::Code;
use super::diagnostic::{Anchor, Consequence, Diagnostic, Place};
use super::gaps::Gaps;
use super::limits::Limits;
use super::printable::{is_harmful, without_harmful};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// What could be read of an entry.
#[derive(Debug)]
pub struct Reading<T> {
    /// The value as far as it can be read.
    pub value: Option<T>,
    /// Whether the value can stand: false when a key is missing that it cannot do without. Such a
    /// value has an empty text there, so that the rest of it can be looked over.
    pub whole: bool,
    /// All faults.
    pub notes: Vec<Diagnostic>,
    /// What was left out of lists.
    pub gaps: Gaps,
}

impl<T> Reading<T> {
    /// Nothing, for these reasons.
    fn nothing(notes: Vec<Diagnostic>) -> Self {
        Self { value: None, whole: false, notes, gaps: Gaps::default() }
    }
}

/// Reads `text`, which begins at line `first_line` of `file` (from 1), as a `T`.
pub fn read<T: DeserializeOwned>(text: &str, file: &Arc<str>, first_line: usize) -> Reading<T> {
    let anchor = Anchor::file(file.clone());
    if budget::is_suspicious(text, &Limits::default())
        && let Some(what) = budget::too_costly(text, Some(text.len()))
    {
        return Reading::nothing(vec![over_budget(anchor.here(), what)]);
    }
    if let Some((tree, notes)) = without_unseen(text, file, first_line) {
        let mut reading = fit(tree, &anchor);
        reading.notes.splice(..0, notes);
        return reading;
    }
    typed(text).unwrap_or_else(|| in_parts(text, file, first_line, fit))
}

/// What `text` says, without the signs that nobody sees in it, and the notes on these; None when
/// there is none, neither as it is nor as an escape.
fn without_unseen(
    text: &str,
    file: &Arc<str>,
    first_line: usize,
) -> Option<(Value, Vec<Diagnostic>)> {
    let may_be = |sign: char| sign == '\\' || is_harmful(sign);
    if !text.contains(may_be) && !may_hold_comments(text) {
        return None;
    }
    let (mut tree, mut notes) = parse::parsed(text, file, first_line).ok()?;
    let unseen = prune::without_unseen(&mut tree);
    let anchor = Anchor::file(file.clone());
    notes.extend(unseen.iter().map(|excess| taken_out(&anchor, excess)));
    (!unseen.is_empty() || may_hold_comments(text)).then_some((tree, notes))
}

fn taken_out(anchor: &Anchor, excess: &prune::Excess) -> Diagnostic {
    let place = anchor.value(dotted(&excess.path));
    let what = excess.what.clone();
    match excess.kind {
        Kind::Bound => over_budget(place, what).consequence(Consequence::LeftOut),
        Kind::OpenComment => Diagnostic::new(Code::MarkupInText, place, what).help(CLOSE_COMMENT),
        Kind::Unseen => Diagnostic::new(Code::ControlCharacter, place, what)
            .help("take it out of the file, or write it as words"),
    }
}

/// Reads the front matter of one entry, within the bounds of an entry.
pub fn read_entry<T: DeserializeOwned>(
    text: &str,
    file: &Arc<str>,
    first_line: usize,
    limits: &Limits,
) -> Reading<T> {
    // What a theme is given is of no type of ours; all else that is a text is read as it is
    // written.
    let is_untyped = text.contains("extra") && numbers::has_own_forms(text);
    if !is_untyped
        && !budget::is_suspicious(text, limits)
        && !typographic::may_have_quotes(text)
        && !may_hold_comments(text)
        && let Some(reading) = typed(text)
    {
        return reading;
    }
    if let Some(what) = budget::too_costly(text, None) {
        let note = over_budget(Place::file(file.clone()), what);
        return Reading::nothing(vec![note]);
    }
    in_parts(text, file, first_line, |tree, anchor| fit_entry(tree, anchor, limits))
}

/// A text as a value of one line in quotes, without the signs that nobody sees: a document may not
/// hold them.
pub fn quoted(text: &str) -> String {
    // What JSON escapes, YAML reads.
    serde_json::Value::from(without_harmful(text, ' ')).to_string()
}

/// The usual case: everything fits. Where nothing is written as a word, a tree tells it from a
/// text.
fn typed<T: DeserializeOwned>(text: &str) -> Option<Reading<T>> {
    // Of tags, a tree tells that they mean nothing.
    if words::may_say_nothing(text) || [": !", "- !"].iter().any(|tag| text.contains(tag)) {
        return None;
    }
    let text = if text.trim().is_empty() { "{}" } else { text };
    let value = serde_yaml::from_str::<T>(text).ok()?;
    Some(Reading { value: Some(value), whole: true, notes: Vec::new(), gaps: Gaps::default() })
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
    let (tree, mut notes) = match parse::parsed(text, file, first_line) {
        Ok(found) => found,
        Err(note) => return Reading::nothing(vec![note]),
    };
    if !tree.is_mapping() {
        let note =
            Diagnostic::new(Code::BrokenYaml, anchor.here(), "these are not keys with values")
                .help("write `key: value`, one a line");
        return Reading::nothing(vec![note]);
    }
    let mut reading = fit(tree, &anchor);
    own_words::on_nothing(&mut reading.notes, text, &anchor);
    notes.append(&mut reading.notes);
    Reading { notes, ..reading }
}

/// Reads `text` as a tree, with what is odd in it. Keys without a value are as good as absent.
///
/// # Errors
/// A note when it is not YAML.
pub fn tree(
    text: &str,
    file: &Arc<str>,
    first_line: usize,
) -> Result<(Value, Vec<Diagnostic>), Diagnostic> {
    // A list of many entries is looked at only where it could be more than it seems.
    if budget::is_suspicious(text, &Limits::default())
        && let Some(what) = budget::too_costly(text, Some(text.len()))
    {
        return Err(over_budget(Place::file(file.clone()), what));
    }
    parse::parsed(text, file, first_line)
}

/// Reads the entry at `anchor` as a `T`, within the bounds of an entry.
pub fn fit_entry<T: DeserializeOwned>(
    mut tree: Value,
    anchor: &Anchor,
    limits: &Limits,
) -> Reading<T> {
    let excess = prune::prune(&mut tree, limits);
    // What was cut out is not called missing as well.
    let cut = excess.iter().enumerate().filter(|(_, excess)| excess.kind == Kind::Bound);
    let cut = cut.map(|(at, excess)| (dotted(&excess.path), at)).collect();
    let gone = excess.iter().filter(|excess| excess.is_gone).filter_map(|excess| {
        let (Step::Index(at), list) = excess.path.split_last()? else { return None };
        Some((dotted(list), *at))
    });
    let gone = gone.collect();
    let notes = excess.iter().map(|excess| taken_out(anchor, excess)).collect();
    fit::fit_rest(tree, anchor, notes, (cut, gone))
}

/// The note on what is beyond its bound.
pub fn over_budget(place: Place, what: String) -> Diagnostic {
    Diagnostic::new(Code::OverBudget, place, what)
        .help("shorten it; long texts go below the front matter, long documents in static/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;
    use crate::base::diagnostic::Spot;
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
        let Reading { value, whole, notes, .. } = read::<Sample>(text, &Arc::from("a.md"), 2);
        let value = value.expect("the rest can be read");
        assert!(whole);
        assert_eq!(
            (value.name.as_str(), value.list.len(), value.list[0].title.as_str()),
            ("Jan", 1, "a")
        );
        assert!(value.since.is_none());
        let codes: Vec<_> = notes.iter().map(|note| note.code.name()).collect();
        assert_eq!(
            codes,
            [
                "unknown-key",
                "broken-date",
                "unknown-key",
                "missing-key",
                "wrong-type",
                "wrong-type"
            ]
        );
        assert_eq!(notes[0].help.as_deref(), Some("did you mean `name`?"));
        assert_eq!(notes[0].places[0].spot, Spot::Key("nmae".into()));
    }

    #[test]
    fn the_fault_that_costs_the_whole_entry_says_so_and_the_rest_is_looked_over() {
        let reading = read::<Sample>("name: [4]\nsince: March\n", &Arc::from("a.md"), 2);
        assert!(!reading.whole);
        assert_eq!(reading.value.map(|sample| sample.name), Some(String::new()));
        let held: Vec<_> =
            reading.notes.iter().map(|note| (note.code.name(), note.consequence)).collect();
        assert_eq!(
            held,
            [("wrong-type", Consequence::HeldBack), ("broken-date", Consequence::LeftOut)]
        );
    }

    #[test]
    fn a_doubled_key_costs_itself_and_an_empty_one_nothing() {
        let reading =
            read::<Sample>("name: Jan\nname: Piet\nlist:\nsince: 2020\n", &Arc::from("a.md"), 2);
        assert_eq!(reading.value.map(|sample| sample.name).as_deref(), Some("Jan"));
        let codes: Vec<_> = reading.notes.iter().map(|note| note.code.name()).collect();
        assert_eq!(codes, ["duplicate-key"]);
    }
}
