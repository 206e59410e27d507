//! What somebody keeps out of CVs is in no byte of one.

use super::asked::{cv, text};
use super::short::{each, long_words};
use super::{SITE, full, letters, read, read_by, readers, texts};
use crate::test_site::TestSite;

/// Everything that readers find in the CV of the full profile: in text, PDF and Word.
fn everything(site: &TestSite, more: &[&str]) -> Vec<String> {
    let mut all = vec![letters(&text(&cv(site, &[&["liv"], more].concat())))];
    let Some(readers) = readers() else { return all };
    for name in ["a.pdf", "a.docx"] {
        let file = site.path().join(name);
        let out = file.to_str().expect("UTF-8");
        text(&cv(site, &[&["liv", "-o", out], more].concat()));
        if name == "a.pdf" {
            let seen = read(&readers, &file);
            all.extend(texts(&seen));
            let about = [&seen["title"], &seen["outline"], &seen["links"], &seen["tags"]];
            all.extend(about.map(|it| letters(&it.to_string())));
        } else {
            let seen = read_by(&readers, "read_docx.py", &file);
            all.push(letters(seen["everything"].as_str().expect("text")));
        }
    }
    all
}

fn lacks(all: &[String], words: &str) {
    for seen in all {
        assert!(!seen.contains(&letters(words)), "{words} in {seen}");
    }
}

const VARIANTS: &str = "cv: { variants: { water: {}, heat: { topics: [heat networks] } } }\n";

#[test]
fn what_is_kept_out_is_in_no_byte_of_a_cv_and_on_the_page() {
    for value in ["false", "no", "[]", "7", "{ a: b }", "[[water]]", "\"\""] {
        let site = full().file("experts/liv.md", &each("cv", |_| value.to_owned()));
        // What is not understood is as much as `false`, which every reader is shown.
        let all = match value {
            "false" => everything(&site, &[]),
            _ => vec![letters(&text(&cv(&site, &["liv"])))],
        };
        for words in long_words().chain(["heat networks"]) {
            lacks(&all, words);
        }
        // No heading stands alone.
        for words in ["EXPERTISE", "EXPERIENCE", "EDUCATION", "CERTIFICATES", "AWARDS"] {
            assert!(!all[0].contains(words), "{words}: {}", all[0]);
        }
        if value != "false" {
            continue;
        }
        let run = site.build();
        assert_eq!(run.notes(), Vec::<String>::new());
        run.page("experts/liv/index.html").contains("Led twelve engineers");
        let built = std::fs::read(run.out.join("experts/liv/cv.pdf")).expect("a CV");
        let by_hand = site.path().join("a.pdf");
        if let Ok(by_hand) = std::fs::read(by_hand) {
            assert!(built == by_hand);
        }
    }
}

#[test]
fn what_nobody_understands_is_told_and_kept_out() {
    let told = |value: &str| {
        let site = full().file("experts/liv.md", &each("cv", |_| value.to_owned()));
        site.build().notes()
    };
    for value in ["7", "{ a: b }", "[[water]]", "\"\"", "~", ""] {
        let notes = told(value);
        let unclear = notes.iter().filter(|note| note.starts_with("unclear-privacy")).count();
        assert_eq!(unclear, 8, "{value}: {notes:?}");
    }
    for value in ["true", "yes", "false"] {
        assert_eq!(told(value), Vec::<String>::new(), "{value}");
    }
    let notes = told("[wter]");
    let unknown = notes.iter().filter(|note| note.starts_with("unknown-variant")).count();
    assert_eq!(unknown, 8, "{notes:?}");
}

#[test]
fn what_is_of_a_variant_stands_in_its_cvs_alone() {
    let site = full()
        .file("vakwerk.yaml", &format!("{SITE}{VARIANTS}"))
        .file("experts/liv.md", &each("cv", |_| "[water]".to_owned()));
    let told = |more: &[&str]| vec![letters(&text(&cv(&site, &[&["liv"], more].concat())))];
    lacks(&everything(&site, &[]), "Led twelve engineers");
    lacks(&told(&["--variant", "heat"]), "Led twelve engineers");
    for words in long_words() {
        let seen = &told(&["--variant", "water"])[0];
        assert!(seen.contains(&letters(words)), "{words} in {seen}");
    }
    assert_eq!(site.build().notes(), Vec::<String>::new());
    let site = full()
        .file("vakwerk.yaml", &format!("{SITE}{VARIANTS}"))
        .file("experts/liv.md", &each("cv", |_| "wter".to_owned()));
    lacks(&everything(&site, &["--variant", "water"]), "Led twelve engineers");
}

