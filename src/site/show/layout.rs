//! The frame around every page: `site` and `page`.

use super::super::context::{ViewContext, iso};
use super::super::item::{Card, Page};
use super::super::json_ld;
use super::super::lists::{Filter, List};
use super::super::menu::navigation;
use super::super::plain::plain;
use super::super::reader::SiteReader;
use super::super::shared_card::{CARD_SIZE, shared_card, site_card};
use super::super::view::page_view::{Alternate, Crumb, PageView};
use super::super::view::parts::Contact;
use super::super::view::site_view::SiteView;
use super::expert;
use super::feeds::feeds;
use crate::base::address::entity_encode;
use crate::base::{Date, EntryKind};
use crate::config::Kind;
use crate::edition::{ExpertId, PageId, Record};

pub(super) fn site(context: ViewContext<'_>) -> SiteView {
    let site = context.site;
    let config = &site.config;
    let text = &config.texts[context.language];
    let default = &config.texts[0];
    let owner = (config.kind == Kind::Portfolio).then(|| site.edition.experts().first()).flatten();
    let owner_line = owner.and_then(|expert| {
        let record = &expert.record;
        context.phrase(record, record.file.headline.as_deref(), |text| text.headline.as_deref())
    });
    let (menu, footer) = navigation(context);
    let language = &config.languages[context.language];
    SiteView {
        title: context.site_title(),
        description: text
            .description
            .clone()
            .or_else(|| default.description.clone())
            .or_else(|| owner_line.map(|phrase| phrase.text.to_owned()))
            .unwrap_or_default(),
        kind: config.kind.as_str(),
        lang: language.to_string(),
        locale: language.with_territory(),
        dir: language.direction(),
        home_url: site.url(context.language, ""),
        root_url: config.base_path.clone(),
        base_url: config.base_url.clone().unwrap_or_default(),
        menu,
        footer,
        params: site.theme.params.clone(),
        assets: site
            .bundle
            .paths
            .iter()
            .map(|(asset, path)| (asset.clone(), format!("{}{path}", config.base_path)))
            .collect(),
        integrity: site.bundle.integrity.clone(),
        icon_url: format!("{}favicon.svg", config.base_path),
        manifest_url: format!("{}site.webmanifest", config.base_path),
        search_url: site.search_url(context.language),
        feed_url: feed(context, "feed.xml"),
        json_feed_url: feed(context, "feed.json"),
        contact: site_contact(context),
        date: site.edition.month().to_string(),
        shelf_life_months: config.shelf_life.months().unwrap_or(0),
    }
}

/// How to reach the network, as a page shows it.
fn site_contact(context: ViewContext<'_>) -> Option<Contact> {
    let written = &context.site.config.contact;
    let email = |text: String| entity_encode(&text);
    (written.email.is_some() || written.url.is_some()).then(|| Contact {
        email_html: written.email.clone().map(email),
        mailto_html: written.email.as_ref().map(|mail| email(format!("mailto:{mail}"))),
        phone_html: None,
        tel_html: None,
        open_email: false,
        open_phone: false,
        url: written.url.clone(),
    })
}

/// The address of a file of this language; empty when there is none.
pub(super) fn feed(context: ViewContext<'_>, route: &str) -> String {
    context.standing(route).unwrap_or_default()
}

/// A picture for previews: absolute address, and its size in pixels.
struct Preview {
    url: String,
    size: (u32, u32),
}

/// What the frame knows of a page beside its address.
#[derive(Default)]
struct About {
    kind: &'static str,
    section: Option<String>,
    title: Option<String>,
    description: Option<String>,
    noindex: bool,
    updated: Option<Date>,
    image: Option<Preview>,
    number: Option<usize>,
    crumbs: Vec<Crumb>,
}

pub(super) fn page(context: ViewContext<'_>, page: Page) -> PageView {
    let site = context.site;
    let route = site.route(page);
    let about = about(context, page);
    let languages = &site.config.languages;
    let alternates = languages.iter().enumerate().map(|(at, language)| Alternate {
        lang: language.to_string(),
        name: language.native_name().into_owned(),
        url: site.url(at, &route),
        href: site.absolute(at, &route),
        current: at == context.language,
        default: at == 0,
    });
    let image = about.image.or_else(|| Some(preview(context, &site_card(site)?)));
    let size = image.as_ref().map(|image| image.size);
    let feeds = feeds(context, page, about.title.as_deref());
    let mut view = PageView {
        kind: about.kind,
        section: about.section,
        title: about.title,
        description: about.description.or_else(|| site_description(context, page)),
        url: site.url(context.language, &route),
        canonical: site.absolute(context.language, &route),
        noindex: about.noindex || !site.config.crawlers.search(),
        alternates: alternates.collect(),
        breadcrumbs: about.crumbs,
        updated: iso(about.updated),
        image: image.map(|image| image.url),
        image_width: size.map(|(width, _)| width),
        image_height: size.map(|(_, height)| height),
        number: about.number,
        source: site.source(page).map(|path| path.to_string()),
        edit_url: site.source_in(page, context.language).and_then(|path| site.config.edit_links.of(&path)),
        json_ld: None,
        noai: matches!(page, Page::Expert(id) if !site.may_be_learnt_from(id)) || !site.config.crawlers.ai(),
        feed_url: Some(feed(context, &format!("{}feed.xml", first(site, page)))).filter(|url| !url.is_empty()),
        feeds,
        calendar_url: (first(site, page) == "requests/")
            .then(|| feed(context, "requests.ics"))
            .filter(|url| !url.is_empty()),
    };
    view.json_ld = json_ld::page(context, page, &view);
    view
}

