//! What fits one word of a question, and why.

use super::entry::Field;
use super::forms::{BEGINNING, FORM, Forms, NEAR, PART, WHOLE, initials};
use super::index::{Index, field, points};
use super::list::List;
use super::phrase::{find_phrase, is_phrase};
use super::topics::TopicWords;
use crate::edition::TopicId;
use std::collections::{HashMap, HashSet};

/// Shorter words are looked for in texts as whole words only.
const LEAST_IN_TEXTS: usize = 3;
/// Acronyms have so many letters.
const ACRONYM: std::ops::RangeInclusive<usize> = 3..=6;
/// Words put together have so many letters or more.
const LEAST_JOINED: usize = 5;

/// Why something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is about a topic.
    Topic(TopicId),
    /// The word stands in it.
    Field(Field),
}

/// What a word counts for an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) points: u32,
    /// The topic by whose synonym or wider topic it was found.
    pub(super) through: Option<TopicId>,
    pub(super) why: Why,
}

pub(super) type Found = HashMap<u32, Mark>;

/// What fits one word.
#[derive(Debug, Default)]
pub(super) struct Fit {
    pub(super) found: Found,
    /// Whether a name or a topic has it.
    pub(super) named: bool,
    /// Whether a topic or a place has it, and not only as a beginning or a part.
    pub(super) whole: bool,
    /// The topic that has all of it, the first of several.
    pub(super) about: Option<TopicId>,
    /// The word of a topic that was taken for it, in which there was a typing error.
    pub(super) taken: Option<String>,
}

/// The other words of a text, with their stems; none when a question is no text.
pub(super) type Said = HashSet<String>;

/// What fits a word. In a text, names of people do not count, and of topics with names of several
/// words all must be said.
pub(super) fn find(index: &Index, forms: &Forms, said: Option<&Said>) -> Fit {
    if is_phrase(&forms.word) {
        return find_phrase(index, &forms.word, said.is_some());
    }
    let fit = look(index, forms, said);
    if !fit.found.is_empty() {
        return fit;
    }
    let mut short = Fit::default();
    near_topics(index, &mut short, |word| forms.is_near_short(word));
    if short.taken.is_some() {
        return short;
    }
    let other = forms.without_sign().or_else(|| forms.with_umlauts());
    other.map_or(fit, |other| look(index, &other, said))
}

fn look(index: &Index, forms: &Forms, said: Option<&Said>) -> Fit {
    let mut fit = Fit::default();
    let beginnings = forms.beginnings();
    for beginning in &beginnings {
        for (known, list) in index.names.beginning(beginning) {
            let weight = if is_word(known) { forms.weigh_name(known) } else { 0 };
            // Names of people have no other forms.
            let people = said.is_none() && known.starts_with(&forms.word);
            let from = if people { 0 } else { index.experts };
            add(&mut fit.found, list, weight, from);
        }
    }
    fit.named = !fit.found.is_empty();
    let is_state = index.speaking.is_state(&forms.word);
    if forms.letters >= LEAST_IN_TEXTS || forms.piece {
        for beginning in &beginnings {
            for (known, list) in index.texts.beginning(beginning) {
                let weight = forms.weigh(known);
                let is_whole = weight > 0 && !forms.is_beginning(known);
                if is_state {
                    // Others who have the word speak of something else.
                    add_states(&mut fit.found, list, weight);
                } else {
                    add(&mut fit.found, list, weight, 0);
                }
                fit.whole |= is_whole && is_fact(list);
                fit.named |= is_whole && is_fact(list);
            }
        }
    } else if let Some(list) = index.texts.list(&forms.word) {
        add(&mut fit.found, list, WHOLE, 0);
    }
    let of = |name: &str| weigh_name(forms, name, said);
    fit.named |= by_topics(index, &mut fit.found, of);
    let is_whole = |word: &str| forms.weigh(word) > 0 && !forms.is_beginning(word);
    let is_about = |name: &String| of(name) > 0 && name.split(' ').any(is_whole);
    let about = index.topics.iter().position(|topic| topic.names.iter().any(is_about));
    fit.about = about.map(TopicId::new);
    fit.whole |= about.is_some();
    if !fit.named {
        add_near(index, forms, &mut fit);
    }
    if !fit.named
        && let Some(compound) = forms.compound()
    {
        let part = |name: &str| if compound.has(name) { PART } else { 0 };
        fit.named |= by_topics(index, &mut fit.found, part);
    }
    fit
}

/// Whether a word names a place or a language.
fn is_fact(list: &List) -> bool {
    list.iter()
        .any(|(_, worth)| matches!(field(worth), Field::Place | Field::Free | Field::Language))
}

/// Who is in a place that is called so.
pub(super) fn in_place(index: &Index, forms: &Forms) -> HashSet<u32> {
    let mut there = HashSet::new();
    for beginning in &forms.beginnings() {
        let words = index.texts.beginning(beginning);
        for (_, list) in words.filter(|(known, _)| forms.weigh(known) > 0) {
            let places = list.iter().filter(|(_, worth)| field(*worth) == Field::Place);
            there.extend(places.map(|(entry, _)| entry));
        }
    }
    there
}

