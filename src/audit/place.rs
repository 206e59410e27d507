//! Where something that must not be found stands in a text, to take it out.

use super::marker::fold_char;
use std::ops::Range;

/// A text as audits compare: without case, diacritics and what stands between words. Made once for
/// all that is looked for in it.
#[derive(Debug)]
pub struct Compared {
    plain: String,
    /// For each byte of `plain`, the letter of the text that it is of.
    from: Vec<Range<usize>>,
}

impl Compared {
    /// A text, to be looked through.
    pub fn of(text: &str) -> Self {
        let mut plain = String::with_capacity(text.len());
        let mut from: Vec<Range<usize>> = Vec::with_capacity(text.len());
        for (letter, range) in folded(text) {
            plain.push(letter);
            from.resize(plain.len(), range);
        }
        Self { plain, from }
    }

    /// The places of `wanted` in the text.
    pub fn places(&self, wanted: &str) -> Vec<Range<usize>> {
        let wanted: String = folded(wanted.trim()).map(|(letter, _)| letter).collect();
        if wanted.chars().all(|letter| !letter.is_alphanumeric()) {
            return Vec::new();
        }
        let long = wanted.chars().count() >= 12;
        let found = self.plain.match_indices(&wanted).map(|(at, _)| at..at + wanted.len());
        let found = found.filter(|at| long || is_whole(&self.plain, at));
        found.map(|at| self.from[at.start].start..self.from[at.end - 1].end).collect()
    }
}

/// Whether neither end of a place is inside a word. Han letters, kana and hangul have no words.
fn is_whole(text: &str, at: &Range<usize>) -> bool {
    let goes_on = |letter: char| letter.is_alphanumeric() && u32::from(letter) < 0x2e80;
    let inside = &text[at.clone()];
    let parted = |outer: Option<char>, inner: Option<char>| {
        !(outer.is_some_and(goes_on) && inner.is_some_and(goes_on))
    };
    parted(text[..at.start].chars().next_back(), inside.chars().next())
        && parted(text[at.end..].chars().next(), inside.chars().next_back())
}

/// The letters of a text as they are compared, each with where it stands.
fn folded(text: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let mut gap = true;
    let letters = text.char_indices().flat_map(|(at, letter)| {
        fold_char(letter).map(move |folded| (folded, at..at + letter.len_utf8()))
    });
    letters.filter(move |(letter, _)| {
        let keep = *letter != ' ' || !gap;
        gap = *letter == ' ';
        keep
    })
}

#[cfg(test)]
mod tests {
    use super::Compared;

    #[test]
    fn a_name_is_found_where_it_stands_and_not_inside_a_word() {
        let text = "Asked Zoë  Vermeulen’s team; zoe-vermeulen, Zoeterwoude and 王小明说";
        let compared = Compared::of(text);
        let said =
            |wanted| compared.places(wanted).into_iter().map(|at| &text[at]).collect::<Vec<_>>();
        assert_eq!(said("Zoe Vermeulen"), ["Zoë  Vermeulen", "zoe-vermeulen"]);
        assert_eq!(said("zoe"), ["Zoë", "zoe"]);
        assert_eq!(said("小明"), ["小明"]);
        assert!(said("-").is_empty() && said("").is_empty());
    }
}
