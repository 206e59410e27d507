//! Lists in a translation: every item is put with the one that it is about, or with none, and that
//! is said.

use crate::test_site::TestSite;

const JOBS: &str = "name: Jan
experience:
  - { title: Directeur, organization: Nieuwbouw, from: 2024 }
  - { title: Projectleider, organization: Warmte BV, from: 2014-05, to: 2023, id: warmte }
  - { title: Monteur, organization: Warmte BV, from: 2008, to: 2014 }";

fn site(original: &str, english: &str) -> TestSite {
    TestSite::empty()
        .file(
            "vakwerk.yaml",
            "title: Netwerk\nkind: network\nlanguages: [nl, en]\nprivacy: { consent: optional }\n",
        )
        .expert("jan", original)
        .file("experts/jan.en.md", &format!("---\n{english}\n---\n"))
}

#[test]
fn a_job_that_is_put_on_top_falsifies_no_translation() {
    for keys in [
        "[{ from: 2014-05, title: Project lead }, { from: 2008, title: Fitter }]",
        "[{ id: warmte, title: Project lead }, { id: monteur, title: Fitter }]",
        "[{ from: 2014, title: Project lead }, { organization: warmte bv, from: 2008, title: Fitter }]",
    ] {
        let run = site(JOBS, &format!("experience: {keys}")).build();
        assert_eq!(run.notes(), ["untranslated-item experts/jan.en.md:2:1"], "{keys}");
        let page = run.page("en/experts/jan/");
        let at = |word: &str| page.html.find(word).unwrap_or_else(|| panic!("{word} in {keys}"));
        assert!(
            at("Directeur") < at("Project lead") && at("Project lead") < at("Fitter"),
            "{keys}"
        );
        page.lacks("Projectleider").lacks("Monteur");
    }
}

#[test]
fn what_says_not_which_item_it_is_about_is_shown_untranslated_and_said() {
    for (english, note) in [
        ("[{ title: Project lead }, { title: Fitter }]", "unpaired-item experts/jan.en.md:2:1"),
        (
            "[{ title: CEO }, { title: Project lead }, { title: Fitter }]",
            "unpaired-item experts/jan.en.md:2:1",
        ),
        ("[{ organization: Warmte BV, title: Fitter }]", "unpaired-item experts/jan.en.md:2:14"),
        ("[{ from: 2013, title: Fitter }]", "unpaired-item experts/jan.en.md:2:14"),
        ("[{ id: other, title: Fitter }]", "unpaired-item experts/jan.en.md:2:14"),
    ] {
        let run = site(JOBS, &format!("experience: {english}")).build();
        assert_eq!(run.notes(), [note], "{english}");
        run.page("en/experts/jan/")
            .contains("Projectleider")
            .contains("Monteur")
            .lacks("Project lead")
            .lacks("Fitter");
    }
}

