//! What is left of an entry of which something is cut out, hidden or cleaned.

use crate::test_site::TestSite;

#[test]
fn keys_below_a_heading_that_say_who_sees_a_page_hold_it_back() {
    let run = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/about.md", "# About\n---\nvisibility: hidden\n---\nZq text\n")
        .file("pages/terms.md", "# Terms\n\nOpen text\n\n---\n\nMore\n")
        .build();
    assert!(!run.has("about/index.html"), "{:#}", run.json);
    assert!(run.notes().iter().any(|note| note.contains("pages/about.md")), "{:?}", run.notes());
    run.page("terms/").says("Open text").says("More");
}

#[test]
fn what_nobody_sees_is_taken_out_of_lists_and_settings_whose_lines_stay() {
    let theme = "name: mine\nextends: directory\nparams:\n  words: { type: text, help: Words }\n";
    let run = TestSite::empty()
        .file(
            "vakwerk.yaml",
            "title: \"T\\u202Ex\"\nkind: network\ntheme: mine\nmembers: [{ list: members.yaml }]\nprivacy: { consent: optional }\nparams:\n  words: |\n    First line\n    Second\u{202e} line\n",
        )
        .file("members.yaml", "- { slug: eve, path: \"m/e\\u2066ve\" }\n")
        .file("m/eve/profile.md", "---\nname: Eve\n---\n")
        .file("themes/mine/theme.yaml", theme)
        .file("themes/mine/templates/home.html", "{% extends \"directory/home.html\" %}{% block main %}<pre>{{ site.params.words }}</pre>{% endblock main %}")
        .build();
    run.page("").contains("First line\nSecond line");
    run.page("experts/eve/").says("Eve").lacks("\u{202e}");
    let unseen = run.notes();
    let unseen = unseen.iter().filter(|note| note.starts_with("control-character"));
    assert_eq!(unseen.count(), 3, "{:#?}", run.notes());
}

#[test]
fn what_is_too_long_to_be_read_claims_nothing() {
    let long = "A. Author, ".repeat(60);
    let end = "9".repeat(600);
    let run = TestSite::network()
        .expert(
            "jan",
            &format!("name: Jan\npublications: [{{ title: Zq Book, date: 2020, authors: \"{long}\" }}]\nexperience: [{{ title: Zq Lead, organization: Zq Works, from: 2010, to: \"{end}\" }}]"),
        )
        .build();
    let over = run.notes();
    assert!(over.iter().filter(|note| note.starts_with("over-budget")).count() >= 2, "{over:#?}");
    let page = run.page("experts/jan/").says("2010 – ?").lacks("– now");
    let graph = page.html.split_once("ld+json").expect("a graph").1;
    let graph = graph.split_once("</script>").expect("an end").0;
    assert!(!graph.contains("worksFor\":[{"), "{graph}");
    let work = graph.split("Zq Book").next().unwrap_or_default();
    let work = &work[work.rfind('{').unwrap_or(0)..];
    assert!(!work.contains("\"author\":[{"), "{graph}");
}

#[test]
fn what_is_added_to_a_folder_of_another_generator_is_told_by_the_next_build() {
    let site = TestSite::network().expert("jan", "name: Jan");
    for _ in 0..3 {
        let run = site.build();
        assert!(!run.notes().iter().any(|note| note.contains("content")), "{:?}", run.notes());
    }
    site.write("content/people/bo.md", b"---\nname: Bo\n---\n");
    let run = site.build();
    assert!(run.notes().iter().any(|note| note.contains("content")), "{:?}", run.notes());
}
