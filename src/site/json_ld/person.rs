//! `Person` (schema.org): an expert.

use super::entities::{organization_stub, topic_stub, topic_stubs};
use super::group::group_stub;
use super::web_page::WebPage;
use super::works::works;
use super::{address, date, name_of, network_id, words};
use crate::base::name::parts;
use crate::base::uri::uri;
use crate::base::{Date, ListKind};
use crate::config::{Format, Kind};
use crate::edition::{Expert, ExpertId, GroupId, Location, Tenure};
use crate::site::context::ViewContext;
use crate::site::formats::{open_email, open_phone};
use crate::site::item::Page;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What the graph says of an expert; none when the expert does not want it.
pub(super) fn about(
    context: ViewContext<'_>,
    id: ExpertId,
    this: &mut WebPage<'_>,
) -> Option<Vec<Value>> {
    if !context.site.may_export(id, Format::JsonLd) {
        return None;
    }
    let expert = context.site.edition.expert(id);
    let entity = name_of(context, Page::Expert(id), "person");
    this.shows("ProfilePage", &entity, expert.record.updated);
    // The person says them. Who worked with whom is said by what they did.
    (this.name, this.description) = (None, None);
    Some(std::iter::once(person(context, id)).chain(works(context, id)).collect())
}

/// An expert by name; nothing when the expert does not want it.
pub(super) fn person_stub(context: ViewContext<'_>, id: ExpertId) -> Value {
    if !context.site.may_export(id, Format::JsonLd) {
        return Value::Null;
    }
    json!({ "@id": name_of(context, Page::Expert(id), "person") })
}

fn person(context: ViewContext<'_>, id: ExpertId) -> Value {
    let site = context.site;
    let expert = site.edition.expert(id);
    let record = &expert.record;
    let file = &record.file;
    let name = parts(&expert.sort_name);
    let contact = file.contact.as_ref();
    let headline = context.headline(id);
    let who = context.phrase(record, file.who.as_deref(), |text| text.who.as_deref());
    let roles = context.phrases(record, &file.roles, |text| &text.roles);
    let links: Vec<_> = file.links.values().map(|url| uri(url)).collect();
    let orcid = file.links.get("orcid").and_then(|url| url.rsplit('/').next());
    json!({
        "@id": name_of(context, Page::Expert(id), "person"),
        "@type": "Person",
        "name": file.name,
        "givenName": name.given,
        "familyName": if name.given.is_empty() { "" } else { &name.family },
        "pronouns": file.pronouns,
        "url": address(context, Page::Expert(id)),
        "jobTitle": roles.iter().map(|role| role.text).collect::<Vec<_>>(),
        "description": headline.or(who).map(|phrase| words(phrase.text)),
        "image": context.portrait(id).map(|picture| site.absolute_of(&picture.src)),
        "sameAs": links,
        "identifier": orcid.map(|id| json!({ "@type": "PropertyValue", "propertyID": "ORCID", "value": id })),
        "knowsAbout": expert.claims.iter().map(|claim| topic_stub(context, claim.topic)).collect::<Vec<_>>(),
        "knowsLanguage": file.languages.iter().map(|language| language.tag.as_str()).collect::<Vec<_>>(),
        "workLocation": file.location.as_ref().and_then(work_location),
        "email": contact.and_then(open_email),
        "telephone": contact.and_then(open_phone),
        "contactPoint": contact.and_then(|contact| contact.url.as_deref()).map(|url| json!({ "@type": "ContactPoint", "url": uri(url) })),
        "memberOf": member_of(context, expert),
        "worksFor": positions(context, expert, ListKind::Experience),
        "alumniOf": positions(context, expert, ListKind::Education),
        "hasCertification": certificates(context, expert),
        "award": awards(context, id),
        "makesOffer": open_offers(context, id, ListKind::Offers),
        "seeks": open_offers(context, id, ListKind::Asks),
    })
}

