//! `vakwerk search`

use super::common::{AnswerFormat, day, publish};
use super::exit::Exit;
use super::matching::question::meant;
use super::out::{eprintln, println};
use crate::base::{Date, EntryKind, Language};
use crate::config::Overrides;
use crate::edition::{Edition, TopicId};
use crate::finder::{self, Answer, Entry, Field, Hit, Index, Section, Why};
use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Find people, projects and topics by words, as the search page of the site does
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    dir: PathBuf,
    /// The words; when nothing has all of them, most of them answer
    #[arg(required_unless_present = "groups")]
    words: Vec<String>,
    /// Only people of this group or one within it, by slug or name; may be given several times
    #[arg(long = "group", value_name = "GROUP")]
    groups: Vec<String>,
    /// The language of the site in which to look
    #[arg(long)]
    language: Option<Language>,
    /// How many results at most
    #[arg(long, default_value_t = 20)]
    most: usize,
    /// The day that counts as today: 2026-03-14
    #[arg(long, value_parser = day)]
    date: Option<Date>,
    /// For whom the results are written
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let overrides = Overrides { date: arguments.date, ..Overrides::default() };
    let (project, edition) = match publish(&arguments.dir, overrides) {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let languages = &project.config.languages;
    let language = arguments.language.as_ref().unwrap_or(&languages[0]);
    if !languages.contains(language) {
        let known: Vec<&str> = languages.iter().map(Language::as_str).collect();
        eprintln!("error: the site is not written in `{language}`; choose {}", known.join(" or "));
        return Exit::Usage;
    }
    let index = finder::index(&edition, language, languages);
    let question = arguments.words.join(" ");
    let mut groups = Vec::new();
    for written in &arguments.groups {
        let Some(id) = finder::narrowing_to(&edition, written, language) else {
            let groups = finder::narrowing(&edition);
            let slugs = groups.map(|id| edition.groups[id].slug.as_str());
            let meant = meant(written, slugs);
            eprintln!("error: nobody is in a group `{written}` at present{meant}");
            return Exit::Usage;
        };
        groups.push(id);
    }
    let is_narrowed = !groups.is_empty();
    let mut answer = if is_narrowed && question.trim().is_empty() {
        finder::everybody(&edition, &index)
    } else {
        finder::search(&index, &question)
    };
    if is_narrowed {
        finder::narrow(&edition, &index, &groups, &mut answer.hits);
    }
    let told = Told {
        edition: &edition,
        index: &index,
        language,
        question: &question,
        answer: &answer,
        sections: finder::sections(&edition, &index, &answer.hits, &question, language),
    };
    match arguments.format {
        AnswerFormat::Text => told.as_text(arguments.most),
        AnswerFormat::Json => {
            let document = told.as_json(arguments.most);
            println!("{}", serde_json::to_string_pretty(&document).expect("results are JSON"));
        }
    }
    Exit::Published
}

/// What is told of a question.
struct Told<'a> {
    edition: &'a Edition,
    index: &'a Index,
    language: &'a Language,
    question: &'a str,
    answer: &'a Answer,
    sections: Vec<Section<'a>>,
}

