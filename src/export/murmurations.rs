//! `murmurations.json` beside each profile: for directories of networks that follow Murmurations (`people_schema-v0.1.0`).

use super::{about, json, person_files};
use crate::base::without_nothing;
use crate::config::Kind;
use crate::site::{Export, Lens, NoCards, Page, PersonFile, Site, Subject, open_email, open_phone};
use serde_json::json as value;

/// The most tags that the schema takes.
const MOST_TAGS: usize = 100;

pub(super) const EXPORT: Export = Export { name: "murmurations", files, make };

fn files(site: &Site, language: usize) -> Vec<(String, Subject)> {
    person_files(site, language, PersonFile::Murmurations)
}

fn make(site: &Site, language: usize, subject: Subject) -> Vec<u8> {
    let Some(id) = about(subject) else { return Vec::new() };
    let lens = Lens { site, language, cards: &NoCards };
    let file = &site.edition.experts[id.index()].record.file;
    let contact = file.contact.as_ref();
    let place = file.location.as_ref();
    let url = site.absolute(0, &site.route(Page::Expert(id)));
    let name: String = file.name.chars().take(200).collect();
    let mut tags: Vec<String> = Vec::new();
    for claim in &site.edition.experts[id.index()].claims {
        let tag: String = lens.topic_title(claim.topic).chars().take(100).collect();
        if !tags.contains(&tag) && tags.len() < MOST_TAGS {
            tags.push(tag);
        }
    }
    if tags.is_empty() {
        // The schema wants one at least.
        tags.push("expert".to_owned());
    }
    let code = place.and_then(|place| place.country.as_deref());
    let profile = without_nothing(value!({
        "linked_schemas": ["people_schema-v0.1.0"],
        "name": name,
        "primary_url": url,
        "tags": tags,
        "description": file.headline,
        "image": lens.portrait(id).map(|picture| site.absolute_of(&picture.src)),
        "urls": file.links.iter().map(|(name, url)| value!({ "name": name, "url": url })).collect::<Vec<_>>(),
        "knows_language": file.languages.iter().map(|language| language.tag.as_str()).collect::<Vec<_>>(),
        "contact_details": {
            "email": contact.and_then(open_email),
            "contact_form": contact.and_then(|contact| contact.url.as_deref()),
        },
        "telephone": contact.and_then(open_phone),
        "locality": place.and_then(|place| place.city.as_deref()),
        "region": place.and_then(|place| place.region.as_deref()),
        "country_iso_3166": code.filter(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())),
        "relationships": (site.config.kind == Kind::Network).then(|| value!([{
            "predicate_url": "https://schema.org/memberOf",
            "object_url": site.absolute(0, ""),
        }])),
    }));
    json(&profile.unwrap_or_default())
}
