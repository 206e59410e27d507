//! Pictures as the templates get them: the addresses of their sizes, and their words.

use super::context::ViewContext;
use super::view::parts::{Phrase, Picture};
use crate::asset::{Crop, Format, Photo};
use crate::edition::{ExpertId, Image, OrganizationId};

impl<'a> ViewContext<'a> {
    /// The portrait of an expert.
    pub fn portrait(self, id: ExpertId) -> Option<Picture<'a>> {
        let image = self.site.edition.written_expert(id).record.file.photo.as_ref()?;
        Some(self.picture(self.site.portrait(id)?, image, 480))
    }

    /// The logo of an organization.
    pub(super) fn logo(self, id: OrganizationId) -> Option<Picture<'a>> {
        let record = self.site.edition.written_organization(id).record?;
        let image = record.file.logo.as_ref()?;
        let photo = self.site.photo(&record.folder, &image.file, Crop::Whole)?;
        Some(self.picture(photo, image, 480))
    }

    /// A picture, with the size nearest to `width` as the one for browsers that know no `srcset`.
    pub(super) fn picture(self, photo: &Photo, image: &'a Image, width: u32) -> Picture<'a> {
        Picture {
            alt: image.alt.as_deref().unwrap_or_default(),
            caption: image.caption.as_deref().map(|text| Phrase { text, lang: self.fallback() }),
            ..self.sizes(photo, width)
        }
    }

    /// The sizes of a picture, without words.
    pub(super) fn sizes(self, photo: &Photo, width: u32) -> Picture<'a> {
        let address = |width: u32, format| {
            format!("{}{}", self.site.config.base_path, photo.path(width, format))
        };
        let sizes = &photo.sizes;
        let middle = sizes.iter().rev().find(|(wide, _)| *wide <= width).or(sizes.first());
        let (wide, high) = middle.copied().expect("a picture has at least one size");
        let set = |format| {
            let all: Vec<_> = sizes
                .iter()
                .map(|(wide, _)| format!("{} {wide}w", address(*wide, format)))
                .collect();
            all.join(", ")
        };
        Picture {
            src: address(wide, Format::Jpeg),
            srcset: set(Format::Jpeg),
            webp: set(Format::Webp),
            width: wide,
            height: high,
            alt: "",
            caption: None,
        }
    }
}
