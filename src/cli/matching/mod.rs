//! `vakwerk match`

mod gaps;
mod json;
pub(super) mod place;
pub(super) mod question;
mod text;

use crate::base::{Date, Language};
use crate::cli::common::{day, publish};
use crate::cli::exit::Exit;
use crate::cli::out::{eprintln, print, println};
use crate::cli::rows::{Format, Row};
use crate::config::Overrides;
use crate::edition::{
    self, Answer, Candidate, Edition, ExpertId, Label, Level, Question, Team, TopicId,
};
use crate::finder::Fitter;
use clap::Args;
use std::path::PathBuf;

/// Who fits a question that is not a file, every term of the score shown
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    dir: PathBuf,
    /// The topics that are needed, separated by commas: "heat networks, cooperative law"
    #[arg(required_unless_present_any = ["text", "request"])]
    topics: Option<String>,
    /// A text instead, in words or as a file (.txt, .md, .pdf): a call, a request, an article
    #[arg(long, value_name = "WORDS|FILE", conflicts_with = "topics")]
    text: Option<String>,
    /// A request of the site instead, by slug: what it needs, else what it says
    #[arg(long, value_name = "REQUEST", conflicts_with_all = ["topics", "text"])]
    request: Option<String>,
    /// A language that is needed; may be given more than once
    #[arg(long)]
    pub(super) language: Vec<Language>,
    /// The town or region where it is needed; whoever works from elsewhere fits too
    #[arg(long, value_name = "PLACE")]
    pub(super) near: Option<String>,
    /// How many kilometres from that town they may be; else 25. Whoever goes as far fits too
    #[arg(long, value_name = "KM", requires = "near", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub(super) within: Option<u32>,
    /// The day on which it begins; whoever has no room until later is left out
    #[arg(long, value_parser = day)]
    pub(super) from: Option<Date>,
    /// Hours a week that each must have; whoever says that they have fewer is left out
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=80))]
    pub(super) hours: Option<u16>,
    /// Somebody who must be on the team, by slug; may be given more than once
    #[arg(long, value_name = "EXPERT")]
    pub(super) with: Vec<String>,
    /// Somebody who is not to be asked, by slug; may be given more than once
    #[arg(long, value_name = "EXPERT")]
    pub(super) without: Vec<String>,
    /// How many the team has at most
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=12))]
    pub(super) size: Option<u8>,
    /// No two of the team from one organization
    #[arg(long)]
    pub(super) one_per_organization: bool,
    /// Write a request with the topics that the text names as its needs
    #[arg(long, requires = "text", conflicts_with_all = ["team", "format"])]
    propose: bool,
    /// The day that counts as today: 2026-03-14
    #[arg(long, value_parser = day)]
    date: Option<Date>,
    /// Propose a team too
    #[arg(long)]
    team: bool,
    /// For whom the answer is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let overrides = Overrides { date: arguments.date, ..Overrides::default() };
    let (project, mut edition) = match publish(&arguments.dir, overrides) {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let places = &project.config.places;
    let around = match place::around(arguments, &mut edition, places) {
        Ok(around) => around,
        Err(exit) => return exit,
    };
    let Some(mut question) = question::asked(arguments, &edition, around) else {
        return Exit::Usage;
    };
    let languages = &project.config.languages;
    if let Some(text) = &arguments.text {
        let Some(text) = text::read(text) else { return Exit::Usage };
        let fitting = Fitter::of(&edition, languages).fit(&text);
        if arguments.propose {
            return text::propose(&edition, &fitting, &text);
        }
        return text::answer(&edition, fitting, &mut question, arguments);
    }
    let mut unknown = Vec::new();
    if let Some(slug) = &arguments.request {
        let Some(id) = question::request(&edition, slug) else { return Exit::Usage };
        question.join(edition::Question::of(&edition.requests[id]));
        if question.needs.is_empty() {
            let fitting = Fitter::of(&edition, languages).fit_request(id);
            return text::answer(&edition, fitting, &mut question, arguments);
        }
    } else {
        let topics = arguments.topics.as_deref().unwrap_or_default();
        (question.needs, unknown) = question::needs(&edition, topics);
    }
    if question.needs.is_empty() {
        eprintln!("error: no topic to look for; write topics of the site, separated by commas");
        return Exit::Usage;
    }
    let mut answer = edition::answer(&edition, &question);
    if !arguments.wants_team() {
        answer.proposal = None;
    }
    let told = Told { edition: &edition, question: &question, answer: &answer };
    match arguments.format {
        Format::Text => told.as_text(),
        Format::Json => {
            let document = told.as_json(&unknown);
            println!("{}", serde_json::to_string_pretty(&document).expect("an answer is JSON"));
        }
        table => print!("{}", table.table(&told.rows()).unwrap_or_default()),
    }
    Exit::Published
}

