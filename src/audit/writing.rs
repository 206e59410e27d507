//! Ways of writing letters that programs read: those of stylesheets, scripts, Markdown,
//! spreadsheets, RTF and vCards.

use super::encodings::hex;
use super::layer::Layer;
use super::unfold::replaced;
use memchr::memmem::find;

/// Escapes of stylesheets (`\51 `) and of Turtle (`\U00000051`), lines of scripts that go on, and
/// texts that are joined.
pub(super) fn code(layer: &Layer) -> Option<Layer> {
    replaced(layer, "escapes", b"\\'\"", |rest| match rest {
        [b'\\', b'\n', ..] => Some((2, Vec::new())),
        [b'\\', b'\r', b'\n', ..] => Some((3, Vec::new())),
        [b'\\', b'U', ..] => letter(rest.get(2..10)?).map(|text| (10, text)),
        [b'\\', next, ..] if next.is_ascii_hexdigit() => {
            let digits =
                rest[1..].iter().take(6).take_while(|digit| digit.is_ascii_hexdigit()).count();
            let text = letter(&rest[1..=digits])?;
            let space = usize::from(rest.get(1 + digits).is_some_and(u8::is_ascii_whitespace));
            Some((1 + digits + space, text))
        }
        [quote @ (b'\'' | b'"'), ..] => {
            let is_space = |sign: &&u8| sign.is_ascii_whitespace();
            let before = rest[1..].iter().take(40).take_while(is_space).count();
            rest.get(1 + before).filter(|sign| **sign == b'+')?;
            let after = rest[2 + before..].iter().take(40).take_while(is_space).count();
            let end = 2 + before + after;
            (rest.get(end) == Some(quote)).then(|| (end + 1, Vec::new()))
        }
        _ => None,
    })
}

/// Signs of Markdown, and backslashes before any letter.
pub(super) fn markdown(layer: &Layer) -> Option<Layer> {
    replaced(layer, "markdown", b"*_`~\\", |rest| match rest {
        [b'*' | b'_' | b'`' | b'~', ..] => Some((1, Vec::new())),
        [b'\\', next, ..] if !next.is_ascii_whitespace() => Some((1, Vec::new())),
        _ => None,
    })
}

/// Signs of spreadsheets: `_x0020_`.
pub(super) fn sheets(layer: &Layer) -> Option<Layer> {
    find(&layer.bytes, b"_x")?;
    replaced(layer, "escapes", b"_", |rest| match rest {
        [b'_', b'x', a, b, c, d, b'_', ..] => letter(&[*a, *b, *c, *d]).map(|text| (7, text)),
        _ => None,
    })
}

/// Bytes of addresses in the old way: `%u0020`.
pub(super) fn old_percent(layer: &Layer) -> Option<Layer> {
    find(&layer.bytes, b"%u")?;
    replaced(layer, "percent", b"%", |rest| match rest {
        [b'%', b'u', a, b, c, d, ..] => letter(&[*a, *b, *c, *d]).map(|text| (6, text)),
        _ => None,
    })
}

/// The text of an RTF document.
pub(super) fn rtf(layer: &Layer) -> Option<Layer> {
    if !layer.bytes.starts_with(b"{\\rtf") {
        return None;
    }
    replaced(layer, "rtf", b"{}\\\r\n", |rest| match rest {
        [b'{' | b'}' | b'\r' | b'\n', ..] => Some((1, Vec::new())),
        [b'\\', b'\'', high, low, ..] => {
            Some((4, char::from(hex(*high, *low)?).to_string().into_bytes()))
        }
        [b'\\', b'u', next, ..] if next.is_ascii_digit() || *next == b'-' => {
            let digits = rest[2..]
                .iter()
                .take(6)
                .take_while(|sign| sign.is_ascii_digit() || **sign == b'-')
                .count();
            let number: i32 = std::str::from_utf8(&rest[2..2 + digits]).ok()?.parse().ok()?;
            let code = u32::try_from(if number < 0 { number + 0x1_0000 } else { number }).ok()?;
            let text = char::from_u32(code)?.to_string().into_bytes();
            // Behind it stands what older readers show.
            Some((2 + digits + usize::from(rest.get(2 + digits).is_some()), text))
        }
        [b'\\', next, ..] if next.is_ascii_alphabetic() => {
            let word =
                rest[1..].iter().take(40).take_while(|sign| sign.is_ascii_alphabetic()).count();
            let number = rest[1 + word..]
                .iter()
                .take(12)
                .take_while(|sign| sign.is_ascii_digit() || **sign == b'-');
            let end = 1 + word + number.count();
            Some((end + usize::from(rest.get(end) == Some(&b' ')), Vec::new()))
        }
        _ => None,
    })
}

/// Names of vCards, whose parts stand in the order of an index: `N:Boom;Ida;;;`.
pub(super) fn names(layer: &Layer) -> Option<Layer> {
    find(&layer.bytes, b"BEGIN:VCARD")?;
    replaced(layer, "order of names", b"\n", |rest| {
        let line = &rest[1..];
        let head = line.starts_with(b"N:") || line.starts_with(b"N;");
        let end = line
            .iter()
            .take(500)
            .position(|sign| matches!(sign, b'\r' | b'\n'))
            .filter(|_| head)?;
        let value = line[..end].iter().position(|sign| *sign == b':')? + 1;
        let parts: Vec<&[u8]> = line[value..end].split(|sign| *sign == b';').collect();
        let turned = [1, 2, 0].into_iter().filter_map(|at| parts.get(at)).copied();
        let turned: Vec<&[u8]> = turned.filter(|part| !part.is_empty()).collect();
        Some((1 + end, [b"\n".as_slice(), &turned.join(&b' ')].concat()))
    })
}

/// Letters of two or four bytes each that stand among others, from any place on.
pub(super) fn wide(layer: &Layer) -> Option<Layer> {
    let bytes = &layer.bytes;
    memchr::memchr(0, bytes)?;
    let is_letter = |byte: &u8| (0x20..0x7f).contains(byte) || *byte >= 0xa0;
    let mut plain = layer.undo("wide letters");
    let (mut at, mut found) = (0, false);
    while at < bytes.len() {
        let run = |stride: usize, first: usize| {
            let unit = |start: usize| {
                let unit = bytes.get(start..start + stride)?;
                let zeros =
                    unit.iter().enumerate().all(|(place, byte)| place == first || *byte == 0);
                (zeros && is_letter(&unit[first])).then_some(())
            };
            (0..bytes.len()).take_while(|letter| unit(at + letter * stride).is_some()).count()
        };
        let best = [(2, 0), (2, 1), (4, 0), (4, 3)]
            .map(|(stride, first)| (run(stride, first), stride, first));
        let best = best.into_iter().filter(|(letters, ..)| *letters >= 3).max();
        let Some((letters, stride, first)) = best else {
            plain.push(bytes[at], layer, at);
            at += 1;
            continue;
        };
        found = true;
        plain.push(b' ', layer, at);
        for letter in 0..letters {
            let start = at + letter * stride;
            for byte in char::from(bytes[start + first]).to_string().bytes() {
                plain.push(byte, layer, start);
            }
        }
        plain.push(b' ', layer, at);
        at += letters * stride;
    }
    found.then_some(plain)
}

/// The letter with the number that hexadecimal `digits` write.
fn letter(digits: &[u8]) -> Option<Vec<u8>> {
    let code = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    Some(char::from_u32(code)?.to_string().into_bytes())
}
