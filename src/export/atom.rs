//! `feed.xml` (Atom, RFC 4287): new and updated experts, projects and requests, one feed a language.
//!
//! Dates come from the entries, never from the clock; an entry without a date is not in the feed.

use super::xml;
use crate::base::{Date, ExpertId, ProjectId, RequestId};
use crate::config::Format;
use crate::site::{Export, Page, Site, Subject};
use std::cmp::Reverse;
use std::fmt::Write;

/// The most entries.
const MOST: usize = 50;

pub(super) const EXPORT: Export = Export { name: "atom", files, make };

fn files(site: &Site, language: usize) -> Vec<(String, Subject)> {
    let route = site.url(language, "feed.xml");
    vec![(route.strip_prefix(site.config.base_path.as_str()).unwrap_or(&route).to_owned(), Subject::Whole)]
}

struct Entry<'a> {
    updated: Date,
    page: Page,
    title: &'a str,
    summary: Option<&'a str>,
    author: Option<&'a str>,
}

fn make(site: &Site, language: usize, _: Subject) -> Vec<u8> {
    let texts = &site.config.texts;
    let own =
        |text: fn(&crate::config::SiteText) -> Option<&String>| text(&texts[language]).or_else(|| text(&texts[0]));
    let owner = site.edition.experts.first().map(|expert| expert.record.file.name.as_str());
    let title = own(|text| text.title.as_ref()).map_or(owner.unwrap_or("Vakwerk"), String::as_str);
    let entries = entries(site, language);
    let updated = entries.first().map_or(site.edition.date, |entry| entry.updated);
    let home = site.absolute(language, "");
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ =
        writeln!(out, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", site.config.languages[language]);
    let _ = writeln!(out, "<id>{}</id>", xml(&id(&home)));
    let _ = writeln!(out, "<title>{}</title>", xml(title));
    if let Some(subtitle) = own(|text| text.description.as_ref()) {
        let _ = writeln!(out, "<subtitle>{}</subtitle>", xml(subtitle));
    }
    let _ = writeln!(out, "<updated>{}</updated>", moment(updated));
    let _ = writeln!(out, "<author><name>{}</name></author>", xml(title));
    let _ = writeln!(
        out,
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>",
        xml(&site.absolute(language, "feed.xml"))
    );
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", xml(&home));
    for entry in entries {
        let address = site.absolute(language, &site.route(entry.page));
        let _ = write!(
            out,
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
            xml(&id(&address)),
            xml(entry.title),
            moment(entry.updated),
            xml(&address),
        );
        if let Some(author) = entry.author {
            let _ = writeln!(out, "<author><name>{}</name></author>", xml(author));
        }
        let _ = writeln!(out, "<summary>{}</summary>\n</entry>", xml(entry.summary.unwrap_or(entry.title)));
    }
    out.push_str("</feed>\n");
    out.into_bytes()
}

fn entries(site: &Site, language: usize) -> Vec<Entry<'_>> {
    let edition = &site.edition;
    let tag = &site.config.languages[language];
    let mut entries = Vec::new();
    for (at, expert) in
        edition.experts.iter().enumerate().filter(|(at, _)| site.may_tell(ExpertId::new(*at), Format::Feed))
    {
        let record = &expert.record;
        let text = record.translations.iter().find(|translation| translation.language == *tag);
        if let Some(updated) = record.common.updated {
            entries.push(Entry {
                updated,
                page: Page::Expert(ExpertId::new(at)),
                title: &record.file.name,
                summary: text.and_then(|text| text.text.headline.as_deref()).or(record.file.headline.as_deref()),
                author: Some(&record.file.name),
            });
        }
    }
    for (at, project) in edition.projects.iter().enumerate().filter(|(_, project)| project.listed) {
        let record = &project.record;
        let text = record.translations.iter().find(|translation| translation.language == *tag).map(|found| &found.text);
        let file = &record.file;
        if let Some(updated) = record.common.updated {
            entries.push(Entry {
                updated,
                page: Page::Project(ProjectId::new(at)),
                title: text.and_then(|text| text.title.as_deref()).unwrap_or(&file.title),
                summary: text.and_then(|text| text.question.as_deref()).or(file.question.as_deref()),
                author: project.authors.first().map(|id| edition.experts[id.index()].record.file.name.as_str()),
            });
        }
    }
    for (at, request) in edition.requests.iter().enumerate().filter(|(_, request)| request.listed) {
        let record = &request.record;
        let text = record.translations.iter().find(|translation| translation.language == *tag).map(|found| &found.text);
        if let Some(updated) = record.common.updated {
            entries.push(Entry {
                updated,
                page: Page::Request(RequestId::new(at)),
                title: text.and_then(|text| text.title.as_deref()).unwrap_or(&record.file.title),
                summary: None,
                author: None,
            });
        }
    }
    entries.sort_by_cached_key(|entry| (Reverse(entry.updated.last_day()), site.route(entry.page)));
    entries.truncate(MOST);
    entries
}

/// The permanent name of an address: the address itself, or a tag when the site does not know its own.
fn id(address: &str) -> String {
    if address.starts_with('/') { format!("tag:vakwerk.invalid,2026:{address}") } else { address.to_owned() }
}

/// A date as RFC 3339 wants it.
fn moment(date: Date) -> String {
    format!("{}T00:00:00Z", date.first_day())
}
