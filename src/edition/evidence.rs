//! What an expert's claims to topics rest on, and what they count for.

use super::entries::{Edition, Expert, ExpertId, ProjectId, TopicId};
use super::freshness::Freshness;
use super::proof::{Evidence, evidence_of, strength};
use super::published::Claimed;
use super::reader::EditionReader;
use crate::base::{Code, Date, Diagnostic, Month, Place};
use crate::record::{LastUsed, Level};
use rayon::prelude::*;

/// What a claim's freshness rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// A dated project, publication, certificate or position.
    Evidenced,
    /// The expert's own `last_used`.
    Declared,
    /// No date at all.
    Undated,
}

impl Basis {
    /// The word for templates and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Evidenced => "evidenced",
            Self::Declared => "declared",
            Self::Undated => "undated",
        }
    }
}

/// A dated thing that shows expertise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// A project.
    Project(ProjectId),
    /// An item of `publications`.
    Publication(usize),
    /// An item of `talks`.
    Talk(usize),
    /// An item of `certificates`.
    Certificate(usize),
    /// An item of `experience`.
    Experience(usize),
}

/// One expert's claim to one topic, weighed.
#[derive(Debug, Clone, Hash)]
pub struct Claim {
    /// The topic.
    pub topic: TopicId,
    /// The item of `expertise` that says so.
    pub item: usize,
    /// How well, as the expert says; none when they do not.
    pub level: Option<Level>,
    /// How recent the newest evidence is.
    pub freshness: Freshness,
    /// What that rests on.
    pub basis: Basis,
    /// The newest evidence.
    pub proof: Option<Proof>,
    /// The month of the newest evidence; the last that its date can mean.
    pub last: Option<Month>,
    /// The same as precisely as it was stated: a year or a month.
    pub stated: Option<Date>,
    /// Strength of all evidence, 0 to 984.
    pub strength: u32,
    /// Topic score, 0 to 1000: level × freshness × (600 + 0.4 × strength).
    pub score: u32,
}

impl Claim {
    /// What the evidence counts in the topic score, in thousandths: 600 without any, up to 993.
    pub fn evidence_permille(&self) -> u32 {
        600 + self.strength * 2 / 5
    }

    /// The level by which it is weighed.
    pub fn weighed_level(&self) -> Level {
        Level::or_usual(self.level)
    }

    /// When it passes a shelf life of so many months, as precisely as is known; none when it has no
    /// date.
    pub fn passes(&self, months: u32) -> Option<Date> {
        let months = i32::try_from(months).unwrap_or(i32::MAX / 2);
        Some(Month(self.last?.0.saturating_add(months)).as_precise_as(self.stated?))
    }
}

/// Weighs the claims of every expert.
pub(super) fn weigh(edition: &mut Edition, notes: &mut Vec<Diagnostic>) {
    let today = edition.date.last_month();
    let weighed: Vec<(Vec<Claim>, Vec<Diagnostic>)> = edition
        .experts
        .par_entries()
        .map(|(id, _)| {
            let mut notes = Vec::new();
            (claims_of(edition, id, today, &mut notes), notes)
        })
        .collect();
    for (expert, (claims, found)) in edition.experts.iter_mut().zip(weighed) {
        expert.claims = claims;
        let place = |path: String| expert.record.anchor.value(path);
        for (item, claim) in expert.record.file.expertise.iter_mut().enumerate() {
            if let Some(since) = claim.since.filter(|since| since.first_month() > today) {
                notes.push(future(place(format!("expertise[{item}].since")), since));
                claim.since = None;
            }
        }
        notes.extend(found);
    }
}

/// A stretch of time in which something showed an expertise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    /// Its first month.
    pub from: Month,
    /// Its last.
    pub to: Month,
    /// What showed it.
    pub proof: Proof,
}

