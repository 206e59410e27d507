//! `jscontact.json` beside each profile: the contact card as JSContact (RFC 9553), as RFC 9555 maps
//! it from vCard.

use super::person::Person;
use super::{about, json};
use crate::edition::Level;
use crate::site::{Export, ExportResult, PersonFile, SiteReader, Subject};
use serde_json::{Map, Value, json as value};

pub(super) const EXPORT: Export = Export { name: "jscontact", files, make };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    super::person_files(site, language, PersonFile::Jscontact)
}

fn make(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let id = about(subject)?;
    Ok(json(&card(&Person::of(site, id))))
}

/// A group whose keys are `prefix` and a number; none when it is empty.
fn numbered(prefix: &str, values: impl IntoIterator<Item = Value>) -> Option<Value> {
    let map: Map<String, Value> = values
        .into_iter()
        .enumerate()
        .map(|(at, value)| (format!("{prefix}{}", at + 1), value))
        .collect();
    (!map.is_empty()).then_some(Value::Object(map))
}

fn card(person: &Person<'_>) -> Value {
    let mut components = Vec::new();
    if !person.parts.given.is_empty() {
        components.push(value!({ "kind": "given", "value": person.parts.given }));
        components.push(value!({ "kind": "surname", "value": person.parts.family }));
    }
    let mut name = value!({ "full": person.name });
    if !components.is_empty() {
        name["components"] = components.into();
    }
    let titles = person.headline.map(|text| value!({ "name": text, "kind": "title" })).into_iter();
    let titles =
        titles.chain(person.roles.iter().map(|role| value!({ "name": role, "kind": "role" })));
    let services = person.links.iter().filter(|(key, _)| *key != "website");
    let websites = person.links.iter().filter(|(key, _)| *key == "website").map(|(_, url)| *url);
    let pages = person.url.as_deref().into_iter().chain(websites).map(|url| value!({ "uri": url }));
    let contact = person.contact_url.map(|url| value!({ "uri": url, "kind": "contact" }));
    let optional: [(&str, Option<Value>); 15] = [
        ("organizations", numbered("o", person.organization.map(|name| value!({ "name": name })))),
        ("titles", numbered("t", titles)),
        ("speakToAs", person.pronouns.map(|words| value!({ "pronouns": { "p1": { "pronouns": words } } }))),
        (
            "emails",
            numbered("e", person.email.map(|address| value!({ "address": address, "contexts": { "work": true } }))),
        ),
        (
            "phones",
            numbered("p", person.phone.map(|number| value!({ "number": number, "contexts": { "work": true } }))),
        ),
        ("onlineServices", numbered("s", services.map(|(service, url)| value!({ "service": service, "uri": url })))),
        ("links", numbered("l", pages.chain(contact))),
        ("addresses", numbered("a", person.place.as_ref().map(address))),
        (
            "preferredLanguages",
            numbered(
                "n",
                person
                    .languages
                    .iter()
                    .enumerate()
                    .map(|(at, language)| value!({ "language": language.tag.as_str(), "pref": (at + 1).min(100) })),
            ),
        ),
        (
            "media",
            numbered(
                "m",
                person.photo.as_ref().map(|uri| value!({ "kind": "photo", "uri": uri, "mediaType": "image/jpeg" })),
            ),
        ),
        (
            "directories",
            numbered("d", person.directory.as_ref().map(|uri| value!({ "kind": "directory", "uri": uri }))),
        ),
        (
            "keywords",
            Some(
                person.topics.iter().map(|(topic, _)| ((*topic).to_owned(), Value::Bool(true))).collect::<Map<_, _>>(),
            )
            .filter(|topics| !topics.is_empty())
            .map(Value::Object),
        ),
        ("personalInfo", numbered("x", expertise(person))),
        (
            "relatedTo",
            Some(
                person
                    .colleagues
                    .iter()
                    .map(|uid| (format!("urn:uuid:{uid}"), value!({ "relation": { "co-worker": true } })))
                    .collect::<Map<_, _>>(),
            )
            .filter(|others| !others.is_empty())
            .map(Value::Object),
        ),
        ("updated", person.updated.map(|date| value!(format!("{}T00:00:00Z", date.first_day())))),
    ];
    let mut card = value!({
        "@type": "Card",
        "version": "1.0",
        "uid": format!("urn:uuid:{}", person.uid),
        "kind": "individual",
        "prodId": "Vakwerk",
        "name": name,
    });
    for (key, found) in optional {
        if let Some(found) = found {
            card[key] = found;
        }
    }
    card
}

/// What the person knows, the first what counts most; how well only where they say it.
fn expertise(person: &Person<'_>) -> impl Iterator<Item = Value> {
    person.topics.iter().enumerate().map(|(at, (topic, level))| {
        let mut info = value!({ "kind": "expertise", "value": topic, "listAs": at + 1 });
        if let Some(level) = level {
            info["level"] = word(*level).into();
        }
        info
    })
}

fn address(place: &super::person::Place<'_>) -> Value {
    let parts = [("locality", place.city), ("region", place.region)];
    let components: Vec<Value> = parts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(kind, text)| value!({ "kind": kind, "value": text }))
        .collect();
    let mut address = value!({ "contexts": { "work": true } });
    if !components.is_empty() {
        address["components"] = components.into();
    }
    if !place.country.is_empty() {
        address["countryCode"] = place.country.into();
    }
    address
}

/// Three levels for our four (RFC 9555, section 2.10).
fn word(level: Level) -> &'static str {
    match level {
        Level::Aware => "low",
        Level::Practitioner => "medium",
        Level::Expert | Level::Authority => "high",
    }
}
