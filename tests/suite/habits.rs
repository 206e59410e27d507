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
