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
use super::index::plain;
use super::small_words::Speaking;
use super::speech::{Tongue, tongues};
use super::spotted::{Named, named, named_in, spotted};
use super::topics::recency;
use super::wanted::wanted;
use crate::base::Language;
use crate::base::lot::lot;
use crate::edition::{
    Edition, ExpertId, Part, ProjectId, Question, RequestId, Standing, TopicId, Who,
};
use std::cmp::Reverse;
use std::collections::BTreeMap;

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

/// Answers texts on one site, whose cases and profiles it has read once.
#[derive(Debug)]
pub struct Fitter<'a> {
    edition: &'a Edition,
    languages: &'a [Language],
    tongues: Vec<&'static Tongue>,
    speaking: Speaking,
    topics: Vec<Named>,
    cases: Bm25<ProjectId>,
    profiles: Bm25<ExpertId>,
}

impl<'a> Fitter<'a> {
    /// Reads a site in `languages`.
    pub fn of(edition: &'a Edition, languages: &'a [Language]) -> Self {
        let tongues = tongues(languages);
        let tokens = Tokens::new(&tongues);
        let read = |entry| tokens.of(&written(edition, entry, languages));
        let cases: Vec<ProjectId> = edition.listed_projects().map(|(id, _)| id).collect();
        let people: Vec<ExpertId> = edition.listed_experts().map(|(id, _)| id).collect();
        let cases = Bm25::of(&cases, |id| read(Entry::Project(*id)));
        let profiles = Bm25::of(&people, |id| read(Entry::Expert(*id)));
        let topics = named(edition, languages, &tongues);
        let speaking = Speaking::of(&languages[0], languages);
        Self { edition, languages, tongues, speaking, topics, cases, profiles }
    }

    /// Who of those that may be asked fits a text.
    pub fn fit(&self, text: &str) -> Fitting {
        let edition = self.edition;
        let names = |words: &[String]| named_in(words, &self.topics, &self.tongues);
        let wanted = wanted(text, &self.speaking, names);
        let asked = Tokens::new(&self.tongues).of(&wanted);
        let topics = spotted(edition, &wanted, &self.topics, &self.tongues);
        let mut people: BTreeMap<ExpertId, Points> = BTreeMap::new();
        by_topics(edition, &topics, &mut people);
        by_cases(edition, self.cases.ask(&asked), &mut people);
        for (score, expert, counted) in self.profiles.ask(&asked) {
            let points = people.entry(expert).or_default();
            points.sums[2] = score;
            points.words = counted;
        }
        people.retain(|id, points| {
            edition.experts[*id].may_be_asked() && points.sums.iter().any(|sum| *sum > 0.0)
        });
        let seed = format!("{}\n{text}", edition.date.to_month());
        Fitting {
            topics: topics.iter().map(|(id, _)| *id).collect(),
            people: ranked(edition, people, &seed),
        }
    }

    /// Who fits what a request says, and may be asked for it.
    pub fn fit_request(&self, id: RequestId) -> Fitting {
        let request = &self.edition.requests[id];
        let mut fitting = self.fit(&written(self.edition, Entry::Request(id), self.languages));
        let question = Question::of(request);
        fitting.people.retain(|fit| question.allows(self.edition, fit.expert));
        fitting
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
pub(super) fn rarity(all: usize, having: usize) -> f64 {
    (1.0 + all as f64 / (having as f64 + 0.5)).ln()
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

/// What is written of an entry in all languages of the site, once each.
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
        let told = texts.iter().map(|(_, text)| plain(text).into_owned());
        for text in name.chain(topics).chain(told) {
            if !parts.contains(&text) {
                parts.push(text);
            }
        }
    }
    parts.join("\n")
}

fn by_cases(
    edition: &Edition,
    found: Vec<(f64, ProjectId, Vec<String>)>,
    people: &mut BTreeMap<ExpertId, Points>,
) {
    for (score, id, counted) in found.into_iter().take(MOST_CASES) {
        let fresh = f64::from(recency(edition, id)) / 1000.0;
        // A claim that nobody confirmed stands on the page of the case, and nowhere else.
        let team = edition.projects[id].team.iter();
        for member in team.filter(|member| member.standing != Standing::Claimed) {
            let Who::Expert(expert) = member.who else { continue };
            let part = if member.part == Part::Core { 1.0 } else { 0.7 };
            let worth = score * part * (0.4 + 0.6 * fresh);
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
