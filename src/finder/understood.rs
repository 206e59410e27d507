//! What a question means: what must be there, what either of will do, and what is not wanted.
//!
//! `not`, `without` and their like deny the name after them, or the word; `or` lets either of the
//! names around it do. Names are those of topics, entries and places. Where a name itself has such
//! a word (`not-for-profit`), it is only a part of it.

use super::entry::Field;
use super::fit::Why;
use super::forms::Forms;
use super::index::Index;
use super::phrase::{contains, find_phrase};
use super::question::{Asked, Question, tokens};
use super::signs::folded;
use std::ops::Range;

/// Names of more words are not looked for.
const MOST_OF_NAME: usize = 5;
/// The same of names of places.
const MOST_OF_PLACE: usize = 3;
/// The same around a word that denies.
const MOST_AROUND: usize = 8;

/// A question that was understood.
#[derive(Debug)]
pub(super) struct Understood {
    /// What must be there, and what must not.
    pub(super) question: Question,
    /// What either of will do: each a list of sides, each in its words.
    pub(super) choices: Vec<Vec<Vec<Asked>>>,
    /// Whether nothing is asked but that something is asked.
    pub(super) is_empty: bool,
}

/// What was read so far.
enum Read {
    Word(Asked),
    Choice(Vec<Vec<Asked>>),
}

/// Understands a question. Where there is nobody, nobody is left of what is denied: there its words
/// are what they are, as in `without Rust`.
pub(super) fn understood(index: &Index, text: &str) -> Understood {
    let may_deny = index.experts > 0;
    let (tokens, mut without) = tokens(text);
    let reader = Reader { index, tokens };
    let mut read: Vec<Read> = Vec::new();
    let (mut at, mut is_apart, mut denied) = (0, false, false);
    while let Some(token) = reader.tokens.get(at) {
        let denies = may_deny && index.speaking.denies(&token.word);
        let chooses = reader.chooses(at);
        let is_plain = token.stop && (denies || chooses) && !reader.is_in_name(at);
        if is_plain
            && (denies || denied)
            && let Some(run) = reader.denied(at + 1)
        {
            without.extend(reader.unwanted(&run));
            (at, is_apart, denied) = (run.end, true, true);
            continue;
        }
        denied = false;
        let from = if token.instead { at } else { at + 1 };
        if (token.instead || (is_plain && chooses))
            && let Some(run) = reader.after(from)
            && let Some(mut sides) = reader.before(&mut read)
        {
            sides.push(reader.tokens[run.clone()].to_vec());
            read.push(Read::Choice(sides));
            (at, is_apart) = (run.end, true);
            continue;
        }
        let follows = token.follows && !is_apart;
        read.push(Read::Word(Asked { follows, ..token.clone() }));
        (at, is_apart) = (at + 1, false);
    }
    let (mut words, mut choices) = (Vec::new(), Vec::new());
    for one in read {
        match one {
            Read::Word(word) => words.push(word),
            Read::Choice(sides) => choices.push(sides),
        }
    }
    let whole = folded(text);
    let mut question = Question::made(words, without, !choices.is_empty());
    let asks = question.words.iter().all(|word| word.stop) && choices.is_empty();
    if asks {
        // `Who does IT?`: what is written in capitals is meant.
        let is_title = is_title(index, &whole);
        let is_loud = text.to_uppercase() == text;
        let is_meant = |word: &Asked| is_title || (!is_loud && is_in_capitals(&word.typed));
        question.words.iter_mut().for_each(|word| word.stop = word.stop && !is_meant(word));
    }
    let asks = question.words.iter().all(|word| word.stop) && choices.is_empty();
    Understood {
        is_empty: asks && question.without.is_empty() && !whole.is_empty(),
        question,
        choices,
    }
}

fn is_in_capitals(typed: &str) -> bool {
    typed.chars().count() > 1 && typed.chars().all(char::is_uppercase)
}

/// Whether an entry is called so, of several words.
fn is_title(index: &Index, whole: &str) -> bool {
    whole.contains(' ') && index.names.beginning(whole).any(|(known, _)| **known == *whole)
}

struct Reader<'a> {
    index: &'a Index,
    tokens: Vec<Asked>,
}

