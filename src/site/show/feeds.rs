//! Which feeds a page announces: those of what it lists, and the home page those that no page has.

use super::super::context::ViewContext;
use super::super::item::Page;
use super::super::view::page_view::FeedLink;
use super::layout::first;
use crate::base::EntryKind;

/// The formats of feeds: the ending and the media type.
const FORMATS: [(&str, &str); 2] =
    [("xml", "application/atom+xml"), ("json", "application/feed+json")];

/// The sections that may have feeds, and the interface strings that name them.
fn sections() -> impl Iterator<Item = (String, String)> {
    let news = (format!("{}/", EntryKind::Article.folder()), "feed".to_owned());
    let others = EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Article);
    let others = others.map(|it| (format!("{}/", it.folder()), format!("menu.{}", it.folder())));
    let exchange = ("exchange/".to_owned(), "section.exchange".to_owned());
    std::iter::once(news).chain(others).chain([exchange])
}

/// The feeds that a page with the title `title` announces beside those of the site.
pub(super) fn feeds(context: ViewContext<'_>, page: Page, title: Option<&str>) -> Vec<FeedLink> {
    let route = first(context.site, page);
    if route.is_empty() {
        let without_page = sections().filter(|(section, _)| context.standing(section).is_none());
        return without_page
            .flat_map(|(section, word)| of(context, &section, &context.word(&word)))
            .collect();
    }
    let word =
        sections().find(|(section, _)| *section == route).map(|(_, word)| context.word(&word));
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
