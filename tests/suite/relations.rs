//! Everything leads to everything that it is related to.

use crate::test_site::TestSite;

#[test]
fn references_meet_slugs_names_and_synonyms_whatever_their_case_and_diacritics() {
    let run = TestSite::network()
        .expert("jan", "name: Jan Müller\nexpertise: [STADSVERWARMING, Heat-Networks, Heat Networks]")
        .file("topics/heat-networks.md", "---\ntitle: Warmtenetten\nsynonyms: [stadsverwarming]\n---\n")
        .project(
            "south",
            "title: South\nclient: energiecooperatie zuid\nteam: [{ name: jan muller }]\nperiod: { from: 2025 }",
        )
        .file("organizations/ecz.md", "---\ntitle: Energiecoöperatie Zuid\n---\n")
        .build()
        .clean();
    assert!(!run.has("topics/stadsverwarming/index.html"));
    run.page("experts/jan/").contains("/projects/south/").contains("/topics/heat-networks/");
    run.page("projects/south/").contains("/organizations/ecz/");
}

#[test]
fn collaborators_see_what_they_shared() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .expert("amina", "name: Amina")
        .expert("alone", "name: Alone")
        .project("one", "title: Case one\nteam: [{ expert: jan }, { expert: amina }]\nperiod: { from: 2025 }")
        .project("two", "title: Case two\nteam: [{ expert: jan }, { expert: amina, part: external }]\nperiod: { from: 2024, to: 2025 }")
        .build()
        .clean();
    run.page("experts/jan/")
        .says("Worked with")
        .contains("/experts/amina/")
        .says("Case one (2026) and 1 more");
    run.page("network/").says("No shared project yet Alone");
}

#[test]
fn of_many_collaborators_those_with_whom_most_was_shared_stand_first_and_all_are_named() {
    let mut site = TestSite::network().expert("jan", "name: Jan");
    for number in 0..11 {
        site = site.expert(&format!("e{number:02}"), &format!("name: Person {number:02}"));
        let case = format!(
            "title: Case {number:02}\nteam: [jan, e{number:02}]\nperiod: {{ from: 2019, to: 2021 }}"
        );
        site = site.project(&format!("c{number:02}"), &case);
    }
    let site =
        site.project("more", "title: More\nteam: [jan, e10]\nperiod: { from: 2022, to: 2023 }");
    let run = site.build().clean();
    let text = run.page("experts/jan/").text();
    let (_, with) = text.split_once("Worked with").expect("the section");
    let (first, folded) = with.split_once("Show all 11").expect("the rest is folded");
    assert!(first.trim_start().starts_with("Person 10 More (2023) and 1 more"), "{first}");
    for number in 0..11 {
        assert!(with.contains(&format!("Person {number:02}")), "{with}");
    }
    assert!(folded.contains("Person 09 (2021)"), "{folded}");
}

#[test]
fn a_profile_of_a_network_shows_three_projects_in_cards_and_names_the_others() {
    let mut site = TestSite::network().expert("jan", "name: Jan");
    for number in 1..6 {
        let case = format!(
            "title: Case {number}\nquestion: What was asked in {number}?\nteam: [jan]\nperiod: 202{number}"
        );
        site = site.project(&format!("c{number}"), &case);
    }
    let run = site.build().clean();
    let page = run.page("experts/jan/");
    page.contains("/projects/c1/").says("What was asked in 3?").lacks("What was asked in 2?");
    run.page("projects/c1/").says("What was asked in 1?");
    let mut alone = TestSite::empty()
        .file("vakwerk.yaml", "kind: portfolio\nlanguages: [en]\n")
        .file("profile.md", "---\nname: Jan\n---\n");
    for number in 1..6 {
        let case = format!(
            "title: Case {number}\nquestion: What was asked in {number}?\nperiod: 202{number}"
        );
        alone = alone.project(&format!("c{number}"), &case);
    }
    alone.build().page("").says("What was asked in 1?");
}

#[test]
fn a_project_that_showed_several_topics_is_drawn_once_and_named_once() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [Heat, Law, Soil]")
        .project("case", "title: Deep heat\ntopics: [Heat, Law, Soil]\nteam: [jan]\nperiod: { from: 2024, to: 2025 }")
        .build()
        .clean();
    run.page("experts/jan/")
        .contains("<title>Deep heat</title>")
        .contains("<use href=\"#bar:1\"/>");
    let html = String::from_utf8_lossy(&run.files()["experts/jan/index.html"]).into_owned();
    assert_eq!(html.matches("<title>Deep heat</title>").count(), 1, "{html}");
    assert_eq!(html.matches("<use href=\"#bar:1\"/>").count(), 2, "{html}");
}

