//! The portrait at the head of a CV: small, nothing but pixels, with words, and only where it is
//! wanted.

use super::asked::written;
use super::{FULL, SITE, read, read_by, readers};
use crate::test_site::{TestSite, vakwerk};
use std::path::Path;

/// A picture of so many red parts, with a place in its metadata.
fn photo(red: u8) -> Vec<u8> {
    photo_of(red, (900, 1200))
}

fn photo_of(red: u8, (wide, high): (u32, u32)) -> Vec<u8> {
    let part = |of: u32| u8::try_from(of % 251).unwrap_or_default();
    let dot = |x: u32, y: u32| image::Rgb([red, part(x), part(y)]);
    let picture = image::RgbImage::from_fn(wide, high, dot);
    let mut jpeg = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut jpeg, image::ImageFormat::Jpeg).expect("a picture");
    let jpeg = jpeg.into_inner();
    let secret = b"Exif\0\0ZMARKER-GPS";
    let length = u8::try_from(secret.len() + 2).expect("short");
    [&jpeg[..2], &[0xff, 0xe1, 0, length], secret, &jpeg[2..]].concat()
}

pub(super) fn site(settings: &str, own: &str) -> TestSite {
    let photo_of = "photo: { file: liv.jpg, alt: A woman before a bridge }\n";
    let profile = FULL.replace("location:", &format!("{photo_of}{own}location:"));
    TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}{settings}"))
        .file("experts/liv/profile.md", &profile)
        .bytes("experts/liv/liv.jpg", &photo(40))
}

fn figures(readers: &Path, file: &Path) -> usize {
    let seen = read(readers, file);
    assert_eq!(seen["qpdf"][0], 0, "{}", seen["qpdf"][1]);
    let tags = seen["tags"].as_array().expect("tags");
    tags.iter().filter(|tag| tag[0] == "/Figure").count()
}

#[test]
fn the_portrait_is_small_bare_and_described() {
    let site = site("", "");
    let plain = self::site("cv: { portrait: false }\n", "");
    let Some(readers) = readers() else { return };
    for layout in ["editorial", "plain", "compact"] {
        let file = written(&site, "liv", "cv.pdf", &["--layout", layout]);
        super::layouts::is_accessible(&readers, &file);
        let seen = read(&readers, &file);
        assert_eq!(seen["qpdf"][0], 0, "{layout}: {}", seen["qpdf"][1]);
        assert_eq!(seen["alts"], serde_json::json!(["A woman before a bridge"]), "{layout}");
        let pictures = seen["pictures"].as_array().expect("pictures");
        assert_eq!(pictures.len(), 1, "{layout}");
        let (filter, width, is_bare) = (&pictures[0][0], &pictures[0][1], &pictures[0][2]);
        assert_eq!((filter, width, is_bare), (&"/DCTDecode".into(), &240.into(), &true.into()));
        // No word stands on it.
        let place = pictures[0][3].as_array().expect("a place");
        let edge = |at: usize| place[at].as_f64().expect("a number");
        for line in seen["lines"][0].as_array().expect("lines") {
            let at = |at: usize| line[2][at].as_f64().expect("a number");
            let is_over = at(2) > edge(0) && at(0) < edge(2) && at(3) > edge(1) && at(1) < edge(3);
            assert!(!is_over, "{layout}: {line} over {place:?}");
        }
        let with = std::fs::metadata(&file).expect("a file").len();
        let file = written(&plain, "liv", "cv.pdf", &["--layout", layout]);
        let without = std::fs::metadata(&file).expect("a file").len();
        assert!(with < without + 62_000, "{layout}: {with} and {without}");
    }
    let word = read_by(&readers, "read_docx.py", &written(&site, "liv", "cv.docx", &[]));
    assert_eq!(word["pictures"], serde_json::json!([["A woman before a bridge", true]]));
}

#[test]
fn who_wants_no_portrait_has_none() {
    let Some(readers) = readers() else { return };
    let count =
        |site: &TestSite, more: &[&str]| figures(&readers, &written(site, "liv", "c.pdf", more));
    assert_eq!(count(&site("", ""), &["--anonymous"]), 0);
    assert_eq!(count(&site("cv: { portrait: false }\n", "cv: { portrait: true }\n"), &[]), 0);
    let own = site("", "cv: { portrait: false }\n");
    assert_eq!(count(&own, &[]), 0);
    let word = read_by(&readers, "read_docx.py", &written(&own, "liv", "cv.docx", &[]));
    assert_eq!(word["pictures"], serde_json::json!([]));
}

#[test]
fn another_photo_makes_another_cv() {
    let site = site("cv: { word: true }\n", "").file("experts/bo.md", "---\nname: Bo Smit\n---\n");
    let before = site.build().files();
    site.write("experts/liv/liv.jpg", &photo(200));
    let after = site.build().files();
    let changed = |name: &str| before[name] != after[name];
    assert!(changed("experts/liv/cv.pdf") && changed("experts/liv/cv.docx"));
    assert!(!changed("experts/bo/cv.pdf") && !changed("experts/bo/cv.docx"));
    let other = site.build_as("again", &["--no-cache"]).files();
    assert!(other == after, "what was made anew is what a build from nothing makes");
}

