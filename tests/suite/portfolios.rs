//! A portfolio: one person's own site, of which the folder may be one of a network too.

use crate::test_site::{TestSite, vakwerk};

fn portfolio(profile: &str) -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", "kind: portfolio\nbase_url: https://jan.example/\nlanguages: [en]\n")
        .file(
            "profile.md",
            &format!("---\nname: Jan de Vries\nconsent: 2026-01-01\n{profile}---\n"),
        )
}

#[test]
fn whoever_a_portfolio_names_by_a_slug_is_somebody_only_mentioned() {
    let site = portfolio(
        "testimonials: [{ quote: Good work., name: harm-eising }]\nexperience: [{ title: Lawyer, organization: \
         kantoor-van-der-berg }]\n",
    )
    .project(
        "south",
        "title: South\nclient: gemeente-westerveen\ntestimonial: { quote: Well done., name: ineke-t-hart }\nteam:\n  - { \
         expert: joris-van-der-meulen, role: permits }\n  - { expert: sietske-h, name: Sietske Hoekstra }\n  - \
         yusuf-bakker\n  - { expert: jan-de-vries, role: lead }",
    );
    let run = site.build();
    assert_eq!(
        (run.status, run.count("errors"), run.count("warnings")),
        (0, 0, 0),
        "{:#}",
        run.json
    );
    let codes: Vec<String> = run.notes();
    assert_eq!(
        codes.iter().filter(|note| note.starts_with("unknown-reference")).count(),
        6,
        "{codes:?}"
    );
    let page = run
        .page("projects/south/")
        .says("Joris van der Meulen")
        .says("Sietske Hoekstra")
        .says("Yusuf Bakker");
    let page = page
        .says("Gemeente Westerveen")
        .says("Ineke &#39;t Hart")
        .lacks("not confirmed")
        .lacks("sietske-h\"");
    assert_eq!(page.text().matches("Jan de Vries lead").count(), 1, "{}", page.text());
    run.page("").says("Harm Eising").says("Kantoor van der Berg").lacks("harm-eising");
}

#[test]
fn the_name_of_the_folder_means_its_owner_as_it_does_in_a_network() {
    let site = TestSite::empty()
        .file("jan/vakwerk.yaml", "kind: portfolio\nlanguages: [en]\n")
        .file("jan/profile.md", "---\nname: Jan de Vries\nconsent: 2026-01-01\n---\n")
        .file(
            "jan/projects/south.md",
            "---\ntitle: South\nteam: [{ expert: jan, role: lead }]\n---\n",
        );
    let folder = site.path().join("jan");
    let output =
        vakwerk(&["build", folder.to_str().expect("UTF-8"), "--no-sync", "--deny", "warnings"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page =
        std::fs::read_to_string(folder.join("public/projects/south/index.html")).expect("a page");
    assert!(page.contains("lead") && !page.contains(">Jan</"), "{page}");
}

#[test]
fn a_network_still_says_that_a_reference_means_nobody() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .project("south", "title: South\nteam: [{ expert: sietske-hoekstra }]")
        .build();
    assert_eq!(
        (run.status, run.notes()),
        (3, vec!["unknown-reference projects/south.md:3:18".to_owned()])
    );
}

#[test]
fn the_portfolio_of_a_member_has_its_own_configuration_and_nobody_complains_of_it() {
    let site = portfolio("headline: x\n");
    site.write("net/vakwerk.yaml", b"title: N\nkind: network\nmembers: [{ path: .. }]\n");
    site.write("stray.yaml", b"a: 1\n");
    let folder = site.path().join("net");
    let output = vakwerk(&["check", folder.to_str().expect("UTF-8"), "--format", "json"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(!text.contains("../vakwerk.yaml") && text.contains("../stray.yaml"), "{text}");
}
