//! A key that decides who sees what, when it is not understood, closes.

use crate::test_site::TestSite;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The start of a mark that no page has by itself.
const MARK: &str = "Zqx";

/// The paths of the keys that the schema of `of` marks, without those of items of lists.
fn guarded(of: &str) -> Vec<String> {
    let output = crate::test_site::vakwerk(&["schema", of]);
    let schema: Value = serde_json::from_slice(&output.stdout).expect("a schema");
    let mut found = Vec::new();
    gather(&schema, &schema, "", &mut found);
    found.sort();
    found
}

fn gather(root: &Value, schema: &Value, path: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        gather(root, &root["$defs"][name], path, found);
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        gather(root, choice, path, found);
    }
    if schema["x-privacy"] == true && !found.iter().any(|known| known == path) {
        found.push(path.to_owned());
    }
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        gather(root, property, &below, found);
    }
}

/// Values that no key of this kind has, as YAML: typing errors, other languages, other types, signs
/// that nobody sees.
fn wrong_values() -> Vec<String> {
    let words = [
        "hiden",
        "hidde",
        "hidden!",
        "private",
        "privé",
        "verborgen",
        "nobody",
        "none",
        "geheim",
        "versteckt",
        "secret",
        "hıdden",
        "hid\u{200b}den",
        "Ηidden",
        "unlistet",
        "un-listed",
        "not public",
        "public?",
        "publick",
        "pubic",
        "draft",
        "concept",
        "maybe",
        "perhaps",
        "tru",
        "ture",
        "flase",
        "yess",
        "noo",
        "waar",
        "onwaar",
        "wahr",
        "soon",
        "later",
        "never",
        "nooit",
        "today",
        "tomorrow",
        "yesterday",
        "gisteren",
        "as of May",
        "05/2026/03",
        "2026-13-01",
        "2026-02-30",
        "31 June 2026",
        "2026-00",
        "2026-5-5-5",
        "20260503",
        "3/4/2026",
        "26-05-03",
        "2026 May 3 4",
        "١٥ مايو",
        "二〇二六年",
        "mei",
        "Q3 2026",
        "week 12",
        "2026-W12",
        "2026-123",
        "1 Foo 2026",
        "n/a",
        "n.v.t.",
        "-",
        "?",
        "...",
        "TBD",
        "todo",
        "null and void",
        "{{ draft }}",
        "{% hidden %}",
        "${HIDDEN}",
        "<b>hidden</b>",
        "&hidden;",
        "%68idden",
        "hidden hidden",
        "hidden,public",
        "public|hidden",
        "hidden;",
        "\\u0068idden",
        "ＨＩＤＤＥＮ",
        "ｔｒｕｅ",
        "🙈",
        "hidden\u{202e}",
        "optional?",
        "requiredd",
        "protectedd",
        "plain text",
    ];
    let mut values: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    // Beyond the bound of a line.
    values.extend([
        "x".repeat(600),
        format!("\"hidden{}x\"", " ".repeat(600)),
        format!("[{}]", "a, ".repeat(900)),
    ]);
    values.extend(
        [
            "",
            "~",
            "null",
            "\"\"",
            "\"  \"",
            "[]",
            "[hidden]",
            "[true]",
            "[[]]",
            "{}",
            "{ value: hidden }",
            "{ a: { b: c } }",
            "2",
            "-1",
            "3.14",
            ".inf",
            ".nan",
            "1e9",
            "0x10",
            "0o7",
            "12345678901234567890",
            "99999999999999999999999999",
            "-99999999999999999999",
            "!hidden yes",
            "!!binary aGlkZGVu",
            "!!set { hidden }",
            "&x [1]",
            "\"\\0\"",
            "\"\\e[31m\"",
            "|\n  hidden\n  or not",
            ">\n  hidden\n  or not",
            "? hidden",
            "2026-05-03 - 2026-06-03",
        ]
        .map(str::to_owned),
    );
    let letters = |n: usize| char::from(b'a' + u8::try_from(n % 26).expect("a letter"));
    values.extend((0..200).map(|n| format!("{}{}{n}x", letters(n), letters(n * 7 + 3))));
    values.truncate(200);
    values
}

