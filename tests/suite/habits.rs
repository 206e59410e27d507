//! What people write who come from elsewhere, where the output would be wrong without a word.

use crate::test_site::TestSite;

#[test]
fn a_comma_between_braces_cuts_no_text_off() {
    let site = TestSite::network()
        .expert(
            "jan",
            "name: Jan\nexperience: [{ title: Head of Sales, Marketing, from: 2018 }]\nlocation: { Delft, NL }",
        )
        .project(
            "p",
            "title: P\nteam: [{ name: Vries, Jan de, role: lead }]\noutcomes:\n  - { label: homes, streets,\n      value: 1,000 }",
        );
    let run = site.build();
    run.page("experts/jan/").says("Head of Sales, Marketing");
    run.page("projects/p/").says("Vries, Jan de").says("homes, streets").says("1,000");
    let notes = run.notes();
    let told = |code: &str| notes.iter().filter(|note| note.starts_with(code)).count();
    assert_eq!((told("mended"), told("cut-short")), (4, 2), "{notes:#?}");
}

#[test]
fn a_line_that_is_no_markdown_is_described_as_it_is_written() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: N\nkind: network\nbase_url: https://n.example/\n")
        .expert("jan", "name: Jan\nheadline: List<T>, 2*3*4\nupdated: 2026-03-01")
        .expert("bo", "name: Bo\nwho: Maps of List<T>, *really*, in <b>one</b> go")
        .file("pages/a.md", "---\ntitle: A\ndescription: \"2*3*4 [x] <T>\"\n---\nText\n")
        .build();
    run.page("a/").contains("content=\"2*3*4 [x] &lt;T&gt;\"");
    run.page("experts/bo/").contains("content=\"Maps of List&lt;T&gt;, really, in one go\"");
    run.page("feed.xml").contains("<summary>List&lt;T&gt;, 2*3*4</summary>");
}

#[test]
fn a_title_is_nobody_elses_synonym() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [Heat, district heating]\nexperience: [{ title: x, organization: acme }]")
        .file("topics/cold.md", "---\ntitle: Cold\nsynonyms: [heat, district heating]\n---\n")
        .file("topics/warm.md", "---\ntitle: Heat\nsynonyms: [district heating, cold]\n---\n")
        .file("organizations/a.md", "---\ntitle: Acme B.V.\nsynonyms: [Acme, Acme Ltd]\n---\n")
        .file("organizations/b.md", "---\ntitle: ACME\n---\n")
        .build();
    run.page("experts/jan/").contains("/topics/warm/").contains("/organizations/b/");
    run.page("topics/warm/").lacks("district heating").lacks("Also");
    run.page("topics/cold/").says("district heating");
    let same = run.notes().iter().filter(|note| note.starts_with("same-topic")).count();
    assert_eq!(same, 4, "{:#?}", run.notes());
}

#[test]
fn words_of_other_generators_for_not_being_seen_close() {
    let closing = [
        "build: { render: never }",
        "_build: { list: never }",
        "eleventyExcludeFromCollections: true",
        "permalink: false",
        "active: no",
        "members_only: true",
        "not_for_publication: true",
        "internal: true",
        "categories: [private]",
        "note: Please do not publish this yet",
        "nicht_veroeffentlichen: ja",
        "скрыто: true",
    ];
    let mut site = TestSite::network().expert("seen", "name: Seen\nactive: yes\nnote: No site yet");
    for (at, line) in closing.iter().enumerate() {
        site = site.expert(&format!("p{at}"), &format!("name: Person {at}\n{line}"));
    }
    let run = site.file("experts.csv", "name,Remark\nTable Man,niet tonen aub\n").build();
    assert!(run.has("experts/seen/index.html"));
    for (at, line) in closing.iter().enumerate() {
        assert!(!run.has(&format!("experts/p{at}/index.html")), "{line}");
    }
    assert!(!run.has("experts/table-man/index.html"));
}

#[test]
fn a_switch_is_no_address_and_a_sign_is_no_organization() {
    let run = TestSite::network()
        .expert(
            "jan",
            "name: Jan\nslug: ''\nlinks: { instagram: false, youtube: 0, github: true }\nlocation: '-'\nexperience: [{ title: x, organization: n/a }]",
        )
        .project("p", "title: P\nclient: '-'\nteam: [jan]\noutcomes: [{ label: a, value: ~ }, { label: b, value: '' }, { label: c, value: 1 }]")
        .build();
    run.page("experts/jan/").lacks("instagram").lacks("youtube").lacks("github.com");
    assert!(!run.has("organizations/index.html"), "{:?}", run.notes());
    run.page("projects/p/").lacks("~");
    let empty = run.notes().iter().filter(|note| note.starts_with("missing-key")).count();
    assert_eq!(empty, 2, "{:#?}", run.notes());
}

#[test]
fn every_year_of_a_long_history_is_led_to() {
    let mut site = TestSite::network();
    for at in 0..60 {
        let front = format!("title: P{at}\nperiod: {}", 1996 + at % 30);
        site = site.project(&format!("p{at}"), &front);
    }
    let run = site.build();
    run.page("projects/").contains("/projects/year/1996/").contains("/projects/year/2025/");
}

