//! `feed.json` (JSON Feed 1.1).

use super::channel::Channel;
use super::entry::{entries, moment};
use super::title;
use crate::base::without_nothing;
use crate::site::ViewContext;
use serde_json::{Value, json};

pub(super) fn feed(context: ViewContext<'_>, channel: Channel) -> Value {
    let site = context.site;
    let known = site.config.base_url.is_some();
    let view = context.site_view();
    let items = entries(context, channel).into_iter().map(|entry| {
        json!({
            "id": entry.id,
            "url": known.then_some(entry.url),
            "title": entry.title,
            "content_text": entry.summary,
            "date_published": entry.published.map(moment),
            "date_modified": moment(entry.updated),
            "authors": entry.author.map(|name| json!([{ "name": name }])),
            "tags": entry.topics,
            "language": entry.summary_lang.unwrap_or(&view.lang),
        })
    });
    let items: Vec<Value> = items.filter_map(without_nothing).collect();
    let mut feed = without_nothing(json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title(context, channel),
        "home_page_url": known.then(|| site.absolute(context.language, &channel.page(site))),
        "feed_url": known.then(|| site.absolute(context.language, &format!("{}.json", channel.stem(site)))),
        "description": view.description,
        "language": view.lang,
    }))
    .unwrap_or_default();
    feed["items"] = items.into();
    feed
}
