//! From one original to all its files: decoded once, cut, scaled, encoded. Nothing but pixels goes
//! out.

use super::bare::is_bare;
use super::decode::{Flaw, Pixels, pixels, to_srgb};
use super::gate::Gate;
use super::photo::{Format, Photo, Print};
use crate::base::Code;
use crate::memo::Store;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use mozjpeg_rs::{Encoder, Preset};

const JPEG_QUALITY: u8 = 82;
/// Looks as JPEG does at its quality.
const WEBP_QUALITY: f32 = 78.0;

/// Makes all files of `photo` and keeps them in `store`, which those that are there already stay
/// in.
pub(super) fn develop(
    photo: &Photo,
    source: &[u8],
    store: &Store,
    gate: &Gate,
) -> Result<(), Flaw> {
    if photo.prints().all(|print| store.has(&photo.key(print))) {
        return Ok(());
    }
    let (width, height) = super::decode::size(source)?;
    let _pass = gate.enter(u64::from(width) * u64::from(height));
    let picture = pixels(source)?;
    for (width, height) in &photo.sizes {
        let rgb = scaled(&picture, photo, (*width, *height))?;
        for format in Format::ALL {
            let print = Print { width: *width, height: *height, format };
            let bytes = encoded(&rgb, print)?;
            store.put(&photo.key(print), &bytes).map_err(|error| kept_badly(&error))?;
        }
    }
    Ok(())
}

/// One file of `photo`, out of `store` if it is well there, else made anew.
pub(super) fn print(photo: &Photo, print: Print, store: &Store) -> Result<Vec<u8>, Flaw> {
    let key = photo.key(print);
    if let Some(bytes) = store.get(&key).filter(|bytes| is_bare(bytes, print.format)) {
        return Ok(bytes);
    }
    let source = photo.file.read().map_err(|note| flaw(note.message))?;
    let picture = pixels(&source)?;
    let bytes = encoded(&scaled(&picture, photo, (print.width, print.height))?, print)?;
    // Where it cannot be kept, it is made again the next time.
    let _ = store.put(&key, &bytes);
    Ok(bytes)
}

fn flaw(why: impl Into<String>) -> Flaw {
    Flaw { code: Code::BrokenImage, why: why.into(), help: "save it again as JPEG, PNG or WebP" }
}

fn kept_badly(error: &std::io::Error) -> Flaw {
    Flaw {
        code: Code::FileUnreadable,
        why: format!("what is made of the picture cannot be kept: {error}"),
        help: "see whether the disk is full and whether you may write in .vakwerk/cache",
    }
}

fn scaled(picture: &Pixels, photo: &Photo, (width, height): (u32, u32)) -> Result<Vec<u8>, Flaw> {
    let rgb = &picture.rgb;
    let region = photo.crop.region(rgb.dimensions());
    let cannot =
        |error: &dyn std::fmt::Display| flaw(format!("the picture cannot be scaled: {error}"));
    let from = ImageRef::new(rgb.width(), rgb.height(), rgb.as_raw(), PixelType::U8x3)
        .map_err(|error| cannot(&error))?;
    let mut to = Image::new(width, height, PixelType::U8x3);
    let part = ResizeOptions::new().crop(
        f64::from(region.left),
        f64::from(region.top),
        f64::from(region.width),
        f64::from(region.height),
    );
    Resizer::new().resize(&from, &mut to, &part).map_err(|error| cannot(&error))?;
    Ok(to_srgb(to.into_vec(), picture.profile.as_ref()))
}

fn encoded(rgb: &[u8], print: Print) -> Result<Vec<u8>, Flaw> {
    let cannot = |why: String| flaw(format!("the picture cannot be encoded: {why}"));
    let Print { width, height, format } = print;
    let bytes = match format {
        Format::Jpeg => Encoder::new(Preset::BaselineFastest)
            .quality(JPEG_QUALITY)
            .optimize_huffman(true)
            .encode_rgb(rgb, width, height)
            .map_err(|error| cannot(error.to_string()))?,
        Format::Webp => webp::Encoder::from_rgb(rgb, width, height)
            .encode_simple(false, WEBP_QUALITY)
            .map_err(|error| cannot(format!("{error:?}")))?
            .to_vec(),
    };
    if is_bare(&bytes, format) {
        Ok(bytes)
    } else {
        Err(cannot("the encoder wrote more than pixels".to_owned()))
    }
}
