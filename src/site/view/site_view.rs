//! `site`: what every page of one language shares. Small and dull on purpose.

use super::parts::Contact;
use serde::Serialize;
use std::collections::BTreeMap;

/// What every page of one language shares, as the variable `site`.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Title of the site in this language.
    pub title: String,
    /// One or two sentences about the site.
    pub description: String,
    /// `portfolio` or `network`.
    pub kind: &'static str,
    /// BCP 47 tag of this language.
    pub lang: String,
    /// This language with its territory, as the Open Graph protocol writes it: `nl_NL`.
    pub locale: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Address of the home page in this language.
    pub home_url: String,
    /// Address of the top of the site, below which the files of `static/` stand, with a slash at
    /// the end.
    pub root_url: String,
    /// Absolute address of the site, with a trailing slash; empty when the site does not know it.
    pub base_url: String,
    /// Main navigation.
    pub menu: Vec<MenuItem>,
    /// Links to text pages that are not in the menu.
    pub footer: Vec<MenuItem>,
    /// Parameters of the theme: what the site sets, over the theme's defaults.
    pub params: BTreeMap<String, serde_json::Value>,
    /// Addresses of the theme's assets with their fingerprints: `assets["css/style.css"]`.
    pub assets: BTreeMap<String, String>,
    /// The hash of each asset for the attribute `integrity`: `integrity["css/style.css"]`.
    pub integrity: BTreeMap<String, String>,
    /// The site's icon.
    pub icon_url: String,
    /// The web manifest.
    pub manifest_url: String,
    /// The map; empty when the site has none.
    pub map_url: String,
    /// The finder; none when the site has none.
    pub search_url: Option<String>,
    /// The form with which somebody asks for a place in the network; none when the site has none.
    pub join_url: Option<String>,
    /// The Atom feed of this language; empty when there is none.
    pub feed_url: String,
    /// The JSON Feed of this language; empty when there is none.
    pub json_feed_url: String,
    /// How to reach the network, or the owner of the site; none when nothing was said.
    pub contact: Option<Contact>,
    /// The month as of which freshness is told, ISO 8601. No day: no page changes from one day to
    /// the next for it.
    pub date: String,
    /// Shelf life of expertise in months.
    pub shelf_life_months: u32,
}

/// One entry of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// The word in `menu:` of the site: `experts`, `about`, …; `page.section` names the current
    /// one. Empty for an address.
    pub key: String,
    /// Its label, or the title of a text page; none for the built-in sections, whose names are
    /// interface strings (`menu.experts`).
    pub title: Option<String>,
    /// Root-relative address; in full when it leads elsewhere.
    pub url: String,
}
