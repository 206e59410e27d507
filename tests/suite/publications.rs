//! Publications: who wrote them, on whose pages they stand, how they are cited, and what reference
//! managers get of them.

use crate::test_site::{Run, TestSite, vakwerk};
use serde_json::Value;

/// Two members, somebody hidden, and publications in the profile of the first.
fn site(more: &str) -> TestSite {
    let front = "name: Jan de Vries\npublications:\n  - title: On heat & more\n    authors: [jan-de-vries, sanne-de-wit, Someone Else, zq-hidden, Zq Hidden, { organization: World Health Organization }]\n    type: article\n    venue: Journal of Pots\n    volume: 12\n    issue: 3\n    pages: 17-25\n    date: 2024-03\n    doi: https://doi.org/10.1000/XYZ_1\n  - { title: Alone, date: 2018 }";
    TestSite::network()
        .file(
            "vakwerk.yaml",
            &format!("title: T\nkind: network\nbase_url: https://test.example/\n{more}\n"),
        )
        .expert("jan-de-vries", front)
        .expert("sanne-de-wit", "name: Sanne de Wit")
        .expert("zq-hidden", "name: Zq Hidden\nvisibility: hidden")
}

/// A network that speaks the formats of reference managers.
fn network() -> TestSite {
    let formats = "formats: { bibtex: true, csl_json: true }";
    TestSite::network().file(
        "vakwerk.yaml",
        &format!("title: T\nkind: network\nbase_url: https://test.example/\n{formats}\n"),
    )
}

fn works(run: &Run, path: &str) -> Vec<Value> {
    let html = run.page(path).html;
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("a graph");
    let graph: Value =
        serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON");
    let all = graph["@graph"].as_array().expect("a list").iter();
    all.filter(|one| one.get("author").is_some()).cloned().collect()
}

#[test]
fn a_publication_stands_on_the_pages_of_all_its_authors_and_leads_from_one_to_the_other() {
    let run = site("").build().clean();
    let cited =
        "On heat &amp; more. Journal of Pots , 12 (3), 17–25. https://doi.org/10.1000/xyz_1";
    run.page("experts/jan-de-vries/")
        .says(&format!(
            "de Vries, J., de Wit, S. , Else, S., World Health Organization, et al. (2024). {cited}"
        ))
        .contains("<a href=\"/experts/sanne-de-wit/\">de Wit, S.</a>")
        .says("2018 Alone")
        .says("Worked with Sanne de Wit On heat &amp; more");
    run.page("experts/sanne-de-wit/")
        .contains("<a href=\"/experts/jan-de-vries/\">de Vries, J.</a>")
        .says(cited)
        .says("Worked with Jan de Vries On heat &amp; more");
    assert!(run.page("experts/sanne-de-wit/").html.matches("Journal of Pots</cite>").count() == 1);
    let of_jan = works(&run, "experts/jan-de-vries/");
    assert_eq!(of_jan[0]["@id"], "https://doi.org/10.1000/xyz_1");
    assert_eq!(of_jan[0]["@type"], "ScholarlyArticle");
    let authors = of_jan[0]["author"].as_array().expect("a list");
    let name = |author: &Value| {
        author["name"].as_str().or(author["@id"].as_str()).unwrap_or_default().to_owned()
    };
    let names: Vec<String> = authors.iter().map(name).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(
        names[0].contains("experts/jan-de-vries/#person") || names[0] == "Jan de Vries",
        "{names:?}"
    );
    assert!(
        names[1].contains("experts/sanne-de-wit/#person") || names[1] == "Sanne de Wit",
        "{names:?}"
    );
    assert_eq!(names[2..], ["Someone Else", "World Health Organization"]);
    assert_eq!(works(&run, "experts/sanne-de-wit/")[0]["@id"], of_jan[0]["@id"]);
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("Zq Hidden") && !text.contains("zq-hidden"),
            "{path} names who is hidden"
        );
    }
}

