//! What calendars have in common (iCalendar, RFC 5545): the frame, and what each entry of one says
//! of its page.

use super::content_line::{push, text};
use super::uid::uuid;
use crate::base::Date;
use crate::base::uri::uri;
use crate::edition::TopicId;
use crate::site::{Page, ViewContext};

/// A calendar that is called `name` on this site, with the entries that `write` adds.
pub(super) fn calendar(
    context: ViewContext<'_>,
    name: &str,
    write: impl FnOnce(&mut String),
) -> Vec<u8> {
    let name = format!("{name} · {}", context.site_view().title);
    let mut out = String::new();
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
    write(&mut out);
    push(&mut out, "END:VCALENDAR");
    out.into_bytes()
}

/// Begins the entry of a page. When it was written is the last change; without one it is `day`,
/// that of the entry itself, and never the clock.
pub(super) fn begin(
    out: &mut String,
    context: ViewContext<'_>,
    page: Page,
    (updated, day): (Option<Date>, Date),
) {
    push(out, "BEGIN:VEVENT");
    push(out, &format!("UID:{}", uuid(&address(context, page, 0))));
    let stamp = updated.map_or(day, Date::first_day);
    push(out, &format!("DTSTAMP:{}T000000Z", compact(stamp)));
}

/// Says what the entry of a page is about, and where the page is.
pub(super) fn place(out: &mut String, context: ViewContext<'_>, page: Page, about: &[TopicId]) {
    let topics: Vec<_> = about.iter().map(|id| text(context.topic_title(*id))).collect();
    if !topics.is_empty() {
        push(out, &format!("CATEGORIES:{}", topics.join(",")));
    }
    if context.site.config.base_url.is_some() {
        push(out, &format!("URL:{}", uri(&address(context, page, context.language))));
    }
}

/// The same page has one name in all languages: its address in the first.
fn address(context: ViewContext<'_>, page: Page, language: usize) -> String {
    context.site.absolute(language, &context.site.route(page))
}

/// A day without its hyphens.
pub(super) fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}
