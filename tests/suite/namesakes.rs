//! People of one name: whoever was there first keeps the address, and nobody is lost.

use crate::test_site::{Run, TestSite};

const HEAD: &str = "name,email,city\n";

fn with_rows(rows: &[&str]) -> TestSite {
    TestSite::network().file("experts.csv", &format!("{HEAD}{}\n", rows.join("\n")))
}

fn rewrite(site: &TestSite, rows: &[&str]) -> Run {
    site.write("experts.csv", format!("{HEAD}{}\n", rows.join("\n")).as_bytes());
    site.build()
}

const DELFT: &str = "Jan Jansen,jan@delft.example,Delft";
const UTRECHT: &str = "Jan Jansen,jan@utrecht.example,Utrecht";
const ZWOLLE: &str = "Jan Jansen,jan@zwolle.example,Zwolle";

#[test]
fn a_newcomer_never_takes_the_address_of_whoever_was_there() {
    let site = with_rows(&[DELFT]);
    site.build().page("experts/jan-jansen/").contains("Delft");
    // On top of the table, below it, and in a file of which the name comes before it.
    let run = rewrite(&site, &[UTRECHT, DELFT]);
    assert_eq!(run.notes(), ["address-apart experts.csv:2:1"]);
    run.page("experts/jan-jansen/").contains("Delft").lacks("Utrecht");
    run.page("experts/jan-jansen-utrecht/").contains("Utrecht");
    site.write("experts/Jan Jansen.md", b"---\nname: Jan Jansen\nlocation: Zwolle\n---\n");
    let run = rewrite(&site, &[UTRECHT, DELFT]);
    run.page("experts/jan-jansen/").contains("Delft").lacks("Zwolle");
    run.page("experts/jan-jansen-utrecht/").contains("Utrecht");
    run.page("experts/jan-jansen-zwolle/").contains("Zwolle");
    // Who leaves gives no address to another; who moves keeps the own.
    let run = rewrite(&site, &["Jan Jansen,jan@utrecht.example,Weesp"]);
    assert!(!run.has("experts/jan-jansen/index.html"), "{:#?}", run.notes());
    run.page("experts/jan-jansen-utrecht/").contains("Weesp");
}

#[test]
fn of_two_namesakes_neither_is_lost_and_the_first_has_the_name() {
    let run = with_rows(&[DELFT, UTRECHT, ZWOLLE]).build();
    assert_eq!(run.count("held_back"), 0, "{:#}", run.json);
    for (slug, town) in [
        ("jan-jansen", "Delft"),
        ("jan-jansen-utrecht", "Utrecht"),
        ("jan-jansen-zwolle", "Zwolle"),
    ] {
        run.page(&format!("experts/{slug}/")).contains(town);
    }
    let said = run.json["diagnostics"][0]["help"].as_str().unwrap_or_default();
    assert!(said.contains("write `jan-jansen-utrecht` in a column `slug`"), "{said}");
}

#[test]
fn whoever_is_told_apart_by_nothing_is_held_back_alone() {
    let same = "Jan Jansen,jan@delft.example,Utrecht";
    for second in ["Jan Jansen,jan@other.example,Delft", "Jan Jansen,jan@other.example,", same] {
        let run = with_rows(&[DELFT, second]).build();
        assert!(
            run.notes().contains(&"same-url experts.csv:3:1".to_owned()),
            "{second}: {:#?}",
            run.notes()
        );
        assert_eq!(run.count("held_back"), 1, "{second}");
        run.page("experts/jan-jansen/").contains("Delft");
    }
}

#[test]
fn an_ending_is_nobody_elses_address() {
    let run = with_rows(&[DELFT, UTRECHT])
        .expert("jan-jansen-utrecht", "name: Jan Jansen\nlocation: Weesp")
        .expert("other", "name: Other\naliases: [jan-jansen-delft]")
        .file("experts/x/jan-jansen.md", "---\nname: Jan Jansen\nlocation: Zwolle\n---\n")
        .build();
    run.page("experts/jan-jansen-utrecht/").contains("Weesp");
    assert_eq!(run.count("held_back"), 2, "{:#?}", run.notes());
}