/// Whether a file of the folder, by its name or its bytes, holds `mark`.
fn holds(folder: &Path, mark: &str) -> bool {
    let mark = mark.to_lowercase();
    folder.exists()
        && crate::test_site::tree(folder).iter().any(|(path, bytes)| {
            path.to_lowercase().contains(&mark)
                || String::from_utf8_lossy(bytes).to_lowercase().contains(&mark)
        })
}

/// A profile with one wrong value, of a person whose name nobody else has.
fn profile(mark: &str, key: &str, value: &str) -> String {
    let entry = match key.split_once('.') {
        None => format!("{key}: {value}"),
        Some(("contact", below)) => {
            format!(
                "contact:\n  email: {mark}@mark.example\n  {below}: {}",
                value.replace('\n', "\n  ")
            )
        }
        Some((group, below)) => format!("{group}:\n  {below}: {}", value.replace('\n', "\n  ")),
    };
    format!(
        "---\nname: {mark} Person\nheadline: {mark}\nexpertise: [{mark} topic]\n{entry}\n---\n{mark}\n"
    )
}

#[test]
fn whoever_has_a_wrong_value_in_a_key_that_hides_is_nowhere() {
    let values = wrong_values();
    assert_eq!(values.len(), 200);
    let keys = guarded("expert");
    for key in ["visibility", "draft", "publish", "expires", "consent", "withdrawn"] {
        assert!(keys.iter().any(|known| known == key), "{key} is marked in the schema: {keys:?}");
        let site = TestSite::network().expert("seen", "name: Seen");
        for (at, value) in values.iter().enumerate() {
            site.write(
                &format!("experts/{MARK}{at}.md").to_lowercase(),
                profile(MARK, key, value).as_bytes(),
            );
        }
        for more in [&[][..], &["--allow-held-back"]] {
            let run = site.build_as("public", more);
            assert_eq!(run.status, if more.is_empty() { 3 } else { 0 }, "{key}");
            let shown: Vec<String> =
                run.files().into_keys().filter(|path| path.contains("zqx")).collect();
            assert!(shown.is_empty(), "{key}: {shown:?} of {values:?}");
            assert!(!holds(&run.out, MARK), "{key}");
            run.page("experts/seen/").contains("Seen");
        }
    }
}

#[test]
fn a_wrong_value_in_any_other_key_that_guards_leaves_out_what_it_speaks_of() {
    let values = wrong_values();
    for key in guarded("expert") {
        let file = match key.as_str() {
            "contact.visibility" => None,
            "formats.resume" => Some("resume.json"),
            "formats.data" => Some("expert.json"),
            "formats.qr" => Some("card.svg"),
            "formats.vcard" | "formats" | "crawlers" | "crawlers.search" => Some("card.vcf"),
            _ => continue,
        };
        let group = !key.contains('.');
        let site = TestSite::network().file(
            "vakwerk.yaml",
            "kind: network\ntitle: T\nbase_url: https://test.example/\nprivacy: { email: plain, phone: plain }\nformats: { qr: true, resume: true }\n",
        );
        // An empty group says nothing; in words like `none` a group is understood.
        let values = values.iter().filter(|value| {
            !group || !["", "~", "null", "{}", "\"none\"", "\"\""].contains(&value.as_str())
        });
        let values: Vec<&String> = values.step_by(5).collect();
        for (at, value) in values.iter().enumerate() {
            site.write(&format!("experts/p{at}.md"), profile(MARK, &key, value).as_bytes());
        }
        let run = site.build();
        for (at, value) in values.iter().enumerate() {
            // Where the whole file cannot be read, the person is held back.
            let page = run.out.join(format!("experts/p{at}/index.html"));
            let Ok(html) = fs::read_to_string(&page) else { continue };
            match file {
                None => assert!(!html.to_lowercase().contains("@mark.example"), "{key}: {value}"),
                Some(file) => {
                    assert!(!page.with_file_name(file).exists(), "{key}: {value} makes {file}");
                }
            }
        }
        if file.is_none() {
            assert!(!holds(&run.out, "@mark.example"), "{key}");
        }
    }
}

