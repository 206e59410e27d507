//! What would be lost, or wrong, in silence is told, or read as it was meant.

use crate::test_site::{Run, TestSite, vakwerk};

const TWO_LANGUAGES: &str = "title: T\nkind: network\nbase_url: https://t.example/\nlanguages: [en, nl]\nprivacy: { consent: optional }\n";

fn says(run: &Run, code: &str, words: &str) -> bool {
    let notes = run.json["diagnostics"].as_array().expect("a list of notes").iter();
    let message =
        |note: &serde_json::Value| note["message"].as_str().unwrap_or_default().to_owned();
    notes.filter(|note| note["code"] == code).any(|note| message(note).contains(words))
}

#[test]
fn two_translations_into_one_language_are_told_and_the_first_entry_of_a_name_has_them() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", TWO_LANGUAGES)
        .expert("a", "name: A\nheadline: Own")
        .file("experts/a.nl.md", "---\nheadline: Eerste\n---\n")
        .file("experts/a.nl.yaml", "headline: Tweede\n")
        .build();
    assert!(
        run.notes().contains(&"stray-translation experts/a.nl.yaml:-:-".to_owned()),
        "{:#?}",
        run.notes()
    );
    run.page("nl/experts/a/").contains("Eerste").lacks("Tweede");
    let run = TestSite::empty()
        .file("vakwerk.yaml", TWO_LANGUAGES)
        .expert("a", "name: A")
        .file("experts/a.yaml", "name: B\n")
        .file("experts/a.nl.md", "---\nheadline: Vertaald\n---\n")
        .build();
    run.page("nl/experts/a/").contains("Vertaald");
}

#[test]
fn words_of_the_interface_that_nothing_shows_are_told() {
    let run = TestSite::network()
        .expert("a", "name: A")
        .file("strings/en.yaml", "skip: Hop\nskipp: x\nown: Mine\npage_n: 'page {m} of {n}'\n")
        .file("strings/nl.yml", "skip: Spring\n")
        .file(
            "templates/expert.html",
            "{% extends \"directory/expert.html\" %}{# t(key=\"own\") #}",
        )
        .build();
    assert!(
        says(&run, "unknown-key", "`skipp`") && !says(&run, "unknown-key", "`own`"),
        "{:#?}",
        run.notes()
    );
    assert!(says(&run, "broken-value", "`{m}`") && !says(&run, "broken-value", "`{n}`"));
    assert!(run.notes().contains(&"unknown-file strings/nl.yml:-:-".to_owned()));
}

#[test]
fn signs_that_nobody_sees_are_no_part_of_addresses_and_numbers() {
    let open =
        "title: T\nkind: network\nprivacy: { consent: optional, phone: plain, email: plain }\n";
    let run = TestSite::empty()
        .file("vakwerk.yaml", open)
        .expert("a", "name: A\ncontact: { phone: \"\\u202a+31 6 12345678\\u202c\", email: \"\\u200ba@x.example\" }")
        .expert("b", "name: B\nlinks: { website: \"https://b.exa\\u200bmple/\" }")
        .build();
    assert_eq!(run.count("errors"), 0, "{:#}", run.json);
    run.page("experts/a/").contains("tel:+31612345678\"").contains("mailto:a@x.example\"");
    run.page("experts/b/").contains("https://b.example/\"");
}

#[test]
fn what_a_portfolio_passes_over_is_told() {
    let site = TestSite::empty().file("profile.md", "---\nname: Kim\n---\n");
    let run = site.expert("jo", "name: Jo").file("experts.csv", "name\nBo\n").build();
    let notes = run.notes();
    assert!(notes.contains(&"unknown-file experts:-:-".to_owned()), "{notes:#?}");
    assert!(notes.contains(&"unknown-file experts.csv:-:-".to_owned()), "{notes:#?}");
}

