//! The example is the first thing that anyone sees.

use crate::test_site::{tree, vakwerk};
use std::path::Path;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/example-site");

#[test]
fn the_example_builds_without_a_warning_and_every_link_arrives() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let output = vakwerk(&[
        "build",
        EXAMPLE,
        "-o",
        out.to_str().expect("UTF-8"),
        "--date",
        "2026-11-23",
        "--deny",
        "warnings",
        "--format",
        "json",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    // One name has letters that its card cannot show, which is no fault of the example.
    let notes = report["diagnostics"].as_array().expect("a list of notes");
    let mut codes: Vec<&str> = notes.iter().filter_map(|note| note["code"].as_str()).collect();
    codes.sort_unstable();
    // Its owner hides telephone numbers, which is said, and so is a term that lies ahead.
    assert_eq!(codes, ["planned", "undrawn-letters", "withheld"], "{report:#}");

    // Counted again by the test: no address inside the site leads nowhere, and both languages have
    // the same pages.
    let files = tree(&out);
    let mut links = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for attribute in ["href=\"/", "src=\"/"] {
            for part in html.split(attribute).skip(1) {
                let target = part.split(['"', '#', '?']).next().unwrap_or_default();
                let file = if target.is_empty() || target.ends_with('/') {
                    format!("{target}index.html")
                } else {
                    target.to_owned()
                };
                assert!(files.contains_key(&file), "{path} links to /{target}");
                links += 1;
            }
        }
        if !path.starts_with("en/") {
            assert!(files.contains_key(&format!("en/{path}")), "{path} has no English page");
        }
    }
    assert!(links > 5000, "{links}");
}

/// A folder of the example, copied to one of its own name: nothing around it says whose it is.
fn alone(folder: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let site = home.path().join(folder);
    for (path, bytes) in tree(&Path::new(EXAMPLE).join("experts").join(folder)) {
        let to = site.join(path);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        std::fs::write(to, bytes).expect("written");
    }
    (home, site)
}

#[test]
fn every_folder_of_the_example_is_a_portfolio_with_no_change() {
    let experts = std::fs::read_dir(Path::new(EXAMPLE).join("experts")).expect("readable");
    let folders =
        experts.map(|entry| entry.expect("readable")).filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names.len(), 9);
    for name in names {
        let (_home, site) = alone(&name);
        let output = vakwerk(&[
            "build",
            site.to_str().expect("UTF-8"),
            "--date",
            "2026-11-23",
            "--deny",
            "warnings",
            "--no-sync",
            "--format",
            "json",
        ]);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(
            (output.status.code(), &report["errors"]),
            (Some(0), &0.into()),
            "{name}: {report:#}"
        );
        for (path, bytes) in
            tree(&site.join("public")).iter().filter(|(path, _)| path.ends_with(".html"))
        {
            let html = String::from_utf8_lossy(bytes);
            assert!(
                !html.contains("niet bevestigd") && !html.contains("not confirmed"),
                "{name}: {path}"
            );
        }
    }
    let (_home, site) = alone("amina-el-khatib");
    assert!(vakwerk(&["build", site.to_str().expect("UTF-8"), "--no-sync"]).status.success());
    let page = std::fs::read_to_string(site.join("public/projects/statuten-oostermoer/index.html"))
        .expect("a page");
    assert!(page.contains("Sietske Hoekstra") && page.contains("Amina El Khatib"));
    assert!(!page.contains("sietske-hoekstra"));
}
