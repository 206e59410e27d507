//! A page of a list.

use super::super::item::{Card, Page};
use super::super::lens::Lens;
use super::super::lists::{List, Narrowed};
use super::super::view::listing_view::{Facet, Letter, ListingView, PageLink};
use super::super::view::parts::Counted;
use super::frame::narrowed;
use super::topic::counted;
use crate::base::EntryKind;
use crate::edition::TopicId;

/// Values of a facet that are shown.
const MOST_OPTIONS: usize = 24;

pub(super) fn view(lens: Lens<'_>, list: usize, number: usize) -> ListingView<'_> {
    let site = lens.site;
    let list = &site.lists[list];
    let size = site.config.page_size;
    let first = number * size;
    let here = &list.cards[first.min(list.cards.len())..(first + size).min(list.cards.len())];
    let is_closed = |card: &Card| matches!(card, Card::Request(id) if site.edition.request(*id).closed);
    let html =
        |closed: bool| here.iter().filter(|card| is_closed(card) == closed).map(|card| lens.card(*card)).collect();
    let count = list.pages(size);
    let url = |number: usize| site.url(lens.language, &list.route(number));
    let experts = list.of == EntryKind::Expert;
    ListingView {
        of: list.of.folder(),
        narrowed: narrowed(lens, &list.narrowed),
        cards: html(false),
        closed: html(true),
        total: list.cards.len(),
        pages: pages(count, number)
            .into_iter()
            .map(|shown| match shown {
                Some(at) => PageLink { number: at + 1, url: url(at), current: at == number },
                None => PageLink { number: 0, url: String::new(), current: false },
            })
            .collect(),
        previous: number.checked_sub(1).map(url),
        next: (number + 1 < count).then(|| url(number + 1)),
        facets: match &list.narrowed {
            Narrowed::No if experts => facets(lens),
            Narrowed::Place(city) => {
                let here = crossings(lens, |topic, town| (town == city).then(|| lens.topic_title(topic)));
                let options: Vec<_> = here.collect();
                if options.is_empty() { Vec::new() } else { vec![Facet { key: "topics", options }] }
            }
            _ => Vec::new(),
        },
        letters: if experts { letters(lens, &list.narrowed) } else { Vec::new() },
    }
}

/// The pages that are linked: the ends, and those around the current one; `None` is a gap.
fn pages(count: usize, current: usize) -> Vec<Option<usize>> {
    if count < 2 {
        return Vec::new();
    }
    let mut shown = Vec::new();
    for at in 0..count {
        if at == 0 || at + 1 == count || at.abs_diff(current) <= 2 {
            shown.push(Some(at));
        } else if shown.last() != Some(&None) {
            shown.push(None);
        }
    }
    shown
}

pub(super) fn facets<'a>(lens: Lens<'a>) -> Vec<Facet<'a>> {
    let site = lens.site;
    let mut topics: Vec<Counted<'a>> =
        site.edition.listed_topics().map(|id| counted(lens, id)).filter(|topic| topic.count > 0).collect();
    topics.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.url.cmp(&b.url)));
    topics.truncate(MOST_OPTIONS);
    let option = |list: &'a List, title: &'a str| Counted {
        title,
        url: site.url(lens.language, &list.route(0)),
        count: list.cards.len(),
    };
    let mut places: Vec<Counted<'a>> = Vec::new();
    let mut languages: Vec<Counted<'a>> = Vec::new();
    let mut availability: Vec<Counted<'a>> = Vec::new();
    for list in site.lists.iter().filter(|list| list.of == EntryKind::Expert) {
        match &list.narrowed {
            Narrowed::Place(city) => places.push(option(list, city)),
            Narrowed::Language(tag) => languages.push(option(list, tag)),
            Narrowed::Availability(status) => availability.push(option(list, status.as_str())),
            Narrowed::No
            | Narrowed::Letter(_)
            | Narrowed::Topic(_)
            | Narrowed::Organization(_)
            | Narrowed::TopicIn(..) => {}
        }
    }
    for options in [&mut places, &mut languages] {
        options.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.url.cmp(&b.url)));
        options.truncate(MOST_OPTIONS);
    }
    [("topics", topics), ("places", places), ("languages", languages), ("availability", availability)]
        .into_iter()
        .filter(|(_, options)| !options.is_empty())
        .map(|(key, options)| Facet { key, options })
        .collect()
}

/// The lists for a topic and a town together, under the titles that `title` gives those that are wanted.
pub(super) fn crossings<'a>(
    lens: Lens<'a>,
    title: impl Fn(TopicId, &'a str) -> Option<&'a str>,
) -> impl Iterator<Item = Counted<'a>> {
    lens.site.lists.iter().filter_map(move |list| {
        let Narrowed::TopicIn(topic, town) = &list.narrowed else { return None };
        let url = || lens.site.url(lens.language, &list.route(0));
        title(*topic, town).map(|title| Counted { title, url: url(), count: list.cards.len() })
    })
}

/// The address of the list of all that a page shows the beginning of; none where the page shows all.
pub(super) fn whole_list(lens: Lens<'_>, page: Page, of: EntryKind) -> Option<String> {
    let route = format!("{}{}/", lens.site.route(page), of.folder());
    let output = format!("{}{route}", lens.site.routes().prefix(lens.language));
    lens.site.has(&output).then(|| lens.site.url(lens.language, &route))
}

pub(super) fn letters(lens: Lens<'_>, current: &Narrowed) -> Vec<Letter> {
    let lists = lens.site.lists.iter().filter(|list| list.of == EntryKind::Expert);
    lists
        .filter_map(|list| match &list.narrowed {
            Narrowed::Letter(letter) => Some(Letter {
                letter: letter.clone(),
                url: lens.site.url(lens.language, &list.route(0)),
                current: list.narrowed == *current,
            }),
            _ => None,
        })
        .collect()
}
