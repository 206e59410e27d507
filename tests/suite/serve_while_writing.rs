//! The live server while somebody writes: what is watched, and what stands under the overlay.

use crate::serve::{Server, next_event};
use crate::test_site::TestSite;
use std::fs;
use std::time::Duration;

const LAST_GOOD: &str = "This page is the last good one";

fn site() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nheadline: First words")
        .expert("amina", "name: Amina")
}

fn overlaid(page: &str) -> bool {
    page.contains("vakwerk-overlay")
}

#[test]
fn a_half_typed_line_keeps_the_last_good_version_of_that_page_only() {
    let site = site();
    let server = Server::start(&site);
    for broken in [
        "---\nname: Jan\nheadline: \"Sec\n---\n",
        "---\nname: Jan\nheadline: S",
        "",
        "---\nheadline: S\n---\n",
    ] {
        site.write("experts/jan.md", broken.as_bytes());
        let page = server.until("/experts/jan/", overlaid);
        assert!(
            page.contains("200 OK") && page.contains("First words") && page.contains(LAST_GOOD),
            "{page}"
        );
        assert!(server.get("/experts/").1.contains("First words"), "lists show it as well");
    }
    // Others go on, and theirs are the newest.
    site.write("experts/amina.md", b"---\nname: Amina\nheadline: Other words\n---\n");
    let page = server.until("/experts/amina/", |page| page.contains("Other words"));
    assert!(overlaid(&page) && !page.contains(LAST_GOOD), "{page}");
    // A configuration that cannot be read leaves the last one in force, and what is written shows.
    site.write("vakwerk.yaml", b"title: [\n");
    server.until("/experts/jan/", |page| page.contains("vakwerk.yaml:"));
    site.write("experts/amina.md", b"---\nname: Amina\nheadline: Newest words\n---\n");
    server.until("/experts/amina/", |page| page.contains("Newest words"));
    // Who is gone is gone, and so are the faults.
    site.write("vakwerk.yaml", b"title: Test\nkind: network\n");
    site.remove("experts/jan.md");
    server.until("/experts/jan/", |page| page.contains("404 Not Found") && !overlaid(page));
}

#[test]
fn a_story_shows_wherever_it_is_told_whatever_else_is_written() {
    let site = site().file("projects/p.md", "---\ntitle: Case\nteam: [jan]\n---\nHow it began.\n");
    let server = Server::start(&site);
    let found = |word: &'static str| move |page: &str| page.contains(word);
    let jan =
        |more: &str, story: &str| format!("---\nname: Jan\n{more}---\n{story}\n").into_bytes();
    server.until("/experts/jan/", found("First words"));
    // A story that comes, changes, says what a card says, and goes; each with all that was before.
    site.write("experts/jan.md", &jan("headline: First words\n", "Once upon a time."));
    server.until("/experts/jan/", found("Once upon"));
    site.write("experts/jan.md", &jan("headline: First words\n", "There was a dyke."));
    let page = server.until("/experts/jan/", found("a dyke"));
    assert!(!page.contains("Once upon") && page.contains("First words"), "{page}");
    site.write("projects/p.md", b"---\ntitle: Case\nteam: [jan]\n---\nHow it ended.\n");
    server.until("/projects/", found("How it ended"));
    server.until("/projects/p/", found("How it ended"));
    // Story and fact at once; and what is wrong is told, and is not when it is mended.
    site.write("experts/jan.md", &jan("headline: Second words\n", "There was a storm."));
    let page = server.until("/experts/jan/", found("a storm"));
    assert!(page.contains("Second words"), "{page}");
    assert!(server.get("/experts/").1.contains("Second words"));
    site.write("experts/jan.md", &jan("headline: [\n", "There was calm."));
    server.until("/experts/jan/", overlaid);
    site.write("experts/jan.md", &jan("headline: Second words\n", "There was calm."));
    server.until("/experts/jan/", |page| page.contains("There was calm") && !overlaid(page));
    // The finder knows new words, and a story is not read through a link.
    let manifest = |page: &str| {
        let at = page.find("/manifest-").expect("the finder's files are named");
        page[at..at + 14].to_owned()
    };
    let before = manifest(&server.get("/search/").1);
    site.write("experts/jan.md", &jan("headline: Second words\n", "There was xylography."));
    server.until("/experts/jan/", found("xylography"));
    assert_ne!(manifest(&server.get("/search/").1), before);
}

#[test]
fn a_template_fault_keeps_the_last_good_page_and_goes_with_the_fault() {
    let site = site();
    let server = Server::start(&site);
    for broken in ["{{ expert.nmae }}", "{% if", "{{ <ui.nothing /> }}"] {
        site.write("templates/expert.html", broken.as_bytes());
        let page = server.until("/experts/jan/", overlaid);
        assert!(
            page.contains("200 OK") && page.contains("First words") && page.contains(LAST_GOOD),
            "{broken}: {page}"
        );
    }
    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Second words\n---\n");
    server.until("/experts/jan/", |page| page.contains("Second words") && overlaid(page));
    site.remove("templates/expert.html");
    server.until("/experts/jan/", |page| page.contains("Second words") && !overlaid(page));
    // A card that fails is kept from before as well.
    site.write("templates/components/expert-card.html", b"<b>{{ card.nmae }}</b>");
    let page = server.until("/experts/", overlaid);
    assert!(page.contains("Second words") && page.contains("nmae"), "{page}");
}

