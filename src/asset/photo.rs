//! A picture that goes out, in its sizes and formats.

use super::crop::Crop;
use super::motion::moves;
use crate::memo::Key;
use crate::source::BesideFile;
use crate::theme::Widths;

/// Changes whenever the same picture would be made in another way.
const RECIPE: u8 = 3;

/// A picture that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Where it comes from.
    pub file: BesideFile,
    /// Its name in the output: a hash of its bytes and of what is made of it, which says nothing of
    /// the person.
    pub name: String,
    /// How it is cut.
    pub crop: Crop,
    /// Its sizes in pixels, smallest first; at least one.
    pub sizes: Vec<(u32, u32)>,
    /// Whether the original moves, of which the first frame goes out.
    pub moves: bool,
    /// The hash of the original's bytes.
    source: [u8; 32],
}

/// A format in which pictures go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For every program there is.
    Jpeg,
    /// For browsers, at about half the bytes.
    Webp,
}

/// One file of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Print {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its format.
    pub format: Format,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 2] = [Self::Jpeg, Self::Webp];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
        }
    }
}

impl Photo {
    /// The picture of the given bytes and size, which goes out in `widths` as far as it is large
    /// enough.
    pub(super) fn new(
        file: &BesideFile,
        bytes: &[u8],
        size: (u32, u32),
        crop: Crop,
        widths: &Widths,
    ) -> Self {
        let region = crop.region(size);
        let scaled = |wide: u32| {
            let height = u64::from(region.height) * u64::from(wide) + u64::from(region.width) / 2;
            u32::try_from(height / u64::from(region.width)).unwrap_or(u32::MAX).max(1)
        };
        let wanted = crop.widths(widths);
        // Nothing is made larger than it is, and what is narrower than the widest goes out in its
        // own width too.
        let is_narrow = wanted.last().is_none_or(|widest| region.width < *widest);
        let smaller = wanted.iter().filter(|wide| **wide < region.width || !is_narrow);
        let mut sizes: Vec<(u32, u32)> = smaller.map(|wide| (*wide, scaled(*wide))).collect();
        if is_narrow {
            sizes.push((region.width, region.height));
        }
        let source = *blake3::hash(bytes).as_bytes();
        let mut hasher = blake3::Hasher::new();
        hasher.update(&[RECIPE]).update(&crop.tag()).update(&source);
        let name = hasher.finalize().to_hex()[..20].to_owned();
        Self { file: file.clone(), name, crop, sizes, moves: moves(bytes), source }
    }

    /// All its files.
    pub fn prints(&self) -> impl Iterator<Item = Print> + '_ {
        self.sizes.iter().flat_map(|(width, height)| {
            Format::ALL.into_iter().map(|format| Print { width: *width, height: *height, format })
        })
    }

    /// The path of one of its files in the output.
    pub fn path(&self, width: u32, format: Format) -> String {
        format!("pictures/{}-{width}.{}", self.name, format.ending())
    }

    /// Under what one of its files is remembered.
    pub(super) fn key(&self, print: Print) -> Key {
        let size = [print.width.to_le_bytes(), print.height.to_le_bytes()].concat();
        Key::of(&[
            b"print",
            &[RECIPE],
            &self.source,
            &self.crop.tag(),
            &size,
            print.format.ending().as_bytes(),
        ])
    }

    /// Under what it is remembered that all of the original can be read.
    pub(super) fn key_of_seen(&self) -> Key {
        Key::of(&[b"seen", &[RECIPE], &self.source])
    }
}
