//! The form of a profile, and what becomes of what it sends.

use crate::look::{browser, node};
use crate::test_site::{TestSite, vakwerk};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const JOIN: &str = "join: { to: [https://github.com/us/network, office@test.example] }\n";
const AGREED: &str =
    "I agree that Test publishes what I filled in on its site, until I take this back.";
const JAN: &str = "# Jan's own words\nname: Jan\nheadline: Builds # for years\nconsent: 2026-01-02\n\
    contact: { email: jan@example.org }   # not for programs\nlinks: { github: jan-on-github }\n\
    experience:\n  - { title: Engineer, from: 2014, topics: [Heat] }\nexpertise: [Heat]";

fn config(more: &str) -> String {
    format!(
        "title: Test\nkind: network\nbase_url: https://test.example/\nprivacy: {{ consent: required }}\n{more}"
    )
}

fn site() -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", &config(JOIN))
        .expert("jan", JAN)
        .expert("hid", "name: Hid\nvisibility: hidden\nconsent: 2026-01-02\nlinks: { github: hid }")
}

/// What `intake` answers, and its exit status.
pub fn intake(site: &TestSite, name: &str, sent: &str, more: &[&str]) -> (i32, Value) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    fs::write(&file, sent).expect("written");
    let (dir, file) = (site.path().to_str().expect("UTF-8"), file.to_str().expect("UTF-8"));
    let mut all = vec!["intake", file, "-C", dir, "--json", "--date", "2026-11-27"];
    all.extend(more);
    let output = vakwerk(&all);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let answer = serde_json::from_str(&said).unwrap_or_else(|_| panic!("{said}{told}"));
    (output.status.code().expect("a status"), answer)
}

/// An issue as GitHub tells a workflow of it.
pub fn issue(login: &str, body: &str) -> String {
    json!({
        "action": "opened",
        "issue": { "number": 7, "body": body, "user": { "login": login }, "author_association": "NONE" },
    })
    .to_string()
}

fn fenced(submission: &Value) -> String {
    format!("Hello\n\n```json vakwerk\n{submission:#}\n```\n")
}

fn text(site: &TestSite, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).expect("the file is there")
}

fn joins(name: &str) -> Value {
    json!({
        "vakwerk": 1, "expert": null, "changes": { "name": name, "headline": "Looks first" },
        "sections": {}, "consent": { "on": "2026-11-27", "text": AGREED },
    })
}

fn files(folder: &Path) -> Vec<String> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    all.filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(folder).expect("below").display().to_string())
        .collect()
}

#[test]
fn a_site_without_the_form_has_nothing_of_it() {
    let run = TestSite::empty().file("vakwerk.yaml", &config("")).expert("jan", JAN).build();
    for path in files(&run.out) {
        let is_of_form = path.starts_with("join/")
            || path.starts_with("edit/")
            || path.ends_with("edit.json")
            || path.contains("/form.");
        assert!(!is_of_form, "{path}");
    }
    run.page("experts/jan/").lacks("/edit/").lacks("/join/");
}

#[test]
fn the_form_asks_for_every_key_and_holds_only_what_is_public() {
    let refuses = "name: Shy\nconsent: 2026-01-02\nformats: { data: false }";
    let run = site().expert("shy", refuses).build();
    run.page("join/")
        .contains("id=\"f-name\"")
        .contains("data-top=\"experience\"")
        .contains("<option value=\"Heat\">")
        .contains("I agree that Test publishes");
    run.page("experts/jan/").contains("/edit/?who=jan");
    let known = fs::read_to_string(run.out.join("experts/jan/edit.json")).expect("it is there");
    assert!(known.contains("\"headline\":\"Builds\""), "{known}");
    // A mail address that the page encodes is not given to programs here.
    assert!(!known.contains("jan@example.org"), "{known}");
    assert!(!run.out.join("experts/shy/edit.json").exists());
    assert!(!run.out.join("experts/hid").exists());
    let few = site()
        .file("vakwerk.yaml", &config("join: { fields: [headline], by: [download] }\n"))
        .build();
    few.page("join/").contains("f-name").contains("f-headline").lacks("experience");
}

