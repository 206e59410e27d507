//! A key that is missing because it was called otherwise is one mistake, and told once.

use crate::base::yaml::missing_key;
use crate::base::{Code, Diagnostic, Spot};

/// Lets the note on a missing key stand where it was called otherwise, with what to do there, in
/// the place of both.
pub(super) fn told_once(notes: &mut Vec<Diagnostic>) {
    let called_otherwise = |missing: &Diagnostic, notes: &[Diagnostic]| {
        let (key, group) = (missing_key(missing)?, path(missing)?);
        let wanted = format!("write `{key}: ");
        notes.iter().position(|note| {
            let parent = path(note).map(|path| path.rsplit_once('.').map_or("", |(it, _)| it));
            note.code == Code::UnknownKey
                && parent == Some(group)
                && note.help.as_deref().is_some_and(|help| help.starts_with(&wanted))
        })
    };
    let mut at = 0;
    while at < notes.len() {
        let Some(other) = called_otherwise(&notes[at], notes) else {
            at += usize::from(!short_form(notes, at));
            continue;
        };
        let unknown = notes.remove(other);
        at -= usize::from(other < at);
        notes[at].places = unknown.places;
        notes[at].help = unknown.help;
        at += 1;
    }
}

/// Whether the topic is missing at `at` since it stands as a key of its own, `{ heat: expert }`:
/// the note on that key tells it then, and takes the place of both.
fn short_form(notes: &mut Vec<Diagnostic>, at: usize) -> bool {
    if missing_key(&notes[at]) != Some("topic") {
        return false;
    }
    let Some(Spot::Value(group) | Spot::Key(group)) = notes[at].places.first().map(|it| &it.spot)
    else {
        return false;
    };
    let key = |note: &Diagnostic| {
        let path = path(note).filter(|_| note.code == Code::UnknownKey)?;
        let key = path.strip_prefix(group.as_str())?.strip_prefix('.')?;
        (!key.contains(['.', '['])).then(|| key.to_owned())
    };
    let mut of_group = notes.iter().enumerate().filter_map(|(at, note)| Some((at, key(note)?)));
    let (Some((other, key)), None) = (of_group.next(), of_group.next()) else { return false };
    drop(of_group);
    notes[other].help = Some(format!("write `{{ topic: {key}, level: … }}`"));
    notes.remove(at);
    true
}

/// The path of the first place of a note; empty for the entry itself.
fn path(note: &Diagnostic) -> Option<&str> {
    match &note.places.first()?.spot {
        Spot::Key(path) => Some(path),
        Spot::File => Some(""),
        _ => None,
    }
}
