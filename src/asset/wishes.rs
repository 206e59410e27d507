//! What is wanted of the files beside entries, and what is wrong with the wish.

use super::beside_path::{join, meant};
use super::crop::Crop;
use super::mentions::{Manner, mentions};
use super::unnamed_photo;
use crate::base::diagnostic::nearest;
use crate::base::{Code, Diagnostic, Place, percent};
use crate::edition::{Edition, Image};
use crate::source::{Beside, BesideFile};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// A picture that is wanted: its path, and how it is cut.
pub(super) type Wish = (Arc<str>, Crop);

/// What is wanted of the files beside entries, and what is wrong with the wish.
pub(super) struct Wishes<'a> {
    pub(super) beside: &'a Beside,
    pub(super) pictures: BTreeMap<Wish, (&'a BesideFile, Place)>,
    pub(super) documents: BTreeSet<Arc<str>>,
    pub(super) nearest: BTreeMap<String, String>,
    pub(super) notes: Vec<Diagnostic>,
}

/// Whether a file lies in the folder of the entry itself: those in the folders of others go out
/// with the others alone, who may be hidden. Text pages share theirs.
fn is_own(folder: &str, path: &str) -> bool {
    let lies_in = path.rsplit_once('/').map_or("", |(parent, _)| parent);
    lies_in.nfc().eq(folder.nfc()) || lies_in.split('/').next() == Some("pages")
}

impl<'a> Wishes<'a> {
    /// All pictures and documents that `edition` shows.
    pub(super) fn of(edition: &'a Edition, beside: &'a Beside) -> Self {
        let mut wishes = Self {
            beside,
            pictures: BTreeMap::new(),
            documents: BTreeSet::new(),
            nearest: BTreeMap::new(),
            notes: Vec::new(),
        };
        for expert in &edition.experts {
            let record = &expert.record;
            if let Some(photo) = &expert.record.file.photo {
                wishes.picture(
                    &record.folder,
                    photo,
                    Crop::Portrait(photo.focus),
                    record.anchor.value("photo"),
                );
            }
        }
        for project in &edition.projects {
            let record = &project.record;
            for (at, image) in project.record.file.images.iter().enumerate() {
                wishes.picture(
                    &record.folder,
                    image,
                    Crop::Whole,
                    record.anchor.value(format!("images[{at}]")),
                );
            }
        }
        for record in
            edition.organizations.iter().filter_map(|organization| organization.record.as_ref())
        {
            if let Some(logo) = &record.file.logo {
                wishes.picture(&record.folder, logo, Crop::Whole, record.anchor.value("logo"));
            }
        }
        for record in edition.news.iter().map(|article| &article.record) {
            if let Some(image) = &record.file.image {
                wishes.picture(&record.folder, image, Crop::Whole, record.anchor.value("image"));
            }
        }
        wishes.mentioned(edition);
        unnamed_photo::note(&mut wishes, edition);
        wishes
    }

    fn picture(&mut self, folder: &str, image: &Image, crop: Crop, place: Place) {
        let file = &image.file;
        if file.trim().is_empty() {
            return;
        }
        let Some(path) = join(folder, file).filter(|path| is_own(folder, path)) else {
            self.notes.push(
                Diagnostic::new(
                    Code::PathOutside,
                    place,
                    format!("`{file}` does not lie beside the entry"),
                )
                .help("put the picture in the entry's own folder and name only the file"),
            );
            return;
        };
        let path: Arc<str> = path.into();
        if let Some(picture) = self.beside.get(&path) {
            if image.alt.as_deref().is_none_or(|alt| alt.trim().is_empty()) {
                self.wordless(
                    place.clone(),
                    &image.file,
                    "write `{ file: …, alt: … }` with what there is to see",
                );
            }
            self.pictures.entry((path, crop)).or_insert((picture, place));
            return;
        }
        let near = self.near(folder, file);
        let note =
            Diagnostic::new(Code::MissingImage, place, format!("there is no picture `{path}`"));
        self.notes.push(match near {
            Some(near) => note.help(format!("did you mean `{near}`?")),
            None => note.help("put the picture beside the entry, as JPEG, PNG or WebP"),
        });
    }

    /// The file in `folder` whose name is most like `file`; letter case alone makes no difference.
    fn near(&self, folder: &str, file: &str) -> Option<&'a str> {
        let within =
            if folder.is_empty() { String::new() } else { format!("{folder}/").nfc().collect() };
        let file: String = file.trim().trim_start_matches("./").nfc().collect();
        let all = self
            .beside
            .range::<str, _>((Bound::Included(within.as_str()), Bound::Unbounded))
            .map(|(path, _)| &**path);
        let here =
            all.take_while(|path| path.starts_with(&within)).map(|path| &path[within.len()..]);
        let here: Vec<&'a str> = here.collect();
        let same = here.iter().find(|name| name.to_lowercase() == file.to_lowercase());
        same.copied().or_else(|| nearest(&file, here))
    }

    /// Remembers which file beside the entry was probably meant, for whoever looks at links.
    fn note_nearest(&mut self, folder: &str, target: &str) {
        let plain = percent::decoded(target);
        // A page is not meant for a file beside the entry.
        if !crate::source::may_lie_beside(&plain) {
            return;
        }
        let (Some(path), Some(near)) = (join(folder, target), self.near(folder, &plain)) else {
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
            let known = |path: String| {
                self.beside.get_key_value(path.as_str()).filter(|_| is_own(mention.folder, &path))
            };
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