impl Reader<'_> {
    fn chooses(&self, at: usize) -> bool {
        self.index.speaking.chooses(&self.tokens[at].word)
    }

    /// Whether a topic, an entry or a place is called by several words.
    fn is_name(&self, run: &[Asked]) -> bool {
        self.topic(run).is_some() || {
            let words: Vec<&str> = run.iter().map(|it| it.word.as_str()).collect();
            let whole = words.join(" ");
            is_title(self.index, &whole) || self.is_place(run, &whole)
        }
    }

    fn is_place(&self, run: &[Asked], whole: &str) -> bool {
        let found = || find_phrase(self.index, whole, true).found;
        let is_place = |why: Why| why == Why::Field(Field::Place);
        run.len() <= MOST_OF_PLACE
            && !run.windows(2).all(|both| both.iter().all(|it| it.stop))
            && !run.last().is_some_and(|it| it.stop)
            && found().values().any(|mark| is_place(mark.why))
    }

    /// The name of a topic that words are, in any form.
    fn topic(&self, run: &[Asked]) -> Option<&str> {
        let forms: Vec<Forms> =
            run.iter().map(|it| Forms::of(&self.index.tongues, it, true)).collect();
        let is_it = |name: &&String| {
            name.split(' ').count() == forms.len()
                && name.split(' ').zip(&forms).all(|(word, form)| form.weigh(word) > 0)
        };
        let mut names = self.index.topics.iter().flat_map(|topic| &topic.names);
        names.find(is_it).map(String::as_str)
    }

    /// Whether a word is a part of a name in the question.
    fn is_in_name(&self, at: usize) -> bool {
        let end = (at + 1..self.tokens.len()).find(|at| !self.tokens[*at].stop);
        let ahead = &self.tokens[at..=end.unwrap_or(at)];
        if ahead.len() > 1 {
            let words: Vec<&str> = ahead.iter().map(|it| it.word.as_str()).collect();
            let phrase = words.join(" ");
            let mut names = self.index.topics.iter().flat_map(|topic| &topic.names);
            if names.any(|name| contains(name, &phrase)) {
                return true;
            }
        }
        let from = (at + 1).saturating_sub(MOST_AROUND);
        (from..=at).any(|from| {
            let most = self.tokens.len().min(from + MOST_AROUND);
            (at + 1..=most).any(|to| {
                let run = &self.tokens[from..to];
                run.len() > 1 && {
                    let words: Vec<&str> = run.iter().map(|it| it.word.as_str()).collect();
                    self.topic(run).is_some() || is_title(self.index, &words.join(" "))
                }
            })
        })
    }

    /// What is denied by a word before `from`.
    fn denied(&self, from: usize) -> Option<Range<usize>> {
        let run = self.after(from)?;
        let mut between = self.tokens[from..=run.start].iter();
        let is_only = between.any(|it| self.index.speaking.only(&it.word));
        (!is_only).then_some(run)
    }

    /// The name, or the word that says about what, that comes next.
    fn after(&self, from: usize) -> Option<Range<usize>> {
        for at in from..self.tokens.len() {
            let most = (self.tokens.len() - at).min(MOST_OF_NAME);
            let name = (2..=most).rev().find(|long| self.is_name(&self.tokens[at..at + long]));
            if let Some(long) = name {
                return Some(at..at + long);
            }
            if !self.tokens[at].stop {
                return Some(at..at + 1);
            }
        }
        None
    }

    /// The name or the word that was read last, for a choice; the choice that was.
    fn before(&self, read: &mut Vec<Read>) -> Option<Vec<Vec<Asked>>> {
        let last = read.pop()?;
        let last = match last {
            Read::Choice(sides) => return Some(sides),
            Read::Word(word) if word.stop => {
                read.push(Read::Word(word));
                return None;
            }
            Read::Word(word) => word,
        };
        let mut side = vec![last];
        let words = read.iter().rev().map_while(|one| match one {
            Read::Word(word) => Some(word),
            Read::Choice(_) => None,
        });
        let words: Vec<&Asked> = words.take(MOST_OF_NAME - 1).collect();
        let longer = (1..=words.len()).rev().find_map(|long| {
            let mut run: Vec<Asked> = words[..long].iter().rev().map(|it| (*it).clone()).collect();
            run.extend(side.iter().cloned());
            self.is_name(&run).then_some(run)
        });
        if let Some(longer) = longer {
            read.truncate(read.len() + 1 - longer.len());
            side = longer;
        }
        Some(vec![side])
    }

    /// What must not be there, of words that are denied: as they are written, side by side, and the
    /// topic that they name.
    fn unwanted(&self, run: &Range<usize>) -> Vec<Asked> {
        let run = &self.tokens[run.clone()];
        let join = |part: fn(&Asked) -> &str| run.iter().map(part).collect::<Vec<_>>().join(" ");
        let typed = join(|it| &it.typed);
        let word = join(|it| &it.word);
        let one = |word: String| Asked {
            exact: run.len() > 1 || run[0].exact,
            piece: run[0].piece,
            denied: true,
            typed: typed.clone(),
            word,
            ..Asked::default()
        };
        let topic = if run.len() > 1 { self.topic(run) } else { None };
        let topic = topic.filter(|topic| *topic != word).map(str::to_owned);
        topic.into_iter().chain([word]).map(one).collect()
    }
}