/// The address of the first page of a list; of other pages, their own.
pub(super) fn first(site: &SiteReader<'_>, page: Page) -> String {
    match page {
        Page::Listing(list, _) => site.lists[list].route(0),
        page => site.route(page),
    }
}

/// The absolute address of the card of a page; it stands for all languages.
fn card(context: ViewContext<'_>, page: Page) -> Option<Preview> {
    Some(preview(context, &shared_card(context.site, 0, page)?))
}

fn portrait(context: ViewContext<'_>, id: ExpertId) -> Option<Preview> {
    let picture = context.portrait(id)?;
    Some(Preview { url: context.site.absolute_of(&picture.src), size: (picture.width, picture.height) })
}

fn preview(context: ViewContext<'_>, card: &str) -> Preview {
    let url = context.site.absolute_of(&format!("{}{card}", context.site.config.base_path));
    Preview { url, size: CARD_SIZE }
}

fn site_description(context: ViewContext<'_>, page: Page) -> Option<String> {
    let texts = &context.site.config.texts;
    let description = texts[context.language].description.clone().or_else(|| texts[0].description.clone());
    description.filter(|_| page == Page::Home)
}

fn about(context: ViewContext<'_>, page: Page) -> About {
    let site = context.site;
    let edition = site.edition;
    let line = one_line;
    let network = site.config.kind == Kind::Network;
    let below = |kind: EntryKind| About {
        section: Some(kind.folder().to_owned()),
        crumbs: crumbs(context, (network || kind != EntryKind::Expert).then_some(kind.folder())),
        ..About::default()
    };
    match page {
        Page::Home => About { kind: "home", ..About::default() },
        Page::Expert(id) => {
            let expert = edition.expert(id);
            let home = !network;
            About {
                kind: "expert",
                title: Some(expert.record.file.name.clone()),
                description: expert::description(context, id),
                noindex: !site.may_be_found(id),
                updated: expert.record.updated,
                image: card(context, page).or_else(|| portrait(context, id)),
                crumbs: if home { Vec::new() } else { crumbs(context, Some(EntryKind::Expert.folder())) },
                ..below(EntryKind::Expert)
            }
        }
        Page::Project(id) => {
            let project = edition.project(id);
            let record = &project.record;
            let question = context.phrase(record, record.file.question.as_deref(), |text| text.question.as_deref());
            About {
                kind: "project",
                title: Some(context.project_title(id).text.to_owned()),
                description: line(question.map(|phrase| phrase.text)),
                noindex: !project.listed,
                updated: record.updated,
                image: card(context, page),
                ..below(EntryKind::Project)
            }
        }
        Page::Organization(id) => About {
            kind: "organization",
            title: Some(context.organization(id).title.to_owned()),
            noindex: !edition.lists_organization(id),
            description: first_line(context, edition.organization(id).record.as_ref()),
            ..below(EntryKind::Organization)
        },
        Page::Topic(id) => About {
            kind: "topic",
            title: Some(context.topic_title(id).to_owned()),
            noindex: !edition.lists_topic(id),
            description: first_line(context, edition.topic(id).record.as_ref()),
            ..below(EntryKind::Topic)
        },
        Page::Request(id) => {
            let request = edition.request(id);
            let record = &request.record;
            let title = context.phrase(record, Some(&record.file.title), |text| text.title.as_deref());
            About {
                kind: "request",
                title: title.map(|phrase| phrase.text.to_owned()),
                description: line(Some(&context.story(record).0.read())),
                noindex: !request.listed,
                updated: record.updated,
                ..below(EntryKind::Request)
            }
        }
        Page::Listing(list, number) => about_list(context, &site.lists[list], number),
        Page::Topics => about_topics(context),
        Page::Network => about_whole(context, "network"),
        Page::Search => About {
            kind: "search",
            noindex: true,
            title: Some(context.word("finder.title")),
            crumbs: crumbs(context, None),
            ..About::default()
        },
        Page::Text(id) => about_text(context, id),
        Page::NotFound => {
            About { kind: "404", noindex: true, title: Some(context.word("not_found.title")), ..About::default() }
        }
    }
}

