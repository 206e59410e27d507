//! One document for a tender: the team that the match proposes, and the CV of each, cut to that.

use super::{read, read_by, readers, topics_of_cases};
use crate::test_site::{TestSite, said, vakwerk};
use serde_json::Value;
use std::collections::BTreeSet;

const DATE: [&str; 2] = ["--date", "2026-11-23"];

pub(super) fn requests(site: &TestSite) -> Vec<String> {
    let all = std::fs::read_dir(site.path().join("requests")).expect("requests");
    let names = all.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let mut slugs: Vec<String> = names
        .filter_map(|name| name.strip_suffix(".md").map(ToOwned::to_owned))
        .filter(|name| !name.contains('.'))
        .collect();
    slugs.sort();
    slugs
}

/// The words of a list of JSON.
fn words<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    let list = list.as_array().expect("a list").iter();
    list.filter_map(|one| if key.is_empty() { one } else { &one[key] }.as_str()).collect()
}

#[test]
fn the_cases_of_a_team_are_those_that_the_match_names() {
    let site = TestSite::example();
    let folder = site.path().to_str().expect("UTF-8");
    let cases = topics_of_cases(folder);
    let mut compared = 0;
    for request in requests(&site) {
        let asked = ["match", folder, "--request", &request, "--team", "--format", "json"];
        let answer: Value =
            serde_json::from_str(&said(&[&asked[..], &DATE].concat())).expect("JSON");
        let experts = answer["experts"].as_array().expect("experts");
        let done = vakwerk(&[&["cv", folder, "--team", &request][..], &DATE].concat());
        if experts.is_empty() {
            assert_eq!(done.status.code(), Some(2), "{request}");
            continue;
        }
        let text = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        // Each part begins with a name.
        let parts: Vec<&str> = text.split("\n== ").collect();
        let team = &answer["team"]["members"];
        let slugs: Vec<&str> = if team.is_array() {
            words(team, "slug")
        } else {
            words(&answer["experts"], "slug").into_iter().take(1).collect()
        };
        assert_eq!(parts.len() - 1, slugs.len(), "{request}: {text}");
        for (part, slug) in parts[1..].iter().zip(slugs) {
            let found = experts.iter().find(|one| one["slug"] == slug).expect("a candidate");
            let name = found["name"].as_str().expect("a name");
            assert!(part.starts_with(&format!("{name} ==\n")), "{slug}: {part}");
            // Who covers what stands before the CVs.
            let mut needs: BTreeSet<&str> = words(&found["terms"], "need").into_iter().collect();
            if let Some(member) =
                team.as_array().and_then(|team| team.iter().find(|one| one["slug"] == slug))
            {
                needs = words(&member["needs"], "").into_iter().collect();
                for need in &needs {
                    assert!(parts[0].contains(need), "{need}: {}", parts[0]);
                }
            }
            let terms = found["terms"].as_array().expect("terms").iter();
            let topics: BTreeSet<&str> = terms
                .filter(|term| needs.contains(term["need"].as_str().expect("a need")))
                .filter_map(|term| term["topic"].as_str())
                .collect();
            let all = said(&[&["cv", folder, slug][..], &DATE].concat());
            let is_about = |title: &&str| {
                let of = cases.get(*title);
                of.is_some_and(|of| of.iter().any(|topic| topics.contains(topic.as_str())))
            };
            let expected: BTreeSet<&str> = all.lines().filter(is_about).collect();
            let told: BTreeSet<&str> = part.lines().filter(|it| cases.contains_key(*it)).collect();
            // What is about a narrower topic shows the wider one too.
            assert!(told.is_superset(&expected), "{slug} for {request}: {told:?}");
            compared += told.len();
        }
    }
    assert!(compared > 5, "{compared}");
}

#[test]
fn a_document_with_a_team_has_headings_and_reads_well_everywhere() {
    let site = TestSite::example();
    let folder = site.path().to_str().expect("UTF-8");
    let written = |name: &str| {
        let file = site.path().join(name);
        let out = file.to_str().expect("UTF-8");
        let all = ["cv", folder, "--team", "dorpsmolen-oostermoer", "-o", out];
        let done = vakwerk(&[&all[..], &DATE].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        file
    };
    let (pdf, word) = (written("team.pdf"), written("team.docx"));
    let bytes = std::fs::read(&pdf).expect("a document");
    assert!(std::fs::read(written("again.pdf")).expect("a document") == bytes);
    for (more, status) in [(&["--team", "no-such"][..], 2), (&["sukma", "--team", "x"], 2)] {
        let done = vakwerk(&[&["cv", folder][..], more].concat());
        assert_eq!(done.status.code(), Some(status));
    }
    let Some(readers) = readers() else { return };
    let seen = read(&readers, &pdf);
    assert_eq!(seen["qpdf"][0], 0, "{}", seen["qpdf"][1]);
    let tags: BTreeSet<&str> =
        seen["tags"].as_array().expect("tags").iter().filter_map(|tag| tag[0].as_str()).collect();
    for tag in ["/H1", "/H2", "/H3", "/H4", "/L", "/LI"] {
        assert!(tags.contains(tag), "{tag}");
    }
    let seen = read_by(&readers, "read_docx.py", &word);
    let styles: BTreeSet<&str> = seen["paragraphs"]
        .as_array()
        .expect("paragraphs")
        .iter()
        .filter_map(|it| it[0].as_str())
        .collect();
    for style in ["Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet"] {
        assert!(styles.contains(style), "{style}");
    }
}
