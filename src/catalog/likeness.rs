//! Names as people write them around the name itself: with titles and degrees, the family name
//! first, in a sentence.

use crate::base::fold::fold;
use crate::base::name::forms::called;
use crate::base::{Forgotten, seen};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most words of a text that are compared.
const MOST_WORDS: usize = 24;

/// The most words of a name.
const MOST_OF_NAME: usize = 6;

/// Who has a name, whatever the order of its words; None for somebody who is held back.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    holders: HashMap<String, Vec<Option<usize>>>,
}

impl Likeness {
    /// Remembers who has `name`, or is called so.
    pub(super) fn learn(&mut self, name: &str, who: Option<usize>) {
        for form in called(name) {
            self.learn_word(&form, who);
        }
    }

    /// Remembers whose slug, or other word that is nobody's name, it is.
    pub(super) fn learn_word(&mut self, word: &str, who: Option<usize>) {
        let words = folded(word);
        if (1..=MOST_OF_NAME).contains(&words.len()) {
            let holders = self.holders.entry(in_order(&words)).or_default();
            if !holders.contains(&who) {
                holders.push(who);
            }
        }
    }

    /// Whose names stand in `text`: None among them for somebody who is held back.
    pub(super) fn named_in(&self, text: &str) -> Vec<Option<usize>> {
        let mut found = Vec::new();
        let all = folded(text);
        // One word means somebody where it stands by itself among others: `zelda (chair)`.
        let apart = text.split(is_apart).filter(|piece| piece.len() < text.len()).map(folded);
        let mut apart: Vec<_> = apart.filter(|words| words.len() == 1).collect();
        // A name in another script may be one word.
        if all.len() == 1 && !text.is_ascii() {
            apart.push(all.clone());
        }
        for part in parts(&all).chain(apart.iter().map(Vec::as_slice)) {
            for who in self.holders.get(&in_order(part)).into_iter().flatten() {
                if !found.contains(who) {
                    found.push(*who);
                }
            }
        }
        found
    }
}

/// Whether a sign parts a name from what is said beside it. A comma stands within names too, and so
/// does a hyphen.
fn is_apart(sign: char) -> bool {
    matches!(sign, '(' | ')' | '[' | ']' | '<' | '>' | ':' | ';' | '|' | '/' | '–' | '—' | '@')
}

/// Whether the name of somebody who was removed stands in `text`.
pub(super) fn names_forgotten(text: &str, forgotten: &Forgotten) -> bool {
    if forgotten.people.is_empty() {
        return false;
    }
    let words = words(text);
    parts(&words).any(|part| {
        let mut turned = part.to_vec();
        (0..part.len()).any(|_| {
            turned.rotate_left(1);
            forgotten.person(&turned.join(" ")).is_some()
        })
    })
}

/// All runs of two or more words.
fn parts(words: &[String]) -> impl Iterator<Item = &[String]> {
    let most = words.len().min(MOST_OF_NAME);
    (2..=most).flat_map(|length| words.windows(length))
}

fn in_order(words: &[String]) -> String {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The words of a text as search compares them; initials that follow each other are one.
fn folded(text: &str) -> Vec<String> {
    let plain = fold(&seen(text).collect::<String>());
    let mut words: Vec<String> = Vec::new();
    let mut is_initials = false;
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        let is_letter = word.len() == 1;
        if let Some(last) = words.last_mut().filter(|_| is_letter && is_initials) {
            last.push_str(word);
        } else if words.len() < MOST_WORDS {
            words.push(word.to_owned());
        } else {
            break;
        }
        is_initials = is_letter;
    }
    words
}

/// The words of a text, without case, diacritics, signs, and whatever nobody sees.
fn words(text: &str) -> Vec<String> {
    let plain: String = seen(text)
        .nfkd()
        .filter(|sign| !is_combining_mark(*sign))
        .flat_map(char::to_lowercase)
        .collect();
    let words = plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(MOST_WORDS).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::Likeness;

    #[test]
    fn a_name_is_known_however_it_is_written() {
        let mut known = Likeness::default();
        known.learn("Zoë van den Berg", Some(3));
        known.learn("Cher", None);
        for text in [
            "Zo\u{200d}ë van den Be\u{ad}rg",
            "dr. Zoe van den Berg, MSc",
            "Berg, Zoë van den",
            "[Zoë van den Berg](/z/)",
            "A & ZOË VAN DEN BERG",
        ] {
            assert_eq!(known.named_in(text), [Some(3)], "{text}");
        }
        for text in ["Cher (voice)", "expert:cher", "@cher", "experts/cher", "guide: Cher"] {
            assert_eq!(known.named_in(text), [None], "{text}");
        }
        known.learn("prof. dr. Jürgen M. Groß", None);
        for text in ["Jürgen Groß", "Jurgen Gross", "Juergen Gross", "Groß, Jürgen"] {
            assert_eq!(known.named_in(text), [None], "{text}");
        }
        known.learn("Wang Xiaoming (王小明)", Some(5));
        assert_eq!(known.named_in("王小明"), [Some(5)]);
        known.learn("J.R.R. Berg", Some(4));
        assert_eq!(known.named_in("JRR Berg"), [Some(4)]);
        for text in ["Zoë Berg", "Cher", "van den Berg", "", "Cher Bos (voice)", "Bos, Cher"] {
            assert!(known.named_in(text).is_empty(), "{text}");
        }
    }
}
