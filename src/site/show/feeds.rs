//! Which feeds a page announces: those of what it lists, and the home page those that no page has.

use super::super::context::ViewContext;
use super::super::item::Page;
use super::super::view::page_view::FeedLink;
use super::layout::first;
use crate::base::EntryKind;

/// The formats of feeds: the ending and the media type.
const FORMATS: [(&str, &str); 2] =
    [("xml", "application/atom+xml"), ("json", "application/feed+json")];

/// The section whose feed is that of the news.
const NEWS: &str = EntryKind::Article.folder();

/// The sections that may have feeds, the news first.
fn sections() -> impl Iterator<Item = &'static str> {
    let folders = EntryKind::ALL.into_iter().map(EntryKind::folder);
    std::iter::once(NEWS).chain(folders.filter(|section| *section != NEWS)).chain(["exchange"])
}

/// What a section is called.
fn word(context: ViewContext<'_>, section: &str) -> String {
    match section {
        NEWS => context.word("feed"),
        "exchange" => context.word("section.exchange"),
        _ => context.word(&format!("menu.{section}")),
    }
}

/// The feeds that a page with the title `title` announces beside those of the site.
pub(super) fn feeds(context: ViewContext<'_>, page: Page, title: Option<&str>) -> Vec<FeedLink> {
    let route = first(context.site, page);
    if route.is_empty() {
        let alone = sections().filter(|section| context.standing(&format!("{section}/")).is_none());
        return alone.flat_map(|section| of_section(context, section)).collect();
    }
    let (section, rest) = route.split_once('/').unwrap_or((&route, ""));
    let is_section = rest.is_empty() && sections().any(|other| other == section);
    let title =
        || title.map_or_else(|| is_section.then(|| word(context, section)), |it| Some(it.into()));
    let own = of(context, &route, || title().unwrap_or_default());
    // A piece of news announces the feed of all.
    let is_news = section == NEWS && !rest.is_empty();
    own.into_iter().chain(if is_news { of_section(context, NEWS) } else { Vec::new() }).collect()
}

fn of_section(context: ViewContext<'_>, section: &str) -> Vec<FeedLink> {
    of(context, &format!("{section}/"), || word(context, section))
}

/// The feeds below an address, in all formats.
fn of(context: ViewContext<'_>, route: &str, title: impl Fn() -> String) -> Vec<FeedLink> {
    let link = |(ending, media_type): (&str, &'static str)| {
        let url = context.standing(&format!("{route}feed.{ending}"))?;
        let title = format!("{} · {}", title(), context.site_title());
        Some(FeedLink { title, media_type, url })
    };
    FORMATS.into_iter().filter_map(link).collect()
}
