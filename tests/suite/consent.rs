//! What is not meant to go out leaves no byte.

use crate::test_site::{Run, TestSite};

fn nowhere(run: &Run, marker: &str) {
    for (path, bytes) in run.files() {
        let found = String::from_utf8_lossy(&bytes).contains(marker) || path.contains(marker);
        assert!(!found, "{path} holds {marker}");
    }
}

fn marked(visibility: &str) -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [heat]\ntestimonials: [{ quote: Well done, name: Zmarker Person, role: zmarker, organization: Zmarker Inc }]")
        .expert(
            "zmarker",
            &format!(
                "name: Zmarker Person\nheadline: zmarker\nwho: zmarker\nexpertise: [zmarker topic]\noffers: [{{ title: zmarker, topics: [zmarker offer] }}]\nexperience: [{{ title: zmarker, organization: Zmarker Inc }}]\nlocation: {{ city: Zmarker City }}\n{visibility}"
            ),
        )
        .file("experts/zmarker.en.md", "---\nheadline: zmarker\n---\nzmarker")
        .project("south", "title: South\nteam: [{ expert: jan }, { expert: zmarker }, { name: Zmarker Person, role: zmarker }]\nperiod: { from: 2025 }")
}

#[test]
fn a_hidden_person_is_nowhere_in_the_output() {
    for visibility in
        ["visibility: hidden", "draft: true", "publish: 2027-01-01", "expires: 2025-12"]
    {
        let run = marked(visibility).build();
        assert_eq!(run.status, 0, "{:#}", run.json);
        nowhere(&run, "marker");
        nowhere(&run, "Zmarker");
        run.page("projects/south/").says("And one more contributor");
        run.page("experts/jan/").says("Well done").says("a former member");
    }
}

#[test]
fn a_person_without_a_required_consent_is_nowhere_in_the_output() {
    let required = |consent: &str| {
        marked(consent)
            .file("vakwerk.yaml", "title: Test\nkind: network\nprivacy: { consent: required }\n")
            .expert("jan", "name: Jan\nconsent: 2026-01-01")
    };
    let run = required("").build();
    assert_eq!(
        (run.status, run.notes()),
        (3, vec!["consent-missing experts/zmarker.md:-:-".to_owned()])
    );
    nowhere(&run, "marker");
    let run = required("consent: 2027-01-01").build();
    assert_eq!(run.status, 3);
    nowhere(&run, "marker");
    assert_eq!(required("consent: 2026-01-01").build().status, 0);
}

#[test]
fn contact_is_shown_only_as_openly_as_both_site_and_person_allow() {
    let person = "name: Jan\ncontact: { email: jan@zmarker.org, phone: \"+31 50 7770777\" }";
    let run = TestSite::network().expert("jan", person).build().clean();
    nowhere(&run, "jan@zmarker.org");
    nowhere(&run, "7770777");
    run.page("experts/jan/").contains("&#106;&#97;&#110;&#64;");
    let plain = TestSite::network()
        .file("vakwerk.yaml", "kind: network\nprivacy: { email: plain, phone: plain }\n");
    let run = plain.expert("jan", person).build().clean();
    run.page("experts/jan/").contains("mailto:jan@zmarker.org").contains("tel:+31507770777");
    let tight = TestSite::network()
        .file("vakwerk.yaml", "kind: network\nprivacy: { email: plain, phone: plain }\n");
    let run = tight
        .expert("jan", "name: Jan\ncontact: { email: jan@zmarker.org, visibility: hidden }")
        .build()
        .clean();
    nowhere(&run, "zmarker");
    nowhere(&run, "&#64;");
}

#[test]
fn an_unlisted_person_has_a_page_and_is_in_no_list() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .expert(
            "secret",
            "name: Unlisted One\nvisibility: unlisted\nexpertise: [heat]\nupdated: 2026-01",
        )
        .build();
    run.page("experts/secret/").says("Unlisted One").contains("noindex");
    for path in
        ["index.html", "experts/index.html", "sitemap.xml", "feed.xml", "network/index.html"]
    {
        run.page(path).lacks("Unlisted One").lacks("experts/secret");
    }
    assert!(
        !run.has("topics/heat/index.html"),
        "a topic that only unlisted people have has no page"
    );
}

#[test]
fn a_consent_that_was_taken_back_counts_until_a_later_one() {
    let on = |dates: &str| {
        let run =
            marked(&format!("consent: 2026-01-01\n{dates}")).expert("jan", "name: Jan").build();
        run.has("experts/zmarker/index.html")
    };
    assert!(!on("withdrawn: 2026-06-01"));
    assert!(on("withdrawn: 2027-01-01"), "not yet");
    let run =
        marked("consent: 2026-01-01\nwithdrawn: 2026-06-01").expert("jan", "name: Jan").build();
    nowhere(&run, "zmarker");
    let again =
        marked("consent: 2026-07-01\nwithdrawn: 2026-06-01").expert("jan", "name: Jan").build();
    assert!(again.has("experts/zmarker/index.html"));
}

#[test]
fn a_consent_lasts_to_the_day() {
    let site = TestSite::network()
        .file(
            "vakwerk.yaml",
            "kind: network\ntitle: T\nprivacy: { consent: required, consent_lasts: 2y, consent_expired: hold }\n",
        )
        .expert("ann", "name: Ann\nconsent: 2024-03-15")
        .expert("bo", "name: Bo\nconsent: 2026-01");
    for (day, is_there) in [("2026-03-14", true), ("2026-03-15", true), ("2026-03-16", false)] {
        // The next day is reached from the one before it, of which everything is remembered.
        let run = site.build_as("public", &["--date", day, "--allow-removal", "100%"]);
        assert_eq!(run.has("experts/ann/index.html"), is_there, "{day}: {:#}", run.json);
    }
}
