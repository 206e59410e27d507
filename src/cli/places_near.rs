//! `vakwerk places near`

use super::common::{AnswerFormat, SiteOptions};
use super::exit::Exit;
use super::matching_place::town_of;
use super::out::println;
use crate::base::places::Distance;
use crate::edition::{Expert, settle_places};
use clap::Args;
use serde_json::json;

/// List the people of a site by how far their town is from another, the nearest first
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// The town, with its region or country in brackets where there are several: "Haren (NL)"
    #[arg(long, value_name = "TOWN")]
    to: String,
    /// How many kilometres away they may be; whoever says to go that far is listed too
    #[arg(long, value_name = "KM", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    within: Option<u32>,
    /// For whom the answer is written
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let (project, mut edition) = match arguments.site.publish() {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let places = &project.config.places;
    settle_places(&mut edition, places);
    let town = match town_of(&arguments.to, true, &edition, places) {
        Ok(Some(town)) => town,
        Ok(None) => return Exit::Usage,
        Err(exit) => return exit,
    };
    let within = arguments.within.and_then(Distance::of_kilometres);
    let mut found: Vec<(Distance, &Expert)> = Vec::new();
    let mut unknown = 0;
    for (_, expert) in edition.listed_experts() {
        let Some(spot) = &expert.spot else {
            unknown += 1;
            continue;
        };
        let away = spot.distance(&town);
        let place = expert.record.file.location.as_ref();
        let reach = |within| place.map_or(within, |place| place.reach(within));
        if within.is_none_or(|within| away <= reach(within)) {
            found.push((away, expert));
        }
    }
    found.sort_by(|one, other| (one.0, &one.1.slug).cmp(&(other.0, &other.1.slug)));
    let city = |expert: &Expert| expert.spot.as_ref().map(|spot| spot.town.name.to_string());
    match arguments.format {
        AnswerFormat::Text => {
            println!("From {town}:");
            for (away, expert) in &found {
                let name = &expert.record.file.name;
                let city = city(expert).unwrap_or_default();
                println!("{:>10}  {name}, {city} ({})", away.to_string(), expert.slug);
            }
            if unknown > 0 {
                println!("Of {unknown} more nobody knows where they are.");
            }
        }
        AnswerFormat::Json => {
            let experts = found.iter().map(|(away, expert)| {
                json!({
                    "slug": expert.slug,
                    "name": expert.record.file.name,
                    "city": city(expert),
                    "distance_km": away.in_kilometres(),
                })
            });
            let document = json!({
                "version": 1,
                "town": { "name": &*town.name, "region": &*town.region, "country": &*town.country },
                "experts": experts.collect::<Vec<_>>(),
                "unknown": unknown,
            });
            println!("{}", serde_json::to_string_pretty(&document).expect("an answer is JSON"));
        }
    }
    Exit::Published
}
