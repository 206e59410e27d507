//! `page`: what the frame around every page needs to know of it.

use serde::Serialize;

/// What the frame around a page needs to know of it, as the variable `page`.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `home`, `expert`, `project`, `topic`, `organization`, `request`, `group`, `listing`,
    /// `network`, `search`, `form`, `text` or `404`.
    pub kind: &'static str,
    /// The menu key that the page belongs to, if any.
    pub section: Option<String>,
    /// Title without the site's; none when the interface string `menu.<section>` is the title.
    pub title: Option<String>,
    /// One or two sentences for search engines and previews.
    pub description: Option<String>,
    /// Root-relative address.
    pub url: String,
    /// Absolute address when the site knows its own, else the same as `url`.
    pub canonical: String,
    /// Whether search engines are asked to leave the page out.
    pub noindex: bool,
    /// Whether programs that gather texts for language models are asked to leave the page out.
    pub noai: bool,
    /// The Atom feed of what the page lists, when there is one.
    pub feed_url: Option<String>,
    /// Every feed that the page announces beside those of the site.
    pub feeds: Vec<FeedLink>,
    /// The calendar of what the page lists, when there is one.
    pub calendar_url: Option<String>,
    /// The same page in every language of the site, this one included; one item when there is one
    /// language.
    pub alternates: Vec<Alternate>,
    /// The way from the home page to here, without this page.
    pub breadcrumbs: Vec<Crumb>,
    /// Day, month or year of the last change, ISO 8601.
    pub updated: Option<String>,
    /// Statements for search engines: JSON-LD that can stand in a `script` element as it is.
    pub json_ld: Option<String>,
    /// Absolute (or root-relative) address of a picture for previews.
    pub image: Option<String>,
    /// Width of that picture in pixels; none where it is one that all pages share.
    pub image_width: Option<u32>,
    /// Height of that picture in pixels; none where it is one that all pages share.
    pub image_height: Option<u32>,
    /// Number of the page in a paginated list, from 2 on.
    pub number: Option<usize>,
    /// The content file that the page is about, relative to the site's folder.
    pub source: Option<String>,
    /// The form with which the person that the page is about keeps their profile, when the site has
    /// one.
    pub keep_url: Option<String>,
    /// Absolute address at which that file can be changed, when the site names one.
    pub edit_url: Option<String>,
}

/// A feed that a page announces.
#[derive(Debug, Clone, Serialize)]
pub struct FeedLink {
    /// What it brings.
    pub title: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Root-relative address.
    pub url: String,
}

/// The page in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// BCP 47 tag.
    pub lang: String,
    /// The language's own name: *Nederlands*, *English*.
    pub name: String,
    /// Root-relative address.
    pub url: String,
    /// Absolute address when the site knows its own, else the same as `url`.
    pub href: String,
    /// Whether it is the page's own language.
    pub current: bool,
    /// Whether it is the site's default language.
    pub default: bool,
}

/// One step of the way from the home page.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// Title of the page; none when the interface string `menu.<key>` is the title.
    pub title: Option<String>,
    /// Menu key.
    pub key: Option<String>,
    /// Root-relative address.
    pub url: String,
}
