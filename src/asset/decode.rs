//! From the bytes of a picture, whoever made them, to its pixels as they are meant to be seen.

use crate::base::Code;
use crate::base::media_type::LFS;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::borrow::Cow;
use std::io::{Cursor, Read};

/// Pictures of more pixels are not decoded.
const MOST_PIXELS: u64 = 50_000_000;
/// Pixels that a picture may have however few bytes it has.
const FREE_PIXELS: u64 = 1_000_000;
/// Pixels that each of its bytes may stand for beyond that: even drawings of one colour have fewer.
const MOST_PER_BYTE: u64 = 400;
/// Memory that one picture may need while it is decoded, in bytes.
const MOST_MEMORY: u64 = 240 * 1024 * 1024;
/// The largest colour profile or text inside a PNG file, unpacked, in bytes.
const MOST_CHUNK: u64 = 4 * 1024 * 1024;
/// Colour profiles of more bytes are left aside.
const MOST_PROFILE: usize = 4 * 1024 * 1024;

/// Why a picture is not shown.
#[derive(Debug)]
pub(super) struct Flaw {
    pub(super) code: Code,
    pub(super) why: String,
    pub(super) help: &'static str,
}

const SAVE_AGAIN: &str = "save it again as JPEG, PNG or WebP";

const PULL: &str = "`git lfs pull` brings it here; a workflow checks it out with `lfs: true`";

fn broken(why: impl Into<String>) -> Flaw {
    Flaw { code: Code::BrokenImage, why: why.into(), help: SAVE_AGAIN }
}

/// A picture as it is meant to be seen.
pub(super) struct Pixels {
    pub(super) rgb: RgbImage,
    /// The colour profile of the pixels, unless they are sRGB.
    pub(super) profile: Option<ColorProfile>,
}

/// Width and height as shown, with the camera's orientation applied. Looks at the head of the file
/// only.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), Flaw> {
    let bytes = &*without_bombs(bytes);
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > FREE_PIXELS + MOST_PER_BYTE * bytes.len() as u64 {
        return Err(Flaw {
            help: "save it anew from a photo or a drawing that has so many dots",
            ..broken(format!(
                "the picture claims {width} × {height} pixels, which its {} bytes do not hold",
                bytes.len()
            ))
        });
    }
    if pixels > MOST_PIXELS {
        return Err(Flaw {
            help: "make it smaller; 2000 pixels wide is plenty",
            ..broken(format!(
                "the picture has {width} × {height} pixels, and 50 megapixels is the most"
            ))
        });
    }
    let memory = memory(&decoder, bytes);
    if memory > MOST_MEMORY {
        return Err(Flaw {
            help: "make it smaller; 2000 pixels wide is plenty",
            ..broken(format!(
                "the picture needs {} MB of memory, and {} MB is the most",
                memory / 1024 / 1024,
                MOST_MEMORY / 1024 / 1024
            ))
        });
    }
    let turned = matches!(
        orientation(&mut decoder),
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    Ok(if turned { (height, width) } else { (width, height) })
}

/// The pixels of the first picture in a file.
pub(super) fn pixels(bytes: &[u8]) -> Result<Pixels, Flaw> {
    if is_cut_off(bytes) {
        return Err(broken("the picture ends before it is complete"));
    }
    let bytes = &*without_bombs(bytes);
    let mut decoder = decoder(bytes)?;
    if memory(&decoder, bytes) > MOST_MEMORY {
        return Err(broken("the picture needs more memory than one may have"));
    }
    let orientation = orientation(&mut decoder);
    let profile = decoder.icc_profile().ok().flatten().and_then(|profile| read_profile(&profile));
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| unreadable(&error))?;
    picture.apply_orientation(orientation);
    Ok(Pixels { rgb: on_white(picture), profile })
}

/// How much memory decoding takes: the pixels as they are kept, as they are shown, and what a
/// progressive JPEG gathers until it is whole.
fn memory(decoder: &impl ImageDecoder, bytes: &[u8]) -> u64 {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let shown = if decoder.color_type() == image::ColorType::Rgb8 { 0 } else { pixels * 3 };
    let gathered = if is_progressive(bytes) { pixels * 6 } else { 0 };
    decoder.total_bytes().saturating_add(shown).saturating_add(gathered)
}

/// Whether a JPEG file has its picture in several passes over the whole.
fn is_progressive(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, marker, high, low, ..]) =
        bytes.get(at..).filter(|_| bytes.starts_with(&[0xff, 0xd8]))
    {
        match marker {
            0xc2 => return true,
            0xda => return false,
            0xff => at += 1,
            _ => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
        }
    }
    false
}

