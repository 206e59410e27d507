//! `jscontact.json` beside each profile: the contact card as JSContact (RFC 9553), as RFC 9555 maps
//! it from vCard.

use super::person::Person;
use super::{about, json};
use crate::edition::Level;
use crate::site::{Export, ExportResult, Make, PersonFile, SiteReader, Subject};
use serde_json::{Map, Value, json as value};

pub(super) const EXPORT: Export = Export { name: "jscontact", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    super::person_files(site, language, PersonFile::Jscontact)
}

fn make(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let id = about(subject)?;
    Ok(json(&card(&Person::of(site, id))))
}

/// A group whose keys are `prefix` and a number; none when it is empty.
fn numbered(prefix: &str, values: impl IntoIterator<Item = Value>) -> Option<Value> {
    group(values.into_iter().enumerate().map(|(at, value)| (format!("{prefix}{}", at + 1), value)))
}

/// A group of `values`; none when it is empty.
fn group(values: impl IntoIterator<Item = (String, Value)>) -> Option<Value> {
    let map: Map<String, Value> = values.into_iter().collect();
    (!map.is_empty()).then_some(Value::Object(map))
}

fn card(person: &Person<'_>) -> Value {
    let mut card = value!({
        "@type": "Card",
        "version": "1.0",
        "uid": format!("urn:uuid:{}", person.uid),
        "kind": "individual",
        "prodId": "Vakwerk",
        "name": name(person),
    });
    for (key, found) in reached(person).into_iter().chain(known(person)) {
        if let Some(found) = found {
            card[key] = found;
        }
    }
    card
}

fn name(person: &Person<'_>) -> Value {
    let mut name = value!({ "full": person.name });
    if !person.parts.given.is_empty() {
        name["components"] = value!([
            { "kind": "given", "value": person.parts.given },
            { "kind": "surname", "value": person.parts.family },
        ]);
    }
    name
}

/// A key of a card, and its value when there is any.
type Property = (&'static str, Option<Value>);

/// How the person is reached, and where.
fn reached(person: &Person<'_>) -> [Property; 7] {
    let at_work = value!({ "work": true });
    let email = person.email.map(|it| value!({ "address": it, "contexts": at_work }));
    let phone = person.phone.map(|it| value!({ "number": it, "contexts": at_work }));
    let services = person.links.iter().filter(|(key, _)| *key != "website");
    let services = services.map(|(service, url)| value!({ "service": service, "uri": url }));
    let websites = person.links.iter().filter(|(key, _)| *key == "website").map(|(_, url)| &**url);
    let pages = person.url.as_deref().into_iter().chain(websites).map(|url| value!({ "uri": url }));
    let contact = person.contact_url.as_ref().map(|url| value!({ "uri": url, "kind": "contact" }));
    let directory =
        person.directory.as_ref().map(|uri| value!({ "kind": "directory", "uri": uri }));
    let languages = person.languages.iter().enumerate().map(
        |(at, language)| value!({ "language": language.tag.as_str(), "pref": (at + 1).min(100) }),
    );
    [
        ("emails", numbered("e", email)),
        ("phones", numbered("p", phone)),
        ("onlineServices", numbered("s", services)),
        ("links", numbered("l", pages.chain(contact))),
        ("addresses", numbered("a", person.place.as_ref().map(address))),
        ("preferredLanguages", numbered("n", languages)),
        ("directories", numbered("d", directory)),
    ]
}

/// Who the person is, and what they know.
fn known(person: &Person<'_>) -> [Property; 8] {
    let titles = person.headline.map(|text| value!({ "name": text, "kind": "title" })).into_iter();
    let titles =
        titles.chain(person.roles.iter().map(|role| value!({ "name": role, "kind": "role" })));
    let organization = person.organization.map(|name| value!({ "name": name }));
    let pronouns = |words| value!({ "pronouns": { "p1": { "pronouns": words } } });
    let photo = |uri| value!({ "kind": "photo", "uri": uri, "mediaType": "image/jpeg" });
    let topics = person.topics.iter().map(|(topic, _)| ((*topic).to_owned(), Value::Bool(true)));
    let co_worker = || value!({ "relation": { "co-worker": true } });
    let colleagues = person.colleagues.iter().map(|uid| (format!("urn:uuid:{uid}"), co_worker()));
    [
        ("organizations", numbered("o", organization)),
        ("titles", numbered("t", titles)),
        ("speakToAs", person.pronouns.map(pronouns)),
        ("media", numbered("m", person.photo.as_ref().map(photo))),
        ("keywords", group(topics)),
        ("personalInfo", numbered("x", expertise(person))),
        ("relatedTo", group(colleagues)),
        ("updated", person.updated.map(|it| value!(format!("{}T00:00:00Z", it.first_day())))),
    ]
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
