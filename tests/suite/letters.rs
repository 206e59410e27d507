//! Letters to members, a digest of what is new, and what search engines are told.

use crate::test_site::{TestSite, vakwerk};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

const NETWORK: &str = "title: Netwerk Noord\nkind: network\nlanguages: [nl, en]\nbase_url: https://noord.example/\n\
                       nudge: { every: 6m, from: redactie@noord.example }\nedit_url: \"https://git.example/edit/{path}\"\n";

fn network() -> TestSite {
    TestSite::empty()
        .file("vakwerk.yaml", NETWORK)
        .expert("old", "name: Jan \u{201c}Ünal\u{201d}, jr.\nconsent: 2024-01-02\nupdated: 2025-11-01\nlanguages: [nl]\ncontact: { email: jan@noord.example, visibility: hidden }")
        .expert("abroad", "name: Ada\nconsent: 2024-01-02\nupdated: 2025-11-01\nlanguages: [{ nl: A2 }, en]\ncontact: { email: ada@noord.example }")
        .expert("fresh", "name: Vera\nconsent: 2024-01-02\nupdated: 2025-11-01\nconfirmed_on: 2026-09-01\nexpertise: [{ topic: Oud, last_used: 2015 }]\ncontact: { email: vera@noord.example }")
        .expert("mute", "name: Stil\nconsent: 2024-01-02\nupdated: 2025-11-01")
        .expert("gone", "name: Weg\nconsent: 2024-01-02\nwithdrawn: 2026-01-02\nupdated: 2025-11-01\ncontact: { email: weg@noord.example }")
        .expert("hidden", "name: Verborgen\nvisibility: hidden\nconsent: 2024-01-02\nupdated: 2025-11-01\ncontact: { email: verborgen@noord.example }")
}

fn nudge(site: &TestSite, out: &Path, more: &[&str]) -> (i32, String, String) {
    let (root, out) = (site.path().to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    let mut arguments = vec!["nudge", "-C", root, "--out", out, "--lang", "en"];
    if !more.contains(&"--date") {
        arguments.extend(["--date", "2026-11-23"]);
    }
    arguments.extend(more);
    said(&vakwerk(&arguments))
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("it ends"), text(&output.stdout), text(&output.stderr))
}

fn names(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).into_iter().flatten();
    files.map(|file| file.expect("readable").file_name().to_string_lossy().into_owned()).collect()
}

