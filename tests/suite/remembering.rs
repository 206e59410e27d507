//! What is remembered between runs is never wrong: not when files keep their times, nor when
//! somebody else changed the output, nor when what is kept was cut, nor when the day moves.

use crate::test_site::{TestSite, long_or, vakwerk};
use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Long enough that the clock of the file system has moved on, so that what is there counts as
/// settled.
const SETTLED: Duration = Duration::from_millis(80);

fn site() -> TestSite {
    TestSite::network()
        .expert("jan", "name: Jan\nheadline: One\nexpertise: [heat]\noffers: [{ title: A seat, until: 2026-03-10 }]")
        .expert("eva", "name: Eva\nexpertise: [law]")
        .file(
            "pages/about.md",
            "---\ntitle: About\n---\n[gone](/nowhere/) [there](/topics/heat/#main) [lost](/experts/eva/#lost)\n",
        )
        .file("templates/text.html", "{% extends \"base/text.html\" %}")
        .file("static/file.txt", "one")
}

/// Builds until everything is remembered, and says whether it is.
fn remember(site: &TestSite, day: &str) -> BTreeMap<String, Vec<u8>> {
    for _ in 0..2 {
        std::thread::sleep(SETTLED);
        site.build_as("public", &["--date", day]);
    }
    site.build_as("public", &["--date", day]).files()
}

/// What a run into a folder of its own makes that believes nothing.
fn clean(site: &TestSite, day: &str) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().expect("a folder");
    site.build_as(out.path().join("out").to_str().expect("UTF-8"), &["--date", day, "--no-cache"])
        .files()
}

/// Writes a file of the same length, and sets its time back.
fn change_and_keep_time(path: &Path, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let before = fs::metadata(path).expect("it is there").modified().expect("a time");
    let text = fs::read_to_string(path).expect("text");
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replace(from, to)).expect("written");
    let file = File::options().write(true).open(path).expect("opened");
    file.set_times(FileTimes::new().set_modified(before)).expect("set back");
}

fn kept(site: &TestSite, kind: &str) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(site.path().join(".vakwerk").join(kind))
        .into_iter()
        .filter_map(Result::ok);
    let files =
        all.filter(|entry| entry.file_type().is_file() && entry.file_name() != ".gitignore");
    files.map(walkdir::DirEntry::into_path).collect()
}

/// Has a file another state on the disk, in which the same stands: what is remembered of the run as
/// a whole is of no use then, and what is remembered of its parts is.
fn touch(site: &TestSite) {
    let config = site.path().join("vakwerk.yaml");
    let text = fs::read(&config).expect("readable");
    fs::write(config, text).expect("written");
}

#[test]
fn a_file_that_keeps_its_size_and_its_time_is_seen_to_have_changed() {
    let site = site();
    let changes = [
        ("experts/jan.md", "One", "Two", "experts/jan/index.html", "Two"),
        ("static/file.txt", "one", "two", "file.txt", "two"),
        ("vakwerk.yaml", "Test", "Best", "index.html", "Best"),
    ];
    for (path, from, to, out, says) in changes {
        remember(&site, "2026-03-01");
        change_and_keep_time(&site.path().join(path), from, to);
        let after = site.build_as("public", &["--date", "2026-03-01"]);
        assert!(after.page(out).html.contains(says), "{path}");
        assert!(after.files() == clean(&site, "2026-03-01"), "{path}");
    }
}

#[test]
fn what_somebody_else_did_to_the_output_is_repaired() {
    let site = site();
    let before = remember(&site, "2026-03-01");
    let page = site.path().join("public/experts/eva/index.html");
    change_and_keep_time(&page, "Eva", "Ava");
    assert!(site.build_as("public", &["--date", "2026-03-01"]).files() == before);
    remember(&site, "2026-03-01");
    fs::remove_file(&page).expect("removed");
    assert!(site.build_as("public", &["--date", "2026-03-01"]).files() == before);
    // What is not ours stays, and nothing follows from it.
    remember(&site, "2026-03-01");
    fs::write(site.path().join("public/CNAME"), "people.example").expect("written");
    let mut after = site.build_as("public", &["--date", "2026-03-01"]).files();
    assert_eq!(after.remove("CNAME").as_deref(), Some(&b"people.example"[..]));
    assert!(after == before);
}

