//! `WebPage` (schema.org): the page itself, and the way to it. Each page has one: it is written as
//! it is, without a tree of values between.

use super::website_id;
use crate::base::Date;
use crate::site::context::ViewContext;
use crate::site::view::page_view::PageView;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// What the graph says of the page.
#[derive(Serialize)]
pub(super) struct WebPage<'a> {
    #[serde(rename = "@id")]
    pub(super) id: &'a str,
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breadcrumb: Option<Breadcrumbs<'a>>,
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    pub(super) modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'a str>,
    #[serde(rename = "inLanguage")]
    pub(super) language: &'a str,
    #[serde(rename = "isPartOf")]
    site: Named,
    #[serde(rename = "mainEntity", skip_serializing_if = "Option::is_none")]
    pub(super) main: Option<Main>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
}

/// Something by its name alone.
#[derive(Serialize)]
pub(super) struct Named {
    #[serde(rename = "@id")]
    id: String,
}

/// What a page is about.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Main {
    /// By its name, as it stands beside the page.
    Named(Named),
    /// As a whole.
    Told(Value),
}

#[derive(Serialize)]
struct Breadcrumbs<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    steps: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    name: Cow<'a, str>,
    position: usize,
}

impl<'a> WebPage<'a> {
    /// What every page says; none where the page has no address.
    pub(super) fn of(context: ViewContext<'a>, view: &'a PageView) -> Self {
        let told = |text: &'a Option<String>| text.as_deref().filter(|text| !text.is_empty());
        Self {
            id: &view.canonical,
            kind: "WebPage",
            about: None,
            breadcrumb: breadcrumbs(context, view),
            modified: None,
            description: told(&view.description),
            language: context.site.config.languages[context.language].as_str(),
            site: Named { id: website_id(context) },
            main: None,
            name: told(&view.title),
        }
    }

    /// Says which thing the page is about beside others.
    pub(super) fn tells_of(&mut self, id: &str) {
        self.about = Some(Named { id: id.to_owned() });
    }

    /// Says what kind of page it is, which one thing it shows, and when that last changed.
    pub(super) fn shows(&mut self, kind: &'static str, id: &str, changed: Option<Date>) {
        self.kind = kind;
        self.main = Some(Main::Named(Named { id: id.to_owned() }));
        self.modified = moment(changed);
    }

    /// Tells what the page is about within what is said of the page, where search engines show it
    /// from: in a place of its own it would have to be named twice.
    pub(super) fn takes_in(&mut self, graph: &mut Vec<Value>) {
        let Some(Main::Named(main)) = &self.main else { return };
        if let Some(at) = graph.iter().position(|node| node["@id"] == main.id.as_str()) {
            self.main = Some(Main::Told(graph.remove(at)));
        }
    }
}

fn breadcrumbs<'a>(context: ViewContext<'a>, view: &'a PageView) -> Option<Breadcrumbs<'a>> {
    // The home page goes without saying, as long as there are two steps without it.
    let way = match &view.breadcrumbs[..] {
        [] => return None,
        [_, below @ ..] if !below.is_empty() => below,
        whole => whole,
    };
    let named = |title: &'a Option<String>, key: &str| {
        let title = title.as_deref().map(Cow::Borrowed);
        title.unwrap_or_else(|| context.word(&format!("menu.{key}")).into())
    };
    let here = match (&view.title, &view.section) {
        (None, None) => return None,
        (title, section) => named(title, section.as_deref().unwrap_or_default()),
    };
    let before = way.iter().map(|crumb| {
        let name = named(&crumb.title, crumb.key.as_deref().unwrap_or_default());
        (name, Some(context.site.absolute_of(&crumb.url)))
    });
    let all = before.chain([(here, None)]).zip(1..);
    let step = |((name, item), position)| Step { kind: "ListItem", item, name, position };
    Some(Breadcrumbs { kind: "BreadcrumbList", steps: all.map(step).collect() })
}

/// A day as search engines want it; none when only the month is known.
pub(super) fn moment(date: Option<Date>) -> Option<String> {
    let day = date.filter(|date| date.day_of_month().is_some());
    day.map(|day| format!("{day}T00:00:00+00:00"))
}