/// The words of a letter, whatever its encoding for the way: read by Python's library.
fn read_by_python(folder: &Path) -> String {
    const READ: &str = "import sys, pathlib\nfrom email import message_from_bytes, policy\n\
        for path in sorted(pathlib.Path(sys.argv[1]).glob('*.eml')):\n\
        \x20   letter = message_from_bytes(path.read_bytes(), policy=policy.default)\n\
        \x20   parts = list(letter.walk())\n\
        \x20   defects = [d for part in parts for d in part.defects] + [d for v in letter.values() for d in v.defects]\n\
        \x20   print(path.name, defects, letter['to'], '|', letter['from'], '|', letter['subject'], '|', letter['date'])\n\
        \x20   print(letter.get_content())\n";
    let output = Command::new("python3")
        .args(["-c", READ, folder.to_str().expect("UTF-8")])
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .expect("python3 starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn whoever_grew_old_gets_one_letter_in_their_language_and_nobody_who_left_gets_any() {
    let (site, folder) = (network(), tempfile::tempdir().expect("a folder"));
    let out = folder.path().join("mails");
    let (status, told, _) = nudge(&site, &out, &["--dry-run"]);
    assert!(status == 0 && told.contains("2 letters would be written"), "{told}");
    assert!(!out.exists() && !site.path().join("vakwerk.nudged").exists());
    let (status, told, left) = nudge(&site, &out, &[]);
    assert!(status == 0 && told.contains("none is sent"), "{told}{left}");
    assert!(
        left.contains("Stil has no mail address that a letter reaches (experts/mute.md)"),
        "{left}"
    );
    assert!(!left.contains("Weg") && !left.contains("Verborgen"), "{left}");
    let expected = ["abroad.eml", "old.eml"].map(str::to_owned);
    assert_eq!(names(&out), BTreeSet::from(expected));
    let read = read_by_python(&out);
    assert!(read.contains("abroad.eml [] Ada <ada@noord.example> | Netwerk Noord <redactie@noord.example> | Your page at Netwerk Noord"), "{read}");
    assert!(read.contains("old.eml [] \"Jan “Ünal”, jr.\" <jan@noord.example>"), "{read}");
    assert!(
        read.contains("| Uw pagina bij Netwerk Noord: klopt die nog? | Mon, 23 Nov 2026 12:00:00"),
        "{read}"
    );
    for line in [
        "Beste Jan “Ünal”, jr.,",
        "https://noord.example/experts/old/",
        "voor het laatst gewijzigd of bevestigd in november 2025",
        "https://git.example/edit/experts/old.md",
        "mailto:redactie@noord.example?subject=",
        "- Vertel wie u bent: voeg `who:` toe",
    ] {
        assert!(read.contains(line), "{line}\n{read}");
    }
    // A second run writes nothing, also on another machine that has the file of the site.
    let again = folder.path().join("again");
    let (status, told, left) = nudge(&site, &again, &["--date", "2027-02-01"]);
    assert!(status == 0 && told.contains("nobody is to be written to"), "{told}{left}");
    assert!(
        left.contains("2 people were written to less than 6m ago") && !again.exists(),
        "{left}"
    );
    nudge(&site, &again, &["--date", "2027-05-23"]);
    assert_eq!(names(&again).len(), 3, "Vera's confirmation is old by then");
}

#[test]
fn who_was_written_to_is_kept_without_names_and_a_broken_list_stops() {
    let (site, folder) = (network(), tempfile::tempdir().expect("a folder"));
    nudge(&site, folder.path(), &[]);
    let list = fs::read_to_string(site.path().join("vakwerk.nudged")).expect("a list");
    assert_eq!(list.lines().filter(|line| line.starts_with("2026-11-23 ")).count(), 2, "{list}");
    assert!(!list.contains("old") && !list.contains('@'), "{list}");
    site.build().clean();
    let root = site.path().to_str().expect("UTF-8");
    assert_eq!(vakwerk(&["forget", "old", "-C", root, "--yes"]).status.code(), Some(0));
    let list = fs::read_to_string(site.path().join("vakwerk.nudged")).expect("a list");
    assert_eq!(list.lines().filter(|line| line.starts_with("2026-11-23 ")).count(), 1, "{list}");
    site.write("vakwerk.nudged", b"<<<<<<< HEAD\n");
    let (status, _, left) = nudge(&site, folder.path(), &["--date", "2028-01-01"]);
    assert!(status == 1 && left.contains("vakwerk.nudged:1 "), "{left}");
}

#[test]
fn letters_lie_nowhere_where_they_would_be_published() {
    let site = network();
    site.build_as("docs", &[]);
    for folder in [
        "static/mails",
        "public",
        "experts",
        "docs/mails",
        "",
        "assets/x/y",
        "mails/../static/m",
        "mails/../public/../experts/../docs",
    ] {
        let (status, _, left) = nudge(&site, &site.path().join(folder), &[]);
        assert!(status == 2 && left.contains("letters hold mail addresses"), "{folder}: {left}");
    }
    let (status, _, left) = nudge(&site, &site.path().join("mails"), &[]);
    assert_eq!(status, 0, "{left}");
}

#[test]
fn what_was_confirmed_is_as_fresh_as_the_confirmation() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nupdated: 2020-01-01\nconfirmed_on: 2026-10-01\nexpertise: [{ topic: Heat, last_used: current }]")
        .expert("ada", "name: Ada\nupdated: 2020-01-01\nexpertise: [{ topic: Heat, last_used: current }]")
        .expert("eve", "name: Eve\nupdated: 2020-01-01\nconfirmed_on: 2027-01-01\nexpertise: [{ topic: Heat, last_used: current }]");
    let run = site.build();
    run.page("experts/jan/").contains("<p class=\"freshness\">current");
    run.page("experts/ada/").contains("<p class=\"freshness\">dormant");
    run.page("experts/eve/").contains("<p class=\"freshness\">dormant");
    assert_eq!(run.notes(), ["future-evidence experts/eve.md:4:15"]);
}