#[test]
fn a_case_is_kept_out_of_the_cvs_of_its_team_and_shows_nothing_there() {
    let case = |more: &str, own: &str| {
        full().expert("ada", "name: Ada Berg\nexpertise: [heat networks]").project(
            "pipes",
            &format!(
                "title: Pipes under Assen\nperiod: {{ from: 2025-03, to: 2026-02 }}\n{more}\n\
                 team: [{{ expert: liv, role: steering, topics: [heat networks]{own} }}, ada]\n\
                 topics: [heat networks]\nresult: All was dug once."
            ),
        )
    };
    for (more, own, others) in
        [("cv: false", "", false), ("", ", cv: false", true), ("cv: { a: b }", "", false)]
    {
        let site = case(more, own);
        lacks(&everything(&site, &[]), "Pipes under Assen");
        let ada = text(&cv(&site, &["ada"]));
        assert_eq!(ada.contains("Pipes under Assen"), others, "{more}{own}: {ada}");
        // The topic is as fresh as it is, by a case that is not named.
        assert!(text(&cv(&site, &["liv"])).contains("heat networks – expert, since 2012"));
        site.build().page("projects/pipes/index.html").contains("All was dug once.");
    }
    // Whoever tells it in their own folder keeps it out of their own CV alone.
    let site = case("", "").file("experts/liv/profile.md", super::FULL).file(
        "experts/liv/projects/pipes.md",
        "---\ntitle: Pipes under Assen\ncv: false\nteam: [liv, ada]\n---\n",
    );
    site.remove("experts/liv.md");
    lacks(&everything(&site, &[]), "Pipes under Assen");
    assert!(text(&cv(&site, &["ada"])).contains("Pipes under Assen"));
}

#[test]
fn a_team_tells_nothing_that_its_members_keep_out() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert(
            "ada",
            "name: Ada Berg\nexpertise: [{ topic: heat, level: expert, cv: false }, dikes]",
        )
        .expert("bo", "name: Bo Dam\nexpertise: [law]\nformats: { cv: false }")
        .project("one", "title: One heat\nperiod: { from: 2025, to: 2026 }\nteam: [ada]\ntopics: [heat]")
        .project("two", "title: Two dikes\nperiod: { from: 2025, to: 2026 }\nteam: [{ expert: ada, cv: false }]\ntopics: [dikes]")
        .file("requests/all.md", "---\ntitle: All of it\nneeds: [heat, law, dikes]\n---\n");
    let done = cv(&site, &["--team", "all"]);
    let told = text(&done);
    let complaint = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(told.contains("Ada Berg – dikes") && !told.contains("Two dikes"), "{told}");
    assert!(!told.contains("One heat") && !told.contains("Ada Berg – heat"), "{told}");
    for words in
        ["Ada Berg keeps 1 of what they cover out of CVs", "Bo Dam wants no CV on the site"]
    {
        assert!(complaint.contains(words), "{words}: {complaint}");
    }
}

#[test]
fn who_says_no_to_cvs_as_a_whole_has_none_on_the_site() {
    for (value, is_made) in
        [("false", false), ("no", false), ("true", true), ("{ hide: [] }", true)]
    {
        let site = TestSite::empty()
            .file("vakwerk.yaml", SITE)
            .expert("ada", &format!("name: Ada\nexpertise: [heat]\ncv: {value}"));
        let run = site.build();
        assert_eq!(run.has("experts/ada/cv.pdf"), is_made, "{value}");
        let said = String::from_utf8_lossy(&cv(&site, &["ada"]).stderr).into_owned();
        assert_eq!(said.contains("wants no CV on the site"), !is_made, "{said}");
    }
}

#[test]
fn a_request_that_is_closed_is_told() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert("ada", "name: Ada Berg\nexpertise: [heat]")
        .project(
            "one",
            "title: One heat\nperiod: { from: 2025, to: 2026 }\nteam: [ada]\ntopics: [heat]",
        )
        .file("requests/old.md", "---\ntitle: Old\nneeds: [heat]\nuntil: 2026-01-01\n---\n");
    for more in [&["--team", "old"][..], &["ada", "--for", "old"]] {
        let done = cv(&site, more);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{said}");
        for words in ["the request `old` closed after 2026-01-01", "`until:`"] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
}