fn add_states(found: &mut Found, list: &List, weight: u32) {
    let mut states = List::default();
    let is_state = |worth: u8| field(worth) == Field::Free;
    list.iter().filter(|(_, it)| is_state(*it)).for_each(|(entry, it)| states.push(entry, it));
    add(found, &states, weight, 0);
}

fn is_word(known: &str) -> bool {
    !known.contains(' ')
}

/// What a name of a topic counts for a word: one of its words, its words put together, or its first
/// letters.
fn weigh_name(forms: &Forms, name: &str, said: Option<&Said>) -> u32 {
    let best = name.split(' ').map(|word| forms.weigh(word)).max().unwrap_or(0);
    if is_word(name) {
        return best;
    }
    if let Some(said) = said
        && !name.split(' ').all(|word| forms.weigh(word) > 0 || said.contains(word))
    {
        return 0;
    }
    if best == WHOLE || forms.piece {
        return best;
    }
    let joined = name.replace(' ', "");
    let put_together = if joined == forms.word {
        WHOLE
    } else if joined.starts_with(&forms.word) || forms.is_form(&joined) {
        forms.weigh(&joined)
    } else {
        0
    };
    let acronym = ACRONYM.contains(&forms.letters) && initials(name) == forms.word;
    best.max(put_together).max(if acronym { BEGINNING } else { 0 })
}

/// Adds what has the word with a typing error.
fn add_near(index: &Index, forms: &Forms, fit: &mut Fit) {
    if !forms.forgives() {
        return;
    }
    let near = |known: &str| is_word(known) && forms.is_near(known);
    for (_, list) in index.names.words.iter().filter(|(known, _)| near(known)) {
        add(&mut fit.found, list, NEAR, 0);
    }
    near_topics(index, fit, |word| forms.is_near(word));
}

/// Adds what is about a topic with a word that is nearly what was typed.
fn near_topics(index: &Index, fit: &mut Fit, is_near: impl Fn(&str) -> bool) {
    by_topics(index, &mut fit.found, |name| if name.split(' ').any(&is_near) { NEAR } else { 0 });
    let names = index.topics.iter().flat_map(|topic| &topic.names);
    let words = names.flat_map(|name| name.split(' ')).filter(|word| is_near(word));
    fit.taken = words.min().map(str::to_owned);
}

/// What has two words of a question as one.
pub(super) fn joined(index: &Index, forms: &Forms) -> Found {
    let mut found = Found::new();
    if forms.letters < LEAST_JOINED {
        return found;
    }
    for beginning in &forms.beginnings() {
        for (known, list) in index.names.beginning(beginning).filter(|(known, _)| is_word(known)) {
            add(&mut found, list, forms.weigh(known), index.experts);
        }
        for (known, list) in index.texts.beginning(beginning) {
            add(&mut found, list, forms.weigh(known), 0);
        }
    }
    by_topics(index, &mut found, |name| if is_word(name) { forms.weigh(name) } else { 0 });
    found
}

/// Adds what is about a topic that has a name which `weigh` weighs; says whether there is one.
///
/// What is about a narrower topic is about the wider one too, and counts as much there: where the
/// wider one is meant as well, its list alone is read.
pub(super) fn by_topics(index: &Index, found: &mut Found, weigh: impl Fn(&str) -> u32) -> bool {
    let meant: Vec<Option<(u32, bool)>> =
        index.topics.iter().map(|topic| best_name(topic, &weigh)).collect();
    for (at, topic) in index.topics.iter().enumerate() {
        let Some((best, by_title)) = meant[at] else { continue };
        if topic.wider.iter().any(|at| meant[*at].is_some_and(|(wider, _)| wider >= best)) {
            continue;
        }
        let id = TopicId::new(at);
        for (entry, worth) in topic.list.iter() {
            let through = (!by_title || worth % 2 == 0).then_some(id);
            let points = topic_points(worth) * best;
            keep(found, entry, Mark { points, through, why: Why::Topic(id) });
        }
    }
    meant.iter().any(Option::is_some)
}

/// What the best name of a topic counts, and whether that is its title.
fn best_name(topic: &TopicWords, weigh: impl Fn(&str) -> u32) -> Option<(u32, bool)> {
    let best = topic.names.iter().map(|name| weigh(name)).max().filter(|best| *best > 0)?;
    let by_title = topic.names.first().is_some_and(|title| weigh(title) == best);
    Some((best, by_title))
}

/// What an entry about a topic counts.
pub(super) fn topic_points(worth: u8) -> u32 {
    10 * (72 + u32::from(worth / 2) * 2)
}

fn add(found: &mut Found, list: &List, weight: u32, from: u32) {
    if weight == 0 {
        return;
    }
    for (entry, worth) in list.iter().filter(|(entry, _)| *entry >= from) {
        let why = Why::Field(field(worth));
        keep(found, entry, Mark { points: points(worth) * weight, through: None, why });
    }
}

/// Keeps what counts most.
pub(super) fn keep(found: &mut Found, entry: u32, mark: Mark) {
    let known = found.entry(entry).or_insert(mark);
    if mark.points > known.points {
        *known = mark;
    }
}

const _: () = assert!(FORM == BEGINNING, "the browser knows one weight for both");