#[test]
fn an_audit_reads_cvs_with_a_portrait_and_finds_nothing_of_who_is_forgotten() {
    let site = site("", "").file("experts/bo.md", "---\nname: Bo Zwartwater\n---\n");
    let root = site.path().to_str().expect("UTF-8").to_owned();
    let audit = |out: &Path, markers: &str| {
        let file = site.path().join("markers");
        std::fs::write(&file, markers).expect("written");
        let (out, file) = (out.to_str().expect("UTF-8"), file.to_str().expect("UTF-8"));
        let done = vakwerk(&["audit", out, "--markers", file, "-C", &root]);
        let said = [done.stdout, done.stderr].concat();
        (done.status.code(), String::from_utf8_lossy(&said).into_owned())
    };
    let out = tempfile::tempdir().expect("a folder");
    let file = written(&site, "liv", "cv.pdf", &[]);
    std::fs::copy(&file, out.path().join("cv.pdf")).expect("copied");
    let (status, said) = audit(out.path(), "Bo Zwartwater\n");
    assert_eq!(status, Some(0), "{said}");
    let (status, said) = audit(out.path(), "Vandersteen\n");
    assert_eq!(status, Some(1), "{said}");
    // What may hold text elsewhere is told, however its name is written.
    let bytes = std::fs::read(&file).expect("a CV");
    for form in ["/Form", "/Fo#72m", "/PatternType 1"] {
        let bytes = [&bytes[..], format!("\n<< /Subtype {form} >>\n").as_bytes()].concat();
        std::fs::write(out.path().join("cv.pdf"), bytes).expect("written");
        let (status, said) = audit(out.path(), "Bo Zwartwater\n");
        assert_eq!(status, Some(3), "{form}: {said}");
    }
}

#[test]
fn a_small_photo_is_set_smaller_and_never_stretched_and_a_tiny_one_left_out() {
    let Some(readers) = readers() else { return };
    for (size, told) in [
        ((60, 80), "60 × 75 pixels and is set smaller"),
        ((50, 60), "and is set smaller"),
        ((20, 30), "and is left out"),
    ] {
        let site = site("", "").bytes("experts/liv/liv.jpg", &photo_of(40, size));
        let file = site.path().join("cv.pdf");
        let folder = site.path().to_str().expect("UTF-8");
        let done = vakwerk(&["cv", folder, "liv", "-o", file.to_str().expect("UTF-8")]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(said.contains(told) && said.contains("pixels across or more"), "{size:?}: {said}");
        let seen = read(&readers, &file);
        let pictures = seen["pictures"].as_array().expect("pictures");
        assert_eq!(pictures.len(), usize::from(!told.contains("left out")), "{size:?}");
        for picture in pictures {
            let at = |edge: usize| picture[3][edge].as_f64().expect("a number");
            let (wide, high) = (at(2) - at(0), at(3) - at(1));
            let pixels = picture[1].as_f64().expect("a number");
            assert!(pixels / wide > 2.0, "{size:?}: {pixels} on {wide}");
            assert!((0.7..0.9).contains(&(wide / high)), "{size:?}: {wide} by {high}");
        }
        let word = read_by(&readers, "read_docx.py", &written(&site, "liv", "cv.docx", &[]));
        assert_eq!(word["pictures"].as_array().map(Vec::len), Some(pictures.len()), "{size:?}");
        // What follows the head begins below it.
        let all = word["everything"].as_str().expect("text");
        assert_eq!(all.matches("w:clear=\"all\"").count(), pictures.len(), "{size:?}");
    }
}

#[test]
fn facts_below_the_portrait_have_the_whole_column() {
    let many: Vec<String> = (0..400).map(|at| format!("association {at}")).collect();
    let audience = format!("audience: [{}]\n", many.join(", "));
    let site = site("", "");
    let profile = std::fs::read_to_string(site.path().join("experts/liv/profile.md"));
    let profile =
        profile.expect("a profile").replace("audience: [housing associations]\n", &audience);
    site.write("experts/liv/profile.md", profile.as_bytes());
    let Some(readers) = readers() else { return };
    let seen = read(&readers, &written(&site, "liv", "cv.pdf", &[]));
    let place = seen["pictures"][0][3].as_array().expect("a place");
    let (left, bottom) = (place[0].as_f64().expect("left"), place[3].as_f64().expect("bottom"));
    let pages = seen["lines"].as_array().expect("pages");
    for (page, lines) in pages.iter().enumerate().take(2) {
        let lines = lines.as_array().expect("lines");
        let facts = lines.iter().filter(|line| {
            line[1].as_str().is_some_and(|text| text.matches("association").count() > 1)
        });
        let ends = |below: bool| {
            let of = facts
                .clone()
                .filter(move |line| (page > 0 || line[2][1].as_f64() > Some(bottom)) == below);
            of.map(|line| line[2][2].as_f64().expect("an edge")).fold(0.0_f64, f64::max)
        };
        let is_there = facts.clone().next().is_some();
        assert!(is_there || page > 0, "{lines:?}");
        assert!(!is_there || ends(true) > left + 20.0, "{page}: {}", ends(true));
        assert!(ends(false) < left, "{page}: {}", ends(false));
    }
}