fn git(folder: &Path, day: &str, arguments: &[&str]) {
    let status = Command::new("git")
        .current_dir(folder)
        .args([
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@t.example",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(arguments)
        .env("GIT_AUTHOR_DATE", format!("{day}T12:00:00Z"))
        .env("GIT_COMMITTER_DATE", format!("{day}T12:00:00Z"))
        .output()
        .expect("Git starts");
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
}

#[test]
fn a_digest_tells_what_came_and_nothing_of_who_left_or_hides() {
    let site = TestSite::empty().file("repository/README.md", "x");
    let root = site.path().join("repository");
    let write =
        |path: &str, text: &str| site.write(&format!("repository/site/{path}"), text.as_bytes());
    write(
        "vakwerk.yaml",
        "title: Noord\nkind: network\nlanguages: [nl]\nbase_url: https://noord.example/\nprivacy: { consent: required }\n",
    );
    write(
        "experts/jan.md",
        "---\nname: Jan\nconsent: 2026-01-01\nexpertise: [Heat]\noffers: [Scan]\n---\n",
    );
    write("experts/weg.md", "---\nname: Weg\nconsent: 2026-01-01\n---\n");
    git(&root, "2026-02-01", &["init", "-q"]);
    git(&root, "2026-02-01", &["add", "."]);
    git(&root, "2026-02-01", &["commit", "-qm", "then"]);
    write(
        "experts/jan.md",
        "---\nname: Jan\nconsent: 2026-01-01\nexpertise: [Heat, Law]\noffers: [Scan, \"Advies *gratis*\"]\navailability: open\ncontact: { email: jan@noord.example, visibility: hidden }\n---\n",
    );
    write(
        "experts/weg.md",
        "---\nname: Weg\nconsent: 2026-01-01\nwithdrawn: 2026-06-01\nheadline: Ander werk\n---\n",
    );
    write(
        "experts/nieuw.md",
        "---\nname: <b>Nieuw</b>\nconsent: 2026-05-01\nheadline: Bodem\n---\n",
    );
    write("experts/zonder.md", "---\nname: Zonder\n---\n");
    write("projects/wijk.md", "---\ntitle: Wijk\nperiod: { from: 2026-04 }\n---\n");
    write("requests/vraag.md", "---\ntitle: Vraag\nneeds: [Law]\nuntil: 2026-12-31\n---\n");
    git(&root, "2026-06-01", &["add", "."]);
    git(&root, "2026-06-01", &["commit", "-qm", "now"]);
    let folder = root.join("site");
    let digest = |more: &[&str]| {
        let mut all = vec!["digest", folder.to_str().expect("UTF-8"), "--date", "2026-11-23"];
        all.extend(more);
        said(&vakwerk(&all))
    };
    let (status, text, left) = digest(&["--since", "2026-03-01"]);
    assert_eq!((status, &*left), (0, ""));
    let expected = "# Nieuw bij Noord sinds 1 maart 2026\n\n\
        ## Open vragen\n\n- [Vraag](https://noord.example/requests/vraag/): tot en met 31 december 2026\n\n\
        ## Nieuwe mensen\n\n- [\\<b\\>Nieuw\\</b\\>](https://noord.example/experts/nieuw/): Bodem\n\n\
        ## Nieuwe projecten\n\n- [Wijk](https://noord.example/projects/wijk/)\n\n\
        ## Nieuws van leden\n\n- [Jan](https://noord.example/experts/jan/): heeft ruimte voor werk; kent Law; biedt aan: Advies \\*gratis\\*\n\n\
        ## Onderwerpen die hier nieuw zijn\n\n- [Law](https://noord.example/topics/law/)\n";
    assert_eq!(text, expected);
    let (_, html, _) = digest(&["--since", "2026-03-01", "--format", "html", "--lang", "en"]);
    assert!(html.contains("<html lang=\"en\">") && html.contains("&lt;b&gt;Nieuw"), "{html}");
    assert!(html.contains("has room for work; knows Law"), "{html}");
    let (_, json, _) = digest(&["--since", "2026-03-01", "--format", "json"]);
    for told in [&text, &html, &json] {
        assert!(
            !told.contains("Weg")
                && !told.contains("weg")
                && !told.contains("Zonder")
                && !told.contains('@'),
            "{told}"
        );
    }
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["people"], serde_json::json!(["nieuw"]));
    let (_, text, _) = digest(&["--since", "2026-07-01"]);
    assert_eq!(text, "# Nieuw bij Noord sinds 1 juli 2026\n\nEr is niets nieuws.\n");
    let (status, _, left) = digest(&["--since", "2026-01-01"]);
    assert!(status == 1 && left.contains("its history begins later"), "{left}");
    let old = folder.to_str().expect("UTF-8");
    let (status, text, _) = digest(&["--since", "2026-07-01", "--old", old]);
    assert!(status == 0 && text.ends_with("Er is niets nieuws.\n"), "{text}");
}

#[test]
fn what_was_merged_later_was_not_there_yet() {
    let site = TestSite::network()
        .expert("jan", "name: Jan")
        .file("vakwerk.yaml", "title: T\nkind: network\nprivacy: { consent: optional }\n");
    let root = site.path();
    git(root, "2026-02-01", &["init", "-q", "-b", "main"]);
    git(root, "2026-02-01", &["add", "."]);
    git(root, "2026-02-01", &["commit", "-qm", "base"]);
    git(root, "2026-03-10", &["checkout", "-qb", "branch"]);
    site.write("experts/new.md", b"---\nname: New One\n---\n");
    git(root, "2026-03-10", &["add", "."]);
    git(root, "2026-03-10", &["commit", "-qm", "new"]);
    git(root, "2026-03-20", &["checkout", "-q", "main"]);
    git(root, "2026-03-20", &["merge", "-q", "--no-ff", "-m", "merged", "branch"]);
    let root = root.to_str().expect("UTF-8");
    let digest = |since: &str| {
        said(&vakwerk(&["digest", root, "--date", "2026-11-23", "--since", since, "--lang", "en"]))
    };
    assert!(digest("2026-03-15").1.contains("New One"), "{:?}", digest("2026-03-15"));
    assert!(digest("2026-03-21").1.contains("Nothing is new."), "{:?}", digest("2026-03-21"));
}

#[test]
fn a_member_in_the_same_repository_has_a_history() {
    let site = TestSite::empty()
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nmembers: [{ path: m/eve }]\nprivacy: { consent: optional }\n",
        )
        .file("m/eve/profile.md", "---\nname: Eve\n---\n");
    let root = site.path();
    git(root, "2026-02-01", &["init", "-q"]);
    git(root, "2026-02-01", &["add", "."]);
    git(root, "2026-02-01", &["commit", "-qm", "then"]);
    site.write("m/eve/projects/dike.md", b"---\ntitle: The dike\n---\n");
    let root = root.to_str().expect("UTF-8");
    let all = ["digest", root, "--date", "2026-11-23", "--since", "2026-03-01"];
    let (status, text, left) = said(&vakwerk(&all));
    assert!(status == 0 && text.contains("The dike"), "{text}{left}");
}

