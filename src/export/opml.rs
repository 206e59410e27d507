//! `network.opml` (OPML 2.0): the feeds of the network, and those of its members by the topic that
//! counts most for them.

use super::{feed, people, xml};
use crate::base::uri::uri;
use crate::edition::{ExpertId, TopicId};

use crate::config::{Format, Kind};
use crate::site::{Export, ExportResult, Make, NoCards, Page, SiteReader, Subject, ViewContext};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Keys under `links:` that lead to a person's own feed; whoever names one wants it to be followed.
const KEYS: [&str; 3] = ["feed", "atom", "rss"];

pub(super) const EXPORT: Export = Export { name: "opml", files, make: Make::Bytes(make) };

fn files(site: &SiteReader<'_>, language: usize) -> Vec<(String, Subject)> {
    let wanted = language == 0
        && site.config.kind == Kind::Network
        && site.config.base_url.is_some()
        && site.config.crawlers.search()
        && site.speaks(Format::Feed);
    wanted.then(|| ("network.opml".to_owned(), Subject::Whole)).into_iter().collect()
}

fn make(site: &SiteReader<'_>, language: usize, _: Subject) -> ExportResult {
    let context = ViewContext { site, language, cards: &NoCards };
    let title = context.site_view().title;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>{0}</title></head>\n<body>\n\
         <outline text=\"{0}\">\n",
        xml(&title)
    );
    for one in feed::all(context) {
        outline(
            &mut out,
            &one.title,
            &site.absolute(language, &one.path),
            &site.absolute(language, &one.page),
        );
    }
    out.push_str("</outline>\n");
    let mut by_topic: BTreeMap<Option<TopicId>, Vec<(ExpertId, &str)>> = BTreeMap::new();
    for id in people(site, Format::Feed) {
        let expert = site.edition.expert(id);
        let Some(url) = KEYS.iter().find_map(|key| expert.record.file.links.get(*key)) else {
            continue;
        };
        by_topic.entry(expert.claims.first().map(|claim| claim.topic)).or_default().push((id, url));
    }
    for (topic, members) in by_topic {
        let name = topic
            .map_or_else(|| context.word("menu.experts"), |id| context.topic_title(id).to_owned());
        let _ = writeln!(out, "<outline text=\"{}\">", xml(&name));
        for (id, url) in members {
            let page = site.absolute(language, &site.route(Page::Expert(id)));
            outline(&mut out, &site.edition.expert(id).record.file.name, &uri(url), &page);
        }
        out.push_str("</outline>\n");
    }
    out.push_str("</body>\n</opml>\n");
    Ok(out.into_bytes())
}

fn outline(out: &mut String, title: &str, feed: &str, page: &str) {
    let [title, feed, page] = [title, feed, page].map(xml);
    let _ = writeln!(
        out,
        "<outline type=\"rss\" text=\"{title}\" title=\"{title}\" xmlUrl=\"{feed}\" htmlUrl=\"{page}\"/>"
    );
}
