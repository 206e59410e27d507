//! The rule by which the finder answers.
//!
//! Every word must be found. It counts where it stands for most: as a whole word four times, as the
//! beginning of one three times, with a typing error twice, and a typing error is forgiven when no
//! name has the word. Entries that are about a topic count by their topic score, when a word means
//! the topic or one that is wider. A title that is the whole question, or begins with it, stands
//! above others.
//!
//! When nothing has every word, as many as go together answer, and it is said which were left out.

use super::entry::Field;
use super::index::{Index, points};
use super::list::List;
use super::near::{LEAST_LETTERS, is_near};
use super::words::{Asked, asked};
use crate::base::fold::fold;
use crate::edition::TopicId;
use std::collections::{BTreeSet, HashMap};

/// Shorter words are looked for in names and topics only.
const LEAST_IN_TEXTS: usize = 3;
const WHOLE: u32 = 4;
const BEGINNING: u32 = 3;
const NEAR: u32 = 2;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The entry, by its number in the index.
    pub entry: usize,
    /// How well it fits.
    pub points: u32,
    /// The topic by whose synonym or wider topic it was found.
    pub through: Option<TopicId>,
}

/// Points of each entry, and the topic through which it was found.
type Found = HashMap<u32, (u32, Option<TopicId>)>;

/// Everything that fits a question, best first.
pub fn search(index: &Index, question: &str) -> Vec<Hit> {
    let words = asked(question);
    let mut rest = words.iter().map(|word| find(index, word).found);
    let Some(mut found) = rest.next() else { return Vec::new() };
    for other in rest {
        found = both(found, &other);
    }
    if words.len() > 1 {
        reward_titles(index, &fold(question), &mut found);
    }
    ranked(found)
}

/// What answers a question of which nothing has every word.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Loose {
    /// What was found, best first.
    pub hits: Vec<Hit>,
    /// The words that it has.
    pub kept: Vec<String>,
    /// The words that were left out.
    pub left_out: Vec<String>,
}

/// When nothing has all words: what has as many of them as go together, words that name something
/// before others, rare ones before common ones. So a whole sentence is answered by what it is
/// about.
pub fn search_loosely(index: &Index, question: &str) -> Loose {
    let words = asked(question);
    if words.len() < 2 {
        return Loose::default();
    }
    let mut answers: Vec<(usize, Fit)> =
        words.iter().map(|word| find(index, word)).enumerate().collect();
    answers.retain(|(_, fit)| !fit.found.is_empty());
    answers.sort_by_key(|(_, fit)| (!fit.named, fit.found.len()));
    let mut found = Found::new();
    let mut kept = BTreeSet::new();
    for (at, fit) in answers {
        let together = if kept.is_empty() { fit.found } else { both(found.clone(), &fit.found) };
        if !together.is_empty() {
            found = together;
            kept.insert(at);
        }
    }
    let mut loose = Loose { hits: ranked(found), ..Loose::default() };
    for (at, word) in words.into_iter().enumerate() {
        if kept.contains(&at) { &mut loose.kept } else { &mut loose.left_out }.push(word.word);
    }
    loose
}

/// What is in both, with the points of both together.
fn both(mut found: Found, other: &Found) -> Found {
    found.retain(|entry, (points, through)| match other.get(entry) {
        Some((more, also)) => {
            *points += more;
            *through = through.or(*also);
            true
        }
        None => false,
    });
    found
}

fn ranked(found: Found) -> Vec<Hit> {
    let mut hits: Vec<Hit> = found
        .into_iter()
        .map(|(entry, (points, through))| Hit { entry: entry as usize, points, through })
        .collect();
    hits.sort_unstable_by(|one, other| {
        other.points.cmp(&one.points).then(one.entry.cmp(&other.entry))
    });
    hits
}

/// What fits one word.
struct Fit {
    found: Found,
    /// Whether a name or a topic has it.
    named: bool,
}

fn find(index: &Index, asked: &Asked) -> Fit {
    let mut found = Found::new();
    let word = asked.word.as_str();
    let letters = word.chars().count();
    let weight = |known: &str| if known == word { WHOLE } else { BEGINNING };
    let is_word = |known: &str| !known.contains(' ');
    for (known, list) in index.names.beginning(word).filter(|(known, _)| is_word(known)) {
        add(&mut found, list, |worth| points(worth) * weight(known), None);
    }
    let mut named = !found.is_empty();
    if letters >= LEAST_IN_TEXTS || asked.piece {
        for (known, list) in index.texts.beginning(word) {
            add(&mut found, list, |worth| points(worth) * weight(known), None);
        }
    }
    // A single letter is no beginning, but may be a whole word: R.
    let fits = |known: &str| {
        if letters > 1 || asked.piece { known.starts_with(word) } else { known == word }
    };
    named |= by_topics(index, &mut found, |known| fits(known).then(|| weight(known)));
    if !named && !asked.piece && letters >= LEAST_LETTERS {
        for (_, list) in
            index.names.words.iter().filter(|(known, _)| is_word(known) && is_near(known, word))
        {
            add(&mut found, list, |worth| points(worth) * NEAR, None);
        }
        by_topics(index, &mut found, |known| is_near(known, word).then_some(NEAR));
    }
    Fit { found, named }
}

/// Adds what is about a topic that has a word which `weight` weighs; says whether there is one.
fn by_topics(index: &Index, found: &mut Found, weight: impl Fn(&str) -> Option<u32>) -> bool {
    let mut any = false;
    for (at, topic) in index.topics.iter().enumerate() {
        let of = |name: &String| name.split(' ').filter_map(&weight).max();
        let by_title = topic.names.first().and_then(of);
        let Some(best) = topic.names.iter().filter_map(of).max() else { continue };
        any = true;
        for (entry, worth) in topic.list.iter() {
            let through = (by_title != Some(best) || worth % 2 == 0).then(|| TopicId::new(at));
            keep(found, entry, topic_points(worth) * best, through);
        }
    }
    any
}

/// What an entry about a topic counts.
fn topic_points(worth: u8) -> u32 {
    10 * (72 + u32::from(worth / 2) * 2)
}

fn add(found: &mut Found, list: &List, points: impl Fn(u8) -> u32, through: Option<TopicId>) {
    for (entry, worth) in list.iter() {
        keep(found, entry, points(worth), through);
    }
}

fn keep(found: &mut Found, entry: u32, points: u32, through: Option<TopicId>) {
    let known = found.entry(entry).or_insert((points, through));
    if points > known.0 {
        *known = (points, through);
    }
}

/// Lifts entries whose title is the whole question or begins with it, and those about a topic that
/// is called so.
fn reward_titles(index: &Index, question: &str, found: &mut Found) {
    let name = Field::Name.points() * 16;
    let mut lift = |entry: u32, points: u32| {
        if let Some((known, _)) = found.get_mut(&entry) {
            *known += points;
        }
    };
    for (known, list) in index.names.beginning(question) {
        let weight = if **known == *question { WHOLE } else { NEAR };
        list.iter().for_each(|(entry, _)| lift(entry, name * weight));
    }
    for topic in index.topics.iter().filter(|topic| topic.names.iter().any(|name| name == question))
    {
        topic.list.iter().for_each(|(entry, worth)| lift(entry, topic_points(worth) * WHOLE));
    }
}
