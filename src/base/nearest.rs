//! What was probably meant by a word that nothing is called.

use strsim::{jaro_winkler, osa_distance};

/// The candidate that looks most like `word`, if one looks alike at all: a slip or two of the
/// finger away, or begun alike.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    if word.len() > 200 {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (candidate.to_lowercase(), candidate))
        .filter(|(other, _)| are_alike(&word, other))
        .map(|(other, candidate)| (jaro_winkler(&word, &other), candidate))
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// Whether one word may have been written for the other.
fn are_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let slips = match long.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        letters => 3.max(letters / 5),
    };
    let within = |slips| least_slips(one, other) <= slips && osa_distance(one, other) <= slips;
    (short.len() > 3 && long.starts_with(short)) || within(slips)
}

/// With fewer slips than this nobody wrote one word for the other: each puts in, takes away or
/// changes one letter at most. Nearly all words of a network are so far from each other, and this
/// is told in a small part of the time that the slips are counted in.
fn least_slips(one: &str, other: &str) -> usize {
    // A few letters are counted as one: that makes words nearer, and never farther.
    let mut more = [0_i32; 32];
    one.chars().for_each(|letter| more[letter as usize % 32] += 1);
    other.chars().for_each(|letter| more[letter as usize % 32] -= 1);
    let sum = |side: fn(i32) -> u32| more.iter().map(|count| side(*count)).sum::<u32>();
    let (here, there) = (sum(|it| it.max(0).unsigned_abs()), sum(|it| it.min(0).unsigned_abs()));
    here.max(there) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_may_have_been_meant_is_proposed() {
        let keys = ["photo", "talks", "location", "headline", "updated", "name"];
        for (word, wanted) in [
            ("headlin", "headline"),
            ("locatie", "location"),
            ("nmae", "name"),
            ("head", "headline"),
        ] {
            assert_eq!(nearest(word, keys), Some(wanted));
        }
        assert!(
            ["phone", "position", "tags", "date", "x", ""]
                .iter()
                .all(|word| nearest(word, keys).is_none())
        );
    }

    proptest! {
        #[test]
        fn no_two_words_are_nearer_than_their_letters(one in "[a-eé ]{0,12}", other in "[a-eé ]{0,12}") {
            prop_assert!(least_slips(&one, &other) <= osa_distance(&one, &other));
        }
    }
}
