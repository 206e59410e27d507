//! Which pictures go out, in which sizes, under which names.

use crate::base::{Checked, Code, Diagnostic, Place};
use crate::edition::Edition;
use crate::memo::{Key, Memo};
use crate::source::{PictureFile, Pictures};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Pictures of more pixels are not decoded.
pub(super) const MOST_PIXELS: u64 = 50_000_000;

/// How a picture is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crop {
    /// A portrait, four to five, cut around the upper middle.
    Portrait,
    /// The whole picture.
    Whole,
}

impl Crop {
    /// The widths that are made, in pixels.
    pub fn widths(self) -> &'static [u32] {
        match self {
            Self::Portrait => &[96, 240, 480, 800],
            Self::Whole => &[480, 960, 1600],
        }
    }
}

/// A picture that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Where it comes from.
    pub file: PictureFile,
    /// Its name in the output: a hash of its bytes and its cut, which says nothing of the person.
    pub name: String,
    /// How it is cut.
    pub crop: Crop,
    /// Its sizes in pixels, smallest first.
    pub sizes: Vec<(u32, u32)>,
}

impl Photo {
    /// The path of a size in the output.
    pub fn path(&self, width: u32) -> String {
        format!("pictures/{}-{width}.jpg", self.name)
    }
}

/// All pictures that go out, by entry folder, file and cut.
#[derive(Debug, Default)]
pub struct Album {
    places: BTreeMap<(Arc<str>, Crop), usize>,
    photos: Vec<Photo>,
}

impl Album {
    /// The picture `file` of the entry whose pictures are in `folder`.
    pub fn get(&self, folder: &str, file: &str, crop: Crop) -> Option<&Photo> {
        self.places.get(&(join(folder, file)?.into(), crop)).map(|at| &self.photos[*at])
    }

    /// All pictures.
    pub fn photos(&self) -> &[Photo] {
        &self.photos
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

/// Looks up the pictures that `edition` shows.
pub fn album(edition: &Edition, pictures: &Pictures, memo: &Memo) -> Checked<Album> {
    let mut notes = Vec::new();
    let mut wanted: BTreeMap<(Arc<str>, Crop), (&PictureFile, Place)> = BTreeMap::new();
    let mut want = |folder: &str, file: &str, crop: Crop, place: Place| {
        let Some(path) = join(folder, file) else {
            notes.push(
                Diagnostic::new(Code::PathOutside, place, format!("`{file}` does not lie beside the entry"))
                    .help("put the picture in the entry's own folder and name only the file"),
            );
            return;
        };
        let path: Arc<str> = path.into();
        if let Some(picture) = pictures.get(&path) {
            wanted.entry((path, crop)).or_insert((picture, place));
        } else {
            let beside = format!("{folder}/");
            let near = pictures.keys().filter_map(|known| known.strip_prefix(beside.trim_start_matches('/')));
            let note = Diagnostic::new(Code::MissingImage, place, format!("there is no picture `{path}`"));
            notes.push(match crate::base::diagnostic::nearest(file, near) {
                Some(near) => note.help(format!("did you mean `{near}`?")),
                None => note.help("put the picture beside the entry, as JPEG, PNG or WebP"),
            });
        }
    };
    for expert in &edition.experts {
        let origin = &expert.record.origin;
        if let Some(photo) = &expert.record.file.photo {
            want(&origin.folder, &photo.file, Crop::Portrait, origin.anchor.value("photo"));
        }
    }
    for project in &edition.projects {
        let origin = &project.record.origin;
        for (at, image) in project.record.file.images.iter().enumerate() {
            want(&origin.folder, &image.file, Crop::Whole, origin.anchor.value(format!("images[{at}]")));
        }
    }
    let looked: Vec<_> = wanted
        .into_par_iter()
        .map(|((path, crop), (file, place))| {
            let (seconds, nanos) = file.changed;
            let version = format!("{} {seconds} {nanos} {}", file.size, file.location.display());
            let photo = memo.recall(
                || Key::of(&[b"picture 1", &[crop as u8], path.as_bytes(), version.as_bytes()]),
                || look(file, crop, &place),
            );
            ((path, crop), photo)
        })
        .collect();
    let mut album = Album::default();
    for (key, photo) in looked {
        match photo.as_ref() {
            Ok(photo) => {
                album.places.insert(key, album.photos.len());
                album.photos.push(photo.clone());
            }
            Err(note) => notes.push(note.clone()),
        }
    }
    Checked::new(album, notes)
}

fn look(file: &PictureFile, crop: Crop, place: &Place) -> Result<Photo, Diagnostic> {
    let bytes = file.read()?;
    let broken = |why: String| {
        Diagnostic::new(Code::BrokenImage, Place::file(file.path.clone()), why)
            .help("save it again as JPEG, PNG or WebP")
            .and(place.clone())
    };
    let (width, height) =
        super::encode::dimensions(&bytes).map_err(|error| broken(format!("the picture cannot be read: {error}")))?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(broken(format!("the picture has {width} × {height} pixels, and 50 megapixels is the most")));
    }
    let (width, height) = match crop {
        Crop::Portrait => super::encode::portrait(width, height),
        Crop::Whole => (width, height),
    };
    let mut sizes: Vec<(u32, u32)> =
        crop.widths().iter().filter(|wide| **wide <= width).map(|wide| (*wide, scaled(height, *wide, width))).collect();
    if sizes.is_empty() {
        sizes.push((width, height));
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update(&[crop as u8, super::encode::ENCODER]);
    hasher.update(&bytes);
    let name = hasher.finalize().to_hex()[..20].to_owned();
    Ok(Photo { file: file.clone(), name, crop, sizes })
}

fn scaled(height: u32, to: u32, from: u32) -> u32 {
    let height = (u64::from(height) * u64::from(to) + u64::from(from) / 2) / u64::from(from);
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
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
