//! Okapi BM25 over a few thousand texts, with the words that counted.

use super::question::words;
use super::small_words::is_stop;
use super::speech::Tongue;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Words that are told of each hit.
const MOST_WORDS: usize = 5;

/// How texts become words that are compared.
pub(super) struct Tokens<'a> {
    tongues: &'a [&'static Tongue],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(tongues: &'a [&'static Tongue]) -> Self {
        Self { tongues }
    }

    /// The words of a text that say about what: as they are compared, and as they are written.
    pub(super) fn of(&self, text: &str) -> Vec<(String, String)> {
        let kept = words(text).into_iter().filter(|(word, _)| !is_stop(word));
        let stem = |(word, _): (String, bool)| {
            let stem = self.tongues.iter().fold(word.clone(), |stem, tongue| tongue.stem(&stem));
            (stem, word)
        };
        kept.map(stem).collect()
    }
}

/// Texts that can be asked.
#[derive(Debug)]
pub(super) struct Bm25<K> {
    /// For every word which text has it how often.
    postings: HashMap<String, Vec<(usize, f64)>>,
    /// Whose text it is, and how long it is by the mean.
    texts: Vec<(K, f64)>,
}

impl<K: Copy + Ord + Debug> Bm25<K> {
    /// The texts of `keys`, as `tokens` reads them.
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    pub(super) fn of(keys: &[K], tokens: impl Fn(&K) -> Vec<(String, String)>) -> Self {
        let mut postings: HashMap<String, Vec<(usize, f64)>> = HashMap::new();
        let mut texts = Vec::with_capacity(keys.len());
        for (at, key) in keys.iter().enumerate() {
            let mut counts: BTreeMap<String, f64> = BTreeMap::new();
            let mut length = 0.0;
            for (stem, _) in tokens(key) {
                *counts.entry(stem).or_default() += 1.0;
                length += 1.0;
            }
            texts.push((*key, length));
            for (word, count) in counts {
                postings.entry(word).or_default().push((at, count));
            }
        }
        let mean = texts.iter().map(|(_, length)| length).sum::<f64>() / texts.len().max(1) as f64;
        for (_, length) in &mut texts {
            *length /= mean.max(1.0);
        }
        Self { postings, texts }
    }

    /// What fits the words of a question, best first, with the words that counted most.
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    pub(super) fn ask(&self, asked: &[(String, String)]) -> Vec<(f64, K, Vec<String>)> {
        let mut wanted: BTreeMap<&str, (&str, f64)> = BTreeMap::new();
        for (stem, word) in asked {
            wanted.entry(stem).or_insert((word, 0.0)).1 += 1.0;
        }
        let mut found: BTreeMap<usize, Vec<(f64, &str)>> = BTreeMap::new();
        for (stem, (word, times)) in wanted {
            let Some(postings) = self.postings.get(stem) else { continue };
            let (all, having) = (self.texts.len() as f64, postings.len() as f64);
            let rare = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
            // Said twice is not twice as much.
            let often = 1.0 + f64::ln(times);
            for (at, count) in postings {
                let long = K1 * (1.0 - B + B * self.texts[*at].1);
                let points = often * rare * count * (K1 + 1.0) / (count + long);
                found.entry(*at).or_default().push((points, word));
            }
        }
        let hit = |(at, mut words): (usize, Vec<(f64, &str)>)| {
            words.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
            let sum = words.iter().map(|(points, _)| points).sum::<f64>();
            let told = words.iter().take(MOST_WORDS).map(|(_, word)| (*word).to_owned());
            (sum, self.texts[at].0, told.collect())
        };
        let mut hits: Vec<(f64, K, Vec<String>)> = found.into_iter().map(hit).collect();
        hits.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        hits
    }
}