#[test]
fn each_kind_of_item_is_known_by_what_is_the_same_in_every_language() {
    let original = "name: Jan
expertise: [{ topic: 编程, note: één }, { topic: Straße, note: twee }]
offers: [{ title: Scan, text: Kort }, { title: Reis, text: Ver }]
publications:
  - { title: A, url: \"https://doi.org/10.1000/a\" }
  - { title: B, url: \"https://doi.org/10.1000/b\" }
certificates: [{ title: C1, date: 2020 }, { title: C2, date: 2021 }]
testimonials: [{ quote: Goed, name: An }, { quote: Beter, name: Bo }]";
    let english = "expertise: [{ topic: Straße, note: two }, { topic: 编程, note: one }]
offers: [{ id: reis, title: Journey, text: Far }, { title: scan, text: Short }]
publications:
  - { url: \"https://doi.org/10.1000/b\", title: Bee }
  - { url: \"https://doi.org/10.1000/a\", title: Aye }
certificates: [{ date: 2021, title: Cee two }, { date: 2020, title: Cee one }]
testimonials: [{ name: Bo, quote: Better }, { name: An, quote: Good }]";
    let run = site(original, english)
        .project(
            "p",
            "title: P\nteam: [jan]\noutcomes: [{ label: Huizen, value: +20 }, { label: Kosten, value: 1.50 }]",
        )
        .file("projects/p.en.md", "---\noutcomes: [{ value: 1.50, label: Costs }, { value: +20, label: Homes }]\n---\n")
        .build()
        .clean();
    let page = run.page("en/experts/jan/");
    for pair in [["Aye", "Bee"], ["Good", "Better"], ["scan", "Journey"], ["Short", "Far"]] {
        let place = pair.map(|word| {
            page.html.find(&format!(">{word}")).or(page.html.find(word)).expect("translated")
        });
        assert!(place[0] < place[1], "{pair:?}");
    }
    page.lacks("Goed").lacks("Beter").lacks(">Reis<").lacks("één");
    let project = run.page("en/projects/p/");
    let at = |word: &str| project.html.find(word).expect("translated");
    assert!(at("Homes") < at("Costs") && at("+20") < at("1.50"));
}

#[test]
fn lists_of_another_length_are_said() {
    let original = "name: Jan\nroles: [één, twee, drie]\naudience: [wie]";
    let run = site(original, "roles: [one, two]\naudience: [who, whom]").build();
    assert_eq!(
        run.notes(),
        ["untranslated-item experts/jan.en.md:2:1", "unpaired-item experts/jan.en.md:3:1"]
    );
}

#[test]
fn a_table_translates_by_slug_or_by_name_wherever_the_entry_stands() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", "title: Netwerk\nkind: network\nlanguages: [nl, en]\nprivacy: { consent: optional }\n")
        .file("experts.csv", "slug,name,headline\nan,An Bos,Kok\n,Bo Kim,Bakker\n,Šárka Žáková,Kuchař\n")
        .expert("cee", "name: Cee Dijk\nheadline: Smid")
        .file(
            "experts.en.csv",
            "name,slug,headline,contact.email\n,an,Cook,an@example.org\nBo Kim,,Baker,\nšárka  žáková,,Chef,\nCee Dijk,,Smith,\nDo,,X,\n",
        )
        .build();
    assert_eq!(
        run.notes(),
        ["fact-in-translation experts.en.csv:1:20", "stray-translation experts.en.csv:6:1"]
    );
    let list = run.page("en/experts/");
    list.contains("Cook")
        .contains("Baker")
        .contains("Chef")
        .contains("Smith")
        .lacks("Kok")
        .lacks("Smid");
}

#[test]
fn a_translated_list_that_closes_an_entry_hides_it_even_where_its_name_is_wrong() {
    let site = TestSite::network()
        .file(
            "vakwerk.yaml",
            "title: N\nkind: network\nlanguages: [nl, en]\nprivacy: { consent: optional }\n",
        )
        .file("experts.csv", "name,headline\nAn Bos,Kok\nBo Kim,Bakker\n")
        .file("experts.en.csv", "name,visibility\nBo Kim,hidden\n");
    let run = site.build();
    assert!(!run.has("experts/bo-kim/index.html") && run.has("experts/an-bos/index.html"));
}

#[test]
fn a_link_to_a_translation_that_nobody_wrote_yet_leads_to_the_page_in_that_language() {
    let run = TestSite::network()
        .file(
            "vakwerk.yaml",
            "kind: network\ntitle: T\nbase_url: https://test.example/\nlanguages: [nl, en]\n",
        )
        .expert("anna", "name: Anna")
        .file("experts/jan.md", "---\nname: Jan\n---\n[a](anna.en.md#main) [b](gone.en.md#x)\n")
        .build();
    run.page("experts/jan/").contains("href=\"/en/experts/anna/#main\"");
    let said = run.json["diagnostics"].to_string();
    assert!(said.contains("leads to no page") && !said.contains("put the file"), "{said}");
}
