//! Addresses that stand bare in a text, and words that keep their order in a text that runs from
//! right to left.

use crate::base::address::safe_href;
use std::ops::Range;

/// What a part of a text is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// An address on the web or for mail, as a link leads to it.
    Address(String),
    /// A number or a name with signs that is read from left to right.
    LeftToRight,
}

/// Signs that end a sentence or a bracket, not an address.
const BEHIND: &[char] = &[
    '?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '"', '’', '”', '»', '…', '。', '，', '、',
    '）', '」', '』',
];

/// The addresses in a text, in their order.
pub(super) fn addresses(text: &str) -> Vec<(Range<usize>, Part)> {
    let mut found: Vec<(Range<usize>, Part)> = Vec::new();
    let mut at = 0;
    while let Some(start) = next(text, at) {
        let address =
            if text[start..].starts_with('@') { mail(text, start, at) } else { web(text, start) };
        match address {
            Some((range, address)) => {
                at = range.end;
                found.push((range, Part::Address(address)));
            }
            None => at = start + 1,
        }
    }
    found
}

/// Where the next address may be: its beginning, or the @ of a mail address.
fn next(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        let head = |start: &str| {
            bytes[at..].len() > start.len()
                && bytes[at..at + start.len()].eq_ignore_ascii_case(start.as_bytes())
        };
        bytes[at] == b'@' || head("https://") || head("http://") || head("www.")
    };
    (at..bytes.len())
        .filter(|at| matches!(bytes[*at], b'@' | b'h' | b'H' | b'w' | b'W'))
        .find(|at| begins(*at))
}

