//! `vakwerk places near`

use crate::base::places::{Distance, Town};
use crate::base::{EntryKind, printable};
use crate::cli::common::{AnswerFormat, SiteOptions};
use crate::cli::exit::Exit;
use crate::cli::matching::place::town_of;
use crate::cli::out::println;
use crate::edition::{Edition, Spot, settle_places};
use clap::Args;
use serde_json::json;

/// List the people, events, cases, groups and organizations of a site by how far their town is from
/// another, the nearest first
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

/// Something that is so far away.
struct Near<'a> {
    away: Distance,
    kind: EntryKind,
    slug: &'a str,
    name: &'a str,
    town: &'a str,
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
    let (mut experts, unknown) = people(&edition, &town, within);
    let mut others = others(&edition, &town);
    others.retain(|it| within.is_none_or(|within| it.away <= within));
    for found in [&mut experts, &mut others] {
        found.sort_by(|one, other| {
            (one.kind, one.away, one.slug).cmp(&(other.kind, other.away, other.slug))
        });
    }
    match arguments.format {
        AnswerFormat::Text => as_text(&town, (&experts, &others), unknown),
        AnswerFormat::Json => {
            let document = as_json(&town, (&experts, &others), unknown);
            println!("{}", serde_json::to_string_pretty(&document).expect("an answer is JSON"));
        }
    }
    Exit::Published
}

/// The people within so far, or who go that far; and of how many nobody knows where they are.
fn people<'a>(
    edition: &'a Edition,
    town: &Town,
    within: Option<Distance>,
) -> (Vec<Near<'a>>, usize) {
    let (mut found, mut unknown) = (Vec::new(), 0);
    for (_, expert) in edition.listed_experts() {
        let Some(spot) = &expert.spot else {
            unknown += 1;
            continue;
        };
        let away = spot.distance(town);
        let place = expert.record.file.location.as_ref();
        let reach = |within| place.map_or(within, |place| place.reach(within));
        if within.is_none_or(|within| away <= reach(within)) {
            let (slug, name) = (&expert.slug, &expert.record.file.name);
            found.push(Near { away, kind: EntryKind::Expert, slug, name, town: &spot.town.name });
        }
    }
    (found, unknown)
}

/// What else is somewhere: events that are to come, cases, groups that are, and organizations.
fn others<'a>(edition: &'a Edition, town: &Town) -> Vec<Near<'a>> {
    let near = |kind, slug, name, spot: &'a Option<Spot>| {
        let spot = spot.as_ref()?;
        Some(Near { away: spot.distance(town), kind, slug, name, town: &spot.town.name })
    };
    let events = edition.listed_events().filter(|(_, it)| !it.is_over);
    let events = events
        .filter_map(|(_, it)| near(EntryKind::Event, &it.slug, &it.record.file.title, &it.spot));
    let projects = edition
        .listed_projects()
        .filter_map(|(_, it)| near(EntryKind::Project, &it.slug, &it.record.file.title, &it.spot));
    let groups = edition.listed_groups().filter(|(_, it)| !it.is_over);
    let groups = groups
        .filter_map(|(_, it)| near(EntryKind::Group, &it.slug, &it.record.file.title, &it.spot));
    let organizations = edition.listed_organizations().map(|id| &edition.organizations[id]);
    let organizations =
        organizations.filter_map(|it| near(EntryKind::Organization, &it.slug, &it.title, &it.spot));
    projects.chain(organizations).chain(groups).chain(events).collect()
}

fn as_text(town: &Town, (experts, others): (&[Near<'_>], &[Near<'_>]), unknown: usize) {
    println!("From {town}:");
    for it in experts {
        println!("{}", line(it));
    }
    if unknown > 0 {
        println!("Of {unknown} more nobody knows where they are.");
    }
    for kind in EntryKind::ALL {
        let mut of_kind = others.iter().filter(|it| it.kind == kind).peekable();
        if of_kind.peek().is_some() {
            println!("{}:", kind.folder());
        }
        of_kind.for_each(|it| println!("{}", line(it)));
    }
}

fn line(it: &Near<'_>) -> String {
    let name = printable(it.name);
    format!("{:>10}  {name}, {} ({})", it.away.to_string(), it.town, it.slug)
}

fn as_json(
    town: &Town,
    (experts, others): (&[Near<'_>], &[Near<'_>]),
    unknown: usize,
) -> serde_json::Value {
    let one = |it: &Near<'_>| {
        json!({
            "slug": it.slug,
            "name": it.name,
            "city": it.town,
            "distance_km": it.away.in_kilometres(),
        })
    };
    let mut document = json!({
        "version": 1,
        "town": { "name": &*town.name, "region": &*town.region, "country": &*town.country },
        "experts": experts.iter().map(one).collect::<Vec<_>>(),
        "unknown": unknown,
    });
    for kind in [EntryKind::Project, EntryKind::Organization, EntryKind::Group, EntryKind::Event] {
        let of_kind = others.iter().filter(|it| it.kind == kind).map(one);
        document[kind.folder()] = of_kind.collect();
    }
    document
}
