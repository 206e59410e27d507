//! Mail addresses, telephone numbers and addresses of pages in a running text.

use super::redaction::digits;
use std::ops::Range;

/// Endings of hosts that people write without `https://`.
const ENDINGS: [&str; 24] = [
    "nl",
    "be",
    "de",
    "fr",
    "uk",
    "eu",
    "com",
    "org",
    "net",
    "info",
    "io",
    "dev",
    "app",
    "me",
    "example",
    "at",
    "ch",
    "it",
    "es",
    "biz",
    "coop",
    "frl",
    "amsterdam",
    "social",
];

/// Where a text says how somebody is reached; `numbers` are those that are known.
pub(super) fn places(text: &str, numbers: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '@');
        if is_address(bare) {
            let start = at + word.find(bare).unwrap_or_default();
            found.push(start..start + bare.len());
        }
        at += word.len();
    }
    found.extend(calls(text, numbers));
    for account in accounts(text) {
        let is_known =
            |known: &Range<usize>| known.start <= account.start && account.end <= known.end;
        if !found.iter().any(is_known) {
            found.push(account);
        }
    }
    found
}

/// Numbers of accounts at banks (IBAN), and figures as long as those by which states and chambers
/// of commerce know people.
fn accounts(text: &str) -> Vec<Range<usize>> {
    /// The most signs of an IBAN (ISO 13616), and the fewest.
    const IBAN: (usize, usize) = (34, 15);
    /// The fewest figures of a number of a person or a firm.
    const FIGURES: usize = 8;
    let is_sign = |sign: char| sign.is_ascii_alphanumeric();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(start) = rest.find(is_sign) else { break };
        let begin = at + start;
        let word = &text[begin..];
        let end = word.find(|sign| !is_sign(sign)).unwrap_or(word.len());
        let bytes = &word.as_bytes()[..end];
        at = begin + end;
        if bytes.len() >= FIGURES && bytes.iter().all(u8::is_ascii_digit) {
            found.push(begin..at);
            continue;
        }
        let is_iban = bytes.len() >= 4
            && bytes[..2].iter().all(u8::is_ascii_uppercase)
            && bytes[2..4].iter().all(u8::is_ascii_digit);
        if !is_iban {
            continue;
        }
        let (mut to, mut signs) = (at, bytes.len());
        // Written in groups of four.
        while text[to..].starts_with([' ', '\u{a0}']) {
            let space = text[to..].chars().next().map_or(0, char::len_utf8);
            let group = &text[to + space..];
            let long = group.find(|sign| !is_sign(sign)).unwrap_or(group.len());
            let group = &group.as_bytes()[..long];
            let fits = group.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
            if long == 0 || long > 4 || !fits || signs + long > IBAN.0 {
                break;
            }
            (to, signs) = (to + space + long, signs + long);
        }
        if signs >= IBAN.1 {
            found.push(begin..to);
            at = to;
        }
    }
    found
}

fn is_address(word: &str) -> bool {
    let lower = word.to_lowercase();
    if lower.contains("://") || lower.starts_with("www.") || lower.starts_with("mailto:") {
        return true;
    }
    let lower = lower.replace(['＠', '﹫'], "@");
    // An address, or the name that somebody has elsewhere.
    if let Some((_, host)) = lower.rsplit_once('@') {
        return host.chars().any(char::is_alphanumeric);
    }
    let host = lower.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let signs = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '.');
    // `ASP.NET` is none.
    let is_loud = word.split('/').next().is_some_and(|host| host.ends_with(char::is_uppercase));
    ENDINGS.contains(&ending) && !name.is_empty() && name.chars().all(signs) && !is_loud
}

/// Telephone numbers: those that are known, and what begins as one and is as long.
fn calls(text: &str, numbers: &[String]) -> Vec<Range<usize>> {
    /// A number without that of its country or town.
    const LOCAL: usize = 7;
    let is_part = |sign: char| sign.is_ascii_digit() || "+()-./ \u{a0}".contains(sign);
    let mut found = Vec::new();
    let mut at = 0;
    for stretch in text.split_inclusive(|sign| !is_part(sign)) {
        let number = stretch.trim_end_matches(|sign: char| !sign.is_ascii_digit());
        let start = number.find(|sign: char| sign.is_ascii_digit() || "+(".contains(sign));
        if let Some(start) = start {
            let number = &number[start..];
            let signs = digits(number);
            let begins = number.starts_with(['+', '0']) || number.starts_with("(0");
            let is_known = numbers.iter().any(|known| {
                let tail = known.len().saturating_sub(LOCAL);
                known.len() >= LOCAL && signs.contains(&known[tail..])
            });
            if is_known || (begins && signs.len() > LOCAL) {
                found.push(at + start..at + start + number.len());
            }
        }
        at += stretch.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn ways_to_reach_somebody_are_found_and_years_and_versions_are_not() {
        let found = |text: &'static str| {
            places(text, &["31612345678".to_owned()])
                .into_iter()
                .map(|at| &text[at])
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("Mail liv@mail.example, or (see liv.example/work)."),
            ["liv@mail.example", "liv.example/work",]
        );
        assert_eq!(
            found("Call +31 6 1234 5678 or 050-123 45 67, or 12345678."),
            ["+31 6 1234 5678", "050-123 45 67", "12345678",]
        );
        for text in ["2014–2018, 2014-2018", "ASP.NET and Node.js", "3.5 million in 2026-03-14"] {
            assert!(found(text).is_empty(), "{text}");
        }
        for (text, number) in [
            ("To NL91 ABNA 0417 1643 00 please", "NL91 ABNA 0417 1643 00"),
            ("To NL91ABNA0417164300, please", "NL91ABNA0417164300"),
            ("BSN 123456782 it is", "123456782"),
            ("mail jan＠secret.example now", "jan＠secret.example"),
        ] {
            assert!(found(text).contains(&number), "{text}: {:?}", found(text));
        }
    }
}