/// The finder's files are called by what stands in them, so that a story that changes takes some
/// away.
#[cfg(unix)]
#[test]
fn nothing_is_removed_behind_a_link() {
    let site = site();
    remember(&site, "2026-03-01");
    let finder = site.path().join("public/finder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let moved = elsewhere.path().join("finder");
    let list = |folder: &Path| {
        let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
        let files = all.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        files.map(walkdir::DirEntry::into_path).collect::<Vec<_>>()
    };
    let change = |words: &str| {
        let text = format!("---\nname: Eva\nexpertise: [law]\n---\n{words}\n");
        site.write("experts/eva.md", text.as_bytes());
        site.build_as("public", &["--date", "2026-03-01"]);
    };
    let before = list(&finder);
    change("Unheard of words.");
    assert!(before.iter().any(|file| !file.exists()), "what is of no use is removed");
    for file in list(&finder) {
        let to = moved.join(file.strip_prefix(&finder).expect("below"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::copy(&file, to).expect("copied");
    }
    fs::remove_dir_all(&finder).expect("removed");
    std::os::unix::fs::symlink(&moved, &finder).expect("linked");
    let before = list(&moved);
    change("Other words altogether.");
    assert!(before.iter().all(|file| file.exists()), "and what lies elsewhere is not");
}

#[test]
fn a_cache_that_was_cut_or_mixed_up_changes_nothing() {
    let site = site();
    let before = remember(&site, "2026-03-01");
    let notes = site.build_as("public", &["--date", "2026-03-01"]).notes();
    let mut files = kept(&site, "cache/pages");
    assert!(files.len() >= 2, "{files:?}");
    let records = kept(&site, "records");
    assert_eq!(records.len(), 1, "a small site has one piece");
    files.extend(records);
    let whole: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).expect("readable")).collect();
    for (at, file) in files.iter().enumerate() {
        let length = whole[at].len();
        let mut cuts = vec![0, 1, 31, 32, 33, length / 2, length - 1];
        // By hand: at each piece of a block.
        cuts.extend((0..length).step_by(64).filter(|_| long_or(1, 0) == 1));
        cuts.retain(|cut| *cut < length);
        let mut spoilt: Vec<Vec<u8>> =
            cuts.into_iter().map(|cut| whole[at][..cut].to_vec()).collect();
        spoilt.push(whole[(at + 1) % whole.len()].clone());
        let mut other = whole[at].clone();
        other[length - 1] ^= 1;
        spoilt.push(other);
        for bytes in spoilt {
            fs::write(file, bytes).expect("written");
            touch(&site);
            let run = site.build_as("public", &["--date", "2026-03-01"]);
            assert!(run.files() == before);
            assert_eq!(run.notes(), notes);
        }
    }
}

#[test]
fn what_is_remembered_of_files_is_of_those_that_are_there() {
    let site = site();
    remember(&site, "2026-03-01");
    let piece = || {
        let kept = kept(&site, "records");
        String::from_utf8_lossy(&fs::read(&kept[0]).expect("readable")).into_owned()
    };
    assert!(piece().contains("Eva") && piece().contains("[lost]"), "records and stories are kept");
    // Who is withdrawn is so from what is remembered as well, and so is what was written before.
    site.remove("experts/eva.md");
    site.write("experts/jan.md", b"---\nname: Jan\nheadline: Otherwise\nexpertise: [heat]\n---\n");
    remember(&site, "2026-03-01");
    let after = piece();
    assert!(!after.contains("Eva"), "{after}");
    assert!(after.contains("Otherwise") && !after.contains("One"), "{after}");
    // A file that is moved over another brings its own time, size and place.
    let [jan, other] = ["experts/jan.md", "experts/other.md"].map(|path| site.path().join(path));
    let text = fs::read_to_string(&jan).expect("text");
    fs::write(&other, text.replace("Otherwise", "Elsewhere")).expect("written");
    let time = fs::metadata(&jan).expect("there").modified().expect("a time");
    let opened = File::options().write(true).open(&other).expect("opened");
    opened.set_times(FileTimes::new().set_modified(time)).expect("set back");
    std::thread::sleep(SETTLED);
    fs::rename(&other, &jan).expect("moved");
    let run = site.build_as("public", &["--date", "2026-03-01"]);
    assert!(run.page("experts/jan/index.html").html.contains("Elsewhere"));
    assert!(run.files() == clean(&site, "2026-03-01"));
}

#[test]
fn notes_are_said_again_whatever_is_made_anew() {
    let site = site();
    let first = site.build_as("public", &["--date", "2026-03-01"]).notes();
    let codes: Vec<&str> = first.iter().filter_map(|note| note.split(' ').next()).collect();
    assert!(codes.contains(&"broken-link") && codes.contains(&"broken-anchor"), "{first:?}");
    // All is remembered; then of one entry nothing is; then a page that a link asks for a place in
    // gets it.
    remember(&site, "2026-03-01");
    assert_eq!(site.build_as("public", &["--date", "2026-03-01"]).notes(), first);
    site.write("experts/jan.md", b"---\nname: Jan\nexpertise: [heat]\n---\nMore.\n");
    assert_eq!(site.build_as("public", &["--date", "2026-03-01"]).notes(), first);
    assert_eq!(site.build_as("public", &["--date", "2026-03-01", "--no-cache"]).notes(), first);
    site.write("experts/eva.md", b"---\nname: Eva\nexpertise: [law]\n---\n## Lost\n\nWords.\n");
    let found = site.build_as("public", &["--date", "2026-03-01"]).notes();
    assert!(!found.iter().any(|note| note.starts_with("broken-anchor")), "{found:?}");
    site.write("experts/eva.md", b"---\nname: Eva\nexpertise: [law]\n---\nWords.\n");
    assert_eq!(site.build_as("public", &["--date", "2026-03-01"]).notes(), first);
}

/// A site in which something begins or ends on each of many days, and the claims of what that is.
fn dated() -> TestSite {
    let expert = |slug: &str, more: &str| format!("name: {slug}\nexpertise: [heat]\n{more}");
    let mut site = TestSite::network()
        .expert("anna", &expert("Anna", "offers: [{ title: A seat, until: 2026-03-03 }]"));
    for (slug, more) in [
        ("bea", "publish: 2026-03-05"),
        ("cor", "expires: 2026-03-06"),
        ("dan", "consent: 2026-03-09"),
        ("els", "consent: 2025-01-01\nwithdrawn: 2026-03-11"),
        ("fay", "updated: 2026-03-13"),
        ("gus", "asks: [{ title: Advice, topics: [heat], until: 2026-03-15 }]"),
    ] {
        site = site.expert(slug, &expert(slug, more));
    }
    site.project(
        "p",
        "title: P\nteam: [anna]\ntopics: [heat]\nperiod: { from: 2026-03-17, to: 2026-03-19 }",
    )
    .project(
        "q",
        "title: Q\nteam: [anna]\ntopics: [heat]\nperiod: { from: 2025-01 }\nupdated: 2026-03-21",
    )
    .file("requests/r.md", "---\ntitle: R\nneeds: [heat]\nuntil: 2026-03-23\n---\n")
    .file("pages/news/n.md", "---\ntitle: N\npublish: 2026-03-25\n---\nNew.\n")
    .file("topics/heat.md", "---\ntitle: Heat\nexpires: 2026-03-27\n---\n")
}

#[test]
fn from_one_day_to_the_next_nothing_is_missed_that_begins_or_ends() {
    let site = dated();
    remember(&site, "2026-03-01");
    // Each day is reached from the one before it, of which everything is remembered.
    for day in [
        2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28,
    ] {
        let day = format!("2026-03-{day:02}");
        let warm = site.build_as("public", &["--date", &day]);
        let out = tempfile::tempdir().expect("a folder");
        let out = out.path().join("out");
        let cold = site.build_as(out.to_str().expect("UTF-8"), &["--date", &day, "--no-cache"]);
        assert!(warm.files() == cold.files(), "{day}");
        assert_eq!(warm.notes(), cold.notes(), "{day}");
    }
}

#[test]
fn the_day_moves_and_what_follows_from_it_with_it() {
    let site = site();
    remember(&site, "2026-03-10");
    for day in ["2026-03-11", "2026-03-10", "2026-04-01", "2026-03-09", "2027-03-10"] {
        assert!(remember(&site, day) == clean(&site, day), "{day}");
    }
}

#[test]
fn who_does_not_believe_the_cache_can_have_it_verified() {
    let site = site();
    remember(&site, "2026-03-01");
    let folder = site.path().to_str().expect("UTF-8").to_owned();
    let verify = || vakwerk(&["check", &folder, "--date", "2026-03-01", "--verify-cache"]);
    let output = verify();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains(" outputs and 3 files are remembered"), "{said}");
    assert!(!said.starts_with("0 "), "{said}");
    // What follows from what was changed since is not believed, so nothing is wrong.
    let jan = site.path().join("experts/jan.md");
    let text = fs::read_to_string(&jan).expect("text");
    fs::write(jan, text.replace("headline: One", "headline: Other")).expect("written");
    assert!(verify().status.success());
}