#[test]
fn what_only_the_author_says_is_a_claim_and_what_both_say_is_confirmed() {
    let told =
        "---\ntitle: Case\nteam: [{ expert: amina, role: advisor }]\nperiod: { from: 2025 }\n---\n";
    let site = TestSite::network()
        .file("experts/jan/profile.md", "---\nname: Jan\n---\n")
        .file("experts/jan/projects/case.md", told)
        .file("experts/amina/profile.md", "---\nname: Amina\n---\n");
    site.build()
        .clean()
        .page("projects/case/")
        .says("as told by the author, not confirmed")
        .says("Told by Jan");
    let both = site.file("experts/amina/projects/case.md", "---\ntitle: Case\n---\n");
    let run = both.build().clean();
    assert!(!run.page("projects/case/").text().contains("not confirmed"));
}

#[test]
fn evidence_for_a_narrower_topic_counts_for_the_wider_one() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [deep wells]")
        .file("topics/deep-wells.md", "---\ntitle: Deep wells\nbroader: [energy]\n---\n")
        .build()
        .clean();
    run.page("topics/energy/").contains("/experts/jan/").says("via Deep wells");
}

#[test]
fn a_circle_of_topics_is_reported_and_cut() {
    let run = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [A, B, C]")
        .file("topics/a.md", "---\ntitle: A\nbroader: [B]\n---\n")
        .file("topics/b.md", "---\ntitle: B\nbroader: [C]\n---\n")
        .file("topics/c.md", "---\ntitle: C\nbroader: [A, C]\n---\n")
        .build();
    assert!(
        !run.notes().is_empty() && run.notes().iter().all(|note| note.starts_with("topic-cycle")),
        "{:?}",
        run.notes()
    );
    run.page("topics/");
}

#[test]
fn names_are_sorted_as_readers_look_for_them() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", "kind: network\nlanguages: [nl]\n")
        .expert("a", "name: Jan de Vries")
        .expert("b", "name: Şule Öztürk")
        .expert("c", "name: Marijke 't Hooft")
        .expert("d", "name: Piet Zwart")
        .build()
        .clean();
    let text = run.page("experts/").text();
    let at = |name: &str| text.find(name).expect("a name");
    assert!(
        at("Hooft") < at("Öztürk") && at("Öztürk") < at("Vries") && at("Vries") < at("Zwart"),
        "{text}"
    );
    run.page("experts/letter/v/").says("Jan de Vries");
}

#[test]
fn long_lists_have_pages() {
    let mut site = TestSite::empty().file("vakwerk.yaml", "kind: network\npage_size: 6\n");
    for number in 0..20 {
        site = site.expert(
            &format!("e{number:02}"),
            &format!("name: Person {number:02}\nexpertise: [heat]"),
        );
    }
    let run = site.build().clean();
    run.page("experts/").says("20 experts").contains("/experts/page/4/").lacks("Person 06");
    run.page("experts/page/4/").contains("rel=\"prev\"").lacks("rel=\"next\"");
    run.page("topics/heat/").contains("/topics/heat/experts/");
    run.page("topics/heat/experts/page/2/").says("Person");
}

#[test]
fn the_whole_list_goes_on_in_rows_after_its_first_page() {
    let mut site = TestSite::network();
    for number in 0..150 {
        site = site.expert(&format!("e{number:03}"), &format!("name: Person {number:03}"));
    }
    let run = site.build().clean();
    run.page("experts/")
        .contains("<article class=\"card")
        .says("Person 095")
        .lacks("Person 096")
        .contains("ItemList");
    run.page("experts/page/2/")
        .contains("<ul class=\"rows entries\">")
        .says("Person 096")
        .says("Person 149")
        .lacks("ItemList");
    assert!(!run.has("experts/page/3/index.html"));
}

#[test]
fn a_former_address_leads_to_the_new_one() {
    let run = TestSite::network()
        .expert("jan-de-vries", "name: Jan\naliases: [jan, j-vries]")
        .build()
        .clean();
    run.page("experts/jan/").contains("url=/experts/jan-de-vries/");
    run.page("_redirects").contains("/experts/j-vries/ /experts/jan-de-vries/ 301");
}
