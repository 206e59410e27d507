//! `ItemList`, `DefinedTerm`, `DefinedTermSet` (schema.org): lists and topics.

use super::entities::topic_stubs;
use super::web_page::WebPage;
use super::{address, name_of, words};
use crate::base::uri::uri;
use crate::edition::TopicId;

use crate::config::Format;
use crate::site::context::ViewContext;
use crate::site::item::{Card, Page};
use crate::site::lists::{BEGINNING, Filter, shown};
use serde_json::{Value, json};

/// What a page is that shows many entries.
const COLLECTION: &str = "CollectionPage";

/// A numbered list of `total` entries, of which `items` are named: not the people who do not want
/// to be. None where nobody is named: a list of nothing says nothing.
fn list(id: &str, items: Vec<String>, first: usize, total: usize) -> Option<Value> {
    if items.is_empty() {
        return None;
    }
    let items = items
        .into_iter()
        .enumerate()
        .map(|(at, url)| json!({ "@type": "ListItem", "position": first + at + 1, "url": url }));
    let items = items.collect::<Vec<_>>();
    Some(
        json!({ "@id": id, "@type": "ItemList", "numberOfItems": total, "itemListElement": items }),
    )
}

fn entry(context: ViewContext<'_>, card: Card) -> Option<String> {
    let page = match card {
        Card::Expert(id) if !context.site.may_export(id, Format::JsonLd) => return None,
        card => card.page(),
    };
    Some(address(context, page))
}

pub(super) fn listing(
    context: ViewContext<'_>,
    at: usize,
    number: usize,
    this: &mut WebPage<'_>,
) -> Option<Value> {
    let found = context.site.list(at);
    let id = format!("{}#list", address(context, Page::Listing(at, number)));
    this.kind = COLLECTION;
    // Narrowed lists name nobody whom the whole one does not, and a map of the site names all.
    if found.filter != Filter::No || found.has_rows(number, &context.site.config) {
        return None;
    }
    let here = found.on_page(number, &context.site.config);
    let before = here.start;
    let cards = found.cards[here].iter();
    let items: Vec<_> = cards.filter_map(|card| entry(context, *card)).collect();
    let items = list(&id, items, before, found.cards.len())?;
    this.shows(COLLECTION, &id, None);
    Some(items)
}

pub(super) fn topic(context: ViewContext<'_>, id: TopicId, this: &mut WebPage<'_>) -> Vec<Value> {
    let topic = context.site.edition.topic(id);
    let record = topic.record.as_ref();
    let entity = name_of(context, Page::Topic(id), "topic");
    let shown = shown(topic.experts.len(), &context.site.config).min(BEGINNING);
    let experts = topic.experts.iter().take(shown);
    let items: Vec<_> =
        experts.filter_map(|one| entry(context, Card::Expert(one.expert))).collect();
    let list_id = format!("{}#list", address(context, Page::Topic(id)));
    let items = list(&list_id, items, 0, topic.experts.len());
    this.tells_of(&entity);
    this.shows(COLLECTION, if items.is_some() { &list_id } else { &entity }, None);
    let term = json!({
        "@id": entity,
        "@type": "DefinedTerm",
        "name": context.topic_title(id),
        "alternateName": context.synonyms(id),
        "description": record.map(|record| words(&context.story(record).0.read())),
        "url": address(context, Page::Topic(id)),
        "sameAs": record.map(|record| record.file.same_as.iter().map(|url| uri(url)).collect::<Vec<_>>()),
        "inDefinedTermSet": { "@id": name_of(context, Page::Topics, "topics") },
    });
    std::iter::once(term).chain(items).collect()
}

pub(super) fn topics(context: ViewContext<'_>, this: &mut WebPage<'_>) -> Value {
    let entity = name_of(context, Page::Topics, "topics");
    this.shows(COLLECTION, &entity, None);
    let all: Vec<TopicId> = context.site.edition.listed_topics().collect();
    json!({
        "@id": entity,
        "@type": "DefinedTermSet",
        "name": context.word("menu.topics"),
        "url": address(context, Page::Topics),
        "hasDefinedTerm": topic_stubs(context, &all),
    })
}
