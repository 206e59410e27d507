//! What the form of a profile knows of somebody, for whoever takes in what was sent with it.

use super::linked::{catalog_of, records};
use crate::base::Report;
use crate::catalog::Registry;
pub use crate::catalog::{Registered, Taken};
use crate::config::Project;
use crate::export::profile_for_form;
use crate::memo::Memo;
use crate::record::Remembered;
use crate::site::{Page, Site, consent_words};
use crate::source;
use serde_json::{Value, json};
use std::sync::Arc;

/// The file of somebody who may be seen, by their slug.
pub fn file_of(site: &Site, slug: &str) -> Option<Arc<str>> {
    site.source(Page::Expert(site.edition.expert_of_slug(slug)?))
}

/// What the form was filled with.
pub fn profile(site: &Site, slug: &str) -> Value {
    let id = site.edition.expert_of_slug(slug);
    let known = id.and_then(|id| profile_for_form(&site.reader(), id));
    known.unwrap_or_else(|| json!({}))
}

/// The sentences by which somebody agrees, one in each language of the site, or its own.
pub fn wordings(site: &Site) -> Vec<String> {
    consent_words(&site.reader())
}

/// All who are known to `project`, whether its site shows them or not.
pub fn registry(project: &Project) -> Registry {
    let written = source::gather(project).value.written;
    let forgotten = written.forgotten.clone();
    let (nothing, memo, mut report) = (Remembered::nothing(), Memo::forgetful(), Report::default());
    let records = records(written, &nothing, project, &memo, &mut report);
    let mut all = Registry::of(&records, forgotten);
    all.assigned(&catalog_of(records, project, &mut report));
    all
}
