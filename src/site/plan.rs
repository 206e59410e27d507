//! From the edition to the site: every address, and what is there.

use super::collisions::kept;
use super::inside::Files;
use super::item::{Export, Item, Page, What};
use super::lists::{List, lists};
use super::own_files::static_twins;
use super::paths::Paths;
use super::routes::output_path;
use crate::asset::{Album, Bundle, Print};
use crate::base::{Checked, Code, Consequence, Diagnostic, EntryKind, Spill};
use crate::config::{Config, Kind};
use crate::edition::{Edition, Expert, RequestId};
use crate::finder::{Dataset, Fitting};
use crate::memo::Store;
use crate::source::StaticFile;
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Every address of the site, and all that is needed to show what is there. Complete, and never
/// changed.
#[derive(Debug)]
pub struct Site {
    /// What the owner wants.
    pub config: Config,
    /// What may be seen.
    pub edition: Edition,
    /// The look.
    pub theme: Theme,
    /// The pictures.
    pub album: Album,
    /// The theme's assets.
    pub bundle: Bundle,
    /// Files that are copied as they are.
    pub statics: Vec<StaticFile>,
    /// Lists of cards.
    lists: Vec<List>,
    /// The pages of the files in which entries stand.
    pub(super) files: Files,
    /// Every output, in a fixed order.
    pub items: Vec<Item>,
    pub(super) paths: Paths,
    /// The finder's files in each language, when somebody has asked for them.
    pub(super) datasets: Vec<OnceLock<Dataset>>,
    /// Where it is kept what entries say in words.
    pub(super) words: Option<Store>,
    /// Who fits the open requests that name no needs, when somebody has asked for it.
    pub(super) fittings: OnceLock<BTreeMap<RequestId, Fitting>>,
}

/// Plans the site.
pub fn plan(
    edition: Edition,
    theme: Theme,
    album: Album,
    bundle: Bundle,
    statics: Vec<StaticFile>,
    exports: &'static [Export],
    config: &Config,
) -> Checked<Site> {
    let lists = lists(&edition, config);
    let mut site = Site {
        config: config.clone(),
        edition,
        theme,
        album,
        bundle,
        statics,
        lists,
        files: Files::new(),
        items: Vec::new(),
        paths: Paths::default(),
        datasets: config.languages.iter().map(|_| OnceLock::new()).collect(),
        words: None,
        fittings: OnceLock::new(),
    };
    let mut notes = Vec::new();
    site.files = site.files(&site.pages());
    site.add_pages(&mut notes);
    site.add_assets(&mut notes);
    site.add_statics(&mut notes);
    for export in exports {
        for language in 0..site.config.languages.len() {
            for (path, subject) in (export.files)(&site.reader(), language) {
                let what = What::Export(export, subject);
                site.add(Item { path: path.into(), language, what }, &mut notes);
            }
        }
    }
    site.add_former(&mut notes);
    site.reader().note_own_files(&mut notes);
    notes.extend(super::menu::check(&site.reader()));
    notes.extend(site.no_map());
    notes.extend(site.form_notes());
    notes.extend(super::style::check(&site));
    Checked::new(site, notes)
}

impl Site {
    fn add_pages(&mut self, notes: &mut Vec<Diagnostic>) {
        for language in 0..self.config.languages.len() {
            for page in self.pages() {
                let route = format!("{}{}", self.routes().prefix(language), self.route(page));
                if let (Page::Page(_), Some(source)) = (page, self.source(page))
                    && (self.is_kept(&route, language) || self.is_of_form(&route, language))
                {
                    let of_form = self.is_of_form(&route, language);
                    notes.extend((language == 0).then(|| kept(&source, &route, of_form)));
                    continue;
                }
                let path = output_path(&route).into();
                self.add(Item { path, language, what: What::Page(page) }, notes);
            }
        }
    }

    /// Adds what pages load: the theme's files, pictures and documents.
    fn add_assets(&mut self, notes: &mut Vec<Diagnostic>) {
        for path in self.wanted_assets() {
            self.add(Item { path: path.into(), language: 0, what: What::Asset }, notes);
        }
        let pictures = self.album.photos().iter().enumerate().flat_map(|(at, photo)| {
            let path = |print: Print| photo.path(print.width, print.format);
            photo.prints().map(move |print| (path(print), What::Picture(at, print)))
        });
        let documents = self.album.documents();
        let documents = documents.map(|it| (it.path.clone(), What::Document(it.file.path.clone())));
        for (path, what) in pictures.chain(documents).collect::<Vec<_>>() {
            // Two entries may show the same picture.
            if !self.has(&path) {
                self.add(Item { path: path.into(), language: 0, what }, notes);
            }
        }
    }

