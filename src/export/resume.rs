//! `resume.json` beside each profile: the CV as JSON Resume (schema 1.0.0). What it has no word for
//! is left out, or stands under a key that begins with `x-`; `docs/pages/formats.md` says which.

use super::{about, json, person_files};
use crate::base::uri::uri;
use crate::base::without_nothing;
use crate::base::{Date, ListKind};
use crate::edition::{Expert, ExpertId, Witness};
use crate::site::{
    Export, ExportResult, Make, NoCards, Page, PersonFile, SiteReader, Subject, ViewContext,
    open_email, open_phone,
};
use serde_json::{Value, json as value};

pub(super) const EXPORT: Export = Export { name: "resume", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::Resume)
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    Ok(json(&resume(ViewContext { site, language, cards: &NoCards }, about(subject)?)))
}

fn resume(context: ViewContext<'_>, id: ExpertId) -> Value {
    let site = context.site;
    let expert = site.edition.expert(id);
    let file = &expert.record.file;
    let known = site.config.base_url.is_some();
    // There is no word for what has yet to be given.
    let certificates = file.certificates.iter().enumerate().filter(|(_, one)| !one.is_planned);
    let awards = file.awards.iter().enumerate().filter(|(_, one)| !one.is_planned);
    without_nothing(value!({
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": basics(context, id),
        "work": positions(context, expert, ListKind::Experience),
        "education": positions(context, expert, ListKind::Education),
        "certificates": certificates.map(|(at, one)| value!({
            "name": text(context, expert, Some(&one.title), |text| text.certificates.get(at)?.title.as_deref()),
            "issuer": one.organization,
            "date": one.date.map(|date| date.to_string()),
            "url": one.url.as_deref().map(uri),
            "x-until": one.until.map(|date| date.to_string()),
        })).collect::<Vec<_>>(),
        "publications": publications(context, expert),
        "awards": awards.map(|(at, one)| value!({
            "title": text(context, expert, Some(&one.title), |text| text.awards.get(at)?.title.as_deref()),
            "date": one.date.map(|date| date.to_string()),
            "awarder": one.place(),
        })).collect::<Vec<_>>(),
        "skills": expert.claims.iter().map(|claim| {
            value!({
                "name": context.topic_title(claim.topic),
                "level": claim.level.map(crate::edition::Level::as_str),
                "keywords": context.synonyms(claim.topic),
                "x-since": file.expertise[claim.item].since.map(|date| date.to_string()),
                "x-lastShown": claim.stated.map(|date| date.to_string()),
                "x-note": text(context, expert, file.expertise[claim.item].note.as_deref(), |text| text.notes.get(claim.item)?.as_deref()),
            })
        }).collect::<Vec<_>>(),
        "languages": file.languages.iter().map(|language| value!({
            "language": language.tag.name_in(&site.config.languages[context.language]),
            "fluency": language.level,
            "x-tag": language.tag.as_str(),
        })).collect::<Vec<_>>(),
        "references": file.testimonials.iter().enumerate().map(|(at, testimonial)| value!({
            "name": testimonial.name.as_ref().filter(|_| may_be_named(context, expert.witnesses[at])),
            "reference": text(context, expert, Some(&testimonial.quote), |text| text.quotes.get(at)?.as_deref()),
        })).collect::<Vec<_>>(),
        "projects": projects(context, id),
        "meta": {
            "canonical": known.then(|| site.absolute(context.language, &site.person_file(id, PersonFile::Resume).unwrap_or_default())),
            "version": "v1.0.0",
            "lastModified": expert.record.updated.map(|date| format!("{}T00:00:00", date.first_day())),
        },
    }))
    .unwrap_or_default()
}

/// Whether whoever said something may be named in a format: somebody who is in no list is in none.
fn may_be_named(context: ViewContext<'_>, witness: Witness) -> bool {
    match witness {
        Witness::Expert(id) | Witness::Unconfirmed(id) => context.site.edition.expert(id).listed,
        _ => true,
    }
}

/// A line of the profile in this language, else as it was written.
fn text<'a>(
    context: ViewContext<'a>,
    expert: &'a Expert,
    written: Option<&'a str>,
    translated: impl Fn(&'a crate::edition::ExpertText) -> Option<&'a str>,
) -> Option<&'a str> {
    context.phrase(&expert.record, written, translated).map(|phrase| phrase.text)
}

