//! Former addresses: stubs that lead to where an entry is now. They come last, and take the place
//! of nothing.

use super::item::{Item, Redirect, What};
use super::lists::{PROJECT_SECTIONS, SECTIONS};
use super::plan::Site;
use super::routes::{Routes, output_path};
use crate::base::{Code, Diagnostic, EntryKind, Place};
use std::collections::{HashMap, HashSet};

/// Folders of the output that the program keeps for itself, beside the sections of entries.
const RESERVED: [&str; 9] =
    [".well-known", "assets", "cards", "files", "finder", "map", "network", "pictures", "search"];

/// Whether entries of a kind stand below `name`.
fn is_section(name: &str) -> bool {
    EntryKind::of_folder(name).is_some_and(EntryKind::has_section)
}

/// A former address, and the alias that names it.
struct Former {
    redirect: Redirect,
    place: Place,
    alias: String,
}

impl Site {
    /// Former addresses and where they lead, for whoever keeps no log.
    pub(super) fn redirects_unlogged(&self) -> impl Iterator<Item = &Redirect> {
        self.items.iter().filter_map(|item| match &item.what {
            What::Redirect(redirect) => Some(&**redirect),
            _ => None,
        })
    }

    /// Whether an entry that is in lists names a former address, for whoever keeps no log.
    pub(super) fn has_former_unlogged(&self) -> bool {
        former(self.routes()).iter().any(|former| former.redirect.listed)
    }

    /// Adds the stubs of all former addresses that meet nothing.
    pub(super) fn add_former(&mut self, notes: &mut Vec<Diagnostic>) {
        let all = former(self.routes());
        if all.is_empty() {
            return;
        }
        let mut standing = self.standing(&all);
        for Former { redirect, place, alias } in all {
            let why = if !standing.insert(redirect.from.clone()) {
                "meets what the site has there"
            } else if self.is_reserved(&redirect.from) {
                "is an address that the site needs for itself"
            } else {
                let item = Item {
                    path: output_path(&redirect.from).into(),
                    language: 0,
                    what: What::Redirect(Box::new(redirect)),
                };
                self.add(item, notes);
                continue;
            };
            let note = Diagnostic::new(
                Code::AliasRefused,
                place,
                format!("the former address `{alias}` {why}"),
            );
            notes.push(note.help("take it out of `aliases:`"));
        }
    }

    /// Those of the addresses in `all` at which, or below which, something stands. Some hosts take
    /// no note of case, and find `experts/jan.html` at `experts/jan/`.
    fn standing(&self, all: &[Former]) -> HashSet<String> {
        let wanted: HashMap<String, &Former> =
            all.iter().map(|former| (former.redirect.from.to_lowercase(), former)).collect();
        let mut standing = HashSet::new();
        let mut look = |address: &str| {
            if let Some(former) = wanted.get(address) {
                standing.insert(former.redirect.from.clone());
            }
        };
        for item in &self.items {
            let path = item.path.to_lowercase();
            look(&path);
            look(&format!("{}/", path.strip_suffix(".html").unwrap_or(&path)));
            path.match_indices('/').for_each(|(at, _)| look(&path[..=at]));
        }
        standing
    }

    /// Whether the address of a text page in a language lies in a folder of files that the program
    /// makes, or in that of another language.
    pub(super) fn is_kept(&self, route: &str, language: usize) -> bool {
        let own = route.strip_prefix(&self.routes().prefix(language)).unwrap_or(route);
        let top = own.split('/').next().unwrap_or_default();
        let others = self.config.languages.iter().skip(1);
        ["assets", "cards", "files", "finder", "pictures"].contains(&top)
            || others.into_iter().any(|tag| tag.as_str().eq_ignore_ascii_case(top))
    }

    /// Whether an address is one that the program keeps for itself, in any language.
    fn is_reserved(&self, address: &str) -> bool {
        let steps: Vec<&str> = address.trim_end_matches('/').split('/').collect();
        let is_language = |step: &str| {
            self.config.languages.iter().any(|tag| tag.as_str().eq_ignore_ascii_case(step))
        };
        let steps = if is_language(steps[0]) { &steps[1..] } else { &steps[..] };
        match steps {
            ["experts", section, ..] => SECTIONS.contains(section) || *section == "page",
            ["projects", section, ..] if PROJECT_SECTIONS.contains(section) => true,
            [] | ["topics", _, "in", ..] => true,
            ["topics" | "organizations" | "groups", _, below, ..] => is_section(below),
            [top] | [top, "page", ..] => RESERVED.contains(top) || is_section(top),
            _ => false,
        }
    }
}

/// What the aliases of entries name, and where they lead.
fn former(routes: Routes<'_>) -> Vec<Former> {
    let edition = routes.edition;
    let mut all = Vec::new();
    // Text pages first: their former addresses are anywhere.
    let others = EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Page);
    for kind in std::iter::once(EntryKind::Page).chain(others) {
        let section =
            if kind.has_section() { format!("{}/", kind.folder()) } else { String::new() };
        for index in 0..edition.count(kind) {
            let Some(files) = edition.files_of(kind, index) else { continue };
            let to = routes.entry(kind, index);
            for alias in files.aliases {
                let from = alias
                    .strip_prefix('/')
                    .map_or_else(|| format!("{section}{alias}/"), str::to_owned);
                if from != to {
                    let (to, listed) = (to.clone(), edition.is_listed(kind, index));
                    let place = files.own.value("aliases");
                    let redirect = Redirect { from, to, listed };
                    all.push(Former { redirect, place, alias: alias.clone() });
                }
            }
        }
    }
    all
}
