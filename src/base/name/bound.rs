//! Names of the Arabic and the Hebrew world, of which some words are one with the next: `Abu Zayd`,
//! `عبد الله`, `בן גוריון`.

use crate::base::fold::fold;
use crate::base::word_list::is_among;

/// What says whose child somebody is, folded. Several of them are one chain.
const CHILD_OF: &str = "bin ibn bint بن ابن بنت בן בת בר";

/// The same in words that are given names elsewhere.
const GIVEN_TOO: &str = "ben bat bar";

/// What is the beginning of a name, folded.
const BEGINNING: &str = "abu abou abd abdel abdul umm عبد ابو ابي ابا ام ال ذو ذي אבן אבו";

/// What is the end of a name, folded: `نور الدين`.
const END: &str = "الله الدين الاسلام الزمان";

/// Articles that stand alone: `Abd al Rahman`.
const ARTICLE: &str = "al el ar as ad ash an at az";

/// Where the family's part of a name begins: its last name with what is tied to it, or the chain of
/// those whose child somebody is.
pub(super) fn last_name(words: &[&str]) -> usize {
    let names = names(words);
    let chain = names.iter().rev().take_while(|from| is_child_of(words, **from)).last();
    chain.or(names.last()).copied().unwrap_or_default()
}

/// Where each name of a whole name begins.
fn names(words: &[&str]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        starts.push(at);
        let mut is_begun = false;
        while at + 1 < words.len() && (is_child_of(words, at) || is_beginning(words[at])) {
            is_begun = !is_child_of(words, at);
            at += 1;
        }
        if is_begun && at + 1 < words.len() && is_among(ARTICLE, &words[at].to_lowercase()) {
            at += 1;
        }
        at += 1;
        while words.get(at).is_some_and(|word| is_among(END, &fold(word))) {
            at += 1;
        }
    }
    starts
}

fn is_beginning(word: &str) -> bool {
    is_among(BEGINNING, &fold(word))
}

/// Whether the word at `at` says whose child somebody is. At the beginning of a Hebrew name it is a
/// given name: `בן כהן`.
fn is_child_of(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let is_hebrew = word.starts_with(is_hebrew);
    if at == 0 && (is_hebrew || is_among(GIVEN_TOO, &fold(word))) {
        return false;
    }
    is_among(CHILD_OF, &fold(word)) || is_among(GIVEN_TOO, &fold(word))
}

fn is_hebrew(sign: char) -> bool {
    ('\u{590}'..='\u{5ff}').contains(&sign)
}

/// Whether a name is written in a script whose names have such words, or has one in Latin letters
/// between others.
pub(super) fn has_bound(words: &[&str]) -> bool {
    let is_of_there = |sign: char| {
        is_hebrew(sign) || matches!(sign, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
    };
    let is_written_so = words.iter().any(|word| word.starts_with(is_of_there));
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) && is_among(GIVEN_TOO, &fold(word));
    let mut between = 1..words.len().saturating_sub(1);
    let ties = |at| (is_child_of(words, at) && !is_name(words[at])) || is_beginning(words[at]);
    is_written_so || between.any(ties)
}
