//! From the plan to bytes: one loop over all outputs.

use super::links::{Fragment, broken_fragments, check_links};
use super::manifest::{Counts, Manifest};
use super::sink::{Put, Sink};
use crate::base::{Checked, Code, Consequence, Diagnostic, Level, Place};
use crate::config::Deny;
use crate::render::Templates;
use crate::site::{Item, Site, What};
use crate::source::read_file;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io;

/// The bytes of an output.
#[derive(Debug)]
pub struct Made {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What was noticed on the way.
    pub notes: Vec<Diagnostic>,
    /// Links to places in other pages, which can be checked when all pages are there.
    pub fragments: Vec<Fragment>,
}

/// Makes every output of `site` and puts it into `sink`. When one cannot be made, or a run with these notes is denied,
/// nothing changes, so that an older site stays as it is.
pub fn make(site: &Site, sink: &dyn Sink, earlier: &[Diagnostic]) -> Checked<Manifest> {
    let mut manifest = Manifest { counts: counts(site), ..Manifest::default() };
    let Checked { value: templates, mut notes } = Templates::new(site);
    if !notes.is_empty() {
        return Checked::new(manifest, notes);
    }
    let finder = site.finder_files();
    let paths = site.items.iter().map(|item| item.path.as_str()).chain(finder.iter().map(|(path, _)| *path));
    if let Err(error) = sink.begin(&mut { paths }) {
        notes.push(failed(".", &error));
        return Checked::new(manifest, notes);
    }
    let mut made: Vec<(Vec<Diagnostic>, Vec<Fragment>, Option<Put>)> =
        site.items.par_iter().map(|item| one(site, &templates, item, sink)).collect();
    made.par_extend(finder.par_iter().map(|(path, bytes)| put(path, bytes, sink)));
    let mut fragments = BTreeSet::new();
    for (found, pointing, put) in made {
        notes.extend(found);
        fragments.extend(pointing);
        manifest.files += usize::from(put.is_some());
        manifest.written += usize::from(put == Some(Put::Written));
        manifest.unchanged += usize::from(put == Some(Put::Unchanged));
    }
    notes.extend(broken_fragments(site, &templates, fragments));
    notes.extend(templates.faults());
    let published = !notes.iter().chain(earlier).any(|note| prevents(note, site.config.deny));
    let ended = if published { sink.end() } else { sink.abandon().map(|()| 0) };
    match ended {
        Ok(removed) => manifest.removed = removed,
        Err(error) => notes.push(failed(".", &error)),
    }
    manifest.published = published;
    Checked::new(manifest, notes)
}

/// Whether nothing is published because of a note.
fn prevents(note: &Diagnostic, deny: Deny) -> bool {
    note.consequence == Consequence::NotPublished || (deny == Deny::Warnings && note.level < Level::Hint)
}

fn one(
    site: &Site,
    templates: &Templates,
    item: &Item,
    sink: &dyn Sink,
) -> (Vec<Diagnostic>, Vec<Fragment>, Option<Put>) {
    let named_by_bytes = matches!(item.what, What::Picture(..) | What::Document(_) | What::Asset);
    if named_by_bytes && sink.stands(&item.path) {
        return (Vec::new(), Vec::new(), Some(Put::Unchanged));
    }
    let made = match bytes_of(site, templates, item) {
        Ok(made) => made,
        Err(note) => return (vec![note], Vec::new(), None),
    };
    let Made { bytes, mut notes, fragments } = made;
    let (failed, _, put) = put(&item.path, &bytes, sink);
    notes.extend(failed);
    (notes, fragments, put)
}

fn put(path: &str, bytes: &[u8], sink: &dyn Sink) -> (Vec<Diagnostic>, Vec<Fragment>, Option<Put>) {
    match sink.put(path, bytes) {
        Ok(put) => (Vec::new(), Vec::new(), Some(put)),
        Err(error) => (vec![failed(path, &error)], Vec::new(), None),
    }
}

fn failed(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::OutputFailed, Place::file("output"), format!("`{path}` cannot be written: {error}"))
        .help("see whether the disk is full and whether you may write there")
}

/// The bytes of one output.
///
/// # Errors
/// A note when it cannot be made.
pub fn bytes_of(site: &Site, templates: &Templates, item: &Item) -> Result<Made, Diagnostic> {
    let clean = |bytes: Vec<u8>| Made { bytes, notes: Vec::new(), fragments: Vec::new() };
    match &item.what {
        What::Page(page) => {
            let html = templates.page(site, item.language, *page)?;
            let (notes, fragments) = check_links(site, *page, item, &html);
            Ok(Made { bytes: html.into_bytes(), notes, fragments })
        }
        What::Redirect(redirect) => Ok(clean(stub(site, &redirect.to))),
        What::Asset => Ok(clean(site.bundle.files.get(&item.path).cloned().unwrap_or_default())),
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
            })?;
            Ok(clean(bytes))
        }
        What::Export(export, subject) => Ok(clean((export.make)(site, item.language, *subject))),
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
        organizations: edition.organizations.len(),
        topics: edition.topics.len(),
        requests: edition.requests.len(),
        pages: site.items.iter().filter(|item| matches!(item.what, What::Page(_))).count(),
    }
}
