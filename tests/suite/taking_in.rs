//! What `intake` leaves to whoever keeps the site, and what it never loses.

use crate::joining::{intake, issue};
use crate::test_site::{TestSite, vakwerk};
use serde_json::{Value, json};
use std::fs;

const AGREED: &str =
    "I agree that Test publishes what I filled in on its site, until I take this back.";

fn config(more: &str) -> String {
    format!(
        "title: Test\nkind: network\nbase_url: https://test.example/\nprivacy: {{ consent: required }}\n\
         join: {{ to: [https://github.com/us/network] }}\n{more}"
    )
}

fn site() -> TestSite {
    let jan = "name: Jan de Boer\nslug: jdb\naliases: [old-jan]\nformer_names: [Jan Smit]\nconsent: 2026-01-02\n\
        headline: Builds\nlinks: { github: jan, website: 'https://jan.example/' }\n\
        location: { city: Emmen, country: NL, at: [52.78, 6.9] }\nlanguages: [{ nl: C2 }, en]\n\
        expertise:\n  - { topic: Heat, level: expert }\ncontact: { email: jan@example.org }";
    TestSite::empty()
        .file("vakwerk.yaml", &config(""))
        .expert("file-of-jan", jan)
        .expert(
            "hid",
            "name: Hidden Hanna\nvisibility: hidden\nconsent: 2026-01-02\nlinks: { github: hanna }",
        )
        .expert(
            "dra",
            "name: Draft Dirk\ndraft: true\nconsent: 2026-01-02\nlinks: { github: dirk }",
        )
        .expert("gone", "name: Gone Gerda\nwithdrawn: 2026-02-02\nconsent: 2026-01-02")
        .file("experts.csv", "name,headline,consent\nRow Rik,Rows,2026-01-02\n")
}

fn fenced(submission: &Value) -> String {
    format!("```json vakwerk\n{submission:#}\n```\n")
}

fn joins(name: &str) -> Value {
    json!({
        "vakwerk": 1, "expert": null, "changes": { "name": name },
        "consent": { "on": "2026-11-27", "text": AGREED },
    })
}

fn jan(site: &TestSite) -> String {
    fs::read_to_string(site.path().join("experts/file-of-jan.md")).expect("it is there")
}

#[test]
fn nobody_takes_the_place_of_somebody_who_is_known() {
    let site = site();
    for name in [
        "Jan de Boer",
        "jdb",
        "Old Jan",
        "Jan Smit",
        "File of Jan",
        "Row Rik",
        "Hidden Hanna",
        "hid",
        "Draft Dirk",
        "Gone Gerda",
    ] {
        let (status, answer) =
            intake(&site, "event.json", &issue("new", &fenced(&joins(name))), &[]);
        assert_eq!((status, &answer["status"]), (3, &json!("to-be-approved")), "{name}");
        assert!(
            answer["problems"][0]["message"].as_str().is_some_and(|it| it.contains("--approved"))
        );
    }
    // Somebody else of that name has a file of their own.
    let approved = ["--approved"];
    let (status, answer) = intake(&site, "a.json", &joins("Jan Smit").to_string(), &approved);
    assert_eq!((status, &answer["file"]), (0, &json!("experts/jan-smit-2.md")), "{answer:#}");
    let run = site.build_as("public", &["--date", "2026-11-28"]);
    assert!(run.out.join("experts/jan-smit-2/index.html").exists());
    assert!(run.out.join("experts/jdb/index.html").exists());
}

#[test]
fn an_account_is_named_by_whose_it_is() {
    let site = site();
    let with = |links: Value| {
        let mut it = joins("Noor");
        it["changes"]["links"] = links;
        fenced(&it)
    };
    for (login, links) in [
        ("noor", json!({ "github": "victim" })),
        ("noor", json!({ "github": "jan" })),
        ("jan", json!({ "GitHub": "https://github.com/jan/" })),
    ] {
        let (status, answer) = intake(&site, "event.json", &issue(login, &with(links)), &[]);
        assert_eq!(status, 3, "{answer:#}");
    }
    let (status, answer) =
        intake(&site, "event.json", &issue("Noor", &with(json!({ "github": "noor" }))), &[]);
    assert_eq!(status, 0, "{answer:#}");
}

