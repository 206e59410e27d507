//! The commands beside `build` and `check`.

use crate::test_site::{TestSite, vakwerk};

fn here(site: &TestSite, name: &str) -> String {
    site.path().join(name).to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_new_site_builds_at_once_without_a_warning() {
    for kind in ["portfolio", "network"] {
        for language in ["nl", "en", "de"] {
            let site = TestSite::empty();
            let folder = here(&site, "new");
            assert!(vakwerk(&["init", &folder, "--kind", kind, "--lang", language]).status.success());
            let output = vakwerk(&["build", &folder, "--deny", "warnings"]);
            assert!(output.status.success(), "{kind} {language}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn every_kind_of_entry_can_be_started_and_builds_without_a_warning() {
    let site = TestSite::network().expert("jan", "name: Jan");
    let folder = site.path().to_str().expect("UTF-8");
    for kind in ["expert", "project", "organization", "topic", "request", "page"] {
        let name = format!("A \"new\" {kind}: ünïcode");
        let output = vakwerk(&["new", kind, &name, "-C", folder]);
        assert!(output.status.success(), "{kind}: {}", String::from_utf8_lossy(&output.stderr));
        let again = vakwerk(&["new", kind, &name, "-C", folder]);
        assert_eq!(again.status.code(), Some(2), "{kind} is not overwritten");
    }
    site.build().clean().page("experts/a-new-expert-unicode/").says("ünïcode");
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
    for wrong in
        [&["bild"][..], &["build", "--date", "2026-13-01"], &["build", "--date", "2026"], &["new", "person", "x"], &[]]
    {
        let output = vakwerk(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!output.stderr.is_empty(), "{wrong:?}");
    }
    assert_eq!(vakwerk(&["--help"]).status.code(), Some(0));
    assert!(String::from_utf8_lossy(&vakwerk(&["completions", "bash"]).stdout).contains("vakwerk"));
}
