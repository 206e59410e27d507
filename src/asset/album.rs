//! Which pictures and documents go out, under which names.

use super::beside_path::{join, meant};
use super::crop::Crop;
use super::decode::{self, Flaw};
use super::develop;
use super::document::Document;
use super::gate::Gate;
use super::mentions::{Manner, mentions};
use super::photo::{Photo, Print};
use crate::base::diagnostic::nearest;
use crate::base::{Checked, Code, Diagnostic, Fingerprint, Place, percent};
use crate::edition::{Edition, Image};
use crate::memo::{Key, Memo, Store};
use crate::source::{Beside, BesideFile};
use crate::theme::Widths;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// All pictures and documents that go out.
#[derive(Debug)]
pub struct Album {
    /// By path and cut, the place of the picture.
    places: BTreeMap<(Arc<str>, Crop), usize>,
    photos: Vec<Photo>,
    documents: BTreeMap<Arc<str>, Document>,
    /// For paths that Markdown names and at which nothing is, the name of the file that was probably meant.
    nearest: BTreeMap<String, String>,
    store: Store,
}

impl Album {
    /// The picture `file` of the entry whose pictures are in `folder`.
    pub fn get(&self, folder: &str, file: &str, crop: Crop) -> Option<&Photo> {
        self.places.get(&(join(folder, file)?.into(), crop)).map(|at| &self.photos[*at])
    }

    /// The picture that Markdown of the entry whose files are in `folder` names as `target`.
    pub fn named(&self, folder: &str, target: &str) -> Option<&Photo> {
        let at = meant(folder, target).find_map(|path| self.places.get(&(path.into(), Crop::Whole)))?;
        Some(&self.photos[*at])
    }

    /// The document that Markdown of the entry whose files are in `folder` names as `target`.
    pub fn document(&self, folder: &str, target: &str) -> Option<&Document> {
        meant(folder, target).find_map(|path| self.documents.get(path.as_str()))
    }

    /// The file that was probably meant by a `target` beside which there is none, as its author would write it.
    pub fn nearest(&self, folder: &str, target: &str) -> Option<&str> {
        self.nearest.get(&join(folder, target)?).map(String::as_str)
    }

    /// All pictures.
    pub fn photos(&self) -> &[Photo] {
        &self.photos
    }

    /// All documents.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.values()
    }

    /// What pages follow from: which pictures and documents there are, under which names, in which sizes.
    pub fn fingerprint(&self) -> Fingerprint {
        let photos = self.photos.iter().map(|photo| Fingerprint::of(&(&photo.name, &photo.sizes)));
        let documents = self.documents.iter().map(|(path, it)| Fingerprint::of(&(path, &it.path, it.file.size)));
        let first = [Fingerprint::of(&self.places), Fingerprint::of(&self.nearest)];
        Fingerprint::of_all(first.into_iter().chain(photos).chain(documents))
    }

    /// Forgets what was kept of pictures that do not go out any more.
    pub fn forget_others(&self) {
        self.store.sweep();
    }

    /// The bytes of one file of a picture.
    ///
    /// # Errors
    /// A note when the picture cannot be made any more.
    pub fn bytes(&self, photo: &Photo, print: Print) -> Result<Vec<u8>, Diagnostic> {
        develop::print(photo, print, &self.store).map_err(|flaw| note(&photo.file, flaw))
    }
}

/// What is wanted of the files beside entries, and what is wrong with the wish.
struct Wishes<'a> {
    beside: &'a Beside,
    pictures: BTreeMap<(Arc<str>, Crop), (&'a BesideFile, Place)>,
    documents: BTreeSet<Arc<str>>,
    nearest: BTreeMap<String, String>,
    notes: Vec<Diagnostic>,
}

