//! A question as it is typed: its words, phrases in quotation marks, and what a minus leaves out.

use super::joints;
use super::pairs::tells;
use super::signs::{folded, is_signed};
use super::small_words::{is_since, is_stop, is_unit};
use super::words::{cut, is_unspaced, pairs, runs};
use std::collections::HashMap;

/// With more words that say about what, a question is a text, of which nothing has every word.
const MOST_WORDS: usize = 8;

/// A word that somebody looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about how a word is typed")]
pub(super) struct Asked {
    /// The word, folded.
    pub(super) word: String,
    /// As it was typed.
    pub(super) typed: String,
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
    /// Whether a word denies it, rather than a minus: of a place, only who is there.
    pub(super) denied: bool,
    /// Whether a sign before it says that it may stand for the word before: `C++/C#`.
    pub(super) instead: bool,
}

/// A question in its words.
#[derive(Debug, Default)]
pub(super) struct Question {
    /// The words.
    pub(super) words: Vec<Asked>,
    /// What must not be there.
    pub(super) without: Vec<Asked>,
}

/// With fewer small words, a question of nothing else means them: `de`, `the who`.
const LEAST_ASKING: usize = 3;

impl Question {
    /// Reads a question as it stands.
    #[cfg(test)]
    pub(super) fn of(text: &str) -> Self {
        let (words, without) = tokens(text);
        Self::made(words, without, false)
    }

    /// A question of words, each of which is looked for once, beside choices where it has any.
    pub(super) fn made(words: Vec<Asked>, without: Vec<Asked>, has_choices: bool) -> Self {
        let mut question = Self { words: once(words), without: once(without) };
        let is_all = question.without.is_empty() && !has_choices;
        let is_short = question.words.len() < LEAST_ASKING;
        if is_all && is_short && question.words.iter().all(|word| word.stop) {
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

fn once(words: Vec<Asked>) -> Vec<Asked> {
    let mut kept: Vec<Asked> = Vec::with_capacity(words.len());
    let mut is_known = true;
    for word in words {
        let follows = word.follows && !is_known;
        is_known = kept.iter().any(|known| known.word == word.word);
        if !is_known {
            kept.push(Asked { follows, ..word });
        }
    }
    kept
}

/// The words of a question one after the other, and those that must not be there.
pub(super) fn tokens(text: &str) -> (Vec<Asked>, Vec<Asked>) {
    let (mut words, mut without) = (Vec::new(), Vec::new());
    for part in parts(text) {
        let into = if part.minus { &mut without } else { &mut words };
        let typed = typed(&part.text);
        for (at, (word, piece)) in part.words().into_iter().enumerate() {
            let quoted = if part.quoted { Some(part.text.trim()) } else { None };
            into.push(Asked {
                typed: quoted.or(typed.get(&word).copied()).unwrap_or(&word).to_owned(),
                piece,
                stop: !part.quoted && !piece && is_stop(&word),
                exact: part.quoted || is_signed(&word),
                follows: at > 0,
                last: false,
                instead: part.instead && at == 0,
                denied: false,
                word,
            });
        }
    }
    if let Some(last) = words.last_mut() {
        last.last = true;
    }
    for at in 0..words.len() {
        // Since 2018, ten years: how long is not about what.
        let is_number = words[at].word.bytes().all(|byte| byte.is_ascii_digit());
        let is_since = at > 0 && is_since(&words[at - 1].word);
        let is_counted = words.get(at + 1).is_some_and(|next| is_unit(&next.word));
        if is_number && !words[at].exact && (is_since || is_counted) {
            words[at].stop = true;
            if is_counted {
                words[at + 1].stop = true;
            }
        }
    }
    (words, without)
}

/// As what each word of a text was typed.
fn typed(text: &str) -> HashMap<String, &str> {
    let mut all = HashMap::new();
    for chunk in text.split_whitespace() {
        let inside = |c: char| !c.is_alphanumeric();
        let found = words(chunk);
        if found.iter().all(|(_, piece)| *piece) || found.len() == 1 {
            let bare = chunk.trim_matches(inside);
            for (word, _) in found {
                let shown = if is_signed(&word) { trimmed(chunk) } else { bare };
                all.entry(word).or_insert(shown);
            }
        } else {
            for part in chunk.split(|c: char| c.is_ascii_punctuation() && c != '\'') {
                for (word, _) in words(part) {
                    all.entry(word).or_insert(part.trim_matches(inside));
                }
            }
        }
    }
    all
}

/// A word without the marks of the sentence around it.
fn trimmed(chunk: &str) -> &str {
    chunk.trim_matches([',', ';', ':', '?', '!', '(', ')'])
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
        // Most words are of letters among which there is nothing to tell apart.
        if word.is_ascii() || is_signed(word) {
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

#[derive(Default)]
struct Part {
    text: String,
    quoted: bool,
    minus: bool,
    instead: bool,
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
    let (mut at, mut instead) = (0, false);
    while at < letters.len() {
        if is_instead(&letters, at) {
            parts.push(Part { text: std::mem::take(&mut plain), instead, ..Part::default() });
            (at, instead) = (at + 1, true);
            continue;
        }
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
        parts.push(Part { text: before, instead, ..Part::default() });
        instead = false;
        let text = letters[inside..end].iter().collect();
        parts.push(Part { text, quoted: quoted.is_some(), minus, instead: false });
        at = end + usize::from(quoted.is_some());
    }
    parts.push(Part { text: plain, instead, ..Part::default() });
    parts
}

/// Whether a stroke stands between names of which one has a sign: `C/C++`, `C++/C#`.
fn is_instead(letters: &[char], at: usize) -> bool {
    let sign = |at: usize| matches!(letters.get(at), Some('+' | '#'));
    if letters[at] != '/' || at == 0 {
        return false;
    }
    let end = at + 1 + letters[at + 1..].iter().take_while(|c| c.is_alphanumeric()).count();
    end > at + 1 && (sign(at - 1) || (letters[at - 1].is_alphanumeric() && sign(end)))
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
