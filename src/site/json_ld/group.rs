//! `Organization` with `OrganizationRole`s (schema.org): a group, and who is in it.

use super::entities::topic_stubs;
use super::person::person_stub;
use super::{address, date, moment, name_of, network_id, words};
use crate::config::Kind;
use crate::edition::{GroupId, GroupMember, Tenure, Who};
use crate::site::context::ViewContext;
use crate::site::item::Page;
use serde_json::{Value, json};

/// A group by its name; in words where nobody can look it up.
pub(super) fn group_stub(context: ViewContext<'_>, id: GroupId) -> Value {
    if context.site.edition.written_group(id).listed {
        return json!({ "@id": name_of(context, Page::Group(id), "group") });
    }
    json!({ "@type": "Organization", "name": context.group_title(id).text })
}

pub(super) fn group(context: ViewContext<'_>, id: GroupId, this: &mut Value) -> Value {
    let group = context.site.edition.group(id);
    let record = &group.record;
    let file = &record.file;
    let entity = name_of(context, Page::Group(id), "group");
    this["@type"] = "ProfilePage".into();
    this["mainEntity"] = json!({ "@id": entity });
    this["dateModified"] = moment(record.updated);
    let purpose = context.phrase(record, file.purpose.as_deref(), |text| text.purpose.as_deref());
    if purpose.is_some() {
        // The group says it.
        this["description"] = Value::Null;
    }
    let of_network = || {
        let is_network = context.site.config.kind == Kind::Network;
        is_network.then(|| json!({ "@id": network_id(context) }))
    };
    let above = group.part_of.map(|id| group_stub(context, id)).or_else(of_network);
    let terms = group.members.iter().filter(|member| member.tenure != Tenure::Planned);
    let mut whole = json!({
        "@id": entity,
        "@type": "Organization",
        "name": context.group_title(id).text,
        "alternateName": file.synonyms,
        "description": purpose.map(|phrase| words(phrase.text)),
        "url": address(context, Page::Group(id)),
        "sameAs": file.links.values().collect::<Vec<_>>(),
        "foundingDate": date(file.from),
        "dissolutionDate": date(file.to),
        "location": file.place.as_ref().map(|place| json!({ "@type": "Place", "name": place })),
        "knowsAbout": topic_stubs(context, &group.topics),
        "parentOrganization": above,
        "subOrganization": group.parts.iter().map(|id| group_stub(context, *id)).collect::<Vec<_>>(),
    });
    // `json!` would copy what is put into it, and a group may have thousands of members.
    whole["member"] = terms.map(|member| role(context, id, member)).collect();
    whole
}

/// A term; nothing of whoever does not want it.
fn role(context: ViewContext<'_>, id: GroupId, member: &GroupMember) -> Value {
    let person = match &member.who {
        Who::Expert(id) => person_stub(context, *id),
        Who::Named(name) => json!({ "@type": "Person", "name": name }),
    };
    if person.is_null() {
        return Value::Null;
    }
    // Most terms have no role, or no end: what is not there is not made first to be left out then.
    let mut term = json!({ "@type": "OrganizationRole" });
    term["member"] = person;
    if let Some(phrase) = context.group_role(id, member.role.as_deref()) {
        term["roleName"] = phrase.text.into();
    }
    for (key, day) in [("startDate", member.from), ("endDate", member.to)] {
        if day.is_some() {
            term[key] = date(day);
        }
    }
    term
}
