//! A page of a list.

use super::super::context::ViewContext;
use super::super::item::{Card, Page};
use super::super::lists::{Filter, List};
use super::super::reader::Outline;
use super::super::view::listing_view::{Facet, Letter, ListingView, PageLink};
use super::super::view::parts::{Counted, Link};
use super::about::{About, crumbs, cut, filter, how_many};
use super::row;
use super::topic::counted;
use crate::base::EntryKind;
use crate::edition::TopicId;

/// Values of a facet that are shown.
const MOST_OPTIONS: usize = 24;

pub(super) fn view(context: ViewContext<'_>, list: usize, number: usize) -> ListingView<'_> {
    let site = context.site;
    let list = site.list(list);
    let places = list.on_page(number, &site.config);
    let here = &list.cards[places.clone()];
    let is_closed = |card: &Card| match card {
        Card::Request(id) => site.edition.request(*id).closed,
        Card::Group(id) => site.edition.group(*id).is_over,
        Card::Event(id) => site.edition.event(*id).is_over,
        _ => false,
    };
    let has_rows = list.has_rows(number, &site.config);
    let html = |closed: bool| {
        here.iter()
            .filter(|card| !has_rows && is_closed(card) == closed)
            .map(|card| context.card(*card))
            .collect()
    };
    let count = list.count_pages(&site.config);
    let url = |number: usize| site.url(context.language, &list.route(number));
    let experts = list.of == EntryKind::Expert;
    ListingView {
        of: list.of.folder(),
        filter: filter(context, &list.filter),
        cards: html(false),
        rows: if has_rows { row::rows(context, list, places) } else { Vec::new() },
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
        facets: match &list.filter {
            Filter::No if experts => facets(context),
            Filter::No if list.of == EntryKind::Project => project_facets(context),
            Filter::No if matches!(list.of, EntryKind::Article | EntryKind::Event) => {
                year_facets(context, list.of)
            }
            Filter::Place(city) | Filter::PlaceToo(city, _) if experts => {
                let here = topics_in_places(context, |topic, town| {
                    (town == city).then(|| context.topic_title(topic))
                });
                let options: Vec<_> = here.collect();
                if options.is_empty() { Vec::new() } else { vec![Facet { key: "topics", options }] }
            }
            _ => Vec::new(),
        },
        letters: if experts { letters(context, &list.filter) } else { Vec::new() },
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

pub(super) fn facets<'a>(context: ViewContext<'a>) -> Vec<Facet<'a>> {
    let site = context.site;
    let mut topics: Vec<Counted<'a>> = site
        .edition
        .listed_topics()
        .map(|id| counted(context, id))
        .filter(|topic| topic.count > 0)
        .collect();
    topics.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.url.cmp(&b.url)));
    topics.truncate(MOST_OPTIONS);
    let option = |list: Outline<'a>, title: &'a str| Counted {
        title,
        url: site.url(context.language, list.path),
        count: list.count,
    };
    let mut places: Vec<Counted<'a>> = Vec::new();
    let mut languages: Vec<Counted<'a>> = Vec::new();
    let mut availability: Vec<Counted<'a>> = Vec::new();
    for list in site.lists_of(EntryKind::Expert) {
        match list.filter {
            Filter::Place(city) => places.push(option(list, city)),
            Filter::Language(tag) => languages.push(option(list, tag)),
            Filter::Availability(status) => availability.push(option(list, status.as_str())),
            _ => {}
        }
    }
    for options in [&mut places, &mut languages] {
        most_first(options);
    }
    said([
        ("topics", topics),
        ("places", places),
        ("languages", languages),
        ("availability", availability),
    ])
}

