//! What is told stands where its cause is: behind what was left out, and where names look alike.

use crate::test_site::TestSite;

const OPEN: &str =
    "title: T\nkind: network\nbase_url: https://own.example/\nprivacy: { consent: optional }\n";

#[test]
fn behind_wrong_items_of_the_configuration_the_rest_is_told_in_its_place() {
    let wrong = "languages: [en, [x], nl, xx-yy-zz-q, en-GB, tlh]\nmenu:\n  - experts\n  - [x]\n  - 3.5\n  - nosuch\n  - label: Y\n    url: /nowhere/\n";
    let run = TestSite::empty()
        .file("vakwerk.yaml", &format!("{OPEN}{wrong}"))
        .expert("a", "name: A")
        .build();
    let notes = run.notes();
    for note in [
        "interface-language vakwerk.yaml:5:45",
        "unknown-reference vakwerk.yaml:10:5",
        "broken-link vakwerk.yaml:11:5",
    ] {
        assert!(notes.contains(&note.to_owned()), "{note}: {notes:#?}");
    }
    let members = "members:\n  - [x]\n  - 3\n  - path: ../nothere\n  - git: 'ht!tp://x'\ncolumns:\n  name: { foo: a }\n";
    let run = TestSite::empty()
        .file("vakwerk.yaml", &format!("{OPEN}{members}"))
        .expert("a", "name: A")
        .build();
    let notes = run.notes();
    assert!(notes.contains(&"member-refused vakwerk.yaml:9:5".to_owned()), "{notes:#?}");
    let all = run.json.to_string();
    assert!(all.contains("neither the key that a column is read as") && !all.contains("untagged"));
}

#[test]
fn a_link_is_found_where_it_stands_whole_and_the_own_host_is_known_in_any_writing() {
    let text = "---\nname: A\npublications:\n  - foo\n  - title: P\n    url: https://own.example/experts/nobody9/\n---\nA [link](https://own.example/experts/nobody/), [one](HTTP://OWN.example:443/experts/nobody1), [none](https://own.example.other/experts/nobody2/).\n";
    let run = TestSite::empty().file("vakwerk.yaml", OPEN).file("experts/a.md", text).build();
    let notes = run.notes();
    let links: Vec<&String> = notes.iter().filter(|it| it.starts_with("broken-link")).collect();
    assert_eq!(
        links,
        [
            "broken-link experts/a.md:6:30",
            "broken-link experts/a.md:8:30",
            "broken-link experts/a.md:8:77"
        ]
    );
}

#[test]
fn of_two_files_of_one_name_it_is_said_which_is_which() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", OPEN)
        .file("topics/caf\u{e9}.md", "---\ntitle: Café\n---\n")
        .file("topics/cafe\u{301}.md", "---\ntitle: Café\n---\n")
        .expert("a", "name: A")
        .build();
    let notes = run.json["diagnostics"].as_array().expect("a list of notes");
    let twins = notes.iter().find(|note| note["code"] == "same-url").expect("they meet");
    let help = twins["help"].as_str().unwrap_or_default();
    let is_apart = twins["place"]["file"].as_str().unwrap_or_default().contains('\u{301}');
    let (apart, together) = ("two (NFD) XX, `cafe\\u{301}.md`", "one sign (NFC) XX, `café.md`");
    let (here, there) = if is_apart { (apart, together) } else { (together, apart) };
    for part in [here.replace("XX", "here"), there.replace("XX", "there")] {
        assert!(help.contains(&part), "{part}: {twins:#}");
    }
}

#[test]
fn what_runs_the_other_way_is_whole_on_every_page_from_right_to_left() {
    let topic = |title: &str| format!("---\ntitle: '{title}'\nsynonyms: ['{title}, too!']\n---\n");
    let run = TestSite::empty()
        .file("vakwerk.yaml", &format!("{OPEN}languages: [ar]\n"))
        .file("topics/one.md", &topic("100% solar"))
        .file("topics/two.md", &topic("C++"))
        .file("organizations/yahoo.md", "---\ntitle: Yahoo!\n---\n")
        .expert("a", "name: ليلى\nexpertise: [C++, 100% solar]\nexperience: [{ title: مديرة, organization: Yahoo!, from: 2020 }]")
        .file("projects/p.md", "---\ntitle: مشروع\nclient: Yahoo!\nteam: [a]\ntopics: [C++, 100% solar]\n---\n")
        .file("requests/r.md", "---\ntitle: طلب\nneeds: [C++, 100% solar]\n---\n")
        .build();
    let paths = [
        "",
        "experts/",
        "experts/a/",
        "topics/",
        "topics/one/",
        "projects/",
        "projects/p/",
        "organizations/",
        "organizations/yahoo/",
        "requests/",
        "requests/r/",
        "network/",
        "search/",
    ];
    let files = run.files();
    for path in paths {
        let html = String::from_utf8_lossy(&files[&format!("{path}index.html")]).into_owned();
        let body = html.split_once("<body").map_or("", |(_, body)| body);
        let said = body.split('<').filter_map(|part| part.split_once('>'));
        for (tag, words) in said {
            let is_torn = ["C++", "100% solar", "Yahoo!"].iter().any(|name| words.contains(name));
            let is_shown = !["script", "title", "style"].iter().any(|name| tag.starts_with(name));
            assert!(!is_torn || !is_shown || tag.starts_with("bdi"), "{path}: <{tag}>{words}");
        }
    }
}

#[test]
fn files_of_the_owner_stand_in_nobodys_way_and_twins_are_told() {
    let run = TestSite::empty()
        .file("vakwerk.yaml", OPEN)
        .expert("a", "name: A")
        .file("static/experts", "x")
        .file("static/cards", "x")
        .file("static/404.html/x.txt", "x")
        .file("static/a.txt", "x")
        .file("static/A.txt", "x")
        .file("static/caf\u{e9}.txt", "x")
        .file("static/cafe\u{301}.txt", "x")
        .build();
    let told = |words: &str| run.json.to_string().contains(words);
    assert!(told("`static/experts` is called as a folder of the site"), "{:#}", run.json);
    assert!(told("`static/cards` is called as a folder of the site"));
    assert!(told("`static/404.html/x.txt` lies in a folder that is called as a file of the site"));
    assert!(told("differ in the case of letters alone"));
    assert!(told("differ in how marks of letters are written (NFC and NFD) alone"));
    assert!(run.has("experts/a/index.html") && run.has("a.txt") && run.has("A.txt"));
}
