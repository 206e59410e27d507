//! What is wrong and what is lacking, for people, editors, forges and spreadsheets.

use crate::test_site::{TestSite, vakwerk};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

fn faulty() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nheadlin: 100% misspelt\nlinks: { website: example.org }")
        .expert("amina", "name: Amina")
        .file("experts/ánd: ré, x.md", "---\nname: Ándré\nnmae: x\n---\n")
}

fn said(site: &TestSite, arguments: &[&str]) -> String {
    let mut all = vec!["check", site.path().to_str().expect("UTF-8"), "--date", "2026-11-23"];
    all.extend(arguments);
    let output = vakwerk(&all);
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_forge_gets_one_annotation_a_note_with_its_place() {
    let text = said(&faulty(), &["--format", "github"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "::error file=experts/jan.md,line=3,endLine=3,col=1,endColumn=8,title=unknown-key::nothing reads the key \
             `headlin`%0Adid you mean `headline`?%0A(this is left out)",
            "::notice file=experts/jan.md,line=4,endLine=4,col=19,endColumn=30,title=tidied::`example.org` is read as \
             `https://example.org`%0Awrite `https://example.org`",
            "::error file=experts/ánd%3A ré%2C x.md,line=3,endLine=3,col=1,endColumn=5,title=unknown-key::nothing reads \
             the key `nmae`%0Adid you mean `name`?%0A(this is left out)",
        ]
    );
}

#[test]
fn annotations_name_files_from_the_top_of_the_repository() {
    let site = TestSite::empty()
        .file("site/vakwerk.yaml", "kind: network\n")
        .file("site/experts/jan.md", "---\nname: Jan\nheadlin: x\n---\n");
    let output = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
        .args(["check", site.path().join("site").to_str().expect("UTF-8"), "--format", "github"])
        .env("GITHUB_WORKSPACE", site.path())
        .output()
        .expect("the program starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("file=site/experts/jan.md,line=3"), "{text}");
}

/// The schema of SARIF that comes with an independent library.
fn sarif_schema() -> Value {
    let version = Command::new("rustc").arg("-vV").output().expect("rustc is there").stdout;
    let version = String::from_utf8_lossy(&version).into_owned();
    let host =
        version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc has a host");
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--offline",
            "--locked",
            "--filter-platform",
            host,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo is there");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    let library = packages
        .iter()
        .find(|package| package["name"] == "serde-sarif")
        .expect("a dependency of the tests");
    let folder = PathBuf::from(library["manifest_path"].as_str().expect("a path"));
    let text = std::fs::read_to_string(folder.with_file_name("src/schema.json"))
        .expect("it ships the schema");
    // The published schema has a bracket too many in the expression for languages.
    serde_json::from_str(&text.replace("{2}]?$", "{2}?$")).expect("a schema is JSON")
}

#[test]
fn code_scanning_gets_a_log_that_fits_the_schema_of_sarif() {
    let text = said(&faulty(), &["--format", "sarif"]);
    let log: Value = serde_json::from_str(&text).expect("SARIF is JSON");
    let validator = jsonschema::validator_for(&sarif_schema()).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let read: serde_sarif::sarif::Sarif =
        serde_json::from_str(&text).expect("an independent library reads it");
    let results = read.runs[0].results.as_ref().expect("results");
    assert_eq!(results.len(), 3);
    let uris: Vec<&str> = log["runs"][0]["results"]
        .as_array()
        .expect("results")
        .iter()
        .filter_map(|result| {
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str()
        })
        .collect();
    assert!(uris.contains(&"experts/%C3%A1nd%3A%20r%C3%A9%2C%20x.md"), "{uris:?}");
}

fn members() -> TestSite {
    TestSite::network()
        .file("vakwerk.yaml", "title: Test\nkind: network\nlanguages: [nl, en]\n")
        .expert(
            "jan",
            "name: Jan, the \"first\"\nheadline: =SUM(1)\nwho: I\ncan: I\ncontact: { email: jan@example.org, visibility: hidden }\navailability: open\nupdated: 2025-01\nexpertise:\n  - { topic: heat, last_used: 2024-01 }\n  - { topic: law, last_used: 2020-01 }\n  - wells",
        )
        .expert(
            "amina",
            "name: Amina\nheadline: Law\nwho: a\ncan: b\nvalue: c\nflow: d\navailability: { status: open, from: 2026-10 }\nexpertise: [water]\nphoto: { file: a.jpg, alt: Amina }",
        )
        .file("experts/amina.en.md", "---\nheadline: Law\nwho: a\ncan: b\nvalue: c\nflow: d\n---\n")
        .project("south", "title: South\nperiod: { from: 2026-01, to: 2026-06 }\ntopics: [water]\nteam: [{ expert: amina }]")
}

#[test]
fn an_editor_reads_per_person_what_a_profile_still_lacks() {
    let text = said(&members(), &["--report"]);
    for line in [
        "Jan, the \"first\" <jan@example.org>  experts/jan.md",
        "  - Tell where your added value is: add `value:`",
        "  - Tell what brings you into flow: add `flow:`",
        "  - `heat` passes its shelf life in 2027-01: add newer work, or confirm it with `last_used:`",
        "  - `law` passed its shelf life in 2023-01: add newer work, or confirm it with `last_used:`",
        "  - Nothing shows `wells` yet: add a project, publication, talk or certificate with this topic",
        "  - Add a photo: `photo: { file: photo.jpg, alt: … }`",
        "  - Your availability is of 2025-01: is it still true? Confirm it with `confirmed_on:`",
        "  - Not yet in English: headline, who, can",
        "1 of 2 profiles lack nothing",
    ] {
        assert!(text.contains(&format!("{line}\n")), "{line}\n{text}");
    }
    assert!(!text.contains("Amina"), "{text}");
}

#[test]
fn the_report_is_there_for_programs_and_spreadsheets() {
    let site = members();
    let json: Value =
        serde_json::from_str(&said(&site, &["--report", "--format", "json"])).expect("JSON");
    let jan = &json["experts"][1];
    assert_eq!(
        (jan["slug"].as_str(), jan["email"].as_str()),
        (Some("jan"), Some("jan@example.org"))
    );
    let kinds: Vec<&str> = jan["gaps"]
        .as_array()
        .expect("gaps")
        .iter()
        .filter_map(|gap| gap["kind"].as_str())
        .collect();
    assert_eq!(
        kinds,
        [
            "question",
            "question",
            "expiring",
            "passed",
            "no-evidence",
            "no-evidence",
            "no-evidence",
            "photo",
            "stale-availability",
            "translation"
        ]
    );
    assert_eq!(json["experts"][0]["gaps"].as_array().map(Vec::len), Some(0));
    let csv = said(&site, &["--report", "--format", "csv"]);
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("slug,name,email,file,kind,subject,month,advice"));
    assert_eq!(
        lines.next(),
        Some(
            "jan,\"Jan, the \"\"first\"\"\",jan@example.org,experts/jan.md,question,value,,Tell where your added value is: add `value:`"
        )
    );
    assert_eq!(csv.lines().count(), 11);
}

#[test]
fn addresses_outside_are_asked_once_and_remembered() {
    let server = tiny_http::Server::http("127.0.0.1:0").expect("a port");
    let port = server.server_addr().to_ip().expect("an address").port();
    let asked = std::thread::spawn(move || {
        let mut asked = Vec::new();
        while let Ok(Some(request)) = server.recv_timeout(std::time::Duration::from_secs(8)) {
            let line = format!("{} {}", request.method(), request.url());
            let status = match (request.url(), request.method()) {
                ("/fine", _) | ("/only-get", tiny_http::Method::Get) => 200,
                ("/only-get", _) => 405,
                ("/login", _) => 403,
                ("/end", _) => break,
                _ => 404,
            };
            asked.push(line);
            let _ = request.respond(tiny_http::Response::empty(status));
        }
        asked
    });
    let links = ["fine", "only-get", "login", "gone"]
        .map(|path| format!("{path}: \"http://127.0.0.1:{port}/{path}\""));
    let site = TestSite::network()
        .expert("jan", &format!("name: Jan\nlinks:\n  {}", links.join("\n  ")))
        .expert(
            "amina",
            &format!("name: Amina\nlinks: {{ gone: \"http://127.0.0.1:{port}/gone\" }}"),
        );
    let cache = site.path().join("links.json");
    let run = || {
        let cache = cache.to_str().expect("UTF-8");
        said(&site, &["--external", "--private-hosts", "--link-cache", cache, "--format", "json"])
    };
    let json: Value = serde_json::from_str(&run()).expect("JSON");
    let notes = json["diagnostics"].as_array().expect("notes");
    assert_eq!(notes.len(), 1, "{notes:#?}");
    assert_eq!(notes[0]["code"], "dead-link");
    assert_eq!(
        (notes[0]["file"].as_str(), notes[0]["line"].as_u64()),
        (Some("experts/amina.md"), Some(3))
    );
    assert_eq!(notes[0]["also"][0]["file"], "experts/jan.md");
    assert_eq!(json["status"], "published", "a dead link fails nothing");
    run();
    let end = std::net::TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    std::io::Write::write_all(
        &mut &end,
        b"GET /end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    )
    .expect("sent");
    let asked = asked.join().expect("the server ends");
    let times = |line: &str| asked.iter().filter(|asked| *asked == line).count();
    assert_eq!((times("HEAD /fine"), times("GET /fine")), (1, 0), "{asked:?}");
    assert_eq!((times("HEAD /only-get"), times("GET /only-get")), (1, 1), "{asked:?}");
    assert_eq!(
        (times("HEAD /gone"), times("GET /gone")),
        (2, 2),
        "what is dead is asked again: {asked:?}"
    );
}

#[test]
fn what_was_left_out_of_a_list_moves_no_place_of_what_is_said_of_the_rest() {
    let long = "x".repeat(900);
    let front = format!(
        "name: Jan\nexpertise:\n  - {{ titel: x }}\n  - {{ topic: heat, level: 9 }}\n  - ''\n  - {long}\n  - {{ topic: law, level: 8 }}\npublications:\n  - 4\n  - {{ title: A, authors: [jan, nobody-of-us] }}\n"
    );
    let run = TestSite::network().expert("jan", &front).build();
    let notes = run.notes();
    for place in [
        "broken-value experts/jan.md:5:27",
        "broken-value experts/jan.md:8:26",
        "unknown-reference experts/jan.md:11:32",
    ] {
        assert!(notes.contains(&place.to_owned()), "{place}: {notes:#?}");
    }
}

#[test]
fn two_files_whose_names_look_alike_are_told() {
    for name in ["Ann", "Bo"] {
        let run = TestSite::network()
            .expert("jos\u{e9}", "name: Ann")
            .expert("jose\u{301}", &format!("name: {name}"))
            .build();
        let said = run.json["diagnostics"].to_string();
        assert!(said.contains("NFC") && said.contains("NFD"), "{said}");
    }
}

#[test]
fn a_link_of_the_menu_is_told_once_and_where_it_stands() {
    let run = TestSite::network()
        .file(
            "vakwerk.yaml",
            "kind: network\ntitle: T\nbase_url: https://test.example/sub/\nmenu: [experts, { label: Gone, url: /nope/ }]\n",
        )
        .expert("jan", "name: Jan")
        .build();
    assert_eq!(run.notes(), ["broken-link vakwerk.yaml:4:17"], "{:#}", run.json);
}

#[test]
fn an_address_of_the_site_itself_is_followed_when_it_is_written_in_full() {
    let story = "[a](https://test.example/sub/experts/gone/) [b](HTTP://Test.Example/sub/experts/jan/) [c](https://test.example/other/) [d](https://test.example/sub) [e](https://test.example.org/sub/x/)";
    let run = TestSite::network()
        .file("vakwerk.yaml", "kind: network\ntitle: T\nbase_url: https://test.example/sub/\n")
        .file("experts/jan.md", &format!("---\nname: Jan\n---\n{story}\n"))
        .build();
    assert_eq!(run.notes(), ["broken-link experts/jan.md:4:30"], "{:#}", run.json);
}

#[test]
fn a_link_that_leads_nowhere_by_its_scheme_is_told() {
    let run = TestSite::network()
        .file(
            "experts/jan.md",
            "---\nname: Jan\n---\n[a](#x)\n\n[b](javascript:alert) [c](ftp://a.example)\n\n## X\n",
        )
        .build();
    assert_eq!(run.notes(), ["unsafe-link experts/jan.md:6:1"], "{:#}", run.json);
    run.page("experts/jan/").lacks("javascript:").says("b c");
}

#[test]
fn a_picture_that_is_not_there_is_a_link_with_words() {
    let run = TestSite::network()
        .file("experts/jan.md", "---\nname: Jan\n---\n![](far/pic.png)\n")
        .build();
    run.page("experts/jan/").contains(">pic.png</a>");
}

/// A run in Dutch: what it came to, and messages with all that belongs to them.
#[test]
fn a_run_speaks_dutch_when_it_is_asked_to() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nheadlin: x")
        .expert("ada", "name: Ada\nvisibility: perhaps");
    let root = site.path().to_str().expect("UTF-8");
    let run = |arguments: &[&str], variable: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
            .args(arguments)
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", variable)
            .output()
            .expect("the program starts");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let asked = run(&["check", root, "--lang", "nl"], "C");
    for line in [
        "fout[unknown-key]: niets leest de sleutel `headlin`",
        "= hulp: bedoelde u `headline`?",
        "= gevolg: dit wordt weggelaten",
        "= gevolg: dit wordt achtergehouden",
        ": 2 fouten, 1 achtergehouden",
    ] {
        assert!(asked.contains(line), "{line}\n{asked}");
    }
    let out = site.path().join("public");
    let build = ["build", root, "-o", out.to_str().expect("UTF-8"), "--no-sync"];
    let said = run(&build, "nl_BE.UTF-8");
    assert!(said.contains("geschreven, ") && said.contains("; de rest is gepubliceerd"), "{said}");
    assert!(run(&build, "de_DE.UTF-8").contains(" unchanged in "));
    assert!(run(&["check", root, "--lang", "en"], "nl_NL").contains("error[unknown-key]"));
    assert!(run(&["check", root, "--lang", "de"], "C").contains("write en or nl"));
    let new = site.path().join("nieuw");
    let output = vakwerk(&["init", new.to_str().expect("UTF-8"), "--lang", "nl"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("Bekijk de site met:  vakwerk serve"), "{told}");
}
