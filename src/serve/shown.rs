//! The site as it is shown: what answers a request for an address.

use super::template_history::{Rendered, TemplateHistory};
use crate::base::Diagnostic;
use crate::site::{Site, What};
use crate::source::open_file;
use std::fs::File;
use std::sync::Arc;

/// A site that can be looked at: planned, its pages rendered on demand.
pub(super) struct Shown {
    pub(super) site: Site,
    pub(super) template_history: TemplateHistory,
    /// How the templates stand to the newest ones.
    pub(super) age: Age,
}

/// What is sent.
pub(super) enum Body {
    /// Something that was made.
    Bytes(Vec<u8>),
    /// A file of the owner's, and its length in bytes: never whole in memory.
    File(File, u64),
}

/// What a path leads to.
pub(super) struct Found {
    pub(super) body: Body,
    pub(super) path: String,
    pub(super) status: u16,
    pub(super) faults: Vec<Diagnostic>,
    pub(super) age: Age,
    /// The file of content that the page is about.
    pub(super) source: Option<Arc<str>>,
}

/// How a page stands to the newest sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Age {
    /// It follows from them.
    Newest,
    /// It is the last good one.
    LastGood,
}

impl Shown {
    /// Makes what is at `path`, below the base path.
    pub(super) fn get(&self, path: &str) -> Option<Found> {
        let plain = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        if let Some(bytes) = self.site.finder_file(path) {
            return Some(Found::new(Body::Bytes(bytes), &plain, 200));
        }
        let at = self.site.find(&plain)?;
        Some(self.make(at, 200))
    }

    /// Makes the page that says that there is no such page, in the language of `path`.
    pub(super) fn missing(&self, path: &str) -> Option<Found> {
        let languages = &self.site.config.languages;
        let own = languages
            .iter()
            .map(|tag| format!("{tag}/"))
            .find(|prefix| path.starts_with(prefix.as_str()));
        let wanted = format!("{}404.html", own.unwrap_or_default());
        let at = self.site.find(&wanted).or_else(|| self.site.find("404.html"))?;
        Some(self.make(at, 404))
    }

    fn make(&self, at: usize, status: u16) -> Found {
        let item = &self.site.items[at];
        if let What::Static(file) = item.what
            && let Ok((file, length)) = open_file(&self.site.statics[file].location)
            && !item.path.ends_with(".html")
        {
            return Found::new(Body::File(file, length), &item.path, status);
        }
        let Rendered { bytes, faults, is_earlier } = self.template_history.make(&self.site, item);
        let status = if bytes.is_empty() && !faults.is_empty() { 500 } else { status };
        let source = match item.what {
            What::Page(page) => self.site.source_in(page, item.language),
            _ => None,
        };
        let age = if is_earlier { Age::LastGood } else { self.age };
        Found { faults, age, source, ..Found::new(Body::Bytes(bytes), &item.path, status) }
    }
}

impl Found {
    fn new(body: Body, path: &str, status: u16) -> Self {
        Self {
            body,
            path: path.to_owned(),
            status,
            faults: Vec::new(),
            age: Age::Newest,
            source: None,
        }
    }
}
