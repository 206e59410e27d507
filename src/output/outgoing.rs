//! Addresses outside the site that its pages link to.

use super::link_notes::place_of;
use super::links::below_own;
use crate::base::address::unescape;
use crate::base::{Checked, Place};
use crate::render::Templates;
use crate::site::{Site, What};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Every address outside the site that a page links to, with the places that it comes from.
pub fn outgoing(site: &Site) -> Checked<BTreeMap<String, Vec<Place>>> {
    let Checked { value: templates, mut notes } = Templates::new(site);
    let own = site.config.base_url.as_deref();
    let found: Vec<_> = site
        .items
        .par_iter()
        .map(|item| {
            let What::Page(page) = item.what else { return Ok(Vec::new()) };
            let html = templates.page(&site.reader(), item.language, page)?.html;
            let mut links = Vec::new();
            for rest in html.split(" href=\"").skip(1) {
                let target = rest.split('"').next().unwrap_or_default();
                if target.starts_with("http") && below_own(target, own).is_none() {
                    let url = unescape(target.split('#').next().unwrap_or(target)).into_owned();
                    links.push((url, place_of(site, page, item, target)));
                }
            }
            Ok(links)
        })
        .collect();
    let mut links: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for page in found {
        match page {
            Ok(page) => {
                for (url, place) in page {
                    let places = links.entry(url).or_default();
                    if !places.contains(&place) && places.len() < 5 {
                        places.push(place);
                    }
                }
            }
            Err(note) => notes.push(note),
        }
    }
    Checked::new(links, notes)
}
