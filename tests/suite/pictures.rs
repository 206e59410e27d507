//! Pictures of all kinds that people and cameras make: each is shown right, or its fault is said.

use crate::test_site::{Run, TestSite};
use image::codecs::png::PngEncoder;
use image::{ColorType, ImageEncoder, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

const ENDINGS: [&str; 2] = ["jpg", "webp"];

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).expect("a picture");
    bytes
}

fn plain(width: u32, height: u32) -> RgbImage {
    RgbImage::from_pixel(width, height, Rgb([200, 120, 40]))
}

/// A segment of a JPEG file, right behind its start.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// What a camera writes: the orientation, and where the picture was taken.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    // The place of the GPS data, which is a text here.
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(b"ZMARKER-GPS");
    [b"Exif\0\0".as_slice(), &tiff].concat()
}

fn site(photo: &str, bytes: &[u8]) -> TestSite {
    TestSite::network()
        .file(
            "experts/jan/profile.md",
            &format!("---\nname: Jan\nphoto: {{ file: {photo}, alt: Jan }}\n---\n"),
        )
        .bytes(&format!("experts/jan/{photo}"), bytes)
}

/// The files of pictures in the output, each looked through for what is not pixels.
fn pictures(run: &Run) -> Vec<(String, image::DynamicImage)> {
    let mut pictures = Vec::new();
    for (path, bytes) in run.files() {
        if !ENDINGS.iter().any(|ending| path.ends_with(&format!(".{ending}"))) {
            continue;
        }
        for trace in [
            "Exif",
            "http://ns.adobe.com/xap",
            "Photoshop 3.0",
            "tEXt",
            "iTXt",
            "zTXt",
            "eXIf",
            "XMP ",
            "ICC_PROFILE",
            "ICCP",
            "ZMARKER",
        ] {
            assert!(
                !bytes.windows(trace.len()).any(|part| part == trace.as_bytes()),
                "{path} holds {trace}"
            );
        }
        pictures.push((path, image::load_from_memory(&bytes).expect("a picture again")));
    }
    pictures
}

fn near(picture: &image::DynamicImage, (x, y): (u32, u32), wanted: [u8; 3]) -> bool {
    let rgb = picture.to_rgb8();
    // In tenths of its width and height.
    let at = |part: u32, whole: u32| part * (whole - 1) / 10;
    let found = rgb.get_pixel(at(x, rgb.width()), at(y, rgb.height())).0;
    found.iter().zip(wanted).all(|(found, wanted)| found.abs_diff(wanted) < 24)
}

fn shown(photo: &str, bytes: &[u8], wanted: [u8; 3]) -> Run {
    seen(site(photo, bytes).build().clean(), photo, wanted)
}

/// Of a picture that moves, the first frame is shown, and that is said once.
fn still(photo: &str, bytes: &[u8], wanted: [u8; 3]) {
    let run = seen(site(photo, bytes).build(), photo, wanted);
    assert_eq!(run.notes(), [format!("moving-image experts/jan/{photo}:-:-")]);
}

fn seen(run: Run, photo: &str, wanted: [u8; 3]) -> Run {
    let found = pictures(&run);
    assert!(!found.is_empty() && found.len().is_multiple_of(2), "{photo}");
    for (path, picture) in &found {
        assert!(
            near(picture, (5, 5), wanted),
            "{photo}: {path} is {:?}",
            picture.to_rgb8().get_pixel(0, 0)
        );
    }
    run.page("experts/jan/").contains("alt=\"Jan\"").contains("<source type=\"image/webp\"");
    run
}

fn refused(photo: &str, bytes: &[u8], code: &str, words: &str) {
    let run = site(photo, bytes).build();
    let note = &run.json["diagnostics"][0];
    assert_eq!((run.status, note["code"].as_str()), (3, Some(code)), "{photo}: {:#}", run.json);
    assert!(note["message"].as_str().is_some_and(|message| message.contains(words)), "{note:#}");
    assert!(note["help"].as_str().is_some_and(|help| !help.is_empty()), "{note:#}");
    assert!(pictures(&run).is_empty());
    run.page("experts/jan/").says("Jan").lacks("pictures/");
}