#[test]
fn files_that_hold_secrets_do_not_go_out() {
    let run = TestSite::network()
        .expert("a", "name: A")
        .file("static/.env", "KEY=1\n")
        .file("static/files/.htpasswd", "a:b\n")
        .file("static/.well-known/x", "y\n")
        .build();
    assert!(!run.has(".env") && !run.has("files/.htpasswd") && run.has(".well-known/x"));
    assert_eq!(
        run.notes().iter().filter(|note| note.starts_with("unknown-file static/")).count(),
        2
    );
}

#[test]
fn a_size_or_a_slug_that_cannot_be_is_told_with_what_counts_instead() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", "kind: network\nprivacy: { consent: optional }\npage_size: 0\n")
        .expert("a", "name: A\nslug: A/B\nphoto: ''")
        .expert("b", "name: B\nslug: b-c")
        .build();
    assert_eq!(run.notes(), ["tidied experts/a.md:3:7", "broken-value vakwerk.yaml:3:12"]);
    assert!(run.has("experts/a-b/index.html") && run.has("experts/b-c/index.html"));
}

#[test]
fn years_are_a_period_as_people_write_them() {
    let cases = [
        ("2020", "2020"),
        ("'2019-2021'", "2019 – 2021"),
        ("2019 – 2021", "2019 – 2021"),
        ("2019 - heden", "2019 – now"),
        ("2020-05", "May 2020"),
        ("2019-03/2020-04", "March 2019 – April 2020"),
    ];
    let mut site = TestSite::network().expert("amina", "name: Amina");
    for (at, (written, _)) in cases.iter().enumerate() {
        site = site.project(&format!("p{at}"), &format!("title: P{at}\nperiod: {written}"));
    }
    let rows = "title,period\nRow,2018-2019\nOther,nonsense\n";
    let run = site.file("projects.csv", rows).build();
    for (at, (_, shown)) in cases.iter().enumerate() {
        run.page(&format!("projects/p{at}/")).says(shown);
    }
    run.page("projects/row/").says("2018 – 2019");
    assert_eq!(run.notes(), ["wrong-type projects.csv:3:7"]);
}

#[test]
fn what_is_too_long_is_not_called_missing_and_what_has_yet_to_begin_is_told() {
    let run = TestSite::network()
        .project("long", &format!("title: {}", "word ".repeat(200)))
        .expert("a", "name: A\nexperience: [{ title: X, from: 2031 }]\navailability: { status: open, hours: 16-24 }")
        .expert("page", "name: Page")
        .build();
    let notes = run.notes();
    assert!(notes.contains(&"over-budget projects/long.md:2:8".to_owned()), "{notes:#?}");
    assert!(!notes.iter().any(|note| note.starts_with("missing-key")), "{notes:#?}");
    assert_eq!(run.count("held_back"), 1);
    assert!(notes.contains(&"planned experts/a.md:3:32".to_owned()), "{notes:#?}");
    assert!(says(&run, "guessed-slug", "`e-page`"), "{notes:#?}");
    let helps = run.json["diagnostics"].as_array().expect("a list").iter();
    let helps: Vec<&str> = helps.filter_map(|note| note["help"].as_str()).collect();
    assert!(helps.iter().any(|help| help.contains("the number alone")), "{helps:#?}");
}

#[test]
fn nothing_that_lies_where_nobody_looks_is_passed_over() {
    let site = TestSite::network()
        .expert("jan", "name: Jan")
        .file("experts/e/profile.md", "---\nname: Eva\n---\n")
        .file("experts/e/Projects/own.md", "---\ntitle: Own case\n---\n")
        .file("experts/e/pages/more.md", "More.\n");
    let lying = [
        "About.md",
        "profile.md",
        "experts.md",
        "experts.json",
        "content/experts/z.md",
        "data/experts.csv",
        "medewerkers/z.md",
        "posts/one.md",
        "Static/x.txt",
    ];
    for path in lying {
        site.write(path, b"---\nname: Zed\n---\n");
    }
    for path in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "notes/later.txt"] {
        site.write(path, b"For those who work here.\n");
    }
    let run = site.build();
    run.page("experts/e/").says("Own case");
    let mut said: Vec<String> = run.notes();
    said.retain(|note| note.starts_with("unknown-file"));
    let mut places: Vec<&str> =
        said.iter().filter_map(|note| note.split([' ', ':']).nth(1)).collect();
    places.sort_unstable();
    let mut wanted: Vec<&str> = lying
        .iter()
        .map(|path| path.split_once('/').map_or(*path, |(folder, _)| folder))
        .chain(["experts/e/pages"])
        .collect();
    wanted.sort_unstable();
    assert_eq!(places, wanted, "{:#}", run.json);
}