/// Changes what is remembered, and seals it anew.
fn falsify(piece: &Path, from: &str, to: &str) {
    const SEAL: usize = 32;
    assert_eq!(from.len(), to.len());
    let mut bytes = fs::read(piece).expect("readable");
    let found = bytes.windows(from.len()).enumerate().filter(|(_, at)| *at == from.as_bytes());
    let places: Vec<usize> = found.map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "{from} is remembered");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    let name = piece.file_name().expect("a name").to_string_lossy().into_owned();
    let key = blake3::Hash::from_hex(&name).expect("a key");
    let (_, content) = bytes.split_at(SEAL);
    let mut seal = blake3::Hasher::new();
    seal.update(key.as_bytes()).update(&(content.len() as u64).to_le_bytes()).update(content);
    let seal = seal.finalize();
    bytes[..SEAL].copy_from_slice(seal.as_bytes());
    fs::write(piece, bytes).expect("written");
}

#[test]
fn a_remembered_record_that_is_wrong_is_told_when_it_is_verified() {
    let site = site();
    remember(&site, "2026-03-01");
    falsify(&kept(&site, "records")[0], "Eva", "Ivo");
    let folder = site.path().to_str().expect("UTF-8").to_owned();
    let output = vakwerk(&["check", &folder, "--date", "2026-03-01", "--verify-cache"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("experts/eva.md"), "{said}");
    assert!(said.contains("delete .vakwerk/cache and .vakwerk/records"), "{said}");
    assert!(!said.contains("experts/jan.md"), "{said}");
}

#[test]
fn two_runs_at_once_leave_what_one_leaves() {
    let site = site();
    let wanted = clean(&site, "2026-03-01");
    let build = |out: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vakwerk"));
        let out = site.path().join(out);
        command.arg("build").arg(site.path()).arg("-o").arg(&out).args([
            "--date",
            "2026-03-01",
            "--format",
            "json",
        ]);
        command
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("it starts")
    };
    for _ in 0..3 {
        let runs = [build("public"), build("public"), build("other")];
        for mut run in runs {
            assert!(run.wait().expect("it ends").success());
        }
        for out in ["public", "other"] {
            assert!(site.build_as(out, &["--date", "2026-03-01"]).files() == wanted, "{out}");
        }
    }
}

