//! Members whose profiles live in repositories of their own.

use crate::git_host::GitHost;
use crate::test_site::{Run, TestSite, long_or, tree, vakwerk};
use std::collections::BTreeMap;
use std::process::{Command, Output};

const RULES: &str = "title: Test\nkind: network\nprivacy: { consent: optional }\nmember_rules: { protocols: [http], seconds: 30 }\n";

fn profile(name: &str) -> String {
    format!(
        "---\nname: {name}\nheadline: Advisor\nexpertise: [heat networks]\n---\nAbout {name}.\n"
    )
}

fn network(members: &str) -> TestSite {
    TestSite::empty().file("vakwerk.yaml", &format!("{RULES}{members}"))
}

/// Runs `vakwerk members …` for a site, in a home of its own that must stay empty.
fn members(site: &TestSite, arguments: &[&str]) -> (i32, String) {
    let home = tempfile::tempdir().expect("a home");
    let output = Command::new(env!("CARGO_BIN_EXE_vakwerk"))
        .arg("members")
        .args(arguments)
        .arg("-C")
        .arg(site.path())
        .env("HOME", home.path())
        .env_remove("XDG_CACHE_HOME")
        .output()
        .expect("the program starts");
    assert!(tree(home.path()).is_empty(), "something was written into the home folder");
    said(&output)
}

fn said(output: &Output) -> (i32, String) {
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    (output.status.code().expect("it ended"), text)
}

/// How many experts have a page.
fn experts(built: &Run) -> usize {
    let page = |path: &&String| path.starts_with("experts/member") && path.ends_with("/index.html");
    tree(&built.out).keys().filter(page).count()
}

/// What the owner of the site wrote.
fn written(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(site.path());
    files.retain(|path, _| {
        !path.starts_with(".vakwerk") && !path.starts_with("public") && path != "vakwerk.lock"
    });
    files
}

fn commit_of(site: &TestSite, url: &str) -> String {
    let lock = std::fs::read_to_string(site.path().join("vakwerk.lock")).expect("a lock");
    let after = lock.split(&format!("git: {url}\n")).nth(1).expect("it is locked");
    after.split("commit: ").nth(1).expect("a commit").lines().next().expect("a line").to_owned()
}

