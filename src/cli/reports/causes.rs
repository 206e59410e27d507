//! Notes of one cause, taken together: the same fault in the same key, however many entries have
//! it.

use crate::base::{Code, Consequence, Diagnostic, Level, Spot};
use std::collections::{HashMap, HashSet};

/// As many notes of one cause are shown; no more are shown one by one.
const FEW: usize = 3;

/// As many are still shown one by one where each is mended in its own way.
const SOME: usize = 10;

/// How the path of a column begins: `header[3]`.
const HEADER: &str = "header[";

/// How notes are told to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Grouping {
    /// Those of one cause together: how many there are, and the first of them.
    Causes,
    /// Each.
    Each,
}

/// Notes of one cause, in their order: one, or more than a few.
pub(super) struct Cause<'a> {
    pub(super) first: &'a Diagnostic,
    pub(super) others: Vec<&'a Diagnostic>,
}

impl<'a> Cause<'a> {
    fn alone(note: &'a Diagnostic) -> Self {
        Self { first: note, others: Vec::new() }
    }

    /// Those that are shown, with what is said of each.
    pub(super) fn shown(&self) -> impl Iterator<Item = &'a Diagnostic> {
        std::iter::once(self.first).chain(self.others.iter().copied().take(FEW - 1))
    }

    /// What the others are called, where each is a column of a table: a reader wants to know which.
    pub(super) fn columns(&self) -> Vec<&'a str> {
        let column = |note: &&'a Diagnostic| match &note.places.first()?.spot {
            Spot::Value(path) | Spot::Key(path) if path.starts_with(HEADER) => {
                note.message.split('`').nth(1)
            }
            _ => None,
        };
        let mut columns: Vec<&str> = self.others.iter().filter_map(column).collect();
        let mut known = HashSet::new();
        columns.retain(|column| known.insert(*column));
        columns
    }

    /// Whether all say the same.
    pub(super) fn is_one_sentence(&self) -> bool {
        self.others
            .iter()
            .all(|note| note.message == self.first.message && note.help == self.first.help)
    }
}

/// The causes of `notes`, what is worst first, otherwise in the order of the notes.
pub(super) fn causes<'a>(notes: &[&'a Diagnostic], grouping: Grouping) -> Vec<Cause<'a>> {
    let mut notes = notes.to_vec();
    notes.sort_by_key(|note| note.level);
    if grouping == Grouping::Each {
        return notes.into_iter().map(Cause::alone).collect();
    }
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut known: HashMap<Kind<'_>, usize> = HashMap::new();
    for note in notes {
        let at = *known.entry(Kind::of(note)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(note),
            None => groups.push(vec![note]),
        }
    }
    let told = groups.into_iter().flat_map(|group| match group.as_slice() {
        [first, others @ ..] if others.len() >= few(first.code) => {
            vec![Cause { first, others: others.to_vec() }]
        }
        _ => group.into_iter().map(Cause::alone).collect(),
    });
    told.collect()
}

/// How many notes of a kind are shown one by one.
fn few(code: Code) -> usize {
    match code {
        Code::UnknownReference
        | Code::AmbiguousReference
        | Code::BrokenLink
        | Code::BrokenAnchor
        | Code::DeadLink
        | Code::MissingImage
        | Code::UnknownFile
        | Code::SameUrl
        | Code::SamePerson
        | Code::UnclearPrivacy
        | Code::AliasRefused => SOME,
        _ => FEW,
    }
}

/// What notes of one cause have in common.
#[derive(PartialEq, Eq, Hash)]
struct Kind<'a> {
    level: Level,
    code: &'a str,
    consequence: Consequence,
    path: String,
    message: String,
    help: String,
}

impl<'a> Kind<'a> {
    fn of(note: &'a Diagnostic) -> Self {
        let path = note.places.first().map_or_else(String::new, |place| match &place.spot {
            Spot::Value(path) | Spot::Key(path) => without_numbers(path),
            Spot::File | Spot::Position(..) | Spot::Text(_) => String::new(),
        });
        Self {
            level: note.level,
            code: note.code.name(),
            consequence: note.consequence,
            path,
            message: without_values(&note.message),
            help: without_values(note.help.as_deref().unwrap_or_default()),
        }
    }
}

/// A path without the numbers of items: `[3].links.github` and `[4].links.github` are one key.
fn without_numbers(path: &str) -> String {
    path.split(['[', ']', '.'])
        .filter(|part| part.parse::<usize>().is_err() && !part.is_empty())
        .collect::<Vec<_>>()
        .join(".")
}

/// A sentence without what it quotes, and without numbers and paths.
fn without_values(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 1 {
            bare.push('`');
            continue;
        }
        let is_value = |word: &&str| {
            word.contains(['/', '\'', '"']) || word.chars().any(|sign| sign.is_ascii_digit())
        };
        for word in part.split(' ') {
            bare.push_str(if is_value(&word) { "…" } else { word });
            bare.push(' ');
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Place;

    fn note(code: Code, path: &str, message: &str) -> Diagnostic {
        Diagnostic::new(code, Place::value("experts.csv", path), message)
    }

    #[test]
    fn notes_of_one_key_and_one_sentence_are_one_cause_and_errors_come_first() {
        let mut notes = vec![note(Code::Namesakes, "a", "two people")];
        for at in 0..5 {
            notes.push(note(
                Code::Tidied,
                &format!("[{at}].links.github"),
                &format!("`x{at}` is read as `y`"),
            ));
            notes.push(note(
                Code::UnknownCountry,
                &format!("[{at}].location.country"),
                &format!("`x{at}` is none"),
            ));
        }
        notes.push(note(Code::UnknownCountry, "place.country", "`x` is none"));
        let all: Vec<&Diagnostic> = notes.iter().collect();
        let told = causes(&all, Grouping::Causes);
        let counts: Vec<(&str, usize)> =
            told.iter().map(|cause| (cause.first.code.name(), cause.others.len())).collect();
        assert_eq!(
            counts,
            [("unknown-country", 4), ("unknown-country", 0), ("namesakes", 0), ("tidied", 4)]
        );
        assert!(!told[0].is_one_sentence() && told[0].shown().count() == 3);
        assert_eq!(causes(&all, Grouping::Each).len(), 12);
    }

    #[test]
    fn columns_of_one_fault_are_one_cause_that_names_them() {
        let notes: Vec<Diagnostic> = (0..6)
            .map(|at| {
                note(
                    Code::UnknownKey,
                    &format!("header[{at}]"),
                    &format!("nothing reads the column `C{at}`"),
                )
            })
            .collect();
        let all: Vec<&Diagnostic> = notes.iter().collect();
        let told = causes(&all, Grouping::Causes);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].columns(), ["C1", "C2", "C3", "C4", "C5"]);
        assert_eq!(causes(&all, Grouping::Each).len(), 6);
        assert_eq!(causes(&all[..3], Grouping::Causes).len(), 3);
    }
}