#[test]
fn a_site_with_a_wrong_value_in_a_key_that_guards_is_not_published() {
    let keys = guarded("site");
    for key in [
        "privacy.email",
        "privacy.consent",
        "privacy.consent_lasts",
        "formats.vcard",
        "crawlers.ai",
    ] {
        assert!(keys.iter().any(|known| known == key), "{key} is marked in the schema: {keys:?}");
    }
    let site = TestSite::network().expert("anna", &format!("name: {MARK} Anna"));
    let site_with = |text: &str| {
        site.write("vakwerk.yaml", format!("kind: network\ntitle: T\n{text}\n").as_bytes());
        let run = site.build_as("public", &["--allow-held-back"]);
        assert_eq!(run.status, 1, "{text}");
        assert!(!holds(&run.out, MARK), "{text}");
    };
    for value in wrong_values().iter().step_by(11) {
        for key in keys.iter().filter(|key| key.contains('.')).step_by(3) {
            let (group, below) = key.split_once('.').expect("a group");
            site_with(&format!("{group}:\n  {below}: {}", value.replace('\n', "\n  ")));
        }
    }
    for text in [
        "privacy: required",
        "privcy: { consent: required }",
        "Privacy: { consent: required }",
        "consent: required",
        "privacy: { consnt: required }",
        "privacy: { consent: Requierd }",
        "privacy: [consent]",
        "crawler: { ai: false }",
        "crawlers: { bots: no }",
        "formats: { vcf: no }",
        "formats: [vcard]",
        "member: [{ path: x }]",
        "members: { path: x }",
        "members: [{ path: x, expert: [a] }]",
        "member_rules: { file: 3 }",
        "member_rules: { protocols: all }",
        "privacy: { consent: required }\nprivacy: { consent: optional }",
        "crawlers: maybe",
        "members: [{ list: members.csv }]",
        "privacy: { consent_lasts: forever }",
    ] {
        site_with(text);
    }
    site.remove("vakwerk.yaml");
    for name in ["vakwerk.yml", "Vakwerk.yaml"] {
        site.write(name, b"kind: network\nprivacy: { consent: required }\n");
        assert_eq!(site.build_as("public", &["--allow-held-back"]).status, 1, "{name}");
        site.remove(name);
    }
}

#[test]
fn what_people_mean_is_understood_in_any_writing() {
    let site = TestSite::network().file(
        "vakwerk.yaml",
        "kind: network\ntitle: T\nbase_url: https://test.example/\ncrawlers: { ai: No }\nprivacy: { email: PLAIN, consent: Optional }\n",
    );
    for (at, line) in [
        "visibility: HIDDEN",
        "Visibility: hidden",
        "draft: Yes",
        "draft: 'on'",
        "withdrawn: true",
        "withdrawn: 3 May 2026",
        "withdrawn: 03-05-2026",
        "withdrawn: 2026-05-03T12:00:00Z",
        "publish: 1 March 2027",
        "publish: 2027/03/01",
        "expires: 31.12.2025",
        "expires: dec 2025",
        "consent: no",
        "consent: 2027-01-01",
    ]
    .into_iter()
    .enumerate()
    {
        site.write(
            &format!("experts/h{at}.md"),
            format!("---\nname: {MARK} {at}\n{line}\n---\n").as_bytes(),
        );
    }
    for (at, line) in [
        "visibility: Public",
        "draft: No",
        "draft: false",
        "withdrawn: nee",
        "publish: 1 March 2026",
        "expires: 2027",
        "consent: 1 mei 2026",
        "consent: 2026-01-01 10:00",
    ]
    .into_iter()
    .enumerate()
    {
        site.write(
            &format!("experts/s{at}.md"),
            format!("---\nname: Seen {at}\n{line}\n---\n").as_bytes(),
        );
    }
    let run = site.build();
    assert!(!holds(&run.out, MARK), "{:#}", run.json);
    for at in 0..8 {
        assert!(run.has(&format!("experts/s{at}/index.html")), "{at}: {:#}", run.json);
    }
    assert!(
        fs::read_to_string(run.out.join("robots.txt")).expect("there is one").contains("GPTBot")
    );
}

