//! Signs that stay as they were typed, or become another sign of print than they would: full stops
//! of a range, marks of inches, and apostrophes where a letter or a century is left out.

use super::hyphens::begin_a_word;
use std::ops::Range;

/// What is shown for the sign of print `shown`, which was made of what stands at `range` of a text;
/// None when it is right.
pub(super) fn instead_of(shown: &str, text: &str, range: &Range<usize>) -> Option<&'static str> {
    let before = text[..range.start].chars().next_back();
    let behind = &text[range.end..];
    let is_within_a_word = || {
        before.is_some_and(char::is_alphanumeric)
            && behind.chars().next().is_some_and(char::is_alphanumeric)
    };
    match (shown, &text[range.clone()]) {
        ("–", "--") if begin_a_word(text, range) => Some("--"),
        // `git log main...feature`
        ("…", "...") if is_within_a_word() => Some("..."),
        // `a 10" screen`: nothing opens right behind a word.
        ("“", "\"") if before.is_some_and(char::is_alphanumeric) => Some("\""),
        ("‘", "'") if before.is_some_and(char::is_alphanumeric) => Some("’"),
        // Behind a sentence quotes close, however many were counted before.
        ("“", "\"") if before.is_some_and(ends) && closes(behind) => Some("”"),
        ("‘", "'") if leaves_out(behind) => Some("’"),
        _ => None,
    }
}

fn ends(sign: char) -> bool {
    ".!?…,;:)".contains(sign)
}

fn closes(behind: &str) -> bool {
    behind.chars().next().is_none_or(char::is_whitespace)
}

/// Whether an apostrophe before `behind` stands for what is left out: `'90s`, `rock 'n' roll`,
/// `'t Veld`, `'s avonds`.
fn leaves_out(behind: &str) -> bool {
    const WORDS: [&str; 12] =
        ["n", "n'", "t", "s", "k", "m", "r", "tis", "twas", "em", "cause", "til"];
    let end = behind.find(|sign: char| !sign.is_alphanumeric() && sign != '\'');
    let word = behind[..end.unwrap_or(behind.len())].to_lowercase();
    let figures = word.chars().take_while(char::is_ascii_digit).count();
    let is_decade = figures == 2 && matches!(&word[2..], "" | "s" | "er" | "ers");
    // What closes again was quoted: `'t'`; but for the `n` of `rock 'n' roll`.
    is_decade || WORDS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, sign: &str, shown: &str) -> Option<&'static str> {
        let at = text.find(sign).expect("the sign is there");
        instead_of(shown, text, &(at..at + sign.len()))
    }

    #[test]
    fn signs_are_kept_or_turned_where_print_would_harm_them() {
        assert_eq!(at("main...feature", "...", "…"), Some("..."));
        assert_eq!(at("well... no", "...", "…"), None);
        assert_eq!(at("a 10\" screen", "\"", "“"), Some("\""));
        assert_eq!(at("5' 10", "'", "‘"), Some("’"));
        assert_eq!(at("screen.\" He", "\"", "“"), Some("”"));
        for text in ["the '90s", "rock 'n' roll", "'t Veld", "'s-Hertogenbosch", "since '68."] {
            assert_eq!(at(text, "'", "‘"), Some("’"), "{text}");
        }
        for text in ["a 'word' here", "'sound'", "'1990'", "'t' is a letter"] {
            assert_eq!(at(text, "'", "‘"), None, "{text}");
        }
    }
}
