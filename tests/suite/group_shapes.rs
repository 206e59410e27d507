//! Groups in the shapes that large networks have: nothing of them is lost, on either side, in any
//! format.

use crate::finding::network::Network;
use crate::finding::network::groups::Groups;
use crate::test_site::{TestSite, vakwerk};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const DATE: &str = "2026-11-24";

/// The Python that reads what was written and what was made of it.
#[expect(clippy::print_stdout, reason = "a check that is skipped is seen")]
fn python() -> Option<PathBuf> {
    let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python/.venv/bin/python");
    let has_reader = Command::new(&installed).args(["-c", "import ruamel.yaml"]).output();
    if has_reader.is_ok_and(|tried| tried.status.success()) {
        return Some(installed);
    }
    assert!(std::env::var_os("CI").is_none(), "ruamel.yaml is missing; `.ci/run` installs it");
    println!("skipped, because ruamel.yaml is missing; `.ci/run` installs it");
    None
}

/// What the reader misses or finds too much, and what it read.
fn read(python: &Path, site: &Path, out: &Path) -> (String, String) {
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python/memberships.py");
    let read = Command::new(python).arg(reader).args([site, out]).arg(DATE).output();
    let read = read.expect("Python starts");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    (text(&read.stdout), text(&read.stderr))
}

/// Builds a network with groups, and lets the reader compare.
fn whole(groups: Groups, wanted: &str) -> Option<(tempfile::TempDir, PathBuf)> {
    let python = python()?;
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    let network = Network { experts: 300, requests: 0 };
    network.write(&site, false).expect("the network is written");
    groups.write(network, &site).expect("the groups are written");
    let out = folder.path().join("out");
    let words = ["build", site.to_str().expect("UTF-8"), "--date", DATE, "-o"];
    let built = vakwerk(&[&words[..], &[out.to_str().expect("UTF-8")]].concat());
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    assert_eq!(read(&python, &site, &out), (String::new(), wanted.to_owned()));
    Some((folder, python))
}

#[test]
fn every_term_of_the_teams_of_a_network_is_told_on_both_sides() {
    let found = whole(Groups::TEAMS, "217 groups, 1965 terms, 855 former");
    let Some((folder, python)) = found else { return };
    // A reader that sees nothing would be content.
    let (site, page) = (folder.path().join("site"), folder.path().join("out/groups/g3/index.html"));
    let html = fs::read_to_string(&page).expect("a page");
    let (before, row) = html.split_once("<li><a data-letters=").expect("a term");
    let (_, after) = row.split_once("</li>").expect("it ends");
    fs::write(&page, format!("{before}{after}")).expect("written");
    let (wrong, _) = read(&python, &site, &folder.path().join("out"));
    assert_eq!(wrong.lines().count(), 1, "{wrong}");
    assert!(wrong.starts_with("the page of g3 does not tell "), "{wrong}");
}

#[test]
fn every_term_of_the_committees_of_a_parliament_is_told_on_both_sides() {
    whole(Groups::COMMITTEES, "230 groups, 3879 terms, 2900 former");
}

#[test]
fn an_assembly_has_more_members_than_another_list_may_have_items() {
    let members: Vec<String> = (0..720).map(|at| format!("- name: Delegate {at}")).collect();
    let front = format!("---\ntitle: Assembly\nmembers:\n{}\n---\n", members.join("\n"));
    let site = TestSite::network().expert("bo", "name: Bo Person\nexpertise: [heat]");
    let run = site.file("groups/assembly.md", &front).build().clean();
    assert_eq!(run.page("groups/assembly/").html.matches(">Delegate ").count(), 720);
}