#[test]
fn misspelt_keys_doubled_keys_and_keys_in_the_wrong_place_close() {
    let site = TestSite::network().expert("seen", "name: Seen");
    let all = [
        "visibilty: hidden",
        "visiblity: hidden",
        "VISIBLITY: hidden",
        "visi-bility: hidden",
        "visible: no",
        "hidden: true",
        "private: yes",
        "public: no",
        "zichtbaarheid: verborgen",
        "unlisted: true",
        "published: false",
        "drafts: true",
        "Draft : true",
        "daft: true",
        "publishDate: 2027-01-01",
        "expiryDate: 2020-01-01",
        "expire: 2020",
        "withdrawal: 2026-01-01",
        "with_drawn: 2026-01-01",
        "consents: none",
        "toestemming: nee",
        "visibility: public\nvisibility: hidden",
        "visibility: hidden\nvisibility: public",
        "visibility: public\nhidden: true",
        "contact:\n  email: a@b.example\n  draft: true",
        "location:\n  city: Assen\n  visibility: hidden",
        "x: &x { visibility: hidden }\n<<: *x",
        "visibility: !important public",
        "nmae: x\ndraft:",
        "hidden:",
        "privacy:",
        "Niet tonen:",
        "public:",
        "active: 0",
        "active: n",
        "enabled: off",
    ];
    for (at, lines) in all.iter().enumerate() {
        site.write(
            &format!("experts/{MARK}{at}.md").to_lowercase(),
            format!("---\nname: {MARK} {at}\n{lines}\n---\n").as_bytes(),
        );
    }
    // In tables, lists, translations, and for every kind of entry.
    site.write(
        "experts.csv",
        format!("name;Zichtbaar;headline\n{MARK} Row;nee;x\n{MARK} Short;nee\nSeen Row;;x\n")
            .as_bytes(),
    );
    site.write("experts/translated.md", format!("---\nname: {MARK} Translated\n---\n").as_bytes());
    site.write("experts/translated.nl.md", b"---\nheadline: x\nvisibility: hidden\n---\n");
    for folder in ["projects", "organizations", "topics", "requests", "pages", "groups"] {
        for (at, line) in ["visibility: hiden", "darft: true", "hidden: true", "publish: someday"]
            .into_iter()
            .enumerate()
        {
            site.write(
                &format!("{folder}/{MARK}{at}.md").to_lowercase(),
                format!("---\ntitle: {MARK} {at}\n{line}\n---\n").as_bytes(),
            );
        }
    }
    site.write(
        "requests.yaml",
        format!("- title: {MARK} Item\n  visibility: [hidden]\n").as_bytes(),
    );
    let run = site.build_as("public", &["--allow-held-back"]);
    assert_eq!(run.status, 0, "{:#}", run.json);
    assert!(
        !holds(&run.out, MARK),
        "{:?}",
        run.files().keys().filter(|path| path.contains("zqx")).collect::<Vec<_>>()
    );
    run.page("experts/").says("Seen Row");
    let notes = run.notes();
    let said = (0..all.len()).filter(|at| {
        notes.iter().any(|note| note.contains(&format!("experts/{MARK}{at}.md:").to_lowercase()))
    });
    assert_eq!(said.count(), all.len(), "each is said: {notes:#?}");
}

