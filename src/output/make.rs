//! From the plan to bytes: one loop over all outputs.

use super::bytes::bytes_of;
use super::finder_files::FinderFiles;
use super::links::{Asked, Fragment, broken_fragments};
use super::manifest::{Counts, Manifest};
use super::manifest_notes::{failed, foreign, prevents, weigh};
use super::people::{self, too_many_gone};
use super::previous::{Comparison, PreviousBuild, Trust};
use super::remembered::{Messages, OutputRecord};
use super::sink::{Changes, Put, Sink};
use crate::base::read_log::ReadLog;
use crate::base::{Checked, Diagnostic, EntryKind, Fingerprint};
use crate::render::Templates;
use crate::site::{Site, What};
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
    let changes = end(sink, published, &mut notes);
    let published = published && changes.is_some();
    manifest.changes = changes.unwrap_or_default();
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

/// Ends a run: what was made stands, or else what stood before does. None when the sink fails.
fn end(sink: &dyn Sink, published: bool, notes: &mut Vec<Diagnostic>) -> Option<Changes> {
    let ended = if published { sink.end() } else { sink.abandon().map(|()| Changes::default()) };
    let changes = match ended {
        Ok(changes) => {
            notes.extend(foreign(&changes.foreign));
            Some(changes)
        }
        Err(error) => {
            notes.push(failed(".", &error));
            None
        }
    };
    notes.dedup();
    changes
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

fn counts(site: &Site) -> Counts {
    Counts {
        entries: EntryKind::ALL.map(|kind| site.edition.count_paged(kind)),
        pages: site.items.iter().filter(|item| matches!(item.what, What::Page(_))).count(),
    }
}