#[test]
fn every_orientation_of_a_camera_is_applied_and_nothing_else_of_it_goes_out() {
    // Upright: red above left, green above right, blue below left, white below right.
    let corners = [[220, 20, 20], [20, 200, 20], [20, 20, 220], [250, 250, 250]];
    let upright = RgbImage::from_fn(320, 400, |x, y| {
        Rgb(corners[usize::from(x >= 160) + 2 * usize::from(y >= 200)])
    });
    for orientation in 1..=8_u8 {
        // What the camera stores so that the orientation makes it upright again.
        let flip = image::imageops::flip_horizontal::<RgbImage>;
        let stored = match orientation {
            2 => flip(&upright),
            3 => image::imageops::rotate180(&upright),
            4 => image::imageops::flip_vertical(&upright),
            5 => image::imageops::rotate270(&flip(&upright)),
            6 => image::imageops::rotate270(&upright),
            7 => image::imageops::rotate90(&flip(&upright)),
            8 => image::imageops::rotate90(&upright),
            _ => upright.clone(),
        };
        let jpeg = with_segment(&encoded(&stored, ImageFormat::Jpeg), 0xe1, &exif(orientation));
        let run = site("p.jpg", &jpeg).build().clean();
        let found = pictures(&run);
        assert_eq!(found.len(), 8, "96, 160, 240 and 320 wide, each twice");
        for (path, picture) in found {
            for (corner, at) in corners.iter().zip([(1, 1), (9, 1), (1, 9), (9, 9)]) {
                assert!(near(&picture, at, *corner), "{orientation} {path} at {at:?}");
            }
        }
    }
}

#[test]
fn odd_pictures_are_shown_right() {
    let orange = [200, 120, 40];
    let jpeg = encoded(&plain(500, 700), ImageFormat::Jpeg);
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x>ZMARKER</x>";
    let iptc = b"Photoshop 3.0\08BIM\x04\x04\0\0ZMARKER";
    let marked =
        [(0xe1, xmp.as_slice()), (0xed, iptc), (0xfe, b"ZMARKER comment"), (0xe1, &exif(1))];
    let marked = marked
        .iter()
        .fold(jpeg.clone(), |jpeg, (marker, content)| with_segment(&jpeg, *marker, content));
    shown("marked.jpg", &[&marked[..], b"ZMARKER behind the end"].concat(), orange);
    shown("wrong-ending.png", &jpeg, orange);
    shown("one-pixel.png", &encoded(&plain(1, 1), ImageFormat::Png), orange);
    shown("line.png", &encoded(&plain(3000, 1), ImageFormat::Png), orange);
    shown("photo.webp", &encoded(&plain(300, 300), ImageFormat::WebP), orange);
    shown("cmyk.jpg", include_bytes!("../pictures/cmyk.jpg"), [254, 0, 0]);
    still("two-frames.gif", include_bytes!("../pictures/two-frames.gif"), [220, 30, 30]);
    still("two-frames.webp", include_bytes!("../pictures/two-frames.webp"), [220, 30, 30]);
    // Sixteen bits for each colour, most significant byte first in the file, and a clear
    // background.
    let mut deep = Vec::new();
    let pixels: Vec<u8> = std::iter::repeat_n([200_u16 * 257, 120 * 257, 40 * 257], 40 * 50)
        .flatten()
        .flat_map(u16::to_ne_bytes)
        .collect();
    PngEncoder::new(&mut deep)
        .write_image(&pixels, 40, 50, image::ExtendedColorType::Rgb16)
        .expect("a picture");
    shown("deep.png", &deep, orange);
    let mut clear = Vec::new();
    PngEncoder::new(&mut clear)
        .write_image(&[0; 40 * 50 * 4], 40, 50, ColorType::Rgba8.into())
        .expect("a picture");
    shown("clear.png", &clear, [255, 255, 255]);
    // A colour profile of nothing but zeros, as large as a picture.
    let huge = with_segment(
        &jpeg,
        0xe2,
        &[b"ICC_PROFILE\0\x01\x01".as_slice(), &vec![0; 65_000]].concat(),
    );
    shown("huge-profile.jpg", &huge, orange);
}

#[test]
fn colours_of_another_profile_become_those_of_the_web() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().expect("a profile");
    let mut png = Vec::new();
    let mut encoder = PngEncoder::new(&mut png);
    encoder.set_icc_profile(profile).expect("a profile fits");
    let pixels = plain(40, 50).into_raw();
    encoder.write_image(&pixels, 40, 50, image::ExtendedColorType::Rgb8).expect("a picture");
    // (200, 120, 40) in Display P3 is a stronger orange in sRGB.
    let run = shown("p3.png", &png, [213, 117, 12]);
    assert_eq!(pictures(&run).len(), 2);
}

