//! Addresses. Slugs and language codes are the only parts of them that come from content.

use super::item::Page;
use super::plan::Site;

use crate::config::{Config, Kind};
use crate::edition::{Edition, ExpertId, OrganizationId, PageId, ProjectId, RequestId, TopicId};

/// Addresses below a language's home page, without a leading slash.
#[derive(Debug, Clone, Copy)]
pub(super) struct Routes<'a> {
    pub(super) config: &'a Config,
    pub(super) edition: &'a Edition,
}

impl Routes<'_> {
    pub(super) fn expert(self, id: ExpertId) -> String {
        match self.config.kind {
            Kind::Portfolio => String::new(),
            Kind::Network => format!("experts/{}/", self.edition.experts[id].slug),
        }
    }

    pub(super) fn project(self, id: ProjectId) -> String {
        format!("projects/{}/", self.edition.projects[id].slug)
    }

    pub(super) fn organization(self, id: OrganizationId) -> String {
        format!("organizations/{}/", self.edition.organizations[id].slug)
    }

    pub(super) fn topic(self, id: TopicId) -> String {
        format!("topics/{}/", self.edition.topics[id].slug)
    }

    pub(super) fn request(self, id: RequestId) -> String {
        format!("requests/{}/", self.edition.requests[id].slug)
    }

    pub(super) fn text(self, id: PageId) -> String {
        format!("{}/", self.edition.pages[id].slug)
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
        let routes = self.routes();
        match page {
            Page::Home => String::new(),
            Page::Expert(id) => routes.expert(id),
            Page::Project(id) => routes.project(id),
            Page::Organization(id) => routes.organization(id),
            Page::Topic(id) => routes.topic(id),
            Page::Request(id) => routes.request(id),
            Page::Listing(list, number) => self.lists()[list].route(number),
            Page::Topics => "topics/".to_owned(),
            Page::Network => "network/".to_owned(),
            Page::Search => "search/".to_owned(),
            Page::Text(id) => routes.text(id),
            Page::NotFound => "404.html".to_owned(),
        }
    }

    /// The root-relative address, with the site's base path, of `route` in a language.
    pub fn url(&self, language: usize, route: &str) -> String {
        format!("{}{}{route}", self.config.base_path, self.routes().prefix(language))
    }

    /// The absolute address of `route` in a language; root-relative when the site does not know its
    /// own.
    pub fn absolute(&self, language: usize, route: &str) -> String {
        match &self.config.base_url {
            Some(base) => format!("{base}{}{route}", self.routes().prefix(language)),
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
