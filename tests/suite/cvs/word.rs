//! CVs for word processors: real styles, languages and links, read back by a program of others.

use super::{FULL, SITE, WORDS, full, letters, read_by, readers};
use crate::test_site::{TestSite, vakwerk};
use serde_json::json;

fn written(site: &TestSite, more: &[&str]) -> std::path::PathBuf {
    let file = site.path().join("cv.docx");
    let folder = site.path().to_str().expect("UTF-8");
    let all = ["cv", folder, "liv", "-o", file.to_str().expect("UTF-8"), "--date", "2026-11-23"];
    let done = vakwerk(&[&all, more].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    file
}

#[test]
fn a_cv_for_a_word_processor_says_the_same_in_real_styles() {
    let site = full();
    let file = written(&site, &[]);
    let bytes = std::fs::read(&file).expect("it was written");
    assert!(std::fs::read(written(&site, &[])).expect("it was written") == bytes);
    let Some(readers) = readers() else { return };
    let seen = read_by(&readers, "read_docx.py", &file);
    let text = letters(seen["text"].as_str().expect("a text"));
    let mut at = 0;
    for words in WORDS {
        let words = letters(words);
        let found = text[at..].find(&words);
        at += found.unwrap_or_else(|| panic!("{words} behind {} in {text}", &text[..at]));
    }
    let paragraphs = seen["paragraphs"].as_array().expect("paragraphs");
    let of = |style: &str| -> Vec<&str> {
        let of = paragraphs.iter().filter(|it| it[0] == style);
        of.filter_map(|it| it[1].as_str()).collect()
    };
    assert_eq!(of("Title"), ["Liv Vandersteen"]);
    assert_eq!(of("Subtitle"), ["Makes heat plans that people keep to"]);
    assert!(of("Heading 1").contains(&"Expertise") && of("Heading 1").len() > 8);
    assert!(of("Heading 2").contains(&"Head of heating"));
    assert_eq!(of("List Bullet")[1..], ["Small teams", "Short meetings"]);
    assert_eq!(seen["list"], true);
    let links = seen["links"].as_array().expect("links");
    for link in ["https://liv.example/work", "https://test.example/projects/pipes/"] {
        assert!(links.contains(&link.into()), "{link} in {links:?}");
    }
    // Nothing says when it was made, or by whom but the person.
    let days = [&seen["created"], &seen["modified"], &seen["days"]];
    assert_eq!(days, [&json!("None"), &json!("None"), &json!([[1980, 1, 1, 0, 0, 0]])]);
    let about = [&seen["title"], &seen["author"], &seen["language"]];
    assert_eq!(about, ["Liv Vandersteen", "Liv Vandersteen", "en"]);
    assert_eq!(seen["page"], json!([595, 842]));
    let letter = read_by(&readers, "read_docx.py", &written(&site, &["--paper", "letter"]));
    assert_eq!(letter["page"], json!([612, 792]));
}

#[test]
fn words_run_in_their_direction_and_say_their_language() {
    let profile = FULL.replace("Small teams", "Small & <odd> teams with فريق صغير of mine");
    let site = full()
        .file("vakwerk.yaml", &format!("{SITE}languages: [ar, en]\n"))
        .file("experts/liv.md", &profile)
        .file("experts/liv.en.md", "---\nheadline: Makes heat plans\n---\n");
    let Some(readers) = readers() else { return };
    let seen = read_by(&readers, "read_docx.py", &written(&site, &[]));
    let runs = seen["runs"].as_array().expect("runs");
    let turned = |run: &&serde_json::Value| run[0].as_str().is_some_and(|it| it.contains("فريق"));
    let run = runs.iter().find(turned).expect("the Arabic words");
    assert_eq!((&run[2], run[0].as_str().map(str::trim)), (&true.into(), Some("فريق صغير")));
    assert!(seen["text"].as_str().expect("text").contains("Small & <odd> teams with"));
    assert_eq!(seen["language"], "ar");
    let everything = seen["everything"].as_str().expect("XML");
    assert!(everything.contains("<w:bidi/>"), "{everything}");
}

#[test]
fn an_audit_reads_what_a_document_says() {
    let site = full();
    let folder = site.path().join("sent");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::rename(written(&site, &[]), folder.join("cv.docx")).expect("moved");
    let words = site.path().join("words.txt");
    // A name in pieces: one of the words stands out.
    for marker in ["Liv Vandersteen", "I was a plumber once", "heat networks – expert"] {
        std::fs::write(&words, marker).expect("the words are written");
        let folder = folder.to_str().expect("UTF-8");
        let done = vakwerk(&["audit", folder, "--markers", words.to_str().expect("UTF-8")]);
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(said.contains(marker), "{marker}: {said}");
    }
}
