//! The topics that a text names.

use super::forms::{Compound, Forms};
use super::question::{Asked, words};
use super::signs::is_signed;
use super::speech::{Tongue, is_stop};
use super::texts::rarity;
use super::topics::all_names;
use crate::base::Language;
use crate::edition::{Edition, TopicId};
use std::collections::{BTreeSet, HashMap};

/// The topics that a text names, with how surely, best first.
pub(super) fn spotted(
    edition: &Edition,
    text: &str,
    languages: &[Language],
    tongues: &[&'static Tongue],
) -> Vec<(TopicId, f64)> {
    let said: Vec<String> = words(text).into_iter().map(|(word, _)| word).collect();
    let known: BTreeSet<&String> = said.iter().collect();
    let forms: HashMap<&String, Forms> = known
        .into_iter()
        .map(|word| {
            let (word_itself, exact) = (word.clone(), is_signed(word));
            let asked = Asked { word: word_itself, exact, ..Asked::default() };
            (word, Forms::of(tongues, &asked, true))
        })
        .collect();
    let compounds: Vec<Compound> = forms.values().filter_map(Forms::compound).collect();
    let experts = edition.experts.len();
    let named: Vec<(TopicId, f64, Vec<Run>)> = edition
        .listed_topics()
        .filter_map(|id| {
            let names = all_names(edition, id, &languages[0], languages);
            let runs: Vec<Run> = names.iter().flat_map(|name| runs(name, &said, &forms)).collect();
            let whole = if runs.is_empty() { 0.5 } else { 1.0 };
            let sure = !runs.is_empty() || names.iter().any(|name| in_compound(name, &compounds));
            sure.then_some((id, whole, runs))
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
type Run = std::ops::Range<usize>;

/// Where a text says a name, in any form of its words.
fn runs(name: &str, said: &[String], forms: &HashMap<&String, Forms>) -> Vec<Run> {
    let name: Vec<String> = words(name).into_iter().map(|(word, _)| word).collect();
    if name.is_empty() || (name.len() == 1 && is_stop(&name[0])) {
        return Vec::new();
    }
    let fits = |some: &[String]| some.iter().zip(&name).all(|(word, it)| forms[word].weigh(it) > 0);
    let all = said.windows(name.len()).enumerate();
    all.filter(|(_, some)| fits(some)).map(|(at, _)| at..at + name.len()).collect()
}

/// Whether a name of one word is a part of a compound in the text.
fn in_compound(name: &str, compounds: &[Compound]) -> bool {
    let name = words(name);
    let [(word, _)] = &name[..] else { return false };
    compounds.iter().any(|compound| compound.has(word))
}
