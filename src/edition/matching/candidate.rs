//! An expert who fits a question, and why.

use super::super::entries::ExpertId;
use super::likeness::Likeness;
use crate::base::places::Distance;
use crate::edition::freshness::Label;

use crate::record::Level;

/// An expert who fits a question.
#[derive(Debug, Clone, Hash)]
pub struct Candidate {
    /// Who.
    pub expert: ExpertId,
    /// Whether everything that they cover was last shown longer ago than its shelf life. Those
    /// stand last.
    pub is_past: bool,
    /// Cover plus bonuses.
    pub score: u32,
    /// Weighted mean of the topic points, 0 to 1000.
    pub cover: u32,
    /// What the expert covers, in the order of the needs.
    pub terms: Vec<Term>,
    /// Points beside the topics.
    pub bonuses: Vec<(Bonus, u32)>,
    /// How far away their town is from that of the question, where both are known.
    pub away: Option<Distance>,
}

/// One need that an expert covers.
#[derive(Debug, Clone, Copy, Hash)]
pub struct Term {
    /// The need, by its place in the question.
    pub need: usize,
    /// The claim that covers it, by its place in the expert's claims.
    pub claim: usize,
    /// How the claim's topic is like the one that is needed.
    pub likeness: Likeness,
    /// How fresh the claim is.
    pub label: Label,
    /// The claim's topic score, by that likeness.
    pub score: u32,
    /// What having the topic at all counts, half of the whole, with half of the score.
    pub points: u32,
}

/// A reason for points beside the topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bonus {
    /// There is room for new work: 60, or 20 when it is limited.
    Availability,
    /// An offer on a topic that is needed: 60.
    Offer,
    /// Worked for whoever asks: 40; with somebody who did: 20.
    Acquainted,
    /// Works from nearby, or goes that far: up to 40.
    Near,
}

impl Bonus {
    /// The word for templates and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Availability => "availability",
            Self::Offer => "offer",
            Self::Acquainted => "acquainted",
            Self::Near => "near",
        }
    }
}

/// What having a topic at all counts in the answer to a question: half of the whole, a quarter for
/// who only knows what it is about, nothing for whom nobody has seen at it for two shelf lives. So
/// those who cover more needs stand before those who cover one of them brilliantly.
pub(super) fn having(level: Level, label: Label) -> u32 {
    match (label, level) {
        (Label::Dormant, _) => 0,
        (_, Level::Aware) => 250,
        _ => 500,
    }
}