#[test]
fn two_hundred_members_and_what_can_befall_them() {
    let host = GitHost::start();
    let mut list = String::from("git,ref,folder,slug,path\n");
    for number in 0..200 {
        let name = format!("member{number:03}");
        let branch = if number == 5 { "trunk" } else { "main" };
        host.create(
            &name,
            branch,
            &[("profile.md", &profile(&format!("Member {number:03}"))), ("README.md", "hello")],
        );
        list.push_str(&format!("{},,,{name},\n", host.url(&name)));
    }
    let gone = {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        format!("http://{}/gone.git", free.local_addr().expect("an address"))
    };
    list.push_str(&format!("{gone},,,,\n"));
    let site = network("members: [{ list: members.csv }]\n").file("members.csv", &list);
    let before = written(&site);

    // All are fetched but the one that cannot be reached.
    let (status, text) = members(&site, &["update"]);
    assert_eq!(status, 3, "{text}");
    assert!(
        text.contains("201 members: 200 added, 0 changed, 0 as before, 1 not reached"),
        "{text}"
    );
    assert!(text.contains("members.csv:202:1"), "{text}");
    let built = site.build();
    assert_eq!((built.status, experts(&built)), (3, 200), "{}", built.said);
    built.page("experts/member005/").contains("About Member 005.");
    assert!(!built.has("README.md"));

    // One is changed, one deleted, one pushed by force, one has become hostile; the others are as
    // they were.
    host.push("member001", "main", &[("profile.md", &profile("Changed Member"))]);
    std::fs::remove_dir_all(host.repository("member002")).expect("deleted");
    host.force_push("member003", "main", &[("profile.md", &profile("Forced Member"))]);
    let hooks = host.blob("member004", "#!/bin/sh\ntouch /tmp/vakwerk-was-here\n");
    let text_of = host.blob("member004", &profile("Hostile Member"));
    let passwd = host.blob("member004", "/etc/passwd");
    let huge = host.huge_blob("member004");
    let outside = host.tree("member004", &[("100644", "escaped.md", &text_of)]);
    let inner = host.tree("member004", &[("100755", "post-checkout", &hooks)]);
    let modules = host.blob("member004", "[submodule \"x\"]\n\tpath = x\n\turl = ext::sh -c id\n");
    let whole = host.tree(
        "member004",
        &[
            ("40000", "..", &outside),
            ("40000", ".git", &inner),
            ("100644", ".gitmodules", &modules),
            ("120000", "cv.pdf", &passwd),
            ("100644", "film.pdf", &huge),
            ("100644", "profile.md", &text_of),
            ("160000", "x", "0123456789abcdef0123456789abcdef01234567"),
        ],
    );
    host.commit_tree("member004", "main", &whole);

    let locked = commit_of(&site, &host.url("member002"));
    let (status, text) = members(&site, &["update"]);
    assert_eq!(status, 3, "{text}");
    assert!(
        text.contains("201 members: 0 added, 3 changed, 196 as before, 2 not reached"),
        "{text}"
    );
    for told in [
        "`../escaped.md`: no file may have such a name",
        "`.git/post-checkout`: no file may have such a name",
        "`cv.pdf`: symbolic links are not followed",
        "`film.pdf` has more than 20 MB",
        "`x`: submodules are not fetched",
        "member002.git: repository",
        "the version in vakwerk.lock is kept",
    ] {
        assert!(text.contains(told), "no `{told}` in:\n{text}");
    }
    assert_eq!(commit_of(&site, &host.url("member002")), locked);
    let built = site.build();
    assert_eq!(experts(&built), 200, "{}", built.said);
    built.page("experts/member001/").contains("Changed Member");
    built.page("experts/member002/").contains("Member 002");
    built.page("experts/member003/").contains("Forced Member");
    built.page("experts/member004/").contains("Hostile Member");
    let files = tree(site.path());
    assert!(!files.keys().any(|path| path.contains("escaped")
        || path.contains("post-checkout")
        || path.ends_with("cv.pdf")));
    assert!(!files.values().any(|bytes| bytes.windows(5).any(|five| five == b"root:")));
    assert_eq!(written(&site), before, "what the owner wrote was touched");
    assert!(!std::path::Path::new("/tmp/vakwerk-was-here").exists());

    // What is here is what is locked, and a changed byte shows.
    let (status, text) = members(&site, &["verify"]);
    assert!(status == 3 && text.contains("201 members, 200 as locked"), "{text}");
    let (_, text) = members(&site, &["list"]);
    assert_eq!(
        text.matches("\nlocked ").count() + usize::from(text.starts_with("locked ")),
        200,
        "{text}"
    );
}

#[test]
fn building_asks_no_network_and_no_git() {
    let host = GitHost::start();
    host.create("jan", "main", &[("profile.md", &profile("Jan Bos"))]);
    let site = network(&format!("members: [{{ git: '{}' }}]\n", host.url("jan")));
    let said_first = site.build();
    assert!(
        said_first.notes().iter().any(|note| note.contains("member-unfetched")),
        "{:?}",
        said_first.notes()
    );
    assert_eq!(host.asked(), 0);

    assert_eq!(members(&site, &["update"]).0, 0);
    let asked = host.asked();
    let build = |more: &[&str], path: &str| {
        let out = site.path().join("public");
        let mut command = Command::new(env!("CARGO_BIN_EXE_vakwerk"));
        command.arg("build").arg(site.path()).arg("--out").arg(out).args(more).env("PATH", path);
        said(&command.output().expect("the program starts"))
    };
    let (status, text) = build(&[], "");
    assert_eq!(status, 0, "{text}");
    assert_eq!(host.asked(), asked);
    assert!(site.path().join("public/experts/jan-bos/index.html").exists());

    // With --update it does, and says so when it cannot.
    host.push("jan", "main", &[("profile.md", &profile("Jan Bosch"))]);
    let path = std::env::var("PATH").expect("a path");
    assert_eq!(build(&["--update"], &path).0, 0);
    assert!(site.path().join("public/experts/jan-bosch/index.html").exists());
    drop(std::fs::remove_dir_all(host.repository("jan")));
    let (status, text) = build(&["--update"], &path);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("the version in vakwerk.lock is kept"), "{text}");
    assert!(site.path().join("public/experts/jan-bosch/index.html").exists());
}

