//! The topics that a text names.

use super::forms::{Compound, Forms, Stemmed};
use super::question::{Asked, words};
use super::signs::is_signed;
use super::small_words::is_stop;
use super::speech::Tongue;
use super::texts::rarity;
use super::topics::all_names;
use crate::base::Language;
use crate::edition::{Edition, TopicId};
use std::collections::{BTreeSet, HashMap};

/// A topic by its names, in the words of each.
#[derive(Debug)]
pub(super) struct Named {
    id: TopicId,
    names: Vec<Vec<Stemmed>>,
}

/// The topics of a site by their names in its languages.
pub(super) fn named(
    edition: &Edition,
    languages: &[Language],
    tongues: &[&'static Tongue],
) -> Vec<Named> {
    let split = |name: &str| -> Vec<Stemmed> {
        words(name).into_iter().map(|(word, _)| Stemmed::of(tongues, word)).collect()
    };
    let topics = edition.listed_topics().map(|id| {
        let names = all_names(edition, id, &languages[0], languages);
        Named { id, names: names.into_iter().map(split).collect() }
    });
    topics.collect()
}

/// Where topics are named among some words.
pub(super) fn named_in(said: &[String], topics: &[Named], tongues: &[&'static Tongue]) -> Vec<Run> {
    let forms: Vec<Forms> = said.iter().map(|word| form(word, tongues)).collect();
    let said: Vec<&Forms> = forms.iter().collect();
    topics.iter().flat_map(|topic| &topic.names).flat_map(|name| runs(name, &said)).collect()
}

fn form(word: &str, tongues: &[&'static Tongue]) -> Forms {
    let asked = Asked { word: word.to_owned(), exact: is_signed(word), ..Asked::default() };
    Forms::of(tongues, &asked, true)
}

/// Those of `topics` that a text names, with how surely, best first.
pub(super) fn spotted(
    edition: &Edition,
    text: &str,
    topics: &[Named],
    tongues: &[&'static Tongue],
) -> Vec<(TopicId, f64)> {
    let said: Vec<String> = words(text).into_iter().map(|(word, _)| word).collect();
    let known: BTreeSet<&String> = said.iter().collect();
    let forms: HashMap<&String, Forms> =
        known.into_iter().map(|word| (word, form(word, tongues))).collect();
    let compounds: Vec<Compound> = forms.values().filter_map(Forms::compound).collect();
    let said: Vec<&Forms> = said.iter().map(|word| &forms[word]).collect();
    let experts = edition.experts.len();
    let named: Vec<(TopicId, f64, Vec<Run>)> = topics
        .iter()
        .filter_map(|topic| {
            let runs: Vec<Run> = topic.names.iter().flat_map(|name| runs(name, &said)).collect();
            let whole = if runs.is_empty() { 0.5 } else { 1.0 };
            let in_compound = || topic.names.iter().any(|name| in_compound(name, &compounds));
            (!runs.is_empty() || in_compound()).then_some((topic.id, whole, runs))
        })
        .collect();
    // Who says "heat pumps" speaks of heat pumps, not of heat.
    let is_within = |run: &Run| {
        named.iter().flat_map(|(_, _, runs)| runs).any(|other| {
            other.len() > run.len() && other.start <= run.start && other.end >= run.end
        })
    };
    let mut found: Vec<(TopicId, f64)> = named
        .iter()
        .filter(|(_, _, runs)| runs.is_empty() || !runs.iter().all(is_within))
        .map(|(id, sure, _)| (*id, sure * rarity(experts, edition.topics[*id].experts.len())))
        .collect();
    found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    found
}

/// Where a name stands in a text, by its words.
pub(super) type Run = std::ops::Range<usize>;

/// Where a text says a name, in any form of its words.
fn runs(name: &[Stemmed], said: &[&Forms]) -> Vec<Run> {
    if name.is_empty() || (name.len() == 1 && is_stop(&name[0].word)) {
        return Vec::new();
    }
    let fits = |some: &[&Forms]| some.iter().zip(name).all(|(word, it)| word.is_in(it));
    let all = said.windows(name.len()).enumerate();
    all.filter(|(_, some)| fits(some)).map(|(at, _)| at..at + name.len()).collect()
}

/// Whether a name of one word is a part of a compound in the text.
fn in_compound(name: &[Stemmed], compounds: &[Compound]) -> bool {
    let [word] = name else { return false };
    compounds.iter().any(|compound| compound.has_stemmed(word))
}
