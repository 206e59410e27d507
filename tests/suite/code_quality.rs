//! Messages in the forms that forges keep: each has a name that stays while lines move.

use crate::test_site::{TestSite, vakwerk};
use serde_json::Value;
use std::collections::BTreeSet;

fn said(site: &TestSite, more: &[&str]) -> (i32, Value) {
    let dir = site.path().to_str().expect("plain");
    let output = vakwerk(&[&["check", dir], more].concat());
    let json = serde_json::from_slice(&output.stdout).expect("JSON");
    (output.status.code().expect("it ends"), json)
}

/// The names of what is said, of the report for GitLab and of the log.
fn names(site: &TestSite) -> [BTreeSet<String>; 2] {
    let (_, issues) = said(site, &["--format", "gitlab"]);
    let (_, log) = said(site, &["--format", "sarif"]);
    let text = |value: &Value| value.as_str().expect("a name").to_owned();
    let issues = issues.as_array().expect("a list").iter();
    let results = log["runs"][0]["results"].as_array().expect("results").iter();
    [
        issues.map(|issue| text(&issue["fingerprint"])).collect(),
        results.map(|result| text(&result["partialFingerprints"]["vakwerk/v1"])).collect(),
    ]
}

#[test]
fn a_message_keeps_its_name_while_lines_move_and_each_has_one_of_its_own() {
    let with = |before: &str| {
        TestSite::network()
            .expert("jan", &format!("name: Jan\n{before}headlin: x\nheadlin2: y"))
            .expert("amina", "name: Amina\nheadlin: x")
    };
    let first = names(&with(""));
    assert!(first[0].len() >= 3 && first[0] == first[1], "{first:?}");
    assert_eq!(first, names(&with("pronouns: he\n\n")));
    let (_, issues) = said(&with(""), &["--format", "gitlab"]);
    let jan = issues.as_array().expect("a list").iter().find(|issue| {
        issue["location"]["path"].as_str().is_some_and(|path| path.ends_with("experts/jan.md"))
    });
    let jan = jan.expect("an issue of the file");
    assert_eq!(jan["check_name"], "unknown-key");
    assert_eq!(
        (jan["severity"].as_str(), jan["location"]["lines"]["begin"].as_u64()),
        (Some("major"), Some(3))
    );
    let (_, log) = said(&with(""), &["--format", "sarif"]);
    assert_eq!(log["runs"][0]["tool"]["driver"]["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn errors_alone_can_fail_a_run_and_then_nothing_is_published() {
    let warned = TestSite::network().expert("jan", "Name: Jan");
    let wrong = TestSite::network().expert("jan", "name: Jan\nheadlin: x");
    let run = warned.build_as("public", &["--deny", "errors", "--allow-held-back"]);
    assert!(run.count("errors") == 0 && run.count("warnings") > 0, "{}", run.json);
    assert_eq!((run.status, run.has("index.html")), (0, true), "{}", run.said);
    let run = wrong.build_as("public", &["--deny", "errors", "--allow-held-back"]);
    assert_eq!((run.status, run.has("index.html")), (1, false), "{}", run.said);
    let run = wrong.build_as("public", &["--allow-held-back"]);
    assert_eq!((run.status, run.has("index.html")), (0, true), "{}", run.said);
}

#[test]
fn the_address_of_a_host_is_taken_where_the_site_names_none() {
    let own = TestSite::network().expert("jan", "name: Jan");
    let run = own.build_as("public", &["--usual-base-url", "https://host.example/net/"]);
    run.page("experts/jan/").contains("https://test.example/experts/jan/").lacks("host.example");
    let without = TestSite::empty()
        .file("vakwerk.yaml", "title: Test\nkind: network\n")
        .expert("jan", "name: Jan");
    let run = without.build_as("public", &["--usual-base-url", "https://host.example/net/"]);
    run.page("experts/jan/").contains("https://host.example/net/experts/jan/");
    let run = without.build_as("public", &["--usual-base-url", ""]);
    assert_eq!(run.status, 0, "{}", run.said);
}