#[test]
fn a_fresh_clone_builds_from_the_commits_that_are_locked() {
    let host = GitHost::start();
    host.create("jan", "main", &[("profile.md", &profile("Jan Bos"))]);
    let site = network(&format!("members:\n  - git: {}\n", host.url("jan")));
    assert_eq!(members(&site, &["update"]).0, 0);
    host.push("jan", "main", &[("profile.md", &profile("Jan Bosch"))]);
    let lock = std::fs::read(site.path().join("vakwerk.lock")).expect("a lock");
    let clone =
        network(&format!("members:\n  - git: {}\n", host.url("jan"))).bytes("vakwerk.lock", &lock);
    assert_eq!(members(&clone, &["verify"]).0, 3);
    let (status, text) = members(&clone, &["update", "--locked"]);
    assert_eq!(status, 0, "{text}");
    assert!(clone.build().has("experts/jan-bos/index.html"));
    assert_eq!(std::fs::read(clone.path().join("vakwerk.lock")).expect("a lock"), lock);
    let name = std::fs::read_dir(clone.path().join(".vakwerk/members"))
        .expect("a cache")
        .next()
        .expect("one");
    std::fs::write(
        name.expect("readable").path().join("profile.md"),
        "---\nname: Somebody Else\n---\n",
    )
    .expect("written");
    let (status, text) = members(&clone, &["verify"]);
    assert!(status == 3 && text.contains("was changed here"), "{text}");
}

#[test]
fn one_portfolio_stands_in_two_networks() {
    let host = GitHost::start();
    host.create(
        "jan",
        "main",
        &[
            ("vakwerk.yaml", "title: Jan"),
            ("profile.md", &profile("Jan Bos")),
            ("templates/page.html", "ours"),
        ],
    );
    let sites =
        ["North", "South"].map(|_| network(&format!("members:\n  - git: {}\n", host.url("jan"))));
    for site in &sites {
        assert_eq!(members(site, &["update"]).0, 0);
        site.build().page("experts/jan-bos/").contains("Advisor");
    }
    host.push("jan", "main", &[("profile.md", &profile("Jan Bos").replace("Advisor", "Builder"))]);
    for site in &sites {
        assert_eq!(members(site, &["update"]).0, 0);
        site.build().page("experts/jan-bos/").contains("Builder").lacks("ours");
    }
}

#[test]
fn a_network_takes_of_another_whom_it_wants() {
    let host = GitHost::start();
    let wind = profile("Wind Woman").replace("heat networks", "wind energy");
    host.create(
        "north",
        "main",
        &[
            ("experts/jan.md", &profile("Jan Bos")),
            ("experts/anna/profile.md", &profile("Anna Berg")),
            (
                "experts/anna/projects/heat.md",
                "---\ntitle: Heat for all\nrole: lead\nperiod: 2024\n---\n",
            ),
            ("experts/wind/profile.md", &wind),
            ("projects/theirs.md", "---\ntitle: Theirs\n---\n"),
        ],
    );
    let experts = |more: &str| {
        let site = network(&format!(
            "members:\n  - git: {}\n    folder: experts\n{more}",
            host.url("north")
        ));
        assert_eq!(members(&site, &["update"]).0, 0);
        let built = site.build();
        assert!(!built.has("projects/theirs/index.html"));
        ["jan", "anna", "wind"].map(|slug| built.has(&format!("experts/{slug}/index.html")))
    };
    assert_eq!(experts("    experts: all\n"), [true, true, true]);
    assert_eq!(experts("    experts: [jan, wind]\n"), [true, false, true]);
    assert_eq!(experts("    topics: [Heat Networks]\n"), [true, true, false]);
}

#[test]
fn two_members_with_one_slug_are_named_both() {
    let host = GitHost::start();
    host.create("a", "main", &[("profile.md", &profile("Jan Bos"))]);
    host.create("b", "main", &[("profile.md", &profile("Jan Bos"))]);
    let site = network(&format!(
        "members:\n  - git: {}\n    slug: jan\n  - git: {}\n    slug: jan\n",
        host.url("a"),
        host.url("b")
    ))
    .expert("amina", "name: Amina");
    assert_eq!(members(&site, &["update"]).0, 0);
    let built = site.build();
    assert_eq!(built.status, 3, "{}", built.said);
    let notes = built.json["diagnostics"].as_array().expect("diagnostics");
    let same =
        notes.iter().find(|note| note["code"] == "same-url").expect("it is told").to_string();
    assert!(same.contains("members/a-") && same.contains("members/b-"), "{same}");
}

