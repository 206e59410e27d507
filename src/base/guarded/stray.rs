//! Keys that decide who sees what, where nothing reads them: in a group of free keys, in a text, in
//! a list.

use super::closing_words::{closes, speaks_of};
use super::keys::{Meant, OF_ENTRIES, bare};
use super::switch::Switch;
use super::{Guard, Written};
use crate::base::Date;
use crate::base::yaml::Step;
use serde_yaml::Value;

/// What other generators call keys of an entry, which mean nothing else.
const OF_OTHERS: [&str; 4] = ["hidden", "private", "unlisted", "published"];

/// The key of an entry, or what others call one, that is written so: one by which the whole entry
/// is closed.
fn of_entry(key: &str) -> Option<&'static str> {
    let key = bare(key);
    let of_part = |key: &&str| matches!(*key, "formats" | "crawlers" | "matchable");
    let own = OF_ENTRIES.iter().filter(|key| !of_part(key));
    own.chain(&OF_OTHERS).copied().find(|known| *known == key)
}

/// Whether a key of a group with keys of one's own (`extra`, `links`) was meant for the entry.
pub fn strays(key: &str) -> bool {
    // Somebody may have a site that is called `private`.
    of_entry(key).is_some_and(|key| !matches!(key, "private" | "published"))
}

/// Whether a line of a text says that nobody is to see the entry, as a key of it would:
/// `draft: true`.
pub fn says_closed(line: &str) -> bool {
    const LONGEST: usize = 60;
    let Some((key, value)) = line.split_once(':').filter(|_| line.len() <= LONGEST) else {
        return false;
    };
    let value = value.trim_start_matches(':').trim().trim_matches(['"', '\'']);
    let truth = || Switch::understand(Written::Text(value)).map(|Switch(truth)| truth);
    match of_entry(key.trim()) {
        Some("draft" | "hidden" | "private" | "unlisted") => truth() == Some(true) || closes(value),
        Some("published") => truth() == Some(false),
        Some("publish" | "expires") => {
            truth() == Some(false) || Date::understand(Written::Text(value)).is_some()
        }
        Some("withdrawn") => {
            truth() == Some(true) || Date::understand(Written::Text(value)).is_some()
        }
        Some(_) => truth() == Some(false) || closes(value),
        None => false,
    }
}

/// Whether an unread key of an item that speaks of who sees what says that it is not to be seen:
/// not a day, and none of the words that mean other things in an item as often.
pub(super) fn hides_items(key: &str) -> bool {
    const OTHER: [&str; 4] = ["access", "cache", "show", "listed"];
    matches!(speaks_of(key), Some("visibility" | "draft"))
        && !OTHER.iter().any(|word| key.contains(word))
}

/// What an item says that holds nothing but keys that decide who sees what: they were meant for the
/// entry that the list is of.
pub(in crate::base) fn meant_by_item(item: &Value) -> Option<Meant> {
    let keys = item.as_mapping().filter(|group| !group.is_empty())?;
    let mut key = "";
    for written in keys.keys() {
        let written = bare(written.as_str()?);
        key = OF_ENTRIES.into_iter().find(|guarded| bare(guarded) == written)?;
    }
    Some(Meant { key, closes: Some(vec![Step::Key(key.to_owned())]) })
}

#[cfg(test)]
mod tests {
    use super::says_closed;

    #[test]
    fn a_line_of_a_text_closes_when_it_is_a_key_that_does() {
        for line in [
            "visibility: hidden",
            "visibility:: hidden",
            "Draft: yes",
            "publish: 2030-01-01",
            "expires: 1 May 2020",
            "withdrawn: true",
            "published: no",
            "hidden: 'true'",
        ] {
            assert!(says_closed(line), "{line}");
        }
        for line in [
            "visibility: public",
            "Visibility: I make a network seen",
            "draft: a text of the contract",
            "draft: false",
            "consent: 2026-01-01",
            "published: 2020",
            "Private: a house",
            "result: hidden",
        ] {
            assert!(!says_closed(line), "{line}");
        }
    }
}
