//! Texts in the encoding of old Windows programs (Windows-1252, of which Latin-1 is a part).

use super::decode::is_of_no_text;
use encoding_rs::WINDOWS_1252;

/// The text that `bytes` are, when they may well be in that encoding: mostly plain letters, nothing that no text has, and
/// no letter of UTF-8, which a text that broke in one place has elsewhere.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let plain = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let is_text = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    // Other scripts than the Latin one have hardly a plain letter in their words.
    if high * 4 > plain || !bytes.iter().all(is_text) || has_utf8(bytes) {
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
pub(super) fn sample(text: &str) -> &str {
    text.split(|sign: char| !sign.is_alphanumeric()).find(|word| !word.is_ascii()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_of_that_encoding_is_read_so() {
        let read = decoded(b"name: Andr\xe9\nwho: \x93Fran\xe7ois\x94\n").expect("a text");
        assert_eq!((read.as_str(), sample(&read)), ("name: André\nwho: “François”\n", "André"));
        // UTF-8 that broke in one place, Cyrillic letters, a picture, letters of two bytes, a byte for nothing.
        let others: [&[u8]; 5] = [
            b"name: Andr\xc3\xa9\nwho: caf\xe9 and much more\n",
            b"name: \xc8\xe2\xe0\xed\n",
            b"\x89PNG\x00\x00abcdefghij",
            b"\xff\xfen\x00a\x00m\x00e\x00",
            b"name: Andr\x81 and much more\n",
        ];
        assert!(others.iter().all(|bytes| decoded(bytes).is_none()));
    }
}
