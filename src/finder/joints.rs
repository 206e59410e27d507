//! Small words that are written together with the next: `l'eau`, `d’urbanisme`, `co-op`, `e-mail`.
//! Whoever looks for the word may write it with or without.

use std::borrow::Cow;
use std::collections::HashSet;

/// What is written before an apostrophe where the next word begins with a vowel, in French and
/// Italian.
const ELIDED: [&str; 18] = [
    "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "dell", "all",
    "nell", "sull", "dall", "un",
];
/// What is written before a hyphen and makes one word with the next.
const JOINED: [&str; 2] = ["co", "e"];

/// The signs that stand behind such words.
const SIGNS: [char; 6] = ['\'', '’', 'ʼ', '-', '‐', '‑'];

/// A text in which `l'eau` is `eau` and `co-op` is `coop`.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for (at, sign) in text.match_indices(SIGNS) {
        if let Some(begin) = joint(&text[..at], sign, &text[at + sign.len()..]) {
            out.push_str(&text[from..begin]);
            from = at + sign.len();
        }
    }
    if from == 0 {
        return text.into();
    }
    out.push_str(&text[from..]);
    out.into()
}

/// The words of what [`plain`] made of a text that do not stand in it.
pub(super) fn others<'a>(text: &str, plain: &'a str) -> impl Iterator<Item = &'a str> {
    let known: HashSet<&str> = text.split_whitespace().collect();
    let words: Vec<&str> = plain.split_whitespace().filter(|word| !known.contains(word)).collect();
    words.into_iter()
}

/// From where on a text is left out, when a small word before the sign is one with what stands
/// behind it.
fn joint(before: &str, sign: &str, behind: &str) -> Option<usize> {
    let word = before.trim_end_matches(char::is_alphabetic).len();
    let small = before[word..].to_lowercase();
    let (list, is_joined) = if matches!(sign, "-" | "‐" | "‑") {
        (&JOINED[..], true)
    } else {
        (&ELIDED[..], false)
    };
    if !list.contains(&small.as_str()) || before[..word].ends_with(is_inside) {
        return None;
    }
    let next = behind.chars().next()?.to_lowercase().next()?;
    let fits = if is_joined { next.is_alphabetic() } else { is_vowel(next) };
    fits.then_some(if is_joined { before.len() } else { word })
}

/// Whether a small word cannot begin after this letter.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || SIGNS.contains(&c)
}

fn is_vowel(letter: char) -> bool {
    "aeiouyhàâäéèêëîïôöûüùœæ".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::{others, plain};

    #[test]
    fn a_small_word_goes_and_a_name_stays() {
        for (text, wanted) in [
            ("gestion de l’eau", "gestion de eau"),
            ("d'urbanisme, L’IA, Qu’est", "urbanisme, IA, est"),
            ("energy co-operatives, E-Mail, co-op", "energy cooperatives, EMail, coop"),
            ("O'Neill, don't, it's, aujourd'hui", "O'Neill, don't, it's, aujourd'hui"),
            ("'t Hooft, 's-Gravenhage, AI-expert", "'t Hooft, 's-Gravenhage, AI-expert"),
            ("l'", "l'"),
            ("rock'n'roll", "rock'n'roll"),
        ] {
            assert_eq!(plain(text), wanted, "{text}");
        }
        let text = "d'Artagnan de l’eau";
        assert_eq!(others(text, &plain(text)).collect::<Vec<_>>(), ["Artagnan", "eau"]);
        assert!(matches!(plain("AI-expert"), std::borrow::Cow::Borrowed(_)));
    }
}
