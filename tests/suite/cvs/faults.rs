//! What may be wrong with what a CV is made of: fonts, files, a person who is not to be seen.

use super::asked::{complaint, cv};
use super::{SITE, full, letters, read, readers, texts};
use crate::test_site::{TestSite, said, vakwerk};
use serde_json::Value;

/// A font of the program, with two bytes of one of its tables changed.
fn font(table: [u8; 4], at: usize, value: u16) -> Vec<u8> {
    let mut font = include_bytes!("../../../src/site/latin.ttf").to_vec();
    let number = |font: &[u8], at: usize| {
        u32::from_be_bytes(font[at..at + 4].try_into().expect("four bytes")) as usize
    };
    let count = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let mut records = (0..count).map(|record| 12 + 16 * record);
    let record = records.find(|record| font[*record..].starts_with(&table)).expect("the table");
    let at = number(&font, record + 8) + at;
    font[at..at + 2].copy_from_slice(&value.to_be_bytes());
    font
}

#[test]
fn a_font_in_which_nothing_can_be_set_is_told_and_the_cv_is_made_without_it() {
    let whole = font(*b"head", 18, 1000);
    let fonts = [
        ("its letters have no size (`unitsPerEm`)", font(*b"head", 18, 0)),
        ("may not stand in documents", font(*b"OS/2", 8, 2)),
        ("is cut short", whole[..whole.len() / 2].to_vec()),
        ("is broken", b"\0\x01\0\0nothing".to_vec()),
        ("is broken", b"wOF2nothing".to_vec()),
    ];
    for (reason, font) in fonts {
        let site = full()
            .file("vakwerk.yaml", &format!("{SITE}cv: {{ fonts: [own.ttf] }}\n"))
            .bytes("own.ttf", &font);
        let run = site.build();
        let notes = run.notes();
        assert!(notes.iter().any(|note| note.starts_with("unread-font")), "{reason}: {notes:?}");
        assert!(run.has("experts/liv/cv.pdf"), "{reason}");
        let out = site.path().join("liv.pdf");
        let done = cv(&site, &["liv", "-o", out.to_str().expect("UTF-8")]);
        let told = complaint(&done);
        assert!(told.contains("`own.ttf`") && told.contains(reason), "{reason}: {told}");
        assert!(done.status.success() && out.exists(), "{told}");
    }
}

#[test]
#[cfg(unix)]
fn a_pipe_is_no_font_and_no_cv_is_written_into_one() {
    let site = full().file("vakwerk.yaml", &format!("{SITE}cv: {{ fonts: [own.ttf] }}\n"));
    for name in ["own.ttf", "liv.pdf"] {
        let made = std::process::Command::new("mkfifo").arg(site.path().join(name)).status();
        assert!(made.expect("mkfifo starts").success());
    }
    assert!(complaint(&cv(&site, &["liv"])).contains("`own.ttf` is no file"));
    let pipe = site.path().join("liv.pdf");
    for out in [pipe.to_str().expect("UTF-8"), "folder.pdf"] {
        std::fs::create_dir_all(site.path().join("folder.pdf")).expect("a folder");
        let out = site.path().join(out);
        let done = cv(&site, &["liv", "-o", out.to_str().expect("UTF-8")]);
        assert_eq!(done.status.code(), Some(2), "{}", complaint(&done));
    }
}

#[test]
fn what_is_wrong_with_somebody_or_with_cvs_is_said_and_nothing_of_others() {
    let long = "long ".repeat(80);
    let site = TestSite::empty()
        .file("vakwerk.yaml", &format!("{SITE}cv: {{ fonts: [none.ttf] }}\n"))
        .expert("ada", &format!("name: Ada\nheadline: {long}\ntalents: [x]"))
        .expert("bo", "name: Bo\nfolly: [x]");
    let told = complaint(&cv(&site, &["ada"]));
    for words in ["none.ttf", "experts/ada.md", "talents"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("experts/bo.md"), "{told}");
    let site = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert("ada", "name: Ada\nformats: { cv: false }");
    let done = cv(&site, &["ada"]);
    assert!(done.status.success() && complaint(&done).contains("wants no CV on the site"));
}

