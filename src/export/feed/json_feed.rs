//! `feed.json` (JSON Feed 1.1).

use super::channel::Channel;
use super::entry::{entries, moment};
use super::title;
use crate::base::without_nothing;
use crate::site::Lens;
use serde_json::{Value, json};

pub(super) fn feed(lens: Lens<'_>, channel: Channel) -> Value {
    let site = lens.site;
    let known = site.config.base_url.is_some();
    let view = lens.site_view();
    let items = entries(lens, channel).into_iter().map(|entry| {
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
        "title": title(lens, channel),
        "home_page_url": known.then(|| site.absolute(lens.language, &channel.page(site))),
        "feed_url": known.then(|| site.absolute(lens.language, &format!("{}.json", channel.stem(site)))),
        "description": view.description,
        "language": view.lang,
    }))
    .unwrap_or_default();
    feed["items"] = items.into();
    feed
}
