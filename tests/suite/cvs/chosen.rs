//! What a CV tells is chosen: sections, kinds of CV, and how many pages it may have.

use super::{SITE, full, in_word, read, read_by, readers};
use crate::test_site::TestSite;

/// Somebody with a long life: forty positions, of which the last are the first.
fn long() -> TestSite {
    let positions: String = (0..40).fold(String::new(), |list, at| {
        let (from, to) = (1980 + at, 1981 + at);
        let text = "Led a team through a year of change, and wrote down what came of it.";
        format!("{list}  - {{ title: Position {at}, from: {from}, to: {to}, text: {text:?} }}\n")
    });
    let profile = format!(
        "---\nname: Ada Berg\nexperience:\n{positions}education:\n  \
         - {{ title: Civil engineering, from: 1975, to: 1979 }}\n\
         expertise:\n  - {{ topic: dikes, last_used: 2010 }}\n  - heat networks\n---\n"
    );
    full().file("experts/ada.md", &profile)
}

struct Told {
    status: Option<i32>,
    text: String,
    said: String,
}

fn cv(site: &TestSite, more: &[&str]) -> Told {
    let done = super::asked::cv(site, more);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Told { status: done.status.code(), text: text(&done.stdout), said: text(&done.stderr) }
}

#[test]
fn a_cv_that_must_be_shorter_leaves_out_what_is_oldest_and_least_proven() {
    let site = long();
    let all = cv(&site, &["ada"]);
    assert!(all.text.contains("Position 0\n") && all.said.is_empty(), "{}", all.said);
    // Plain text has no pages.
    let plain = cv(&site, &["ada", "--pages", "1"]);
    assert!(plain.text == all.text && plain.said.contains("plain text has no pages"));
    let Some((text, said)) = in_word(&site, &["ada", "--pages", "2"]) else { return };
    assert!(said.contains("Word sets them anew"), "{said}");
    let kept: Vec<usize> =
        (0..40).filter(|at| text.contains(&format!("Position {at}\n"))).collect();
    // The last of them, and no hole between.
    assert!(kept.len() > 5 && kept.len() < 35, "{kept:?}");
    assert_eq!(kept, (40 - kept.len()..40).collect::<Vec<_>>());
    assert!(said.contains("left out") && said.contains("Position 1"), "{said}");
    // Of many, a few are named.
    assert!(said.contains(" more\n") && said.matches("Position").count() < 9, "{said}");
    // What nobody has seen or dated goes first.
    assert!(said.contains("heat networks"), "{said}");
    let Some((one, _)) = in_word(&site, &["ada", "--pages", "1"]) else { return };
    let fewer = (0..40).filter(|at| one.contains(&format!("Position {at}\n"))).count();
    assert!(fewer < kept.len(), "{fewer}");
    let Some(readers) = readers() else { return };
    for pages in ["1", "2"] {
        let file = site.path().join("ada.pdf");
        let out = file.to_str().expect("UTF-8");
        assert_eq!(cv(&site, &["ada", "--pages", pages, "-o", out]).status, Some(0));
        assert_eq!(read(&readers, &file)["pages"].to_string(), pages);
    }
}

#[test]
fn a_site_says_how_long_its_cvs_are_and_whether_they_are_for_word_processors_too() {
    let site = long();
    site.write("vakwerk.yaml", format!("{SITE}cv: {{ pages: 1, word: true }}\n").as_bytes());
    let run = site.build();
    run.page("experts/ada/index.html").contains("cv.docx");
    let again = site.build_as("again", &["--no-cache"]);
    let bytes = |out: &std::path::Path, name: &str| {
        std::fs::read(out.join("experts/ada").join(name)).expect("it was built")
    };
    for name in ["cv.pdf", "cv.docx"] {
        assert!(bytes(&run.out, name) == bytes(&again.out, name), "{name}");
    }
    let Some(readers) = readers() else { return };
    let file = |name: &str| run.out.join("experts/ada").join(name);
    assert_eq!(read(&readers, &file("cv.pdf"))["pages"], 1);
    let word = read_by(&readers, "read_docx.py", &file("cv.docx"));
    let text = word["text"].as_str().expect("text");
    assert!(text.contains("Position 39\n") && !text.contains("Position 0\n"), "{text}");
}

#[test]
fn a_variant_chooses_topics_sections_and_years() {
    let site = long().file(
        "vakwerk.yaml",
        &format!(
            "{SITE}cv:\n  variants:\n    late: {{ since: 10y }}\n    \
             heat: {{ topics: [heat networks], sections: [projects, expertise] }}\n    \
             blind: {{ anonymous: true, pages: 1 }}\n    odd: {{ topics: [beekeeping] }}\n"
        ),
    );
    let late = cv(&site, &["ada", "--variant", "late"]).text;
    assert!(late.contains("Position 39\n") && !late.contains("Position 20\n"), "{late}");
    // Studies are never too long ago.
    assert!(late.contains("Civil engineering") && !late.contains("dikes"), "{late}");
    let heat = cv(&site, &["liv", "--variant", "heat"]).text;
    let place = |words: &str| heat.find(words).unwrap_or_else(|| panic!("{words} in {heat}"));
    assert!(place("PROJECTS") < place("EXPERTISE") && !heat.contains("EXPERIENCE"));
    let blind = cv(&site, &["liv", "--variant", "blind"]).text;
    assert!(!blind.contains("Liv") && !blind.contains("Vandersteen"), "{blind}");
    let none = cv(&site, &["liv", "--variant", "haet"]);
    assert_eq!(none.status, Some(2));
    for words in ["no variant `haet`", "did you mean `heat`?", "there is blind, heat, late, odd"] {
        assert!(none.said.contains(words), "{}", none.said);
    }
    let odd = cv(&site, &["liv", "--variant", "odd"]);
    assert_eq!(odd.status, Some(2));
    assert!(odd.said.contains("nobody on this site names the topic `beekeeping`"), "{}", odd.said);
    let site = full();
    let none = cv(&site, &["liv", "--variant", "heat"]).said;
    assert!(none.contains("vakwerk.yaml describes none yet"), "{none}");
}

#[test]
fn a_person_hides_sections_of_their_own_cv() {
    let profile = super::FULL.replace("pronouns:", "cv: { hide: [story, awards] }\npronouns:");
    let site = full().file("experts/liv.md", &profile);
    let text = cv(&site, &["liv"]).text;
    assert!(!text.contains("MY STORY") && !text.contains("Golden radiator"), "{text}");
    assert!(text.contains("She listens until it is quiet."), "{text}");
    // The page shows all of it.
    site.build().page("experts/liv/index.html").contains("Golden radiator");
    let profile = super::FULL.replace("pronouns:", "cv: { hide: [storey] }\npronouns:");
    let notes = full().file("experts/liv.md", &profile).build().notes();
    assert!(notes.iter().any(|note| note.contains("experts/liv.md")), "{notes:?}");
}
