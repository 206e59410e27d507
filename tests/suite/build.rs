//! Building: once, twice, elsewhere, and into places where it must not.

use crate::test_site::{TestSite, vakwerk};
use std::fs;

fn two_people() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan de Vries\nexpertise: [heat networks]\nupdated: 2026-01-05")
        .expert("amina", "name: Amina El Khatib")
        .project("south", "title: South\nclient: City of Groningen\nteam: [{ expert: jan }, { name: Amina El Khatib }]\nperiod: { from: 2025-01 }")
        .file("pages/about.md", "---\ntitle: About\n---\nSee [Jan](/experts/jan/).\n")
}

#[test]
fn a_folder_of_people_becomes_a_site() {
    let run = two_people().build().clean();
    run.page("").says("2 experts");
    run.page("experts/jan/")
        .says("Jan de Vries")
        .says("heat networks")
        .contains("/projects/south/");
    run.page("projects/south/")
        .says("Amina El Khatib")
        .contains("/organizations/city-of-groningen/");
    run.page("topics/heat-networks/").contains("/experts/jan/");
    run.page("organizations/city-of-groningen/")
        .contains("/projects/south/")
        .contains("/experts/amina/");
    run.page("about/").contains("href=\"/experts/jan/\"");
    run.page("sitemap.xml")
        .contains("<loc>https://test.example/experts/jan/</loc><lastmod>2026-01-05</lastmod>");
    run.page("robots.txt").contains("Sitemap: https://test.example/sitemap.xml");
    run.page("feed.xml")
        .contains("<title>Jan de Vries</title>")
        .contains("<updated>2026-01-05T00:00:00Z</updated>");
    run.page("404.html").contains("noindex");
}

#[test]
fn a_second_build_writes_nothing_and_another_folder_gets_the_same_bytes() {
    let site = two_people();
    let first = site.build().clean();
    let again = site.build().clean();
    assert_eq!((again.count("written"), again.count("unchanged")), (0, first.count("written")));
    let elsewhere = site.build_as("elsewhere", &[]).clean();
    assert!(first.files() == elsewhere.files());
}

#[test]
fn the_base_url_may_have_a_path() {
    let site = two_people();
    let run = site.build_as("public", &["--base-url", "https://host.example/sub/network"]);
    assert_eq!(run.status, 0, "{:#}", run.json);
    run.page("experts/jan/")
        .contains("href=\"/sub/network/projects/south/\"")
        .lacks("href=\"/projects/");
    run.page("sitemap.xml").contains("<loc>https://host.example/sub/network/experts/jan/</loc>");
}

#[test]
fn what_goes_from_the_source_goes_from_the_output() {
    let site = two_people();
    site.build().clean();
    site.remove("experts/amina.md");
    let run = site.build();
    assert!(!run.has("experts/amina/index.html") && !run.has("experts/amina"));
    assert!(run.count("removed") >= 1);
}

#[test]
fn files_of_somebody_else_are_never_touched() {
    let site = two_people().file("mine/letter.txt", "dear mother");
    let run = site.build_as("mine", &[]);
    assert_eq!((run.status, run.notes().len()), (1, 1));
    assert!(run.notes()[0].starts_with("output-refused"));
    assert_eq!(
        fs::read_to_string(site.path().join("mine/letter.txt")).expect("still there"),
        "dear mother"
    );
    let run = site.build_as("experts", &[]);
    assert_eq!(run.status, 1);
    let run = site.build_as(".", &[]);
    assert_eq!(run.status, 1);
}

#[test]
fn a_failed_build_leaves_the_last_good_site() {
    let site = two_people();
    let good = site.build().clean().files();
    site.write(
        "templates/expert.html",
        b"{% extends \"base.html\" %}{% block main %}{{ expert.nmae }}{% endblock main %}",
    );
    let run = site.build();
    assert_eq!(run.status, 1);
    assert!(
        run.notes().iter().any(|note| note.starts_with("template-failed templates/expert.html:1:")),
        "{:?}",
        run.notes()
    );
    fs::remove_file(site.path().join("templates/expert.html")).expect("there");
    let mended = site.build().clean();
    assert!(mended.files() == good);
}

