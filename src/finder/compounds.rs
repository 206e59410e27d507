//! Two words of a question that may stand as one in an entry.

use super::question::Asked;
use super::speech::Tongue;
use std::collections::BTreeSet;

/// Between two words that may stand as one the other way round, so many small words may stand.
const MOST_BETWEEN: usize = 2;

/// Two words of a question that stand side by side among those that say about what.
pub(super) struct Compound<'a> {
    /// The one that comes first in the question.
    pub(super) first: &'a Asked,
    /// What they may be as one.
    pub(super) words: Vec<Asked>,
}

/// Words that stand side by side, as one: `warmte netten`. And those with small words between,
/// the other way round: `Planung der Stadt` is `Stadtplanung`, `planning van de stad` is
/// `stadsplanning`.
pub(super) fn compounds<'a>(tongues: &[&Tongue], words: &'a [Asked]) -> Vec<Compound<'a>> {
    let plain = |word: &Asked| !word.stop && !word.exact && !word.piece;
    let mut all = Vec::new();
    for (at, first) in words.iter().enumerate().filter(|(_, word)| plain(word)) {
        let after = words[at + 1..].iter().take_while(|word| word.follows);
        let Some((between, second)) =
            after.take(MOST_BETWEEN + 1).enumerate().find(|(_, word)| !word.stop)
        else {
            continue;
        };
        if !plain(second) {
            continue;
        }
        let words = if between == 0 {
            let one = |beginning| as_one(beginning, second);
            beginnings(tongues, first).into_iter().map(one).collect()
        } else {
            let linked = |it: String| [it.clone() + "s", it];
            let all: BTreeSet<String> =
                beginnings(tongues, second).into_iter().flat_map(linked).collect();
            all.into_iter().map(|beginning| as_one(beginning, first)).collect()
        };
        all.push(Compound { first, words });
    }
    all
}

fn as_one(beginning: String, end: &Asked) -> Asked {
    Asked { word: beginning + &end.word, ..end.clone() }
}

/// What may stand of a word where it is written as one with the next: itself, and its stems, as
/// `städtische Planung` is `Stadtplanung`.
fn beginnings(tongues: &[&Tongue], word: &Asked) -> BTreeSet<String> {
    let stems = tongues.iter().map(|tongue| tongue.stem(&word.word));
    stems.chain([word.word.clone()]).collect()
}
