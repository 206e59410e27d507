//! Git never runs what a folder contains, and never answers without end.

use crate::test_site::{TestSite, vakwerk};
use std::fs;
use std::path::Path;
use std::process::Command;

fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@a.example",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("Git is there");
    assert!(status.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&status.stderr));
}

/// A network in a repository with one commit.
#[test]
fn a_repository_that_cannot_be_read_is_told() {
    let site = TestSite::network()
        .expert("jan", "name: Jan")
        .file(".git", "gitdir: /nowhere/worktrees/site\n");
    let told = |site: &TestSite| {
        site.build().notes().iter().any(|note| note.starts_with("shallow-history "))
    };
    assert!(told(&site), "a folder that is mounted without its repository");
    site.remove(".git");
    site.write(".git/reftable/tables.list", b"");
    site.write(".git/HEAD", b"ref: refs/heads/.invalid\n");
    assert!(told(&site), "branches that are kept in another way");
    assert!(!told(&TestSite::network().expert("jan", "name: Jan")), "no repository is no fault");
}

fn committed() -> TestSite {
    let site = TestSite::network().expert("anna", "name: Anna");
    git(site.path(), &["init", "-q"]);
    git(site.path(), &["add", "-A"]);
    git(site.path(), &["commit", "-q", "-m", "x"]);
    site
}

#[test]
#[cfg(unix)]
fn no_program_that_a_repositorys_configuration_names_is_run() {
    use std::os::unix::fs::PermissionsExt;
    let site = committed();
    let trace = site.path().join("ran");
    let program = site.path().join("evil.sh");
    fs::write(&program, format!("#!/bin/sh\necho \"$0 $@\" >> {}\ncat\n", trace.display()))
        .expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("executable");
    let evil = program.display().to_string();
    for (key, value) in [
        ("core.fsmonitor", evil.clone()),
        ("core.pager", evil.clone()),
        ("core.sshCommand", evil.clone()),
        ("core.gitProxy", evil.clone()),
        ("core.askPass", evil.clone()),
        ("core.editor", evil.clone()),
        ("core.alternateRefsCommand", evil.clone()),
        ("core.hooksPath", site.path().display().to_string()),
        ("diff.external", evil.clone()),
        ("diff.x.command", evil.clone()),
        ("diff.x.textconv", evil.clone()),
        ("filter.x.clean", evil.clone()),
        ("filter.x.smudge", evil.clone()),
        ("filter.x.process", evil.clone()),
        ("gpg.program", evil.clone()),
        ("gpg.ssh.program", evil.clone()),
        ("log.showSignature", "true".to_owned()),
        ("pager.log", evil.clone()),
        ("credential.helper", format!("!{evil}")),
        ("uploadpack.packObjectsHook", evil.clone()),
        ("trailer.x.command", evil.clone()),
        ("alias.log", format!("!{evil}")),
        ("include.path", "/dev/stdin".to_owned()),
        ("remote.origin.url", format!("ext::{evil}")),
        ("remote.origin.promisor", "true".to_owned()),
        ("remote.origin.uploadpack", evil.clone()),
        ("extensions.partialClone", "origin".to_owned()),
        ("protocol.ext.allow", "always".to_owned()),
    ] {
        git(site.path(), &["config", key, &value]);
    }
    fs::write(site.path().join(".gitattributes"), "* diff=x filter=x\n").expect("written");
    // An object that is missing would be fetched by a repository that promises it.
    let tree =
        fs::read_dir(site.path().join(".git/objects")).expect("objects").filter_map(Result::ok);
    let folder = tree
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| name.len() == 2));
    fs::remove_dir_all(folder.expect("an object")).expect("removed");
    let folder = site.path().to_str().expect("UTF-8");
    for arguments in [
        &["check", folder][..],
        &["build", folder],
        &["check", folder, "--report"],
        &["members", "verify", "-C", folder],
    ] {
        vakwerk(arguments);
        assert!(
            !trace.exists(),
            "{arguments:?} ran {}",
            fs::read_to_string(&trace).unwrap_or_default()
        );
    }
}

#[test]
fn the_history_is_read_in_worktrees_subfolders_and_packed_repositories() {
    let day = |site: &Path| {
        let out = site.join("out-for-day");
        vakwerk(&[
            "build",
            site.to_str().expect("UTF-8"),
            "-o",
            out.to_str().expect("UTF-8"),
            "--date",
            "2099-01-01",
        ]);
        let data = fs::read_to_string(out.join("experts/anna/expert.json")).expect("there is one");
        let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
        data["updated"].as_str().map(str::to_owned)
    };
    let site = committed();
    assert!(day(site.path()).is_some());
    git(site.path(), &["pack-refs", "--all"]);
    git(site.path(), &["gc", "-q"]);
    assert!(day(site.path()).is_some(), "packed");
    git(site.path(), &["checkout", "-q", "--detach"]);
    assert!(day(site.path()).is_some(), "detached");
    let tree = tempfile::tempdir().expect("a folder");
    let tree = tree.path().join("tree");
    git(site.path(), &["worktree", "add", "-q", tree.to_str().expect("UTF-8")]);
    assert!(day(&tree).is_some(), "a worktree");

    let whole = tempfile::tempdir().expect("a folder");
    let below = whole.path().join("sites/net work");
    fs::create_dir_all(below.join("experts")).expect("made");
    fs::write(below.join("vakwerk.yaml"), "kind: network\ntitle: T\n").expect("written");
    fs::write(below.join("experts/anna.md"), "---\nname: Anna\n---\n").expect("written");
    git(whole.path(), &["init", "-q", "--object-format=sha256"]);
    git(whole.path(), &["add", "-A"]);
    git(whole.path(), &["commit", "-q", "-m", "x"]);
    assert!(day(&below).is_some(), "a folder of a repository with SHA-256");
}

