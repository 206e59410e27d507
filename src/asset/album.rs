//! Which pictures and documents go out, under which names.

use super::crop::Crop;
use super::decode::{self, Flaw};
use super::develop;
use super::document::Document;
use super::gate::Gate;
use super::mentions::{Manner, mentions};
use super::photo::{Photo, Print};
use crate::base::diagnostic::nearest;
use crate::base::{Checked, Code, Diagnostic, Fingerprint, Place};
use crate::edition::{Edition, Image};
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
    store: Store,
}

impl Album {
    /// The picture `file` of the entry whose pictures are in `folder`.
    pub fn get(&self, folder: &str, file: &str, crop: Crop) -> Option<&Photo> {
        self.places.get(&(join(folder, file)?.into(), crop)).map(|at| &self.photos[*at])
    }

    /// The document `file` of the entry whose files are in `folder`.
    pub fn document(&self, folder: &str, file: &str) -> Option<&Document> {
        self.documents.get(join(folder, file)?.as_str())
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
        Fingerprint::of_all([Fingerprint::of(&self.places)].into_iter().chain(photos).chain(documents))
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

/// The path of `file` in `folder`; none when it leads out of it.
fn join(folder: &str, file: &str) -> Option<String> {
    let file = file.trim().trim_start_matches("./");
    let outside = file.is_empty()
        || file.starts_with('/')
        || file.contains(['\\', ':'])
        || file.split('/').any(|part| part == ".." || part.is_empty());
    if outside {
        return None;
    }
    Some(if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") })
}

/// What is wanted of the files beside entries, and what is wrong with the wish.
struct Wishes<'a> {
    beside: &'a Beside,
    pictures: BTreeMap<(Arc<str>, Crop), (&'a BesideFile, Place)>,
    documents: BTreeSet<Arc<str>>,
    notes: Vec<Diagnostic>,
}

/// Looks up the pictures and documents that `edition` shows, and makes every file of the pictures that `store` does not
/// have. So each picture that a page names is there when the page is made.
pub fn album(edition: &Edition, beside: &Beside, widths: &Widths, memo: &Memo, store: Store) -> Checked<Album> {
    let mut wishes = Wishes { beside, pictures: BTreeMap::new(), documents: BTreeSet::new(), notes: Vec::new() };
    for expert in &edition.experts {
        let origin = &expert.record.origin;
        if let Some(photo) = &expert.record.file.photo {
            wishes.picture(&origin.folder, photo, Crop::Portrait(photo.focus), origin.anchor.value("photo"));
        }
    }
    for project in &edition.projects {
        let origin = &project.record.origin;
        for (at, image) in project.record.file.images.iter().enumerate() {
            wishes.picture(&origin.folder, image, Crop::Whole, origin.anchor.value(format!("images[{at}]")));
        }
    }
    for record in edition.organizations.iter().filter_map(|organization| organization.record.as_ref()) {
        if let Some(logo) = &record.file.logo {
            wishes.picture(&record.origin.folder, logo, Crop::Whole, record.origin.anchor.value("logo"));
        }
    }
    wishes.mentioned(edition);
    let Wishes { pictures, documents, mut notes, .. } = wishes;

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
    let mut album = Album { places: BTreeMap::new(), photos: Vec::new(), documents: BTreeMap::new(), store };
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

impl<'a> Wishes<'a> {
    fn picture(&mut self, folder: &str, image: &Image, crop: Crop, place: Place) {
        let file = &image.file;
        let Some(path) = join(folder, file) else {
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
        let within = format!("{folder}/");
        let near = self.beside.keys().filter_map(|known| known.strip_prefix(within.trim_start_matches('/')));
        let note = Diagnostic::new(Code::MissingImage, place, format!("there is no picture `{path}`"));
        self.notes.push(match nearest(file, near) {
            Some(near) => note.help(format!("did you mean `{near}`?")),
            None => note.help("put the picture beside the entry, as JPEG, PNG or WebP"),
        });
    }

    fn wordless(&mut self, place: Place, file: &str, help: &str) {
        let message = format!("nobody who cannot see `{file}` learns what it shows");
        self.notes.push(Diagnostic::new(Code::MissingAlt, place, message).help(help));
    }

    /// What Markdown names. What is not there is left to whoever looks at links.
    fn mentioned(&mut self, edition: &'a Edition) {
        for mention in mentions(edition) {
            let Some(path) = join(mention.folder, &mention.target) else { continue };
            let path: Arc<str> = path.into();
            let Some(file) = self.beside.get(&path) else { continue };
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

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn a_picture_stays_beside_its_entry() {
        assert_eq!(join("experts/jan", "./photo.jpg").as_deref(), Some("experts/jan/photo.jpg"));
        assert_eq!(join("", "photo.jpg").as_deref(), Some("photo.jpg"));
        for outside in ["../amina/photo.jpg", "/etc/passwd", "a/../../b.jpg", "C:\\x.jpg", "", "http://x/y.jpg"] {
            assert_eq!(join("experts/jan", outside), None, "{outside}");
        }
    }
}