#[test]
fn files_of_one_name_in_several_folders_are_several_people() {
    let site = TestSite::network()
        .file("experts/north/jan.md", "---\nname: Jan Jansen\n---\n")
        .file("experts/south/jan.md", "---\nname: Jan Pietersen\n---\n");
    let run = site.build();
    run.page("experts/jan/").contains("Jan Jansen");
    run.page("experts/jan-pietersen/").contains("Jan Pietersen");
    site.write("experts/a/jan.md", b"---\nname: Jan Klaassen\n---\n");
    let run = site.build();
    run.page("experts/jan/").contains("Jan Jansen");
    run.page("experts/jan-klaassen/").contains("Jan Klaassen");
}

#[test]
fn a_topic_that_reads_like_an_address_takes_it_from_none_that_had_it() {
    let site = TestSite::network().expert("amina", "name: Amina\nexpertise: [A/B testing]");
    site.build().page("topics/a-b-testing/").contains("A/B testing");
    site.write("experts/bo.md", b"---\nname: Bo\nexpertise: [A-B testing]\n---\n");
    let run = site.build();
    run.page("topics/a-b-testing/").contains("A/B testing").lacks("A-B testing");
}

#[test]
fn a_slug_that_somebody_chose_goes_before_one_that_was_guessed() {
    let chosen = "name: Jan de Vries\nslug: jan\nlocation: Delft";
    let site = TestSite::network()
        .expert("a-file-before", chosen)
        .expert("jan", "name: Jan Bos\nlocation: Weesp");
    for _ in 0..2 {
        let run = site.build();
        run.page("experts/jan/").contains("Delft");
        run.page("experts/jan-bos/").contains("Weesp");
        assert_eq!(run.notes(), ["address-apart experts/jan.md:-:-"], "{:#}", run.json);
    }
    // The name of a file is chosen too, and what is guessed of a row's name goes behind it.
    let site = TestSite::network()
        .expert("jan", "name: Jan Bos\nlocation: Weesp")
        .file("experts.yaml", "- name: Jan\n  location: Zwolle\n");
    let run = site.build();
    run.page("experts/jan/").contains("Weesp");
    run.page("experts/jan-zwolle/").contains("Zwolle");
    assert_eq!(run.count("held_back"), 0, "{:#}", run.json);
}

#[test]
fn nobody_who_comes_later_takes_an_address_by_choosing_it() {
    let site = TestSite::network().expert("jan", "name: Jan Bos\nlocation: Weesp");
    site.build().page("experts/jan/").contains("Weesp");
    site.write("experts/a.md", b"---\nname: Jan Dee\nslug: jan\nlocation: Delft\n---\n");
    let run = site.build();
    run.page("experts/jan/").contains("Weesp");
    assert_eq!(run.notes(), ["same-url experts/a.md:3:7"], "{:#}", run.json);
}

#[test]
fn of_two_who_chose_one_address_the_second_is_told_at_its_choice() {
    let run = TestSite::network()
        .file("experts.csv", "name,slug\nJan Bos,jan\nJan Dee,jan\n")
        .expert("piet", "name: Piet\nslug: Ann")
        .expert("wim", "name: Wim\nslug: ann")
        .build();
    let mut notes = run.notes();
    notes.retain(|note| note.starts_with("same-url"));
    assert_eq!(
        notes,
        ["same-url experts.csv:3:9", "same-url experts/wim.md:3:7"],
        "{:#}",
        run.json
    );
    let said = run.json.to_string();
    assert!(said.contains("choose another `slug`, or take it out"), "{said}");
}

#[test]
fn many_of_one_name_are_told_apart_each() {
    let rows: Vec<String> =
        (0..60).map(|at| format!("Jan Jansen,jan{at}@a.example,Town{at}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let run = with_rows(&rows).build();
    assert_eq!(run.count("held_back"), 0, "{:#}", run.json);
    run.page("experts/jan-jansen-town59/").contains("Town59");
}
