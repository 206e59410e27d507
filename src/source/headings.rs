//! What the column of a table is by its name.

use super::heading_words::{EVERY_KIND, of};
use crate::base::EntryKind;
use crate::base::fold::fold;
use crate::config::Columns;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How the columns of tables about one kind of entry are understood.
#[derive(Debug, Clone, Copy)]
pub struct Headings<'a> {
    /// What the entries are.
    pub kind: EntryKind,
    /// What the owner of the site says of columns.
    pub columns: &'a Columns,
}

/// The parts of a name that stand in columns of their own. Initials are the first name where no
/// column has that.
pub const NAME_PARTS: [&str; 4] = ["first", "initials", "infix", "last"];

/// Of each kind: the key that a folded word stands for.
static KEYS: LazyLock<HashMap<EntryKind, HashMap<&'static str, &'static str>>> =
    LazyLock::new(|| {
        let all = |kind| {
            let lists = EVERY_KIND.iter().chain(of(kind));
            let words = lists
                .flat_map(|(key, words)| words.split('|').map(move |word| (word.trim(), *key)));
            (kind, words.collect())
        };
        EntryKind::ALL.into_iter().map(all).collect()
    });

/// A column's name without what explains it: `E-mail (verplicht)*` is `E-mail`.
pub fn bare(name: &str) -> &str {
    let name = name.split(['(', '[', '\n']).next().unwrap_or(name);
    name.trim_matches(|sign: char| sign.is_whitespace() || "*:?#.".contains(sign))
}

impl<'a> Headings<'a> {
    /// The key that a column of that name is read as, by what the owner says or by its words in one
    /// of the languages that are known; `first`, `infix` and `last` are parts of a name, `ignore`
    /// is nothing.
    pub fn key_of(self, name: &str) -> Option<&'a str> {
        if let Some(rule) = self.columns.get(name) {
            return Some(&rule.key);
        }
        let word = fold(bare(name));
        let known = &KEYS[&self.kind];
        known.get(word.as_str()).copied().or_else(|| {
            // `Expertise 2` is one more of the same.
            let more = word.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end();
            known.get(more).copied().filter(|_| more.len() < word.len())
        })
    }

    /// Whether a column of that name says whose the row is.
    pub(super) fn names(self, name: &str) -> bool {
        let key = self.key_of(name).unwrap_or(name);
        ["name", "title", "last"].contains(&key.trim().to_lowercase().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_in_four_languages_without_case_and_accents() {
        let columns = Columns::default();
        let experts = Headings { kind: EntryKind::Expert, columns: &columns };
        for (name, key) in [
            ("Naam", "name"),
            ("VOORNAAM", "first"),
            ("Tussenvoegsel(s)", "infix"),
            ("Nachname", "last"),
            ("Prénom :", "first"),
            ("E-mail", "contact.email"),
            ("E-mailadres (werk)", "contact.email"),
            ("Woonplaats*", "location.city"),
            ("Expertise 3", "expertise"),
            ("Compétences", "expertise"),
            ("Verfügbarkeit", "availability.status"),
            ("Toestemming?", "consent"),
        ] {
            assert_eq!(experts.key_of(name), Some(key), "{name}");
        }
        for name in ["", "Lidnummer", "Geboortedatum", "Toestemming gegeven"] {
            assert_eq!(experts.key_of(name), None, "{name}");
        }
    }

    #[test]
    fn no_word_stands_for_two_keys() {
        for kind in EntryKind::ALL {
            let mut seen = HashMap::new();
            for (key, words) in EVERY_KIND.iter().chain(of(kind)) {
                for word in words.split('|').map(str::trim) {
                    assert_eq!(fold(word), word, "{word} is not folded");
                    assert_eq!(seen.insert(word, key), None, "{kind:?}: {word}");
                }
            }
        }
    }
}
