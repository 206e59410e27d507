//! `CreativeWork`, `Organization`, `Demand` (schema.org): projects, organizations, requests; and
//! others in a few words.

use super::person::person_stub;
use super::web_page::WebPage;
use super::{address, date, name_of, words};
use crate::base::Date;
use crate::base::uri::uri;
use crate::edition::{OrganizationId, Period, ProjectId, RequestId, Standing, TopicId, Who};
use crate::site::context::ViewContext;
use crate::site::item::Page;
use serde_json::{Value, json};

/// A topic by its name; in words where nobody can look it up.
pub(super) fn topic_stub(context: ViewContext<'_>, id: TopicId) -> Value {
    if context.site.edition.lists_topic(id) {
        return json!({ "@id": name_of(context, Page::Topic(id), "topic") });
    }
    json!({ "@type": "DefinedTerm", "name": context.topic_title(id) })
}

pub(super) fn topic_stubs(context: ViewContext<'_>, ids: &[TopicId]) -> Vec<Value> {
    ids.iter()
        .filter(|id| context.site.edition.lists_topic(**id))
        .map(|id| topic_stub(context, *id))
        .collect()
}

/// An organization by its name; in words where nobody can look it up.
pub(super) fn organization_stub(context: ViewContext<'_>, id: OrganizationId) -> Value {
    if context.site.edition.lists_organization(id) {
        return json!({ "@id": name_of(context, Page::Organization(id), "org") });
    }
    json!({ "@type": "Organization", "name": context.organization(id).title })
}

/// A finished or running case is a work with contributors: `Project` of schema.org is a kind of
/// organization.
pub(super) fn project(context: ViewContext<'_>, id: ProjectId, this: &mut WebPage<'_>) -> Value {
    let project = context.site.edition.project(id);
    let record = &project.record;
    let file = &record.file;
    let entity = name_of(context, Page::Project(id), "project");
    this.shows("ItemPage", &entity, record.updated);
    // The case says its name and what was asked, and its page in words what came of it.
    this.name = None;
    let question =
        context.phrase(record, file.question.as_deref(), |text| text.question.as_deref());
    if question.is_some() {
        this.description = None;
    }
    // JSON-LD has no word for what is not confirmed.
    let certain = project.team.iter().filter(|member| member.standing != Standing::Claimed);
    let contributors = certain.map(|member| {
        let person = match &member.who {
            Who::Expert(id) => person_stub(context, *id),
            Who::Named(name) => json!({ "@type": "Person", "name": name }),
        };
        match &member.role {
            Some(role) if !person.is_null() => {
                json!({ "@type": "Role", "roleName": role, "contributor": person })
            }
            _ => person,
        }
    });
    json!({
        "@id": entity,
        "@type": "CreativeWork",
        "name": context.project_title(id).text,
        "url": address(context, Page::Project(id)),
        "description": question.map(|phrase| words(phrase.text)),
        "about": topic_stubs(context, &project.topics),
        "contributor": contributors.collect::<Vec<_>>(),
        "sourceOrganization": project.client.map(|id| organization_stub(context, id)),
        "temporalCoverage": file.period.and_then(coverage),
        "spatialCoverage": file.place.as_ref().map(|place| json!({ "@type": "Place", "name": place })),
    })
}

/// What a case covers; nothing as long as it has not begun, or where its end is not known.
fn coverage(period: Period) -> Option<String> {
    match period.to {
        _ if period.is_planned => None,
        Some(to) if to == period.from => Some(to.to_string()),
        Some(to) => Some(format!("{}/{to}", period.from)),
        None => period.runs.then(|| format!("{}/..", period.from)),
    }
}

pub(super) fn organization(
    context: ViewContext<'_>,
    id: OrganizationId,
    this: &mut WebPage<'_>,
) -> Value {
    let organization = context.site.edition.organization(id);
    let record = organization.record.as_ref();
    let file = record.map(|record| &record.file);
    let entity = name_of(context, Page::Organization(id), "org");
    this.shows("ProfilePage", &entity, record.and_then(|record| record.updated));
    json!({
        "@id": entity,
        "@type": "Organization",
        "name": context.organization(id).title,
        "alternateName": file.map(|file| &file.synonyms),
        "description": record.map(|record| words(&context.story(record).0.read())),
        "logo": context.logo(id).map(|picture| context.site.absolute_of(&picture.src)),
        "url": address(context, Page::Organization(id)),
        "sameAs": file.map(|file| file.links.values().map(|url| uri(url)).collect::<Vec<_>>()),
        "location": file.and_then(|file| file.place.as_ref()).map(|place| json!({ "@type": "Place", "name": place })),
    })
}

/// A request is a `Demand`; who asks seeks it, as `Demand` itself has no word for them.
pub(super) fn request(
    context: ViewContext<'_>,
    id: RequestId,
    this: &mut WebPage<'_>,
) -> Vec<Value> {
    let request = context.site.edition.request(id);
    let record = &request.record;
    let entity = name_of(context, Page::Request(id), "ask");
    this.shows("ItemPage", &entity, record.updated);
    let title = context
        .phrase(record, Some(&record.file.title), |text| text.title.as_deref())
        .map(|phrase| phrase.text);
    let place = record.file.place.as_ref().and_then(|place| place.city.as_deref());
    let demand = json!({
        "@id": entity,
        "@type": "Demand",
        "name": title,
        "url": address(context, Page::Request(id)),
        "description": words(&context.story(record).0.read()),
        "availabilityStarts": date(record.file.from),
        "validThrough": date(record.file.until.map(Date::last_day)),
        "areaServed": place.map(|name| json!({ "@type": "Place", "name": name })),
        "itemOffered": { "@type": "Service", "name": title, "category": topic_stubs(context, &request.needs) },
    });
    let asks = request.organization.map(|id| {
        let mut asks = organization_stub(context, id);
        asks["seeks"] = json!({ "@id": entity });
        asks
    });
    [demand].into_iter().chain(asks).collect()
}