#[test]
fn what_cannot_be_is_told() {
    for (join, place) in [
        ("join: { fields: [nmae] }\n", "broken-value vakwerk.yaml:5:17"),
        ("join: { by: [github] }\n", "broken-value vakwerk.yaml:5:7"),
        ("join: { to: [nowhere] }\n", "broken-value vakwerk.yaml:5:13"),
        ("join: { bye: [mail] }\n", "unknown-key vakwerk.yaml:5:9"),
    ] {
        let run = site().file("vakwerk.yaml", &config(join)).build();
        let notes = run.notes();
        let code = place.split(':').next().expect("a code");
        assert!(notes.iter().any(|note| note.starts_with(code)), "{join}: {notes:?}");
    }
}

#[test]
fn somebody_joins_with_an_issue_a_letter_or_a_file() {
    let body = fenced(&joins("Noor \"de\" Wit"));
    let letter = format!(
        "From: Noor <noor@example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}",
        body.replace('\n', "\r\n")
    );
    let file = format!(
        "---\nname: Noor \"de\" Wit\nheadline: Looks first\nconsent: 2026-11-27\n# {AGREED}\n---\n"
    );
    for (name, sent) in [
        ("event.json", issue("noor", &body)),
        ("letter.eml", letter),
        ("sent.json", joins("Noor \"de\" Wit").to_string()),
        ("noor.md", file),
    ] {
        let site = site();
        let (status, answer) = intake(&site, name, &sent, &["--dry-run"]);
        assert_eq!((status, &answer["status"]), (0, &json!("would-be-written")), "{answer:#}");
        assert!(!site.path().join("experts/noor-de-wit.md").exists());
        let (status, answer) = intake(&site, name, &sent, &[]);
        assert_eq!((status, &answer["status"]), (0, &json!("written")), "{name}: {answer:#}");
        assert_eq!(answer["file"], "experts/noor-de-wit.md");
        let written = text(&site, "experts/noor-de-wit.md");
        assert!(written.contains("headline: Looks first"), "{written}");
        assert!(written.contains("consent: 2026-11-27  # I agree that Test"), "{written}");
        let run = site.build_as("public", &["--date", "2026-11-28"]);
        run.page("experts/noor-de-wit/").contains("Looks first");
        // Twice is once: the name is taken.
        let (status, answer) = intake(&site, name, &sent, &[]);
        assert_eq!((status, &answer["status"]), (3, &json!("to-be-approved")));
        assert_eq!(text(&site, "experts/noor-de-wit.md"), written);
    }
}

#[test]
fn a_profile_is_changed_by_whose_it_is_and_by_nobody_else() {
    let submission = json!({
        "vakwerk": 1, "expert": "jan",
        "changes": { "headline": "Builds well", "contact": { "phone": "+31 50 123 45 67" } },
    });
    let body = fenced(&submission);
    let is_of =
        |relation: &str| issue("somebody", &body).replace("\"NONE\"", &format!("\"{relation}\""));
    // In many networks every member is in the organization on GitHub.
    let strangers = [issue("somebody", &body), issue("", &body), issue("hid", &body)];
    for sent in strangers.into_iter().chain([is_of("MEMBER"), is_of("CONTRIBUTOR")]) {
        let site = site();
        let (status, answer) = intake(&site, "event.json", &sent, &[]);
        assert_eq!((status, &answer["status"]), (3, &json!("to-be-approved")), "{answer:#}");
        assert!(text(&site, "experts/jan.md").contains("headline: Builds #"));
    }
    let mut labelled: Value = serde_json::from_str(&issue("somebody", &body)).expect("JSON");
    labelled["action"] = "labeled".into();
    labelled["label"] = json!({ "name": "approved" });
    for sent in [issue("Jan-On-GitHub", &body), labelled.to_string(), is_of("COLLABORATOR")] {
        let site = site();
        let (status, answer) = intake(&site, "event.json", &sent, &[]);
        assert_eq!(status, 0, "{answer:#}");
        let now = text(&site, "experts/jan.md");
        assert!(now.contains("# Jan's own words") && now.contains("Builds well"), "{now}");
        // What the form did not show is still there.
        assert!(now.contains("jan@example.org") && now.contains("+31 50 123 45 67"), "{now}");
        assert!(now.contains("- { title: Engineer, from: 2014, topics: [Heat] }"), "{now}");
    }
    // A letter can be of anybody.
    let site = site();
    let letter = format!("From: jan@example.org\n\n{body}");
    assert_eq!(intake(&site, "letter.eml", &letter, &[]).0, 3);
    assert_eq!(intake(&site, "letter.eml", &letter, &["--approved"]).0, 0);
}

