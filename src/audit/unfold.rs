//! Undoing what hides text: folded lines, escapes, encodings, compression.

use super::layer::Layer;
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::io::Read;

/// What is unpacked out of one part, at most, in bytes.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// Shorter runs of base64 hide nothing that is worth finding.
const SHORTEST_RUN: usize = 12;
/// Longer runs are looked into whatever comes out.
const LONG_RUN: usize = 200;

/// What comes out of a file, or of what was packed in one.
pub(super) struct Unfolded {
    /// The same text, written openly: each way of hiding undone alone, and all one after another.
    pub(super) views: Vec<Layer>,
    /// What was packed in it.
    pub(super) inner: Vec<Layer>,
}

/// Everything that comes out of `layer`.
pub(super) fn unfold(layer: &Layer) -> Unfolded {
    let undoings = [folds, quoted_printable, escapes, entities, percent, utf16];
    let mut views: Vec<Layer> = undoings.into_iter().filter_map(|undo| undo(layer)).collect();
    let mut all: Option<Layer> = None;
    for undo in [folds, quoted_printable, escapes, entities, percent, entities, escapes] {
        all = undo(all.as_ref().unwrap_or(layer)).or(all);
    }
    views.extend(all.filter(|all| all.undone.len() > layer.undone.len() + 1));
    let mut inner = base64_runs(layer);
    for view in &views {
        inner.extend(base64_runs(view));
    }
    inner.extend(packed(layer));
    Unfolded { views, inner }
}

/// Lines of vCard, iCalendar and mail heads that go on behind a line break and a space (RFC 6350, 3.2).
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
        let end = rest.iter().take(12).position(|byte| *byte == b';')?;
        let name = std::str::from_utf8(rest.get(1..end).filter(|_| rest[0] == b'&')?).ok()?;
        let c = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            "commat" => '@',
            "period" => '.',
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
            b'/' | b'"' | b'\'' | b'\\' | b',' | b';' | b':' => (2, vec![*next]),
            _ => return None,
        })
    })
}

/// The encoding of old vCards and mails: `=C3=AB`.
fn quoted_printable(layer: &Layer) -> Option<Layer> {
    replaced(layer, "quoted-printable", b"=", |rest| match rest {
        [b'=', b'\r', b'\n', ..] => Some((3, Vec::new())),
        [b'=', b'\n', ..] => Some((2, Vec::new())),
        [b'=', high, low, ..] => Some((3, vec![hex(*high, *low)?])),
        _ => None,
    })
}

/// Text of two bytes a character, in either order, as in PDF and old Windows files.
fn utf16(layer: &Layer) -> Option<Layer> {
    let zeros = layer.bytes.iter().filter(|byte| **byte == 0).count();
    if zeros * 4 < layer.bytes.len() || layer.bytes.len() < 6 {
        return None;
    }
    let mut plain = layer.undo("utf-16");
    let mut at = 0;
    while at + 1 < layer.bytes.len() {
        let (one, other) = (layer.bytes[at], layer.bytes[at + 1]);
        let unit = if one == 0 { u16::from(other) } else { u16::from_le_bytes([one, other]) };
        let mut room = [0; 4];
        for byte in char::from_u32(u32::from(unit)).unwrap_or(' ').encode_utf8(&mut room).bytes() {
            plain.push(byte, layer, at);
        }
        at += 2;
    }
    Some(plain)
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16)?).ok();
    Some(digit(high)? * 16 + digit(low)?)
}

