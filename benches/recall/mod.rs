//! Whether teams are found again: projects are left out of a network, their topics are asked for,
//! and we look where their real members stand; beside two plainer ways of looking.

#![allow(clippy::disallowed_methods, reason = "the edge of a measurement is its own")]
#![allow(unreachable_pub, reason = "public to the programs that measure")]

pub mod texts;

use super::network::{Hidden, Network};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;
use vakwerk::config::{Overrides, Project};
use vakwerk::edition::matching::{Question, Supply, Wanted, rank};
use vakwerk::memo::Memo;
use vakwerk::pipeline;

/// How well a way of looking finds teams.
#[derive(Debug, Clone, Copy, Default)]
pub struct Quality {
    /// Members among the first ten, as a share of all members.
    pub recall: f64,
    /// Mean of one over the rank of the first member.
    pub reciprocal_rank: f64,
}

/// What was found of the hidden projects of a network.
#[derive(Debug, Clone, Copy)]
pub struct Finding {
    /// How many projects were asked for.
    pub questions: usize,
    /// By Vakwerk's matching.
    pub matching: Quality,
    /// By counting the topics that are shared.
    pub counting: Quality,
    /// By BM25 (k1 1.2, b 0.75) over the text of the profiles.
    pub words: Quality,
}

/// Looks for the hidden projects of a network of so many experts, written into `folder`.
pub fn measure(experts: usize, folder: &Path) -> Finding {
    let network = Network { experts, requests: 0 };
    let hidden = network.write(folder, true).expect("the network is written");
    let date = Some("2026-06-01".parse().expect("a date"));
    let project =
        Project::open(folder, Overrides { date, ..Overrides::default() }).value.expect("a site");
    let edition = pipeline::edition(&project, &Memo::forgetful()).value;
    let supply = Supply::of(&edition);
    let holders = holders(folder, experts);
    let words = Bm25::of(folder, experts);
    let mut ranks = [const { Vec::new() }; 3];
    for one in &hidden {
        let needs = one.topics.iter().filter_map(|title| edition.topic_named(title));
        let needs =
            needs.map(|topic| Wanted { topic, level: None, part: None, weight: 1 }).collect();
        let question = Question { needs, ..Question::default() };
        let ranking = rank(&edition, &supply, &question);
        let slugs = ranking.ranked.iter().map(|ranked| edition.experts[ranked.expert].slug.clone());
        ranks[0].push(places(one, slugs));
        let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
        for slug in one.topics.iter().flat_map(|topic| holders.get(topic).into_iter().flatten()) {
            *shared.entry(slug).or_default() += 1;
        }
        let mut shared: Vec<_> = shared.into_iter().collect();
        shared.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        ranks[1].push(places(one, shared.into_iter().map(|(slug, _)| slug.to_owned())));
        ranks[2].push(places(one, words.ask(&one.topics.join(" ")).into_iter()));
    }
    let [matching, counting, words] = ranks.map(|ranks| quality(&ranks));
    Finding { questions: hidden.len(), matching, counting, words }
}

/// The ranks of a team's members, from one on; none for who is not found.
fn places(hidden: &Hidden, found: impl Iterator<Item = String>) -> Vec<Option<usize>> {
    let order: HashMap<String, usize> =
        found.enumerate().map(|(at, slug)| (slug, at + 1)).collect();
    hidden.team.iter().map(|slug| order.get(slug).copied()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few thousand")]
fn quality(ranks: &[Vec<Option<usize>>]) -> Quality {
    let members = ranks.iter().flatten().count().max(1) as f64;
    let early =
        ranks.iter().flatten().filter(|rank| rank.is_some_and(|rank| rank <= 10)).count() as f64;
    let first =
        ranks.iter().filter_map(|team| team.iter().flatten().min()).map(|rank| 1.0 / *rank as f64);
    Quality {
        recall: early / members,
        reciprocal_rank: first.sum::<f64>() / ranks.len().max(1) as f64,
    }
}

/// Who names which topic, read from the files.
fn holders(folder: &Path, experts: usize) -> HashMap<String, Vec<String>> {
    let mut holders: HashMap<String, Vec<String>> = HashMap::new();
    for expert in 0..experts {
        let text =
            fs::read_to_string(folder.join(format!("experts/e{expert}.md"))).expect("a profile");
        for line in text.lines().filter_map(|line| line.strip_prefix("  - { topic: ")) {
            let topic = line.split(',').next().expect("a topic");
            holders.entry(topic.to_owned()).or_default().push(format!("e{expert}"));
        }
    }
    holders
}

struct Bm25 {
    /// For every word who has it how often.
    postings: HashMap<String, Vec<(usize, f64)>>,
    lengths: Vec<f64>,
    mean: f64,
}

impl Bm25 {
    fn of(folder: &Path, experts: usize) -> Self {
        let texts: Vec<String> = (0..experts)
            .map(|expert| fs::read_to_string(folder.join(format!("experts/e{expert}.md"))))
            .collect::<Result<_, _>>()
            .expect("profiles");
        Self::of_texts(texts.iter().map(String::as_str))
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    fn of_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut postings: HashMap<String, Vec<(usize, f64)>> = HashMap::new();
        let mut lengths = Vec::new();
        for (at, text) in texts.enumerate() {
            let mut counts: HashMap<String, f64> = HashMap::new();
            let mut length = 0.0;
            for word in words(text) {
                *counts.entry(word).or_default() += 1.0;
                length += 1.0;
            }
            lengths.push(length);
            for (word, count) in counts {
                postings.entry(word).or_default().push((at, count));
            }
        }
        let mean = lengths.iter().sum::<f64>() / lengths.len().max(1) as f64;
        Self { postings, lengths, mean }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    fn ask_places(&self, question: &str) -> Vec<usize> {
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for word in words(question).collect::<HashSet<_>>() {
            let Some(postings) = self.postings.get(&word) else { continue };
            let (all, having) = (self.lengths.len() as f64, postings.len() as f64);
            let rarity = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
            for (expert, count) in postings {
                let long = 1.2 * (0.25 + 0.75 * self.lengths[*expert] / self.mean);
                *scores.entry(*expert).or_default() += rarity * count * 2.2 / (count + long);
            }
        }
        let mut order: Vec<_> = scores.into_iter().collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        order.into_iter().map(|(at, _)| at).collect()
    }

    fn ask(&self, question: &str) -> Vec<String> {
        self.ask_places(question).into_iter().map(|at| format!("e{at}")).collect()
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}
