//! Ways to narrow a list down, which are pages and need no script; and what answers when nothing
//! has every word.

use crate::test_site::{TestSite, vakwerk};

fn cases() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [heat]")
        .file("organizations/assen.md", "---\ntitle: Town of Assen\n---\n")
        .project(
            "one",
            "title: One\ntopics: [heat]\nclient: assen\nplace: Assen\nperiod: { from: 2023-11, to: 2025-02 }\nteam: [{ expert: jan }]",
        )
        .project("two", "title: Two\ntopics: [heat]\nplace: ASSEN\nperiod: { from: 2025-01, to: 2025-12 }\nteam: [{ expert: jan }]")
        .project("three", "title: Three\ntopics: [law]\nplace: Emmen\nperiod: { from: 2025-06 }\nteam: [{ expert: jan }]")
        .project("old", "title: Old\nperiod: { from: 1931, to: 1932 }\nteam: [{ expert: jan }]")
}

#[test]
fn projects_are_narrowed_by_topic_client_year_and_town_without_a_script() {
    let run = cases().build_as("out", &["--date", "2026-05-01"]);
    let list = run.page("projects/");
    list.contains("/topics/heat/")
        .contains("/organizations/assen/")
        .contains("/projects/year/2024/")
        .contains("/projects/place/assen/")
        .lacks("/projects/year/1931/");
    run.page("projects/year/2024/").contains("2024</h1>").says("One").lacks("Two").lacks("Three");
    run.page("projects/year/2025/").says("One").says("Two").says("Three").lacks("Old");
    // What goes on is of this year too, and a year that is to come has no list yet.
    run.page("projects/year/2026/").says("Three").lacks("One");
    assert!(!run.has("projects/year/2027/"));
    run.page("projects/place/assen/").contains("Assen</h1>").says("One").says("Two").lacks("Three");
}

#[test]
fn what_every_project_has_narrows_nothing_and_a_portfolio_has_no_such_lists() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .project("one", "title: One\nplace: Assen\nperiod: { from: 2025-01, to: 2025-12 }\nteam: [{ expert: jan }]")
        .project("two", "title: Two\nplace: Assen\nperiod: { from: 2025-01, to: 2025-12 }\nteam: [{ expert: jan }]")
        .build();
    run.page("projects/").lacks("/projects/year/").lacks("/projects/place/");
    assert!(
        !run.has("projects/year/2025/index.html") && !run.has("projects/place/assen/index.html")
    );
    let run = TestSite::empty()
        .file("vakwerk.yaml", "title: Jan\nkind: portfolio\nprivacy: { consent: optional }\n")
        .file("profile.md", "---\nname: Jan\n---\n")
        .project("one", "title: One\nperiod: { from: 2024-01, to: 2024-12 }")
        .project("two", "title: Two\nperiod: { from: 2025-01, to: 2025-12 }")
        .build();
    assert!(run.has("projects/one/index.html") && !run.has("projects/year/2025/index.html"));
}

#[test]
fn a_language_that_everybody_speaks_narrows_nothing() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nlanguages: [nl, en]")
        .expert("els", "name: Els\nlanguages: [nl]")
        .build();
    run.page("experts/").contains("/experts/language/en/").lacks("/experts/language/nl/");
    run.page("experts/language/en/").says("Jan").lacks("Els");
    assert!(!run.has("experts/language/nl/index.html"));
}

#[test]
fn cards_say_how_fresh_each_topic_is_in_words_and_draw_nothing() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [{ topic: heat, last: 2026-04 }, law]")
        .project(
            "one",
            "title: One\ntopics: [heat]\nperiod: { from: 2026-01 }\nteam: [{ expert: jan }]",
        )
        .build_as("out", &["--date", "2026-05-01"]);
    run.page("experts/")
        .contains("<li class=\"current\"><b>current</b> heat</li>")
        .contains("<li class=\"undated\"><b>date unknown</b> law</li>")
        .lacks("<svg")
        .lacks("<symbol");
    run.page("projects/").contains("January 2026 – now").lacks("<svg");
    // On a profile the words beside a sign say what it means.
    run.page("experts/jan/").contains("<p class=\"freshness\">current").lacks("<svg");
}

#[test]
fn a_former_address_takes_no_list_of_projects() {
    let site = TestSite::network()
        .expert("jan", "name: Jan")
        .project(
            "one",
            "title: One\nperiod: { from: 2024-01, to: 2024-12 }\naliases: [year/2030]\nteam: [{ expert: jan }]",
        )
        .project("two", "title: Two\nperiod: { from: 2025-01, to: 2025-12 }\nteam: [{ expert: jan }]");
    let run = site.build();
    assert!(run.notes().iter().any(|note| note.starts_with("alias-refused")), "{:?}", run.notes());
}

#[test]
fn when_nothing_has_every_word_the_terminal_says_what_it_left_out() {
    let site = cases();
    let ask = |words: &[&str], format: &str| {
        let folder = site.path().to_str().expect("UTF-8");
        let head = ["search", folder, "--date", "2026-05-01", "--format", format];
        let output = vakwerk(&[&head, words].concat());
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let text = ask(&["who", "knows", "law", "qqxzvk"], "text");
    assert!(
        text.starts_with("nothing has all of these words; ") && text.contains(" with law\n"),
        "{text}"
    );
    assert!(text.contains("left out: who, knows, qqxzvk\n"), "{text}");
    assert!(text.contains("(projects/three)"), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&ask(&["heat", "qqxzvk"], "json")).expect("JSON");
    assert_eq!(json["left_out"], serde_json::json!(["qqxzvk"]));
    assert_eq!(json["total"].as_u64(), json["results"].as_array().map(|all| all.len() as u64));
    // All words together go before; a single word that is nowhere has nothing to leave out.
    assert!(ask(&["heat", "one"], "text").contains(" found\n"));
    assert_eq!(ask(&["qqxzvk"], "text"), "0 found\n");
}
