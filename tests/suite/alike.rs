//! What nobody may know is told alike: of people who are hidden, were removed or never were, and of
//! the words by which somebody is hidden.

use crate::test_site::{Run, TestSite, vakwerk};

const SITE: &str = "title: Test\nkind: network\nbase_url: https://test.example/\n\
                    privacy: { consent: optional }\nmembers: [{ path: m/eve }]\n";

fn told(run: &Run, code: &str) -> Vec<String> {
    run.notes().into_iter().filter(|note| note.starts_with(code)).collect()
}

#[test]
fn whoever_was_removed_is_told_in_texts_as_whoever_is_hidden_is() {
    let with = |name: &str| {
        TestSite::network()
            .file("projects/p.md", &format!("---\ntitle: P\n---\n{name} did it.\n"))
            .file(
                "news/n.md",
                &format!("---\ntitle: N\ndate: 2026-01-02\nsummary: By {name}\n---\n"),
            )
            .expert("jan", &format!("name: Jan Bos\nwho: With {name}, mostly"))
    };
    let hidden = with("Zoë van den Berg")
        .expert("zoe", "name: Zoë van den Berg\nvisibility: hidden")
        .build();
    let removed = with("Zoë van den Berg").expert("zoe", "name: Zoë van den Berg");
    assert!(told(&removed.build(), "hidden-named").is_empty());
    let folder = removed.path().to_str().expect("UTF-8");
    assert!(vakwerk(&["forget", "zoe", "-C", folder, "--yes"]).status.success());
    let gone = removed.build();
    assert_eq!(told(&gone, "hidden-named"), told(&hidden, "hidden-named"), "{:#}", gone.json);
    assert_eq!(told(&gone, "hidden-named").len(), 3, "{:#}", gone.json);
}

#[test]
fn a_member_is_not_told_whether_somebody_is_hidden_or_unknown() {
    let told = |front: &str, team: &str| {
        let run = TestSite::empty()
            .file("vakwerk.yaml", SITE)
            .expert("hid-den", front)
            .expert("anna", "name: Anna Open")
            .file(
                "m/eve/profile.md",
                "---\nname: Eve\npublications: [{ title: B, authors: [{ expert: hid-den }] }]\n---\n",
            )
            .file("m/eve/p.md", &format!("---\ntitle: P\nteam: [{team}]\n---\n"))
            .build();
        let messages = run.messages();
        let of_team = messages.lines().filter(|line| line.contains("hid-den"));
        of_team.map(str::to_owned).collect::<Vec<_>>()
    };
    let hidden =
        ["visibility: hidden", "draft: true", "withdrawn: 2025-01-01", "visibility: hiden"];
    for team in ["{ expert: hid-den }", "hid-den", "{ expert: hid-den }, anna"] {
        let unknown = told("name: Other Person\nslug: other", team);
        assert!(!unknown.is_empty());
        for hidden in hidden {
            let front = format!("name: Hid Den\n{hidden}");
            assert_eq!(told(&front, team), unknown, "{team}: {hidden}");
        }
        assert!(told("name: Hid Den", team).is_empty(), "{team}");
    }
}

#[test]
fn a_hidden_row_is_hidden_under_its_initials_too() {
    let heads = [
        ("Voornaam;Voorletters;Achternaam", "Ida;I.M.;Boomgaard"),
        ("Vorname;Vorname-Kürzel;Nachname", "Ida;I.M.;Boomgaard"),
        ("Förnamn;Initialer;Efternamn", "Ida;I.M.;Boomgaard"),
        ("Naam;Initials used", "Ida Boomgaard;I.M."),
        ("Nombre;Iniciales;Apellidos", "Ida;I.M.;Boomgaard"),
    ];
    for (head, row) in heads {
        for ending in ["csv", "tsv"] {
            let table = format!("{head};visibility\n{row};hidden\n");
            let table = if ending == "tsv" { table.replace(';', "\t") } else { table };
            let run = TestSite::network()
                .file(&format!("experts.{ending}"), &table)
                .expert("jan", "name: Jan Bos")
                .file(
                    "projects/p.md",
                    "---\ntitle: P\nteam: [jan, I.M. Boomgaard, IM Boomgaard]\n---\nx\n",
                )
                .build();
            assert!(!run.page("projects/p/").html.contains("Boomgaard"), "{head}");
        }
    }
}

#[test]
fn a_word_that_hides_is_understood_though_it_is_misspelt() {
    for key in ["niet_tonnen: ja", "neit_tonen: ja", "nicht_anzeigne: true", "niet_publiseren: x"] {
        let run = TestSite::network().expert("ida", &format!("name: Ida Boom\n{key}")).build();
        assert!(!run.has("experts/ida/index.html"), "{key}");
        assert_eq!(told(&run, "unclear-privacy"), ["unclear-privacy experts/ida.md:3:1"], "{key}");
    }
    for answer in ["neee", "Nee, liever niet", "neen", "nooit"] {
        let table = format!("Naam;Op website\nIda Boom;{answer}\nJan Bos;ja\n");
        let run = TestSite::network().file("experts.csv", &table).build();
        assert!(!run.has("experts/ida-boom/index.html"), "{answer}");
        assert!(run.has("experts/jan-bos/index.html"), "{answer}");
    }
}

#[test]
fn an_audit_finds_names_in_escapes_in_old_letters_and_in_cells() {
    let found = |bytes: &[u8]| {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("out");
        std::fs::create_dir(&out).expect("made");
        std::fs::write(out.join("f.html"), bytes).expect("written");
        let markers = folder.path().join("markers");
        std::fs::write(&markers, "Ida Boomstra\n").expect("written");
        let [out, markers] = [&out, &markers].map(|path| path.to_str().expect("UTF-8"));
        !vakwerk(&["audit", out, "--markers", markers]).status.success()
    };
    for text in [
        r"\x49\x64\x61\x20Boomstra",
        "%49da%20Boomstra",
        "&#x49;da&#x20;Boomstra",
        r"\u0049da\u0020Boomstra",
        r"Ida\xa0Boomstra",
        "Ida%A0Boomstra",
        "Ida&nbspBoomstra",
        "a,Ida,Boomstra,b",
        "a;Boomstra;Ida",
        "\"Ida\",\"Boomstra\"",
        "| Boomstra | Ida |",
        "[\"Ida\",\"Boomstra\"]",
        "{\"first\":\"Ida\",\"last\":\"Boomstra\"}",
        "<tr><td>Ida</td>\n<td>Boomstra</td></tr>",
        "<table><tr><td>Boomstra</td><td class=\"x\">Ida</td></tr></table>",
    ] {
        assert!(found(text.as_bytes()), "{text}");
    }
    assert!(found(b"caf\xe9 Ida\xa0Boomstra"));
    for text in
        ["Ida, Jan Boomstra", "<td>Ida</td><td>Jan</td><td>Boomstra</td>", "Boomstra and Ida"]
    {
        assert!(!found(text.as_bytes()), "{text}");
    }
}