#[test]
fn all_of_it_holds_and_nothing_of_it_is_to_be_seen() {
    let says = |key: &str| {
        let mut submission = json!({ "vakwerk": 1, "expert": "jan", "changes": {} });
        submission[key] = true.into();
        issue("jan-on-github", &fenced(&submission))
    };
    let site = site();
    assert_eq!(intake(&site, "event.json", &says("nothing_changed"), &[]).0, 0);
    assert!(text(&site, "experts/jan.md").contains("confirmed_on: 2026-11-27"));
    assert_eq!(intake(&site, "event.json", &says("withdraw"), &[]).0, 0);
    assert!(text(&site, "experts/jan.md").contains("withdrawn: 2026-11-27"));
    let run = site.build_as("public", &["--date", "2026-11-28"]);
    assert!(!run.out.join("experts/jan").exists());
}

#[test]
fn the_form_of_the_forge_is_read_as_it_asks() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().to_str().expect("UTF-8");
    assert!(vakwerk(&["init", dir, "--kind", "network", "--ci", "github"]).status.success());
    let form = fs::read_to_string(folder.path().join(".github/ISSUE_TEMPLATE/profile.yml"));
    let form = form.expect("the form is there");
    let workflow = fs::read_to_string(folder.path().join(".github/workflows/intake.yml"));
    let workflow = workflow.expect("the workflow is there");
    for label in ["\"Name\"", "\"Town\"", "\"What do you want to do?\"", "label: Consent"] {
        assert!(form.contains(label), "{form}");
    }
    // Nothing that somebody wrote stands in a script.
    let scripts: Vec<&str> = workflow.split("run: |").skip(1).collect();
    assert!(scripts.len() >= 3);
    for script in scripts {
        let script = script.split("\n      - ").next().expect("a script");
        assert!(!script.contains("${{"), "{script}");
    }
    let agreed =
        "I agree that the network publishes what I filled in on its site, until I take this back.";
    let body = format!(
        "### What do you want to do?\r\n\r\nJoin\r\n\r\n### Profile\r\n\r\n_No response_\r\n\r\n### Name\r\n\r\nNoor de Wit\r\n\r\n\
         ### Town\r\n\r\nAssen\r\n\r\n### Topics you know about\r\n\r\nHeat\r\n- Wells\r\n\r\n### Who am I?\r\n\r\nI look.\r\n\r\n### Name\r\n\r\nThen I *measure*.\r\n\r\n\
         ### Consent\r\n\r\n- [X] {agreed}\r\n"
    );
    let site = site();
    let (status, answer) = intake(&site, "event.json", &issue("noor", &body), &[]);
    assert_eq!(status, 0, "{answer:#}");
    let written = text(&site, "experts/noor-de-wit.md");
    assert!(written.contains("Assen") && written.contains("Wells"), "{written}");
    let unticked = body.replace("- [X]", "- [ ]");
    let (status, answer) = intake(&site, "event.json", &issue("noor", &unticked), &[]);
    assert_eq!((status, &answer["problems"][0]["field"]), (1, &json!("consent")));
    let change = body.replace("Join\r\n", "Change my profile\r\n").replace(
        "### Profile\r\n\r\n_No response_",
        "### Profile\r\n\r\nhttps://test.example/experts/jan/",
    );
    let (status, answer) = intake(&site, "event.json", &issue("jan-on-github", &change), &[]);
    assert_eq!((status, &answer["file"]), (0, &json!("experts/jan.md")), "{answer:#}");
    assert!(text(&site, "experts/jan.md").contains("name: Jan\n"));
}

