//! Files of the index: their names, and what is in one of them.

use super::dictionary::Dictionary;
use super::list::{List, letter};
use super::near::LEAST_LETTERS;
use super::pairs::{self, Pairs};
use crate::base::{Slot, Spill};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bytes of a file of words at least: every word of a question asks for one or two.
pub(super) const LEAST_BYTES: usize = 4 * 1024;
/// The same of what few questions ask for.
pub(super) const LEAST_BYTES_OF_SELDOM: usize = 16 * 1024;
/// How many files of one kind there are at most: all are named in what every question asks for.
const MOST_FILES: usize = 1024;
const MOST_FILES_OF_PAIRS: usize = 512;
/// Bytes of a file of lists at least: who asks for a topic wants few others, but hosts count files.
const LEAST_BYTES_OF_LISTS: usize = 4 * 1024;
/// What an entry of a pair takes, more or less, in bytes.
const BYTES_OF_PAIR: usize = 6;
/// Letters of a hash in a name.
const HASH: usize = 4;
/// How many files of records share a hash.
pub(super) const NEIGHBOURS: usize = 16;

/// Files of one kind: with what each begins, and their hashes in a row.
#[derive(Serialize)]
pub(super) struct Shards<T> {
    pub(super) first: Vec<T>,
    #[serde(rename = "hash")]
    pub(super) hashes: String,
}

/// Bytes of a file of what takes `total`, so that there are not too many.
fn least(total: usize, least: usize) -> usize {
    least.max(total / MOST_FILES)
}

/// Writes files, and knows where their bytes are.
pub(super) struct Writer<'a> {
    pub(super) folder: &'a str,
    pub(super) files: BTreeMap<Arc<str>, Slot>,
    pub(super) spill: &'a Spill,
}

