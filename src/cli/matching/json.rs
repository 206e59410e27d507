//! `vakwerk match --format json`

use super::Told;
use crate::base::places::Distance;
use crate::edition::{Candidate, ExpertId, Level, Team, Term};
use serde_json::{Value, json};

impl Told<'_> {
    pub(super) fn as_json(&self, unknown: &[String]) -> Value {
        let experts: Vec<Value> =
            self.answer.candidates.iter().map(|one| self.candidate_json(one)).collect();
        let mut document = json!({
            "version": 1,
            "date": self.edition.date,
            "needs": self.question.needs.iter().map(|need| self.title(need.topic)).collect::<Vec<_>>(),
            "unknown": unknown,
            "experts": experts,
            "gaps": self.gaps_json(),
            "away": self.away_json(),
            "nearest": self.nearest_json(),
        });
        self.add_teams(&mut document);
        document
    }

    pub(super) fn gaps_json(&self) -> Value {
        self.answer.gaps.iter().map(|need| self.need(*need)).collect()
    }

    /// Who would cover needs that nobody covers, but is not available.
    pub(super) fn away_json(&self) -> Value {
        let slug = |id: &ExpertId| self.edition.experts[*id].slug.clone();
        let away = self.answer.away.iter().map(|away| {
            let experts: Vec<String> = away.experts.iter().map(slug).collect();
            json!({ "need": self.need(away.need), "experts": experts })
        });
        away.collect()
    }

    /// Who is nearest to needs that nobody covers.
    pub(super) fn nearest_json(&self) -> Value {
        let near = |(expert, term): &(ExpertId, Term)| {
            let expert = &self.edition.experts[*expert];
            json!({
                "need": self.need(term.need),
                "slug": expert.slug,
                "topic": self.title(expert.claims[term.claim].topic),
                "likeness": term.likeness.as_str(),
                "freshness": term.label.as_str(),
            })
        };
        self.answer.nearest.iter().map(near).collect()
    }

    /// Adds the best team (null when there is none), others, and the needs that somebody covers
    /// for whom there is no place on a team of that size.
    pub(super) fn add_teams(&self, document: &mut Value) {
        let proposal = self.answer.proposal.as_ref();
        let others = proposal.into_iter().flat_map(|proposal| &proposal.alternatives);
        let left = proposal.into_iter().flat_map(|proposal| &proposal.left);
        document["team"] = proposal.map(|proposal| self.team_json(&proposal.team)).into();
        document["alternatives"] = others.map(|team| self.team_json(team)).collect();
        document["left"] = left.map(|need| self.need(*need)).collect();
    }

    fn team_json(&self, team: &Team) -> Value {
        let [out, new] = self.instead(team);
        let slugs = |ids: &[ExpertId]| -> Vec<&String> {
            ids.iter().map(|id| &self.edition.experts[*id].slug).collect()
        };
        let members = team.members.iter().map(|member| {
            json!({
                "slug": self.edition.experts[member.expert].slug,
                "core": member.is_core(),
                "distance": member.distance,
                "quality": member.quality,
                "through": slugs(&member.through),
                "needs": member.needs.iter().map(|need| self.need(*need)).collect::<Vec<_>>(),
                "freshness": member.labels.iter().map(|it| it.as_str()).collect::<Vec<_>>(),
            })
        });
        json!({
            "cost": team.cost,
            "members": members.collect::<Vec<_>>(),
            "without": slugs(&out),
            "instead": slugs(&new),
        })
    }

    fn candidate_json(&self, candidate: &Candidate) -> Value {
        let expert = &self.edition.experts[candidate.expert];
        let terms = candidate.terms.iter().map(|term| {
            let claim = &expert.claims[term.claim];
            json!({
                "need": self.need(term.need),
                "topic": self.title(claim.topic),
                "likeness": term.likeness.as_str(),
                "likeness_permille": term.likeness.permille(),
                "level": claim.level.map(Level::as_str),
                "level_permille": claim.weighed_level().permille(),
                "freshness": claim.freshness.label.as_str(),
                "freshness_permille": claim.freshness.points,
                "strength": claim.strength,
                "evidence_permille": claim.evidence_permille(),
                "basis": claim.basis.as_str(),
                "last": claim.stated.map(|date| date.to_string()),
                "score": term.score,
                "points": term.points,
            })
        });
        let bonuses = candidate
            .bonuses
            .iter()
            .map(|(bonus, points)| json!({ "reason": bonus.as_str(), "points": points }));
        json!({
            "slug": expert.slug,
            "name": expert.record.file.name,
            "past": candidate.is_past,
            "score": candidate.score,
            "cover": candidate.cover,
            "terms": terms.collect::<Vec<_>>(),
            "bonuses": bonuses.collect::<Vec<_>>(),
            "distance_km": candidate.away.map(Distance::in_kilometres),
            "missing": self.missing(candidate),
        })
    }
}
