//! A team of whom nobody may know who they are, and what is known of people beside their names.

use super::asked::{complaint, cv};
use super::{SITE, letters, read, read_by, readers, texts};
use crate::test_site::TestSite;

/// Two who name each other and themselves in whatever way.
fn talkative() -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}languages: [en, nl]\n"))
        .file(
            "experts/hans.md",
            "---\nname: Johannes \"Hans\" Oosterveld (オースト)\nheadline: Hans makes heat plans with Femke\n\
             expertise: [{ topic: heat, note: As Oosterveld says in May 2014 }]\n\
             extra: { nickname: Joppie }\nlocation: Assen\n---\n\n\
             Joppie lives at Kerkstraat 12a, 9401 AB; オースト to some. Femke and Anna dug, Bakkers plan.\n",
        )
        .expert(
            "femke",
            "name: Femke Bakker\nheadline: With Hans since 2019\nexpertise: [law]\n\
             testimonials: [{ quote: Femke is fast., name: Piet Zandstra }]",
        )
        .project(
            "one",
            "title: The cellar of Oosterveld\nclient: Oostwarmte\nperiod: { from: 2025, to: 2026-01 }\n\
             team: [hans, femke, Anna Kuiper]\ntopics: [heat, law]\n\
             question: Would Anna dig?\nresult: Hans and Femke dug for The cellar of Oosterveld.",
        )
        .project(
            "two",
            "title: Pipes and pumps\nperiod: { from: 2024, to: 2025-01 }\nteam: [hans]\ntopics: [heat]\n\
             short: Pumps by Hans",
        )
        .file(
            "requests/all.md",
            "---\ntitle: All of it\norganization: Oostwarmte\nneeds: [heat, law]\n---\n",
        )
}

const GONE: [&str; 16] = [
    "Hans",
    "Johannes",
    "Oosterveld",
    "オースト",
    "Joppie",
    "Femke",
    "Bakker",
    "Anna",
    "Kuiper",
    "Kerkstraat",
    "12a",
    "9401",
    "Oostwarmte",
    "cellar",
    "Piet",
    "test.example",
];

#[test]
fn a_team_whom_nobody_may_know_is_experts_a_and_b() {
    let site = talkative();
    for lang in ["en", "nl"] {
        let asked = ["--team", "all", "--anonymous", "--lang", lang];
        let done = cv(&site, &asked);
        assert!(done.status.success(), "{}", complaint(&done));
        assert!(complaint(&done).contains("look over the CV before you send it"));
        let mut seen = vec![letters(&String::from_utf8_lossy(&done.stdout))];
        let first = String::from_utf8_lossy(&done.stdout).into_owned();
        for words in ["Expert A – ", "Expert B – ", "== Expert A ==", "== Expert B ==", "All of it"]
        {
            assert!(first.contains(words), "{words}: {first}");
        }
        // A title in which no name stands is told; of another, what it was about.
        for words in ["Pipes and pumps", "heat, law\n"] {
            assert!(first.contains(words), "{words}: {first}");
        }
        if let Some(readers) = readers() {
            for name in ["a.pdf", "a.docx"] {
                let file = site.path().join(name);
                let out = file.to_str().expect("UTF-8");
                let done = cv(&site, &[&asked[..], &["-o", out]].concat());
                assert!(done.status.success(), "{}", complaint(&done));
                if name == "a.pdf" {
                    let pdf = read(&readers, &file);
                    seen.extend(texts(&pdf));
                    let about = [&pdf["title"], &pdf["outline"], &pdf["links"]];
                    seen.extend(about.map(|it| letters(&it.to_string())));
                } else {
                    let word = read_by(&readers, "read_docx.py", &file);
                    seen.push(letters(word["everything"].as_str().expect("text")));
                }
            }
        }
        for text in &seen {
            for words in GONE {
                assert!(!text.contains(words), "{lang}: {words} in {text}");
            }
        }
    }
}

#[test]
fn what_is_known_of_a_person_is_taken_out_and_the_rest_is_told() {
    let site = talkative();
    for more in [&[][..], &["--layout", "compact"]] {
        let done = cv(&site, &[&["hans", "--anonymous"], more].concat());
        assert!(done.status.success(), "{}", complaint(&done));
        let text = String::from_utf8_lossy(&done.stdout).into_owned();
        for words in GONE {
            assert!(!text.contains(words), "{words} in {text}");
        }
        assert!(complaint(&done).contains("look over the CV"), "{}", complaint(&done));
    }
    // What was published or said in public is looked up with its title.
    let site = site.expert(
        "lou",
        "name: Lou Prins\nexpertise: [law]\ntalks: [{ title: On pipes, date: 2025, topics: [law] }]",
    );
    let told = |more: &[&str]| {
        String::from_utf8_lossy(&cv(&site, &[&["lou"], more].concat()).stdout).into_owned()
    };
    assert!(told(&[]).contains("in On pipes") && !told(&["--anonymous"]).contains("On pipes"));
    // A month is none of the names.
    let site = site.expert("may", "name: May Will\nexpertise: [law]\nexperience: [{ title: Lead, from: 2014-05, to: 2015-05 }]");
    let done = cv(&site, &["may", "--anonymous"]);
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(text.contains("May 2014 – May 2015"), "{text}{}", complaint(&done));
}

