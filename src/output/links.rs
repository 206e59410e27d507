//! Whether every link inside the site arrives, at its page and at the place in it.

use super::bytes::bytes_of;
use super::link_notes::{leads_nowhere, no_such_place, place_of};
use crate::base::address::unescape;
use crate::base::markup::attributes;
use crate::base::{Diagnostic, Fingerprint, Place, percent};
use crate::render::Templates;
use crate::site::{Item, Page, Site, SiteReader, What};
use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// A link to a place in another page: where it leads, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fragment {
    /// The path of the page.
    path: Arc<str>,
    /// The `id` of the place.
    id: String,
    /// Where the link is.
    place: Place,
    /// The link as it stands in the page.
    target: String,
}

/// Which of the places that links ask for a page has, as long as it has these bytes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Asked {
    /// The path of the page.
    path: Arc<str>,
    bytes: Fingerprint,
    /// The `id` of each, and whether it is there.
    places: Vec<(String, bool)>,
}

/// Attributes that name something that the page loads or leads to.
const ATTRIBUTES: [&str; 8] =
    ["href", "src", "poster", "data", "action", "formaction", "cite", "xlink:href"];

/// Attributes with several addresses.
const SEVERAL: [&str; 2] = ["srcset", "imagesrcset"];

/// How long the names of all these are, a bit each: most attributes have another length.
const LENGTHS: u32 = lengths(&ATTRIBUTES) | lengths(&SEVERAL) | lengths(&["id"]);

const fn lengths(names: &[&str]) -> u32 {
    match names {
        [] => 0,
        [first, others @ ..] => 1 << first.len() | lengths(others),
    }
}

/// What leads somewhere in a page, and the places in it.
#[derive(Default)]
struct Ways<'a> {
    /// Every address inside the site, or in the page itself.
    targets: Vec<&'a str>,
    /// The ids.
    places: HashSet<&'a str, FixedState>,
}

impl<'a> Ways<'a> {
    /// `own` is the address of the site: what is written in full may lead into it too.
    fn of(html: &'a str, own: Option<&str>) -> Self {
        let is_inside = |target: &&str| target.starts_with(['/', '#']) || is_own(target, own);
        let mut ways = Self::default();
        attributes(html, |one| {
            if one.name.len() >= 32 || LENGTHS >> one.name.len() & 1 == 0 {
                return;
            }
            if one.is("id") {
                ways.places.insert(one.value);
            } else if SEVERAL.iter().any(|name| one.is(name)) {
                let sources =
                    one.value.split(',').filter_map(|source| source.split_whitespace().next());
                ways.targets.extend(sources);
            } else if ATTRIBUTES.iter().any(|name| one.is(name)) {
                let target = one.value.trim();
                ways.targets.extend(Some(target).filter(is_inside));
            }
        });
        ways
    }

    /// Whether the page has a place, as it is written in a link.
    fn has(&self, id: &str) -> bool {
        self.places.contains(id) || self.places.contains(&*percent::decoded(&unescape(id)))
    }
}

/// Whether an address that is written in full leads into the site.
fn is_own(target: &str, own: Option<&str>) -> bool {
    below_own(target, own).is_some()
}

/// What stands behind the site's own address in one that is written in full, whatever its scheme
/// and the case of its host.
pub(super) fn below_own<'a>(target: &'a str, own: Option<&str>) -> Option<&'a str> {
    // Most addresses begin with a stroke.
    target.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("http"))?;
    let bare = |text: &str| text.find("://").filter(|at| *at <= 5).map(|at| at + 3);
    let own = own.and_then(|own| own.get(bare(own)?..))?.trim_end_matches('/');
    let rest = target.get(bare(target)?..)?;
    // The port that goes without saying may be said.
    let (host, folder) = own.split_once('/').unwrap_or((own, ""));
    let usual = [":443", ":80"];
    let host = usual.iter().find_map(|port| host.strip_suffix(port)).unwrap_or(host);
    if !rest.get(..host.len())?.eq_ignore_ascii_case(host) {
        return None;
    }
    let below = rest.get(host.len()..)?;
    let bare = usual.iter().find_map(|port| below.strip_prefix(port));
    let below = bare.filter(|it| it.is_empty() || it.starts_with('/')).unwrap_or(below);
    let below =
        if folder.is_empty() { below } else { below.strip_prefix('/')?.strip_prefix(folder)? };
    below.strip_prefix('/').or_else(|| below.is_empty().then_some(below))
}

