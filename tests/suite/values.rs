//! Values stay what was written, also where another fault of the entry makes it be read in parts.

use crate::test_site::TestSite;

const CONFIG: &str = "title: T\nkind: network\nprivacy: { consent: optional, phone: plain }\n";

#[test]
fn numbers_that_are_texts_keep_their_signs_and_zeros() {
    for fault in ["", "\nmotto: x"] {
        let run = TestSite::network()
            .file("vakwerk.yaml", CONFIG)
            .expert("ida", &format!("name: Ida\ncontact: {{ phone: +31201234567, visibility: plain }}{fault}"))
            .project(
                "dike",
                &format!(
                    "title: The dike\nteam: [Ida]\noutcomes: [{{ label: Gain, value: +20 }}, {{ label: Price, value: 1.50 }}, {{ label: Release, value: 3.10 }}]{fault}"
                ),
            )
            .build();
        run.page("experts/ida/").contains("tel:+31201234567");
        run.page("experts/ida/card.vcf").contains("+31201234567");
        run.page("projects/dike/").says("+20").says("1.50").says("3.10");
        assert_eq!(run.notes().len(), if fault.is_empty() { 0 } else { 2 }, "{:?}", run.notes());
    }
}

#[test]
fn a_moment_is_read_as_its_day() {
    let run = TestSite::network()
        .expert(
            "ida",
            "name: Ida\nexperience:\n  - { title: Dev, from: 2018-05-01T10:00:00+02:00, to: 2019-06-30 12:00:00 }",
        )
        .build()
        .clean();
    run.page("experts/ida/").contains("datetime=\"2018-05").contains("datetime=\"2019-06");
}

#[test]
fn two_hyphens_before_a_word_stay() {
    let text = "---\nname: Ida\n---\nStart it with --verbose or [--quiet] -- if you must -- and read on--now.\n\n\
                Take \"-5\" or **--flag**, \"--n\", (--x=1), *--y*, 使用--help: **bold**--text \"so\"--he said, 10--20.\n\n\
                | a |\n|---|\n|--in-cell|\n\n- --item\n\n`a --code` and [--link](https://x.example/a--b)\n";
    let run = TestSite::network().file("experts/ida.md", text).build().clean();
    run.page("experts/ida/")
        .contains("with --verbose or [--quiet] – if you must – and read on–now")
        .says("Take “-5” or --flag , “--n”, (--x=1), --y , 使用--help: bold –text “so”–he said, 10–20.")
        .says("--in-cell")
        .says("--item")
        .says("a --code and --link")
        .contains("https://x.example/a--b");
}

/// What looks like a number, a truth or nothing, and is a text.
const ODD: [&str; 16] = [
    "0x1F", "1e3", ".50", "0o17", "1_000", ".inf", "NaN", "~", "12:30:00", "=", "<<", "true",
    "2018", "1.0", "-0", "+5",
];

#[test]
fn texts_that_look_like_numbers_or_nothing_stay_what_was_written() {
    let list = ODD.join(", ");
    let asks = ODD
        .iter()
        .filter(|item| !["true", "2018", "1.0"].contains(item))
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let block = ODD.map(|item| format!("\n  - {item}")).concat();
    for fault in ["", "\nmotto: x"] {
        // An outcome without a value is none, and told.
        let outcomes = ODD.iter().filter(|item| **item != "~").enumerate();
        let outcomes =
            outcomes.map(|(at, item)| format!("\n  - {{ label: l{at}, value: {item} }}"));
        let site = TestSite::network()
            .file("vakwerk.yaml", CONFIG)
            .expert(
                "ida",
                &format!("name: 1e3\nheadline: 0x1F\nroles: [{list}]\naudience:{block}\nasks: [{asks}]{fault}"),
            )
            .file("experts.yaml", &format!("bo: {{ name: 0o17, roles: [{list}]{} }}\n", fault.replace('\n', ", ")))
            .file("experts.csv", &format!("name,slug,headline,roles\n.50,cee,1_000,{}\n", ODD.join("; ")))
            .file("topics/t.md", &format!("---\ntitle: 3.10\nsynonyms: [{list}]{fault}\n---\n"))
            .file("organizations/o.md", &format!("---\ntitle: 1e3{fault}\n---\n"))
            .file("requests/r.md", &format!("---\ntitle: 0x1F\nneeds: [3.10]\nhours: +20{fault}\n---\n"))
            .file("pages/p.md", &format!("---\ntitle: 0b11{fault}\n---\n"))
            .project(
                "dike",
                &format!("title: 1E5\nfeatured: True\nclient: 1e3\noutcomes:{}{fault}", outcomes.collect::<String>()),
            );
        let run = site.build();
        assert!(
            run.notes().iter().all(|note| note.starts_with("unknown-key")),
            "{:?}",
            run.notes()
        );
        for (slug, name) in [("ida", "1e3"), ("bo", "0o17"), ("cee", ".50")] {
            let text = std::fs::read_to_string(run.out.join(format!("experts/{slug}/expert.json")))
                .expect("data");
            let data: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(data["name"], name);
            assert_eq!(data["roles"], serde_json::json!(ODD), "{slug}");
        }
        let project = run.page("projects/dike/").says("1E5");
        for item in ODD.iter().filter(|item| !["<<", "~"].contains(item)) {
            assert!(project.text().contains(item), "{item}");
        }
        run.page("requests/r/").says("0x1F").says("20 hours");
        run.page("topics/t/").says("3.10").says("0o17");
        run.page("p/").says("0b11");
    }
}

