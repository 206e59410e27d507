//! CVs in PDF: they say what the page says, in its order, to everybody's reader; of nobody who is
//! hidden; and in the same bytes each time.

mod anonymous;
mod asked;
mod choices;
mod chosen;
mod faults;
mod kept_out;
mod layouts;
mod letters;
mod nameless_team;
mod portrait;
mod short;
mod tables;
mod team;
mod typesetting;
mod unclear;
mod word;

use crate::test_site::{TestSite, said, tree, vakwerk};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SITE: &str = "title: Test\nkind: network\nbase_url: https://test.example/\n\
                    privacy: { consent: optional }\nformats: { cv: true }\n";

/// A profile with something in every field of a CV, in the order in which the page shows them.
const FULL: &str = "---
name: Liv Vandersteen
headline: Makes heat plans that people keep to
location: Groningen
contact: { email: liv@mail.example }
links: { website: https://liv.example/work }
languages: [nl, fr: B2]
availability: { status: limited, from: 2027-01-15, hours: 16 }
roles: [chairwoman]
audience: [housing associations]
pronouns: she/her
who: I was a plumber *once*, and a [teacher](https://school.example/) then.
can: I read drawings and people.
value: Between builders and tenants.
flow: The first warm evening.
expertise:
  - { topic: heat networks, level: expert, since: 2012, note: Five networks so far }
experience:
  - { title: Head of heating, organization: Oostwarmte, from: 2014-05, to: now, text: Led twelve engineers. }
education:
  - { title: Civil engineering, organization: Hanzeschool, from: 1996, to: 2000 }
certificates:
  - { title: Prince Two, organization: Axelos, date: 2022-04 }
publications:
  - { title: Warm without gas, date: 2025 }
talks:
  - { title: Twelve lessons, venue: Heat day, date: 2024-03-02 }
awards:
  - { title: Golden radiator, date: 2021 }
testimonials:
  - { quote: She listens until it is quiet., name: Hilde Postma, role: alderwoman }
---

My first network lay on a *drawing table*.

- Small teams
- Short meetings
";

const WORDS: [&str; 47] = [
    "Liv Vandersteen",
    "Makes heat plans that people keep to",
    "Groningen",
    "liv.example/work",
    "test.example/experts/liv",
    "Languages",
    "Dutch",
    "French (B2)",
    "Available",
    "limited availability",
    "15 January 2027",
    "16 hours a week",
    "Roles",
    "chairwoman",
    "Works for",
    "housing associations",
    "Pronouns",
    "she/her",
    "Who am I?",
    "I was a plumber once, and a teacher then.",
    "What can I do?",
    "I read drawings and people.",
    "Between builders and tenants.",
    "The first warm evening.",
    "Expertise",
    "heat networks",
    "expert, since 2012",
    "Five networks so far",
    "Projects",
    "Pipes under Assen",
    "March 2025",
    "Oostwarmte",
    "steering",
    "Who digs where?",
    "All was dug once.",
    "My story",
    "My first network lay on a drawing table.",
    "Small teams",
    "Short meetings",
    "She listens until it is quiet.",
    "Hilde Postma, alderwoman",
    "Head of heating",
    "May 2014",
    "Led twelve engineers.",
    "Civil engineering",
    "Prince Two",
    "Golden radiator",
];

fn full() -> TestSite {
    TestSite::empty().file("vakwerk.yaml", SITE).file("experts/liv.md", FULL).project(
        "pipes",
        "title: Pipes under Assen\nclient: Oostwarmte\nperiod: { from: 2025-03, to: 2026-02 }\n\
             question: Who digs where?\nresult: All was dug once.\n\
             team: [{ expert: liv, role: steering, topics: [heat networks] }]\n\
             topics: [heat networks]",
    )
}

/// Where the readers are; in CI they have to be.
#[expect(clippy::print_stdout, reason = "a check that is skipped is seen")]
fn readers() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python/.venv/bin");
    let python = Command::new(folder.join("python"));
    let answers = |mut program: Command, arguments: &[&str]| {
        program.args(arguments).output().is_ok_and(|tried| tried.status.success())
    };
    let is_there = answers(python, &["-c", "import pymupdf, pikepdf, outloud, pdfua, docx"])
        && answers(Command::new("qpdf"), &["--version"])
        && Command::new("pdffonts").arg("-v").output().is_ok();
    if is_there {
        return Some(folder);
    }
    let missing = "a reader of PDF is missing; `.ci/run` installs them";
    assert!(std::env::var_os("CI").is_none(), "{missing}");
    println!("skipped, because {missing}");
    None
}

/// What others see in a PDF.
fn read(readers: &Path, file: &Path) -> Value {
    read_by(readers, "read_cv.py", file)
}

/// What a script sees in a file.
fn read_by(readers: &Path, script: &str, file: &Path) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python").join(script);
    let done = Command::new(readers.join("python")).arg(script).arg(file).output();
    let done = done.expect("Python starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("JSON")
}

/// The text of a CV for word processors, where pages count, and what was said of it. None where
/// nobody can read it.
fn in_word(site: &TestSite, more: &[&str]) -> Option<(String, String)> {
    let readers = readers()?;
    let (folder, file) = (site.path().to_str().expect("UTF-8"), site.path().join("read.docx"));
    let out = ["-o", file.to_str().expect("UTF-8"), "--date", "2026-11-23"];
    let done = vakwerk(&[&["cv", folder], more, &out].concat());
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{said}");
    let text = read_by(&readers, "read_docx.py", &file)["text"].as_str().expect("text").to_owned();
    Some((format!("{text}\n"), said))
}

/// The letters of a text, without spaces: where a line ends says nothing.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

fn texts(seen: &Value) -> [String; 2] {
    let pages = seen["text"].as_array().expect("pages").iter();
    let pages: String = pages.map(|page| page.as_str().expect("a text")).collect();
    [letters(&pages), letters(seen["poppler"].as_str().expect("a text"))]
}

#[test]
fn the_fields_of_a_page_are_in_the_cv_in_the_same_order() {
    let run = full().build();
    assert_eq!(run.notes(), Vec::<String>::new());
    let Some(readers) = readers() else { return };
    let seen = read(&readers, &run.out.join("experts/liv/cv.pdf"));
    for text in texts(&seen) {
        let mut at = 0;
        for words in WORDS {
            let words = letters(words);
            let found = text[at..].find(&words);
            let found = found.unwrap_or_else(|| panic!("{words} behind {} in {text}", &text[..at]));
            at += found + words.len();
        }
    }
    // Programs may not read the address.
    assert!(!texts(&seen)[0].contains("liv@mail.example"));
}

#[test]
fn a_cv_is_accessible_and_has_its_fonts_with_it() {
    let Some(readers) = readers() else { return };
    let run = full().build();
    let file = run.out.join("experts/liv/cv.pdf");
    let seen = read(&readers, &file);
    assert_eq!(seen["qpdf"][0], 0, "{}", seen["qpdf"][1]);
    assert_eq!((&seen["ua"], &seen["marked"]), (&"1".into(), &true.into()));
    assert_eq!((&seen["language"], &seen["title"]), (&"en".into(), &"Liv Vandersteen".into()));
    // Nothing says when it was made: the next build makes the same.
    assert_eq!(seen["info"], serde_json::json!(["/Author", "/Producer", "/Subject", "/Title"]));
    let fonts = seen["fonts"].as_array().expect("fonts");
    assert!(
        !fonts.is_empty()
            && fonts.iter().all(|font| font == &serde_json::json!(["yes", "yes", "yes"])),
        "{fonts:?}"
    );
    let tags: Vec<&str> =
        seen["tags"].as_array().expect("tags").iter().filter_map(|tag| tag[0].as_str()).collect();
    assert_eq!(tags[..2], ["/Document", "/H1"]);
    for kind in ["/H2", "/H3", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Link"] {
        assert!(tags.contains(&kind), "{kind}");
    }
    let links: Vec<&str> =
        seen["links"].as_array().expect("links").iter().filter_map(Value::as_str).collect();
    for link in [
        "https://liv.example/work",
        "https://school.example/",
        "https://test.example/projects/pipes/",
    ] {
        assert!(links.contains(&link), "{link} in {links:?}");
    }
    let outline = seen["outline"].as_array().expect("bookmarks");
    let sections = tags.iter().filter(|tag| **tag == "/H2").count();
    assert_eq!(outline.len(), sections + 1);
    layouts::is_accessible(&readers, &file);
}

#[test]
fn two_cvs_of_one_profile_are_the_same_bytes() {
    let site = full();
    let one = site.build_as("one", &[]);
    let other = site.build_as("other", &["--no-cache"]);
    assert!(tree(&one.out) == tree(&other.out));
    let by_hand = site.path().join("liv.pdf");
    let folder = site.path().to_str().expect("UTF-8");
    let said = vakwerk(&[
        "cv",
        folder,
        "liv",
        "-o",
        by_hand.to_str().expect("UTF-8"),
        "--date",
        "2026-11-23",
    ]);
    assert!(said.status.success() && said.stderr.is_empty(), "{said:?}");
    let built = fs::read(one.out.join("experts/liv/cv.pdf")).expect("it was built");
    assert!(fs::read(by_hand).expect("it was written") == built);
    // A sheet of letters of North America is another.
    let page = one.page("experts/liv/index.html");
    page.contains("href=\"/experts/liv/cv.pdf\"");
}

#[test]
fn a_change_makes_only_the_cvs_that_tell_of_it() {
    let site = full().expert("ada", "name: Ada Berg\nheadline: Draws");
    let changes = site.path().join("changes.txt");
    let list = changes.display().to_string();
    let told = |more: &[&str]| {
        site.build_as("public", &[&["--changes", &list], more].concat());
        fs::read_to_string(&changes).expect("the list was written")
    };
    assert!(told(&[]).contains("experts/liv/cv.pdf"));
    assert_eq!(told(&[]), "");
    site.write("experts/ada.md", b"---\nname: Ada Berg\nheadline: Draws maps\n---\n");
    let changed = told(&[]);
    assert!(
        changed.contains("experts/ada/cv.pdf") && !changed.contains("experts/liv/cv.pdf"),
        "{changed}"
    );
    // A case tells of whoever worked on it.
    site.write(
        "projects/pipes.md",
        b"---\ntitle: Pipes under Assen\nresult: Dug twice.\nteam: [liv]\n---\n",
    );
    let changed = told(&[]);
    assert!(
        changed.contains("experts/liv/cv.pdf") && !changed.contains("experts/ada/cv.pdf"),
        "{changed}"
    );
    site.remove("experts/ada.md");
    assert!(told(&["--allow-removal"]).contains("experts/ada/cv.pdf"));
    assert!(!site.path().join("public/experts/ada/cv.pdf").exists());
}

#[test]
fn nobody_who_may_not_be_seen_is_in_a_cv() {
    let Some(readers) = readers() else { return };
    let site = full()
        .expert("zelda", "name: Zelda Quist\nvisibility: hidden\nexpertise: [heat networks]")
        .expert("wim", "name: Wim Xander\nformats: { cv: false }\nexpertise: [heat networks]")
        .project("dig", "title: Digging\nteam: [liv, zelda]\nresult: Dug with Zelda Quist.\ntopics: [heat networks]");
    let run = site.build();
    assert!(!run.has("experts/zelda/cv.pdf") && !run.has("experts/wim/cv.pdf"));
    let text = &texts(&read(&readers, &run.out.join("experts/liv/cv.pdf")))[0];
    assert!(text.contains("Digging"));
    let folder = site.path().to_str().expect("UTF-8");
    for out in ["zelda.pdf", "zelda.txt"] {
        let file = site.path().join(out);
        let done = vakwerk(&["cv", folder, "zelda", "-o", file.to_str().expect("UTF-8")]);
        assert_eq!(done.status.code(), Some(2));
        assert!(!file.exists());
    }
}

#[test]
fn no_page_ends_with_a_heading_and_no_line_is_too_long() {
    let Some(readers) = readers() else { return };
    let awards: String = (0..300).fold(String::new(), |list, at| {
        let more = "with a few more words about it ".repeat(at % 4);
        format!("{list}  - {{ title: Award {at} {more}, date: 2021, organization: Jury {at} }}\n")
    });
    let name = "Anna Margaretha Wilhelmina van Oosterhout tot Westerwolde en de Lage Landen-Hubers";
    let text = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle".repeat(3);
    let site = TestSite::empty()
        .file("vakwerk.yaml", &SITE.replace("base_url", "limits: { items: 400 }\nbase_url"))
        .file(
            "experts/anna.md",
            &format!(
                "---\nname: {name}\nawards:\n{awards}---\n\n{text} https://long.example/{}\n",
                "a".repeat(200)
            ),
        )
        .expert("bo", "name: Bo");
    let run = site.build();
    let seen = read(&readers, &run.out.join("experts/anna/cv.pdf"));
    let text = &texts(&seen)[0];
    assert!(
        text.contains(&letters(name)) && (0..300).all(|at| text.contains(&format!("Award{at}")))
    );
    let pages = seen["lines"].as_array().expect("pages");
    assert!(pages.len() > 8, "{}", pages.len());
    let width = seen["sizes"][0][0].as_f64().expect("a width");
    for lines in pages {
        let lines = lines.as_array().expect("lines");
        for line in lines {
            assert!(line[2][2].as_f64().expect("an edge") < width - 54.0, "{line}");
        }
        // The foot stands last; above it a title never is.
        let mut body: Vec<&Value> =
            lines.iter().filter(|line| line[2][3].as_f64().is_some_and(|y| y < 790.0)).collect();
        body.sort_by(|a, b| a[2][3].as_f64().partial_cmp(&b[2][3].as_f64()).expect("numbers"));
        let last = body.last().expect("a page has lines");
        assert!(last[0] != 10.3, "{last}");
    }
    let short = read(&readers, &run.out.join("experts/bo/cv.pdf"));
    assert_eq!((&short["pages"], &short["qpdf"][0]), (&1.into(), &0.into()));
}

#[test]
fn a_portfolio_has_no_cv_with_part_of_a_name_unless_it_asks_for_one() {
    let profile = |more: &str| {
        TestSite::empty()
            .file("vakwerk.yaml", "title: Wang\nbase_url: https://wang.example/\n")
            .file("profile.md", &format!("---\nname: Wang (王小明)\n{more}---\n"))
    };
    let run = profile("").build();
    assert!(run.notes().contains(&"no-cv profile.md:2:7".to_owned()), "{:?}", run.notes());
    assert!(!run.has("cv.pdf"));
    run.page("index.html").lacks("cv.pdf");
    let run = profile("formats: { cv: true }\n").build();
    assert!(run.notes().contains(&"missing-glyph profile.md:2:14".to_owned()), "{:?}", run.notes());
    assert!(run.has("cv.pdf"));
    let run = profile("formats: { cv: false }\n").build();
    assert!(!run.notes().iter().any(|note| note.contains("cv")), "{:?}", run.notes());
}

#[test]
fn a_cv_is_plain_text_where_that_is_asked_for() {
    let site = full();
    let folder = site.path().to_str().expect("UTF-8");
    let done = vakwerk(&["cv", folder, "Liv Vandersteen"]);
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(text.starts_with("Liv Vandersteen\nMakes heat plans that people keep to\n"), "{text}");
    let mut at = 0;
    for words in WORDS {
        let upper = words.to_uppercase();
        let found = text[at..].find(words).or_else(|| text[at..].find(&upper));
        at += found.unwrap_or_else(|| panic!("{words} in {text}"));
    }
    for (name, out) in [("liv", "liv.odt"), ("nobody", "liv.pdf")] {
        assert_eq!(vakwerk(&["cv", folder, name, "-o", out]).status.code(), Some(2));
    }
    assert_eq!(vakwerk(&["cv", folder, "liv", "--lang", "nl"]).status.code(), Some(2));
}

#[test]
fn what_a_cv_says_of_somebody_is_found_when_they_are_gone() {
    let site = full().expert("tom", "name: Tom Zwartveld");
    let run = site.build();
    let words = site.path().join("words.txt");
    let audit = |marker: &str| {
        fs::write(&words, format!("{marker}\n")).expect("the words are written");
        let out = run.out.to_str().expect("UTF-8");
        let done = vakwerk(&["audit", out, "--markers", words.to_str().expect("UTF-8")]);
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    // In the PDF, letters are numbers of glyphs; a word may be parted at the end of a line.
    for marker in
        ["Tom Zwartveld", "She listens until it is quiet", "Led twelve engineers", "steering"]
    {
        let slug = if marker.starts_with("Tom") { "tom" } else { "liv" };
        let found = audit(marker);
        let file = format!("experts/{slug}/cv.pdf:");
        let mut lines = found.lines().filter(|line| line.starts_with(&file));
        assert!(lines.any(|line| line.contains("the words of the PDF")), "{marker}: {found}");
    }
    let found = audit("Nobody Somewhere");
    assert!(found.starts_with("nothing found"), "{found}");
}

/// The topics of each case of a site, by the case's title.
fn topics_of_cases(folder: &str) -> BTreeMap<String, Vec<String>> {
    let titles = |topics: &Value| -> Vec<String> {
        let topics = topics.as_array().expect("topics").iter();
        topics.filter_map(|topic| topic["title"].as_str().map(ToOwned::to_owned)).collect()
    };
    said(&["export", "records", folder, "--date", "2026-11-23"])
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"))
        .filter(|record| record["kind"] == "projects" && record["language"] == "nl")
        .map(|record| {
            (record["title"].as_str().expect("a title").to_owned(), titles(&record["topics"]))
        })
        .collect()
}

/// Who of the team of the case with a title says which topics were theirs.
fn parts_of_cases(site: &Path, title: &str) -> BTreeSet<String> {
    let files = tree(site).into_iter().filter(|(path, _)| path.ends_with(".md"));
    let fronts = files.filter_map(|(_, bytes)| {
        let text = String::from_utf8(bytes).ok()?;
        let front = text.strip_prefix("---\n")?.split("\n---").next()?.to_owned();
        serde_yaml::from_str::<serde_yaml::Value>(&front).ok()
    });
    let of_case = fronts.filter(|front| front["title"].as_str() == Some(title));
    let teams = of_case.filter_map(|front| front["team"].as_sequence().cloned()).flatten();
    teams
        .filter(|member| member["topics"].is_sequence())
        .filter_map(|member| member["expert"].as_str().map(ToOwned::to_owned))
        .collect()
}

#[test]
fn a_cv_for_a_request_tells_the_cases_of_what_the_match_found() {
    let site = TestSite::example();
    let folder = site.path().to_str().expect("UTF-8");
    let cases = topics_of_cases(folder);
    let told = |slug: &str, more: &[&str]| -> Vec<String> {
        let text = said(&[&["cv", folder, slug, "--date", "2026-11-23"][..], more].concat());
        text.lines().filter(|line| cases.contains_key(*line)).map(ToOwned::to_owned).collect()
    };
    let mut compared = 0;
    for request in team::requests(&site) {
        let request = request.as_str();
        let matched =
            ["match", folder, "--request", request, "--format", "json", "--date", "2026-11-23"];
        let answer = vakwerk(&matched);
        let answer: Value = serde_json::from_slice(&answer.stdout).expect("JSON");
        for found in answer["experts"].as_array().expect("experts") {
            let slug = found["slug"].as_str().expect("a slug");
            let mut terms: Vec<&Value> = found["terms"].as_array().expect("terms").iter().collect();
            terms.sort_by_key(|term| std::cmp::Reverse(term["points"].as_u64()));
            let wanted: Vec<&str> =
                terms.iter().filter_map(|term| term["topic"].as_str()).collect();
            let place = |title: &String| {
                wanted.iter().position(|topic| cases[title].iter().any(|of| of == topic))
            };
            let mut expected: Vec<String> = told(slug, &[]);
            // What somebody brought themselves may be less than what the case is about.
            let brought_all = |title: &String| !parts_of_cases(site.path(), title).contains(slug);
            expected.retain(|title| place(title).is_some() && brought_all(title));
            expected.sort_by_key(|title| place(title));
            // What is about a narrower topic shows the wider one too.
            let told = told(slug, &["--for", request]);
            let are_told = expected.iter().all(|title| told.contains(title));
            assert!(are_told, "{slug} for {request}: {expected:?} in {told:?}");
            compared += expected.len();
        }
    }
    assert!(compared > 3, "{compared}");
    for (request, status) in [("no-such-request", 2), ("warmte-uit-effluent", 2)] {
        let done = vakwerk(&["cv", folder, "sukma", "--for", request]);
        assert_eq!(done.status.code(), Some(status), "{done:?}");
    }
}
