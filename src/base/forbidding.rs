//! Short sentences that say that something is not to be shown.

use super::fold::fold;

/// Words by which a sentence says no, and how words begin for what is not to be done.
const NOT: [&str; 13] = [
    "not", "dont", "never", "niet", "nooit", "geen", "nicht", "nie", "kein", "pas", "non", "no",
    "ne",
];
const SHOWING: [&str; 13] = [
    "publi",
    "show",
    "display",
    "listed",
    "visib",
    "tonen",
    "zichtbaar",
    "zeigen",
    "anzeigen",
    "veroffentlich",
    "veroeffentlich",
    "montrer",
    "affich",
];

/// Whether a short sentence says that something is not to be shown.
pub(super) fn forbids(value: &str) -> bool {
    /// Longer ones tell of something else.
    const MOST: usize = 60;
    if value.len() > MOST || !value.contains(' ') {
        return false;
    }
    let words = fold(value).replace(['\'', '\u{2019}'], "");
    let words: Vec<&str> = words.split(|sign: char| !sign.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let shows = |word: &&str| SHOWING.iter().any(|beginning| word.starts_with(beginning));
    words
        .iter()
        .enumerate()
        .any(|(at, word)| NOT.contains(word) && words[at + 1..].iter().take(3).any(shows))
}
