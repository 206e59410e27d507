//! `jcard.json` beside each profile: the contact card as jCard (RFC 7095).

use super::person::Person;
use super::vcard::Property;
use super::vcard::four::properties;
use super::{about, json};
use crate::site::{Export, ExportResult, Make, PersonFile, SiteReader, Subject};
use serde_json::json as value;

pub(super) const EXPORT: Export = Export { name: "jcard", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    super::person_files(site, language, PersonFile::Jcard)
}

fn make(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let id = about(subject)?;
    let version = value!(["version", {}, "text", "4.0"]);
    let person = Person::of(site, id);
    let properties = properties(&person);
    let all: Vec<_> =
        std::iter::once(version).chain(properties.iter().map(Property::json)).collect();
    Ok(json(&value!(["vcard", all])))
}