/// What the layout knows of the tree of topics: how it begins.
fn about_topics(context: ViewContext<'_>) -> About {
    let topics = context.site.edition.listed_topics();
    let titles = topics.take(12).map(|id| context.topic_title(id)).collect::<Vec<_>>();
    let description = one_line(Some(&format!("{} · {}", context.site_title(), titles.join(", "))));
    About { description, ..about_whole(context, EntryKind::Topic.folder()) }
}

/// What the layout knows of a page about the site as a whole.
fn about_whole(context: ViewContext<'_>, section: &'static str) -> About {
    let site = site_description(context, Page::Home).unwrap_or_else(|| context.site_title());
    About {
        kind: section,
        crumbs: crumbs(context, None),
        description: one_line(Some(&format!("{}: {site}", context.word(&format!("menu.{section}"))))),
        section: Some(section.to_owned()),
        ..About::default()
    }
}

/// How the story of an entry begins; none when nothing was written of it.
fn first_line<F, T>(context: ViewContext<'_>, record: Option<&Record<F, T>>) -> Option<String> {
    one_line(Some(&context.story(record?).0.read()))
}

/// Markdown as one line for search engines and previews.
fn one_line(text: Option<&str>) -> Option<String> {
    text.map(|text| plain(text, 155)).filter(|text| !text.is_empty())
}

/// What the frame knows of a page of a list.
fn about_list(context: ViewContext<'_>, list: &List, number: usize) -> About {
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

/// How many entries a list has, of what, and how it begins: of people only how many, as each decides where their name
/// stands.
fn list_description(context: ViewContext<'_>, list: &List) -> Option<String> {
    let total = list.cards.len();
    let count = context.word_for(&format!("{}_n", list.of.folder()), total as u64).replace("{n}", &total.to_string());
    let about = [filter(context, &list.filter), Some(context.site_title())].into_iter().flatten().collect::<Vec<_>>();
    let count = format!("{count} · {}", about.join(" · "));
    let names = list.cards.iter().take(8).filter_map(|card| card_name(context, *card)).collect::<Vec<_>>();
    let whole = if names.is_empty() { count } else { format!("{count}: {}", names.join(", ")) };
    one_line(Some(&whole))
}

/// The name of an entry that is no person.
fn card_name(context: ViewContext<'_>, card: Card) -> Option<String> {
    match card {
        Card::Expert(_) => None,
        Card::Project(id) => Some(context.project_title(id).text.to_owned()),
        Card::Organization(id) => Some(context.organization(id).title.to_owned()),
        Card::Request(id) => {
            let record = &context.site.edition.request(id).record;
            context.phrase(record, Some(&record.file.title), |text| text.title.as_deref()).map(|it| it.text.to_owned())
        }
    }
}

/// What the frame knows of a text page.
fn about_text(context: ViewContext<'_>, id: PageId) -> About {
    let page = context.site.edition.page(id);
    let file = &page.record.file;
    let title = context.phrase(&page.record, Some(&file.title), |text| text.title.as_deref());
    let description = context.phrase(&page.record, file.description.as_deref(), |text| text.description.as_deref());
    About {
        kind: "text",
        section: Some(page.slug.clone()),
        title: title.map(|phrase| phrase.text.to_owned()),
        description: one_line(description.map(|phrase| phrase.text)),
        noindex: !page.listed,
        updated: page.record.updated,
        crumbs: crumbs(context, None),
        ..About::default()
    }
}

/// What a list is narrowed to, in words.
pub(super) fn filter(context: ViewContext<'_>, filter: &Filter) -> Option<String> {
    match filter {
        Filter::No => None,
        Filter::Letter(letter) => Some(letter.clone()),
        Filter::Place(city) => Some(city.clone()),
        Filter::Year(year) => Some(year.to_string()),
        Filter::Language(tag) => {
            let language: crate::base::Language = tag.parse().ok()?;
            Some(language.name_in(&context.site.config.languages[context.language]).into_owned())
        }
        Filter::Availability(status) => Some(context.word(&format!("availability.{}", status.as_str()))),
        Filter::Organization(id) => Some(context.organization(*id).title.to_owned()),
        Filter::Topic(id) => Some(context.topic_title(*id).to_owned()),
        Filter::TopicIn(id, city) => Some(format!("{} · {city}", context.topic_title(*id))),
    }
}

fn crumbs(context: ViewContext<'_>, section: Option<&'static str>) -> Vec<Crumb> {
    let site = context.site;
    let mut crumbs = vec![Crumb { title: None, key: Some("home".to_owned()), url: site.url(context.language, "") }];
    if let Some(section) = section {
        let output = format!("{}{section}/index.html", site.routes().prefix(context.language));
        if site.has(&output) {
            let url = site.url(context.language, &format!("{section}/"));
            crumbs.push(Crumb { title: None, key: Some(section.to_owned()), url });
        }
    }
    crumbs
}