impl Writer<'_> {
    /// Adds a file, and gives the hash in its name.
    pub(super) fn add(&mut self, name: &str, ending: &str, bytes: &[u8]) -> String {
        let hash = hash(bytes);
        self.named(&format!("{name}-{hash}.{ending}"), bytes);
        hash
    }

    /// Adds a file that says something to the script.
    pub(super) fn add_json(&mut self, name: &str, value: &impl Serialize) -> String {
        self.add(name, "json", &serde_json::to_vec(value).expect("it is JSON"))
    }

    fn named(&mut self, name: &str, bytes: &[u8]) {
        self.files.insert(format!("{}{name}", self.folder).into(), self.spill.put(bytes));
    }

    pub(super) fn dictionary<'l>(
        &mut self,
        name: &str,
        least_bytes: usize,
        words: impl Iterator<Item = &'l (Box<str>, List)>,
    ) -> Shards<String> {
        let lines: Vec<_> = words.collect();
        let total = lines.iter().map(|(word, list)| word.len() + list.len()).sum();
        let write = |(word, list): &(Box<str>, List), into: &mut String| {
            into.push_str(word);
            into.push('\t');
            list.encoded(into);
        };
        let first = |before: Option<&(Box<str>, List)>, (word, _): &(Box<str>, List)| {
            told_apart(before.map_or("", |(before, _)| before), word).to_owned()
        };
        let least = least(total, least_bytes);
        self.shards(name, least, lines.into_iter(), first, write)
    }

    /// Writes the pairs to files, and gives their hashes in a row.
    pub(super) fn pairs(&mut self, pairs: &Pairs) -> String {
        let count =
            (pairs.len() * BYTES_OF_PAIR / LEAST_BYTES_OF_SELDOM).clamp(1, MOST_FILES_OF_PAIRS);
        let (mut hashes, mut file, mut at) = (String::new(), String::new(), 0);
        let mut full = |file: &mut String, at: &mut usize| {
            hashes.push_str(&self.add(&format!("pairs-{at}"), "txt", file.as_bytes()));
            file.clear();
            *at += 1;
        };
        // Numbers rise, and with them the files: each is written before the next is begun.
        pairs.groups(|number, group| {
            while at < pairs::place(number, count) {
                full(&mut file, &mut at);
            }
            let mut list = List::default();
            for (entry, worth) in group.iter().copied().map(pairs::entry) {
                list.push(entry, worth);
            }
            file.push_str(&pairs::code(number));
            file.push('\t');
            list.encoded(&mut file);
            file.push('\n');
        });
        while at < count {
            full(&mut file, &mut at);
        }
        hashes
    }

    pub(super) fn backwards(&mut self, names: &Dictionary) -> Shards<String> {
        let words = names.words.iter().map(|(word, _)| word).filter(|word| !word.contains(' '));
        let mut words: Vec<String> = words
            .filter(|word| word.chars().count() + 1 >= LEAST_LETTERS)
            .map(|word| word.chars().rev().collect())
            .collect();
        words.sort_unstable();
        let least = least(words.iter().map(String::len).sum(), LEAST_BYTES_OF_SELDOM);
        self.shards(
            "back",
            least,
            words.iter(),
            |before, word| told_apart(before.map_or("", |it| it), word).to_owned(),
            |word, into| into.push_str(word),
        )
    }

    /// Writes the lists of topics to files; with what each begins is how many lists after the file
    /// before it.
    pub(super) fn lists<'l>(&mut self, lists: impl Iterator<Item = &'l List>) -> Shards<usize> {
        let lines: Vec<(usize, &List)> = lists.enumerate().collect();
        let total = lines.iter().map(|(_, list)| list.len()).sum();
        let write = |(_, list): (usize, &List), into: &mut String| list.encoded(into);
        let least = least(total, LEAST_BYTES_OF_LISTS);
        let mut shards =
            self.shards("lists", least, lines.into_iter(), |_, (place, _)| place, write);
        for at in (1..shards.first.len()).rev() {
            shards.first[at] -= shards.first[at - 1];
        }
        shards
    }

    /// Writes lines to files of `least` bytes or more, and remembers with what each file begins,
    /// which `first` says of the line before and the first one. A long line does not stand behind
    /// others.
    fn shards<T, K>(
        &mut self,
        name: &str,
        least: usize,
        lines: impl Iterator<Item = T>,
        first: impl Fn(Option<T>, T) -> K,
        write: impl Fn(T, &mut String),
    ) -> Shards<K>
    where
        T: Copy,
    {
        let mut shards = Shards { first: Vec::new(), hashes: String::new() };
        let mut full = |text: &str, at: usize| {
            shards.hashes.push_str(&self.add(&format!("{name}-{at}"), "txt", text.as_bytes()));
        };
        let (mut text, mut line, mut before) = (String::new(), String::new(), None);
        for one in lines {
            line.clear();
            write(one, &mut line);
            line.push('\n');
            if text.len() >= least || !text.is_empty() && text.len() + line.len() > 2 * least {
                full(&text, shards.first.len() - 1);
                text.clear();
            }
            if text.is_empty() {
                shards.first.push(first(before, one));
            }
            text.push_str(&line);
            before = Some(one);
        }
        if !text.is_empty() {
            full(&text, shards.first.len() - 1);
        }
        shards
    }

    /// Writes what is shown of entries, `size` in each file, and gives the hashes of `NEIGHBOURS`
    /// files each: a hash a file would be most of what every question asks for first.
    pub(super) fn records<T>(
        &mut self,
        entries: &[T],
        size: usize,
        write: impl Fn(&[T]) -> Vec<u8>,
    ) -> String {
        let mut hashes = String::new();
        for (group, entries) in entries.chunks(size * NEIGHBOURS).enumerate() {
            let files: Vec<Vec<u8>> = entries.chunks(size).map(&write).collect();
            let hash = hash(&files.concat());
            for (at, bytes) in files.iter().enumerate() {
                self.named(&format!("records-{}-{hash}.json", group * NEIGHBOURS + at), bytes);
            }
            hashes.push_str(&hash);
        }
        hashes
    }
}

/// The shortest beginning of a word by which it comes after the one before it.
fn told_apart<'w>(before: &str, word: &'w str) -> &'w str {
    let same = before.chars().zip(word.chars()).take_while(|(one, other)| one == other);
    let same: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let next = word[same..].chars().next().map_or(0, char::len_utf8);
    &word[..same + next]
}

/// The letters in a name that change with what a file holds.
fn hash(bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes);
    hash.as_bytes().iter().take(HASH).map(|byte| letter(*byte)).collect()
}
