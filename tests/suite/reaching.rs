//! What a client reads: how people and the network are reached, who fits a request, and how the
//! network stands.

use crate::test_site::TestSite;

#[test]
fn a_network_says_how_it_is_reached_where_people_do_not() {
    let site = |contact: &str| {
        let config = format!(
            "title: N\nkind: network\nprivacy: {{ consent: optional }}\ncontact: {contact}\n"
        );
        TestSite::network().expert("jan", "name: Jan de Vries").file("vakwerk.yaml", &config)
    };
    let run = site("{ url: https://network.example/ask/ }").build();
    run.page("experts/jan/")
        .says("Ask us about Jan")
        .contains("href=\"https://network.example/ask/\"");
    run.page("").says("Ask the network");
    let run = site("{ email: ask@network.example }").build();
    run.page("").says("Ask the network").lacks("ask@network");
    for (wrong, said) in [
        ("{ email: ask }", "is not a mail address"),
        ("{ url: \"javascript:x\" }", "is not the address of a page"),
    ] {
        let run = site(wrong).build();
        assert!(run.json["diagnostics"].to_string().contains(said), "{:#}", run.json);
        run.page("experts/jan/").lacks("Ask us");
    }
}

#[test]
fn whoever_says_how_to_be_reached_is_asked_first() {
    let run = TestSite::network()
        .file("experts/jan/profile.md", "---\nname: Jan de Vries\ncontact: { url: https://jan.example/talk/ }\n---\n")
        .file("experts/jan/projects/roof.md", "---\ntitle: Roof\n---\n")
        .file(
            "experts/els/profile.md",
            "---\nname: Els\nvisibility: unlisted\ncontact: { url: https://els.example/talk/ }\n---\n",
        )
        .file("experts/els/projects/wall.md", "---\ntitle: Wall\n---\n")
        .build();
    run.page("experts/jan/").says("Contact Jan").contains("href=\"https://jan.example/talk/\"");
    run.page("projects/roof/").says("A question like this? Ask Jan de Vries");
    run.page("projects/wall/").lacks("els.example");
}

#[test]
fn a_request_says_in_words_who_fits_and_keeps_the_reckoning_behind() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\navailability: open\nexpertise: [{ topic: heat, level: expert, last_used: 2026-01 }]")
        .file(
            "requests/ask.md",
            "---\ntitle: Ask\nneeds: [{ topic: heat, weight: 2 }, { topic: law }, { topic: art }]\n---\n",
        )
        .build();
    let page =
        run.page("requests/ask/").says("Partial fit").says("expert, last shown January 2026");
    let page = page.says("not covered").says("Also: has room").says("counts double");
    page.contains("<details class=\"reckoning\"><summary>How this was worked out</summary>");
}

#[test]
fn the_network_tells_its_figures_first() {
    let claim = "expertise: [{ topic: heat, last_used: 2026-01 }]";
    let run = TestSite::network()
        .expert("jan", &format!("name: Jan\n{claim}"))
        .expert("els", &format!("name: Els\n{claim}"))
        .expert("tom", "name: Tom\nexpertise: [{ topic: law, last_used: 2026-01 }]")
        .project("case", "title: Case\nteam: [{ expert: jan }, { expert: els }]")
        .build();
    let text = run.page("network/").text();
    let figures = text.find("have worked with others here").expect("the figures are said");
    assert!(figures < text.find("Coverage").expect("the coverage is said"), "{text}");
    run.page("network/")
        .says("of 2 topics are covered by two or more 1")
        .says("topics depend on one person 1");
}

#[test]
fn initials_of_letters_that_join_stand_apart() {
    let run = TestSite::network().expert("laila", "name: ليلى الحداد").build();
    run.page("experts/laila/").contains("ل\u{200c}ح");
}
