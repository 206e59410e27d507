//! Keys that decide who sees what where nothing reads them: in other kinds of entries, in items, in
//! groups of free keys, in texts, in tables, in a second entry about the same person. They close.

use crate::test_site::TestSite;

const MARK: &str = "zqxstray";

/// Whether a file of the output, by its name or its bytes, holds `mark`.
fn holds(run: &crate::test_site::Run, mark: &str) -> bool {
    run.files().iter().any(|(path, bytes)| {
        path.to_lowercase().contains(mark)
            || String::from_utf8_lossy(bytes).to_lowercase().contains(mark)
    })
}

/// The notes on what closes, of a file.
fn closing(run: &crate::test_site::Run, file: &str) -> usize {
    let of_file = |note: &&String| note.contains(file);
    let closing = |note: &&String| {
        ["unclear-privacy", "no-front-matter"].iter().any(|code| note.starts_with(code))
    };
    run.notes().iter().filter(of_file).filter(closing).count()
}

#[test]
fn a_key_of_another_kind_of_entry_closes() {
    let kinds = [
        ("projects", ""),
        ("groups", ""),
        ("events", "start: 2027-01-01\n"),
        ("news", "date: 2026-11-01\n"),
        ("requests", "needs: [pumps]\n"),
        ("topics", ""),
        ("organizations", ""),
        ("pages", ""),
    ];
    let keys = [
        "consent: no",
        "toestemming: nee",
        "withdrawn: 2026-01-01",
        "matchable: false",
        "crawlers: { search: false }",
        "robots: noindex",
        "sitemap: false",
    ];
    let mut site = TestSite::network().expert("seen", "name: Seen");
    for (folder, own) in kinds {
        for (at, key) in keys.iter().enumerate() {
            site = site.file(
                &format!("{folder}/{MARK}-{at}.md"),
                &format!("---\ntitle: {MARK} {at}\n{own}{key}\n---\n{MARK}\n"),
            );
        }
        // That somebody agreed hides nothing.
        site = site.file(
            &format!("{folder}/open-{folder}.md"),
            &format!("---\ntitle: Open {folder}\n{own}consent: 2026-01-01\n---\nSeen\n"),
        );
    }
    let run = site.build();
    assert_eq!(run.status, 3, "{:#}", run.json);
    assert!(!holds(&run, MARK), "{:#}", run.json);
    for (folder, _) in kinds {
        for at in 0..keys.len() {
            let file = format!("{folder}/{MARK}-{at}.md");
            assert_eq!(closing(&run, &file), 1, "{file}: {:#?}", run.notes());
        }
        let open = if folder == "pages" { String::new() } else { format!("{folder}/") };
        assert!(run.has(&format!("{open}open-{folder}/index.html")), "{folder}: {:#}", run.json);
    }
    assert_eq!(run.count("held_back"), 56, "{:#}", run.json);
}

#[test]
fn a_key_of_an_item_of_a_group_of_free_keys_or_of_a_text_closes() {
    let keys = [
        "experience: [{ title: X, hidden: true }]",
        "expertise: [{ topic: pumps, private: yes }]",
        "testimonials: [{ quote: X, name: Y, anonymous: true }]",
        "awards: [{ title: X, concept: ja, draft: true }]",
        "roles: [lead, { visibility: hidden }]",
        "extra: { motto: x, draft: true }",
        "extra: { hidden: true }",
        "links: { website: \"https://x.example\", visibility: hidden }",
        "links: { website: \"https://x.example\", withdrawn: 2026-01-01 }",
        "who: |\n  Hello.\n  visibility: hidden",
        "can: >\n  Hello.\n\n  draft: true",
        "opmerking: Niet op de site zetten!",
        "note: nicht auf die Webseite",
        "hiddn: yes",
        "disabled: true",
        "pubdate: 2030-01-01",
        "permission: no",
    ];
    let mut site = TestSite::network().expert("seen", "name: Seen\nextra: { motto: x }");
    for (at, key) in keys.iter().enumerate() {
        site = site.expert(&format!("{MARK}-{at}"), &format!("name: {MARK} {at}\n{key}"));
    }
    for (at, body) in ["\ndraft: true\n\nHello", "visibility:: hidden\n\nHello"].iter().enumerate()
    {
        let at = keys.len() + at;
        let file = format!("experts/{MARK}-{at}.md");
        site = site.file(&file, &format!("---\nname: {MARK} {at}\n---\n{body}\n"));
    }
    let run = site.build();
    assert_eq!(run.status, 3, "{:#}", run.json);
    assert!(!holds(&run, MARK), "{:#}", run.json);
    for at in 0..keys.len() + 2 {
        let file = format!("experts/{MARK}-{at}.md");
        assert_eq!(closing(&run, &file), 1, "{at}: {:#?}", run.notes());
    }
}