#[test]
#[cfg(unix)]
fn a_list_of_who_was_removed_may_be_a_link_and_what_it_leads_to_may_change() {
    let site = site();
    // What `forget` writes of somebody, kept elsewhere.
    let other = TestSite::network().expert("eva", "name: Eva").expert("jan", "name: Jan");
    let elsewhere = other.path().join("forgotten.yaml");
    let folder = other.path().to_str().expect("UTF-8");
    assert!(vakwerk(&["forget", "jan", "-C", folder, "--yes"]).status.success());
    std::os::unix::fs::symlink(&elsewhere, site.path().join("forgotten.yaml")).expect("linked");
    let first = remember(&site, "2026-03-01");
    assert!(!first.contains_key("experts/jan/index.html"));
    assert!(first.contains_key("experts/eva/index.html"));
    assert!(vakwerk(&["forget", "eva", "-C", folder, "--yes"]).status.success());
    let after = site.build_as("public", &["--date", "2026-03-01", "--allow-removal", "100%"]);
    assert!(!after.files().contains_key("experts/eva/index.html"), "{:#}", after.json);
}

#[test]
fn where_nothing_is_remembered_nothing_can_be_verified() {
    let site = site();
    let root = site.path().to_str().expect("UTF-8").to_owned();
    let verify = |more: &str| {
        let run = vakwerk(&["check", &root, "--date", "2026-03-01", more]);
        (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
    };
    let (status, said) = verify("--verify-cache");
    assert!(status == Some(2) && said.contains("there is no folder"), "{said}");
    site.build_as("public", &["--date", "2026-03-01", "--no-cache"]);
    fs::create_dir(site.path().join("empty")).expect("a folder");
    let (status, said) = verify("--verify-cache=empty");
    assert!(status == Some(2) && said.contains("nothing is remembered of builds into"), "{said}");
}

/// A file, and what it holds then; none takes it away.
type Step = (&'static str, Option<&'static [u8]>);

#[test]
fn what_others_bring_or_take_is_seen_by_those_who_speak_of_it() {
    const DAY: &str = "2026-03-01";
    const PICTURE: &[u8] = include_bytes!("colour.png");
    let site = TestSite::network()
        .file(
            "experts/ada/profile.md",
            "---\nname: Ada\nexpertise: [heat]\nphoto: me.png\nlocation: { city: Delft }\n\
             contact: { email: ada@test.example }\n---\n\
             [Bo](../bo/profile.md) [also](/experts/bo/#main) [case](/projects/x/) [file](/plan.pdf)\n\
             ![plan](plan.png) [cv](cv.pdf) [hers](../bo/cv.pdf) [town](/experts/place/breda/)\n",
        )
        .expert("zed", "name: Zed\nexpertise: [heat, law]\nasks: [{ title: A hand, topics: [law] }]")
        .file("pages/about.md", "---\ntitle: About\n---\n[Bo](/experts/bo/) [Zed](../experts/zed.md)\n");
    let steps: [Step; 15] = [
        (
            "experts/bo/profile.md",
            Some(
                b"---\nname: Bo\nexpertise: [law]\nlocation: { city: Breda }\n\
                  offers: [{ title: A hand, topics: [law] }]\n---\n",
            ),
        ),
        ("experts/ada/me.png", Some(PICTURE)),
        ("experts/ada/plan.png", Some(PICTURE)),
        ("experts/ada/cv.pdf", Some(b"%PDF-1.4 one")),
        ("experts/bo/cv.pdf", Some(b"%PDF-1.4 other")),
        ("static/plan.pdf", Some(b"%PDF-1.4 plan")),
        (
            "projects/x.md",
            Some(b"---\ntitle: Case\nteam: [{ expert: bo }, { expert: ada }]\n---\n"),
        ),
        ("topics/law.md", Some(b"---\ntitle: Law\nshelf_life: 1y\nsynonyms: [rights]\n---\n")),
        ("experts/bo/profile.md", Some(b"---\nname: Abe Bo\naliases: [robert]\n---\n")),
        ("experts/ada/cv.pdf", None),
        ("experts/ada/plan.png", None),
        ("projects/x.md", None),
        ("experts/bo/profile.md", None),
        ("topics/law.md", None),
        ("experts/zed.md", None),
    ];
    let build = |out: &str, more: &[&str]| {
        let mut arguments = vec!["--date", DAY];
        arguments.extend(more);
        let run = site.build_as(out, &arguments);
        (run.notes(), run.files())
    };
    build("public", &[]);
    for (path, bytes) in steps {
        match bytes {
            Some(bytes) => site.write(path, bytes),
            None => site.remove(path),
        }
        std::thread::sleep(SETTLED);
        let (warm, anew) = (build("public", &[]), tempfile::tempdir().expect("a folder"));
        let clean = build(anew.path().join("out").to_str().expect("UTF-8"), &["--no-cache"]);
        assert_eq!(warm.0, clean.0, "what is said after {path}");
        let paths: std::collections::BTreeSet<&String> =
            warm.1.keys().chain(clean.1.keys()).filter(|it| !it.starts_with(".vakwerk")).collect();
        let differ: Vec<_> =
            paths.into_iter().filter(|it| warm.1.get(*it) != clean.1.get(*it)).collect();
        assert!(differ.is_empty(), "after {path}: {differ:?}");
    }
}

#[test]
fn what_others_put_among_the_outputs_is_said_as_long_as_it_is_there() {
    let site = site();
    remember(&site, "2026-03-01");
    let said = || {
        let notes = site.build_as("public", &["--date", "2026-03-01"]).notes();
        notes.iter().filter(|note| note.starts_with("unknown-file ")).count()
    };
    let ours = said();
    let place = site.path().join("public/letter.docx");
    fs::write(&place, "words").expect("written");
    assert_eq!((said(), said()), (ours + 1, ours + 1));
    fs::remove_file(&place).expect("removed");
    assert_eq!((said(), said()), (ours, ours));
}

/// The second page of a list shows how many live where, and the cards of none of them who moves.
#[test]
fn how_long_lists_are_is_seen_where_none_of_their_cards_is() {
    let mut site = TestSite::network()
        .file("vakwerk.yaml", "title: T\nkind: network\nlanguages: [en]\npage_size: 6\n");
    let at = |name: &str, town: &str| format!("name: Ann {name}\nlocation: {{ city: {town} }}");
    for name in ["Ba", "Ca", "Da", "Ea", "Fa", "Ga", "Ha", "Ia"] {
        site = site.expert(&name.to_lowercase(), &at(name, "Assen"));
    }
    remember(&site, "2026-03-01");
    let site = site.expert("ba", &at("Ba", "Haren"));
    let warm = remember(&site, "2026-03-01");
    let second = String::from_utf8_lossy(&warm["experts/page/2/index.html"]);
    assert!(second.contains("/experts/place/haren/"), "{second}");
    assert_eq!(warm, clean(&site, "2026-03-01"));
}

/// What stands in the rows of a long list is what those on it say today, and no more than that.
#[test]
fn rows_of_a_long_list_are_as_those_on_it_are() {
    let mut site = TestSite::network();
    let who = |at: usize, more: &str| {
        format!("name: Ann {at:03}\nheadline: Words of {at}\n{more}\nlanguages: [nl]\n")
    };
    let knows = |day: &str| format!("expertise: [{{ topic: Heat, last_used: {day} }}]");
    for at in 0..98 {
        site = site.expert(&format!("e{at:03}"), &who(at, &knows("2026-01")));
    }
    for at in 0..98 {
        let front = format!("title: Case {at}\ntopics: [Heat]\nteam: [e000]\nperiod: 2024");
        site = site.project(&format!("p{at:03}"), &front);
    }
    let before = remember(&site, "2026-03-01");
    let row = |files: &BTreeMap<String, Vec<u8>>, list: &str, name: &str| {
        let page = String::from_utf8_lossy(&files[list]).into_owned();
        let (_, rows) = page.split_once("<ul class=\"rows entries\">").expect("a list in rows");
        assert_eq!(rows.split_once("</ul>").expect("an end").0.matches("<li>").count(), 98);
        let at = rows.find(name).expect("on the list");
        rows[at..].split_once("</li>").expect("an end").0.to_owned()
    };
    let (topic, cases) = ("topics/heat/experts/index.html", "topics/heat/projects/index.html");
    let was = row(&before, topic, "Ann 005");
    assert!(was.contains("Words of 5<") && was.contains(">current<"), "{was}");
    assert!(row(&before, cases, "Case 7<").contains("2024"));
    // One says other things: where, whether there is room, and in other words.
    let more = format!("location: {{ city: Assen }}\navailability: open\n{}", knows("2022-06"));
    let site = site.expert("e005", &who(5, &more).replace("Words", "Other words"));
    let site = site.project("p007", "title: Case 7\ntopics: [Heat]\nteam: [e000]\nperiod: 2021");
    let warm = remember(&site, "2026-03-01");
    let is = row(&warm, topic, "Ann 005");
    for word in ["Other words of 5<", "past its shelf life", "open to work", " · Assen"] {
        assert!(is.contains(word), "{word}: {is}");
    }
    assert!(row(&warm, cases, "Case 7<").contains("2021"));
    assert_eq!(warm, clean(&site, "2026-03-01"));
    // The shelf life of all passes, and nothing is written.
    let later = remember(&site, "2030-03-01");
    assert!(row(&later, topic, "Ann 006").contains("past its shelf life"));
    assert_eq!(later, clean(&site, "2030-03-01"));
}
