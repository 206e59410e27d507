//! Addresses. Slugs and language codes are the only parts of them that come from content.

use super::item::Page;
use super::plan::Site;

use crate::base::EntryKind;
use crate::config::{Config, Kind};
use crate::edition::Edition;

/// Addresses below a language's home page, without a leading slash.
#[derive(Debug, Clone, Copy)]
pub(super) struct Routes<'a> {
    pub(super) config: &'a Config,
    pub(super) edition: &'a Edition,
}

impl Routes<'_> {
    /// The address of the page of an entry.
    pub(super) fn entry(self, kind: EntryKind, index: usize) -> String {
        let slug = || self.edition.slug(kind, index);
        match kind {
            EntryKind::Expert if self.config.kind == Kind::Portfolio => String::new(),
            EntryKind::Page => [slug(), "/"].concat(),
            _ => [kind.folder(), "/", slug(), "/"].concat(),
        }
    }

    /// The prefix of a language: empty for the default one, `en/` for another.
    pub(super) fn prefix(self, language: usize) -> String {
        if language == 0 { String::new() } else { format!("{}/", self.config.languages[language]) }
    }
}

impl Site {
    /// Addresses below a language's home page.
    pub(super) fn routes(&self) -> Routes<'_> {
        Routes { config: &self.config, edition: &self.edition }
    }

    /// The address of a page below its language's home page.
    pub fn route(&self, page: Page) -> String {
        if let Some((kind, index)) = page.entry() {
            return self.routes().entry(kind, index);
        }
        match page {
            Page::Listing(list, number) => self.lists()[list].route(number),
            Page::Topics => "topics/".to_owned(),
            Page::Network => "network/".to_owned(),
            Page::Map => "map/".to_owned(),
            Page::Search => "search/".to_owned(),
            Page::Join => "join/".to_owned(),
            Page::Edit => "edit/".to_owned(),
            Page::NotFound => "404.html".to_owned(),
            _ => String::new(),
        }
    }

    /// The root-relative address, with the site's base path, of `route` in a language.
    pub fn url(&self, language: usize, route: &str) -> String {
        [&self.config.base_path, &*self.routes().prefix(language), route].concat()
    }

    /// The absolute address of `route` in a language; root-relative when the site does not know its
    /// own.
    pub fn absolute(&self, language: usize, route: &str) -> String {
        match &self.config.base_url {
            Some(base) => [base, &*self.routes().prefix(language), route].concat(),
            None => self.url(language, route),
        }
    }

    /// The absolute form of a root-relative address; the address itself when the site does not know
    /// its own.
    pub fn absolute_of(&self, url: &str) -> String {
        match (&self.config.base_url, url.strip_prefix(&self.config.base_path)) {
            (Some(base), Some(path)) => format!("{base}{path}"),
            _ => url.to_owned(),
        }
    }

    /// The root-relative address of a page in a language.
    pub fn page_url(&self, language: usize, page: Page) -> String {
        self.url(language, &self.route(page))
    }
}

/// The output path for an address below the site's base path.
pub fn output_path(route: &str) -> String {
    if route.is_empty() || route.ends_with('/') {
        format!("{route}index.html")
    } else {
        route.to_owned()
    }
}
