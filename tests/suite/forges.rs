//! Workflows for forges: valid by the schemas that are published for them, and run here as far as a
//! forge is not needed.

use crate::test_site::{TestSite, vakwerk};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

const FORGES: [(&str, &str); 3] = [
    ("github", ".github/workflows/site.yml"),
    ("gitlab", ".gitlab-ci.yml"),
    ("forgejo", ".forgejo/workflows/site.yml"),
];

fn started(forge: &str) -> TestSite {
    let site = TestSite::empty();
    let dir = site.path().join("site");
    let dir = dir.to_str().expect("a plain path");
    let output = vakwerk(&["init", dir, "--kind", "network", "--ci", forge]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    site
}

/// A program of Python's that `.ci/run` installs.
#[expect(clippy::print_stdout, reason = "a check that is skipped is seen")]
fn validator() -> Option<PathBuf> {
    let installed =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python/.venv/bin/check-jsonschema");
    let found = installed.exists().then_some(installed);
    if found.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "check-jsonschema is missing; `.ci/run` installs it"
        );
        println!("skipped, because check-jsonschema is missing; `.ci/run` installs it");
    }
    found
}

#[test]
fn the_workflows_fit_the_schemas_that_are_published_for_them() {
    let Some(validator) = validator() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours = [
        ("github", "docs/static/scale/github-matrix.yml"),
        ("github", ".github/workflows/release.yml"),
        ("action", "action.yml"),
    ];
    let mut files: Vec<(&str, PathBuf)> =
        ours.into_iter().map(|(forge, path)| (forge, root.join(path))).collect();
    let sites: Vec<TestSite> = FORGES.iter().map(|(forge, _)| started(forge)).collect();
    files.extend(
        FORGES
            .iter()
            .zip(&sites)
            .map(|((forge, path), site)| (*forge, site.path().join("site").join(path))),
    );
    for (forge, file) in files {
        let schema: &[&str] = match forge {
            "gitlab" => &["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
            "action" => &["--builtin-schema", "vendor.github-actions"],
            _ => &["--builtin-schema", "vendor.github-workflows"],
        };
        let output = Command::new(&validator).args(schema).arg(&file).output().expect("it starts");
        assert!(
            output.status.success(),
            "{}: {}",
            file.display(),
            String::from_utf8_lossy(&output.stdout)
        );
    }
}

/// The commands of a workflow's jobs that need no forge, in their order, each with its environment.
fn commands(forge: &str, text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let workflow: serde_yaml::Value = serde_yaml::from_str(text).expect("YAML");
    if forge == "gitlab" {
        let script = workflow["pages"]["script"].as_sequence().expect("a script").clone();
        return script
            .iter()
            .map(|line| (line.as_str().expect("text").to_owned(), Vec::new()))
            .collect();
    }
    let job = if forge == "github" { "build" } else { "site" };
    let steps = workflow["jobs"][job]["steps"].as_sequence().expect("steps");
    let runs = steps.iter().filter_map(|step| {
        let run = step["run"].as_str()?.to_owned();
        let environment = step["env"].as_mapping().into_iter().flatten();
        let pair = |(key, value): (&serde_yaml::Value, &serde_yaml::Value)| {
            (key.as_str().expect("a name").to_owned(), value.as_str().expect("text").to_owned())
        };
        Some((run, environment.map(pair).collect()))
    });
    runs.collect()
}

#[test]
fn each_command_of_a_workflow_runs_in_a_fresh_clone() {
    for (forge, path) in FORGES {
        let site = started(forge);
        let source = site.path().join("site");
        let git = |dir: &Path, arguments: &[&str]| {
            let who = ["-c", "user.name=A", "-c", "user.email=a@test.example"];
            let output = Command::new("git")
                .arg("-C")
                .arg(dir)
                .args(who)
                .args(arguments)
                .output()
                .expect("git runs");
            assert!(
                output.status.success(),
                "{arguments:?}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        };
        git(&source, &["init", "-q", "-b", "main"]);
        git(&source, &["add", "-A"]);
        git(&source, &["commit", "-qm", "A site"]);
        let (clone, pages) = (site.path().join("clone"), site.path().join("owner/network"));
        git(site.path(), &["init", "-q", "--bare", "-b", "main", pages.to_str().expect("plain")]);
        git(&source, &["push", "-q", pages.to_str().expect("plain"), "main"]);
        if forge == "forgejo" {
            fs::create_dir(&clone).expect("a folder");
        } else {
            git(site.path(), &["clone", "-q", pages.to_str().expect("plain"), "clone"]);
        }
        // Where the program is installed, the one that is tested stands already.
        let bin = site.path().join("bin");
        fs::create_dir(&bin).expect("a folder");
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_vakwerk"), bin.join("vakwerk"))
            .expect("linked");
        let cargo = bin.join("cargo");
        fs::write(&cargo, "#!/bin/sh\nexit 9\n").expect("written");
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("it may run");

        let said = |text: &str| {
            text.replace(
                "${{ steps.pages.outputs.base_url }}",
                "https://owner.test.example/network",
            )
            .replace("${{ github.server_url }}", site.path().to_str().expect("plain"))
            .replace("${{ github.repository }}", "owner/network")
            .replace("${{ github.repository_owner }}", "owner")
            .replace("${{ github.event.repository.name }}", "network")
            .replace("${{ github.event_name }}", "push")
            .replace("${{ github.ref }}", "refs/heads/main")
            .replace("${{ secrets.PAGES_TOKEN }}", "token")
        };
        let text = fs::read_to_string(source.join(path)).expect("a workflow");
        let commands = commands(forge, &text);
        assert!(commands.len() >= 4, "{forge} has {} commands", commands.len());
        for (run, environment) in commands {
            let path = format!("{}:{}", bin.display(), std::env::var("PATH").expect("a path"));
            let output = Command::new("bash")
                .args(["-e", "-c", &said(&run)])
                .current_dir(&clone)
                .envs(environment.iter().map(|(key, value)| (key, said(value))))
                .env("PATH", path)
                .env("CI_PAGES_URL", "https://owner.test.example/network")
                .env("CARGO_INSTALL_ROOT", site.path().join("installed"))
                .output()
                .expect("bash runs");
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.success() && !said(&run).contains("${{"),
                "{forge}: {run}\n{told}"
            );
        }
        let page = fs::read_to_string(clone.join("public/index.html")).expect("a page");
        let address = if forge == "forgejo" {
            "https://owner.codeberg.page/network/"
        } else {
            "https://owner.test.example/network/"
        };
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\"")), "{forge}");
        if forge == "forgejo" {
            git(&pages, &["cat-file", "-e", "pages:index.html"]);
        }
    }
}

