//! The text of a PDF's page, whose words are written in pieces: `[(Zo) -20 <C3AB>] TJ`.

use super::encodings::hex;
use super::layer::Layer;
use memchr::memmem::find;

/// The strings of a page, one after another.
pub(super) fn text(layer: &Layer) -> Option<Layer> {
    strings(layer, b"")
}

/// The same with a space wherever the pen moves.
pub(super) fn words(layer: &Layer) -> Option<Layer> {
    strings(layer, b" ")
}

fn strings(layer: &Layer, between: &[u8]) -> Option<Layer> {
    let bytes = &layer.bytes;
    if layer.undone.is_empty() && !bytes.starts_with(b"%PDF") {
        return None;
    }
    // Text of a page, or what a document says of itself.
    if [&b"TJ"[..], b"Tj", b"BT", b"<<"].iter().all(|sign| find(bytes, sign).is_none()) {
        return None;
    }
    let mut plain = layer.undo("pdf text");
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'(' => at = literal(layer, at, &mut plain),
            b'<' if bytes.get(at + 1) == Some(&b'<') => at += 2,
            b'<' => at = hexadecimal(layer, at, &mut plain),
            b'T' if matches!(bytes.get(at + 1), Some(b'd' | b'D' | b'm' | b'*')) => {
                for byte in between {
                    plain.push(*byte, layer, at);
                }
                at += 2;
            }
            // The pen moves on by the width of a space.
            b'-' if bytes
                .get(at + 1..at + 4)
                .is_some_and(|digits| digits.iter().all(u8::is_ascii_digit)) =>
            {
                for byte in between.iter().filter(|_| bytes[at + 1] >= b'2') {
                    plain.push(*byte, layer, at);
                }
                at += 4;
            }
            b'\'' | b'"' => {
                for byte in between {
                    plain.push(*byte, layer, at);
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    Some(plain)
}

/// Adds a string in parentheses; gives back where it ends.
fn literal(layer: &Layer, start: usize, plain: &mut Layer) -> usize {
    let bytes = &layer.bytes;
    let (mut at, mut open) = (start + 1, 1);
    while at < bytes.len() && open > 0 {
        match bytes[at] {
            b'\\' => {
                at = escaped(layer, at, plain);
                continue;
            }
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        // Texts of two bytes a letter have a zero in every other place.
        if open > 0 && bytes[at] != 0 {
            plain.push(bytes[at], layer, at);
        }
        at += 1;
    }
    at
}

/// Adds what a backslash and what follows it stand for; gives back where that ends.
fn escaped(layer: &Layer, at: usize, plain: &mut Layer) -> usize {
    let rest = layer.bytes.get(at + 1..).unwrap_or_default();
    let digits: Vec<u8> =
        rest.iter().take(3).take_while(|byte| (b'0'..=b'7').contains(*byte)).copied().collect();
    if digits.is_empty() {
        if let Some(next) = rest.first().filter(|next| !matches!(next, b'\n' | b'\r')) {
            plain.push(*next, layer, at);
        }
        return at + 2;
    }
    let value = digits.iter().fold(0_u32, |value, digit| value * 8 + u32::from(digit - b'0'));
    plain.push(value.to_le_bytes()[0], layer, at);
    at + 1 + digits.len()
}

/// Adds a string in hexadecimal digits; gives back where it ends.
fn hexadecimal(layer: &Layer, start: usize, plain: &mut Layer) -> usize {
    let bytes = &layer.bytes;
    let Some(length) = bytes[start..].iter().take(64 * 1024).position(|byte| *byte == b'>') else {
        return start + 1;
    };
    let digits: Vec<u8> =
        bytes[start + 1..start + length].iter().copied().filter(u8::is_ascii_hexdigit).collect();
    for pair in digits.chunks(2) {
        if let Some(byte) =
            hex(pair[0], pair.get(1).copied().unwrap_or(b'0')).filter(|byte| *byte != 0)
        {
            plain.push(byte, layer, start);
        }
    }
    start + length + 1
}
