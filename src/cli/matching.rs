//! `vakwerk match`

use super::common::{AnswerFormat, day, publish};
use super::exit::Exit;
use crate::base::diagnostic::nearest;
use crate::base::{Date, Language};
use crate::config::Overrides;
use crate::edition::{
    self, Answer, Candidate, Edition, Label, Level, Question, Team, TopicId, Wanted,
};
use anstream::{eprintln, println};
use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Who fits a question that is not a file, every term of the score shown
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    dir: PathBuf,
    /// The topics that are needed, separated by commas: "heat networks, cooperative law"
    topics: String,
    /// A language that is needed; may be given more than once
    #[arg(long)]
    language: Vec<Language>,
    /// The town or region where it is needed; whoever works from elsewhere fits too
    #[arg(long, value_name = "PLACE")]
    near: Option<String>,
    /// The day that counts as today: 2026-03-14
    #[arg(long, value_parser = day)]
    date: Option<Date>,
    /// Propose a team too
    #[arg(long)]
    team: bool,
    /// For whom the answer is written
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let overrides = Overrides { date: arguments.date, ..Overrides::default() };
    let (_, edition) = match publish(&arguments.dir, overrides) {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let words = arguments.topics.split(',').map(str::trim).filter(|word| !word.is_empty());
    let (mut needs, mut unknown) = (Vec::new(), Vec::new());
    for word in words {
        match edition.topic_named(word) {
            Some(topic) => needs.push(Wanted { topic, level: None, part: None, weight: 1 }),
            None => unknown.push(word.to_owned()),
        }
    }
    for word in &unknown {
        let near = nearest(word, edition.topics.iter().map(|topic| topic.title.as_str()));
        let help = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        eprintln!("warning: nobody on this site names the topic `{word}`{help}");
    }
    if needs.is_empty() {
        eprintln!("error: no topic to look for; write topics of the site, separated by commas");
        return Exit::Usage;
    }
    let question = Question {
        needs,
        languages: arguments.language.clone(),
        near: arguments.near.clone(),
        asker: None,
    };
    let mut answer = edition::answer(&edition, &question);
    if !arguments.team {
        answer.proposal = None;
    }
    let told = Told { edition: &edition, question: &question, answer: &answer };
    match arguments.format {
        AnswerFormat::Text => told.as_text(),
        AnswerFormat::Json => {
            let document = told.as_json(&unknown);
            println!("{}", serde_json::to_string_pretty(&document).expect("an answer is JSON"));
        }
    }
    Exit::Published
}

struct Told<'a> {
    edition: &'a Edition,
    question: &'a Question,
    answer: &'a Answer,
}

impl Told<'_> {
    fn title(&self, topic: TopicId) -> &str {
        &self.edition.topics[topic].title
    }

    fn need(&self, need: usize) -> &str {
        self.title(self.question.needs[need].topic)
    }

    fn missing(&self, candidate: &Candidate) -> Vec<&str> {
        let covered = |need: &usize| candidate.terms.iter().any(|term| term.need == *need);
        (0..self.question.needs.len())
            .filter(|need| !covered(need))
            .map(|need| self.need(need))
            .collect()
    }

    fn as_json(&self, unknown: &[String]) -> Value {
        let experts: Vec<Value> =
            self.answer.candidates.iter().map(|one| self.candidate_json(one)).collect();
        let team = |team: &Team| {
            let members = team.members.iter().map(|member| {
                json!({
                    "slug": self.edition.experts[member.expert].slug,
                    "core": member.is_core(),
                    "distance": member.distance,
                    "quality": member.quality,
                    "through": member.through.iter().map(|by| &self.edition.experts[*by].slug).collect::<Vec<_>>(),
                    "needs": member.needs.iter().map(|need| self.need(*need)).collect::<Vec<_>>(),
                    "freshness": member.labels.iter().map(|label| label.as_str()).collect::<Vec<_>>(),
                })
            });
            json!({ "cost": team.cost, "members": members.collect::<Vec<_>>() })
        };
        json!({
            "version": 1,
            "date": self.edition.date,
            "needs": self.question.needs.iter().map(|need| self.title(need.topic)).collect::<Vec<_>>(),
            "unknown": unknown,
            "experts": experts,
            "gaps": self.answer.gaps.iter().map(|need| self.need(*need)).collect::<Vec<_>>(),
            "team": self.answer.proposal.as_ref().map(|proposal| team(&proposal.team)),
            "alternatives":
                self.answer.proposal.iter().flat_map(|proposal| &proposal.alternatives).map(team).collect::<Vec<_>>(),
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
            "missing": self.missing(candidate),
        })
    }

    fn as_text(&self) {
        for (at, candidate) in self.answer.candidates.iter().enumerate() {
            let expert = &self.edition.experts[candidate.expert];
            let past = if candidate.is_past { "  past the shelf life" } else { "" };
            println!(
                "{:>2}. {}  {}  ({}){past}",
                at + 1,
                candidate.score,
                expert.record.file.name,
                expert.slug
            );
            for term in &candidate.terms {
                let claim = &expert.claims[term.claim];
                let fresh = &claim.freshness;
                let had = if fresh.label == Label::Dormant { "nothing" } else { "half" };
                let via = if claim.topic == self.question.needs[term.need].topic {
                    String::new()
                } else {
                    format!(
                        " through {} ({} × {})",
                        self.title(claim.topic),
                        term.likeness.as_str(),
                        term.likeness.permille()
                    )
                };
                let last = claim.stated.map(|date| format!(" {date}")).unwrap_or_default();
                println!(
                    "      {:>4}  {}{via}: {had} for having it, half of {} = {} {} × {} {}{last} × evidence {} ({})",
                    term.points,
                    self.need(term.need),
                    term.score,
                    claim.level.map_or("no level said", Level::as_str),
                    claim.weighed_level().permille(),
                    fresh.label.as_str(),
                    fresh.points,
                    claim.evidence_permille(),
                    claim.basis.as_str(),
                );
            }
            println!(
                "      {:>4}  cover, the mean of {} needs",
                candidate.cover,
                self.question.needs.len()
            );
            for (bonus, points) in &candidate.bonuses {
                println!("      {:>+4}  {}", points, bonus.as_str());
            }
            let missing = self.missing(candidate);
            if !missing.is_empty() {
                println!("            missing: {}", missing.join(", "));
            }
        }
        if self.answer.candidates.is_empty() {
            println!("Nobody fits.");
        }
        for gap in &self.answer.gaps {
            println!("Nobody covers {} now.", self.need(*gap));
        }
        if let Some(proposal) = &self.answer.proposal {
            self.team("A team, proposed, not asked yet", &proposal.team);
            for other in &proposal.alternatives {
                self.team("Another", other);
            }
        }
    }

    fn team(&self, title: &str, team: &Team) {
        println!("\n{title} (cost {}):", team.cost);
        for member in &team.members {
            let expert = &self.edition.experts[member.expert];
            let part = if member.is_core() { "core" } else { "external" };
            let marked = |(need, label): (&usize, &Label)| {
                let mark =
                    if label.is_good() { String::new() } else { format!(" [{}]", label.as_str()) };
                format!("{}{mark}", self.need(*need))
            };
            let needs: Vec<String> = member.needs.iter().zip(&member.labels).map(marked).collect();
            println!(
                "  {part:8} {} ({}): {}; quality {}, {} steps from the centre",
                expert.record.file.name,
                expert.slug,
                needs.join(", "),
                member.quality,
                member.distance
            );
        }
    }
}