/// A word between braces that has no value says as much as one that has.
#[test]
fn a_word_that_closes_alone_in_a_group_closes_what_the_group_speaks_of() {
    let built = |word: &str| {
        let group = format!("name: Jan\ncontact: {{ email: zqx@b.example, {word} }}");
        let site = "title: N\nkind: network\nprivacy: { email: plain, consent: optional }\n";
        TestSite::network().file("vakwerk.yaml", site).expert("jan", &group).build()
    };
    assert!(holds(&built("phone: 1").out, MARK), "it is shown to begin with");
    for word in ["hidden", "members only", "niet tonen", "private", "hidden: ", "'unlisted'"] {
        let run = built(word);
        assert!(!holds(&run.out, MARK), "{word}");
        let notes = run.notes();
        assert!(notes.iter().any(|note| note.starts_with("unclear-privacy")), "{word}: {notes:?}");
    }
    let run = TestSite::network()
        .expert("jan", "name: Jan\noffers: [{ title: Walks, unlisted }]\nlinks: {}")
        .build();
    assert!(run.notes().iter().any(|note| note.starts_with("unknown-key experts/jan.md:3")));
}

/// What closes something elsewhere, in a place where there is nothing to close, is said and is an
/// error of the site; nobody waits for an end.
#[test]
fn a_word_that_closes_stands_in_every_group_of_the_site_and_is_told_once() {
    for group in ["contact", "about", "nudge", "limits", "places", "menu_labels"] {
        for word in
            ["visibility: hidden", "hidden: true", "public: no", "private: yes", "on_map: no"]
        {
            let site = format!("title: N\nkind: network\n{group}: {{ {word} }}\n");
            let run =
                TestSite::network().file("vakwerk.yaml", &site).expert("jan", "name: Jan").build();
            let notes = run.notes();
            let told = notes.iter().filter(|note| note.contains("vakwerk.yaml:3")).count();
            assert_eq!(told, 1, "{group} {word}: {notes:?}");
        }
    }
}

#[test]
fn a_list_of_the_removed_that_cannot_be_read_stops_the_site() {
    let site = TestSite::network().expert("zoe", &format!("name: {MARK} Zoe"));
    for text in [
        "",
        "salt: x\npeople: [[",
        "people: {}",
        "salt: x\npeple: []",
        "salt: x\npeople: [[1]]\nmore: 1",
        "\u{0}",
    ] {
        site.write("forgotten.yaml", text.as_bytes());
        let run = site.build_as("public", &["--allow-held-back"]);
        assert_eq!(run.status, 1, "{text:?}: {:#}", run.json);
        assert!(!holds(&run.out, MARK), "{text:?}");
    }
    site.write("forgotten.yaml", b"\xff\xfe");
    assert_eq!(site.build_as("public", &["--allow-held-back"]).status, 1);
}

#[test]
fn a_group_of_too_many_keys_refuses_all() {
    let keys: String = (0..600).map(|n| format!("k{n}: true, ")).collect::<Vec<_>>().concat();
    let run = TestSite::network()
        .expert("jan", &format!("name: Jan\nformats: {{ {keys}vcard: false }}"))
        .build();
    assert!(
        run.has("experts/jan/index.html") && !run.has("experts/jan/card.vcf"),
        "{:#}",
        run.json
    );
}

#[test]
fn an_old_consent_holds_back_where_the_site_says_so() {
    let site = |rule: &str| {
        TestSite::network()
            .file(
                "vakwerk.yaml",
                &format!("kind: network\ntitle: T\nprivacy: {{ consent: required, consent_lasts: 2y{rule} }}\n"),
            )
            .expert("jan", &format!("name: {MARK} Jan\nconsent: 2023-01-01"))
            .expert("new", "name: New\nconsent: 2026-01-01")
            .build()
    };
    assert_eq!((site("").status, site(", consent_expired: warn").status), (0, 0));
    let run = site(", consent_expired: hold");
    assert_eq!(run.status, 3);
    assert!(!holds(&run.out, MARK));
}