impl Arguments {
    /// Whether a team is to be proposed: it is asked for, or something is asked of it.
    pub(super) fn wants_team(&self) -> bool {
        self.team || self.size.is_some() || !self.with.is_empty() || self.one_per_organization
    }
}

pub(super) struct Told<'a> {
    pub(super) edition: &'a Edition,
    pub(super) question: &'a Question,
    pub(super) answer: &'a Answer,
}

impl Told<'_> {
    pub(super) fn title(&self, topic: TopicId) -> &str {
        &self.edition.topics[topic].title
    }

    pub(super) fn need(&self, need: usize) -> &str {
        self.title(self.question.needs[need].topic)
    }

    pub(super) fn missing(&self, candidate: &Candidate) -> Vec<&str> {
        let covered = |need: &usize| candidate.terms.iter().any(|term| term.need == *need);
        (0..self.question.needs.len())
            .filter(|need| !covered(need))
            .map(|need| self.need(need))
            .collect()
    }

    /// The experts as rows of a table.
    fn rows(&self) -> Vec<Row> {
        let row = |candidate: &Candidate| {
            let expert = &self.edition.experts[candidate.expert];
            let why = candidate.terms.iter().map(|term| {
                let claim = &expert.claims[term.claim];
                let last = claim.stated.map(|date| format!(", {date}")).unwrap_or_default();
                format!("{} ({}{last})", self.title(claim.topic), claim.freshness.label.as_str())
            });
            Row {
                name: expert.record.file.name.clone(),
                slug: expert.slug.clone(),
                points: candidate.score,
                why: why.collect(),
                missing: self.missing(candidate).into_iter().map(str::to_owned).collect(),
            }
        };
        self.answer.candidates.iter().map(row).collect()
    }

    /// Who of the proposed team is not on another, and who is there instead.
    pub(super) fn instead(&self, other: &Team) -> [Vec<ExpertId>; 2] {
        let Some(proposal) = &self.answer.proposal else { return [Vec::new(), Vec::new()] };
        let only = |one: &Team, other: &Team| -> Vec<ExpertId> {
            let is_there = |id: &ExpertId| other.members.iter().any(|it| it.expert == *id);
            one.members.iter().map(|it| it.expert).filter(|id| !is_there(id)).collect()
        };
        [only(&proposal.team, other), only(other, &proposal.team)]
    }

    fn as_text(&self) {
        for (at, candidate) in self.answer.candidates.iter().enumerate() {
            let expert = &self.edition.experts[candidate.expert];
            let past = if candidate.is_past { "  past the shelf life" } else { "" };
            println!(
                "{:>2}. {}  {}  ({}){}{past}",
                at + 1,
                candidate.score,
                expert.record.file.name,
                expert.slug,
                self.question.distance_in_words(candidate.away),
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
            println!("{}", self.gap(*gap));
        }
        self.teams();
    }

    /// The proposed team and its alternatives, as text.
    pub(super) fn teams(&self) {
        let Some(proposal) = &self.answer.proposal else { return };
        self.team("A team, proposed, not asked yet", &proposal.team);
        for need in &proposal.left {
            println!("  nobody for {}, on a team of that size", self.need(*need));
        }
        for other in &proposal.alternatives {
            let [out, new] = self.instead(other);
            let title = match (self.names(&out), self.names(&new)) {
                (out, new) if new.is_empty() => format!("Another, without {out}"),
                (out, new) => format!("Another, with {new} instead of {out}"),
            };
            self.team(&title, other);
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
