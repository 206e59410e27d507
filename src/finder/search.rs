//! The rule by which the finder answers.
//!
//! Every word that says about what must be found. It counts where it stands for most (`fit`), rare
//! words more than frequent ones. Entries that are about a topic count by their topic score, when a
//! word means the topic or one that is wider. A title that is the whole question, or begins with
//! it, stands above others. What counts the same stands in the order of `ties`.
//!
//! Of a choice, one side must be found. When nothing has every word, `relaxed` says what answers. A
//! text has more words than anybody could have: the longest of them answer, each for itself.

use super::compounds::compounds;
use super::fit::{Fit, Found, Mark, Why, find, in_place, joined, keep};
use super::forms::Forms;
use super::index::Index;
use super::long_texts::of_text;
use super::question::{Asked, Question};
use super::relaxed::{loosely, mostly};
use super::rewards::{reward_titles, reward_topics};
use super::signs::folded;
use super::ties;
use super::understood::{Understood, understood};
use crate::edition::TopicId;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

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
    /// The words that were left out, as they were typed.
    pub left_out: Vec<String>,
    /// What must not be there, as it was typed.
    pub without: Vec<String>,
    /// The words with a typing error, each with what was taken for it.
    pub taken: Vec<(String, String)>,
    /// Whether what was found has most of what was asked for, rather than all.
    pub is_most: bool,
    /// Whether the question says nothing about what.
    pub is_empty: bool,
}

/// Points of each entry, with the reasons.
pub(super) type Sums = HashMap<u32, Sum>;

#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    pub(super) points: u32,
    through: Option<TopicId>,
    why: Vec<(u32, Why)>,
}

/// A word, or a choice, with what fits it.
pub(super) struct Unit {
    /// How it was typed, word by word.
    pub(super) typed: Vec<String>,
    pub(super) sums: Sums,
    /// 0 where a topic or a place has it, 1 where another name has, 2 elsewhere.
    pub(super) rank: u8,
    /// The topic that it is.
    pub(super) about: Option<TopicId>,
    /// What was taken for it.
    pub(super) taken: Option<String>,
}

/// Everything that fits a question, best first.
pub fn search(index: &Index, text: &str) -> Answer {
    let Understood { question, choices, is_empty } = understood(index, text);
    let (words, mut left_out) = spoken(&question);
    let seed = ties::seed(&index.month, &folded(text));
    let mut answer =
        Answer { without: typed(question.without.iter()), is_empty, ..Answer::default() };
    if words.is_empty() && choices.is_empty() {
        let everybody = (0..index.experts).map(|entry| (entry, Sum::default())).collect();
        if !question.without.is_empty() {
            answer.hits = ranked(without(index, everybody, &question), index.experts, seed);
        }
        return answer;
    }
    let sides = choices.iter().flatten().flatten();
    if question.is_text() {
        let all: Vec<&Asked> = words.iter().copied().chain(sides).collect();
        let sums = of_text(index, &all);
        answer.hits = ranked(without(index, sums, &question), index.experts, seed);
        return answer;
    }
    let mut units = units(index, &question, &words);
    for sides in &choices {
        units.push(choice(index, sides, &mut left_out));
    }
    let taken = |unit: &Unit| Some((unit.typed.first()?.clone(), unit.taken.clone()?));
    answer.taken = units.iter().filter_map(taken).collect();
    let mut sums = together(&units);
    let one_by_one = question.one_by_one();
    if one_by_one.len() > 1 {
        reward_titles(index, &folded(text), &mut sums);
        reward_topics(index, &one_by_one, &mut sums);
    }
    let all = without(index, sums, &question);
    let only = |sums: Sums| without(index, sums, &question);
    if let Some(most) = mostly(index.experts, &units, &all) {
        answer.hits = ranked(only(most), index.experts, seed);
        answer.is_most = true;
    } else if all.is_empty() && units.len() > 1 {
        let (found, kept) = loosely(index.experts, &units, only);
        let words = |is_kept: bool| {
            let units = units.iter().enumerate().filter(|(at, _)| kept.contains(at) == is_kept);
            units.flat_map(|(_, unit)| unit.typed.iter().cloned()).collect::<Vec<_>>()
        };
        left_out.extend(words(false));
        answer.kept = (!kept.is_empty()).then(|| each_once(words(true)));
        answer.hits = ranked(found, index.experts, seed);
    } else {
        answer.hits = ranked(all, index.experts, seed);
    }
    answer.left_out = each_once(left_out);
    answer
}

