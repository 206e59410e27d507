//! Undoing what hides text: folded lines, escapes, encodings, compression.

use super::encodings::{base64_runs, hex, quoted_printable, utf16};
use super::layer::Layer;
use super::named::named;
use super::packed::packed;
use super::{cells, markup, pdf, writing};

/// Shorter runs of base64 hide nothing that is worth finding.
pub(super) const SHORTEST_RUN: usize = 12;
/// Longer runs are looked into whatever comes out.
pub(super) const LONG_RUN: usize = 200;

/// Undoes one way of hiding.
type Undo = fn(&Layer) -> Option<Layer>;

/// What is undone alone.
const ALONE: [Undo; 16] = [
    folds,
    quoted_printable,
    escapes,
    entities,
    percent,
    utf16,
    pdf::text,
    pdf::words,
    writing::code,
    writing::markdown,
    writing::sheets,
    writing::old_percent,
    writing::rtf,
    writing::names,
    writing::wide,
    cells::cells,
];

/// What is undone one after another.
const TOGETHER: [Undo; 10] = [
    folds,
    quoted_printable,
    escapes,
    entities,
    percent,
    percent,
    entities,
    escapes,
    writing::sheets,
    writing::code,
];

/// What was packed in a layer.
#[derive(Default)]
pub(super) struct Inner {
    pub(super) parts: Vec<Layer>,
    /// What was not unpacked, in words.
    pub(super) passed_over: Vec<String>,
    /// Whether the whole layer was something packed, and was unpacked.
    pub(super) opened: bool,
}

/// Shows the same text, written openly, to `look`: each way of hiding undone alone, and all one
/// after another, one at a time, so that memory holds one. Gives back what was packed in it, no
/// more than `room` bytes.
pub(super) fn unfold(layer: &Layer, room: usize, look: &mut dyn FnMut(&Layer)) -> Inner {
    let mut parts = base64_runs(layer);
    for undo in ALONE {
        if let Some(view) = undo(layer) {
            look(&view);
            parts.extend(base64_runs(&view));
        }
    }
    let mut all: Option<Layer> = None;
    for undo in TOGETHER {
        all = undo(all.as_ref().unwrap_or(layer)).or(all);
    }
    let open = all.as_ref().unwrap_or(layer);
    if open.undone.len() > layer.undone.len() + 1 {
        look(open);
        parts.extend(base64_runs(open));
    }
    for undo in [markup::inside_words, markup::between_words, cells::of_table] {
        if let Some(view) = undo(open) {
            look(&view);
        }
    }
    // Entities may stand for what markup is made of, and markup in the place of entities.
    if let Some(view) = markup::inside_words(layer).and_then(|view| entities(&view)) {
        look(&view);
    }
    drop(all);
    let mut inner = packed(layer, room);
    inner.parts.append(&mut parts);
    inner
}

/// Lines of vCard, iCalendar and mail heads that go on behind a line break and a space (RFC 6350,
/// 3.2).
fn folds(layer: &Layer) -> Option<Layer> {
    replaced(layer, "folds", b"\r\n", |rest| match rest {
        [b'\r', b'\n', b' ' | b'\t', ..] => Some((3, Vec::new())),
        [b'\n', b' ' | b'\t', ..] => Some((2, Vec::new())),
        _ => None,
    })
}

/// Character references of HTML and XML.
fn entities(layer: &Layer) -> Option<Layer> {
    replaced(layer, "entities", b"&", |rest| {
        let Some(end) = rest.iter().take(48).position(|byte| *byte == b';') else {
            return unended(rest);
        };
        let name = std::str::from_utf8(rest.get(1..end).filter(|_| rest[0] == b'&')?).ok()?;
        if !name.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'#') {
            return unended(rest);
        }
        let c = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" | "Tab" | "NewLine" => ' ',
            "commat" => '@',
            "period" => '.',
            _ if !name.starts_with('#') => {
                return named(name).map(|text| (end + 1, text.into_bytes()));
            }
            _ => {
                let digits = name.strip_prefix('#')?;
                let code = match digits.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => digits.parse().ok()?,
                };
                char::from_u32(code)?
            }
        };
        Some((end + 1, c.to_string().into_bytes()))
    })
}

