//! Workflows for forges: valid by the schemas that are published for them, and run here as far as a
//! forge is not needed.

use crate::packages::{place_of, stand_in};
use crate::test_site::{TestSite, tree, vakwerk};
use std::fs;
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
        ("github", ".github/workflows/gate.yml"),
        ("github", ".github/workflows/fuzz.yml"),
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
    let of_github = sites[0].path().join("site/.github");
    files.push(("github", of_github.join("workflows/intake.yml")));
    files.push(("issue form", of_github.join("ISSUE_TEMPLATE/profile.yml")));
    for (forge, file) in files {
        let schema: &[&str] = match forge {
            "issue form" => &["--builtin-schema", "vendor.github-issue-forms"],
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
fn commands(forge: &str, text: &str, job: &str) -> Vec<(String, Vec<(String, String)>)> {
    let workflow: serde_yaml::Value = serde_yaml::from_str(text).expect("YAML");
    let pairs = |of: &serde_yaml::Value| -> Vec<(String, String)> {
        let pair = |(key, value): (&serde_yaml::Value, &serde_yaml::Value)| {
            (key.as_str().expect("a name").to_owned(), value.as_str().expect("text").to_owned())
        };
        of.as_mapping().into_iter().flatten().map(pair).collect()
    };
    if forge == "gitlab" {
        let lines = workflow[job]["script"].as_sequence().expect("a script").iter();
        // One shell runs them all.
        let lines: Vec<&str> = lines.map(|line| line.as_str().expect("text")).collect();
        return vec![(lines.join("\n"), pairs(&workflow["variables"]))];
    }
    let everywhere = pairs(&workflow["env"]);
    let job = &workflow["jobs"][job];
    let steps = job["steps"].as_sequence().expect("steps");
    let runs = steps.iter().filter_map(|step| {
        let run = step["run"].as_str()?.to_owned();
        Some((run, [everywhere.clone(), pairs(&job["env"]), pairs(&step["env"])].concat()))
    });
    runs.collect()
}

/// A forge of this machine: a repository with a site, a runner with few programs, and an archive of
/// the program that is tested.
struct Stage {
    forge: &'static str,
    event: &'static str,
    desk: TestSite,
    sum: String,
}

/// Programs that images for runners have.
const OF_IMAGES: [&str; 11] =
    ["bash", "sh", "git", "sha256sum", "tar", "gzip", "mkdir", "rm", "cat", "cp", "env"];

impl Stage {
    fn new(forge: &'static str, repository: &str, change: impl Fn(&Path)) -> Self {
        let desk = started(forge);
        let source = desk.path().join("site");
        change(&source);
        git(&source, &["init", "-q", "-b", "main"]);
        git(&source, &["add", "-A"]);
        git(&source, &["commit", "-qm", "A site"]);
        let bare = desk.path().join("owner").join(repository);
        let bare = bare.to_str().expect("plain");
        git(desk.path(), &["init", "-q", "--bare", "-b", "main", bare]);
        git(&source, &["push", "-q", bare, "main"]);
        if forge == "forgejo" {
            fs::create_dir(desk.path().join("clone")).expect("a folder");
        } else {
            git(desk.path(), &["clone", "-q", bare, "clone"]);
        }
        let bin = desk.path().join("bin");
        fs::create_dir(&bin).expect("a folder");
        for program in OF_IMAGES {
            let real = place_of(program).unwrap_or_else(|| panic!("{program} is here"));
            std::os::unix::fs::symlink(real, bin.join(program)).expect("linked");
        }
        // What a release holds, and what fetches it.
        let folder = desk.path().join("vakwerk-0-x");
        fs::create_dir(&folder).expect("a folder");
        let program = env!("CARGO_BIN_EXE_vakwerk");
        stand_in(&folder, "vakwerk", &format!("#!/bin/sh\nexec {program} \"$@\"\n"));
        let archive = desk.path().join("release.tar.gz");
        let tar = Command::new("tar")
            .args(["-czf", archive.to_str().expect("plain"), "vakwerk-0-x"])
            .current_dir(desk.path())
            .status();
        assert!(tar.expect("tar is here").success());
        stand_in(
            &bin,
            "curl",
            &format!(
                "#!/bin/sh\nwhile [ $# -gt 0 ]; do case $1 in -o) out=$2; shift ;; https://releases.example/vakwerk.tar.gz) \
                 cp {} \"$out\" ;; esac; shift; done\n",
                archive.display()
            ),
        );
        let sum = Command::new("sha256sum").arg(&archive).output().expect("it starts").stdout;
        let sum = String::from_utf8_lossy(&sum)[..64].to_owned();
        Self { forge, event: "push", desk, sum }
    }

    /// What stands in the place of what a forge knows.
    fn said(&self, text: &str, repository: &str) -> String {
        let root = self.desk.path().to_str().expect("plain");
        let base = if repository.ends_with(".github.io") { "" } else { "/network" };
        text.replace(
            "${{ steps.pages.outputs.base_url }}",
            &format!("https://owner.test.example{base}"),
        )
        .replace("${{ vars.VAKWERK_ARCHIVE }}", "https://releases.example/vakwerk.tar.gz")
        .replace("${{ vars.VAKWERK_SHA256 }}", &self.sum)
        .replace("${{ github.server_url }}", root)
        .replace("${{ github.repository }}", &format!("owner/{repository}"))
        .replace("${{ github.repository_owner }}", "owner")
        .replace("${{ github.event.repository.name }}", repository)
        .replace("${{ github.event_name }}", self.event)
        .replace("${{ github.ref }}", "refs/heads/main")
        .replace("${{ github.token }}", "token")
        .replace("${{ secrets.PAGES_TOKEN }}", "token")
    }

    /// Runs the steps in their order; gives what was said by the first that failed.
    fn run(&self, file: &str, job: &str, repository: &str) -> Result<(), String> {
        let clone = self.desk.path().join("clone");
        let text =
            fs::read_to_string(self.desk.path().join("site").join(file)).expect("a workflow");
        let commands = commands(self.forge, &text, job);
        let bin = self.desk.path().join("bin").display().to_string();
        let added = self.desk.path().join("added-to-path");
        fs::write(&added, "").expect("written");
        for (run, environment) in commands {
            if self.event == "pull_request" && run.contains("push -q -f") {
                continue;
            }
            let run = self.said(&run, repository);
            let mut path: Vec<String> =
                fs::read_to_string(&added).expect("read").lines().map(str::to_owned).collect();
            path.push(bin.clone());
            let gitlab =
                if self.event == "pull_request" { "merge_request_event" } else { self.event };
            let output = Command::new(format!("{bin}/bash"))
                .args(["-eo", "pipefail", "-c", &run])
                .current_dir(&clone)
                .env_clear()
                .env("PATH", path.join(":"))
                .env("HOME", self.desk.path())
                .env("GITHUB_PATH", &added)
                .env("CI_PIPELINE_SOURCE", gitlab)
                .env("CI_PAGES_URL", "https://owner.test.example/network")
                .env("VAKWERK_ARCHIVE", "https://releases.example/vakwerk.tar.gz")
                .env("VAKWERK_SHA256", &self.sum)
                .envs(environment.iter().map(|(key, value)| (key, self.said(value, repository))))
                .output()
                .expect("bash runs");
            assert!(!run.contains("${{"), "{run}");
            if !output.status.success() {
                let told = [output.stdout, output.stderr].concat();
                return Err(format!("{}: {run}\n{}", self.forge, String::from_utf8_lossy(&told)));
            }
        }
        Ok(())
    }

    /// The address that the home page gives as its own.
    fn canonical(&self) -> String {
        let page = fs::read_to_string(self.desk.path().join("clone/public/index.html"));
        let page = page.expect("a page");
        let (_, rest) = page.split_once("<link rel=\"canonical\" href=\"").expect("an address");
        rest.split('"').next().expect("an address").to_owned()
    }
}

fn git(dir: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=A", "-c", "user.email=a@test.example"];
    let output = Command::new("git")
        .arg("-C")
        .arg(dir)
        .args(who)
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn job_of(forge: &str) -> &'static str {
    match forge {
        "github" => "build",
        "gitlab" => "pages",
        _ => "site",
    }
}

#[test]
fn each_step_of_a_workflow_runs_in_a_fresh_clone_with_few_programs() {
    for (forge, file) in FORGES {
        let stage = Stage::new(forge, "network", |_| {});
        stage.run(file, job_of(forge), "network").unwrap_or_else(|told| panic!("{told}"));
        let wanted = match forge {
            "forgejo" => "https://owner.codeberg.page/network/",
            _ => "https://owner.test.example/network/",
        };
        assert_eq!(stage.canonical(), wanted, "{forge}");
        if forge == "forgejo" {
            git(&stage.desk.path().join("owner/network"), &["cat-file", "-e", "pages:index.html"]);
        }
        if forge == "gitlab" {
            let report = fs::read_to_string(stage.desk.path().join("clone/codequality.json"));
            let report: serde_json::Value =
                serde_json::from_str(&report.expect("a report")).expect("JSON");
            let issues = report.as_array().expect("a list");
            assert!(issues.iter().all(|issue| {
                issue["fingerprint"].is_string() && issue["location"]["path"].is_string()
            }));
        }
        // The second run has what the first kept.
        if forge != "forgejo" {
            stage.run(file, job_of(forge), "network").unwrap_or_else(|told| panic!("{told}"));
        }
    }
}

#[test]
fn a_domain_of_ones_own_stays_and_a_repository_for_a_whole_host_has_no_path() {
    for (forge, file) in FORGES {
        let own = Stage::new(forge, "network", |site| {
            let config = site.join("vakwerk.yaml");
            let text = fs::read_to_string(&config).expect("read");
            fs::write(config, format!("{text}base_url: https://experts.example/\n"))
                .expect("written");
        });
        own.run(file, job_of(forge), "network").unwrap_or_else(|told| panic!("{told}"));
        assert_eq!(own.canonical(), "https://experts.example/", "{forge}");
    }
    for (forge, file, repository, wanted) in [
        ("github", FORGES[0].1, "owner.github.io", "https://owner.test.example/"),
        ("forgejo", FORGES[2].1, "pages", "https://owner.codeberg.page/"),
    ] {
        let whole = Stage::new(forge, repository, |_| {});
        whole.run(file, job_of(forge), repository).unwrap_or_else(|told| panic!("{told}"));
        assert_eq!(whole.canonical(), wanted, "{forge}");
    }
}

/// What is published is what members say now, whatever starts the run: nothing of who withdrew comes
/// back with the next push.
#[test]
fn who_withdrew_from_a_repository_of_their_own_stays_away() {
    for (forge, file) in FORGES.into_iter().filter(|(forge, _)| *forge != "forgejo") {
        let desk = TestSite::empty().file("zoe/profile.md", "---\nname: Zoe Qadir\n---\n");
        let own = desk.path().join("zoe");
        git(&own, &["init", "-q", "-b", "main"]);
        git(&own, &["add", "-A"]);
        git(&own, &["commit", "-qm", "A profile"]);
        let mut stage = Stage::new(forge, "network", |site| {
            let config = site.join("vakwerk.yaml");
            let text = fs::read_to_string(&config).expect("read");
            let members = format!(
                "members: [{{ git: \"file://{}\", slug: zoe }}]\nmember_rules: {{ protocols: [file] }}\n",
                own.display()
            );
            fs::write(&config, text + &members).expect("written");
            let here = site.to_str().expect("plain");
            assert!(vakwerk(&["members", "update", "-C", here]).status.success());
        });
        let clone = stage.desk.path().join("clone");
        let mut run = |event| {
            // Each run begins with the repository as it is, whose lock is that of the first day.
            git(&clone, &["checkout", "-q", "--", "vakwerk.lock"]);
            stage.event = event;
            stage.run(file, job_of(forge), "network").unwrap_or_else(|told| panic!("{told}"));
            clone.join("public/experts/zoe/index.html").exists()
        };
        assert!(run("push"), "{forge}");
        fs::write(own.join("profile.md"), "---\nname: Zoe Qadir\nwithdrawn: 2026-01-02\n---\n")
            .expect("written");
        git(&own, &["commit", "-qam", "No more"]);
        assert!(!run("schedule") && !run("push"), "{forge}");
    }
}

#[test]
fn an_archive_that_is_not_what_its_sum_says_is_not_run_and_a_fault_fails_a_pull_request() {
    for (forge, file) in FORGES {
        let mut stage = Stage::new(forge, "network", |site| {
            // Nothing is held back for this, and still it is an error.
            fs::write(site.join("experts/kim.md"), "---\nname: Kim\nheadlin: x\n---\n")
                .expect("written");
        });
        let right = std::mem::replace(&mut stage.sum, "0".repeat(64));
        let told = stage.run(file, job_of(forge), "network").expect_err("it stops");
        assert!(told.contains("sha256sum"), "{told}");
        assert!(!stage.desk.path().join("clone/public").exists(), "{forge}");
        stage.sum = right;
        stage.event = "pull_request";
        if forge == "forgejo" {
            fs::remove_dir_all(stage.desk.path().join("clone")).expect("removed");
            fs::create_dir(stage.desk.path().join("clone")).expect("a folder");
        }
        let job = if forge == "gitlab" { "preview" } else { job_of(forge) };
        let told = stage.run(file, job, "network").expect_err("it fails");
        assert!(told.contains("headlin"), "{told}");
    }
}

#[test]
fn a_workflow_that_no_forge_reads_is_told() {
    let site = TestSite::empty();
    let dir = |name: &str| site.path().join(name).to_str().expect("plain").to_owned();
    git(site.path(), &["init", "-q", "-b", "main"]);
    let said = |output: std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let below = said(vakwerk(&["init", &dir("below/site"), "--yes", "--ci", "github"]));
    assert!(below.contains("at the top of a repository alone") && below.contains("below/site"));
    let top = vakwerk(&["init", &dir(""), "--yes", "--ci", "github"]);
    assert!(top.status.success() && !said(top).contains("at the top"));
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
    let site = TestSite::empty()
        .file("vakwerk.yaml", "title: Test\nkind: network\n")
        .expert("jan", "name: Jan");
    let dir = site.path().to_str().expect("plain");
    let program = Path::new(env!("CARGO_BIN_EXE_vakwerk")).parent().expect("a folder").display();
    let inputs = [
        ("FOLDER", dir),
        ("OUT", &format!("{dir}/public")),
        ("UPDATE", "locked"),
        ("BASE_URL", "https://a.example/net"),
        ("ARCHIVE", ""),
        ("SHA256", ""),
        ("DENY", ""),
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
fn the_action_takes_the_program_from_an_archive_that_is_what_its_sum_says() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml"))
        .expect("an action");
    let action: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
    let stage = Stage::new("github", "network", |_| {});
    let desk = stage.desk.path();
    let bin = desk.join("bin").display().to_string();
    let run = |sum: &str| {
        let added = desk.join("added-to-path");
        fs::write(&added, "").expect("written");
        for step in action["runs"]["steps"].as_sequence().expect("steps") {
            let program = fs::read_to_string(&added).expect("read");
            let output = Command::new(format!("{bin}/bash"))
                .args(["-eo", "pipefail", "-c", step["run"].as_str().expect("a command")])
                .current_dir(desk.join("clone"))
                .env_clear()
                .env("PATH", format!("{}:{bin}", program.trim()))
                .env("GITHUB_PATH", &added)
                .envs([("RUNNER_TEMP", desk), ("HOME", desk)])
                .envs([("FOLDER", "."), ("OUT", "public"), ("UPDATE", "none"), ("DENY", "errors")])
                .envs([("ARCHIVE", "https://releases.example/vakwerk.tar.gz"), ("SHA256", sum)])
                .env("BASE_URL", "https://owner.test.example/network")
                .output()
                .expect("bash runs");
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned());
            }
        }
        Ok(())
    };
    let told = run(&"0".repeat(64)).expect_err("it stops");
    assert!(told.contains("sha256sum"), "{told}");
    assert!(run("").is_err() && !desk.join("clone/public").exists());
    run(&stage.sum).unwrap_or_else(|told| panic!("{told}"));
    assert_eq!(stage.canonical(), "https://owner.test.example/network/");
}

#[test]
fn eight_jobs_of_the_matrix_make_the_whole_site_together() {
    let stage = Stage::new("github", "network", |_| {});
    let clone = stage.desk.path().join("clone");
    let workflow = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/static/scale");
    let text = fs::read_to_string(workflow.join("github-matrix.yml")).expect("a workflow");
    let of_forge = |text: &str, part: usize| {
        stage
            .said(text, "network")
            .replace("${{ needs.same.outputs.date }}", "2026-11-23")
            .replace("${{ needs.same.outputs.base }}", "https://owner.test.example/network")
            .replace("${{ matrix.part }}", &part.to_string())
    };
    let run = |job: &str, part: usize| {
        let bin = stage.desk.path().join("bin").display().to_string();
        for (run, environment) in commands("github", &text, job) {
            let output = Command::new(format!("{bin}/bash"))
                .args(["-eo", "pipefail", "-c", &of_forge(&run, part)])
                .current_dir(&clone)
                .env_clear()
                .env("PATH", format!("{bin}:{}", clone.join(".vakwerk/program").display()))
                .env("HOME", stage.desk.path())
                .env("GITHUB_PATH", stage.desk.path().join("added-to-path"))
                .envs(environment.iter().map(|(key, value)| (key, of_forge(value, part))))
                .output()
                .expect("bash runs");
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{run}: {told}");
        }
    };
    for part in 1..=8 {
        run("part", part);
        let artifact = clone.join(format!("parts/part-{part}"));
        fs::create_dir_all(&artifact).expect("a folder");
        fs::rename(clone.join("part.tar"), artifact.join("part.tar")).expect("moved");
        fs::remove_dir_all(clone.join("part")).expect("each job is on a machine of its own");
        fs::remove_dir_all(clone.join(".vakwerk")).expect("each job is on a machine of its own");
    }
    run("publish", 0);
    let whole = stage.desk.path().join("whole");
    let output = vakwerk(&[
        "build",
        stage.desk.path().join("site").to_str().expect("plain"),
        "-o",
        whole.to_str().expect("plain"),
        "--date",
        "2026-11-23",
        "--usual-base-url",
        "https://owner.test.example/network/",
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::remove_file(whole.join(".vakwerk-manifest")).expect("it is no part of a site");
    assert!(tree(&clone.join("site")) == tree(&whole));
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

/// Whether a line of a file is run by a forge or while an image is built; other lines tell people
/// what they may do once there is a release.
fn is_run_by_a_machine(file: &Path, line: &str) -> bool {
    let is_page = file.extension().is_some_and(|end| end == "md");
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    !is_page || ["ci.md", "deploy.md"].contains(&&*name) || line.trim_start().starts_with("- run:")
}

/// With which package manager a line installs the program by its name, from wherever that leads.
fn installed_by_name(line: &str) -> Option<&str> {
    const MANAGERS: [&str; 13] = [
        "cargo", "pip", "pip3", "pipx", "uv", "uvx", "npm", "npx", "pnpm", "yarn", "brew", "scoop",
        "nix",
    ];
    let words: Vec<&str> = line
        .split(|sign: char| sign.is_whitespace() || "`\"'()|;&".contains(sign))
        .filter(|word| !word.is_empty())
        .collect();
    let begins = |from: usize| {
        let rest = &words[from + 1..];
        let runs = ["npx", "uvx"].contains(&words[from]);
        let installs = rest.iter().take(3).any(|word| {
            ["install", "add", "i", "run", "exec", "dlx", "tool", "profile"].contains(word)
        });
        let name = |word: &&str| {
            let bare = word.split(['@', '=', '>', '<', '~', '[']).next().unwrap_or_default();
            bare == "vakwerk"
        };
        // A commit of a repository, or a folder, is no name.
        let is_source = rest.iter().any(|word| ["--git", "--path"].contains(word));
        !is_source && (runs || installs) && rest.iter().take(8).any(name)
    };
    (0..words.len()).find(|at| MANAGERS.contains(&words[*at]) && begins(*at)).map(|at| words[at])
}

#[test]
fn an_installation_by_name_is_known_however_it_is_written() {
    for line in [
        "cargo install vakwerk",
        "      - run: cargo install --locked vakwerk@0.1.0",
        "run: pip install --quiet vakwerk==0.1.0",
        "`npm install -g vakwerk`",
        "npx --yes vakwerk@latest build",
        "uv tool install vakwerk && vakwerk build",
        "python -m pip install 'vakwerk>=0.1'",
    ] {
        assert!(installed_by_name(line).is_some(), "{line}");
    }
    for line in [
        "cargo install --locked --path .",
        "      - run: cargo install --locked --git \"$SOURCE\" --rev \"$REVISION\" vakwerk",
        "command -v vakwerk || cargo install --locked --path \"$GITHUB_ACTION_PATH\"",
        "npm ci && npm run build",
        "vakwerk build . --format github",
        "cargo binstall vakwerk",
    ] {
        assert_eq!(installed_by_name(line), None, "{line}");
    }
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
            let is_run = is_run_by_a_machine(entry.path(), line);
            let installed = installed_by_name(line).filter(|with| is_run || *with == "cargo");
            assert_eq!(installed, None, "{}: {line}", entry.path().display());
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
