//! Whether a file that was saved says what it said before, but for its story.

use super::last_good::{last_good_key, last_key, recall};
use super::reader::{Parsed, Reader};
use super::table::Tables;
use crate::base::packed::{Packed, Packer};
use crate::base::{Consequence, Limits, Spill, Text};
use crate::memo::Memo;
use crate::source::{Shape, SourceFile};
use std::sync::Arc;

/// A story before and after.
#[derive(Debug)]
pub struct Retold {
    /// As it was.
    pub before: Text,
    /// As it is.
    pub after: Text,
}

/// The story of `file` as it was when the file was read last, and as it is. None when anything else
/// changed, or when nothing can be said of it: then all is to be read.
pub fn retold(
    mut file: SourceFile,
    limits: &Limits,
    tables: &Tables,
    memo: &Memo,
    spill: &Arc<Spill>,
) -> Option<Retold> {
    if file.shape != Shape::Entry {
        return None;
    }
    let before = memo.last_good::<Parsed>(|| last_key(&file))?;
    let mut notes = Vec::new();
    let read = recall(&Reader { limits, tables, spill }, &mut file, memo, &mut notes).ok()?;
    let (facts_before, before) = apart(&before, &file.path)?;
    let (facts_after, after) = apart(&read, &file.path)?;
    if !notes.is_empty() || facts_before != facts_after {
        return None;
    }
    memo.keep_good(|| last_key(&file), &read);
    memo.keep_good(|| last_good_key(&file), &read);
    Some(Retold { before, after })
}

/// What was read of an entry, apart from its story, and that; None when not all of it could be
/// read.
fn apart(parsed: &Parsed, path: &Arc<str>) -> Option<(Vec<u8>, Text)> {
    let holds = parsed.notes.iter().any(|note| note.consequence >= Consequence::HeldBack);
    let mut facts = parsed.clone();
    let [entry] = &mut facts.entries[..] else { return None };
    let is_whole = entry.read.whole && !entry.read.closes && parsed.unread.is_empty();
    let body = entry.read.content.as_mut()?.body_mut();
    let story = std::mem::take(body);
    if holds || !is_whole {
        return None;
    }
    let mut packer = Packer::of(path);
    facts.pack(&mut packer);
    Some((packer.into_bytes(), story))
}
