//! What decides who sees what in a CV, when it is not understood: it closes, and that is said.

use super::asked::cv;
use super::{SITE, full};
use crate::test_site::TestSite;
use std::process::Output;

fn both(done: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&done.stdout), text(&done.stderr))
}

fn with(keys: &str) -> TestSite {
    full().file("experts/liv.md", &super::FULL.replace("pronouns:", &format!("{keys}\npronouns:")))
}

#[test]
fn a_variant_of_which_it_is_not_clear_whether_it_has_a_name_has_none() {
    for (value, has_name, is_said) in [
        ("anonymous: maybe", false, true),
        ("anonymous: \"yes\"", false, false),
        ("anonymous: ja", false, false),
        ("anonymous: 1", false, false),
        ("anonymous: [true]", false, true),
        ("anonymous: ", false, true),
        ("anonymos: true", false, true),
        ("anonymous: no", true, false),
        ("anonymous: \"false\"", true, false),
        ("pages: 2", true, false),
        ("pages: many", true, true),
    ] {
        let config = format!("{SITE}cv: {{ variants: {{ water: {{ {value} }} }} }}\n");
        let (told, said) =
            both(&cv(&full().file("vakwerk.yaml", &config), &["liv", "--variant", "water"]));
        assert_eq!(told.contains("Vandersteen"), has_name, "{value}: {said}");
        assert_eq!(said.contains("vakwerk.yaml"), is_said, "{value}: {said}");
        assert_eq!(told.starts_with("Curriculum vitae"), !has_name, "{value}: {said}");
    }
}

#[test]
fn what_a_person_hides_is_read_as_it_is_meant() {
    for value in ["story", "Story", "\"story, awards\"", "[story, Awards]", "all", "[all]", "true"]
    {
        let site = with(&format!("cv: {{ hide: {value} }}"));
        let (told, said) = both(&cv(&site, &["liv"]));
        assert!(!told.contains("drawing table"), "{value}: {told}");
        assert!(!said.contains("unclear-privacy"), "{value}: {said}");
    }
}

#[test]
fn what_a_person_hides_and_nobody_understands_makes_no_cv() {
    for (value, words) in [
        ("{ hide: storry }", "`hide:`"),
        ("{ hide: [story, 7] }", "`hide:`"),
        ("{ hide: { story: true } }", "`hide:`"),
        ("{ hide: ~ }", "`hide:`"),
        ("{ hidden: [story] }", "`cv:`"),
        ("[story]", "`cv:`"),
        ("maybe", "`cv:`"),
        ("7", "`cv:`"),
    ] {
        let site = with(&format!("cv: {value}"));
        let (told, said) = both(&cv(&site, &["liv"]));
        assert!(told.is_empty(), "{value}: {told}");
        for words in [words, "unclear-privacy", "there is no CV of the person"] {
            assert!(said.contains(words), "{value}: {words}: {said}");
        }
        let run = site.build();
        assert!(!run.has("experts/liv/cv.pdf") && run.has("experts/liv/index.html"), "{value}");
    }
}

#[test]
fn a_portrait_that_may_not_be_wanted_is_not_there() {
    for (value, has_one, is_said) in [
        ("true", true, false),
        ("no", false, false),
        ("off", false, false),
        ("\"no\"", false, false),
        ("0", false, false),
        ("maybe", false, true),
        ("[]", false, true),
    ] {
        for own in [true, false] {
            let keys = format!("cv: {{ portrait: {value} }}\n");
            let (of_site, of_person) = if own { ("", keys.as_str()) } else { (keys.as_str(), "") };
            let site = super::portrait::site(of_site, of_person);
            let out = site.path().join("a.docx");
            let (_, said) = both(&cv(&site, &["liv", "-o", out.to_str().expect("UTF-8")]));
            let bytes = std::fs::read(&out).expect("a CV");
            let is_there = bytes.windows(10).any(|it| it == b"word/media");
            assert_eq!(is_there, has_one, "{value} {own}: {said}");
            assert_eq!(said.contains("unclear-privacy"), is_said, "{value} {own}: {said}");
        }
    }
}
