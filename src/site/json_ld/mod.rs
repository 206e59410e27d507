//! What a page says to search engines: JSON-LD 1.1 with the words of schema.org, one `@graph` a
//! page.
//!
//! It is part of the view, as a template sees nothing else; it says nothing that the page does not
//! show. What has a page of its own says there who or what it is: elsewhere it is named by its
//! `@id` alone.

mod article;
mod entities;
mod event;
mod group;
mod lists;
mod person;
mod web_page;
mod works;

use self::group::Term;
use self::web_page::{WebPage, moment};
use super::context::ViewContext;
use super::item::Page;
use super::view::page_view::PageView;
use crate::base::{Date, Language, all_bytes, without_nothing};
use crate::config::{Format, Kind};
use crate::site::plain;
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use serde_json::{Value, json};

/// The graph of a page, ready to stand in a `script` element. None when search engines are asked to
/// leave the page out, and when the site does not know its own address: all names in a graph are
/// absolute addresses.
pub(super) fn page(context: ViewContext<'_>, page: Page, view: &PageView) -> Option<String> {
    let site = context.site;
    if view.noindex || site.config.base_url.is_none() || !site.speaks(Format::JsonLd) {
        return None;
    }
    let mut this = WebPage::of(context, view);
    let mut graph: Vec<Value> = Vec::new();
    let mut groups = None;
    let home = Page::Home == page
        || (site.config.kind == Kind::Portfolio && matches!(page, Page::Expert(_)));
    if home {
        graph.push(website(context));
    }
    match page {
        Page::Expert(id) => graph.extend(person::about(context, id, &mut this)?),
        Page::Home | Page::Network => {
            this.tells_of(&network_id(context));
            graph.push(network(context));
        }
        Page::Project(id) => graph.push(entities::project(context, id, &mut this)),
        Page::Organization(id) => graph.push(entities::organization(context, id, &mut this)),
        Page::Topic(id) => graph.extend(lists::topic(context, id, &mut this)),
        Page::Request(id) => graph.extend(entities::request(context, id, &mut this)),
        Page::Group(id) => groups = Some(group::group(context, id, &mut this)),
        Page::Event(id) => graph.push(event::event(context, id, &mut this)),
        Page::Article(id) => {
            let image = view.image.as_deref();
            graph.push(article::article(context, id, image, &mut this));
        }
        Page::Listing(list, number) => {
            graph.extend(lists::listing(context, list, number, &mut this));
        }
        Page::Topics => graph.push(lists::topics(context, &mut this)),
        Page::Map | Page::Join => {}
        // Of a text page there is no more to say, and nothing of what is no entry.
        page => {
            let (kind, index) = page.entry()?;
            this.modified = moment(site.edition.updated(kind, index));
        }
    }
    let mut graph = graph.into_iter().filter_map(without_nothing).collect();
    this.takes_in(&mut graph);
    let groups = groups.and_then(|(group, terms)| Some((without_nothing(group)?, terms)));
    let nodes = std::iter::once(Node::Page(Box::new(this)));
    let nodes = nodes.chain(graph.into_iter().map(Node::Plain));
    let nodes = nodes.chain(groups.map(|(group, terms)| Node::Group(group, terms))).collect();
    let whole = Graph { context: "https://schema.org", nodes };
    Some(for_script(serde_json::to_string(&whole).expect("JSON can be written")))
}

/// What a page says, ready to be written.
#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    nodes: Vec<Node<'a>>,
}

/// Something of which a page speaks.
enum Node<'a> {
    Page(Box<WebPage<'a>>),
    Plain(Value),
    /// A group, and the terms of those who are or were in it.
    Group(Value, Vec<Term<'a>>),
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (group, terms) = match self {
            Self::Page(page) => return page.serialize(serializer),
            Self::Plain(value) => return value.serialize(serializer),
            Self::Group(value, terms) => (value.as_object(), terms),
        };
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in group.into_iter().flatten() {
            map.serialize_entry(key, value)?;
        }
        if !terms.is_empty() {
            map.serialize_entry("member", terms)?;
        }
        map.end()
    }
}

/// JSON that can stand in a `script` element: no sign in it can end the element or begin a comment.
fn for_script(text: String) -> String {
    // Bytes are looked at, as this is read of every page: 0xe2 begins the separators, and others.
    let may_end = |byte: u8| matches!(byte, b'<' | b'>' | b'&' | 0xe2);
    // As on most pages.
    if all_bytes(&text, |byte| !may_end(byte)) {
        return text;
    }
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.bytes().position(may_end) {
        let (before, from) = rest.split_at(at);
        let sign = from.chars().next().expect("it was found there");
        safe.push_str(before);
        if sign.is_ascii() || matches!(sign, '\u{2028}' | '\u{2029}') {
            safe.push_str(&format!("\\u{:04x}", u32::from(sign)));
        } else {
            safe.push(sign);
        }
        rest = &from[sign.len_utf8()..];
    }
    safe.push_str(rest);
    safe
}

/// The name of what a page is about, the same in all languages: the address in the default one, and
/// a mark.
fn name_of(context: ViewContext<'_>, page: Page, mark: &str) -> String {
    let mut name = context.site.absolute(0, &context.site.route(page));
    name.extend(["#", mark]);
    name
}

/// The absolute address of a page in this language.
fn address(context: ViewContext<'_>, page: Page) -> String {
    context.site.absolute(context.language, &context.site.route(page))
}

fn website_id(context: ViewContext<'_>) -> String {
    format!("{}#website", context.site.absolute(0, ""))
}

fn network_id(context: ViewContext<'_>) -> String {
    format!("{}#org", context.site.absolute(0, ""))
}

fn website(context: ViewContext<'_>) -> Value {
    let view = context.site_view();
    json!({
        "@id": website_id(context),
        "@type": "WebSite",
        "url": context.site.absolute(0, ""),
        "name": view.title,
        "description": view.description,
        "inLanguage": context.site.config.languages.iter().map(Language::as_str).collect::<Vec<_>>(),
    })
}

fn network(context: ViewContext<'_>) -> Value {
    let view = context.site_view();
    json!({
        "@id": network_id(context),
        "@type": "Organization",
        "url": context.site.absolute(0, ""),
        "name": view.title,
        "description": view.description,
    })
}

/// A date with the precision that was given.
fn date(date: Option<Date>) -> Value {
    date.map_or(Value::Null, |date| date.to_string().into())
}

/// Markdown as plain text.
fn words(text: &str) -> Value {
    plain(text, 500).into()
}
