//! From one original to all its files: decoded, cut, scaled, encoded, all of them when one is
//! wanted. Nothing but pixels goes out.

use super::bare::is_bare;
use super::decode::{Flaw, Pixels, pixels, to_srgb};
use super::photo::{Format, Photo, Print};
use super::rooms::Rooms;
use crate::base::Code;
use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{ResizeOptions, Resizer};
use mozjpeg_rs::{Encoder, Preset};

const JPEG_QUALITY: u8 = 82;
/// Looks as JPEG does at its quality.
const WEBP_QUALITY: f32 = 76.0;

/// Whether all of a picture can be read; one whose files were made, or that was seen before, could
/// be.
pub(super) fn see_whole(photo: &Photo, source: &[u8], rooms: &Rooms) -> Result<(), Flaw> {
    let store = &rooms.store;
    // All are asked for, since what nobody asks for is forgotten.
    let missing = photo.prints().filter(|print| !store.has(&photo.key(*print))).count();
    if missing == 0 || store.get(&photo.key_of_seen()).is_some() {
        return Ok(());
    }
    let (width, height) = super::decode::size(source)?;
    let _pass = rooms.gate.enter(u64::from(width) * u64::from(height));
    pixels(source)?;
    // Whoever only checks makes no files, and would read all pictures each time.
    let _ = store.put(&photo.key_of_seen(), b"whole");
    Ok(())
}

/// One file of `photo`, as it is kept if it is well there; else all of its files are made anew.
pub(super) fn print(photo: &Photo, print: Print, rooms: &Rooms) -> Result<Vec<u8>, Flaw> {
    let store = &rooms.store;
    let key = photo.key(print);
    let kept = || store.get(&key).filter(|bytes| is_bare(bytes, print.format));
    if let Some(bytes) = kept() {
        return Ok(bytes);
    }
    let _turn = rooms.turn(photo);
    // Whoever was first has made all of them.
    if let Some(bytes) = kept() {
        return Ok(bytes);
    }
    let source = photo.file.read().map_err(|note| flaw(note.message))?;
    let (width, height) = super::decode::size(&source)?;
    let _pass = rooms.gate.enter(u64::from(width) * u64::from(height));
    let picture = pixels(&source)?;
    let mut wanted = None;
    for (width, height) in &photo.sizes {
        let rgb = scaled(&picture, photo, (*width, *height))?;
        for format in Format::ALL {
            let made = Print { width: *width, height: *height, format };
            let bytes = encoded(&rgb, made)?;
            // Where it cannot be kept, it is made again the next time.
            let _ = store.put(&photo.key(made), &bytes);
            if made == print {
                wanted = Some(bytes);
            }
        }
    }
    wanted.ok_or_else(|| flaw("there is no such size of the picture"))
}

fn flaw(why: impl Into<String>) -> Flaw {
    Flaw { code: Code::BrokenImage, why: why.into(), help: "save it again as JPEG, PNG or WebP" }
}

fn scaled(picture: &Pixels, photo: &Photo, (width, height): (u32, u32)) -> Result<Vec<u8>, Flaw> {
    let rgb = &picture.rgb;
    let region = photo.crop.region(rgb.dimensions());
    let cannot =
        |error: &dyn std::fmt::Display| flaw(format!("the picture cannot be scaled: {error}"));
    // By the type of its pixels: the scaler of whatever pixels is 3 MB of program.
    let from = TypedImageRef::<U8x3>::from_buffer(rgb.width(), rgb.height(), rgb.as_raw())
        .map_err(|error| cannot(&error))?;
    let mut to = TypedImage::<U8x3>::new(width, height);
    let part = ResizeOptions::new().crop(
        f64::from(region.left),
        f64::from(region.top),
        f64::from(region.width),
        f64::from(region.height),
    );
    Resizer::new().resize_typed(&from, &mut to, &part).map_err(|error| cannot(&error))?;
    let pixels = to.pixels().iter().flat_map(|pixel| pixel.0).collect();
    Ok(to_srgb(pixels, picture.profile.as_ref()))
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
