//! From the plan to bytes: one loop over all outputs.

use super::finder_files::FinderFiles;
use super::links::{Asked, Fragment, broken_fragments, check_links};
use super::manifest::{Counts, Manifest};
use super::manifest_notes::{failed, foreign, prevents, taken_at, unmade, weigh};
use super::people::{self, too_many_gone};
use super::previous::{Comparison, PreviousBuild, Trust};
use super::remembered::{Messages, OutputRecord};
use super::sink::{Changes, Put, Sink};
use crate::asset::tells_where;
use crate::base::reads::ReadLog;
use crate::base::{Checked, Code, Consequence, Diagnostic, Fingerprint, Place};
use crate::render::{PageHtml, Templates};
use crate::site::{Item, Site, SiteReader, What};
use crate::source::read_file;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The bytes of an output.
#[derive(Debug)]
pub struct Rendered {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What was noticed on the way.
    pub notes: Vec<Diagnostic>,
    /// Links to places in other pages, which can be checked when all pages are there.
    pub fragments: Vec<Fragment>,
}

/// Makes every output of `site`, as far as the run's shard has it, and puts it into `sink`. What
/// comes out as it did in the `previous` and stands there still is not made. When one cannot be
/// made, or a run with these notes is denied, nothing changes, so that an older site stays as it
/// is.
pub fn make(
    site: &Site,
    sink: &dyn Sink,
    previous: Option<&PreviousBuild>,
    earlier: &[Diagnostic],
) -> Checked<Manifest> {
    let mut manifest = Manifest { counts: counts(site), ..Manifest::default() };
    let Checked { value: templates, mut notes } = Templates::new(site);
    if !notes.is_empty() {
        return Checked::new(manifest, notes);
    }
    if let Some(note) = too_many_gone(site, sink) {
        return Checked::new(manifest, vec![note]);
    }
    sink.keep_people(&mut people::pages(site));
    let (previous, records) = previous.map(|previous| previous.compare(site)).unzip();
    let run = Run { site, templates: &templates, sink, previous };
    let finder = run.finder();
    if let Some(comparison) = &run.previous {
        sink.remind(&mut comparison.finder_before());
    }
    let paths = site.items.iter().map(|item| &*item.path).chain(finder.paths());
    if let Err(error) = sink.begin(&mut paths.filter(|path| run.has(path))) {
        notes.push(failed(".", &error));
        // What was begun is taken back; when that fails as well, the next run repairs it.
        let _ = sink.abandon();
        return Checked::new(manifest, notes);
    }
    let mut made = run.all(records.unwrap_or_default());
    let (mut found, finder_files) = finder.put(&run);
    let mut fragments = BTreeSet::new();
    for one in made.iter_mut().chain(&mut found) {
        one.count(&mut manifest);
        if let Some(messages) = one.take_messages() {
            notes.extend(messages.notes);
            fragments.extend(messages.fragments);
        }
    }
    let asked = run.look_for(fragments, &made, &mut notes);
    manifest.bytes = weigh(site, &made, (&found, &finder_files), &mut notes);
    // A card's fault is noted on each page that shows the card, and said once.
    notes.sort();
    notes.dedup();
    let published = !notes.iter().chain(earlier).any(|note| prevents(note, site.config.deny));
    let ended = if published { sink.end() } else { sink.abandon().map(|()| Changes::default()) };
    let published = published && ended.is_ok();
    match ended {
        Ok(changes) => {
            if site.config.shard.is_none() {
                notes.extend(foreign(&changes.foreign));
            }
            manifest.changes = changes;
        }
        Err(error) => notes.push(failed(".", &error)),
    }
    notes.dedup();
    if let Some(comparison) = run.previous.as_ref().filter(|_| published) {
        comparison.remember(
            made.iter().map(|one| one.record.as_ref()).collect(),
            finder_files,
            asked,
        );
    }
    manifest.published = published;
    Checked::new(manifest, notes)
}

/// One run over all outputs.
pub(super) struct Run<'a> {
    pub(super) site: &'a Site,
    templates: &'a Templates,
    sink: &'a dyn Sink,
    pub(super) previous: Option<Comparison<'a>>,
}