#[test]
fn a_killed_build_is_repaired_by_the_next() {
    let site = two_people();
    let good = site.build().clean().files();
    let out = site.path().join("public");
    // What a build that was killed leaves: a journal, a page half written, a page of a plan that
    // never came to be.
    fs::write(
        out.join(".vakwerk-journal"),
        "vakwerk manifest 1\nindex.html\nexperts/ghost/index.html\n",
    )
    .expect("written");
    fs::write(out.join("index.html"), "<!doctype ht").expect("written");
    fs::create_dir_all(out.join("experts/ghost")).expect("made");
    fs::write(out.join("experts/ghost/index.html"), "ghost").expect("written");
    let run = site.build().clean();
    assert!(run.files() == good);
}

#[test]
fn what_a_killed_build_left_is_removed_whatever_comes_between() {
    let site = two_people();
    site.build().clean();
    let out = site.path().join("public");
    let ghost = out.join("experts/ghost/index.html");
    fs::write(out.join(".vakwerk-journal"), "vakwerk manifest 1\nexperts/ghost/index.html\n")
        .expect("written");
    fs::create_dir_all(out.join("experts/ghost")).expect("made");
    fs::write(&ghost, "ghost").expect("written");
    // A build that fails, and one that is killed before it has put anything, know no more of it
    // than the journal says.
    site.write("templates/expert.html", b"{{ expert.nothing }}");
    assert_eq!(site.build().status, 1);
    assert!(ghost.exists() && out.join(".vakwerk-journal").exists());
    site.remove("templates/expert.html");
    let mended = site.build().clean();
    assert!(!ghost.exists() && !out.join(".vakwerk-journal").exists());
    assert!(mended.files() == site.build_as("clean", &[]).files());
}

#[test]
fn two_sites_that_share_a_folder_by_turns_are_each_built_as_alone() {
    let (one, other) = (two_people(), two_people());
    other.write(
        "experts/els.md",
        b"---\nname: Els\n---\nAnother story than in the other checkout.\n",
    );
    let shared = one.path().join("shared");
    let shared_path = shared.to_str().expect("UTF-8");
    let alone = [one.build_as("alone", &[]).files(), other.build_as("alone", &[]).files()];
    for round in 0..6 {
        let site = [&one, &other][round % 2];
        let from = site.path().to_str().expect("UTF-8");
        let output = vakwerk(&["build", from, "-o", shared_path, "--date", "2026-11-23"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(crate::test_site::tree(&shared) == alone[round % 2], "round {round}");
    }
}

#[test]
fn an_experts_folder_is_a_portfolio_by_itself() {
    let profile = "---\nname: Jan de Vries\nheadline: Heat networks\nexpertise: [heat networks]\n---\nMy story.\n";
    let project = "---\ntitle: South\nclient: City\ntopics: [heat networks]\nperiod: { from: 2024, to: 2025-06 }\n---\n";
    let network = TestSite::network()
        .file("experts/jan/profile.md", profile)
        .file("experts/jan/projects/south.md", project);
    network.build().clean().page("experts/jan/").contains("/projects/south/");
    let portfolio =
        TestSite::empty().file("profile.md", profile).file("projects/south.md", project);
    let run = portfolio.build().clean();
    run.page("")
        .says("Jan de Vries")
        .says("My story.")
        .contains("/projects/south/")
        .contains("class=\"portfolio expert\"");
    assert!(!run.has("experts"));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let site = two_people();
    let many = site.build().clean();
    let out = site.path().join("single");
    let arguments = [
        "build",
        site.path().to_str().expect("UTF-8"),
        "-o",
        out.to_str().expect("UTF-8"),
        "--date",
        "2026-11-23",
    ];
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_vakwerk"))
        .args(arguments)
        .env("RAYON_NUM_THREADS", "1")
        .status()
        .expect("the program starts");
    assert!(status.success());
    assert!(many.files() == crate::test_site::tree(&out));
}

#[test]
fn an_empty_folder_is_told_how_to_become_a_site() {
    let site = TestSite::empty();
    let output = vakwerk(&["build", site.path().to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("no-site") && said.contains("vakwerk init"), "{said}");
}
