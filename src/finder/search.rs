//! The rule by which the finder answers.
//!
//! Every word that says about what must be found. It counts where it stands for most (`fit`), rare
//! words more than frequent ones. Entries that are about a topic count by their topic score, when a
//! word means the topic or one that is wider. A title that is the whole question, or begins with
//! it, stands above others. What counts the same stands in the order of `ties`.
//!
//! When nothing has every word, as many as go together answer, people before all, and it is said
//! which were left out. A text has more words than anybody could have: the longest of them answer,
//! each for itself.

use super::compounds::compounds;
use super::entry::Field;
use super::fit::{Fit, Found, Mark, Said, Why, find, joined, keep, topic_points};
use super::forms::{Forms, NEAR, WHOLE};
use super::index::Index;
use super::question::{Asked, Question};
use super::signs::folded;
use super::ties;
use crate::edition::TopicId;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// Of a text, so many words are looked for: the longest.
const MOST_OF_TEXT: usize = 40;
/// Shorter words of a text say little.
const LEAST_OF_TEXT: usize = 3;
/// How often at most a word is rarer by half.
const MOST_RARE: u32 = 12;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The entry, by its number in the index.
    pub entry: usize,
    /// How well it fits.
    pub points: u32,
    /// The topic by whose synonym or wider topic it was found.
    pub through: Option<TopicId>,
    /// Why it was found: for each word, best first, each reason once.
    pub why: Vec<Why>,
}

/// What a question is answered with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What was found, best first.
    pub hits: Vec<Hit>,
    /// When nothing has all words: those that it has.
    pub kept: Option<Vec<String>>,
    /// The words that were left out.
    pub left_out: Vec<String>,
}

/// Points of each entry, with the reasons.
type Sums = HashMap<u32, Sum>;

#[derive(Debug, Clone)]
struct Sum {
    points: u32,
    through: Option<TopicId>,
    why: Vec<(u32, Why)>,
}

/// Everything that fits a question, best first.
pub fn search(index: &Index, text: &str) -> Answer {
    let question = Question::of(text);
    let (words, left_out) = spoken(&question);
    if words.is_empty() {
        return Answer::default();
    }
    let seed = ties::seed(&index.month, &folded(text));
    if question.is_text() {
        let sums = of_text(index, &words);
        let hits = ranked(without(index, sums, &question), index.experts, seed);
        return Answer { hits, ..Answer::default() };
    }
    let fits = fits(index, &question, &words);
    let mut sums = together(index, &fits);
    let one_by_one = question.one_by_one();
    if one_by_one.len() > 1 {
        reward_titles(index, &folded(text), &mut sums);
        reward_topics(index, &one_by_one, &mut sums);
    }
    let hits = ranked(without(index, sums, &question), index.experts, seed);
    if hits.is_empty() && words.len() > 1 {
        return loosely(index, &question, &words, &fits, left_out, seed);
    }
    Answer { hits, kept: None, left_out }
}

/// The words that say about what, and the others.
fn spoken(question: &Question) -> (Vec<&Asked>, Vec<String>) {
    let (stops, words): (Vec<&Asked>, Vec<&Asked>) =
        question.words.iter().partition(|word| word.stop);
    (words, stops.into_iter().map(|word| word.word.clone()).collect())
}

/// What fits each word; two of them may stand as one elsewhere.
fn fits(index: &Index, question: &Question, words: &[&Asked]) -> Vec<Fit> {
    let mut fits: Vec<Fit> = words
        .iter()
        .map(|word| find(index, &Forms::of(&index.tongues, word, false), None))
        .collect();
    for compound in compounds(&index.tongues, &question.words) {
        let at = words.iter().position(|word| std::ptr::eq(*word, compound.first)).unwrap_or(0);
        for word in compound.words {
            for (entry, mark) in joined(index, &Forms::of(&index.tongues, &word, false)) {
                keep(&mut fits[at].found, entry, mark);
                keep(&mut fits[at + 1].found, entry, mark);
            }
        }
    }
    fits
}

/// How often a word is rarer by half than one that everything has.
fn rarity(index: &Index, found: usize) -> u32 {
    let mut times = 0;
    while times < MOST_RARE && found << (times + 1) <= index.entries.len() {
        times += 1;
    }
    times
}

fn sums(found: &Found, scale: impl Fn(u32) -> u32) -> Sums {
    let sum = |(entry, mark): (&u32, &Mark)| {
        let points = scale(mark.points);
        (*entry, Sum { points, through: mark.through, why: vec![(points, mark.why)] })
    };
    found.iter().map(sum).collect()
}

/// What has all words, with the points of all together.
fn together(index: &Index, fits: &[Fit]) -> Sums {
    let mut all = fits.iter().map(|fit| weighed(index, fit));
    let Some(first) = all.next() else { return Sums::new() };
    all.fold(first, |sums, other| both(sums, &other))
}

