//! The commands beside `build` and `check`.

use crate::test_site::{TestSite, vakwerk};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

fn here(site: &TestSite, name: &str) -> String {
    site.path().join(name).to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_new_site_builds_at_once_and_only_its_placeholders_are_told() {
    for kind in ["portfolio", "network"] {
        for language in ["nl", "en", "de"] {
            let site = TestSite::empty();
            let folder = here(&site, "new");
            assert!(
                vakwerk(&["init", &folder, "--kind", kind, "--lang", language]).status.success()
            );
            let output = vakwerk(&["build", &folder, "--no-sync"]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{kind} {language}: {said}");
            assert_eq!(
                said.matches("warning[").count(),
                said.matches("warning[placeholder]").count(),
                "{said}"
            );
            assert!(said.contains("warning[placeholder]") && !said.contains("error["), "{said}");
        }
    }
}

#[test]
fn every_kind_of_entry_can_be_started_and_only_its_placeholders_are_told() {
    let site = TestSite::network().expert("jan", "name: Jan");
    let folder = site.path().to_str().expect("UTF-8");
    for kind in ["expert", "project", "organization", "topic", "request", "page"] {
        let name = format!("A \"new\" {kind}: ünïcode");
        let output = vakwerk(&["new", kind, &name, "-C", folder]);
        assert!(output.status.success(), "{kind}: {}", String::from_utf8_lossy(&output.stderr));
        let again = vakwerk(&["new", kind, &name, "-C", folder]);
        assert_eq!(again.status.code(), Some(2), "{kind} is not overwritten");
    }
    let run = site.build();
    let others: Vec<_> = run
        .notes()
        .into_iter()
        .filter(|note| !note.starts_with("placeholder ") && !note.starts_with("orphan-topic "))
        .collect();
    assert!(run.status == 0 && others.is_empty(), "{:#}", run.json);
    run.page("experts/a-new-expert-unicode/").says("ünïcode");
}

#[test]
fn nothing_is_overwritten_by_a_new_site() {
    let site = TestSite::empty().file("new/profile.md", "mine");
    let output = vakwerk(&["init", &here(&site, "new")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(site.path().join("new/profile.md")).expect("there"), "mine");
    assert!(!site.path().join("new/vakwerk.yaml").exists());
}

#[test]
fn wrong_usage_is_told_with_status_two() {
    for wrong in [
        &["bild"][..],
        &["build", "--date", "2026-13-01"],
        &["build", "--date", "2026"],
        &["new", "person", "x"],
        &[],
    ] {
        let output = vakwerk(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!output.stderr.is_empty(), "{wrong:?}");
    }
    assert_eq!(vakwerk(&["--help"]).status.code(), Some(0));
    assert!(String::from_utf8_lossy(&vakwerk(&["completions", "bash"]).stdout).contains("vakwerk"));
}

#[test]
fn a_language_that_the_interface_lacks_is_said_and_can_be_added() {
    let site = TestSite::empty();
    let folder = here(&site, "site");
    let output = vakwerk(&["init", &folder, "--lang", "sv", "--kind", "network"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("no such language as sv"), "{said}");
    assert!(said.contains("vakwerk theme eject sv.yaml"), "{said}");
    let known = vakwerk(&["init", &here(&site, "dutch"), "--lang", "nl-BE"]);
    assert!(!String::from_utf8_lossy(&known.stdout).contains("no such language"));
    assert!(vakwerk(&["theme", "eject", "sv.yaml", "-C", &folder]).status.success());
    let file = format!("{folder}/strings/sv.yaml");
    let words = std::fs::read_to_string(&file).expect("the words are there");
    let line =
        words.lines().find(|line| line.starts_with("menu.experts:")).expect("a line for each");
    std::fs::write(&file, words.replace(line, "menu.experts: Experter"))
        .expect("the file can be written");
    let out = here(&site, "out");
    let built =
        vakwerk(&["build", &folder, "-o", &out, "--format", "json", "--date", "2026-11-23"]);
    assert!(!String::from_utf8_lossy(&built.stdout).contains("interface-language"));
    let home = std::fs::read_to_string(format!("{out}/index.html")).expect("the page is there");
    assert!(home.contains("Experter"));
}

/// `script` gives the program a terminal, as somebody who types has one.
#[cfg(target_os = "linux")]
#[test]
fn somebody_at_a_terminal_is_asked_in_the_language_of_the_machine() {
    let site = TestSite::empty();
    let dir = here(&site, "new");
    let program = env!("CARGO_BIN_EXE_vakwerk");
    let mut asked = Command::new("script")
        .args(["-qec", &format!("{program} init {dir}"), "/dev/null"])
        .env("LANG", "nl_NL.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script` of util-linux");
    let answers = b"\nnetwerkje\nnetwerk\nNetwerk Zuid\n9\n2\nnee\n";
    asked.stdin.take().expect("piped").write_all(answers).expect("heard");
    let told = asked.wait_with_output().expect("the end");
    let told = String::from_utf8_lossy(&told.stdout);
    for question in [
        "De taal waarin u schrijft [nl]:",
        "  portfolio of netwerk",
        "De naam van het netwerk:",
        "  een getal van 1 tot 5, of een naam",
        "Nu in de browser tonen?",
    ] {
        assert!(told.contains(question), "{question}: {told}");
    }
    let config = std::fs::read_to_string(Path::new(&dir).join("vakwerk.yaml")).expect("written");
    for line in ["title: \"Netwerk Zuid\"", "languages: [nl]", "preset: studio"] {
        assert!(config.contains(line), "{line}: {config}");
    }
}

/// A folder that was made on a forge has some files already; and what was not finished can be tried
/// again.
#[test]
fn a_site_starts_where_some_files_are_and_one_that_failed_leaves_nothing() {
    let site = TestSite::empty()
        .file("there/.gitignore", "*.log\npublic")
        .file("there/.vscode/settings.json", "{ \"mine\": 1 }\n")
        .file("fails/projects", "a file where a folder has to be");
    let output = vakwerk(&["init", &here(&site, "there"), "--kind", "portfolio", "--yes"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("kept"), "{said}");
    let read = |path: &str| fs::read_to_string(site.path().join(path)).expect("there");
    assert_eq!(read("there/.gitignore"), "*.log\npublic\n/.vakwerk/\n");
    assert_eq!(read("there/.vscode/settings.json"), "{ \"mine\": 1 }\n");
    let again = || vakwerk(&["init", &here(&site, "fails"), "--kind", "portfolio", "--yes"]);
    for _ in 0..2 {
        let output = again();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && said.contains("cannot be written"), "{said}");
        let left: Vec<String> =
            crate::test_site::tree(&site.path().join("fails")).into_keys().collect();
        assert_eq!(left, ["projects"]);
    }
    fs::remove_file(site.path().join("fails/projects")).expect("removed");
    assert!(again().status.success());
    // A link that leads nowhere is no file of ours, and stays.
    let link = site.path().join("linked/profile.md");
    fs::create_dir(site.path().join("linked")).expect("a folder");
    std::os::unix::fs::symlink("nowhere", &link).expect("linked");
    let output = vakwerk(&["init", &here(&site, "linked"), "--kind", "portfolio", "--yes"]);
    assert_eq!(output.status.code(), Some(1));
    let left: Vec<_> = fs::read_dir(site.path().join("linked")).expect("read").collect();
    assert!(left.len() == 1 && link.is_symlink(), "{left:?}");
}

/// Facts of a new file are nobody's until somebody says so.
#[test]
fn what_a_new_profile_claims_is_told_until_somebody_makes_it_theirs() {
    for language in ["en", "nl"] {
        let site = TestSite::empty();
        let folder = here(&site, "new");
        assert!(vakwerk(&["init", &folder, "--lang", language, "--name", "Ada"]).status.success());
        for file in fs::read_dir(site.path().join("new/projects")).expect("cases") {
            fs::remove_file(file.expect("a case").path()).expect("removed");
        }
        let profile = site.path().join("new/profile.md");
        let text = fs::read_to_string(&profile).expect("there");
        let is_fact = |line: &&str| ["EXAMPLE", "VOORBEELD"].iter().any(|sign| line.contains(sign));
        let answered = |line: &str| {
            let (key, value) = line.split_once(": ").unwrap_or(("", line));
            let is_prose = ["headline", "who", "can", "value", "flow"].contains(&key);
            let is_story = key.is_empty() && value.contains("Markdown");
            if is_prose {
                format!("{key}: My own.")
            } else if is_story {
                "Mine.".to_owned()
            } else {
                line.to_owned()
            }
        };
        let own: Vec<String> = text.lines().map(answered).collect();
        fs::write(&profile, own.join("\n")).expect("written");
        let check = || String::from_utf8_lossy(&vakwerk(&["check", &folder]).stderr).into_owned();
        let told = check();
        assert!(
            told.contains("[placeholder]") && text.lines().filter(is_fact).count() >= 4,
            "{told}"
        );
        let theirs: Vec<&str> =
            own.iter().map(|line| line.split("# EXAMPLE").next().unwrap_or(line)).collect();
        let theirs: Vec<&str> =
            theirs.iter().map(|line| line.split("# VOORBEELD").next().unwrap_or(line)).collect();
        fs::write(&profile, theirs.join("\n")).expect("written");
        assert!(!check().contains("[placeholder]"), "{}", check());
    }
}

/// Else what is in it would be told as gone, or be left behind without a word.
#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_looked_into_is_no_empty_one() {
    let old = TestSite::network().expert("jan", "name: Jan");
    let new = TestSite::network().expert("jan", "name: Jan").file("notes/here.txt", "");
    let profile = crate::test_site::too_deep(&new.path().join("notes"));
    std::fs::write(profile.join("Profile.csv"), "First Name,Last Name\nAda,Bos\n").expect("wrote");
    let [old, new] = [&old, &new].map(|site| site.path().to_str().expect("UTF-8"));
    let target = TestSite::empty();
    let target = target.path().to_str().expect("UTF-8");
    let linkedin = profile.to_str().expect("UTF-8");
    for asked in [vec!["diff", old, new], vec!["import", "linkedin", linkedin, "-C", target]] {
        let run = vakwerk(&asked);
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(!run.status.success() && told.contains("File name too long"), "{told}");
    }
}
