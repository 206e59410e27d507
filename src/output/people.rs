//! The people who stood in an output before: a run that would take many of them away stops, and
//! says who.

use super::sink::Sink;
use super::written::short;
use crate::base::{Allowance, Code, Diagnostic, Fingerprint, Place};
use crate::site::{Page, Site, What};
use std::collections::HashSet;

/// The share of the people that may go without a word of the site's owner.
const USUAL: Allowance = Allowance::Share(100);
/// So many may always go: of five people, one is more than a share.
const ALWAYS: usize = 3;
/// How many are named.
const MOST_NAMED: usize = 12;

/// The pages of people, one for each.
pub(super) fn pages(site: &Site) -> impl Iterator<Item = &str> {
    let of_person = |what: &What| matches!(what, What::Page(Page::Expert(_)));
    site.items
        .iter()
        .filter(move |item| item.language == 0 && of_person(&item.what))
        .map(|item| &*item.path)
}

/// The note that more people would go than may. An address that leads to another one now is of
/// somebody who stays.
pub(super) fn too_many_gone(site: &Site, sink: &dyn Sink) -> Option<Diagnostic> {
    let before = sink.people_before()?;
    let without = |left: &HashSet<Fingerprint>, paths: &mut dyn Iterator<Item = &str>| {
        let stay: HashSet<_> = paths.map(short).collect();
        left.difference(&stay).copied().collect::<HashSet<_>>()
    };
    let gone = without(before, &mut pages(site));
    if gone.is_empty() {
        return None;
    }
    // Only where somebody's page is gone, all other addresses are looked through.
    let gone = without(&gone, &mut site.items.iter().map(|item| &*item.path));
    let allowed = site.config.removal.unwrap_or(USUAL);
    let is_usual = site.config.removal.is_none() && gone.len() <= ALWAYS;
    if gone.is_empty() || is_usual || allowed.allows(gone.len(), before.len()) {
        return None;
    }
    let mut names = sink.paths_of(&gone);
    names.sort();
    let slug = |path: &String| {
        path.trim_end_matches("/index.html").rsplit('/').next().unwrap_or(path).to_owned()
    };
    let mut named: Vec<String> = names.iter().take(MOST_NAMED).map(slug).collect();
    if gone.len() > named.len() && !named.is_empty() {
        named.push(format!("and {} more", gone.len() - named.len()));
    }
    let (count, all) = (gone.len(), before.len());
    // Where no more than the list of outputs was kept between runs, nobody's name is known.
    let named = if named.is_empty() { String::new() } else { format!(": {}", named.join(", ")) };
    let message = format!(
        "{count} of the {all} people who stand in the output would go, more than {allowed}{named}"
    );
    let note = Diagnostic::new(Code::ManyRemoved, Place::file("output"), message);
    Some(note.help(format!(
        "see why they are not read; if they are meant to go, build with --allow-removal {count}"
    )))
}