#[test]
fn an_address_of_the_sender_that_is_none_is_said() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nupdated: 2020-01-01\ncontact: { email: jan@a.example }")
        .file(
            "vakwerk.yaml",
            "title: T\nkind: network\nprivacy: { consent: optional }\nnudge: { from: nobody at all }\n",
        );
    let folder = tempfile::tempdir().expect("a folder");
    let (status, _, left) = nudge(&site, folder.path(), &[]);
    assert!(
        status == 2
            && left.contains("`nobody at all` is not a mail address")
            && left.contains("nobody is named who writes"),
        "{left}"
    );
}

/// A server that holds what was published, and records what it is told.
struct Engine {
    address: String,
    told: Arc<Mutex<Vec<serde_json::Value>>>,
    asked: Arc<Mutex<Vec<String>>>,
    answers: Arc<Mutex<u16>>,
}

fn engine(key: &'static str) -> Engine {
    let server = tiny_http::Server::http("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/", server.server_addr());
    let (told, asked) = (Arc::<Mutex<Vec<_>>>::default(), Arc::<Mutex<Vec<_>>>::default());
    let answers = Arc::new(Mutex::new(200));
    let engine =
        Engine { address, told: told.clone(), asked: asked.clone(), answers: answers.clone() };
    std::thread::spawn(move || {
        for mut request in server.incoming_requests() {
            asked.lock().expect("a lock").push(request.url().to_owned());
            if request.url() == "/indexnow" {
                let body = serde_json::from_reader(request.as_reader()).expect("JSON");
                told.lock().expect("a lock").push(body);
                let status = *answers.lock().expect("a lock");
                let _ = request.respond(tiny_http::Response::empty(status));
            } else if request.url() == format!("/{key}.txt") {
                let _ = request.respond(tiny_http::Response::from_string(format!("{key}\n")));
            } else {
                let _ = request.respond(tiny_http::Response::empty(404));
            }
        }
    });
    engine
}