#[test]
fn a_doi_is_one_address_however_it_is_written() {
    let written = [
        "10.1000/XYZ",
        "'doi:10.1000/xyz'",
        "'http://dx.doi.org/10.1000%2Fxyz'",
        "DOI 10.1000/xyz.",
    ];
    let as_url = written.map(|doi| format!("{{ title: A, url: {doi} }}")).join(", ");
    let as_doi = written.map(|doi| format!("{{ title: B, doi: {doi} }}")).join(", ");
    let run = TestSite::network()
        .expert(
            "ida",
            &format!("name: Ida\npublications: [{as_url}, {as_doi}, {{ title: C, doi: nope }}]"),
        )
        .build();
    assert_eq!(
        run.notes().iter().filter(|note| !note.starts_with("tidied")).count(),
        1,
        "{:?}",
        run.notes()
    );
    let page = run.page("experts/ida/");
    assert_eq!(page.html.matches("href=\"https://doi.org/10.1000/xyz\"").count(), 8);
    page.lacks("dx.doi.org").lacks("nope");
}

#[test]
fn what_cannot_be_is_said_with_its_place_and_left_out() {
    let run = TestSite::network()
        .expert(
            "ida",
            "name: Ida\nexpertise: [{ topic: x, level: 4, since: 2031 }, { topic: y, level: 5 }]\neducation: [{ title: E, from: 2010, to: 2005 }]",
        )
        .file("requests/r.md", "---\ntitle: R\nneeds: [{ topic: x, level: 2 }]\nfrom: 2027-02\nuntil: 2026-12\n---\n")
        .build();
    let mut notes = run.notes();
    notes.sort();
    assert_eq!(
        notes,
        [
            "broken-date experts/ida.md:4:41",
            "broken-date requests/r.md:5:8",
            "broken-value experts/ida.md:3:69",
            "future-evidence experts/ida.md:3:42",
            "tidied experts/ida.md:3:32",
            "tidied requests/r.md:3:28",
        ]
    );
    run.page("experts/ida/").says("authority").lacks("2031");
}

#[test]
fn a_key_that_says_nothing_is_absent_whatever_else_is_wrong() {
    for (folder, key) in [
        ("experts", "name"),
        ("projects", "title"),
        ("organizations", "title"),
        ("topics", "title"),
        ("requests", "title"),
        ("pages", "title"),
    ] {
        let words =
            if folder == "experts" { &["~", "null", "NULL # later", ""][..] } else { &["~"] };
        for nothing in words {
            let held = |more: &str| {
                let text = format!("---\n{key}: {nothing}\n{more}---\nText.\n");
                let run = TestSite::network()
                    .expert("amina", "name: Amina")
                    .file(&format!("{folder}/odd.md"), &text);
                let run = run.build();
                let notes: Vec<String> = run
                    .notes()
                    .into_iter()
                    .filter(|note| note.starts_with("missing-key"))
                    .collect();
                assert_eq!(
                    (run.count("held_back"), notes.len()),
                    (1, 1),
                    "{folder} {nothing:?}: {:#}",
                    run.json
                );
            };
            held("");
            if *nothing == "~" {
                held("nonsense: 1\n");
            }
        }
    }
    // A word in quotes is a word, and so is one within a text.
    for name in ["'Null'", "\"~\"", "Jennifer Null", "null and void"] {
        let run = TestSite::network().expert("odd", &format!("name: {name}")).build();
        run.page("experts/odd/").says(name.trim_matches(['\'', '"']));
    }
}
