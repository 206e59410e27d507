//! What diagnostics say, in another language than the one in which they are written: sentence by
//! sentence, by a list of both (`messages.nl.txt`).

use super::Tongue;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// A sentence in English, and the same in another language. What is filled in stands as `{name}`.
#[derive(Debug)]
struct Sentence {
    english: Vec<Part>,
    other: Vec<Part>,
    /// Whether it is a part of sentences only.
    is_part: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Words(String),
    Blank(String),
}

static DUTCH: LazyLock<Vec<Sentence>> = LazyLock::new(|| read(include_str!("messages.nl.txt")));

/// The blanks that parts of sentences fill. What fills others is somebody's own words: it stays.
const TOLD: [&str; 5] = ["what", "wanted", "values", "who", "whose"];

/// Sentences with fewer letters of their own than this say little about what is filled in.
const FEW_LETTERS: usize = 12;

/// The sentences of a list, those that say most first.
fn read(text: &str) -> Vec<Sentence> {
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect();
    let pairs = lines.chunks_exact(2).map(|pair| {
        let english = pair[0].strip_prefix("~ ");
        let (english, is_part) = (english.unwrap_or(pair[0]), english.is_some());
        Sentence { english: parts(english), other: parts(pair[1]), is_part }
    });
    let mut sentences: Vec<Sentence> = pairs.collect();
    sentences.sort_by_key(|sentence| Reverse(sentence.letters()));
    sentences
}

/// A blank is a word of small letters between braces; other braces are written as they are.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut words, mut rest) = (String::new(), text);
    while let Some((before, behind)) = rest.split_once('{') {
        words += before;
        let name = behind.split_once('}').filter(|(name, _)| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())
        });
        if let Some((name, after)) = name {
            if !words.is_empty() {
                parts.push(Part::Words(std::mem::take(&mut words)));
            }
            parts.push(Part::Blank(name.to_owned()));
            rest = after;
        } else {
            words.push('{');
            rest = behind;
        }
    }
    words += rest;
    if !words.is_empty() {
        parts.push(Part::Words(words));
    }
    parts
}

impl Sentence {
    fn letters(&self) -> usize {
        let words = self.english.iter().map(|part| match part {
            Part::Words(words) => words.chars().filter(|sign| sign.is_alphabetic()).count(),
            Part::Blank(_) => 0,
        });
        words.sum()
    }

    /// The sentence in the other language, when `text` is this one.
    fn told(&self, text: &str, sentences: &[Sentence]) -> Option<String> {
        let filled = filled(&self.english, text)?;
        let mut told = filled.iter().filter(|(name, _)| TOLD.contains(name));
        if self.letters() < FEW_LETTERS && !told.all(|(_, text)| is_short(text, sentences)) {
            return None;
        }
        let told = self.other.iter().map(|part| match part {
            Part::Words(words) => words.clone(),
            Part::Blank(name) => {
                let found = filled.iter().find(|(known, _)| known == name);
                let text = found.map_or("", |(_, text)| *text);
                let part = TOLD.contains(&name.as_str()).then(|| part_of(text, sentences));
                part.flatten().unwrap_or_else(|| text.to_owned())
            }
        });
        Some(told.collect())
    }
}

/// What fills the blanks of a sentence so that it is `text`.
fn filled<'a>(parts: &'a [Part], text: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    match parts {
        [] => text.is_empty().then(Vec::new),
        [Part::Words(words), rest @ ..] => filled(rest, text.strip_prefix(words.as_str())?),
        [Part::Blank(name)] => (!text.is_empty()).then(|| vec![(name.as_str(), text)]),
        [Part::Blank(name), rest @ ..] => {
            let Some(Part::Words(next)) = rest.first() else { return None };
            let mut ends = text.match_indices(next.as_str()).map(|(at, _)| at);
            ends.by_ref().filter(|at| *at > 0).find_map(|at| {
                let mut all = vec![(name.as_str(), &text[..at])];
                all.extend(filled(rest, &text[at..])?);
                Some(all)
            })
        }
    }
}

/// A part of a sentence in the other language.
fn part_of(text: &str, sentences: &[Sentence]) -> Option<String> {
    if text.starts_with('`') && text.ends_with('`') {
        return None;
    }
    sentences.iter().filter(|it| it.is_part).find_map(|it| it.told(text, sentences))
}