#[test]
fn a_site_that_stands_gets_a_workflow_and_nothing_else() {
    let site = TestSite::network().expert("jan", "name: Jan");
    let dir = site.path().to_str().expect("plain");
    assert!(vakwerk(&["init", dir, "--ci", "gitlab"]).status.success());
    assert!(
        site.path().join(".gitlab-ci.yml").exists() && !site.path().join("profile.md").exists()
    );
    assert_eq!(vakwerk(&["init", dir, "--ci", "gitlab"]).status.code(), Some(2));
}

#[test]
fn a_member_sees_what_is_wrong_with_the_own_profile_only() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nheadlin: x")
        .expert("amina", "name: Amina\nwhoo: x");
    let dir = site.path().to_str().expect("plain");
    let output = vakwerk(&["check", dir, "--only", "experts/jan"]);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("headlin") && !text.contains("whoo"), "{text}");
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(vakwerk(&["check", dir, "--only", "experts/nobody"]).status.code(), Some(2));
}

#[test]
fn the_steps_of_the_action_build_a_site() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml"))
        .expect("an action");
    let action: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
    let site = TestSite::network().expert("jan", "name: Jan");
    let dir = site.path().to_str().expect("plain");
    let program = Path::new(env!("CARGO_BIN_EXE_vakwerk")).parent().expect("a folder").display();
    let inputs = [
        ("FOLDER", dir),
        ("OUT", &format!("{dir}/public")),
        ("UPDATE", "locked"),
        ("BASE_URL", "https://a.example/net"),
    ];
    for step in action["runs"]["steps"].as_sequence().expect("steps") {
        let output = Command::new("bash")
            .args(["-e", "-c", step["run"].as_str().expect("a command")])
            .envs(inputs)
            .env("PATH", format!("{program}:{}", std::env::var("PATH").expect("a path")))
            .output()
            .expect("bash runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let page =
        fs::read_to_string(site.path().join("public/experts/jan/index.html")).expect("a page");
    assert!(page.contains("https://a.example/net/experts/jan/"));
}

#[test]
fn what_differs_between_two_versions_is_said_in_words() {
    let site = TestSite::empty()
        .file("old/profile.md", "---\nname: Jan\nexpertise: [heat]\n---\nOne two.\n")
        .file("old/projects/gone.md", "---\ntitle: Gone\n---\n")
        .file("new/profile.md", "---\nname: Jan\nexpertise: [heat, { topic: geothermal energy, level: expert, last_used: 2026-03 }]\n---\nOne two three.\n");
    let path = |name: &str| site.path().join(name).to_str().expect("plain").to_owned();
    let output = vakwerk(&["diff", &path("old"), &path("new")]);
    let wanted = "profile.md\n  added topic *geothermal energy*, expert, last used 2026-03\n  changed text, 3 words, before 2\n\
                  projects/gone.md\n  removed: Gone\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), wanted);
    assert_eq!(vakwerk(&["diff", &path("old"), &path("nowhere")]).status.code(), Some(2));
}

#[test]
fn every_action_is_pinned_and_nothing_is_installed_by_a_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        [".github", "src/cli/workflow", "docs", "action.yml", "README.md", "Containerfile"];
    let files = folders.iter().flat_map(|folder| {
        walkdir::WalkDir::new(root.join(folder)).into_iter().filter_map(Result::ok)
    });
    let mut actions = 0;
    for entry in files.filter(|entry| entry.file_type().is_file()) {
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        for line in text.lines() {
            assert!(
                !line.contains("cargo install --locked vakwerk"),
                "{}: {line}",
                entry.path().display()
            );
            let Some((_, used)) = line
                .split_once("uses: ")
                .filter(|(before, _)| before.trim_start_matches([' ', '-']).is_empty())
            else {
                continue;
            };
            let commit =
                used.split_once('@').map(|(_, rest)| rest.split(' ').next().unwrap_or_default());
            let pinned = commit.is_some_and(|commit| {
                commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit())
            });
            assert!(pinned, "{}: {line}", entry.path().display());
            actions += 1;
        }
    }
    assert!(actions > 10);
}
