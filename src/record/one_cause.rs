//! A key that is missing because it was called otherwise is one mistake, and told once.

use crate::base::{Code, Diagnostic, Spot};

/// Lets the note on a missing key stand where it was called otherwise, with what to do there, in
/// the place of both.
pub(super) fn told_once(notes: &mut Vec<Diagnostic>) {
    let called_otherwise = |missing: &Diagnostic, notes: &[Diagnostic]| {
        let key = missing.help.as_deref()?.strip_prefix("add `")?.strip_suffix(":`")?.to_owned();
        let group = path(missing)?.to_owned();
        let wanted = format!("write `{key}: ");
        notes.iter().position(|note| {
            let parent = path(note).map(|path| path.rsplit_once('.').map_or("", |(it, _)| it));
            note.code == Code::UnknownKey
                && parent == Some(&*group)
                && note.help.as_deref().is_some_and(|help| help.starts_with(&wanted))
        })
    };
    let mut at = 0;
    while at < notes.len() {
        let is_missing = notes[at].code == Code::MissingKey;
        let other = is_missing.then(|| called_otherwise(&notes[at], notes)).flatten();
        let Some(other) = other else {
            at += 1;
            continue;
        };
        let unknown = notes.remove(other);
        at -= usize::from(other < at);
        notes[at].places = unknown.places;
        notes[at].help = unknown.help;
        at += 1;
    }
}

/// The path of the first place of a note; empty for the entry itself.
fn path(note: &Diagnostic) -> Option<&str> {
    match &note.places.first()?.spot {
        Spot::Key(path) => Some(path),
        Spot::File => Some(""),
        _ => None,
    }
}
