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

/// A text in which `l'eau` is `eau` and `co-op` is `coop`.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['\'', '’', 'ʼ', '-', '‐', '‑']) {
        return text.into();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let (mut at, mut is_other) = (0, false);
    while at < letters.len() {
        let begins = at == 0 || !is_inside(letters[at - 1]);
        if let Some((kept, after)) = begins.then(|| joint(&letters, at)).flatten() {
            out.extend(&letters[at..kept]);
            (at, is_other) = (after, true);
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    if is_other { out.into() } else { text.into() }
}

/// The words of what [`plain`] made of a text that do not stand in it.
pub(super) fn others<'a>(text: &str, plain: &'a str) -> impl Iterator<Item = &'a str> {
    let known: HashSet<&str> = text.split_whitespace().collect();
    let words: Vec<&str> = plain.split_whitespace().filter(|word| !known.contains(word)).collect();
    words.into_iter()
}

/// Up to where the small word that begins at `at` stays, and where the next begins.
fn joint(letters: &[char], at: usize) -> Option<(usize, usize)> {
    let end = at + letters[at..].iter().take_while(|c| c.is_alphabetic()).count();
    let sign = *letters.get(end)?;
    let next = letters.get(end + 1)?.to_lowercase().next()?;
    let small: String = letters[at..end].iter().flat_map(|c| c.to_lowercase()).collect();
    match sign {
        '\'' | '’' | 'ʼ' => {
            let fits = ELIDED.contains(&small.as_str()) && is_vowel(next);
            fits.then_some((at, end + 1))
        }
        '-' | '‐' | '‑' => {
            let fits = JOINED.contains(&small.as_str()) && next.is_alphabetic();
            fits.then_some((end, end + 1))
        }
        _ => None,
    }
}

/// Whether a small word cannot begin after this letter.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | 'ʼ' | '-' | '‐' | '‑')
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