impl Told<'_> {
    fn as_text(&self, most: usize) {
        let count = self.answer.hits.len();
        match &self.answer.kept {
            None => println!("{count} found"),
            Some(kept) => {
                println!("nothing has all of these words; {count} found with {}", kept.join(", "));
            }
        }
        if self.answer.is_empty {
            println!("say what about: a topic, a name or a place");
        }
        if self.answer.is_most {
            println!("few have all of it; these have some, whoever has most first");
        }
        for (typed, known) in &self.answer.taken {
            println!("read as: {typed} → {known}");
        }
        if !self.answer.without.is_empty() {
            println!("without: {}", self.answer.without.join(", "));
        }
        if !self.answer.left_out.is_empty() {
            println!("left out: {}", self.answer.left_out.join(", "));
        }
        let mut left = most;
        for section in &self.sections {
            if left == 0 {
                break;
            }
            println!("\n{} ({})", heading(section.kind), section.hits.len());
            for hit in section.hits.iter().take(left) {
                let entry = self.index.entries[hit.entry];
                let record = finder::record(self.edition, entry, self.language);
                let line = record.headline.map(|line| format!(": {line}")).unwrap_or_default();
                println!("{:>7}  {}{line} ({})", hit.points, record.title, record.id);
                let why = self.reasons(hit);
                if !why.is_empty() {
                    println!("         {}", why.join("; "));
                }
            }
            left -= section.hits.len().min(left);
        }
    }

    fn as_json(&self, most: usize) -> Value {
        let hits = self.sections.iter().flat_map(|section| &section.hits);
        let results = hits.take(most).map(|hit| {
            let record = finder::record(self.edition, self.index.entries[hit.entry], self.language);
            json!({
                "id": record.id,
                "title": record.title,
                "headline": record.headline,
                "points": hit.points,
                "through": hit.through.map(|topic| self.title(topic)),
                "why": self.reasons(hit),
            })
        });
        let sections = self
            .sections
            .iter()
            .map(|section| json!({ "kind": section.kind.folder(), "total": section.hits.len() }));
        json!({
            "version": 1,
            "question": self.question,
            "language": self.language.as_str(),
            "total": self.answer.hits.len(),
            "kept": self.answer.kept,
            "left_out": self.answer.left_out,
            "without": self.answer.without,
            "taken": self.answer.taken,
            "most": self.answer.is_most,
            "says_nothing": self.answer.is_empty,
            "sections": sections.collect::<Vec<_>>(),
            "results": results.collect::<Vec<_>>(),
        })
    }

    /// Why something was found, in words.
    fn reasons(&self, hit: &Hit) -> Vec<String> {
        let entry = self.index.entries[hit.entry];
        let reason = |why: &Why| match why {
            Why::Topic(topic) => self.by_topic(entry, *topic),
            Why::Field(field) => in_field(entry, *field).to_owned(),
        };
        hit.why.iter().take(MOST_REASONS).map(reason).collect()
    }

    fn by_topic(&self, entry: Entry, topic: TopicId) -> String {
        let title = self.title(topic);
        let Entry::Expert(id) = entry else { return format!("about {title}") };
        let claims = &self.edition.experts[id].claims;
        match claims.iter().find(|claim| claim.topic == topic).map(|claim| claim.stated) {
            Some(Some(date)) => format!("knows {title}, shown {date}"),
            Some(None) => format!("knows {title}"),
            None => format!("knows something within {title}"),
        }
    }

    fn title(&self, topic: TopicId) -> &str {
        let names = finder::names(self.edition, Entry::Topic(topic), self.language);
        names.into_iter().next().unwrap_or_default()
    }
}

/// Reasons that are told of each.
const MOST_REASONS: usize = 3;

fn heading(kind: EntryKind) -> String {
    match kind {
        EntryKind::Expert => "People".to_owned(),
        EntryKind::Project => "Cases".to_owned(),
        _ => {
            let (first, rest) = kind.folder().split_at(1);
            format!("{}{rest}", first.to_uppercase())
        }
    }
}

fn in_field(entry: Entry, field: Field) -> &'static str {
    match (field, entry) {
        (Field::Name, Entry::Expert(_)) => "in the name",
        (Field::Name, _) => "in the title",
        (Field::Free, _) => "by how and when they work",
        (Field::Headline, Entry::Project(_)) => "in the question",
        (Field::Headline, _) => "in the headline or a role",
        (Field::Place, _) => "is there",
        (Field::Offer, _) => "in an offer",
        (Field::Language, _) => "speaks it",
        (Field::Project, _) => "in the title or question of a case",
        (Field::Story, _) => "in the story",
    }
}