#[test]
fn a_table_with_an_open_quote_makes_nobody_of_several() {
    let run = TestSite::network()
        .file("experts.csv", "name,headline\nAda B,one\n\"Cee D,hi\nEff Gee,ho\n")
        .build();
    assert_eq!(run.status, 1);
    assert!(run.notes().iter().any(|note| note == "table-not-read experts.csv:3:1"));
    let list = TestSite::network()
        .file("vakwerk.yaml", "title: N\nkind: network\nmembers: [{ list: members.csv }]\n")
        .file("members.csv", "naam,path\nx,../y\n")
        .build();
    assert_eq!(list.notes()[0], "broken-csv members.csv:1:1", "{:?}", list.notes());
}

#[test]
fn a_name_that_nobody_may_see_is_told_where_others_write_it() {
    let run = TestSite::network()
        .expert("hid", "name: Hid van Den\nvisibility: hidden")
        .expert("dra", "name: Dra Ft\ndraft: true")
        .expert("jan", "name: Jan\nwho: With Hid van Den")
        .expert("ann", "name: Ann\noffers: [{ title: Walks with Hid van Den }]")
        .file("groups/g.nl.md", "---\ntitle: G\npurpose: Met Hid van Den\n---\n")
        .file("groups/g.md", "---\ntitle: G\n---\n")
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nlanguages: [en, nl]\nprivacy: { consent: optional }\n",
        )
        .file("projects/p.md", "---\ntitle: P\nteam: [jan]\n---\nVan Den, Hid and Dra Ft\n")
        .file("pages/a.md", "# A\n\nHid vanDen, hid\n")
        .build();
    let notes = run.notes();
    let told: Vec<_> = notes.iter().filter(|note| note.starts_with("hidden-named")).collect();
    assert_eq!(
        told,
        [
            "hidden-named experts/ann.md:3:30",
            "hidden-named experts/jan.md:3:11",
            "hidden-named groups/g.nl.md:3:14",
            "hidden-named projects/p.md:-:-",
            "hidden-named projects/p.md:5:18"
        ],
        "{notes:#?}"
    );
}

#[test]
fn a_link_is_told_once_and_where_it_stands() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: N\nkind: network\nlanguages: [en, nl]\n")
        .file(
            "experts/a/profile.md",
            "---\nname: Ada gone\nroles: [gone]\n---\n## Custom {#own}\n\n[x](#own) [y](../gone.md) \
             [z](../b/profile.md#nope) ![v](v.svg) ![h](h.heic) [m](m.mp4)\n",
        )
        .file("experts/b/profile.md", "---\nname: Bo\n---\n")
        .file("experts/a/v.svg", "<svg/>")
        .bytes("experts/a/h.heic", b"\0\0\0\x18ftypheic")
        .bytes("experts/a/m.mp4", b"x")
        .build();
    let notes = run.notes();
    let of = |code: &str| -> Vec<&str> {
        notes.iter().filter_map(|note| note.strip_prefix(code)).map(str::trim).collect()
    };
    assert_eq!(of("broken-link").len(), 1, "{notes:#?}");
    assert_eq!(of("foreign-image").len(), 2, "{notes:#?}");
    assert_eq!(of("broken-anchor").len(), 2, "{notes:#?}");
    assert!(!notes.iter().any(|note| note.ends_with(":-:-") && note.starts_with("broken-link")));
    assert!(notes.contains(&"broken-anchor experts/a/profile.md:7:5".to_owned()), "{notes:#?}");
    assert!(notes.contains(&"broken-link experts/a/profile.md:7:18".to_owned()), "{notes:#?}");
}

#[test]
fn what_lies_at_the_top_for_nobody_is_told() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("CNAME", "n.example")
        .file("en/experts/jan.md", "---\nheadline: x\n---\n")
        .file("klanten/acme.md", "---\ntitle: Acme\n---\n")
        .file("statics/logo.svg", "<svg/>")
        .file("vakwerk.de.yaml", "title: Netz\n")
        .build();
    let notes = run.notes();
    for path in [
        "unknown-file CNAME",
        "unknown-file en",
        "unknown-file klanten",
        "unknown-file statics",
        "stray-translation vakwerk.de.yaml",
    ] {
        assert!(notes.iter().any(|note| note.starts_with(path)), "{path}: {notes:#?}");
    }
    let two = TestSite::empty()
        .file("profile.md", "---\nname: Jan\n---\n")
        .file("profile.yaml", "name: Jan\nvisibility: hidden\n")
        .build();
    assert_eq!((two.status, two.notes().len()), (1, 1), "{:?}", two.notes());
}

#[test]
fn what_is_beyond_a_heading_and_what_nobody_sees_is_told_or_left_out() {
    let run = TestSite::network()
        .file("vakwerk.yaml", "title: N\nkind: network\nlanguages: [nl, sv]\n")
        .file("pages/a.md", "# A\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\nx&#x202e;y\n")
        .expert("jan", "name: Jan\nexperience: [{ title: x, from: 2020 }]")
        .build();
    assert!(run.notes().iter().any(|note| note == "markup-in-text pages/a.md:5:1"));
    run.page("a/").contains("xy");
    run.page("sv/experts/jan/").says("Experience").lacks("Werkervaring");
}
