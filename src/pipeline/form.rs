//! What the form of a profile knows of somebody, for whoever takes in what was sent with it.

use crate::edition::ExpertId;
use crate::export::profile_for_form;
use crate::site::{Page, Site};
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
