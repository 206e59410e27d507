//! The frame around every page: `site` and `page`.

use super::super::context::{ViewContext, iso};
use super::super::item::Page;
use super::super::json_ld;
use super::super::menu::navigation;
use super::super::reader::SiteReader;
use super::super::shared_card::site_card;
use super::super::view::page_view::{Alternate, PageView};
use super::super::view::parts::Contact;
use super::super::view::site_view::SiteView;
use super::about::site_description;
use super::feeds::feeds;
use super::preview::preview;
use crate::base::address::entity_encode;
use crate::config::Kind;

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
        // A text page may have this address.
        map_url: if context.has_map() { feed(context, "map/") } else { String::new() },
        search_url: site.search_url(context.language),
        join_url: form(context, Page::Join),
        feed_url: feed(context, "feed.xml"),
        json_feed_url: feed(context, "feed.json"),
        contact: site_contact(context),
        date: site.edition.month().to_string(),
        shelf_life_months: config.shelf_life.months().unwrap_or(0),
    }
}

/// The address of a page with the form, where the site has it.
fn form(context: ViewContext<'_>, page: Page) -> Option<String> {
    context.site.config.is_joined_by_form().then(|| context.site.page_url(context.language, page))
}

/// The address of the form with the profile of the person that a page is about.
fn keep_url(context: ViewContext<'_>, page: Page) -> Option<String> {
    let Page::Expert(id) = page else { return None };
    if !context.site.is_kept_by_form(id) {
        return None;
    }
    let slug = &context.site.edition.expert(id).slug;
    Some(format!("{}?who={slug}", form(context, Page::Edit)?))
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

pub(super) fn page(context: ViewContext<'_>, page: Page) -> PageView {
    let site = context.site;
    let route = site.route(page);
    let about = context.about(page);
    let languages = &site.config.languages;
    let canonical = canonical(site, page);
    let alternates = languages.iter().enumerate().map(|(at, language)| Alternate {
        lang: language.to_string(),
        name: language.native_name().into_owned(),
        url: site.url(at, &route),
        href: site.absolute(at, &canonical),
        current: at == context.language,
        default: at == 0,
    });
    // What all pages share is said whole once, at home.
    let is_own = about.image.is_some() || page == Page::Home;
    let image = about.image.or_else(|| Some(preview(context, &site_card(site)?)));
    let size = image.as_ref().filter(|_| is_own).map(|image| image.size);
    let feeds = feeds(context, page, about.title.as_deref());
    let mut view = PageView {
        kind: about.kind,
        section: about.section,
        title: about.title,
        description: about.description.or_else(|| site_description(context, page)),
        url: site.url(context.language, &route),
        canonical: site.absolute(context.language, &canonical),
        noindex: about.noindex || !site.config.crawlers.search(),
        alternates: alternates.collect(),
        breadcrumbs: about.crumbs,
        updated: iso(about.updated),
        image: image.map(|image| image.url),
        image_width: size.map(|(width, _)| width),
        image_height: size.map(|(_, height)| height),
        number: about.number,
        source: site.source(page).map(|path| path.to_string()),
        keep_url: keep_url(context, page),
        edit_url: site
            .source_in(page, context.language)
            .and_then(|path| site.config.edit_links.of(&path)),
        json_ld: None,
        noai: matches!(page, Page::Expert(id) if !site.may_be_learnt_from(id))
            || !site.config.crawlers.ai(),
        feed_url: Some(feed(context, &format!("{}feed.xml", first(site, page))))
            .filter(|url| !url.is_empty()),
        feeds,
        calendar_url: calendar(&first(site, page))
            .map(|path| feed(context, path))
            .filter(|url| !url.is_empty()),
    };
    view.json_ld = json_ld::page(context, page, &view);
    view
}

/// The address of the first page of a list; of other pages, their own.
pub(super) fn first(site: &SiteReader<'_>, page: Page) -> String {
    match page {
        Page::Listing(list, _) => site.list(list).route(0),
        page => site.route(page),
    }
}

/// The address by which a page is to be known.
fn canonical(site: &SiteReader<'_>, page: Page) -> String {
    match page {
        Page::Listing(list, number) => site.list(list).canonical(number),
        page => site.route(page),
    }
}

/// The calendar of what a page lists or shows, by the page's address.
fn calendar(route: &str) -> Option<&'static str> {
    let is_event = route.starts_with("events/");
    match route {
        "requests/" => Some("requests.ics"),
        _ => is_event.then_some("events/events.ics"),
    }
}
