//! `request`: everything a request's page shows.

use super::expert_view::{Availability, SpokenLanguage};
use super::parts::{Contact, Extra, Link, PersonRef, Phrase, Place, Prose};
use serde::Serialize;

/// A request's page, as the variable `request`.
#[derive(Debug, Clone, Serialize)]
pub struct RequestView<'a> {
    /// Title.
    pub title: Phrase<'a>,
    /// Who asks.
    pub organization: Option<Link<'a>>,
    /// What is needed.
    pub needs: Vec<Need<'a>>,
    /// Languages that are needed.
    pub languages: Vec<SpokenLanguage<'a>>,
    /// Where.
    pub place: Option<Place<'a>>,
    /// Whether it is not known where that is, so that its radius leaves nobody out.
    pub unplaced: bool,
    /// From when, ISO 8601.
    pub from: Option<String>,
    /// Until when, ISO 8601.
    pub until: Option<String>,
    /// Whether its last day has passed.
    pub closed: bool,
    /// Hours a week.
    pub hours: Option<u16>,
    /// How to answer.
    pub contact: Option<Contact>,
    /// The question at length.
    pub body: Option<Prose<'a>>,
    /// What was written under `extra:`, for a theme of one's own.
    pub extra: Option<&'a Extra>,
    /// Experts who fit, best first.
    pub candidates: Vec<Candidate<'a>>,
    /// Where it names no needs: the topics that it speaks of, best first.
    pub about: Vec<Link<'a>>,
    /// Where it names no needs: experts who fit what it says, best first.
    pub by_text: Vec<ByText<'a>>,
    /// Needed topics that nobody can cover.
    pub gaps: Vec<Link<'a>>,
    /// What only people cover who are not available.
    pub away: Vec<Away<'a>>,
    /// A team that covers the needs together: a proposal, nobody has been asked.
    pub team: Option<Team<'a>>,
    /// The next best teams, at most two.
    pub alternatives: Vec<Team<'a>>,
}

/// A need that only people cover who are not available.
#[derive(Debug, Clone, Serialize)]
pub struct Away<'a> {
    /// What is needed.
    pub topic: Link<'a>,
    /// Up to five of them.
    pub people: Vec<Link<'a>>,
}

/// People who cover the needs of a request together.
#[derive(Debug, Clone, Serialize)]
pub struct Team<'a> {
    /// What the team costs: 1000 for each member, 300 for each step from the centre, half of what
    /// lacks in quality.
    pub cost: u32,
    /// Those who are connected with the centre in two steps at most; the centre first.
    pub core: Vec<Member<'a>>,
    /// Needed topics that nobody on the team covers.
    pub uncovered: Vec<Link<'a>>,
    /// Those who are drawn in from outside.
    pub external: Vec<Member<'a>>,
    /// Of another team: who is in it and not in the first.
    pub instead: Vec<Link<'a>>,
    /// Of another team: who is in the first and not in it.
    pub without: Vec<Link<'a>>,
}

/// Somebody on a proposed team.
#[derive(Debug, Clone, Serialize)]
pub struct Member<'a> {
    /// Who.
    pub person: PersonRef<'a>,
    /// The needed topics that they cover.
    pub topics: Vec<Covered<'a>>,
    /// Steps from the centre of the team along shared projects, 0 to 3; 4 for not connected.
    pub distance: u32,
    /// Mean topic score over these topics, 0 to 1000.
    pub quality: u32,
    /// Who introduces them, and through which project: from them to the first of the team.
    pub through: Vec<Introduction<'a>>,
}

/// A needed topic that somebody on a proposed team covers.
#[derive(Debug, Clone, Serialize)]
pub struct Covered<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its page.
    pub url: Option<String>,
    /// Freshness label, unless it is within its shelf life: `past`, `dormant` or `undated`.
    pub freshness: Option<&'static str>,
    /// Freshness label: `current`, `fresh`, `past`, `dormant`, `undated` or `evergreen`.
    pub label: &'static str,
}

/// One topic that a request needs.
#[derive(Debug, Clone, Serialize)]
pub struct Need<'a> {
    /// The topic.
    pub topic: Link<'a>,
    /// The least level: `aware`, `practitioner`, `expert`, `authority`.
    pub level: Option<&'static str>,
    /// `core`, `external` or none.
    pub part: Option<&'static str>,
    /// Its weight, 1 to 3.
    pub weight: u32,
}

/// How far away somebody is.
#[derive(Debug, Clone, Serialize)]
pub struct Distance<'a> {
    /// Kilometres, to a tenth.
    pub km: f64,
    /// The town from which that is.
    pub town: &'a str,
}

