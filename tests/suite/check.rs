//! Faults in the content: each with its place and remedy, all in one run, and the rest is built.

use crate::test_site::{TestSite, vakwerk};
use std::process::{Command, Stdio};

#[test]
fn all_faults_are_reported_in_one_run_and_the_rest_is_built() {
    let site = TestSite::network()
        .expert(
            "jan",
            "name: Jan\nheadlin: misspelt\nexpertise:\n  - topic: heat\n    since: March 2020\n    levle: expert",
        )
        .expert("broken", "name: [unclosed")
        .expert("fine", "name: Fine")
        .project("south", "title: South\nteam:\n  - { expert: jann, role: lead }")
        .file("experts/twin.md", "---\nname: Twin\nslug: other\n---\n")
        .file("experts/other.md", "---\nname: Other\n---\n")
        .bytes("experts/latin.md", b"---\nname: Andr\xe9\n---\n")
        .file("experts/bare.md", "no front matter\n");
    let run = site.build();
    assert_eq!(
        run.notes(),
        [
            "no-front-matter experts/bare.md:1:1",
            "broken-yaml experts/broken.md:2:15",
            "unknown-key experts/jan.md:3:1",
            "broken-date experts/jan.md:6:12",
            "unknown-key experts/jan.md:7:5",
            "not-utf8 experts/latin.md:2:11",
            "same-url experts/twin.md:3:7",
            "unknown-reference projects/south.md:4:15",
        ]
    );
    assert_eq!(run.status, 3);
    run.page("experts/fine/").says("Fine");
    run.page("experts/jan/").says("heat");
    // The address stays with the first of the two files; the other is held back.
    run.page("experts/other/").says("Other");
    assert!(!run.page("experts/").html.contains("Twin"));
    let helps: Vec<&str> = run.json["diagnostics"]
        .as_array()
        .expect("notes")
        .iter()
        .filter_map(|note| note["help"].as_str())
        .collect();
    assert_eq!(helps.len(), 8, "every note says what to do");
    assert!(helps.contains(&"did you mean `headline`?") && helps.contains(&"did you mean `jan`?"));
}

#[test]
fn what_is_held_back_counts_in_the_exit_status_unless_it_is_allowed() {
    let site = TestSite::network().expert("jan", "name: Jan").expert("broken", "nam: x");
    assert_eq!(site.build().status, 3);
    assert_eq!(site.build_as("public", &["--allow-held-back"]).status, 0);
}

#[test]
fn warnings_fail_the_run_when_they_are_denied() {
    let site = TestSite::network()
        .expert("jan", "name: Jan")
        .file("pages/about.md", "---\ntitle: About\n---\n[gone](/nowhere/)\n");
    let run = site.build();
    assert_eq!((run.status, run.notes()), (0, vec!["broken-link pages/about.md:4:9".to_owned()]));
    assert_eq!(site.build_as("public", &["--deny", "warnings"]).status, 1);
}

#[test]
fn the_terminal_shows_the_line_and_the_remedy_once() {
    let site = TestSite::network().expert("jan", "name: Jan\nheadlin: misspelt");
    let output = vakwerk(&["check", site.path().to_str().expect("UTF-8")]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3));
    assert!(said.contains("error[unknown-key]: nothing reads the key `headlin`"), "{said}");
    assert!(
        said.contains("experts/jan.md:3:1") && said.contains("3 | headlin: misspelt"),
        "{said}"
    );
    assert_eq!(said.matches("did you mean `headline`?").count(), 1, "{said}");
    assert!(!said.contains('\u{1b}'), "no colours where there is no terminal");
    assert!(!site.path().join("public").exists(), "check writes nothing");
}

#[test]
fn a_broken_configuration_is_told_with_its_place() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", "title: T\nlanguages: [nl\n")
        .expert("jan", "name: Jan");
    let run = site.build();
    assert_eq!(run.status, 1);
    assert!(run.notes()[0].starts_with("broken-config vakwerk.yaml:"), "{:?}", run.notes());
    let site = TestSite::network()
        .file("vakwerk.yaml", "kind: network\ntheem: directory\n")
        .expert("jan", "name: Jan");
    let run = site.build();
    assert_eq!((run.status, run.notes()), (3, vec!["unknown-key vakwerk.yaml:2:1".to_owned()]));
}