fn web(text: &str, start: usize) -> Option<(Range<usize>, String)> {
    if text[..start]
        .ends_with(|before: char| before.is_ascii_alphanumeric() || "/@.-_".contains(before))
    {
        return None;
    }
    let is_end = |letter: char| {
        letter.is_whitespace()
            || "<>\"`{}|\\".contains(letter)
            || "。，、；：（）「」『』《》【】“”«»".contains(letter)
    };
    let whole = &text[start..];
    let whole = &whole[..whole.find(is_end).unwrap_or(whole.len())];
    let whole = trimmed(whole);
    let host = whole.split_once("://").map_or(whole, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if !host.contains('.') || host.split('.').any(|part| !is_label(part)) {
        return None;
    }
    let address = if whole.contains("://") { whole.to_owned() } else { format!("https://{whole}") };
    Some((start..start + whole.len(), safe_href(&address)?))
}

fn is_label(part: &str) -> bool {
    !part.is_empty()
        && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
}

/// The address without the signs of the sentence around it. A bracket that it opened itself belongs
/// to it.
fn trimmed(mut address: &str) -> &str {
    let count = |sign: char| address.matches(sign).count();
    let surplus = |open: char, close: char| count(close).saturating_sub(count(open));
    let mut brackets = [(')', surplus('(', ')')), (']', surplus('[', ']'))];
    loop {
        let before = address;
        address = address.trim_end_matches(BEHIND);
        for (close, surplus) in &mut brackets {
            if *surplus > 0 && address.ends_with(*close) {
                *surplus -= 1;
                address = &address[..address.len() - 1];
            }
        }
        if address == before {
            return address;
        }
    }
}

/// A mail address around the @ at `sign`, which begins at `from` or behind it.
fn mail(text: &str, sign: usize, from: usize) -> Option<(Range<usize>, String)> {
    let is_local = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
    let before = &text[from..sign];
    let start = from + before.trim_end_matches(is_local).len();
    let local = text[start..sign].trim_start_matches('.');
    let start = sign - local.len();
    // The handle of an account elsewhere, @ida@social.example, is none.
    if local.is_empty() || local.ends_with('.') || text[..start].ends_with(['@', '/']) {
        return None;
    }
    let host = &text[sign + 1..];
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.';
    let host = &host[..host.find(|letter| !is_host(letter)).unwrap_or(host.len())];
    let host = host.trim_end_matches(['.', '-']);
    let ends = host
        .rsplit('.')
        .next()
        .is_some_and(|end| end.len() > 1 && end.bytes().all(|b| b.is_ascii_alphabetic()));
    if !host.contains('.') || !ends || host.split('.').any(str::is_empty) {
        return None;
    }
    let end = sign + 1 + host.len();
    if text[end..].starts_with('@') {
        return None;
    }
    Some((start..end, format!("mailto:{}", &text[start..end])))
}

/// Where telephone numbers, days and names with signs at their edges stand, which a text from right
/// to left would turn around.
pub fn left_to_right(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(length) = number(rest).or_else(|| sign(rest)) {
            found.push(at..at + length);
            at += length;
        }
        // On to the next word.
        at += text[at..].find(char::is_whitespace).unwrap_or(text.len() - at);
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// How long the telephone number or the day is with which a text begins.
fn number(text: &str) -> Option<usize> {
    let first =
        text.chars().next().filter(|first| first.is_ascii_digit() || matches!(first, '+' | '('))?;
    let dialled = matches!(first, '+' | '(' | '0');
    let is_part = |letter: char| {
        letter.is_ascii_digit()
            || "+().-/".contains(letter)
            || (dialled && matches!(letter, ' ' | '\u{a0}' | '\u{202f}'))
    };
    let run = &text[..text.find(|letter| !is_part(letter)).unwrap_or(text.len())];
    let run = run.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let groups = run
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .count();
    let years = groups == 2 && digits == 8;
    let long = if first == '+' { digits >= 5 } else { digits >= 7 && groups > 1 && !years };
    long.then_some(run.len())
}

/// How long the name is with which a text begins, when a sign stands at its edge: C++, .NET, @ida.
fn sign(text: &str) -> Option<usize> {
    let word = &text[..text.find(char::is_whitespace).unwrap_or(text.len())];
    let word = word
        .trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric() && !"+#".contains(letter));
    let at_edge = word.ends_with(['+', '#']) || word.starts_with(['.', '@', '#', '/', '$']);
    let is_latin = word.is_ascii() && word.bytes().any(|byte| byte.is_ascii_alphabetic());
    (at_edge && is_latin).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<(&str, String)> {
        let found = addresses(text).into_iter();
        let found = found.filter_map(|(range, part)| match part {
            Part::Address(address) => Some((&text[range], address)),
            Part::LeftToRight => None,
        });
        found.collect()
    }

    #[test]
    fn bare_addresses_are_found_and_nothing_else() {
        for (text, shown, address) in [
            (
                "See https://example.org/a_b--c.",
                "https://example.org/a_b--c",
                "https://example.org/a_b--c",
            ),
            ("(www.example.org/x(y))", "www.example.org/x(y)", "https://www.example.org/x(y)"),
            (
                "HTTP://Example.org/?q=1#a!",
                "HTTP://Example.org/?q=1#a",
                "http://Example.org/?q=1#a",
            ),
            ("见https://example.cn/路。好", "https://example.cn/路", "https://example.cn/路"),
            (
                "mail jan.de+x@post.example.org, now",
                "jan.de+x@post.example.org",
                "mailto:jan.de+x@post.example.org",
            ),
            ("“https://example.org”", "https://example.org", "https://example.org"),
        ] {
            assert_eq!(links(text), [(shown, address.to_owned())], "{text}");
        }
        for text in [
            "@ida@social.example",
            "a@b",
            "https://",
            "http://localhost",
            "xhttps://example.org",
            "javascript:alert(1)",
            "www.",
            "example.org",
            "ida@1.2",
            "https://user@example.org/",
        ] {
            assert_eq!(links(text), [], "{text}");
        }
        assert_eq!(links("a@b.example.org c@d.example.org https://x.example").len(), 3);
    }

    #[test]
    fn numbers_and_signs_keep_their_order() {
        let found = |text: &str| -> Vec<String> {
            left_to_right(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(
            found("هاتف +31 20 123 45 67، أو 020-1234567."),
            ["+31 20 123 45 67", "020-1234567"]
        );
        assert_eq!(found("(020) 123 45 67"), ["(020) 123 45 67"]);
        assert_eq!(
            found("يوم 2026-11-23 مع C++ و.NET و .NET @ida"),
            ["2026-11-23", "C++", ".NET", "@ida"]
        );
        assert_eq!(found("2018-2020 120 kWh, 3.5 Jan"), Vec::<String>::new());
    }
}
