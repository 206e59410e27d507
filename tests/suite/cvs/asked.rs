//! `vakwerk cv`, as the tests ask it.

use crate::test_site::{TestSite, vakwerk};
use std::path::PathBuf;
use std::process::Output;

/// What the command does of a site, on the day of the tests.
pub(super) fn cv(site: &TestSite, more: &[&str]) -> Output {
    let folder = site.path().to_str().expect("UTF-8");
    vakwerk(&[&["cv", folder], more, &["--date", "2026-11-23"]].concat())
}

/// What it says of it.
pub(super) fn complaint(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// The CV as text.
pub(super) fn text(done: &Output) -> String {
    assert!(done.status.success(), "{}", complaint(done));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// The file that it writes of a person.
pub(super) fn written(site: &TestSite, slug: &str, name: &str, more: &[&str]) -> PathBuf {
    let file = site.path().join(name);
    let done = cv(site, &[&[slug, "-o", file.to_str().expect("UTF-8")], more].concat());
    assert!(done.status.success(), "{}", complaint(&done));
    file
}