/// Looks up the pictures and documents that `edition` shows, and makes every file of the pictures that `store` does not
/// have. So each picture that a page names is there when the page is made.
pub fn album(edition: &Edition, beside: &Beside, widths: &Widths, memo: &Memo, store: Store) -> Checked<Album> {
    let mut wishes = Wishes {
        beside,
        pictures: BTreeMap::new(),
        documents: BTreeSet::new(),
        nearest: BTreeMap::new(),
        notes: Vec::new(),
    };
    for expert in &edition.experts {
        let record = &expert.record;
        if let Some(photo) = &expert.record.file.photo {
            wishes.picture(&record.folder, photo, Crop::Portrait(photo.focus), record.anchor.value("photo"));
        }
    }
    for project in &edition.projects {
        let record = &project.record;
        for (at, image) in project.record.file.images.iter().enumerate() {
            wishes.picture(&record.folder, image, Crop::Whole, record.anchor.value(format!("images[{at}]")));
        }
    }
    for record in edition.organizations.iter().filter_map(|organization| organization.record.as_ref()) {
        if let Some(logo) = &record.file.logo {
            wishes.picture(&record.folder, logo, Crop::Whole, record.anchor.value("logo"));
        }
    }
    wishes.mentioned(edition);
    let Wishes { pictures, documents, nearest, mut notes, .. } = wishes;

    let gate = Gate::default();
    let looked: Vec<_> = pictures
        .into_par_iter()
        .map(|((path, crop), (file, place))| {
            let version = version(file);
            let seen = memo.recall(
                || Key::of(&[b"picture 3", &crop.tag(), path.as_bytes(), &version, format!("{widths:?}").as_bytes()]),
                || look(file, crop, widths, &store, &gate).map_err(|note| note.and(place.clone())),
            );
            ((path, crop), place, seen)
        })
        .collect();
    let mut album = Album { places: BTreeMap::new(), photos: Vec::new(), documents: BTreeMap::new(), nearest, store };
    let mut moving = BTreeMap::new();
    for (key, place, seen) in looked {
        match seen.as_ref() {
            Ok(photo) => {
                if photo.moves {
                    moving.entry(photo.file.path.clone()).or_insert(place);
                }
                album.places.insert(key, album.photos.len());
                album.photos.push(photo.clone());
            }
            Err(note) => notes.push(note.clone()),
        }
    }
    notes.extend(moving.into_iter().map(|(path, place)| stands_still(path, place)));
    for path in documents {
        let Some((file, ending)) = beside.get(&path).and_then(|file| Some((file, file.document()?))) else { continue };
        let read =
            memo.recall(|| Key::of(&[b"document 1", path.as_bytes(), &version(file)]), || Document::read(file, ending));
        match read.as_ref() {
            Ok(document) => {
                album.documents.insert(path, document.clone());
            }
            Err(note) => notes.push(note.clone()),
        }
    }
    Checked::new(album, notes)
}

/// Whether a file lies in the folder of the entry itself: those in the folders of others go out with the others alone,
/// who may be hidden. Text pages share theirs.
fn is_own(folder: &str, path: &str) -> bool {
    let lies_in = path.rsplit_once('/').map_or("", |(parent, _)| parent);
    lies_in.nfc().eq(folder.nfc()) || lies_in.split('/').next() == Some("pages")
}

impl<'a> Wishes<'a> {
    fn picture(&mut self, folder: &str, image: &Image, crop: Crop, place: Place) {
        let file = &image.file;
        if file.trim().is_empty() {
            return;
        }
        let Some(path) = join(folder, file).filter(|path| is_own(folder, path)) else {
            self.notes.push(
                Diagnostic::new(Code::PathOutside, place, format!("`{file}` does not lie beside the entry"))
                    .help("put the picture in the entry's own folder and name only the file"),
            );
            return;
        };
        let path: Arc<str> = path.into();
        if let Some(picture) = self.beside.get(&path) {
            if image.alt.as_deref().is_none_or(|alt| alt.trim().is_empty()) {
                self.wordless(place.clone(), &image.file, "write `{ file: …, alt: … }` with what there is to see");
            }
            self.pictures.entry((path, crop)).or_insert((picture, place));
            return;
        }
        let near = self.near(folder, file);
        let note = Diagnostic::new(Code::MissingImage, place, format!("there is no picture `{path}`"));
        self.notes.push(match near {
            Some(near) => note.help(format!("did you mean `{near}`?")),
            None => note.help("put the picture beside the entry, as JPEG, PNG or WebP"),
        });
    }

