//! Whoever is not meant to be seen, or wants to be forgotten, leaves no byte: shown by `audit`, and
//! by a script that shares no code with it.

use crate::test_site::{TestSite, tree, vakwerk};
use std::path::Path;
use std::process::Command;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/example-site");

/// A profile with a marker in every field that takes a text.
fn marked(mark: &str, more: &str) -> String {
    format!(
        "---\nname: {mark} Vandermark\nsort_name: Vandermark {mark}\nformer_names: [{mark} Oldname]\nheadline: headline {mark}\n\
         photo: {{ file: photo.jpg, alt: alt {mark}, caption: caption {mark} }}\npronouns: {mark}\n\
         location: {{ city: {mark}city, travel: travel {mark} }}\nroles: [role {mark}]\naudience: [audience {mark}]\n\
         who: who {mark}\ncan: can {mark}\nvalue: value {mark}\nflow: flow {mark}\n\
         expertise: [{{ topic: topic {mark}, note: note {mark} }}]\n\
         offers: [{{ title: offer {mark}, topics: [offered {mark}], text: text {mark} }}]\n\
         asks: [{{ title: ask {mark}, topics: [asked {mark}], text: text {mark} }}]\n\
         experience: [{{ title: job {mark}, organization: firm {mark}, from: 2020, text: did {mark} }}]\n\
         education: [{{ title: study {mark}, organization: school {mark} }}]\n\
         certificates: [{{ title: paper {mark}, organization: body {mark}, date: 2024 }}]\n\
         publications: [{{ title: book {mark}, venue: press {mark}, date: 2024, authors: [{mark}, \"{mark} Vandermark\", \"co {mark}\", jan-de-vries, {{ organization: body {mark} }}] }}]\n\
         talks: [{{ title: talk {mark}, venue: hall {mark}, date: 2024 }}]\nawards: [{{ title: prize {mark}, date: 2024 }}]\n\
         testimonials: [{{ quote: quote {mark}, name: friend {mark}, role: r {mark} }}]\n\
         links: {{ website: https://{mark}.example/ }}\n\
         contact: {{ email: mail@{mark}.example, phone: \"+31 6 12345678\", url: https://{mark}.example/form }}\n\
         extra: {{ own: extra {mark} }}\naliases: [old-{mark}]\n{more}\n---\nBody {mark}. ![picture {mark}](beside.jpg) [paper {mark}](paper.pdf)\n"
    )
}

/// The example with people who must leave nothing: hidden, withdrawn, without consent; and one who
/// is protected.
fn peopled() -> TestSite {
    let mut site = TestSite::empty();
    for (path, bytes) in tree(Path::new(EXAMPLE)) {
        if !path.starts_with("public/") && !path.starts_with('.') {
            site = site.bytes(&path, &bytes);
        }
    }
    let people = [
        ("zqhidden", "visibility: hidden\nconsent: 2026-01-01"),
        ("zqdraft", "draft: true\nconsent: 2026-01-01"),
        ("zqwithdrawn", "consent: 2026-01-01\nwithdrawn: 2026-06-01"),
        ("zqunasked", ""),
    ];
    for (mark, more) in people {
        let folder = format!("experts/{mark}");
        site = site
            .file(&format!("{folder}/profile.md"), &marked(mark, more))
            .file(
                &format!("{folder}/profile.en.md"),
                &format!("---\nheadline: english {mark}\n---\nEnglish {mark}\n"),
            )
            .file(
                &format!("{folder}/projects/own.md"),
                &format!("---\ntitle: case {mark}\n---\n{mark}\n"),
            )
            .file(&format!("{folder}/paper.pdf"), &format!("%PDF-1.4 {mark}"))
            .bytes(&format!("{folder}/photo.jpg"), include_bytes!("../pictures/cmyk.jpg"))
            .bytes(&format!("{folder}/beside.jpg"), include_bytes!("../pictures/cmyk.jpg"));
    }
    let open = "---\nname: Quiet Person\nconsent: 2026-01-01\npublications: [{ title: Together, date: 2025, authors: [quiet, zqhidden, zqdraft Vandermark, { expert: zqwithdrawn }, { name: \"Vandermark, zqunasked\" }, dr. zqhidden Vandermark] }]\ntalks: [{ title: Spoken, authors: [zqhidden, jan-de-vries] }]\ncontact: { email: someone@zqprotected.example, phone: \"+31 6 76543210\", visibility: protected }\n---\n";
    let team = "---\ntitle: Together\nteam: [{ expert: jan-de-vries }, { expert: zqhidden }, { expert: zqdraft, role: zqdraft }, { name: zqwithdrawn Vandermark, role: r zqwithdrawn }]\ntestimonial: { quote: Good, name: zqhidden Vandermark, role: zqhidden }\n---\n";
    site.file("experts/quiet.md", open).file("projects/together.md", team)
}

