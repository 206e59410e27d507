//! What a CV tells in one line when it has to be short, and what goes first.

use super::asked::{complaint, cv, text};
use super::{SITE, full, in_word, letters, read, read_by, readers, texts};
use crate::test_site::TestSite;

/// Every item of the full profile, with a line for a short CV, and words of the long telling.
const ITEMS: [(&str, &str, &str); 8] = [
    ("note: Five networks so far", "FIVE NETS", "Five networks so far"),
    ("text: Led twelve engineers.", "HEAD OF TWELVE", "Led twelve engineers"),
    ("from: 1996, to: 2000", "ENGINEER BY TRAINING", "Civil engineering"),
    ("date: 2022-04", "PRINCE", "Prince Two"),
    ("title: Warm without gas", "ON WARMTH", "Warm without gas"),
    ("venue: Heat day", "ON LESSONS", "Twelve lessons"),
    ("title: Golden radiator", "RADIATOR", "Golden radiator"),
    ("role: alderwoman", "LISTENS", "She listens until it is quiet."),
];

/// The full profile with something under a key of each item.
pub(super) fn each(key: &str, value: impl Fn(&str) -> String) -> String {
    ITEMS.iter().fold(super::FULL.to_owned(), |profile, (at, short, _)| {
        assert!(profile.contains(at), "{at}");
        profile.replacen(at, &format!("{at}, {key}: {}", value(short)), 1)
    })
}

/// What is left of a profile when nothing of its items is told.
pub(super) fn long_words() -> impl Iterator<Item = &'static str> {
    ITEMS.iter().map(|(_, _, long)| *long)
}

#[test]
fn a_compact_cv_tells_every_item_in_its_short_words() {
    let site = full().file("experts/liv.md", &each("short", |short| format!("{short:?}"))).project(
        "pipes",
        "title: Pipes under Assen\nperiod: { from: 2024, to: 2025-03 }\nshort: WHERE PIPES GO\n\
             question: Who digs where?\nteam: [liv]\ntopics: [heat networks]",
    );
    let long = text(&cv(&site, &["liv"]));
    let short = text(&cv(&site, &["liv", "--layout", "compact"]));
    for (_, words, full) in ITEMS {
        assert!(long.contains(full) && !long.contains(words), "{full}: {long}");
        assert!(short.contains(words) && !short.contains(full), "{words}: {short}");
    }
    assert!(short.contains("- WHERE PIPES GO") && !short.contains("Who digs where?"), "{short}");
    // When it was is told with it.
    for line in ["HEAD OF TWELVE  ·  May 2014 – now", "- heat networks – FIVE NETS"] {
        assert!(short.contains(line), "{line}: {short}");
    }
    let Some(readers) = readers() else { return };
    let path = |name: &str| site.path().join(name);
    for name in ["a.pdf", "a.docx"] {
        let file = path(name);
        let out = file.to_str().expect("UTF-8");
        assert!(cv(&site, &["liv", "--layout", "compact", "-o", out]).status.success());
    }
    let pdf = read(&readers, &path("a.pdf"));
    assert_eq!(pdf["qpdf"][0], 0, "{}", pdf["qpdf"][1]);
    let word = read_by(&readers, "read_docx.py", &path("a.docx"));
    let word = letters(word["text"].as_str().expect("text"));
    for seen in texts(&pdf).into_iter().chain([word]) {
        for (_, words, full) in ITEMS {
            assert!(seen.contains(&letters(words)), "{words}: {seen}");
            assert!(!seen.contains(&letters(full)), "{full}: {seen}");
        }
    }
}

/// Somebody of whom each case has short words.
fn busy() -> TestSite {
    let words = "A street was opened and closed again in one season. ".repeat(8);
    let site = full().expert(
        "ada",
        "name: Ada Berg\nexpertise: [heat, { topic: law, last_used: 2001 }]\n\
         education: [{ title: Civil engineering, from: 1975, to: 1979 }]\n\
         experience:\n  - { title: Old post, from: 1980, to: 1981 }\n  \
         - { title: Legal post, from: 1982, to: 1983, topics: [law] }\n  \
         - { title: New post, from: 2020 }",
    );
    (10..30).fold(site, |site, at| {
        let front = format!(
            "title: Case {at}\nperiod: 20{at}\nteam: [ada]\ntopics: [heat]\n\
             short: In short {at}\nresult: {words}"
        );
        site.project(&format!("case-{at}"), &front)
    })
}

