//! Who wrote something, where the list of authors is odd: nobody is made an author by a fault.

use crate::test_site::{TestSite, vakwerk};

/// A network that speaks the formats of reference managers, with one expert.
fn site(publications: &str) -> TestSite {
    TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nbase_url: https://test.example/\ncitation: apa\nformats: { bibtex: true, csl_json: true }\n",
        )
        .expert("jan", &format!("name: Jan de Vries\npublications:\n{publications}"))
}

#[test]
fn others_are_not_somebody_of_that_name() {
    let run = site(
        "  - { title: One, year: 2020, authors: [jan, Ann Cee, et al.] }\n  - { title: Two, year: 2019, authors: [jan, others] }\n  - { title: Three, year: 2018, authors: [jan, Ann Cee e.a.] }",
    )
    .build()
    .clean();
    let page = run.page("experts/jan/");
    let page = page.says("de Vries, J., Cee, A., et al. (2020). One");
    let page = page.says("de Vries, J., et al. (2019). Two");
    page.says("de Vries, J., Cee, A., et al. (2018). Three").lacks("al., E.").lacks(">Others");
    let bib = run.page("publications.bib");
    assert_eq!(bib.html.matches("and others}").count(), 3, "{}", bib.html);
}

#[test]
fn what_cannot_be_read_of_the_authors_makes_nobody_the_only_one() {
    for lost in [
        "authors: { first: Ann Cee }",
        "authors: 12",
        "authors: [[Ann Cee]]",
        "authors: [{ nmae: Ann Cee }]",
        "author: [Ann Cee, Bo Dee]",
        "auteurs: [Ann Cee]",
        "authors: ['']",
    ] {
        let run = site(&format!("  - {{ title: One, year: 2020, {lost} }}")).build();
        assert!(!run.notes().is_empty(), "{lost}");
        let page = run.page("experts/jan/");
        let text = page.text();
        assert!(text.contains("One") && !text.contains("de Vries, J"), "{lost}: {text}");
        for file in ["publications.bib", "publications.json"] {
            run.page(file).contains("One").lacks("Vries, Jan").lacks("\"family\"").lacks("others");
        }
        assert!(!page.html.contains("\"author\""), "{lost}: {}", page.html);
    }
    // Of a list that can be read in part, the others are others.
    let run = site("  - { title: One, year: 2020, authors: [jan, { nmae: x }, Bo Dee] }").build();
    run.page("experts/jan/").says("de Vries, J., Dee, B., et al. (2020). One");
}

#[test]
fn a_publication_without_a_word_of_authors_is_its_owners() {
    let run = site("  - { title: One, year: 2020, doi: 10.1000/a, note: x }").build();
    run.page("experts/jan/").says("de Vries, J. (2020). One");
}

#[test]
fn each_style_cites_what_nobody_is_named_for() {
    for (style, cited) in [
        ("apa", "(2020). One . Press. https://a.example"),
        ("chicago", "2020. One . Press. https://a.example ."),
        ("harvard", "(2020) One . Press."),
        ("ieee", "One . Press, 2020."),
    ] {
        let front = "name: Jan\npublications: [{ title: One, year: 2020, type: book, venue: Press, url: 'https://a.example', authors: [others] }]";
        let yaml = format!("kind: network\ntitle: T\ncitation: {style}\n");
        let run = TestSite::empty().file("vakwerk.yaml", &yaml).expert("jan", front).build();
        run.page("experts/jan/").contains("<p class=\"cite\">").says(cited);
    }
}

#[test]
fn somebody_whom_their_own_list_leaves_out_is_told() {
    let run = site(
        "  - { title: One, authors: [Ann Cee, Bo Dee] }\n  - { title: Two, authors: [Bo Dee] }\n  - { title: Three, authors: [J. de Vries] }\n  - { title: Four, authors: [de Vries JP, Smith AB] }\n  - { title: Five, authors: [{ organization: World Bank }] }\n  - { title: Six, authors: [Ann Cee, et al.] }",
    )
    .build();
    assert_eq!(run.notes(), ["not-an-author experts/jan.md:4:19"], "{:#}", run.json);
    let said = run.json["diagnostics"].to_string();
    assert!(said.contains("nor do those of 1 more") && said.contains("add `jan`"), "{said}");
    run.page("experts/jan/").says("de Vries, J., &amp; Smith, A. B. (n.d.). Four");
}