#[test]
fn a_text_that_speaks_of_drafts_and_a_day_of_an_item_close_nothing() {
    let run = TestSite::network()
        .expert("ann", "name: Ann\nwho: |\n  Draft: a first text.\n  visibility: public")
        .expert("bob", "name: Bob\nlinks: { private: \"https://bob.example\" }")
        .file("experts/cas.md", "---\nname: Cas\n---\nResult: hidden costs found.\n\nMore.\n")
        .file("pages/keys.md", "# Keys\n\nWrite so:\n\n```\ndraft: true\n```\n")
        .build();
    assert_eq!(run.status, 0, "{:#}", run.json);
    let item = TestSite::network()
        .expert("ann", "name: Ann\npublications: [{ title: X, published: 2020 }]")
        .build();
    assert!(item.has("experts/ann/index.html"), "{:#}", item.json);
    assert_eq!(item.notes().len(), 1, "{:#?}", item.notes());
}

#[test]
fn an_empty_cell_is_no_answer_where_others_say_yes() {
    let table = |rows: &str| {
        let site = TestSite::network().expert("seen", "name: Seen");
        site.file("experts.csv", &format!("Naam;Zichtbaar\n{rows}")).build()
    };
    for yes in ["ja", "WAAR", "x", "1"] {
        let run = table(&format!("Open;{yes}\n{MARK};\n"));
        assert!(!holds(&run, MARK), "{yes}: {:#}", run.json);
        assert!(closing(&run, "experts.csv") > 0, "{yes}: {:#?}", run.notes());
    }
    // Who says no alone, leaves the others open; and so does whoever writes the words of the key.
    for rows in [format!("Open;nee\n{MARK};\n"), format!("Open;openbaar\n{MARK};\n")] {
        assert!(holds(&table(&rows), MARK), "{rows}");
    }
}