#[test]
fn who_joined_first_keeps_what_a_later_member_claims_wherever_the_owner_writes_them() {
    let host = GitHost::start();
    let one = |name: &str| format!("---\nname: {name}\nslug: one\n---\n");
    host.create("early", "main", &[("profile.md", &one("Early Bird"))]);
    host.create("late", "main", &[("profile.md", &one("Late Comer"))]);
    let (early, late) = (host.url("early"), host.url("late"));
    let site = network(&format!("members:\n  - git: {early}\n")).expert("amina", "name: Amina");
    assert_eq!(members(&site, &["update"]).0, 0);
    let both = format!("{RULES}members:\n  - git: {late}\n  - git: {early}\n");
    site.write("vakwerk.yaml", both.as_bytes());
    assert_eq!(members(&site, &["update"]).0, 0);
    let lock = std::fs::read_to_string(site.path().join("vakwerk.lock")).expect("a lock");
    assert!(lock.find(&early) < lock.find(&late), "{lock}");
    let built = site.build();
    built.page("experts/one/").contains("Early Bird");
    assert!(!built.page("experts/").text().contains("Late Comer"));
    // Who left and joins again comes last.
    site.write("vakwerk.yaml", format!("{RULES}members:\n  - git: {late}\n").as_bytes());
    assert_eq!(members(&site, &["update"]).0, 0);
    site.write(
        "vakwerk.yaml",
        format!("{RULES}members:\n  - git: {early}\n  - git: {late}\n").as_bytes(),
    );
    assert_eq!(members(&site, &["update"]).0, 0);
    site.build().page("experts/one/").contains("Late Comer");
}

#[test]
fn a_member_is_added_and_removed_by_a_command() {
    let host = GitHost::start();
    host.create("jan", "main", &[("cv/profile.md", &profile("Jan Bos"))]);
    let site = network("# ours\nexperts_are: ours\n".replace("experts_are: ours\n", "").as_str());
    let before = written(&site);
    let (status, text) =
        members(&site, &["add", &host.url("jan"), "--folder", "cv", "--slug", "jan"]);
    assert_eq!(status, 0, "{text}");
    assert!(site.build().has("experts/jan/index.html"));
    assert!(members(&site, &["list", "--format", "json"]).1.contains("\"state\": \"locked\""));
    assert_eq!(members(&site, &["add", "ext::sh -c id"]).0, 2);
    assert_eq!(members(&site, &["remove", "nobody"]).0, 2);
    let (status, text) = members(&site, &["remove", "jan"]);
    assert_eq!(status, 0, "{text}");
    let mut after = written(&site);
    let yaml = String::from_utf8(after.remove("vakwerk.yaml").expect("it is there")).expect("text");
    assert_eq!(yaml.replace("members: []\n", "").as_bytes(), before["vakwerk.yaml"]);
    assert!(!site.path().join(".vakwerk/members").read_dir().expect("the cache").any(|_| true));
}

#[test]
fn what_no_member_may_be_is_refused() {
    let odd = [
        "git: file:///etc",
        "git: 'ext::sh -c id'",
        "git: https://git.example/a.git",
        "git: http://token:secret@git.example/a",
        "{ git: http://git.example/a, folder: ../b }",
        "{ git: http://git.example/a, ref: --upload-pack=id }",
        "{ path: a, git: http://git.example/a }",
        "{ slug: jan }",
    ];
    let lines: String = odd.map(|line| ["  - ", line, "\n"].concat()).concat();
    let site = network(&format!("members:\n{lines}")).expert("amina", "name: Amina");
    let built = site.build();
    let refused = built.notes().iter().filter(|note| note.contains("member-refused")).count();
    assert_eq!(refused, odd.len(), "{}", built.said);
    assert!(!built.said.contains("secret"), "{}", built.said);
    assert!(built.has("experts/amina/index.html"));
    let output = vakwerk(&["members", "update", "-C", site.path().to_str().expect("UTF-8")]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains(&format!("{} refused", odd.len())), "{said}");
}

/// How long it takes is printed, never judged:
/// `VAKWERK_LONG=1 cargo test members_are_fetched -- --nocapture`.
#[test]
#[expect(clippy::print_stdout, reason = "a measurement is read by people")]
fn many_members_are_fetched_and_asked_again() {
    let host = GitHost::start();
    let count = long_or(1_000, 20);
    let mut list = String::from("git,slug\n");
    for number in 0..count {
        let name = format!("member{number:04}");
        let case = "---\ntitle: Heat for all\nrole: lead\nperiod: 2024\n---\nA case.\n";
        host.create(&name, "main", &[("profile.md", &profile(&name)), ("projects/heat.md", case)]);
        list.push_str(&format!("{},{name}\n", host.url(&name)));
    }
    let site = network("members: [{ list: members.csv }]\n").file("members.csv", &list);
    for told in [format!("{count} added"), format!("{count} as before")] {
        let start = std::time::Instant::now();
        let (status, text) = members(&site, &["update"]);
        println!("{told}: {:.1} s", start.elapsed().as_secs_f64());
        assert!(status == 0 && text.contains(&told), "{text}");
    }
}

