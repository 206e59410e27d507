//! Hyphens that stay hyphens where others become dashes of print.

use std::ops::Range;

/// Whether the two hyphens at `range` of a text begin a word, as those of options and negative
/// numbers do that are typed: `--verbose`, `**--quiet**`, `"--5"`, 使用--help. Between words they are
/// a dash.
pub(super) fn begin_a_word(text: &str, range: &Range<usize>) -> bool {
    let is_mark = |sign: &char| matches!(sign, '*' | '_' | '~' | '`');
    let is_quote = |sign: &char| "\"'“”‘’„‚«»‹›".contains(*sign);
    let behind = text[range.end..].chars().find(|sign| !is_mark(sign));
    if &text[range.clone()] != "--" || !behind.is_some_and(char::is_alphanumeric) {
        return false;
    }
    // What opens here stands before the hyphens; what closes here stands behind a word.
    let before = text[..range.start].chars().rev().find(|sign| !is_mark(sign) && !is_quote(sign));
    before.is_none_or(|sign| {
        sign.is_whitespace()
            || "([{<>/|=:,;+\\#&^$@（［｛〈《「『【／，、：；".contains(sign)
            || (is_of_the_east(sign) && behind.is_some_and(|sign| sign.is_ascii_alphanumeric()))
    })
}

/// Whether a letter is of a script that sets no spaces around a word of another one.
fn is_of_the_east(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{0e00}'..='\u{0eff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_before_a_word_are_told_from_a_dash_between_words() {
        for text in [
            "--a",
            "x --a",
            "(--a)",
            "\"--a\"",
            "'--5'",
            "**--flag**",
            "*--f*",
            "x \"**--f**",
            "“--a”",
            "=--5",
            "使用--help",
            "（--x）",
            "--_a_",
            "x, y:--z",
        ] {
            let at = text.find("--").expect("hyphens");
            assert!(begin_a_word(text, &(at..at + 2)), "{text}");
        }
        for text in [
            "a--b",
            "a -- b",
            "**a**--b",
            "\"a\"--he",
            "10--20",
            "a.--B",
            "(a)--b",
            "a--",
            "编--程",
            "a --\nb",
        ] {
            let at = text.find("--").expect("hyphens");
            assert!(!begin_a_word(text, &(at..at + 2)), "{text}");
        }
    }
}