/// The layer with every piece replaced that `piece` knows: its length, and what it stands for. A piece begins with one of
/// `signs`. None when there is none.
fn replaced(
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

/// Runs of base64, both alphabets, also broken over lines.
fn base64_runs(layer: &Layer) -> Vec<Layer> {
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte);
    let mut runs = Vec::new();
    let mut at = 0;
    while at < layer.bytes.len() {
        if !sign(layer.bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        let mut run = Vec::new();
        while at < layer.bytes.len() && (sign(layer.bytes[at]) || b"\r\n".contains(&layer.bytes[at])) {
            if sign(layer.bytes[at]) {
                run.push(match layer.bytes[at] {
                    b'-' => b'+',
                    b'_' => b'/',
                    other => other,
                });
                at += 1;
                continue;
            }
            // A folded line goes on behind a space.
            while at < layer.bytes.len() && b"\r\n \t".contains(&layer.bytes[at]) {
                at += 1;
            }
        }
        if run.len() >= SHORTEST_RUN {
            let config = GeneralPurposeConfig::new()
                .with_decode_padding_mode(DecodePaddingMode::Indifferent)
                .with_decode_allow_trailing_bits(true);
            run.truncate(run.len() - usize::from(run.len() % 4 == 1));
            if let Ok(bytes) = GeneralPurpose::new(&alphabet::STANDARD, config).decode(&run)
                && (run.len() > LONG_RUN || says_something(&bytes))
            {
                runs.push(layer.packed(start, bytes, "base64"));
            }
        }
    }
    runs
}

/// Whether bytes are text, or packed: any word is base64 of something, and most of it is noise.
fn says_something(bytes: &[u8]) -> bool {
    let text: usize = bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|c| !c.is_control()).count()).sum();
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    text * 4 > bytes.len() * 3
        || zeros * 3 > bytes.len()
        || bytes.starts_with(&[0x1f, 0x8b])
        || bytes.starts_with(&[0x78])
}

/// Parts that are compressed: gzip, zlib (PNG, PDF, fonts), raw deflate (ZIP), and the whole as Brotli.
fn packed(layer: &Layer) -> Vec<Layer> {
    let mut parts = Vec::new();
    let bytes = &layer.bytes;
    let mut add = |at: usize, how, unpacked: Vec<u8>| {
        if unpacked.len() > 8 {
            parts.push(layer.packed(at, unpacked, how));
        }
    };
    let pixels = pixels(bytes);
    for at in (0..bytes.len().saturating_sub(4)).filter(|at| !pixels.iter().any(|part| part.contains(at))) {
        let rest = &bytes[at..];
        match rest {
            [0x1f, 0x8b, 8, ..] => add(at, "gzip", read(flate2::read::MultiGzDecoder::new(rest))),
            // The check bits of the head make others unlikely.
            [0x78, flags, ..] if (0x7800 + u16::from(*flags)) % 31 == 0 => {
                add(at, "deflate", read(flate2::read::ZlibDecoder::new(rest)));
            }
            [b'P', b'K', 3, 4, _, _, _, _, 8, 0, ..] => {
                let length = |at: usize| Some(usize::from(u16::from_le_bytes(rest.get(at..at + 2)?.try_into().ok()?)));
                if let (Some(name), Some(extra)) = (length(26), length(28))
                    && let Some(body) = rest.get(30 + name + extra..)
                {
                    add(at, "zip", read(flate2::read::DeflateDecoder::new(body)));
                }
            }
            _ => {}
        }
    }
    // Brotli has no mark of its own; only whole files are.
    if layer.undone.is_empty() && std::str::from_utf8(bytes).is_err() {
        add(0, "brotli", read(brotli_decompressor::Decompressor::new(bytes.as_slice(), 4096)));
    }
    parts
}

/// Where the pixels of a PNG file stand, which are no text.
fn pixels(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let mut at = 8;
    while let Some([a, b, c, d, kind @ ..]) = bytes.get(at..at + 8).filter(|_| bytes.starts_with(b"\x89PNG")) {
        let end = at + 12 + usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX / 2);
        if kind == b"IDAT" {
            parts.push(at + 8..end);
        }
        at = end;
    }
    parts
}

/// As much as can be unpacked.
fn read(decoder: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What breaks off was no such thing, or holds no more.
    let _ = decoder.take(MOST_UNPACKED).read_to_end(&mut bytes);
    bytes
}
