//! The letters of a table, in whatever encoding a spreadsheet saved them.

use crate::base::{bare_text, is_of_no_text};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are looked at to tell UTF-16 without a mark.
const LOOKED_AT: usize = 4096;

/// A text, and the name of its encoding when that is not UTF-8.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Option<&'static str>,
}

/// Reads letters. Lines end with `\n` in what comes out.
///
/// # Errors
/// Why nobody can say which letters the bytes are.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, String> {
    if let Some(wide) = wide(&bytes) {
        return of(&bytes, wide, Some(wide.name()));
    }
    if bytes.contains(&0) {
        return Err("it is no text: it holds bytes that no letter has".to_owned());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: bare_text(text), encoding: None }),
        Err(error) => error.into_bytes(),
    };
    let guessed = guess(&bytes);
    of(&bytes, guessed, Some(guessed.name()))
}

/// The text that a file is, whatever program saved it.
///
/// # Errors
/// Why it is none.
pub fn decode_text(bytes: Vec<u8>) -> Result<String, String> {
    decode(bytes).map(|decoded| decoded.text)
}

/// UTF-16, by its mark or by the zeros that Latin letters have there.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros =
        |odd: usize| looked_at.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let most = looked_at.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd * 2 > most && most > 1 => Some(UTF_16LE),
        (even, 0) if even * 2 > most && most > 1 => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding in which the bytes are most likely words.
fn guess(bytes: &[u8]) -> &'static Encoding {
    // Spreadsheets on older Macs end lines with a carriage return alone.
    if bytes.contains(&b'\r') && !bytes.contains(&b'\n') {
        return MACINTOSH;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    // A few letters with accents among many without are of Western Europe sooner than of anywhere
    // else.
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let is_western = guessed.is_single_byte() && high * 20 < bytes.len();
    let is_western = is_western && !is_cyrillic_or_greek(guessed);
    // Nobody writes a table with two signs of Chinese or Japanese in it.
    let is_stray = !guessed.is_single_byte()
        && guessed.decode(bytes).0.chars().filter(|sign| !sign.is_ascii()).count() < 4;
    if is_western || is_stray { WINDOWS_1252 } else { guessed }
}

fn is_cyrillic_or_greek(encoding: &'static Encoding) -> bool {
    let (letters, ..) = encoding.decode(&[0xe1, 0xe2, 0xe3, 0xe4]);
    letters.chars().all(|letter| letter > '\u{36f}')
}

fn of(
    bytes: &[u8],
    encoding: &'static Encoding,
    name: Option<&'static str>,
) -> Result<Decoded, String> {
    let (text, _, broken) = encoding.decode(bytes);
    // Letters of DOS, read as those of Windows, give controls that no table holds.
    if broken || text.contains(is_of_no_text) {
        let line = text
            .lines()
            .position(|line| line.contains(|sign| is_of_no_text(sign) || sign == '\u{fffd}'));
        let line = line.unwrap_or_default() + 1;
        return Err(format!(
            "nobody can tell which letters it holds: line {line} fits no encoding"
        ));
    }
    Ok(Decoded { text: bare_text(text.into_owned()), encoding: name })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
        decode(bytes.to_vec()).ok().map(|read| (read.text, read.encoding))
    }

    #[test]
    fn letters_are_the_same_in_whatever_encoding_they_were_saved() {
        let text = "naam;plaats\nRené Café;Zuidlaren\nZoë van Ööp;'s-Gravenhage – binnen\n";
        let utf16 = |mark: bool, bytes_of: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let mark = mark.then_some(0xfeff);
            mark.into_iter().chain(text.encode_utf16()).flat_map(bytes_of).collect()
        };
        let (latin, _, _) = WINDOWS_1252.encode(text);
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes(),
            utf16(true, u16::to_le_bytes),
            utf16(true, u16::to_be_bytes),
            utf16(false, u16::to_le_bytes),
            utf16(false, u16::to_be_bytes),
            latin.to_vec(),
        ] {
            assert_eq!(read(&bytes).map(|read| read.0).as_deref(), Some(text));
        }
        let mac = b"naam\rRen\x8e\r";
        assert_eq!(read(mac), Some(("naam\nRené\n".to_owned(), Some("macintosh"))));
    }

    #[test]
    fn bytes_that_no_encoding_explains_are_not_guessed_at() {
        for bytes in [&b"naam\nRen\x81\x8d\n"[..], b"naam\n\0\x01\x02\0\0abc", b"\xff\xfea"] {
            assert!(decode(bytes.to_vec()).is_err(), "{bytes:?}");
        }
        assert_eq!(read(b""), Some((String::new(), None)));
    }
}
