//! Folding: what search and headings compare, without case, diacritics and the kinds of letters
//! that look alike.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds `text`: compatibility decomposition, no marks, lower case, letters without a decomposition
/// by their base letters, everything else one space.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\'' => {}
            c if is_combining_mark(c) => {}
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The same, for letters without marks.
fn fold_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for byte in text.bytes().filter(|byte| *byte != b'\'') {
        if byte.is_ascii_alphanumeric() {
            folded.push(char::from(byte.to_ascii_lowercase()));
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A name as references compare it: without case, diacritics and the kind of its spaces. `C`, `C++`
/// and `C#` stay three.
pub fn key(name: &str) -> String {
    let mut key = Key { text: String::with_capacity(name.len()), gap: false };
    let seen = super::seen(name.trim());
    if name.is_ascii() {
        // As most names are: their letters have no marks, and one lower case.
        seen.for_each(|c| key.push(c.to_ascii_lowercase()));
    } else {
        let bare = seen.nfkd().filter(|c| !is_combining_mark(*c));
        bare.flat_map(char::to_lowercase).for_each(|c| key.push(c));
    }
    key.text
}

/// The key of a name, as far as it is known.
struct Key {
    text: String,
    /// Whether a space stands behind that.
    gap: bool,
}

impl Key {
    fn push(&mut self, c: char) {
        if c.is_whitespace() || c == '-' || c == '_' {
            self.gap = true;
            return;
        }
        if self.gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.gap = false;
        self.text.push(match c {
            '\u{2019}' | '\u{2018}' | '\u{02bc}' => '\'',
            other => other,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, key};

    #[test]
    fn folding_leaves_what_readers_type() {
        let pairs = [
            ("Öztürk", "ozturk"),
            ("Łukasz", "lukasz"),
            ("Straße", "strasse"),
            ("O’Neill", "oneill"),
            ("ĳsland", "ijsland"),
            ("İstanbul", "istanbul"),
            ("heat-networks,  co-op", "heat networks co op"),
            ("王小明", "王小明"),
        ];
        for (text, folded) in pairs {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn names_meet_whatever_their_case_diacritics_and_spaces() {
        assert_eq!(key("Energie-coöperatie  Zuidhorn"), key("energie coOperatie zuidhorn"));
        assert_ne!(key("C"), key("C++"));
        assert_ne!(key("C++"), key("C#"));
    }
}
