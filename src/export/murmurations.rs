//! `murmurations.json` for directories of networks that follow Murmurations: beside each profile
//! (`people_schema-v0.1.0`), and at the root of a network the network's own
//! (`organizations_schema-v1.0.0`). Clients and partners publish theirs themselves; offers and asks
//! have none, as `offers_wants_schema` wants a kind of payment that nobody wrote.

use super::{about, best_known, json, person_files};
use crate::base::uri::uri;
use crate::base::without_nothing;
use crate::config::{Format, Kind};
use crate::edition::TopicId;
use crate::site::{
    Export, ExportResult, Make, NoCards, Page, PersonFile, SiteReader, Subject, ViewContext,
    open_email, open_phone, plain,
};
use serde_json::{Value, json as value};

/// The most tags that the schema takes, and the most characters of one.
const MOST_TAGS: usize = 100;
const MOST_TAG: usize = 100;
/// The most characters of a name.
const MOST_NAME: usize = 200;
/// The most characters of a place and of a telephone number.
const MOST_SHORT: usize = 100;
/// The most characters of what an organization is there for, the sign left out that says that it
/// goes on.
const MOST_MISSION: usize = 999;
/// The most characters of an address.
const MOST_URL: usize = 2000;

/// Where the network's own profile stands.
const NETWORK_PATH: &str = "murmurations.json";

pub(super) const EXPORT: Export = Export { name: "murmurations", files, make: Make::Bytes(make) };
pub(super) const NETWORK: Export =
    Export { name: "murmurations of the network", files: network_file, make: Make::Bytes(network) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::Murmurations)
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let id = about(subject)?;
    let context = ViewContext { site, language, cards: &NoCards };
    let expert = site.edition.expert(id);
    let file = &expert.record.file;
    let contact = file.contact.as_ref();
    let place = file.location.as_ref();
    let code = place.and_then(|place| place.country.as_deref());
    let mut tags = tags(context, expert.claims.iter().map(|claim| claim.topic));
    if tags.is_empty() {
        // The schema wants one at least.
        tags.push("expert".to_owned());
    }
    let mut languages: Vec<&str> =
        file.languages.iter().map(|language| language.tag.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    let urls = file
        .links
        .iter()
        .filter(|(_, url)| is_address(url))
        .map(|(name, url)| value!({ "name": name, "url": uri(url) }));
    Ok(write(value!({
        "linked_schemas": ["people_schema-v0.1.0"],
        "name": cut(&file.name, MOST_NAME),
        "primary_url": site.absolute(0, &site.route(Page::Expert(id))),
        "tags": tags,
        "description": context.headline(id).map(|phrase| phrase.text),
        "image": context.portrait(id).map(|picture| site.absolute_of(&picture.src)),
        "urls": urls.collect::<Vec<_>>(),
        "knows_language": languages,
        "contact_details": {
            "email": contact.and_then(open_email),
            "contact_form": contact.and_then(|contact| contact.url.as_deref()).filter(|url| is_address(url)).map(uri),
        },
        "telephone": contact.and_then(open_phone).filter(|phone| is_short(phone)),
        "locality": place.and_then(|place| place.city.as_deref()).filter(|city| is_short(city)),
        "region": place.and_then(|place| place.region.as_deref()).filter(|region| is_short(region)),
        "country_iso_3166": code.filter(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())),
        "relationships": (site.config.kind == Kind::Network).then(|| value!([{
            "predicate_url": "https://schema.org/memberOf",
            "object_url": site.absolute(0, ""),
        }])),
    })))
}

fn network_file(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let wanted = language == 0
        && site.config.kind == Kind::Network
        && site.config.base_url.is_some()
        && site.config.crawlers.search()
        // What the network says of itself is one file, and not one a person.
        && site.config.formats.get(Format::Murmurations).unwrap_or(true)
        && !site.has_own(NETWORK_PATH);
    wanted.then(|| (NETWORK_PATH.to_owned(), Subject::Whole)).into_iter().collect()
}

/// The network says of itself what its home page says, and as tags the topics that most of its
/// people know.
fn network(site: &SiteReader<'_>, language: usize, _: Subject) -> ExportResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let view = context.site_view();
    let mission = site.config.texts[language].about.core_tasks.as_deref();
    Ok(write(value!({
        "linked_schemas": ["organizations_schema-v1.0.0"],
        "name": cut(&view.title, MOST_NAME),
        "primary_url": site.absolute(0, ""),
        "tags": tags(context, best_known(site)),
        "description": view.description,
        "mission": mission.map(|text| plain(text, MOST_MISSION)),
        "status": "active",
        "rss": (!view.feed_url.is_empty()).then(|| site.absolute_of(&view.feed_url)),
    })))
}

/// Topics by their titles, each once, as far as the schema takes them.
fn tags(context: ViewContext<'_>, topics: impl Iterator<Item = TopicId>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for topic in topics {
        let tag = cut(context.topic_title(topic), MOST_TAG);
        if !tags.contains(&tag) {
            tags.push(tag);
        }
        if tags.len() == MOST_TAGS {
            break;
        }
    }
    tags
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn is_short(text: &str) -> bool {
    (1..=MOST_SHORT).contains(&text.chars().count())
}

fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://")) && uri(url).len() <= MOST_URL
}

fn write(profile: Value) -> Vec<u8> {
    json(&without_nothing(profile).unwrap_or_default())
}
