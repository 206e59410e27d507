//! Packages, made of the program that is tested, installed where there is neither Rust nor a
//! network, and used there.

use crate::serve::address;
use crate::test_site::{TestSite, tree};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TARGET: &str = "x86_64-unknown-linux-musl";

/// What a program says that has to end well.
#[track_caller]
fn well(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// The folder of a program of this machine.
pub fn place_of(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.exists())
}

/// Packs the program that is tested into `into`. It is taken for one of a system of its own.
pub fn packed(into: &Path) {
    let pack = |arguments: &[&str]| {
        let output = Command::new("python3")
            .arg(Path::new(ROOT).join("packaging/pack.py"))
            .args(arguments)
            .env("LEVEL", "1")
            .output()
            .expect("Python is here");
        well(&output);
    };
    // A program for tests is mostly what a debugger wants to know.
    let program = into.with_extension("program");
    let stripped = Command::new("strip")
        .args([env!("CARGO_BIN_EXE_vakwerk"), "-o"])
        .arg(&program)
        .status()
        .is_ok_and(|status| status.success());
    if !stripped {
        fs::copy(env!("CARGO_BIN_EXE_vakwerk"), &program).expect("copied");
    }
    let into = into.to_str().expect("plain");
    pack(&["program", TARGET, program.to_str().expect("plain"), into]);
    pack(&["all", into]);
}

/// A folder of programs that is a whole `PATH`.
fn only(folder: &Path, programs: &[&str]) -> String {
    fs::create_dir_all(folder).expect("a folder");
    for program in programs {
        let real = place_of(program).unwrap_or_else(|| panic!("{program} is here"));
        symlink(real, folder.join(program)).expect("linked");
    }
    folder.to_str().expect("plain").to_owned()
}

/// What `program` builds of the site in `dir`, where nothing else is but what stands in `path`.
fn built(program: &Path, path: &str, dir: &Path, out: &str) -> BTreeMap<String, Vec<u8>> {
    let output = Command::new(program)
        .args(["build", ".", "-o", out, "--no-sync", "--no-cache", "--date", "2026-11-23"])
        .current_dir(dir)
        .env_clear()
        .env("PATH", path)
        .output()
        .expect("it starts");
    well(&output);
    tree(&dir.join(out)).into_iter().filter(|(path, _)| path != ".vakwerk-manifest").collect()
}

#[test]
fn archive_wheel_and_npm_package_build_a_site_without_rust_and_network() {
    let desk = TestSite::empty();
    let packages = desk.path().join("packages");
    packed(&packages);
    let site = TestSite::network()
        .expert("jan", "name: Jan\nexpertise: [heat networks]")
        .project("street", "title: A street\nteam: [jan]\ntopics: [heat networks]");
    let here = Path::new(env!("CARGO_BIN_EXE_vakwerk"));
    let wanted = built(here, "/nowhere", site.path(), "as-built");
    assert!(wanted.contains_key("experts/jan/index.html"));

    // The archive, checked against its sum.
    let sums = Command::new("sha256sum")
        .args(["--check", "--quiet", "SHA256SUMS"])
        .current_dir(&packages)
        .output();
    well(&sums.expect("it starts"));
    let name = format!("vakwerk-{}-{TARGET}", env!("CARGO_PKG_VERSION"));
    let tar = Command::new("tar")
        .args(["-xzf", &format!("{name}.tar.gz"), "-C"])
        .arg(desk.path())
        .current_dir(&packages)
        .output();
    well(&tar.expect("it starts"));
    let unpacked = desk.path().join(&name);
    for file in [
        "README.md",
        "LICENSE-MIT",
        "THIRD-PARTY.txt",
        "man/vakwerk.1",
        "man/vakwerk-members-add.1",
        "completions/_vakwerk",
    ] {
        assert!(unpacked.join(file).exists(), "{file}");
    }
    // A page of the manual says how its command is called, as `--help` does.
    let page = fs::read_to_string(unpacked.join("man/vakwerk-match.1")).expect("text");
    assert!(page.contains("\nvakwerk match [OPTIONS] <DIR> [TOPICS]\n"), "{page}");
    let whole = fs::read_to_string(unpacked.join("man/vakwerk.1")).expect("text");
    assert!(!whole.contains("vakwerk\\-help"), "it leads to a page that is not there");
    // What others wrote goes along with what they want said.
    let others = fs::read_to_string(unpacked.join("THIRD-PARTY.txt")).expect("text");
    for name in ["\ntera ", "libwebp-sys", "WebM Project", "SIL OPEN FONT LICENSE", "GeoNames"] {
        assert!(others.contains(name), "{name}");
    }
    assert!(built(&unpacked.join("vakwerk"), "/nowhere", site.path(), "of-archive") == wanted);

    // The wheel, into a folder of its own.
    let python = Path::new(ROOT).join("tests/python/.venv/bin/python");
    let python = if python.exists() { python } else { PathBuf::from("python3") };
    let wheel = tree(&packages).into_keys().find(|name| name.ends_with(".whl")).expect("a wheel");
    let installed = desk.path().join("of-pip");
    let pip = Command::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-index",
            "--disable-pip-version-check",
            "--target",
        ])
        .arg(&installed)
        .arg(packages.join(wheel))
        .output();
    well(&pip.expect("it starts"));
    assert!(built(&installed.join("bin/vakwerk"), "/nowhere", site.path(), "of-wheel") == wanted);
    assert!(installed.join("share/man/man1/vakwerk.1").exists());

    // The npm packages.
    let of_npm = desk.path().join("of-npm");
    fs::create_dir(&of_npm).expect("a folder");
    let version = env!("CARGO_PKG_VERSION");
    let npm = Command::new("npm")
        .args(["install", "--offline", "--no-audit", "--no-fund", "--silent"])
        .arg(packages.join(format!("vakwerk-linux-x64-{version}.tgz")))
        .arg(packages.join(format!("vakwerk-{version}.tgz")))
        .current_dir(&of_npm)
        .env("npm_config_cache", desk.path().join("npm-cache"))
        .output();
    well(&npm.expect("npm is here"));
    let node = only(&desk.path().join("node-alone"), &["node"]);
    let started = of_npm.join("node_modules/.bin/vakwerk");
    let path = format!("{node}:{}", only(&desk.path().join("env-alone"), &["env"]));
    assert!(built(&started, &path, site.path(), "of-npm") == wanted);
    let wrong = Command::new(&started).arg("nothing-like-that").env("PATH", &path).output();
    assert_eq!(wrong.expect("it starts").status.code(), Some(2), "the status is handed on");
    ends_with_what_started_it(&started, &path, site.path());
}

