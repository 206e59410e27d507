//! Words as they are written in one script only: Chinese in simplified characters, Arabic in the
//! letters of Arabic.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The simplified character for each traditional one that has another.
static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pairs = include_str!("simplified.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = pairs.filter_map(|line| {
        let mut pair = line.chars();
        Some((pair.next()?, pair.next()?))
    });
    pairs.collect()
});

/// A text in one of the ways in which its script is written, by which the ways are compared.
pub(super) fn in_one_way(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let letters = text.chars().filter(|letter| *letter != '\u{640}').map(|letter| match letter {
        // Keyboards of Persian and Urdu have letters of their own for these.
        '\u{6a9}' => '\u{643}',
        '\u{6cc}' | '\u{649}' => '\u{64a}',
        '\u{6c1}' | '\u{6be}' => '\u{647}',
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => {
            SIMPLIFIED.get(&letter).copied().unwrap_or(letter)
        }
        _ => letter,
    });
    letters.collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::in_one_way;

    #[test]
    fn ways_of_writing_one_word_meet() {
        for (one, other) in
            [("編程", "编程"), ("機器學習", "机器学习"), ("یک", "يك"), ("كتـاب", "کتاب")]
        {
            assert_eq!(in_one_way(one), in_one_way(other));
        }
        for (one, other) in [("編程", "編制"), ("公式", "攻势"), ("ß", "s")] {
            assert_ne!(in_one_way(one), in_one_way(other));
        }
    }
}
