//! People are narrowed down by group: the terminal, the browser and the pages of groups tell the
//! same.

use crate::finding::network::Network;
use crate::finding::network::groups::Groups;
use crate::look::{browser, node};
use crate::test_site::{TestSite, vakwerk};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

const DATE: &str = "2026-11-24";
const SHAPE: Groups = Groups { number: 90, parts: 66, terms: 500, former: 200, parliament: false };

/// What the terminal finds: how many, and the first so many.
fn told(folder: &str, words: &[&str], groups: &[&str], most: &str) -> (u64, Vec<String>) {
    let head = ["search", folder, "--date", DATE, "--format", "json", "--most", most];
    let groups = groups.iter().flat_map(|group| ["--group", *group]);
    let all: Vec<&str> = head.into_iter().chain(groups).chain(words.iter().copied()).collect();
    let output = vakwerk(&all);
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let ids = told["results"].as_array().expect("results").iter();
    let ids = ids.map(|one| one["id"].as_str().expect("an id").to_owned()).collect();
    (told["total"].as_u64().expect("a number"), ids)
}

#[test]
fn whoever_is_in_a_group_or_within_it_is_found_as_its_page_says() {
    let site = ["amina", "bo", "cor", "dot"].iter().fold(TestSite::network(), |site, slug| {
        site.expert(slug, &format!("name: {slug} person\nexpertise: [heat]"))
    });
    let site = site
        .expert("zelda", "name: Zelda Hidden\nvisibility: hidden\nexpertise: [heat]")
        .file("groups/top.md", "---\ntitle: The Top\nmembers: [amina, zelda]\n---\n")
        .file(
            "groups/mid.md",
            "---\ntitle: Mid\npart_of: top\nmembers: [bo, { expert: dot, to: 2020 }]\n---\n",
        )
        .file(
            "groups/low.md",
            "---\ntitle: Low\npart_of: mid\nvisibility: unlisted\nmembers: [cor]\n---\n",
        )
        .file("groups/gone.md", "---\ntitle: Gone\npart_of: top\nto: 2020\nmembers: [dot]\n---\n");
    let run = site.build();
    let folder = site.path().to_str().expect("UTF-8").to_owned();
    let inside = |words: &[&str], groups: &[&str]| {
        let ids = told(&folder, words, groups, "50").1;
        ids.iter().map(|id| id.trim_start_matches("experts/").to_owned()).collect::<BTreeSet<_>>()
    };
    let set = |slugs: &[&str]| slugs.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(inside(&[], &["top"]), set(&["amina", "bo"]));
    assert_eq!(inside(&["heat"], &["the top"]), set(&["amina", "bo"]), "by its name");
    assert_eq!(inside(&["heat"], &["mid"]), set(&["bo"]), "former members are in it no more");
    assert_eq!(inside(&["qqxzvk"], &["mid"]), set(&[]));
    for unknown in ["low", "gone", "nobody"] {
        let asked = vakwerk(&["search", &folder, "heat", "--group", unknown]);
        assert_eq!(asked.status.code(), Some(2), "{unknown}");
    }
    let asked = vakwerk(&["search", &folder, "--group", "topp"]);
    assert!(String::from_utf8_lossy(&asked.stderr).contains("did you mean `top`?"));
    // A site without groups has no such facet, and one with groups has one file for it.
    let is_list = |path: &String| path.contains("/groups-");
    assert_eq!(run.files().into_keys().filter(is_list).count(), 1);
    run.page("search/").contains("data-facet=\"group\"");
    let run = TestSite::network().expert("bo", "name: Bo").build();
    run.page("search/").lacks("data-facet=\"group\"");
    assert_eq!(run.files().into_keys().filter(is_list).count(), 0);
}

#[test]
fn the_browser_narrows_by_group_as_the_terminal_does() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    let network = Network { experts: 200, requests: 0 };
    network.write(&site, false).expect("the network is written");
    SHAPE.write(network, &site).expect("the groups are written");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let site = path("site");
    let built = vakwerk(&["build", &site, "-o", &path("out"), "--date", DATE]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let questions: [(&str, &[&str]); 8] = [
        ("", &["g0"]),
        ("", &["g1", "g2"]),
        ("jan", &["g0", "g3"]),
        ("planning", &["g0"]),
        ("planning law", &["g0", "g1", "g2", "g3"]),
        ("town 3", &["g5", "g8"]),
        ("water -law", &["g0", "g1"]),
        ("qqxzvk planning", &["g0"]),
    ];
    let answers: Vec<Value> = questions
        .iter()
        .map(|(words, groups)| {
            let parts: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
            // What looks like an option is a word.
            let parts = if words.contains('-') { [&["--"], &parts[..]].concat() } else { parts };
            let (total, first) = told(&site, &parts, groups, "10");
            json!([words, groups, total, first])
        })
        .collect();
    assert!(answers.iter().filter(|answer| answer[2] != json!(0)).count() > 5, "{answers:?}");
    fs::write(path("answers.json"), Value::from(answers).to_string()).expect("written");
    let records = vakwerk(&["export", "records", &site, "--date", DATE]);
    fs::write(path("records.ndjson"), records.stdout).expect("written");
    let files = [path("out"), path("answers.json"), path("records.ndjson")];
    let (fine, said) = node(&browser, &["groups.mjs", &files[0], &files[1], &files[2]]);
    assert!(fine, "{said}");
}
