//! The site as it is read by whoever makes one output.

use super::inside::FileOf;
use super::item::{Item, Page, Redirect, What};
use super::lists::{Filter, List};
use super::plan::Site;
use super::questions::{self, question};
use crate::asset::{Album, Crop, Document, Photo};
use crate::base::EntryKind;
use crate::base::read_log::ReadLog;
use crate::base::reads::Aspect;
use crate::edition::EditionReader;
use std::ops::Deref;

/// The site as it is read by whoever makes one output. What follows from the configuration and the
/// theme is as in the [`Site`], on which all outputs follow; entries, lists, addresses and pictures
/// are looked at through a reader, which notes them.
#[derive(Debug, Clone, Copy)]
pub struct SiteReader<'a> {
    site: &'a Site,
    /// What may be seen.
    pub edition: EditionReader<'a>,
}

impl Site {
    /// The site, read without a log.
    pub fn reader(&self) -> SiteReader<'_> {
        SiteReader { site: self, edition: self.edition.reader() }
    }

    /// The site, read by somebody who keeps `log`.
    pub fn read_by<'a>(&'a self, log: &'a ReadLog) -> SiteReader<'a> {
        SiteReader { site: self, edition: self.edition.read_by(log) }
    }
}

impl<'a> SiteReader<'a> {
    /// The site, for what is worked out of all its entries; whoever shows it notes that.
    pub(super) fn site(self) -> &'a Site {
        self.site
    }
}

impl Deref for SiteReader<'_> {
    type Target = Site;

    fn deref(&self) -> &Site {
        self.site
    }
}

/// A list, without what is on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline<'a> {
    pub(super) filter: &'a Filter,
    /// Address of its first page below the language's home page.
    pub(super) path: &'a str,
    /// How many entries are on it.
    pub(super) count: usize,
}

impl<'a> Outline<'a> {
    pub(super) fn of(list: &'a List) -> Self {
        Self { filter: &list.filter, path: &list.path, count: list.cards.len() }
    }
}

impl<'a> SiteReader<'a> {
    /// The list at a place of the plan.
    pub(super) fn list(&self, place: usize) -> &'a List {
        self.note(|log| log.list(place));
        &self.site.lists()[place]
    }

    /// Which lists of a kind there are.
    pub(super) fn lists_of(&self, kind: EntryKind) -> impl Iterator<Item = Outline<'a>> + use<'a> {
        self.note(|log| log.aspect(Aspect::Lists(kind)));
        self.site.lists().iter().filter(move |list| list.of == kind).map(Outline::of)
    }

    /// The letters with which names begin, each with the address of its list.
    pub(super) fn letters(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.note(|log| log.aspect(Aspect::Letters));
        self.site.lists().iter().filter_map(|list| match &list.filter {
            Filter::Letter(letter) => Some((letter.as_str(), list.path.as_str())),
            _ => None,
        })
    }

    /// Which lists there are of a topic in a town.
    pub(super) fn topics_in_places(&self) -> impl Iterator<Item = Outline<'a>> + use<'a> {
        self.note(|log| log.aspect(Aspect::TopicsInPlaces));
        let lists = self.site.lists().iter();
        lists.filter(|list| matches!(list.filter, Filter::TopicIn(..))).map(Outline::of)
    }

    /// The pages of the plan.
    pub fn planned_pages(&self) -> impl Iterator<Item = (&'a Item, Page)> + use<'a> {
        self.note(|log| log.aspect(Aspect::Items));
        self.site.items.iter().filter_map(|item| match item.what {
            What::Page(page) => Some((item, page)),
            _ => None,
        })
    }

    /// Former addresses and where they lead.
    pub fn redirects(&self) -> impl Iterator<Item = &'a Redirect> + use<'a> {
        self.note(|log| log.aspect(Aspect::Former));
        self.site.redirects_unlogged()
    }

    /// Whether an entry that is in lists names a former address.
    pub fn has_former_addresses(&self) -> bool {
        self.note(|log| log.aspect(Aspect::Former));
        self.site.has_former_unlogged()
    }

    /// The place in the plan of the output at `path`, which may end in a slash instead of
    /// `/index.html`.
    pub fn find(&self, path: &str) -> Option<usize> {
        let found = self.site.find(path);
        self.note(|log| {
            let what = found.map(|at| &self.site.items[at].what);
            // These are named by what is in them, and change with every page.
            if !matches!(what, Some(What::Asset)) {
                log.asked(questions::of_output(path), what.and_then(questions::owner));
            }
        });
        found
    }

    /// Whether there is an output at `path`, which may end in a slash instead of `/index.html`.
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// Whether a page is a list by another name of its town, which is known by its own address.
    pub fn stands_for_another(&self, page: Page) -> bool {
        let Page::Listing(at, _) = page else { return false };
        self.note(|log| log.aspect(Aspect::Lists(EntryKind::Expert)));
        matches!(self.site.lists()[at].filter, Filter::PlaceToo(_, Some(_)))
    }

    /// Whether the output at `path` is the map: where nobody is on one, a text page may be there.
    pub(super) fn is_map(&self, path: &str) -> bool {
        let found = self.find(path).map(|at| &self.site.items[at].what);
        matches!(found, Some(What::Page(Page::Map)))
    }

    /// The page of the entries in the file at `path`, where it is known.
    pub(super) fn file(&self, path: &str) -> Option<FileOf> {
        self.note(|log| log.asked(question("file", path), None));
        self.site.files.get(path).copied()
    }

    /// The picture `file` of the entry whose pictures are in `folder`.
    pub(super) fn photo(&self, folder: &str, file: &str, crop: Crop) -> Option<&'a Photo> {
        self.note_beside(Album::path(folder, file));
        self.site.album.get(folder, file, crop)
    }

    /// The picture that Markdown of the entry whose files are in `folder` names as `target`.
    pub(super) fn named_photo(&self, folder: &str, target: &str) -> Option<&'a Photo> {
        self.note_beside(Album::meant(folder, target));
        self.site.album.named(folder, target)
    }

    /// The document that Markdown of the entry whose files are in `folder` names as `target`.
    pub(super) fn document(&self, folder: &str, target: &str) -> Option<&'a Document> {
        self.note_beside(Album::meant(folder, target));
        self.site.album.document(folder, target)
    }

    /// The file that was probably meant where a page of somebody names `target`, beside whose entry
    /// there is none.
    pub fn nearest_file(&self, page: Page, target: &str) -> Option<&'a str> {
        let folder = self.site.folder_of(page)?;
        self.note(|log| {
            if let Some(path) = Album::path(folder, target) {
                log.asked(question("nearest", &path), None);
            }
        });
        self.site.album.nearest(folder, target)
    }

    fn note_beside(&self, paths: impl IntoIterator<Item = String>) {
        self.note(|log| {
            for path in paths {
                log.asked(question("beside", &path), None);
            }
        });
    }

    fn note(&self, note: impl FnOnce(&ReadLog)) {
        if let Some(log) = self.edition.log() {
            note(log);
        }
    }
}
