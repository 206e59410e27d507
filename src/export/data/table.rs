//! `experts.csv`: the experts as a table (RFC 4180).

use super::super::{part_of, parts, people_in};
use super::{MOST_ROWS, numbered, text};
use crate::base::harmless_cell;
use crate::config::{Format, Kind};
use crate::site::{ExportResult, NoCards, Page, SiteReader, Subject, Unmade, ViewContext};

pub(super) fn files_of_table(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    if site.config.kind != Kind::Network {
        return Vec::new();
    }
    let parts = parts(site, Format::Data, MOST_ROWS);
    parts.map(|part| (site.output(language, &numbered(part, "csv")), Subject::Part(part))).collect()
}

pub(super) fn make_table(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let part = part_of(subject)?;
    let context = ViewContext { site, language, cards: &NoCards };
    let mut table =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let head = [
        "id",
        "name",
        "headline",
        "city",
        "country",
        "remote",
        "availability",
        "languages",
        "topics",
        "url",
        "updated",
    ];
    // Writing to memory does not fail.
    let _ = table.write_record(head);
    for id in people_in(site, Format::Data, part, MOST_ROWS) {
        let expert = site.edition.expert(id);
        let file = &expert.record.file;
        let place = file.location.as_ref();
        let headline = context.headline(id);
        let languages: Vec<&str> =
            file.languages.iter().map(|language| language.tag.as_str()).collect();
        let topics: Vec<&str> =
            expert.claims.iter().map(|claim| context.topic_title(claim.topic)).collect();
        let _ = table.write_record([
            harmless_cell(&expert.slug).into_owned(),
            harmless_cell(&file.name).into_owned(),
            harmless_cell(headline.map_or("", |phrase| phrase.text)).into_owned(),
            harmless_cell(place.and_then(|place| place.city.as_deref()).unwrap_or_default())
                .into_owned(),
            harmless_cell(place.and_then(|place| place.country.as_deref()).unwrap_or_default())
                .into_owned(),
            place.is_some_and(|place| place.remote).to_string(),
            file.availability.as_ref().map_or("", |it| it.status.as_str()).to_owned(),
            languages.join(";"),
            harmless_cell(&topics.join(";")).into_owned(),
            site.absolute(language, &site.route(Page::Expert(id))),
            text(expert.record.updated).unwrap_or_default(),
        ]);
    }
    table.into_inner().map_err(Unmade::failed)
}