#[test]
fn what_the_site_is_not_read_from_reloads_nothing() {
    let site = site();
    for folder in ["public", ".git", "node_modules/x", "themes/ours/node_modules"] {
        site.write(&format!("{folder}/first"), b"1");
    }
    site.write("static/b.txt", b"1");
    let server = Server::start(&site);
    let (mut events, before) = server.listen();
    for file in [
        "serve.log",
        "nohup.out",
        "public/index.html",
        ".git/index",
        "node_modules/x/y.md",
        "experts/.jan.md.swp",
        "experts/jan.md~",
        "experts/4913",
        "dist/index.html",
        "static/.DS_Store",
        "themes/ours/node_modules/a.css",
        ".vakwerk/cache/x",
        "experts/serve.log",
        "target/a.yaml/b",
    ] {
        site.write(file, b"2");
    }
    std::thread::sleep(Duration::from_millis(400));
    site.write("static/a.txt", b"first");
    assert!(server.until("/a.txt", |page| page.contains("first")).contains("text/plain"));
    // What is shown is told a moment later: whoever asks in between is told the old number.
    assert_eq!(next_event(&mut events), (before + 1).to_string());
    std::thread::sleep(Duration::from_millis(400));
    let (_, after) = server.listen();
    assert_eq!(after, before + 1, "one reload, for the file that is part of the site");
}

#[test]
fn a_folder_that_is_made_removed_and_made_again_is_watched() {
    let site = site();
    for more in [&[][..], &["--poll"]] {
        let server = Server::start_with(&site, more);
        for words in ["One words", "Two words", "Three words"] {
            site.write(
                "experts/zoe/profile.md",
                format!("---\nname: Zoe\nheadline: {words}\n---\n").as_bytes(),
            );
            server.until("/experts/zoe/", |page| page.contains(words));
            if words == "Two words" {
                fs::remove_dir_all(site.path().join("experts/zoe")).expect("removed");
                server.until("/experts/zoe/", |page| page.contains("404 Not Found"));
            }
        }
        fs::remove_dir_all(site.path().join("experts/zoe")).expect("removed");
    }
}

#[test]
fn members_folders_are_watched_also_those_that_come_later() {
    let site = TestSite::empty();
    let inner = "title: Test\nkind: network\nmembers:\n  - path: ../mia\n  - path: ../late\n";
    site.write("site/vakwerk.yaml", inner.as_bytes());
    site.write("site/experts/jan.md", b"---\nname: Jan\n---\n");
    site.write("mia/profile.md", b"---\nname: Mia\nheadline: First words\n---\n");
    site.write("mia/node_modules/x.md", b"1");
    let server = Server::start_in(&site.path().join("site"), &[]);
    server.until("/experts/mia/", |page| page.contains("First words"));
    site.write("mia/profile.md", b"---\nname: Mia\nheadline: Second words\n---\n");
    server.until("/experts/mia/", |page| page.contains("Second words"));
    site.write("mia/projects/dyke.md", b"---\ntitle: Dyke\nquestion: How high?\n---\n");
    server.until("/projects/dyke/", |page| page.contains("How high?"));
    site.write("late/profile.md", b"---\nname: Lea\nheadline: Third words\n---\n");
    server.until("/experts/late/", |page| page.contains("Third words"));
}

#[test]
fn every_name_of_this_computer_is_its_own_at_any_port() {
    let site = site();
    let server = Server::start_with(&site, &["--allow-host", "dev.example"]);
    let status = |host: &str| server.request(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")).0;
    for own in [
        "localhost:8080",
        "127.0.0.1:8080",
        "LOCALHOST",
        "[::1]:9",
        "dev.example:80",
        "me.localhost",
    ] {
        assert_eq!(status(own), 200, "{own}");
    }
    for foreign in
        ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "evil.example:4000"]
    {
        assert_eq!(status(foreign), 421, "{foreign}");
    }
}

#[test]
fn drafts_are_shown_to_whoever_asks_for_them() {
    let site = site()
        .expert("dora", "name: Dora\ndraft: true")
        .expert("fay", "name: Fay\npublish: 2027-01-01")
        .expert("hilde", "name: Hilde\nvisibility: hidden");
    let status = |server: &Server| {
        ["dora", "fay", "hilde"].map(|who| server.get(&format!("/experts/{who}/")).0)
    };
    assert_eq!(status(&Server::start(&site)), [404, 404, 404]);
    assert_eq!(status(&Server::start_with(&site, &["--drafts"])), [200, 200, 404]);
}

#[test]
fn a_part_of_a_file_is_sent_with_its_media_type() {
    let site = site().bytes("static/talk.MP4", b"0123456789");
    let server = Server::start(&site);
    let ask = |range: &str| {
        server.request(&format!("GET /talk.MP4 HTTP/1.1\r\nHost: localhost\r\n{range}\r\n"))
    };
    let (status, answer) = ask("Range: bytes=2-4\r\n");
    assert!(status == 206 && answer.ends_with("\r\n\r\n234"), "{answer}");
    assert!(
        answer.contains("Content-Range: bytes 2-4/10")
            && answer.contains("Content-Type: video/mp4"),
        "{answer}"
    );
    assert!(ask("Range: bytes=-2\r\n").1.ends_with("\r\n\r\n89"));
    assert_eq!(ask("Range: bytes=10-\r\n").0, 416);
    let (status, answer) = ask("Range: bytes=0-1\r\nIf-Range: \"x\"\r\n");
    assert!(status == 200 && answer.contains("Accept-Ranges: bytes"), "{answer}");
}

#[test]
fn an_open_page_hears_of_a_change_when_files_are_polled() {
    let site = site();
    let server = Server::start_with(&site, &["--poll"]);
    let (mut events, _) = server.listen();
    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Other words\n---\n");
    next_event(&mut events);
    assert!(server.get("/experts/jan/").1.contains("Other words"));
}