#[test]
fn what_a_stranger_sends_does_no_harm() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut submission = joins("Noor");
        change(&mut submission);
        submission.to_string()
    };
    let refused = [
        with(&|it| it["changes"]["slug"] = "../../x".into()),
        with(&|it| it["changes"]["visibility"] = "unlisted".into()),
        with(&|it| it["changes"]["aliases"] = json!(["jan"])),
        with(&|it| it["changes"]["photo"] = "/etc/passwd".into()),
        with(&|it| it["changes"]["extra"] = json!({ "x": 1 })),
        with(&|it| it["changes"]["name"] = "   ".into()),
        with(&|it| it["changes"]["name"] = json!(["a"])),
        with(&|it| it["changes"]["name"] = "\u{202e}\u{200b}".into()),
        with(&|it| it["consent"] = Value::Null),
        with(&|it| it["consent"]["on"] = "2999-01-01".into()),
        with(&|it| it["expert"] = "../jan".into()),
        with(&|it| it["expert"] = "hid".into()),
        with(&|it| it["expert"] = "".into()),
        with(&|it| it["path"] = "experts/jan.md".into()),
        with(&|it| it["vakwerk"] = 2.into()),
        "[".repeat(200_000),
        "{\"vakwerk\":1,".repeat(1000),
        format!(
            "{{\"vakwerk\":1,\"expert\":null,\"changes\":{{\"who\":\"{}\"}}}}",
            "x".repeat(900_000)
        ),
    ];
    let site = site();
    let before = files(site.path());
    for sent in &refused {
        for name in ["sent.json", "letter.eml", "noor.md"] {
            let (status, answer) = intake(&site, name, sent, &["--approved"]);
            assert_eq!(status, 1, "{name}: {}: {answer:#}", &sent[..sent.len().min(300)]);
        }
    }
    // A profile that is a bomb, or decides who sees whom, is none either.
    let bomb = (1..12).fold("a0: &a0 [x, x]\n".to_owned(), |text, at| {
        let below = format!("*a{0}, ", at - 1).repeat(9);
        format!("{text}a{at}: &a{at} [{below}*a{0}]\n", at - 1)
    });
    for keys in [&*bomb, "visibility: public", "withdrawn: false", "slug: jan", "aliases: [jan]"] {
        let sent = format!("---\nname: Noor\nconsent: 2026-11-27\n{keys}\n---\n");
        let (status, answer) = intake(&site, "noor.md", &sent, &["--approved"]);
        assert_eq!(status, 1, "{keys}: {answer:#}");
    }
    assert_eq!(files(site.path()), before);
    // What is taken in is text, whatever it looks like: no key, no command, no place.
    for name in [
        "../../../tmp/x",
        "con",
        "$(touch x)",
        "a\nvisibility: hidden",
        "::set-env name=x::y",
        "`x` @team",
    ] {
        let site = self::site();
        let mut submission = joins(name);
        submission["changes"]["headline"] =
            "---\nvisibility: hidden\n---\n```\n@team ![x](https://x.example)".into();
        let comment = site.path().join("comment.md");
        let comment_path = comment.to_str().expect("UTF-8");
        let (status, answer) =
            intake(&site, "sent.json", &submission.to_string(), &["--comment", comment_path]);
        if status == 1 {
            continue;
        }
        assert_eq!(status, 0, "{name}: {answer:#}");
        let file = answer["file"].as_str().expect("a file");
        let slug = file.strip_prefix("experts/").and_then(|file| file.strip_suffix(".md"));
        let is_slug =
            |slug: &str| slug.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
        assert!(slug.is_some_and(is_slug), "{file}");
        let told = fs::read_to_string(&comment).expect("a comment");
        assert_eq!(told.matches("```").count(), 2, "{told}");
        let run = site.build_as("public", &["--date", "2026-11-28"]);
        assert!(run.out.join(format!("experts/{}/index.html", slug.expect("a slug"))).exists());
    }
}

