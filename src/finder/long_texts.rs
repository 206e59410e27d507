//! What answers a text: it has more words than anybody could have.

use super::fit::{Said, find};
use super::forms::Forms;
use super::index::Index;
use super::question::Asked;
use super::search::{Sums, rarity, sums};
use std::cmp::Reverse;

/// Of a text, so many words are looked for: the longest.
const MOST_OF_TEXT: usize = 40;
/// Shorter words of a text say little.
const LEAST_OF_TEXT: usize = 3;
/// What a text is about: each of its longest words for itself.
pub(super) fn of_text(index: &Index, words: &[&Asked]) -> Sums {
    let mut said = Said::new();
    for word in words {
        said.insert(word.word.clone());
        said.extend(index.tongues.iter().map(|tongue| tongue.stem(&word.word)));
    }
    let long = |word: &&&Asked| word.word.chars().count() >= LEAST_OF_TEXT || word.exact;
    let mut longest: Vec<&&Asked> = words.iter().filter(long).collect();
    longest.sort_by_key(|word| Reverse(word.word.chars().count()));
    longest.truncate(MOST_OF_TEXT);
    let mut all = Sums::new();
    for word in longest {
        let fit = find(index, &Forms::of(&index.tongues, word, true), Some(&said));
        let rare = rarity(index, fit.found.len());
        for (entry, sum) in sums(&fit.found, |points| points * rare / 4) {
            all.entry(entry).or_default().add(&sum);
        }
    }
    all.retain(|_, sum| sum.points > 0);
    all
}