#[test]
fn nobody_is_shown_by_a_second_entry_about_them() {
    let hidden = "name: Zed Zqxstray\ncontact: { email: Zed@zqxstray.example }\nvisibility: hidden";
    let open = "name: Zed Zqxstray\ncontact: { email: zed@zqxstray.example }";
    let site = || TestSite::network().expert("seen", "name: Seen");
    let table = "name;email\nZ. Zqxstray;zed@zqxstray.example\n";
    let twice = "name;visibility\nZed Zqxstray;\nZed Zqxstray;hidden\n";
    let withdrawn = hidden.replace("visibility: hidden", "withdrawn: 2026-01-01");
    for (what, site) in [
        ("a copy", site().expert("z", hidden).expert("z copy", open)),
        ("a folder", site().expert("z", open).expert("z/profile", hidden)),
        ("an archive", site().expert("z", hidden).expert("archive/z", open)),
        ("a table", site().expert("z", hidden).file("experts.csv", table)),
        ("two rows", site().file("experts.csv", twice)),
        ("a consent taken back", site().expert("z", &withdrawn).expert("z-2", open)),
    ] {
        let run = site.build();
        assert_eq!(run.status, 3, "{what}: {:#}", run.json);
        assert!(!holds(&run, MARK), "{what}: {:#}", run.json);
        let told = run.notes().iter().filter(|note| note.starts_with("unclear-privacy")).count();
        assert_eq!(told, 1, "{what}: {:#?}", run.notes());
        assert!(!run.notes().iter().any(|note| note.starts_with("same-person")), "{what}");
    }
    // A new version that is a draft hides nobody, nor does a namesake or somebody of the family.
    let draft = hidden.replace("visibility: hidden", "draft: true");
    let other = "name: Zed Zqxstray\ncontact: { email: other@zqxstray.example }\nheadline: Other";
    let family = "name: Ida Zqxstray\ncontact: { email: zed@zqxstray.example }";
    for (what, site) in [
        ("a draft", site().expert("z", open).expert("z-new", &draft)),
        ("a namesake", site().expert("z", other).expert("z-2", hidden)),
        ("a family", site().expert("z", hidden).expert("ida", family)),
    ] {
        assert!(holds(&site.build(), MARK), "{what}");
    }
}

#[test]
fn no_member_hides_another() {
    let config = "title: T\nkind: network\nmembers: [{ path: m/eve }, { path: m/jan }]\n";
    let jan = "name: Jan Open\ncontact: { email: jan@example.org }\n";
    let run = TestSite::network()
        .file("vakwerk.yaml", config)
        .file("m/eve/profile.md", &format!("---\n{jan}slug: eve\nvisibility: hidden\n---\n"))
        .file("m/jan/profile.md", &format!("---\n{jan}slug: jan\n---\n"))
        .build();
    assert!(run.has("experts/jan/index.html"), "{:#}", run.json);
}

#[test]
fn a_name_that_nobody_may_see_is_told_wherever_it_goes_out() {
    let hidden = "name: Zed Zqxstray\nvisibility: hidden";
    for (file, front) in [
        ("experts/ann.md", "name: Ann\nexpertise: [Zed Zqxstray]"),
        ("experts/ann.md", "name: Ann and Zed Zqxstray"),
        ("experts/ann.md", "name: Ann\npublications: [{ title: X, venue: Zed Zqxstray }]"),
        ("experts/ann.md", "name: Ann\nlinks: { website: \"https://x.example/zed-zqxstray\" }"),
        (
            "experts/ann.md",
            "name: Ann\ntestimonials: [{ quote: X, name: Y, role: of Zed Zqxstray }]",
        ),
        ("experts/zed-zqxstray-2.md", "name: Ann"),
        ("projects/p.md", "title: P\nsector: Zed Zqxstray"),
        ("projects/p.md", "title: P\ntopics: [Zed Zqxstray]"),
        ("projects/p.md", "title: P\naliases: [/blog/zed-zqxstray]"),
        ("projects/zed-zqxstray-again.md", "title: P"),
        ("groups/g.md", "title: Friends of Zed Zqxstray"),
        ("groups/g.md", "title: G\nseats: [{ role: Zed Zqxstray }]"),
        ("events/e.md", "title: E\nstart: 2027-01-01\nplace: Zed Zqxstray"),
        ("organizations/o.md", "title: Zed Zqxstray Advies"),
        ("topics/t.md", "title: T\nsynonyms: [Zed Zqxstray]"),
        ("requests/r.md", "title: R\nneeds: [Zed Zqxstray]"),
    ] {
        let run = TestSite::network()
            .expert("seen", "name: Seen")
            .expert("hid", hidden)
            .file(file, &format!("---\n{front}\n---\n"))
            .build();
        assert!(holds(&run, MARK), "{file} {front}");
        let told = run.notes().iter().filter(|note| note.starts_with("hidden-named")).count();
        assert_eq!(told, 1, "{file} {front}: {:#?}", run.notes());
    }
}
