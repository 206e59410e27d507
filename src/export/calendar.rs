//! `requests.ics` in each language: requests with a date, as all-day events (iCalendar, RFC 5545).

use super::content_line::{push, text, uri};
use super::uid::uuid;
use crate::base::Date;
use crate::edition::RequestId;
use crate::site::{Export, ExportResult, NoCards, Page, SiteReader, Subject, ViewContext};

pub(super) const EXPORT: Export = Export { name: "calendar", files, make };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let any = dated(site).next().is_some();
    any.then(|| (site.output(language, "requests.ics"), Subject::Whole)).into_iter().collect()
}

/// Requests with the day that counts: the last on which to answer, else the first of the work.
fn dated(site: &SiteReader<'_>) -> impl Iterator<Item = (RequestId, Date)> {
    site.edition.listed_requests().filter_map(|(id, request)| {
        let file = &request.record.file;
        let day = file.until.map(Date::last_day).or(file.from.map(Date::first_day))?;
        Some((id, day))
    })
}

fn make(site: &SiteReader<'_>, language: usize, _: Subject) -> ExportResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let title = context.site_view().title;
    let mut out = String::new();
    let name = format!("{} · {title}", context.word("menu.requests"));
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vakwerk//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        push(&mut out, line);
    }
    push(&mut out, &format!("NAME:{}", text(&name)));
    push(&mut out, &format!("X-WR-CALNAME:{}", text(&name)));
    for (id, day) in dated(site) {
        let request = site.edition.request(id);
        let record = &request.record;
        let address = site.absolute(language, &site.route(Page::Request(id)));
        let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref());
        let asker = request.organization.map(|id| context.organization(id).title);
        let topics: Vec<String> =
            request.needs.iter().map(|id| text(context.topic_title(*id))).collect();
        push(&mut out, "BEGIN:VEVENT");
        push(&mut out, &format!("UID:{}", uuid(&site.absolute(0, &site.route(Page::Request(id))))));
        // When it was written is the last change; without one it is the day itself, and never the
        // clock.
        push(
            &mut out,
            &format!("DTSTAMP:{}T000000Z", compact(record.updated.map_or(day, Date::first_day))),
        );
        push(&mut out, &format!("DTSTART;VALUE=DATE:{}", compact(day)));
        push(&mut out, &format!("SUMMARY:{}", text(title.map_or("", |phrase| phrase.text))));
        if let Some(asker) = asker {
            push(&mut out, &format!("DESCRIPTION:{}", text(asker)));
        }
        if let Some(city) = record.file.place.as_ref().and_then(|place| place.city.as_deref()) {
            push(&mut out, &format!("LOCATION:{}", text(city)));
        }
        if !topics.is_empty() {
            push(&mut out, &format!("CATEGORIES:{}", topics.join(",")));
        }
        if site.config.base_url.is_some() {
            push(&mut out, &format!("URL:{}", uri(&address)));
        }
        push(&mut out, "TRANSP:TRANSPARENT");
        push(&mut out, "END:VEVENT");
    }
    push(&mut out, "END:VCALENDAR");
    Ok(out.into_bytes())
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}
