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
        .says("Case one, Case two");
    run.page("network/").says("No shared project yet Alone");
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
fn a_former_address_leads_to_the_new_one() {
    let run = TestSite::network()
        .expert("jan-de-vries", "name: Jan\naliases: [jan, j-vries]")
        .build()
        .clean();
    run.page("experts/jan/").contains("url=/experts/jan-de-vries/");
    run.page("_redirects").contains("/experts/j-vries/ /experts/jan-de-vries/ 301");
}