    /// The file in `folder` whose name is most like `file`; letter case alone makes no difference.
    fn near(&self, folder: &str, file: &str) -> Option<&'a str> {
        let within = if folder.is_empty() { String::new() } else { format!("{folder}/").nfc().collect() };
        let file: String = file.trim().trim_start_matches("./").nfc().collect();
        let all =
            self.beside.range::<str, _>((Bound::Included(within.as_str()), Bound::Unbounded)).map(|(path, _)| &**path);
        let here = all.take_while(|path| path.starts_with(&within)).map(|path| &path[within.len()..]);
        let here: Vec<&'a str> = here.collect();
        let same = here.iter().find(|name| name.to_lowercase() == file.to_lowercase());
        same.copied().or_else(|| nearest(&file, here))
    }

    /// Remembers which file beside the entry was probably meant, for whoever looks at links.
    fn note_nearest(&mut self, folder: &str, target: &str) {
        let plain = percent::decoded(target);
        // A page is not meant for a file beside the entry.
        let is_file = crate::source::may_lie_beside(&plain);
        let (Some(path), Some(near)) = (join(folder, target), self.near(folder, &plain).filter(|_| is_file)) else {
            return;
        };
        self.nearest.insert(path, near.to_owned());
    }

    fn wordless(&mut self, place: Place, file: &str, help: &str) {
        let message = format!("nobody who cannot see `{file}` learns what it shows");
        self.notes.push(Diagnostic::new(Code::MissingAlt, place, message).help(help));
    }

    /// What Markdown names. What is not there is left to whoever looks at links.
    fn mentioned(&mut self, edition: &'a Edition) {
        for mention in mentions(edition) {
            let known =
                |path: String| self.beside.get_key_value(path.as_str()).filter(|_| is_own(mention.folder, &path));
            let Some((path, file)) = meant(mention.folder, &mention.target).find_map(known) else {
                self.note_nearest(mention.folder, &mention.target);
                continue;
            };
            let path = path.clone();
            if file.document().is_some() {
                self.documents.insert(path);
                continue;
            }
            if mention.manner == Manner::WordlessPicture {
                self.wordless(
                    mention.place.clone(),
                    &mention.target,
                    "say it between the brackets: ![what it shows](…)",
                );
            }
            // Whether it is shown or linked to, what goes out is made anew.
            self.pictures.entry((path, Crop::Whole)).or_insert((file, mention.place));
        }
    }
}

/// Tells versions of a file apart.
fn version(file: &BesideFile) -> Vec<u8> {
    let (seconds, nanos) = file.changed;
    format!("{} {seconds} {nanos} {}", file.size, file.location.display()).into_bytes()
}

fn look(file: &BesideFile, crop: Crop, widths: &Widths, store: &Store, gate: &Gate) -> Result<Photo, Diagnostic> {
    let bytes = file.read()?;
    let made = || {
        let photo = Photo::new(file, &bytes, decode::size(&bytes)?, crop, widths);
        develop::develop(&photo, &bytes, store, gate)?;
        Ok(photo)
    };
    made().map_err(|flaw| note(file, flaw))
}

fn stands_still(path: Arc<str>, place: Place) -> Diagnostic {
    let message = "the picture moves, and only its first frame is shown";
    Diagnostic::new(Code::MovingImage, Place::file(path), message)
        .and(place)
        .help("choose the frame that says most; Markdown shows an animation of static/ as it is: ![…](/run.gif)")
}

fn note(file: &BesideFile, flaw: Flaw) -> Diagnostic {
    Diagnostic::new(flaw.code, Place::file(file.path.clone()), flaw.why).help(flaw.help)
}
