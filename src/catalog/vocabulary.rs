//! Topics that are almost the same, and topics that nobody needs.

use super::entries::{Topic, TopicId};
use super::mentioned::OnlyMentioned;
use super::names::key;
use super::script::in_one_way;
use crate::base::{Code, Diagnostic, Id, Table};
use std::collections::{BTreeSet, HashMap};

/// Names shorter than this differ by one character too easily.
const LEAST_LENGTH: usize = 7;

/// Notes topics whose names differ by one character, by the order of their words, by spaces alone,
/// or by the way in which their script is written.
///
/// Linear: every name is looked up by each of its forms with one character left out.
pub(super) fn note_near_duplicates(
    written: &[Topic],
    mentioned: &[OnlyMentioned],
    notes: &mut Vec<Diagnostic>,
) {
    let titles = written
        .iter()
        .map(|topic| topic.title.as_str())
        .chain(mentioned.iter().map(|topic| topic.title.as_str()));
    let keys: Vec<String> = titles.map(key).collect();
    let mut forms: HashMap<String, Vec<usize>> = HashMap::new();
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (index, name) in keys.iter().enumerate() {
        for form in forms_of(name) {
            let alike = forms.entry(form).or_default();
            pairs.extend(alike.iter().map(|other| (*other, index)));
            alike.push(index);
        }
    }
    for (one, other) in pairs {
        // Whoever described both knows that they are two. Ids of mentioned topics follow those of
        // written ones.
        let Some(second) = other.checked_sub(written.len()).and_then(|at| mentioned.get(at)) else {
            continue;
        };
        if !are_alike(&keys[one], &keys[other]) {
            continue;
        }
        let title = written
            .get(one)
            .map_or_else(|| mentioned[one - written.len()].title.as_str(), |topic| &topic.title);
        let is_one_word = in_one_way(&keys[one]) == in_one_way(&keys[other]);
        let message = if is_one_word {
            format!("`{}` is `{title}` in other characters", second.title)
        } else {
            format!("`{}` is almost `{title}`", second.title)
        };
        let note = Diagnostic::new(Code::NearDuplicate, second.place.clone(), message).help(
            format!("if they are one topic, write `{title}`, or make it a synonym in topics/"),
        );
        notes.push(match one.checked_sub(written.len()) {
            Some(at) => note.and(mentioned[at].place.clone()),
            None => note,
        });
    }
}

fn forms_of(name: &str) -> BTreeSet<String> {
    let mut forms = BTreeSet::new();
    let signs: Vec<char> = name.chars().collect();
    if !name.is_ascii() {
        forms.insert(format!("script {}", in_one_way(name)));
    }
    if signs.len() < LEAST_LENGTH || signs.len() > 60 {
        return forms;
    }
    let mut words: Vec<&str> = name.split(' ').collect();
    words.sort_unstable();
    forms.insert(format!("words {}", words.join(" ")));
    forms.insert(format!("letters {}", name.replace(' ', "")));
    forms.insert(name.to_owned());
    for at in 0..signs.len() {
        forms.insert(signs[..at].iter().chain(&signs[at + 1..]).collect());
    }
    forms
}

/// Whether two names are alike enough to be one: not when they differ in a digit, as editions and
/// versions do.
fn are_alike(one: &str, other: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let letters = |name: &str| name.replace(' ', "");
    let words = |name: &str| {
        let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    digits(one) == digits(other)
        && (in_one_way(one) == in_one_way(other)
            || letters(one) == letters(other)
            || words(one) == words(other)
            || strsim::damerau_levenshtein(one, other) <= 1)
}

/// Notes topics that are described, but that nothing on the site is about. `used`: whether each
/// topic is named.
pub(super) fn note_orphans(topics: &Table<Topic>, used: &[bool], notes: &mut Vec<Diagnostic>) {
    let mut alive = used.to_vec();
    // What a narrower topic is needed for, the broader one is needed for too.
    let mut open: Vec<usize> = (0..topics.len()).filter(|index| alive[*index]).collect();
    while let Some(index) = open.pop() {
        for parent in topics[Id::new(index)].broader.iter().copied().map(TopicId::index) {
            if !std::mem::replace(&mut alive[parent], true) {
                open.push(parent);
            }
        }
    }
    for (topic, _) in topics.iter().zip(alive).filter(|(_, alive)| !alive) {
        if let Some(record) = &topic.record {
            let message = format!("nobody and nothing is about `{}`", topic.title);
            notes.push(
                Diagnostic::new(Code::OrphanTopic, record.origin.anchor.here(), message)
                    .help("keep it if experts are to come; else delete the file"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_when_they_differ_by_a_letter_a_space_or_their_order() {
        for (one, other) in [
            ("heat networks", "heat network"),
            ("stakeholder management", "stakeholdermanagement"),
            ("cooperative law", "law cooperative"),
            ("geothermal energy", "geotermal energy"),
        ] {
            assert!(are_alike(one, other), "{one}, {other}");
        }
        for (one, other) in
            [("iso 9001 audits", "iso 9002 audits"), ("heat networks", "head officers")]
        {
            assert!(!are_alike(one, other), "{one}, {other}");
        }
    }
}