#[test]
fn each_style_of_citing_writes_what_its_manual_says() {
    let styles = [
        (
            "chicago",
            "de Vries, Jan, Sanne de Wit , Someone Else, World Health Organization, et al. 2024. “On heat &amp; more.” Journal of Pots 12 (3): 17–25. https://doi.org/10.1000/xyz_1 .",
            "de Vries, Jan. 2018. Alone .",
        ),
        (
            "harvard",
            "de Vries, J., de Wit, S. , Else, S., World Health Organization et al. (2024) ‘On heat &amp; more’, Journal of Pots , 12(3), pp. 17–25. Available at: https://doi.org/10.1000/xyz_1 .",
            "de Vries, J. (2018) Alone .",
        ),
        (
            "ieee",
            "J. de Vries, S. de Wit , S. Else, World Health Organization et al., “On heat &amp; more,” Journal of Pots , vol. 12, no. 3, pp. 17–25, 2024, doi: 10.1000/xyz_1 .",
            "J. de Vries, Alone . 2018.",
        ),
        (
            "apa",
            "de Vries, J., de Wit, S. , Else, S., World Health Organization, et al. (2024). On heat &amp; more. Journal of Pots , 12 (3), 17–25. https://doi.org/10.1000/xyz_1",
            "de Vries, J. (2018). Alone .",
        ),
    ];
    for (style, article, alone) in styles {
        let run = site(&format!("citation: {style}")).build().clean();
        run.page("experts/jan-de-vries/").says(article).says(alone);
    }
    let run = site("citation: vancouver").build();
    assert_eq!(run.notes(), ["broken-value vakwerk.yaml:4:11"], "{:#}", run.json);
}

#[test]
fn kinds_of_publications_are_cited_by_what_they_appeared_in() {
    let front = "name: Ab Bo\npublications:\n  - { title: Is this a book?, authors: [a, Ann Cee], type: book, venue: Press, year: 2020 }\n  - { title: Part, authors: [Ann Cee, a], type: chapter, venue: The Book, pages: 5, year: 2019 }\n  - { title: Proof, authors: [a], type: thesis, venue: A University, year: 2018 }\n  - { title: Numbers, authors: [a], type: dataset, venue: Zenodo, year: 2017, url: https://z.example/1 }\n  - { title: When, authors: [a] }\n  - { title: Many, year: 2001, authors: [a, B B, C C, D D, E E, F F, G G, H H, I I, J J, K K, L L, M M, N N, O O, P P, Q Q, R R, S S, T T, U U, V V] }";
    let run = TestSite::network().expert("a", front).build().clean();
    let page = run.page("experts/a/");
    let page = page.says("Bo, A., &amp; Cee, A. (2020). Is this a book? Press.");
    let page = page.says("Cee, A., &amp; Bo, A. (2019). Part. In The Book (p. 5).");
    let page = page.says("Bo, A. (2018). Proof [Thesis, A University].");
    let page = page.says("Bo, A. (2017). Numbers [Data set]. Zenodo. https://z.example/1");
    let page = page.says("Bo, A. (n.d.). When .");
    page.says("R, R., S, S., … V, V. (2001). Many .");
}

#[test]
fn volume_issue_and_pages_stay_although_nobody_says_what_it_appeared_in() {
    let front = "name: Ab Bo\npublications:\n  - { title: One, authors: [a], type: article, volume: 12, issue: 3, pages: 4-9, year: 2020 }\n  - { title: Two, authors: [a], type: article, issue: 3, year: 2019 }\n  - { title: Three, authors: [a], type: article, pages: 4-9, year: 2018 }\n  - { title: Four, authors: [a], type: chapter, volume: 2, pages: 7, year: 2017 }\n  - { title: Five, authors: [a], type: book, venue: Press, volume: 2, year: 2016 }";
    let said = [
        (
            "apa",
            [
                "Bo, A. (2020). One. 12 (3), 4–9.",
                "Bo, A. (2019). Two. (3).",
                "Bo, A. (2018). Three. pp. 4–9.",
                "Bo, A. (2017). Four (vol. 2, p. 7).",
                "Bo, A. (2016). Five (vol. 2). Press.",
            ],
        ),
        (
            "chicago",
            [
                "Bo, Ab. 2020. “One.” Vol. 12, no. 3, pp. 4–9.",
                "Bo, Ab. 2019. “Two.” No. 3.",
                "Bo, Ab. 2018. “Three.” Pp. 4–9.",
                "Bo, Ab. 2017. Four . Vol. 2, p. 7.",
                "Bo, Ab. 2016. Five . Vol. 2. Press.",
            ],
        ),
        (
            "harvard",
            [
                "Bo, A. (2020) ‘One’, 12(3), pp. 4–9.",
                "Bo, A. (2019) ‘Two’, (3).",
                "Bo, A. (2018) ‘Three’, pp. 4–9.",
                "Bo, A. (2017) Four . Vol. 2, p. 7.",
                "Bo, A. (2016) Five . Vol. 2. Press.",
            ],
        ),
        (
            "ieee",
            [
                "A. Bo, “One,” vol. 12, no. 3, pp. 4–9, 2020.",
                "A. Bo, “Two,” no. 3, 2019.",
                "A. Bo, “Three,” pp. 4–9, 2018.",
                "A. Bo, Four . vol. 2, p. 7, 2017.",
                "A. Bo, Five . Press, vol. 2, 2016.",
            ],
        ),
    ];
    for (style, citations) in said {
        let config =
            format!("kind: network\ncitation: {style}\nprivacy: {{ consent: optional }}\n");
        let run =
            TestSite::empty().file("vakwerk.yaml", &config).expert("a", front).build().clean();
        let mut page = run.page("experts/a/");
        for citation in citations {
            page = page.says(citation);
        }
    }
}