#[test]
fn why_a_portfolio_has_no_cv_is_said() {
    for (front, words) in [
        ("name: Ada\nvisibility: hidden", "is hidden"),
        ("name: [Ada", "cannot be published as it is"),
    ] {
        let site = TestSite::empty()
            .file("vakwerk.yaml", "title: Ada\nbase_url: https://ada.example/\n")
            .file("profile.md", &format!("---\n{front}\n---\n"));
        let done = cv(&site, &[]);
        let told = complaint(&done);
        assert!(told.contains("profile.md") && told.contains(words), "{told}");
        assert_eq!(done.status.code(), Some(1), "{told}");
    }
}

#[test]
fn a_cv_for_a_request_tells_what_the_person_brought_and_not_what_the_case_is_about() {
    let site = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert("ada", "name: Ada\nexpertise: [heat, law]")
        .project("one", "title: Only heat\nfrom: 2024\nto: 2025\ntopics: [heat, law]\nteam: [{ expert: ada, topics: [heat] }]")
        .project("two", "title: With law\nfrom: 2024\nto: 2025\ntopics: [heat]\nteam: [{ expert: ada, topics: [law] }]")
        .file("requests/ask.md", "---\ntitle: Ask\nneeds: [law]\n---\n");
    let done = cv(&site, &["ada", "--for", "ask"]);
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(text.contains("With law") && !text.contains("Only heat"), "{text}{done:?}");
}

