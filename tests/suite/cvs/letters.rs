//! Letters that no font has: no name is misspelled, and no sign is lost in silence.

use super::{SITE, letters, read, readers, texts};
use crate::test_site::{TestSite, vakwerk};
use std::process::Output;

fn cv(site: &TestSite, slug: &str, name: &str) -> Output {
    let (folder, out) = (site.path().to_str().expect("UTF-8"), site.path().join(name));
    vakwerk(&["cv", folder, slug, "-o", out.to_str().expect("UTF-8"), "--date", "2026-11-23"])
}

#[test]
fn a_letter_that_no_font_has_is_told_where_it_stands_and_marked_where_it_is_left_out() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert("wang", "name: Wang Wei\nheadline: Of 伟 and (王) fame 🎉\nwho: In 北京 and 北");
    let run = site.build();
    let told = "missing-glyph experts/wang.md:4:10".to_owned();
    assert!(run.notes().contains(&told), "{:?}", run.notes());
    // It is told again when nothing was made anew.
    assert_eq!(site.build().notes(), run.notes());
    let done = cv(&site, "wang", "wang.pdf");
    let said = String::from_utf8_lossy(&done.stderr);
    for words in
        ["no font has 京 (U+4EAC), 伟 (U+4F1F)", "cv: { fonts: [NAME.ttf] }", "wang.md:3:14"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    let Some(readers) = readers() else { return };
    let seen = read(&readers, &site.path().join("wang.pdf"));
    assert_eq!(seen["qpdf"][0], 0);
    for text in texts(&seen) {
        for words in ["Of [?] and fame", "In [?] and [?]"] {
            assert!(text.contains(&letters(words)), "{words}: {text}");
        }
    }
}

#[test]
fn no_pdf_misspells_a_name() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}cv: {{ word: true }}\n"))
        .expert("wang", "name: Wang 伟")
        .expert("thi", "name: Nguyễn Thị Ngọc Ánh")
        .expert("ming", "name: Wang Xiaoming (王小明) 🎉");
    let run = site.build();
    assert!(run.notes().contains(&"no-cv experts/wang.md:2:7".to_owned()), "{:?}", run.notes());
    assert!(!run.has("experts/wang/cv.pdf") && run.has("experts/wang/cv.docx"));
    run.page("experts/wang/index.html").lacks("cv.pdf");
    assert!(run.has("experts/ming/cv.pdf"));
    let done = cv(&site, "wang", "wang.pdf");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(said.contains("no font has 伟 (U+4F1F) of the name Wang 伟"), "{said}");
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(!site.path().join("wang.pdf").exists());
    for name in ["wang.docx", "wang.txt", "thi.docx"] {
        assert!(
            cv(&site, &name[..name.len() - 4].replace('.', ""), name).status.success(),
            "{name}"
        );
    }
    // What is drawn in a letter and its marks is read as it is written, or not at all.
    let done = cv(&site, "thi", "thi.pdf");
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(said.contains("of the name Nguyễn Thị Ngọc Ánh"), "{said}");
        return;
    }
    let Some(readers) = readers() else { return };
    let seen = read(&readers, &site.path().join("thi.pdf"));
    let name = letters("Nguyễn Thị Ngọc Ánh");
    for text in texts(&seen) {
        let text: String = unicode_normalization::UnicodeNormalization::nfc(&*text).collect();
        assert!(text.contains(&name), "{text}");
    }
}

#[test]
fn signs_without_a_font_keep_their_meaning() {
    let site = TestSite::empty().file("vakwerk.yaml", SITE).expert(
        "ada",
        "name: Ada\nwho: \"12 → 8 days, ≤ 5 %, CO₂, 10⁵, 1⅓, ﬁne, № 7, ✓ done, ΔT, 3 ≥ 2 ≈ 2\"",
    );
    let done = cv(&site, "ada", "ada.pdf");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && !said.contains("no font has"), "{said}");
    let Some(readers) = readers() else { return };
    let told = "12 -> 8 days, <= 5 %, CO2, 10^5, 1 1/3, fine, No 7, [x] done, DeltaT, 3 >= 2 ~ 2";
    for text in texts(&read(&readers, &site.path().join("ada.pdf"))) {
        assert!(text.contains(&letters(told)), "{text}");
    }
}