#[test]
fn one_publication_in_two_profiles_is_one_by_its_doi_or_by_title_and_year() {
    let run = network()
        .expert("jan", "name: Jan Bos\npublications:\n  - { title: On heat, authors: [jan, sanne, Out Sider], doi: 10.1000/a, date: 2024 }\n  - { title: \"On: Water\", authors: [jan, sanne], year: 2020, venue: J }\n  - { title: Yearbook, authors: [jan, sanne], year: 2019 }")
        .expert("sanne", "name: Sanne Wit\npublications:\n  - { title: About heat, url: \"https://doi.org/10.1000/A\" }\n  - { title: on water, date: 2020-05 }\n  - { title: Yearbook, year: 2018 }")
        .build()
        .clean();
    let page = run.page("experts/sanne/");
    let html = page.html.clone();
    let page = page
        .says("Sider, O. (n.d.). About heat .")
        .says("Bos, J. , &amp; Wit, S. (2020). on water .");
    page.says("Bos, J. , &amp; Wit, S. (2019). Yearbook .");
    assert_eq!((html.matches("n heat<").count(), html.matches("Yearbook").count() >= 2), (0, true));
    let all: Vec<Value> = serde_json::from_str(&run.page("publications.json").html).expect("JSON");
    let titles: Vec<&str> = all.iter().filter_map(|work| work["title"].as_str()).collect();
    assert_eq!(titles, ["On heat", "On: Water", "Yearbook", "Yearbook"]);
    assert_eq!(run.page("publications.bib").html.matches("\n@").count(), 3);
}

#[test]
fn a_name_that_is_a_members_is_suggested_and_never_claimed() {
    let jan = "name: Jan Bos\npublications:\n  - { title: One, year: 2020, authors: [Jan Bos, Sanne Wit] }\n  - { title: Two, year: 2021, authors: [jan, { name: Sanne Wit }] }\n  - { title: Three, year: 2022, authors: [jan, Sanne Wit] }";
    let site = TestSite::network().expert("jan", jan).expert("sanne", "name: Sanne Wit");
    let run = site.build().clean();
    assert_eq!(run.notes(), ["ambiguous-reference experts/jan.md:4:31"], "{:#}", run.json);
    run.page("experts/jan/")
        .says("Bos, J., &amp; Wit, S. (2020). One")
        .lacks("/experts/sanne/\">Wit");
    run.page("experts/sanne/").lacks("publications").lacks("Worked with");
    // Who lists the work too is its author.
    site.write(
        "experts/sanne.md",
        b"---\nname: Sanne Wit\npublications: [{ title: One, year: 2020 }, { title: Three, year: 2022 }]\n---\n",
    );
    let run = site.build().clean();
    assert!(run.notes().is_empty(), "{:#}", run.json);
    run.page("experts/jan/")
        .contains("<a href=\"/experts/sanne/\">Wit, S.</a> (2020)")
        .says("Wit, S. (2021)");
    run.page("experts/sanne/").says("Bos, J. , &amp; Wit, S. (2020). One").lacks("Two");
}

#[test]
fn what_a_member_says_of_others_counts_when_they_say_it_too() {
    let member =
        |name: &str, works: &str| format!("---\nname: {name}\npublications: [{works}]\n---\n");
    let one = "{ title: On heat, year: 2020, authors: [eve, bob, Out Sider] }";
    let site = |bob: &str| {
        TestSite::network()
            .file("vakwerk.yaml", "title: T\nkind: network\nbase_url: https://test.example/\nmembers: [{ path: m/eve, slug: eve }, { path: m/bob, slug: bob }]\n")
            .file("m/eve/profile.md", &member("Eve Adams", one))
            .file("m/bob/profile.md", &member("Bob Brown", bob))
            .build()
    };
    for bob in [
        "",
        "{ title: On heat, year: 2020 }",
        "{ title: On heat, year: 2020, authors: [bob, Some Body] }",
    ] {
        let run = site(bob);
        run.page("experts/eve/")
            .lacks("/experts/bob/")
            .lacks("Sider")
            .says("et al. (2020). On heat")
            .lacks("Worked with");
        run.page("experts/bob/").lacks("/experts/eve/").lacks("Adams");
    }
    let run = site("{ title: On heat, year: 2020, authors: [eve, bob] }");
    run.page("experts/eve/")
        .contains("<a href=\"/experts/bob/\">Brown, B.</a>")
        .says("Worked with");
    run.page("experts/bob/")
        .contains("<a href=\"/experts/eve/\">Adams, E.</a>")
        .says("Worked with");
}

