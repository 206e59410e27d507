//! Formats for machines: one file each. `ALL` is the list of them.
#![expect(
    clippy::unnecessary_wraps,
    reason = "all exports have one shape, whether they can fail or not"
)]

mod bibliography;
mod calendar;
mod card;
mod content_line;
mod cv;
mod data;
mod events;
mod feed;
mod host_rules;
mod icalendar;
mod icon;
mod indexnow;
mod jcard;
mod jscontact;
mod kept;
mod llms;
mod murmurations;
mod opml;
mod person;
mod qr;
mod redirects;
mod resume;
mod robots;
mod security;
mod sitemap;
mod skos;
mod uid;
mod vcard;
mod web_manifest;
mod webfinger;

use crate::config::Format;
use crate::edition::{ExpertId, TopicId};
use crate::site::{Export, Page, PersonFile, SiteReader, Subject, Unmade};
use serde_json::Value;
use std::cmp::Reverse;

pub use bibliography::{Bibliography, bibliography};
pub use card::undrawn;
pub use cv::without_unset;
pub use kept::profile_for_form;

/// Every export.
pub static ALL: &[Export] = &[
    bibliography::BIBTEX,
    bibliography::BIBTEX_OF_ALL,
    bibliography::CSL,
    bibliography::CSL_OF_ALL,
    calendar::EXPORT,
    card::EXPORT,
    cv::EXPORT,
    cv::WORD,
    data::CSV,
    data::EXPERT,
    data::EXPERTS,
    data::SCHEMA,
    feed::ATOM,
    feed::JSON,
    host_rules::HEADERS,
    host_rules::HTACCESS,
    icon::EXPORT,
    events::EXPORT,
    indexnow::EXPORT,
    jcard::EXPORT,
    jscontact::EXPORT,
    kept::EXPORT,
    llms::EXPORT,
    murmurations::EXPORT,
    murmurations::NETWORK,
    opml::EXPORT,
    qr::EXPORT,
    redirects::EXPORT,
    resume::EXPORT,
    robots::EXPORT,
    security::EXPORT,
    sitemap::EXPORT,
    skos::EXPORT,
    vcard::CARD,
    vcard::CARD4,
    vcard::GROUP,
    vcard::NETWORK,
    web_manifest::EXPORT,
    webfinger::EXPORT,
];

/// The experts of whom a collection in a format speaks, in the order in which they are shown.
fn people(site: &SiteReader<'_>, format: Format) -> impl Iterator<Item = ExpertId> {
    let all = (0..site.edition.expert_ids().len()).map(ExpertId::new);
    all.filter(move |id| site.may_collect(*id, format))
}

/// Topics with experts, those with the most first.
fn best_known(site: &SiteReader<'_>) -> impl Iterator<Item = TopicId> {
    let people = |id: &TopicId| site.edition.topic(*id).experts.len();
    let mut topics: Vec<TopicId> = site.edition.listed_topics().collect();
    topics.retain(|id| people(id) > 0);
    topics.sort_by_key(|id| Reverse(people(id)));
    topics.into_iter()
}

/// The numbers of the files of a collection that looks at so many people for each; at least one
/// file, unless the site does not speak the format.
fn parts(site: &SiteReader<'_>, format: Format, most: usize) -> std::ops::Range<usize> {
    if site.speaks(format) {
        0..site.edition.expert_ids().len().div_ceil(most).max(1)
    } else {
        0..0
    }
}

/// The experts in one file of a collection. Nobody else is looked at, so that many files cost no
/// more than one.
fn people_in(
    site: &SiteReader<'_>,
    format: Format,
    part: usize,
    most: usize,
) -> impl Iterator<Item = ExpertId> {
    let all = (part * most)..((part + 1) * most).min(site.edition.expert_ids().len());
    all.map(ExpertId::new).filter(move |id| site.may_collect(*id, format))
}

/// The files about one person each.
fn person_files(
    site: &SiteReader<'_>,
    language: usize,
    file: PersonFile,
) -> Vec<(String, Subject)> {
    if language > 0 && !file.is_translated() {
        return Vec::new();
    }
    (0..site.edition.expert_ids().len())
        .map(ExpertId::new)
        .filter_map(|id| {
            let path = site.output(language, &site.person_file(id, file)?);
            Some((path, Subject::Page(Page::Expert(id))))
        })
        .collect()
}

/// The expert that a file is about.
fn about(subject: Subject) -> Result<ExpertId, Unmade> {
    match subject {
        Subject::Page(Page::Expert(id)) => Ok(id),
        _ => Err(Unmade::NotPlanned),
    }
}

/// The number of the part that a file is.
fn part_of(subject: Subject) -> Result<usize, Unmade> {
    match subject {
        Subject::Part(part) => Ok(part),
        _ => Err(Unmade::NotPlanned),
    }
}

/// JSON with an end of line.
fn json(value: &Value) -> Vec<u8> {
    let mut text = value.to_string();
    text.push('\n');
    text.into_bytes()
}

/// Escapes text for XML, and leaves out what XML 1.0 cannot hold.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' | '\n' => escaped.push(c),
            c if c.is_control() || c == '\u{fffe}' || c == '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