#[test]
fn search_engines_are_told_of_changed_words_and_of_nobody_who_left() {
    let engine = engine("0123456789abcdef");
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("title: T\nkind: network\nbase_url: {}\nindexnow: 0123456789abcdef\nprivacy: {{ consent: optional }}\n", engine.address))
        .expert("jan", "name: Jan\nupdated: 2024-01-01\nexpertise: [{ topic: Heat, last_used: 2024-01 }]")
        .expert("apart", "name: Apart\nvisibility: unlisted")
        .expert("weg", "name: Weg");
    let changes = site.path().join(".changes");
    let changes = changes.to_str().expect("UTF-8").to_owned();
    let root = site.path().to_str().expect("UTF-8").to_owned();
    let endpoint = format!("{}indexnow", engine.address);
    let announce = |more: &[&str]| {
        let mut all = vec!["announce", &root, "--changes", &changes, "--endpoint", &endpoint];
        all.extend(more);
        said(&vakwerk(&all))
    };
    let told = || -> BTreeSet<String> {
        let calls = std::mem::take(&mut *engine.told.lock().expect("a lock"));
        let urls =
            calls.iter().flat_map(|call| call["urlList"].as_array().expect("a list").clone());
        let routes = urls.map(|url| url.as_str().expect("text").replace(&engine.address, "/"));
        routes.filter(|url| url.starts_with("/experts/") && url.matches('/').count() == 3).collect()
    };
    assert_eq!(
        fs::read_to_string(
            site.build_as("public", &["--changes", &changes])
                .clean()
                .out
                .join("0123456789abcdef.txt")
        )
        .expect("a key"),
        "0123456789abcdef"
    );
    // Nobody is asked in a dry run, nor a machine of one's own network without a word.
    let (status, text, _) = announce(&["--dry-run"]);
    assert!(status == 0 && text.contains("experts/jan/") && !text.contains("apart"), "{text}");
    let (status, _, left) = announce(&[]);
    assert!(status == 1 && left.contains("0123456789abcdef.txt does not answer"), "{left}");
    assert!(engine.asked.lock().expect("a lock").is_empty());
    // What is refused is told of again.
    *engine.answers.lock().expect("a lock") = 422;
    let (status, _, left) = announce(&["--private-hosts"]);
    assert!(status == 1 && left.contains("do not belong to the host"), "{left}");
    *engine.answers.lock().expect("a lock") = 202;
    told();
    let (status, _, left) = announce(&["--private-hosts"]);
    assert_eq!(status, 0, "{left}");
    assert_eq!(engine.asked.lock().expect("a lock")[0], "/0123456789abcdef.txt");
    let call = engine.told.lock().expect("a lock")[0].clone();
    assert_eq!(call["host"], engine.address.replace("http://", "").replace('/', ""));
    assert_eq!(call["keyLocation"], format!("{}0123456789abcdef.txt", engine.address));
    assert_eq!(told(), ["/experts/jan/", "/experts/weg/"].map(str::to_owned).into());
    // Only the freshness and the month are others, and somebody left.
    site.remove("experts/weg.md");
    let later = ["--changes", &*changes, "--date", "2028-11-23"];
    site.build_as("public", &later);
    let list = fs::read_to_string(&changes).expect("a list");
    assert!(
        list.contains("+ experts/jan/index.html") && list.contains("- experts/weg/index.html"),
        "{list}"
    );
    let (status, _, left) = announce(&["--private-hosts"]);
    assert_eq!((status, told()), (0, BTreeSet::new()), "{left}");
    // A word is another.
    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Engineer\nexpertise: [{ topic: Heat, last_used: 2024-01 }]\n---\n");
    site.build_as("public", &later);
    announce(&["--private-hosts"]);
    assert_eq!(told(), ["/experts/jan/"].map(str::to_owned).into());
}