#[test]
fn the_form_of_the_forge_takes_nothing_away() {
    let site = site();
    let body = "### What do you want to do?\n\nChange my profile\n\n### Profile\n\njdb\n\n### Name\n\nJan\n\n\
        ### Town\n\n_No response_\n\n### Languages\n\nnl\nde\n\n### Topics you know about\n\nheat\nWells\n\n\
        ### Mail address\n\n_No response_\n\n### Website\n\nhttps://new.example/\n";
    let (status, answer) = intake(&site, "event.json", &issue("jan", body), &[]);
    assert_eq!(status, 0, "{answer:#}");
    let now = jan(&site);
    for kept in
        ["github: jan", "nl: C2", "level: expert", "country: NL", "Wells", "de", "at: [52.78, 6.9]"]
    {
        assert!(now.contains(kept), "{kept}: {now}");
    }
    assert!(now.contains("https://new.example/") && !now.contains("heat\n"), "{now}");
}

#[test]
fn a_form_that_was_filled_before_the_file_was_changed_waits() {
    let site = site();
    let sent = |was: &str| {
        json!({
            "vakwerk": 1, "expert": "jdb", "changes": { "headline": "Builds well" },
            "base": { "headline": was },
        })
    };
    let (status, answer) =
        intake(&site, "event.json", &issue("jan", &fenced(&sent("Older words"))), &[]);
    assert_eq!((status, &answer["status"]), (3, &json!("to-be-approved")), "{answer:#}");
    let (status, _) = intake(&site, "event.json", &issue("jan", &fenced(&sent("Builds"))), &[]);
    assert_eq!(status, 0);
}

#[test]
fn who_moves_leaves_the_old_point_on_the_map() {
    let site = site();
    let moves = |place: Value| {
        let sent = json!({ "vakwerk": 1, "expert": "jdb", "changes": { "location": place } });
        issue("jan", &fenced(&sent))
    };
    let (status, _) =
        intake(&site, "e.json", &moves(json!({ "city": "Emmen", "at": [0, 0] })), &[]);
    assert_eq!(status, 1);
    let (status, answer) =
        intake(&site, "e.json", &moves(json!({ "city": "Assen", "country": "NL" })), &[]);
    assert_eq!(status, 0, "{answer:#}");
    assert!(jan(&site).contains("Assen") && !jan(&site).contains("52.78"), "{}", jan(&site));
    assert!(answer["changes"].to_string().contains("removed location at"), "{answer:#}");
}

#[test]
fn consent_is_to_the_words_of_the_site_and_of_now() {
    for (on, words, wanted) in [
        ("2026-11-27", AGREED, 0),
        (
            "2026-11-01",
            "I agree  that Test publishes what I filled in on its site,\nuntil I take this back.",
            0,
        ),
        ("2026-11-27", "Yes", 3),
        ("2026-11-27", "", 3),
        ("2020-11-27", AGREED, 3),
        ("2027-11-27", AGREED, 1),
    ] {
        let mut it = joins("Noor");
        it["consent"] = json!({ "on": on, "text": words });
        let (status, answer) = intake(&site(), "a.json", &it.to_string(), &[]);
        assert_eq!(status, wanted, "{on} {words}: {answer:#}");
    }
    let own =
        site().file("vakwerk.yaml", &config("").replace("join: {", "join: { consent: My words,"));
    assert_eq!(intake(&own, "a.json", &joins("Noor").to_string(), &[]).0, 3);
    let file = "---\nname: Noor\nconsent: 2026-11-27\n# My words\n---\n";
    let (status, answer) = intake(&own, "noor.md", file, &[]);
    assert_eq!(status, 0, "{answer:#}");
    let written = fs::read_to_string(own.path().join("experts/noor.md")).expect("it is there");
    assert!(written.contains("# My words"), "{written}");
}

#[test]
fn everybody_can_take_their_consent_back() {
    let site = site();
    let sent = |who: &str, login: &str| {
        issue(login, &fenced(&json!({ "vakwerk": 1, "expert": who, "withdraw": true })))
    };
    // To anybody else there is nobody who is hidden.
    let (status, answer) = intake(&site, "e.json", &sent("hid", "stranger"), &[]);
    let nobody = intake(&site, "e.json", &sent("nobody", "stranger"), &[]);
    assert_eq!((status, answer), nobody);
    for (who, login) in [("hid", "hanna"), ("dra", "dirk")] {
        let (status, answer) = intake(&site, "e.json", &sent(who, login), &[]);
        assert_eq!(status, 0, "{who}: {answer:#}");
        let path = site.path().join(format!("experts/{who}.md"));
        assert!(fs::read_to_string(path).expect("it is there").contains("withdrawn: 2026-11-27"));
    }
    let (status, answer) = intake(&site, "e.json", &sent("row-rik", "rik"), &[]);
    assert_eq!(status, 3, "{answer:#}");
    assert!(answer.to_string().contains("experts.csv"), "{answer:#}");
    let run = self::site().build_as("public", &["--date", "2026-11-28"]);
    run.page("experts/row-rik/").lacks("/edit/?who=");
    assert!(!run.out.join("experts/row-rik/edit.json").exists());
    run.page("experts/jdb/").contains("/edit/?who=jdb");
}

