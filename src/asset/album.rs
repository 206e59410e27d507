//! Which pictures and documents go out, under which names.

use super::beside_path::{join, meant};
use super::crop::Crop;
use super::decode::{self, Flaw};
use super::develop;
use super::document::Document;
use super::photo::{Photo, Print};
use super::rooms::Rooms;
use super::wishes::{Wish, Wishes};
use crate::base::{Checked, Code, Diagnostic, Fingerprint, Place};
use crate::edition::Edition;
use crate::memo::{Key, Memo, Store};
use crate::source::{Beside, BesideFile};
use crate::theme::Widths;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All pictures and documents that go out.
#[derive(Debug)]
pub struct Album {
    /// By path and cut, the place of the picture.
    places: BTreeMap<(Arc<str>, Crop), usize>,
    photos: Vec<Photo>,
    documents: BTreeMap<Arc<str>, Document>,
    /// For paths that Markdown names and at which nothing is, the name of the file that was
    /// probably meant.
    nearest: BTreeMap<String, String>,
    rooms: Rooms,
}

impl Album {
    /// The picture `file` of the entry whose pictures are in `folder`.
    pub fn get(&self, folder: &str, file: &str, crop: Crop) -> Option<&Photo> {
        self.places.get(&(join(folder, file)?.into(), crop)).map(|at| &self.photos[*at])
    }

    /// The picture that Markdown of the entry whose files are in `folder` names as `target`.
    pub fn named(&self, folder: &str, target: &str) -> Option<&Photo> {
        let at =
            meant(folder, target).find_map(|path| self.places.get(&(path.into(), Crop::Whole)))?;
        Some(&self.photos[*at])
    }

    /// The document that Markdown of the entry whose files are in `folder` names as `target`.
    pub fn document(&self, folder: &str, target: &str) -> Option<&Document> {
        meant(folder, target).find_map(|path| self.documents.get(path.as_str()))
    }

    /// The file that was probably meant by a `target` beside which there is none, as its author
    /// would write it.
    pub fn nearest(&self, folder: &str, target: &str) -> Option<&str> {
        self.nearest.get(&join(folder, target)?).map(String::as_str)
    }

    /// All pictures.
    pub fn photos(&self) -> &[Photo] {
        &self.photos
    }

    /// The document that is the file at `path`.
    pub fn document_at(&self, path: &str) -> Option<&Document> {
        self.documents.get(path)
    }

    /// All documents.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.values()
    }

    /// The path of the file `file` in `folder`; none when it leads out of it.
    pub fn path(folder: &str, file: &str) -> Option<String> {
        join(folder, file)
    }

    /// The paths that the target of a link in Markdown of an entry in `folder` may mean.
    pub fn meant(folder: &str, target: &str) -> impl Iterator<Item = String> {
        meant(folder, target)
    }

    /// What pages follow from, by the paths of files: as which pictures and document each goes out,
    /// under which names, in which sizes.
    pub fn marks(&self) -> BTreeMap<&str, Fingerprint> {
        let mut marks: BTreeMap<&str, Vec<Fingerprint>> = BTreeMap::new();
        for ((path, crop), at) in &self.places {
            let photo = &self.photos[*at];
            let mark = Fingerprint::of(&(crop, &photo.name, &photo.sizes));
            marks.entry(path).or_default().push(mark);
        }
        for (path, document) in &self.documents {
            let mark = Fingerprint::of(&(&document.path, document.file.size));
            marks.entry(path).or_default().push(mark);
        }
        marks.into_iter().map(|(path, marks)| (path, Fingerprint::of_all(marks))).collect()
    }

    /// The paths at which nothing is, though Markdown names them, each with the file that was
    /// probably meant.
    pub fn nearest_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.nearest.iter().map(|(path, near)| (path.as_str(), near.as_str()))
    }

    /// Forgets what was kept of pictures that do not go out any more.
    pub fn forget_others(&self) {
        self.rooms.store.sweep();
    }

    /// The bytes of one file of a picture.
    ///
    /// # Errors
    /// A note when the picture cannot be made any more.
    pub fn bytes(&self, photo: &Photo, print: Print) -> Result<Vec<u8>, Diagnostic> {
        develop::print(photo, print, &self.rooms).map_err(|flaw| note(&photo.file, flaw))
    }
}

/// Looks up the pictures and documents that `edition` shows. Pictures are read whole, but for those
/// whose files `store` has: so each that a page names can be made when the page is there.
pub fn album(
    edition: &Edition,
    beside: &Beside,
    widths: &Widths,
    memo: &Memo,
    store: Store,
) -> Checked<Album> {
    let Wishes { pictures, documents, nearest, mut notes, .. } = Wishes::of(edition, beside);

    let rooms = Rooms::open(store);
    let looked = looked_at(pictures, widths, memo, &rooms);
    let mut album = Album {
        places: BTreeMap::new(),
        photos: Vec::new(),
        documents: BTreeMap::new(),
        nearest,
        rooms,
    };
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
    album.add_documents(documents, beside, memo, &mut notes);
    Checked::new(album, notes)
}

/// A picture that was looked at: what it goes out as, or what is wrong with it.
type Looked = (Wish, Place, Arc<Result<Photo, Diagnostic>>);

/// Looks at every picture, in parallel; those that were looked at before are remembered.
fn looked_at(
    pictures: BTreeMap<Wish, (&BesideFile, Place)>,
    widths: &Widths,
    memo: &Memo,
    rooms: &Rooms,
) -> Vec<Looked> {
    let widths_in_words = format!("{widths:?}");
    let one = |((path, crop), (file, place)): (Wish, (&BesideFile, Place))| {
        let version = version(file);
        let parts =
            [b"picture 3", &crop.tag()[..], path.as_bytes(), &version, widths_in_words.as_bytes()];
        let look = || look(file, crop, widths, rooms).map_err(|note| note.and(place.clone()));
        let seen = memo.recall(|| Key::of(&parts), look);
        ((path, crop), place, seen)
    };
    pictures.into_par_iter().map(one).collect()
}

impl Album {
    fn add_documents(
        &mut self,
        documents: BTreeSet<Arc<str>>,
        beside: &Beside,
        memo: &Memo,
        notes: &mut Vec<Diagnostic>,
    ) {
        for path in documents {
            let file = beside.get(&path).and_then(|file| Some((file, file.document()?)));
            let Some((file, ending)) = file else { continue };
            let read = memo.recall(
                || Key::of(&[b"document 1", path.as_bytes(), &version(file)]),
                || Document::read(file, ending),
            );
            match read.as_ref() {
                Ok(document) => {
                    self.documents.insert(path, document.clone());
                }
                Err(note) => notes.push(note.clone()),
            }
        }
    }
}

/// Tells versions of a file apart.
fn version(file: &BesideFile) -> Vec<u8> {
    let (seconds, nanos) = file.changed;
    format!("{} {seconds} {nanos} {}", file.size, file.location.display()).into_bytes()
}

fn look(
    file: &BesideFile,
    crop: Crop,
    widths: &Widths,
    rooms: &Rooms,
) -> Result<Photo, Diagnostic> {
    let bytes = file.read()?;
    let made = || {
        let photo = Photo::new(file, &bytes, decode::size(&bytes)?, crop, widths);
        develop::see_whole(&photo, &bytes, rooms)?;
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
