//! The templates that a page is rendered with, and those that were good before.

use crate::base::{Diagnostic, Level};
use crate::output::bytes_of;
use crate::render::Templates;
use crate::site::{Item, Site};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// How many versions of the templates are kept.
const MOST: usize = 6;

/// A version of the templates, whatever site they are used for.
#[derive(Debug)]
pub(super) struct Version {
    texts: BTreeMap<String, String>,
    /// Whether a page could not be rendered with them.
    failed: AtomicBool,
}

/// Versions of the templates, the newest first; each but the newest could be compiled.
pub(super) type Versions = Vec<Arc<Version>>;

/// Puts the templates of a site before the `earlier` ones, which are kept for what the new ones
/// cannot render.
pub(super) fn with_those_of(site: &Site, earlier: &Versions) -> Versions {
    if earlier.first().is_some_and(|newest| newest.texts == site.theme.templates) {
        return earlier.clone();
    }
    let newest = Version { texts: site.theme.templates.clone(), failed: AtomicBool::new(false) };
    let mut all = vec![Arc::new(newest)];
    all.extend(earlier.iter().cloned());
    if all.len() > MOST {
        // Rather one goes that failed than one that is good.
        let at = all.iter().skip(1).rposition(|version| version.failed.load(Ordering::Relaxed));
        all.remove(at.map_or(MOST, |at| at + 1));
    }
    all
}

/// The newest templates that could be compiled, for a site whose own cannot be.
pub(super) fn compiled_before(site: &Site, versions: &Versions) -> Option<Templates> {
    let made = Templates::of(site, &versions.first()?.texts);
    made.notes.is_empty().then_some(made.value)
}

/// The templates for one site: the newest, and earlier ones for what those cannot render.
pub(super) struct TemplateHistory {
    newest: Templates,
    versions: Versions,
    earlier: Vec<OnceLock<Option<Templates>>>,
}

/// What came of a page or file.
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) faults: Vec<Diagnostic>,
    /// Whether the bytes are of templates that were good before.
    pub(super) is_earlier: bool,
}

impl TemplateHistory {
    pub(super) fn new(newest: Templates, versions: Versions) -> Self {
        let earlier = versions.iter().skip(1).map(|_| OnceLock::new()).collect();
        Self { newest, versions, earlier }
    }

    /// Forgets what was rendered, as `site` tells something otherwise.
    pub(super) fn forget_rendered(&mut self, site: &Site) {
        self.newest.forget_rendered(site);
        self.earlier.iter_mut().for_each(|templates| *templates = OnceLock::new());
    }

    /// Makes an output. One that the newest templates cannot make is made with those before, and
    /// its faults are told.
    pub(super) fn make(&self, site: &Site, item: &Item) -> Rendered {
        let (bytes, faults) = attempt(site, &self.newest, item);
        if faults.is_empty() {
            return Rendered { bytes, faults, is_earlier: false };
        }
        if let Some(version) = self.versions.first() {
            version.failed.store(true, Ordering::Relaxed);
        }
        let has_failed = |at: &usize| self.versions[at + 1].failed.load(Ordering::Relaxed);
        let mut order: Vec<usize> = (0..self.earlier.len()).collect();
        order.sort_by_key(has_failed);
        for at in order {
            let compile = || {
                let made = Templates::of(site, &self.versions[at + 1].texts);
                made.notes.is_empty().then_some(made.value)
            };
            let Some(templates) = self.earlier[at].get_or_init(compile) else { continue };
            let (good, wrong) = attempt(site, templates, item);
            if wrong.is_empty() {
                return Rendered { bytes: good, faults, is_earlier: true };
            }
        }
        Rendered { bytes, faults, is_earlier: false }
    }
}

/// The bytes of an output, and the errors on the way.
fn attempt(site: &Site, templates: &Templates, item: &Item) -> (Vec<u8>, Vec<Diagnostic>) {
    match bytes_of(&site.reader(), templates, item) {
        Ok(made) => {
            let faults = made.notes.into_iter().filter(|note| note.level == Level::Error);
            (made.bytes, faults.collect())
        }
        Err(note) => (Vec::new(), vec![note]),
    }
}
