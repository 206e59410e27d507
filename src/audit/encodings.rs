//! Encodings in which a value may stand in a file: Base64, UTF-16, quoted-printable.

use super::layer::Layer;
use super::unfold::{LONG_RUN, SHORTEST_RUN, replaced};
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// The encoding of old vCards and mails: `=C3=AB`.
pub(super) fn quoted_printable(layer: &Layer) -> Option<Layer> {
    replaced(layer, "quoted-printable", b"=", |rest| match rest {
        [b'=', b'\r', b'\n', ..] => Some((3, Vec::new())),
        [b'=', b'\n', ..] => Some((2, Vec::new())),
        [b'=', high, low, ..] => Some((3, vec![hex(*high, *low)?])),
        _ => None,
    })
}

/// Text of two bytes a character, in either order, as in PDF and old Windows files.
pub(super) fn utf16(layer: &Layer) -> Option<Layer> {
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

pub(super) fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16)?).ok();
    Some(digit(high)? * 16 + digit(low)?)
}

/// Runs of base64, both alphabets, also broken over lines.
pub(super) fn base64_runs(layer: &Layer) -> Vec<Layer> {
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
        while at < layer.bytes.len()
            && (sign(layer.bytes[at]) || b"\r\n".contains(&layer.bytes[at]))
        {
            if sign(layer.bytes[at]) {
                run.push(match layer.bytes[at] {
                    b'-' => b'+',
                    b'_' => b'/',
                    other => other,
                });
                at += 1;
                continue;
            }
            // An empty line ends a part of a mail.
            let breaks = layer.bytes[at..].iter().take(4).take_while(|byte| b"\r\n".contains(byte));
            if breaks.filter(|byte| **byte == b'\n').count() > 1 {
                break;
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
    let text: usize = bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().filter(|c| !c.is_control()).count())
        .sum();
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    let readable = bytes.windows(8).any(|run| run.iter().all(|byte| (0x20..0x7f).contains(byte)));
    readable
        || text * 4 > bytes.len() * 3
        || zeros * 3 > bytes.len()
        || bytes.starts_with(&[0x1f, 0x8b])
        || bytes.starts_with(&[0x78])
}
