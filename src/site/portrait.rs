//! The portrait of an expert, for pages and for files.

use super::reader::SiteReader;
use crate::asset::{Crop, Format, Photo, Print};
use crate::edition::ExpertId;

impl<'a> SiteReader<'a> {
    /// The portrait of an expert, in all its sizes.
    pub fn portrait(&self, id: ExpertId) -> Option<&'a Photo> {
        let record = self.edition.written_expert(id).record;
        let image = record.file.photo.as_ref()?;
        self.photo(&record.folder, &image.file, Crop::Portrait(image.focus))
    }

    /// The largest JPEG of an expert's portrait that has at most `most` bytes; none when all have
    /// more. The bytes are those that go out as a picture, without metadata.
    pub fn portrait_within(&self, id: ExpertId, most: usize) -> Option<Vec<u8>> {
        let photo = self.portrait(id)?;
        let prints = photo.sizes.iter().rev().map(|(width, height)| Print {
            width: *width,
            height: *height,
            format: Format::Jpeg,
        });
        // A picture that cannot be made is told where it goes out as a picture.
        prints
            .filter_map(|print| self.album.bytes(photo, print).ok())
            .find(|bytes| bytes.len() <= most)
    }

    /// The largest JPEG of an expert's portrait that is at most so many pixels wide, the smallest
    /// when all are wider, if it has at most `most` bytes; with its size.
    pub fn portrait_for_paper(
        &self,
        id: ExpertId,
        widest: u32,
        most: usize,
    ) -> Option<(Vec<u8>, (u32, u32))> {
        let photo = self.portrait(id)?;
        let fits = photo.sizes.iter().rev().filter(|(width, _)| *width <= widest);
        let (width, height) = *fits.chain(photo.sizes.first()).next()?;
        let print = Print { width, height, format: Format::Jpeg };
        let bytes = self.album.bytes(photo, print).ok().filter(|bytes| bytes.len() <= most)?;
        Some((bytes, (width, height)))
    }
}