/// What became of one output.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) messages: Option<Box<Messages>>,
    pub(super) put: Option<Put>,
    pub(super) bytes: u64,
    pub(super) record: Option<OutputRecord>,
}

impl Run<'_> {
    /// Whether the run makes the output at `path`.
    pub(super) fn has(&self, path: &str) -> bool {
        self.site.config.shard.is_none_or(|shard| shard.has(path))
    }

    /// How many bytes the output at `path` has, when it stands with those that `hash` tells.
    pub(super) fn stands(&self, path: &Arc<str>, hash: Fingerprint) -> Option<u64> {
        self.sink
            .stands(path)
            .filter(|standing| standing.hash == hash)
            .map(|standing| standing.bytes)
    }

    /// Makes everything in the plan. `records` tell what each item followed from the last time,
    /// when that is remembered.
    fn all(&self, records: Vec<Option<OutputRecord>>) -> Vec<Outcome> {
        let items = 0..self.site.items.len();
        if records.len() == items.len() {
            items.into_par_iter().zip(records).map(|(at, record)| self.one(at, record)).collect()
        } else {
            items.into_par_iter().map(|at| self.one(at, None)).collect()
        }
    }

    fn one(&self, at: usize, record: Option<OutputRecord>) -> Outcome {
        let item = &self.site.items[at];
        if !self.has(&item.path) {
            return Outcome::default();
        }
        let is_doubted =
            self.previous.as_ref().is_some_and(|previous| previous.trust() == Trust::Doubted);
        let named_by_bytes =
            matches!(item.what, What::Picture(..) | What::Document(_) | What::Asset);
        if named_by_bytes
            && !is_doubted
            && let Some(standing) = self.sink.stands(&item.path)
        {
            return Outcome::unchanged(None, standing.bytes);
        }
        let is_current = |record: &OutputRecord| {
            self.previous.as_ref().is_some_and(|previous| previous.is_current(record))
        };
        if let Some(record) = record.filter(is_current)
            && let Some(bytes) = self.stands(&item.path, record.bytes)
        {
            return Outcome::unchanged(Some(record), bytes);
        }
        let log = ReadLog::default();
        let made = bytes_of(&self.site.read_by(&log), self.templates, item);
        let Rendered { bytes, notes, fragments } = match made {
            Ok(made) => made,
            Err(note) => return Outcome::failed(note),
        };
        let hash = Fingerprint::of_bytes(&bytes);
        let mut one = self.put(&item.path, &bytes, hash);
        let silent = notes.is_empty() && fragments.is_empty();
        let said = (!silent).then(|| Box::new(Messages { notes, fragments }));
        // What is copied is compared each time, and what could not be put is made again.
        let follows = matches!(item.what, What::Page(_) | What::Export(..) | What::Redirect(_));
        if let Some(previous) = self.previous.as_ref().filter(|_| follows && one.put.is_some()) {
            one.record = previous.record_of(&log.into_reads(), hash, said.clone());
        }
        if let Some(said) = said.filter(|_| one.record.is_none()) {
            let messages = one.messages.get_or_insert_default();
            messages.notes.extend(said.notes);
            messages.fragments = said.fragments;
        }
        one
    }

    /// Looks whether the places that links ask for are there. Gives which of them pages have.
    fn look_for(
        &self,
        fragments: BTreeSet<Fragment>,
        made: &[Outcome],
        notes: &mut Vec<Diagnostic>,
    ) -> Vec<Asked> {
        let known = self.previous.as_ref().map_or(&[][..], Comparison::asked);
        let bytes = |item: usize| made[item].record.as_ref().map(|record| record.bytes);
        let (broken, asked) = broken_fragments(self.site, self.templates, fragments, known, &bytes);
        notes.extend(broken);
        asked
    }

    /// Puts an output.
    pub(super) fn put(&self, path: &Arc<str>, bytes: &[u8], hash: Fingerprint) -> Outcome {
        match self.sink.put(path, bytes, hash) {
            Ok(put) => Outcome { put: Some(put), bytes: bytes.len() as u64, ..Outcome::default() },
            Err(error) => Outcome::failed(failed(path, &error)),
        }
    }

    fn finder(&self) -> FinderFiles<'_> {
        match self.previous.as_ref().and_then(|previous| previous.finder(self)) {
            Some((files, sizes)) => FinderFiles::Standing(files, sizes),
            None => FinderFiles::Made(
                self.site.finder_files().into_iter().filter(|path| self.has(path)).collect(),
            ),
        }
    }
}

