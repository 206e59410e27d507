//! Names of people who were removed, in texts. Of them nothing is left but hashes, so that what may
//! be a name is looked up there: words that begin with capitals, and small ones between them.

use crate::base::Forgotten;
use crate::base::fold::fold;
use std::collections::HashSet;

/// The most words of a name.
const MOST_WORDS: usize = 6;

/// The longest word that stands small within a name, in letters: `van`, `della`.
const LONGEST_INFIX: usize = 5;

/// Those who were removed.
#[derive(Default)]
pub(super) struct Removed {
    people: Forgotten,
    /// Names of those who may be seen, folded.
    open: HashSet<String>,
}

/// A word of a text, and whether a comma or the end of a sentence stands behind it.
struct Word<'a> {
    letters: &'a str,
    before_comma: bool,
    is_last: bool,
}

impl Removed {
    /// Those who were removed, beside the names of those who may be seen.
    pub(super) fn of(people: Forgotten, open: HashSet<String>) -> Self {
        Self { people, open }
    }

    /// Whether nobody was removed.
    pub(super) fn is_nobody(&self) -> bool {
        self.people.people.is_empty()
    }

    /// The names of those who were removed in a text, as they stand there.
    pub(super) fn in_text(&self, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        if self.is_nobody() {
            return found;
        }
        for line in text.split("\n\n") {
            let words: Vec<Word<'_>> = line.split_whitespace().filter_map(word).collect();
            for at in 0..words.len() {
                found.extend(self.first_name(&words[at..]));
            }
        }
        found
    }

    /// The name that begins with the first of `words`.
    fn first_name(&self, words: &[Word<'_>]) -> Option<String> {
        if !may_begin(words[0].letters) {
            return None;
        }
        let (mut end, mut comma) = (1, words[0].before_comma.then_some(1));
        while end < words.len().min(MOST_WORDS) && !words[end - 1].is_last {
            let word = &words[end];
            let is_capital = may_begin(word.letters);
            if !is_capital && word.letters.chars().count() > LONGEST_INFIX {
                return None;
            }
            end += 1;
            // `Vries, Jan de` ends with a small word.
            if (is_capital || comma.is_some()) && self.is_one(&words[..end], comma) {
                let letters: Vec<&str> = words[..end].iter().map(|word| word.letters).collect();
                let mut name = letters.join(" ");
                if let Some(at) = comma {
                    name = format!("{}, {}", letters[..at].join(" "), letters[at..].join(" "));
                }
                return Some(name);
            }
            if word.before_comma {
                if comma.is_some() {
                    return None;
                }
                comma = Some(end);
            }
        }
        None
    }

    /// Whether the words are the name of somebody who was removed, and of nobody else.
    fn is_one(&self, words: &[Word<'_>], comma: Option<usize>) -> bool {
        let mut letters: Vec<&str> = words.iter().map(|word| word.letters).collect();
        letters.rotate_left(comma.unwrap_or_default());
        let name = letters.join(" ");
        self.people.person(&name).is_some() && !self.open.contains(&fold(&name))
    }
}

/// A word without the signs around it.
fn word(written: &str) -> Option<Word<'_>> {
    let letters = written.trim_matches(|sign: char| !sign.is_alphanumeric());
    // `Zoë’s`
    let letters = letters.trim_end_matches("'s").trim_end_matches("’s");
    let behind = written.trim_end_matches(['"', '”', '’', ')', ']', '*', '_']);
    let ends = behind.ends_with(['!', '?', ':', ';']);
    // Behind initials a point ends nothing.
    let ends = ends || behind.ends_with('.') && letters.chars().count() > 2;
    let word = Word { letters, before_comma: behind.ends_with(','), is_last: ends };
    (!letters.is_empty()).then_some(word)
}

/// Whether a name may begin or end with the word.
fn may_begin(word: &str) -> bool {
    word.chars().next().is_some_and(|letter| letter.is_alphabetic() && !letter.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_removed_is_found_as_people_write_it() {
        let mut people = Forgotten::default();
        people.add(["jan-de-vries", "Jan de Vries"]);
        let removed = Removed::of(people, HashSet::new());
        for text in [
            "With Jan de Vries.",
            "**Jan de Vries**, chair",
            "Thanks to Vries, Jan de and others",
            "JAN DE VRIES",
            "(Jan\nde Vries’s idea)",
        ] {
            assert_eq!(removed.in_text(text).len(), 1, "{text}");
        }
        for text in ["Jan. De Vries", "Jan Vries", "Jan de\n\nVries", "Jan en de Vries"] {
            assert!(removed.in_text(text).is_empty(), "{text}");
        }
    }
}