/// An expert who fits a request, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate<'a> {
    /// Who.
    pub person: PersonRef<'a>,
    /// Whether everything that they cover was last shown longer ago than its shelf life. Those
    /// stand last.
    pub past: bool,
    /// Score: cover plus bonuses.
    pub score: u32,
    /// Weighted mean of the topic points, 0 to 1000.
    pub cover: u32,
    /// The same in a word: `strong`, `good` or `partial` (interface string `fit.<word>`).
    pub fit: &'static str,
    /// The same in steps, 1 to 5.
    pub steps: u32,
    /// Whether there is room for new work.
    pub availability: Option<Availability>,
    /// Where the person works from.
    pub place: Option<Place<'a>>,
    /// How to reach the person, as far as they allow.
    pub contact: Option<Contact>,
    /// The topics that the expert covers.
    pub terms: Vec<Term<'a>>,
    /// How far away the expert's town is, where that of the request is known too.
    pub away: Option<Distance<'a>>,
    /// Bonus points by reason: `availability`, `offer`, `acquainted`, `near`.
    pub bonuses: Vec<Bonus>,
    /// Needed topics that the expert does not cover.
    pub missing: Vec<Link<'a>>,
}

/// An expert who fits what a request says, and why.
#[derive(Debug, Clone, Serialize)]
pub struct ByText<'a> {
    /// Who.
    pub person: PersonRef<'a>,
    /// Whether there is room for new work.
    pub availability: Option<Availability>,
    /// Where the person works from.
    pub place: Option<Place<'a>>,
    /// How far away that is, where the town of the request is known too.
    pub away: Option<Distance<'a>>,
    /// How to reach the person, as far as they allow.
    pub contact: Option<Contact>,
    /// The topics of the request that the expert has, best first.
    pub topics: Vec<Known<'a>>,
    /// Cases of the expert that are like the request, best first.
    pub cases: Vec<Alike<'a>>,
    /// Words of the request that stand in the profile.
    pub words: Vec<&'a str>,
    /// Points by topics, by cases and by the profile, each out of 1000, 1000 and 600 of the best.
    pub parts: [u32; 3],
    /// The points together.
    pub points: u32,
}

/// A topic that a request speaks of and an expert has.
#[derive(Debug, Clone, Serialize)]
pub struct Known<'a> {
    /// The topic.
    pub topic: Link<'a>,
    /// Freshness label; none when the expert has a narrower topic.
    pub freshness: Option<&'static str>,
    /// When it was last shown, ISO 8601: a month, or a year where no month is known.
    pub last: Option<String>,
}

/// A case that is like a request.
#[derive(Debug, Clone, Serialize)]
pub struct Alike<'a> {
    /// The case.
    pub project: Link<'a>,
    /// The words of the request that counted.
    pub words: Vec<&'a str>,
}

/// One topic's part in a score.
#[derive(Debug, Clone, Serialize)]
pub struct Term<'a> {
    /// The topic that is needed.
    pub topic: Link<'a>,
    /// The topic of the expert through which it is covered, when another.
    pub via: Option<Link<'a>>,
    /// How that topic is like the needed one: `within`, `wider`, `much-wider` or `related`.
    pub likeness: &'static str,
    /// What that counts, in thousandths.
    pub likeness_permille: u32,
    /// `aware`, `practitioner`, `expert` or `authority`; none when nobody claimed one.
    pub level: Option<&'static str>,
    /// Freshness label.
    pub freshness: &'static str,
    /// When it was last shown, ISO 8601: a month, or a year where no month is known.
    pub last: Option<String>,
    /// The newest evidence: a project, publication or certificate.
    pub evidence: Option<Link<'a>>,
    /// The need's weight, 1 to 3.
    pub weight: u32,
    /// What the level counts, in thousandths; 500 where there is none.
    pub level_permille: u32,
    /// Freshness points, 0 to 1000.
    pub freshness_permille: u32,
    /// What the evidence counts, in thousandths: 600 without any, up to 993.
    pub evidence_permille: u32,
    /// Topic score by that likeness, 0 to 1000: level × freshness × evidence.
    pub score: u32,
    /// Points from 0 to 1000: what having the topic counts, with half of the score.
    pub points: u32,
}

/// Somebody who introduces somebody else.
#[derive(Debug, Clone, Serialize)]
pub struct Introduction<'a> {
    /// Who.
    pub person: Link<'a>,
    /// The newest project that both did.
    pub project: Option<Link<'a>>,
}

/// Points beside the topics.
#[derive(Debug, Clone, Serialize)]
pub struct Bonus {
    /// Interface string `bonus.<reason>`.
    pub reason: &'static str,
    /// Points.
    pub points: u32,
}