#[test]
fn short_words_come_before_anything_is_left_out() {
    let site = busy();
    let whole = text(&cv(&site, &["ada"]));
    assert!(whole.contains("Case 10\n") && !whole.contains("In short"), "{whole}");
    let Some((two, said)) = in_word(&site, &["ada", "--pages", "2"]) else { return };
    // Everything is there; what is oldest in its short words.
    assert!(said.contains("in short words") && !said.contains("left out"), "{said}");
    let short = |text: &str, at: usize| text.contains(&format!("In short {at}"));
    let long = |text: &str, at: usize| text.lines().any(|line| line == format!("Case {at}"));
    assert!((10..30).all(|at| short(&two, at) != long(&two, at)), "{two}");
    let first = (10..30).find(|at| long(&two, *at)).expect("something is told at length");
    assert!(short(&two, 10) && (first..27).all(|at| long(&two, at)), "{two}");
    let told = (10..30).filter(|at| short(&two, *at)).count();
    assert!(said.contains(&format!("told {told} in short words")), "{said}");
    let Some(readers) = readers() else { return };
    for pages in ["1", "2"] {
        let file = site.path().join("ada.pdf");
        let out = file.to_str().expect("UTF-8");
        text(&cv(&site, &["ada", "--pages", pages, "-o", out]));
        assert_eq!(read(&readers, &file)["pages"].to_string(), pages);
    }
    // The site does the same.
    site.write("vakwerk.yaml", format!("{SITE}cv: {{ pages: 2 }}\n").as_bytes());
    let run = site.build();
    let built = read(&readers, &run.out.join("experts/ada/cv.pdf"));
    assert_eq!(built["pages"], 2);
    assert!(texts(&built).iter().all(|text| text.contains("Inshort10")));
}

#[test]
fn what_is_asked_and_proven_stays_and_no_heading_is_empty() {
    let site = busy()
        .file("requests/law.md", "---\ntitle: Law\nneeds: [law]\n---\n")
        .file("vakwerk.yaml", &format!("{SITE}cv: {{ paper: letter }}\n"));
    for (at, more) in (10..30).map(|at| (at, "filler ".repeat(60))) {
        let front = format!(
            "title: Case {at}\nperiod: 20{at}\nteam: [ada]\ntopics: [heat]\nresult: {more}"
        );
        site.write(&format!("projects/case-{at}.md"), format!("---\n{front}\n---\n").as_bytes());
    }
    let Some((one, said)) = in_word(&site, &["ada", "--pages", "1"]) else { return };
    // Of each section, what is newest stays longest: the oldest and unproven went.
    assert!(said.contains("left out"), "{said}");
    for words in ["Experience", "New post", "Case 26", "Civil engineering"] {
        assert!(one.contains(words), "{words}: {one}");
    }
    assert!(!one.contains("Old post") && !one.contains("Case 10\n"), "{one}");
    let lines: Vec<&str> = one.lines().filter(|line| !line.is_empty()).collect();
    let is_heading =
        |line: &str| ["Expertise", "Projects", "Experience", "Education"].contains(&line);
    for pair in lines.windows(2) {
        assert!(!(is_heading(pair[0]) && is_heading(pair[1])), "{pair:?}");
    }
    // For a request, what it is about stays though it is as old as the rest.
    let Some((law, said)) = in_word(&site, &["ada", "--for", "law", "--pages", "1"]) else {
        return;
    };
    assert!(law.contains("Legal post"), "{said}");
}

#[test]
fn short_words_are_those_of_the_language() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}languages: [en, nl]\ncv: {{ layout: compact }}\n"))
        .file(
            "experts/ada.md",
            "---\nname: Ada\nexperience:\n  - { id: a, title: Lead of one, short: FIRST }\n  \
             - { id: b, title: Lead of two, short: SECOND }\n  \
             - { id: c, title: Lead of three, short: THIRD }\n---\n",
        )
        .file(
            "experts/ada.nl.md",
            "---\nexperience:\n  - { id: a, title: Leider van een, short: EERSTE }\n  \
             - { id: b, title: Leider van twee }\n---\n",
        );
    let dutch = text(&cv(&site, &["ada", "--lang", "nl"]));
    // What is translated at length alone is told at length, and what is not, as it is written.
    for (words, is_told) in [
        ("EERSTE", true),
        ("FIRST", false),
        ("Leider van twee", true),
        ("SECOND", false),
        ("THIRD", true),
    ] {
        assert_eq!(dutch.contains(words), is_told, "{words}: {dutch}");
    }
    let none = cv(&site, &["ada", "--lang", "fr"]);
    let said = complaint(&none);
    assert_eq!(none.status.code(), Some(2));
    for words in ["choose en or nl", "`languages:` in vakwerk.yaml"] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn short_words_that_are_none_change_nothing() {
    for (short, is_told) in [
        ("7", true),
        ("[]", false),
        ("{ a: b }", false),
        ("''", false),
        ("~", false),
        (&*format!("{:?}", "long ".repeat(2000)), false),
    ] {
        let profile = format!(
            "name: Ada\nexperience:\n  - {{ title: A very long title of what was done, from: 2014, short: {short} }}"
        );
        let site = TestSite::empty()
            .file("vakwerk.yaml", &format!("{SITE}cv: {{ layout: compact }}\n"))
            .expert("ada", &profile);
        let told = text(&cv(&site, &["ada"]));
        assert_eq!(!told.contains("A very long title"), is_told, "{short}: {told}");
        assert!(!told.contains("long long"), "{told}");
    }
    // Of many lines one is made, and Arabic goes from right to left.
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}languages: [ar]\ncv: {{ layout: compact }}\n"))
        .expert(
            "ada",
            "name: Ada\nexperience:\n  - title: A very long title of what was done\n    short: |\n      \
             قائد\n      اثنان\n    from: 2014\n    to: 2015",
        );
    let told = text(&cv(&site, &["ada"]));
    assert!(told.contains("- قائد اثنان  ·  2014"), "{told}");
}