fn weighed(index: &Index, fit: &Fit) -> Sums {
    let rare = 4 + rarity(index, fit.found.len());
    sums(&fit.found, |points| points * rare / 4)
}

/// What is in both, with the points of both together.
fn both(mut sums: Sums, other: &Sums) -> Sums {
    sums.retain(|entry, sum| other.get(entry).is_some_and(|more| sum.add(more)));
    sums
}

impl Sum {
    fn add(&mut self, more: &Self) -> bool {
        self.points += more.points;
        self.through = self.through.or(more.through);
        self.why.extend_from_slice(&more.why);
        true
    }
}

/// When nothing has all words: what has as many of them as go together, words that name something
/// before others, rare ones before common ones. Where there are people among what was found, people
/// must be left.
fn loosely(
    index: &Index,
    question: &Question,
    words: &[&Asked],
    fits: &[Fit],
    mut left_out: Vec<String>,
    seed: u32,
) -> Answer {
    let mut order: Vec<usize> = (0..fits.len()).filter(|at| !fits[*at].found.is_empty()).collect();
    order.sort_by_key(|at| (!fits[*at].named, fits[*at].found.len()));
    let mut found = Sums::new();
    let mut kept = BTreeSet::new();
    let people = |sums: &Sums| sums.keys().any(|entry| *entry < index.experts);
    for at in order {
        let all = weighed(index, &fits[at]);
        let all = if kept.is_empty() { all } else { both(found.clone(), &all) };
        let all = without(index, all, question);
        if !all.is_empty() && (people(&all) || !people(&found)) {
            found = all;
            kept.insert(at);
        }
    }
    let hits = ranked(found, index.experts, seed);
    let mut some = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if kept.contains(&at) { &mut some } else { &mut left_out }.push(word.word.clone());
    }
    Answer { hits, kept: (!some.is_empty()).then_some(some), left_out }
}

/// What a text is about: each of its longest words for itself.
fn of_text(index: &Index, words: &[&Asked]) -> Sums {
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
            match all.get_mut(&entry) {
                Some(known) => {
                    known.add(&sum);
                }
                None => {
                    all.insert(entry, sum);
                }
            }
        }
    }
    all.retain(|_, sum| sum.points > 0);
    all
}

/// Takes away what has a word that must not be there.
fn without(index: &Index, mut sums: Sums, question: &Question) -> Sums {
    for word in &question.without {
        let found = find(index, &Forms::of(&index.tongues, word, true), None).found;
        sums.retain(|entry, _| !found.contains_key(entry));
    }
    sums
}

fn ranked(sums: Sums, experts: u32, seed: u32) -> Vec<Hit> {
    let hit = |(entry, sum): (u32, Sum)| {
        let mut why: Vec<Why> = Vec::new();
        let mut reasons = sum.why;
        reasons.sort_by_key(|(points, _)| Reverse(*points));
        for (_, reason) in reasons {
            if !why.contains(&reason) {
                why.push(reason);
            }
        }
        (entry, Hit { entry: entry as usize, points: sum.points, through: sum.through, why })
    };
    let mut hits: Vec<(u32, Hit)> = sums.into_iter().map(hit).collect();
    // Of what is not somebody, the site has an order.
    let tie = |entry: u32| {
        if entry < experts { (false, ties::place(seed, entry)) } else { (true, entry) }
    };
    hits.sort_by_cached_key(|(entry, hit)| (Reverse(hit.points), tie(*entry)));
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Lifts entries whose title is the whole question or begins with it.
fn reward_titles(index: &Index, question: &str, sums: &mut Sums) {
    let name = Field::Name.points() * 16;
    for (known, list) in index.names.beginning(question) {
        let weight = if **known == *question { WHOLE } else { NEAR };
        list.iter().for_each(|(entry, _)| lift(sums, entry, name * weight));
    }
}

/// Lifts entries about a topic whose name of several words stands in the question, side by side.
fn reward_topics(index: &Index, words: &[Asked], sums: &mut Sums) {
    let forms: Vec<Forms> =
        words.iter().map(|word| Forms::of(&index.tongues, word, true)).collect();
    let stands = |name: &String| {
        let words: Vec<&str> = name.split(' ').collect();
        let fits =
            |some: &[Forms]| some.iter().zip(&words).all(|(form, word)| form.weigh(word) > 0);
        words.len() > 1 && forms.windows(words.len()).any(fits)
    };
    for topic in index.topics.iter().filter(|topic| topic.names.iter().any(stands)) {
        for (entry, worth) in topic.list.iter() {
            lift(sums, entry, topic_points(worth) * WHOLE);
        }
    }
}

fn lift(sums: &mut Sums, entry: u32, points: u32) {
    if let Some(sum) = sums.get_mut(&entry) {
        sum.points += points;
    }
}