#[test]
fn what_cannot_be_shown_is_said_and_left_out() {
    let jpeg = encoded(&plain(500, 700), ImageFormat::Jpeg);
    let png = encoded(&plain(200, 200), ImageFormat::Png);
    refused("cut.jpg", &jpeg[..jpeg.len() / 2], "broken-image", "ends before it is complete");
    refused("cut.png", &png[..png.len() / 2], "broken-image", "cannot be read");
    refused("head.jpg", &jpeg[..30], "broken-image", "");
    refused("text.jpg", b"this is no picture", "broken-image", "not a picture");
    refused("empty.jpg", b"", "broken-image", "not a picture");
    // A head that promises 900 megapixels, with its checksum.
    let mut bomb = png.clone();
    bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let sum = crc32(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&sum);
    refused("bomb.png", &bomb, "broken-image", "30000 × 30000 pixels");
    refused("iphone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "foreign-image", "HEIC");
    refused("iphone.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "foreign-image", "HEIC");
    refused("photo.avif", b"\0\0\0\x1cftypavif\0\0\0\0", "foreign-image", "AVIF");
    refused(
        "drawing.svg",
        b"<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>",
        "foreign-image",
        "SVG",
    );
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (!(sum & 1)).wrapping_add(1))
        })
    })
}

#[test]
fn a_face_stays_in_sight_where_its_focus_is() {
    // A face of one colour at the right edge of a wide picture.
    let wide = RgbImage::from_fn(1000, 500, |x, _| {
        if x > 800 { Rgb([20, 20, 220]) } else { Rgb([250, 250, 250]) }
    });
    let site = |focus: &str| {
        let photo = format!("---\nname: Jan\nphoto: {{ file: p.png, alt: Jan{focus} }}\n---\n");
        TestSite::network()
            .file("experts/jan/profile.md", &photo)
            .bytes("experts/jan/p.png", &encoded(&wide, ImageFormat::Png))
            .build()
    };
    let run = site(", focus: [0.9, 0.5]").clean();
    assert!(pictures(&run).iter().all(|(_, picture)| near(picture, (9, 5), [20, 20, 220])));
    let run = site("").clean();
    assert!(pictures(&run).iter().all(|(_, picture)| near(picture, (9, 5), [250, 250, 250])));
    let run = site(", focus: [9, 0.5]");
    assert_eq!(run.notes(), ["broken-value experts/jan/profile.md:3:33"]);
}

#[test]
fn pictures_are_made_once_and_what_is_kept_is_not_trusted() {
    let site = site("p.jpg", &encoded(&plain(500, 700), ImageFormat::Jpeg));
    let first = site.build().clean();
    let cache = site.path().join(".vakwerk/cache/images");
    let kept = || {
        let files = std::fs::read_dir(&cache)
            .expect("a cache")
            .map(|entry| entry.expect("an entry").path());
        files
            .filter(|path| path.file_name().is_some_and(|name| name != ".gitignore"))
            .collect::<Vec<_>>()
    };
    // Ten files, and that the original can be read.
    assert_eq!(kept().len(), 11);
    assert_eq!(std::fs::read_to_string(cache.join(".gitignore")).expect("hidden from Git"), "*\n");
    // Elsewhere, out of the cache, the same bytes; and again when somebody has spoilt it.
    assert_eq!(pictures(&site.build_as("second", &[])).len(), 10);
    for path in kept() {
        let mut bytes = std::fs::read(&path).expect("kept");
        let last = bytes.len() - 4;
        bytes[last] ^= 1;
        std::fs::write(path, bytes).expect("written");
    }
    let third = site.build_as("third", &[]);
    let only = |run: &Run| {
        run.files()
            .into_iter()
            .filter(|(path, _)| path.starts_with("pictures/"))
            .collect::<Vec<_>>()
    };
    assert_eq!(only(&first), only(&third));
    // What is not shown any more is not kept either.
    site.write("experts/jan/profile.md", b"---\nname: Jan\n---\n");
    site.build().clean();
    assert!(kept().is_empty());
}

