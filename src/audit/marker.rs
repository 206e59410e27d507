//! Something that must not be found.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Something that must not be found. Compared without case, diacritics and what stands between
/// words, so that a slug and a name are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// As it was given.
    pub text: String,
    folded: String,
    /// Its words in other orders, as the cells of a table may hold them.
    turned: Vec<String>,
}

/// Longer texts are no names, and nobody turns their words around.
const MOST_TURNED: usize = 5;

impl Marker {
    /// The marker `text`; none when too little of it can be compared.
    pub fn new(text: &str) -> Option<Self> {
        let folded: String = fold(text).collect();
        (folded.chars().count() >= 3).then(|| Self {
            text: text.trim().to_owned(),
            turned: turned(&folded),
            folded,
        })
    }

    /// Whether its words stand in `folded` in another order, as in the cells of a table; where.
    pub(super) fn find_turned(&self, folded: &str) -> Option<usize> {
        self.turned.iter().find_map(|words| find(words, folded))
    }

    /// Whether it stands in `folded`, as whole words; where.
    pub(super) fn find(&self, folded: &str) -> Option<usize> {
        find(&self.folded, folded)
    }
}

/// Where `wanted` stands in `folded`, as whole words.
fn find(wanted: &str, folded: &str) -> Option<usize> {
    let whole = |at: usize| {
        let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        alone(folded[..at].chars().next_back()) && alone(folded[at + wanted.len()..].chars().next())
    };
    // A long text is found wherever it stands; a short one could be a part of any word.
    let long = wanted.chars().count() >= 12;
    folded.match_indices(wanted).map(|(at, _)| at).find(|at| long || whole(*at))
}

/// The other orders of the words of a name in which one part follows the other: the last name
/// before the first.
fn turned(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if !(2..=MOST_TURNED).contains(&words.len()) || folded.contains(['@', '/', '.']) {
        return Vec::new();
    }
    let rotated = |at: usize| [&words[at..], &words[..at]].concat().join(" ");
    (1..words.len()).map(rotated).collect()
}

/// A character as it is compared: none, one or several.
pub(super) fn fold_char(c: char) -> impl Iterator<Item = char> {
    let c = if c.is_whitespace() || matches!(c, '-' | '_' | '+' | '\u{a0}') { ' ' } else { c };
    // Signs that nobody sees may stand inside a name, and `ß` is two letters elsewhere.
    let unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let letters = if c == 'ß' || c == 'ẞ' { ['s', 's'] } else { [c, '\0'] };
    letters
        .into_iter()
        .enumerate()
        .filter(move |(at, c)| !unseen && (*at == 0 || *c != '\0'))
        .map(|(_, c)| c)
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
}

fn fold(text: &str) -> impl Iterator<Item = char> {
    let mut gap = true;
    text.trim().chars().flat_map(fold_char).filter(move |c| {
        let keep = *c != ' ' || !gap;
        gap = *c == ' ';
        keep
    })
}