#[test]
fn what_is_missing_for_an_announcement_is_said() {
    let site = TestSite::network()
        .expert("jan", "name: Jan")
        .file("changes", "+ experts/jan/index.html\n");
    let root = site.path().to_str().expect("UTF-8");
    let changes = site.path().join("changes");
    let changes = changes.to_str().expect("UTF-8");
    let (status, _, left) = said(&vakwerk(&["announce", root, "--changes", changes]));
    assert!(status == 2 && left.contains("indexnow: KEY"), "{left}");
    let config = "title: T\nkind: network\nbase_url: https://x.example/\nindexnow: \"not a key\"\nnudge: { from: nobody }\n";
    site.write("vakwerk.yaml", config.as_bytes());
    let notes = site.build().notes();
    assert!(notes.contains(&"broken-value vakwerk.yaml:4:11".to_owned()), "{notes:?}");
    assert!(notes.contains(&"broken-value vakwerk.yaml:5:16".to_owned()), "{notes:?}");
    site.write(
        "vakwerk.yaml",
        b"title: T\nkind: network\nbase_url: https://x.example/\nindexnow: 0123456789\n",
    );
    let elsewhere = ["announce", root, "--changes", changes, "-o", "nowhere"];
    let (status, _, left) = said(&vakwerk(&elsewhere));
    assert!(status == 1 && left.contains("sitemap.xml cannot be read"), "{left}");
    site.write("changes", b"experts/jan/index.html\n");
    let (status, _, left) = said(&vakwerk(&["announce", root, "--changes", changes]));
    assert!(status == 2 && left.contains("is no list of changes"), "{left}");
}

#[test]
fn a_topic_that_is_called_otherwise_is_not_new() {
    let site = TestSite::empty();
    let write = |root: &str, path: &str, text: &str| {
        site.write(&format!("{root}/{path}"), format!("---\n{text}\n---\n").as_bytes());
    };
    for root in ["then", "now"] {
        let config = "title: Noord\nkind: network\nprivacy: { consent: optional }\n";
        site.write(&format!("{root}/vakwerk.yaml"), config.as_bytes());
    }
    write("then", "topics/heat.md", "title: Heat");
    write("then", "experts/jan.md", "name: Jan\nexpertise: [Heat]");
    write("now", "topics/warmth.md", "title: Warmth\naliases: [heat]");
    write("now", "experts/jan.md", "name: Jan\nexpertise: [Warmth, Law]");
    let path = |root: &str| site.path().join(root).to_str().expect("UTF-8").to_owned();
    let (status, text, left) = said(&vakwerk(&[
        "digest",
        &path("now"),
        "--old",
        &path("then"),
        "--since",
        "2026-03-01",
        "--date",
        "2026-11-23",
    ]));
    assert!(status == 0 && text.contains("Law") && !text.contains("Warmth"), "{text}{left}");
}
