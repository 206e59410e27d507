//! `ItemList`, `DefinedTerm`, `DefinedTermSet` (schema.org): lists and topics.

use super::entities::topic_stubs;
use super::{address, name_of, words};
use crate::edition::TopicId;

use crate::config::Format;
use crate::site::item::{Card, Page};
use crate::site::lens::Lens;
use serde_json::{Value, json};

/// A numbered list of `total` entries, of which `items` are named: not the people who do not want to be.
fn list(items: Vec<(String, String)>, first: usize, total: usize) -> Value {
    let items = items
        .into_iter()
        .enumerate()
        .map(|(at, (name, url))| json!({ "@type": "ListItem", "position": first + at + 1, "name": name, "url": url }));
    json!({ "@type": "ItemList", "numberOfItems": total, "itemListElement": items.collect::<Vec<_>>() })
}

fn entry(lens: Lens<'_>, card: Card) -> Option<(String, String)> {
    let page = match card {
        Card::Expert(id) if !lens.site.may_tell(id, Format::JsonLd) => return None,
        Card::Expert(id) => Page::Expert(id),
        Card::Project(id) => Page::Project(id),
        Card::Organization(id) => Page::Organization(id),
        Card::Request(id) => Page::Request(id),
    };
    let name = match card {
        Card::Project(id) => lens.project_title(id).text,
        Card::Organization(id) => lens.organization(id).title,
        Card::Request(id) => {
            let record = &lens.site.edition.request(id).record;
            lens.phrase(record, Some(&record.file.title), |text| text.title.as_deref())?.text
        }
        Card::Expert(id) => lens.site.edition.expert(id).record.file.name.as_str(),
    };
    Some((name.to_owned(), address(lens, page)))
}

pub(super) fn listing(lens: Lens<'_>, at: usize, number: usize, this: &mut Value) -> Value {
    let found = &lens.site.lists[at];
    let size = lens.site.config.page_size;
    let cards = found.cards.iter().skip(number * size).take(size);
    let items: Vec<_> = cards.filter_map(|card| entry(lens, *card)).collect();
    let mut items = list(items, number * size, found.cards.len());
    let id = format!("{}#list", address(lens, Page::Listing(at, number)));
    this["@type"] = "CollectionPage".into();
    this["mainEntity"] = json!({ "@id": id });
    items["@id"] = id.into();
    items
}

pub(super) fn topic(lens: Lens<'_>, id: TopicId, this: &mut Value) -> Vec<Value> {
    let topic = lens.site.edition.topic(id);
    let record = topic.record.as_ref();
    let entity = name_of(lens, Page::Topic(id), "topic");
    let experts = topic.experts.iter().take(lens.site.config.page_size);
    let items: Vec<_> = experts.filter_map(|one| entry(lens, Card::Expert(one.expert))).collect();
    let mut items = list(items, 0, topic.experts.len());
    let list_id = format!("{}#list", address(lens, Page::Topic(id)));
    items["@id"] = list_id.clone().into();
    this["@type"] = "CollectionPage".into();
    this["about"] = json!({ "@id": entity });
    this["mainEntity"] = json!({ "@id": list_id });
    let term = json!({
        "@id": entity,
        "@type": "DefinedTerm",
        "name": lens.topic_title(id),
        "alternateName": lens.synonyms(id),
        "description": record.map(|record| words(&lens.story(record).0.read())),
        "url": address(lens, Page::Topic(id)),
        "sameAs": record.map(|record| &record.file.same_as),
        "inDefinedTermSet": { "@id": name_of(lens, Page::Topics, "topics") },
    });
    vec![term, items]
}

pub(super) fn topics(lens: Lens<'_>, this: &mut Value) -> Value {
    let entity = name_of(lens, Page::Topics, "topics");
    this["@type"] = "CollectionPage".into();
    this["mainEntity"] = json!({ "@id": entity });
    let all: Vec<TopicId> = lens.site.edition.listed_topics().collect();
    json!({
        "@id": entity,
        "@type": "DefinedTermSet",
        "name": lens.word("menu.topics"),
        "url": address(lens, Page::Topics),
        "hasDefinedTerm": topic_stubs(lens, &all),
    })
}
