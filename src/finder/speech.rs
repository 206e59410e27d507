//! How words change in the languages of a site.
//!
//! The tables are those of the browser: the text of `js/finder/speech.js` is read here, so that
//! both know the same.

use crate::base::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Shorter words have no stem but themselves.
const LEAST_LETTERS: usize = 4;
/// So many letters stay of a word when what is written before it is taken away.
const LEAST_BARE: usize = 3;

#[derive(Debug, Deserialize)]
struct Written {
    stems: BTreeMap<String, WrittenTongue>,
}

#[derive(Debug, Deserialize)]
struct WrittenTongue {
    #[serde(default)]
    starts: String,
    steps: Vec<String>,
    close: String,
}

/// An ending that is taken away.
#[derive(Debug)]
struct Ending {
    letters: String,
    /// How much of it stays.
    stays: usize,
    /// How many letters must stand before it.
    least: usize,
    /// Whether a consonant must.
    consonant: bool,
}

/// How words of one language change.
#[derive(Debug)]
pub(super) struct Tongue {
    /// What is written before a word as one with it, in a script without capitals.
    starts: Vec<String>,
    steps: Vec<Vec<Ending>>,
    close: String,
}

struct Speech {
    tongues: BTreeMap<String, Tongue>,
}

static SPEECH: LazyLock<Speech> = LazyLock::new(|| {
    let text = include_str!("../../themes/base/assets/js/finder/speech.js");
    let written: Written = serde_json::from_str(json_of(text)).expect("the tables are JSON");
    let tongue = |tongue: WrittenTongue| Tongue {
        starts: tongue.starts.split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        steps: tongue.steps.iter().map(|step| step.split(' ').map(ending).collect()).collect(),
        close: tongue.close,
    };
    Speech { tongues: written.stems.into_iter().map(|(tag, it)| (tag, tongue(it))).collect() }
});

/// What stands between the outermost braces of a script.
pub(super) fn json_of(text: &str) -> &str {
    let braces = text.find('{').zip(text.rfind('}')).expect("the tables stand between braces");
    &text[braces.0..=braces.1]
}

/// Reads `ending>stays:least`, with a `c` behind where a consonant must stand before it.
fn ending(written: &str) -> Ending {
    let (text, rule) = written.split_once(':').expect("an ending has a rule");
    let (ending, stays) = text.split_once('>').unwrap_or((text, ""));
    assert!(ending.starts_with(stays), "{written}: what stays is the beginning of the ending");
    let least = rule.trim_end_matches('c');
    Ending {
        letters: ending.to_owned(),
        stays: stays.len(),
        least: least.parse().expect("a rule is a number"),
        consonant: rule.ends_with('c'),
    }
}

/// The languages among `languages` whose words are known to change.
pub(super) fn tongues(languages: &[Language]) -> Vec<&'static Tongue> {
    let mut tags: Vec<&str> = languages.iter().map(Language::primary).collect();
    tags.sort_unstable();
    tags.dedup();
    tags.into_iter().filter_map(|tag| SPEECH.tongues.get(tag)).collect()
}

fn is_arabic(letter: char) -> bool {
    ('\u{620}'..='\u{6ff}').contains(&letter)
}

fn is_arabic_word(word: &str) -> bool {
    word.chars().all(is_arabic)
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

impl Tongue {
    /// What the forms of a word have in common; the word itself when it is short or not in Latin
    /// letters.
    pub(super) fn stem(&self, word: &str) -> String {
        if !self.starts.is_empty() {
            return self.stem_without_start(word).to_owned();
        }
        let mut stem = word.as_bytes().to_vec();
        if stem.len() < LEAST_LETTERS || !stem.iter().all(u8::is_ascii_lowercase) {
            return word.to_owned();
        }
        for step in &self.steps {
            let fits = |it: &&Ending| {
                stem.strip_suffix(it.letters.as_bytes()).is_some_and(|rest| {
                    rest.len() >= it.least
                        && !(it.consonant && rest.last().is_some_and(|last| is_vowel(*last)))
                })
            };
            let longest = step.iter().filter(fits).max_by_key(|it| it.letters.len());
            if let Some(it) = longest {
                stem.truncate(stem.len() - it.letters.len() + it.stays);
            }
        }
        self.closed(stem)
    }

    /// What stays of a word in Arabic letters without what is written before and behind it.
    fn stem_without_start<'a>(&self, word: &'a str) -> &'a str {
        let is_long = |rest: &str, least: usize| rest.chars().count() >= least;
        if !is_long(word, LEAST_LETTERS) || !is_arabic_word(word) {
            return word;
        }
        let bare = self.starts.iter().filter_map(|start| word.strip_prefix(start.as_str()));
        let bare = bare.filter(|rest| is_long(rest, LEAST_BARE)).min_by_key(|rest| rest.len());
        let mut stem = bare.unwrap_or(word);
        for step in &self.steps {
            let rests = step.iter().filter_map(|it| {
                let rest = stem.strip_suffix(it.letters.as_str())?;
                is_long(rest, it.least).then_some(rest)
            });
            stem = rests.min_by_key(|rest| rest.len()).unwrap_or(stem);
        }
        stem
    }

    fn closed(&self, mut stem: Vec<u8>) -> String {
        if self.close.contains('d')
            && let [.., before, last] = stem[..]
            && before == last
            && !is_vowel(last)
            && stem.len() > 3
        {
            stem.pop();
        }
        if self.close.contains('z')
            && let Some(last) = stem.last_mut()
        {
            match *last {
                b'z' => *last = b's',
                b'v' => *last = b'f',
                _ => {}
            }
        }
        if self.close.contains('v')
            && let [.., one, other, last] = stem[..]
            && one == other
            && b"aeou".contains(&one)
            && !is_vowel(last)
        {
            stem.remove(stem.len() - 2);
        }
        String::from_utf8(stem).expect("letters of ASCII")
    }

    /// With what the forms of a word begin that has this stem.
    pub(super) fn beginnings(&self, stem: &str, into: &mut Vec<String>) {
        let Some((last, before)) = stem.as_bytes().split_last() else { return };
        into.push(stem.to_owned());
        if !self.starts.is_empty() && stem.chars().count() >= LEAST_BARE && is_arabic_word(stem) {
            into.extend(self.starts.iter().map(|start| format!("{start}{stem}")));
        }
        if !stem.is_ascii() {
            return;
        }
        let head = &stem[..stem.len() - 1];
        if self.close.contains('z') {
            match last {
                b's' => into.push(format!("{head}z")),
                b'f' => into.push(format!("{head}v")),
                _ => {}
            }
        }
        if self.close.contains('v')
            && !is_vowel(*last)
            && let Some(vowel) = before.last().filter(|it| b"aeou".contains(it))
        {
            into.push(format!("{head}{}{}", char::from(*vowel), char::from(*last)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet_and_other_words_do_not() {
        let vectors: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/browser/stems.json"))
                .expect("the vectors are JSON");
        for vector in vectors.as_array().expect("a list") {
            let tag = vector["language"].as_str().expect("a language");
            let tongue = &SPEECH.tongues[tag];
            let stem = vector["stem"].as_str().expect("a stem");
            for form in vector["forms"].as_array().expect("forms") {
                let form = form.as_str().expect("a word");
                assert_eq!(tongue.stem(form), stem, "{tag}: {form}");
                let mut beginnings = Vec::new();
                tongue.beginnings(stem, &mut beginnings);
                let begins = beginnings.iter().any(|it| form.starts_with(it));
                assert!(begins, "{form} begins with none of {beginnings:?}");
            }
        }
    }
}