/// Whether a text is a value or a list of values, and not a part of a sentence in English.
fn is_short(text: &str, sentences: &[Sentence]) -> bool {
    if text.starts_with('`') && text.ends_with('`') {
        return true;
    }
    let parts = sentences.iter().filter(|it| it.is_part);
    for fits in parts.filter_map(|it| filled(&it.english, text)) {
        if fits.iter().all(|(_, it)| is_short(it, sentences)) {
            return true;
        }
    }
    text.split(", ").all(|piece| !piece.trim().contains(' '))
}

/// What a diagnostic says, in a language. A sentence that is not known in it stays as it is.
pub(in crate::cli) fn told(text: &str, tongue: Tongue) -> String {
    match tongue {
        Tongue::English => text.to_owned(),
        Tongue::Dutch => in_dutch(text).unwrap_or_else(|| text.to_owned()),
    }
}

fn in_dutch(text: &str) -> Option<String> {
    let whole = |text: &str| {
        let sentences = DUTCH.iter().filter(|sentence| !sentence.is_part);
        sentences.into_iter().find_map(|sentence| sentence.told(text, &DUTCH))
    };
    // Several sentences in one, each of which is known.
    let several = || {
        let each: Option<Vec<String>> = text.split("; ").map(whole).collect();
        each.map(|each| each.join("; "))
    };
    whole(text).or_else(several)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn both_sides_of_a_sentence_have_the_same_blanks_and_none_stands_twice() {
        let text = include_str!("messages.nl.txt");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
        assert_eq!(lines.count() % 2, 0);
        let blanks = |parts: &[Part]| -> BTreeSet<String> {
            let names = parts.iter().filter_map(|part| match part {
                Part::Blank(name) => Some(name.clone()),
                Part::Words(_) => None,
            });
            names.collect()
        };
        let mut known = BTreeSet::new();
        for sentence in DUTCH.iter() {
            assert_eq!(blanks(&sentence.english), blanks(&sentence.other), "{sentence:?}");
            assert!(known.insert(format!("{:?}", sentence.english)), "{sentence:?} stands twice");
        }
    }

    #[test]
    fn a_sentence_is_told_with_what_is_filled_in_and_others_stay_whole() {
        for (english, dutch) in [
            ("nothing reads the key `headlin`", "niets leest de sleutel `headlin`"),
            (
                "write public, unlisted or hidden; until then nobody sees the entry",
                "schrijf public, unlisted of hidden; tot dan ziet niemand dit",
            ),
            (
                "write one of vcard, qr; until then what it speaks of is not published",
                "schrijf een van vcard, qr; tot dan wordt niet gepubliceerd waar het over gaat",
            ),
            (
                "this is the text \"16\", where a number is expected",
                "dit is de tekst \"16\", waar een getal wordt verwacht",
            ),
            (
                "row 3 (line 4) of `experts.csv` wants the address /experts/jan/, which belongs to row 2 of `experts.csv`",
                "rij 3 (regel 4) van `experts.csv` wil het adres /experts/jan/, dat van rij 2 van `experts.csv` is",
            ),
            ("2 people are called Jan or Piet", "2 mensen heten Jan or Piet"),
            ("`March or April` is not a date", "`March or April` is geen datum"),
            ("write a sonnet about the sea", "write a sonnet about the sea"),
            ("write nl", "schrijf nl"),
        ] {
            assert_eq!(told(english, Tongue::Dutch), dutch);
            assert_eq!(told(english, Tongue::English), english);
        }
    }

    /// Every message, help and consequence of the examples is told in Dutch.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test reads what belongs to the source")]
    fn every_example_of_a_diagnostic_is_told_in_dutch() {
        let examples =
            walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/diagnostics"));
        let mut lacking = BTreeSet::new();
        for file in examples.into_iter().filter_map(Result::ok) {
            let is_example = file.path().extension().is_some_and(|end| end == "md");
            if !is_example || file.file_name() == "README.md" {
                continue;
            }
            let text = std::fs::read_to_string(file.path()).expect("readable");
            for line in text.lines() {
                let begins = ["error[", "warning[", "info["];
                let message = begins.iter().find_map(|begin| line.strip_prefix(begin));
                let message = message.and_then(|rest| Some(rest.split_once("]: ")?.1));
                let said = line.trim_start().strip_prefix("= ").and_then(|rest| {
                    rest.strip_prefix("help: ").or_else(|| rest.strip_prefix("note: "))
                });
                let Some(said) = message.or(said) else { continue };
                // What is put together where it is drawn.
                let said = said.split("; and ").next().unwrap_or(said);
                if in_dutch(said).is_none() && !said.starts_with("so it is ") {
                    lacking.insert(said.to_owned());
                }
            }
        }
        assert!(lacking.is_empty(), "{} sentences:\n{lacking:#?}", lacking.len());
    }
}