#[test]
fn what_a_site_has_under_assets_lies_over_the_theme() {
    let site = TestSite::network().expert("jan", "name: Jan");
    let folder = site.path().display().to_string();
    let run = vakwerk(&["theme", "eject", "assets/css/lists.css", "-C", &folder]);
    assert!(run.status.success(), "{run:?}");
    let path = site.path().join("assets/css/lists.css");
    let text = std::fs::read_to_string(&path).expect("copied out");
    std::fs::write(&path, format!("{text}\n.of-this-site {{ color: red }}\n")).expect("written");
    let run = site.build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let files = run.files();
    let mut sheets = files.iter().filter(|(path, _)| path.ends_with(".css"));
    assert!(sheets.any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("of-this-site")));
}

#[test]
fn what_nobody_sees_in_the_configuration_goes_out_nowhere() {
    let config = "title: \"T\\u202Eevil\"\nkind: network\nprivacy: { consent: optional }\nabout: \"A\u{202e}b\"\n";
    let site =
        TestSite::network().file("vakwerk.yaml", config).expert("jan", "name: \"Jan\\uFFFE\"");
    let run = site.build();
    assert!(says(&run, "control-character", "U+202E"), "{:#}", run.json);
    assert!(says(&run, "control-character", "U+FFFE"), "{:#}", run.json);
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(['\u{202e}', '\u{fffe}']), "{path}");
    }
}

#[test]
fn words_that_only_an_unseen_sign_parts_stay_apart_and_flags_stay_whole() {
    let scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
    let text =
        format!("---\nname: Jan\u{2028}Bakker\n---\nOne\u{2028}two, {scotland}.\u{2028}- a\n- b\n");
    let run = TestSite::network()
        .file("experts/jan.md", &text)
        .expert("kim", r#"{ name: Kim, headline: "Heat\Land water" }"#)
        .build();
    run.page("experts/jan/")
        .says("Jan Bakker")
        .says("One two")
        .contains(scotland)
        .contains("<li>a");
    run.page("experts/kim/").says("Heat and water");
    assert!(says(&run, "control-character", "U+2028"), "{:#}", run.json);
}

#[test]
fn what_has_a_title_of_nothing_stands_under_no_heading_and_is_told() {
    let lists = "roles: ['']\nexperience: [{ title: ' ', organization: X }]\neducation: [{ title: '', organization: Y }]\ncertificates: [{ title: ' ' }]\npublications: [{ title: ' ' }, { title: Kept, url: 'javascript:x' }]\ntalks: [{ title: ' ' }]\nawards: [{ title: \"\\t\" }]\ntestimonials: [{ quote: ' ', name: Z }]";
    let run = TestSite::network().expert("kim", &format!("name: Kim\n{lists}")).build();
    for list in [
        "roles",
        "experience",
        "education",
        "certificates",
        "publications",
        "talks",
        "awards",
        "testimonials",
    ] {
        assert!(says(&run, "missing-key", &format!("an item of `{list}` is empty")), "{list}");
    }
    let page = run.page("experts/kim/").says("Kept");
    let text = page.text();
    for heading in ["Roles", "Experience", "Education", "Certificates", "Talks", "Awards"] {
        assert!(!text.contains(heading), "{heading}: {text}");
    }
    // What is wrong behind it is told in its place.
    let notes = run.notes();
    assert!(notes.iter().any(|note| note.starts_with("unsafe-link experts/kim.")), "{notes:#?}");
}
