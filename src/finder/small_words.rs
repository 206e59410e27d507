//! Words that say nothing about what: they ask, deny, choose, or say what somebody is.
//!
//! They are those of the browser: one file for each language, `js/finder/words/nl.js`, which both
//! read.

use super::speech::json_of;
use crate::base::Language;
use foldhash::fast::FixedState;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

/// The words of one language, as they are written: with spaces between.
#[derive(Debug, Deserialize)]
struct Written {
    asks: String,
    not: String,
    or: String,
    only: String,
    units: String,
    since: String,
    free: String,
    remote: String,
}

/// The language of questions that are asked everywhere.
const EVERYWHERE: &str = "en";

static WORDS: LazyLock<BTreeMap<&str, Written>> = LazyLock::new(|| {
    macro_rules! read {
        ($($tag:literal)*) => {
            [$((
                $tag,
                include_str!(concat!("../../themes/base/assets/js/finder/words/", $tag, ".js"))
            )),*]
        };
    }
    let all = read!("ar" "de" "en" "es" "fr" "nl");
    let read = |(tag, text)| (tag, serde_json::from_str(json_of(text)).expect("words are JSON"));
    all.into_iter().map(read).collect()
});

/// Asked for every word of every text.
type Words = HashSet<&'static str, FixedState>;

/// The words that somebody means by one of the keys, in all languages.
fn everywhere(words: impl Fn(&'static Written) -> [&'static String; 3]) -> Words {
    WORDS.values().flat_map(words).flat_map(|it| it.split(' ')).collect()
}

static STOPS: LazyLock<Words> = LazyLock::new(|| everywhere(|it| [&it.asks, &it.not, &it.or]));
static UNITS: LazyLock<Words> = LazyLock::new(|| everywhere(|it| [&it.units; 3]));
static SINCE: LazyLock<Words> = LazyLock::new(|| everywhere(|it| [&it.since; 3]));

/// Whether a word asks, or holds a sentence together, and says nothing about what.
pub(super) fn is_stop(word: &str) -> bool {
    STOPS.contains(word)
}

/// Whether it is counted in this: years, hours a week.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(word)
}

/// Whether a year may come after it, since when.
pub(super) fn is_since(word: &str) -> bool {
    SINCE.contains(word)
}

/// What small words mean on a page in one of the languages of a site.
#[derive(Debug, Default)]
pub(super) struct Speaking {
    not: Words,
    or: Words,
    only: Words,
    states: Words,
}

impl Speaking {
    /// On a page in `language`, one of `languages`.
    pub(super) fn of(language: &Language, languages: &[Language]) -> Self {
        let page = language.primary();
        let tags = languages.iter().map(Language::primary).chain([EVERYWHERE]);
        let mut speaking = Self::default();
        let tags: HashSet<&str> = tags.collect();
        let known = || tags.iter().filter_map(|tag| Some((*tag, WORDS.get(*tag)?)));
        for (tag, words) in known() {
            speaking.not.extend(words.not.split(' '));
            speaking.only.extend(words.only.split(' '));
            speaking.states.extend(words.free.split(' ').chain(words.remote.split(' ')));
            // `of` chooses in Dutch, and in English it does not.
            let asks =
                |word: &&str| known().any(|(_, it)| it.asks.split(' ').any(|it| it == *word));
            let chooses = words.or.split(' ').filter(|word| tag == page || !asks(word));
            speaking.or.extend(chooses);
        }
        speaking
    }

    /// Whether what comes after a word is not wanted.
    pub(super) fn denies(&self, word: &str) -> bool {
        self.not.contains(word)
    }

    /// Whether either of what is around a word will do.
    pub(super) fn chooses(&self, word: &str) -> bool {
        self.or.contains(word)
    }

    /// Whether a word that denies does not where this one follows.
    pub(super) fn only(&self, word: &str) -> bool {
        self.only.contains(word)
    }

    /// Whether a word says how or when somebody works.
    pub(super) fn is_state(&self, word: &str) -> bool {
        self.states.contains(word)
    }
}

/// What is said of who has room for more, and of who works from elsewhere, in `languages`.
pub(super) fn states(languages: &[Language], free: bool, remote: bool) -> Vec<&'static str> {
    let words = languages.iter().filter_map(|language| WORDS.get(language.primary()));
    let both = words.flat_map(|it| [(free, it.free.as_str()), (remote, it.remote.as_str())]);
    both.filter_map(|(is_so, words)| is_so.then_some(words)).collect()
}