/// Everything that shows a claim, in the order of time.
pub fn shown(edition: EditionReader<'_>, id: ExpertId, claim: &Claim) -> Vec<Shown> {
    let evidence = evidence_of(edition, id, edition.month().last_month());
    let matching = evidence.iter().filter(|item| bears_on(edition, item.topic, claim.topic));
    let mut shown: Vec<Shown> =
        matching.map(|item| Shown { from: item.from, to: item.month, proof: item.proof }).collect();
    shown.sort();
    shown.dedup();
    shown
}

/// Whether what shows expertise in `topic` shows it in `claimed`: the same, or a wider one.
pub fn bears_on(edition: EditionReader<'_>, topic: TopicId, claimed: TopicId) -> bool {
    topic == claimed || edition.topic(topic).ancestors.binary_search(&claimed).is_ok()
}

fn future(place: Place, date: Date) -> Diagnostic {
    Diagnostic::new(Code::FutureEvidence, place, format!("{date} lies in the future")).help(
        "what has yet to be done shows no expertise; correct the date, or leave it out until then",
    )
}

fn claims_of(
    edition: &Edition,
    id: ExpertId,
    today: Month,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Claim> {
    let expert = &edition.experts[id];
    let reader = edition.reader();
    let evidence = evidence_of(reader, id, today);
    let written = expert.record.file.expertise.iter().enumerate();
    let mut claims: Vec<Claim> = Vec::with_capacity(written.len());
    claims.extend(written.filter_map(|(item, written)| Some((item, written, written.topic?))).map(
        |(item, written, topic)| {
            let declared = declared(expert, item, written, today, notes);
            claim(edition, (item, written, topic), declared, &evidence, today)
        },
    ));
    claims.sort_by(|a, b| b.score.cmp(&a.score).then(a.topic.cmp(&b.topic)));
    claims.dedup_by_key(|claim| claim.topic);
    claims
}

/// The month in which a person says that they last used what they claim as `item`, as it counts and
/// as it was said.
fn declared(
    expert: &Expert,
    item: usize,
    written: &Claimed,
    today: Month,
    notes: &mut Vec<Diagnostic>,
) -> Option<(Month, Date)> {
    // What is called current is as old as the profile that says so, or as what confirmed it.
    let date = match written.last_used? {
        LastUsed::On(date) => date,
        LastUsed::Current => expert.confirmed?,
    };
    if date.first_month() > today {
        let path = format!("expertise[{item}].last_used");
        notes.push(future(expert.record.anchor.value(path), date));
        return None;
    }
    Some((date.last_month().min(today), date.to_month()))
}

/// What a person claims, weighed by what shows it.
fn claim(
    edition: &Edition,
    (item, written, topic_id): (usize, &Claimed, TopicId),
    declared: Option<(Month, Date)>,
    evidence: &[Evidence],
    today: Month,
) -> Claim {
    let topic = &edition.topics[topic_id];
    let bears_on_it = |found: &&Evidence| bears_on(edition.reader(), found.topic, topic_id);
    let matching: Vec<&Evidence> = evidence.iter().filter(bears_on_it).collect();
    let newest = matching.iter().max_by(|a, b| a.month.cmp(&b.month).then(b.proof.cmp(&a.proof)));
    let (basis, proof, shown) = match (newest, declared) {
        (Some(item), declared) if declared.is_none_or(|(month, _)| month <= item.month) => {
            (Basis::Evidenced, Some(item.proof), Some((item.month, item.stated)))
        }
        (_, Some(declared)) => (Basis::Declared, None, Some(declared)),
        (_, None) => (Basis::Undated, None, None),
    };
    let (last, stated) = shown.unzip();
    let age = last.map(|month| u32::try_from(today.0 - month.0).unwrap_or(0));
    let freshness = Freshness::of(age, topic.shelf_life);
    let strength = strength(&matching, today, topic.shelf_life);
    let level = written.level;
    let score =
        Level::or_usual(level).permille() * freshness.points * (600 + strength * 2 / 5) / 1_000_000;
    Claim { topic: topic_id, item, level, freshness, basis, proof, last, stated, strength, score }
}
