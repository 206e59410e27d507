//! What would go out cut short, raw or beside the site without a word.

use crate::test_site::TestSite;

#[test]
fn a_text_that_a_comment_cuts_is_told_in_every_kind_of_file() {
    let site = TestSite::network()
        .file("experts.yaml", "jan:\n  name: Jan\n  headline: Our #1\nbo: { name: Bo } # so far\n")
        .project("p", "title: The #2 net\nperiod: 2024 #about\nteam: [jan]")
        .file("pages/a.md", "---\ntitle: #One\n---\nText # not a comment\n");
    let run = site.build();
    let notes = run.notes();
    let cut: Vec<_> = notes.iter().filter(|note| note.starts_with("cut-short")).collect();
    assert_eq!(
        cut,
        ["cut-short experts.yaml:3:17", "cut-short pages/a.md:2:8", "cut-short projects/p.md:2:12"],
        "{notes:#?}"
    );
}

#[test]
fn words_for_nothing_are_no_address_and_no_topic() {
    let run = TestSite::network()
        .expert(
            "jan",
            "name: Jan\nexpertise: [~, law]\nlinks: { github: \"null\", gitlab: none, website: n/a, x: '@null' }\ncontact: { email: none, phone: '-' }",
        )
        .project("p", "title: P\ntopics: [law, ~]\nteam: [jan]")
        .build();
    for path in ["experts/jan/", "experts/jan/card.vcf", "experts/jan/expert.json"] {
        run.page(path).lacks("null").lacks("gitlab").lacks("/none");
    }
    assert!(
        run.has("topics/law/index.html") && run.messages().contains("`null` is read as nothing")
    );
    run.page("topics/").lacks("~");
}

#[test]
fn a_heading_without_words_is_none() {
    let run = TestSite::network()
        .file(
            "experts/jan.md",
            "---\nname: Jan\n---\n##\n\nText\n\n### \n\n## ![](x.png)\n\n## Real\n",
        )
        .build();
    let html = run.page("experts/jan/").contains("Real</h").html;
    assert!(
        !html.contains("\"></h2>") && !html.contains("<h3></h3>") && !html.contains("\"></h3>")
    );
}

#[test]
fn a_doi_keeps_the_signs_at_its_end() {
    let doi = "10.1002/(SICI)1<1::AID>3.0.CO;2<2>";
    let run = TestSite::network()
        .expert(
            "jan",
            &format!("name: Jan\npublications: [{{ title: One, doi: \"doi:{doi}\" }}, {{ title: Two, doi: \"<https://doi.org/10.1000/x>\" }}]"),
        )
        .build();
    run.page("experts/jan/").contains("co;2%3C2%3E\"").contains("https://doi.org/10.1000/x\"");
}

#[test]
fn an_old_encoding_is_read_however_many_signs_it_has() {
    let text =
        b"---\nname: Zo\xeb\n---\n\x95 nets \x96 \x93law\x94\n\x95 rest\x85\n\x95 \xb7 \xa9 \x80 5\n";
    let run = TestSite::network().bytes("experts/zoe.md", text).build();
    run.page("experts/zoe/").says("Zoë").says("“law”").says("€ 5");
    assert_eq!(run.count("held_back"), 0, "{:#}", run.json);
}

#[test]
fn names_with_signs_keep_their_order_on_pages_from_right_to_left() {
    let config = |languages: &str| {
        format!(
            "title: T\nkind: network\nlanguages: [{languages}]\nprivacy: {{ consent: optional }}\n"
        )
    };
    let expert = "name: ليلى الحداد\nheadline: خبيرة في C++ و .NET\nexpertise: [C++]";
    let site = TestSite::empty().file("vakwerk.yaml", &config("ar")).expert("laila", expert);
    site.build()
        .page("experts/laila/")
        .contains("خبيرة في <bdi dir=\"ltr\">C++</bdi> و <bdi dir=\"ltr\">.NET</bdi>")
        .contains("\"><bdi dir=\"ltr\">C++</bdi></a>");
    let site = TestSite::empty()
        .file("vakwerk.yaml", &config("en"))
        .expert("laila", "name: L\nheadline: C++ & more");
    site.build().page("experts/laila/").contains("C++ &amp; more").lacks("<bdi dir=\"ltr\">C++");
}

#[test]
fn a_template_that_no_page_uses_is_told() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("templates/exprt.html", "{% extends \"base/expert.html\" %}")
        .file("templates/text.html", "{% extends \"base/text.html\" %}{% block after %}{% include \"parts/own.html\" %}{% endblock after %}")
        .file("templates/parts/own.html", "own")
        .file("templates/components/mine.html", "")
        .build();
    let said = run.messages();
    assert!(said.contains("no page is made with the template `exprt.html`"), "{said}");
    assert!(said.contains("did you mean `expert.html`?"), "{said}");
    assert_eq!(said.matches("no page is made").count(), 1, "{said}");
}

#[test]
fn what_stands_among_the_outputs_is_told_by_what_it_is() {
    let site = TestSite::network().expert("jan", "name: Jan\nexpertise: [heat]");
    site.build();
    site.write("public/CNAME", b"x.example");
    site.write("public/extra.html", b"old");
    site.write("experts/bo.md", b"---\nname: Bo\nexpertise: [law]\n---\n");
    site.write("public/topics/law", b"a file");
    let run = site.build();
    assert_eq!(run.status, 1, "{}", run.messages());
    assert!(run.messages().contains("a file stands there, or above it"), "{}", run.messages());
    assert!(!run.messages().contains("disk is full"));
    site.remove("public/topics/law");
    let run = site.build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let said = run.messages();
    assert!(said.contains("`extra.html` in the output folder is none of the site's:"), "{said}");
    assert!(run.has("extra.html") && !said.contains("CNAME"));
}
