//! What was last good of a file that cannot be read: it stands until the file is mended.

use super::reader::{Entry, Parsed, Reader};
use crate::base::{Consequence, Diagnostic, Fingerprint, Language};
use crate::memo::{Key, Memo};
use crate::source::{Shape, SourceFile};
use std::sync::Arc;

/// Reads a file, or remembers what was read of the same bytes within the same limits. Notes how its
/// text is written.
pub(super) fn recall(
    reader: &Reader<'_>,
    file: &mut SourceFile,
    memo: &Memo,
    notes: &mut Vec<Diagnostic>,
) -> Result<Arc<Parsed>, Diagnostic> {
    let text = match file.shape {
        Shape::Table => file.take_table(notes)?,
        Shape::List => {
            file.take_text(notes).map_err(|note| note.consequence(Consequence::NotPublished))?
        }
        Shape::Entry | Shape::Unread => file.take_text(notes)?,
    };
    let kind = [file.kind as u8, file.shape as u8];
    let limits = reader.limits.bytes();
    let language = file.language.as_ref().map_or("", Language::as_str).as_bytes();
    // What a table says follows from what is known beside it.
    let is_table = file.shape == Shape::Table;
    let beside = is_table
        .then(|| Fingerprint::of(reader.tables))
        .map_or([0; 16], |beside| beside.number().to_be_bytes());
    let parts = [
        b"parse".as_slice(),
        &limits,
        &kind,
        language,
        &beside,
        file.path.as_bytes(),
        text.as_bytes(),
    ];
    Ok(memo.recall(|| Key::of(&parts), || reader.file(file, &text)))
}

/// By what the last state of a file is found, as far as it could be read.
pub(super) fn last_key(file: &SourceFile) -> Key {
    Key::of(&[b"last", &[file.kind as u8, file.shape as u8], file.path.as_bytes()])
}

/// Keeps what was read of a file, when there is nothing to be said of how its text is written.
pub(super) fn keep_last(
    parsed: &Result<Arc<Parsed>, Diagnostic>,
    notes: &[Diagnostic],
    file: &SourceFile,
    memo: &Memo,
) {
    match parsed {
        Ok(parsed) if notes.is_empty() => memo.keep_good(|| last_key(file), parsed),
        _ => memo.forget_good(|| last_key(file)),
    }
}

/// By what the last good state of a file is found.
pub(super) fn last_good_key(file: &SourceFile) -> Key {
    Key::of(&[b"last good", &[file.kind as u8, file.shape as u8], file.path.as_bytes()])
}

/// What was read of a file; or, when an entry would be held back and somebody is writing it, what
/// was read of the file when it was well, with what is wrong now.
pub(super) fn last_good_or(
    parsed: Result<Arc<Parsed>, Diagnostic>,
    file: &SourceFile,
    memo: &Memo,
) -> Result<Arc<Parsed>, Diagnostic> {
    let key = || last_good_key(file);
    let holds = |note: &Diagnostic| note.consequence >= Consequence::HeldBack;
    let faults = match &parsed {
        Ok(parsed)
            if !parsed.notes.iter().any(holds) && parsed.entries.iter().all(Entry::can_be_read) =>
        {
            memo.keep_good(key, parsed);
            return Ok(Arc::clone(parsed));
        }
        Ok(parsed) => parsed.notes.clone(),
        Err(note) => vec![note.clone()],
    };
    match memo.last_good::<Parsed>(key) {
        Some(good) => Ok(Arc::new(Parsed { notes: faults, ..(*good).clone() })),
        None => parsed,
    }
}
