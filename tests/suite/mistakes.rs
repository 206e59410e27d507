//! Mistakes that many make: each is told once, where it stands, with what to do.

use crate::schema::{front_matter, validator};
use crate::test_site::TestSite;

fn only(run: &crate::test_site::Run, code: &str) -> Vec<String> {
    run.notes().into_iter().filter(|note| note.starts_with(code)).collect()
}

/// How many organizations have a page.
fn organizations(run: &crate::test_site::Run) -> usize {
    let pages = run.files().into_keys();
    pages
        .filter(|path| path.starts_with("organizations/") && path.matches('/').count() == 2)
        .count()
}

#[test]
fn rows_that_share_an_address_are_counted_as_the_file_does() {
    let table = "name,email\nAda B,x@x.example\nCee D,y@x.example\nEf G,x@x.example\n";
    let run = TestSite::network().file("experts.csv", table).build();
    assert_eq!(only(&run, "same-person"), ["same-person experts.csv:2:7"]);
    let said = run.messages();
    assert!(said.contains("row 2 of `experts.csv` and row 4 of `experts.csv` share"), "{said}");
}

#[test]
fn a_word_for_nothing_is_told_where_it_stands() {
    let run = TestSite::network().expert("a", "headline: x\nname: Null").build();
    assert_eq!(only(&run, "missing-key"), ["missing-key experts/a.md:3:7"]);
    assert!(
        run.messages().contains("put it in quotes if it is meant as text: `name: \\\"Null\\\"`")
    );
}

#[test]
fn a_broken_link_is_told_where_it_stands_and_not_within_another() {
    let body = "<https://x.example/foo/b> [a](far/foo/b) [c](foo/bar)\n\n[b](foo/b)\n";
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/p.md", &format!("---\ntitle: P\n---\n{body}"))
        .build();
    let told = only(&run, "broken-link");
    assert!(told.contains(&"broken-link pages/p.md:6:5".to_owned()), "{told:?}");
}

#[test]
fn a_locale_with_an_underscore_is_the_language_that_it_says() {
    let run = TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nlanguages: [en, pt-BR]\nprivacy: { consent: optional }\n",
        )
        .expert("ida", "name: Ida\nheadline: Cook")
        .file("experts/ida.pt_BR.md", "---\nheadline: Cozinheira\n---\n")
        .build();
    assert!(!run.has("experts/ida-pt-br/index.html"));
    run.page("pt-BR/experts/ida/").contains("Cozinheira");
}

#[test]
fn tags_of_yaml_are_told_with_what_to_do() {
    let run = TestSite::network()
        .expert("a", "name: !!str Ada\nheadline: !!binary aGVsbG8=\nroles: !!set { cook: }")
        .build();
    let told = only(&run, "wrong-type");
    assert!(told.contains(&"wrong-type experts/a.md:3:11".to_owned()), "{told:?}");
    assert!(run.messages().contains("the tag `!!binary` means nothing here"));
    assert!(!run.messages().contains("!!str"));
}

#[test]
fn a_topic_with_a_level_behind_it_is_one_mistake() {
    let run =
        TestSite::network().expert("a", "name: Ada\nexpertise: [b, { heat: expert }]").build();
    assert_eq!(run.notes(), ["unknown-key experts/a.md:3:18"], "{}", run.messages());
    assert!(run.messages().contains("write `{ topic: heat, level: … }`"));
}

#[test]
fn templates_and_themes_that_go_round_are_told_where_the_circle_closes() {
    let themes = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\ntheme: a\n")
        .file("themes/a/theme.yaml", "name: a\nextends: b\n")
        .file("themes/b/theme.yaml", "name: b\n# x\nextends: a\n")
        .build();
    assert_eq!(only(&themes, "broken-theme"), ["broken-theme themes/b/theme.yaml:3:10"]);
    let include = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\ntheme: a\nprivacy: { consent: optional }\n")
        .file("themes/a/theme.yaml", "name: a\nextends: base\n")
        .file("themes/a/templates/text.html", "{% include \"loop.html\" %}")
        .file("themes/a/templates/loop.html", "x\n{% include \"loop.html\" %}")
        .file("pages/p.md", "---\ntitle: P\n---\nx\n")
        .build();
    let told = only(&include, "template-failed");
    assert!(told[0].starts_with("template-failed themes/a/templates/loop.html:2"), "{told:?}");
}

#[test]
fn dots_and_capitals_make_no_other_organization_and_a_legal_form_is_asked_about() {
    let names = ["Acme B.V.", "ACME BV", "Acme bv", "Acme"];
    let mut site = TestSite::network();
    for (at, name) in names.iter().enumerate() {
        let front = format!(
            "name: P {at}\nheadline: h\nexperience: [{{ title: x, organization: {name} }}]"
        );
        site = site.expert(&format!("p{at}"), &front);
    }
    let run = site.build();
    assert_eq!(organizations(&run), 2);
    let said = run.messages();
    assert!(said.contains("are two organizations here"), "{said}");
    assert!(said.contains("is also written"), "{said}");
    let written = TestSite::network()
        .file("organizations/acme.md", "---\ntitle: Acme B.V.\n---\n")
        .expert("a", "name: A\nexperience: [{ title: x, organization: ACME BV }]")
        .build();
    assert_eq!(organizations(&written), 1);
}

#[test]
fn a_country_behind_a_town_makes_no_other_town() {
    let run = TestSite::network()
        .expert("a", "name: A\nheadline: x\nlocation: Zürich")
        .expert("b", "name: B\nheadline: x\nlocation: \"Zürich, Switzerland\"")
        .expert("c", "name: C\nheadline: x\nlocation: \"Austin, TX\"")
        .expert("d", "name: D\nheadline: x\nlocation: \"Belo Horizonte, MG\"")
        .build();
    assert_eq!(only(&run, "tidied"), ["tidied experts/b.md:4:1"], "{}", run.messages());
    assert!(!run.page("experts/b/").html.contains("Zürich, Switzerland"));
    run.page("experts/c/").contains("Austin, TX");
    run.page("experts/d/").contains("Belo Horizonte, MG");
}

#[test]
fn the_schema_accepts_an_end_that_is_a_time_alone() {
    let schema = validator(&["event"]);
    for (end, is_good) in
        [("17:00", true), ("2026-10-24 17:00", true), ("2026-10-24", true), ("17", false)]
    {
        let text = format!("---\ntitle: E\nstart: 2026-10-24 14:00\nend: \"{end}\"\n---\n");
        let value = front_matter(&text, "e.md").expect("YAML");
        assert_eq!(schema.is_valid(&value), is_good, "{end}");
        let run = TestSite::network().file("events/e.md", &text).build();
        assert_eq!(only(&run, "broken-date").is_empty(), is_good, "{end}");
    }
}

#[test]
fn what_newcomers_bring_along_is_told_with_the_right_remedy() {
    let run = TestSite::network()
        .expert("ida", "name: Ida\nlinks: { linkedin: ida.boom }")
        .file("pages/p.md", "---\ntitle: P\n---\nSee [[Wiki link]]\n")
        .build();
    let said = run.messages();
    assert!(said.contains("write it in full: https://www.linkedin.com/in/…"), "{said}");
    assert!(said.contains("write [words](other-file.md)"), "{said}");
}
