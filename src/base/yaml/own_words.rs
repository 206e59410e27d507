//! Words and tags that YAML has a meaning of its own for, which nobody meant.

use super::misfit::missing_key;
use crate::base::Code;
use crate::base::diagnostic::{Anchor, Diagnostic, Place, Spot};
use saphyr_parser::{Event, Parser};
use std::sync::Arc;

/// Words for nothing.
const NOTHING: [&str; 4] = ["~", "null", "Null", "NULL"];

/// Lets the notes on keys that are missing say where a word stands under them that YAML takes for
/// nothing: `name: Null`.
pub(super) fn on_nothing(notes: &mut [Diagnostic], text: &str, anchor: &Anchor) {
    let here = anchor.here();
    for note in notes.iter_mut().filter(|note| note.places == [here.clone()]) {
        let Some(key) = missing_key(note).map(str::to_owned) else { continue };
        let Some(word) = word_under(text, &key) else { continue };
        note.places = vec![anchor.value(&key)];
        note.message = format!("`{word}` under `{key}` stands for nothing in YAML");
        note.help = Some(format!("put it in quotes if it is meant as text: `{key}: \"{word}\"`"));
    }
}

/// The word for nothing that stands under a key at the top of `text`.
fn word_under(text: &str, key: &str) -> Option<&'static str> {
    let value =
        text.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix(':'));
    let value = value?.split(" #").next().unwrap_or_default().trim();
    NOTHING.into_iter().find(|word| *word == value)
}

/// Tags that say no more than what a value looks like.
const PLAIN: [&str; 7] = ["str", "int", "float", "bool", "null", "seq", "map"];

/// The notes on tags of YAML's own in `text` that mean nothing here: `!!binary`, `!!set`.
pub(super) fn on_tags(text: &str, file: &Arc<str>, first_line: usize) -> Vec<Diagnostic> {
    if !text.contains("!!") {
        return Vec::new();
    }
    let mut notes = Vec::new();
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { break };
        let (Event::Scalar(_, _, _, tag)
        | Event::SequenceStart(_, tag)
        | Event::MappingStart(_, tag)) = &event
        else {
            continue;
        };
        let Some(tag) = tag.as_ref().filter(|tag| tag.is_yaml_core_schema()) else { continue };
        if PLAIN.contains(&tag.suffix.as_str()) {
            continue;
        }
        let spot = Spot::Position(span.start.line() + first_line - 1, span.start.col() + 1);
        let message = format!("the tag `!!{}` means nothing here", tag.suffix);
        let help = if tag.suffix == "binary" {
            "write the text as it is to be read; a picture is a file beside this one"
        } else {
            "write the value without the tag"
        };
        let note = Diagnostic::new(Code::WrongType, Place { file: file.clone(), spot }, message);
        notes.push(note.help(help).as_warning());
    }
    notes
}