#[test]
fn pages_lead_to_where_their_files_are_changed() {
    let site = TestSite::network().expert("jan", "name: Jan");
    assert!(!site.build().page("experts/jan/").html.contains("Edit this page"));
    let address = "https://github.com/us/network/edit/main/{path}";
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("title: Test\nkind: network\nedit_url: '{address}'\nmembers:\n  - git: https://github.com/jan/cv.git\n    folder: my cv\n"))
        .expert("amina", "name: Amina");
    // As if it had been fetched: no test asks a host that is not its own.
    let commit = "0123456789abcdef0123456789abcdef01234567";
    let site = site.file(
        "vakwerk.lock",
        &format!("version: 1\nmembers:\n- git: https://github.com/jan/cv.git\n  folder: my cv\n  commit: {commit}\n"),
    );
    let (_, list) = members(&site, &["verify"]);
    assert!(list.contains("0123456789"), "{list}");
    let project =
        vakwerk::config::Project::open(site.path(), vakwerk::config::Overrides::default());
    let name = project.value.expect("a project").config.members[0].cache_name();
    let profile = "---\nname: Jan\n---\n";
    let mut hash = blake3::Hasher::new();
    vakwerk::source::digest(&mut hash, "profile.md", profile.as_bytes());
    let site = site
        .file(
            &format!(".vakwerk/members/{name}/.vakwerk-source"),
            &format!("{{\"commit\":\"{commit}\",\"content\":\"{}\"}}", hash.finalize().to_hex()),
        )
        .file(&format!(".vakwerk/members/{name}/profile.md"), profile);
    let built = site.build();
    built
        .page("experts/amina/")
        .contains("href=\"https://github.com/us/network/edit/main/experts/amina.md\"");
    built
        .page("experts/jan/")
        .contains("href=\"https://github.com/jan/cv/edit/HEAD/my%20cv/profile.md\"");
}

#[test]
fn a_configuration_in_another_encoding_is_not_written_over() {
    let written = b"title: Caf\xe9\nkind: network\nprivacy: { consent: optional }\nmembers:\n  - path: guests/ada\n";
    let site = TestSite::empty()
        .bytes("vakwerk.yaml", written)
        .file("guests/ada/profile.md", &profile("Ada"))
        .file("guests/jan/profile.md", &profile("Jan"));
    for command in [["add", "guests/jan"], ["remove", "guests/ada"]] {
        let (status, text) = members(&site, &command);
        assert!(status == 2 && text.contains("save it as UTF-8; nothing was changed"), "{text}");
        assert_eq!(written[..], tree(site.path())["vakwerk.yaml"]);
    }
}

#[test]
fn lines_of_windows_stay_lines_of_windows() {
    let before = "title: Test\r\nkind: network\r\nprivacy: { consent: optional }\r\nmembers:\r\n  - path: guests/ada\r\n";
    let site = TestSite::empty()
        .file("vakwerk.yaml", before)
        .file("guests/ada/profile.md", &profile("Ada"))
        .file("guests/jan/profile.md", &profile("Jan"));
    let config = || String::from_utf8(tree(site.path())["vakwerk.yaml"].clone()).expect("UTF-8");
    let (status, text) = members(&site, &["add", "guests/jan"]);
    assert_eq!((status, config()), (0, format!("{before}  - path: guests/jan\r\n")), "{text}");
    let (status, text) = members(&site, &["remove", "guests/jan"]);
    assert_eq!((status, &*config()), (0, before), "{text}");
}

#[test]
#[cfg(unix)]
fn a_configuration_that_cannot_be_written_stays_whole() {
    let site = network(&"# A remark of the owner.\n".repeat(400))
        .file("guests/jan/profile.md", &profile("Jan"));
    let before = tree(site.path());
    // As on a full disk, no file can get larger than so much.
    let program = env!("CARGO_BIN_EXE_vakwerk");
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -f 4; trap '' XFSZ; exec \"$0\" \"$@\"", program]);
    let done = shell.args(["members", "add", "guests/jan", "-C"]).arg(site.path()).output();
    let (status, text) = said(&done.expect("a shell starts"));
    assert!(status == 2 && text.contains("cannot be written"), "{text}");
    assert_eq!(tree(site.path()), before);
}