#[test]
fn a_name_with_letters_in_parentheses_keeps_its_family_name() {
    let run = TestSite::network()
        .expert("jan", "name: Jan (J.P.) de Vries\npublications: [{ title: One, authors: [jan, Ann (A.) Cee] }]")
        .expert("zq", "name: Zq (Z.) Hidden\nvisibility: hidden")
        .expert("bo", "name: Bo Dee\npublications: [{ title: Two, authors: [bo, Zq Hidden, \"Hidden, Zq\"] }]")
        .build()
        .clean();
    run.page("experts/jan/").says("de Vries, J., &amp; Cee, A. (n.d.). One");
    run.page("experts/jan/card.vcf").contains("N:de Vries;Jan;");
    run.page("experts/bo/").lacks("Hidden").says("Dee, B., et al. (n.d.). Two");
}

#[test]
fn whoever_refuses_a_format_is_exported_in_it_to_nobody() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nformats: { bibtex: false }\npublications: [{ title: One }]");
    let root = site.path().to_str().expect("UTF-8");
    let refused = vakwerk(&["export", "bibtex", root, "--person", "jan"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(said.contains("`jan` wants nothing told in this format"), "{said}");
    let other = vakwerk(&["export", "csl-json", root, "--person", "jan"]);
    assert!(other.status.success() && String::from_utf8_lossy(&other.stdout).contains("One"));
}

#[test]
fn an_end_that_cannot_be_read_does_not_make_a_position_current() {
    for end in
        ["to: sometime", "to: 2015-13", "to: [2015]", "tot: 2015", "end_date: 2015", "to: 1999"]
    {
        let front = format!(
            "name: Jan\nexpertise: [heat]\nexperience:\n  - {{ title: Lead, organization: Zq Works, from: 2010, {end}, topics: [heat] }}\n  - {{ title: Now, organization: Other, from: 2016 }}\neducation: [{{ title: Study, from: 2005, to: later }}]"
        );
        let run = TestSite::network().expert("jan", &front).build();
        assert!(!run.notes().is_empty(), "{end}");
        let page = run.page("experts/jan/").says("2010 – ? Lead").says("2016 – now Now");
        let page = page.says("2005 – ? Study");
        assert_eq!(page.text().matches("– now").count(), 1, "{end}: {}", page.text());
        let json = page.html.split_once("ld+json").expect("a graph").1;
        let works = json.split_once("\"worksFor\"").map_or("", |found| found.1);
        assert!(
            !works.split(']').next().unwrap_or_default().contains("Zq Works"),
            "{end}: {works}"
        );
        run.page("experts/jan/card.vcf").lacks("ORG:Zq Works");
    }
    let run = TestSite::network()
        .project("dike", "title: Dike\nperiod: { from: 2010, to: when it is done }")
        .build();
    run.page("projects/dike/").lacks("now");
    let certificate = "name: Jan\nexpertise: [heat]\ncertificates: [{ title: C, date: 2026, until: soon, topics: [heat] }]";
    let run = TestSite::network().expert("jan", certificate).build();
    assert!(!run.page("topics/heat/").text().contains("C 2026"));
}

#[test]
fn keys_that_nobody_writes_are_named_to_nobody() {
    let run = site("  - { title: One, authors: 12, nonsense: 3 }").build();
    let said = run.json.to_string();
    assert!(!said.contains("lost") && said.contains("known here"), "{said}");
    let schema = vakwerk(&["schema", "expert"]);
    assert!(!String::from_utf8_lossy(&schema.stdout).contains("lost"));
}
