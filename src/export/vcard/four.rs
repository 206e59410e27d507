//! vCard 4.0 (RFC 6350), with expertise and directory (RFC 6715), contact page (RFC 8605) and
//! profiles (RFC 9554).

use super::property::Property;
use crate::edition::Level;
use crate::export::person::Person;

/// The properties of a card, `VERSION` left out.
pub(in crate::export) fn properties<'a>(person: &'a Person<'_>) -> Vec<Property<'a>> {
    let mut all = Vec::with_capacity(32);
    identity(person, &mut all);
    reached(person, &mut all);
    known(person, &mut all);
    all.extend(person.url.iter().map(|url| Property::uri("SOURCE", [url, "card4.vcf"].concat())));
    all.extend(person.updated.map(|date| Property::of_kind("REV", "timestamp", stamp(date))));
    all
}

/// Who it is.
fn identity<'a>(person: &'a Person<'_>, all: &mut Vec<Property<'a>>) {
    all.extend([
        Property::text("KIND", "individual"),
        Property::text("PRODID", "-//Vakwerk//EN"),
        Property::uri("UID", ["urn:uuid:", &person.uid].concat()),
        Property::text("FN", person.name),
        Property::parts("N", &[&person.parts.family, &person.parts.given, "", "", ""])
            .with_all("SORT-AS", &person.sorted),
    ]);
    all.extend(person.pronouns.map(|pronouns| Property::text("PRONOUNS", pronouns)));
    all.extend(person.headline.map(|headline| Property::text("TITLE", headline)));
    all.extend(person.roles.iter().map(|role| Property::text("ROLE", *role)));
    all.extend(person.organization.map(|name| Property::parts("ORG", &[name])));
}

/// How and where the person is reached.
fn reached<'a>(person: &'a Person<'_>, all: &mut Vec<Property<'a>>) {
    all.extend(person.email.map(|email| Property::text("EMAIL", email).with("TYPE", "work")));
    all.extend(person.phone.map(|phone| {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        Property::uri("TEL", ["tel:", &digits].concat()).with("VALUE", "uri").with("TYPE", "work")
    }));
    all.extend(person.contact_url.as_deref().map(|url| Property::uri("CONTACT-URI", url)));
    all.extend(person.place.as_ref().map(|place| {
        // The last part is the country by its name, in some language; the code is in no language.
        let address = Property::parts("ADR", &["", "", "", place.city, place.region, "", ""])
            .with("TYPE", "work");
        if place.country.is_empty() { address } else { address.with("CC", place.country) }
    }));
    all.extend(person.languages.iter().enumerate().map(|(at, language)| {
        Property::of_kind("LANG", "language-tag", language.tag.as_str())
            .with("PREF", (at + 1).min(100).to_string())
    }));
}

/// What the person knows, and whom; and where there is more.
fn known<'a>(person: &'a Person<'_>, all: &mut Vec<Property<'a>>) {
    all.extend(person.topics.iter().enumerate().map(|(at, (topic, level))| {
        let expertise = Property::text("EXPERTISE", *topic);
        let expertise = match level {
            Some(level) => expertise.with("LEVEL", word(*level)),
            None => expertise,
        };
        expertise.with("INDEX", (at + 1).to_string())
    }));
    if !person.topics.is_empty() {
        let topics = person.topics.iter().map(|(topic, _)| *topic);
        all.push(Property::list("CATEGORIES", topics.collect()));
    }
    all.extend(person.url.iter().map(|url| Property::uri("URL", url).with("TYPE", "work")));
    all.extend(person.links.iter().map(|(key, url)| match *key {
        "website" => Property::uri("URL", &**url),
        service => Property::uri("SOCIALPROFILE", &**url).with("SERVICE-TYPE", service),
    }));
    all.extend(
        person
            .photo
            .iter()
            .map(|photo| Property::uri("PHOTO", photo).with("MEDIATYPE", "image/jpeg")),
    );
    all.extend(person.directory.iter().map(|directory| Property::uri("ORG-DIRECTORY", directory)));
    all.extend(person.colleagues.iter().map(|uid| {
        Property::uri("RELATED", ["urn:uuid:", uid].concat()).with("TYPE", "co-worker")
    }));
}

/// Adds a whole card.
pub(super) fn card(properties: &[Property<'_>], out: &mut String) {
    out.push_str("BEGIN:VCARD\r\nVERSION:4.0\r\n");
    for property in properties {
        property.write(out);
    }
    out.push_str("END:VCARD\r\n");
}

/// Three levels for our four (RFC 6715, section 3.1).
fn word(level: Level) -> &'static str {
    match level {
        Level::Aware => "beginner",
        Level::Practitioner => "average",
        Level::Expert | Level::Authority => "expert",
    }
}

fn stamp(date: crate::base::Date) -> String {
    let mut stamp = date.first_day().to_string();
    stamp.retain(|sign| sign != '-');
    stamp.push_str("T000000Z");
    stamp
}
