//! `vakwerk search`

use super::common::{AnswerFormat, day, publish};
use super::exit::Exit;
use crate::base::{Date, Language};
use crate::config::Overrides;
use crate::edition::Edition;
use crate::finder::{self, Entry, Hit, Index, Loose};
use anstream::{eprintln, println};
use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Find people, projects and topics by words, as the search page of the site does
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site
    dir: PathBuf,
    /// The words; when nothing has all of them, most of them answer
    #[arg(required = true)]
    words: Vec<String>,
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
    let index = finder::index(&edition, language);
    let question = arguments.words.join(" ");
    let hits = finder::search(&index, &question);
    let loose =
        if hits.is_empty() { finder::search_loosely(&index, &question) } else { Loose::default() };
    let told = Told {
        edition: &edition,
        index: &index,
        language,
        question: &question,
        hits: &hits,
        loose: &loose,
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
    /// What has all words.
    hits: &'a [Hit],
    /// When nothing has: what has most of them.
    loose: &'a Loose,
}

impl Told<'_> {
    fn as_text(&self, most: usize) {
        if self.loose.hits.is_empty() {
            println!("{} found", self.hits.len());
        } else {
            println!(
                "nothing has all of these words; {} found with {}",
                self.loose.hits.len(),
                self.loose.kept.join(", ")
            );
            println!("left out: {}", self.loose.left_out.join(", "));
        }
        for hit in self.shown().take(most) {
            let record = finder::record(self.edition, self.index.entries[hit.entry], self.language);
            let through =
                self.through(hit).map(|title| format!(", through {title}")).unwrap_or_default();
            let line = record.headline.map(|line| format!(": {line}")).unwrap_or_default();
            println!("{:>7}  {}{line} ({}{through})", hit.points, record.title, record.id);
        }
    }

    fn as_json(&self, most: usize) -> Value {
        let results = self.shown().take(most).map(|hit| {
            let record = finder::record(self.edition, self.index.entries[hit.entry], self.language);
            json!({
                "id": record.id,
                "title": record.title,
                "headline": record.headline,
                "points": hit.points,
                "through": self.through(hit),
            })
        });
        json!({
            "version": 1,
            "question": self.question,
            "language": self.language.as_str(),
            "total": self.hits.len() + self.loose.hits.len(),
            "left_out": self.loose.left_out,
            "results": results.collect::<Vec<_>>(),
        })
    }

    /// What answers, best first: all words, or else most of them.
    fn shown(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().chain(&self.loose.hits)
    }

    fn through(&self, hit: &Hit) -> Option<&str> {
        let topic = Entry::Topic(hit.through?);
        finder::names(self.edition, topic, self.language).into_iter().next()
    }
}