#[test]
fn every_code_is_explained() {
    let output = vakwerk(&["explain"]);
    let text = String::from_utf8_lossy(&output.stdout);
    for line in text.lines() {
        let code = line.split_whitespace().next().expect("a code");
        let one = vakwerk(&["explain", code]);
        assert!(one.status.success() && one.stdout.len() > 40, "{code}");
    }
    assert_eq!(vakwerk(&["explain", "unknown-kye"]).status.code(), Some(2));
}

/// Whoever lets a report be written to a file on a full disk does not take its half for the whole.
#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_fails_the_run_and_one_that_is_half_read_does_not() {
    let site = TestSite::network().expert("jan", "name: Jan\nshoe_size: 42");
    let folder = site.path().to_str().expect("UTF-8");
    let usual = vakwerk(&["check", folder]);
    for format in ["json", "github", "gitlab", "sarif"] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
        let run = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
            .args(["check", folder, "--format", format])
            .stdout(full)
            .output()
            .expect("it runs");
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(1), "{format}: {told}");
        assert!(told.contains("cannot be written") && !told.contains("panicked"), "{told}");
        let mut run = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
            .args(["check", folder, "--format", format])
            .stdout(Stdio::piped())
            .spawn()
            .expect("it runs");
        drop(run.stdout.take());
        assert_eq!(run.wait().expect("the end").code(), usual.status.code(), "{format}");
    }
}

/// Every command that tells something, on a full disk and to somebody who has gone.
#[cfg(target_os = "linux")]
#[test]
fn no_command_panics_when_what_it_says_cannot_be_written() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [heat networks]\nshoe_size: 42")
        .project("street", "title: A street\nteam: [jan]\ntopics: [heat networks]");
    let at = |name: &str| site.path().join(name).to_str().expect("UTF-8").to_owned();
    let site_at = at("");
    let dir = site_at.as_str();
    let (new, mails) = (at("new"), at("mails"));
    let commands: &[&[&str]] = &[
        &["--help"],
        &["--version"],
        &["explain"],
        &["explain", "unknown-key"],
        &["schema", "expert"],
        &["completions", "bash"],
        &["insight", dir],
        &["search", dir, "heat"],
        &["match", dir, "heat networks", "--team"],
        &["match", dir, "--text", "who knows heat networks?", "--propose"],
        &["theme", "list", "-C", dir],
        &["check", dir],
        &["check", dir, "--report"],
        &["check", dir, "--report", "--format", "csv"],
        &["build", dir, "--no-sync"],
        &["doctor", dir],
        &["export", "records", dir],
        &["diff", dir, dir],
        &["init", &new, "--yes"],
        &["new", "expert", "Kim", "-C", dir],
        &["members", "list", "-C", dir],
        &["nudge", "-C", dir, "--out", &mails],
        &["nothing-like-that"],
    ];
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    for command in commands {
        let again = || {
            let _ = std::fs::remove_dir_all(&new);
            let _ = std::fs::remove_file(site.path().join("experts/kim.md"));
        };
        let mut ends = Vec::new();
        for (out, complaints) in [(true, false), (false, true), (true, true)] {
            again();
            let to = |is_full| if is_full { Stdio::from(full()) } else { Stdio::piped() };
            let mut child = Command::new(env!("CARGO_BIN_EXE_vakwerk"));
            child.args(*command);
            let output = child.stdout(to(out)).stderr(to(complaints)).output().expect("it runs");
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!told.contains("panicked"), "{command:?}: {told}");
            ends.push(output.status.code().expect("no signal"));
        }
        assert!(ends.iter().all(|end| *end < 100), "{command:?}: {ends:?}");
        // Each of these says something somewhere, so the last of them cannot have gone well.
        assert!(ends[2] != 0, "{command:?}: {ends:?}");
    }
}