fn basics(context: ViewContext<'_>, id: ExpertId) -> Value {
    let site = context.site;
    let expert = site.edition.expert(id);
    let file = &expert.record.file;
    let contact = file.contact.as_ref();
    let known = site.config.base_url.is_some();
    let photo = context.portrait(id).filter(|_| known);
    value!({
        "name": file.name,
        "label": context.headline(id).map(|phrase| phrase.text),
        "image": photo.map(|picture| site.absolute_of(&picture.src)),
        "email": contact.and_then(open_email),
        "phone": contact.and_then(open_phone),
        "url": known.then(|| site.absolute(context.language, &site.route(Page::Expert(id)))),
        "summary": text(context, expert, file.who.as_deref(), |text| text.who.as_deref()),
        "location": file.location.as_ref().map(|place| value!({
            "city": place.city,
            "region": place.region,
            "countryCode": place.country,
        })),
        "profiles": file.links.iter().map(|(network, url)| value!({ "network": network, "url": uri(url) })).collect::<Vec<_>>(),
    })
}

fn positions(context: ViewContext<'_>, expert: &Expert, list: ListKind) -> Vec<Value> {
    let positions = expert.record.file.positions_in(list).iter().enumerate();
    positions
        .map(|(at, position)| {
            let title = text(context, expert, Some(&position.title), move |text| {
                text.title(list, at)
            });
            let words = text(context, expert, position.text.as_deref(), move |text| {
                text.item(list, at)?.text.as_deref()
            });
            // Without an end, readers take a position for one that is still held, or will be.
            let is_told = position.to.is_some() || position.is_held;
            let day = |date: Option<Date>| Some(date.filter(|_| is_told)?.to_string());
            if list == ListKind::Experience {
                value!({ "name": position.organization, "position": title, "startDate": day(position.from), "endDate": day(position.to), "summary": words })
            } else {
                value!({ "institution": position.organization, "area": title, "startDate": day(position.from), "endDate": day(position.to), "x-summary": words })
            }
        })
        .collect()
}

/// Publications, and talks beside them, marked.
fn publications(context: ViewContext<'_>, expert: &Expert) -> Vec<Value> {
    let file = &expert.record.file;
    [ListKind::Publications, ListKind::Talks]
        .into_iter()
        .flat_map(|list| {
            file.credits_in(list).iter().enumerate().map(move |(at, one)| (list, at, one))
        })
        .map(|(list, at, one)| {
            value!({
                "name": text(context, expert, Some(&one.title), move |text| {
                    text.title(list, at)
                }),
                "publisher": one.place(),
                "releaseDate": one.date.map(|date| date.to_string()),
                "url": one.url.as_deref().map(uri),
                "x-kind": (list == ListKind::Talks).then_some("talk"),
            })
        })
        .collect()
}

fn projects(context: ViewContext<'_>, id: ExpertId) -> Vec<Value> {
    let site = context.site;
    let edition = site.edition;
    let expert = edition.expert(id);
    let listed = expert.projects.iter().filter(|id| edition.project(**id).listed);
    listed
        .map(|project_id| {
            let project = edition.project(*project_id);
            let record = &project.record;
            let file = &record.file;
            let member = project.team.iter().find(|member| member.who == crate::edition::Who::Expert(id));
            // Without an end, readers take a case for one that still runs.
            let is_told = |period: &crate::edition::Period| period.to.is_some() || period.runs;
            let phrase = |phrase: Option<crate::site::view::parts::Phrase<'_>>| phrase.map(|it| it.text.to_owned());
            value!({
                "name": context.project_title(*project_id).text,
                "description": phrase(context.phrase(record, file.question.as_deref(), |text| text.question.as_deref())),
                "highlights": phrase(context.phrase(record, file.result.as_deref(), |text| text.result.as_deref())).into_iter().collect::<Vec<_>>(),
                "keywords": project.topics.iter().map(|topic| context.topic_title(*topic)).collect::<Vec<_>>(),
                "startDate": file.period.filter(is_told).map(|period| period.from.to_string()),
                "endDate": file.period.and_then(|period| period.to).map(|date| date.to_string()),
                "url": site.config.base_url.is_some().then(|| site.absolute(context.language, &site.route(Page::Project(*project_id)))),
                "roles": member.and_then(|member| member.role.as_ref()).into_iter().collect::<Vec<_>>(),
                "entity": project.client.map(|id| context.organization(id).title),
            })
        })
        .collect()
}