    fn add_statics(&mut self, notes: &mut Vec<Diagnostic>) {
        notes.extend(static_twins(&self.statics));
        for at in 0..self.statics.len() {
            let path: Arc<str> = self.statics[at].path.as_str().into();
            let lower = path.to_lowercase();
            if lower.starts_with("finder/") || (*path != *lower && self.has(&lower)) {
                let note = kept(&format!("static/{path}"), &lower, false);
                notes.push(note.consequence(Consequence::LeftOut));
                continue;
            }
            if let Some(note) = self.in_the_way(&path) {
                notes.push(note);
                continue;
            }
            self.add(Item { path, language: 0, what: What::Static(at) }, notes);
        }
    }
}

impl Site {
    /// Whether there is a map: with somebody on it.
    fn has_map(&self) -> bool {
        let is_there = |(_, expert): (_, &Expert)| super::show::is_on_map(expert);
        self.config.map && self.edition.listed_experts().any(is_there)
    }

    /// Says of a map that is asked for why there is none.
    fn no_map(&self) -> Option<Diagnostic> {
        let is_network = self.config.kind == Kind::Network;
        if !self.config.map || (is_network && self.has_map()) {
            return None;
        }
        let (message, help) = if is_network {
            (
                "`map: true` makes no page yet: nobody is in a town that is known",
                "`vakwerk places check` names the towns that are to be settled",
            )
        } else {
            (
                "`map: true` makes no page: a map is of a network",
                "take it out here; in a network it shows where people are",
            )
        };
        let place = self.config.place("map");
        Some(Diagnostic::new(Code::NoMap, place, message).help(help.to_owned()))
    }

    /// All pages of one language.
    fn pages(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        let edition = &self.edition;
        if self.config.kind == Kind::Network {
            pages.push(Page::Home);
        }
        let entries = |kind: EntryKind| {
            (0..edition.count_paged(kind)).map(move |index| Page::of_entry(kind, index))
        };
        let in_sections = EntryKind::ALL.into_iter().filter(|kind| kind.has_section());
        pages.extend(in_sections.flat_map(entries));
        for (at, list) in self.lists.iter().enumerate() {
            pages.extend(
                (0..list.count_pages(&self.config)).map(|number| Page::Listing(at, number)),
            );
        }
        if edition.topic_extent.listed > 0 {
            pages.push(Page::Topics);
        }
        if self.config.kind == Kind::Network {
            pages.extend([Page::Network, Page::Search]);
            pages.extend(self.has_map().then_some(Page::Map));
        }
        pages.extend(self.config.is_joined_by_form().then_some(Page::Join));
        pages.extend(self.config.has_form().then_some(Page::Edit));
        pages.extend(entries(EntryKind::Page));
        pages.push(Page::NotFound);
        pages
    }

    /// The content file that a page is about.
    pub fn source(&self, page: Page) -> Option<Arc<str>> {
        self.source_in(page, 0)
    }

    /// The content file that a page in a language is about: the translation, when there is one.
    pub fn source_in(&self, page: Page, language: usize) -> Option<Arc<str>> {
        let (kind, index) = match page {
            Page::Home
                if self.config.kind == Kind::Portfolio && !self.edition.experts.is_empty() =>
            {
                (EntryKind::Expert, 0)
            }
            page => page.entry()?,
        };
        let files = self.edition.files_of(kind, index)?;
        let language = self.config.languages.get(language).filter(|_| language > 0);
        let translated = files.translations.iter().find(|(known, _)| Some(*known) == language);
        Some(translated.map_or(files.own, |(_, anchor)| anchor).file.clone())
    }

    /// The lists, for whoever keeps no log.
    pub(super) fn lists(&self) -> &[List] {
        &self.lists
    }

    /// Where long texts are.
    pub fn spill(&self) -> &Spill {
        &self.edition.spill
    }

    /// The place in `items` of the output at `path`, which may end in a slash instead of
    /// `/index.html`.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.paths.find(&self.items, path)
    }

    /// Whether there is an output at `path`, which may end in a slash instead of `/index.html`.
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    pub(super) fn add(&mut self, item: Item, notes: &mut Vec<Diagnostic>) {
        self.items.push(item);
        let Some(taken) = self.paths.add_last(&self.items) else { return };
        let item = self.items.pop().expect("it was added above");
        notes.extend(self.collision(&self.items[taken], &item, notes));
    }
}
