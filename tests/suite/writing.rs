//! Writing outputs: several runs at once, parts, a full disk, hands that meddle, and a loss of
//! power.

use crate::test_site::{TestSite, tree, vakwerk};
use std::fs;
use std::process::{Command, Output, Stdio};

fn site() -> TestSite {
    let mut site = TestSite::network();
    for who in 0..12 {
        site = site.expert(
            &format!("e{who}"),
            &format!("name: Person {who}\nheadline: Words\nexpertise: [heat {}]", who % 3),
        );
    }
    site
}

fn build(site: &TestSite, out: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vakwerk"));
    let out = site.path().join(out);
    command.args(["build", "--date", "2026-11-23", "--no-sync", "-o"]).arg(out).arg(site.path());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn runs_at_once_into_one_folder_follow_one_another() {
    let site = site();
    let runs: Vec<_> = (0..3).map(|_| build(&site, "public").spawn().expect("started")).collect();
    for run in runs {
        let output = run.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", said(&output));
    }
    assert_eq!(tree(&site.path().join("public")), site.build_as("alone", &[]).files());
}

#[test]
fn a_part_removes_nothing_of_another_part() {
    let site = site();
    let part = |number: u32| site.build_as("parts", &["--shard", &format!("{number}/4")]).clean();
    (1..=4).for_each(|number| drop(part(number)));
    assert_eq!(tree(&site.path().join("parts")), site.build_as("whole", &[]).files());
    site.remove("experts/e5.md");
    site.write("experts/e99.md", b"---\nname: Person 99\n---\n");
    (1..=4).rev().for_each(|number| drop(part(number)));
    assert_eq!(tree(&site.path().join("parts")), site.build_as("whole", &[]).files());
}

#[test]
fn what_hands_changed_in_the_output_is_made_again() {
    let site = site();
    let good = site.build().files();
    let page = site.path().join("public/experts/e3/index.html");
    let text = fs::read_to_string(&page).expect("readable");
    fs::write(&page, text.replace("Words", "WORDS")).expect("written");
    let past = std::time::UNIX_EPOCH;
    fs::File::open(&page)
        .and_then(|file| file.set_modified(past))
        .expect("the time can be set back");
    assert_eq!(site.build().files(), good);
    fs::remove_file(&page).expect("removed");
    std::os::unix::fs::symlink("/etc/hostname", &page).expect("linked");
    assert_eq!(site.build().files(), good);
    assert!(!page.is_symlink());
    assert_eq!(site.build().count("written"), 0, "once it is healed there is nothing to do");
}

#[test]
fn a_disk_without_room_costs_one_message_and_nothing_of_the_old_site() {
    let site = site();
    let good = site.build().files();
    for who in 0..12 {
        site.write(
            &format!("experts/e{who}.md"),
            format!("---\nname: Person {who}\nheadline: Others\n---\n").as_bytes(),
        );
    }
    let program = env!("CARGO_BIN_EXE_vakwerk");
    for (out, blocks) in [("public", 8), ("public", 16), ("fresh", 0), ("fresh", 16)] {
        // A file may have so many blocks; the system ends a program that writes more, unless it is
        // told not to.
        let script = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec {program} build {0} -o {0}/{out} --date 2026-11-23",
            site.path().display()
        );
        let output = Command::new("sh").args(["-c", &script]).output().expect("started");
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
    assert_eq!(tree(&site.path().join("public")), good);
    assert!(tree(&site.path().join("fresh")).is_empty(), "no empty files are left");
}

#[test]
fn the_source_and_what_is_kept_beside_it_is_no_output_and_stays_as_it_is() {
    let site = site();
    site.build();
    let inside = [
        ".vakwerk/x",
        ".vakwerk/cache/pages/y",
        "experts/new",
        "static/../.vakwerk/z",
        ".git/x",
        ".",
        "none/../pages/x",
    ];
    for out in inside {
        let folder = site.path().join(out);
        let output = vakwerk(&[
            "build",
            site.path().to_str().expect("UTF-8"),
            "-o",
            folder.to_str().expect("UTF-8"),
        ]);
        assert_eq!(output.status.code(), Some(1), "{out}");
        assert!(said(&output).contains("output-refused"), "{out}: {}", said(&output));
        assert!(out == "." || !folder.exists(), "{out} was made");
    }
}

/// The system calls of a build, in their order; none where they cannot be watched.
fn calls(site: &TestSite, more: &[&str]) -> Option<Vec<String>> {
    let trace = site.path().join("trace");
    let output = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=fsync,syncfs,rename,unlink", "-o"])
        .arg(&trace)
        .args([env!("CARGO_BIN_EXE_vakwerk"), "build", "--date", "2026-11-23"])
        .args(more)
        .arg(site.path())
        .output()
        .ok()?;
    let trace = fs::read_to_string(trace).ok().filter(|_| output.status.success())?;
    Some(trace.lines().map(str::to_owned).collect())
}

#[test]
fn everything_lies_on_the_disk_before_the_journal_goes() {
    let site = site();
    let Some(calls_of_first) = calls(&site, &[]) else { return };
    let at = |calls: &[String], what: &str| calls.iter().position(|call| call.contains(what));
    let journal = at(&calls_of_first, "unlink(")
        .filter(|at| calls_of_first[*at].contains(".vakwerk-journal\""));
    let journal =
        journal.or_else(|| calls_of_first.iter().rposition(|call| call.contains("journal\") ")));
    let synced = calls_of_first
        .iter()
        .take(journal.expect("the journal goes"))
        .filter(|call| call.contains("fsync("));
    let files = tree(&site.path().join("public")).len();
    assert!(synced.count() > files, "each file and the folders");
    site.write("experts/e3.md", b"---\nname: Person 3\nheadline: Others\n---\n");
    let hasty = calls(&site, &["--no-sync"]).expect("as before");
    assert_eq!(at(&hasty, "sync"), None);
}

#[test]
fn a_run_that_was_killed_before_its_first_list_stood_leaves_a_folder_that_can_be_written_into() {
    let site = TestSite::network().expert("ida", "name: Ida");
    site.write("public/.vakwerk-journal.vakwerk-new", b"");
    let run = site.build().clean();
    assert!(run.has("experts/ida/index.html") && !run.has(".vakwerk-journal.vakwerk-new"));
    let other = TestSite::network().expert("ida", "name: Ida").file("public/mine.txt", "mine");
    other.write("public/.vakwerk-journal.vakwerk-new", b"");
    assert_ne!(other.build().status, 0, "files of others are kept");
}
