//! A text page: its text, what stands in it, and the pages before and behind it.

use super::super::context::{ViewContext, extra};
use super::super::item::Page;
use super::super::view::parts::{Link, Prose};
use super::super::view::text_view::{TextHeading, TextView};
use crate::base::markup::attributes;
use crate::edition::PageId;

/// From so many headings of the widest kind on, a page begins with a list of them unless it says
/// otherwise.
const FROM: usize = 5;

pub(super) fn view(context: ViewContext<'_>, id: PageId) -> TextView<'_> {
    let record = &context.site.edition.page(id).record;
    let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref());
    let body = context.body(record, 2);
    let (previous, next) = neighbours(context, id);
    TextView {
        title: title.expect("a text page has a title"),
        contents: contents(record.file.contents, body.as_ref()),
        body,
        previous: previous.and_then(|id| link(context, id)),
        next: next.and_then(|id| link(context, id)),
        extra: extra(&record.file.extra),
    }
}

/// The list of headings with which a page begins; empty when it begins without.
fn contents(wanted: Option<bool>, body: Option<&Prose<'_>>) -> Vec<TextHeading> {
    let Some(body) = body.filter(|_| wanted != Some(false)) else { return Vec::new() };
    let found = headings(&body.html);
    let wide = found.iter().filter(|heading| heading.is_wide).count();
    if wanted == Some(true) || wide >= FROM { found } else { Vec::new() }
}

/// The headings of the two widest kinds in a text that was made of Markdown.
fn headings(html: &str) -> Vec<TextHeading> {
    let mut found = Vec::new();
    attributes(html, |one| {
        let before = &html[..one.at];
        let Some(tag) = before.rfind('<').map(|at| &before[at..]) else { return };
        let is_wide = tag.starts_with("<h2 ");
        if !one.is("id") || !(is_wide || tag.starts_with("<h3 ")) {
            return;
        }
        let rest = &html[one.at..];
        let inside = rest.split_once('>').and_then(|(_, rest)| {
            rest.split_once(if is_wide { "</h2>" } else { "</h3>" }).map(|(inside, _)| inside)
        });
        if let Some(inside) = inside {
            let url = format!("#{}", one.value);
            found.push(TextHeading { html: words(inside), url, is_wide });
        }
    });
    found
}

/// The words of a heading as HTML, without its elements: a link stands in no other, and an id once
/// on a page. What stands in the margin, such as the number of a footnote, is no word of it.
fn words(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let end = if tag.starts_with("sup") { "</sup>" } else { ">" };
        rest = tag.split_once(end).map_or("", |(_, rest)| rest);
    }
    words + rest
}

/// The pages before and behind a page in its folder. A page of a folder is the first of those in
/// it; those at the top have no order, as the menu gives them one.
fn neighbours(context: ViewContext<'_>, id: PageId) -> (Option<PageId>, Option<PageId>) {
    let pages = context.site.edition.pages();
    let page = &pages[id];
    let folder_of = |slug: &str| slug.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let leads = pages.iter().any(|other| folder_of(&other.slug).as_ref() == Some(&page.slug));
    let folder = if leads { Some(page.slug.clone()) } else { folder_of(&page.slug) };
    let Some(folder) = folder else { return (None, None) };
    let mut row: Vec<PageId> = pages
        .entries()
        .filter(|(_, other)| other.listed)
        .filter(|(_, other)| {
            other.slug == folder || folder_of(&other.slug).as_ref() == Some(&folder)
        })
        .map(|(id, _)| id)
        .collect();
    row.sort_by_cached_key(|id| {
        let other = &pages[*id];
        let file = &other.record.file;
        let order = file.order.unwrap_or(u16::MAX);
        (other.slug != folder, order, file.title.clone(), other.slug.clone())
    });
    let at = row.iter().position(|other| *other == id);
    let before = at.and_then(|at| at.checked_sub(1)).map(|at| row[at]);
    let behind = at.and_then(|at| row.get(at + 1).copied());
    (before, behind)
}

fn link(context: ViewContext<'_>, id: PageId) -> Option<Link<'_>> {
    let record = &context.site.edition.page(id).record;
    let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref())?;
    Some(Link { title: title.text, url: Some(context.url(Page::Page(id))) })
}