#[test]
fn whoever_is_in_no_list_or_refuses_is_named_in_no_file_for_machines() {
    let run = network()
        .expert("jan", "name: Jan Bos\npublications: [{ title: On heat, year: 2020, authors: [jan, quiet, refuser] }]")
        .expert(
            "quiet",
            "name: Quiet Quill\nvisibility: unlisted\npublications: [{ title: Mine, authors: [quiet, jan] }]",
        )
        .expert("refuser", "name: Re Fuser\nformats: { bibtex: false, csl_json: false, json_ld: false }")
        .build()
        .clean();
    run.page("experts/jan/")
        .says("Bos, J., Quill, Q., &amp; Fuser, R. (2020). On heat")
        .lacks("Mine");
    assert!(
        !run.has("experts/quiet/publications.bib") && !run.has("experts/refuser/publications.json")
    );
    for path in [
        "publications.bib",
        "publications.json",
        "experts/jan/publications.bib",
        "experts/jan/publications.json",
    ] {
        run.page(path).contains("others").lacks("Quill").lacks("Fuser").lacks("Mine");
    }
    assert_eq!(works(&run, "experts/jan/")[0]["author"].as_array().map(Vec::len), Some(1));
    let none = site("formats: { bibtex: false, csl_json: false }").build().clean();
    assert!(!none.has("publications.bib") && !none.has("experts/jan-de-vries/publications.json"));
}

