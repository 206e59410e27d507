//! `group.vcf` beside each group: the cards of those who are in it at present, and the group that
//! they are (RFC 6350, `KIND:group`).

use super::four;
use super::property::Property;
use crate::config::Format;
use crate::edition::{GroupId, Tenure};
use crate::export::person::{Person, directory};
use crate::export::uid::uuid;
use crate::site::{
    Export, ExportResult, GROUP_CARD_FILE, Make, NoCards, Page, SiteReader, Subject, Unmade,
    ViewContext, open_email, open_phone, plain,
};
use std::collections::BTreeSet;

/// The most characters of what a group is there for.
const MOST_NOTE: usize = 1000;

/// About how many bytes a card is.
const CARD: usize = 640;

pub(in crate::export) const GROUP: Export =
    Export { name: "vcards of groups", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    if language > 0 || !site.speaks(Format::Vcard) {
        return Vec::new();
    }
    let listed = site.edition.group_ids().filter(|id| site.edition.written_group(*id).listed);
    listed.map(|id| (path(site, id), Subject::Page(Page::Group(id)))).collect()
}

fn path(site: &SiteReader<'_>, id: GroupId) -> String {
    format!("{}{GROUP_CARD_FILE}", site.route(Page::Group(id)))
}

fn make(site: &SiteReader<'_>, language: usize, subject: Subject) -> ExportResult {
    let Subject::Page(Page::Group(id)) = subject else { return Err(Unmade::NotPlanned) };
    let context = ViewContext { site, language, cards: &NoCards };
    let group = site.edition.group(id);
    let file = &group.record.file;
    let page = site.absolute(0, &site.route(Page::Group(id)));
    let mut properties = vec![
        Property::text("KIND", "group"),
        Property::text("PRODID", "-//Vakwerk//EN"),
        Property::uri("UID", format!("urn:uuid:{}", uuid(&page))),
        Property::text("FN", context.group_title(id).text),
    ];
    let purpose = file.purpose.as_deref();
    let purpose = context.phrase(&group.record, purpose, |text| text.purpose.as_deref());
    properties.extend(purpose.map(|it| Property::text("NOTE", plain(it.text, MOST_NOTE))));
    if let Some(contact) = &file.contact {
        properties.extend(open_email(contact).map(|email| Property::text("EMAIL", email)));
        properties.extend(open_phone(contact).map(|phone| Property::text("TEL", phone)));
    }
    if site.config.base_url.is_some() {
        properties.push(Property::uri("URL", page));
    }
    properties.extend(directory(site).map(|url| Property::uri("ORG-DIRECTORY", url)));
    let present = group.of(Tenure::Present).filter_map(|member| member.who.expert());
    // Who has two roles has one card.
    let present: BTreeSet<_> = present.filter(|id| site.may_collect(*id, Format::Vcard)).collect();
    let mut out = String::with_capacity(CARD * (present.len() + 1));
    for id in present {
        // What they know, and whom, stands in their own card and on their page.
        let person = Person::alone(site, id);
        properties.push(Property::uri("MEMBER", ["urn:uuid:", &person.uid].concat()));
        four::card(&four::properties(&person), &mut out);
    }
    four::card(&properties, &mut out);
    Ok(out.into_bytes())
}