/// A network with one member, fetched, and the member's repository.
fn with_member() -> (TestSite, tempfile::TempDir) {
    let member = tempfile::tempdir().expect("a folder");
    fs::write(member.path().join("profile.md"), "---\nname: Jan Member\n---\n").expect("written");
    git(member.path(), &["init", "-q"]);
    git(member.path(), &["add", "-A"]);
    git(member.path(), &["commit", "-q", "-m", "x"]);
    let site = TestSite::network().file(
        "vakwerk.yaml",
        &format!(
            "kind: network\ntitle: T\nmember_rules: {{ protocols: [file] }}\nmembers: [{{ git: \"file://{}\" }}]\n",
            member.path().display()
        ),
    );
    let update = vakwerk(&["members", "update", "-C", site.path().to_str().expect("UTF-8")]);
    assert!(update.status.success(), "{}", String::from_utf8_lossy(&update.stderr));
    (site, member)
}

#[test]
fn a_cache_that_was_changed_is_not_believed() {
    let (site, _member) = with_member();
    let lock = fs::read_to_string(site.path().join("vakwerk.lock")).expect("a lock");
    assert!(lock.contains("content: "), "{lock}");
    site.build().page("experts/jan-member/");
    let members = fs::read_dir(site.path().join(".vakwerk/members")).expect("a cache");
    let cache = members
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.is_dir())
        .expect("a member");
    let forged = "---\nname: Jan Forged\n---\n";
    fs::write(cache.join("profile.md"), forged).expect("written");
    // Whoever changes the files changes the stamp beside them as well.
    let stamp = fs::read_to_string(cache.join(".vakwerk-source")).expect("a stamp");
    let mut stamp: serde_json::Value = serde_json::from_str(&stamp).expect("JSON");
    let mut hasher = blake3::Hasher::new();
    vakwerk::source::digest(&mut hasher, "profile.md", forged.as_bytes());
    stamp["content"] = hasher.finalize().to_hex().to_string().into();
    fs::write(cache.join(".vakwerk-source"), stamp.to_string()).expect("written");
    let run = site.build_as("forged", &[]);
    assert!(!run.has("experts/jan-forged/index.html"), "{:#}", run.json);
    assert!(
        run.notes().iter().any(|note| note.starts_with("member-unfetched")),
        "{:?}",
        run.notes()
    );
    let folder = site.path().to_str().expect("UTF-8");
    assert!(!vakwerk(&["members", "verify", "-C", folder]).status.success());
    assert!(vakwerk(&["members", "update", "--locked", "-C", folder]).status.success());
    site.build_as("mended", &[]).page("experts/jan-member/");
}

#[test]
#[cfg(unix)]
fn nothing_is_written_through_a_link_in_the_place_of_the_cache() {
    let (site, _member) = with_member();
    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::remove_dir_all(site.path().join(".vakwerk")).expect("removed");
    std::os::unix::fs::symlink(elsewhere.path(), site.path().join(".vakwerk")).expect("linked");
    let update = vakwerk(&["members", "update", "-C", site.path().to_str().expect("UTF-8")]);
    assert!(!update.status.success());
    site.build();
    assert!(
        fs::read_dir(elsewhere.path()).expect("readable").next().is_none(),
        "something was written elsewhere"
    );
}

#[test]
fn a_secret_in_an_address_is_printed_nowhere() {
    for url in [
        "https://git.example/jan.git?private_token=HUSH",
        "https://jan:HUSH@git.example/jan.git",
        "https://HUSH@git.example/jan.git",
        "https://git.example/jan.git#HUSH",
        "git:HUSH@git.example:jan.git",
        "https://git.example/jan.git%3Ftoken=HUSH",
    ] {
        let site = TestSite::network().expert("anna", "name: Anna").file(
            "vakwerk.yaml",
            &format!("kind: network\ntitle: T\nmembers:\n  - git: \"{url}\"\n"),
        );
        let folder = site.path().to_str().expect("UTF-8");
        for format in ["text", "json", "github", "sarif"] {
            let output = vakwerk(&["check", folder, "--format", format]);
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            assert!(!said.contains("HUSH") || url.contains("%3F"), "{url}, {format}: {said}");
            assert!(said.contains("member-refused"), "{url}, {format}: {said}");
        }
        let output = vakwerk(&["members", "update", "-C", folder]);
        assert!(
            !String::from_utf8_lossy(&output.stderr).contains("HUSH") || url.contains("%3F"),
            "{url}"
        );
    }
}

#[test]
fn programs_are_started_in_few_places_only() {
    let mut places = Vec::new();
    for entry in walkdir::WalkDir::new("src").sort_by_file_name() {
        let entry = entry.expect("readable");
        if entry.file_type().is_file()
            && fs::read_to_string(entry.path()).is_ok_and(|text| text.contains("Command::new"))
        {
            places.push(entry.path().display().to_string());
        }
    }
    // The program itself, which reads a PDF apart; the browser, for `serve --open`; and Git.
    assert_eq!(places, ["src/cli/pdf_text.rs", "src/cli/serve.rs", "src/git/run.rs"]);
}