/// Who ends what npm started ends the program.
fn ends_with_what_started_it(started: &Path, path: &str, site: &Path) {
    let mut serving = Command::new(started)
        .args(["serve", ".", "--port", "0"])
        .current_dir(site)
        .env("PATH", path)
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let (mut said, _) = address(&mut serving);
    let id = serving.id().to_string();
    well(&Command::new("kill").arg(id).output().expect("it starts"));
    serving.wait().expect("it ends");
    // The pipe ends when nobody is left who could write into it.
    std::io::copy(&mut said, &mut std::io::sink()).expect("it ends");
}

#[test]
fn the_files_of_package_managers_name_what_is_there_and_nothing_else() {
    let desk = TestSite::empty();
    let packages = desk.path().join("packages");
    fs::create_dir(&packages).expect("a folder");
    let version = env!("CARGO_PKG_VERSION");
    for target in
        [TARGET, "aarch64-unknown-linux-musl", "x86_64-apple-darwin", "aarch64-apple-darwin"]
    {
        fs::write(packages.join(format!("vakwerk-{version}-{target}.tar.gz")), target)
            .expect("written");
    }
    let output = Command::new("python3")
        .arg(Path::new(ROOT).join("packaging/pack.py"))
        .args(["all", packages.to_str().expect("plain")])
        .output();
    let said = well(&output.expect("it starts"));
    // Without an archive for Windows there is nothing for Scoop.
    assert!(
        said.contains("vakwerk.json: not written") && !packages.join("vakwerk.json").exists(),
        "{said}"
    );
    for file in ["vakwerk.rb", "vakwerk.nix", "Containerfile.release"] {
        let text = fs::read_to_string(packages.join(file)).expect("written");
        assert!(!text.contains('@'), "{file}: {text}");
        assert!(text.contains(&format!("vakwerk-{version}-{TARGET}.tar.gz")), "{file}: {text}");
        let sums = fs::read_to_string(packages.join("SHA256SUMS")).expect("sums");
        let sum =
            sums.lines().find(|line| line.ends_with(&format!("{TARGET}.tar.gz"))).expect("a sum");
        assert!(text.contains(sum.split(' ').next().expect("a sum")), "{file}: {text}");
    }
}

/// Python with the packages that `.ci/run` installs for tests.
#[expect(clippy::print_stdout, reason = "a check that is skipped is seen")]
fn python_for_tests() -> Option<PathBuf> {
    let python = Path::new(ROOT).join("tests/python/.venv/bin/python");
    let found = python.exists().then_some(python);
    if found.is_none() {
        let missing = "tests/python/.venv is missing; `.ci/run` makes it";
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        println!("skipped, because {missing}");
    }
    found
}

#[test]
fn the_files_of_package_managers_are_written_in_their_languages() {
    let Some(python) = python_for_tests() else { return };
    let desk = TestSite::empty();
    let packages = desk.path().join("packages");
    fs::create_dir(&packages).expect("a folder");
    let version = env!("CARGO_PKG_VERSION");
    for target in [
        TARGET,
        "aarch64-unknown-linux-musl",
        "x86_64-apple-darwin",
        "aarch64-apple-darwin",
        "x86_64-pc-windows-msvc",
    ] {
        let archive = packages.join(format!("vakwerk-{version}-{target}.tar.gz"));
        fs::write(archive, target).expect("written");
    }
    let all = Command::new("python3")
        .arg(Path::new(ROOT).join("packaging/pack.py"))
        .arg("all")
        .arg(&packages)
        .output();
    well(&all.expect("it starts"));
    let looked = Command::new(python)
        .arg(Path::new(ROOT).join("tests/python/recipes.py"))
        .arg(&packages)
        .output();
    well(&looked.expect("it starts"));
}

/// A program that does nothing but what a test wants of it.
pub fn stand_in(folder: &Path, name: &str, script: &str) {
    let path = folder.join(name);
    fs::write(&path, script).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it may run");
}
