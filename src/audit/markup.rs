//! Markup of HTML and XML, which may stand inside a word or between words.

use super::layer::Layer;
use super::unfold::replaced;
use memchr::memchr;
use memchr::memmem::find;
use std::cell::Cell;

/// Elements whose content is not part of the text around them.
const APART: [&[u8]; 5] = [b"script", b"style", b"rt", b"rp", b"text:note"];

/// The longest tag that is taken out, in bytes.
const MOST_TAG: usize = 4096;

/// The text without tags, which may stand inside a word.
pub(super) fn inside_words(layer: &Layer) -> Option<Layer> {
    let endless = Cell::new(false);
    replaced(layer, "markup", b"<]", |rest| {
        piece(rest, &endless).map(|length| (length, Vec::new()))
    })
}

/// The text with a space for each tag, which may stand between words.
pub(super) fn between_words(layer: &Layer) -> Option<Layer> {
    let endless = Cell::new(false);
    replaced(layer, "markup", b"<]", |rest| {
        piece(rest, &endless).map(|length| (length, vec![b' ']))
    })
}

/// The length of a tag, a comment, an element that stands apart, or a sign around text that is
/// taken as it is. When one comment is `endless`, those behind it are too.
fn piece(rest: &[u8], endless: &Cell<bool>) -> Option<usize> {
    if rest.starts_with(b"<!--") {
        let end = if endless.get() { None } else { find(rest, b"-->") };
        endless.set(end.is_none());
        return Some(end.map_or(4, |end| end + 3));
    }
    if rest.starts_with(b"<![CDATA[") {
        return Some(9);
    }
    if rest.starts_with(b"]]>") {
        return Some(3);
    }
    let [b'<', next, ..] = rest else { return None };
    if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')) {
        return None;
    }
    let open = tag(rest)?;
    let name = APART.iter().find(|name| {
        let behind = rest.get(1 + name.len());
        rest[1..].len() > name.len()
            && rest[1..=name.len()].eq_ignore_ascii_case(name)
            && behind
                .is_some_and(|sign| !sign.is_ascii_alphanumeric() && !matches!(sign, b'-' | b':'))
    });
    let Some(name) = name else { return Some(open) };
    let closing = [b"</", *name, b">"].concat();
    let within = &rest[..rest.len().min(open + 64 * 1024)];
    let end = find(&within[open..], &closing).map_or(open, |at| open + at);
    Some(end.max(open))
}

/// The length of a tag; a `>` in the quotes of an attribute does not end it.
fn tag(rest: &[u8]) -> Option<usize> {
    let within = &rest[..rest.len().min(MOST_TAG)];
    // Most tags have no quote before their end.
    let first = memchr(b'>', within)?;
    if !within[..first].contains(&b'"') && !within[..first].contains(&b'\'') {
        return Some(first + 1);
    }
    let mut quote = None;
    for (at, sign) in within.iter().enumerate().skip(1) {
        match (quote, sign) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(*sign),
            (Some(open), sign) if *sign == open => quote = None,
            _ => {}
        }
    }
    Some(first + 1)
}