#[test]
fn a_team_is_told_in_each_language_of_the_site() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}languages: [en, nl, ar]\n"))
        .expert("ada", "name: Ada Berg\nexpertise: [heat]")
        .expert("bo", "name: Bo Dam\nexpertise: [law]")
        .file("topics/heat.md", "---\ntitle: heat\n---\n")
        .file("topics/heat.nl.md", "---\ntitle: warmte\n---\n")
        .project(
            "one",
            "title: Hot\nperiod: { from: 2025, to: 2026 }\nteam: [ada, bo]\ntopics: [heat, law]",
        )
        .file("projects/one.nl.md", "---\ntitle: Heet\n---\n")
        .file("requests/all.md", "---\ntitle: All of it\nneeds: [heat, law]\n---\n")
        .file("requests/all.nl.md", "---\ntitle: Alles\n---\n");
    let told = |lang: &str, more: &[&str]| {
        let done = cv(&site, &[&["--team", "all", "--lang", lang], more].concat());
        assert!(done.status.success(), "{}", complaint(&done));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    for (lang, words) in [
        ("en", ["All of it", "WHO COVERS WHAT", "Ada Berg – heat", "Hot"]),
        ("nl", ["Alles", "WIE DEKT WAT", "Ada Berg – warmte", "Heet"]),
    ] {
        let text = told(lang, &[]);
        for words in words {
            assert!(text.contains(words), "{lang}: {words} in {text}");
        }
    }
    assert!(told("ar", &[]).contains("Ada Berg"));
    let nameless = told("ar", &["--anonymous"]);
    assert!(nameless.contains("خبير A") && !nameless.contains("Ada"), "{nameless}");
}

/// What is known of somebody, as people write it.
fn small_letters() -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .file(
            "experts/jan.md",
            "---\nname: Jan Hulshoff\nheadline: Heat lead at ACME Heat BV in Appingedam\n\
             contact: { email: info@hulshoff-advies.example }\nlinks: { website: https://warmtehuis.example }\n\
             location: { city: Appingedam, country: NL }\nexpertise: [heat]\n\
             experience: [{ title: Head, organization: ACME Heat BV, from: 2014 }]\n\
             certificates: [{ title: Grade B, organization: IPMA }]\n\
             who: I am hulshoff, mr.hulshoff, hulshoff92, jhulshoff; \\#hulshoff, hulshoff/jan, hulshoffs.\n\
             can: hulshoff’s way at hulshoff-advies and Hulshoff Advies, in Hulshoff 2014; Warmtehuis too.\n\
             value: Write jan (at) secret (dot) example or jan＠secret.example; ACME knows, IPMA judged.\n\
             flow: Pay NL91 ABNA 0417 1643 00, BSN 123456782; Appingedammer; since Jan 2014.\n---\n",
        )
        .expert("piet", "name: Piet Verborgen\nvisibility: hidden\nexpertise: [heat]")
        .expert("ward", "name: Ward Weg\nwithdrawn: 2026-01-02\nexpertise: [heat]")
        .project(
            "one",
            "title: Case\nperiod: { from: 2025, to: 2026-01 }\ntopics: [heat]\n\
             team: [jan, piet, ward]\nresult: Done with Piet Verborgen, by Piet and Verborgen and Ward Weg.",
        )
        .file("requests/all.md", "---\ntitle: All of it\nneeds: [heat]\n---\n")
}

#[test]
fn a_name_in_small_letters_and_hidden_colleagues_lead_to_nobody() {
    let site = small_letters();
    for more in [&["jan"][..], &["--team", "all"]] {
        for out in [None, Some("a.pdf"), Some("a.docx")] {
            let file = site.path().join(out.unwrap_or_default());
            let path = file.to_str().expect("UTF-8");
            let to = if out.is_some() { vec!["-o", path] } else { Vec::new() };
            let done = cv(&site, &[more, &["--anonymous"], &to].concat());
            let said = complaint(&done);
            assert!(done.status.success(), "{said}");
            for words in ["hidden-named", "projects/one.md"] {
                assert!(said.contains(words), "{more:?}: {words}: {said}");
            }
            let text = match (out, readers()) {
                (None, _) => String::from_utf8_lossy(&done.stdout).into_owned(),
                (Some("a.pdf"), Some(readers)) => texts(&read(&readers, &file)).join("\n"),
                (_, Some(readers)) => {
                    let word = read_by(&readers, "read_docx.py", &file);
                    word["text"].as_str().expect("text").to_owned()
                }
                _ => continue,
            };
            let text = letters(&text);
            for words in [
                "hulshoff",
                "advies",
                "piet",
                "verborgen",
                "ward",
                "secret",
                "acme",
                "ipma",
                "appingedam",
                "abna",
                "0417",
                "123456782",
                "warmtehuis",
            ] {
                assert!(!text.to_lowercase().contains(words), "{more:?} {out:?}: {words}: {text}");
            }
            // A month is none.
            assert!(more[0] != "jan" || text.contains("Jan2014"), "{text}");
        }
    }
}

#[test]
fn a_name_that_is_a_word_stays_one_in_small_letters() {
    let site = TestSite::empty().file("vakwerk.yaml", SITE).expert(
        "mark",
        "name: Mark Bakker\nexpertise: [heat]\nwho: I will mark the way to the bakker. Mark.",
    );
    let done = cv(&site, &["mark", "--anonymous"]);
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(text.contains("I will mark the way to the bakker. […]."), "{text}{}", complaint(&done));
}
