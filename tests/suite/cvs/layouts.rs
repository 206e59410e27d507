//! How a PDF is set: every layout reads in the same order, is accessible, and is the same each time.

use super::asked::written;
use super::{SITE, WORDS, full, letters, read, readers, texts};
use crate::test_site::vakwerk;
use std::path::Path;
use std::process::Command;

/// Whether checkers of PDF/UA find nothing wrong.
pub(super) fn is_accessible(readers: &Path, file: &Path) {
    for checker in
        [&["outloud", "--fail-on", "error"][..], &["pdfua", "check", "--min-severity", "error"]]
    {
        let done = Command::new(readers.join(checker[0])).args(&checker[1..]).arg(file).output();
        let done = done.expect("the checker starts");
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    }
}

#[test]
fn every_layout_says_the_same_in_the_same_order() {
    let site = full().file("vakwerk.yaml", &format!("{SITE}cv: {{ qr: true }}\n"));
    let Some(readers) = readers() else { return };
    let mut heights = Vec::new();
    for layout in ["editorial", "plain", "compact"] {
        let file = written(&site, "liv", "cv.pdf", &["--layout", layout]);
        let bytes = std::fs::read(&file).expect("a CV");
        let again = written(&site, "liv", "again.pdf", &["--layout", layout]);
        assert!(std::fs::read(again).expect("a CV") == bytes, "{layout}");
        let seen = read(&readers, &file);
        assert_eq!(seen["qpdf"][0], 0, "{layout}: {}", seen["qpdf"][1]);
        for text in texts(&seen) {
            let mut at = 0;
            for words in WORDS {
                let words = letters(words);
                let found = text[at..].find(&words);
                at += found.unwrap_or_else(|| panic!("{layout}: {words} in {text}"));
            }
        }
        is_accessible(&readers, &file);
        // The code of the address has words for whoever does not see it; it needs a margin.
        let tags = seen["tags"].as_array().expect("tags");
        let has_code = tags.iter().any(|tag| tag[0] == "/Figure");
        assert_eq!(has_code, layout != "plain", "{layout}");
        let lines = seen["lines"].as_array().expect("pages");
        let last = lines.last().and_then(|page| page.as_array()).expect("lines");
        let end = last.iter().filter_map(|line| line[2][3].as_f64()).filter(|y| *y < 790.0);
        heights.push((lines.len(), end.fold(0.0, f64::max)));
    }
    assert!(heights[2] < heights[0], "compact is shorter: {heights:?}");
    let anonymous = written(&site, "liv", "a.pdf", &["--anonymous"]);
    let seen = read(&readers, &anonymous);
    assert!(!seen["tags"].to_string().contains("Figure"));
}

#[test]
fn chinese_is_set_in_the_font_that_the_site_names() {
    let Some(readers) = readers() else { return };
    let profile =
        "---\nname: Wang Xiaoming (王小明)\nheadline: 工程师\n---\n\n我在水务局工作了十年。\n";
    let settings = format!("{SITE}cv: {{ fonts: [han.ttf] }}\n");
    let site = full().file("experts/liv.md", profile).file("vakwerk.yaml", &settings);
    let font = site.path().join("han.ttf");
    let script = "import pymupdf, sys; open(sys.argv[1], 'wb').write(pymupdf.Font('cjk').buffer)";
    let made = Command::new(readers.join("python")).args(["-c", script]).arg(&font).status();
    assert!(made.expect("Python starts").success());
    let file = written(&site, "liv", "cv.pdf", &[]);
    let seen = read(&readers, &file);
    assert_eq!(seen["qpdf"][0], 0, "{}", seen["qpdf"][1]);
    for text in texts(&seen) {
        for words in ["王小明", "工程师", "我在水务局工作了十年。"] {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
    let fonts = seen["fonts"].as_array().expect("fonts");
    let whole = serde_json::json!(["yes", "yes", "yes"]);
    assert!(fonts.len() > 1 && fonts.iter().all(|font| *font == whole), "{fonts:?}");
    // Only the letters that are there are in it.
    assert!(std::fs::metadata(&file).expect("a file").len() < 120_000);
}

#[test]
fn forgetting_somebody_names_the_cvs_that_lie_in_the_site() {
    let site = full();
    std::fs::create_dir(site.path().join("sent")).expect("a folder");
    for name in ["sent/offer.pdf", "sent/offer.docx"] {
        written(&site, "liv", name, &[]);
    }
    let folder = site.path().to_str().expect("UTF-8");
    let done = vakwerk(&["forget", "liv", "-C", folder, "--yes"]);
    let said = String::from_utf8_lossy(&done.stdout);
    for name in ["sent/offer.pdf", "sent/offer.docx"] {
        assert!(said.contains(&format!("{name}: inside the file")), "{said}");
    }
}