#[test]
fn what_the_page_hides_is_in_no_file_and_no_comment() {
    let off = site().file("vakwerk.yaml", &config("formats: { data: false }\n"));
    let run = off.build_as("public", &["--date", "2026-11-28"]);
    assert!(!run.out.join("experts/jdb/edit.json").exists());
    let site = site();
    let comment = site.path().join("comment.md");
    let sent = json!({ "vakwerk": 1, "expert": "jdb", "changes": {
        "contact": { "email": "secret@example.org" }, "headline": "Builds well" } });
    let more = ["--comment", comment.to_str().expect("UTF-8")];
    let (status, answer) = intake(&site, "e.json", &issue("jan", &fenced(&sent)), &more);
    assert_eq!(status, 0, "{answer:#}");
    let told = fs::read_to_string(&comment).expect("a comment");
    assert!(told.contains("changed contact") && told.contains("Builds well"), "{told}");
    assert!(!told.contains("example.org"), "{told}");
}

#[test]
fn letters_are_read_as_mail_programs_send_them() {
    let body = fenced(&json!({ "vakwerk": 1, "expert": "jdb", "changes": {
        "headline": "Builds and builds and builds well" } }));
    let html = body.replace('"', "&quot;").replace('\n', "<br>\n").replace("  ", "&nbsp; ");
    for (head, text) in [
        (
            "Content-Type: text/plain; charset=utf-8",
            body.replace("and builds well", "and\nbuilds well"),
        ),
        ("Content-Type: text/plain", format!("> {}\n", body.trim_end().replace('\n', "\n> "))),
        ("Content-Type: text/plain; charset=utf-8", body.replace("  ", "\u{a0} ")),
        (
            "Content-Type: text/html; charset=utf-8",
            format!("<html><body><p>{html}</p></body></html>"),
        ),
        ("Content-Type: message/rfc822", format!("From: x@example.org\n\n{body}")),
    ] {
        let site = site();
        let letter = format!("From: jan@example.org\n{head}\n\n{text}");
        let (status, answer) = intake(&site, "letter.eml", &letter, &["--approved"]);
        assert_eq!(status, 0, "{head}: {text}: {answer:#}");
        assert!(jan(&site).contains("headline: Builds and builds and builds well"), "{text}");
    }
    let (status, answer) = intake(&site(), "letter.eml", "From: a\n\nHello", &[]);
    assert!(status == 1 && answer.to_string().contains("attachment"), "{answer:#}");
    let twice = format!("{body}\n{body}");
    let (status, answer) = intake(&site(), "e.json", &issue("jan", &twice), &[]);
    assert!(status == 1 && answer.to_string().contains("more than one"), "{answer:#}");
    let double = "{\"vakwerk\":1,\"expert\":\"jdb\",\"withdraw\":true,\"withdraw\":false}";
    let (status, answer) = intake(&site(), "a.json", double, &["--approved"]);
    assert!(status == 1 && answer.to_string().contains("twice"), "{answer:#}");
}

#[test]
fn a_removed_person_comes_back_by_nobody_else() {
    let site = site();
    let dir = site.path().to_str().expect("UTF-8");
    let output = vakwerk(&["forget", "jdb", "-C", dir, "--yes"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    let sent = joins("Jan de Boer").to_string();
    assert_eq!(intake(&site, "a.json", &sent, &[]).0, 3);
    let (status, answer) = intake(&site, "a.json", &sent, &["--approved"]);
    assert!(status == 1 && answer.to_string().contains("forgotten.yaml"), "{answer:#}");
}

#[cfg(unix)]
#[test]
fn nothing_new_is_written_through_a_link() {
    let site = TestSite::empty().file("vakwerk.yaml", &config(""));
    let outside = tempfile::tempdir().expect("a folder");
    let _ = fs::remove_dir_all(site.path().join("experts"));
    std::os::unix::fs::symlink(outside.path(), site.path().join("experts")).expect("a link");
    let (status, answer) = intake(&site, "a.json", &joins("Noor").to_string(), &[]);
    assert_eq!(status, 1, "{answer:#}");
    assert_eq!(fs::read_dir(outside.path()).expect("a folder").count(), 0);
}