#[test]
fn each_newest_proof_of_a_match_is_a_case_of_the_cv_for_the_request() {
    let site = TestSite::example();
    let folder = site.path().to_str().expect("UTF-8");
    let mut compared = 0;
    let requests = std::fs::read_dir(site.path().join("requests")).expect("requests");
    let mut requests: Vec<_> = requests.map(|file| file.expect("a file").path()).collect();
    requests.sort();
    for request in requests {
        let slug = request.file_stem().and_then(|stem| stem.to_str()).expect("UTF-8");
        let answer =
            ["match", folder, "--request", slug, "--format", "json", "--date", "2026-11-23"];
        let done = vakwerk(&answer);
        let Ok(answer) = serde_json::from_slice::<Value>(&done.stdout) else { continue };
        for found in answer["experts"].as_array().into_iter().flatten() {
            let person = found["slug"].as_str().expect("a slug");
            let text = said(&["cv", folder, person, "--for", slug, "--date", "2026-11-23"]);
            let whole = said(&["cv", folder, person, "--date", "2026-11-23"]);
            let terms = found["terms"].as_array().expect("terms");
            for term in terms.iter().filter(|term| term["basis"] == "evidenced") {
                // What shows it stands behind the topic, in the whole CV as in this.
                let topic = term["topic"].as_str().expect("a topic");
                let line = whole.lines().find(|line| line.starts_with(&format!("- {topic} – ")));
                let line = line.unwrap_or_else(|| panic!("{topic} in {whole}"));
                let is_shown = |case: &&str| line.ends_with(&format!(" {case}"));
                if let Some(case) = whole.lines().filter(|line| line.len() > 5).find(is_shown) {
                    assert!(text.lines().any(|line| line == case), "{person} {slug}: {case}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 4, "{compared}");
}

#[test]
fn lists_quotes_tables_and_notes_of_a_story_stay_what_they_are() {
    let story = "---\nname: Ada\n---\n\nIntro[^1] here.\n\n1. One\n   1. In one\n2. Two\n\n- A\n  - B\n- [x] done\n- [ ] to do\n\n> Said so.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nlet x\nlet y\n```\n\n[^1]: A note.\n";
    let site = TestSite::empty().file("vakwerk.yaml", SITE).file("experts/ada.md", story);
    let done = cv(&site, &["ada"]);
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    for words in [
        "Intro[1] here.",
        "1. One\n  1. In one\n2. Two\n",
        "- A\n  - B\n- [x] done\n- [ ] to do\n",
        "> Said so.",
        "a · b\n",
        "1 · 2\n",
        "let x\nlet y\n",
        "[1] A note.\n",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains('↩'), "{text}");
    let Some(readers) = readers() else { return };
    for name in ["ada.pdf", "ada.docx"] {
        let out = site.path().join(name);
        assert!(cv(&site, &["ada", "-o", out.to_str().expect("UTF-8")]).status.success());
    }
    let seen = read(&readers, &site.path().join("ada.pdf"));
    assert_eq!(seen["qpdf"][0], 0, "{}", seen["qpdf"][1]);
    let text = &texts(&seen)[0];
    for words in ["1.One", "1.Inone", "2.Two", "[1]Anote."] {
        assert!(text.contains(&letters(words)), "{words} in {text}");
    }
    assert!(seen["tags"].to_string().contains("/BlockQuote"));
}

#[test]
fn an_address_stays_whole_and_no_line_begins_with_a_dot() {
    let Some(readers) = readers() else { return };
    let address = "a-long-name-of-a-site.example/with-a-path-to/a-page-of-many-words";
    let front = format!(
        "name: Wang Xiaoming (王小明)\nlocation: Assen\nlinks: {{ website: https://www.{address} }}"
    );
    let site = TestSite::empty()
        .file("vakwerk.yaml", SITE)
        .expert("wang", &front)
        .expert("ming", "name: 王小明");
    let out = site.path().join("wang.pdf");
    assert!(cv(&site, &["wang", "-o", out.to_str().expect("UTF-8")]).status.success());
    let seen = read(&readers, &out);
    let text = seen["poppler"].as_str().expect("a text");
    assert!(text.starts_with("Wang Xiaoming\n"), "{text}");
    assert!(text.contains(address), "{address} in {text}");
    for line in text.lines() {
        assert!(!line.starts_with('·') && !line.trim_end().ends_with('·'), "{line}");
    }
    // Of this name nothing could be read.
    let out = site.path().join("ming.pdf");
    let done = cv(&site, &["ming", "-o", out.to_str().expect("UTF-8")]);
    assert_eq!(done.status.code(), Some(1), "{}", complaint(&done));
    assert!(!out.exists());
    let run = site.build();
    assert!(run.notes().iter().any(|note| note.starts_with("no-cv")), "{:?}", run.notes());
    assert!(!run.has("experts/ming/cv.pdf"));
    run.page("experts/ming/index.html").lacks("cv.pdf");
}

#[test]
#[cfg(unix)]
fn a_cv_that_cannot_be_written_leaves_the_one_that_is_there() {
    use std::os::unix::fs::PermissionsExt;
    let site = full();
    let out = site.path().join("liv.pdf");
    let write = || cv(&site, &["liv", "-o", out.to_str().expect("UTF-8")]);
    assert!(write().status.success());
    let good = std::fs::read(&out).expect("a CV");
    // As on a full disk, no file can get larger than so much.
    let program = env!("CARGO_BIN_EXE_vakwerk");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "ulimit -f 4; trap '' XFSZ; exec \"$0\" \"$@\"", program, "cv"]);
    shell.args([site.path(), "liv".as_ref(), "-o".as_ref(), out.as_path()]);
    let done = shell.output().expect("a shell starts");
    assert!(complaint(&done).contains("cannot be written"), "{}", complaint(&done));
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(std::fs::read(&out).expect("a CV"), good);
    let names = std::fs::read_dir(site.path()).expect("a folder");
    let left = names.filter(|name| {
        let name = name.as_ref().expect("a name").file_name();
        name.to_string_lossy().starts_with(".vakwerk-")
    });
    assert_eq!(left.count(), 0, "nothing stays beside it");
    // A link stays one, and who may read a file stays.
    let link = site.path().join("link.pdf");
    std::os::unix::fs::symlink(&out, &link).expect("a link");
    std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o640)).expect("set");
    assert!(cv(&site, &["liv", "-o", link.to_str().expect("UTF-8")]).status.success());
    assert!(std::fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(std::fs::metadata(&out).expect("a CV").permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_name_in_letters_and_marks_of_their_own_is_set_as_any_other() {
    // As macOS writes names of files, and what is copied from them.
    for name in ["Jose\u{301} Zoe\u{308} Mu\u{308}ller", "Ann\u{ad}a Bo", "Ada\u{200b}\u{2060} Bo"]
    {
        // On two pages, so that the name stands at their feet.
        let story = "A paragraph of words that goes on for a while.\n\n".repeat(80);
        let head = format!("---\nname: {name}\nslug: nfd\nexpertise: [heat]\n---\n");
        let site = full().file("experts/nfd.md", &format!("{head}{story}"));
        let out = site.path().join("nfd.pdf");
        let done = cv(&site, &["nfd", "-o", out.to_str().expect("UTF-8")]);
        assert!(done.status.success() && out.exists(), "{name:?}: {}", complaint(&done));
        assert!(site.build().has("experts/nfd/cv.pdf"), "{name:?}");
    }
}