const GONE: [&str; 4] = ["zqhidden", "zqdraft", "zqwithdrawn", "zqunasked"];

#[test]
fn nothing_of_those_who_are_not_to_be_seen_is_in_the_output_of_the_full_example() {
    let site = peopled();
    // Consent is asked of everybody.
    let config =
        std::fs::read_to_string(site.path().join("vakwerk.yaml")).expect("a configuration");
    let config: String = config
        .lines()
        .filter(|line| !line.starts_with("privacy:"))
        .flat_map(|line| [line, "\n"])
        .collect();
    for (path, bytes) in tree(&site.path().join("experts")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if path.ends_with("profile.md") && !text.contains("\nconsent:") && !path.starts_with("zq") {
            site.write(
                &format!("experts/{path}"),
                text.replacen("---\n", "---\nconsent: 2026-01-01\n", 1).as_bytes(),
            );
        }
    }
    site.write(
        "vakwerk.yaml",
        format!("{config}privacy: {{ email: plain, phone: plain, consent: required }}\n")
            .as_bytes(),
    );
    let run = site.build();
    assert_eq!(run.status, 3, "{:#}", run.json["diagnostics"]);
    assert!(run.count("files") > 300);
    let out = run.out.to_str().expect("UTF-8");

    let listed = site.path().join("markers.txt");
    std::fs::write(
        &listed,
        "# who must not be found\nzqhidden\nzqdraft\nzqwithdrawn\nzqunasked\nsomeone@zqunasked.example\n",
    )
    .expect("written");
    let output =
        vakwerk(&["audit", out, "--markers", listed.to_str().expect("UTF-8"), "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    let output =
        vakwerk(&["audit", out, "--for", "zqhidden", "-C", site.path().to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    if Command::new("python3").arg("--version").output().is_ok() {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/traces.py");
        let output =
            Command::new("python3").arg(script).arg(out).args(GONE).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        let output = Command::new("python3")
            .args([script, &format!("{out}/experts/quiet"), "Quiet Person"])
            .output()
            .expect("it runs");
        assert!(!output.status.success(), "who may be seen is found");
    }
    run.page("projects/together/").lacks("zq");

    // Protected: nowhere in the open, in whatever format, but there for people; and `audit` sees
    // through it.
    for (path, bytes) in run.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("someone@zqprotected") || path.is_empty(),
            "{path} holds the address openly"
        );
    }
    let output = vakwerk(&[
        "audit",
        &format!("{out}/experts/quiet"),
        "--for",
        "quiet",
        "-C",
        site.path().to_str().expect("UTF-8"),
    ]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("index.html:") && said.contains("(in entities)"), "{said}");
}

fn network() -> TestSite {
    TestSite::network()
        .expert("amina", "name: Amina\ntestimonials: [{ quote: Thanks, name: Zoë Vermeulen, role: boss }]")
        .file("experts/zoe/profile.md", "---\nname: Zoë Vermeulen\nformer_names: [Zoë de Boer]\nphoto: { file: p.jpg, alt: Zoë }\nwho: I bring heat and people together in the north\ncontact: { email: zoe@boer.example }\n---\n")
        .file("experts/zoe/profile.en.md", "---\nheadline: Lead\n---\n")
        .file("experts/zoe/projects/own.md", "---\ntitle: Alone\n---\n")
        .bytes("experts/zoe/p.jpg", include_bytes!("../pictures/cmyk.jpg"))
        .project("south", "title: South\nteam: [{ expert: amina }, { expert: zoe, role: lead }, { name: Zoë de Boer }]\nperiod: { from: 2025 }")
}

#[test]
fn forget_shows_what_it_will_do_and_does_it_when_told() {
    let site = network();
    let before = site.build();
    assert_eq!(before.status, 0, "{:#}", before.json);
    let dir = site.path().to_str().expect("UTF-8");
    let sources = || {
        tree(site.path())
            .into_keys()
            .filter(|path| !path.starts_with("public/"))
            .collect::<Vec<_>>()
    };
    let all = sources();

    let output = vakwerk(&["forget", "zoe", "-C", dir]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0));
    for words in [
        "experts/zoe/profile.md",
        "experts/zoe/p.jpg",
        "experts/zoe/projects/own.md",
        "projects/south.md:3",
        "experts/amina.md:3",
        "--yes",
        "Nothing was changed",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(sources(), all);

    let markers = site.path().join("m.txt");
    let markers = markers.to_str().expect("UTF-8");
    let output = vakwerk(&["forget", "zoe", "-C", dir, "--yes", "--markers", markers]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    for words in ["Git", "caches", "search engines", "vakwerk audit", "projects/south.md:3"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let left = sources();
    assert!(
        !left.iter().any(|path| [
            "experts/zoe",
            ".vakwerk/cache/images",
            ".vakwerk/cache/finder",
            ".vakwerk/records"
        ]
        .iter()
        .any(|place| path.starts_with(place))),
        "{left:?}"
    );
    let tombstone =
        std::fs::read_to_string(site.path().join("forgotten.yaml")).expect("a tombstone");
    assert!(
        !tombstone.to_lowercase().contains("zoe") && !tombstone.contains("Vermeulen"),
        "{tombstone}"
    );

    // Teams count them, quotes name nobody, and nothing of them is in the output.
    let after = site.build();
    assert_eq!(after.notes(), Vec::<String>::new());
    after.page("projects/south/").says("And one more contributor");
    after.page("experts/amina/").says("Thanks").says("a former member");
    let out = after.out.to_str().expect("UTF-8");
    let output = vakwerk(&["audit", out, "--markers", markers]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(vakwerk(&["audit", out, "--for", "zoe", "-C", dir]).status.code(), Some(0));
    assert_eq!(vakwerk(&["forget", "zoe", "-C", dir, "--yes"]).status.code(), Some(2));

    // Nobody gets the address or the name by accident.
    let site = site.expert("zoe", "name: Zoë Anders").expert("other", "name: Zoë de Boer");
    let again = site.build();
    assert_eq!(again.notes(), ["forgotten experts/other.md:-:-", "forgotten experts/zoe.md:-:-"]);
    assert!(!again.has("experts/zoe/index.html") && !again.has("experts/other/index.html"));
}

#[test]
fn forgetting_somebody_in_a_file_of_their_own_takes_the_photo_unless_others_show_it() {
    let site = TestSite::network()
        .expert("jan", "name: Jan\nphoto: { file: jan.jpg, alt: Jan }")
        .expert("piet", "name: Piet\nphoto: { file: both.jpg, alt: Two }")
        .expert("kees", "name: Kees\nphoto: { file: both.jpg, alt: Two }")
        .file("experts/jan.en.md", "---\nheadline: Lead\n---\n")
        .bytes("experts/jan.jpg", include_bytes!("../pictures/cmyk.jpg"))
        .bytes("experts/both.jpg", include_bytes!("../pictures/cmyk.jpg"));
    let dir = site.path().to_str().expect("UTF-8");
    for slug in ["jan", "piet"] {
        assert_eq!(vakwerk(&["forget", slug, "-C", dir, "--yes"]).status.code(), Some(0));
    }
    let left: Vec<String> = tree(&site.path().join("experts")).into_keys().collect();
    assert_eq!(left, ["both.jpg", "kees.md"]);
}

#[test]
fn audit_says_where_a_marker_is_and_what_had_to_be_undone() {
    let site = TestSite::empty()
        .file("out/a.html", "<p>x</p><a href=\"&#109;&#97;&#105;&#108;&#64;zoe.example\">")
        .file(
            "out/b/c.vcf",
            "BEGIN:VCARD\r\nNOTE:a long line with Zoë Ver\r\n meulen in it\r\nEND:VCARD\r\n",
        )
        .file("out/zoe-vermeulen.txt", "nothing")
        .file("m.txt", "# people\nZoe Vermeulen\nmail@zoe.example\n");
    let path = |name: &str| site.path().join(name).to_str().expect("UTF-8").to_owned();
    let output = vakwerk(&["audit", &path("out"), "--markers", &path("m.txt")]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "a.html:17: mail@zoe.example (in entities)",
            "b/c.vcf:35: Zoe Vermeulen (in folds)",
            "zoe-vermeulen.txt:0: Zoe Vermeulen (in the file's name)",
        ]
    );
    assert_eq!(
        vakwerk(&["audit", &path("gone"), "--markers", &path("m.txt")]).status.code(),
        Some(2)
    );
    assert_eq!(vakwerk(&["audit", &path("out")]).status.code(), Some(2));
}

#[test]
fn hashes_with_a_key_of_the_owners_are_worth_nothing_without_it() {
    let site = TestSite::network()
        .expert("zoe", "name: Zoë Vermeulen\ncontact: zoe@vermeulen.example")
        .expert("jan", "name: Jan");
    let run = |key: Option<&str>, arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vakwerk"));
        command.args(arguments).env_remove("VAKWERK_FORGET_KEY");
        if let Some(key) = key {
            command.env("VAKWERK_FORGET_KEY", key);
        }
        let output = command.output().expect("the program starts");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let folder = site.path().to_str().expect("UTF-8");
    assert_eq!(run(Some("secret"), &["forget", "zoe", "-C", folder, "--yes"]).0, Some(0));
    // The person comes back under another name, with the same mail address.
    site.write("experts/new.md", b"---\nname: Other Name\ncontact: Zoe@Vermeulen.example\n---\n");
    let (status, said) = run(Some("secret"), &["check", folder]);
    assert!(status == Some(3) && said.contains("forgotten"), "{said}");
    for key in [None, Some("another")] {
        let (status, said) = run(key, &["check", folder, "--allow-held-back"]);
        assert!(status == Some(1) && said.contains("VAKWERK_FORGET_KEY"), "{key:?}: {said}");
    }
}

#[test]
fn after_forgetting_nothing_of_the_person_is_left_in_what_is_remembered() {
    let site = network();
    for _ in 0..2 {
        site.build();
    }
    let cache = site.path().join(".vakwerk");
    let holds = |words: &[&str]| -> Vec<String> {
        let files = tree(&cache).into_iter().filter(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            words.iter().any(|word| text.contains(word) || path.to_lowercase().contains(word))
        });
        files.map(|(path, _)| path).collect()
    };
    let pictures = || {
        let files = tree(&cache).into_keys();
        files.filter(|path| path.contains("/images/") && !path.ends_with(".gitignore")).count()
    };
    assert!(pictures() > 0);
    let dir = site.path().to_str().expect("UTF-8");
    assert_eq!(vakwerk(&["forget", "zoe", "-C", dir, "--yes"]).status.code(), Some(0));
    assert_eq!(holds(&["zoe", "zo\u{eb}", "vermeulen", "boer.example"]), Vec::<String>::new());
    // Of pictures nobody can tell whose they are by their names: all go.
    assert_eq!(pictures(), 0);
}

/// Whoever is told nothing of a folder takes it for looked through.
#[test]
#[cfg(unix)]
fn forget_names_the_folders_that_it_cannot_look_into() {
    let site = network().file("notes/here.txt", "nobody");
    crate::test_site::too_deep(&site.path().join("notes"));
    let output = vakwerk(&["forget", "zoe", "-C", site.path().to_str().expect("UTF-8")]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = said.lines().find(|line| line.trim_start().starts_with("notes/xxx"));
    assert!(told.is_some_and(|line| line.contains("cannot be read, so look yourself")), "{said}");
}
