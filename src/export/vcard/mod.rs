//! Contact cards: `card.vcf` (vCard 3.0, RFC 2426) and `card4.vcf` (vCard 4.0, RFC 6350) beside
//! each profile, and `network.vcf`, the cards of everybody and the group that they are (RFC 6350,
//! `KIND:group`); `group.vcf` beside each group, with the cards of those who are in it at present.

pub(super) mod four;
mod group;
mod property;
mod three;

use super::person::Person;
use super::uid::uuid;
use super::{about, people_in};
use crate::config::{Format, Kind};
use crate::site::{
    Export, ExportResult, Make, NoCards, PersonFile, SiteReader, Subject, ViewContext,
};
pub(super) use group::GROUP;
pub(super) use property::Property;

/// The most bytes of a portrait in a card: some address books leave out larger ones.
const MOST_PORTRAIT: usize = 20_000;
/// The most cards in one file, which bounds what is held in memory.
const MOST: usize = 5000;

pub(super) const CARD: Export = Export { name: "vcard 3", files: files3, make: Make::Bytes(make3) };
pub(super) const CARD4: Export =
    Export { name: "vcard 4", files: files4, make: Make::Bytes(make4) };
pub(super) const NETWORK: Export = Export {
    name: "vcards of the network",
    files: files_of_network,
    make: Make::Bytes(make_network),
};

fn files3(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    super::person_files(site, language, PersonFile::Card)
}

fn make3(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let id = about(subject)?;
    let portrait = site.portrait_within(id, MOST_PORTRAIT);
    Ok(three::card(&Person::of(site, id), portrait.as_deref()).into_bytes())
}

fn files4(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    super::person_files(site, language, PersonFile::Card4)
}

fn make4(site: &SiteReader<'_>, _: usize, subject: Subject) -> ExportResult {
    let mut out = String::new();
    let person = Person::of(site, about(subject)?);
    four::card(&four::properties(&person), &mut out);
    Ok(out.into_bytes())
}

fn files_of_network(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    if language > 0 || site.config.kind != Kind::Network {
        return Vec::new();
    }
    super::parts(site, Format::Vcard, MOST).map(|part| (path(part), Subject::Part(part))).collect()
}

fn path(part: usize) -> String {
    if part == 0 { "network.vcf".to_owned() } else { format!("network-{}.vcf", part + 1) }
}

fn make_network(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let part = super::part_of(subject)?;
    let mut out = String::new();
    let title = ViewContext { site, language, cards: &NoCards }.site_title();
    let mut group = vec![
        Property::text("KIND", "group"),
        Property::text("PRODID", "-//Vakwerk//EN"),
        Property::uri("UID", format!("urn:uuid:{}", uuid(&site.absolute(0, &path(part))))),
        Property::text("FN", if part == 0 { title } else { format!("{title} ({})", part + 1) }),
    ];
    for id in people_in(site, Format::Vcard, part, MOST) {
        let person = Person::of(site, id);
        group.push(Property::uri("MEMBER", format!("urn:uuid:{}", person.uid)));
        four::card(&four::properties(&person), &mut out);
    }
    four::card(&group, &mut out);
    Ok(out.into_bytes())
}
