//! `vakwerk places`

mod near;

use crate::base::places::{Found, Town};
use crate::cli::common::{AnswerFormat, SiteOptions};
use crate::cli::exit::Exit;
use crate::cli::out::println;
use crate::edition::{Edition, PlaceIn, WrittenTown, written_towns};
use clap::{Args, Subcommand};
use serde_json::{Value, json};

/// Which towns of a site are known, and which may be several
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the towns that are not known and those that may be several, each with what may be meant
    Check(Check),
    /// List the people, events, cases, groups and organizations of a site by how far their town is
    /// from another, the nearest first
    Near(near::Arguments),
}

#[derive(Debug, Args)]
struct Check {
    #[command(flatten)]
    site: SiteOptions,
    /// List the towns that are known as well, with where they are
    #[arg(long)]
    all: bool,
    /// For whom the answer is written
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

/// What is known of one town.
struct Checked<'a> {
    edition: &'a Edition,
    town: WrittenTown,
    found: Found,
    place: PlaceIn,
    count: usize,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    match &arguments.command {
        Command::Check(arguments) => check(arguments),
        Command::Near(arguments) => near::run(arguments),
    }
}

fn check(check: &Check) -> Exit {
    let (project, edition) = match check.site.publish() {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let towns = written_towns(&edition, &project.config.places);
    let all: Vec<Checked<'_>> = towns
        .into_iter()
        .map(|(town, found, place, count)| Checked { edition: &edition, town, found, place, count })
        .collect();
    let unclear = all.iter().filter(|it| it.is_unclear()).count();
    match check.format {
        AnswerFormat::Text => {
            let shown = all.iter().filter(|it| check.all || it.is_unclear());
            shown.for_each(|it| println!("{}", it.in_words()));
            println!("{} known, {unclear} to be settled", all.len() - unclear);
        }
        AnswerFormat::Json => {
            let document = json!({
                "version": 1,
                "towns": all.iter().map(Checked::as_json).collect::<Vec<_>>(),
            });
            println!("{}", serde_json::to_string_pretty(&document).expect("an answer is JSON"));
        }
    }
    if unclear == 0 { Exit::Published } else { Exit::NotPublished }
}

impl Checked<'_> {
    fn is_unclear(&self) -> bool {
        !matches!(self.found, Found::Town(_) | Found::Largest(..))
    }

    fn file(&self) -> String {
        let (kind, index, _) = self.place;
        let files = self.edition.files_of(kind, index);
        files.map(|files| files.own.file.to_string()).unwrap_or_default()
    }

    fn in_words(&self) -> String {
        let said = [&self.town.region, &self.town.country].into_iter().flatten();
        let written = std::iter::once(&self.town.city).chain(said);
        let written: Vec<&str> = written.map(String::as_str).collect();
        let count = if self.count > 1 { format!(", {} times", self.count) } else { String::new() };
        let head = format!("{} ({}{count}): ", written.join(", "), self.file());
        head + &match &self.found {
            Found::Town(town) => format!("is {}", told(town)),
            Found::Largest(town, other) => format!("is taken for {}, and not {other}", told(town)),
            Found::Several(towns) => {
                let towns: Vec<String> = towns.iter().take(8).map(told).collect();
                format!("may be several\n  {}", towns.join("\n  "))
            }
            Found::Elsewhere(towns) => {
                let towns: Vec<String> = towns.iter().take(8).map(told).collect();
                format!(
                    "is not known where it is said to be, but elsewhere\n  {}",
                    towns.join("\n  ")
                )
            }
            Found::Nothing(Some(near)) => format!("is not known; did you mean {near}?"),
            Found::Nothing(None) => "is not known".to_owned(),
        }
    }

    fn as_json(&self) -> Value {
        let (state, towns): (&str, Vec<&Town>) = match &self.found {
            Found::Town(town) => ("known", vec![town]),
            Found::Largest(town, other) => ("largest", vec![town, other]),
            Found::Several(towns) => ("ambiguous", towns.iter().collect()),
            Found::Elsewhere(towns) => ("unknown", towns.iter().collect()),
            Found::Nothing(_) => ("unknown", Vec::new()),
        };
        let town = |town: &Town| {
            json!({
                "name": &*town.name,
                "region": &*town.region,
                "country": &*town.country,
                "at": town.at.degrees(),
            })
        };
        json!({
            "city": self.town.city,
            "region": self.town.region,
            "country": self.town.country,
            "file": self.file(),
            "count": self.count,
            "state": state,
            "towns": towns.into_iter().map(town).collect::<Vec<_>>(),
        })
    }
}

/// A town with where it is, as `at:` has it.
fn told(town: &Town) -> String {
    format!("{town}, at: {}", town.at)
}
