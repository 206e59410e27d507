//! The bounds of an entry, as the owner of a site sets them, and what a member may bring.

use crate::test_site::{Run, TestSite};

const SITE: &str = "title: Test\nkind: network\nprivacy: { consent: optional }\n";

fn site(more: &str) -> TestSite {
    TestSite::empty().file("vakwerk.yaml", &format!("{SITE}{more}\n"))
}

fn said(run: &Run, code: &str) -> Vec<String> {
    run.notes().into_iter().filter(|note| note.starts_with(&format!("{code} "))).collect()
}

fn topics(from: usize, to: usize) -> String {
    (from..to).map(|n| format!("craft {n}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_owner_sets_the_bounds_of_an_entry() {
    let anna = |site: TestSite| {
        let words = "word ".repeat(300);
        let story = format!(
            "---\nname: Anna\nheadline: {}\nroles: [{}]\n---\n{words}\n",
            "h".repeat(600),
            topics(0, 30)
        );
        site.file("experts/anna.md", &story).build()
    };
    let usual = anna(site(""));
    assert_eq!(said(&usual, "over-budget"), ["over-budget experts/anna.md:3:11"]);
    let wide = anna(site("limits: { line: 700 }"));
    assert!(said(&wide, "over-budget").is_empty(), "{:?}", wide.notes());
    wide.page("experts/anna/").contains(&"h".repeat(600));
    let narrow = anna(site("limits: { line: 700, words: 20, body: 1000 }"));
    assert_eq!(said(&narrow, "over-budget").len(), 2, "{:?}", narrow.notes());
    narrow.page("experts/anna/").contains("craft 19").lacks("craft 20").lacks("word word");
}

#[test]
fn a_bound_out_of_its_range_is_said_and_the_nearest_counts() {
    let run = site("limits: { line: 4, items: 9000000 }")
        .expert("anna", "name: Anna\nheadline: Plans")
        .build();
    assert_eq!(
        said(&run, "broken-value"),
        ["broken-value vakwerk.yaml:4:17", "broken-value vakwerk.yaml:4:27"]
    );
    run.page("experts/anna/").contains("Plans");
}

#[test]
fn a_short_list_of_very_many_words_is_beyond_the_bound_too() {
    let many = (0..300).map(|n| format!("t{n}")).collect::<Vec<_>>();
    let flow = format!("name: Anna\nexpertise: [{}]", many.join(","));
    let block = format!("name: Ben\nexpertise:\n- {}", many.join("\n- "));
    let run = site("").expert("anna", &flow).expert("ben", &block).build();
    assert_eq!(said(&run, "over-budget").len(), 2, "{:?}", run.notes());
}

#[test]
fn a_member_brings_a_bounded_number_of_topics_that_nobody_else_names() {
    let run = site("members: [{ path: m/eve }]\nlimits: { new_topics: 5 }")
        .expert("anna", &format!("name: Anna\nexpertise: [heat, {}]", topics(90, 99)))
        .file(
            "m/eve/profile.md",
            &format!("---\nname: Eve\nexpertise: [heat, {}]\n---\n", topics(0, 9)),
        )
        .file(
            "m/eve/projects/net/index.md",
            &format!("---\ntitle: Net\ntopics: [{}]\n---\n", topics(20, 29)),
        )
        .build();
    let all = topics(0, 99);
    let there = all
        .split(", ")
        .filter(|topic| run.has(&format!("topics/{}/index.html", topic.replace(' ', "-"))));
    assert_eq!(there.count(), 9 + 5, "those of the site's own, and five more");
    assert_eq!(said(&run, "over-budget").len(), 1, "{:?}", run.notes());
    assert!(run.has("topics/heat/index.html"));
}

#[test]
fn files_of_the_owner_that_take_a_wish_away_are_told() {
    let notes = |anna: &str, more: &str| {
        let run = site(more)
            .expert("anna", &format!("name: Anna\naliases: [old-anna]\n{anna}"))
            .file("static/robots.txt", "User-agent: *\n")
            .file("static/_redirects", "/a /b\n")
            .file("static/.htaccess", "# mine\n")
            .build();
        said(&run, "same-url")
    };
    assert_eq!(notes("", ""), ["same-url static/_redirects:-:-"]);
    let robots = "same-url static/robots.txt:-:-";
    assert_eq!(notes("crawlers: { ai: no }", ""), ["same-url static/_redirects:-:-", robots]);
    let all = ["same-url static/.htaccess:-:-", "same-url static/_redirects:-:-", robots];
    assert_eq!(notes("", "crawlers: { ai: no }\nhosts: [apache]"), all);
}
