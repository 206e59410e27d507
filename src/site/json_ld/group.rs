//! `Organization` with `OrganizationRole`s (schema.org): a group, and who is in it.

use super::entities::topic_stubs;
use super::web_page::WebPage;
use super::{address, date, name_of, network_id, words};
use crate::base::Date;
use crate::base::uri::uri;
use crate::config::{Format, Kind};
use crate::edition::{GroupId, GroupMember, Tenure, Who};
use crate::site::context::ViewContext;
use crate::site::item::Page;
use serde::Serialize;
use serde_json::{Value, json};

/// A group by its name; in words where nobody can look it up.
pub(super) fn group_stub(context: ViewContext<'_>, id: GroupId) -> Value {
    if context.site.edition.written_group(id).listed {
        return json!({ "@id": name_of(context, Page::Group(id), "group") });
    }
    json!({ "@type": "Organization", "name": context.group_title(id).text })
}

/// The group, and the terms of those who are or were in it.
pub(super) fn group<'a>(
    context: ViewContext<'a>,
    id: GroupId,
    this: &mut WebPage<'_>,
) -> (Value, Vec<Term<'a>>) {
    let group = context.site.edition.group(id);
    let record = &group.record;
    let file = &record.file;
    let entity = name_of(context, Page::Group(id), "group");
    this.shows("ProfilePage", &entity, record.updated);
    let purpose = context.phrase(record, file.purpose.as_deref(), |text| text.purpose.as_deref());
    if purpose.is_some() {
        // The group says it.
        this.description = None;
    }
    let of_network = || {
        let is_network = context.site.config.kind == Kind::Network;
        is_network.then(|| json!({ "@id": network_id(context) }))
    };
    let above = group.part_of.map(|id| group_stub(context, id)).or_else(of_network);
    let terms = group.members.iter().filter(|member| member.tenure != Tenure::Planned);
    let whole = json!({
        "@id": entity,
        "@type": "Organization",
        "name": context.group_title(id).text,
        "alternateName": file.synonyms,
        "description": purpose.map(|phrase| words(phrase.text)),
        "url": address(context, Page::Group(id)),
        "sameAs": file.links.values().map(|url| uri(url)).collect::<Vec<_>>(),
        "foundingDate": date(file.from),
        "dissolutionDate": date(file.to),
        "location": file.place.as_ref().map(|place| json!({ "@type": "Place", "name": place })),
        "knowsAbout": topic_stubs(context, &group.topics),
        "parentOrganization": above,
        "subOrganization": group.parts.iter().map(|id| group_stub(context, *id)).collect::<Vec<_>>(),
    });
    (whole, terms.filter_map(|member| term(context, id, member)).collect())
}

/// A term of somebody in a group. A group may have thousands: they are written as they are, without
/// a tree of values between.
#[derive(Serialize)]
pub(super) struct Term<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "endDate", skip_serializing_if = "Option::is_none")]
    to: Option<Date>,
    member: Member<'a>,
    #[serde(rename = "roleName", skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(rename = "startDate", skip_serializing_if = "Option::is_none")]
    from: Option<Date>,
}

/// Whose a term is.
#[derive(Serialize)]
#[serde(untagged)]
enum Member<'a> {
    /// Somebody with a profile, which says who it is.
    Known {
        #[serde(rename = "@id")]
        id: String,
    },
    /// Somebody without.
    Named {
        #[serde(rename = "@type")]
        kind: &'static str,
        name: &'a str,
    },
}

/// A term; none of whoever does not want it.
fn term<'a>(context: ViewContext<'a>, id: GroupId, member: &'a GroupMember) -> Option<Term<'a>> {
    let who = match &member.who {
        Who::Expert(id) if !context.site.may_export(*id, Format::JsonLd) => return None,
        Who::Expert(id) => Member::Known { id: name_of(context, Page::Expert(*id), "person") },
        Who::Named(name) => Member::Named { kind: "Person", name },
    };
    let role = context.group_role(id, member.role.as_deref()).map(|phrase| phrase.text);
    Some(Term {
        kind: "OrganizationRole",
        to: member.to,
        member: who,
        role: role.filter(|role| !role.is_empty()),
        from: member.from,
    })
}
