//! Texts that are not UTF-8: in the encoding of old Windows programs (Windows-1252, of which
//! Latin-1 is a part), or UTF-16 with its mark.

use super::{Code, Diagnostic, Place, Spot};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::sync::Arc;

/// The text of a file as it is parsed. None when it is not UTF-8.
pub fn text_of(bytes: Vec<u8>) -> Option<String> {
    String::from_utf8(bytes).ok().map(bare_text)
}

/// The beginning of a text: at most `most` bytes of it, and no part of a character.
pub fn first_bytes(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or_default()]
}

/// Whether all bytes of a text are such. There is no way out before its end, so that many bytes are
/// looked at in one step.
pub fn all_bytes(text: &str, is_such: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(true, |all, byte| all & is_such(byte))
}

/// A text as it is parsed: without byte order mark, lines ended by `\n`.
pub fn bare_text(text: String) -> String {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if bare.contains('\r') {
        bare.replace("\r\n", "\n").replace('\r', "\n")
    } else if bare.len() == text.len() {
        text
    } else {
        bare.to_owned()
    }
}

/// A text, and what is to be said of how it is written.
pub type Read = (String, Option<Diagnostic>);

/// Reads the bytes of `file` as its author saw them. What is not UTF-8, but well readable, is a
/// warning.
///
/// # Errors
/// That nobody can say which letters the bytes are.
pub fn read_text(bytes: Vec<u8>, file: &Arc<str>) -> Result<Read, Diagnostic> {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok((bare_text(text), None)),
        Err(error) => error,
    };
    let valid = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let before = &bytes[..valid];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    let place = Place { file: file.clone(), spot: Spot::Position(line, column) };
    let help = "save it in your editor with the encoding UTF-8";
    let Some(Decoded { text, encoding }) = decoded(&bytes) else {
        return Err(
            Diagnostic::new(Code::NotUtf8, place, "the file is not UTF-8 from here on").help(help)
        );
    };
    let word = sample(&text);
    let stands = if word.is_empty() { String::new() } else { format!(": `{word}` stands here") };
    let message = format!("the file is not UTF-8, and is read as {encoding}{stands}");
    Ok((text, Some(Diagnostic::new(Code::NotUtf8, place, message).as_warning().help(help))))
}

/// The letters of a file that is no UTF-8, for who shows places in it.
pub fn in_other_encoding(bytes: &[u8]) -> Option<String> {
    decoded(bytes).map(|decoded| decoded.text)
}

/// A text, and the name of its encoding.
struct Decoded {
    text: String,
    encoding: &'static str,
}

fn decoded(bytes: &[u8]) -> Option<Decoded> {
    let of = |text: String, encoding| Some(Decoded { text: bare_text(text), encoding });
    match Encoding::for_bom(bytes) {
        Some((wide, length)) if wide != UTF_8 => {
            let (text, broken) = wide.decode_without_bom_handling(&bytes[length..]);
            if broken { None } else { of(text.into_owned(), wide.name()) }
        }
        _ => of(western(bytes)?, "Windows-1252"),
    }
}

/// Whether a letter is one of the controls that bytes stand for in which no program of today writes
/// a letter.
pub fn is_of_no_text(letter: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&letter)
}

/// The text that `bytes` are, when they may well be in Windows-1252: mostly plain letters, nothing
/// that no text has, and no letter of UTF-8, which a text that broke in one place has elsewhere.
fn western(bytes: &[u8]) -> Option<String> {
    let plain = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let letters = bytes.iter().filter(|byte| **byte >= 0xc0).count();
    let is_text = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    // Other scripts than the Latin one have hardly a plain letter in their words.
    if letters * 4 > plain || high > plain || !bytes.iter().all(is_text) || has_utf8(bytes) {
        return None;
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    (!text.contains(is_of_no_text)).then(|| text.into_owned())
}

/// Whether some letters of several bytes are UTF-8.
fn has_utf8(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        let (good, bad) = rest.split_at(error.valid_up_to());
        if !good.is_ascii() {
            return true;
        }
        rest = &bad[error.error_len().unwrap_or(bad.len())..];
    }
    !rest.is_ascii()
}

/// The first word of `text` with a letter that is not plain, to show how it was read.
fn sample(text: &str) -> &str {
    text.split(|sign: char| !sign.is_alphanumeric())
        .find(|word| !word.is_ascii())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_of_that_encoding_is_read_so() {
        let read = western(b"name: Andr\xe9\nwho: \x93Fran\xe7ois\x94\n").expect("a text");
        assert_eq!((read.as_str(), sample(&read)), ("name: André\nwho: “François”\n", "André"));
        // UTF-8 that broke in one place, Cyrillic letters, a picture, letters of two bytes, a byte
        // for nothing.
        let others: [&[u8]; 5] = [
            b"name: Andr\xc3\xa9\nwho: caf\xe9 and much more\n",
            b"name: \xc8\xe2\xe0\xed\n",
            b"\x89PNG\x00\x00abcdefghij",
            b"\xff\xfen\x00a\x00m\x00e\x00",
            b"name: Andr\x81 and much more\n",
        ];
        let signs = b"name: Ida\nwho: \x95 a \x96 \x93b\x94 \x95 c\x85 \x95 d \xb7 e \xa9\n";
        assert!(western(signs).is_some_and(|text| text.contains("• a – “b” • c…")));
        assert!(others.iter().all(|bytes| western(bytes).is_none()));
    }

    #[test]
    fn what_is_well_readable_is_read_with_a_warning() {
        let file: Arc<str> = "a.md".into();
        let wide: Vec<u8> =
            "\u{feff}name: Zoë\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, said) in [(wide, "UTF-16LE"), (b"name: Zo\xeb\r\n".to_vec(), "Windows-1252")] {
            let (text, note) = read_text(bytes, &file).expect("a text");
            assert_eq!(text, "name: Zoë\n");
            assert!(
                note.is_some_and(
                    |note| note.message.contains(said) && note.message.contains("`Zoë`")
                )
            );
        }
        assert!(
            read_text(b"\xef\xbb\xbfname: x\n".to_vec(), &file)
                .is_ok_and(|(text, note)| { text == "name: x\n" && note.is_none() })
        );
        assert!(read_text(b"\xff\xfea\x00\x00\xd8".to_vec(), &file).is_err());
    }
}
