//! Which feeds a page announces: those of what it lists, and the home page those that no page has.

use super::super::context::ViewContext;
use super::super::item::Page;
use super::super::view::page_view::FeedLink;
use super::layout::first;

/// The formats of feeds: the ending and the media type.
const FORMATS: [(&str, &str); 2] =
    [("xml", "application/atom+xml"), ("json", "application/feed+json")];

/// Feeds of sections, and the interface strings that name them.
const SECTIONS: [(&str, &str); 6] = [
    ("news/", "feed"),
    ("experts/", "menu.experts"),
    ("projects/", "menu.projects"),
    ("requests/", "menu.requests"),
    ("events/", "menu.events"),
    ("exchange/", "section.exchange"),
];

/// The feeds that a page with the title `title` announces beside those of the site.
pub(super) fn feeds(context: ViewContext<'_>, page: Page, title: Option<&str>) -> Vec<FeedLink> {
    let route = first(context.site, page);
    if route.is_empty() {
        let without_page =
            SECTIONS.iter().filter(|(section, _)| context.standing(section).is_none());
        return without_page
            .flat_map(|(section, word)| of(context, section, &context.word(word)))
            .collect();
    }
    let word =
        SECTIONS.iter().find(|(section, _)| *section == route).map(|(_, word)| context.word(word));
    let own = of(context, &route, title.or(word.as_deref()).unwrap_or_default());
    // A piece of news announces the feed of all.
    let news = route.starts_with("news/") && route != "news/";
    own.into_iter()
        .chain(if news { of(context, "news/", &context.word("feed")) } else { Vec::new() })
        .collect()
}

/// The feeds below an address, in all formats.
fn of(context: ViewContext<'_>, route: &str, title: &str) -> Vec<FeedLink> {
    let title = format!("{title} · {}", context.site_title());
    let link = |(ending, media_type): (&str, &'static str)| {
        let url = context.standing(&format!("{route}feed.{ending}"))?;
        Some(FeedLink { title: title.clone(), media_type, url })
    };
    FORMATS.into_iter().filter_map(link).collect()
}
