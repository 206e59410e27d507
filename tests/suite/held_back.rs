//! Whoever is held back stays known: in other words for a key, in files that are not read, and
//! however a name is written.

use crate::test_site::{Run, TestSite, vakwerk};

const MARK: &str = "Qmark";

fn network() -> TestSite {
    TestSite::network().expert("anna", "name: Anna Open\nheadline: x")
}

/// Whether a text stands anywhere in what was built, in any letter case.
fn is_out(run: &Run, text: &str) -> bool {
    let text = text.to_lowercase();
    run.files().iter().any(|(path, bytes)| {
        path.to_lowercase().contains(&text)
            || String::from_utf8_lossy(bytes).to_lowercase().contains(&text)
    })
}

/// A case of the network that names Zelda Qmark in `team`.
fn case(site: TestSite, name: &str) -> TestSite {
    let team = format!("team: [Anna Open, {{ name: {name:?}, role: adviser }}]");
    site.project(
        "dike",
        &format!("title: The dike\n{team}\ntestimonial: {{ quote: Good, name: {name:?} }}"),
    )
}

#[test]
fn keys_and_values_that_speak_of_who_sees_what_close_in_any_words() {
    let lines = [
        "visable: no",
        "is_public: false",
        "isPublic: no",
        "do_not_publish: true",
        "unpublished: true",
        "published_at: 2030-01-01",
        "expire_date: 2020-01-01",
        "remove_after: 2020-01-01",
        "status: hidden",
        "state: draft",
        "access: private",
        "meta: { visibility: hidden }",
        "gepubliceerd: nee",
        "privat: ja",
        "öffentlich: nein",
        "caché: oui",
        "Contact: { visibility: hidden }",
    ];
    let mut site = network();
    for (at, line) in lines.into_iter().enumerate() {
        site = site.expert(&format!("z{at}"), &format!("name: Zelda {MARK}{at}\n{line}"));
    }
    for (at, header) in [
        "visibility (public/hidden)",
        "consent given?",
        "Toestemming gegeven",
        "status",
        "extra.visibility",
    ]
    .into_iter()
    .enumerate()
    {
        let value = if at == 1 || at == 2 { "no" } else { "hidden" };
        let site = network()
            .file("experts.csv", &format!("name;{header}\nZelda {MARK};{value}\nCarl Row;\n"));
        let run = site.build_as("public", &["--allow-held-back"]);
        assert!(!is_out(&run, MARK) && is_out(&run, "Carl Row"), "{header}: {:?}", run.notes());
    }
    let run = site.build_as("public", &["--allow-held-back"]);
    assert!(!is_out(&run, MARK), "{:?}", run.notes());
    assert_eq!(
        run.notes().iter().filter(|note| note.starts_with("unclear-privacy")).count(),
        lines.len()
    );
}

#[test]
fn ways_to_reach_somebody_are_hidden_in_any_words() {
    for line in ["contact_visibility: hidden", "hide_email: true", "\"contact.visibility\": hidden"]
    {
        let front = format!("name: Bea\ncontact: {{ email: {MARK}@a.example }}\n{line}");
        let config = "title: T\nkind: network\nprivacy: { consent: optional, email: plain }\nformats: { vcard4: true, qr: true, resume: true, jcard: true, jscontact: true, murmurations: true }\n";
        let site = network().file("vakwerk.yaml", config).expert("bea", &front);
        let run = site.build_as("public", &["--allow-held-back"]);
        assert!(!is_out(&run, MARK), "{line}: {:?}", run.notes());
    }
}

#[test]
fn a_site_whose_keys_speak_of_who_sees_what_in_other_words_is_not_published() {
    for line in [
        "<<: { privacy: { consent: required } }",
        "privacy.consent: required",
        "require_consent: true",
        "toestemming: verplicht",
        "params: { privacy: { consent: required } }",
        "about: { privacy: { consent: required } }",
        "visibility: hidden",
        "draft: true",
        "noindex: true",
        "ai: no",
    ] {
        let config = format!("title: T\nkind: network\n{line}\n");
        let run =
            network().file("vakwerk.yaml", &config).build_as("public", &["--allow-held-back"]);
        assert!(run.status == 1 && !run.has("index.html"), "{line}: {:?}", run.notes());
    }
    for name in ["vakwerk.yml", "Vakwerk.yaml"] {
        let site =
            network().file(name, "title: T\nkind: network\nprivacy: { consent: required }\n");
        assert_eq!(site.build_as("public", &["--allow-held-back"]).status, 1, "{name}");
    }
}

