//! `requests.ics` in each language: requests with a date, as all-day events (iCalendar, RFC 5545).

use super::content_line::{push, text};
use super::icalendar::{begin, calendar, compact, place};
use crate::base::Date;
use crate::edition::RequestId;
use crate::site::{Export, ExportResult, Make, NoCards, Page, SiteReader, Subject, ViewContext};

pub(super) const EXPORT: Export = Export { name: "calendar", files, make: Make::Bytes(make) };

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
    Ok(calendar(context, &context.word("menu.requests"), |out| {
        dated(site).for_each(|(id, day)| request(out, context, (id, day)));
    }))
}

fn request(out: &mut String, context: ViewContext<'_>, (id, day): (RequestId, Date)) {
    let request = context.site.edition.request(id);
    let record = &request.record;
    let page = Page::Request(id);
    begin(out, context, page, (record.updated, day));
    push(out, &format!("DTSTART;VALUE=DATE:{}", compact(day)));
    let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref());
    push(out, &format!("SUMMARY:{}", text(title.map_or("", |phrase| phrase.text))));
    if let Some(id) = request.organization {
        push(out, &format!("DESCRIPTION:{}", text(context.organization(id).title)));
    }
    if let Some(city) = record.file.place.as_ref().and_then(|place| place.city.as_deref()) {
        push(out, &format!("LOCATION:{}", text(city)));
    }
    place(out, context, page, &request.needs);
    push(out, "TRANSP:TRANSPARENT");
    push(out, "END:VEVENT");
}
