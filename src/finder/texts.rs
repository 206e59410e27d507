//! Who fits a text: a call, a request, an article.
//!
//! Topics are spotted by their names in all languages of the site, in any form and as parts of
//! compounds. Cases are weighed by BM25; whoever worked on one gets its share, by their part in it
//! and how long ago it was, each further case counting less. Profiles are weighed by BM25 too. The
//! three are added, each by its part of the best. What counts the same stands in an order that
//! follows from the text and the month.

use super::bm25::{Bm25, Tokens};
use super::entry::{Entry, names, topic_title};
use super::entry_texts::texts;
use super::forms::{Compound, Forms};
use super::index::plain;
use super::question::{Asked, words};
use super::signs::is_signed;
use super::speech::{Tongue, is_stop, tongues};
use super::topics::{all_names, recency};
use crate::base::Language;
use crate::base::lot::lot;
use crate::edition::{Edition, ExpertId, Part, ProjectId, Standing, TopicId, Who};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Cases that are looked at.
const MOST_CASES: usize = 50;
/// What each further case counts of the one before, as a share.
const FURTHER: f64 = 0.6;
/// What each of the three counts at most: topics, cases, the profile.
const PARTS: [f64; 3] = [1000.0, 1000.0, 600.0];
/// Reasons that are told of each.
const MOST_REASONS: usize = 3;

/// What a text is about, and who fits it.
#[derive(Debug)]
pub struct Fitting {
    /// The topics that were spotted, best first.
    pub topics: Vec<TopicId>,
    /// Who fits, best first.
    pub people: Vec<Fit>,
}

/// Somebody who fits a text.
#[derive(Debug)]
pub struct Fit {
    /// Who.
    pub expert: ExpertId,
    /// How well: the parts together.
    pub points: u32,
    /// Points by topics, by cases, by the profile.
    pub parts: [u32; 3],
    /// The topics that counted, best first.
    pub topics: Vec<TopicId>,
    /// The cases that counted most, each with the words that counted in it.
    pub cases: Vec<(ProjectId, Vec<String>)>,
    /// The words that counted in the profile.
    pub words: Vec<String>,
}

/// Who of those that may be asked fits a text, on a site in `languages`.
pub fn fitting(edition: &Edition, text: &str, languages: &[Language]) -> Fitting {
    let tongues = tongues(languages);
    let tokens = Tokens::new(&tongues);
    let asked = tokens.of(text);
    let topics = spotted(edition, text, languages, &tongues);
    let mut people: BTreeMap<ExpertId, Points> = BTreeMap::new();
    by_topics(edition, &topics, &mut people);
    by_cases(edition, &asked, &tokens, languages, &mut people);
    by_profiles(edition, &asked, &tokens, languages, &mut people);
    people.retain(|id, points| {
        edition.experts[*id].may_be_asked() && points.sums.iter().any(|sum| *sum > 0.0)
    });
    let seed = format!("{}\n{text}", edition.date.to_month());
    Fitting {
        topics: topics.iter().map(|(id, _)| *id).collect(),
        people: ranked(edition, people, &seed),
    }
}

/// What counts for somebody so far.
#[derive(Debug, Default)]
struct Points {
    sums: [f64; 3],
    topics: Vec<(f64, TopicId)>,
    cases: Vec<(f64, ProjectId, Vec<String>)>,
    words: Vec<String>,
}

