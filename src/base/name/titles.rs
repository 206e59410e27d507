//! What stands around a name and is no part of it: titles before it, degrees behind it, and which
//! of several of one name somebody is.

use crate::base::word_list::is_among;

const BEFORE: &str = "dr drs ir ing mr prof bc dhr mevr mw mrs ms mx sir dame rev ds mag mgr dott \
                      frau herr dipl";

const BEHIND: &str = "msc bsc ba ma mba bba phd dphil edd psyd md dds dvm pharmd dsc mphil mres \
                      mpa mph mfa bfa mtech btech mcom bcom llb llm jd beng meng esq esquire rn \
                      rgn pmp cpa cfa cissp frs frcp frics riba obe mbe cbe ra rc aa";

const GENERATIONS: &str = "jr sr jnr snr ii iii iv 2nd 3rd 4th";

fn bare(word: &str) -> String {
    word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect()
}

/// Whether a word stands before names.
fn is_before(word: &str) -> bool {
    is_among(BEFORE, &bare(word))
}

/// Whether a word is a degree, or letters of another kind that stand behind names. `Ma` and `Ba`
/// are names, `MA` and `B.A.` are not.
fn is_behind(word: &str) -> bool {
    let short = bare(word);
    let mut signs = word.chars();
    let is_name = short.len() == 2
        && signs.next().is_some_and(char::is_uppercase)
        && signs.all(char::is_lowercase);
    !is_name && is_among(BEHIND, &short)
}

/// Whether a word says which of several of one name somebody is: `Jr.`, `III`, `VII`.
pub(super) fn is_generation(word: &str) -> bool {
    // One letter is an initial: `Jan I. Bos`, `J. V. Smit`.
    let is_number = || {
        let word = word.trim_end_matches('.');
        word.len() > 1 && word.chars().all(|sign| matches!(sign, 'I' | 'V' | 'X'))
    };
    is_among(GENERATIONS, &bare(word)) || is_number()
}

/// The name before its first comma, and what stands behind it and is a name too: `Doe` and `John`
/// of `Doe, John, MD`, and `Jane Doe` alone of `Jane Doe, PhD, RN`.
pub(super) fn sides(name: &str) -> (&str, Option<&str>) {
    let mut parts = name.split(',').map(str::trim).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    for (at, part) in parts.enumerate() {
        let all = |is: fn(&str) -> bool| part.split_whitespace().all(is);
        // `King, Jr., Martin`: the name goes on.
        if all(is_generation) {
            continue;
        }
        // `Bakker, MA` has the letters of two given names.
        let is_initials = at == 0
            && !first.contains(' ')
            && part.len() == 2
            && part.chars().all(char::is_uppercase);
        let is_title = |word: &str| is_before(word) || is_behind(word) || is_generation(word);
        let is_name = is_initials || !all(is_title);
        return (first, is_name.then_some(part));
    }
    (first, None)
}

/// Words of a name without titles before them and letters behind them. Of a whole name two are
/// left, whatever they look like; of given names one.
pub(super) fn without_titles(name: &str, least: usize) -> Vec<&str> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > least && is_before(words[0]) {
        words.remove(0);
    }
    // The fifth of a name behind all of it: `John Smith V`.
    let is_fifth = |word: &str, before: usize| word == "V" && before > 2;
    let is_over = |words: &[&str]| {
        let last = words.last();
        last.is_some_and(|it| is_behind(it) || is_generation(it) || is_fifth(it, words.len()))
    };
    while words.len() > least && is_over(&words) {
        words.pop();
    }
    words
}
