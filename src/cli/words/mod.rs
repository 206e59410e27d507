//! What the program says to people, in the languages that it speaks: one catalogue, `en.toml` and
//! `nl.toml`, with `{name}` where something is filled in.

mod advice;
mod speech;
mod told;

pub(super) use advice::advice;
pub(super) use speech::{Speech, of_environment};
pub(super) use told::told;

use crate::base::{Date, Language};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A language in which the program speaks to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    Dutch,
}

type Catalogue = BTreeMap<String, String>;

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("en.toml")));
static DUTCH: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("nl.toml")));

/// The sentences of a catalogue by their keys: `section.key`.
fn read(text: &str) -> Catalogue {
    let sections: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(text).expect("the catalogue is TOML");
    let sentences = sections.into_iter().flat_map(|(section, sentences)| {
        sentences.into_iter().map(move |(key, text)| (format!("{section}.{key}"), text))
    });
    sentences.collect()
}

impl Tongue {
    /// The one for a language; none where the program does not speak it.
    pub(super) fn of(language: &Language) -> Option<Self> {
        match language.primary() {
            "en" => Some(Self::English),
            "nl" => Some(Self::Dutch),
            _ => None,
        }
    }

    /// Its tag.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }

    /// The sentence of a key, filled in.
    pub(super) fn say(self, key: &str, with: &[(&str, &str)]) -> String {
        let catalogue = match self {
            Self::English => &*ENGLISH,
            Self::Dutch => &*DUTCH,
        };
        let sentence = catalogue.get(key).unwrap_or_else(|| panic!("nothing is said by `{key}`"));
        filled(sentence, with)
    }

    /// The sentence of a key for so many of something: `key_one` or `key_many`, with `{n}`.
    pub(super) fn count(self, key: &str, number: usize) -> String {
        self.count_with(key, number, &[])
    }

    /// The same with other blanks filled in as well.
    pub(super) fn count_with(self, key: &str, number: usize, with: &[(&str, &str)]) -> String {
        let form = if number == 1 { "one" } else { "many" };
        let number = number.to_string();
        self.say(&format!("{key}_{form}"), &[&[("n", number.as_str())], with].concat())
    }

    /// A date as it is written out: `3 March 2026`, `March 2026` or `2026`.
    pub(super) fn date(self, date: Date) -> String {
        let Some(month) = date.month() else { return date.year().to_string() };
        let month = self.say(&format!("date.month_{month}"), &[]);
        let day = date.day_of_month().map(|day| format!("{day} ")).unwrap_or_default();
        format!("{day}{month} {}", date.year())
    }
}

/// The sentence with each `{name}` filled in, once: what is filled in is not looked at again.
fn filled(sentence: &str, with: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        out += before;
        let Some((name, after)) = behind.split_once('}') else {
            return out + "{" + behind;
        };
        match with.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => out += text,
            None => out += &format!("{{{name}}}"),
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::EntryKind;
    use std::collections::BTreeSet;

    fn blanks(sentence: &str) -> BTreeSet<&str> {
        let parts = sentence.split('{').skip(1);
        parts.filter_map(|part| Some(part.split_once('}')?.0)).collect()
    }

    #[test]
    fn every_sentence_is_said_in_both_languages_with_the_same_blanks() {
        let (english, dutch): (Vec<_>, Vec<_>) = (ENGLISH.keys().collect(), DUTCH.keys().collect());
        assert_eq!(english, dutch);
        for (key, sentence) in &*ENGLISH {
            assert_eq!(blanks(sentence), blanks(&DUTCH[key]), "{key}");
            assert!(!sentence.trim().is_empty() && !DUTCH[key].trim().is_empty(), "{key}");
        }
    }

    /// Each sentence that is asked for is there, and each that is there is asked for.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test reads what belongs to the source")]
    fn the_catalogue_is_what_is_said() {
        let sources = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/cli"));
        let mut code = String::new();
        for file in sources.into_iter().filter_map(Result::ok) {
            if file.path().extension().is_some_and(|end| end == "rs") {
                code += &std::fs::read_to_string(file.path()).expect("readable");
            }
        }
        for key in ENGLISH.keys() {
            let stem = key.trim_end_matches("_one").trim_end_matches("_many");
            // What a run came to is counted for every kind of entry.
            let kind = stem.strip_prefix("summary.").and_then(EntryKind::of_folder);
            let family = key.rsplit_once('_').map_or(key.as_str(), |(family, _)| family);
            let is_said = code.contains(&format!("\"{key}\""))
                || code.contains(&format!("\"{stem}\""))
                || code.contains(&format!("\"{family}_{{"))
                || kind.is_some()
                || stem == "summary.pages";
            assert!(is_said, "nobody says `{key}`");
        }
        for call in [".say(\"", ".count(\"", ".count_with(\""] {
            for (at, _) in code.match_indices(call) {
                let key = code[at + call.len()..].split('"').next().unwrap_or_default();
                let forms = [key.to_owned(), format!("{key}_one")];
                let is_there = forms.iter().any(|form| ENGLISH.contains_key(form));
                assert!(is_there || key.contains('{'), "`{key}` is in no catalogue");
            }
        }
    }

    #[test]
    fn what_is_filled_in_is_not_looked_at_again() {
        assert_eq!(filled("{a} and {b}", &[("a", "{b}"), ("b", "x")]), "{b} and x");
        assert_eq!(filled("photo: {{ … {a", &[("a", "x")]), "photo: {{ … {a");
    }
}