impl Outcome {
    fn count(&self, manifest: &mut Manifest) {
        manifest.files += usize::from(self.put.is_some());
        manifest.written += usize::from(self.put == Some(Put::Written));
        manifest.unchanged += usize::from(self.put == Some(Put::Unchanged));
    }

    /// What was said of the output: now, or when it was made. What is remembered stays with it.
    fn take_messages(&mut self) -> Option<Box<Messages>> {
        let said = self.record.as_ref().and_then(|record| record.said.clone());
        self.messages.take().or(said)
    }

    fn failed(note: Diagnostic) -> Self {
        Self {
            messages: Some(Box::new(Messages { notes: vec![note], fragments: Vec::new() })),
            ..Self::default()
        }
    }

    pub(super) fn unchanged(record: Option<OutputRecord>, bytes: u64) -> Self {
        Self { put: Some(Put::Unchanged), record, bytes, ..Self::default() }
    }
}

/// The bytes of one output.
///
/// # Errors
/// A note when it cannot be made.
pub fn bytes_of(
    site: &SiteReader<'_>,
    templates: &Templates,
    item: &Item,
) -> Result<Rendered, Diagnostic> {
    let clean = |bytes: Vec<u8>| Rendered { bytes, notes: Vec::new(), fragments: Vec::new() };
    match &item.what {
        What::Page(page) => {
            let PageHtml { html, mut notes } = templates.page(site, item.language, *page)?;
            let (broken, fragments) = check_links(site, *page, item, &html);
            notes.extend(broken);
            Ok(Rendered { bytes: html.into_bytes(), notes, fragments })
        }
        What::Redirect(redirect) => Ok(clean(stub(site, &redirect.to))),
        What::Asset => Ok(clean(site.bundle.files.get(&*item.path).cloned().unwrap_or_default())),
        What::Picture(at, print) => Ok(clean(site.album.bytes(&site.album.photos()[*at], *print)?)),
        What::Document(path) => {
            let document = site.album.documents().find(|document| document.file.path == *path);
            Ok(clean(document.expect("the plan names documents that there are").file.read()?))
        }
        What::Static(at) => {
            let file = &site.statics[*at];
            let bytes = read_file(&file.location).map_err(|error| {
                let place = Place::file(format!("static/{}", file.path));
                Diagnostic::new(Code::FileUnreadable, place, format!("cannot be read: {error}"))
                    .help("check its permissions")
                    .consequence(Consequence::LeftOut)
            })?;
            let notes = tells_where(&bytes).then(|| taken_at(&file.path)).into_iter().collect();
            Ok(Rendered { notes, ..clean(bytes) })
        }
        What::Export(export, subject) => {
            let made = (export.make)(site, item.language, *subject);
            made.map(clean).map_err(|why| unmade(&item.path, &why))
        }
    }
}

/// A page that leads to another address, for hosts that know no redirects.
fn stub(site: &Site, target: &str) -> Vec<u8> {
    let url = format!("{}{target}", site.config.base_path);
    let canonical = site.absolute(0, target);
    format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>{url}</title>\
         <link rel=\"canonical\" href=\"{canonical}\"><meta name=\"robots\" content=\"noindex\">\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\"></head>\
         <body><a href=\"{url}\">{url}</a></body></html>\n"
    )
    .into_bytes()
}

fn counts(site: &Site) -> Counts {
    let edition = &site.edition;
    Counts {
        experts: edition.experts.len(),
        projects: edition.projects.len(),
        organizations: edition.organization_extent.paged,
        topics: edition.topic_extent.paged,
        requests: edition.requests.len(),
        pages: site.items.iter().filter(|item| matches!(item.what, What::Page(_))).count(),
    }
}