/// The network, and the groups that the expert is in at present.
fn member_of(context: ViewContext<'_>, expert: &Expert) -> Value {
    let is_network = context.site.config.kind == Kind::Network;
    let network = is_network.then(|| json!({ "@id": network_id(context) }));
    let present = expert.memberships.iter().filter(|term| term.tenure == Tenure::Present);
    let groups: BTreeSet<GroupId> = present.map(|term| term.group).collect();
    if groups.is_empty() {
        return network.unwrap_or(Value::Null);
    }
    let groups = groups.into_iter().map(|id| group_stub(context, id));
    network.into_iter().chain(groups).collect()
}

fn work_location(place: &Location) -> Option<Value> {
    let address = json!({
        "@type": "PostalAddress",
        "addressLocality": place.city,
        "addressRegion": place.region,
        "addressCountry": place.country,
    });
    let is_somewhere = place.city.is_some() || place.country.is_some();
    is_somewhere.then(|| json!({ "@type": "Place", "address": address }))
}

fn awards(context: ViewContext<'_>, id: ExpertId) -> Vec<&str> {
    let record = &context.site.edition.expert(id).record;
    let awards = record.file.awards.iter().enumerate().filter(|(_, award)| !award.is_planned);
    let titles = awards.filter_map(|(at, award)| {
        context.phrase(record, Some(&award.title), |text| text.awards.get(at)?.title.as_deref())
    });
    titles.map(|title| title.text).collect()
}

/// What is offered or asked still.
fn open_offers(context: ViewContext<'_>, id: ExpertId, list: ListKind) -> Vec<Value> {
    let edition = context.site.edition;
    let written = edition.expert(id).record.file.offers_in(list).iter().enumerate();
    written
        .filter(|(_, it)| it.until.is_none_or(|until| !edition.has_passed(until)))
        .map(|(at, _)| offer(context, id, list, at))
        .collect()
}

/// Organizations of positions that are still held, or of studies.
fn positions(context: ViewContext<'_>, expert: &Expert, list: ListKind) -> Vec<Value> {
    let study = list == ListKind::Education;
    let linked = expert.organizations.of(list);
    let wanted = expert
        .record
        .file
        .positions_in(list)
        .iter()
        .enumerate()
        .filter(|(_, position)| (study && !position.is_planned) || position.is_held);
    wanted
        .map(|(at, position)| {
            if let Some(id) = linked.get(at).copied().flatten() {
                organization_stub(context, id)
            } else {
                let kind = if study { "EducationalOrganization" } else { "Organization" };
                position
                    .organization
                    .as_ref()
                    .map_or(Value::Null, |name| json!({ "@type": kind, "name": name }))
            }
        })
        .collect()
}

fn certificates(context: ViewContext<'_>, expert: &Expert) -> Vec<Value> {
    let record = &expert.record;
    let list = record.file.certificates.iter().enumerate().filter(|(_, it)| !it.is_planned);
    list.map(|(at, certificate)| {
        let title =
            context.phrase(record, Some(&certificate.title), |text| text.certificates.get(at)?.title.as_deref());
        json!({
            "@type": "Certification",
            "name": title.map(|phrase| phrase.text),
            "issuedBy": certificate.organization.as_ref().map(|name| json!({ "@type": "Organization", "name": name })),
            "validFrom": day(certificate.date),
            "expires": date(certificate.until.map(Date::last_day)),
            "url": certificate.url.as_deref().map(uri),
        })
    })
    .collect()
}

/// The date when it is a day: search engines take no less.
fn day(written: Option<Date>) -> Value {
    date(written.filter(|date| date.day_of_month().is_some()))
}

/// An item of `offers` as `Offer`, of `asks` as `Demand`.
fn offer(context: ViewContext<'_>, id: ExpertId, list: ListKind, at: usize) -> Value {
    let expert = context.site.edition.expert(id);
    let record = &expert.record;
    let written = &record.file.offers_in(list)[at];
    let title = context.phrase(record, Some(&written.title), move |text| text.title(list, at));
    let topics = expert.topics.of(list).get(at).map_or(&[][..], Vec::as_slice);
    json!({
        "@type": if list == ListKind::Offers { "Offer" } else { "Demand" },
        "validThrough": date(written.until.map(Date::last_day)),
        "itemOffered": {
            "@type": "Service",
            "name": title.as_ref().map(|phrase| phrase.text),
            "category": topic_stubs(context, topics),
        },
    })
}