#[cfg(unix)]
#[test]
fn a_profile_that_is_a_link_is_not_written_through() {
    let site = site();
    let outside = tempfile::tempdir().expect("a folder");
    let target = outside.path().join("jan.md");
    fs::rename(site.path().join("experts/jan.md"), &target).expect("moved");
    std::os::unix::fs::symlink(&target, site.path().join("experts/jan.md")).expect("a link");
    let submission = json!({ "vakwerk": 1, "expert": "jan", "changes": { "headline": "X" } });
    let (status, _) = intake(&site, "sent.json", &submission.to_string(), &["--approved"]);
    assert_eq!(status, 1);
    assert!(!fs::read_to_string(target).expect("it is there").contains("headline: X"));
}

#[test]
fn a_letter_leads_to_the_form() {
    let site = site();
    let out = tempfile::tempdir().expect("a folder");
    let (dir, to) = (site.path().to_str().expect("UTF-8"), out.path().to_str().expect("UTF-8"));
    let config = config(JOIN) + "contact: { email: office@test.example }\n";
    site.write("vakwerk.yaml", config.as_bytes());
    let output = vakwerk(&["nudge", "-C", dir, "-o", to, "--date", "2027-11-27"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let letter = fs::read_to_string(out.path().join("jan.eml")).expect("a letter");
    let letter = letter.replace("=\r\n", "").replace("=3D", "=");
    assert!(letter.contains("https://test.example/edit/?who=jan"), "{letter}");
}

#[test]
fn with_the_keyboard_alone_somebody_joins_changes_corrects_and_withdraws() {
    let Some(folder) = browser() else { return };
    let site = site();
    let run = site.build();
    let out = tempfile::tempdir().expect("a folder");
    let sent = out.path().to_str().expect("UTF-8");
    let (fine, said) = node(&folder, &["form.mjs", run.out.to_str().expect("UTF-8"), sent]);
    assert!(fine, "{said}");
    for width in [360, 1280] {
        for (kind, file) in [
            ("join", format!("experts/noor-de-wit-{width}.md")),
            ("edit", "experts/jan.md".to_owned()),
        ] {
            let path = out.path().join(format!("{kind}-{width}.json"));
            let sent = fs::read_to_string(path).expect("it was sent");
            let (status, answer) = intake(&site, "sent.json", &sent, &["--approved"]);
            assert_eq!((status, &answer["file"]), (0, &json!(file)), "{answer:#}");
        }
        // The file that the forge is given is a profile too.
        let made = fs::read_to_string(out.path().join(format!("join-{width}.md"))).expect("a file");
        site.write(
            &format!("experts/made-{width}.md"),
            made.replace("Noor", "Made").replace("noor", "made").as_bytes(),
        );
    }
    let run = site.build_as("public", &["--date", "2026-11-28"]);
    let is_of_form = |note: &String| note.contains("noor") || note.contains("made");
    assert!(!run.notes().iter().any(is_of_form), "{:?}", run.notes());
    run.page("experts/noor-de-wit-360/")
        .contains("Heat # in old houses")
        .contains("<em>measure</em>");
    run.page("experts/jan/").contains("Builds at 1280");
    let path = out.path().join("withdraw-360.json");
    let sent = fs::read_to_string(path).expect("it was sent");
    assert_eq!(intake(&site, "sent.json", &sent, &["--approved"]).0, 0);
    let run = site.build_as("public", &["--date", "2026-11-28", "--allow-removal"]);
    assert!(!run.out.join("experts/jan").exists());
}