#[test]
fn a_theme_says_in_which_widths_pictures_are_made() {
    let site = site("p.jpg", &encoded(&plain(900, 1200), ImageFormat::Jpeg))
        .file("vakwerk.yaml", "title: T\nkind: network\ntheme: own\n")
        .file(
            "themes/own/theme.yaml",
            "name: own\nextends: directory\npictures: { portrait: [300, 50] }\n",
        );
    let run = site.build().clean();
    let paths: Vec<String> = pictures(&run).into_iter().map(|(path, _)| path).collect();
    assert!(
        paths.len() == 4 && paths[0].ends_with("-300.jpg") && paths[2].ends_with("-50.jpg"),
        "{paths:?}"
    );
    site.write(
        "themes/own/theme.yaml",
        b"name: own\nextends: directory\npictures: { portrait: [90000] }\n",
    );
    assert_eq!(site.build().notes(), ["broken-theme themes/own/theme.yaml:3:1"]);
}

#[test]
fn what_lies_beside_an_entry_is_shown_and_offered_in_its_text() {
    let text = "---\ntitle: South\n---\n![A street](street.png \"May 2024\")\n\n![](street.png)\n\nRead [the report](Final report.pdf) or [it](report.pdf), run [this](run.html), see [that](gone.pdf).\n";
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file(
            "projects/south/index.md",
            &text.replace("[the report](Final report.pdf)", "[the report](<Final report.pdf>)"),
        )
        .bytes("projects/south/street.png", &encoded(&plain(1000, 500), ImageFormat::Png))
        .file("projects/south/Final report.pdf", "%PDF-1.4 report")
        .file("projects/south/report.pdf", "%PDF-1.4 report")
        .file("projects/south/run.html", "<script>alert(1)</script>")
        .build();
    let page = run.page("projects/south/");
    let page = page
        .contains("width=\"960\" height=\"480\" alt=\"A street\" loading=\"lazy\"")
        .contains("May 2024");
    let page = page.contains(
        "type=\"application/pdf\">the report</a> <span class=\"file\">(PDF, 1 kB)</span>",
    );
    page.contains("/final-report.pdf\"").contains("/report.pdf\"");
    let files: Vec<String> =
        run.files().into_keys().filter(|path| path.starts_with("files/")).collect();
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(!run.files().keys().any(|path| path.contains("run.html") || path.contains("street")));
    let notes = run.notes();
    assert!(notes.contains(&"missing-alt projects/south/index.md:4:13".to_owned()), "{notes:?}");
    assert_eq!(notes.iter().filter(|note| note.starts_with("broken-link")).count(), 1, "{notes:?}");
    assert!(notes.contains(&"unknown-file projects/south/run.html:-:-".to_owned()), "{notes:?}");
}

#[test]
fn an_organization_shows_its_logo() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nexperience: [{ title: Engineer, organization: Wadlicht }]")
        .file(
            "organizations/wadlicht.md",
            "---\ntitle: Wadlicht\nlogo: { file: wadlicht.png, alt: Logo of Wadlicht }\n---\n",
        )
        .bytes("organizations/wadlicht.png", &encoded(&plain(300, 120), ImageFormat::Png));
    let run = site.build().clean();
    run.page("organizations/wadlicht/")
        .contains("alt=\"Logo of Wadlicht\"")
        .contains("class=\"logo u-logo\"");
}

#[test]
fn a_picture_goes_out_in_its_own_width_beside_smaller_ones() {
    let png = |width, height| encoded(&plain(width, height), ImageFormat::Png);
    let run = TestSite::network()
        .file(
            "projects/p/index.md",
            "---\ntitle: P\nimages: [{ file: a.png, alt: A }, { file: b.png, alt: B }]\n---\n",
        )
        .bytes("projects/p/a.png", &png(950, 40))
        .bytes("projects/p/b.png", &png(2000, 40))
        .file("experts/jan/profile.md", "---\nname: Jan\nphoto: { file: jan.png, alt: Jan }\n---\n")
        .bytes("experts/jan/jan.png", &png(400, 400))
        .build();
    let widths = |path: &str| {
        let html = run.page(path).html;
        let sources = html
            .split("<img ")
            .skip(1)
            .filter_map(|img| img.split('>').next()?.split("srcset=\"").nth(1));
        let widths = sources.map(|sources| {
            let sources = sources.split('"').next().expect("quoted");
            sources
                .split(", ")
                .filter_map(|one| one.rsplit(' ').next())
                .map(str::to_owned)
                .collect::<Vec<_>>()
                .join(" ")
        });
        widths.collect::<Vec<_>>()
    };
    assert_eq!(widths("projects/p/"), ["480w 720w 950w", "480w 720w 960w 1600w"]);
    assert_eq!(widths("experts/jan/"), ["96w 160w 240w 320w"]);
}
