//! What of a text is wanted: without what its sentences say is not.

use super::question::words;
use super::signs::folded;
use super::small_words::{Speaking, is_stop};
use std::borrow::Cow;
use std::ops::Range;

/// Ends of sentences.
const ENDS: [char; 7] = ['.', '!', '?', ';', ':', '\n', '؟'];

/// A text without what it says is not wanted; as it is where it says so of nothing. `names` gives
/// where topics are named in some words.
pub(super) fn wanted<'a>(
    text: &'a str,
    speaking: &Speaking,
    names: impl Fn(&[String]) -> Vec<Range<usize>>,
) -> Cow<'a, str> {
    let mut kept = Vec::new();
    let mut is_same = true;
    for sentence in text.split_inclusive(ENDS) {
        let words: Vec<String> = words(sentence).into_iter().map(|(word, _)| word).collect();
        if !words.iter().any(|word| speaking.denies(word)) {
            kept.push(Cow::Borrowed(sentence));
            continue;
        }
        let denied = denied(&words, speaking, &names(&words));
        is_same &= denied.is_empty();
        let is_kept = |at: &usize| !denied.iter().any(|run| run.contains(at));
        let rest: Vec<&str> =
            (0..words.len()).filter(is_kept).map(|at| words[at].as_str()).collect();
        kept.push(Cow::Owned(format!("{}\n", folded(&rest.join(" ")))));
    }
    if is_same { text.into() } else { kept.concat().into() }
}

/// Where a sentence says what is not wanted.
fn denied(words: &[String], speaking: &Speaking, names: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut denied: Vec<Range<usize>> = Vec::new();
    let longest =
        |runs: &mut dyn Iterator<Item = &Range<usize>>| runs.max_by_key(|run| run.len()).cloned();
    let mut at = 0;
    while at < words.len() {
        let follows = denied.last().is_some_and(|last| last.end == at);
        if !(speaking.denies(&words[at]) || (follows && speaking.chooses(&words[at]))) {
            at += 1;
            continue;
        }
        let is_name = |at: usize| names.iter().any(|run| run.start == at);
        let next = (at + 1..words.len()).find(|at| is_name(*at) || !is_stop(&words[*at]));
        let between = &words[at + 1..next.map_or(words.len(), |next| next + 1)];
        if between.iter().any(|word| speaking.only(word)) {
            at += 1;
            continue;
        }
        let run = match next {
            Some(next) => {
                let here = longest(&mut names.iter().filter(|run| run.start == next));
                here.or(Some(next..next + 1))
            }
            // `Heat pumps are not needed.`
            None => longest(&mut names.iter().filter(|run| {
                run.end <= at && words[run.end..at].iter().all(|word| is_stop(word))
            })),
        };
        at = run.as_ref().map_or(at + 1, |run| run.end.max(at + 1));
        denied.extend(run);
    }
    denied
}
