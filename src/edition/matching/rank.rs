//! From a question to experts, best first.

use super::super::entries::{ExpertId, OrganizationId};
use super::bonuses::Bonuses;
use super::candidate::{Candidate, Term, having};
use super::likeness::{Likeness, around};
use super::question::Question;
use super::supply::{Supply, employer, is_away};
use crate::base::Month;
use crate::base::lot::Lots;
use crate::edition::entries::{Edition, TopicExpert};
use crate::edition::freshness::Label;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Among the first so many, no organization stands more often than `MOST_OF_ONE` times.
const FIRST: usize = 10;
const MOST_OF_ONE: usize = 3;

/// The experts who fit a question, best first.
#[derive(Debug)]
pub struct Ranking {
    /// Who, best first.
    pub ranked: Vec<Ranked>,
    /// Needs that nobody covers, by their place in the question.
    pub gaps: Vec<usize>,
    /// Who would cover one of those, but is not available.
    pub away: Vec<Away>,
    /// A row for each expert, a cell for each need.
    cells: Vec<Option<Term>>,
    needs: usize,
    bonuses: Bonuses,
}

/// A need that only people cover who are not available.
#[derive(Debug, Clone, Hash)]
pub struct Away {
    /// The need, by its place in the question.
    pub need: usize,
    /// Those of them who may be found.
    pub experts: Vec<ExpertId>,
}

/// An expert who fits a question, in a word.
#[derive(Debug, Clone, Copy)]
pub struct Ranked {
    /// Who.
    pub expert: ExpertId,
    /// Whether everything that they cover was last shown longer ago than its shelf life.
    pub is_past: bool,
    /// Cover plus bonuses.
    pub score: u32,
    cover: u32,
    covered: u32,
    last: Option<Month>,
    strength: u32,
    /// The order of those who fit equally well.
    pub(super) lot: u32,
    row: usize,
}

impl Ranking {
    /// What an expert covers, in the order of the needs.
    pub(super) fn terms(&self, ranked: &Ranked) -> impl Iterator<Item = Term> + '_ {
        let from = ranked.row * self.needs;
        self.cells[from..from + self.needs].iter().copied().flatten()
    }

    /// An expert with every term of the score.
    pub(super) fn candidate(&self, ranked: &Ranked, supply: &Supply) -> Candidate {
        Candidate {
            expert: ranked.expert,
            is_past: ranked.is_past,
            score: ranked.score,
            cover: ranked.cover,
            terms: self.terms(ranked).collect(),
            bonuses: self.bonuses.of(ranked.expert, supply).collect(),
            away: self.bonuses.near.get(&ranked.expert).map(|(away, _)| *away),
        }
    }
}

/// The experts who fit a question, best first, and the needs that nobody covers.
///
/// Per need the best of an expert's claims counts, by how its topic is like the needed one: half
/// for having the topic, half for the topic score. The weighted mean of these points is the cover,
/// to which the bonuses are added. Nothing else about a person has any influence; lots, drawn by
/// the question and the month, order those who fit equally well. Whoever covers nothing but what is
/// past its shelf life stands behind all others: never hidden, and never dressed up.
pub fn rank(edition: &Edition, supply: &Supply, question: &Question) -> Ranking {
    let needs = question.needs.len();
    let limits = question.limits();
    let mut rows = Rows::new(edition, needs);
    let (mut gaps, mut away) = (Vec::new(), Vec::new());
    for need in 0..needs {
        let (mut is_covered, mut experts) = (false, Vec::new());
        for (one, likeness) in holders_of(edition, question, need) {
            if !limits.allow(edition, one.expert) {
                continue;
            }
            // A neighbouring topic is worth points, but covers nothing.
            let covers =
                likeness == Likeness::Within && one.label != Label::Dormant && one.score > 0;
            if supply.room(one.expert).is_none() {
                experts.extend((covers && is_away(edition, one.expert)).then_some(one.expert));
                continue;
            }
            is_covered |= covers;
            rows.add(need, one, likeness);
        }
        if !is_covered {
            gaps.push(need);
            away.extend((!experts.is_empty()).then_some(Away { need, experts }));
        }
    }
    let Rows { mut ranked, cells, .. } = rows;
    let bonuses = Bonuses::of_question(edition, question, &ranked);
    let total: u32 = question.needs.iter().map(|need| need.weight).sum::<u32>().max(1);
    let lots = Lots::default().of(&question.lot(edition));
    for one in &mut ranked {
        one.lot = lots.of(&edition.experts[one.expert].slug).drawn();
        let terms = cells[one.row * needs..(one.row + 1) * needs].iter().flatten();
        one.covered = u32::try_from(terms.clone().count()).unwrap_or(u32::MAX);
        one.cover =
            terms.map(|term| question.needs[term.need].weight * term.points).sum::<u32>() / total;
        one.score =
            one.cover + bonuses.of(one.expert, supply).map(|(_, points)| points).sum::<u32>();
    }
    ranked.sort_unstable_by_key(|one| {
        let fit = (one.score, one.covered, one.last, one.strength);
        (one.is_past, Reverse(fit), one.lot, one.expert)
    });
    Ranking { ranked: spread(edition, ranked), gaps, away, cells, needs, bonuses }
}

