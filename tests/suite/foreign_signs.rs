//! What other programs and their users write: comments, signs of their own, handles, typed signs.

use crate::test_site::{TestSite, said, vakwerk};

#[test]
fn comments_of_authors_leave_every_text() {
    let run = TestSite::empty()
        .file(
            "vakwerk.yaml",
            "kind: network\ntitle: Net <!-- qmark -->\ndescription: Some <!-- qmark --> people\n\
             menu: [{ page: about, label: About <!-- qmark --> }]\n",
        )
        .file("pages/about.md", "---\ntitle: About\n---\nText <!-- qmark -->\n")
        .expert(
            "anna",
            "name: Anna Open\nroles: [Painter <!-- qmark -->]\naudience: [Towns <!-- qmark -->]\n\
             location: { city: Groningen, travel: Europe <!-- qmark --> }\n\
             experience: [{ title: Lead, organization: Works <!-- qmark --> }]",
        )
        .project(
            "p",
            "title: P <!-- qmark -->\nclient: City <!-- qmark -->\nsector: Water <!-- qmark -->\n\
             place: Haren <!-- qmark -->\nteam: [{ expert: anna, role: lead <!-- qmark --> }]\n\
             outcomes: [{ value: 3 <!-- qmark -->, label: towns <!-- qmark --> }]",
        )
        .file(
            "groups/g.md",
            "---\ntitle: G <!-- qmark -->\nmembers: [{ expert: anna, role: chair <!-- qmark --> }]\n\
             seats: [scribe <!-- qmark -->]\n---\n",
        )
        .file(
            "events/e.md",
            "---\ntitle: E <!-- qmark -->\nstart: 2026-12-17\nplace: Hall <!-- qmark -->\n---\n",
        )
        .build();
    for (path, bytes) in run.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("qmark"), "{path}");
    }
    run.page("projects/p/").says("lead");
    let open = TestSite::network().expert("anna", "name: Anna\nheadline: Good <!-- qmark").build();
    open.page("experts/anna/").says("Good").lacks("qmark");
    assert_eq!(open.notes(), ["markup-in-text experts/anna.md:3:11"]);
    // A value that decides who sees what is none to be mended.
    let shut = TestSite::network()
        .expert("bo", "name: Bo")
        .expert("anna", "name: Anna\nvisibility: public <!-- or hidden -->");
    assert!(!shut.build().has("experts/anna/index.html"));
}

#[test]
fn signs_of_other_programs_are_told_where_they_stand() {
    for sign in [
        "## Approach {#approach}",
        "Text{.cls}",
        ":::tip",
        "!!! note",
        "[[Wiki Link]]",
        "[TOC]",
        "==mark==",
        "[label][undefined]",
        "{/* note */}",
        "{# note #}",
        "%% note %%",
        "{>>note<<}",
    ] {
        let text = format!("---\nname: Anna\n---\nSome words.\n\n{sign}\n");
        let run = TestSite::network().file("experts/anna.md", &text).build();
        let notes = run.notes();
        let told = |note: &String| note.starts_with("markup-in-text experts/anna.md:6:");
        assert!(notes.iter().any(told), "{sign}: {notes:?}");
    }
    let plain = "---\nname: Anna\n---\nIf a == b, `{{ x }}`, [a][1] and 100 %.\n\n[1]: https://example.org\n";
    let run = TestSite::network().file("experts/anna.md", plain).build();
    assert!(!run.notes().iter().any(|note| note.starts_with("markup")), "{:?}", run.notes());
}

#[test]
fn typed_signs_become_signs_of_print_where_they_are_such() {
    let text = "---\nname: Anna\n---\nA 10\" screen, 5' 10\" tall, rock 'n' roll, the '90s, 's avonds, \
                main...feature, \"yes\" and 'no'... \"A word.\"\n";
    let run = TestSite::network().file("experts/anna.md", text).build();
    run.page("experts/anna/").contains(
        "A 10\" screen, 5’ 10\" tall, rock ’n’ roll, the ’90s, ’s avonds, main...feature, “yes” and ‘no’… “A word.”",
    );
}

#[test]
fn a_handle_with_a_full_stop_stays_with_its_service() {
    let links = "name: Ida\nlinks:\n  instagram: ida.boom\n  bluesky: ida.example\n  tiktok: ida.boom\n  \
                 youtube: ida.boom\n  facebook: ida.boom\n  linkedin: ida.boom";
    let run = TestSite::network().expert("ida", links).build();
    run.page("experts/ida/")
        .contains("https://www.instagram.com/ida.boom\"")
        .contains("https://bsky.app/profile/ida.example\"")
        .contains("https://www.tiktok.com/@ida.boom\"")
        .lacks("https://ida.boom")
        .lacks("https://ida.example");
    let told = |note: &String| note.starts_with("unsafe-link experts/ida.md:9:");
    assert!(run.notes().iter().any(told), "{:?}", run.notes());
}

#[test]
fn the_command_line_is_refused_where_it_cannot_be_followed() {
    let site = TestSite::network().expert("ida", "name: Ida");
    let path = site.path().to_str().expect("UTF-8");
    for arguments in [
        &["build", path, "--base-url", ""][..],
        &["build", path, "--base-url", "x"],
        &["check", path, "--report", "--format", "github"],
        &["check", path, "--report", "--format", "sarif"],
    ] {
        let run = vakwerk(arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(run.stdout.is_empty() && !site.path().join("public").exists(), "{arguments:?}");
    }
    // What a host gives may be empty.
    assert!(vakwerk(&["build", path, "--usual-base-url", ""]).status.success());
}

#[test]
fn a_picture_among_the_files_of_the_site_is_one_by_any_path() {
    let picture = std::fs::read("tests/suite/colour.png").expect("a picture");
    let run = TestSite::network()
        .bytes("static/img/s.png", &picture)
        .file("experts/anna/profile.md", "---\nname: Anna\n---\n![Plan](../../static/img/s.png)\n")
        .file("pages/about.md", "---\ntitle: About\n---\n![Plan](/img/s.png)\n")
        .build()
        .clean();
    for page in ["experts/anna/", "about/"] {
        run.page(page).contains("src=\"/img/s.png\" alt=\"Plan\"");
    }
}

#[test]
fn a_picture_that_git_lfs_keeps_elsewhere_is_told_with_what_brings_it() {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n";
    let run = TestSite::network()
        .file(
            "experts/anna/profile.md",
            "---\nname: Anna\nphoto: { file: a.jpg, alt: Anna }\n---\n",
        )
        .file("experts/anna/a.jpg", pointer)
        .build();
    assert!(run.json.to_string().contains("git lfs pull"), "{:#}", run.json);
}

#[test]
fn tables_that_differ_are_said_to_differ() {
    let (old, new) = (TestSite::empty(), TestSite::empty());
    old.write("experts.csv", "Naam;Headline\nBob;x\nAl;same\n".as_bytes());
    new.write("experts.csv", "Naam;Headline\nAl;same\nBob;y\nBo;z\n".as_bytes());
    let path = |site: &TestSite, file: &str| site.path().join(file).display().to_string();
    for file in ["experts.csv", ""] {
        let told = said(&["diff", &path(&old, file), &path(&new, file)]);
        assert!(told.contains("Bob") && told.contains("added entry"), "{told}");
        assert!(!told.contains("nothing differs") && !told.contains("Al"), "{told}");
    }
    let same = said(&["diff", &path(&old, ""), &path(&old, "")]);
    assert!(same.contains("nothing differs"), "{same}");
}
