//! The main navigation: what the owner of the site wrote, and where it leads.

use super::context::ViewContext;
use super::item::Page;
use super::reader::SiteReader;
use super::view::site_view::MenuItem;
use crate::base::address::{readable, safe_href};
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, EntryKind};
use crate::config::{Kind, MenuEntry, MenuTarget};
use crate::edition::PageId;

/// The page of the network as a whole.
const NETWORK: &str = "network";
/// That of the map.
const MAP: &str = "map";

/// The sections that a menu may name, in their usual order.
fn sections() -> impl Iterator<Item = &'static str> {
    let kinds = EntryKind::SHOWN.into_iter().filter(|kind| kind.has_section());
    kinds.map(EntryKind::folder).chain([NETWORK, MAP])
}

/// The menu, and the text pages that are not in it.
pub(super) fn navigation(context: ViewContext<'_>) -> (Vec<MenuItem>, Vec<MenuItem>) {
    let site = context.site;
    let entries = site.config.menu.clone().unwrap_or_else(usual);
    let menu = entries.iter().filter_map(|entry| item(context, entry)).collect();
    let named = |slug: &str| {
        entries.iter().any(|entry| matches!(&entry.target, MenuTarget::Page(name) if name.eq_ignore_ascii_case(slug)))
    };
    let pages = site.edition.pages();
    // What lies in a folder that has a page of its own is found from there.
    let is_led_to = |slug: &str| {
        let folder = slug.rsplit_once('/').map(|(folder, _)| folder);
        folder.is_some_and(|folder| pages.iter().any(|page| page.listed && page.slug == folder))
    };
    let footer = pages
        .entries()
        .filter(|(_, page)| stands(context, &page.slug) && page.listed && !named(&page.slug))
        .filter(|(_, page)| !is_led_to(&page.slug))
        .map(|(id, _)| text_page(context, id))
        .collect();
    (menu, footer)
}

/// The menu of a site that says nothing of it.
fn usual() -> Vec<MenuEntry> {
    let kinds = EntryKind::SHOWN.into_iter().filter(|kind| kind.is_in_usual_menu());
    kinds
        .map(EntryKind::folder)
        .chain([NETWORK])
        .map(|key| MenuEntry { target: MenuTarget::Page((*key).to_owned()), label: None })
        .collect()
}

fn item(context: ViewContext<'_>, entry: &MenuEntry) -> Option<MenuItem> {
    let languages = &context.site.config.languages;
    let label = entry
        .label
        .as_ref()
        .and_then(|label| label.in_language(&languages[context.language], languages));
    let label = label.map(str::to_owned);
    match &entry.target {
        MenuTarget::Page(name) => {
            let name = name.to_ascii_lowercase();
            let item = section(context, &name)
                .or_else(|| page(context, &name).map(|id| text_page(context, id)))?;
            Some(MenuItem { title: label.or(item.title), ..item })
        }
        MenuTarget::Address(address) => {
            let url = link(context.site, address)?;
            let title = label.unwrap_or_else(|| readable(address));
            Some(MenuItem { key: String::new(), title: Some(title), url })
        }
    }
}

/// The address of a link of the menu; none when it is not one that is linked.
fn link(site: &SiteReader<'_>, address: &str) -> Option<String> {
    match address.strip_prefix('/') {
        Some(inside) if !inside.starts_with(['/', '\\']) => {
            Some(format!("{}{inside}", site.config.base_path))
        }
        Some(_) => None,
        None => safe_href(address).filter(|href| href.contains(':')),
    }
}

fn section(context: ViewContext<'_>, key: &str) -> Option<MenuItem> {
    // Without a map, a text page may be called so.
    let url = sections()
        .any(|known| known == key && (known != MAP || context.has_map()))
        .then(|| context.standing(&format!("{key}/")))
        .flatten()?;
    Some(MenuItem { key: key.to_owned(), title: None, url })
}

/// A text page that may be in a menu.
fn page(context: ViewContext<'_>, slug: &str) -> Option<PageId> {
    let found = context.site.edition.pages().find(|page| page.slug == slug && page.listed);
    found.filter(|_| stands(context, slug))
}

/// A page stands, unless something else has its address.
fn stands(context: ViewContext<'_>, slug: &str) -> bool {
    context.site.has(&format!("{}{slug}/", context.site.routes().prefix(context.language)))
}

fn text_page(context: ViewContext<'_>, id: PageId) -> MenuItem {
    let page = context.site.edition.page(id);
    let title =
        context.phrase(&page.record, Some(&page.record.file.title), |text| text.title.as_deref());
    MenuItem {
        key: page.slug.clone(),
        title: title.map(|phrase| phrase.text.to_owned()),
        url: context.url(Page::Page(id)),
    }
}

/// Whether a site is to have a map.
fn has_map(site: &SiteReader<'_>) -> bool {
    site.config.map && site.config.kind == Kind::Network
}

/// What is wrong with the menu of a site.
pub(super) fn check(site: &SiteReader<'_>) -> Vec<Diagnostic> {
    let entries = site.config.menu.iter().flatten().enumerate();
    let mut notes = Vec::new();
    for (at, entry) in entries {
        let place = site.config.place(&format!("menu[{at}]"));
        match &entry.target {
            MenuTarget::Page(name) => {
                let lower = name.to_ascii_lowercase();
                let pages = || site.edition.pages().iter().filter(|page| page.listed).map(|page| page.slug.as_str());
                if lower == MAP && !pages().any(|slug| slug == MAP) && !has_map(site) {
                    let message = "the menu has `map`, and the site has no map".to_owned();
                    let note = Diagnostic::new(Code::UnknownReference, place, message);
                    notes.push(note.help(match site.config.kind {
                        Kind::Network => "add `map: true`, or take it out of the menu",
                        Kind::Portfolio => "take it out: a map is of a network",
                    }));
                    continue;
                }
                // A section that has nothing yet comes into the menu when it has.
                if sections().any(|known| known == lower) || pages().any(|slug| slug == lower) {
                    continue;
                }
                let message = format!("`{name}` is neither a section of the site nor a text page that is listed");
                let note = Diagnostic::new(Code::UnknownReference, place, message);
                notes.push(match nearest(name, sections().map(|key| -> &str { key }).chain(pages())) {
                    Some(near) => note.help(format!("did you mean `{near}`?")),
                    None => note.help(format!(
                        "write {} or {MAP}, the name of a file under pages/, or \
                         `{{ label: Blog, url: https://blog.example/ }}`",
                        sections().filter(|key| *key != MAP).collect::<Vec<_>>().join(", "),
                    )),
                });
            }
            MenuTarget::Address(address) if link(site, address).is_none() => notes.push(
                Diagnostic::new(Code::UnsafeLink, place, format!("`{address}` is not an address that is linked"))
                    .help("write it in full: https://blog.example/, or from the top of the site: /files/report.pdf"),
            ),
            MenuTarget::Address(_) => {}
        }
    }
    notes
}