fn ranked(edition: &Edition, people: BTreeMap<ExpertId, Points>, seed: &str) -> Vec<Fit> {
    let best = |part: usize| {
        people.values().map(|points| points.sums[part]).fold(0.0, f64::max).max(f64::MIN_POSITIVE)
    };
    let best = [best(0), best(1), best(2)];
    let fit = |(expert, mut points): (ExpertId, Points)| {
        let part = |at: usize| share(points.sums[at] / best[at] * PARTS[at]);
        let parts = [part(0), part(1), part(2)];
        points.topics.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        Fit {
            expert,
            points: parts.iter().sum(),
            parts,
            topics: points.topics.into_iter().take(MOST_REASONS).map(|(_, id)| id).collect(),
            cases: points.cases.into_iter().take(MOST_REASONS).map(|it| (it.1, it.2)).collect(),
            words: points.words,
        }
    };
    let mut fits: Vec<Fit> = people.into_iter().map(fit).collect();
    fits.sort_by_cached_key(|fit| {
        (Reverse(fit.points), lot(&[seed, &edition.experts[fit.expert].slug]))
    });
    fits
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
fn share(points: f64) -> u32 {
    points.round().clamp(0.0, 10_000.0) as u32
}

#[expect(clippy::cast_precision_loss, reason = "counts of entries")]
fn rarity(all: usize, having: usize) -> f64 {
    (1.0 + all as f64 / (having as f64 + 0.5)).ln()
}

/// The topics that a text names, with how surely, best first.
fn spotted(
    edition: &Edition,
    text: &str,
    languages: &[Language],
    tongues: &[&'static Tongue],
) -> Vec<(TopicId, f64)> {
    let said: Vec<String> = words(text).into_iter().map(|(word, _)| word).collect();
    let known: BTreeSet<&String> = said.iter().collect();
    let forms: HashMap<&String, Forms> = known
        .into_iter()
        .map(|word| {
            let (word_itself, exact) = (word.clone(), is_signed(word));
            let asked = Asked { word: word_itself, exact, ..Asked::default() };
            (word, Forms::of(tongues, &asked, true))
        })
        .collect();
    let compounds: Vec<Compound> = forms.values().filter_map(Forms::compound).collect();
    let experts = edition.experts.len();
    let named: Vec<(TopicId, f64, Vec<Run>)> = edition
        .listed_topics()
        .filter_map(|id| {
            let names = all_names(edition, id, &languages[0], languages);
            let runs: Vec<Run> = names.iter().flat_map(|name| runs(name, &said, &forms)).collect();
            let whole = if runs.is_empty() { 0.5 } else { 1.0 };
            let sure = !runs.is_empty() || names.iter().any(|name| in_compound(name, &compounds));
            sure.then_some((id, whole, runs))
        })
        .collect();
    // Who says "heat pumps" speaks of heat pumps, not of heat.
    let is_within = |run: &Run| {
        named.iter().flat_map(|(_, _, runs)| runs).any(|other| {
            other.len() > run.len() && other.start <= run.start && other.end >= run.end
        })
    };
    let mut found: Vec<(TopicId, f64)> = named
        .iter()
        .filter(|(_, _, runs)| runs.is_empty() || !runs.iter().all(is_within))
        .map(|(id, sure, _)| (*id, sure * rarity(experts, edition.topics[*id].experts.len())))
        .collect();
    found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    found
}

/// Where a name stands in a text, by its words.
type Run = std::ops::Range<usize>;

/// Where a text says a name, in any form of its words.
fn runs(name: &str, said: &[String], forms: &HashMap<&String, Forms>) -> Vec<Run> {
    let name: Vec<String> = words(name).into_iter().map(|(word, _)| word).collect();
    if name.is_empty() || (name.len() == 1 && is_stop(&name[0])) {
        return Vec::new();
    }
    let fits = |some: &[String]| some.iter().zip(&name).all(|(word, it)| forms[word].weigh(it) > 0);
    let all = said.windows(name.len()).enumerate();
    all.filter(|(_, some)| fits(some)).map(|(at, _)| at..at + name.len()).collect()
}

/// Whether a name of one word is a part of a compound in the text.
fn in_compound(name: &str, compounds: &[Compound]) -> bool {
    let name = words(name);
    let [(word, _)] = &name[..] else { return false };
    compounds.iter().any(|compound| compound.has(word))
}

fn by_topics(
    edition: &Edition,
    topics: &[(TopicId, f64)],
    people: &mut BTreeMap<ExpertId, Points>,
) {
    for (id, sure) in topics {
        for one in &edition.topics[*id].experts {
            // Half for having it, half for how well and how lately it was shown.
            let worth = sure * f64::from(500 + one.score / 2);
            let points = people.entry(one.expert).or_default();
            points.sums[0] += worth;
            points.topics.push((worth, *id));
        }
    }
}

fn written(edition: &Edition, entry: Entry, languages: &[Language]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for language in languages {
        let name = names(edition, entry, language).into_iter().take(1).map(str::to_owned);
        // A name says nothing about what somebody knows.
        let name = name.filter(|_| !matches!(entry, Entry::Expert(_)));
        let texts = texts(edition, entry, language);
        let topics = match entry {
            Entry::Project(id) => &edition.projects[id].topics[..],
            _ => &[],
        };
        let topics = topics.iter().map(|id| topic_title(edition, *id, language).to_owned());
        for text in name.chain(topics).chain(texts.iter().map(|(_, text)| plain(text).into_owned()))
        {
            if !parts.contains(&text) {
                parts.push(text);
            }
        }
    }
    parts.join("\n")
}

fn by_cases(
    edition: &Edition,
    asked: &[(String, String)],
    tokens: &Tokens<'_>,
    languages: &[Language],
    people: &mut BTreeMap<ExpertId, Points>,
) {
    let ids: Vec<ProjectId> = edition.listed_projects().map(|(id, _)| id).collect();
    let cases = Bm25::of(&ids, |id| tokens.of(&written(edition, Entry::Project(*id), languages)));
    for (score, id, counted) in cases.ask(asked).into_iter().take(MOST_CASES) {
        let fresh = f64::from(recency(edition, id)) / 1000.0;
        for member in &edition.projects[id].team {
            let Who::Expert(expert) = member.who else { continue };
            let part = if member.part == Part::Core { 1.0 } else { 0.7 };
            let sure = if member.standing == Standing::Claimed { 0.5 } else { 1.0 };
            let worth = score * part * sure * (0.4 + 0.6 * fresh);
            people.entry(expert).or_default().cases.push((worth, id, counted.clone()));
        }
    }
    for points in people.values_mut() {
        points.cases.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let mut counts = 1.0;
        for (worth, _, _) in &points.cases {
            points.sums[1] += worth * counts;
            counts *= FURTHER;
        }
    }
}

fn by_profiles(
    edition: &Edition,
    asked: &[(String, String)],
    tokens: &Tokens<'_>,
    languages: &[Language],
    people: &mut BTreeMap<ExpertId, Points>,
) {
    let ids: Vec<ExpertId> = edition.listed_experts().map(|(id, _)| id).collect();
    let profiles = Bm25::of(&ids, |id| tokens.of(&written(edition, Entry::Expert(*id), languages)));
    for (score, expert, counted) in profiles.ask(asked) {
        let points = people.entry(expert).or_default();
        points.sums[2] = score;
        points.words = counted;
    }
}
