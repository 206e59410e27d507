//! What has a phrase: words in quotation marks, side by side as they are written.

use super::entry::Field;
use super::fit::{Fit, Found, Mark, Why, by_topics};
use super::forms::WHOLE;
use super::index::{Index, field, points};
use super::pairs::tells;

/// Whether a word that is looked for is a phrase.
pub(super) fn is_phrase(word: &str) -> bool {
    word.contains(' ')
}

/// What has a phrase. In a text, names of people do not count.
pub(super) fn find_phrase(index: &Index, phrase: &str, in_text: bool) -> Fit {
    let words: Vec<&str> = phrase.split(' ').collect();
    let times = u32::try_from(words.len()).unwrap_or(1);
    let both = words.windows(2).filter(|both| tells(both[0], both[1]));
    let mut found: Option<Found> = None;
    for both in both {
        let all = marks(index, both, in_text, WHOLE * times);
        found = Some(match found {
            None => all,
            Some(found) => least(found, &all),
        });
    }
    let mut fit = Fit { found: found.unwrap_or_default(), ..Fit::default() };
    let names =
        |mark: &Mark| matches!(mark.why, Why::Field(Field::Name | Field::Place | Field::Language));
    fit.named = fit.found.values().any(names);
    let says = |name: &str| if contains(name, phrase) { WHOLE * times } else { 0 };
    fit.whole = by_topics(index, &mut fit.found, says);
    fit.named |= fit.whole;
    fit
}

fn marks(index: &Index, both: &[&str], in_text: bool, weight: u32) -> Found {
    let is_person = |entry: u32, worth: u8| entry < index.experts && field(worth) == Field::Name;
    let list = index.pairs.list(both[0], both[1]);
    let list = list.filter(|(entry, worth)| !(in_text && is_person(*entry, *worth)));
    let mark = |(entry, worth): (u32, u8)| {
        let why = Why::Field(field(worth));
        (entry, Mark { points: points(worth) * weight, through: None, why })
    };
    list.map(mark).collect()
}

/// What has both, where it counts least.
fn least(mut found: Found, other: &Found) -> Found {
    found.retain(|entry, mark| {
        let Some(more) = other.get(entry) else { return false };
        if more.points < mark.points {
            *mark = *more;
        }
        true
    });
    found
}

/// Whether a name has the words of a phrase side by side.
pub(super) fn contains(name: &str, phrase: &str) -> bool {
    format!(" {name} ").contains(&format!(" {phrase} "))
}