/// A number, or the name of a space, without the semicolon behind it, which browsers read all the
/// same.
fn unended(rest: &[u8]) -> Option<(usize, Vec<u8>)> {
    const SPACE: &[u8] = b"&nbsp";
    if rest.starts_with(SPACE) {
        return Some((SPACE.len(), vec![b' ']));
    }
    let number = rest.strip_prefix(b"&#")?;
    let (start, radix) = if matches!(number, [b'x' | b'X', ..]) { (3, 16) } else { (2, 10) };
    let is_digit = |digit: &&u8| char::from(**digit).is_digit(radix);
    let digits = rest[start..].iter().take(40).take_while(is_digit).count();
    let code =
        u32::from_str_radix(std::str::from_utf8(&rest[start..start + digits]).ok()?, radix).ok()?;
    Some((start + digits, char::from_u32(code)?.to_string().into_bytes()))
}

/// Bytes of addresses: `%20`.
fn percent(layer: &Layer) -> Option<Layer> {
    replaced(layer, "percent", b"%", |rest| match rest {
        [b'%', high, low, ..] => Some((3, vec![hex(*high, *low)?])),
        _ => None,
    })
}

/// Escapes of JSON, JavaScript, CSS and vCard.
fn escapes(layer: &Layer) -> Option<Layer> {
    replaced(layer, "escapes", b"\\", |rest| {
        let [b'\\', next, ..] = rest else { return None };
        Some(match next {
            b'u' if rest.get(2) == Some(&b'{') => {
                let end = rest.iter().take(12).position(|byte| *byte == b'}')?;
                let code =
                    u32::from_str_radix(std::str::from_utf8(&rest[3..end]).ok()?, 16).ok()?;
                (end + 1, char::from_u32(code)?.to_string().into_bytes())
            }
            b'u' => {
                let unit = |at: usize| {
                    let text = std::str::from_utf8(rest.get(at..at + 4)?).ok()?;
                    u16::from_str_radix(text, 16).ok()
                };
                let first = unit(2)?;
                let pair = (rest.get(6..8) == Some(br"\u")).then(|| unit(8)).flatten();
                let (units, length) = match pair.filter(|_| (0xd800..0xdc00).contains(&first)) {
                    Some(second) => (vec![first, second], 12),
                    None => (vec![first], 6),
                };
                (length, String::from_utf16(&units).ok()?.into_bytes())
            }
            b'x' => (4, vec![hex(*rest.get(2)?, *rest.get(3)?)?]),
            b'n' | b'N' | b'r' | b't' => (2, vec![b' ']),
            b'0'..=b'7'
                if rest
                    .get(2..4)
                    .is_some_and(|two| two.iter().all(|byte| (b'0'..=b'7').contains(byte))) =>
            {
                let digits = std::str::from_utf8(&rest[1..4]).ok()?;
                let code = u32::from_str_radix(digits, 8).ok()?;
                (4, char::from_u32(code)?.to_string().into_bytes())
            }
            b'/' | b'"' | b'\'' | b'\\' | b',' | b';' | b':' => (2, vec![*next]),
            _ => return None,
        })
    })
}

/// The layer with every piece replaced that `piece` knows: its length, and what it stands for. A
/// piece begins with one of `signs`. None when there is none.
pub(super) fn replaced(
    layer: &Layer,
    how: &'static str,
    signs: &[u8],
    piece: impl Fn(&[u8]) -> Option<(usize, Vec<u8>)>,
) -> Option<Layer> {
    let mut plain = layer.undo(how);
    let (mut at, mut copied) = (0, 0);
    let mut changed = false;
    while let Some(next) = layer.bytes[at..].iter().position(|byte| signs.contains(byte)) {
        at += next;
        let Some((length, stands_for)) = piece(&layer.bytes[at..]) else {
            at += 1;
            continue;
        };
        changed = true;
        plain.copy(layer, copied..at);
        for byte in stands_for {
            plain.push(byte, layer, at);
        }
        at += length;
        copied = at;
    }
    plain.copy(layer, copied..layer.bytes.len());
    changed.then_some(plain)
}
