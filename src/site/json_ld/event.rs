//! `Event` (schema.org).

use super::entities::topic_stubs;
use super::group::group_stub;
use super::person::person_stub;
use super::web_page::WebPage;
use super::{address, name_of, network_id};
use crate::base::uri::uri;
use crate::config::Kind;
use crate::edition::{EventId, When, Who};
use crate::site::context::ViewContext;
use crate::site::item::Page;
use serde_json::{Value, json};

pub(super) fn event(context: ViewContext<'_>, id: EventId, this: &mut WebPage<'_>) -> Value {
    let event = context.site.edition.event(id);
    let file = &event.record.file;
    let entity = name_of(context, Page::Event(id), "event");
    this.shows("WebPage", &entity, event.record.updated);
    // The event says it.
    let description = this.description.take();
    let speakers = event.speakers.iter().map(|who| match who {
        Who::Expert(id) => person_stub(context, *id),
        Who::Named(name) => json!({ "@type": "Person", "name": name }),
    });
    let place = file
        .place
        .as_ref()
        .map(|place| json!({ "@type": "Place", "name": place, "address": place }));
    let online =
        file.online.as_ref().map(|url| json!({ "@type": "VirtualLocation", "url": uri(url) }));
    let mode = match (&place, &online) {
        (Some(_), Some(_)) => Some("https://schema.org/MixedEventAttendanceMode"),
        (None, Some(_)) => Some("https://schema.org/OnlineEventAttendanceMode"),
        (Some(_), None) => Some("https://schema.org/OfflineEventAttendanceMode"),
        (None, None) => None,
    };
    let of_network = || {
        let is_network = context.site.config.kind == Kind::Network;
        is_network.then(|| json!({ "@id": network_id(context) }))
    };
    let languages = file.languages.iter().map(|language| language.tag.as_str());
    json!({
        "@id": entity,
        "@type": "Event",
        "name": context.event_title(id).text,
        "description": description,
        "url": address(context, Page::Event(id)),
        "startDate": event.start.machine(),
        "endDate": event.end_for_programs().map(When::machine),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": mode,
        "location": place.into_iter().chain(online).collect::<Vec<_>>(),
        "organizer": event.group.map(|id| group_stub(context, id)).or_else(of_network),
        "performer": speakers.collect::<Vec<_>>(),
        "about": topic_stubs(context, &event.topics),
        "inLanguage": languages.collect::<Vec<_>>(),
    })
}
