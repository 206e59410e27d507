//! Percent-encoding in the paths of links (RFC 3986).

use std::borrow::Cow;

/// `text` with what is percent-encoded in it as it reads, once: `the%20site.png` is `the site.png`.
/// Text that would not be UTF-8, or would hide signs that nobody sees, stays as it is.
pub fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    match percent_encoding::percent_decode_str(text).decode_utf8() {
        Ok(plain) if !plain.chars().any(char::is_control) => plain,
        _ => Cow::Borrowed(text),
    }
}

/// A text as the value of a question in an address: all but letters and digits is percent-encoded.
pub fn encoded_value(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// A path as it stands in an address: signs that would end it, or mean something else there, are
/// percent-encoded.
pub fn encoded_path(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for c in path.chars() {
        if c == ' ' || c.is_control() || "\"<>%?#\\^`{|}[]".contains(c) {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                encoded.push_str(&format!("%{byte:02X}"));
            }
        } else {
            encoded.push(c);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_read_once() {
        for (written, read) in [
            ("the%20site.png", "the site.png"),
            ("zo%C3%AB.png", "zoë.png"),
            ("100%25.png", "100%.png"),
            ("a%2520b", "a%20b"),
            ("100%.png", "100%.png"),
            ("a%2", "a%2"),
            ("%zz%c3", "%zz%c3"),
            ("a%00b", "a%00b"),
            ("%", "%"),
        ] {
            assert_eq!(decoded(written), read, "{written}");
        }
        assert_eq!(encoded_path("a b/100%?#.png"), "a%20b/100%25%3F%23.png");
    }
}