/// Who was met while the needs were gone through: a row for each, a cell for each need.
struct Rows {
    needs: usize,
    /// The row of each expert, by number.
    of: Vec<Option<u32>>,
    ranked: Vec<Ranked>,
    cells: Vec<Option<Term>>,
}

impl Rows {
    fn new(edition: &Edition, needs: usize) -> Self {
        let of = vec![None; edition.experts.len()];
        Self { needs, of, ranked: Vec::new(), cells: Vec::new() }
    }

    /// The row of an expert; a new one for whoever was not met before.
    fn row(&mut self, expert: ExpertId) -> usize {
        let known = self.of[expert.index()];
        let row = known.unwrap_or_else(|| {
            u32::try_from(self.ranked.len()).expect("there are fewer candidates than experts")
        });
        if known.is_none() {
            self.of[expert.index()] = Some(row);
            self.ranked.push(Ranked {
                expert,
                is_past: true,
                score: 0,
                cover: 0,
                covered: 0,
                last: None,
                strength: 0,
                lot: 0,
                row: row as usize,
            });
            self.cells.resize(self.cells.len() + self.needs, None);
        }
        row as usize
    }

    /// Counts a claim for a need, where the expert has none that is better.
    fn add(&mut self, need: usize, one: &TopicExpert, likeness: Likeness) {
        let row = self.row(one.expert);
        let score = likeness.permille() * one.score / 1000;
        let points = likeness.permille() * (having(one.level, one.label) + one.score / 2) / 1000;
        let (claim, label) = (one.claim as usize, one.label);
        let term = Term { need, claim, likeness, label, score, points };
        let ranked = &mut self.ranked[row];
        ranked.is_past &= one.label.is_past();
        let worth = |term: &Term| (term.points, Reverse(term.claim));
        let cell = &mut self.cells[row * self.needs + need];
        if cell.is_none_or(|known| worth(&term) > worth(&known)) {
            *cell = Some(term);
            ranked.last = ranked.last.max(one.last);
            ranked.strength = ranked.strength.max(one.strength);
        }
    }
}

/// The claims that say something about one need, and how like their topic is.
fn holders_of<'a>(
    edition: &'a Edition,
    question: &'a Question,
    need: usize,
) -> impl Iterator<Item = (&'a TopicExpert, Likeness)> + 'a {
    let wanted = question.needs[need];
    let near = around(edition, wanted.topic);
    let topics = std::iter::once((wanted.topic, Likeness::Within)).chain(near);
    topics.flat_map(move |(topic, likeness)| {
        edition.topics[topic].experts.iter().filter_map(move |one| {
            let counts = wanted.level.is_none_or(|least| one.level >= least)
                // Of a wider or neighbouring topic, only the topic itself says something about this
                // one.
                && (likeness == Likeness::Within || one.outright);
            counts.then_some((one, likeness))
        })
    })
}

/// Moves people down, never out, when more than three of one employer stand among the first ten.
fn spread(edition: &Edition, ranked: Vec<Ranked>) -> Vec<Ranked> {
    let mut first = Vec::with_capacity(ranked.len());
    let mut later = Vec::new();
    let mut seen: BTreeMap<OrganizationId, usize> = BTreeMap::new();
    for one in ranked {
        let employer = (first.len() < FIRST).then(|| employer(edition, one.expert)).flatten();
        let times = employer.map_or(0, |employer| {
            let times = seen.entry(employer).or_default();
            *times += 1;
            *times
        });
        if times > MOST_OF_ONE { later.push(one) } else { first.push(one) }
    }
    if later.is_empty() {
        return first;
    }
    let rest = first.split_off(first.len().min(FIRST));
    let mut rest: Vec<Ranked> = later.into_iter().chain(rest).collect();
    rest.sort_by_key(|one| (one.is_past, Reverse(one.score)));
    first.extend(rest);
    first
}
