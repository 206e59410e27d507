//! Bodies and people that are called by a slug, and names that hidden people bear.

use crate::test_site::TestSite;

#[test]
fn a_slug_in_the_place_of_a_name_is_that_name_and_leads_there() {
    // Whoever is read first, the name is found.
    for slug_first in [true, false] {
        let (one, two) = if slug_first { ("a", "z") } else { ("z", "a") };
        let run = TestSite::network()
            .expert(one, "name: Anna\nexperience: [{ title: Lead, organization: acme-b-v }]\ncertificates: [{ title: C, organization: acme-b-v }]\nawards: [{ title: P, organization: Acme B.V. }]\ntestimonials: [{ quote: Good, name: bo, organization: acme-b-v }]")
            .expert(two, "name: Zoe\nexperience: [{ title: Chief, organization: Acme B.V. }]")
            .expert("bo", "name: Bo Kok")
            .project("p", &format!("title: P\nteam: [{one}]\ntestimonial: {{ quote: Fine, name: bo, organization: acme-b-v }}"))
            .build();
        let page = run.page(&format!("experts/{one}/")).lacks(">acme-b-v").says("Bo Kok");
        let link = "<a href=\"/organizations/acme-b-v/\">Acme B.V.</a>";
        assert_eq!(page.html.matches(link).count(), 4, "{}", page.html);
        run.page("projects/p/").contains(link).says("Bo Kok");
        run.page("organizations/acme-b-v/").says("Anna").says("Zoe");
    }
}

#[test]
fn a_described_body_is_known_by_the_slug_of_its_title_too() {
    let run = TestSite::network()
        .file("organizations/acme.md", "---\ntitle: Acme B.V.\n---\n")
        .expert("a", "name: Anna\nexperience: [{ title: Lead, organization: acme-b-v }]\ncertificates: [{ title: C, organization: acme }]")
        .build()
        .clean();
    let page = run.page("experts/a/").lacks(">acme");
    assert_eq!(page.html.matches("<a href=\"/organizations/acme/\">Acme B.V.</a>").count(), 2);
}

#[test]
fn nobody_hidden_is_named_as_a_body() {
    let hidden = "name: Zq Hidden\nvisibility: hidden";
    let run = TestSite::network()
        .expert("zq", hidden)
        .expert("a", "name: Anna\nawards: [{ title: P, organization: Zq Hidden }]\npublications: [{ title: B, organization: Zq Hidden }]\ntestimonials: [{ quote: Good, name: Client, organization: Zq Hidden }]\ncertificates: [{ title: C, organization: Open Body }]")
        .project("p", "title: P\nteam: [a]\ntestimonial: { quote: Fine, name: Client, organization: Zq Hidden }")
        .build();
    for (path, bytes) in run.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("Zq Hidden"), "{path}");
    }
    run.page("experts/a/").says("Open Body");
    // A hidden organization is none to be named in a case either.
    let run = TestSite::network()
        .file("organizations/zq.md", "---\ntitle: Zq Works\nvisibility: hidden\n---\n")
        .expert("a", "name: Anna")
        .project("p", "title: P\nteam: [a]\ntestimonial: { quote: Fine, name: Client, organization: Zq Works }")
        .build();
    run.page("projects/p/").lacks("Zq Works").says("Client");
}

#[test]
fn former_addresses_of_another_site_are_led_on_from_where_they_were() {
    let run = TestSite::network()
        .expert(
            "kim",
            "name: Kim\naliases: [kimberly.html, kim.html, /%C3%BCber/, team/Kim.htm, '%6fld-kim']",
        )
        .file("pages/about.md", "---\ntitle: About\naliases: [about-us.html]\n---\nText\n")
        .build()
        .clean();
    for path in [
        "kim.html",
        "kimberly.html",
        "experts/kimberly.html",
        "über/index.html",
        "team/Kim.htm",
        "experts/old-kim/index.html",
        "about-us.html",
    ] {
        run.page(path).contains("http-equiv=\"refresh\"");
    }
    assert!(!run.has("experts/kim-html/index.html"));
}