#[test]
fn a_translation_that_closes_hides_its_entry_wherever_it_lies() {
    let config = "title: T\nkind: network\nlanguages: [en, nl]\nprivacy: { consent: optional, email: plain }\nformats: { vcard4: true, qr: true, resume: true, jcard: true, jscontact: true, murmurations: true }\n";
    for (path, text) in [
        ("experts/zed.nl.md", "---\ncontact: { visibility: hidden }\n---\n"),
        ("experts/zed.nl.md", "---\nconsent: no\n---\n"),
        ("experts/zed.de.md", "---\nvisibility: hidden\n---\n"),
        ("experts/zed.nl.yaml", "---\nvisibility: hidden\n---\n"),
        ("experts/zed/profile.nl.md", "---\ndraft: true\n---\n"),
    ] {
        let site = network()
            .file("vakwerk.yaml", config)
            .expert("zed", &format!("name: Zelda {MARK}\ncontact: {{ email: {MARK}@a.example }}"))
            .file(path, text);
        let run = site.build_as("public", &["--allow-held-back"]);
        assert!(!is_out(&run, MARK), "{path}: {text}: {:?}", run.notes());
    }
    let agreed =
        network().file("vakwerk.yaml", config).expert("zed", &format!("name: Zelda {MARK}"));
    let run = agreed
        .file("experts/zed.nl.md", "---\nheadline: Regel\nconsent: 2026-01-02\n---\n")
        .build();
    assert!(is_out(&run, MARK));
}

#[test]
fn the_name_in_a_broken_file_stays_known() {
    for front in [
        "name: |\n  Zelda Qmark",
        "name:\n  Zelda Qmark",
        "name: &n Zelda Qmark",
        "name: !!str Zelda Qmark",
        "name: \"Zelda \\x51mark\"",
        "? name\n: Zelda Qmark",
    ] {
        let site = network().expert("z", &format!("{front}\nvisibility: hidden\nx: ["));
        let run = case(site, "Zelda Qmark").build_as("public", &["--allow-held-back"]);
        assert!(!is_out(&run, MARK), "{front}");
    }
    for table in [
        "name;visibility\n\"Zelda Qmark;hidden\nBea;\n",
        "name;visibility\nZelda Qmark;hidden\nCaf\u{fffd};hidden\n",
    ] {
        let bytes: Vec<u8> = table.replace('\u{fffd}', "\u{1}").into_bytes();
        let bytes: Vec<u8> =
            bytes.into_iter().map(|byte| if byte == 1 { 0xe9 } else { byte }).collect();
        let run = case(network().bytes("experts.csv", &bytes), "Zelda Qmark")
            .build_as("public", &["--allow-held-back"]);
        assert!(!is_out(&run, MARK), "{table}");
    }
}

#[test]
fn whom_a_file_names_that_is_not_read_stays_known() {
    for path in
        ["experts/zelda.txt", "experts/_drafts/zelda.md", "experts/_zelda.md", "experts/bea/old.md"]
    {
        let site = network()
            .file(path, "---\nname: Zelda Qmark\nvisibility: hidden\n---\n")
            .file("experts/bea/profile.md", "---\nname: Bea\n---\n");
        let run = case(site, "Zelda Qmark").build();
        assert!(!is_out(&run, MARK), "{path}: {:?}", run.notes());
        assert!(
            run.notes().iter().any(|note| note.starts_with(&format!("unknown-file {path}"))),
            "{:?}",
            run.notes()
        );
    }
}

#[test]
fn a_hidden_name_is_known_however_it_is_written() {
    for name in [
        "Dr. Zelda Qmark",
        "Zelda Qmark, MSc",
        "Zelda Qmark (adviser)",
        "Qmark, Zelda",
        "Zelda\u{200b} Qmark",
        "Zelda Qm\u{ad}ark",
        "Zel\u{200d}da Qmark",
        "**Zelda Qmark**",
        "Zelda Qmark & Anna Open",
    ] {
        let site = network().expert("zelda", "name: Zelda Qmark\nvisibility: hidden");
        let run = case(site, name).build();
        assert!(!is_out(&run, "zelda"), "{name}");
    }
    let shown = case(network().expert("zelda", "name: Zelda Qmark"), "Dr. Zelda Qmark").build();
    shown.page("projects/dike/").says("Dr. Zelda Qmark");
}