/// Ways to narrow the projects: topics and clients, whose pages show theirs, and lists of years and
/// towns.
fn project_facets(context: ViewContext<'_>) -> Vec<Facet<'_>> {
    let (site, edition) = (context.site, context.site.edition);
    let topics = edition.listed_topics().map(|id| (id, edition.topic(id).projects.len()));
    let topics = topics.filter(|(_, count)| *count > 0);
    let mut topics: Vec<_> =
        topics.filter_map(|(id, count)| option(context.topic(id), count)).collect();
    let clients = edition.listed_organizations();
    let clients = clients.map(|id| (id, edition.organization(id).projects.len()));
    let mut clients: Vec<_> = clients
        .filter(|(_, count)| *count > 0)
        .filter_map(|(id, count)| option(context.organization(id), count))
        .collect();
    let mut places = Vec::new();
    for list in site.lists_of(EntryKind::Project) {
        let url = || site.url(context.language, list.path);
        let count = list.count;
        if let Filter::Place(city) = list.filter {
            places.push(Counted { title: city.as_str(), url: url(), count });
        }
    }
    for options in [&mut topics, &mut clients, &mut places] {
        most_first(options);
    }
    let years = years(context, EntryKind::Project).collect();
    said([("topics", topics), ("clients", clients), ("years", years), ("places", places)])
}

/// The years of news or events, where there are several.
fn year_facets(context: ViewContext<'_>, kind: EntryKind) -> Vec<Facet<'_>> {
    let years: Vec<_> = years(context, kind).collect();
    if years.len() < 2 { Vec::new() } else { vec![Facet { key: "years", options: years }] }
}

/// The lists of a kind by year.
fn years(context: ViewContext<'_>, kind: EntryKind) -> impl Iterator<Item = Counted<'_>> {
    let lists = context.site.lists_of(kind);
    lists.filter(|list| matches!(list.filter, Filter::Year(_))).map(move |list| {
        let title = list.path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        Counted { title, url: context.site.url(context.language, list.path), count: list.count }
    })
}

/// What a link says and how many lie behind it, where it leads anywhere.
fn option(link: Link<'_>, count: usize) -> Option<Counted<'_>> {
    Some(Counted { title: link.title, url: link.url?, count })
}

/// The values that most have, first.
fn most_first(options: &mut Vec<Counted<'_>>) {
    options.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.url.cmp(&b.url)));
    options.truncate(MOST_OPTIONS);
}

/// The facets that have a value.
fn said<'a>(facets: [(&'static str, Vec<Counted<'a>>); 4]) -> Vec<Facet<'a>> {
    let facets = facets.into_iter().filter(|(_, options)| !options.is_empty());
    facets.map(|(key, options)| Facet { key, options }).collect()
}

/// The lists for a topic and a town together, under the titles that `title` gives those that are
/// wanted.
pub(super) fn topics_in_places<'a>(
    context: ViewContext<'a>,
    title: impl Fn(TopicId, &'a str) -> Option<&'a str>,
) -> impl Iterator<Item = Counted<'a>> {
    context.site.topics_in_places().filter_map(move |list| {
        let Filter::TopicIn(topic, town) = list.filter else { return None };
        let url = || context.site.url(context.language, list.path);
        title(*topic, town).map(|title| Counted { title, url: url(), count: list.count })
    })
}

/// The address of the list of all that a page shows the beginning of; none where the page shows
/// all.
pub(super) fn whole_list(context: ViewContext<'_>, page: Page, of: EntryKind) -> Option<String> {
    context.standing(&format!("{}{}/", context.site.route(page), of.folder()))
}

pub(super) fn letters(context: ViewContext<'_>, current: &Filter) -> Vec<Letter> {
    let lists = context.site.letters();
    lists
        .map(|(letter, path)| Letter {
            letter: letter.to_owned(),
            url: context.site.url(context.language, path),
            current: matches!(current, Filter::Letter(here) if here == letter),
        })
        .collect()
}

/// What the layout knows of a page of a list.
pub(super) fn about(context: ViewContext<'_>, list: &List, number: usize) -> About {
    let section = list.of.folder();
    let whole = list.filter == Filter::No;
    About {
        kind: "listing",
        section: Some(section.to_owned()),
        title: filter(context, &list.filter),
        description: list_description(context, list),
        number: (number > 0).then_some(number + 1),
        crumbs: crumbs(context, (!whole).then_some(section)),
        ..About::default()
    }
}

/// How many entries a list has, of what, and how it begins: of people only how many, as each
/// decides where their name stands.
fn list_description(context: ViewContext<'_>, list: &List) -> Option<String> {
    let count = how_many(context, list.of, list.cards.len());
    let about = [filter(context, &list.filter), Some(context.site_title())];
    let about = about.into_iter().flatten().collect::<Vec<_>>();
    let count = format!("{count} · {}", about.join(" · "));
    let names =
        list.cards.iter().take(8).filter_map(|card| card_name(context, *card)).collect::<Vec<_>>();
    let whole = if names.is_empty() { count } else { format!("{count}: {}", names.join(", ")) };
    cut(&whole)
}

/// The name of an entry that is no person.
fn card_name(context: ViewContext<'_>, card: Card) -> Option<String> {
    let (kind, index) = card.page().entry().filter(|(kind, _)| *kind != EntryKind::Expert)?;
    context.titles(kind, index).0.map(|title| title.text.to_owned())
}
