//! Interface strings: the words of a theme in each language, with plurals by the CLDR's categories.

use crate::base::Diagnostic;
use crate::base::{Language, yaml};
use icu_plurals::{PluralCategory, PluralRules};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The interface strings of one language, by dotted key.
#[derive(Debug, Clone, Hash, Default)]
pub struct Strings {
    words: BTreeMap<String, String>,
    plurals: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "this is neither a text nor a group of texts")]
enum Node {
    Word(String),
    Group(BTreeMap<String, Node>),
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Strings {
    /// Reads a strings file.
    pub fn read(text: &str, file: &Arc<str>) -> (Self, Vec<Diagnostic>) {
        let yaml::Reading { value: nodes, notes: faults, .. } =
            yaml::read::<BTreeMap<String, Node>>(text, file, 1);
        let mut strings = Self::default();
        for (key, node) in nodes.unwrap_or_default() {
            strings.add(key, node);
        }
        (strings, faults)
    }

    fn add(&mut self, key: String, node: Node) {
        match node {
            Node::Word(word) => {
                self.words.insert(key, word);
            }
            Node::Group(group)
                if group.contains_key("other")
                    && group.keys().all(|key| CATEGORIES.contains(&key.as_str())) =>
            {
                let words = group.into_iter().filter_map(|(category, node)| match node {
                    Node::Word(word) => Some((category, word)),
                    Node::Group(_) => None,
                });
                self.plurals.insert(key, words.collect());
            }
            Node::Group(group) => {
                for (below, node) in group {
                    self.add(format!("{key}.{below}"), node);
                }
            }
        }
    }

    /// Takes over what `below` has and this has not.
    pub fn lay_over(&mut self, below: &Self) {
        for (key, word) in &below.words {
            if !self.plurals.contains_key(key) {
                self.words.entry(key.clone()).or_insert_with(|| word.clone());
            }
        }
        for (key, words) in &below.plurals {
            if !self.words.contains_key(key) {
                self.plurals.entry(key.clone()).or_insert_with(|| words.clone());
            }
        }
    }

    /// Whether there is a string of that key.
    pub fn has(&self, key: &str) -> bool {
        self.words.contains_key(key) || self.plurals.contains_key(key)
    }

    /// The string of that key, in the form for `count` where it has several.
    pub fn get(&self, key: &str, count: Option<u64>, rules: &PluralRules) -> Option<&str> {
        if let Some(word) = self.words.get(key) {
            return Some(word);
        }
        let words = self.plurals.get(key)?;
        let category = match count.map(|count| rules.category_for(count)) {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            Some(PluralCategory::Other) | None => "other",
        };
        words.get(category).or_else(|| words.get("other")).map(String::as_str)
    }

    /// The string of that key, in its usual form where it has several.
    pub fn plain(&self, key: &str) -> Option<&str> {
        let usual = || self.plurals.get(key)?.get("other");
        self.words.get(key).or_else(usual).map(String::as_str)
    }

    /// The strings that have one form, by key.
    pub fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|(key, word)| (key.as_str(), word.as_str()))
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().chain(self.plurals.keys()).map(String::as_str)
    }

    /// A line for each string, as in a strings file.
    pub(super) fn lines(&self) -> String {
        let quoted =
            |text: &str| serde_json::to_string(text).expect("a text is JSON, and JSON is YAML");
        let forms = |words: &BTreeMap<String, String>| {
            let forms =
                words.iter().map(|(category, word)| format!("{category}: {}", quoted(word)));
            format!("{{ {} }}", forms.collect::<Vec<_>>().join(", "))
        };
        let words = self.words.iter().map(|(key, word)| (key, quoted(word)));
        let plurals = self.plurals.iter().map(|(key, words)| (key, forms(words)));
        let all: BTreeMap<_, _> = words.chain(plurals).collect();
        all.into_iter().map(|(key, value)| format!("{key}: {value}\n")).collect::<Vec<_>>().concat()
    }

    /// The plural rules of `language`.
    pub fn rules(language: &Language) -> PluralRules {
        let locale = language.as_str().parse().unwrap_or(icu_locale_core::locale!("en"));
        PluralRules::try_new(locale.into(), icu_plurals::PluralRulesOptions::default())
            .expect("compiled plural rules have a fallback for every language")
    }
}
