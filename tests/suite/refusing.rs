//! Whoever says no to being seen is seen nowhere, in whatever words, files and forms of the name.

use crate::test_site::{Run, TestSite};

/// Whether `words` stand anywhere in what was built, but in the list of what did not go out.
fn stands(run: &Run, words: &str) -> bool {
    run.files().values().any(|bytes| String::from_utf8_lossy(bytes).contains(words))
}

#[test]
fn a_column_that_asks_whether_somebody_is_shown_closes_on_a_no() {
    for (heading, cell) in [
        ("Op website", "nee"),
        ("Mag op website", "nee"),
        ("Niet op website", "x"),
        ("Op de site", "nee"),
        ("Alleen intern", "ja"),
        ("Publicatie", "nee"),
        ("Opted out", "TRUE"),
        ("RGPD", "non"),
        ("Afficher", "non"),
        ("Auf Webseite", "nein"),
        ("Im Verzeichnis", "nein"),
        ("Display", "N"),
        ("Diffusion", "non"),
    ] {
        let table = format!("Naam;{heading}\nZelda Qmark;{cell}\nAnna Open;\n");
        let run = TestSite::network().file("experts.csv", &table).build();
        assert!(run.has("experts/anna-open/index.html"), "{heading}: {:#?}", run.notes());
        assert!(!stands(&run, "Qmark"), "{heading};{cell}");
        assert!(run.notes().iter().any(|note| note.starts_with("unclear-privacy")), "{heading}");
    }
    for key in ["ne_pas_publier: oui", "niet_tonen: x", "internal_only: true", "do_not_list: true"]
    {
        let site = TestSite::network().expert("anna", "name: Anna Open");
        let run = site.expert("z", &format!("name: Zelda Qmark\n{key}")).build();
        assert!(!stands(&run, "Qmark"), "{key}");
    }
    let site = TestSite::network().file("experts.csv", "Naam;Website\nZelda Qmark;nee\n");
    assert!(stands(&site.build(), "Qmark"), "who has no website is shown");
}

#[test]
fn a_hidden_person_is_named_by_no_form_of_the_name() {
    for (name, called) in [
        ("dr. Zelda Qmark", "Zelda Qmark"),
        ("Zelda Qmark MSc", "Zelda Qmark"),
        ("\"Zelda Qmark, PhD\"", "Zelda Qmark"),
        ("Prof. dr. ir. Zelda Qmark", "Zelda Qmark"),
        ("Wang Xiaoming (王小明)", "王小明"),
        ("Зельда Кмарк (Zelda Qmark)", "Zelda Qmark"),
        ("'Zelda \"Zel\" Qmark'", "Zelda Qmark"),
        ("'Zelda \"Zel\" Qmark'", "Zel Qmark"),
        ("Zelda M. Qmark", "Zelda Qmark"),
        ("Jürgen Qroß", "Jurgen Qross"),
        ("Jürgen Qroß", "Juergen Qross"),
        ("Søren Qgård", "Soren Qgard"),
        ("J.R.R. Qmark", "JRR Qmark"),
        ("Zelda Qmark", "prof. Zelda Qmark"),
    ] {
        let site = TestSite::network()
            .expert("z", &format!("name: {name}\nvisibility: hidden"))
            .expert(
                "anna",
                &format!(
                    "name: Anna Open\ntestimonials: [{{ quote: Good, name: {called} }}]\n\
                     publications: [{{ title: A book, authors: [Anna Open, {called}] }}]"
                ),
            )
            .project("p", &format!("title: P\nteam: [{called}, Anna Open]"))
            .file("groups/g.md", &format!("---\ntitle: G\nmembers: [{called}, Anna Open]\n---\n"))
            .file(
                "news/n.md",
                &format!("---\ntitle: N\ndate: 2026-01-02\nauthors: [{called}]\n---\nText\n"),
            );
        let run = site.build();
        assert!(run.has("projects/p/index.html"), "{:#?}", run.notes());
        assert!(!stands(&run, called), "{name} called {called}");
    }
    let text = "---\ntitle: P\nteam: [Anna Open]\n---\nZelda Qmark led it.\n";
    let run = TestSite::network()
        .expert("z", "name: dr. Zelda Qmark\nvisibility: hidden")
        .expert("anna", "name: Anna Open")
        .file("projects/p.md", text)
        .build();
    assert!(run.notes().iter().any(|note| note.starts_with("hidden-named")), "{:#?}", run.notes());
}

#[test]
fn a_file_that_is_not_read_as_a_person_hides_its_person_all_the_same() {
    for (path, text) in [
        ("experts/.z.md", "---\nname: Zelda Qmark\nvisibility: hidden\n---\n"),
        ("experts/z.md", "---\nfirst_name: Zelda\nlast_name: Qmark\nvisibility: hidden\n---\n"),
        ("experts/z.md", "# Zelda Qmark\n\nNot to be shown.\n"),
        (
            "experts/z.md",
            "---\nname: Zelda Older\nformer_names: Zelda Qmark\nvisibility: hidden\n---\n",
        ),
    ] {
        let run = TestSite::network()
            .file(path, text)
            .expert("anna", "name: Anna Open")
            .project("p", "title: P\nteam: [Zelda Qmark, Anna Open]")
            .build();
        assert!(!stands(&run, "Zelda Qmark"), "{path}: {text}");
    }
    let run = TestSite::network().file("experts/.z.md", "---\nname: Zelda\n---\n").build();
    assert!(
        run.notes().contains(&"unknown-file experts/.z.md:-:-".to_owned()),
        "{:?}",
        run.notes()
    );
}

#[test]
fn no_message_proposes_the_slug_of_somebody_hidden() {
    let run = TestSite::network()
        .expert("zelda-qmark", "name: Zelda Qmark\nvisibility: hidden")
        .expert("anna", "name: Anna Open")
        .project("p", "title: P\nteam: [{ expert: zelda-qmarc }, anna]")
        .build();
    assert!(run.notes().iter().any(|note| note.starts_with("unknown-reference")));
    assert!(!run.json.to_string().contains("zelda-qmark"), "{:#}", run.json);
}