#[test]
fn what_is_exported_can_be_imported_and_says_the_same() {
    let nasty = "name: \"Ann O'Brien, PhD\"\npublications:\n  - { title: \"50% of {braces} & $ # _ ~ ^ \\\\ and “quotes”\", authors: [a, \"van der Berg, Jan\", \"Bo And Co\", { organization: \"This, That and Others\" }, Sukarno, 王小明], type: conference, venue: \"Proc. of A & B\", volume: 3, pages: 1-9, date: 2021-04, url: \"https://x.example/a_b?c=d%20e\" }\n  - { title: Second, authors: [a], type: book, venue: P, year: 2020, doi: 10.1002/(sici)1<1::aid>3.0.co;2-a }";
    let site = network().expert("a", nasty);
    let run = site.build().clean();
    let bib = run.page("publications.bib").html;
    let parsed = biblatex::Bibliography::parse(&bib).expect("BibTeX");
    assert_eq!(parsed.len(), 2, "{bib}");
    let root = site.path().to_str().expect("UTF-8").to_owned();
    for (format, file) in [("bibtex", "publications.bib"), ("csl-json", "publications.json")] {
        let out = vakwerk(&["export", format, &root]);
        assert_eq!(
            String::from_utf8_lossy(&out.stdout),
            run.page(file).html,
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
        let own = vakwerk(&["export", format, &root, "--person", "a"]);
        assert_eq!(own.stdout, out.stdout);
        assert_eq!(
            vakwerk(&["export", format, &root, "--person", "nobody"]).status.code(),
            Some(2)
        );
        let other = TestSite::network()
            .file("vakwerk.yaml", "kind: network\ntitle: T\n")
            .expert("a", "name: Ann O'Brien");
        let (source, target) =
            (run.out.join(file), other.path().to_str().expect("UTF-8").to_owned());
        let said = vakwerk(&["import", format, source.to_str().expect("UTF-8"), "-C", &target]);
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let text = std::fs::read_to_string(other.path().join("experts/a.md")).expect("it stands");
        let front: serde_json::Value = {
            let yaml = text.split("---\n").nth(1).expect("front matter");
            let written: vakwerk::base::yaml::Value =
                vakwerk::base::yaml::tree(yaml, &"a".into(), 1).expect("YAML").0;
            serde_json::to_value(&written).expect("plain data")
        };
        let works = front["publications"].as_array().expect("a list");
        let first = &works[0];
        assert_eq!(works.len(), 2, "{text}");
        let title = if format == "bibtex" { "50% of (braces)" } else { "50% of {braces}" };
        assert!(
            first["title"]
                .as_str()
                .is_some_and(|found| found.starts_with(title) && found.contains('\\')),
            "{text}"
        );
        assert_eq!(first["authors"][0], "a", "{text}");
        assert_eq!(first["authors"][1], "Jan van der Berg", "{text}");
        assert_eq!(first["authors"][3]["organization"], "This, That and Others", "{text}");
        assert_eq!(first["type"], "conference");
        assert_eq!(first["venue"], "Proc. of A & B");
        assert_eq!(first["url"], "https://x.example/a_b?c=d%20e");
        assert_eq!(works[1]["doi"], "10.1002/(sici)1<1::aid>3.0.co;2-a", "{text}");
    }
}

#[test]
fn talks_have_those_who_gave_them_and_a_typo_is_told() {
    let run = TestSite::network()
        .expert("jan-bos", "name: Jan Bos\ntalks: [{ title: A talk, date: 2020, authors: [jan-bos, sanne-wit] }]\npublications: [{ title: P, authors: [jan-bso] }]")
        .expert("sanne-wit", "name: Sanne Wit")
        .build();
    assert_eq!(run.notes(), ["unknown-reference experts/jan-bos.md:4:38"], "{:#}", run.json);
    run.page("experts/jan-bos/")
        .says("A talk Jan Bos, Sanne Wit")
        .says("Publications (n.d.). P")
        .lacks("jan-bso");
    let portfolio = TestSite::empty()
        .file("vakwerk.yaml", "kind: portfolio\n")
        .file("profile.md", "---\nname: Jan Bos\npublications: [{ title: P, year: 2020, authors: [Jan Bos, sanne-de-wit, Zoë Kok] }]\n---\n")
        .build()
        .clean();
    portfolio.page("").says("Bos, J., de Wit, S., &amp; Kok, Z. (2020). P");
    assert!(portfolio.has("publications.bib") && portfolio.has("publications.json"));
}

#[test]
fn the_name_of_somebody_hidden_is_no_body_that_leads_anywhere() {
    let run = network()
        .expert("zq", "name: Zq Hidden\nvisibility: hidden")
        .expert(
            "jan",
            "name: Jan\nexperience: [{ title: Work, organization: Zq Hidden, from: 2020 }]\npublications: [{ title: On heat, year: 2020, authors: [jan, { organization: Zq Hidden }] }]\ntestimonials: [{ quote: Good, name: Someone, organization: Zq Hidden }]",
        )
        .expert("bo", "name: Bo\nexperience: [{ title: Other, organization: zq, from: 2020 }]")
        .build();
    assert!(!run.has("organizations/zq-hidden/index.html"), "{:#}", run.json);
    assert!(!run.has("experts/zq/index.html"));
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("experts/zq"), "{path} leads to who is hidden");
        assert!(
            !path.ends_with(".bib") || !text.contains("Zq Hidden"),
            "{path} names who is hidden as a body"
        );
    }
    run.page("experts/jan/").says("Jan, et al. (2020). On heat");
}

#[test]
fn a_member_puts_no_telling_of_their_own_in_the_place_of_a_fuller_one() {
    let member =
        |name: &str, works: &str| format!("---\nname: {name}\npublications: [{works}]\n---\n");
    let full = "{ title: On heat, year: 2020, doi: 10.1000/a, venue: Journal of Pots, authors: [bob, eve, cas, dan] }";
    let run = network()
        .file("vakwerk.yaml", "title: T\nkind: network\nbase_url: https://test.example/\nformats: { bibtex: true }\nmembers: [{ path: m/eve, slug: eve }, { path: m/bob, slug: bob }, { path: m/cas, slug: cas }, { path: m/dan, slug: dan }]\n")
        .file("m/bob/profile.md", &member("Bob Brown", full))
        .file("m/eve/profile.md", &member("Eve Adams", "{ title: On heat by me alone, year: 2020, doi: 10.1000/a, authors: [eve, Out Sider, Some Body, Any One, No One, Else Where] }"))
        .file("m/cas/profile.md", &member("Cas Cole", ""))
        .file("m/dan/profile.md", &member("Dan Dole", ""))
        .build();
    run.page("experts/bob/").says("On heat. Journal of Pots").lacks("by me alone");
    let bib = run.page("publications.bib").html;
    assert!(bib.contains("{{On heat}}"), "{bib}");
}
