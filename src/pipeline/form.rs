//! What the form of a profile knows of somebody, for whoever takes in what was sent with it.

use super::linked::{catalog_of, records};
use crate::base::Report;
use crate::catalog::Registry;
pub use crate::catalog::{Registered, Taken};
use crate::config::Project;
use crate::edition::ExpertId;
use crate::export::profile_for_form;
use crate::memo::Memo;
use crate::record::Remembered;
use crate::site::{Page, Site, consent_words};
use crate::source;
use serde_json::{Value, json};
use std::sync::Arc;

fn id(site: &Site, slug: &str) -> Option<ExpertId> {
    site.edition.experts.entries().find(|(_, expert)| expert.slug == slug).map(|(id, _)| id)
}

/// The file of somebody who may be seen, by their slug.
pub fn file_of(site: &Site, slug: &str) -> Option<Arc<str>> {
    site.source(Page::Expert(id(site, slug)?))
}

/// What the form was filled with.
pub fn profile(site: &Site, slug: &str) -> Value {
    let known = id(site, slug).and_then(|id| profile_for_form(&site.reader(), id));
    known.unwrap_or_else(|| json!({}))
}

/// The sentences by which somebody agrees, one in each language of the site, or its own.
pub fn wordings(site: &Site) -> Vec<String> {
    consent_words(&site.reader())
}

/// All who are known to `project`, whether its site shows them or not.
pub fn registry(project: &Project) -> Registry {
    let sources = source::gather(project).value;
    let written = (sources.entries, sources.absent, sources.forgotten.clone());
    let (nothing, memo, mut report) = (Remembered::nothing(), Memo::forgetful(), Report::default());
    let records = records(written, &nothing, project, &memo, &mut report);
    let mut all = Registry::of(&records, sources.forgotten);
    all.assigned(&catalog_of(records, project, &mut report));
    all
}
