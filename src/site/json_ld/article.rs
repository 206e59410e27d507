//! `NewsArticle` (schema.org): a piece of news.

use super::entities::topic_stubs;
use super::person::person_stub;
use super::web_page::{WebPage, moment};
use super::{address, date, name_of, network_id};
use crate::config::Kind;
use crate::edition::{ArticleId, Who};
use crate::site::context::ViewContext;
use crate::site::item::Page;
use serde_json::{Value, json};

pub(super) fn article(
    context: ViewContext<'_>,
    id: ArticleId,
    image: Option<&str>,
    this: &mut WebPage<'_>,
) -> Value {
    let article = context.site.edition.article(id);
    let entity = name_of(context, Page::Article(id), "news");
    this.shows("WebPage", &entity, article.record.updated);
    // The piece says it.
    let description = this.description.take();
    let authors = article.authors.iter().map(|who| match who {
        Who::Expert(id) => person_stub(context, *id),
        Who::Named(name) => json!({ "@type": "Person", "name": name }),
    });
    let is_network = context.site.config.kind == Kind::Network;
    json!({
        "@id": entity,
        "@type": "NewsArticle",
        "headline": context.article_title(id).text,
        "description": description,
        "url": address(context, Page::Article(id)),
        "mainEntityOfPage": { "@id": this.id },
        "inLanguage": this.language,
        "datePublished": date(article.date),
        "dateModified": moment(article.record.updated),
        "author": authors.collect::<Vec<_>>(),
        "about": topic_stubs(context, &article.topics),
        "image": image,
        "publisher": is_network.then(|| json!({ "@id": network_id(context) })),
    })
}