#[test]
fn keys_below_the_front_matter_publish_nobody() {
    for text in [
        "---\nname: Zelda Qmark\n---\nvisibility: hidden\n---\nx",
        "---\nname: Zelda Qmark\n---\n\n---\nvisibility: hidden\n---\nx",
    ] {
        let run = network().file("experts/z.md", text).build_as("public", &["--allow-held-back"]);
        assert!(!is_out(&run, MARK), "{text}");
    }
    let rule = network()
        .file("experts/z.md", "---\nname: Zelda Qmark\n---\nText\n\n---\n\nnote: x\n---\n")
        .build();
    assert!(is_out(&rule, MARK), "a line of dashes parts texts too");
}

#[test]
fn nobody_takes_an_outsiders_name_or_the_identity_of_another() {
    let config = "title: T\nkind: network\nprivacy: { consent: optional }\nformats: { vcard4: true, qr: true, resume: true, jcard: true, jscontact: true, murmurations: true }\nmembers: [{ path: m/eve, slug: eve }]\n";
    let orcid = "https://orcid.org/0000-0002-1825-0097";
    let run = network()
        .file("vakwerk.yaml", config)
        .expert("anna", &format!("name: Anna Open\nlinks: {{ orcid: \"{orcid}\" }}"))
        .file(
            "m/eve/profile.md",
            &format!("---\nname: Sanne Outsider\nlinks: {{ orcid: \"{orcid}\" }}\n---\n"),
        )
        .project("dike", "title: The dike\nteam: [{ name: Sanne Outsider, role: lead }, Anna Open]")
        .build();
    run.page("projects/dike/").says("Sanne Outsider").lacks("/experts/eve/");
    run.page("experts/eve/").lacks("The dike").lacks("0000-0002-1825-0097");
    run.page("experts/anna/").contains("0000-0002-1825-0097");
}

#[test]
fn files_employers_and_witnesses_that_are_hidden_go_nowhere() {
    let run = network()
        .file("experts/zelda/profile.md", "---\nname: Zelda Qmark\nvisibility: hidden\n---\n")
        .file("experts/zelda/cv-qmark.pdf", "%PDF-1.4 x")
        .file(
            "experts/bea.md",
            "---\nname: Bea\nexperience: [{ title: Lead, organization: Firm Qmark }]\n---\n[cv](zelda/cv-qmark.pdf)\n",
        )
        .file("organizations/firm.md", "---\ntitle: Firm Qmark\nvisibility: hidden\n---\n")
        .build();
    let files = run.files();
    assert!(!files.keys().any(|path| path.contains("qmark")), "{:?}", files.keys());
    run.page("experts/bea/").says("Lead").lacks("Firm Qmark");
    let run = network()
        .expert("zed", "name: Zed Qmark\nvisibility: unlisted")
        .expert("bea", "name: Bea\ntestimonials: [{ quote: Splendid, name: Zed Qmark }]")
        .build();
    run.page("experts/bea/resume.json").contains("Splendid").lacks("Qmark");
}

#[test]
fn whoever_was_removed_comes_back_under_no_form_of_the_name() {
    let site = network().expert("zelda", "name: Zelda Qmark");
    let root = site.path().to_str().expect("UTF-8").to_owned();
    let site = site
        .bytes("static/team.pdf", b"%PDF-1.4\n(Zelda Qmark) Tj\n\xff\xfe")
        .bytes("static/latin.txt", b"Zelda Qmark caf\xe9")
        .file("static/zelda-qmark.jpg", "x");
    let forgotten = vakwerk(&["forget", "zelda", "-C", &root, "--yes"]);
    let said = String::from_utf8_lossy(&forgotten.stdout).into_owned();
    assert!(
        ["team.pdf", "latin.txt", "zelda-qmark.jpg"].iter().all(|file| said.contains(file)),
        "{said}"
    );
    for name in ["Dr. Zelda Qmark", "Zelda Qmark MSc", "Qmark Zelda"] {
        site.write("experts/new.md", format!("---\nname: {name}\n---\n").as_bytes());
        let run = site.build_as("public", &["--allow-held-back"]);
        assert!(!run.has("experts/new/index.html"), "{name}");
    }
}
