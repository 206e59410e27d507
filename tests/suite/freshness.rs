//! Expertise has a shelf life, and says what it rests on.

use crate::test_site::TestSite;

fn site() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nexpertise:\n  - { topic: heat, level: expert }\n  - { topic: law, last_used: 2021-03 }\n  - planning\n  - { topic: craft, last_used: 2001 }")
        .expert("amina", "name: Amina\nexpertise: [{ topic: heat, level: expert, last_used: 2020-06 }]")
        .project("south", "title: South\ntopics: [district heat]\nteam: [{ expert: jan }]\nperiod: { from: 2024-01, to: 2025-08 }")
        .file("topics/heat.md", "---\ntitle: Heat\n---\n")
        .file("topics/district-heat.md", "---\ntitle: District heat\nbroader: [heat]\n---\n")
        .file("topics/craft.md", "---\ntitle: Craft\nshelf_life: none\n---\n")
}

#[test]
fn a_claim_says_when_it_was_last_shown_and_in_what() {
    let run = site().build().clean();
    run.page("experts/jan/")
        .says("within shelf life , last shown August 2025 in South")
        .says("past its shelf life , last shown March 2021 (own statement)")
        .says("date unknown")
        .says("timeless , last shown 2001-12".replace("2001-12", "December 2001").as_str());
}

#[test]
fn whoever_showed_it_recently_comes_first() {
    let page = site().build().clean().page("topics/heat/").text();
    assert!(page.find("Jan").expect("Jan") < page.find("Amina").expect("Amina"), "{page}");
}

#[test]
fn freshness_is_that_of_the_date_and_never_of_the_clock() {
    let site = site();
    site.build_as("public", &["--date", "2025-09-01"]).page("experts/jan/").says("current , last shown August 2025");
    site.build_as("public", &["--date", "2030-09-01"])
        .page("experts/jan/")
        .says("past its shelf life , last shown August 2025");
}

#[test]
fn what_lies_in_the_future_shows_nothing() {
    let run = TestSite::network().expert("jan", "name: Jan\nexpertise: [{ topic: heat, last_used: 2031-01 }]").build();
    assert_eq!(run.notes(), ["future-evidence experts/jan.md:3:39"]);
    run.page("experts/jan/").says("date unknown");
}

#[test]
fn a_request_shows_who_fits_and_every_term_of_the_score() {
    let run = site()
        .file("requests/help.md", "---\ntitle: Help\nneeds: [{ topic: heat, level: practitioner, weight: 2 }, { topic: astronomy }]\nuntil: 2027-01\n---\n")
        .build()
        .clean();
    run.page("requests/help/").says("Who fits").says("Jan").says("Nobody in the network covers this now: astronomy");
    let closed = site()
        .file("requests/help.md", "---\ntitle: Help\nneeds: [{ topic: heat }]\nuntil: 2026-10\n---\n")
        .build()
        .clean();
    closed.page("requests/help/").says("closed");
    closed.page("requests/").says("Closed requests");
}