/// Notes on links of a page that lead to nothing inside the site, and the links to places in other
/// pages.
pub(super) fn check_links(
    site: &SiteReader<'_>,
    page: Page,
    item: &Item,
    html: &str,
) -> (Vec<Diagnostic>, Vec<Fragment>) {
    let mut broken = BTreeSet::new();
    let mut adrift = BTreeSet::new();
    let mut fragments = BTreeMap::new();
    let mut known = HashSet::with_hasher(FixedState::default());
    let ways = Ways::of(html, site.config.base_url.as_deref());
    for target in ways.targets.iter().copied().filter(|target| known.insert(*target)) {
        match arrival(site, &ways, target) {
            Arrival::Elsewhere | Arrival::Here => {}
            Arrival::Nowhere => {
                broken.insert(target);
            }
            Arrival::NoSuchPlace => {
                adrift.insert(target);
            }
            Arrival::Place(item, id) => {
                fragments.insert(target, (item, id));
            }
        }
    }
    let mut notes: Vec<Diagnostic> =
        broken.into_iter().map(|target| leads_nowhere(site, page, item, target)).collect();
    notes.extend(
        adrift.into_iter().map(|target| no_such_place(place_of(site, page, item, target), target)),
    );
    let fragments = fragments
        .into_iter()
        .map(|(target, (at, id))| {
            let place = place_of(site, page, item, target);
            let path = site.items[at].path.clone();
            Fragment { path, id, place, target: target.to_owned() }
        })
        .collect();
    (notes, fragments)
}

/// Where a link leads.
enum Arrival {
    /// Out of the site, or to something that is no address.
    Elsewhere,
    /// To a page or file of the site, or to a place in the page itself.
    Here,
    /// To an address of the site where nothing is.
    Nowhere,
    /// To a page of the site that does not have the place.
    NoSuchPlace,
    /// To a place in another page, by its place in the plan, and the `id`.
    Place(usize, String),
}

fn arrival(site: &SiteReader<'_>, ways: &Ways<'_>, target: &str) -> Arrival {
    let (path, id) = target.split_once('#').unwrap_or((target, ""));
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        let known = id.is_empty() || id == "top" || ways.has(id);
        return if known { Arrival::Here } else { Arrival::NoSuchPlace };
    }
    let own = below_own(path, site.config.base_url.as_deref());
    if own.is_none() && (!path.starts_with('/') || path.starts_with("//")) {
        return Arrival::Elsewhere;
    }
    // A web server decodes an address once.
    let inside = own.or_else(|| path.strip_prefix(site.config.base_path.as_str()));
    let found = inside.and_then(|path| item_at(site, &percent::decoded(&unescape(path))));
    match found {
        None => Arrival::Nowhere,
        // What stands behind `#` in the address of a document is meant for whoever shows it.
        Some(item) if id.is_empty() || matches!(site.items[item].what, What::Document(_)) => {
            Arrival::Here
        }
        Some(item) => Arrival::Place(item, percent::decoded(&unescape(id)).into_owned()),
    }
}

/// The output at a path below the base path, as a web server finds it.
fn item_at(site: &SiteReader<'_>, path: &str) -> Option<usize> {
    let is_folder = path.is_empty() || path.ends_with('/');
    site.find(path).or_else(|| if is_folder { None } else { site.find(&format!("{path}/")) })
}

/// Notes on links to places that their pages do not have, and what was found of each page. Only
/// pages that such links name are made again, and not where it is `known` what they have: as long
/// as they have the same bytes, which `now` tells.
pub(super) fn broken_fragments(
    site: &Site,
    templates: &Templates,
    fragments: BTreeSet<Fragment>,
    known: &[Asked],
    now: &dyn Fn(usize) -> Option<Fingerprint>,
) -> (Vec<Diagnostic>, Vec<Asked>) {
    let (mut notes, mut found) = (Vec::new(), Vec::new());
    let fragments: Vec<Fragment> = fragments.into_iter().collect();
    for of_page in fragments.chunk_by(|one, other| one.path == other.path) {
        let path = &of_page[0].path;
        let Some(item) = site.find(path) else { continue };
        let bytes = now(item);
        let before = known.binary_search_by(|asked| asked.path.cmp(path)).ok();
        let before = before.map(|at| &known[at]).filter(|asked| Some(asked.bytes) == bytes);
        let knows =
            |id: &String| before?.places.iter().find(|(known, _)| known == id).map(|(_, has)| *has);
        let mut places: Vec<(String, bool)> = Vec::new();
        if let Some(all) =
            of_page.iter().map(|fragment| knows(&fragment.id)).collect::<Option<Vec<bool>>>()
        {
            places.extend(of_page.iter().map(|fragment| fragment.id.clone()).zip(all));
        } else {
            let made = bytes_of(&site.reader(), templates, &site.items[item]);
            let html = made
                .map(|made| String::from_utf8_lossy(&made.bytes).into_owned())
                .unwrap_or_default();
            let ways = Ways::of(&html, None);
            let has = |fragment: &Fragment| ways.places.contains(fragment.id.as_str());
            places.extend(of_page.iter().map(|fragment| (fragment.id.clone(), has(fragment))));
        }
        let lost = of_page.iter().zip(&places).filter(|(_, (_, has))| !has);
        notes.extend(
            lost.map(|(fragment, _)| no_such_place(fragment.place.clone(), &fragment.target)),
        );
        places.dedup();
        found.extend(bytes.map(|bytes| Asked { path: path.clone(), bytes, places }));
    }
    (notes, found)
}
