//! A question as it is typed: its words, phrases in quotation marks, and what a minus leaves out.

use super::joints;
use super::pairs::tells;
use super::signs::{folded, is_signed};
use super::speech::is_stop;
use super::words::{cut, is_unspaced, pairs, runs};

/// With more words that say about what, a question is a text, of which nothing has every word.
const MOST_WORDS: usize = 8;

/// A word that somebody looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about how a word is typed")]
pub(super) struct Asked {
    /// The word, folded.
    pub(super) word: String,
    /// Whether it is a piece of a script without spaces.
    pub(super) piece: bool,
    /// Whether it stands in quotation marks: as it is written, and in no other form.
    pub(super) exact: bool,
    /// Whether it asks, or holds a sentence together.
    pub(super) stop: bool,
    /// Whether it comes right after the word before it.
    pub(super) follows: bool,
    /// Whether it is the last word, which may not be whole yet.
    pub(super) last: bool,
}

/// A question in its words.
#[derive(Debug, Default)]
pub(super) struct Question {
    /// The words.
    pub(super) words: Vec<Asked>,
    /// What must not be there.
    pub(super) without: Vec<Asked>,
}

impl Question {
    /// Reads a question.
    pub(super) fn of(text: &str) -> Self {
        let mut question = Self::default();
        for part in parts(text) {
            let into = if part.minus { &mut question.without } else { &mut question.words };
            let mut follows = false;
            for (word, piece) in part.words() {
                let is_known = into.iter().any(|known| known.word == word);
                if !is_known {
                    let stop = !part.quoted && !piece && is_stop(&word);
                    let exact = part.quoted || is_signed(&word);
                    into.push(Asked { word, piece, exact, stop, follows, last: false });
                }
                follows = !is_known;
            }
        }
        if let Some(last) = question.words.last_mut() {
            last.last = true;
        }
        // A question of nothing but small words means them.
        if question.words.iter().all(|word| word.stop) {
            question.words.iter_mut().for_each(|word| word.stop = false);
        }
        question
    }

    /// The words one by one, those of phrases too.
    pub(super) fn one_by_one(&self) -> Vec<Asked> {
        let apart = |asked: &Asked| -> Vec<Asked> {
            let words = asked.word.split(' ');
            words.map(|word| Asked { word: word.to_owned(), ..asked.clone() }).collect()
        };
        self.words.iter().flat_map(apart).collect()
    }

    /// Whether it is a text rather than a question.
    pub(super) fn is_text(&self) -> bool {
        self.words.iter().filter(|word| !word.stop && !word.exact && !word.piece).count()
            > MOST_WORDS
    }
}

/// The words of a text as they are looked for, and whether each is a piece of a script without
/// spaces.
pub(super) fn words(text: &str) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    split(&folded(&joints::plain(text)), |word, piece| found.push((word.to_owned(), piece)));
    found
}

/// The same of a text that was folded.
pub(super) fn split<'a>(folded: &'a str, mut each: impl FnMut(&'a str, bool)) {
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if is_signed(word) {
            each(cut(word), false);
            continue;
        }
        for run in runs(word) {
            if !is_unspaced(run) {
                each(cut(run), false);
            } else if run.chars().count() == 1 {
                each(run, true);
            } else {
                pairs(run).for_each(|pair| each(pair, true));
            }
        }
    }
}

struct Part {
    text: String,
    quoted: bool,
    minus: bool,
}

impl Part {
    /// The words of the part. A phrase in quotation marks is one; in a script without spaces its
    /// pieces say themselves what stands side by side.
    fn words(&self) -> Vec<(String, bool)> {
        let words = words(&self.text);
        let tells = |both: &[(String, bool)]| tells(&both[0].0, &both[1].0);
        if !self.quoted || words.iter().any(|(_, piece)| *piece) || !words.windows(2).any(tells) {
            return words;
        }
        let words: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
        vec![(words.join(" "), false)]
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// What stands in quotation marks, what has a minus before it, and what is between.
fn parts(text: &str) -> Vec<Part> {
    let letters: Vec<char> = text.chars().collect();
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut at = 0;
    while at < letters.len() {
        let begins = at == 0 || letters[at - 1].is_whitespace();
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let minus = begins
            && matches!(letters[at], '-' | '−')
            && (next.is_alphanumeric() || is_quote(next) || next == '.');
        let from = at + usize::from(minus);
        let close = |from: usize| {
            let quote = letters[from + 1..].iter().position(|c| is_quote(*c))?;
            (quote > 0).then_some(from + 1 + quote)
        };
        let quoted = if is_quote(letters[from]) { close(from) } else { None };
        if !minus && quoted.is_none() {
            plain.push(letters[at]);
            at += 1;
            continue;
        }
        let space = letters[from..].iter().position(|c| c.is_whitespace());
        let end = quoted.unwrap_or(from + space.unwrap_or(letters.len() - from));
        let inside = from + usize::from(quoted.is_some());
        let before = std::mem::take(&mut plain);
        parts.push(Part { text: before, quoted: false, minus: false });
        let text = letters[inside..end].iter().collect();
        parts.push(Part { text, quoted: quoted.is_some(), minus });
        at = end + usize::from(quoted.is_some());
    }
    parts.push(Part { text: plain, quoted: false, minus: false });
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_the_shared_vectors_say() {
        let vectors: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/browser/words.json"))
                .expect("the vectors are JSON");
        for vector in vectors.as_array().expect("a list") {
            let text = vector["text"].as_str().expect("a text");
            let question = Question::of(text);
            let said = |words: &[Asked], which: fn(&Asked) -> bool| -> Vec<String> {
                words.iter().filter(|it| which(it)).map(|it| it.word.clone()).collect()
            };
            let expected = |key: &str| -> Vec<String> {
                let list = vector[key].as_array().into_iter().flatten();
                list.filter_map(|it| it.as_str()).map(str::to_owned).collect()
            };
            assert_eq!(said(&question.words, |_| true), expected("asked"), "{text}");
            for (key, words, which) in [
                ("stops", &question.words, (|it| it.stop) as fn(&Asked) -> bool),
                ("exact", &question.words, |it| it.exact),
                ("without", &question.without, |_| true),
            ] {
                assert_eq!(said(words, which), expected(key), "{key} of {text}");
            }
        }
    }
}
