//! The look, in a real browser: accessible, nothing too wide, no other host, whole without scripts;
//! and how it prints.

use crate::test_site::vakwerk;
use std::path::{Path, PathBuf};
use std::process::Command;

#[expect(clippy::print_stderr, reason = "a check that is skipped says so")]
/// Where the browser's programs are; none, with the reason said, when they cannot run here. In CI
/// that is a failure.
pub fn browser() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    let named = std::env::var_os("CHROMIUM").is_some_and(|path| Path::new(&path).exists());
    let missing = if !named && !chromium.iter().any(|path| Path::new(path).exists()) {
        "there is no Chromium (apt install chromium, or name it in CHROMIUM)"
    } else if !Command::new("node")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
    {
        "there is no Node (apt install nodejs npm)"
    } else if !folder.join("node_modules/playwright-core").exists() {
        "its packages are not installed (npm ci --prefix tests/browser)"
    } else {
        return Some(folder);
    };
    assert!(std::env::var_os("CI").is_none(), "the browser tests cannot run: {missing}");
    eprintln!("skipped, because {missing}");
    None
}

pub fn node(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output =
        Command::new("node").current_dir(folder).args(arguments).output().expect("node starts");
    (
        output.status.success(),
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned(),
    )
}

fn build(site: &str, out: &Path, date: &str) {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join(site);
    let (site, out) = (site.to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    let output =
        vakwerk(&["build", site, "-o", out, "--base-url", "http://localhost/", "--date", date]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_kind_of_page_is_accessible_and_fits_every_screen() {
    let Some(browser) = browser() else { return };
    for (site, date) in [("example-site", "2026-11-23"), ("src/cli/conformance", "2026-03-01")] {
        let out = tempfile::tempdir().expect("a folder");
        build(site, out.path(), date);
        let (fine, said) = node(&browser, &["look.mjs", out.path().to_str().expect("UTF-8")]);
        assert!(fine, "{site}:\n{said}");
    }
}

#[test]
fn a_phone_shows_people_first_and_breaks_no_number() {
    let Some(browser) = browser() else { return };
    for (site, date) in [("example-site", "2026-11-23"), ("src/cli/conformance", "2026-03-01")] {
        let out = tempfile::tempdir().expect("a folder");
        build(site, out.path(), date);
        let (fine, said) = node(&browser, &["phone.mjs", out.path().to_str().expect("UTF-8")]);
        assert!(fine, "{site}:\n{said}");
    }
}

/// The example with its pages in Arabic, under which Dutch words stand: names of topics are long,
/// and everything begins on the right.
#[test]
fn a_page_from_right_to_left_fits_a_phone_too() {
    let Some(browser) = browser() else { return };
    let (home, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("two"));
    for (path, bytes) in
        crate::test_site::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site"))
    {
        let to = home.path().join(&path);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        let mut bytes = bytes;
        if path == "vakwerk.yaml" {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(text.contains("\nlanguages: [nl, en]\n"), "{text}");
            bytes = text.replace("\nlanguages: [nl, en]\n", "\nlanguages: [ar, nl, en]\n").into();
        }
        std::fs::write(to, bytes).expect("written");
    }
    build(home.path().to_str().expect("UTF-8"), out.path(), "2026-11-23");
    let page = std::fs::read_to_string(out.path().join("network/index.html")).expect("a page");
    assert!(page.contains("dir=\"rtl\""));
    let (fine, said) = node(&browser, &["phone.mjs", out.path().to_str().expect("UTF-8")]);
    assert!(fine, "{said}");
}

/// A given name that is one long word stands in the button that writes to the person, too.
#[test]
fn a_name_that_breaks_nowhere_fits_a_phone() {
    let Some(browser) = browser() else { return };
    let name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter";
    let site = crate::test_site::TestSite::network().expert(
        "a",
        &format!(
            "name: {name} Müller\nheadline: Heat\nexpertise: [heat]\n\
             contact: {{ email: a@test.example }}\n\
             availability: {{ status: limited, from: 2026-12, hours: 16 }}"
        ),
    );
    let run = site.build();
    let (fine, said) = node(&browser, &["phone.mjs", run.out.to_str().expect("UTF-8")]);
    assert!(fine, "{said}");
}

#[test]
fn a_profile_prints_on_two_pages_and_a_case_on_one() {
    let Some(browser) = browser() else { return };
    let out = tempfile::tempdir().expect("a folder");
    build("example-site", out.path(), "2026-11-23");
    let (fine, said) = node(&browser, &["print.mjs", out.path().to_str().expect("UTF-8")]);
    assert!(fine, "{said}");
}

#[test]
fn a_first_view_weighs_little_and_nothing_moves_while_it_comes() {
    let Some(browser) = browser() else { return };
    let out = tempfile::tempdir().expect("a folder");
    build("example-site", out.path(), "2026-11-23");
    let (fine, said) = node(&browser, &["weight.mjs", out.path().to_str().expect("UTF-8")]);
    assert!(fine, "{said}");
}