fn typed<'a>(words: impl Iterator<Item = &'a Asked>) -> Vec<String> {
    each_once(words.map(|word| word.typed.clone()).collect())
}

fn each_once(words: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

/// The words that say about what, and the others.
fn spoken(question: &Question) -> (Vec<&Asked>, Vec<String>) {
    let (stops, words): (Vec<&Asked>, Vec<&Asked>) =
        question.words.iter().partition(|word| word.stop);
    (words, stops.into_iter().map(|word| word.typed.clone()).collect())
}

/// Each word with what fits it.
fn units(index: &Index, question: &Question, words: &[&Asked]) -> Vec<Unit> {
    let fits = fits(index, question, words).into_iter().zip(words);
    fits.map(|(fit, word)| unit(index, &fit, &word.typed)).collect()
}

fn unit(index: &Index, fit: &Fit, typed: &str) -> Unit {
    let rank = if fit.whole { 0 } else { 2 - u8::from(fit.named) };
    let (about, taken) = (fit.about, fit.taken.clone());
    Unit { typed: vec![typed.to_owned()], sums: weighed(index, fit), rank, about, taken }
}

/// What has one side of a choice, the more the better. Of a side that nothing has, the words were
/// left out.
fn choice(index: &Index, sides: &[Vec<Asked>], left_out: &mut Vec<String>) -> Unit {
    let (typed, sums) = (Vec::new(), Sums::new());
    let mut whole = Unit { typed, sums, rank: 2, about: None, taken: None };
    for side in sides {
        let question = Question::made(side.clone(), Vec::new(), true);
        let said: Vec<&Asked> = question.words.iter().filter(|word| !word.stop).collect();
        let units = units(index, &question, &said);
        let mut sums = together(&units);
        reward_topics(index, side, &mut sums);
        let typed = units.iter().flat_map(|unit| unit.typed.clone());
        if sums.is_empty() {
            left_out.extend(typed);
            continue;
        }
        whole.typed.extend(typed);
        whole.rank = units.iter().map(|unit| unit.rank).fold(whole.rank, u8::min);
        whole.about = whole.about.or(units.iter().find_map(|unit| unit.about));
        for (entry, sum) in sums {
            whole.sums.entry(entry).or_default().add(&sum);
        }
    }
    whole
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
pub(super) fn rarity(index: &Index, found: usize) -> u32 {
    let mut times = 0;
    while times < MOST_RARE && found << (times + 1) <= index.entries.len() {
        times += 1;
    }
    times
}

pub(super) fn sums(found: &Found, scale: impl Fn(u32) -> u32) -> Sums {
    let sum = |(entry, mark): (&u32, &Mark)| {
        let points = scale(mark.points);
        (*entry, Sum { points, through: mark.through, why: vec![(points, mark.why)] })
    };
    found.iter().map(sum).collect()
}

/// What has all words, with the points of all together.
fn together(units: &[Unit]) -> Sums {
    let Some((first, others)) = units.split_first() else { return Sums::new() };
    others.iter().fold(first.sums.clone(), |sums, other| both(sums, &other.sums))
}

fn weighed(index: &Index, fit: &Fit) -> Sums {
    let rare = 4 + rarity(index, fit.found.len());
    sums(&fit.found, |points| points * rare / 4)
}

/// What is in both, with the points of both together.
pub(super) fn both(mut sums: Sums, other: &Sums) -> Sums {
    sums.retain(|entry, sum| other.get(entry).is_some_and(|more| sum.add(more)));
    sums
}

impl Sum {
    pub(super) fn add(&mut self, more: &Self) -> bool {
        self.points += more.points;
        self.through = self.through.or(more.through);
        self.why.extend_from_slice(&more.why);
        true
    }
}

/// Takes away what has a word that must not be there. Of a place that a word denies, only who is
/// there: others may have worked there.
fn without(index: &Index, mut sums: Sums, question: &Question) -> Sums {
    for word in &question.without {
        let forms = Forms::of(&index.tongues, word, true);
        let there = if word.denied { in_place(index, &forms) } else { HashSet::new() };
        if there.is_empty() {
            let found = find(index, &forms, None).found;
            sums.retain(|entry, _| !found.contains_key(entry));
        } else {
            sums.retain(|entry, _| !there.contains(entry));
        }
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
