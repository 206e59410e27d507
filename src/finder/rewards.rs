//! What is lifted above others: titles that are asked for, and topics whose whole name is said.

use super::entry::Field;
use super::fit::topic_points;
use super::forms::{Forms, NEAR, WHOLE};
use super::index::Index;
use super::question::Asked;
use super::search::Sums;

/// Lifts entries whose title is the whole question or begins with it.
pub(super) fn reward_titles(index: &Index, question: &str, sums: &mut Sums) {
    let name = Field::Name.points() * 16;
    for (known, list) in index.names.beginning(question) {
        let weight = if **known == *question { WHOLE } else { NEAR };
        list.iter().for_each(|(entry, _)| lift(sums, entry, name * weight));
    }
}

/// Lifts entries about a topic whose name of several words stands in the question, side by side.
pub(super) fn reward_topics(index: &Index, words: &[Asked], sums: &mut Sums) {
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