/// A PNG file without colour profiles and texts that unpack to more than anybody needs; decoders
/// unpack them at once.
fn without_bombs(bytes: &[u8]) -> Cow<'_, [u8]> {
    const HEAD: usize = 8;
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return bytes.into();
    }
    let mut kept: Option<Vec<u8>> = None;
    let mut at = HEAD;
    while let Some([a, b, c, d, kind @ ..]) = bytes.get(at..at + 8) {
        let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX);
        let Some(end) = at.checked_add(length).and_then(|end| end.checked_add(12)) else { break };
        let Some(chunk) = bytes.get(at..end) else { break };
        let drop = match kind {
            b"iCCP" => unpacks_to_more(&chunk[8..]),
            // Words in a picture are not shown.
            b"zTXt" | b"iTXt" | b"tEXt" => true,
            _ => false,
        };
        match (&mut kept, drop) {
            (None, true) => kept = Some(bytes[..at].to_vec()),
            (Some(kept), false) => kept.extend_from_slice(chunk),
            _ => {}
        }
        at = end;
    }
    match kept {
        Some(mut kept) => {
            kept.extend_from_slice(bytes.get(at..).unwrap_or_default());
            kept.into()
        }
        None => bytes.into(),
    }
}

/// Whether the profile in a chunk (a name, a zero, a zero, then a zlib stream) unpacks to more than
/// one may have.
fn unpacks_to_more(chunk: &[u8]) -> bool {
    let packed = chunk.iter().position(|byte| *byte == 0).and_then(|end| chunk.get(end + 2..));
    let stream = flate2::read::ZlibDecoder::new(packed.unwrap_or_default());
    let unpacked = std::io::copy(&mut stream.take(MOST_CHUNK + 1), &mut std::io::sink());
    unpacked.is_ok_and(|bytes| bytes > MOST_CHUNK)
}

fn unreadable(error: &image::ImageError) -> Flaw {
    broken(format!("the picture cannot be read: {error}"))
}

fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Flaw> {
    if bytes.starts_with(LFS) {
        return Err(Flaw { help: PULL, ..broken("Git LFS keeps the picture elsewhere") });
    }
    if let Some(foreign) = foreign(bytes) {
        return Err(foreign);
    }
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader =
        reader.map_err(|error| broken(format!("the picture cannot be read: {error}")))?;
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif];
    if reader.format().is_none_or(|format| !known.contains(&format)) {
        return Err(broken("the file is not a picture"));
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| unreadable(&error))
}

/// Pictures in formats that are not read.
fn foreign(bytes: &[u8]) -> Option<Flaw> {
    let name = match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4)? {
            b"avif" | b"avis" => "AVIF",
            b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => "HEIC",
            _ => return None,
        },
        [b'B', b'M', ..] => "BMP",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "TIFF",
        _ => {
            let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]);
            let head = head.trim_start_matches('\u{feff}').trim_start();
            if !(head.starts_with("<svg") || head.starts_with("<?xml") && head.contains("<svg")) {
                return None;
            }
            "SVG"
        }
    };
    let help = match name {
        "HEIC" => "save it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible",
        "SVG" => "save it as PNG; drawings that belong to the site itself can lie in static/",
        _ => "save it as JPEG, PNG or WebP",
    };
    Some(Flaw {
        code: Code::ForeignImage,
        why: format!("pictures in the format {name} are not read"),
        help,
    })
}

/// Whether a JPEG file ends before its picture does: its decoder would paint the rest grey.
fn is_cut_off(bytes: &[u8]) -> bool {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return false;
    }
    let mut at = 2;
    while let Some([0xff, marker, rest @ ..]) = bytes.get(at..) {
        match marker {
            0xda => return !rest.windows(2).any(|pair| pair == [0xff, 0xd9]),
            0xff => at += 1,
            0xd0..=0xd9 | 0x01 => at += 2,
            _ => match rest {
                [high, low, ..] => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
                _ => return true,
            },
        }
    }
    true
}

/// A profile that says how red, green and blue are meant; one that cannot be read says nothing.
fn read_profile(bytes: &[u8]) -> Option<ColorProfile> {
    if bytes.len() > MOST_PROFILE {
        return None;
    }
    ColorProfile::new_from_slice(bytes)
        .ok()
        .filter(|profile| profile.color_space == DataColorSpace::Rgb)
}

/// Red, green and blue as sRGB means them.
pub(super) fn to_srgb(rgb: Vec<u8>, profile: Option<&ColorProfile>) -> Vec<u8> {
    let Some(profile) = profile else { return rgb };
    let srgb = ColorProfile::new_srgb();
    let transform =
        profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, TransformOptions::default());
    let mut converted = vec![0; rgb.len()];
    match transform.map(|transform| transform.transform(&rgb, &mut converted)) {
        Ok(Ok(())) => converted,
        // A profile of which nothing can be made.
        _ => rgb,
    }
}

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [red, green, blue, alpha] = rgba.get_pixel(x, y).0.map(u16::from);
        let mix = |c: u16| u8::try_from((c * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        Rgb([mix(red), mix(green), mix(blue)])
    })
}
