//! Decoding a picture, cutting and scaling it, encoding it again: nothing but pixels goes out.

use super::album::{Crop, Photo};
use crate::base::{Code, Diagnostic, Place};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, ImageResult, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// Changes whenever the same picture would be encoded in another way.
pub(super) const ENCODER: u8 = 1;
const QUALITY: u8 = 82;

/// Width and height as shown, with the camera's orientation applied.
pub(super) fn dimensions(bytes: &[u8]) -> ImageResult<(u32, u32)> {
    let mut decoder = reader(bytes)?.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let turned = matches!(
        decoder.orientation().unwrap_or(Orientation::NoTransforms),
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    Ok(if turned { (height, width) } else { (width, height) })
}

fn reader(bytes: &[u8]) -> ImageResult<ImageReader<Cursor<&[u8]>>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(30_000);
    limits.max_image_height = Some(30_000);
    limits.max_alloc = Some(600 * 1024 * 1024);
    reader.limits(limits);
    Ok(reader)
}

/// Width and height of the largest cut of four to five.
pub(super) fn portrait(width: u32, height: u32) -> (u32, u32) {
    if u64::from(width) * 5 > u64::from(height) * 4 {
        ((height / 5 * 4).max(1), height)
    } else {
        (width, (width / 4 * 5).clamp(1, height))
    }
}

/// One size of a picture as a JPEG file.
///
/// # Errors
/// A note when the picture cannot be read.
pub fn encode(photo: &Photo, (width, height): (u32, u32)) -> Result<Vec<u8>, Diagnostic> {
    let source = photo.file.read()?;
    let broken = |error: image::ImageError| {
        Diagnostic::new(
            Code::BrokenImage,
            Place::file(photo.file.path.clone()),
            format!("the picture cannot be read: {error}"),
        )
        .help("save it again as JPEG, PNG or WebP")
    };
    let picture = cut(decode(&source).map_err(broken)?, photo.crop);
    let scaled = image::imageops::resize(&on_white(&picture), width, height, FilterType::Lanczos3);
    let mut bytes = Vec::new();
    scaled.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY)).map_err(broken)?;
    Ok(bytes)
}

fn cut(picture: DynamicImage, crop: Crop) -> DynamicImage {
    match crop {
        Crop::Whole => picture,
        Crop::Portrait => {
            let (width, height) = portrait(picture.width(), picture.height());
            // Faces are above the middle: a third of what is cut off comes from above.
            let (x, y) = ((picture.width() - width) / 2, (picture.height() - height) / 3);
            picture.crop_imm(x, y, width, height)
        }
    }
}

fn decode(bytes: &[u8]) -> ImageResult<DynamicImage> {
    let mut decoder = reader(bytes)?.into_decoder()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let rgba = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = rgba.get_pixel(x, y).0.map(u16::from);
        let mix = |c: u16| u8::try_from((c * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        Rgb([mix(red), mix(green), mix(blue)])
    })
}
