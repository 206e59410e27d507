//! Content lines, which vCard (RFC 6350) and iCalendar (RFC 5545) share: escaped, folded at 75
//! octets, ended by CRLF.

use crate::base::{all_bytes, first_bytes};
use std::borrow::Cow;

/// The most octets on a line, its end left out.
const MOST: usize = 75;

/// Adds `line` with its end, folded where it is too long, never within a character.
pub(super) fn push(out: &mut String, line: &str) {
    let (mut rest, mut room) = (line, MOST);
    while rest.len() > room {
        let head = first_bytes(rest, room);
        out.push_str(head);
        // The space that begins the next line counts there.
        out.push_str("\r\n ");
        (rest, room) = (&rest[head.len()..], MOST - 1);
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// Ends the line that begins at `start` of `out`, as [`push`] does.
pub(super) fn end(out: &mut String, start: usize) {
    if out.len() - start <= MOST {
        out.push_str("\r\n");
    } else {
        let line = out.split_off(start);
        push(out, &line);
    }
}

/// Text as a value of vCard 3.0 and iCalendar, or as a part of a value of vCard 4.0: commas,
/// semicolons and backslashes marked, line breaks as `\n`, other control characters left out.
pub(super) fn text(value: &str) -> Cow<'_, str> {
    marked(value, |c| matches!(c, b'\\' | b',' | b';'))
}

/// Text as a value of vCard 4.0 that has no parts: a semicolon is an ordinary sign there (RFC 6350,
/// section 3.4).
pub(super) fn whole_text(value: &str) -> Cow<'_, str> {
    marked(value, |c| matches!(c, b'\\' | b','))
}

fn marked(value: &str, is_special: impl Fn(u8) -> bool) -> Cow<'_, str> {
    // As most values are. What 0xc2 begins may be a control character.
    let is_plain = |c: u8| matches!(c, b' '..=b'~' | 0x80..=0xc1 | 0xc3..) && !is_special(c);
    if all_bytes(value, is_plain) {
        return Cow::Borrowed(value);
    }
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            c if u8::try_from(c).is_ok_and(&is_special) => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

/// Adds the value of a parameter (RFC 6868): quoted when it holds what separates, its own quotes as
/// `^'`.
pub(super) fn parameter(out: &mut String, value: &str) {
    let quote = if value.contains([':', ';', ',']) { "\"" } else { "" };
    out.push_str(quote);
    for c in value.chars() {
        match c {
            '"' => out.push_str("^'"),
            '^' => out.push_str("^^"),
            '\n' => out.push_str("^n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push_str(quote);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_octets_and_never_within_a_character() {
        for text in [
            "x".repeat(400),
            "é".repeat(200),
            "漢字🙂".repeat(60),
            "aé漢🙂".repeat(50),
            "x".repeat(75),
        ] {
            let mut out = String::new();
            push(&mut out, &text);
            assert!(out.ends_with("\r\n"));
            let lines: Vec<&str> = out.trim_end_matches("\r\n").split("\r\n").collect();
            let widest = text.chars().map(char::len_utf8).max().unwrap_or(1);
            for (at, line) in lines.iter().enumerate() {
                assert!(line.len() <= MOST, "{} octets", line.len());
                assert!(at + 1 == lines.len() || line.len() > MOST - widest, "folded too early");
                assert!(at == 0 || line.starts_with(' '));
            }
            assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        }
    }
}
