//! `vakwerk insight`

use super::common::{AnswerFormat, SiteOptions};
use super::exit::Exit;
use super::out::println;
use crate::base::printable;
use crate::edition::{self, Edition, ExpertId, Insight, TopicId};
use clap::Args;
use serde_json::{Value, json};
use std::borrow::Cow;

/// What the network can do, what hangs on one person, what is about to pass, who is alone
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
    /// For whom it is written
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let (_, edition) = match arguments.site.publish() {
        Ok(published) => published,
        Err(exit) => return exit,
    };
    let found = edition::insight(&edition);
    match arguments.format {
        AnswerFormat::Text => as_text(&edition, &found),
        AnswerFormat::Json => {
            println!(
                "{}",
                serde_json::to_string_pretty(&as_json(&edition, &found))
                    .expect("an insight is JSON")
            );
        }
    }
    Exit::Published
}

fn title(edition: &Edition, topic: TopicId) -> Cow<'_, str> {
    printable(&edition.topics[topic].title)
}

fn slug(edition: &Edition, expert: ExpertId) -> &str {
    &edition.experts[expert].slug
}

fn as_json(edition: &Edition, found: &Insight) -> Value {
    let topic = |id: TopicId| edition.topics[id].slug.as_str();
    let expert = |id: ExpertId| slug(edition, id);
    json!({
        "version": 1,
        "date": edition.date,
        "coverage": found.coverage.iter()
            .map(|row| json!({
                "topic": topic(row.topic), "fresh": row.fresh, "past": row.past, "undated": row.undated,
            })).collect::<Vec<_>>(),
        "single": found.single.iter()
            .map(|(of, who)| json!({ "topic": topic(*of), "expert": expert(*who) })).collect::<Vec<_>>(),
        "passing": found.passing.iter()
            .map(|(month, who, of)| json!({ "month": month.to_string(), "expert": expert(*who), "topic": topic(*of) }))
            .collect::<Vec<_>>(),
        "unmet": found.unmet.iter()
            .map(|(of, asked)| json!({ "topic": topic(*of), "asked": asked })).collect::<Vec<_>>(),
        "unasked": found.unasked.iter().map(|of| topic(*of)).collect::<Vec<_>>(),
        "isolated": found.isolated.iter().map(|who| expert(*who)).collect::<Vec<_>>(),
        "ending": found.ending.iter()
            .map(|(until, group, who)| json!({
                "until": until.to_string(), "group": edition.groups[*group].slug, "who": who.key(edition),
            })).collect::<Vec<_>>(),
        "years": found.years.iter()
            .map(|year| json!({ "year": year.year, "fresh": year.fresh, "shown": year.shown })).collect::<Vec<_>>(),
    })
}

fn as_text(edition: &Edition, found: &Insight) {
    println!("Coverage (within the shelf life, beyond it, without a date)");
    for row in &found.coverage {
        println!(
            "  {:>4} {:>4} {:>4}  {}",
            row.fresh,
            row.past,
            row.undated,
            title(edition, row.topic)
        );
    }
    println!("\nHangs on one person");
    for (topic, expert) in &found.single {
        println!("  {}: {}", title(edition, *topic), slug(edition, *expert));
    }
    println!("\nPasses its shelf life within six months");
    for (month, expert, topic) in &found.passing {
        println!("  {month}  {}: {}", slug(edition, *expert), title(edition, *topic));
    }
    println!("\nWanted, but nobody has shown it within its shelf life");
    for (topic, asked) in &found.unmet {
        let times = if *asked == 1 { "once".to_owned() } else { format!("{asked} times") };
        println!("  {} (asked {times})", title(edition, *topic));
    }
    println!("\nOffered, but not asked for");
    for topic in &found.unasked {
        println!("  {}", title(edition, *topic));
    }
    println!("\nShare no project with anybody");
    for expert in &found.isolated {
        println!("  {}", slug(edition, *expert));
    }
    if !edition.groups.is_empty() {
        println!("\nTerms in groups that end within three months");
        for (until, group, who) in &found.ending {
            let group = printable(&edition.groups[*group].record.file.title);
            println!("  {until}  {}: {group}", printable(who.key(edition)));
        }
    }
    println!("\nClaims within their shelf life at the end of the year, if nothing new is shown");
    for year in &found.years {
        println!("  {}  {:>5} of {}", year.year, year.fresh, year.shown);
    }
}
